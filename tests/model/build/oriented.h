#pragma once
// Boxes that stand at any angle: where parts are in the world, and whether two of them are in one place.

#include <array>
#include <cmath>

#include <glm/glm.hpp>

#include "model/build/motion.h"

namespace maatkast::test {

struct Oriented {
    glm::dvec3 middle;
    std::array<glm::dvec3, 3> half;  ///< from the middle to the middles of three faces, metres
};

/// The box of a part with the openers open by their shares (those beyond the end: closed).
inline Oriented oriented(const Build& build, const Part& part, std::span<const double> open = {}) {
    const glm::dmat4 matrix = part_matrix(build, part, open);
    const glm::dvec3 size{part.size.x.metres(), part.size.y.metres(), part.size.z.metres()};
    const glm::dvec3 origin{part.origin.x.metres(), part.origin.y.metres(), part.origin.z.metres()};
    Oriented box{glm::dvec3(matrix * glm::dvec4(origin + size / 2.0, 1)), {}};
    for (int axis = 0; axis < 3; ++axis)
        box.half[static_cast<std::size_t>(axis)] = glm::dvec3(matrix[axis]) * (size[axis] / 2);
    return box;
}

/// Half of a box's extent along a direction.
inline double reach(const Oriented& box, const glm::dvec3& along) {
    double sum = 0;
    for (const glm::dvec3& half : box.half) sum += std::abs(glm::dot(half, along));
    return sum;
}

/// How far they reach into each other where that is least, by the separating axes of two boxes: their faces'
/// normals and the cross products of their edges. Negative: apart.
inline double penetration(const Oriented& a, const Oriented& b) {
    double least = 1e9;
    const auto look = [&](glm::dvec3 along) {
        const double length = glm::length(along);
        if (length < 1e-9) return;
        along /= length;
        const double apart = std::abs(glm::dot(b.middle - a.middle, along));
        least = std::min(least, reach(a, along) + reach(b, along) - apart);
    };
    for (const glm::dvec3& half : a.half) look(glm::normalize(half));
    for (const glm::dvec3& half : b.half) look(glm::normalize(half));
    for (const glm::dvec3& p : a.half)
        for (const glm::dvec3& q : b.half) look(glm::cross(glm::normalize(p), glm::normalize(q)));
    return least;
}

}  // namespace maatkast::test
