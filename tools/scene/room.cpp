#include "tools/scene/room.h"

#include <array>

#include <glm/gtc/matrix_transform.hpp>

namespace maatkast::scene {
namespace {

constexpr float kReach = 30;                                       // metres of wall and floor to each side
constexpr float kCeiling = 12;                                     // metres of wall, above every picture
constexpr float kSkirtingHeight = 0.07F, kSkirtingDepth = 0.014F;  // metres
constexpr float kSkirtingGap = 0.002F;
constexpr float kWallGap = 0.001F;  // so that no board lies in the plane of a wall

// A rectangle from three corners; the fourth completes it. Normal by the right-hand rule; UV are metres.
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

// A bar along x from 0 to kReach, standing on the floor against the wall; only the faces that can be seen.
RoomMesh make_skirting() {
    RoomMesh mesh{0x5b1271a6, {}, {}};
    const float bevel = 0.004F, top = kSkirtingHeight, deep = kSkirtingDepth;
    add_quad(mesh, {0, 0, deep}, {kReach, 0, deep}, {kReach, top - bevel, deep});
    add_quad(mesh, {0, top - bevel, deep}, {kReach, top - bevel, deep}, {kReach, top, deep - bevel});
    add_quad(mesh, {0, top, deep - bevel}, {kReach, top, deep - bevel}, {kReach, top, 0});
    add_quad(mesh, {0, 0, 0}, {0, 0, deep}, {0, top, deep});
    add_quad(mesh, {kReach, 0, deep}, {kReach, 0, 0}, {kReach, top, 0});
    return mesh;
}

std::uint32_t add_mesh(render::Scene& scene, const RoomMesh& mesh) {
    scene.meshes.push_back({mesh.key, mesh.vertices, mesh.indices});
    return static_cast<std::uint32_t>(scene.meshes.size() - 1);
}

std::uint32_t add_material(render::Scene& scene, const render::Material& material) {
    scene.materials.push_back(material);
    return static_cast<std::uint32_t>(scene.materials.size() - 1);
}

render::Material floor_material(int texture) {
    render::Material floor;
    floor.base_color = texture < 0 ? glm::vec3(0.52F, 0.40F, 0.28F) : glm::vec3(1);
    floor.roughness = 0.55F;
    floor.texture = texture;
    floor.texture_scale = {0.5F, 0.5F};
    return floor;
}

void place(render::Scene& scene, std::uint32_t mesh, std::uint32_t material, glm::vec3 at) {
    scene.instances.push_back({mesh, material, glm::translate(glm::mat4(1), at), {}, {}, render::Role::room});
}

}  // namespace

Room make_room() {
    Room room;
    room.wall.key = 0x3a11;
    add_quad(room.wall, {-kReach, 0, 0}, {kReach, 0, 0}, {kReach, kCeiling, 0});
    // Far at both sides: whoever looks along the wall still sees a room.
    room.left_wall.key = 0x3a12;
    add_quad(room.left_wall, {-kReach, 0, kReach}, {-kReach, 0, 0}, {-kReach, kCeiling, 0});
    room.right_wall.key = 0x3a13;
    add_quad(room.right_wall, {kReach, 0, 0}, {kReach, 0, kReach}, {kReach, kCeiling, kReach});
    room.floor.key = 0xf1002;
    // U runs away from the wall, so the boards of the floor lead the eye to the cabinet.
    add_quad(room.floor, {-kReach, 0, 0}, {-kReach, 0, kReach}, {kReach, 0, kReach});
    room.skirting = make_skirting();
    return room;
}

void add_room(render::Scene& scene, const Room& room, const render::Bounds& cabinet, SideWalls walls,
              int floor_texture) {
    render::Material wall;
    wall.base_color = {0.80F, 0.775F, 0.735F};
    wall.roughness = 0.95F;
    render::Material paint;
    paint.base_color = {0.84F, 0.83F, 0.80F};
    paint.roughness = 0.5F;
    const std::uint32_t plaster = add_material(scene, wall);
    place(scene, add_mesh(scene, room.wall), plaster, {});
    // So far from the key light's care that they would be grey: they glow as the lit wall does.
    render::Material far_wall;
    far_wall.base_color = {0.02F, 0.02F, 0.02F};
    far_wall.roughness = 1;
    far_wall.emission = {0.70F, 0.65F, 0.565F};
    const std::uint32_t glow = add_material(scene, far_wall);
    const auto place_side = [&](const RoomMesh& side, bool near, float x) {
        place(scene, add_mesh(scene, side), near ? plaster : glow, near ? glm::vec3(x, 0, 0) : glm::vec3(0));
    };
    place_side(room.left_wall, walls.left, cabinet.min.x + kReach - kWallGap);
    place_side(room.right_wall, walls.right, cabinet.max.x - kReach + kWallGap);
    place(scene, add_mesh(scene, room.floor), add_material(scene, floor_material(floor_texture)), {});
    const std::uint32_t skirting = add_mesh(scene, room.skirting), painted = add_material(scene, paint);
    place(scene, skirting, painted, {cabinet.max.x + kSkirtingGap, 0, 0});
    place(scene, skirting, painted, {cabinet.min.x - kSkirtingGap - kReach, 0, 0});
}

}  // namespace maatkast::scene
