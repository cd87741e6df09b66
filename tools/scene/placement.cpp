#include "tools/scene/placement.h"

#include <cstdint>

#include <glm/gtc/matrix_transform.hpp>

#include "model/build/motion.h"
#include "model/export/glb.h"

namespace maatkast::scene {

glm::mat4 placement(const Build& build, const Part& part, std::span<const double> open) {
    const Length3 far = part.origin + part.size;
    const glm::dvec3 centre{(part.origin.x.metres() + far.x.metres()) / 2,
                            (part.origin.y.metres() + far.y.metres()) / 2,
                            (part.origin.z.metres() + far.z.metres()) / 2};
    return glm::mat4(glm::translate(part_matrix(build, part, open), centre));
}

glm::vec2 grain_offset(std::string_view name) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, 64 bits
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    const auto fraction = [](std::uint64_t bits) { return static_cast<float>(bits & 0xffff) / 65536.0F; };
    return {fraction(hash >> 16) * static_cast<float>(kTextureLength),
            fraction(hash >> 40) * static_cast<float>(kTextureWidth)};
}

}  // namespace maatkast::scene
