#include "renderer/camera.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace maatkast::render {
namespace {

// Right-handed look-at: the camera looks along its own −Z.
glm::mat4 look_at(const Camera& camera) {
    const glm::vec3 back = glm::normalize(camera.eye - camera.target);
    const glm::vec3 right = glm::normalize(glm::cross(camera.up, back));
    const glm::vec3 up = glm::cross(back, right);
    glm::mat4 m{1.0f};
    for (int i = 0; i < 3; ++i) {
        m[i][0] = right[i];
        m[i][1] = up[i];
        m[i][2] = back[i];
    }
    m[3] =
        glm::vec4(-glm::dot(right, camera.eye), -glm::dot(up, camera.eye), -glm::dot(back, camera.eye), 1.0f);
    return m;
}

glm::mat4 reversed_infinite_projection(float fov_y_degrees, float aspect) {
    const float focal = 1.0f / std::tan(glm::radians(fov_y_degrees) * 0.5f);
    glm::mat4 m{0.0f};
    m[0][0] = focal / aspect;
    m[1][1] = -focal;  // Vulkan's clip space has y down
    m[2][3] = -1.0f;
    m[3][2] = kNearPlane;
    return m;
}

}  // namespace

View make_view(const Camera& camera, Size size, const glm::vec2& aside) {
    assert(!size.empty());
    assert(glm::length(glm::cross(camera.up, camera.eye - camera.target)) > 0.0f);
    View view;
    view.view = look_at(camera);
    view.projection = reversed_infinite_projection(
        camera.fov_y_degrees, static_cast<float>(size.width) / static_cast<float>(size.height));
    // Clip space is divided by −z, by which the third column is multiplied; a pixel is 2 / size wide there.
    view.projection[2][0] = -2.0f * aside.x / static_cast<float>(size.width);
    view.projection[2][1] = -2.0f * aside.y / static_cast<float>(size.height);
    view.view_projection = view.projection * view.view;
    view.eye = camera.eye;
    view.size = size;
    return view;
}

std::optional<glm::vec2> project(const View& view, const glm::vec3& point) {
    const glm::vec4 clip = view.view_projection * glm::vec4(point, 1.0f);
    if (clip.w < kNearPlane) return std::nullopt;
    const glm::vec2 ndc{clip.x / clip.w, clip.y / clip.w};
    return (ndc * 0.5f + 0.5f) * glm::vec2(view.size.width, view.size.height);
}

Ray unproject(const View& view, const glm::vec2& pixel) {
    const glm::vec2 ndc = pixel / glm::vec2(view.size.width, view.size.height) * 2.0f - 1.0f;
    const glm::vec3 in_camera{ndc.x / view.projection[0][0], ndc.y / view.projection[1][1], -1.0f};
    const glm::mat3 to_world = glm::transpose(glm::mat3(view.view));
    return {view.eye, glm::normalize(to_world * in_camera)};
}

Camera frame(Camera camera, const Bounds& bounds, Size size, float margin) {
    if (bounds.empty() || size.empty()) return camera;
    const View view = make_view(camera, size);
    const glm::vec3 sight = glm::normalize(camera.target - camera.eye);
    const glm::vec3 center = (bounds.min + bounds.max) * 0.5f;
    const float tan_y = (1.0f - margin) / std::abs(view.projection[1][1]);
    const float tan_x = (1.0f - margin) / view.projection[0][0];
    float distance = 0.0f;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 point{(corner & 1) ? bounds.max.x : bounds.min.x,
                              (corner & 2) ? bounds.max.y : bounds.min.y,
                              (corner & 4) ? bounds.max.z : bounds.min.z};
        const glm::vec3 local = glm::mat3(view.view) * (point - center);
        distance =
            std::max({distance, std::abs(local.x) / tan_x + local.z, std::abs(local.y) / tan_y + local.z});
    }
    camera.target = center;
    camera.eye = center - sight * (distance + kNearPlane);
    return camera;
}

}  // namespace maatkast::render
