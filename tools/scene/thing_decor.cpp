// What a room is furnished with: boxes and baskets, vases, branches and plants.

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

constexpr float kPi = std::numbers::pi_v<float>;

float metres(int mm) {
    return static_cast<float>(mm) / 1000;
}

RoomMesh soft_box(glm::vec3 least, glm::vec3 most, float radius, int steps, glm::vec2 uv) {
    return dyed(rounded_box({least, most}, radius, steps), uv);
}

/// A rounded rectangle in plan, from x to z, of `count` points a quarter.
std::vector<glm::vec3> rounded_plan(float half_x, float half_z, float radius, float y, int count) {
    std::vector<glm::vec3> ring;
    for (int quarter = 0; quarter < 4; ++quarter)
        for (int i = 0; i < count; ++i) {
            const float angle =
                kPi / 2 *
                (static_cast<float>(quarter) + static_cast<float>(i) / static_cast<float>(count - 1));
            const float c = std::cos(angle), s = std::sin(angle);
            const float sx = quarter == 0 || quarter == 3 ? 1.0F : -1.0F, sz = quarter < 2 ? 1.0F : -1.0F;
            ring.push_back({sx * (half_x - radius) + radius * c, y, sz * (half_z - radius) + radius * s});
        }
    return ring;
}

/// Forms of vases as shares of their height: radius and height, from the foot up.
using Form = std::vector<glm::vec2>;
Form form_of(std::uint8_t variant) {
    switch (variant % 4) {
        case 0:  // a bottle
            return {{0.22F, 0},     {0.30F, 0.04F}, {0.34F, 0.20F}, {0.33F, 0.38F}, {0.24F, 0.54F},
                    {0.12F, 0.66F}, {0.09F, 0.78F}, {0.09F, 0.94F}, {0.11F, 1.0F}};
        case 1:  // a belly
            return {{0.22F, 0},     {0.36F, 0.06F}, {0.50F, 0.26F}, {0.54F, 0.46F},
                    {0.48F, 0.68F}, {0.34F, 0.84F}, {0.22F, 0.92F}, {0.23F, 1.0F}};
        case 2:  // a jar with a shoulder
            return {{0.24F, 0},     {0.28F, 0.03F}, {0.31F, 0.30F}, {0.335F, 0.60F}, {0.325F, 0.74F},
                    {0.26F, 0.86F}, {0.18F, 0.91F}, {0.17F, 0.96F}, {0.19F, 1.0F}};
        default:  // a cone
            return {{0.16F, 0}, {0.19F, 0.03F}, {0.24F, 0.4F}, {0.30F, 0.8F}, {0.335F, 1.0F}};
    }
}

RoomMesh turned_vase(std::uint8_t variant, float height, glm::vec2 uv) {
    const Form form = form_of(variant);
    const float wall = std::min(0.006F, form.back().x * height * 0.3F);
    std::vector<glm::vec2> profile{{0, 0}};
    for (const glm::vec2& point : form) profile.push_back(point * height);
    profile.push_back({form.back().x * height - wall, height});
    profile.push_back({form.back().x * height - wall * 1.3F, height * 0.86F});
    profile.push_back({0, height * 0.84F});
    return turned(profile, 28, uv);
}

/// A thin leaf from its foot along a direction, bent to the ground by `droop`.
RoomMesh leaf(glm::vec3 foot, glm::vec3 along, float length, float width, float droop, glm::vec2 uv) {
    const glm::vec3 way = glm::normalize(along);
    const glm::vec3 level = std::abs(way.y) > 0.95F ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
    const glm::vec3 side = glm::normalize(glm::cross(way, level)), up = glm::normalize(glm::cross(side, way));
    std::vector<std::vector<glm::vec3>> rings;
    for (const auto& [share, wide] :
         {std::pair{0.0F, 0.10F}, {0.22F, 0.75F}, {0.5F, 1.0F}, {0.8F, 0.62F}, {1.0F, 0.06F}}) {
        const glm::vec3 at = foot + way * (length * share) - glm::vec3(0, droop * share * share, 0);
        const float half = width / 2 * wide, thin = 0.0007F;
        rings.push_back(
            {at + side * half, at + up * (thin + half * 0.15F), at - side * half, at - up * thin});
    }
    return lofted(rings, uv);
}

/// A stiff upright blade, a little twisted.
RoomMesh blade(glm::vec3 foot, float height, float width, float lean, float yaw, glm::vec2 uv) {
    std::vector<std::vector<glm::vec3>> rings;
    for (const auto& [share, wide] : {std::pair{0.0F, 0.55F},
                                      {0.2F, 0.85F},
                                      {0.5F, 1.0F},
                                      {0.78F, 0.8F},
                                      {0.93F, 0.42F},
                                      {1.0F, 0.04F}}) {
        const float turn = yaw + 0.5F * share;
        const glm::vec3 side{std::cos(turn), 0, std::sin(turn)}, face{-side.z, 0, side.x};
        const glm::vec3 out{std::cos(yaw * 1.7F), 0, std::sin(yaw * 1.7F)};
        const glm::vec3 at = foot + glm::vec3(0, height * share, 0) + out * (lean * share * share);
        const float half = width / 2 * wide;
        rings.push_back({at + side * half + face * (half * 0.25F), at + face * 0.0015F,
                         at - side * half + face * (half * 0.25F), at - face * 0.0025F});
    }
    return lofted(rings, uv);
}

}  // namespace

/// Body and lid of stiff cloth, with a label in its holder.
RoomMesh make_storage_box(const ThingRecipe& recipe) {
    const float w = metres(recipe.a), h = metres(recipe.b), d = metres(recipe.c),
                lid = std::min(0.055F, h * 0.3F);
    const std::uint32_t slot = recipe.variant % 10U;
    RoomMesh mesh =
        soft_box({0.003F, 0, -d + 0.003F}, {w - 0.003F, h - 0.004F, -0.003F}, 0.004F, 2, uv_of(slot));
    append(mesh, soft_box({0, h - lid, -d}, {w, h, 0}, 0.004F, 2, uv_of(slot)));
    const float middle = w / 2, low = (h - lid) * 0.55F, half = std::min(0.035F, w * 0.2F);
    append(mesh,
           box({middle - half, low, -0.0045F}, {middle + half, low + 0.032F, -0.0022F}, uv_of(Dye::steel)));
    append(mesh, box({middle - half + 0.003F, low + 0.003F, -0.003F},
                     {middle + half - 0.003F, low + 0.029F, -0.0018F}, uv_of(Dye::paper)));
    return mesh;
}

/// Coils of rush on each other, wider to the top.
RoomMesh make_basket(const ThingRecipe& recipe) {
    const float w = metres(recipe.a), h = metres(recipe.b), d = metres(recipe.c);
    const int coils = std::max(4, static_cast<int>(h / 0.017F));
    const float pitch = h / static_cast<float>(coils);
    std::vector<std::vector<glm::vec3>> rings;
    const auto ring = [&](float y, float in) {
        const float taper = 0.018F * (1 - y / h) + in;
        rings.push_back(rounded_plan(w / 2 - taper, d / 2 - taper, std::min(w, d) * 0.16F, y, 5));
    };
    ring(0, 0.008F);
    for (int i = 0; i < coils; ++i) {
        const float y = pitch * static_cast<float>(i);
        ring(y + pitch * 0.12F, 0.0035F);
        ring(y + pitch * 0.5F, 0);
        ring(y + pitch * 0.88F, 0.0035F);
    }
    ring(h, 0.005F);
    ring(h, 0.014F);
    ring(h * 0.4F, 0.018F);
    RoomMesh mesh = lofted(rings, recipe.variant % 2 == 0 ? uv_of(Dye::wood) : uv_of(2));
    return moved(mesh, glm::translate(glm::mat4(1), {w / 2, 0, -d / 2}));
}

RoomMesh make_vase(const ThingRecipe& recipe) {
    return turned_vase(recipe.variant, metres(recipe.a), uv_of(recipe.variant % 10U));
}

/// Thin stems with small leaves in pairs, out of the mouth of a vase that is `a` high.
RoomMesh make_branches(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 300));
    const float mouth = metres(recipe.a) * 0.86F, top = metres(recipe.b);
    RoomMesh mesh;
    for (int stem = 0; stem < 4; ++stem) {
        const float yaw = kPi / 2 * static_cast<float>(stem) + dice.between(0, 0.9F);
        const float out = (top - mouth) * dice.between(0.20F, 0.36F), high = top * dice.between(0.84F, 0.98F);
        const glm::vec3 foot{0, mouth, 0}, end{out * std::cos(yaw), high, out * std::sin(yaw)};
        const glm::vec3 bend = (foot + end) * 0.5F + glm::vec3(0, (high - mouth) * 0.10F, 0);
        const auto at = [&](float s) {
            return foot * ((1 - s) * (1 - s)) + bend * (2 * s * (1 - s)) + end * (s * s);
        };
        const std::array<glm::vec3, 4> path{{at(0), at(0.35F), at(0.7F), at(1)}};
        const glm::vec3 side =
            glm::normalize(glm::cross(end - foot, glm::vec3(std::sin(yaw), 0.2F, -std::cos(yaw))));
        append(mesh, wire(path, 0.0011F, 4, side, uv_of(Dye::stem)));
        for (int i = 2; i <= 8; ++i) {
            const float share = static_cast<float>(i) / 8;
            const float turn = yaw + (i % 2 == 0 ? 1.2F : -1.2F) + dice.between(-0.4F, 0.4F);
            const glm::vec3 way{std::cos(turn), dice.between(0.3F, 0.9F), std::sin(turn)};
            append(mesh, leaf(at(share), way, dice.between(0.026F, 0.042F), 0.016F, 0.004F,
                              uv_of(i % 3 == 0 ? Dye::stem : Dye::leaf)));
        }
    }
    return mesh;
}

/// Upright blades out of a plain pot.
RoomMesh make_plant(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 301));
    const float high = metres(recipe.a), pot = high * 0.34F, r = pot * 0.55F;
    const std::array<glm::vec2, 8> profile{{{0, 0},
                                            {r * 0.76F, 0},
                                            {r * 0.80F, 0.004F},
                                            {r, pot * 0.98F},
                                            {r * 0.985F, pot},
                                            {r * 0.90F, pot},
                                            {r * 0.88F, pot * 0.88F},
                                            {0, pot * 0.90F}}};
    RoomMesh mesh = turned(profile, 28, uv_of(recipe.variant % 10U));
    for (int i = 0; i < 11; ++i) {
        const float yaw = 2.4F * static_cast<float>(i),
                    from = r * 0.5F * std::sqrt(static_cast<float>(i) / 11);
        const float tall =
            (high - pot * 0.88F) * (i < 3 ? dice.between(0.86F, 0.99F) : dice.between(0.45F, 0.85F));
        append(mesh, blade({from * std::cos(yaw), pot * 0.88F, from * std::sin(yaw)}, tall,
                           std::min(0.05F, high * 0.11F), tall * dice.between(0.02F, 0.16F), yaw,
                           uv_of(i % 3 == 1 ? Dye::leaf : Dye::stem)));
    }
    return mesh;
}

RoomMesh make_orb(const ThingRecipe& recipe) {
    const float r = metres(recipe.a) / 2;
    std::vector<glm::vec2> profile{{0, 0.0F}};
    for (int i = 1; i < 12; ++i) {
        const float angle = kPi * (static_cast<float>(i) / 12 - 0.5F);
        profile.push_back({r * std::cos(angle), r + r * std::sin(angle)});
    }
    profile.push_back({0, 2 * r});
    return turned(profile, 24, uv_of(recipe.variant % 10U));
}

}  // namespace maatkast::scene
