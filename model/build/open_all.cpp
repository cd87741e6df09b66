#include "model/build/open_all.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "model/build/open_paths.h"
#include "model/build/swept.h"

namespace maatkast {
namespace {

constexpr double kTouch = 1e-4;                              // metres that boxes may share
constexpr SweepSteps kSteps{.touch = kTouch, .step = 0.01};  // as fine as the rule opener.clash

/// A leaf where it is closed and where it is open, in the axes of its frame.
struct Panel {
    std::size_t opener;
    Bounds closed, open;
};

/// The leaves that run in one pair of tracks, from the left.
struct Row {
    std::int32_t frame = -1;
    std::vector<Panel> panels;
};

/// All that is passed by what hangs on an opener, in the axes of its frame.
struct Mover {
    std::size_t opener;
    std::int32_t frame = -1;
    Bounds passed;
};

using Boxes = std::map<std::size_t, Bounds>;  ///< of all closed parts on an opener

Boxes closed_boxes(const Build& build) {
    Boxes boxes;
    for (const Part& part : build.parts)
        if (part.opener >= 0) boxes[static_cast<std::size_t>(part.opener)].take_in(bounds_of(part));
    return boxes;
}

Bounds slid(const Opener& opener, Bounds box) {
    const int axis = static_cast<int>(opener.axis);
    const double by = opener.sign * opener.travel.metres();
    box.least[axis] += by;
    box.most[axis] += by;
    return box;
}

std::vector<Row> rows_of_leaves(const Build& build, const Boxes& boxes) {
    std::map<std::int32_t, Row> rows;
    for (const auto& [number, box] : boxes) {
        const Opener& opener = build.openers[number];
        if (opener.sliding < 0) continue;
        Row& row = rows[opener.sliding];
        row.frame = opener.frame;
        row.panels.push_back({number, box, slid(opener, box)});
    }
    std::vector<Row> all;
    for (auto& [sliding, row] : rows) {
        std::ranges::sort(row.panels, {}, [](const Panel& panel) { return panel.closed.least.x; });
        all.push_back(std::move(row));
    }
    return all;
}

bool meets_a_leaf(const Row& row, const Bounds& box, unsigned moved) {
    for (std::size_t i = 0; i < row.panels.size(); ++i)
        if (meet(moved >> i & 1 ? row.panels[i].open : row.panels[i].closed, box, kTouch)) return true;
    return false;
}

/// What a closed row keeps in.
std::vector<Mover> hidden_by(const Build& build, const Boxes& boxes, const Row& row) {
    std::vector<Mover> hidden;
    for (const auto& [number, box] : boxes) {
        const Opener& opener = build.openers[number];
        if (opener.sliding >= 0 || opener.parent >= 0 || opener.frame != row.frame) continue;
        const Bounds passed = swept_box(opener, box);
        if (meets_a_leaf(row, passed, 0)) hidden.push_back({number, opener.frame, passed});
    }
    return hidden;
}

/// Metres of the row's width with no leaf before them.
double free_width(const Row& row, unsigned moved) {
    std::vector<std::pair<double, double>> covered;
    double from = 1e9, to = -1e9, free = 0;
    for (std::size_t i = 0; i < row.panels.size(); ++i) {
        const auto& [opener, closed, open] = row.panels[i];
        from = std::min(from, closed.least.x);
        to = std::max(to, closed.most.x);
        const Bounds& at = moved >> i & 1 ? open : closed;
        covered.emplace_back(at.least.x, at.most.x);
    }
    std::ranges::sort(covered);
    for (const auto& [least, most] : covered) {
        free += std::max(0.0, least - from);
        from = std::max(from, most);
    }
    return free + std::max(0.0, to - from);
}

/// The leaves that move, a bit for each.
unsigned best_of(const Row& row, const std::vector<Mover>& hidden) {
    const auto worth = [&](unsigned moved) {
        const auto out = std::ranges::count_if(
            hidden, [&](const Mover& mover) { return !meets_a_leaf(row, mover.passed, moved); });
        const auto millimetres = static_cast<int>(free_width(row, moved) * 1000 + 0.5);
        return std::tuple(out, millimetres, -std::popcount(moved));
    };
    unsigned best = 0;
    for (unsigned moved = 1; moved < 1U << row.panels.size(); ++moved)
        if (worth(moved) > worth(best)) best = moved;
    return best;
}

/// Gives the chains their turns one after the other, each the first of its wishes with which it meets none of
/// those before it.
class Chooser {
  public:
    explicit Chooser(const Build& build)
        : build_(build),
          sweeps_(build, kSteps),
          paths_(build, sweeps_, kSteps),
          turns_(build.openers.size(), Turn::never),
          wishes_(build.openers.size()) {}

    std::vector<Turn> choose() {
        wish_of_rows();
        wish_of_fronts();
        for (const std::int32_t chain : in_order()) settle(chain);
        for (std::size_t i = 0; i < turns_.size(); ++i)  // a parent stands before its children
            if (const std::int32_t parent = build_.openers[i].parent; parent >= 0)
                turns_[i] = turns_[static_cast<std::size_t>(parent)];
        return turns_;
    }

  private:
    using Wishes = std::vector<Turn>;

    const Opener& opener(std::int32_t chain) const { return build_.openers[static_cast<std::size_t>(chain)]; }
    Turn& turn(std::int32_t chain) { return turns_[static_cast<std::size_t>(chain)]; }
    Wishes& wishes(std::int32_t chain) { return wishes_[static_cast<std::size_t>(chain)]; }
    bool is_front(std::int32_t chain) const { return opener(chain).front >= 0 || opener(chain).sliding >= 0; }

    /// Sliding leaves have one turn each, which their row chooses.
    void wish_of_rows() {
        const Boxes boxes = closed_boxes(build_);
        for (const Row& row : rows_of_leaves(build_, boxes)) {
            const std::vector<Mover> hidden = hidden_by(build_, boxes, row);
            const unsigned moved = best_of(row, hidden);
            for (std::size_t i = 0; i < row.panels.size(); ++i)
                wishes_[row.panels[i].opener] = {moved >> i & 1 ? Turn::first : Turn::never};
            for (const Mover& mover : hidden)
                wishes_[mover.opener] = {meets_a_leaf(row, mover.passed, moved) ? Turn::never : Turn::second};
        }
    }

    /// Where two have no business with each other both open all the way long; where they do, one after the
    /// other may help.
    void wish_of_fronts() {
        for (const std::int32_t front : sweeps_.chains()) {
            if (opener(front).front < 0 || !wishes(front).empty()) continue;
            for (const std::int32_t inner : sweeps_.chains())
                if (sweeps_.is_behind(inner, front) &&
                    paths_.meet(inner, Turn::throughout, front, Turn::never)) {
                    wishes(front) = {Turn::first, Turn::second};  // the latter without what is behind it
                    if (wishes(inner).empty()) wishes(inner) = {Turn::second};
                    ++behind_[front];
                }
        }
        for (const std::int32_t chain : sweeps_.chains())
            if (wishes(chain).empty()) wishes(chain) = {Turn::throughout, Turn::second, Turn::first};
    }

    /// What stands before others comes before them; of two fronts that with more behind it, then the larger.
    std::vector<std::int32_t> in_order() {
        std::vector<std::int32_t> order(sweeps_.chains().begin(), sweeps_.chains().end());
        const auto rank = [&](std::int32_t chain) {
            const glm::dvec3 size = paths_.size(chain);
            const auto area =
                static_cast<int>(size.x * size.y * 1e6 + 0.5);  // whole mm²: alike when mirrored
            return std::tuple(opener(chain).sliding < 0, !is_front(chain), -behind_[chain], -area);
        };
        std::ranges::stable_sort(order, {}, rank);
        return order;
    }

    void settle(std::int32_t chain) {
        const Turn best = wishes(chain).front();
        if (opener(chain).sliding >= 0)
            turn(chain) = best;
        else if (best != Turn::never && !sweeps_.alone(chain) && !fulfil(chain))
            follow(chain);
        settled_.push_back(chain);
    }

    bool fulfil(std::int32_t chain) {
        for (const Turn wish : wishes(chain))
            if (blocking(chain, wish).empty()) {
                turn(chain) = wish;
                return true;
            }
        return false;
    }

    /// Those in its way open first and it opens second, where they can.
    void follow(std::int32_t chain) {
        const std::vector<std::int32_t> before = blocking(chain, Turn::second);
        const std::vector<Turn> were = turns_;
        const bool can = std::ranges::all_of(before, [&](std::int32_t other) {
            if (turn(other) != Turn::throughout || !blocking(other, Turn::first).empty()) return false;
            turn(other) = Turn::first;
            return true;
        });
        if (can && blocking(chain, Turn::second).empty())
            turn(chain) = Turn::second;
        else
            turns_ = were;
    }

    /// Those it would meet of all that have their turn. What is closed and not before it has been looked at:
    /// it is not stuck.
    std::vector<std::int32_t> blocking(std::int32_t chain, Turn wish) {
        std::vector<std::int32_t> met;
        for (const std::int32_t other : settled_) {
            if (other == chain || (turn(other) == Turn::never && !sweeps_.is_behind(chain, other))) continue;
            if (meet(chain, wish, other, turn(other))) met.push_back(other);
        }
        return met;
    }

    /// What goes first is twice as fast as what goes all the way long, but where things are opened by hand
    /// they go side by side: both must do.
    bool meet(std::int32_t a, Turn turn_of_a, std::int32_t b, Turn turn_of_b) {
        using enum Turn;
        const bool abreast = (turn_of_a == first && turn_of_b == throughout) ||
                             (turn_of_a == throughout && turn_of_b == first);
        return paths_.meet(a, turn_of_a, b, turn_of_b) ||
               (abreast && paths_.meet(a, throughout, b, throughout));
    }

    const Build& build_;
    Sweeps sweeps_;
    OpenPaths paths_;
    std::vector<Turn> turns_;
    std::vector<Wishes> wishes_;          ///< by opener, the best first
    std::map<std::int32_t, int> behind_;  ///< how many come out from behind a front
    std::vector<std::int32_t> settled_;
};

}  // namespace

std::vector<Turn> turns(const Build& build) {
    return Chooser(build).choose();
}

double open_by(Turn turn, double share) {
    switch (turn) {
        case Turn::throughout:
            return share;
        case Turn::first:
            return std::min(share * 2, 1.0);
        case Turn::second:
            return std::max(share * 2 - 1, 0.0);
        case Turn::never:
            break;
    }
    return 0;
}

std::vector<double> open_all(const Build& build, double share) {
    std::vector<double> open;
    for (const Turn turn : turns(build)) open.push_back(open_by(turn, share));
    return open;
}

}  // namespace maatkast
