#include "tools/scene/grips.h"

#include <algorithm>
#include <charconv>

#include "model/build/build.h"
#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/shelf.h"
#include "model/build/whole.h"
#include "tools/scene/clear_space.h"
#include "tools/scene/dimensions.h"

namespace maatkast::scene {
namespace {

constexpr double kLowOnUpright = 0.06;  // metres above the bottom panel: below most handles, clear of the sum
constexpr double kDepthAt = 0.25;       // share of the height at which depth is pulled

class Finder {
  public:
    Finder(const Book& book, const Design& design)
        : book_(book),
          design_(design),
          layout_(make_layout(book, design)),
          size_(overall_size(book, design)) {}

    std::vector<Grip> find(std::optional<std::size_t> bay) {
        for (const Dimension& dimension : dimensions(book_, design_, bay)) add(dimension, bay);
        add_uprights();
        add_ends();
        return std::move(list_);
    }

  private:
    void add(const Dimension& dimension, std::optional<std::size_t> bay);
    void add_shelf(const Dimension& dimension, std::size_t bay);
    void add_uprights();
    void add_upright(std::size_t left);
    void add_ends();
    void add_end(std::size_t bay, double sign);

    const RunLayout& main_run() const { return layout_.runs[static_cast<std::size_t>(design_.main_run)]; }
    const RunLayout& run_of_bay(std::size_t bay) const { return layout_.runs[layout_.bays[bay].run]; }
    bool pullable(std::size_t bay) const {
        return design_.bays[bay].shape == BayShape::straight && !design_.bays[bay].locked;
    }
    static glm::dvec3 in_world(const RunLayout& run, Length x, Length y, Length z) {
        return {frame_matrix(run.frame) * glm::dvec4(x.metres(), y.metres(), z.metres(), 1)};
    }
    static glm::dvec3 towards(const RunLayout& run, const glm::dvec3& way) {
        return {frame_matrix(run.frame) * glm::dvec4(way, 0)};
    }
    glm::dvec3 start_of(const RunLayout& run) const {
        return in_world(run, layout_.uprights[run.bays.first].left, {}, {});
    }
    bool one_wall() const { return layout_.runs.size() == 1; }

    const Book& book_;
    const Design& design_;
    Layout layout_;
    Length3 size_;
    std::vector<Grip> list_;
};

/// A dimension with a path of its own says what is pulled; where the hand takes it is chosen here.
void Finder::add(const Dimension& dimension, std::optional<std::size_t> bay) {
    const bool known = std::ranges::any_of(list_, [&](const Grip& g) { return g.path == dimension.path; });
    if (dimension.path.empty() || known) return;
    const DimensionSide& side = dimension.sides.front();
    Grip grip{.id = dimension.path,
              .path = dimension.path,
              .size = dimension.value + dimension.more,
              .shown = dimension.value,
              .along = dimension.along};
    const Run& bays = main_run().bays;
    const glm::dvec3 middle =
        0.5 * (in_world(main_run(), layout_.uprights[bays.first].left, {}, {}) +
               in_world(main_run(), layout_.uprights[bays.first + bays.count].left, {}, {}));
    const glm::dvec3 out = towards(main_run(), {0, 0, 1});
    if (dimension.path == "width" && one_wall()) {
        grip.kind = GripKind::width;
        grip.step = book_.width.step;
        grip.fixed = side.from;
        grip.at = {side.to.x, 0.5 * size_.y.metres(), size_.z.metres()};
    } else if (dimension.path == "height") {
        grip.kind = GripKind::height;
        grip.step = book_.height.step;
        const double high = dimension.sides.front().to.y;
        grip.at = glm::dvec3(0, high, 0) +
                  (design_.room.slope ? side.to * glm::dvec3(1, 0, 1) : middle + size_.z.metres() * out);
    } else if (dimension.path == "depth") {
        grip.kind = GripKind::depth;
        grip.step = book_.depth.step;
        grip.along = out;
        const glm::dvec3 where = one_wall() ? glm::dvec3(0.5 * size_.x.metres(), 0, 0) : middle;
        grip.at = where + out * total_depth(design_).metres() + glm::dvec3(0, kDepthAt * size_.y.metres(), 0);
    } else if (dimension.kind == DimensionKind::low) {
        grip.kind = GripKind::low;
        grip.step = book_.height.step;
        grip.at = side.to;
    } else if (dimension.kind == DimensionKind::opening && bay && dimension.path.ends_with("/top")) {
        return add_shelf(dimension, *bay);
    } else {
        return;
    }
    list_.push_back(std::move(grip));
}

void Finder::add_shelf(const Dimension& dimension, std::size_t bay) {
    const Bay& at = design_.bays[bay];
    const std::string_view number =
        std::string_view(dimension.path).substr(dimension.path.find("openings/") + 9);
    std::size_t opening = at.openings.size();
    std::from_chars(number.data(), number.data() + number.size(), opening);
    if (at.locked || opening >= at.openings.size()) return;
    const BayLayout& place = layout_.bays[bay];
    const glm::dmat4 frame = bay_frame(layout_, bay);
    const double x = 0.5 * (place.left + place.right).metres();
    const double y = dimension.sides.front().to.y + 0.5 * layout_.shelf_thickness.metres();
    list_.push_back({.kind = GripKind::shelf,
                     .id = dimension.path,
                     .path = dimension.path,
                     .size = *at.openings[opening].top,
                     .shown = dimension.value,
                     .step = on_grid(at.openings[opening].shelf) ? book_.hole_pitch : 1_mm,
                     .at = glm::dvec3(frame * glm::dvec4(x, y, place.front.metres(), 1)),
                     .along = {0, 1, 0},
                     .fixed = glm::dvec3(frame * glm::dvec4(x, 0, 0, 1))});
}

void Finder::add_uprights() {
    for (std::size_t left = 0; left + 1 < design_.bays.size(); ++left)
        if (pullable(left) && pullable(left + 1)) add_upright(left);
}

void Finder::add_upright(std::size_t left) {
    const RunLayout& run = run_of_bay(left);
    const UprightLayout& upright = layout_.uprights[left + 1];
    if (!upright.exists || layout_.bays[left + 1].run != layout_.bays[left].run) return;
    const Length front = std::max(design_.bays[left].depth, design_.bays[left + 1].depth);
    const glm::dvec3 at =
        in_world(run, upright.left + Length{layout_.carcase_thickness.tenths / 2}, upright.bottom, front);
    list_.push_back({.kind = GripKind::upright,
                     .id = "bays/" + std::to_string(left) + "/upright",
                     .path = "bays/" + std::to_string(left) + "/width",
                     .size = design_.bays[left].width,
                     .shown = design_.bays[left].width,
                     .step = book_.width.step,
                     .at = at + glm::dvec3(0, kLowOnUpright, 0),
                     .along = towards(run, {1, 0, 0}),
                     .fixed = start_of(run),
                     .gives_way = static_cast<int>(left) + 1});
}

/// Where several walls meet, the bay at each free end takes all of it.
void Finder::add_ends() {
    if (one_wall()) return;
    const Run &first = layout_.runs.front().bays, &last = layout_.runs.back().bays;
    if (first.count > 0) add_end(first.first, -1);
    if (last.count > 0) add_end(last.first + last.count - 1, 1);
}

void Finder::add_end(std::size_t bay, double sign) {
    if (!pullable(bay)) return;
    const RunLayout& run = run_of_bay(bay);
    const UprightLayout& outer = layout_.uprights[sign < 0 ? bay : bay + 1];
    const Length x = sign < 0 ? outer.left : outer.left + layout_.carcase_thickness;
    const Length z{design_.bays[bay].depth.tenths / 2}, y{outer.top.tenths / 2};
    const glm::dvec3 other =
        in_world(run, sign < 0 ? layout_.bays[bay].right : layout_.bays[bay].left, {}, {});
    list_.push_back({.kind = GripKind::width,
                     .id = "bays/" + std::to_string(bay) + "/end",
                     .path = "bays/" + std::to_string(bay) + "/width",
                     .size = design_.bays[bay].width,
                     .shown = design_.bays[bay].width,
                     .step = book_.width.step,
                     .at = in_world(run, x, y, z),
                     .along = towards(run, {sign, 0, 0}),
                     .fixed = other});
}

/// Of a length: without trailing zeros, as edits write it.
std::string millimetres(Length length) {
    const std::string whole = std::to_string(length.tenths / 10);
    return length.tenths % 10 == 0 ? whole : whole + "." + std::to_string(length.tenths % 10);
}

bool is_new(const Finding& finding, const std::vector<Finding>& known) {
    return std::ranges::none_of(known, [&](const Finding& k) {
        return k.severity == Severity::blocked && k.rule == finding.rule && k.where == finding.where;
    });
}

/// Tries sizes of one grip.
class Prober {
  public:
    Prober(const Book& book, const Design& design, const Grip& grip)
        : book_(book), design_(design), grip_(grip), known_(build_without_repairs(book, design).findings) {}

    /// The present size, or what is wrong with another.
    Stop look(Length size) const {
        const auto changed = apply(book_, design_, resized(design_, grip_, size));
        if (!changed) return {size, {}, changed.error().front().message};
        const std::vector<Finding> findings = build_without_repairs(book_, *changed).findings;
        const auto bad = std::ranges::find_if(findings, [this](const Finding& f) {
            return f.severity == Severity::blocked && is_new(f, known_);
        });
        return {size, bad == findings.end() ? std::nullopt : std::optional(*bad), {}};
    }

    Stop furthest(Length step) const;

  private:
    const Book& book_;
    const Design& design_;
    const Grip& grip_;
    std::vector<Finding> known_;
};

bool allowed(const Stop& stop) {
    return !stop.finding && !stop.refusal;
}

/// Ever larger strides until one is not allowed, then the last allowed size before it by halving.
Stop Prober::furthest(Length step) const {
    std::int32_t good = 0, stride = 1;
    Stop bad = look(grip_.size + step);
    while (allowed(bad) && stride < kLongest.tenths) {
        good = stride;
        stride *= 2;
        bad = look(grip_.size + step * stride);
    }
    for (std::int32_t least = good, most = stride; most - least > 1;) {
        const std::int32_t middle = (least + most) / 2;
        const Stop tried = look(grip_.size + step * middle);
        if (allowed(tried))
            good = least = middle;
        else
            most = middle, bad = tried;
    }
    bad.size = grip_.size + step * good;
    return bad;
}

}  // namespace

std::vector<Grip> grips(const Book& book, const Design& design, std::optional<std::size_t> bay) {
    return Finder(book, design).find(bay);
}

Length on_grid(const Book& book, const Grip& grip, Length wanted) {
    const auto nearest = [](Length length, Length step) {
        const Length up = length + step / 2, rest = up % step;  // which is negative below zero
        return up - rest - (rest < Length{} ? step : Length{});
    };
    switch (grip.kind) {
        case GripKind::height:
            return book.height.round_down(wanted + grip.step / 2);
        case GripKind::depth:
            return book.depth.round_down(wanted + grip.step / 2);
        case GripKind::width:
            // Boards between the bays need not be whole steps: those of the bays are.
            return grip.path == "width" ? grip.size + nearest(wanted - grip.size, grip.step)
                                        : nearest(wanted, grip.step);
        default:
            return nearest(wanted, grip.step);
    }
}

std::vector<Edit> resized(const Design& design, const Grip& grip, Length size) {
    std::vector<Edit> edits{{grip.path, millimetres(size)}};
    if (grip.gives_way) {
        const Length other = design.bays[static_cast<std::size_t>(*grip.gives_way)].width;
        edits.push_back(
            {"bays/" + std::to_string(*grip.gives_way) + "/width", millimetres(other - (size - grip.size))});
    }
    return edits;
}

GripRange range_of(const Book& book, const Design& design, const Grip& grip) {
    const Prober prober(book, design, grip);
    return {prober.furthest(Length{} - grip.step), prober.furthest(grip.step)};
}

}  // namespace maatkast::scene
