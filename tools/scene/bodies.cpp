#include "tools/scene/bodies.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace maatkast::scene {
namespace {

constexpr float kTurn = 2 * std::numbers::pi_v<float>;
constexpr float kSmooth = 0.75F;  // cosine of the sharpest bend that still looks round

std::uint32_t count_of(const RoomMesh& mesh) {
    return static_cast<std::uint32_t>(mesh.vertices.size());
}

void add_triangle(RoomMesh& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    for (const std::uint32_t corner : {a, b, c}) mesh.indices.push_back(corner);
}

/// Two triangles for each step round, from one ring of `points` vertices to another of as many.
void join_rings(RoomMesh& mesh, std::uint32_t lower, std::uint32_t upper, std::uint32_t points) {
    for (std::uint32_t i = 0; i < points; ++i) {
        const std::uint32_t next = (i + 1) % points;
        add_triangle(mesh, lower + i, upper + i, upper + next);
        add_triangle(mesh, lower + i, upper + next, lower + next);
    }
}

void add_fan(RoomMesh& mesh, std::uint32_t ring, std::uint32_t points, std::uint32_t middle, bool last) {
    for (std::uint32_t i = 0; i < points; ++i) {
        const std::uint32_t next = (i + 1) % points;
        add_triangle(mesh, middle, last ? ring + next : ring + i, last ? ring + i : ring + next);
    }
}

/// The mean of the triangles round each vertex, weighted by area.
void smooth_normals(RoomMesh& mesh) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        render::Vertex& a = mesh.vertices[mesh.indices[i]];
        render::Vertex& b = mesh.vertices[mesh.indices[i + 1]];
        render::Vertex& c = mesh.vertices[mesh.indices[i + 2]];
        const glm::vec3 twice = glm::cross(b.position - a.position, c.position - a.position);
        for (render::Vertex* v : {&a, &b, &c}) v->normal += twice;
    }
    for (render::Vertex& v : mesh.vertices) {
        const float length = glm::length(v.normal);
        v.normal = length > 0 ? v.normal / length : glm::vec3(0, 1, 0);
    }
}

/// Outward normal of a step of a profile in the plane of radius and height.
glm::vec2 normal_of(glm::vec2 from, glm::vec2 to) {
    const glm::vec2 along = to - from;
    return glm::length(along) > 0 ? glm::normalize(glm::vec2(along.y, -along.x)) : glm::vec2(0);
}

/// Normal at a corner of the profile, as the step `own` sees it that meets `other` there.
glm::vec2 shared_normal(glm::vec2 own, glm::vec2 other) {
    return glm::dot(own, other) > kSmooth ? glm::normalize(own + other) : own;
}

void add_turned_ring(RoomMesh& mesh, glm::vec2 at, glm::vec2 normal, int segments, glm::vec2 uv) {
    for (int i = 0; i < segments; ++i) {
        const float angle = kTurn * static_cast<float>(i) / static_cast<float>(segments);
        const float c = std::cos(angle), s = std::sin(angle);
        mesh.vertices.push_back({{at.x * c, at.y, at.x * s}, {normal.x * c, normal.y, normal.x * s}, uv});
    }
}

void add_ring(RoomMesh& mesh, std::span<const glm::vec3> ring, glm::vec2 uv) {
    for (const glm::vec3& point : ring) mesh.vertices.push_back({point, glm::vec3(0), uv});
}

glm::vec3 middle_of(std::span<const glm::vec3> ring) {
    glm::vec3 sum(0);
    for (const glm::vec3& point : ring) sum += point;
    return sum / static_cast<float>(ring.size());
}

}  // namespace

RoomMesh dyed(RoomMesh mesh, glm::vec2 uv) {
    for (render::Vertex& vertex : mesh.vertices) vertex.uv = uv;
    return mesh;
}

RoomMesh moved(RoomMesh mesh, const glm::mat4& matrix) {
    for (render::Vertex& vertex : mesh.vertices) {
        vertex.position = glm::vec3(matrix * glm::vec4(vertex.position, 1));
        vertex.normal = glm::mat3(matrix) * vertex.normal;
    }
    return mesh;
}

RoomMesh drawn_up(std::span<const glm::vec2> outline, float low, float high, glm::vec2 uv) {
    RoomMesh mesh;
    const auto count = static_cast<std::uint32_t>(outline.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const glm::vec2 a = outline[(i + 1) % count], b = outline[i];
        add_quad(mesh, {a.x, low, a.y}, {b.x, low, b.y}, {b.x, high, b.y});
    }
    for (const bool upper : {false, true}) {
        const std::uint32_t first = count_of(mesh);
        for (const glm::vec2& p : outline)
            mesh.vertices.push_back({{p.x, upper ? high : low, p.y}, {0, upper ? 1.0F : -1.0F, 0}, uv});
        for (std::uint32_t i = 1; i + 1 < count; ++i)
            add_triangle(mesh, first, first + i + (upper ? 1 : 0), first + i + (upper ? 0 : 1));
    }
    return dyed(std::move(mesh), uv);
}

RoomMesh box(glm::vec3 least, glm::vec3 most, glm::vec2 uv) {
    const std::array<glm::vec2, 4> plan{
        {{least.x, least.z}, {most.x, least.z}, {most.x, most.z}, {least.x, most.z}}};
    return drawn_up(plan, least.y, most.y, uv);
}

RoomMesh turned(std::span<const glm::vec2> profile, int segments, glm::vec2 uv) {
    RoomMesh mesh;
    const std::size_t steps = profile.size() - 1;
    const auto points = static_cast<std::uint32_t>(segments);
    for (std::size_t i = 0; i < steps; ++i) {
        const glm::vec2 own = normal_of(profile[i], profile[i + 1]);
        const glm::vec2 before = i > 0 ? normal_of(profile[i - 1], profile[i]) : own;
        const glm::vec2 after = i + 1 < steps ? normal_of(profile[i + 1], profile[i + 2]) : own;
        const std::uint32_t lower = count_of(mesh);
        add_turned_ring(mesh, profile[i], shared_normal(own, before), segments, uv);
        add_turned_ring(mesh, profile[i + 1], shared_normal(own, after), segments, uv);
        join_rings(mesh, lower, lower + points, points);
    }
    return mesh;
}

RoomMesh wire(std::span<const glm::vec3> path, float radius, int sides, const glm::vec3& side, glm::vec2 uv) {
    std::vector<std::vector<glm::vec3>> rings;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const glm::vec3 along =
            glm::normalize(path[std::min(i + 1, path.size() - 1)] - path[i > 0 ? i - 1 : 0]);
        const glm::vec3 across = glm::normalize(glm::cross(side, along));
        std::vector<glm::vec3>& ring = rings.emplace_back();
        for (int k = 0; k < sides; ++k) {
            const float angle = kTurn * static_cast<float>(k) / static_cast<float>(sides);
            ring.push_back(path[i] + radius * (std::cos(angle) * side + std::sin(angle) * across));
        }
    }
    return lofted(rings, uv);
}

RoomMesh lofted(const std::vector<std::vector<glm::vec3>>& rings, glm::vec2 uv) {
    RoomMesh mesh;
    const auto points = static_cast<std::uint32_t>(rings.front().size());
    for (const auto& ring : rings) add_ring(mesh, ring, uv);
    const auto count = static_cast<std::uint32_t>(rings.size());
    for (std::uint32_t i = 0; i + 1 < count; ++i) join_rings(mesh, i * points, (i + 1) * points, points);
    for (const bool last : {false, true}) {
        const std::uint32_t middle = count_of(mesh);
        const auto& ring = last ? rings.back() : rings.front();
        mesh.vertices.push_back({middle_of(ring), glm::vec3(0), uv});
        add_fan(mesh, last ? (count - 1) * points : 0, points, middle, last);
    }
    smooth_normals(mesh);
    return mesh;
}

render::Bounds bounds_of(const RoomMesh& mesh) {
    render::Bounds box;
    for (const render::Vertex& vertex : mesh.vertices) box.add(vertex.position);
    return box;
}

}  // namespace maatkast::scene
