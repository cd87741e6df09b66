#include "model/build/top_run.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace maatkast {
namespace {

constexpr double kTan22_5 = 0.41421356237309503;

TopCell corner_cell(const Layout& layout, const Design& design, std::size_t run, bool before) {
    const CornerLayout& corner = layout.corners[before ? run - 1 : run];
    return {corner.bay,
            run,
            &corner,
            before,
            design.bays[corner.bay].height,
            before ? corner.right_depth : corner.left_depth};
}

/// Lower or, at the same height, shallower: it gives way.
bool gives_way(const TopCell& cell, const TopCell& to) {
    return cell.height != to.height ? cell.height < to.height : cell.depth < to.depth;
}

/// What is only a little higher stands in the way with its cornice's cap, not with its upright.
TopEnd end_against(const Builder& b, const TopCell& cell, const TopCell& other) {
    return cell.height + facing_of(b).thickness < other.height ? TopEnd::stopped : TopEnd::butted;
}

bool alike(const TopCell& a, const TopCell& b) {
    return a.height == b.height && a.depth == b.depth;
}

/// Cuts a wall's cells into spans and finds where these begin and end.
class Spanner {
  public:
    Spanner(const Builder& builder, std::size_t run, Length longest)
        : b_(builder), run_(run), longest_(longest), cells_(top_cells(b_.layout, b_.design, run)) {}

    std::vector<TopSpan> spans() {
        std::vector<TopSpan> all;
        for (const auto& [first, last, from_right] : stretches()) {
            TopSpan span{run_,
                         {cells_.begin() + static_cast<std::ptrdiff_t>(first),
                          cells_.begin() + static_cast<std::ptrdiff_t>(last) + 1}};
            set_left(span, first, from_right);
            set_right(span, last, from_right);
            all.push_back(std::move(span));
        }
        return all;
    }

  private:
    /// Cells from first to last, of a longer piece that was cut from its left or its right end.
    struct Stretch {
        std::size_t first, last;
        bool from_right = false;
    };

    std::vector<Stretch> stretches() const {
        std::vector<Stretch> all;
        for (std::size_t first = 0, last = 0; first < cells_.size(); first = last + 1) {
            last = first;
            while (last + 1 < cells_.size() && alike(cells_[last], cells_[last + 1])) ++last;
            cut({first, last}, all);
        }
        return all;
    }

    /// Into pieces that are not too long, the longest first: from the end away from a corner, whose own piece
    /// is the widest and wants to be short; between two corners from either, but from the same in a mirror.
    void cut(const Stretch& whole, std::vector<Stretch>& all) const {
        const auto had = static_cast<std::ptrdiff_t>(all.size());
        if (!from_right(whole)) {
            for (std::size_t first = whole.first, last = 0; first <= whole.last; first = last + 1) {
                last = first;
                while (last < whole.last &&
                       (bound(last) || fits(first, bound(last + 1) ? last + 2 : last + 1)))
                    ++last;
                all.push_back({first, last, false});
            }
            return;
        }
        for (std::size_t end = whole.last + 1, first = 0; end > whole.first; end = first) {
            first = end - 1;
            while (first > whole.first &&
                   (bound(first - 1) || fits(first > 1 && bound(first - 2) ? first - 2 : first - 1, end - 1)))
                --first;
            all.push_back({first, end - 1, true});
        }
        std::reverse(all.begin() + had, all.end());
    }

    bool from_right(const Stretch& whole) const {
        const TopCell &left = cells_[whole.first], &right = cells_[whole.last];
        const bool corner_left = left.corner && left.before, corner_right = right.corner && !right.before;
        if (corner_left != corner_right) return corner_left;
        std::vector<std::pair<Length, int>> cells;
        for (std::size_t i = whole.first; i <= whole.last; ++i)
            cells.emplace_back(outer_right(i) - outer_left(i), kind_of(cells_[i]));
        return std::ranges::lexicographical_compare(cells.rbegin(), cells.rend(), cells.begin(), cells.end());
    }
    /// The same number for a corner and for its mirror image.
    int kind_of(const TopCell& cell) const {
        const BayShape shape = b_.design.bays[cell.bay].shape;
        const BayShape opens_here = cell.before ? BayShape::corner_blind_right : BayShape::corner_blind_left;
        const bool blind = shape == BayShape::corner_blind_left || shape == BayShape::corner_blind_right;
        return blind ? (shape == opens_here ? -1 : -2) : static_cast<int>(shape);
    }

  private:
    Length joint() const { return b_.book.construction.joint_clearance; }
    Length t() const { return b_.layout.carcase_thickness; }

    const UprightLayout& left_upright(std::size_t cell) const { return b_.layout.uprights[cells_[cell].bay]; }
    const UprightLayout& right_upright(std::size_t cell) const {
        return b_.layout.uprights[cells_[cell].bay + 1];
    }

    /// Not to be parted from the next cell: a diagonal corner's front begins before the upright beside it.
    bool bound(std::size_t cell) const {
        const auto diagonal = [&](const TopCell& at) {
            return at.corner && b_.design.bays[at.bay].shape == BayShape::corner_diagonal;
        };
        return cell + 1 < cells_.size() && alike(cells_[cell], cells_[cell + 1]) &&
               (diagonal(cells_[cell]) || diagonal(cells_[cell + 1]));
    }
    bool fits(std::size_t first, std::size_t last) const {
        return longest_ == Length{} || outer_right(last) - outer_left(first) <= longest_;
    }
    Length outer_left(std::size_t cell) const {
        const TopCell& at = cells_[cell];
        if (at.corner && at.before) return corner_zero(b_.layout, *at.corner);
        return cell == 0 ? left_upright(cell).left - beside_end(b_.book, b_.design, Side::left)
                         : left_upright(cell).left + t() / 2;
    }
    Length outer_right(std::size_t cell) const {
        const TopCell& at = cells_[cell];
        if (at.corner && !at.before) return at.corner->point;
        return cell + 1 == cells_.size()
                   ? far_face(right_upright(cell)) + beside_end(b_.book, b_.design, Side::right)
                   : right_upright(cell).left + t() / 2;
    }
    Length far_face(const UprightLayout& upright) const {
        return upright.left + (upright.exists ? t() : Length{});
    }

    /// The joint between two pieces is taken off the one that was cut later.
    void set_left(TopSpan& span, std::size_t first, bool from_right) const {
        const TopCell& at = cells_[first];
        span.left = outer_left(first);
        if (at.corner && at.before) {
            span.left_end = TopEnd::mitred;
        } else if (first == 0) {
            span.left_end = against_wall(b_.design, Side::left) ? TopEnd::wall : TopEnd::free;
        } else if (gives_way(at, cells_[first - 1])) {
            span.left_end = end_against(b_, at, cells_[first - 1]);
            span.left = far_face(left_upright(first)) + joint();
        } else if (alike(at, cells_[first - 1])) {
            span.left_end = TopEnd::joined;
            if (!from_right) span.left += joint();
        } else {
            span.left = left_upright(first).left;
        }
    }
    void set_right(TopSpan& span, std::size_t last, bool from_right) const {
        const TopCell& at = cells_[last];
        span.right = outer_right(last);
        if (at.corner && !at.before) {
            span.right_end = TopEnd::mitred;
        } else if (last + 1 == cells_.size()) {
            span.right_end = against_wall(b_.design, Side::right) ? TopEnd::wall : TopEnd::free;
        } else if (gives_way(at, cells_[last + 1])) {
            span.right_end = end_against(b_, at, cells_[last + 1]);
            span.right = right_upright(last).left - joint();
        } else if (alike(at, cells_[last + 1])) {
            span.right_end = TopEnd::joined;
            if (from_right) span.right -= joint();
        } else {
            span.right = far_face(right_upright(last));
        }
    }

    const Builder& b_;
    std::size_t run_;
    Length longest_;
    std::vector<TopCell> cells_;
};

/// From the axes of a run to those of the run before it.
PlanPoint to_run_before(const Layout& layout, std::size_t run, const PlanPoint& p) {
    const CornerLayout& corner = layout.corners[run - 1];
    return {corner.point - p.z, p.x - corner_zero(layout, corner), p.smooth};
}

PlanPoint to_run(const Layout& layout, std::size_t from, std::size_t to, PlanPoint p) {
    for (std::size_t run = from; run > to; --run) p = to_run_before(layout, run, p);
    return p;
}

/// Takes spans one after the other and joins those that meet in a corner.
class PathMaker {
  public:
    PathMaker(const Builder& builder, Length inset, Length side, Length width)
        : b_(builder), inset_(inset), side_(side), width_(width) {}

    std::vector<FrontPath> paths() {
        for (std::size_t run = 0; run < b_.layout.runs.size(); ++run)
            for (const TopSpan& span : top_spans(b_, run, {})) add(span);
        for (FrontPath& path : paths_) cut(path.points);
        return std::move(paths_);
    }

  private:
    void add(const TopSpan& span) {
        const Length z = span.depth() - inset_;
        bool on_diagonal = false;
        if (span.left_end != TopEnd::mitred) {
            paths_.push_back({span.run, span.height(), {}});
            on_diagonal = begin(span, z);
        }
        if (span.right_end != TopEnd::mitred) return end(span, z);
        const auto bends = corner_bends(b_, *span.cells.back().corner, inset_);
        for (std::size_t i = on_diagonal ? 1 : 0; i < bends.size(); ++i) put(span, bends[i]);
    }

    /// True where it begins on the diagonal of a corner, whose first bend is left out then.
    bool begin(const TopSpan& span, Length z) {
        const bool free = span.left_end == TopEnd::free;
        const Length x = free ? outer(span, Side::left) : span.left + butted(span.left_end);
        const auto bend = bend_beside(span, Side::left);
        const bool on_diagonal = bend && bend->x - x < shortest(span.left_end);
        if (free) put(span, {x, {}});
        put(span, {x, on_diagonal ? bend->z + (x - bend->x) : z});
        return on_diagonal;
    }

    void end(const TopSpan& span, Length z) {
        const bool free = span.right_end == TopEnd::free;
        const Length x = free ? outer(span, Side::right) : span.right - butted(span.right_end);
        const auto bend = bend_beside(span, Side::right);
        const bool on_diagonal = bend && x - bend->x < shortest(span.right_end);
        if (on_diagonal) paths_.back().points.pop_back();
        put(span, {x, on_diagonal ? bend->z + (bend->x - x) : z});
        if (free) put(span, {x, {}});
    }

    Length butted(TopEnd end) const { return end == TopEnd::butted ? std::max(side_, Length{}) : Length{}; }

    /// Between an end and a diagonal: what is shorter could not be mitred, or would run backwards, as the
    /// front of a diagonal corner begins before the upright of the higher bay that a span ends at.
    Length shortest(TopEnd end) const { return end == TopEnd::free ? width_ : 1_mm; }

    /// Of a diagonal corner that ends at this side of its span with nothing in between: the bend nearest to
    /// that end, in the axes of the span's run.
    std::optional<PlanPoint> bend_beside(const TopSpan& span, Side side) const {
        const TopCell& cell = span.cells.front();
        const bool corner = cell.corner && cell.before == (side == Side::right);
        if (span.cells.size() > 1 || !corner) return std::nullopt;
        const auto bends = corner_bends(b_, *cell.corner, inset_);
        if (bends.size() < 2) return std::nullopt;
        if (side == Side::left) return bends.front();
        const PlanPoint& bend = bends.back();
        return PlanPoint{bend.z + corner_zero(b_.layout, *cell.corner), cell.corner->point - bend.x};
    }

    /// At the end of the cabinet the span reaches as far as the whole does, its cornice's overhang included;
    /// elsewhere to the upright.
    Length outer(const TopSpan& span, Side side) const {
        const Length overhang = has_cornice(b_.design) ? b_.design.cornice->overhang : Length{};
        const TopCell& cell = side == Side::left ? span.cells.front() : span.cells.back();
        const bool end = side == Side::left ? cell.bay == 0 : cell.bay + 1 == b_.design.bays.size();
        const Length out = side_ - (end ? overhang : Length{});
        return side == Side::left ? span.left - out : span.right + out;
    }

    void put(const TopSpan& span, const PlanPoint& point) {
        FrontPath& path = paths_.back();
        path.points.push_back(to_run(b_.layout, span.run, path.run, point));
    }

    /// Into equal pieces that a sheet is long enough for.
    void cut(std::vector<PlanPoint>& points) const {
        const Length longest = b_.book.construction.plinth_longest;
        std::vector<PlanPoint> all{points.front()};
        for (std::size_t i = 1; i < points.size(); ++i) {
            const PlanPoint from = points[i - 1], to = points[i];
            const double length = std::hypot((to.x - from.x).mm(), (to.z - from.z).mm());
            const int pieces = static_cast<int>(std::ceil(length / longest.mm()));
            for (int piece = 1; piece < pieces; ++piece)
                all.push_back(
                    {from.x + (to.x - from.x) * piece / pieces, from.z + (to.z - from.z) * piece / pieces});
            all.push_back(to);
        }
        points = std::move(all);
    }

    const Builder& b_;
    Length inset_, side_, width_;
    std::vector<FrontPath> paths_;
};

}  // namespace

std::vector<TopCell> top_cells(const Layout& layout, const Design& design, std::size_t run) {
    std::vector<TopCell> cells;
    if (run > 0) cells.push_back(corner_cell(layout, design, run, true));
    const Run& bays = layout.runs[run].bays;
    for (std::size_t i = bays.first; i < bays.first + bays.count; ++i)
        cells.push_back({i, run, nullptr, false, design.bays[i].height, design.bays[i].depth});
    if (run < layout.corners.size()) cells.push_back(corner_cell(layout, design, run, false));
    return cells;
}

std::vector<TopSpan> top_spans(const Builder& builder, std::size_t run, Length longest) {
    return Spanner(builder, run, longest).spans();
}

Length corner_zero(const Layout& layout, const CornerLayout& corner) {
    return layout.uprights[corner.bay + 1].left + layout.carcase_thickness - corner.right_leg;
}

std::vector<PlanPoint> corner_bends(const Builder& builder, const CornerLayout& corner, Length inset) {
    const Length z = corner.left_depth - inset, x = corner.point - corner.right_depth + inset;
    if (builder.design.bays[corner.bay].shape != BayShape::corner_diagonal) return {{x, z}};
    // A line beside the carcase's diagonal, so far out as the others are before their carcases.
    const Length back = Length::nearest_mm((z - corner.left_front).mm() * kTan22_5);
    return {{corner.left_upright - back, z}, {x, corner.right_upright + back}};
}

std::vector<FrontPath> front_paths(const Builder& builder, Length inset, Length side, Length width) {
    return PathMaker(builder, inset, side, width).paths();
}

}  // namespace maatkast
