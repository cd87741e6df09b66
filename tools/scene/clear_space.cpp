#include "tools/scene/clear_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "model/build/kinds.h"
#include "model/build/motion.h"
#include "model/build/shelf.h"

namespace maatkast::scene {
namespace {

constexpr double kOverRail = 0.006;     // metres that a hook takes over its rail
constexpr double kLeast = 0.05;         // no smaller space is of use
constexpr double kOnTop = 0.60;         // free height that is looked for over a cabinet
constexpr double kHighestTop = 1.30;    // of one whose top is dressed
constexpr double kTopMargin = 0.04;     // to the edges of a top
constexpr double kBesideShape = 0.004;  // to the curved or slanted edge of a shelf
constexpr double kTouch = 1e-6;

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

Bounds moved(const Bounds& box, const glm::dmat4& matrix) {
    Bounds out;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::dvec4 at(corner & 1 ? box.most.x : box.least.x, corner & 2 ? box.most.y : box.least.y,
                            corner & 4 ? box.most.z : box.least.z, 1);
        const glm::dvec3 point(matrix * at);
        out.take_in({point, point});
    }
    return out;
}

Bounds grown(const Bounds& box, double by) {
    return {box.least - by, box.most + by};
}

bool useful(const Bounds& box) {
    const glm::dvec3 size = box.most - box.least;
    return size.x > kLeast && size.y > kLeast && size.z > kLeast;
}

double volume(const Bounds& box) {
    const glm::dvec3 size = glm::max(box.most - box.least, glm::dvec3(0));
    return size.x * size.y * size.z;
}

/// Takes away the side of a box that costs it least, so that it ends before an obstacle: never the floor that
/// things stand on, never the rail that they hang from.
void cut_before(Bounds& box, const Bounds& obstacle, bool hangs) {
    Bounds best = {glm::dvec3(0), glm::dvec3(0)};
    for (int axis = 0; axis < 3; ++axis)
        for (const bool low : {false, true}) {
            if (axis == 1 && low != hangs) continue;
            Bounds cut = box;
            if (low)
                cut.least[axis] = obstacle.most[axis];
            else
                cut.most[axis] = obstacle.least[axis];
            if (volume(cut) > volume(best)) best = cut;
        }
    box = best;
}

/// Around what of a piece lies between two heights; empty where nothing does. A convex solid cut by planes
/// has corners of its own and on its edges only.
Bounds slice_of(const Piece& piece, double low, double high) {
    Bounds out;
    const auto add_edge = [&](const glm::dvec3& a, const glm::dvec3& b) {
        const double way = b.y - a.y;
        double from = 0, to = 1;
        if (std::abs(way) > 1e-12) {
            const double t = (low - a.y) / way, u = (high - a.y) / way;
            from = std::max(0.0, std::min(t, u)), to = std::min(1.0, std::max(t, u));
        } else if (a.y < low || a.y > high) {
            return;
        }
        if (from > to) return;
        for (const glm::dvec3& at : {a + (b - a) * from, a + (b - a) * to}) out.take_in({at, at});
    };
    const glm::dvec3 up = piece.rise * piece.height;
    for (std::size_t i = 0; i < piece.count; ++i) {
        const glm::dvec3 &a = piece.corners[i], &b = piece.corners[(i + 1) % piece.count];
        add_edge(a, b);
        add_edge(a + up, b + up);
        add_edge(a, a + up);
    }
    return out;
}

class SpaceFinder {
  public:
    SpaceFinder(const Design& design, const Layout& layout, const Build& build)
        : design_(design), layout_(layout), build_(build) {
        for (std::size_t i = 0; i < build.frames.size(); ++i)
            frames_.push_back(frame_matrix(build, static_cast<std::int32_t>(i)));
        for (const Part& part : build.parts)
            world_.push_back(moved({metres(part.origin), metres(part.origin + part.size)}, frame_of(part)));
    }

    std::vector<ClearSpace> find() {
        for (std::size_t bay = 0; bay < design_.bays.size(); ++bay)
            for (std::size_t i = 0; i < design_.bays[bay].openings.size(); ++i) add_opening(bay, i);
        add_tops();
        return std::move(found_);
    }

  private:
    const glm::dmat4& frame_of(const Part& part) const {
        static const glm::dmat4 world(1);
        return part.frame < 0 ? world : frames_[static_cast<std::size_t>(part.frame)];
    }
    bool is_level(const Part& board) const {
        return board.frame < 0 || build_.frames[static_cast<std::size_t>(board.frame)].pitch.hundredths == 0;
    }
    const Part& part(std::int32_t number) const { return build_.parts[static_cast<std::size_t>(number)]; }
    void add_opening(std::size_t bay, std::size_t opening);
    void add_rails(const ClearSpace& whole);
    void add_standing(ClearSpace space, const std::optional<PlanRect>& taken);
    void add_leg(const ClearSpace& first);
    void add_tops();
    std::optional<std::int32_t> bearer_at(std::size_t bay, Length height) const;
    std::vector<glm::dvec2> plan_of(const Part& board, const glm::dmat4& to_space) const;
    void split(const ClearSpace& space);
    void carve(ClearSpace& space) const;

    const Design& design_;
    const Layout& layout_;
    const Build& build_;
    std::vector<glm::dmat4> frames_;
    std::vector<Bounds> world_;  ///< of each part, closed
    std::vector<ClearSpace> found_;
};

/// Whether what an opening holds moves, so that nothing else can lie in it.
bool is_taken(const Bay& bay, std::size_t opening) {
    if (bay.openings[opening].interior.kind->keeps == Keeps::in_boxes) return true;
    return std::ranges::any_of(bay.fronts, [opening](const Front& front) {
        return front.kind->id == "pullout" && std::cmp_less_equal(front.from, opening) &&
               std::cmp_less_equal(opening, front.to);
    });
}

bool is_glazed(const Bay& bay, std::size_t opening) {
    return std::ranges::any_of(bay.fronts, [opening](const Front& front) {
        return (front.style == FrontStyle::glass_clear || front.style == FrontStyle::glass_frosted) &&
               std::cmp_less_equal(front.from, opening) && std::cmp_less_equal(opening, front.to);
    });
}

void SpaceFinder::add_opening(std::size_t bay, std::size_t opening) {
    const OpeningLayout& at = layout_.opening(bay, opening);
    const BayLayout& in = layout_.bays[bay];
    if (!at.exists || at.bottom >= at.top || is_taken(design_.bays[bay], opening)) return;
    ClearSpace space{.bay = static_cast<std::int32_t>(bay),
                     .opening = static_cast<std::int32_t>(opening),
                     .frame = bay_frame(layout_, bay),
                     .box = {metres({in.left, at.bottom, in.back}), metres({in.right, at.top, in.front})},
                     .covered = covered(design_, bay, opening),
                     .glazed = is_glazed(design_.bays[bay], opening)};
    add_rails(space);
    const auto bearer = bearer_at(bay, at.bottom);
    if (!bearer) return;
    space.bearer = *bearer;
    add_standing(space, {});
}

/// Zones below rails that stand still and run along the bay.
void SpaceFinder::add_rails(const ClearSpace& whole) {
    const Slice& parts = build_.sections[section_of_bay(static_cast<std::size_t>(whole.bay))].parts;
    for (std::uint32_t i = parts.first; i < parts.end(); ++i) {
        const Part& rail = build_.parts[i];
        if (rail.kind != PartKind::rail || rail.opening != whole.opening || rail.opener >= 0) continue;
        const Bounds at = moved(world_[i], glm::inverse(whole.frame));
        if (at.most.x - at.least.x < at.most.z - at.least.z) continue;
        ClearSpace space = whole;
        space.bearer = static_cast<std::int32_t>(i);
        space.hangs = true;
        space.rail = {(at.least.x + at.most.x) / 2, at.most.y, (at.least.z + at.most.z) / 2};
        space.box.most.y = std::min(space.box.most.y, at.most.y + kOverRail);
        carve(space);
        if (useful(space.box)) found_.push_back(space);
    }
}

/// The level board of a bay whose upper face is at a height.
std::optional<std::int32_t> SpaceFinder::bearer_at(std::size_t bay, Length height) const {
    for (const std::size_t section : {section_of_bay(bay), kRunSection}) {
        const Slice& parts = build_.sections[section].parts;
        for (std::uint32_t i = parts.first; i < parts.end(); ++i) {
            const Part& board = build_.parts[i];
            const bool mine = board.bay < 0 || board.bay == static_cast<std::int32_t>(bay);
            if ((board.kind == PartKind::shelf || board.kind == PartKind::bottom) && mine &&
                is_level(board) && board.origin.y + board.size.y == height)
                return static_cast<std::int32_t>(i);
        }
    }
    return {};
}

/// The outline of a board seen from above, in the axes of a space: x and z.
std::vector<glm::dvec2> SpaceFinder::plan_of(const Part& board, const glm::dmat4& to_space) const {
    const glm::dvec3 least = metres(board.origin), most = metres(board.origin + board.size);
    std::vector<glm::dvec3> corners{
        {least.x, 0, least.z}, {most.x, 0, least.z}, {most.x, 0, most.z}, {least.x, 0, most.z}};
    if (board.shape == ShapeKind::prism && board.extrusion == Axis::y) {
        corners.clear();
        // Along y an outline's u is z and its v is x.
        for (const OutlinePoint& point : outline_of(build_, board))
            corners.push_back(least + glm::dvec3(point.v.metres(), 0, point.u.metres()));
    }
    std::vector<glm::dvec2> plan;
    for (const glm::dvec3& corner : corners) {
        const glm::dvec3 at(to_space * frame_of(board) * glm::dvec4(corner, 1));
        plan.emplace_back(at.x, at.z);
    }
    return plan;
}

/// On the board that bears it; where dividers stand, in the columns between them.
void SpaceFinder::add_standing(ClearSpace space, const std::optional<PlanRect>& taken) {
    const std::vector<glm::dvec2> plan = plan_of(part(space.bearer), glm::inverse(space.frame));
    PlanRect rect = largest_rect(plan, taken.value_or(PlanRect{}));
    if (rect.empty()) return;
    const bool shaped = part(space.bearer).shape == ShapeKind::prism;
    if (shaped) rect.least += kBesideShape, rect.most -= kBesideShape;
    const bool straight = design_.bays[static_cast<std::size_t>(space.bay)].shape == BayShape::straight;
    if (straight) {
        rect.least = glm::max(rect.least, {space.box.least.x, space.box.least.z});
        rect.most = glm::min(rect.most, {space.box.most.x, space.box.most.z});
    }
    space.box.least.x = rect.least.x, space.box.least.z = rect.least.y;
    space.box.most.x = rect.most.x, space.box.most.z = rect.most.y;
    if (!useful(space.box)) return;
    const std::size_t before = found_.size();
    split(space);
    const bool first = space.place == 0 && !taken;
    if (first && design_.bays[static_cast<std::size_t>(space.bay)].shape == BayShape::corner_l &&
        found_.size() > before)
        add_leg(found_[before]);
}

/// The other leg of an L, as whoever stands before it sees it.
void SpaceFinder::add_leg(const ClearSpace& first) {
    ClearSpace leg = first;
    const std::size_t run = layout_.bays[static_cast<std::size_t>(first.bay)].run;
    const bool second = run + 1 < layout_.runs.size();
    if (!second) return;
    leg.frame = frame_matrix(layout_.runs[run + 1].frame);
    leg.place = 1;
    const Bounds other = moved(first.box, glm::inverse(leg.frame) * first.frame);
    leg.box.most.y =
        layout_.opening(static_cast<std::size_t>(first.bay), static_cast<std::size_t>(first.opening))
            .top.metres();
    add_standing(leg, PlanRect{{other.least.x - 0.02, other.least.z - 0.02},
                               {other.most.x + 0.02, other.most.z + 0.02}});
}

void SpaceFinder::split(const ClearSpace& space) {
    const Slice& parts = build_.sections[section_of_bay(static_cast<std::size_t>(space.bay))].parts;
    const glm::dmat4 back = glm::inverse(space.frame);
    std::vector<double> lines{space.box.least.x};
    for (std::uint32_t i = parts.first; i < parts.end(); ++i)
        if (build_.parts[i].kind == PartKind::divider && build_.parts[i].opening == space.opening) {
            const Bounds at = moved(world_[i], back);
            lines.push_back(at.least.x);
            lines.push_back(at.most.x);
        }
    lines.push_back(space.box.most.x);
    std::ranges::sort(lines);
    for (std::size_t i = 0; i + 1 < lines.size(); i += 2) {
        ClearSpace column = space;
        column.place += static_cast<std::int32_t>(i / 2);
        column.box.least.x = lines[i];
        column.box.most.x = lines[i + 1];
        carve(column);
        if (useful(column.box)) found_.push_back(column);
    }
}

/// Makes the box smaller until no part but its bearer reaches into it or stands nearer than the clearance.
void SpaceFinder::carve(ClearSpace& space) const {
    const glm::dmat4 back = glm::inverse(space.frame);
    Bounds around = moved(space.box, space.frame);
    for (std::size_t i = 0; i < world_.size(); ++i) {
        if (static_cast<std::int32_t>(i) == space.bearer ||
            !meet(grown(world_[i], kThingClearance), around, kTouch))
            continue;
        const Part& obstacle = build_.parts[i];
        for (const Piece& piece : pieces_of(build_, obstacle)) {
            const Piece here = placed(piece, back * frame_of(obstacle));
            // A solid that stands askew is left alone as long as it stays clear itself, whatever its box
            // does.
            if (!meet(here, box_piece(grown(space.box, kThingClearance)), kTouch)) continue;
            const Bounds cut =
                grown(slice_of(here, space.box.least.y - kThingClearance, space.box.most.y + kThingClearance),
                      kThingClearance);
            if (meet(cut, space.box, kTouch)) cut_before(space.box, cut, space.hangs);
        }
        around = moved(space.box, space.frame);
    }
}

/// What can be seen of a level board that closes its cabinet from above: nothing below a sloping ceiling.
bool is_open_top(const Design& design, const Part& board) {
    const PartKind kind = design.worktop ? PartKind::worktop : PartKind::top;
    return !design.room.slope && board.kind == kind && board.opening < 0 && board.thickness_axis == Axis::y &&
           (board.shape != ShapeKind::prism || board.extrusion == Axis::y);
}

/// Boards that close low cabinets from above: the worktop, or the tops where there is none.
void SpaceFinder::add_tops() {
    std::int32_t number = 0;
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        const Part& board = build_.parts[i];
        if (!is_open_top(design_, board) || world_[i].most.y > kHighestTop || !is_level(board)) continue;
        ClearSpace space{
            .opening = number++, .frame = frame_of(board), .bearer = static_cast<std::int32_t>(i)};
        PlanRect rect = largest_rect(plan_of(board, glm::inverse(space.frame)), {});
        if (rect.empty()) continue;
        rect.least += kTopMargin, rect.most -= kTopMargin;
        const double floor = (board.origin.y + board.size.y).metres();
        space.box = {{rect.least.x, floor, rect.least.y}, {rect.most.x, floor + kOnTop, rect.most.y}};
        if (!useful(space.box)) continue;
        carve(space);
        const bool free = space.box.most.y - space.box.least.y > kOnTop * 0.9;
        if (free && useful(space.box)) found_.push_back(space);
    }
}

bool inside(std::span<const glm::dvec2> polygon, const glm::dvec2& p) {
    bool in = false;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const glm::dvec2 &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) in = !in;
    }
    return in;
}

/// Something of the line between two points lies in the open rectangle (Liang, Barsky 1984).
bool crosses(const glm::dvec2& a, const glm::dvec2& b, const PlanRect& rect) {
    double enters = 0, leaves = 1;
    for (int axis = 0; axis < 2; ++axis) {
        const double way = b[axis] - a[axis], low = rect.least[axis] + kTouch,
                     high = rect.most[axis] - kTouch;
        if (std::abs(way) < 1e-12) {
            if (a[axis] <= low || a[axis] >= high) return false;
            continue;
        }
        const double t = (low - a[axis]) / way, u = (high - a[axis]) / way;
        enters = std::max(enters, std::min(t, u));
        leaves = std::min(leaves, std::max(t, u));
    }
    return enters < leaves;
}

bool holds(std::span<const glm::dvec2> polygon, const PlanRect& rect) {
    if (!inside(polygon, (rect.least + rect.most) / 2.0)) return false;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        if (crosses(polygon[i], polygon[(i + 1) % polygon.size()], rect)) return false;
    return true;
}

/// Lines to try: those through corners, and some between; many points of a curve would only cost time.
std::vector<double> lines_of(std::span<const glm::dvec2> polygon, int axis) {
    double least = 1e9, most = -1e9;
    for (const glm::dvec2& p : polygon) least = std::min(least, p[axis]), most = std::max(most, p[axis]);
    std::vector<double> lines;
    if (polygon.size() <= 8)
        for (const glm::dvec2& p : polygon) lines.push_back(p[axis]);
    if (polygon.size() != 4)
        for (int i = 0; i <= 8; ++i) lines.push_back(least + (most - least) * i / 8);
    std::ranges::sort(lines);
    const auto same = [](double a, double b) { return b - a < 1e-4; };
    lines.erase(std::unique(lines.begin(), lines.end(), same), lines.end());
    return lines;
}

bool apart(const PlanRect& a, const PlanRect& b) {
    return b.empty() || a.most.x <= b.least.x || b.most.x <= a.least.x || a.most.y <= b.least.y ||
           b.most.y <= a.least.y;
}

}  // namespace

glm::dmat4 bay_frame(const Layout& layout, std::size_t bay) {
    const Frame frame = layout.runs[layout.bays[bay].run].frame;
    const CornerLayout* corner = corner_at(layout, bay);
    if (!corner || !layout.bays[bay].diagonal) return frame_matrix(frame);
    const glm::dvec4 start(corner->left_upright.metres(), 0, corner->left_front.metres(), 1);
    glm::dmat4 matrix = frame_matrix(Frame{{}, {frame.yaw.hundredths - 4500}, {}});
    matrix[3] = frame_matrix(frame) * start;
    return matrix;
}

std::vector<ClearSpace> clear_spaces(const Design& design, const Layout& layout, const Build& build) {
    return SpaceFinder(design, layout, build).find();
}

PlanRect largest_rect(std::span<const glm::dvec2> polygon, const PlanRect& taken) {
    const std::vector<double> xs = lines_of(polygon, 0), ys = lines_of(polygon, 1);
    PlanRect best;
    double most = 0;
    for (std::size_t a = 0; a < xs.size(); ++a)
        for (std::size_t b = a + 1; b < xs.size(); ++b)
            for (std::size_t c = 0; c < ys.size(); ++c)
                for (std::size_t d = c + 1; d < ys.size(); ++d) {
                    const PlanRect rect{{xs[a], ys[c]}, {xs[b], ys[d]}};
                    const double area = (xs[b] - xs[a]) * (ys[d] - ys[c]);
                    if (area <= most + 1e-9 || !apart(rect, taken) || !holds(polygon, rect)) continue;
                    most = area;
                    best = rect;
                }
    return best;
}

}  // namespace maatkast::scene
