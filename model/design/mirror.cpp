#include "model/design/mirror.h"

#include <algorithm>

#include "model/build/kinds.h"
#include "model/design/runs.h"

namespace maatkast {
namespace {

/// `left` for `right` and the other way round, where one of them stands in the id: `bifold_left`.
std::string other_side(std::string id) {
    constexpr std::string_view kLeft = "left", kRight = "right";
    if (const auto at = id.find(kLeft); at != std::string::npos) return id.replace(at, kLeft.size(), kRight);
    if (const auto at = id.find(kRight); at != std::string::npos) return id.replace(at, kRight.size(), kLeft);
    return id;
}

/// A kind that has no counterpart is its own.
const FrontKind* other_side(const FrontKind* kind) {
    const FrontKind* other = find_front_kind(other_side(std::string(kind->id)));
    return other ? other : kind;
}
const InteriorKind* other_side(const InteriorKind* kind) {
    const InteriorKind* other = find_interior_kind(other_side(std::string(kind->id)));
    return other ? other : kind;
}

BayShape other_side(BayShape shape) {
    if (shape == BayShape::corner_blind_left) return BayShape::corner_blind_right;
    if (shape == BayShape::corner_blind_right) return BayShape::corner_blind_left;
    return shape;
}

Slope::Side other_side(Slope::Side side) {
    if (side == Slope::Side::left) return Slope::Side::right;
    if (side == Slope::Side::right) return Slope::Side::left;
    return side;
}

void mirror_bays(Design& design) {
    std::ranges::reverse(design.bays);
    for (Bay& bay : design.bays) {
        bay.shape = other_side(bay.shape);
        for (Front& front : bay.fronts) front.kind = other_side(front.kind);
        for (Opening& opening : bay.openings) opening.interior.kind = other_side(opening.interior.kind);
    }
}

/// Those that are no exception are left out behind the last that is.
void mirror_leaves(Sliding& sliding) {
    auto& finishes = sliding.leaf_finishes;
    finishes.resize(static_cast<std::size_t>(sliding.leaves));
    std::ranges::reverse(finishes);
    while (!finishes.empty() && !finishes.back()) finishes.pop_back();
}

void mirror_sliding(Design& design) {
    const int last = static_cast<int>(design.bays.size()) - 1;
    std::ranges::reverse(design.sliding);
    for (Sliding& sliding : design.sliding) {
        std::swap(sliding.first, sliding.last);
        sliding.first = last - sliding.first;
        sliding.last = last - sliding.last;
        mirror_leaves(sliding);
    }
}

/// Before the bays are turned: a run's length is that of the bays it has.
void mirror_walls(Design& design) {
    const std::vector<Run> runs = runs_of(design);
    const int last = static_cast<int>(runs.size()) - 1;
    design.main_run = last - design.main_run;
    for (RoomObstacle& obstacle : design.room.obstacles) {
        const Run& run = runs[static_cast<std::size_t>(obstacle.run)];
        obstacle.x = run_length(design, run) - obstacle.x - obstacle.width;
        obstacle.run = last - obstacle.run;
    }
    if (design.room.slope) design.room.slope->side = other_side(design.room.slope->side);
}

}  // namespace

// The book has no say in it yet: a run is as long as its bays and uprights.
Design mirrored(const Book&, const Design& design) {
    Design mirror = design;
    mirror_walls(mirror);
    mirror_bays(mirror);
    mirror_sliding(mirror);
    std::swap(mirror.left_end, mirror.right_end);
    return mirror;
}

}  // namespace maatkast
