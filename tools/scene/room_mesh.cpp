#include "tools/scene/room_mesh.h"

#include <algorithm>
#include <span>

namespace maatkast::scene {
namespace {

std::uint64_t hashed(std::uint64_t hash, std::span<const std::byte> bytes) {
    for (const std::byte byte : bytes)
        hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;  // FNV-1a, 64 bits
    return hash;
}

/// From -half to half, closer where the edge is rounded.
std::vector<float> stations(float half, float radius, int steps) {
    std::vector<float> at;
    for (int i = 0; i <= steps; ++i)
        at.push_back(-half + radius * static_cast<float>(i) / static_cast<float>(steps));
    for (int i = steps; i >= 0; --i) at.push_back(-at[static_cast<std::size_t>(i)]);
    return at;
}

/// A point on the cube around the body, drawn in to its rounded surface.
render::Vertex rounded(glm::vec3 on_cube, glm::vec3 half, float radius) {
    const glm::vec3 core = glm::clamp(on_cube, radius - half, half - radius);
    const glm::vec3 normal = glm::normalize(on_cube - core);
    return {core + normal * radius, normal, {0, 0}};
}

void add_grid(RoomMesh& mesh, std::uint32_t first, std::uint32_t columns, std::uint32_t rows) {
    for (std::uint32_t row = 0; row + 1 < rows; ++row)
        for (std::uint32_t column = 0; column + 1 < columns; ++column)
            for (const std::uint32_t next : {0U, 1U, columns + 1, 0U, columns + 1, columns})
                mesh.indices.push_back(first + row * columns + column + next);
}

struct CubeSide {
    int axis;
    float sign;
};

void add_side(RoomMesh& mesh, CubeSide side, glm::vec3 half, float radius, int steps) {
    // u × v points outwards.
    const int u = (side.axis + (side.sign > 0 ? 1 : 2)) % 3, v = 3 - side.axis - u;
    const std::vector<float> columns = stations(half[u], radius, steps),
                             rows = stations(half[v], radius, steps);
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const float at_v : rows)
        for (const float at_u : columns) {
            glm::vec3 point;
            point[side.axis] = side.sign * half[side.axis];
            point[u] = at_u;
            point[v] = at_v;
            mesh.vertices.push_back(rounded(point, half, radius));
        }
    add_grid(mesh, first, static_cast<std::uint32_t>(columns.size()),
             static_cast<std::uint32_t>(rows.size()));
}

}  // namespace

std::uint64_t RoomMesh::key() const {
    const std::uint64_t hash = hashed(14695981039346656037ULL, std::as_bytes(std::span(vertices)));
    return hashed(hash, std::as_bytes(std::span(indices)));
}

void add_quad(RoomMesh& mesh, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    const glm::vec3 across = b - a, up = c - b;
    const glm::vec3 normal = glm::normalize(glm::cross(across, up));
    const float width = glm::length(across), height = glm::length(up);
    mesh.vertices.push_back({a, normal, {0, 0}});
    mesh.vertices.push_back({b, normal, {width, 0}});
    mesh.vertices.push_back({c, normal, {width, height}});
    mesh.vertices.push_back({a + up, normal, {0, height}});
    for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.indices.push_back(first + corner);
}

void append(RoomMesh& to, const RoomMesh& more) {
    const auto first = static_cast<std::uint32_t>(to.vertices.size());
    to.vertices.insert(to.vertices.end(), more.vertices.begin(), more.vertices.end());
    for (const std::uint32_t index : more.indices) to.indices.push_back(first + index);
}

RoomMesh rounded_box(const render::Bounds& box, float radius, int steps) {
    RoomMesh mesh;
    const glm::vec3 half = (box.max - box.min) / 2.0F, middle = (box.max + box.min) / 2.0F;
    const float round = std::min({radius, half.x * 0.98F, half.y * 0.98F, half.z * 0.98F});
    for (int axis = 0; axis < 3; ++axis)
        for (const float side : {-1.0F, 1.0F}) add_side(mesh, {axis, side}, half, round, steps);
    for (render::Vertex& vertex : mesh.vertices) vertex.position += middle;
    return mesh;
}

}  // namespace maatkast::scene
