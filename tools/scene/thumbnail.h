#pragma once
// A small picture of a design, to choose it by.

#include <optional>

#include "renderer/renderer.h"
#include "tools/scene/catalogue.h"
#include "tools/scene/textures.h"

namespace maatkast::scene {

/// Three-quarter view, by day, closed. Nothing when the renderer fails.
std::optional<render::Image> thumbnail(render::Renderer& renderer, const Catalogue& catalogue,
                                       TextureStore& textures, const Design& design, render::Size size);

}  // namespace maatkast::scene
