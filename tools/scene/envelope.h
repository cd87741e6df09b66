#pragma once
// The room that what opens takes: sectors of doors on the floor as in an architect's plan, volumes of flaps
// and of what is pulled out.

#include <span>
#include <vector>

#include "model/build/build.h"
#include "renderer/scene.h"
#include "tools/scene/room_mesh.h"

namespace maatkast::scene {

/// Degrees from which sectors on a floor are seen well.
inline constexpr float kEnvelopeElevation = 24;

/// What one chain of openers passes, in the world, metres.
struct Envelope {
    enum class Shape : std::uint8_t {
        sector,  ///< of a leaf on one hinge: `pivot`, then the arc of its furthest corner
        hull,    ///< of leaves that fold: convex around all that they pass in plan
        volume   ///< of what slides out
    };
    std::int32_t opener = -1;  ///< on which all of it hangs
    Shape shape = Shape::sector;
    bool blocked = false;             ///< a finding says that it cannot open so far
    std::vector<glm::dvec3> outline;  ///< closed, flat; of a volume: its end at the cabinet
    glm::dvec3 rise{0};               ///< from the outline to the same at the other end
};

/// Of every opener but sliding leaves, which stay in their plane, and what such a one carries. From the poses
/// that pictures, sweeps and the web model use.
std::vector<Envelope> envelopes(const Build& build, std::span<const Finding> findings);

/// The envelopes as meshes. Blocked ones have another colour and are crossed by lines.
class EnvelopeMeshes {
  public:
    explicit EnvelopeMeshes(std::span<const Envelope> envelopes);

    /// Adds them to the scene, or a copy of it, translucent; it borrows the meshes. Revision is one more.
    void show(render::Scene& scene) const;
    const render::Bounds& bounds() const { return bounds_; }

  private:
    enum class Ink : std::uint8_t { floor, wall, volume, edge };
    struct Piece {
        RoomMesh mesh;
        Ink ink;
        bool blocked;
    };
    void add_door(const Envelope& envelope);
    void add_volume(const Envelope& envelope);
    void cross(const std::vector<glm::vec3>& outline, bool fan);
    void add(RoomMesh mesh, Ink ink, bool blocked);

    std::vector<Piece> pieces_;
    render::Bounds bounds_;
};

}  // namespace maatkast::scene
