#include "tools/scene/thing_meshes.h"

#include <utility>

#include "tools/scene/dice.h"

namespace maatkast::scene {
namespace {

/// Keys of other meshes are hashes of their bytes; this one sets the keys of recipes apart from them.
constexpr std::uint64_t kThings = 0x7468696e67733031ULL;

std::uint64_t key_of(const ThingRecipe& r) {
    std::uint64_t key = stirred(kThings, static_cast<std::uint64_t>(r.shape));
    for (const int size :
         {static_cast<int>(r.variant), static_cast<int>(r.a), static_cast<int>(r.b), static_cast<int>(r.c)})
        key = stirred(key, static_cast<std::uint64_t>(size));
    return key;
}

RoomMesh make(const ThingRecipe& recipe) {
    switch (recipe.shape) {
        case ThingShape::books:
            return make_books(recipe);
        case ThingShape::book:
            return make_book(recipe);
        case ThingShape::pile:
            return make_pile(recipe);
        case ThingShape::records:
            return make_records(recipe);
        case ThingShape::file:
            return make_file(recipe);
        case ThingShape::stack:
            return make_stack(recipe);
        case ThingShape::storage_box:
            return make_storage_box(recipe);
        case ThingShape::basket:
            return make_basket(recipe);
        case ThingShape::shirt:
        case ThingShape::jacket:
        case ThingShape::dress:
        case ThingShape::trousers:
            return make_garment(recipe);
        case ThingShape::shoe:
            return make_shoe(recipe);
        case ThingShape::plates:
            return make_plates(recipe);
        case ThingShape::bowls:
            return make_bowls(recipe);
        case ThingShape::cup:
            return make_cup(recipe);
        case ThingShape::glass:
            return make_glass(recipe);
        case ThingShape::vase:
            return make_vase(recipe);
        case ThingShape::branches:
            return make_branches(recipe);
        case ThingShape::plant:
            return make_plant(recipe);
        case ThingShape::bowl:
            return make_bowl(recipe);
        case ThingShape::orb:
            return make_orb(recipe);
    }
    std::unreachable();
}

}  // namespace

const ThingMesh& ThingMeshes::get(const ThingRecipe& recipe) {
    const ThingMesh*& known = known_[recipe];
    if (!known) {
        RoomMesh mesh = make(recipe);
        const render::Bounds bounds = bounds_of(mesh);
        known = &meshes_.emplace_back(ThingMesh{recipe, key_of(recipe), std::move(mesh), bounds});
    }
    return *known;
}

}  // namespace maatkast::scene
