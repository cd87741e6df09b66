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

const Part* bottom_of(std::span<const Part> parts) {
    const auto found = std::ranges::find(parts, PartKind::bottom, &Part::kind);
    return found == parts.end() ? nullptr : &*found;
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

struct Corner {
    const Part& bottom;
    Length ceiling;  ///< underside of the top
    bool right;
};

/// The highest free place in steps of half a bracket.
std::optional<Box> place(const Builder& b, const Corner& corner, std::span<const Part> parts,
                         const Length3& size) {
    const Length joint = b.book.construction.joint_clearance;
    const Part& bottom = corner.bottom;
    const Length x =
        corner.right ? bottom.origin.x + bottom.size.x - joint - size.x : bottom.origin.x + joint;
    const Length z = bottom.origin.z + joint, floor = bottom.origin.y + bottom.size.y + joint;
    for (Length y = corner.ceiling - joint - size.y; y >= floor; y -= size.y / 2) {
        const Box box{{x, y, z}, Length3{x, y, z} + size};
        if (is_free(box, parts, bottom.frame)) return box;
    }
    return std::nullopt;
}

}  // namespace

void build_wall_fixing(BayBuilder& bay, std::size_t first_part) {
    Builder& b = bay.builder;
    const std::span parts = std::span(b.out.parts).subspan(first_part);
    const Part* bottom = bottom_of(parts);
    const auto ceiling = ceiling_of(b.out, parts);
    if (!bottom || !ceiling) return;
    const std::uint16_t model = b.book.model("wall_bracket"),
                        article = b.book.article(article_for(b.design.room.wall));
    const bool last = bay.index + 1 == static_cast<std::int32_t>(b.design.bays.size());
    std::vector<ModelSpec> brackets;
    for (const bool right : {false, true}) {
        const auto upright = static_cast<std::size_t>(bay.index + (right ? 1 : 0));
        if ((right && !last) || !b.layout.uprights[upright].exists) continue;
        const auto box = place(b, {*bottom, *ceiling, right}, parts, b.book.models[model].size);
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
    b.stand_in(bottom->frame);
    for (const ModelSpec& bracket : brackets) b.add(bracket);
}

}  // namespace maatkast
