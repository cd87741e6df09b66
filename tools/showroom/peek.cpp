#include "tools/showroom/peek.h"

#include <algorithm>
#include <array>

#include "model/build/kinds.h"
#include "model/build/opener_findings.h"
#include "model/build/sweep.h"

namespace maatkast::show {
namespace {

const Opener& opener_at(const Build& build, int i) {
    return build.openers[static_cast<std::size_t>(i)];
}

bool is_leaf(const Design& design, const Opener& opener) {
    if (opener.sliding >= 0) return true;
    if (opener.front < 0) return false;
    const Bay& bay = design.bays[static_cast<std::size_t>(opener.bay)];
    return !bay.fronts[static_cast<std::size_t>(opener.front)].kind->carries_drawers;
}

/// Pairs that cannot both stand open.
class Meetings {
  public:
    Meetings(const Book& book, const Build& build) : build_(build) {
        Sweeps sweeps(build, sweep_steps(book));
        for (const OpenerClash& clash : clashes_together(build, sweeps))
            pairs_.insert({clash.opener, clash.met});
    }
    bool meet(int a, int b) const {
        if (a == b) return false;
        const Opener &first = opener_at(build_, a), &second = opener_at(build_, b);
        if (first.sliding >= 0 && first.sliding == second.sliding) return true;
        return pairs_.contains({root(a), root(b)}) || pairs_.contains({root(b), root(a)});
    }

  private:
    int root(int i) const {
        while (opener_at(build_, i).parent >= 0) i = opener_at(build_, i).parent;
        return i;
    }
    const Build& build_;
    std::set<std::pair<int, int>> pairs_;
};

std::string name_of(const Build& build, int i) {
    return std::string(opener_at(build, i).name.view());
}

std::vector<int> numbers_of(const Build& build, const std::set<std::string>& names) {
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(build.openers.size()); ++i)
        if (names.contains(name_of(build, i))) found.push_back(i);
    return found;
}

std::vector<int> all_leaves_before(const Design& design, const Build& build,
                                   std::span<const std::array<int, 2>> behind) {
    std::vector<int> leaves;
    for (const auto& [bay, opening] : behind)
        for (const int i : openers_of(design, build, bay, opening))
            if (is_leaf(design, opener_at(build, i)) && std::ranges::find(leaves, i) == leaves.end())
                leaves.push_back(i);
    return leaves;
}

std::vector<int> first_of_each(const std::vector<int>& leaves, const Meetings& meetings) {
    std::vector<int> kept;
    for (const int i : leaves)
        if (std::ranges::none_of(kept, [&](int other) { return meetings.meet(i, other); })) kept.push_back(i);
    return kept;
}

}  // namespace

std::vector<int> leaves_before(const Book& book, const Design& design, const Build& build,
                               std::span<const std::array<int, 2>> behind) {
    const auto leaves = all_leaves_before(design, build, behind);
    return leaves.empty() ? leaves : first_of_each(leaves, Meetings(book, build));
}

void Peek::plan(const Book& book, const Design& design, const Build& build, Openings& openings,
                std::span<const std::array<int, 2>> behind) {
    std::set<std::string> closing;
    for (const std::string& name : opened_)
        if (!wanted_.contains(name)) closing.insert(name);
    to_open_.clear();
    if (!wanted_.empty()) {
        const Meetings meetings(book, build);
        for (const int i : first_of_each(all_leaves_before(design, build, behind), meetings)) {
            if (openings.any_open(std::array{i})) continue;
            to_open_.insert(name_of(build, i));
            for (int other = 0; other < static_cast<int>(build.openers.size()); ++other)
                if (meetings.meet(i, other)) closing.insert(name_of(build, other));
        }
    }
    std::erase_if(opened_, [&](const std::string& name) { return closing.contains(name); });
    auto numbers = numbers_of(build, closing);
    std::erase_if(numbers, [&](int i) { return !openings.any_open(std::array{i}); });
    if (!numbers.empty()) openings.set(numbers, false);
}

bool Peek::look(const Book& book, const Design& design, const Build& build, Openings& openings,
                std::span<const std::array<int, 2>> behind) {
    std::set<std::string> wanted;
    for (const int i : all_leaves_before(design, build, behind)) wanted.insert(name_of(build, i));
    const bool others = wanted != wanted_;
    if (others) {
        wanted_ = std::move(wanted);
        plan(book, design, build, openings, behind);
    }
    if (to_open_.empty() || openings.moving()) return others;
    const auto numbers = numbers_of(build, to_open_);
    if (!numbers.empty()) openings.set(numbers, true);
    opened_.merge(to_open_);
    to_open_.clear();
    return others;
}

}  // namespace maatkast::show
