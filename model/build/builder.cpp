#include "model/build/builder.h"

#include <algorithm>

#include "model/build/kinds.h"

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

double volume(const Length3& size) {
    return size.x.metres() * size.y.metres() * size.z.metres();
}

bool positive(const Length3& size) {
    return size.x > Length{} && size.y > Length{} && size.z > Length{};
}

std::uint16_t index_of(const Book& book, std::string_view id) {
    const Finish* finish = book.finish(id);
    return finish ? static_cast<std::uint16_t>(finish - book.finishes.data()) : std::uint16_t{0};
}

}  // namespace

Builder::Builder(const Book& book_of, const Design& design_of, const Layout& layout_of, Build& into)
    : book(book_of), design(design_of), layout(layout_of), out(into) {
    finish = {index_of(book, design.finish.carcase), index_of(book, design.finish.shelves),
              index_of(book, design.finish.fronts), index_of(book, design.finish.drawers),
              index_of(book, "steel")};
    fittings = {book.article("foot"),         book.article("leg"),     book.article("hinge.cup"),
                book.article("hinge.arm"),    book.article("runner"),  book.article("rail"),
                book.article("rail.bracket"), book.model("foot"),      book.model("leg_steel"),
                book.model("hinge_cup"),      book.model("hinge_arm"), book.model("rail_tube"),
                book.model("rail_bracket")};
}

void Builder::add(const BoardSpec& spec) {
    const Length3 size = spec.most - spec.least;
    if (!positive(size)) return;
    Part& part = out.parts.emplace_back();
    part.name = spec.name;
    part.kind = spec.kind;
    part.length_axis = spec.length_axis;
    part.thickness_axis = spec.thickness_axis;
    part.edges = spec.edges;
    part.finish = spec.finish;
    part.bay = spec.bay;
    part.opening = spec.opening;
    part.opener = spec.opener;
    part.origin = spec.least;
    part.size = size;
    if (spec.kind == PartKind::runner) {
        part.article = fittings.runner_article;
        part.mass = book.articles[part.article].mass;
    } else if (const BoardOffer* offer = nearest_board(book.finishes[spec.finish], spec.thickness)) {
        part.article = offer->article;
        part.mass = volume(size) * book.materials[offer->material].density;
    }
    out.mass += part.mass;
}

void Builder::add(const ModelSpec& spec) {
    const Length3 size = spec.most - spec.least;
    if (!positive(size)) return;
    Part& part = out.parts.emplace_back();
    part.name = spec.name;
    part.kind = spec.kind;
    part.shape = ShapeKind::model;
    part.model = spec.model;
    part.article = spec.article;
    part.turn = static_cast<std::int16_t>(spec.turn);
    part.bay = spec.bay;
    part.opening = spec.opening;
    part.opener = spec.opener;
    part.origin = spec.least;
    part.size = size;
    part.mass = book.articles[spec.article].mass;
    out.mass += part.mass;
}

std::int32_t Builder::add(const Opener& opener) {
    out.openers.push_back(opener);
    return static_cast<std::int32_t>(out.openers.size() - 1);
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
    return field;
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
