// Flat surfaces that mirror what stands before them: mirrors, and floors. For the plane of each, the scene is
// drawn once more, as it is seen from behind it; the surface then looks its reflection up where it is itself
// in the picture.
#pragma once

#include <span>
#include <vector>

#include "renderer/camera.h"
#include "renderer/commands.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

struct Mirror {
    glm::vec3 normal{0.0f};  // unit, world, towards the eye
    float offset = 0.0f;     // of its plane, metres: dot(normal, point)
    bool sharp = false;      // so smooth that shapes are seen in it
    bool operator==(const Mirror&) const = default;
};

// The planes of what mirrors the scene, has its front to the eye and may be seen by it: those that take up
// most of the picture, MOST_MIRRORS of shared.h at most. Faces that lie in one plane share a mirror.
std::vector<Mirror> find_mirrors(const SceneStore& store, const View& view);

// The same view as a mirror sees it, with left and right exchanged, so that fronts still turn the same way.
// What is behind the mirror lies before the near plane (Lengyel, Oblique View Frustum Depth Projection and
// Clipping, 2005); depth is reversed, 1 in the plane of the mirror.
View mirrored(const View& view, const Mirror& mirror);

// What mirrors see: an array of images, one for each, with levels for those that blur, and alpha that tells
// how far beyond the mirror a thing is: 1 / (1 + metres), 0 where there is none.
struct MirrorImages {
    MirrorImages(Device& device, Size size, std::uint32_t count);
    Size size;
    DeviceImage light;
    DeviceImage depth;
    std::vector<UniqueImageView> layers;  // the first level of each, to draw into

    // Begins drawing into one of them; end with vkCmdEndRendering.
    void begin(VkCommandBuffer commands, std::uint32_t layer, const glm::vec3& backdrop) const;
};

}  // namespace maatkast::render
