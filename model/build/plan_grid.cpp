#include "model/build/plan_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace maatkast {
namespace {

constexpr double kCellsPerBox = 4;

bool empty(const Bounds& box) {
    return box.least.x > box.most.x;
}

}  // namespace

PlanGrid::PlanGrid(std::span<const Bounds> boxes) : seen_(boxes.size()) {
    set_cells(boxes);
    first_.assign(columns_ * rows_ + 1, 0);
    for (const Bounds& box : boxes)
        if (!empty(box)) for_each_cell(box, [&](std::size_t cell) { ++first_[cell + 1]; });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    numbers_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!empty(boxes[i]))
            for_each_cell(boxes[i],
                          [&](std::size_t cell) { numbers_[next[cell]++] = static_cast<std::int32_t>(i); });
}

void PlanGrid::set_cells(std::span<const Bounds> boxes) {
    for (const Bounds& box : boxes)
        if (!empty(box)) around_.take_in(box);
    if (empty(around_)) around_ = {glm::dvec3(0), glm::dvec3(0)};
    const glm::dvec3 size = around_.most - around_.least;
    cell_ =
        std::max(cell_, std::sqrt(size.x * size.z / (kCellsPerBox * static_cast<double>(boxes.size() + 1))));
    columns_ = static_cast<std::size_t>(size.x / cell_) + 1;
    rows_ = static_cast<std::size_t>(size.z / cell_) + 1;
}

std::size_t PlanGrid::column(double x) const {
    return static_cast<std::size_t>(
        std::clamp((x - around_.least.x) / cell_, 0.0, static_cast<double>(columns_ - 1)));
}

std::size_t PlanGrid::row(double z) const {
    return static_cast<std::size_t>(
        std::clamp((z - around_.least.z) / cell_, 0.0, static_cast<double>(rows_ - 1)));
}

template <class See>
void PlanGrid::for_each_cell(const Bounds& box, See see) const {
    const std::size_t x0 = column(box.least.x), x1 = column(box.most.x), z1 = row(box.most.z);
    for (std::size_t z = row(box.least.z); z <= z1; ++z)
        for (std::size_t x = x0; x <= x1; ++x) see(z * columns_ + x);
}

void PlanGrid::near(const Bounds& box, std::vector<std::int32_t>& into) {
    into.clear();
    ++queries_;
    for_each_cell(box, [&](std::size_t cell) {
        for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
            const auto number = static_cast<std::size_t>(numbers_[i]);
            if (seen_[number] == queries_) continue;
            seen_[number] = queries_;
            into.push_back(numbers_[i]);
        }
    });
}

}  // namespace maatkast
