#include "model/machining/drilling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <optional>
#include <tuple>

#include "model/book/book.h"
#include "model/build/motion.h"
#include "model/build/plan_grid.h"
#include "model/build/swept.h"
#include "model/machining/blank.h"

namespace maatkast {
namespace {

constexpr Length kTouch = 1_mm;  // between a fitting or a shelf's end and the upright that it stands against

Length middle(Length least, Length most) {
    return least + (most - least) / 2;
}

/// Both frames upright and turned by quarters against each other.
bool square_to_each_other(const Build& build, std::int32_t a, std::int32_t b) {
    const auto frame = [&](std::int32_t i) {
        return i < 0 ? Frame{} : build.frames[static_cast<std::size_t>(i)];
    };
    const Frame one = frame(a), other = frame(b);
    return one.pitch == other.pitch && (one.pitch == Angle{} || one.yaw == other.yaw) &&
           (one.yaw.hundredths - other.yaw.hundredths) % 9000 == 0;
}

/// A part's box in another frame; nothing where it would not be one.
std::optional<Box> box_in(const Build& build, const Part& part, std::int32_t frame) {
    if (part.frame == frame) return Box{part.origin, part.origin + part.size};
    if (!square_to_each_other(build, part.frame, frame)) return std::nullopt;
    const glm::dmat4 matrix = glm::inverse(frame_matrix(build, frame)) * frame_matrix(build, part.frame);
    const auto moved = [&](const Length3& at) {
        return glm::dvec3(matrix * glm::dvec4(at.x.metres(), at.y.metres(), at.z.metres(), 1));
    };
    const glm::dvec3 a = moved(part.origin), b = moved(part.origin + part.size);
    const auto lengths = [](glm::dvec3 at) {
        return Length3{Length::nearest_mm(at.x * 1000), Length::nearest_mm(at.y * 1000),
                       Length::nearest_mm(at.z * 1000)};
    };
    return Box{lengths(glm::min(a, b)), lengths(glm::max(a, b))};
}

/// True where a hole of this radius lies wholly within an outline (u, v from its box's corner).
bool holds(std::span<const OutlinePoint> outline, double u, double v, double radius) {
    bool inside = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &p = outline[i], &q = outline[(i + 1) % outline.size()];
        const double pu = p.u.mm(), pv = p.v.mm(), du = q.u.mm() - pu, dv = q.v.mm() - pv;
        const double along = std::clamp(((u - pu) * du + (v - pv) * dv) / (du * du + dv * dv), 0.0, 1.0);
        if (std::hypot(pu + along * du - u, pv + along * dv - v) < radius) return false;
        if ((pv > v) != (pv + dv > v) && u < pu + (v - pv) / dv * du) inside = !inside;
    }
    return inside;
}

/// A hole on a face of the upright, in its frame: along its length and across its width.
struct Hole {
    Length along, beside;
    bool operator==(const Hole&) const = default;
    auto operator<=>(const Hole& other) const {
        return std::tie(beside, along) <=> std::tie(other.beside, other.along);
    }
};

/// A board that is fixed to an upright: a bottom or top of the carcase, or a dowelled shelf.
struct Panel {
    Box box;
    bool carcase = true;
};

/// Part of an upright's face between two panels: what loose shelves stand in.
struct Field {
    Length low, high;    ///< along the upright
    Length least, most;  ///< edges of the carcase's panels
    bool closed_below = false;
};

/// A hinge arm or a runner, and where its front looks: up (1) or down (-1) the width of the upright.
struct Fitting {
    Box box;
    int front = 1;
};

/// One face of an upright, and what stands against it.
class FaceDriller {
  public:
    FaceDriller(const Book& book, const Build& build, std::uint32_t upright, bool far)
        : machining_(book.machining),
          build_(build),
          upright_(build.parts[upright]),
          index_(upright),
          far_(far),
          axis_(upright_.thickness_axis),
          along_(upright_.length_axis),
          beside_(width_axis(upright_)),
          joint_(book.construction.joint_clearance),
          runner_reach_(book.construction.drawer_deduction) {}

    /// Sorts the part in, where it stands against this face.
    void consider(const Part& part) {
        const Length reach = part.kind == PartKind::runner ? runner_reach_ : kTouch;
        if (part.frame == upright_.frame && !within(gap_of({part.origin, part.origin + part.size}), reach))
            return;
        const auto box = box_in(build_, part, upright_.frame);
        if (!box || !within(gap_of(*box), reach) || !over(*box)) return;
        switch (part.kind) {
            case PartKind::shelf_pin:
                pins_.push_back({along_middle(*box), beside_middle(*box)});
                break;
            case PartKind::shelf:
                if (gap_of(*box) <= joint_) panels_.push_back({*box, false});
                break;
            case PartKind::bottom:
            case PartKind::top:
                panels_.push_back({*box, true});
                break;
            case PartKind::hinge_arm:
                arms_.push_back({*box, front_of(part)});
                break;
            case PartKind::runner:
                runners_.push_back({*box, front_of(part)});
                break;
            default:
                break;
        }
    }

    std::vector<HoleRow> rows() {
        for (const Fitting& arm : arms_) add_plate(arm);
        for (const Fitting& runner : runners_) add_runner(runner);
        add_pins();
        return std::move(rows_);
    }

  private:
    Length surface() const {
        return upright_.origin.along(axis_) + (far_ ? upright_.size.along(axis_) : Length{});
    }
    /// Air between the face and a box, negative where the box reaches through it.
    Length gap_of(const Box& box) const {
        return far_ ? box.least.along(axis_) - surface() : surface() - box.most.along(axis_);
    }
    static bool within(Length gap, Length reach) { return Length{} <= gap && gap <= reach; }
    Length along_middle(const Box& box) const {
        return middle(box.least.along(along_), box.most.along(along_));
    }
    Length beside_middle(const Box& box) const {
        return middle(box.least.along(beside_), box.most.along(beside_));
    }
    bool over(const Box& box) const {
        const auto inside = [&](Axis axis) {
            const Length at = middle(box.least.along(axis), box.most.along(axis));
            return upright_.origin.along(axis) < at &&
                   at < upright_.origin.along(axis) + upright_.size.along(axis);
        };
        return inside(along_) && inside(beside_);
    }

    bool fits(const Hole& hole, Length diameter) const {
        const Length along = hole.along - upright_.origin.along(along_),
                     beside = hole.beside - upright_.origin.along(beside_);
        if (upright_.shape == ShapeKind::prism && upright_.extrusion == axis_) {
            const bool length_is_u = plane_axes(upright_.extrusion)[0] == along_;
            return holds(outline_of(build_, upright_), (length_is_u ? along : beside).mm(),
                         (length_is_u ? beside : along).mm(), diameter.mm());
        }
        const auto room = [&](Length at, Axis axis) {
            return at >= diameter && at <= upright_.size.along(axis) - diameter;
        };
        return room(along, along_) && room(beside, beside_);
    }

    Face face() const { return static_cast<Face>(2 * static_cast<int>(axis_) + (far_ ? 1 : 0)); }

    void add_row(HoleUse use, const HolePattern& holes, Hole first, Length pitch, int count,
                 bool run_across) {
        const Length along = first.along - upright_.origin.along(along_),
                     beside = first.beside - upright_.origin.along(beside_);
        rows_.push_back({index_, face(), use, run_across, count, run_across ? beside : along,
                         count > 1 ? pitch : Length{}, run_across ? along : beside, holes.diameter,
                         holes.depth});
    }

    /// Two screws above each other, as far behind the edge of the bay's panels as shelf pins: the arm's model
    /// has its origin there.
    void add_plate(const Fitting& arm) {
        const HolePattern& plates = machining_.plates;
        const Length height = along_middle(arm.box);
        const Hole low{height - plates.pitch / 2,
                       front_edge(height, arm.front) - plates.from_edge * arm.front};
        const Hole high{low.along + plates.pitch, low.beside};
        if (!fits(low, plates.diameter) || !fits(high, plates.diameter)) return;
        add_row(HoleUse::plate, plates, low, plates.pitch, 2, false);
        taken_.insert(taken_.end(), {low, high});
    }

    /// From the front row backwards, as long as the runner reaches.
    void add_runner(const Fitting& runner) {
        const HolePattern& screws = machining_.runners;
        const Length height = along_middle(runner.box);
        const Length first = front_edge(height, runner.front) - screws.from_edge * runner.front;
        const auto nth = [&](int i) { return Hole{height, first - screws.pitch * (i * runner.front)}; };
        const auto reaches = [&](const Hole& hole) {
            return runner.front > 0 ? hole.beside > runner.box.least.along(beside_)
                                    : hole.beside < runner.box.most.along(beside_);
        };
        int count = 0;
        while (reaches(nth(count)) && fits(nth(count), screws.diameter)) taken_.push_back(nth(count++));
        if (count == 0) return;
        add_row(HoleUse::runner, screws, nth(runner.front > 0 ? count - 1 : 0), screws.pitch, count, true);
    }

    Length front_edge(Length height, int front) const {
        const Field field = field_at(height);
        return front > 0 ? field.most : field.least;
    }

    /// Where the front of a part's frame, which is its z, points along the width of the upright.
    int front_of(const Part& part) const {
        if (part.frame == upright_.frame) return 1;
        const glm::dmat4 turn =
            glm::inverse(frame_matrix(build_, upright_.frame)) * frame_matrix(build_, part.frame);
        return (turn * glm::dvec4(0, 0, 1, 0))[static_cast<int>(beside_)] < 0 ? -1 : 1;
    }

    /// Between the nearest boards below and above that are fixed to this face; its edges are those of the
    /// nearest bottom or top, else its own.
    Field field_at(Length at) const {
        const Length low = upright_.origin.along(along_), least = upright_.origin.along(beside_);
        Field field{low, low + upright_.size.along(along_), least, least + upright_.size.along(beside_)};
        std::optional<Length> nearest;
        for (const Panel& panel : panels_) {
            const Length under = panel.box.least.along(along_), over = panel.box.most.along(along_);
            if (over <= at) field.low = std::max(field.low, over), field.closed_below = true;
            if (under >= at) field.high = std::min(field.high, under);
            const Length away = over <= at ? at - over : under - at;
            if (!panel.carcase || (nearest && *nearest <= away)) continue;
            nearest = away;
            field.least = panel.box.least.along(beside_);
            field.most = panel.box.most.along(beside_);
        }
        return field;
    }

    bool meets_screw(const Hole& pin) const {
        const auto square = [](Length length) { return std::int64_t{length.tenths} * length.tenths; };
        const std::int64_t apart = square(machining_.pins.diameter + machining_.web);
        return std::ranges::any_of(taken_, [&](const Hole& screw) {
            return square(screw.along - pin.along) + square(screw.beside - pin.beside) < apart;
        });
    }

    /// From each pin its column goes on by the pitch over the whole field. A pin that carries stays, however
    /// near a screw; the others make room. Where no panel closes the face below, which is in a kneehole,
    /// columns begin at the lowest pin: the upright beside knees is smooth.
    void add_pins() {
        std::vector<Hole> pins;
        if (!pins_.empty()) lowest_ = std::ranges::min(pins_, {}, &Hole::along).along;
        for (const Hole& pin : pins_) add_column(pin, pins);
        sort_once(pins);
        std::erase_if(pins, [&](const Hole& pin) { return meets_screw(pin); });
        pins.insert(pins.end(), pins_.begin(), pins_.end());
        sort_once(pins);
        std::erase_if(pins, [&](const Hole& pin) { return !fits(pin, machining_.pins.diameter); });
        add_pin_rows(pins);
    }

    static void sort_once(std::vector<Hole>& holes) {
        std::ranges::sort(holes);
        const auto twice = std::ranges::unique(holes);
        holes.erase(twice.begin(), twice.end());
    }

    void add_column(const Hole& pin, std::vector<Hole>& pins) const {
        const Field field = field_at(pin.along);
        const Length margin = machining_.pins.diameter, pitch = machining_.pins.pitch;
        const Length low = field.closed_below ? field.low : std::max(field.low, lowest_ - margin);
        const Length lowest = pin.along - pitch * ((pin.along - low - margin) / pitch);
        for (Length at = lowest; at + margin <= field.high; at += pitch) pins.push_back({at, pin.beside});
    }

    /// Neighbours on one line at the pitch make a row.
    void add_pin_rows(const std::vector<Hole>& pins) {
        const Length pitch = machining_.pins.pitch;
        std::vector<char> in_row(pins.size());
        for (std::size_t i = 0; i < pins.size(); ++i) {
            if (in_row[i]) continue;
            int count = 0;
            for (auto at = pins.begin() + static_cast<std::ptrdiff_t>(i); at != pins.end();) {
                in_row[static_cast<std::size_t>(at - pins.begin())] = true;
                const Hole next{pins[i].along + pitch * ++count, pins[i].beside};
                at = std::lower_bound(at, pins.end(), next);
                if (at != pins.end() && *at != next) break;
            }
            add_row(HoleUse::pin, machining_.pins, pins[i], pitch, count, false);
        }
    }

    const Machining& machining_;
    const Build& build_;
    const Part& upright_;
    std::uint32_t index_;
    bool far_;
    Axis axis_, along_, beside_;
    Length joint_, runner_reach_;
    std::vector<Panel> panels_;
    std::vector<Fitting> arms_, runners_;
    std::vector<Hole> pins_;
    std::vector<Hole> taken_;
    Length lowest_;  ///< of the pins that carry
    std::vector<HoleRow> rows_;
};

bool stands_against_uprights(PartKind kind) {
    return kind == PartKind::shelf_pin || kind == PartKind::shelf || kind == PartKind::bottom ||
           kind == PartKind::top || kind == PartKind::hinge_arm || kind == PartKind::runner;
}

/// No hole comes through, and where both faces have holes neither passes its half.
void limit_depth(const Machining& machining, Length thickness, bool both, std::vector<HoleRow>& rows) {
    const Length most = both ? (thickness - machining.web) / 2 : thickness - machining.web;
    for (HoleRow& row : rows) row.depth = std::min(row.depth, most);
}

void drill_upright(const Book& book, const Build& build, std::uint32_t index,
                   const std::vector<const Part*>& others, std::vector<HoleRow>& out) {
    std::array<std::vector<HoleRow>, 2> faces;
    for (const bool far : {false, true}) {
        FaceDriller driller(book, build, index, far);
        for (const Part* part : others) driller.consider(*part);
        faces[far] = driller.rows();
    }
    const Part& upright = build.parts[index];
    const bool both = !faces[0].empty() && !faces[1].empty();
    for (std::vector<HoleRow>& rows : faces) {
        limit_depth(book.machining, upright.size.along(upright.thickness_axis), both, rows);
        out.insert(out.end(), rows.begin(), rows.end());
    }
}

/// Right before the cup, and over it.
bool holds_cup(const Part& board, const Part& cup) {
    const Axis axis = board.thickness_axis;
    const Length before = board.origin.along(axis) - (cup.origin.along(axis) + cup.size.along(axis));
    const bool over = std::ranges::all_of(std::array{board.length_axis, width_axis(board)}, [&](Axis other) {
        const Length at = cup.origin.along(other) + cup.size.along(other) / 2;
        return board.origin.along(other) < at && at < board.origin.along(other) + board.size.along(other);
    });
    return Length{} <= before && before <= kTouch && over;
}

HoleRow cup_row(const Machining& machining, const Build& build, const Part& door, const Part& cup) {
    const auto at = [&](Axis axis) {
        return cup.origin.along(axis) + cup.size.along(axis) / 2 - door.origin.along(axis);
    };
    const Length thickness = door.size.along(door.thickness_axis);
    return {static_cast<std::uint32_t>(&door - build.parts.data()),
            static_cast<Face>(2 * static_cast<int>(door.thickness_axis)),
            HoleUse::cup,
            false,
            1,
            at(door.length_axis),
            Length{},
            at(width_axis(door)),
            machining.cups.diameter,
            std::min(machining.cups.depth, thickness - machining.web)};
}

/// Each cup sits in the board of its own opener that it touches.
void drill_cups(const Book& book, const Build& build, std::vector<HoleRow>& out) {
    std::vector<std::vector<const Part*>> boards(build.openers.size());
    for (const Part& part : build.parts)
        if (is_board(part) && part.opener >= 0)
            boards[static_cast<std::size_t>(part.opener)].push_back(&part);
    for (const Part& cup : build.parts) {
        if (cup.kind != PartKind::hinge_cup || cup.opener < 0) continue;
        for (const Part* board : boards[static_cast<std::size_t>(cup.opener)])
            if (board->frame == cup.frame && holds_cup(*board, cup)) {
                out.push_back(cup_row(book.machining, build, *board, cup));
                break;
            }
    }
}

}  // namespace

std::string_view name_of(Face face) {
    constexpr std::array<std::string_view, 6> kNames{"left", "right", "bottom", "top", "back", "front"};
    return kNames[static_cast<std::size_t>(face)];
}

std::string_view name_of(HoleUse use) {
    constexpr std::array<std::string_view, 4> kNames{"pin", "plate", "cup", "runner"};
    return kNames[static_cast<std::size_t>(use)];
}

bool is_drilled(const Part& part) {
    return is_board(part) && (part.kind == PartKind::upright || part.kind == PartKind::divider);
}

Bounds drilled_by(const Book& book, const Build& build, const Part& part) {
    const glm::dvec3 reach(std::max(kTouch, book.construction.drawer_deduction).metres());
    const Bounds box = world_bounds(build, part);
    return {box.least - reach, box.most + reach};
}

std::vector<HoleRow> drilling(const Book& book, const Build& build) {
    std::vector<const Part*> others;
    std::vector<Bounds> boxes;
    for (const Part& part : build.parts) {
        if (!stands_against_uprights(part.kind)) continue;
        others.push_back(&part);
        boxes.push_back(drilled_by(book, build, part));
    }
    PlanGrid grid(boxes);
    std::vector<std::int32_t> numbers;
    std::vector<const Part*> near;
    std::vector<HoleRow> rows;
    for (std::uint32_t i = 0; i < build.parts.size(); ++i) {
        if (!is_drilled(build.parts[i])) continue;
        grid.near(world_bounds(build, build.parts[i]), numbers);
        std::ranges::sort(numbers);
        near.clear();
        for (const std::int32_t number : numbers) near.push_back(others[static_cast<std::size_t>(number)]);
        drill_upright(book, build, i, near, rows);
    }
    drill_cups(book, build, rows);
    std::ranges::stable_sort(rows, {}, &HoleRow::part);
    return rows;
}

std::int64_t hole_count(const std::vector<HoleRow>& rows) {
    std::int64_t count = 0;
    for (const HoleRow& row : rows) count += row.count;
    return count;
}

}  // namespace maatkast
