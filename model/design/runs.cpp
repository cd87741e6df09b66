#include "model/design/runs.h"

#include <algorithm>

namespace maatkast {

bool is_corner(BayShape shape) {
    return shape == BayShape::corner_l || shape == BayShape::corner_diagonal ||
           shape == BayShape::corner_blind_left || shape == BayShape::corner_blind_right;
}

bool is_end(BayShape shape) {
    return shape == BayShape::end_round || shape == BayShape::end_diagonal;
}

std::vector<Run> runs_of(const Design& design) {
    std::vector<Run> runs(1);
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        if (is_corner(design.bays[i].shape))
            runs.push_back({i + 1, 0});
        else
            ++runs.back().count;
    }
    return runs;
}

std::size_t run_of(const Design& design, std::size_t bay) {
    const auto end = design.bays.begin() + static_cast<std::ptrdiff_t>(bay);
    return static_cast<std::size_t>(
        std::count_if(design.bays.begin(), end, [](const Bay& at) { return is_corner(at.shape); }));
}

Length run_length(const Design& design, const Run& run) {
    Length length = design.thickness.carcase;
    for (std::size_t i = run.first; i < run.first + run.count; ++i) {
        length += design.bays[i].width;
        if (!is_end(design.bays[i].shape)) length += design.thickness.carcase;
    }
    return length;
}

bool may_be_end(const Design& design, std::size_t bay) {
    return design.bays.size() > 1 && (bay == 0 || bay + 1 == design.bays.size());
}

}  // namespace maatkast
