// What of a scene lives on the device: meshes by key, instances and materials of the present scene, and the
// list of draws.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "renderer/commands.h"
#include "renderer/scene.h"
#include "shaders/shared.h"

namespace maatkast::render {

// Meshes that arrived together share two buffers; the last one to go frees them.
struct MeshChunk {
    Buffer vertices;
    Buffer indices;
};

inline constexpr std::uint32_t kBoxIndices = 36;

struct StoredMesh {
    // Cheap for what it hides: a board, a wall. A hinge or a handle has fifty times as many triangles and
    // hides next to nothing.
    bool plain() const { return index_count <= 3 * 300; }

    std::shared_ptr<MeshChunk> chunk;
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
    std::int32_t vertex_offset = 0;
    // Of the box around it, kBoxIndices of them; 0 for a plain mesh that is no box.
    std::uint32_t first_box_index = 0;
    Bounds bounds;
    bool fills_bounds = true;      // its box may stand in for it where light is looked for
    std::vector<glm::vec3> solid;  // else its triangles, three corners each
    std::uint64_t last_used = 0;
};

// All instances of one mesh with one material.
struct Draw {
    const StoredMesh* mesh = nullptr;
    std::uint32_t material = 0;
    std::uint32_t first_instance = 0;
    std::uint32_t instance_count = 0;
    bool as_box = false;         // of the mesh only the box around it
    bool casts = false;          // into the shadow map
    bool blended = false;        // alpha below 1, or glass
    bool matt = false;           // no metal, and so rough that its reflections show no shapes
    float roughness = 0.5f;      // perceptual
    std::uint32_t features = 0;  // what its material always needs, SURFACE_…
};

// An instance in draw order, as the lighting needs it.
struct PlacedInstance {
    glm::mat4 transform{1.0f};
    Bounds box;  // in the mesh's frame
    Role role = Role::object;
    bool opaque = true;
    const std::vector<glm::vec3>* solid =
        nullptr;            // triangles in the mesh's frame where the box says too much
    glm::vec3 color{0.8f};  // mean of its material, for the light that it throws back
};

class SceneStore {
  public:
    explicit SceneStore(Device& device) : device_(device) {}

    // Makes the device's copy equal to the scene. No frame may be in flight. Invalid indices are left out.
    void update(const Scene& scene);

    const std::vector<Draw>& draws() const { return draws_; }
    bool frosted() const;  // whether there is frosted glass
    const std::vector<PlacedInstance>& placed() const { return placed_; }
    // Instance data in draw order; the lighting fills in the ambient tiles and calls send_instances.
    std::vector<gpu::InstanceData>& instances() { return instances_; }
    void send_instances();

    const Bounds& objects() const { return objects_; }
    VkBuffer instance_buffer() const { return instance_buffer_.get(); }
    VkBuffer material_buffer() const { return material_buffer_.get(); }
    std::uint32_t triangles() const { return triangles_; }
    std::uint32_t meshes_uploaded() const { return meshes_uploaded_; }
    std::size_t meshes_kept() const { return meshes_.size(); }

  private:
    void upload_new_meshes(const Scene& scene);
    void drop_old_meshes();
    void order_draws(const Scene& scene);
    void send_materials(const Scene& scene);

    Device& device_;
    std::unordered_map<std::uint64_t, StoredMesh> meshes_;
    std::vector<Draw> draws_;
    std::vector<PlacedInstance> placed_;
    std::vector<gpu::InstanceData> instances_;
    Buffer instance_buffer_;
    Buffer material_buffer_;
    Bounds objects_;
    std::uint64_t updates_ = 0;
    std::uint32_t triangles_ = 0;
    std::uint32_t meshes_uploaded_ = 0;
};

}  // namespace maatkast::render
