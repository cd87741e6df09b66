#include "model/build/build.h"

#include <algorithm>
#include <cmath>

#include "model/build/carcase.h"
#include "model/build/corner.h"
#include "model/build/drawer_box.h"
#include "model/build/kinds.h"
#include "model/build/led.h"
#include "model/build/motion.h"
#include "model/build/opener_findings.h"
#include "model/build/rule.h"
#include "model/build/sections.h"
#include "model/build/sliding.h"
#include "model/build/sweep.h"
#include "model/build/wall_fixing.h"
#include "model/build/whole.h"

namespace maatkast {
namespace {

void build_bay(Builder& builder, std::int32_t index) {
    BayBuilder bay(builder, index);
    builder.stand_in_run(bay.at.run);
    if (const CornerLayout* corner = corner_at(builder.layout, static_cast<std::size_t>(index)))
        return build_corner(bay, *corner);
    if (is_end(bay.bay().shape)) return build_end(bay);
    const std::size_t first = builder.out.parts.size();
    build_carcase(bay);
    build_brace(bay);
    const auto& openings = bay.bay().openings;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(openings.size()); ++i) {
        if (!bay.opening(i).exists) continue;
        openings[static_cast<std::size_t>(i)].interior.kind->build(bay, i);
        if (openings[static_cast<std::size_t>(i)].led) build_light(bay, i);
    }
    build_drivers(bay);
    const auto& fronts = bay.bay().fronts;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(fronts.size()); ++i)
        fronts[static_cast<std::size_t>(i)].kind->build(bay, i);
    fit_runners(bay, first);
}

Slice from(const Slice& before, std::size_t size) {
    return {before.end(), static_cast<std::uint32_t>(size) - before.end()};
}

/// All that was added since the last section is the next one.
void end_section(Build& out) {
    const Section before = out.sections.empty() ? Section{} : out.sections.back();
    Section section{from(before.parts, out.parts.size()), from(before.openers, out.openers.size()),
                    from(before.frames, out.frames.size()), from(before.outlines, out.outlines.size()),
                    from(before.leaves, out.leaves.size())};
    for (const Part& part : std::span(out.parts).subspan(section.parts.first)) section.mass += part.mass;
    out.mass += section.mass;
    out.sections.push_back(section);
}

void build_bay_section(Builder& builder, std::size_t index) {
    const std::size_t first_part = builder.out.parts.size();
    const auto number = static_cast<std::int32_t>(index);
    build_bay(builder, number);
    if (builder.design.wall_fixing && builder.design.base.kind != BaseKind::hung) {
        BayBuilder bay(builder, number);
        build_wall_fixing(bay, first_part);
    }
    end_section(builder.out);
}

/// The box of a part in the world: exact where its frame is turned by quarters.
Box world_box(const Build& build, const Part& part) {
    if (part.frame < 0) return {part.origin, part.origin + part.size};
    const glm::dmat4 matrix = frame_matrix(build, part.frame);
    glm::dvec3 least(1e9), most(-1e9);
    for (int corner = 0; corner < 8; ++corner) {
        const Length3 at{part.origin.x + (corner & 1 ? part.size.x : Length{}),
                         part.origin.y + (corner & 2 ? part.size.y : Length{}),
                         part.origin.z + (corner & 4 ? part.size.z : Length{})};
        const glm::dvec3 point = matrix * glm::dvec4(at.x.metres(), at.y.metres(), at.z.metres(), 1);
        least = glm::min(least, point);
        most = glm::max(most, point);
    }
    constexpr double kTenth = 1e4, kExact = 1e-6;  // a hair of rounding is no tenth
    const auto down = [](double v) {
        return Length{static_cast<std::int32_t>(std::floor(v * kTenth + kExact))};
    };
    const auto up = [](double v) {
        return Length{static_cast<std::int32_t>(std::ceil(v * kTenth - kExact))};
    };
    return {{down(least.x), down(least.y), down(least.z)}, {up(most.x), up(most.y), up(most.z)}};
}

Box bounds_of(const Build& build, bool hardware) {
    Box box{{kLongest, kLongest, kLongest}, {-kLongest, -kLongest, -kLongest}};
    for (const Part& part : build.parts) {
        if (!hardware && !is_board(part)) continue;
        const Box at = world_box(build, part);
        box.least = {std::min(box.least.x, at.least.x), std::min(box.least.y, at.least.y),
                     std::min(box.least.z, at.least.z)};
        box.most = {std::max(box.most.x, at.most.x), std::max(box.most.y, at.most.y),
                    std::max(box.most.z, at.most.z)};
    }
    return box;
}

Build build_and_ask(const Book& book, const Design& design, Repairs repairs) {
    const Layout layout = make_layout(book, design);
    Build out = build_sections(book, design, layout);
    Sweeps sweeps(out, sweep_steps(book));
    ask_rules(book, design, layout, find_clashes(out, sweeps, sweeps.chains()), out, repairs);
    return out;
}

}  // namespace

Build build_sections(const Book& book, const Design& design, const Layout& layout) {
    Build out;
    out.parts.reserve(design.bays.size() * 24 + 16);
    out.sections.reserve(design.bays.size() + 2);
    Builder builder(book, design, layout, out);
    build_run(builder);
    build_whole(builder);
    end_section(out);
    for (std::size_t i = 0; i < design.bays.size(); ++i) build_bay_section(builder, i);
    build_sliding(builder);
    end_section(out);
    return out;
}

Build build_one_bay(const Book& book, const Design& design, const Layout& layout, std::size_t bay) {
    Build out;
    Builder builder(book, design, layout, out);
    end_section(out);  // the run's frames
    build_bay_section(builder, bay);
    return out;
}

Build build_parts(const Book& book, const Design& design) {
    return build_sections(book, design, make_layout(book, design));
}

Build build(const Book& book, const Design& design) {
    return build_and_ask(book, design, Repairs::proposed);
}

Build build_for_repair(const Book& book, const Design& design) {
    return build_and_ask(book, design, Repairs::of_blocking);
}

Build build_without_repairs(const Book& book, const Design& design) {
    return build_and_ask(book, design, Repairs::left_out);
}

bool sellable(const Build& build) {
    return std::ranges::none_of(build.findings,
                                [](const Finding& f) { return f.severity == Severity::blocked; });
}

std::span<const OutlinePoint> outline_of(const Build& build, const Part& part) {
    return std::span(build.outlines).subspan(part.outline, part.corners);
}

Box carcase_bounds(const Build& build) {
    return bounds_of(build, false);
}
Box bounds(const Build& build) {
    return bounds_of(build, true);
}

}  // namespace maatkast
