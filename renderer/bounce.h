// The light that the objects of a scene throw back, on average, for what stands beside or between them.
#pragma once

#include <array>

#include "renderer/environment.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

struct Bounce {
    std::array<glm::vec3, 6> radiance{};  // of sides that look along +x −x +y −y +z −z and see all the light
    glm::vec3 albedo{0.0f};               // mean of all sides
};

// Sides count by their area, with the colour of their object. `ambient` as irradiance_coefficients() gives
// it.
Bounce mean_bounce(const std::vector<PlacedInstance>& placed, const std::array<glm::vec3, 9>& ambient,
                   const KeyLight& key_light);

// The mean colour of a material that matt light takes on, its picture included (by a grid of 32 × 32 texels).
glm::vec3 mean_color(const Material& material, std::span<const Texture> textures);

}  // namespace maatkast::render
