#pragma once
// The web model: one GLB 2.0, metres, +Y up, front towards +Z, one node per part.

#include <cstdint>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "model/mesh/mesh.h"
#include "model/mesh/texture_scale.h"

namespace maatkast {

/// An encoded image by the file stem that Look::texture names.
struct EncodedTexture {
    std::string stem;
    std::string mime_type;  ///< image/jpeg or image/png
    std::vector<std::uint8_t> bytes;
};

struct GlbOptions {
    bool bare = false;  ///< no textures, variants or animation
    double open = 0;    ///< 0 closed … 1 everything at its limit that can be, see open_all
    enum class Compression { none, meshopt } compression = Compression::none;
};

/// What is written beside the parts: the design's hash and the book's version in the root's extras. `meshes`
/// are those of `build`.
struct GlbInput {
    const Book& book;
    const Design& design;
    const Build& build;
    const MeshSet& meshes;
    std::vector<EncodedTexture> textures;
};

/// The bytes of the file; the same input gives the same bytes. Root `cabinet`; below it the parts that stand
/// still and a node for each opener, at its pivot, with the parts that it moves. A part's node bears its
/// name, and so does `extras.part`. Unless bare: animations `open_all`, then one per opener, and as variants
/// of the fronts the finish they have and the book's first kMostVariants plain colours (textures would
/// multiply the file). No extension is required to read the file, except with compression: that needs
/// EXT_meshopt_compression and KHR_mesh_quantization (normals in 8 bits; positions and UV stay exact).
/// Problems where a texture that a finish needs is missing.
OrProblems<std::vector<std::uint8_t>> write_glb(const GlbInput& input, const GlbOptions& options);

inline constexpr std::size_t kMostVariants = 4;

}  // namespace maatkast
