#pragma once
// The web model: one GLB 2.0, metres, +Y up, front towards +Z, one node per part.

#include <string>
#include <vector>

#include "model/build/build.h"
#include "model/hardware/hardware.h"
#include "model/mesh/mesh.h"

namespace maatkast {

/// An encoded image by the file stem that Look::texture names.
struct EncodedTexture {
    std::string stem;
    std::string mime_type;  ///< image/jpeg or image/png
    std::vector<std::uint8_t> bytes;
};

/// Size in metres of one tile of every texture: u along the grain, v across.
inline constexpr double kTextureLength = 1.0;
inline constexpr double kTextureWidth = 0.5;

struct GlbOptions {
    bool bare = false;          ///< no textures, variants or animation
    double open = 0;            ///< 0 closed … 1 every door and drawer at its limit
    enum class Compression { none, meshopt } compression = Compression::none;
};

/// What is written beside the parts: the design's hash and the book's version in the root's extras.
struct GlbInput {
    const Book& book;
    const Design& design;
    const Build& build;
    const MeshSet& meshes;
    std::vector<EncodedTexture> textures;
};

/// The bytes of the file; the same input gives the same bytes. Problems where a texture that a finish needs is missing.
OrProblems<std::vector<std::uint8_t>> write_glb(const GlbInput& input, const GlbOptions& options);

/// Where an opener's parts stand when it is opened by 0..1: turn about its pivot or shift along its axis.
struct Pose {
    glm::dvec3 pivot;        ///< metres
    glm::dvec3 translation;  ///< metres
    glm::dvec4 rotation;     ///< unit quaternion x, y, z, w
};
Pose pose(const Opener& opener, double open);

}  // namespace maatkast
