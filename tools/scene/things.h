#pragma once
// What fills a cabinet in the picture: books, records, clothes, boxes, tableware. Of the scene only: no part
// of the cabinet, no price, no web model.

#include <string_view>
#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/design/design.h"
#include "renderer/scene.h"
#include "tools/scene/clear_space.h"
#include "tools/scene/thing_meshes.h"

namespace maatkast::scene {

/// Of what a thing is; all but glass take their colours from the palette.
enum class ThingPaint : std::uint8_t { paper, cloth, ceramic, leaf, glass };

struct Thing {
    const ThingMesh* mesh = nullptr;
    ThingPaint paint = ThingPaint::paper;
    std::uint32_t scheme = 0;  ///< of the palette
    glm::mat4 at{1};           ///< to the world, metres
    std::int32_t bay = -1, opening = -1;
    std::int32_t bearer = -1;  ///< index into Build::parts: the board it stands on, the rail it hangs from
    bool hangs = false;
};

/// What the openings say they hold, and where they say nothing what suits them: clothes on rails, tableware
/// behind glass and in kitchens, books on shallow shelves; some air everywhere. Stands 0.3 mm over its board
/// and clear of all other parts. The same design gives the same things; what lies in a bay depends on that
/// bay and its number alone. The meshes must outlive what is returned.
std::vector<Thing> make_things(const Book& book, const Design& design, const Build& build,
                               ThingMeshes& meshes);

/// Adds the things to a scene, which borrows their meshes; its picture of the palette has index `palette`.
void add_things(render::Scene& scene, const std::vector<Thing>& things, int palette);

}  // namespace maatkast::scene
