#pragma once
// Puts things into one clear space, from the left to the right, as long as there is room.

#include <optional>

#include "tools/scene/clear_space.h"
#include "tools/scene/dice.h"
#include "tools/scene/things.h"

namespace maatkast::scene {

/// How a thing is turned where it stands.
struct Stance {
    float yaw = 0;   ///< degrees about y
    float lean = 0;  ///< degrees about z, to the left
};

class Composer {
  public:
    Composer(ThingMeshes& meshes, std::vector<Thing>& into, const ClearSpace& space, std::uint64_t seed);

    float width() const { return size_.x; }
    float height() const { return size_.y; }
    float depth() const { return size_.z; }

    /// The box around a thing that is turned, metres.
    render::Bounds box_of(const ThingRecipe& recipe, const Stance& stance = {});
    /// Stands a thing with its left end `x` from the left of the space and its front `z` behind its front;
    /// false where it would reach out of the space.
    bool stand(const ThingRecipe& recipe, std::uint32_t scheme, float x, float z, const Stance& stance = {},
               float over_floor = 0);
    /// Hangs a thing at a place of the rail, measured from the left of the space.
    bool hang(const ThingRecipe& recipe, std::uint32_t scheme, float x, float yaw);
    /// The lowest point of what hangs, above the space's floor; the space's height where nothing does.
    float lowest() const { return lowest_; }

    const ClearSpace& space() const { return space_; }
    /// Of the place: another one beside it, over it and below it, whatever small number it is divided by.
    std::uint32_t number() const {
        const std::int32_t beside = space_.bay < 0 ? space_.opening : space_.bay + 1;
        const std::int32_t over = space_.bay < 0 ? 1 : space_.opening + 1;
        return static_cast<std::uint32_t>(beside * 3 + over * 2 + space_.place);
    }
    Dice dice;

  private:
    bool add(const ThingRecipe& recipe, std::uint32_t scheme, const glm::mat4& local);

    ThingMeshes& meshes_;
    std::vector<Thing>& into_;
    const ClearSpace& space_;
    glm::vec3 size_;
    float lowest_ = 0;
};

/// Each fills the stretch from `from` to `to`, as far as it goes, and returns where it ended.
float stand_books(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_records(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_files(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_stacks(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_boxes(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_baskets(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_shoes(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_tableware(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_glasses(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_pile(Composer& composer, float from, float to, std::uint32_t scheme);
float stand_ornament(Composer& composer, float from, float to, std::uint32_t scheme);
/// Clothes along the rail of the space; `coats`: long ones too.
void hang_clothes(Composer& composer, std::uint32_t scheme, bool coats);

}  // namespace maatkast::scene
