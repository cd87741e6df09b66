#include "tools/scene/placement.h"

#include <cstdint>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

#include "model/export/glb.h"

namespace maatkast::scene {

glm::mat4 pose_matrix(const Opener& opener, double open) {
    const Pose pose = maatkast::pose(opener, open);
    const glm::dquat turn(pose.rotation.w, pose.rotation.x, pose.rotation.y, pose.rotation.z);
    const glm::dmat4 identity(1.0);
    return glm::mat4(glm::translate(identity, pose.pivot + pose.translation) * glm::mat4_cast(turn) *
                     glm::translate(identity, -pose.pivot));
}

glm::mat4 placement(const Part& part, const glm::mat4& moved) {
    const Length3 far = part.origin + part.size;
    const glm::vec3 centre{static_cast<float>((part.origin.x.metres() + far.x.metres()) / 2),
                           static_cast<float>((part.origin.y.metres() + far.y.metres()) / 2),
                           static_cast<float>((part.origin.z.metres() + far.z.metres()) / 2)};
    return moved * glm::translate(glm::mat4(1), centre);
}

glm::vec2 grain_offset(std::string_view name) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, 64 bits
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    const auto fraction = [](std::uint64_t bits) { return static_cast<float>(bits & 0xffff) / 65536.0F; };
    return {fraction(hash >> 16) * static_cast<float>(kTextureLength),
            fraction(hash >> 40) * static_cast<float>(kTextureWidth)};
}

}  // namespace maatkast::scene
