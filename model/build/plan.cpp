#include "model/build/plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/glm.hpp>

#include "model/build/outline.h"

namespace maatkast {
namespace {

constexpr int kArcSteps = 24;

glm::dvec2 millimetres(const PlanPoint& point) {
    return {point.x.mm(), point.z.mm()};
}

PlanPoint rounded(glm::dvec2 at) {
    return {Length::nearest_mm(at.x), Length::nearest_mm(at.y)};
}

glm::dvec2 room_side(glm::dvec2 direction) {
    return {-direction.y, direction.x};
}

/// Unit directions of the path's pieces.
std::vector<glm::dvec2> directions_of(std::span<const PlanPoint> path) {
    std::vector<glm::dvec2> directions;
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        directions.push_back(glm::normalize(millimetres(path[i + 1]) - millimetres(path[i])));
    return directions;
}

}  // namespace

std::vector<OutlinePoint> plan_outline(std::span<const PlanPoint> points) {
    std::vector<OutlinePoint> outline;
    for (const PlanPoint& point : points) outline.push_back({point.z, point.x, point.smooth});
    if (outline_area(outline) < 0) std::ranges::reverse(outline);
    return outline;
}

std::vector<std::vector<OutlinePoint>> mitred_path(std::span<const PlanPoint> path, Length thickness,
                                                   Length joint) {
    const std::vector<glm::dvec2> directions = directions_of(path);
    const std::size_t pieces = directions.size();
    // How far the inner face's corner lies from the path's, at the bend before a piece; nothing at the ends.
    const auto mitre = [&](std::size_t piece) {
        const glm::dvec2 side = room_side(directions[piece]);
        if (piece == 0) return -thickness.mm() * side;
        const glm::dvec2 before = room_side(directions[piece - 1]);
        return -thickness.mm() / (1 + glm::dot(before, side)) * (before + side);
    };
    std::vector<std::vector<OutlinePoint>> boards;
    for (std::size_t i = 0; i < pieces; ++i) {
        const glm::dvec2 gap = directions[i] * joint.mm();
        const glm::dvec2 from = millimetres(path[i]) + (i > 0 ? gap : glm::dvec2(0));
        const glm::dvec2 to = millimetres(path[i + 1]) - (i + 1 < pieces ? gap : glm::dvec2(0));
        const glm::dvec2 last = i + 1 < pieces ? mitre(i + 1) : -thickness.mm() * room_side(directions[i]);
        boards.push_back(plan_outline(
            std::array{rounded(from), rounded(to), rounded(to + last), rounded(from + mitre(i))}));
    }
    return boards;
}

Axis main_direction(std::span<const PlanPoint> path, std::size_t board) {
    const glm::dvec2 along = millimetres(path[board + 1]) - millimetres(path[board]);
    return std::abs(along.x) >= std::abs(along.y) ? Axis::x : Axis::z;
}

std::vector<PlanPoint> quarter_ellipse(PlanPoint centre, Length rx, Length rz) {
    std::vector<PlanPoint> points;
    for (int i = 0; i <= kArcSteps; ++i) {
        const double angle = i * std::numbers::pi / 2 / kArcSteps;
        points.push_back({centre.x + Length::nearest_mm(rx.mm() * std::cos(angle)),
                          centre.z + Length::nearest_mm(rz.mm() * std::sin(angle)), i > 0 && i < kArcSteps});
    }
    points.back().x = centre.x;
    return points;
}

}  // namespace maatkast
