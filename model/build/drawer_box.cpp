#include "model/build/drawer_box.h"

#include <algorithm>
#include <utility>

#include "model/build/kinds.h"
#include "model/build/led.h"

namespace maatkast {
namespace {

/// The outside of one box.
struct Outside {
    Length left, right, bottom, top, back, front;
};

struct Made {
    BayBuilder& bay;
    const DrawerBox& box;
    PartName name;
    std::uint16_t finish;
    std::int32_t opener;
};

const Opening& opening_of(const BayBuilder& bay, std::int32_t number) {
    return bay.bay().openings[static_cast<std::size_t>(number)];
}

void add_board(const Made& made, std::string_view stem, PartKind kind, Length thickness, Length3 least,
               Length3 most, Axis length_axis, Axis thickness_axis) {
    PartName name = made.name;
    name += stem;
    made.bay.builder.add(BoardSpec{.name = name,
                                   .kind = kind,
                                   .finish = made.finish,
                                   .thickness = thickness,
                                   .least = least,
                                   .most = most,
                                   .length_axis = length_axis,
                                   .thickness_axis = thickness_axis,
                                   .edges = {.front = kind != PartKind::drawer_bottom},
                                   .bay = made.bay.index,
                                   .opening = made.box.opening,
                                   .opener = made.opener});
}

void add_box(const Made& made, const Outside& box) {
    const Construction& c = made.bay.builder.book.construction;
    const Length t = c.drawer_side_thickness, joint = c.joint_clearance;
    const Length in_left = box.left + t + joint, in_right = box.right - t - joint;
    const Length front_top = made.box.front_height ? box.bottom + *made.box.front_height : box.top;
    add_board(made, "_side_left", PartKind::drawer_side, t, {box.left, box.bottom, box.back},
              {box.left + t, box.top, box.front}, Axis::z, Axis::x);
    add_board(made, "_side_right", PartKind::drawer_side, t, {box.right - t, box.bottom, box.back},
              {box.right, box.top, box.front}, Axis::z, Axis::x);
    add_board(made, "_end_back", PartKind::drawer_end, t, {in_left, box.bottom, box.back},
              {in_right, box.top, box.back + t}, Axis::x, Axis::z);
    add_board(made, "_end_front", PartKind::drawer_end, t, {in_left, box.bottom, box.front - t},
              {in_right, front_top, box.front}, Axis::x, Axis::z);
    const Length floor = box.bottom + c.drawer_bottom_recess;
    add_board(made, "_bottom", PartKind::drawer_bottom, c.drawer_bottom_thickness,
              {in_left, floor, box.back + t + joint},
              {in_right, floor + c.drawer_bottom_thickness, box.front - t - joint}, Axis::x, Axis::y);
}

/// Under the bottom board, between the sides, where an undermount runner lies.
void add_runners(const Made& made, const Outside& box) {
    Builder& b = made.bay.builder;
    const Construction& c = b.book.construction;
    const Length t = c.drawer_side_thickness, clear = 1_mm;
    for (const bool right : {false, true}) {
        const Length x = right ? box.right - t - clear - c.runner_width : box.left + t + clear;
        PartName name = made.name;
        name += right ? "_runner_right" : "_runner_left";
        b.add(BoardSpec{
            .name = name,
            .kind = PartKind::runner,
            .finish = b.finish.steel,
            .least = {x, box.bottom - c.drawer_under + 2_mm, box.back + t + clear},
            .most = {x + c.runner_width, box.bottom + c.drawer_bottom_recess - clear, box.front - t - clear},
            .length_axis = Axis::z,
            .thickness_axis = Axis::x,
            .bay = made.bay.index,
            .opening = made.box.opening,
            .opener = made.opener});
    }
}

/// Nothing where no runner or no side fits.
std::optional<Outside> outside_of(const BayBuilder& bay, const DrawerBox& box) {
    const Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Opening& opening = opening_of(bay, box.opening);
    const OpeningLayout& space = bay.opening(box.opening);
    const Length low = space.bottom + space.clear() * box.number / opening.interior.count;
    const Length high =
        low + box_band(space, opening, box.number) -
        (opening.led && box.number + 1 == opening.interior.count ? light_height(b.book) : Length{});
    const Length setback = box.carried ? Length{} : c.inner_drawer_setback;
    const auto side = drawer_side_height(b.book, high - low);
    const auto runner = runner_length(b.book, bay.at.front - bay.at.back - setback);
    if (!side || !runner) return std::nullopt;
    const Front* front = bay.front_of(box.opening);
    // Undermount: inner width = opening − deduction, so the sides stand outside of that.
    const Length slack = (c.drawer_deduction - c.drawer_side_thickness * 2) / 2 +
                         (front && !box.carried ? c.inner_drawer_spacer : Length{});
    const Length face =
        box.carried ? bay.at.front + b.layout.front_back - c.joint_clearance : bay.at.front - setback;
    const Outside outside{bay.at.left + slack,
                          bay.at.right - slack,
                          low + c.drawer_under,
                          low + c.drawer_under + std::min(*side, box.side_height.value_or(*side)),
                          face - (*runner - c.runner_deduction),
                          face};
    if (outside.right - outside.left <= c.drawer_side_thickness * 2 + c.runner_width * 2) return std::nullopt;
    return outside;
}

bool moves(const Part& part, std::int32_t opener) {
    return part.opener == opener && part.kind != PartKind::runner;
}

}  // namespace

Length box_band(const OpeningLayout& space, const Opening& opening, int number) {
    const int count = opening.interior.count;
    return space.clear() * (number + 1) / count - space.clear() * number / count;
}

Length box_width(const Book& book, const Bay& bay, std::size_t opening) {
    const Construction& c = book.construction;
    const Length width = bay.width - c.drawer_deduction + c.drawer_side_thickness * 2;
    for (const Front& front : bay.fronts)
        if (std::cmp_less_equal(front.from, opening) && std::cmp_less_equal(opening, front.to))
            return front.kind->carries_drawers ? width : width - c.inner_drawer_spacer * 2;
    return width;
}

std::int32_t build_drawer_box(BayBuilder& bay, const DrawerBox& box) {
    const auto outside = outside_of(bay, box);
    if (!outside) return -1;
    Builder& b = bay.builder;
    PartName name = bay.name(box.stem, box.opening);
    name += "_";
    name += box.number;
    const Opener opener{.name = name,
                        .kind = OpenerKind::slide,
                        .axis = Axis::z,
                        .bay = bay.index,
                        .pivot = {outside->left, outside->bottom, outside->back},
                        .travel = outside->front - outside->back};
    const Made made{bay, box, name,
                    b.finish_or(opening_of(bay, box.opening).interior.finish, b.finish.drawers),
                    b.add(opener)};
    add_box(made, *outside);
    add_runners(made, *outside);
    return made.opener;
}

double runner_burden(const Book& book, const Design& design, std::span<const Part> parts,
                     std::int32_t opener) {
    double burden = 0;
    for (const Part& part : parts) {
        if (!moves(part, opener)) continue;
        burden += part.mass;
        if (part.kind != PartKind::drawer_bottom) continue;
        const auto& opening =
            design.bays[static_cast<std::size_t>(part.bay)].openings[static_cast<std::size_t>(part.opening)];
        const Contents* contents = opening.contents ? book.content(*opening.contents) : nullptr;
        if (contents) burden += contents->kg_per_m2 * part.size.x.metres() * part.size.z.metres();
    }
    return burden;
}

void fit_runners(BayBuilder& bay, std::size_t first) {
    if (std::ranges::none_of(bay.bay().openings, [](const Opening& o) { return o.contents.has_value(); }))
        return;
    Builder& b = bay.builder;
    const std::span parts = std::span(b.out.parts).subspan(first);
    const double most = b.book.rule("drawer.load").limit("light");
    const Article& heavy = b.book.articles[b.fittings.heavy_runner_article];
    for (Part& part : parts) {
        if (part.kind != PartKind::runner || runner_burden(b.book, b.design, parts, part.opener) <= most)
            continue;
        part.article = b.fittings.heavy_runner_article;
        part.mass = heavy.mass;
    }
}

}  // namespace maatkast
