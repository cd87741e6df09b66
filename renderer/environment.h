// The light of the showroom as a formula, and what the shaders need of it: irradiance and prefiltered
// reflection.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

#include "renderer/scene.h"

namespace maatkast::render {

inline constexpr std::uint32_t kCubeSize = 64;
inline constexpr std::uint32_t kCubeLevels = 5;  // 64 … 4 pixels, perceptual roughness 0, ¼, ½, ¾, 1

// Linear radiance that arrives from a direction of unit length.
glm::vec3 radiance(const Environment& environment, const glm::vec3& direction);

// Irradiance divided by π as nine spherical-harmonic coefficients, ready for
// E(n)/π = c0 + c1 y + c2 z + c3 x + c4 xy + c5 yz + c6 (3z²−1) + c7 xz + c8 (x²−y²)
// (Ramamoorthi and Hanrahan, An Efficient Representation for Irradiance Environment Maps, 2001), bent so that
// they are exact along the six axes.
std::array<glm::vec3, 9> irradiance_coefficients(const Environment& environment);
glm::vec3 irradiance(const std::array<glm::vec3, 9>& coefficients, const glm::vec3& normal);

// The environment convolved with the GGX lobe for n = v = r (Karis, Real Shading in Unreal Engine 4, 2013): a
// cube map, level after level, in each level the six faces in Vulkan's order, RGBA floats with alpha 1.
std::vector<glm::vec4> prefiltered_cube(const Environment& environment);

// The direction through a pixel centre of a cube face, unit length; faces in Vulkan's order +X −X +Y −Y +Z
// −Z.
glm::vec3 cube_direction(std::uint32_t face, std::uint32_t x, std::uint32_t y, std::uint32_t size);

// `count` directions spread evenly over the sphere (Fibonacci lattice), the i-th of them.
glm::vec3 sphere_direction(std::uint32_t i, std::uint32_t count);

}  // namespace maatkast::render
