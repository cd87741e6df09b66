#include "model/build/rule.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "model/book/book.h"

namespace maatkast {

std::string_view name_of(Severity severity) {
    return severity == Severity::blocked ? "blocked" : severity == Severity::advised ? "advised" : "noted";
}

void Findings::add(Report report) {
    Message text{"rule." + std::string(report.rule),
                 {{"measured", report.measured}, {"limit", report.limit}}};
    std::ranges::move(report.also, std::back_inserter(text.values));
    into_.push_back({std::string(report.rule), book_.rule(report.rule).source.page, report.severity,
                     std::move(report.where), std::move(report.measured), std::move(report.limit),
                     std::move(text), std::move(report.repairs)});
}

namespace {

constexpr std::size_t kNoBay = ~std::size_t{0};

/// The bay that a finding names first; kNoBay, which is beyond all others, where it names none.
std::size_t bay_of(const Finding& finding) {
    constexpr std::string_view kBays = "bays/";
    if (!finding.where.starts_with(kBays)) return kNoBay;
    std::size_t bay = kNoBay;
    std::from_chars(finding.where.data() + kBays.size(), finding.where.data() + finding.where.size(), bay);
    return bay;
}

std::vector<std::size_t> all_bays(const Design& design) {
    std::vector<std::size_t> bays(design.bays.size());
    std::iota(bays.begin(), bays.end(), std::size_t{0});
    return bays;
}

/// Takes the findings of one rule off the front of a list of findings by rule.
std::vector<Finding> take(std::span<Finding>& findings, std::string_view rule) {
    std::vector<Finding> taken;
    for (; !findings.empty() && findings.front().rule == rule; findings = findings.subspan(1))
        taken.push_back(std::move(findings.front()));
    return taken;
}

}  // namespace

void ask_rules(const Book& book, const Design& design, const Layout& layout, const Clashes& clashes,
               Build& build, Repairs repairs) {
    const std::vector<std::size_t> bays = all_bays(design);
    Findings findings(book, build.findings);
    for (const Rule* rule : all_rules())
        rule->check({book, design, layout, build, clashes, bays, repairs}, findings);
}

void ask_rules_again(const Book& book, const Design& design, const Layout& layout, const Clashes& clashes,
                     std::span<const std::size_t> changed, Build& build) {
    const std::vector<std::size_t> bays = all_bays(design);
    std::vector<Finding> before = std::exchange(build.findings, {});
    for (std::span left(before); const Rule* rule : all_rules()) {
        const bool whole = rule->asked == Asked::whole;
        std::vector<Finding> kept = take(left, rule->id), fresh;
        std::erase_if(kept, [&](const Finding& finding) {
            const std::size_t bay = bay_of(finding);
            return whole || bay == kNoBay || std::ranges::binary_search(changed, bay);
        });
        Findings findings(book, fresh);
        rule->check({book, design, layout, build, clashes, whole ? bays : changed}, findings);
        std::merge(std::move_iterator(kept.begin()), std::move_iterator(kept.end()),
                   std::move_iterator(fresh.begin()), std::move_iterator(fresh.end()),
                   std::back_inserter(build.findings),
                   [](const Finding& a, const Finding& b) { return bay_of(a) < bay_of(b); });
    }
}

Repair repair(std::string_view key, std::string path, std::string value, MessageValue shown) {
    return {{"repair." + std::string(key), {{"value", std::move(shown)}}},
            {Edit{std::move(path), std::move(value)}}};
}

std::string edit_value(Length length) {
    return length.tenths % 10 == 0 ? fmt::format("{}", length.tenths / 10)
                                   : fmt::format("{:.1f}", length.mm());
}

std::string bay_path(std::size_t bay) {
    return fmt::format("bays/{}", bay);
}

std::string opening_path(std::size_t bay, std::size_t opening) {
    return fmt::format("bays/{}/openings/{}", bay, opening);
}

std::string front_path(std::size_t bay, std::size_t front) {
    return fmt::format("bays/{}/fronts/{}", bay, front);
}

std::string sliding_path(std::size_t sliding) {
    return fmt::format("sliding/{}", sliding);
}

std::string leaf_path(const Leaf& leaf) {
    const auto front = static_cast<std::size_t>(leaf.front);
    return leaf.kind == LeafKind::sliding ? sliding_path(front)
                                          : front_path(static_cast<std::size_t>(leaf.bay), front);
}

FrontStyle style_of(const Design& design, const Leaf& leaf) {
    return leaf.kind == LeafKind::sliding ? design.sliding[static_cast<std::size_t>(leaf.front)].style
                                          : front_of(design, leaf).style;
}

const Front& front_of(const Design& design, const Leaf& leaf) {
    return design.bays[static_cast<std::size_t>(leaf.bay)].fronts[static_cast<std::size_t>(leaf.front)];
}

bool before_l(const Design& design, const Leaf& leaf) {
    return leaf.kind == LeafKind::folding &&
           design.bays[static_cast<std::size_t>(leaf.bay)].shape == BayShape::corner_l;
}

Repair remove_leaf(const Leaf& leaf) {
    return repair("remove_front", leaf_path(leaf) + "/remove", "");
}

bool first_of_front(const Build& build, const Leaf& leaf) {
    if (&leaf == build.leaves.data()) return true;
    const Leaf& before = *(&leaf - 1);
    return before.bay != leaf.bay || before.front != leaf.front ||
           (before.kind == LeafKind::sliding) != (leaf.kind == LeafKind::sliding);
}

}  // namespace maatkast
