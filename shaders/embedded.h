// The compiled shaders, part of the program: no file is looked up when it runs.
#pragma once

#include <cstdint>
#include <span>

namespace maatkast::render::shaders {

using Words = std::span<const std::uint32_t>;  // one SPIR-V module, entry point "main"

Words depth_vertex();
Words box_vertex();
Words surface_vertex();
Words surface_fragment();
Words ambient_compute();
Words ambient_smooth_compute();
Words strips_compute();
Words read_depth_compute();
Words screen_vertex();
Words develop_fragment();
Words overlay_vertex();
Words overlay_fragment();

}  // namespace maatkast::render::shaders
