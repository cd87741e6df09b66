#include "model/propose/compare.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "model/build/build.h"
#include "model/design/edits_between.h"
#include "model/price/price.h"
#include "model/propose/aspects.h"

namespace maatkast {
namespace {

using Set = std::vector<std::size_t>;  // of aspects, ascending

std::ptrdiff_t blocked(const Build& build) {
    return std::ranges::count(build.findings, Severity::blocked, &Finding::severity);
}

/// Joins aspects until each set can be taken alone.
class Joining {
  public:
    Joining(const Book& book, const Design& from, const Design& to, const Build& first, const Build& second)
        : book_(book),
          from_(from),
          aspects_(aspects_between(book, from, to)),
          before_(price(book, first).total),
          allowed_(std::max(blocked(first), blocked(second))) {}

    std::vector<Difference> differences() {
        for (std::size_t i = 0; i < aspects_.size(); ++i) sets_.push_back({{i}, take({i})});
        for (std::size_t i = 0; i < sets_.size();) {
            if (sets_[i].taken && sets_[i].taken->whole) {
                ++i;
            } else if (const auto other = partner(i)) {
                i = std::min(i, *other);
            } else if (sets_[i].taken) {
                ++i;  // its findings say what helps
            } else if (sets_.size() == 1) {
                return {};
            } else {
                join_all();
                i = 0;
            }
        }
        std::vector<Difference> found;
        for (Joined& set : sets_) found.push_back(std::move(set.taken->difference));
        return found;
    }

  private:
    struct Taken {
        Difference difference;
        bool whole = false;  ///< breaks nothing that was whole
    };

    std::optional<Taken> take(const Set& set) const {
        Design changed = from_;
        for (std::size_t i = set.size(); i-- > 0;) aspects_[set[i]].take(changed);
        auto edits = edits_between(book_, from_, changed);
        if (!edits) return std::nullopt;
        const Build built = build(book_, changed);
        Taken taken{{{}, std::move(*edits), price(book_, built).total - before_}, blocked(built) <= allowed_};
        for (const std::size_t i : set)
            std::ranges::copy(aspects_[i].what, std::back_inserter(taken.difference.what));
        return taken;
    }

    /// The first of the others with which this one can be taken; joins the two in the place of the first.
    std::optional<std::size_t> partner(std::size_t one) {
        for (std::size_t other = 0; other < sets_.size(); ++other) {
            if (other == one) continue;
            Set both;
            std::ranges::merge(sets_[one].of, sets_[other].of, std::back_inserter(both));
            auto taken = take(both);
            if (!taken || !taken->whole) continue;
            sets_[std::min(one, other)] = {std::move(both), std::move(taken)};
            sets_.erase(sets_.begin() + static_cast<std::ptrdiff_t>(std::max(one, other)));
            return other;
        }
        return std::nullopt;
    }

    void join_all() {
        Set all(aspects_.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        auto taken = take(all);
        sets_.assign(1, {std::move(all), std::move(taken)});
    }

    struct Joined {
        Set of;
        std::optional<Taken> taken;  ///< nothing where it is no design
    };

    const Book& book_;
    const Design& from_;
    Aspects aspects_;
    Cents before_;
    std::ptrdiff_t allowed_;
    std::vector<Joined> sets_;
};

}  // namespace

Comparison compare(const Book& book, const Design& first, const Design& second) {
    const Build was = build(book, first), is = build(book, second);
    Comparison result{Joining(book, first, second, was, is).differences(),
                      price(book, was).total,
                      price(book, is).total,
                      {}};
    result.rest = result.second - result.first;
    for (const Difference& difference : result.differences) result.rest = result.rest - difference.change;
    return result;
}

}  // namespace maatkast
