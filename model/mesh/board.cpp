#include "model/mesh/board.h"

#include <algorithm>
#include <numbers>

namespace maatkast {
namespace {

// Everything below is worked out once, at compile time, in the board's own right-handed axes: length,
// thickness and their cross product, the width. What is left at run time is to look numbers up.
constexpr int kLength = 0, kThickness = 1, kWidth = 2;

/// A face by the axis of its normal and the sign it points to.
struct Face {
    int axis;
    int sign;
};

/// Signs of a corner of the box along length, thickness, width.
using Signs = std::array<int, 3>;

/// A vertex of the template. Each code picks one of four coordinates of an axis: 0 and 3 the outer ones, 1
/// and 2 where the flat of the face ends. `u` and `v` are axis·4 + code.
struct VertexCode {
    std::array<std::uint8_t, 3> position{};
    std::uint8_t normal = 0;  ///< axis·2, +1 where it points backwards
    std::uint8_t u = 0, v = 0;
    std::int8_t from_face = 0;  ///< half thicknesses to add to v, so that it counts from the outer face
};

constexpr std::uint8_t outer(int sign) {
    return sign > 0 ? 3 : 0;
}
constexpr std::uint8_t flat(int sign) {
    return sign > 0 ? 2 : 1;
}

struct Texture {
    int u_axis, v_axis, v_sign;
};

/// u along the length (on the ends: the width), v = u × normal: v runs down as the rows of an image do, so
/// that no face shows its texture mirrored.
constexpr Texture texture_of(Face face) {
    if (face.axis == kThickness) return {kLength, kWidth, face.sign};
    if (face.axis == kWidth) return {kLength, kThickness, -face.sign};
    return {kWidth, kThickness, face.sign};
}

/// The corner point that lies on `point`, textured as part of the face of axis `owner`: where it lies beyond
/// the owner's flat, its coordinate is the outer one, and that is the flat's plus the width of the chamfer.
constexpr VertexCode vertex_at(const Signs& signs, int point, int owner) {
    VertexCode vertex;
    for (int axis = 0; axis < 3; ++axis)
        vertex.position[axis] = axis == point ? outer(signs[axis]) : flat(signs[axis]);
    vertex.normal = static_cast<std::uint8_t>(2 * point + (signs[point] < 0));
    const Texture texture = texture_of({owner, signs[owner]});
    const std::uint8_t v_code = vertex.position[texture.v_axis];
    vertex.u = static_cast<std::uint8_t>(4 * texture.u_axis + vertex.position[texture.u_axis]);
    vertex.v = static_cast<std::uint8_t>(4 * texture.v_axis + (texture.v_sign > 0 ? v_code : 3 - v_code));
    if (texture.v_axis == kThickness) vertex.from_face = static_cast<std::int8_t>(-texture.v_sign);
    return vertex;
}

constexpr Signs signs_of(int corner) {
    return {corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1};
}
constexpr int corner_of(const Signs& signs) {
    return (signs[0] > 0 ? 1 : 0) + (signs[1] > 0 ? 2 : 0) + (signs[2] > 0 ? 4 : 0);
}

/// A corner has six vertices: its three points textured by their own faces, then the chamfers' far sides. The
/// large faces (normal along the thickness) own all their chamfers and the corners, the long sides those to
/// the ends.
constexpr std::array<std::array<int, 2>, 6> kPointAndOwner{{{kLength, kLength},
                                                            {kThickness, kThickness},
                                                            {kWidth, kWidth},
                                                            {kWidth, kThickness},
                                                            {kLength, kThickness},
                                                            {kLength, kWidth}}};

constexpr std::uint32_t vertex_id(const Signs& signs, int point, int owner) {
    for (int i = 0; i < 6; ++i)
        if (kPointAndOwner[i][0] == point && kPointAndOwner[i][1] == owner)
            return static_cast<std::uint32_t>(6 * corner_of(signs) + i);
    return kBoardVertices;  // never: evaluated at compile time, where it would be out of bounds
}

constexpr std::array<VertexCode, kBoardVertices> make_vertices() {
    std::array<VertexCode, kBoardVertices> vertices{};
    for (int corner = 0; corner < 8; ++corner)
        for (int i = 0; i < 6; ++i)
            vertices[6 * corner + i] =
                vertex_at(signs_of(corner), kPointAndOwner[i][0], kPointAndOwner[i][1]);
    return vertices;
}
constexpr auto kVertices = make_vertices();

/// Collects triangles, turning each so that it faces away from the middle of the (convex) board.
struct TriangleList {
    std::array<std::uint32_t, 3 * kBoardTriangles> indices{};
    std::size_t used = 0;

    static constexpr std::array<int, 3> point(std::uint32_t vertex) {
        constexpr std::array<int, 4> kCoordinate{-3, -2, 2, 3};
        const auto& code = kVertices[vertex].position;
        return {kCoordinate[code[0]], kCoordinate[code[1]], kCoordinate[code[2]]};
    }
    static constexpr bool faces_outwards(std::uint32_t ia, std::uint32_t ib, std::uint32_t ic) {
        const auto a = point(ia), b = point(ib), c = point(ic);
        return a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) +
                   a[2] * (b[0] * c[1] - b[1] * c[0]) >
               0;
    }
    constexpr void add(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        if (!faces_outwards(a, b, c)) std::swap(b, c);
        indices[used++] = a;
        indices[used++] = b;
        indices[used++] = c;
    }
    /// Corners in order around.
    constexpr void add_quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        add(a, b, c);
        add(a, c, d);
    }
};

constexpr void add_faces(TriangleList& list) {
    for (const int axis : {kLength, kWidth, kThickness}) {
        for (const int side : {1, -1}) {
            const int sign = axis == kThickness ? -side : side;
            const auto corner = [&](int a, int b) {
                Signs signs{};
                signs[axis] = sign;
                signs[(axis + 1) % 3] = a;
                signs[(axis + 2) % 3] = b;
                return vertex_id(signs, axis, axis);
            };
            list.add_quad(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1));
        }
    }
}

constexpr void add_chamfers(TriangleList& list, int owner, int other) {
    const int along = 3 - owner - other;
    for (const int owner_sign : {1, -1}) {
        for (const int other_sign : {1, -1}) {
            const auto corner = [&](int end, int point) {
                Signs signs{};
                signs[owner] = owner_sign;
                signs[other] = other_sign;
                signs[along] = end;
                return vertex_id(signs, point, owner);
            };
            list.add_quad(corner(-1, owner), corner(1, owner), corner(1, other), corner(-1, other));
        }
    }
}

constexpr auto make_triangles() {
    TriangleList list;
    add_faces(list);
    add_chamfers(list, kThickness, kWidth);
    add_chamfers(list, kThickness, kLength);
    add_chamfers(list, kWidth, kLength);
    for (int corner = 0; corner < 8; ++corner) {
        const Signs signs = signs_of(corner);
        list.add(vertex_id(signs, kThickness, kThickness), vertex_id(signs, kWidth, kThickness),
                 vertex_id(signs, kLength, kThickness));
    }
    return list.indices;
}
constexpr auto kTriangles = make_triangles();

/// Where the board's own axes lie in the world: length and thickness along world axes, the width along their
/// cross product, which is a world axis or its opposite. A turn, never a mirror, so winding and UV stay as
/// they are.
struct Placement {
    std::array<int, 3> world;
    float width_sign;
};

constexpr Placement placement(Axis length, Axis thickness) {
    const int l = static_cast<int>(length), t = static_cast<int>(thickness);
    return {{l, t, 3 - l - t}, (t - l + 3) % 3 == 1 ? 1.0f : -1.0f};
}

/// What the codes stand for, in metres: outwards to the surface, and on the unrolled texture.
struct Coordinates {
    std::array<std::array<float, 4>, 3> position;
    std::array<float, 12> texture;
};

Coordinates coordinates(Length3 size, const Placement& place) {
    const double bevel = board_bevel(size);
    Coordinates out;
    for (int axis = 0; axis < 3; ++axis) {
        const double half = size.along(static_cast<Axis>(place.world[axis])).metres() / 2;
        const double flat_half = half - bevel;
        const auto surface = static_cast<float>(half), edge = static_cast<float>(flat_half);
        const auto unrolled = static_cast<float>(flat_half + std::numbers::sqrt2 * bevel);
        const float sign = axis == kWidth ? place.width_sign : 1.0f;
        out.position[axis] = {-surface * sign, -edge * sign, edge * sign, surface * sign};
        std::ranges::copy(std::array{-unrolled, -edge, edge, unrolled}, &out.texture[4 * axis]);
    }
    return out;
}

std::array<glm::vec3, 6> normals(const Placement& place) {
    std::array<glm::vec3, 6> out;
    out.fill(glm::vec3(0));
    for (int axis = 0; axis < 3; ++axis) {
        const float sign = axis == kWidth ? place.width_sign : 1.0f;
        out[2 * axis][place.world[axis]] = sign;
        out[2 * axis + 1][place.world[axis]] = -sign;
    }
    return out;
}

}  // namespace

double board_bevel(Length3 size) {
    constexpr double kBevel = 0.001;
    return std::min(kBevel, std::min({size.x, size.y, size.z}).metres() / 4);
}

double board_volume(Length3 size) {
    const double l = size.x.metres(), w = size.y.metres(), t = size.z.metres(), b = board_bevel(size);
    return l * w * t - 2 * b * b * (l + w + t) + 16.0 / 3.0 * b * b * b;
}

const std::array<std::uint32_t, 3 * kBoardTriangles>& board_indices() {
    return kTriangles;
}

void write_board(Length3 size, Axis length_axis, Axis thickness_axis, std::span<Vertex, kBoardVertices> out) {
    const Placement place = placement(length_axis, thickness_axis);
    const Coordinates at = coordinates(size, place);
    const std::array<glm::vec3, 6> normal = normals(place);
    for (std::size_t i = 0; i < kBoardVertices; ++i) {
        const VertexCode& code = kVertices[i];
        for (int axis = 0; axis < 3; ++axis)
            out[i].position[place.world[axis]] = at.position[axis][code.position[axis]];
        out[i].normal = normal[code.normal];
        out[i].uv = {at.texture[code.u],
                     at.texture[code.v] + static_cast<float>(code.from_face) * at.position[kThickness][3]};
    }
}

}  // namespace maatkast
