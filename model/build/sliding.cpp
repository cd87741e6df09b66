#include "model/build/sliding.h"

#include <algorithm>

#include "model/build/face.h"

namespace maatkast {
namespace {

/// One Sliding being built.
struct Slide {
    Builder& builder;
    std::int32_t index;
    SlidingLayout at;

    const Construction& construction() const { return builder.book.construction; }
    const BayLayout& bay(std::size_t i) const { return builder.layout.bays[i]; }
    PartName name(std::string_view stem) const {
        PartName name("sliding");
        name += index;
        name += stem;
        return name;
    }
    PartName name(std::string_view stem, int number) const {
        PartName full = name(stem);
        full += number;
        return full;
    }
};

void add_board(const Slide& slide, std::string_view stem, int number, PartKind kind, Length left,
               Length right, Length bottom) {
    Builder& b = slide.builder;
    b.add(BoardSpec{.name = slide.name(stem, number),
                    .kind = kind,
                    .finish = b.finish.carcase,
                    .thickness = b.layout.carcase_thickness,
                    .least = {left, bottom, slide.at.carcase + slide.construction().joint_clearance},
                    .most = {right, bottom + b.layout.carcase_thickness, slide.at.face},
                    .edges = {.front = true}});
}

/// The boards that bear the tracks, under and over the leaves, in lengths that can be cut from a sheet;
/// pieces meet before the middle of an upright.
void add_bearers(const Slide& slide) {
    const Builder& b = slide.builder;
    const Length joint = slide.construction().joint_clearance, t = b.layout.carcase_thickness;
    Length left = slide.bay(slide.at.first).left + joint;
    int number = 0;
    for (std::size_t i = slide.at.first; i <= slide.at.last; ++i) {
        const bool last = i == slide.at.last;
        if (!last && slide.bay(i + 1).right - left <= slide.construction().plinth_longest) continue;
        const Length right = slide.bay(i).right + (last ? -joint : t / 2);
        add_board(slide, "_bottom", number, PartKind::bottom, left, right, slide.at.bearer);
        add_board(slide, "_top", number++, PartKind::top, left, right, slide.bay(i).ceiling);
        left = right + joint;
    }
}

struct TrackSpec {
    std::string_view stem, model, article;
    Length bottom;
};

void add_track(const Slide& slide, const TrackSpec& track) {
    Builder& b = slide.builder;
    const Construction& c = slide.construction();
    const std::uint16_t model = b.book.model(track.model);
    const Length joint = c.joint_clearance;
    b.add(
        ModelSpec{.name = slide.name(track.stem),
                  .kind = PartKind::track,
                  .model = model,
                  .article = b.book.article(track.article),
                  .least = {slide.bay(slide.at.first).left + joint, track.bottom,
                            slide.at.carcase + c.sliding_track_inset},
                  .most = {slide.bay(slide.at.last).right - joint, track.bottom + b.book.models[model].size.y,
                           slide.at.face - c.sliding_track_inset}});
}

void add_tracks(const Slide& slide) {
    const Book& book = slide.builder.book;
    add_track(slide, {"_track_top", "track_top", "sliding.track_top", slide.at.high});
    add_track(slide, {"_track_bottom", "track_bottom", "sliding.track_bottom",
                      slide.at.low - book.models[book.model("track_bottom")].size.y});
}

/// A leaf's closed place.
struct Place {
    Length left, right, back, face;
};

/// Leaves take the tracks in turn, the leftmost the foremost.
Place place_of(const Slide& slide, int leaf) {
    const Length left = slide.at.left_of(leaf), t = slide.builder.layout.front_thickness;
    const Length pitch = (slide.at.face - slide.at.carcase) / slide.at.tracks;
    const Length middle = slide.at.face - pitch * (leaf % slide.at.tracks) - pitch / 2;
    return {left, left + slide.at.width, middle - t / 2, middle - t / 2 + t};
}

/// Leaves go in turn to the right and to the left, over their neighbour's place. Of three, each in a track of
/// its own, those at the ends go as far as the other end. Of four, those at the ends stop at the next but
/// one, which runs in the same track.
Length travel_of(const Slide& slide, int leaf) {
    const bool at_end = leaf == 0 || leaf + 1 == slide.at.leaves;
    if (at_end && slide.at.leaves == 3) return slide.at.step() * 2;
    if (at_end && slide.at.leaves == 4)
        return slide.at.step() - slide.construction().sliding_overlap - slide.construction().front_gap;
    return slide.at.step();
}

Opener opener_of(const Slide& slide, int leaf, const Place& place) {
    const bool to_right = slide.at.leaves == 3 ? leaf == 0 : leaf % 2 == 0;
    return {.name = slide.name("_leaf", leaf),
            .kind = OpenerKind::slide,
            .axis = Axis::x,
            .sign = static_cast<std::int8_t>(to_right ? 1 : -1),
            .bay = static_cast<std::int32_t>(slide.at.first),
            .sliding = slide.index,
            .pivot = {place.left, slide.at.bottom, place.back},
            .travel = travel_of(slide, leaf)};
}

void add_grip(const Slide& slide, const Place& place, bool right, int leaf, std::int32_t opener) {
    Builder& b = slide.builder;
    const std::uint16_t model = b.book.model("slide_grip");
    const Length width = b.book.models[model].size.x, x = right ? place.right - width : place.left;
    PartName name = slide.name("_leaf", leaf);
    name += right ? "_grip_right" : "_grip_left";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::slide_grip,
                    .model = model,
                    .article = b.book.article("sliding.grip"),
                    .least = {x, slide.at.bottom, place.back},
                    .most = {x + width, slide.at.top, place.face},
                    .turn = right ? 2 : 0,
                    .bay = static_cast<std::int32_t>(slide.at.first),
                    .opener = opener});
}

/// A face between two upright profiles that fingers reach into: a handle would catch on the leaf before it.
void add_leaf(const Slide& slide, int leaf) {
    Builder& b = slide.builder;
    const Sliding& chosen = b.design.sliding[static_cast<std::size_t>(slide.index)];
    const Place place = place_of(slide, leaf);
    const std::int32_t opener = b.add(opener_of(slide, leaf, place));
    const Length grip =
        b.book.models[b.book.model("slide_grip")].size.x + slide.construction().joint_clearance;
    const std::uint16_t finish = b.finish_or(chosen.finish_of(leaf), b.finish.fronts);
    const std::size_t made =
        build_face(b, {.leaf = LeafKind::sliding,
                       .stem = slide.name("_leaf", leaf),
                       .slab = slide.name("_leaf", leaf),
                       .style = chosen.style,
                       .finish = finish,
                       .field = {place.left + grip, place.right - grip, slide.at.bottom, slide.at.top},
                       .back = place.back,
                       .thickness = place.face - place.back,
                       .bay = static_cast<std::int32_t>(slide.at.first),
                       .opener = opener,
                       .front = slide.index,
                       .veneer = veneer_of(b.book, slide.bay(slide.at.first).run, finish)});
    Leaf& whole = b.out.leaves[made];
    whole.origin.x = place.left;
    whole.size.x = slide.at.width;
    for (const bool right : {false, true}) add_grip(slide, place, right, leaf, opener);
}

}  // namespace

bool SlidingLayout::frees(Length from, Length to) const {
    const int in_one_track = (leaves + tracks - 1) / tracks;
    return (from - left) / width + (right - to) / width >= in_one_track;
}

std::optional<SlidingLayout> sliding_layout(const Book& book, const Design& design, const Layout& layout,
                                            const Sliding& sliding) {
    const Construction& c = book.construction;
    if (sliding.first < 0 || sliding.first > sliding.last ||
        sliding.last >= static_cast<int>(design.bays.size()))
        return std::nullopt;
    SlidingLayout at;
    at.first = static_cast<std::size_t>(sliding.first);
    at.last = static_cast<std::size_t>(sliding.last);
    const BayLayout &first = layout.bays[at.first], &last = layout.bays[at.last];
    at.leaves = std::clamp(sliding.leaves, kFewestLeaves, kMostLeaves);
    at.tracks = at.leaves == 3 ? 3 : 2;
    at.left = first.left + c.front_reveal;
    at.right = last.right - c.front_reveal;
    at.bottom = first.floor + c.sliding_under;
    at.top = at.bottom + (first.ceiling - first.floor) - c.sliding_deduction;
    // The lower track is sunk, so that drawers run out over it.
    at.low = first.floor - c.joint_clearance;
    at.bearer = at.low - book.models[book.model("track_bottom")].size.y - c.joint_clearance -
                layout.carcase_thickness;
    at.high = first.ceiling - c.joint_clearance - book.models[book.model("track_top")].size.y;
    at.width = (at.right - at.left + c.sliding_overlap * (at.leaves - 1)) / at.leaves;
    at.carcase = first.front;
    at.face = design.bays[at.first].depth - layout.overhang;
    if (at.width <= Length{} || at.top <= at.bottom) return std::nullopt;
    return at;
}

void build_sliding(Builder& builder) {
    for (std::size_t i = 0; i < builder.design.sliding.size(); ++i) {
        const auto at =
            sliding_layout(builder.book, builder.design, builder.layout, builder.design.sliding[i]);
        if (!at) continue;
        builder.stand_in_run(builder.layout.bays[at->first].run);
        const Slide slide{builder, static_cast<std::int32_t>(i), *at};
        add_bearers(slide);
        add_tracks(slide);
        for (int leaf = 0; leaf < at->leaves; ++leaf) add_leaf(slide, leaf);
    }
}

}  // namespace maatkast
