#pragma once
// The outline of parts as they are seen: the silhouette of what they fill, exact for boards, and the edges of
// a board inside it. Lines over the picture, which costs nothing to draw again.

#include <array>
#include <span>
#include <vector>

#include "model/build/build.h"
#include "model/mesh/mesh.h"
#include "renderer/camera.h"
#include "tools/scene/block.h"

namespace maatkast::scene {

/// A piece of an outline, pixels from the top left.
struct RimLine {
    enum class Kind : std::uint8_t { rim, edge };
    std::array<glm::vec2, 2> at{};
    Kind kind = Kind::rim;
    bool hidden = false;  ///< behind something else
};

/// Convex, in order, in pixels, with what each corner is in the world. Empty where a point lies behind the
/// eye, or fewer than three are left.
struct Hull {
    std::vector<glm::vec2> pixels;
    std::vector<glm::dvec3> points;
};
Hull hull_of(std::span<const glm::dvec3> points, const render::View& view);

/// What a part fills, where it stands: the corners of a board, the vertices of every other mesh. World,
/// metres.
std::vector<glm::dvec3> points_of(const Build& build, const MeshSet& meshes, int part,
                                  std::span<const double> open);

/// The parts that move with one: those of its leaf or drawer without fittings; of others the part alone.
std::vector<int> parts_with(const Build& build, int part);

/// The common outline of parts; of a single board its edges too. Pieces between corners are cut where they go
/// behind one of `before`.
std::vector<RimLine> rim_of(const Build& build, const MeshSet& meshes, std::span<const int> parts,
                            std::span<const double> open, const render::View& view,
                            std::span<const Block> before);

}  // namespace maatkast::scene
