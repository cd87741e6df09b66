#include "tools/showroom/picking.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "tools/scene/clear_space.h"
#include "tools/scene/placement.h"

namespace maatkast::show {
namespace {

glm::vec3 metres(const Length3& at) {
    return {static_cast<float>(at.x.metres()), static_cast<float>(at.y.metres()),
            static_cast<float>(at.z.metres())};
}

render::Ray moved(const render::Ray& ray, const glm::mat4& inverse) {
    return {glm::vec3(inverse * glm::vec4(ray.origin, 1)), glm::vec3(inverse * glm::vec4(ray.direction, 0))};
}

// The opening whose clear space holds the point, seen along the ray: the first one entered.
const OpeningSpace* space_at(std::span<const OpeningSpace> spaces, const render::Ray& ray, float* distance) {
    const OpeningSpace* nearest = nullptr;
    for (const OpeningSpace& space : spaces) {
        const auto enters = hit(moved(ray, glm::inverse(space.frame)), space.box);
        if (enters && (!nearest || *enters < *distance)) {
            nearest = &space;
            *distance = *enters;
        }
    }
    return nearest;
}

}  // namespace

std::optional<float> hit(const render::Ray& ray, const render::Bounds& box) {
    float enters = 0, leaves = INFINITY;
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(ray.direction[axis]) < 1e-9F) {
            if (ray.origin[axis] < box.min[axis] || ray.origin[axis] > box.max[axis]) return {};
            continue;
        }
        float near = (box.min[axis] - ray.origin[axis]) / ray.direction[axis];
        float far = (box.max[axis] - ray.origin[axis]) / ray.direction[axis];
        if (near > far) std::swap(near, far);
        enters = std::max(enters, near);
        leaves = std::min(leaves, far);
    }
    if (enters > leaves) return {};
    return enters;
}

render::Bounds box_of(const Part& part) {
    return {metres(part.origin), metres(part.origin + part.size)};
}

std::vector<OpeningSpace> opening_spaces(const Book& book, const Design& design) {
    const Layout layout = make_layout(book, design);
    std::vector<OpeningSpace> spaces;
    for (std::size_t bay = 0; bay < layout.bays.size(); ++bay) {
        const BayLayout& in = layout.bays[bay];
        for (std::size_t i = 0; i < design.bays[bay].openings.size(); ++i) {
            const OpeningLayout& at = layout.opening(bay, i);
            if (!at.exists) continue;
            const render::Bounds box{metres({in.left, at.bottom, in.back}),
                                     metres({in.right, at.top, in.front})};
            spaces.push_back(
                {static_cast<int>(bay), static_cast<int>(i), box, glm::mat4(scene::bay_frame(layout, bay))});
        }
    }
    return spaces;
}

std::optional<Pick> pick(const Build& build, std::span<const OpeningSpace> spaces,
                         std::span<const double> open, const render::Ray& ray) {
    std::optional<Pick> nearest;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const Part& part = build.parts[i];
        render::Ray local = ray;
        if (part.opener >= 0 || part.frame >= 0)
            local = moved(ray, glm::inverse(glm::mat4(part_matrix(build, part, open))));
        const auto distance = hit(local, box_of(part));
        if (distance && (!nearest || *distance < nearest->distance))
            nearest = Pick{static_cast<int>(i), part.bay, part.opening, *distance, false};
    }
    float entered = 0;
    const OpeningSpace* space = space_at(spaces, ray, &entered);
    if (!space) return nearest;
    if (!nearest || entered < nearest->distance)
        return Pick{nearest ? nearest->part : -1, space->bay, space->opening, entered, true};
    const PartKind kind = build.parts[static_cast<std::size_t>(nearest->part)].kind;
    const bool covers = build.parts[static_cast<std::size_t>(nearest->part)].opener >= 0;
    if (covers && nearest->opening < 0 && kind != PartKind::upright) {
        nearest->bay = space->bay;
        nearest->opening = space->opening;
    }
    return nearest;
}

std::vector<glm::vec2> silhouette(const render::Bounds& box, const glm::mat4& placed,
                                  const render::View& view) {
    std::vector<glm::vec2> points;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 at{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                           corner & 4 ? box.max.z : box.min.z};
        const auto seen = render::project(view, glm::vec3(placed * glm::vec4(at, 1)));
        if (!seen) return {};
        points.push_back(*seen);
    }
    // Andrew's monotone chain.
    std::ranges::sort(points, [](auto a, auto b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<glm::vec2> hull;
    const auto extend = [&hull](glm::vec2 point, std::size_t least) {
        const auto turns_left = [&] {
            const glm::vec2 a = hull[hull.size() - 1] - hull[hull.size() - 2], b = point - hull.back();
            return a.x * b.y - a.y * b.x > 0;
        };
        while (hull.size() > least && !turns_left()) hull.pop_back();
        hull.push_back(point);
    };
    for (const glm::vec2& point : points) extend(point, 1);
    const std::size_t lower = hull.size();
    for (std::size_t i = points.size() - 1; i-- > 0;) extend(points[i], lower);
    hull.pop_back();
    return hull;
}

}  // namespace maatkast::show
