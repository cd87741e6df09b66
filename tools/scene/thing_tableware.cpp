// What tables are laid with: turned on a wheel, all of it.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <glm/gtc/matrix_transform.hpp>

#include "tools/scene/dice.h"
#include "tools/scene/thing_meshes.h"

namespace maatkast::scene {
namespace {

using Profile = std::vector<glm::vec2>;

float metres(int mm) {
    return static_cast<float>(mm) / 1000;
}

Profile raised(Profile profile, float by) {
    for (glm::vec2& point : profile) point.y += by;
    return profile;
}

/// A foot, a flat middle and a rising rim, 22 mm high.
Profile plate(float radius) {
    const float r = radius, wall = 0.0035F;
    return {{0, 0.002F},        {r * 0.56F, 0.002F},  {r * 0.58F, 0},
            {r * 0.62F, 0},     {r * 0.66F, 0.006F},  {r * 0.99F, 0.019F},
            {r, 0.0205F},       {r * 0.985F, 0.022F}, {r * 0.64F, 0.006F + wall},
            {0, 0.0045F + wall}};
}

/// From a foot in a quarter of a circle to the rim.
Profile hollow(float radius, float height, float wall) {
    constexpr int kSteps = 6;
    const float foot = radius * 0.42F;
    Profile out{{0, 0.003F}, {foot * 0.9F, 0.003F}, {foot, 0}, {foot * 1.08F, 0}, {foot * 1.1F, 0.005F}};
    Profile in;
    for (int i = 1; i <= kSteps; ++i) {
        const float angle = std::numbers::pi_v<float> / 2 * static_cast<float>(i) / kSteps;
        const float r = foot * 1.1F + (radius - foot * 1.1F) * std::sin(angle);
        const float y = 0.005F + (height - 0.005F) * (1 - std::cos(angle));
        out.push_back({r, y});
        in.insert(in.begin(), {r - wall, std::max(y, 0.005F + wall)});
    }
    out.push_back({radius - wall / 2, height + wall / 3});
    out.insert(out.end(), in.begin(), in.end());
    out.push_back({0, 0.005F + wall});
    return out;
}

}  // namespace

RoomMesh make_plates(const ThingRecipe& recipe) {
    constexpr float kPitch = 0.0078F;
    RoomMesh pile;
    for (int i = 0; i < recipe.b; ++i)
        append(pile, turned(raised(plate(metres(recipe.a) / 2), kPitch * static_cast<float>(i)), 24,
                            uv_of(recipe.variant % 10U)));
    return pile;
}

RoomMesh make_bowls(const ThingRecipe& recipe) {
    const float radius = metres(recipe.a) / 2;
    RoomMesh pile;
    for (int i = 0; i < recipe.b; ++i)
        append(pile, turned(raised(hollow(radius, radius * 0.95F, 0.0035F), 0.017F * static_cast<float>(i)),
                            28, uv_of(recipe.variant % 10U)));
    return pile;
}

RoomMesh make_bowl(const ThingRecipe& recipe) {
    const float radius = metres(recipe.a) / 2;
    return turned(hollow(radius, radius * 0.62F, 0.006F), 32, uv_of(recipe.variant % 10U));
}

RoomMesh make_cup(const ThingRecipe& recipe) {
    constexpr float kRadius = 0.041F, kHigh = 0.088F, kWall = 0.004F;
    constexpr std::array<glm::vec2, 11> kProfile{{{0, 0.002F},
                                                  {0.027F, 0.002F},
                                                  {0.028F, 0},
                                                  {0.032F, 0},
                                                  {0.0385F, 0.007F},
                                                  {kRadius, 0.02F},
                                                  {kRadius, kHigh},
                                                  {kRadius - kWall / 2, kHigh + 0.0015F},
                                                  {kRadius - kWall, kHigh},
                                                  {kRadius - kWall, 0.012F},
                                                  {0, 0.008F}}};
    const glm::vec2 uv = uv_of(recipe.variant % 10U);
    RoomMesh cup = turned(kProfile, 24, uv);
    std::vector<glm::vec3> ear;
    for (int i = 0; i <= 8; ++i) {
        const float angle = std::numbers::pi_v<float> * (0.5F - static_cast<float>(i) / 8);
        ear.push_back({kRadius - 0.003F + 0.024F * std::cos(angle), 0.046F + 0.026F * std::sin(angle), 0});
    }
    append(cup, wire(ear, 0.0045F, 6, {0, 0, 1}, uv));
    return cup;
}

/// A tumbler where it is low, else on a stem.
RoomMesh make_glass(const ThingRecipe& recipe) {
    const float high = metres(recipe.a), wall = 0.0022F;
    if (recipe.a < 140) {
        const float r = 0.036F;
        const Profile tumbler{{0, 0},           {r * 0.80F, 0},      {r * 0.84F, 0.003F}, {r, high},
                              {r - wall, high}, {r * 0.78F, 0.012F}, {0, 0.010F}};
        return turned(tumbler, 18, uv_of(Dye::paper));
    }
    const float foot = 0.034F, stem = high * 0.46F, r = 0.039F;
    const Profile stemmed{{0, 0},
                          {foot, 0},
                          {foot, 0.0015F},
                          {0.008F, 0.006F},
                          {0.0038F, 0.014F},
                          {0.0038F, stem - 0.006F},
                          {0.010F, stem + 0.002F},
                          {r * 0.80F, stem + (high - stem) * 0.22F},
                          {r, stem + (high - stem) * 0.48F},
                          {r * 0.84F, high},
                          {r * 0.84F - wall, high},
                          {r - wall, stem + (high - stem) * 0.48F},
                          {r * 0.76F, stem + (high - stem) * 0.24F},
                          {0, stem + 0.008F}};
    return turned(stemmed, 18, uv_of(Dye::paper));
}

}  // namespace maatkast::scene
