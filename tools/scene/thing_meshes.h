#pragma once
// The meshes of what people keep in a cabinet, each made from a recipe: the same recipe, the same bytes.

#include <compare>
#include <cstdint>
#include <deque>
#include <map>

#include "tools/scene/bodies.h"

namespace maatkast::scene {

enum class ThingShape : std::uint8_t {
    books,        ///< a few side by side; a: most height, b: most depth
    book,         ///< one; a: height, b: depth
    pile,         ///< a few lying on each other; a: most width, b: most depth
    records,      ///< LPs side by side; a: how many
    file,         ///< a lever-arch file
    stack,        ///< folded clothes; a: width, b: depth, c: layers
    storage_box,  ///< with a lid; a: width, b: height, c: depth
    basket,       ///< woven; a: width, b: height, c: depth
    shirt,        ///< on a hanger; a: half its width, b: length; so are all that hang
    jacket,
    dress,
    trousers,
    shoe,    ///< variant 0 the left one, 1 the right one
    plates,  ///< a: diameter, b: how many
    bowls,   ///< a: diameter, b: how many
    cup,
    glass,     ///< a: height
    vase,      ///< variants by form; a: height
    branches,  ///< to stand in a vase; a: height of the vase, b: height in all
    plant,     ///< in its pot; a: height
    bowl,      ///< a wide one; a: diameter
    orb        ///< a turned ornament; a: diameter
};

/// Sizes in millimetres, as the shape says.
struct ThingRecipe {
    ThingShape shape = ThingShape::books;
    std::uint8_t variant = 0;
    std::int16_t a = 0, b = 0, c = 0;
    auto operator<=>(const ThingRecipe&) const = default;
};

/// What has a front stands with it at z = 0, its left end at x = 0 and on y = 0, as everything that stands;
/// what is round stands about the y axis. What hangs has the top of its rail at the origin, the rail along x.
/// A glass is to be drawn as glass, everything else in the palette's colours.
struct ThingMesh {
    ThingRecipe recipe;
    std::uint64_t key = 0;  ///< of the recipe
    RoomMesh mesh;
    render::Bounds bounds;
};

/// Makes each mesh when it is first asked for and keeps it, at the same address.
class ThingMeshes {
  public:
    const ThingMesh& get(const ThingRecipe& recipe);
    std::size_t size() const { return meshes_.size(); }

  private:
    std::deque<ThingMesh> meshes_;
    std::map<ThingRecipe, const ThingMesh*> known_;
};

/// By shape; each defined beside its like.
RoomMesh make_books(const ThingRecipe& recipe);
RoomMesh make_book(const ThingRecipe& recipe);
RoomMesh make_pile(const ThingRecipe& recipe);
RoomMesh make_records(const ThingRecipe& recipe);
RoomMesh make_file(const ThingRecipe& recipe);
RoomMesh make_stack(const ThingRecipe& recipe);
RoomMesh make_storage_box(const ThingRecipe& recipe);
RoomMesh make_basket(const ThingRecipe& recipe);
RoomMesh make_garment(const ThingRecipe& recipe);
RoomMesh make_shoe(const ThingRecipe& recipe);
RoomMesh make_plates(const ThingRecipe& recipe);
RoomMesh make_bowls(const ThingRecipe& recipe);
RoomMesh make_cup(const ThingRecipe& recipe);
RoomMesh make_glass(const ThingRecipe& recipe);
RoomMesh make_vase(const ThingRecipe& recipe);
RoomMesh make_branches(const ThingRecipe& recipe);
RoomMesh make_plant(const ThingRecipe& recipe);
RoomMesh make_bowl(const ThingRecipe& recipe);
RoomMesh make_orb(const ThingRecipe& recipe);

}  // namespace maatkast::scene
