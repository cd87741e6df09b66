#include "tests/renderer/test_scene.h"

#include <array>
#include <cmath>
#include <numbers>

namespace maatkast::render::test {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

// A vertex of the bevelled box: which corner (bits x, y, z) and which face (axis) it lies on.
glm::vec3 corner_on_face(const glm::vec3& low, const glm::vec3& high, float bevel, int corner, int axis) {
    glm::vec3 p{(corner & 1) ? high.x : low.x, (corner & 2) ? high.y : low.y, (corner & 4) ? high.z : low.z};
    for (int i = 0; i < 3; ++i) {
        if (i != axis) p[i] += (corner >> i & 1) ? -bevel : bevel;
    }
    return p;
}

void add_triangle(MeshData& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c,
                  const glm::vec3& outwards) {
    const glm::vec3 pa = mesh.vertices[a].position;
    const glm::vec3 turn = glm::cross(mesh.vertices[b].position - pa, mesh.vertices[c].position - pa);
    if (glm::dot(turn, outwards) < 0.0f) std::swap(b, c);
    mesh.indices.insert(mesh.indices.end(), {a, b, c});
}

// Vertex number of a corner on the face of an axis.
constexpr std::uint32_t at(int corner, int axis) {
    return static_cast<std::uint32_t>(3 * corner + axis);
}

void add_faces(MeshData& mesh, int axis) {
    const int u = 1 << (axis + 1) % 3;
    const int v = 1 << (axis + 2) % 3;
    for (int side = 0; side < 2; ++side) {
        const int base = side << axis;
        glm::vec3 normal{0.0f};
        normal[axis] = side ? 1.0f : -1.0f;
        add_triangle(mesh, at(base, axis), at(base | u, axis), at(base | u | v, axis), normal);
        add_triangle(mesh, at(base, axis), at(base | u | v, axis), at(base | v, axis), normal);
    }
}

// The four bevel strips along an axis.
void add_edges(MeshData& mesh, int axis) {
    const int a1 = (axis + 1) % 3;
    const int a2 = (axis + 2) % 3;
    for (int edge = 0; edge < 4; ++edge) {
        const int base = (edge & 1) << a1 | (edge >> 1) << a2;
        const int end = base | 1 << axis;
        glm::vec3 outwards{0.0f};
        outwards[a1] = (edge & 1) ? 1.0f : -1.0f;
        outwards[a2] = (edge >> 1) ? 1.0f : -1.0f;
        add_triangle(mesh, at(base, a1), at(end, a1), at(end, a2), outwards);
        add_triangle(mesh, at(base, a1), at(end, a2), at(base, a2), outwards);
    }
}

}  // namespace

MeshData make_box(const glm::vec3& low, const glm::vec3& high, float bevel) {
    MeshData mesh;
    const glm::vec3 size = high - low;
    const int grain = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
    for (int corner = 0; corner < 8; ++corner) {
        for (int axis = 0; axis < 3; ++axis) {
            glm::vec3 normal{0.0f};
            normal[axis] = (corner >> axis & 1) ? 1.0f : -1.0f;
            const glm::vec3 p = corner_on_face(low, high, bevel, corner, axis);
            const int second = 3 - axis - grain;
            const glm::vec2 uv = axis == grain ? glm::vec2(p[(axis + 1) % 3], p[(axis + 2) % 3])
                                               : glm::vec2(p[grain], p[second]);
            mesh.vertices.push_back({p, normal, uv});
        }
    }
    for (int axis = 0; axis < 3; ++axis) add_faces(mesh, axis);
    if (bevel <= 0.0f) return mesh;
    for (int axis = 0; axis < 3; ++axis) add_edges(mesh, axis);
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 outwards{(corner & 1) ? 1 : -1, (corner & 2) ? 1 : -1, (corner & 4) ? 1 : -1};
        add_triangle(mesh, at(corner, 0), at(corner, 1), at(corner, 2), outwards);
    }
    return mesh;
}

MeshData make_sphere(float radius, std::uint32_t rings) {
    MeshData mesh;
    const std::uint32_t sectors = 2 * rings;
    for (std::uint32_t r = 0; r <= rings; ++r) {
        for (std::uint32_t s = 0; s <= sectors; ++s) {
            const float polar = kPi * static_cast<float>(r) / static_cast<float>(rings);
            const float turn = 2 * kPi * static_cast<float>(s) / static_cast<float>(sectors);
            const glm::vec3 n{std::sin(polar) * std::cos(turn), std::cos(polar),
                              std::sin(polar) * std::sin(turn)};
            mesh.vertices.push_back({n * radius, n, {turn, polar}});
        }
    }
    for (std::uint32_t r = 0; r < rings; ++r) {
        for (std::uint32_t s = 0; s < sectors; ++s) {
            const std::uint32_t i = r * (sectors + 1) + s;
            const glm::vec3 outwards = mesh.vertices[i].normal + mesh.vertices[i + sectors + 2].normal;
            add_triangle(mesh, i, i + 1, i + sectors + 2, outwards);
            add_triangle(mesh, i, i + sectors + 2, i + sectors + 1, outwards);
        }
    }
    return mesh;
}

std::uint32_t TestScene::add_mesh(MeshData mesh) {
    meshes_.push_back(std::move(mesh));
    const MeshData& kept = meshes_.back();
    static std::uint64_t last_key = 0;  // over all scenes: a renderer keeps meshes by key
    scene.meshes.push_back({++last_key, kept.vertices, kept.indices});
    return static_cast<std::uint32_t>(scene.meshes.size() - 1);
}

std::uint32_t TestScene::add_material(const Material& material) {
    scene.materials.push_back(material);
    return static_cast<std::uint32_t>(scene.materials.size() - 1);
}

void TestScene::add(std::uint32_t mesh, std::uint32_t material, const glm::mat4& transform, Role role) {
    const auto n = static_cast<float>(scene.instances.size());
    scene.instances.push_back({mesh, material, transform, {n * 0.37f, n * 0.11f}, glm::vec4(0.0f), role});
}

void TestScene::add_box(const glm::vec3& low, const glm::vec3& high, std::uint32_t material, float bevel) {
    add(add_mesh(make_box(low, high, bevel)), material);
}

void TestScene::add_texture(std::uint64_t key, std::uint32_t size, std::vector<std::uint8_t> rgba) {
    pictures_.push_back(std::move(rgba));
    scene.textures.push_back({key, size, size, pictures_.back()});
}

TestScene in_the_dark() {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .intensity = 0.0f, .backdrop = glm::vec3(0)};
    s.scene.key_light.color = glm::vec3(0);
    return s;
}

TestScene in_light_from_everywhere() {
    TestScene s;
    s.scene.environment = {.kind = EnvironmentKind::uniform, .backdrop = glm::vec3(1)};
    s.scene.key_light.color = glm::vec3(0);
    return s;
}

void add_room(TestScene& scene) {
    Material wall{.base_color = {0.83f, 0.815f, 0.785f}, .roughness = 0.9f};
    Material floor{.base_color = {0.56f, 0.47f, 0.375f}, .roughness = 0.55f};
    const auto plane = [](const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, const glm::vec3& n) {
        MeshData mesh;
        for (const glm::vec3& p : {a, b, c, a + c - b}) mesh.vertices.push_back({p, n, {p.x, p.y + p.z}});
        mesh.indices = {0, 1, 2, 0, 2, 3};
        return mesh;
    };
    const auto wall_mesh = scene.add_mesh(plane({-6, 0, 0}, {6, 0, 0}, {6, 3.4f, 0}, {0, 0, 1}));
    const auto floor_mesh = scene.add_mesh(plane({-6, 0, 6}, {6, 0, 6}, {6, 0, 0}, {0, 1, 0}));
    scene.add(wall_mesh, scene.add_material(wall), glm::mat4(1.0f), Role::room);
    scene.add(floor_mesh, scene.add_material(floor), glm::mat4(1.0f), Role::room);
}

std::vector<std::uint8_t> make_wood(std::uint32_t size) {
    std::vector<std::uint8_t> rgba(std::size_t{4} * size * size);
    for (std::uint32_t y = 0; y < size; ++y) {
        for (std::uint32_t x = 0; x < size; ++x) {
            const float u = 2 * kPi * static_cast<float>(x) / static_cast<float>(size);
            const float v = 2 * kPi * static_cast<float>(y) / static_cast<float>(size);
            const float bend = 1.1f * std::sin(u + 0.5f * std::sin(v)) + 0.5f * std::sin(2 * u + 2.0f);
            const float ring = std::sin(9 * v + bend) * 0.5f + std::sin(23 * v + 2 * bend) * 0.3f +
                               std::sin(61 * v + bend) * 0.2f;
            const float fine = std::sin(3 * u + 190 * v + 3 * bend) * std::sin(5 * u + 131 * v);
            const float tone = 1.0f + 0.055f * ring + 0.03f * fine;
            std::uint8_t* pixel = &rgba[4 * (std::size_t{y} * size + x)];
            pixel[0] = static_cast<std::uint8_t>(std::lround(std::fmin(255.0f, 214 * tone)));
            pixel[1] = static_cast<std::uint8_t>(std::lround(std::fmin(255.0f, 178 * tone * tone)));
            pixel[2] = static_cast<std::uint8_t>(std::lround(std::fmin(255.0f, 134 * tone * tone)));
            pixel[3] = 255;
        }
    }
    return rgba;
}

namespace {

struct WardrobeMaterials {
    std::uint32_t body, front, wood, metal;
};

void add_bay(TestScene& s, const WardrobeMaterials& m, float x0, float x1, int bay, bool doors) {
    const float depth = 0.58f;
    const float top = 2.37f;
    s.add_box({x0, 0.08f, 0.004f}, {x0 + 0.018f, top, depth}, m.body);
    s.add_box({x0 + 0.018f, 0.08f, 0.02f}, {x1, 0.098f, depth}, m.body);
    s.add_box({x0 + 0.018f, 0.098f, 0.004f}, {x1, top, 0.012f}, m.body);
    const int shelves = bay == 1 ? 6 : (bay == 0 ? 2 : 4);
    for (int i = 1; i <= shelves; ++i) {
        const float y = 0.1f + static_cast<float>(i) * (top - 0.1f) / static_cast<float>(shelves + 1);
        s.add_box({x0 + 0.019f, y, 0.013f}, {x1 - 0.001f, y + 0.018f, depth - 0.02f},
                  bay == 1 ? m.wood : m.body);
    }
    if (!doors) return;
    const float half = (x0 + x1 + 0.018f) / 2;
    const float f0 = depth + 0.002f;
    const float f1 = depth + 0.021f;
    if (bay == 1) {
        for (int i = 0; i < 3; ++i) {
            const float y = 0.085f + 0.2f * static_cast<float>(i);
            s.add_box({x0 + 0.0015f, y, f0}, {x1 + 0.0165f, y + 0.197f, f1}, m.wood);
            s.add_box({half - 0.08f, y + 0.13f, f1}, {half + 0.08f, y + 0.14f, f1 + 0.025f}, m.metal, 0.002f);
        }
        return;
    }
    for (int leaf = 0; leaf < 2; ++leaf) {
        const float a = leaf == 0 ? x0 + 0.0015f : half + 0.0015f;
        const float b = leaf == 0 ? half - 0.0015f : x1 + 0.0165f;
        s.add_box({a, 0.085f, f0}, {b, 2.365f, f1}, m.front);
        const float h = leaf == 0 ? b - 0.04f : a + 0.03f;
        s.add_box({h, 1.0f, f1}, {h + 0.01f, 1.18f, f1 + 0.025f}, m.metal, 0.002f);
    }
}

}  // namespace

TestScene make_wardrobe(bool doors) {
    TestScene s;
    s.add_texture(77, 1024, make_wood(1024));
    const WardrobeMaterials m{
        s.add_material({.base_color = {0.80f, 0.79f, 0.765f}, .roughness = 0.55f}),
        s.add_material({.base_color = {0.36f, 0.43f, 0.385f}, .roughness = 0.42f}),
        s.add_material(
            {.base_color = {1, 1, 1}, .roughness = 0.5f, .texture = 0, .texture_scale = {1.0f, 1.7f}}),
        s.add_material({.base_color = {0.52f, 0.5f, 0.47f}, .roughness = 0.32f, .metallic = 1.0f})};
    for (int bay = 0; bay < 3; ++bay) {
        const float x0 = -1.265f + 0.8373f * static_cast<float>(bay);
        add_bay(s, m, x0, x0 + 0.8373f, bay, doors);
    }
    s.add_box({1.2469f, 0.08f, 0.004f}, {1.265f, 2.37f, 0.58f}, m.body);
    s.add_box({-1.265f, 2.3705f, 0.004f}, {1.265f, 2.39f, 0.601f}, m.body);
    s.add_box({-1.255f, 0.0005f, 0.03f}, {1.255f, 0.0795f, 0.54f}, m.body);
    add_room(s);
    static std::uint64_t last_revision = 0;  // every wardrobe is a scene of its own
    s.scene.revision = ++last_revision;
    return s;
}

Camera wardrobe_camera() {
    Camera camera;
    camera.eye = {2.1f, 1.5f, 5.6f};
    camera.target = {0.05f, 1.12f, 0.3f};
    camera.fov_y_degrees = 32.0f;
    return camera;
}

TestScene make_small_scene() {
    TestScene s;
    s.add_texture(4242, 4, std::vector<std::uint8_t>(4 * 4 * 4, 180));
    const auto wood = s.add_material({.base_color = {0.7f, 0.5f, 0.3f}, .texture = 0});
    const auto glass = s.add_material({.roughness = 0.5f, .transmission = 0.9f});
    s.add_box({-0.3f, 0, 0}, {0.3f, 0.4f, 0.02f}, wood);
    s.add_box({-0.1f, 0, 0.2f}, {0.1f, 0.3f, 0.21f}, glass);
    s.add_box({-0.5f, -0.02f, 0}, {0.5f, 0, 0.6f}, s.add_material({.roughness = 0.3f, .sees_scene = true}));
    s.scene.strips.push_back({.from = {-0.2f, 0.4f, 0.1f}, .to = {0.2f, 0.4f, 0.1f}, .normal = {0, -1, 0}});
    static std::uint64_t last_revision = 700'000;
    s.scene.revision = ++last_revision;
    return s;
}

Camera small_camera() {
    return {.eye = {0.4f, 0.6f, 2.0f}, .target = {0, 0.2f, 0}};
}

Overlay half_covered(OverlayTexture texture, Size size) {
    const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    Overlay overlay;
    overlay.vertices = {{{0, 0}, {}, ~0u}, {{width, height}, {}, ~0u}, {{0, height}, {}, ~0u}};
    overlay.indices = {0, 1, 2};
    overlay.commands = {{{0, 0, width, height}, texture, 0, 3, 0}};
    return overlay;
}

}  // namespace maatkast::render::test
