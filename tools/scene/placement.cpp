#include "tools/scene/placement.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include <glm/gtc/matrix_transform.hpp>

#include "model/build/motion.h"
#include "model/mesh/texture_scale.h"

namespace maatkast::scene {

glm::mat4 placement(const Build& build, const Part& part, std::span<const double> open) {
    const Length3 far = part.origin + part.size;
    const glm::dvec3 centre{(part.origin.x.metres() + far.x.metres()) / 2,
                            (part.origin.y.metres() + far.y.metres()) / 2,
                            (part.origin.z.metres() + far.z.metres()) / 2};
    return glm::mat4(glm::translate(part_matrix(build, part, open), centre));
}

namespace {

/// FNV-1a, 64 bits, and the finaliser of MurmurHash3: without it, names that differ in their last letter
/// alone (shelf1, shelf2) would have places a fraction of a millimetre apart.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

/// From a place along the grain to the nearest one where the picture of ends has a section, metres.
double to_section(double u) {
    constexpr double kStep = kTextureLength / kCutSections;
    return std::round(u / kStep) * kStep - u;
}

bool shows_rings(const Book& book, const Part& part) {
    const auto others = other_faces(book, part);
    return others && others->texture == OtherFaces::Texture::ends;
}

/// The texture repeats, so that a whole turn of it may be left out: floats keep their digits.
float within(double metres, double turn) {
    return static_cast<float>(metres - std::floor(metres / turn) * turn);
}

}  // namespace

glm::vec2 grain_offset(const Book& book, const Part& part) {
    const std::uint64_t hash =
        hash_of(part.veneer ? "veneer" + std::to_string(part.veneer) : std::string(part.name.view()));
    const auto fraction = [](std::uint64_t bits) { return static_cast<double>(bits & 0xffff) / 65536.0; };
    double u = fraction(hash >> 16) * kTextureLength, v = fraction(hash >> 40) * kTextureWidth;
    if (part.veneer) {
        // Texture coordinates begin in the middle of a part; a face's grain runs up, and it lies along x.
        u += Length{part.grain_u}.metres() + part.size.y.metres() / 2;
        v += Length{part.grain_v}.metres() + part.size.x.metres() / 2;
    }
    if (!part.veneer && shows_rings(book, part))
        u += to_section(u + part.size.along(part.length_axis).metres() / 2);
    return {within(u, kTextureLength), within(v, kTextureWidth)};
}

glm::vec2 patch_offset(const Book& book, const Part& part, OtherFaces::Texture texture, bool at_plus) {
    const glm::dvec2 face = grain_offset(book, part);
    if (texture == OtherFaces::Texture::as_face) return glm::vec2(face);
    if (texture == OtherFaces::Texture::layers) return {within(face.x, kCutSide), 0};
    const double half = part.size.along(part.length_axis).metres() / 2;
    const double end = face.x + (at_plus ? half : -half), sections = kCutSections / kTextureLength;
    const long nearest = std::lround((end + to_section(end)) * sections) % kCutSections;
    const int section = static_cast<int>(nearest + kCutSections) % kCutSections;
    return {within(face.y, kCutSide), static_cast<float>(cut_face_v(section))};
}

}  // namespace maatkast::scene
