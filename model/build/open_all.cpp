#include "model/build/open_all.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "model/build/swept.h"

namespace maatkast {
namespace {

constexpr double kTouch = 1e-4;  // metres that boxes may share

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

}  // namespace

std::vector<Turn> turns(const Build& build) {
    std::vector<Turn> turns(build.openers.size(), Turn::throughout);
    if (std::ranges::all_of(build.openers, [](const Opener& o) { return o.sliding < 0; })) return turns;
    const Boxes boxes = closed_boxes(build);
    for (const Row& row : rows_of_leaves(build, boxes)) {
        const std::vector<Mover> hidden = hidden_by(build, boxes, row);
        const unsigned moved = best_of(row, hidden);
        for (std::size_t i = 0; i < row.panels.size(); ++i)
            turns[row.panels[i].opener] = moved >> i & 1 ? Turn::first : Turn::never;
        for (const Mover& mover : hidden)
            turns[mover.opener] = meets_a_leaf(row, mover.passed, moved) ? Turn::never : Turn::second;
    }
    for (std::size_t i = 0; i < turns.size(); ++i)  // a parent stands before its children
        if (const std::int32_t parent = build.openers[i].parent; parent >= 0)
            turns[i] = turns[static_cast<std::size_t>(parent)];
    return turns;
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
