#include "tools/scene/dimensions.h"

#include <algorithm>
#include <cmath>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/whole.h"
#include "tools/scene/clear_space.h"

namespace maatkast::scene {
namespace {

using When = DimensionSide::When;

constexpr double kRight = 0.02;     // metres: between equals the left side is taken, away from the panels
constexpr double kBehind = 0.25;    // an edge at the wall, where one at the front would do
constexpr double kThrough = 0.5;    // and beyond the wall
constexpr double kAcross = 0.15;    // for each metre that an extension line runs over the cabinet
constexpr double kFromEdge = 0.15;  // metres at most from a bay's side to the heights inside it

/// Stacks and places are numbered: for each run its widths below and above, for the ends heights and depths.
constexpr int kPerRun = 10;
int stack_of(std::size_t run, int kind) {
    return static_cast<int>(run) * kPerRun + kind;
}
enum : int { kBelow, kAbove, kHeight, kDepth, kLow, kInside };
int place_of(int stack, int number) {
    return stack * 10 + number;
}

class Measurer {
  public:
    Measurer(const Book& book, const Design& design, std::optional<std::size_t> bay)
        : book_(book),
          design_(design),
          layout_(make_layout(book, design)),
          size_(overall_size(book, design)),
          low_(design.base.kind == BaseKind::hung ? layout_.base : Length{}),
          bay_(bay && *bay < design.bays.size() ? bay : std::nullopt) {}

    std::vector<Dimension> measure() {
        for (std::size_t run = 0; run < layout_.runs.size(); ++run) {
            add_bays(run);
            layout_.runs.size() > 1 ? add_wall(run) : add_width();
        }
        if (bay_)
            add_openings(*bay_, {inside_of(*bay_)}, kInside);
        else
            for (const Side end : {Side::left, Side::right}) add_openings_at(end);
        add_height();
        add_low();
        add_depths();
        return std::move(list_);
    }

  private:
    const Run& bays_of(std::size_t run) const { return layout_.runs[run].bays; }
    std::size_t run_at(Side end) const { return end == Side::left ? 0 : layout_.runs.size() - 1; }
    /// Of the bay at a free end; nothing where a corner stands there.
    std::optional<std::size_t> bay_at(Side end) const {
        const Run& bays = bays_of(run_at(end));
        if (bays.count == 0) return {};
        return end == Side::left ? bays.first : bays.first + bays.count - 1;
    }
    Length thickness(std::size_t upright) const {
        return layout_.uprights[upright].exists ? layout_.carcase_thickness : Length{};
    }

    /// Where a run begins and ends in its own axes: at the wall of a corner, or at the cabinet's outside.
    Length left(std::size_t run) const {
        const UprightLayout& first = layout_.uprights[bays_of(run).first];
        if (run == 0) return first.left - beside_end(book_, design_, Side::left);
        return first.left + layout_.carcase_thickness - layout_.corners[run - 1].right_leg;
    }
    Length right(std::size_t run) const {
        if (run < layout_.corners.size()) return layout_.corners[run].point;
        const std::size_t last = bays_of(run).first + bays_of(run).count;
        return layout_.uprights[last].left + thickness(last) + beside_end(book_, design_, Side::right);
    }
    Length end(Side side) const { return side == Side::left ? left(0) : right(layout_.runs.size() - 1); }
    Length depth(std::size_t run) const {
        Length deepest{};
        const Run& bays = bays_of(run);
        for (std::size_t i = bays.first; i < bays.first + bays.count; ++i)
            deepest = std::max(deepest, design_.bays[i].depth);
        return deepest;
    }

    glm::dvec3 point(std::size_t run, Length x, Length y, Length z) const {
        return {frame_matrix(layout_.runs[run].frame) * glm::dvec4(x.metres(), y.metres(), z.metres(), 1)};
    }
    glm::dvec3 direction(std::size_t run, const glm::dvec3& axis) const {
        return {frame_matrix(layout_.runs[run].frame) * glm::dvec4(axis, 0)};
    }

    void add(DimensionKind kind, int stack, std::vector<DimensionSide> sides, Length value, std::string path,
             Length more = {}) {
        if (value <= Length{} || sides.empty()) return;
        const int what = stack % kPerRun;
        const bool upright = what == kHeight || what == kLow || what == kInside;
        const glm::dvec3 along =
            upright ? glm::dvec3(0, 1, 0) : glm::normalize(sides.front().to - sides.front().from);
        list_.push_back({kind, stack, along, std::move(sides), value, std::move(path), more});
    }

    /// Along the lower edge of a face: below it, or on the floor before it where one looks down.
    std::vector<DimensionSide> below(int stack, int number, const glm::dvec3& from, const glm::dvec3& to,
                                     const glm::dvec3& face, bool clear) const {
        const auto side = [&](int more, const glm::dvec3& out, When when) {
            return DimensionSide{place_of(stack, number + more), from, to, out, face, when, clear, false, 0};
        };
        return {side(0, {0, -1, 0}, When::from_eye_level), side(1, face, When::from_above)};
    }

    void add_bays(std::size_t run);
    void add_width();
    void add_wall(std::size_t run);
    void add_height();
    void add_low();
    void add_depths();
    void add_openings_at(Side end);
    void add_openings(std::size_t bay, const std::vector<DimensionSide>& sides, int stack);
    DimensionSide inside_of(std::size_t bay) const;
    std::vector<DimensionSide> beside(Side end, int stack, Length low, Length high, Length high_at) const;
    Length highest_at(Side end) const;

    const Book& book_;
    const Design& design_;
    Layout layout_;
    Length3 size_;
    Length low_;  ///< of what stands or hangs, as far as widths and depths are drawn below it
    std::optional<std::size_t> bay_;
    std::vector<Dimension> list_;
};

/// The clear widths that a design holds, before the front of each run.
void Measurer::add_bays(std::size_t run) {
    const Run& bays = bays_of(run);
    const glm::dvec3 face = direction(run, {0, 0, 1});
    const int stack = stack_of(run, kBelow);
    for (std::size_t i = bays.first; i < bays.first + bays.count; ++i) {
        const BayLayout& at = layout_.bays[i];
        const Length z = design_.bays[i].depth;
        add(DimensionKind::bay, stack,
            below(stack, 0, point(run, at.left, low_, z), point(run, at.right, low_, z), face,
                  layout_.runs.size() == 1),
            at.right - at.left, "bays/" + std::to_string(i) + "/width");
    }
}

/// Of a cabinet along one wall.
void Measurer::add_width() {
    const int stack = stack_of(0, kBelow);
    const Length z = depth(0);
    add(DimensionKind::overall, stack,
        below(stack, 0, point(0, left(0), low_, z), point(0, right(0), low_, z), {0, 0, 1}, true),
        right(0) - left(0), "width");
}

/// Of one wall of several: on it, above the cabinet, from corner to corner; nearer, what corners take of it.
void Measurer::add_wall(std::size_t run) {
    const int stack = stack_of(run, kAbove);
    const auto along = [&](DimensionKind kind, Length from, Length to, const std::string& path) {
        const DimensionSide side{place_of(stack, 0),
                                 point(run, from, size_.y, {}),
                                 point(run, to, size_.y, {}),
                                 {0, 1, 0},
                                 direction(run, {0, 0, 1}),
                                 When::always,
                                 true,
                                 false,
                                 0};
        add(kind, stack, {side}, to - from, path);
    };
    if (run > 0) along(DimensionKind::leg, left(run), left(run) + layout_.corners[run - 1].right_leg, "");
    if (run < layout_.corners.size())
        along(DimensionKind::leg, right(run) - layout_.corners[run].left_leg, right(run), "");
    along(DimensionKind::overall, left(run), right(run),
          run == static_cast<std::size_t>(design_.main_run) ? "width" : "");
}

/// x of the outermost upright at an end of the whole that is as high as the whole; else the end.
Length Measurer::highest_at(Side side) const {
    const std::size_t run = run_at(side);
    const Run& bays = bays_of(run);
    for (std::size_t i = 0; i <= bays.count; ++i) {
        const std::size_t upright = side == Side::left ? bays.first + i : bays.first + bays.count - i;
        const UprightLayout& at = layout_.uprights[upright];
        if (!at.exists || at.top + layout_.above < layout_.height) continue;
        if (i == 0) return end(side);
        return side == Side::left ? at.left : at.left + layout_.carcase_thickness;
    }
    return end(side);
}

/// Edges upright at an end: to its outside, before its front, and at the wall.
std::vector<DimensionSide> Measurer::beside(Side side, int stack, Length low, Length high,
                                            Length high_at) const {
    const auto bay = bay_at(side);
    if (!bay) return {};
    const std::size_t run = run_at(side);
    const double sign = side == Side::left ? -1 : 1;
    const glm::dvec3 away = direction(run, {sign, 0, 0}), front = direction(run, {0, 0, 1});
    const Length z = design_.bays[*bay].depth;
    const double across = std::abs((high_at - end(side)).metres()) * kAcross;
    const double right = across + (side == Side::right ? kRight : 0);
    const int first = side == Side::left ? 0 : 4;
    std::vector<DimensionSide> sides;
    const auto edge = [&](int number, Length at, const glm::dvec3& out, double dislike) {
        sides.push_back({place_of(stack, first + number), point(run, end(side), low, at),
                         point(run, high_at, high, at), out, glm::dvec3(0), When::always, true, false,
                         right + dislike});
    };
    edge(0, z, away, 0);
    edge(1, z, front, kRight);
    edge(2, {}, away, kBehind);
    edge(3, {}, -front, kThrough);
    return sides;
}

/// Where the ceiling slopes to one side, at the other.
void Measurer::add_height() {
    const int stack = stack_of(0, kHeight);
    std::vector<DimensionSide> sides;
    const auto& slope = design_.room.slope;
    for (const Side side : {Side::left, Side::right}) {
        if (slope && slope->side == (side == Side::left ? Slope::Side::left : Slope::Side::right)) continue;
        const auto more = beside(side, stack, {}, size_.y, highest_at(side));
        sides.insert(sides.end(), more.begin(), more.end());
    }
    add(DimensionKind::overall, stack, std::move(sides), size_.y, "height", total_height(design_) - size_.y);
}

/// The height at the low end, of a slope along the wall of a single run.
void Measurer::add_low() {
    const auto& slope = design_.room.slope;
    if (!slope || slope->side == Slope::Side::back || layout_.runs.size() > 1) return;
    const Side side = slope->side == Slope::Side::left ? Side::left : Side::right;
    const UprightLayout& upright = side == Side::left ? layout_.uprights.front() : layout_.uprights.back();
    const Length high = upright.top + layout_.above;
    if (!upright.exists || high >= size_.y) return;
    const int stack = stack_of(0, kLow);
    add(DimensionKind::low, stack, beside(side, stack, {}, high, end(side)), high, "room/slope/low",
        slope_sizes(book_, design_).low - high);
}

/// At the free ends: of one wall the deepest of all, of several what stands at each end.
void Measurer::add_depths() {
    const bool one = layout_.runs.size() == 1;
    std::vector<DimensionSide> sides;
    for (const Side side : {Side::left, Side::right}) {
        const auto bay = bay_at(side);
        if (!bay) continue;
        const std::size_t run = run_at(side);
        const int stack = stack_of(one ? 0 : run, kDepth);
        const Length deep = one ? size_.z : design_.bays[*bay].depth;
        const glm::dvec3 face = direction(run, {side == Side::left ? -1 : 1, 0, 0});
        const auto found = below(stack, side == Side::left ? 0 : 4, point(run, end(side), low_, {}),
                                 point(run, end(side), low_, deep), face, one);
        if (!one) {
            add(DimensionKind::overall, stack, found, deep, "bays/" + std::to_string(*bay) + "/depth");
            continue;
        }
        sides.insert(sides.end(), found.begin(), found.end());
    }
    if (one)
        add(DimensionKind::overall, stack_of(0, kDepth), std::move(sides), size_.z, "depth",
            total_depth(design_) - size_.z);
}

DimensionSide Measurer::inside_of(std::size_t bay) const {
    const BayLayout& at = layout_.bays[bay];
    const glm::dmat4 frame = bay_frame(layout_, bay);
    const double x = at.left.metres() + std::min((at.right - at.left).metres() / 4, kFromEdge);
    // Before closed fronts, so that they do not hide it.
    const double z = (at.front + layout_.front_back + layout_.front_thickness).metres();
    const glm::dvec3 foot(frame * glm::dvec4(x, 0, z, 1));
    const glm::dvec3 out(frame * glm::dvec4(-1, 0, 0, 0)), face(frame * glm::dvec4(0, 0, 1, 0));
    return {place_of(kInside, 0), foot, foot, out, face, When::always, false, true, 0};
}

void Measurer::add_openings_at(Side side) {
    const auto bay = bay_at(side);
    if (!bay || design_.bays[*bay].openings.size() < 2) return;
    const auto& slope = design_.room.slope;
    const bool low = slope && slope->side == (side == Side::left ? Slope::Side::left : Slope::Side::right);
    const int stack = stack_of(0, low ? kLow : kHeight);
    add_openings(*bay, beside(side, stack, {}, {}, end(side)), stack);
}

/// Clear heights, and what lies below the lowest. `sides` stand on the floor.
void Measurer::add_openings(std::size_t bay, const std::vector<DimensionSide>& sides, int stack) {
    const Bay& at = design_.bays[bay];
    const std::string path = "bays/" + std::to_string(bay);
    const auto between = [&](Length low, Length high, const std::string& edit, Length edited) {
        std::vector<DimensionSide> here = sides;
        for (DimensionSide& side : here) {
            side.from.y = low.metres();
            side.to.y = high.metres();
        }
        add(DimensionKind::opening, stack, std::move(here), high - low, edit, edited - (high - low));
    };
    if (!at.kneehole) between({}, layout_.bays[bay].floor, "base/height", design_.base.height);
    for (std::size_t i = 0; i < at.openings.size(); ++i) {
        const OpeningLayout& space = layout_.opening(bay, i);
        if (!space.exists) continue;
        const auto& top = at.openings[i].top;
        between(space.bottom, space.top,
                top ? path + "/openings/" + std::to_string(i) + "/top" : path + "/height",
                top ? *top : at.height);
    }
}

}  // namespace

std::vector<Dimension> dimensions(const Book& book, const Design& design, std::optional<std::size_t> bay) {
    return Measurer(book, design, bay).measure();
}

}  // namespace maatkast::scene
