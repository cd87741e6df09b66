#include "model/build/wall_fixing.h"

#include <algorithm>
#include <optional>
#include <span>

#include "model/build/motion.h"

namespace maatkast {
namespace {

std::string_view article_for(Wall wall) {
    switch (wall) {
        case Wall::masonry:
            return "wall_bracket.masonry";
        case Wall::concrete:
            return "wall_bracket.concrete";
        case Wall::plasterboard:
            return "wall_bracket.plasterboard";
        case Wall::unknown:
            break;
    }
    return "wall_bracket.unknown";
}

/// The lowest point of a part above the floor; frames turn about y, or lean back.
Length lowest(const Build& build, const Part& part) {
    const glm::dmat4 matrix = frame_matrix(build, part.frame);
    double least = part.origin.y.metres() * 1000 + 1e6;
    for (int corner = 0; corner < 8; ++corner) {
        const auto at = [&](Axis axis, int bit) {
            return (part.origin.along(axis) + (corner & bit ? part.size.along(axis) : Length{})).metres();
        };
        const glm::dvec4 point(at(Axis::x, 1), at(Axis::y, 2), at(Axis::z, 4), 1);
        least = std::min(least, (matrix * point).y * 1000);
    }
    return Length::nearest_mm(least);
}

/// What a bracket may stand in: between two uprights, from the bottom panel up and from the back forwards.
struct Shell {
    Length left, right, floor, rear;
    std::int32_t frame;
};

/// A kneehole has no bottom panel, and brackets stand no lower in it than beside it.
std::optional<Shell> shell_of(const BayBuilder& bay, std::span<const Part> parts) {
    const Builder& b = bay.builder;
    if (bay.bay().kneehole)
        return Shell{bay.at.left, bay.at.right, bay.at.floor, bay.at.back, b.layout.runs[bay.at.run].index};
    const auto bottom = std::ranges::find(parts, PartKind::bottom, &Part::kind);
    if (bottom == parts.end()) return std::nullopt;
    const Length3 least = bottom->origin, most = bottom->origin + bottom->size;
    return Shell{least.x, most.x, most.y, least.z, bottom->frame};
}

/// The underside of the highest top, where there are several above each other.
std::optional<Length> ceiling_of(const Build& build, std::span<const Part> parts) {
    std::optional<Length> ceiling;
    for (const Part& part : parts)
        if (part.kind == PartKind::top) ceiling = std::max(ceiling.value_or(Length{}), lowest(build, part));
    return ceiling;
}

/// Nothing of the same frame in the box.
bool is_free(const Box& box, std::span<const Part> parts, std::int32_t frame) {
    return std::ranges::none_of(parts, [&](const Part& part) {
        if (part.frame != frame) return false;
        const Length3 most = part.origin + part.size;
        return part.origin.x < box.most.x && box.least.x < most.x && part.origin.y < box.most.y &&
               box.least.y < most.y && part.origin.z < box.most.z && box.least.z < most.z;
    });
}

/// The highest free place under the top, on one side, in steps of half a bracket.
std::optional<Box> place(const Shell& shell, Length ceiling, bool right, std::span<const Part> parts,
                         const Length3& size, Length joint) {
    const Length x = right ? shell.right - joint - size.x : shell.left + joint, z = shell.rear + joint;
    for (Length y = ceiling - joint - size.y; y >= shell.floor + joint; y -= size.y / 2) {
        const Box box{{x, y, z}, Length3{x, y, z} + size};
        if (is_free(box, parts, shell.frame)) return box;
    }
    return std::nullopt;
}

}  // namespace

void build_wall_fixing(BayBuilder& bay, std::size_t first_part) {
    Builder& b = bay.builder;
    const std::span parts = std::span(b.out.parts).subspan(first_part);
    const auto shell = shell_of(bay, parts);
    const auto ceiling = ceiling_of(b.out, parts);
    if (!shell || !ceiling) return;
    const std::uint16_t model = b.book.model("wall_bracket"),
                        article = b.book.article(article_for(b.design.room.wall));
    const bool last = bay.index + 1 == static_cast<std::int32_t>(b.design.bays.size());
    std::vector<ModelSpec> brackets;
    for (const bool right : {false, true}) {
        const auto upright = static_cast<std::size_t>(bay.index + (right ? 1 : 0));
        if ((right && !last) || !b.layout.uprights[upright].exists) continue;
        const auto box = place(*shell, *ceiling, right, parts, b.book.models[model].size,
                               b.book.construction.joint_clearance);
        if (box)
            brackets.push_back({.name = bay.name(right ? "wall_bracket_right" : "wall_bracket_left"),
                                .kind = PartKind::wall_bracket,
                                .model = model,
                                .article = article,
                                .least = box->least,
                                .most = box->most,
                                .turn = right ? 2 : 0,
                                .bay = bay.index});
    }
    b.stand_in(shell->frame);
    for (const ModelSpec& bracket : brackets) b.add(bracket);
}

}  // namespace maatkast
