#include "model/design/bay_order.h"

#include <algorithm>

#include "model/design/kneehole.h"
#include "model/design/runs.h"

namespace maatkast {
namespace {

std::ptrdiff_t at(std::size_t index) {
    return static_cast<std::ptrdiff_t>(index);
}

/// What stood right of the new corner is measured along the next wall.
void part_run(Design& design, std::size_t bay) {
    const std::size_t index = run_of(design, bay);
    const int run = static_cast<int>(index);
    const Run whole = runs_of(design)[index], left{whole.first, bay - whole.first};
    const Length end = run_length(design, left), next = end + design.bays[bay].width;
    for (RoomObstacle& obstacle : design.room.obstacles) {
        const bool beyond = obstacle.run == run && obstacle.x >= end;
        if (beyond) obstacle.x -= next;
        if (beyond || obstacle.run > run) ++obstacle.run;
    }
    const bool right_is_longer = whole.count - left.count - 1 > left.count;
    if (design.main_run > run || (design.main_run == run && right_is_longer)) ++design.main_run;
}

void join_runs(Design& design, std::size_t corner) {
    const std::size_t index = run_of(design, corner);
    const int run = static_cast<int>(index);
    const Length next = run_length(design, runs_of(design)[index]) + design.bays[corner].width;
    for (RoomObstacle& obstacle : design.room.obstacles) {
        if (obstacle.run == run + 1) obstacle.x += next;
        if (obstacle.run > run) --obstacle.run;
    }
    if (design.main_run > run) --design.main_run;
}

bool covers(const Sliding& sliding, int bay) {
    return sliding.first <= bay && bay <= sliding.last;
}

/// The bay leaves the range; empty (first after last) where it was the only one.
void leave(Sliding& sliding, int bay) {
    if (sliding.last >= bay) --sliding.last;
    if (sliding.first > bay) --sliding.first;
}

/// A bay comes to stand at this index; between two bays of the range it joins them.
void enter(Sliding& sliding, int bay) {
    if (sliding.last >= bay) ++sliding.last;
    if (sliding.first >= bay) ++sliding.first;
}

void drop_empty(std::vector<Sliding>& sliding) {
    std::erase_if(sliding, [](const Sliding& range) { return range.first > range.last; });
}

/// Cuts the range to its first stretch of bays that leaves may stand before; empty where there is none.
void keep_allowed(Sliding& sliding, const Design& design) {
    const auto allowed = [&](int bay) {
        return may_slide_before(design.bays[static_cast<std::size_t>(bay)]);
    };
    while (sliding.first <= sliding.last && !allowed(sliding.first)) ++sliding.first;
    int end = sliding.first;
    while (end <= sliding.last && allowed(end)) ++end;
    sliding.last = end - 1;
}

}  // namespace

void insert_copy(Design& design, std::size_t bay) {
    Bay copy = design.bays[bay];
    if (is_corner(copy.shape)) copy.shape = BayShape::straight;
    design.bays.insert(design.bays.begin() + at(bay) + 1, std::move(copy));
    const int index = static_cast<int>(bay);
    for (Sliding& sliding : design.sliding) {
        if (sliding.last >= index) ++sliding.last;
        if (sliding.first > index) ++sliding.first;
    }
    settle(design);
}

void take_out(Design& design, std::size_t bay) {
    reshape(design, bay, BayShape::straight);
    design.bays.erase(design.bays.begin() + at(bay));
    for (Sliding& sliding : design.sliding) leave(sliding, static_cast<int>(bay));
    drop_empty(design.sliding);
    settle(design);
}

void move_to(Design& design, std::size_t from, std::size_t to) {
    Bay moved = std::move(design.bays[from]);
    design.bays.erase(design.bays.begin() + at(from));
    design.bays.insert(design.bays.begin() + at(to), std::move(moved));
    const int left = static_cast<int>(from), entered = static_cast<int>(to);
    std::optional<Sliding> taken_along;
    for (Sliding& sliding : design.sliding) {
        if (covers(sliding, left) && covers(sliding, entered)) continue;
        if (sliding.first == left && sliding.last == left) taken_along = sliding;
        leave(sliding, left);
        enter(sliding, entered);
    }
    drop_empty(design.sliding);
    const auto there = [&](const Sliding& sliding) { return covers(sliding, entered); };
    if (taken_along && std::ranges::none_of(design.sliding, there)) {
        taken_along->first = taken_along->last = entered;
        design.sliding.push_back(*taken_along);
        std::ranges::sort(design.sliding, {}, &Sliding::first);
    }
    settle(design);
}

void reshape(Design& design, std::size_t bay, BayShape shape) {
    const bool was = is_corner(design.bays[bay].shape), is = is_corner(shape);
    if (was && !is) join_runs(design, bay);
    if (!was && is) part_run(design, bay);
    design.bays[bay].shape = shape;
    settle(design);
}

void settle(Design& design) {
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        if (is_end(design.bays[i].shape) && !may_be_end(design, i)) design.bays[i].shape = BayShape::straight;
    for (Bay& bay : design.bays)
        if (bay.shape != BayShape::straight) bay.kneehole = false;
    for (Sliding& sliding : design.sliding) keep_allowed(sliding, design);
    drop_empty(design.sliding);
}

}  // namespace maatkast
