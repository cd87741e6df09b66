#pragma once
// Meshes of parts: closed, bevelled, in metres, with UV in metres along the grain. Shared: equal boards have
// one mesh.

#include <cstdint>
#include <span>
#include <vector>

#include <glm/glm.hpp>

#include "model/build/build.h"

namespace maatkast {

struct HardwareMeshes;

/// 32 bytes. Position and UV in metres, unit normal; u runs along the grain and v downwards seen
/// from outside, as the rows of an image do (glTF, Vulkan): no texture is ever mirrored.
struct Vertex {
    glm::vec3 position;
    glm::vec3 normal;
    glm::vec2 uv;
};

struct MeshSpan {
    std::uint32_t first_vertex = 0, vertex_count = 0;
    std::uint32_t first_index = 0, index_count = 0;
    std::uint64_t key = 0;  ///< of the content: equal keys are equal meshes, in this and every other set
};

/// The meshes of a build. Each is centred on its part's box centre, in the part's own axes (which are the
/// world's while closed); `mesh_of[i]` belongs to Build::parts[i]. Indices count from the mesh's first
/// vertex. All boards share one index list, and so do all sizes of one hardware model.
struct MeshSet {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<MeshSpan> meshes;
    std::vector<std::uint32_t> mesh_of;

    std::span<const Vertex> vertices_of(std::uint32_t mesh) const {
        return std::span(vertices).subspan(meshes[mesh].first_vertex, meshes[mesh].vertex_count);
    }
    std::span<const std::uint32_t> indices_of(std::uint32_t mesh) const {
        return std::span(indices).subspan(meshes[mesh].first_index, meshes[mesh].index_count);
    }
};

/// Makes one mesh for each different shape among the parts, in order of first use. Pure. Cost grows linearly:
/// per part one look-up, per different shape its vertices. Part sizes must be positive and a part's model
/// must exist.
MeshSet make_meshes(const HardwareMeshes& hardware, const Build& build);

/// The meshes of a build that is edited: of each part the one that make_meshes gives it. Shapes that went out
/// of use stay for a while, so that their numbers hold. The hardware must outlive it.
class MeshStore {
  public:
    MeshStore(const HardwareMeshes& hardware, const Build& build);

    const MeshSet& set() const { return set_; }
    /// `rebuilt`: what differs from the build of the last update. Its cost is that of the parts made again.
    void update(const Build& build, const Rebuilt& rebuilt);

  private:
    friend MeshSet make_meshes(const HardwareMeshes&, const Build&);

    void make_all(const Build& build);
    std::uint32_t mesh_for(const Build& build, const Part& part);
    void add(const Build& build, const Part& part, std::uint64_t key);
    void add_prism(const Build& build, const Part& part, MeshSpan& mesh);
    void add_shared(const Part& part, MeshSpan& mesh);
    std::uint32_t& slot(std::uint64_t key);
    void grow_slots();

    const HardwareMeshes* hardware_;
    MeshSet set_;
    std::vector<Slice> parts_;          ///< by section, as of the last update
    std::vector<std::uint32_t> slots_;  ///< mesh numbers by key: open addressing, linear probing
    std::vector<std::uint32_t> first_model_index_;
    std::uint32_t first_board_index_ = 0;
    std::size_t in_use_ = 0;  ///< meshes when all were made
};

}  // namespace maatkast
