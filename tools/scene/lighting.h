#pragma once
// The light in the showroom: by day or after sunset, and that of the cabinet's own strips.

#include "model/build/build.h"
#include "renderer/scene.h"

namespace maatkast::scene {

enum class Hour : std::uint8_t { day, evening };

/// Sets what surrounds the scene, its key light and its backdrop.
void set_light(render::Scene& scene, Hour hour);

/// What is left of the light with which paints of the room and of its figure glow by day: they stand for
/// light that comes from the room.
glm::vec3 glow(Hour hour);

/// The strips of light of a build, closed or open alike: they are fixed to boards that stay.
std::vector<render::LightStrip> light_strips(const Build& build, Hour hour);
/// What their own surface sends out.
glm::vec3 strip_emission(Hour hour);

}  // namespace maatkast::scene
