// One renderer, with validation on, for all tests of pictures: starting a device for each would be most of
// the time.
#pragma once

#include "renderer/renderer.h"

namespace maatkast::render::test {

// Made at the first call; ends the program with the reason when it cannot be made, so that no test is
// skipped.
Renderer& shared_renderer();

// A picture in linear light by that renderer; the test fails where there is none.
HdrImage linear_picture(const Scene& scene, const Camera& camera, Size size,
                        Quality quality = Quality::still);

// Must be called before main returns: the validation layer does not outlive it.
void close_shared_renderer();

}  // namespace maatkast::render::test
