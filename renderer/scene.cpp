#include "renderer/scene.h"

namespace maatkast::render {
namespace {

Bounds mesh_bounds(const Mesh& mesh) {
    Bounds bounds;
    for (const Vertex& vertex : mesh.vertices) bounds.add(vertex.position);
    return bounds;
}

}  // namespace

Bounds transformed(const Bounds& bounds, const glm::mat4& transform) {
    if (bounds.empty()) return bounds;
    Bounds result;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 point{(corner & 1) ? bounds.max.x : bounds.min.x,
                              (corner & 2) ? bounds.max.y : bounds.min.y,
                              (corner & 4) ? bounds.max.z : bounds.min.z};
        result.add(glm::vec3(transform * glm::vec4(point, 1.0f)));
    }
    return result;
}

Bounds object_bounds(const Scene& scene) {
    std::vector<Bounds> meshes;
    meshes.reserve(scene.meshes.size());
    for (const Mesh& mesh : scene.meshes) meshes.push_back(mesh_bounds(mesh));
    Bounds result;
    for (const Instance& instance : scene.instances) {
        if (instance.role != Role::object || instance.mesh >= meshes.size()) continue;
        result.add(transformed(meshes[instance.mesh], instance.transform));
    }
    return result;
}

}  // namespace maatkast::render
