// Scenes for the renderer's tests: boards, a wardrobe of boards in a room, single shapes.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "renderer/camera.h"
#include "renderer/overlay.h"
#include "renderer/scene.h"

namespace maatkast::render::test {

struct MeshData {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
};

// A box between two corners with bevelled edges and weighted normals; bevel 0 gives a plain box.
MeshData make_box(const glm::vec3& low, const glm::vec3& high, float bevel);
MeshData make_sphere(float radius, std::uint32_t rings);

// A scene together with the meshes that it borrows. Movable, not copyable.
class TestScene {
  public:
    TestScene() = default;
    TestScene(TestScene&&) = default;
    TestScene& operator=(TestScene&&) = default;
    TestScene(const TestScene&) = delete;
    TestScene& operator=(const TestScene&) = delete;

    std::uint32_t add_mesh(MeshData mesh);
    std::uint32_t add_material(const Material& material);
    void add(std::uint32_t mesh, std::uint32_t material, const glm::mat4& transform = glm::mat4(1.0f),
             Role role = Role::object);
    void add_box(const glm::vec3& low, const glm::vec3& high, std::uint32_t material, float bevel = 0.001f);
    void add_texture(std::uint64_t key, std::uint32_t size, std::vector<std::uint8_t> rgba);

    Scene scene;

  private:
    std::deque<MeshData> meshes_;
    std::deque<std::vector<std::uint8_t>> pictures_;
};

// Nothing yet, without any light; and where the same white comes from everywhere.
TestScene in_the_dark();
TestScene in_light_from_everywhere();

// A wall at z = 0 and a floor at y = 0.
void add_room(TestScene& scene);

// A wardrobe of about a hundred boards: closed bays, an open one with shelves, drawers, handles; in a room.
TestScene make_wardrobe(bool doors = true);
Camera wardrobe_camera();

// A 4-texel texture, frosted glass, a floor that mirrors, a strip of light: something of everything that
// makes calls of Vulkan, and little of each.
TestScene make_small_scene();
Camera small_camera();

// Two triangles over the lower left half of this size, filled with the texture.
Overlay half_covered(OverlayTexture texture, Size size);

// A wood-like tile picture, tiling in both directions.
std::vector<std::uint8_t> make_wood(std::uint32_t size);

}  // namespace maatkast::render::test
