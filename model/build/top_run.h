#pragma once
// Where boards lie that run on over several bays, from end to end and round the corners: worktops, cornices,
// the strip up to the ceiling, hanging rails.

#include <vector>

#include "model/build/plan.h"
#include "model/build/whole.h"

namespace maatkast {

/// What one wall sees of a bay, in the axes of its run: a straight or end bay, or a corner's part along this
/// wall, from the corner of the walls (`point`) to the neighbour's upright.
struct TopCell {
    std::size_t bay = 0;
    std::size_t run = 0;
    const CornerLayout* corner = nullptr;  ///< of a corner
    bool before = false;                   ///< the corner stands before this wall's bays, not after them
    Length height, depth;                  ///< overall, of the cabinet there
};
std::vector<TopCell> top_cells(const Layout& layout, const Design& design, std::size_t run);

/// How a board ends at one side of its bays: free over the upright's outer face; at the wall of the cabinet's
/// end; against a higher upright; against the side of what is as high but deeper, or
/// higher by less than a board; joined to the next board of
/// the same height and depth; mitred in a corner.
enum class TopEnd : std::uint8_t { free, wall, stopped, butted, joined, mitred };

/// Bays of one height and one depth side by side on one wall, and how they end. left and right: x of the
/// outermost faces that count there - of the upright where it ends free, short of the upright's near face
/// where it is stopped or butted, of the wall; the corner of the walls where it is mitred.
struct TopSpan {
    std::size_t run = 0;
    std::vector<TopCell> cells;
    Length left, right;
    TopEnd left_end = TopEnd::free, right_end = TopEnd::free;

    Length height() const { return cells.front().height; }
    Length depth() const { return cells.front().depth; }
};

/// All spans of a wall from left to right; `longest`: a span is joined over an upright before it gets longer,
/// where its bays allow. Zero: never.
std::vector<TopSpan> top_spans(const Builder& builder, std::size_t run, Length longest);

/// x of the corner of the walls at a run's begin, in the run's own axes.
Length corner_zero(const Layout& layout, const CornerLayout& corner);

/// A corner's part of a front line that lies `inset` behind the overall depth: the points where it bends, in
/// the axes of the run before it; one, or two before a diagonal.
std::vector<PlanPoint> corner_bends(const Builder& builder, const CornerLayout& corner, Length inset);

/// A path along the front of spans that are joined round corners, in the axes of run `run`, as mitred_path
/// wants it.
struct FrontPath {
    std::size_t run = 0;
    Length height;
    std::vector<PlanPoint> points;
};
/// Paths `inset` behind the overall depth. Where a span ends free the path returns to the wall, `side`
/// before the upright; where it is butted it ends `side` earlier; where a diagonal corner leaves no room for
/// a straight piece of boards `width` wide there, it ends on the diagonal. No piece is longer than the book's
/// boards.
std::vector<FrontPath> front_paths(const Builder& builder, Length inset, Length side, Length width);

}  // namespace maatkast
