// Where the scene is seen from, and the way between world and pixels.
#pragma once

#include <optional>

#include <glm/glm.hpp>

#include "renderer/image.h"
#include "renderer/scene.h"

namespace maatkast::render {

// A perspective camera. Metres, world axes (+Y up); fov_y is the full vertical angle.
struct Camera {
    glm::vec3 eye{0.0f, 1.4f, 6.0f};
    glm::vec3 target{0.0f, 1.1f, 0.0f};
    glm::vec3 up{0.0f, 1.0f, 0.0f};
    float fov_y_degrees = 30.0f;
    bool operator==(const Camera&) const = default;
};

// A camera together with a picture size: the matrices that the shaders use. Depth is reversed and without a
// far plane: 1 at kNearPlane, 0 at infinity, so that precision lasts at any distance.
// Clip space as in Vulkan: y down, depth 0 … 1.
struct View {
    glm::mat4 view{1.0f};
    glm::mat4 projection{1.0f};
    glm::mat4 view_projection{1.0f};
    glm::vec3 eye{0.0f};
    Size size;
};

inline constexpr float kNearPlane = 0.05f;  // metres

// The matrices for a picture of `size` pixels. Size must not be empty; eye and target must differ and the
// line between them must not be parallel to up (asserted). `aside` moves the picture by parts of a pixel, to
// the right and down.
View make_view(const Camera& camera, Size size, const glm::vec2& aside = glm::vec2(0.0f));

// Where a world point appears: pixels from the top left corner of the picture, pixel centres at .5.
// Nothing when it lies behind the near plane. May lie outside the picture.
std::optional<glm::vec2> project(const View& view, const glm::vec3& point);

// The half line through a pixel position (same coordinates as project); direction has unit length.
struct Ray {
    glm::vec3 origin;
    glm::vec3 direction;
};
Ray unproject(const View& view, const glm::vec2& pixel);

// The camera moved along its line of sight until `bounds` just fits into a picture of `size` with `margin`
// (0.1 leaves a tenth of the picture free on the tightest side). Direction of sight, up and fov stay.
Camera frame(Camera camera, const Bounds& bounds, Size size, float margin = 0.08f);

}  // namespace maatkast::render
