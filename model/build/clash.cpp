#include "model/build/clash.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "model/mesh/triangulate.h"

namespace maatkast {
namespace {

constexpr double kParallel = 1e-12;  // of a cosine: 0.001 mm over a metre
constexpr std::size_t kMostCut = 8;  // stretching adds two corners

using Polygon = std::vector<std::uint32_t>;

/// Left, or straight on but for rounding; not back.
bool turns_left(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    constexpr double kStraight = 1e-12;  // m²
    const glm::dvec2 in = b - a, out = c - b;
    const double turn = in.x * out.y - in.y * out.x;
    return turn > kStraight || (turn >= -kStraight && glm::dot(in, out) > 0);
}

bool convex(std::span<const glm::dvec2> outline, const Polygon& polygon) {
    const std::size_t count = polygon.size();
    for (std::size_t i = 0; i < count; ++i)
        if (!turns_left(outline[polygon[i]], outline[polygon[(i + 1) % count]],
                        outline[polygon[(i + 2) % count]]))
            return false;
    return true;
}

/// Two polygons along the side that they share, where that is convex and small enough.
std::optional<Polygon> joined(std::span<const glm::dvec2> outline, const Polygon& a, const Polygon& b,
                              std::size_t most) {
    if (a.size() + b.size() - 2 > most) return std::nullopt;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t k = 0; k < b.size(); ++k) {
            if (a[i] != b[(k + 1) % b.size()] || a[(i + 1) % a.size()] != b[k]) continue;
            Polygon whole;
            for (std::size_t n = 0; n < a.size(); ++n) whole.push_back(a[(i + 1 + n) % a.size()]);
            for (std::size_t n = 0; n + 2 < b.size(); ++n) whole.push_back(b[(k + 2 + n) % b.size()]);
            if (convex(outline, whole)) return whole;
        }
    return std::nullopt;
}

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

Bounds box_of(const Piece& piece) {
    const glm::dvec3 up = piece.rise * piece.height;
    Bounds box;
    for (std::size_t i = 0; i < piece.count; ++i) {
        box.least = glm::min(box.least, glm::min(piece.corners[i], piece.corners[i] + up));
        box.most = glm::max(box.most, glm::max(piece.corners[i], piece.corners[i] + up));
    }
    return box;
}

/// From its corners, rise and height.
void complete(Piece& piece) {
    for (std::size_t i = 0; i < piece.count; ++i)
        piece.normals[i] =
            glm::normalize(glm::cross(piece.corners[(i + 1) % piece.count] - piece.corners[i], piece.rise));
    const auto opposite = [&](std::size_t a, std::size_t b) {
        return glm::dot(piece.normals[a], piece.normals[b]) < kParallel - 1;
    };
    piece.directions = piece.count == 4 && opposite(0, 2) && opposite(1, 3) ? 2 : piece.count;
    piece.box = box_of(piece);
}

struct Range {
    double least, most;
};

Range range_along(const Piece& piece, const glm::dvec3& direction) {
    double least = glm::dot(piece.corners[0], direction), most = least;
    for (std::size_t i = 1; i < piece.count; ++i) {
        const double at = glm::dot(piece.corners[i], direction);
        least = std::min(least, at);
        most = std::max(most, at);
    }
    const double up = glm::dot(piece.rise, direction) * piece.height;
    return {least + std::min(up, 0.0), most + std::max(up, 0.0)};
}

bool apart_along(const Piece& a, const Piece& b, const glm::dvec3& direction, double tolerance) {
    const Range one = range_along(a, direction), other = range_along(b, direction);
    return std::min(one.most, other.most) - std::max(one.least, other.least) <= tolerance;
}

bool apart_by_faces(const Piece& of, const Piece& a, const Piece& b, double tolerance) {
    if (apart_along(a, b, of.rise, tolerance)) return true;
    for (std::size_t i = 0; i < of.directions; ++i)
        if (apart_along(a, b, of.normals[i], tolerance)) return true;
    return false;
}

/// The directions that a piece may be seen as extruded along: three for a box.
std::size_t extrusions(const Piece& piece, std::array<glm::dvec3, 3>& into) {
    into = {piece.rise, piece.normals[0], piece.normals[1]};
    return piece.directions == 2 ? 3 : 1;
}

bool extruded_alike(const Piece& a, const Piece& b) {
    std::array<glm::dvec3, 3> one, other;
    const std::size_t ones = extrusions(a, one), others = extrusions(b, other);
    for (std::size_t i = 0; i < ones; ++i)
        for (std::size_t k = 0; k < others; ++k)
            if (std::abs(glm::dot(one[i], other[k])) > 1 - kParallel) return true;
    return false;
}

/// Edges run along the rise and along the sides of the polygon.
glm::dvec3 edge(const Piece& piece, std::size_t i) {
    return i == piece.directions ? piece.rise : glm::cross(piece.rise, piece.normals[i]);
}

bool apart_by_edges(const Piece& a, const Piece& b, double tolerance) {
    constexpr double kTooShort = 1e-6;  // of a product of parallel edges: a normal of a face says the same
    for (std::size_t i = 0; i <= a.directions; ++i)
        for (std::size_t k = 0; k <= b.directions; ++k) {
            const glm::dvec3 across = glm::cross(edge(a, i), edge(b, k));
            const double length = glm::length(across);
            if (length > kTooShort && apart_along(a, b, across / length, tolerance)) return true;
        }
    return false;
}

Piece prism_piece(std::span<const glm::dvec2> outline, const Polygon& polygon, const Part& part) {
    const auto [u_axis, v_axis] = plane_axes(part.extrusion);
    Piece piece;
    piece.rise[static_cast<int>(part.extrusion)] = 1;
    piece.height = part.size.along(part.extrusion).metres();
    for (const std::uint32_t corner : polygon) {
        glm::dvec3& at = piece.corners[piece.count++] = metres(part.origin);
        at[static_cast<int>(u_axis)] += outline[corner].x;
        at[static_cast<int>(v_axis)] += outline[corner].y;
    }
    complete(piece);
    return piece;
}

/// The corners of a convex polygon that is drawn out by a vector in its plane: those on the side that leads
/// are shifted, those between that side and the other are there twice.
void draw_out(Piece& piece, const glm::dvec3& by) {
    constexpr double kAlong = 1e-9;
    const Piece from = piece;
    piece.count = 0;
    const glm::dvec3 direction = glm::normalize(by);
    const auto lead = [&](std::size_t side) { return glm::dot(from.normals[side], direction); };
    for (std::size_t i = 0; i < from.count; ++i) {
        const double before = lead((i + from.count - 1) % from.count), after = lead(i);
        const bool leads = before > kAlong || after > kAlong, trails = before < -kAlong || after < -kAlong;
        const glm::dvec3 here = from.corners[i], there = here + by;
        if (before <= kAlong && trails) piece.corners[piece.count++] = here;
        if (leads) piece.corners[piece.count++] = there;
        if (before > kAlong && trails) piece.corners[piece.count++] = here;
    }
}

}  // namespace

bool meet(const Bounds& a, const Bounds& b, double tolerance) {
    for (int axis = 0; axis < 3; ++axis)
        if (std::min(a.most[axis], b.most[axis]) - std::max(a.least[axis], b.least[axis]) <= tolerance)
            return false;
    return true;
}

Piece box_piece(const Bounds& box) {
    Piece piece;
    piece.count = 4;
    piece.rise = {0, 1, 0};
    piece.height = box.most.y - box.least.y;
    const glm::dvec3 &a = box.least, &b = box.most;
    piece.corners = {glm::dvec3(a.x, a.y, a.z), glm::dvec3(a.x, a.y, b.z), glm::dvec3(b.x, a.y, b.z),
                     glm::dvec3(b.x, a.y, a.z)};
    complete(piece);
    return piece;
}

std::vector<Piece> pieces_of(const Build& build, const Part& part) {
    if (part.shape != ShapeKind::prism)
        return {box_piece({metres(part.origin), metres(part.origin + part.size)})};
    std::vector<glm::dvec2> outline;
    for (const OutlinePoint& point : outline_of(build, part))
        outline.emplace_back(point.u.metres(), point.v.metres());
    std::vector<Piece> pieces;
    for (const Polygon& polygon : convex_polygons(outline, kMostCut))
        pieces.push_back(prism_piece(outline, polygon, part));
    return pieces;
}

Piece placed(const Piece& piece, const glm::dmat4& matrix) {
    const glm::dmat3 turn(matrix);
    Piece out = piece;
    for (std::size_t i = 0; i < piece.count; ++i) {
        out.corners[i] = glm::dvec3(matrix * glm::dvec4(piece.corners[i], 1));
        out.normals[i] = turn * piece.normals[i];
    }
    out.rise = turn * piece.rise;
    out.box = box_of(out);
    return out;
}

Piece stretched(const Piece& piece, Axis axis, double distance) {
    Piece out = piece;
    glm::dvec3 by(0);
    by[static_cast<int>(axis)] = distance;
    if (const double along = glm::dot(by, piece.rise); std::abs(along) > std::abs(distance) / 2) {
        out.height += std::abs(along);
        if (along < 0)
            for (std::size_t i = 0; i < out.count; ++i) out.corners[i] += by;
    } else if (distance != 0) {
        draw_out(out, by);
    }
    complete(out);
    return out;
}

bool meet(const Piece& a, const Piece& b, double tolerance) {
    if (!meet(a.box, b.box, tolerance)) return false;
    if (apart_by_faces(a, a, b, tolerance) || apart_by_faces(b, a, b, tolerance)) return false;
    return extruded_alike(a, b) || !apart_by_edges(a, b, tolerance);
}

std::vector<std::vector<std::uint32_t>> convex_polygons(std::span<const glm::dvec2> outline,
                                                        std::size_t most) {
    std::vector<Polygon> polygons;
    for (const auto& [a, b, c] : triangulate(outline)) polygons.push_back({a, b, c});
    for (std::size_t i = 0; i < polygons.size(); ++i)
        for (std::size_t k = i + 1; k < polygons.size();) {
            if (auto whole = joined(outline, polygons[i], polygons[k], most)) {
                polygons[i] = std::move(*whole);
                polygons.erase(polygons.begin() + static_cast<std::ptrdiff_t>(k));
                k = i + 1;
            } else {
                ++k;
            }
        }
    return polygons;
}

}  // namespace maatkast
