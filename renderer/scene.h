// What is drawn: meshes, materials, textures, instances, light. Plain values, no Vulkan, no cabinets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/glm.hpp>

namespace maatkast::render {

// One corner of a triangle. Position in metres in the mesh's own frame, normal of unit length (weighted
// normals at bevels), uv in metres with u along the grain. Triangles are counter-clockwise seen from outside.
struct Vertex {
    glm::vec3 position;
    glm::vec3 normal;
    glm::vec2 uv;
};
static_assert(sizeof(Vertex) == 32, "the layout that shaders/vertex input reads");

// A mesh is known by its key: the renderer uploads a key once and from then on ignores the spans, so equal
// keys must mean equal bytes for the life of the renderer. Parts should be closed and roughly convex (boards,
// tubes, handles): ambient light is worked out on the six sides of the mesh's bounding box, and only
// the outside is drawn.
// The spans are borrowed and must stay valid while the scene is handed to a renderer. Empty meshes are
// allowed.
struct Mesh {
    std::uint64_t key = 0;
    std::span<const Vertex> vertices;
    std::span<const std::uint32_t> indices;
};

// Base colour picture, 8 bits RGBA, sRGB-encoded, rows top to bottom; tiles in both directions. Any size up
// to 4096; it is resampled to the renderer's layer size of 1024 × 1024, so give that to keep every texel.
// Kept by key as meshes are. The span is borrowed like a mesh's.
struct Texture {
    std::uint64_t key = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::span<const std::uint8_t> rgba;
};

inline constexpr float kClearGlass = 0.2f;  // roughness up to which glass shows things as they are

// Metal-roughness material as in glTF 2.0. Colours are linear Rec. 709. The texture multiplies base_color.
// Glass is thin-walled and of index 1.5, as in KHR_materials_transmission: `transmission` of the light that
// enters comes out behind. Both faces of a pane reflect; its narrow sides show base_color, as cut glass shows
// its green. Rougher than kClearGlass, it shows what is opaque behind it blurred, and no other glass; seen in
// a sharp mirror it is an even veil instead.
struct Material {
    glm::vec3 base_color{0.8f};
    float roughness = 0.5f;         // perceptual, 0.05 … 1
    float metallic = 0.0f;          // 0 or 1, between only at borders
    float clearcoat = 0.0f;         // 0 … 1, a smooth lacquer layer of index 1.5
    float anisotropy = 0.0f;        // 0 … 1, brushed along u: highlights are drawn out across it
    float alpha = 1.0f;             // below 1: drawn after everything else, back to front, casts no shadow
    float transmission = 0.0f;      // above 0: glass, drawn as where alpha is below 1
    int texture = -1;               // index into Scene::textures, -1 for none
    glm::vec2 texture_scale{1.0f};  // repeats of the texture per metre along u and v
    bool sees_scene = false;        // flat, and mirrors what stands before it too: a mirror, a floor
    glm::vec3 emission{0.0f};       // linear radiance, 1 is the white of a wall in full light
};

// Objects frame the shadow, cast it and hide ambient light. A room surface (wall, floor, skirting) only
// receives: the environment already stands for the light that walls and floor throw back. Hand over the wall
// as a plane at z = 0 facing +Z and the floor as a plane at y = 0 facing +Y, as large as the picture needs
// (6 m to each side is plenty); where nothing covers a pixel the backdrop colour shows.
enum class Role : std::uint8_t { object, room };

// A mesh put somewhere. The transform must be rigid (rotation and translation, no scale, no mirror).
struct Instance {
    std::uint32_t mesh = 0;      // index into Scene::meshes
    std::uint32_t material = 0;  // index into Scene::materials
    glm::mat4 transform{1.0f};   // mesh to world, metres
    glm::vec2 uv_offset{0.0f};   // metres, so that no two boards show the same piece of the picture
    glm::vec4 highlight{0.0f};   // linear colour and amount 0 … 1 laid over the shaded surface (hover, ghost)
    Role role = Role::object;
};

// The showroom made in code: soft ceiling boxes, a warm window side, neutral walls.
// `evening` is the same room after sunset: a few warm lamps, and a little blue from the window.
// `uniform` is the same white from everywhere (for tests of energy: the white furnace).
enum class EnvironmentKind : std::uint8_t { showroom, evening, uniform };

struct Environment {
    EnvironmentKind kind = EnvironmentKind::showroom;
    float intensity = 1.0f;                    // scales all radiance; 1 is calibrated for Khronos PBR Neutral
    glm::vec3 backdrop{0.76f, 0.745f, 0.72f};  // linear, shown where no surface is
};

// One far light with a soft edge. Direction points from the scene towards the light, any length but zero.
// Irradiance on a surface that faces it is colour × π, so a white wall facing it shows `colour`.
struct KeyLight {
    glm::vec3 direction{-0.45f, 0.75f, 0.80f};
    glm::vec3 color{0.60f, 0.55f, 0.485f};
    float angular_radius_degrees =
        3.0f;  // half the angle the light fills; 0.27 is the sun, 0 switches softness off
};

// A strip of light, so thin that it is a line. Each metre of it sends its light to one side, as a matt
// surface does (Lambert's cosine): irradiance at distance r is colour × π × cosine × cosine / r² for each
// metre, so that a white surface shows `colour` × the integral of that. Boxes of objects hide it, glass does
// not; what it lights throws some of it back, once. It is not seen itself: give its part a material with
// emission.
struct LightStrip {
    glm::vec3 from{0.0f}, to{0.0f};       // world, metres
    glm::vec3 normal{0.0f, -1.0f, 0.0f};  // unit, at right angles to the line: the middle of its light
    glm::vec3 color{0.15f};
};

// Everything that is drawn. `revision` must change whenever anything below changes: with the same revision,
// camera and size nothing is uploaded or drawn again. 0 means "always look again".
struct Scene {
    std::uint64_t revision = 0;
    std::vector<Mesh> meshes;
    std::vector<Material> materials;
    std::vector<Texture> textures;
    std::vector<Instance> instances;
    Environment environment;
    KeyLight key_light;
    std::vector<LightStrip> strips;
};

// An axis-aligned box in metres; empty when min > max.
struct Bounds {
    glm::vec3 min{1e30f};
    glm::vec3 max{-1e30f};
    bool empty() const { return min.x > max.x; }
    void add(const glm::vec3& point) {
        min = glm::min(min, point);
        max = glm::max(max, point);
    }
    void add(const Bounds& other) {
        min = glm::min(min, other.min);
        max = glm::max(max, other.max);
    }
};

// The axis-aligned box around a box that was moved by a transform.
Bounds transformed(const Bounds& bounds, const glm::mat4& transform);

// The box in the world around all instances of role `object` (exact for boxes turned by right angles,
// otherwise the box of the turned bounding boxes). Empty for a scene without objects.
Bounds object_bounds(const Scene& scene);

}  // namespace maatkast::render
