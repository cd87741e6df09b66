#include "tools/scene/things.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "tools/scene/composer.h"

namespace maatkast::scene {
namespace {

enum class Filling : std::uint8_t {
    nothing,
    books,
    records,
    files,
    folded,
    boxes,
    baskets,
    shoes,
    tableware,
    glasses,
    piled,
    ornament
};

std::optional<Filling> filling_of(std::string_view contents) {
    constexpr std::array<std::pair<std::string_view, Filling>, 8> kKnown{{{"paperback", Filling::books},
                                                                          {"octavo", Filling::books},
                                                                          {"quarto", Filling::books},
                                                                          {"lp", Filling::records},
                                                                          {"files", Filling::files},
                                                                          {"folded", Filling::folded},
                                                                          {"shoes", Filling::shoes},
                                                                          {"crockery", Filling::tableware}}};
    for (const auto& [id, filling] : kKnown)
        if (contents == id) return filling;
    return {};
}

/// What the whole cabinet is for, as far as one can tell.
struct Household {
    bool clothes = false, kitchen = false;
};

Household household_of(const Design& design) {
    Household home;
    home.kitchen = design.load == "kitchen";
    for (const Bay& bay : design.bays)
        for (const Opening& opening : bay.openings)
            home.clothes = home.clothes || opening.interior.kind->keeps == Keeps::on_rails;
    return home;
}

Filling for_clothes(const Composer& c, Dice& dice, float floor) {
    if (floor > 1.7F) return dice.chance(0.25F) ? Filling::baskets : Filling::boxes;
    if (c.height() > 0.60F) return Filling::nothing;
    if (floor < 0.25F) return c.depth() > 0.31F && dice.chance(0.5F) ? Filling::shoes : Filling::baskets;
    return c.height() > 0.5F ? Filling::boxes : Filling::folded;
}

Filling for_table(const Composer& c, Dice& dice) {
    if (!c.space().glazed && c.height() > 0.34F)
        return dice.chance(0.5F) ? Filling::tableware : Filling::boxes;
    return dice.chance(0.62F) ? Filling::tableware : Filling::glasses;
}

/// Neighbours never have the same: the number goes on from bay to bay and from shelf to shelf.
Filling for_books(const Composer& c, Dice& dice, float floor) {
    const ClearSpace& s = c.space();
    const std::uint32_t number = c.number();
    if (c.height() > 0.60F) return floor < 0.3F && !s.covered ? Filling::nothing : Filling::ornament;
    if (floor < 0.3F && c.height() > 0.28F && number % 3 != 0)
        return c.depth() > 0.30F ? Filling::baskets : Filling::boxes;
    if (c.depth() > 0.335F && c.height() > 0.322F && c.height() < 0.38F && dice.chance(0.3F))
        return Filling::records;
    switch (number % 7) {
        case 1:
            return Filling::ornament;
        case 4:
            return Filling::piled;
        default:
            return Filling::books;
    }
}

class Dresser {
  public:
    Dresser(const Book& book, const Design& design, const Build& build, ThingMeshes& meshes)
        : design_(design),
          layout_(make_layout(book, design)),
          build_(build),
          meshes_(meshes),
          home_(household_of(design)) {}

    std::vector<Thing> dress();

  private:
    void fill(ClearSpace& space);
    void fill_rail(const ClearSpace& space, Composer& composer);
    Filling choose(const ClearSpace& space, const Composer& composer, Dice& dice) const;
    const Opening& opening_of(const ClearSpace& space) const {
        return design_.bays[static_cast<std::size_t>(space.bay)]
            .openings[static_cast<std::size_t>(space.opening)];
    }

    const Design& design_;
    Layout layout_;
    const Build& build_;
    ThingMeshes& meshes_;
    Household home_;
    std::vector<Thing> things_;
    std::map<std::pair<std::int32_t, std::int32_t>, double> hems_;  ///< y above which clothes hang
};

/// Of the place alone, never of what stands elsewhere.
std::uint64_t seed_of(const ClearSpace& space) {
    std::uint64_t seed = stirred(20260801, static_cast<std::uint64_t>(space.bay + 1));
    seed = stirred(seed, static_cast<std::uint64_t>(space.opening));
    return stirred(seed, static_cast<std::uint64_t>(space.place * 2 + (space.hangs ? 1 : 0)));
}

Filling Dresser::choose(const ClearSpace& space, const Composer& c, Dice& dice) const {
    if (c.height() < 0.10F || c.depth() < 0.14F || c.width() < 0.14F) return Filling::nothing;
    // On top not every board, and never the middle one of three: a television stands there.
    if (space.bay < 0)
        return c.width() > 0.35F && space.opening % 3 != 1 ? Filling::ornament : Filling::nothing;
    const auto floor = static_cast<float>(space.box.least.y);
    const Opening& opening = opening_of(space);
    if (opening.contents)
        if (const auto filling = filling_of(*opening.contents)) return *filling;
    if (opening.interior.kind->keeps == Keeps::on_rails)
        return c.height() < 0.22F || c.depth() < 0.3F ? Filling::nothing
               : dice.chance(0.45F)                   ? Filling::shoes
               : dice.chance(0.6F)                    ? Filling::boxes
                                                      : Filling::baskets;
    if (space.glazed || home_.kitchen) return for_table(c, dice);
    if (home_.clothes && c.depth() > 0.4F) return for_clothes(c, dice, floor);
    return for_books(c, dice, floor);
}

void stand(Filling filling, Composer& c, std::uint32_t scheme) {
    const float w = c.width(), air = 0.012F;
    switch (filling) {
        case Filling::nothing:
            return;
        case Filling::books: {
            const float to = w * c.dice.between(0.58F, 0.97F);
            const float ended = stand_books(c, air, to, scheme);
            if (w - ended > 0.24F) stand_ornament(c, ended + (w - ended) * 0.35F, w - air, mixed(scheme + 3));
            return;
        }
        case Filling::records:
            stand_records(c, air, w * c.dice.between(0.72F, 1.0F) - air, scheme);
            return;
        case Filling::files:
            stand_files(c, air, w * c.dice.between(0.7F, 1.0F) - air, scheme);
            return;
        case Filling::folded:
            stand_stacks(c, air, w - air, scheme);
            return;
        case Filling::boxes:
            stand_boxes(c, air, w - air, scheme);
            return;
        case Filling::baskets:
            stand_baskets(c, air, w - air, scheme);
            return;
        case Filling::shoes:
            stand_shoes(c, air, w - air, scheme);
            return;
        case Filling::tableware:
            stand_tableware(c, air, w - air, scheme);
            return;
        case Filling::glasses:
            stand_glasses(c, air, w - air, scheme);
            return;
        case Filling::piled: {
            const float ended = stand_pile(c, w * c.dice.between(0.08F, 0.2F), w - air, scheme);
            const float left = w - ended;
            if (left > 0.3F) stand_books(c, ended + left * 0.4F, w - air, mixed(scheme + 2));
            return;
        }
        case Filling::ornament: {
            const float ended = stand_ornament(c, w * c.dice.between(0.15F, 0.35F), w - air, scheme);
            if (w - ended > 0.34F) stand_pile(c, ended + 0.05F, w - air, mixed(scheme + 1));
            return;
        }
    }
}

void Dresser::fill_rail(const ClearSpace& space, Composer& composer) {
    const auto& contents = opening_of(space).contents;
    hang_clothes(composer, composer.dice.below(8), !contents || *contents != "short_hanging");
    const auto [hem, fresh] = hems_.try_emplace({space.bay, space.opening}, 1e9);
    hem->second = std::min(hem->second, space.box.least.y + static_cast<double>(composer.lowest()));
    static_cast<void>(fresh);
}

void Dresser::fill(ClearSpace& space) {
    const std::uint64_t seed = seed_of(space);
    if (space.hangs) {
        Composer composer(meshes_, things_, space, seed);
        return fill_rail(space, composer);
    }
    constexpr double kUnderHem = 0.03;  // metres
    const auto hem = hems_.find({space.bay, space.opening});
    if (hem != hems_.end()) space.box.most.y = std::min(space.box.most.y, hem->second - kUnderHem);
    if (space.box.most.y <= space.box.least.y) return;
    Composer composer(meshes_, things_, space, seed);
    const std::uint32_t scheme = mixed(composer.dice.below(8));
    stand(choose(space, composer, composer.dice), composer, scheme);
}

std::vector<Thing> Dresser::dress() {
    for (ClearSpace& space : clear_spaces(design_, layout_, build_)) fill(space);
    return std::move(things_);
}

render::Material material_of(ThingPaint paint, int palette) {
    render::Material material;
    material.base_color = glm::vec3(1);
    material.texture = palette;
    switch (paint) {
        case ThingPaint::paper:
            material.roughness = 0.7F;
            break;
        case ThingPaint::cloth:
            material.roughness = 0.95F;
            break;
        case ThingPaint::ceramic:
            material.roughness = 0.4F;
            break;
        case ThingPaint::leaf:
            material.roughness = 0.6F;
            break;
        case ThingPaint::glass:
            material.roughness = 0.06F;
            material.base_color = {0.80F, 0.84F, 0.84F};
            material.transmission = 0.9F;
            material.texture = -1;
            break;
    }
    return material;
}

}  // namespace

std::vector<Thing> make_things(const Book& book, const Design& design, const Build& build,
                               ThingMeshes& meshes) {
    return Dresser(book, design, build, meshes).dress();
}

void add_things(render::Scene& scene, const std::vector<Thing>& things, int palette) {
    const auto first = static_cast<std::uint32_t>(scene.materials.size());
    for (const ThingPaint paint :
         {ThingPaint::paper, ThingPaint::cloth, ThingPaint::ceramic, ThingPaint::leaf, ThingPaint::glass})
        scene.materials.push_back(material_of(paint, palette));
    std::map<const ThingMesh*, std::uint32_t> numbers;
    for (const Thing& thing : things) {
        const auto [known, fresh] =
            numbers.try_emplace(thing.mesh, static_cast<std::uint32_t>(scene.meshes.size()));
        if (fresh)
            scene.meshes.push_back({thing.mesh->key, thing.mesh->mesh.vertices, thing.mesh->mesh.indices});
        scene.instances.push_back({known->second,
                                   first + static_cast<std::uint32_t>(thing.paint),
                                   thing.at,
                                   offset_of(thing.scheme),
                                   {},
                                   render::Role::object});
    }
}

}  // namespace maatkast::scene
