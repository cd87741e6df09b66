#pragma once
// Boxes by where they stand in plan: which of thousands are near one of them, without looking at all.

#include <cstdint>
#include <span>
#include <vector>

#include "model/build/clash.h"

namespace maatkast {

/// Cells of half a metre, or more where there would be many more cells than boxes. Holds numbers, not the
/// boxes; a box whose least lies beyond its most is left out.
class PlanGrid {
  public:
    explicit PlanGrid(std::span<const Bounds> boxes);

    /// Replaces `into` by the numbers of the boxes in the cells that `box` lies in, each once: all that meet
    /// it, and some that do not.
    void near(const Bounds& box, std::vector<std::int32_t>& into);

  private:
    std::size_t column(double x) const;
    std::size_t row(double z) const;
    void set_cells(std::span<const Bounds> boxes);
    template <class See>
    void for_each_cell(const Bounds& box, See see) const;

    Bounds around_;
    double cell_ = 0.5;  // metres
    std::size_t columns_ = 1, rows_ = 1;
    std::vector<std::uint32_t> first_;  ///< by cell: where its numbers begin; one more than cells
    std::vector<std::int32_t> numbers_;
    std::vector<std::uint32_t> seen_;  ///< by number: the last query that it was given to
    std::uint32_t queries_ = 0;
};

}  // namespace maatkast
