#include "tools/scene/placement.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

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

namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

/// The texture repeats, so that a whole turn of it may be left out: floats keep their digits.
float within(double metres, double turn) {
    return static_cast<float>(metres - std::floor(metres / turn) * turn);
}

}  // namespace

glm::vec2 grain_offset(const Part& part) {
    const std::uint64_t hash =
        hash_of(part.veneer ? "veneer" + std::to_string(part.veneer) : std::string(part.name.view()));
    const auto fraction = [](std::uint64_t bits) { return static_cast<double>(bits & 0xffff) / 65536.0; };
    double u = fraction(hash >> 16) * kTextureLength, v = fraction(hash >> 40) * kTextureWidth;
    if (part.veneer) {
        // Texture coordinates begin in the middle of a part; a face's grain runs up, and it lies along x.
        u += Length{part.grain_u}.metres() + part.size.y.metres() / 2;
        v += Length{part.grain_v}.metres() + part.size.x.metres() / 2;
    }
    return {within(u, kTextureLength), within(v, kTextureWidth)};
}

}  // namespace maatkast::scene
