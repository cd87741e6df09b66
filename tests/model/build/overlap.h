#pragma once
// Whether parts get in each other's way, in any frame and of any outline. The arithmetic is the tests' own:
// polygons clipped by planes, where the program compares shadows on separating axes.

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

#include <glm/glm.hpp>

#include "model/build/motion.h"
#include "model/mesh/triangulate.h"
#include "tests/model/mesh/solid.h"

namespace maatkast::test {

inline constexpr std::array kAxes{Axis::x, Axis::y, Axis::z};
inline constexpr double kTouch = 1e-5;  // metres

/// How far two parts of one frame reach into each other along an axis; negative: the air between them.
inline Length shared(const Part& a, const Part& b, Axis axis) {
    const Length a_least = a.origin.along(axis), b_least = b.origin.along(axis);
    return std::min(a_least + a.size.along(axis), b_least + b.size.along(axis)) - std::max(a_least, b_least);
}

using Polygon = std::vector<glm::dvec3>;

/// Flat and convex, anticlockwise seen from outside.
struct Plane {
    glm::dvec3 normal;
    double at;

    double height(const glm::dvec3& point) const { return glm::dot(normal, point) - at; }
};

inline Plane plane_of(const Polygon& face) {
    const glm::dvec3 normal = glm::normalize(glm::cross(face[1] - face[0], face[2] - face[0]));
    return {normal, glm::dot(normal, face[0])};
}

/// Keeps what lies below a plane.
inline Polygon clip(const Polygon& polygon, const Plane& plane) {
    Polygon kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const glm::dvec3 &p = polygon[i], &q = polygon[(i + 1) % polygon.size()];
        const double from = plane.height(p), to = plane.height(q);
        if (from <= 0) kept.push_back(p);
        if ((from < 0 && to > 0) || (from > 0 && to < 0)) kept.push_back(p + (q - p) * (from / (from - to)));
    }
    return kept;
}

/// A convex solid by its faces.
struct Convex {
    std::vector<Polygon> faces;
    std::vector<Plane> planes;
    glm::dvec3 least{1e9}, most{-1e9}, middle{0};
};

inline Convex convex(std::vector<Polygon> faces) {
    Convex solid{std::move(faces), {}};
    std::size_t points = 0;
    for (const Polygon& face : solid.faces) {
        solid.planes.push_back(plane_of(face));
        for (const glm::dvec3& point : face) {
            solid.least = glm::min(solid.least, point);
            solid.most = glm::max(solid.most, point);
            solid.middle += point;
            ++points;
        }
    }
    solid.middle /= static_cast<double>(points);
    return solid;
}

/// A polygon in the plane across `extrusion`, drawn out from `low` by `height`: its two caps, then its sides.
inline std::vector<Polygon> drawn_out(const std::vector<glm::dvec2>& outline, Axis extrusion, double low,
                                      double height, const glm::dmat4& matrix) {
    const auto [u, v] = plane_axes(extrusion);
    const auto point = [&, u = u, v = v](const glm::dvec2& at, double along) {
        glm::dvec4 out(0, 0, 0, 1);
        out[static_cast<int>(u)] = at.x;
        out[static_cast<int>(v)] = at.y;
        out[static_cast<int>(extrusion)] = along;
        return glm::dvec3(matrix * out);
    };
    std::vector<Polygon> faces(2);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::dvec2 &a = outline[i], &b = outline[(i + 1) % outline.size()];
        faces[0].push_back(point(a, low + height));
        faces[1].insert(faces[1].begin(), point(a, low));
        faces.push_back({point(a, low), point(b, low), point(b, low + height), point(a, low + height)});
    }
    return faces;
}

/// The outline of a part, four corners where it is a box, in the plane across `extrusion`.
inline std::vector<glm::dvec2> outline_points(const Build& build, const Part& part, Axis extrusion) {
    const auto [u, v] = plane_axes(extrusion);
    const glm::dvec2 at(part.origin.along(u).metres(), part.origin.along(v).metres());
    const glm::dvec2 size(part.size.along(u).metres(), part.size.along(v).metres());
    if (part.shape != ShapeKind::prism) return {at, {at.x + size.x, at.y}, at + size, {at.x, at.y + size.y}};
    std::vector<glm::dvec2> points;
    for (const OutlinePoint& point : outline_of(build, part))
        points.push_back(at + glm::dvec2(point.u.metres(), point.v.metres()));
    return points;
}

/// A part as it stands when openers are open by their shares: its box, or the triangles of its outline drawn
/// out. Fittings count as their boxes.
inline std::vector<Convex> convex_solids(const Build& build, const Part& part,
                                         std::span<const double> open = {}) {
    const Axis along = part.shape == ShapeKind::prism ? part.extrusion : Axis::y;
    const glm::dmat4 matrix = part_matrix(build, part, open);
    const double low = part.origin.along(along).metres(), height = part.size.along(along).metres();
    const std::vector<glm::dvec2> outline = outline_points(build, part, along);
    if (part.shape != ShapeKind::prism) return {convex(drawn_out(outline, along, low, height, matrix))};
    std::vector<Convex> solids;
    for (const auto& [a, b, c] : triangulate(outline))
        solids.push_back(convex(drawn_out({outline[a], outline[b], outline[c]}, along, low, height, matrix)));
    return solids;
}

/// Something of the polygon lies deeper than `touch` in the solid.
inline bool enters(Polygon polygon, const Convex& solid, double touch) {
    for (const Plane& plane : solid.planes) {
        polygon = clip(polygon, {plane.normal, plane.at - touch});
        if (polygon.empty()) return false;
    }
    return true;
}

inline bool boxes_near(const Convex& a, const Convex& b, double touch) {
    for (int axis = 0; axis < 3; ++axis)
        if (std::min(a.most[axis], b.most[axis]) - std::max(a.least[axis], b.least[axis]) <= touch)
            return false;
    return true;
}

/// A face of one lies in the other; or they are the same, and the middle of one lies in the other.
inline bool overlap(const Convex& a, const Convex& b, double touch = kTouch) {
    if (!boxes_near(a, b, touch)) return false;
    const auto in = [touch](const Convex& from, const Convex& to) {
        return std::ranges::any_of(from.faces, [&](const Polygon& f) { return enters(f, to, touch); });
    };
    return in(a, b) || in(b, a) || enters({a.middle}, b, touch);
}

inline bool overlap(const std::vector<Convex>& a, const std::vector<Convex>& b, double touch = kTouch) {
    return std::ranges::any_of(a, [&](const Convex& one) {
        return std::ranges::any_of(b, [&](const Convex& other) { return overlap(one, other, touch); });
    });
}

/// Boxes of one frame are compared in whole tenths: sharing a volume at all is sharing 0.1 mm.
inline bool parts_overlap(const Build& build, const Part& a, const Part& b) {
    if (a.frame == b.frame && a.shape != ShapeKind::prism && b.shape != ShapeKind::prism)
        return std::ranges::all_of(kAxes, [&](Axis axis) { return shared(a, b, axis) > Length{}; });
    return overlap(convex_solids(build, a), convex_solids(build, b));
}

/// Every flat face of a part, closed; caps as their triangles.
inline std::vector<Polygon> faces_of(const Build& build, const Part& part) {
    const Axis along = part.shape == ShapeKind::prism ? part.extrusion : Axis::y;
    const std::vector<glm::dvec2> outline = outline_points(build, part, along);
    std::vector<Polygon> faces = drawn_out(outline, along, part.origin.along(along).metres(),
                                           part.size.along(along).metres(), part_matrix(build, part, {}));
    if (part.shape != ShapeKind::prism) return faces;
    const std::array caps{faces[0], faces[1]};
    faces.erase(faces.begin(), faces.begin() + 2);
    const std::size_t last = outline.size() - 1;  // the lower cap runs the other way round
    for (const auto& [a, b, c] : triangulate(outline)) {
        faces.push_back({caps[0][a], caps[0][b], caps[0][c]});
        faces.push_back({caps[1][last - c], caps[1][last - b], caps[1][last - a]});
    }
    return faces;
}

inline double area_of(const Polygon& polygon) {
    glm::dvec3 twice(0);
    for (std::size_t i = 2; i < polygon.size(); ++i)
        twice += glm::cross(polygon[i - 1] - polygon[0], polygon[i] - polygon[0]);
    return glm::length(twice) / 2;
}

/// Two convex polygons in one plane, to a thousandth of a millimetre, that lie over each other by more than
/// half a square tenth of a millimetre.
inline bool coincide(const Polygon& a, const Polygon& b) {
    constexpr double kPlane = 1e-6, kArea = 5e-9;
    const Plane plane = plane_of(a);
    if (std::ranges::any_of(b, [&](const glm::dvec3& p) { return std::abs(plane.height(p)) > kPlane; }))
        return false;
    const glm::dvec3 normal = plane_of(b).normal;
    Polygon left = a;
    for (std::size_t i = 0; i < b.size() && !left.empty(); ++i) {
        const glm::dvec3 outward = glm::normalize(glm::cross(b[(i + 1) % b.size()] - b[i], normal));
        left = clip(left, {outward, glm::dot(outward, b[i])});
    }
    return area_of(left) > kArea;
}

/// Faces of both in one plane, one over the other: drawn, they flicker; built, they rub. Of boxes in one
/// frame in whole tenths.
inline bool faces_coincide(const Build& build, const Part& a, const Part& b) {
    if (a.frame == b.frame && a.shape != ShapeKind::prism && b.shape != ShapeKind::prism)
        return std::ranges::any_of(kAxes, [&](Axis axis) {
            const auto plane = [axis](const Part& part, bool far) {
                return part.origin.along(axis) + (far ? part.size.along(axis) : Length{});
            };
            const bool over = std::ranges::all_of(
                kAxes, [&](Axis other) { return other == axis || shared(a, b, other) > Length{}; });
            return over && (plane(a, false) == plane(b, false) || plane(a, false) == plane(b, true) ||
                            plane(a, true) == plane(b, false) || plane(a, true) == plane(b, true));
        });
    const std::vector<Polygon> one = faces_of(build, a), other = faces_of(build, b);
    return std::ranges::any_of(one, [&](const Polygon& p) {
        return std::ranges::any_of(other, [&](const Polygon& q) { return coincide(p, q); });
    });
}

/// m³ with sharp edges, fittings as their boxes: the shoelace formula over the outline.
inline double solid_volume(const Build& build, const Part& part) {
    const Axis along = part.shape == ShapeKind::prism ? part.extrusion : Axis::y;
    const std::vector<glm::dvec2> points = outline_points(build, part, along);
    double twice = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const glm::dvec2 &a = points[i], &b = points[(i + 1) % points.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2 * part.size.along(along).metres();
}

/// A box around a part in the world, from its corners.
struct WorldBox {
    glm::dvec3 least{1e9}, most{-1e9};
};

inline WorldBox world_box(const Build& build, const Part& part, std::span<const double> open = {}) {
    const Axis along = part.shape == ShapeKind::prism ? part.extrusion : Axis::y;
    WorldBox box;
    const std::vector<Polygon> faces =
        drawn_out(outline_points(build, part, along), along, part.origin.along(along).metres(),
                  part.size.along(along).metres(), part_matrix(build, part, open));
    for (const Polygon& cap : {faces[0], faces[1]})
        for (const glm::dvec3& point : cap) {
            box.least = glm::min(box.least, point);
            box.most = glm::max(box.most, point);
        }
    return box;
}

/// Calls see(a, b), a < b, for each two parts whose boxes touch: sorted along x, and compared as long as they
/// overlap there.
template <class See>
void each_touching(const Build& build, See see) {
    constexpr double kNear = 1e-6;
    std::vector<WorldBox> boxes;
    for (const Part& part : build.parts) boxes.push_back(world_box(build, part));
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return boxes[i].least.x; });
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t k = i + 1; k < order.size(); ++k) {
            const WorldBox &a = boxes[order[i]], &b = boxes[order[k]];
            if (b.least.x > a.most.x + kNear) break;
            if (a.least.y <= b.most.y + kNear && b.least.y <= a.most.y + kNear &&
                a.least.z <= b.most.z + kNear && b.least.z <= a.most.z + kNear)
                see(std::min(order[i], order[k]), std::max(order[i], order[k]));
        }
}

/// True where a fitting's surface comes deeper than `kTouch` into a board. `solid` is centred on its box.
inline bool enters(const Solid& solid, const Build& build, const Part& fitting, const Part& board) {
    const glm::dmat4 matrix = part_matrix(build, fitting, {});
    const Length3 far = fitting.origin + fitting.size;
    const glm::dvec3 centre =
        glm::dvec3(fitting.origin.x.metres() + far.x.metres(), fitting.origin.y.metres() + far.y.metres(),
                   fitting.origin.z.metres() + far.z.metres()) /
        2.0;
    const auto world = [&](std::size_t t, std::size_t i) {
        return glm::dvec3(matrix * glm::dvec4(solid.point(t, i) + centre, 1));
    };
    const std::vector<Convex> boards = convex_solids(build, board);
    for (std::size_t t = 0; t < solid.triangles(); ++t)
        for (const Convex& convex : boards)
            if (enters({world(t, 0), world(t, 1), world(t, 2)}, convex, kTouch)) return true;
    return false;
}

}  // namespace maatkast::test
