// How envelopes are drawn.
#include <algorithm>
#include <array>
#include <cmath>

#include "tools/scene/bodies.h"
#include "tools/scene/envelope.h"
#include "tools/scene/stage.h"

namespace maatkast::scene {
namespace {

constexpr float kEdge = 0.0035F;      // metres: half a line's width
constexpr float kInset = 0.003F;      // of a volume, so that neighbours do not share a face
constexpr float kOverFloor = 0.004F;  // metres
constexpr float kLow = 0.3F;          // a leaf that begins lower has its sector on the floor
constexpr std::size_t kCross = 8;     // steps of an arc between two lines that cross it

void add_triangle(RoomMesh& mesh, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 across = glm::cross(b - a, c - a);
    if (glm::dot(across, across) < 1e-14F) return;
    for (const glm::vec3& at : {a, b, c}) {
        mesh.indices.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
        mesh.vertices.push_back({at, glm::normalize(across), {0, 0}});
    }
}

/// A fan from its first point, seen from both sides.
void add_fan(RoomMesh& mesh, const std::vector<glm::vec3>& outline) {
    for (std::size_t i = 1; i + 1 < outline.size(); ++i) {
        add_triangle(mesh, outline[0], outline[i], outline[i + 1]);
        add_triangle(mesh, outline[0], outline[i + 1], outline[i]);
    }
}

void add_strip(RoomMesh& mesh, glm::vec3 a, glm::vec3 b, const glm::vec3& rise) {
    for (int side = 0; side < 2; ++side) {
        add_triangle(mesh, a, b, b + rise);
        add_triangle(mesh, a, b + rise, a + rise);
        std::swap(a, b);
    }
}

RoomMesh line(const std::vector<glm::vec3>& path, const glm::vec3& side) {
    return wire(path, kEdge, 6, side, {0, 0});
}

/// Any direction across a straight line.
glm::vec3 across(const glm::vec3& along) {
    const glm::vec3 other =
        std::abs(along.y) < 0.9F * glm::length(along) ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    return glm::normalize(glm::cross(along, other));
}

std::vector<glm::vec3> floats(const std::vector<glm::dvec3>& points) {
    return {points.begin(), points.end()};
}

}  // namespace

EnvelopeMeshes::EnvelopeMeshes(std::span<const Envelope> envelopes) {
    for (const Envelope& envelope : envelopes) {
        const bool flat = envelope.shape != Envelope::Shape::volume &&
                          std::abs(envelope.rise.y) > 0.9 * glm::length(envelope.rise);
        flat ? add_door(envelope) : add_volume(envelope);
    }
}

void EnvelopeMeshes::add(RoomMesh mesh, Ink ink, bool blocked) {
    if (mesh.indices.empty()) return;
    bounds_.add(bounds_of(mesh));
    pieces_.push_back({std::move(mesh), ink, blocked});
}

/// Says without colour that something is in the way: lines from the first point, or from corner to corner.
void EnvelopeMeshes::cross(const std::vector<glm::vec3>& outline, bool fan) {
    const auto add_line = [&](const glm::vec3& a, const glm::vec3& b) {
        if (glm::distance(a, b) > 1e-3F) add(line({a, b}, across(b - a)), Ink::edge, true);
    };
    if (fan)
        for (std::size_t i = 1; i < outline.size(); i += kCross) add_line(outline.front(), outline[i]);
    else
        for (std::size_t i = 0; i < outline.size() / 2; ++i)
            add_line(outline[i], outline[i + outline.size() / 2]);
}

/// A sector on the floor with a thin edge, and a faint wall where the leaf's edge passes.
void EnvelopeMeshes::add_door(const Envelope& envelope) {
    const std::vector<glm::vec3> way = floats(envelope.outline);
    const glm::vec3 rise(envelope.rise);
    std::vector<glm::vec3> floor = way;
    for (glm::vec3& at : floor) at.y = way.front().y < kLow ? kOverFloor : way.front().y - kOverFloor;
    RoomMesh face, wall;
    add_fan(face, floor);
    const bool sector = envelope.shape == Envelope::Shape::sector;
    for (std::size_t i = sector ? 1 : 0; i + 1 < way.size(); ++i) add_strip(wall, way[i], way[i + 1], rise);
    if (!sector) add_strip(wall, way.back(), way.front(), rise);
    std::vector<glm::vec3> arc(floor.begin() + (sector ? 1 : 0), floor.end());
    if (!sector) arc.push_back(arc.front());
    add(std::move(face), Ink::floor, envelope.blocked);
    add(std::move(wall), Ink::wall, envelope.blocked);
    add(line(arc, {0, 1, 0}), Ink::edge, envelope.blocked);
    if (sector) add(line({floor.front(), floor.back()}, {0, 1, 0}), Ink::edge, envelope.blocked);
    if (envelope.blocked) cross(floor, sector);
}

void EnvelopeMeshes::add_volume(const Envelope& envelope) {
    std::vector<glm::vec3> near = floats(envelope.outline);
    glm::vec3 rise(envelope.rise), middle(0);
    for (const glm::vec3& at : near) middle += at / static_cast<float>(near.size());
    for (glm::vec3& at : near) at += glm::normalize(middle - at) * kInset + glm::normalize(rise) * kInset;
    rise -= glm::normalize(rise) * (2 * kInset);
    std::vector<glm::vec3> far = near;
    for (glm::vec3& at : far) at += rise;
    RoomMesh face;
    add_fan(face, near);
    add_fan(face, far);
    for (std::size_t i = 0; i < near.size(); ++i) add_strip(face, near[i], near[(i + 1) % near.size()], rise);
    add(std::move(face), Ink::volume, envelope.blocked);
    for (std::vector<glm::vec3>* ring : {&near, &far})
        for (std::size_t i = 0; i < ring->size(); ++i) {
            const glm::vec3 a = (*ring)[i], b = (*ring)[(i + 1) % ring->size()];
            if (glm::distance(a, b) > 1e-4F) add(line({a, b}, across(b - a)), Ink::edge, envelope.blocked);
        }
    const std::size_t step = near.size() == 4 ? 1 : near.size() - 2;  // of a sector: the ends of its arc
    for (std::size_t i = near.size() == 4 ? 0 : 1; i < near.size(); i += step)
        add(line({near[i], far[i]}, across(rise)), Ink::edge, envelope.blocked);
    if (envelope.blocked) cross(far, near.size() > 4);
}

void EnvelopeMeshes::show(render::Scene& scene) const {
    constexpr std::array<std::array<std::uint8_t, 3>, 2> kColors{{{0x2c, 0x86, 0x6e}, {0xc7, 0x6a, 0x10}}};
    constexpr std::array<float, 4> kAlpha{0.5F, 0.05F, 0.17F, 0.95F};
    const auto first = static_cast<std::uint32_t>(scene.materials.size());
    for (const auto& srgb : kColors)
        for (const float alpha : kAlpha) {
            render::Material material;
            material.base_color = linear(srgb) * 0.5F;
            material.emission = linear(srgb) * 0.8F;
            material.roughness = 1;
            material.alpha = alpha;
            scene.materials.push_back(material);
        }
    for (const Piece& piece : pieces_) {
        render::Instance instance;
        instance.mesh = static_cast<std::uint32_t>(scene.meshes.size());
        instance.material = first + static_cast<std::uint32_t>(piece.ink) +
                            (piece.blocked ? std::uint32_t{kAlpha.size()} : 0);
        instance.role = render::Role::room;
        scene.meshes.push_back({piece.mesh.key(), piece.mesh.vertices, piece.mesh.indices});
        scene.instances.push_back(instance);
    }
    ++scene.revision;
}

}  // namespace maatkast::scene
