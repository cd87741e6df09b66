#include "model/build/rule.h"

#include <fmt/format.h>

#include "model/book/book.h"

namespace maatkast {

std::string_view name_of(Severity severity) {
    return severity == Severity::blocked ? "blocked" : severity == Severity::advised ? "advised" : "noted";
}

void Findings::add(Report report) {
    Message text{"rule." + std::string(report.rule),
                 {{"measured", report.measured}, {"limit", report.limit}}};
    into_.push_back({std::string(report.rule), book_.rule(report.rule).source.page, report.severity,
                     std::move(report.where), std::move(report.measured), std::move(report.limit),
                     std::move(text), std::move(report.repairs)});
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
