#include "model/build/sections.h"

#include <algorithm>
#include <utility>

#include "model/build/swept.h"

namespace maatkast {
namespace {

/// Numbers that lie in a slice move with it; others name the run's frames, or nothing.
template <class Number>
void renumber(Number& number, const Slice& from, std::uint32_t to) {
    const auto at = static_cast<std::uint32_t>(number);
    if (at >= from.first && at < from.end()) number = static_cast<Number>(at - from.first + to);
}

/// How the numbers of one section change.
struct Move {
    Section from, to;

    void part(Part& part) const {
        renumber(part.opener, from.openers, to.openers.first);
        renumber(part.frame, from.frames, to.frames.first);
        if (part.shape == ShapeKind::prism) renumber(part.outline, from.outlines, to.outlines.first);
    }
    void opener(Opener& opener) const {
        renumber(opener.frame, from.frames, to.frames.first);
        renumber(opener.parent, from.openers, to.openers.first);
    }
    void leaf(Leaf& leaf) const {
        renumber(leaf.opener, from.openers, to.openers.first);
        leaf.first_part = leaf.first_part - from.parts.first + to.parts.first;
    }
};

template <class T>
std::span<const T> slice_of(const std::vector<T>& all, const Slice& slice) {
    return std::span(all).subspan(slice.first, slice.count);
}

template <class T>
Slice append(std::vector<T>& all, std::span<const T> more) {
    const auto first = static_cast<std::uint32_t>(all.size());
    all.insert(all.end(), more.begin(), more.end());
    return {first, static_cast<std::uint32_t>(more.size())};
}

void append_section(Build& out, const Build& in, std::size_t section) {
    const Section& from = in.sections[section];
    const Move move{from,
                    {append(out.parts, slice_of(in.parts, from.parts)),
                     append(out.openers, slice_of(in.openers, from.openers)),
                     append(out.frames, slice_of(in.frames, from.frames)),
                     append(out.outlines, slice_of(in.outlines, from.outlines)),
                     append(out.leaves, slice_of(in.leaves, from.leaves)), from.mass}};
    for (Part& part : std::span(out.parts).subspan(move.to.parts.first)) move.part(part);
    for (Opener& opener : std::span(out.openers).subspan(move.to.openers.first)) move.opener(opener);
    for (Leaf& leaf : std::span(out.leaves).subspan(move.to.leaves.first)) move.leaf(leaf);
    out.sections.push_back(move.to);
    out.mass += from.mass;
}

/// Nothing behind the section changes its place.
bool same_counts(const Section& a, const Section& b) {
    return a.parts.count == b.parts.count && a.openers.count == b.openers.count &&
           a.frames.count == b.frames.count && a.outlines.count == b.outlines.count &&
           a.leaves.count == b.leaves.count;
}

void overwrite_section(Build& build, std::size_t section, const Build& by) {
    Section& to = build.sections[section];
    to.mass = by.sections.back().mass;
    const Move move{by.sections.back(), to};
    const auto copy = [](const auto& from, const Slice& at, auto& into, const Slice& place, auto change) {
        for (std::uint32_t i = 0; i < place.count; ++i) change(into[place.first + i] = from[at.first + i]);
    };
    copy(by.parts, move.from.parts, build.parts, to.parts, [&](Part& part) { move.part(part); });
    copy(by.openers, move.from.openers, build.openers, to.openers,
         [&](Opener& opener) { move.opener(opener); });
    copy(by.frames, move.from.frames, build.frames, to.frames, [](Frame&) {});
    copy(by.outlines, move.from.outlines, build.outlines, to.outlines, [](OutlinePoint&) {});
    copy(by.leaves, move.from.leaves, build.leaves, to.leaves, [&](Leaf& leaf) { move.leaf(leaf); });
    build.mass = 0;
    for (const Section& each : build.sections) build.mass += each.mass;
}

}  // namespace

void replace_section(Build& build, std::size_t section, const Build& by) {
    if (same_counts(build.sections[section], by.sections.back()))
        return overwrite_section(build, section, by);
    Build out;
    out.parts.reserve(build.parts.size() + by.parts.size());
    for (std::size_t i = 0; i < build.sections.size(); ++i)
        i == section ? append_section(out, by, by.sections.size() - 1) : append_section(out, build, i);
    out.findings = std::move(build.findings);
    build = std::move(out);
}

Excerpt excerpt(const Build& build, std::span<const std::size_t> sections,
                std::span<const std::size_t> run_parts) {
    Excerpt out{{}, {kRunSection}, {run_parts.begin(), run_parts.end()}};
    Build& in = out.build;
    append(in.frames, slice_of(build.frames, build.sections[kRunSection].frames));
    for (const std::size_t number : run_parts) {
        const Part& part = parts_of(build, kRunSection)[number];
        Part& copy = in.parts.emplace_back(part);
        if (part.shape == ShapeKind::prism) copy.outline = append(in.outlines, outline_of(build, part)).first;
    }
    in.sections.push_back({.parts = {0, static_cast<std::uint32_t>(in.parts.size())},
                           .frames = {0, static_cast<std::uint32_t>(in.frames.size())},
                           .outlines = {0, static_cast<std::uint32_t>(in.outlines.size())}});
    for (const std::size_t section : sections) append_section(in, build, section);
    out.sections.insert(out.sections.end(), sections.begin(), sections.end());
    return out;
}

std::vector<Bounds> run_boxes(const Build& build) {
    std::vector<Bounds> boxes;
    for (const Part& part : parts_of(build, kRunSection)) boxes.push_back(world_bounds(build, part));
    return boxes;
}

std::vector<std::size_t> meeting(std::span<const Bounds> boxes, std::span<const Bounds> near,
                                 std::size_t first) {
    Bounds around;  // most boxes of a long run are not even near it
    for (const Bounds& box : near) around.take_in(box);
    std::vector<std::size_t> numbers;
    for (std::size_t i = first; i < boxes.size(); ++i)
        if (meet(boxes[i], around, 0) &&
            std::ranges::any_of(near, [&](const Bounds& box) { return meet(boxes[i], box, 0); }))
            numbers.push_back(i);
    return numbers;
}

std::size_t section_of_opener(std::span<const Section> sections, std::int32_t opener) {
    const auto after = std::ranges::upper_bound(sections, static_cast<std::uint32_t>(opener), {},
                                                [](const Section& section) { return section.openers.first; });
    return static_cast<std::size_t>(after - sections.begin()) - 1;
}

}  // namespace maatkast
