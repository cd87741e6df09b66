#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>

#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "model/price/price.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

std::size_t blocking(const Build& build) {
    return static_cast<std::size_t>(
        std::ranges::count(build.findings, Severity::blocked, &Finding::severity));
}

/// How much somebody asked for: bays, what stands in them and before them, light, tops, ends.
int wishes(const Design& design) {
    auto count = std::ssize(design.bays) + std::ssize(design.sliding);
    for (const Bay& bay : design.bays) {
        count += std::ssize(bay.fronts);
        for (const Opening& opening : bay.openings)
            count += (opening.interior.kind != find_interior_kind("empty")) + opening.led +
                     opening.contents.has_value();
    }
    for (const End* end : {&design.left_end, &design.right_end})
        count += end->cladding + (end->filler > Length{});
    return static_cast<int>(count) + design.worktop.has_value() + design.cornice.has_value() +
           (design.top_filler > Length{});
}

/// A design that one repair led to.
struct Choice {
    Design design;
    const Finding* finding = nullptr;
    const Repair* repair = nullptr;
    Cents change;
    std::size_t left = 0;
    int given_up = 0;  ///< wishes

    /// What is kept there is the wish itself: to keep something else costs nothing, and would be taken every
    /// time.
    bool changes_contents() const {
        return std::ranges::any_of(repair->edits,
                                   [](const Edit& edit) { return edit.path.ends_with("/contents"); });
    }
    /// The repair that leaves the fewest findings, of those the one that gives up least, and of those the one
    /// that changes the price least: what cannot be built has no price, so that leaving it out looks cheap.
    auto rank() const { return std::tuple(left, given_up + changes_contents(), std::abs(change.value)); }
};

/// Takes repairs, and never comes back to a design that it has been at.
class Search {
  public:
    Search(const Book& book, const Design& design) : book_(book), now_{design, {}, {}} {
        been_.insert(write_design(design));
        look();
    }

    bool done() const { return blocking(build_) == 0; }
    Repaired result() && {
        if (!done() && best_left_ < blocking(build_)) now_ = std::move(best_);
        const std::vector<Finding> all = build(book_, now_.design).findings;
        for (const Finding& finding : all)
            if (finding.severity == Severity::blocked) now_.left.push_back({finding, against(finding, all)});
        return std::move(now_);
    }

    /// The first finding that something helps against; where nothing does, what makes it the least worse, so
    /// that a way out which leads over another finding is found too; where all of that has been tried, a step
    /// back. False where nothing is left to try.
    bool step() {
        std::optional<Choice> best;
        for (const Finding& finding : build_.findings) {
            if (finding.severity != Severity::blocked) continue;
            for (const Repair& repair : finding.repairs) consider(finding, repair, best);
            if (best && best->left < blocking(build_)) break;
        }
        if (best) return take(std::move(*best)), true;
        if (path_.empty()) return false;
        now_ = std::move(path_.back());
        path_.pop_back();
        look();
        return true;
    }

  private:
    /// What blocks after each of its repairs and did not before.
    std::vector<Finding> against(const Finding& finding, const std::vector<Finding>& before) const {
        const auto stood = [&](const Finding& other) {
            return std::ranges::any_of(before, [&](const Finding& known) {
                return known.rule == other.rule && known.where == other.where;
            });
        };
        std::vector<Finding> all;
        for (const Repair& repair : finding.repairs) {
            const auto changed = apply(book_, now_.design, repair.edits);
            if (!changed) continue;
            for (Finding& other : build_without_repairs(book_, *changed).findings)
                if (other.severity == Severity::blocked && !stood(other) &&
                    std::ranges::find(all, other) == all.end())
                    all.push_back(std::move(other));
        }
        return all;
    }
    void look() {
        build_ = build_for_repair(book_, now_.design);
        total_ = price(book_, build_).total;
        if (blocking(build_) < best_left_) best_left_ = blocking(build_), best_ = now_;
    }
    void consider(const Finding& finding, const Repair& repair, std::optional<Choice>& best) const {
        auto changed = apply(book_, now_.design, repair.edits);
        if (!changed || been_.contains(write_design(*changed))) return;
        const Build result = build_without_repairs(book_, *changed);
        Choice choice{std::move(*changed), &finding, &repair, price(book_, result).total - total_,
                      blocking(result),    0};
        choice.given_up = std::max(0, wishes(now_.design) - wishes(choice.design));
        if (!best || choice.rank() < best->rank()) best = std::move(choice);
    }
    void take(Choice choice) {
        path_.push_back(now_);
        now_.steps.push_back({*choice.finding, *choice.repair, choice.change});
        now_.design = std::move(choice.design);
        been_.insert(write_design(now_.design));
        look();
    }

    const Book& book_;
    Repaired now_, best_;         ///< what is left of them is not known yet
    std::vector<Repaired> path_;  ///< that led to where it is now
    std::size_t best_left_ = std::numeric_limits<std::size_t>::max();
    Build build_;
    Cents total_;
    std::unordered_set<std::string> been_;
};

}  // namespace

Repaired repair_all(const Book& book, const Design& design, int steps) {
    Search search(book, design);
    for (int step = 0; step < steps && !search.done() && search.step(); ++step) {
    }
    return std::move(search).result();
}

}  // namespace maatkast
