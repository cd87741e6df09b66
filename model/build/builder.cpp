#include "model/build/builder.h"

#include <algorithm>

#include "model/build/kinds.h"
#include "model/build/motion.h"
#include "model/mesh/board.h"
#include "model/mesh/prism.h"

namespace maatkast {
namespace {

/// The offer of exactly this thickness, else the nearest one, so that every accepted design can be drawn and
/// weighed; the rule board.thickness reports the difference.
const BoardOffer* nearest_board(const Finish& finish, Length thickness) {
    if (const BoardOffer* exact = finish.board(thickness)) return exact;
    const auto found = std::ranges::min_element(finish.boards, {}, [thickness](const BoardOffer& offer) {
        return std::max(offer.thickness - thickness, thickness - offer.thickness);
    });
    return found == finish.boards.end() ? nullptr : &*found;
}

bool positive(const Length3& size) {
    return size.x > Length{} && size.y > Length{} && size.z > Length{};
}

/// A spec's solid by its least corner, size and, for a prism, outline from that corner.
struct Solid {
    Length3 origin, size;
    std::vector<OutlinePoint> outline;
};

Length& along(Length3& point, Axis axis) {
    return axis == Axis::x ? point.x : axis == Axis::y ? point.y : point.z;
}

Solid prism_of(const BoardSpec& spec) {
    const auto [u_axis, v_axis] = plane_axes(spec.extrusion);
    const auto [low_u, high_u] = std::ranges::minmax(spec.outline, {}, &OutlinePoint::u);
    const auto [low_v, high_v] = std::ranges::minmax(spec.outline, {}, &OutlinePoint::v);
    Solid solid{{}, {}, spec.outline};
    along(solid.origin, u_axis) = low_u.u;
    along(solid.origin, v_axis) = low_v.v;
    along(solid.origin, spec.extrusion) = spec.least.along(spec.extrusion);
    along(solid.size, u_axis) = high_u.u - low_u.u;
    along(solid.size, v_axis) = high_v.v - low_v.v;
    along(solid.size, spec.extrusion) = spec.most.along(spec.extrusion) - spec.least.along(spec.extrusion);
    for (OutlinePoint& point : solid.outline) point.u -= low_u.u, point.v -= low_v.v;
    return solid;
}

std::uint16_t index_of(const Book& book, std::string_view id) {
    const Finish* finish = book.finish(id);
    return finish ? static_cast<std::uint16_t>(finish - book.finishes.data()) : std::uint16_t{0};
}

void look_up_interior(const Book& book, Fittings& fittings) {
    fittings.heavy_runner_article = book.article("runner.heavy");
    fittings.pin_article = book.article("shelf.pin");
    fittings.pullout_article = book.article("rail.pullout");
    fittings.carrier_article = book.article("rail.pullout.carrier");
    fittings.profile_article = book.article("led.profile");
    fittings.strip_article = book.article("led.strip");
    fittings.driver_article = book.article("led.driver");
    fittings.pin = book.model("shelf_pin");
    fittings.pullout = book.model("pullout_rail");
    fittings.carrier = book.model("pullout_carrier");
    fittings.profile = book.model("led_profile");
    fittings.strip = book.model("led_strip");
    fittings.driver = book.model("led_driver");
}

}  // namespace

Builder::Builder(const Book& book_of, const Design& design_of, const Layout& layout_of, Build& into)
    : book(book_of), design(design_of), layout(layout_of), out(into) {
    finish = {index_of(book, design.finish.carcase), index_of(book, design.finish.shelves),
              index_of(book, design.finish.fronts), index_of(book, design.finish.drawers),
              index_of(book, "steel")};
    finish.glass = index_of(book, "glass_clear");
    fittings = {book.article("foot"),         book.article("leg"),     book.article("hinge.cup"),
                book.article("hinge.arm"),    book.article("runner"),  book.article("rail"),
                book.article("rail.bracket"), book.model("foot"),      book.model("leg_steel"),
                book.model("hinge_cup"),      book.model("hinge_arm"), book.model("rail_tube"),
                book.model("rail_bracket")};
    for (const RunLayout& run : layout.runs)
        if (run.index >= 0) out.frames.push_back(run.frame);
    look_up_interior(book, fittings);
}

Part& Builder::start(const PartName& name, PartKind kind) {
    Part& part = out.parts.emplace_back();
    part.name = name;
    part.kind = kind;
    part.frame = frame_;
    return part;
}

double board_mass(const Book& book, const BoardSpec& spec) {
    const BoardOffer* offer = nearest_board(book.finishes[spec.finish], spec.thickness);
    if (!offer) return 0;
    const double density = book.materials[offer->material].density;
    if (spec.outline.empty()) return board_volume(spec.most - spec.least) * density;
    const Solid solid = prism_of(spec);
    return prism_volume(solid.outline, solid.size, spec.extrusion) * density;
}

void Builder::add(const BoardSpec& spec) {
    const bool prism = !spec.outline.empty();
    const Solid solid = prism ? prism_of(spec) : Solid{spec.least, spec.most - spec.least, {}};
    if (!positive(solid.size)) return;
    Part& part = start(spec.name, spec.kind);
    part.length_axis = spec.length_axis;
    part.thickness_axis = spec.thickness_axis;
    part.edges = spec.edges;
    part.finish = spec.finish;
    part.bay = spec.bay;
    part.opening = spec.opening;
    part.opener = spec.opener;
    part.veneer = spec.veneer;
    part.grain_u = spec.grain_u.tenths;
    part.grain_v = spec.grain_v.tenths;
    part.oversize = spec.oversize;
    part.origin = solid.origin;
    part.size = solid.size;
    if (prism) {
        part.shape = ShapeKind::prism;
        part.extrusion = spec.extrusion;
        part.banded = spec.banded;
        part.outline = static_cast<std::uint32_t>(out.outlines.size());
        part.corners = static_cast<std::uint16_t>(solid.outline.size());
        out.outlines.insert(out.outlines.end(), solid.outline.begin(), solid.outline.end());
    }
    if (spec.kind == PartKind::runner) {
        part.article = fittings.runner_article;
        part.mass = book.articles[part.article].mass;
    } else if (const BoardOffer* offer = nearest_board(book.finishes[spec.finish], spec.thickness)) {
        part.article = offer->article;
        part.mass = board_mass(book, spec);
    }
}

void Builder::add(const ModelSpec& spec) {
    const Length3 size = spec.most - spec.least;
    if (!positive(size)) return;
    Part& part = start(spec.name, spec.kind);
    part.shape = ShapeKind::model;
    part.model = spec.model;
    part.article = spec.article;
    part.turn = static_cast<std::int16_t>(spec.turn);
    part.bay = spec.bay;
    part.opening = spec.opening;
    part.opener = spec.opener;
    part.origin = spec.least;
    part.size = size;
    const Article& article = book.articles[spec.article];
    const bool cut = article.unit == Article::Unit::metre;
    part.mass = article.mass * (cut ? size.along(part.length_axis).metres() : 1);
}

std::int32_t Builder::add(const Opener& opener) {
    out.openers.push_back(opener);
    out.openers.back().frame = frame_;
    return static_cast<std::int32_t>(out.openers.size() - 1);
}

std::int32_t Builder::add(const Frame& frame) {
    out.frames.push_back(frame);
    return static_cast<std::int32_t>(out.frames.size() - 1);
}

Frame Builder::tipped(Length3 origin, Angle pitch) const {
    if (frame_ < 0) return {origin, {}, pitch};
    const glm::dvec3 at =
        frame_matrix(out, frame_) * glm::dvec4(origin.x.metres(), origin.y.metres(), origin.z.metres(), 1);
    constexpr double kMillimetres = 1000;
    return {{Length::nearest_mm(at.x * kMillimetres), Length::nearest_mm(at.y * kMillimetres),
             Length::nearest_mm(at.z * kMillimetres)},
            out.frames[static_cast<std::size_t>(frame_)].yaw,
            pitch};
}

std::uint16_t Builder::finish_or(const std::optional<std::string>& exception, std::uint16_t group) const {
    return exception ? index_of(book, *exception) : group;
}

BayBuilder::BayBuilder(Builder& builder_of, std::int32_t index_of)
    : builder(builder_of), index(index_of), at(builder_of.layout.bays[static_cast<std::size_t>(index_of)]) {}

const Front* BayBuilder::front_of(std::int32_t opening) const {
    for (const Front& front : bay().fronts)
        if (front.from <= opening && opening <= front.to) return &front;
    return nullptr;
}

FrontField BayBuilder::field(const Front& front) const {
    FrontField field{at.front_left, at.front_right, {}, {}};
    for (std::int32_t i = front.from; i <= front.to; ++i) {
        if (!opening(i).exists) continue;
        if (!field.exists()) field.bottom = opening(i).front_bottom;
        field.top = opening(i).front_top;
    }
    if (at.front_line && !follows_slope(front))
        field.top = std::min(field.top, at.front_line->lowest(at.front_left, at.front_right));
    return field;
}

std::optional<BayBuilder::Reach> BayBuilder::reach(const Front& front) const {
    Reach reach{nullptr, nullptr, -1, -1};
    for (std::int32_t i = front.from; i <= front.to; ++i) {
        if (!opening(i).exists) continue;
        if (!reach.lowest) reach.lowest = &opening(i), reach.first = i;
        reach.highest = &opening(i), reach.last = i;
    }
    return reach.lowest ? std::optional(reach) : std::nullopt;
}

PartName BayBuilder::name(std::string_view rest) const {
    PartName name("bay");
    name += index;
    name += "_";
    name += rest;
    return name;
}

PartName BayBuilder::name(std::string_view rest, int number) const {
    PartName full = name(rest);
    full += number;
    return full;
}

std::uint32_t BayBuilder::veneer(const Front& front, std::uint16_t finish) const {
    return front.own_grain ? 0 : veneer_of(builder.book, at.run, finish);
}

std::uint32_t veneer_of(const Book& book, std::uint32_t run, std::uint16_t finish) {
    if (!book.finishes[finish].grain) return 0;
    return 1 + run * static_cast<std::uint32_t>(book.finishes.size()) + finish;
}

std::optional<int> hinges_needed(const Book& book, double mass, Length height, Length width) {
    const auto by_mass = std::ranges::find_if(book.hinges_by_mass,
                                              [mass](const HingeRow& row) { return mass <= row.most_mass; });
    const auto by_height = std::ranges::find_if(
        book.hinges_by_height, [height](const HingeHeightRow& row) { return height <= row.most_height; });
    if (by_mass == book.hinges_by_mass.end() || by_height == book.hinges_by_height.end()) return std::nullopt;
    const RuleEntry& rule = book.rule("door.hinges");
    const Length wide = rule.length("wide"), step = rule.length("step");
    const int extra = width > wide ? (width - wide + step - Length{1}) / step : 0;
    return std::max(by_mass->hinges, by_height->hinges) + extra;
}

std::optional<Length> runner_length(const Book& book, Length carcase_depth) {
    const Length room = carcase_depth - book.construction.runner_behind;
    const auto above = std::ranges::upper_bound(book.runner_lengths, room);
    if (above == book.runner_lengths.begin()) return std::nullopt;
    return *std::prev(above);
}

std::optional<Length> drawer_side_height(const Book& book, Length clear) {
    const Length room = clear - book.construction.drawer_under - book.construction.drawer_over;
    const auto above = std::ranges::upper_bound(book.drawer_side_heights, room);
    if (above == book.drawer_side_heights.begin()) return std::nullopt;
    return *std::prev(above);
}

}  // namespace maatkast
