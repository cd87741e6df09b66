#include "tools/scene/face_patches.h"

#include <map>
#include <utility>

#include <glm/gtc/matrix_transform.hpp>

#include "model/build/other_faces.h"
#include "model/mesh/board.h"
#include "tools/scene/placement.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {
namespace {

// Half of the clearance in a joint: before its own board's face, and still behind its neighbour's.
constexpr float kLift = 0.00005F;  // metres

/// Of one of a board's faces, in the order of board_indices.
glm::vec3 normal_of(const render::Mesh& mesh, std::uint32_t face) {
    return mesh.vertices[mesh.indices[face * kFaceIndices]].normal;
}

std::uint64_t key_of(std::uint64_t board, std::uint32_t face) {
    std::uint64_t key = (board ^ ((face + 1) * 0x9e3779b97f4a7c15ULL)) * 0xff51afd7ed558ccdULL;
    return (key ^ (key >> 32)) | (1ULL << 63);  // boards' own keys lack the top bit, see make_meshes
}

}  // namespace

void FacePatches::add(render::Scene& scene, const Book& book, const Build& build, const MeshSet& meshes,
                      const MaterialOf& material_of) {
    patches_.clear();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> added;
    const auto mesh_of = [&](std::uint32_t board, std::uint32_t face) {
        const auto [known, fresh] =
            added.try_emplace({board, face}, static_cast<std::uint32_t>(scene.meshes.size()));
        const render::Mesh whole = scene.meshes[board];
        if (fresh)
            scene.meshes.push_back({key_of(whole.key, face), whole.vertices,
                                    whole.indices.subspan(face * kFaceIndices, kFaceIndices)});
        return known->second;
    };
    for (std::uint32_t i = 0; i < build.parts.size(); ++i) {
        const Part& part = build.parts[i];
        const auto others = other_faces(book, part);
        const auto material = others ? material_of(part, *others) : std::nullopt;
        if (!material) continue;
        const std::uint32_t board = meshes.mesh_of[i];
        for (std::uint32_t face = 0; face < others->count; ++face) {
            patches_.push_back({static_cast<std::uint32_t>(scene.instances.size()), i,
                                kLift * normal_of(scene.meshes[board], face), board,
                                scene.instances[i].material});
            render::Instance instance = scene.instances[i];
            instance.mesh = mesh_of(board, face);
            instance.material = *material;
            instance.uv_offset = patch_offset(book, part, others->texture, face == 0);
            scene.instances.push_back(instance);
        }
    }
    follow(scene);
}

void FacePatches::follow(render::Scene& scene) const {
    const auto nothing = static_cast<std::uint32_t>(scene.meshes.size());
    bool hidden = false;
    for (const Patch& face : patches_) {
        const render::Instance& part = scene.instances[face.part];
        render::Instance& own = scene.instances[face.instance];
        own.transform = glm::translate(part.transform, face.lift);
        own.highlight = part.highlight;
        if (part.mesh == face.mesh && part.material == face.material) continue;
        own.mesh = nothing;
        hidden = true;
    }
    if (hidden) scene.meshes.push_back({RoomMesh{}.key(), {}, {}});
}

}  // namespace maatkast::scene
