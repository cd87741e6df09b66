#include <algorithm>
#include <cstdlib>

#include "model/build/build.h"
#include "model/price/price.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

std::size_t blocking(const Build& build) {
    return static_cast<std::size_t>(
        std::ranges::count(build.findings, Severity::blocked, &Finding::severity));
}

struct Choice {
    Design design;
    const Repair* repair = nullptr;
    Cents change;
    std::size_t left = 0;
};

/// The repair that leaves the fewest findings, and of those the one that changes the price least.
std::optional<Choice> best_choice(const Book& book, const Design& design, const Finding& finding,
                                  Cents before) {
    std::optional<Choice> best;
    for (const Repair& repair : finding.repairs) {
        auto changed = apply(book, design, repair.edits);
        if (!changed) continue;
        const Build result = build(book, *changed);
        Choice choice{std::move(*changed), &repair, price(book, result).total - before, blocking(result)};
        const auto rank = [](const Choice& c) { return std::pair(c.left, std::abs(c.change.value)); };
        if (!best || rank(choice) < rank(*best)) best = std::move(choice);
    }
    return best;
}

}  // namespace

Repaired repair_all(const Book& book, const Design& design, int steps) {
    Repaired result{design, {}, {}};
    for (int step = 0; step < steps; ++step) {
        const Build now = build(book, result.design);
        const Cents before = price(book, now).total;
        const std::size_t had = blocking(now);
        bool moved = false;
        for (const Finding& finding : now.findings) {
            if (finding.severity != Severity::blocked) continue;
            auto choice = best_choice(book, result.design, finding, before);
            if (!choice || choice->left >= had) continue;
            result.steps.push_back({finding, *choice->repair, choice->change});
            result.design = std::move(choice->design);
            moved = true;
            break;
        }
        if (moved) continue;
        for (const Finding& finding : now.findings)
            if (finding.severity == Severity::blocked) result.left.push_back(finding);
        break;
    }
    return result;
}

}  // namespace maatkast
