#pragma once
// What belongs to the whole cabinet instead of a bay: worktop, cornice, the panels at its ends, the strip up
// to the ceiling, and what a wall-hung cabinet hangs on. First the room that it takes, for the layout, then
// its parts.

#include "model/build/builder.h"
#include "model/build/finding.h"

namespace maatkast {

enum class Side : std::uint8_t { left, right };

/// One of worktop, cornice and top filler is made, the first of them that is chosen; whole.one_top refuses
/// the others.
bool has_cornice(const Design& design);
bool has_top_filler(const Design& design);

const End& end_of(const Design& design, Side side);
/// Whether an upright stands there, and so whether anything can stand beside it.
bool closed_end(const Design& design, Side side);
/// A filler says that a wall stands there; everywhere else an end is seen.
bool against_wall(const Design& design, Side side);

/// What worktop or cornice takes off the height of every carcase, joint included.
Length above_carcase(const Book& book, const Design& design);
/// The top filler stands on top of the design's height.
Length over_top(const Design& design);
/// Worktop's or cornice's overhang before the fronts.
Length before_fronts(const Design& design);
/// Beside the upright at an end: cladding, filler, the cornice's overhang. A filler takes the joints up, so
/// that a cabinet between two walls has bays of whole millimetres.
Length beside_end(const Book& book, const Design& design, Side side);
/// Depth behind the carcases, given what their backs take: room for braces, and for the rails of a hung
/// cabinet.
Length behind_carcase(const Book& book, const Design& design, Length backs);

/// The way out of everything about hanging: on a plinth as high as the book starts with.
Repair set_on_floor(const Book& book);

/// Z where what stands on the floor begins, before the backs and before a skirting board.
Length foot_back(const Book& book, const Design& design, Length back_zone);
/// How deep a skirting board may be for a foot or leg to find room before it, under a carcase whose front
/// edge is at z `front`; the returns of a plinth are then that long at least. Below zero where there is no
/// room without one.
Length skirting_behind(const Book& book, const Design& design, Length front);
/// The same for every upright of the whole.
Length deepest_skirting(const Book& book, const Design& design, const Layout& layout);
/// Cuts the lower back corner of a board across the depth, which reaches the floor, out round the skirting
/// board. Not for one whose outline lies in another plane than its depth and height.
void notch_skirting(const Builder& builder, BoardSpec& spec);
/// Whether the plinth of a bay ends at its upright on that side: no bay with a plinth goes on beyond it.
bool plinth_ends(const Design& design, std::size_t bay, Side side);
/// Y where the panel at an end begins: it reaches the floor beside a plinth, and where its upright does.
Length end_foot(const Design& design, const UprightLayout& upright);

/// The finish of a board of this thickness that is seen from the front without being one: that of the fronts,
/// or of the carcase where there are none. Beside mirrors, which only fronts are made of, that of the carcase
/// too, or where it does not come so thick, what mirrors look like behind.
std::uint16_t facing_finish(const Builder& builder, Length thickness);

/// The board for that, as thick as the fronts, or as the carcase where there are none.
struct Facing {
    std::uint16_t finish;
    Length thickness;
};
Facing facing_of(const Builder& builder);

void build_worktop(Builder& builder);
void build_cornice(Builder& builder);
void build_top_filler(Builder& builder);
void build_end_panels(Builder& builder);
/// Rails of a wall-hung cabinet, none for others.
void build_hanging(Builder& builder);
/// All of the above.
void build_whole(Builder& builder);
/// The cross of steel bars behind a bay; none where its back is something else.
void build_brace(BayBuilder& bay);

/// Degrees between a brace's bars and the floor; how far its bars reach is limited by the book, so that they
/// stiffen a tall bay too.
double brace_angle(const Book& book, const Layout& layout, std::size_t bay);

}  // namespace maatkast
