#include "tools/scene/composer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

namespace maatkast::scene {
namespace {

constexpr float kResting = 0.0003F;  // metres between a thing and what bears it: no two faces in one plane
constexpr float kSpines = 0.025F;    // of books behind the front of their space
constexpr float kBetween = 0.001F;

std::int16_t mm(float metres) {
    return static_cast<std::int16_t>(std::floor(metres * 1000));
}
/// Down to whole steps: so many sizes of a mesh, and no more.
std::int16_t mm(float metres, int step) {
    return static_cast<std::int16_t>(mm(metres) / step * step);
}

ThingPaint paint_of(ThingShape shape) {
    switch (shape) {
        case ThingShape::stack:
        case ThingShape::shirt:
        case ThingShape::jacket:
        case ThingShape::dress:
        case ThingShape::trousers:
        case ThingShape::basket:
        case ThingShape::storage_box:
            return ThingPaint::cloth;
        case ThingShape::plates:
        case ThingShape::bowls:
        case ThingShape::cup:
        case ThingShape::vase:
        case ThingShape::bowl:
            return ThingPaint::ceramic;
        case ThingShape::branches:
        case ThingShape::plant:
            return ThingPaint::leaf;
        case ThingShape::glass:
            return ThingPaint::glass;
        default:
            return ThingPaint::paper;
    }
}

glm::mat4 turn_of(const Stance& stance) {
    const glm::mat4 yaw = glm::rotate(glm::mat4(1), glm::radians(stance.yaw), {0, 1, 0});
    return glm::rotate(yaw, glm::radians(stance.lean), {0, 0, 1});
}

}  // namespace

Composer::Composer(ThingMeshes& meshes, std::vector<Thing>& into, const ClearSpace& space, std::uint64_t seed)
    : dice(seed), meshes_(meshes), into_(into), space_(space), size_(space.box.most - space.box.least) {
    lowest_ = size_.y;
}

render::Bounds Composer::box_of(const ThingRecipe& recipe, const Stance& stance) {
    const ThingMesh& mesh = meshes_.get(recipe);
    if (stance.yaw == 0 && stance.lean == 0) return mesh.bounds;
    const glm::mat4 turn = turn_of(stance);
    render::Bounds box;
    for (const render::Vertex& vertex : mesh.mesh.vertices)
        box.add(glm::vec3(turn * glm::vec4(vertex.position, 1)));
    return box;
}

bool Composer::stand(const ThingRecipe& recipe, std::uint32_t scheme, float x, float z, const Stance& stance,
                     float over_floor) {
    const render::Bounds box = box_of(recipe, stance);
    const glm::vec3 size = box.max - box.min;
    const float low = over_floor + kResting;
    if (x < 0 || z < 0 || x + size.x > size_.x || z + size.z > size_.z || low + size.y > size_.y)
        return false;
    const glm::vec3 shift = glm::vec3(x, low, size_.z - z) - glm::vec3(box.min.x, box.min.y, box.max.z);
    return add(recipe, scheme, glm::translate(glm::mat4(1), shift) * turn_of(stance));
}

bool Composer::hang(const ThingRecipe& recipe, std::uint32_t scheme, float x, float yaw) {
    const render::Bounds box = box_of(recipe, {yaw, 0});
    const glm::vec3 rail = glm::vec3(space_.rail - space_.box.least);
    const glm::vec3 at{x, rail.y, rail.z};
    const glm::vec3 least = at + box.min, most = at + box.max;
    if (glm::any(glm::lessThan(least, glm::vec3(0))) || glm::any(glm::greaterThan(most, size_))) return false;
    lowest_ = std::min(lowest_, least.y);
    return add(recipe, scheme, glm::translate(glm::mat4(1), at) * turn_of({yaw, 0}));
}

bool Composer::add(const ThingRecipe& recipe, std::uint32_t scheme, const glm::mat4& local) {
    const glm::dmat4 at = space_.frame * glm::translate(glm::dmat4(1), space_.box.least) * glm::dmat4(local);
    into_.push_back({&meshes_.get(recipe), paint_of(recipe.shape), scheme, glm::mat4(at), space_.bay,
                     space_.opening, space_.bearer, space_.hangs});
    return true;
}

/// Groups side by side; the last book may lean where there is air beside it.
float stand_books(Composer& c, float from, float to, std::uint32_t scheme) {
    const float high = std::min(0.295F, c.height() - 0.012F),
                deep = std::min(0.205F, c.depth() - kSpines - 0.004F);
    if (high < 0.15F || deep < 0.10F) return from;
    float x = from;
    for (int tries = 0; tries < 14; ++tries) {
        const float share = c.dice.between(0.78F, 1.0F);
        const ThingRecipe group{ThingShape::books, static_cast<std::uint8_t>(c.dice.below(12)),
                                mm(std::max(0.15F, high * share), 15),
                                mm(deep * std::max(0.7F, share * 0.96F), 15), 0};
        const render::Bounds box = c.box_of(group);
        if (x + box.max.x > to || !c.stand(group, scheme, x, kSpines)) continue;
        x += box.max.x + kBetween;
    }
    if (x == from || !c.dice.chance(0.55F)) return x;
    const ThingRecipe last{ThingShape::book, static_cast<std::uint8_t>(c.dice.below(5)), mm(high * 0.84F, 15),
                           mm(deep * 0.86F, 15), 0};
    const Stance leaning{0, c.dice.between(9, 15)};
    const render::Bounds box = c.box_of(last, leaning);
    if (x + box.max.x - box.min.x + 0.002F < to && c.stand(last, scheme, x + 0.001F, kSpines, leaning))
        x += box.max.x - box.min.x + 0.001F;
    return x;
}

float stand_records(Composer& c, float from, float to, std::uint32_t scheme) {
    const float back = std::clamp((c.depth() - 0.32F) / 2, 0.002F, 0.02F);
    float x = from;
    std::uint32_t tone = scheme;
    for (int tries = 0; tries < 24; ++tries) {
        const std::int16_t count = x + 0.075F < to ? 18 : 6;
        const ThingRecipe group{ThingShape::records, static_cast<std::uint8_t>(c.dice.below(6)), count, 0, 0};
        if (c.dice.chance(0.35F)) tone = c.dice.chance(0.5F) ? scheme : mixed(c.dice.below(8));
        const render::Bounds box = c.box_of(group);
        if (x + box.max.x > to || !c.stand(group, tone, x, back)) continue;
        x += box.max.x + kBetween;
    }
    return x;
}

float stand_files(Composer& c, float from, float to, std::uint32_t scheme) {
    float x = from;
    for (std::uint8_t i = 0; x + 0.077F < to && i < 12; ++i) {
        const ThingRecipe file{ThingShape::file, static_cast<std::uint8_t>(i / 3 * 2 % 10), 0, 0, 0};
        if (!c.stand(file, scheme, x, 0.012F)) break;
        x += 0.0765F;
    }
    return x;
}

float stand_stacks(Composer& c, float from, float to, std::uint32_t scheme) {
    const float depth = std::min(0.36F, c.depth() - 0.035F), room = to - from;
    const int across = std::max(1, static_cast<int>((room + 0.03F) / 0.31F));
    const float each = (room - 0.035F * static_cast<float>(across - 1)) / static_cast<float>(across);
    const std::int16_t width = mm(std::min(each, 0.325F), 10);
    if (width < 180 || depth < 0.18F) return from;
    const float gap = (room - static_cast<float>(across * width) / 1000) / static_cast<float>(across + 1);
    float x = from + gap;
    for (int i = 0; i < across; ++i, x += static_cast<float>(width) / 1000 + gap) {
        int layers = 3 + static_cast<int>(c.dice.below(4));
        const auto variant = static_cast<std::uint8_t>(c.dice.below(5));
        const std::uint32_t tone =
            tonal(c.number() * 3 + static_cast<std::uint32_t>(i) * 5 + c.dice.below(2));
        for (; layers >= 2; --layers) {
            const ThingRecipe stack{ThingShape::stack, variant, width, mm(depth, 20),
                                    static_cast<std::int16_t>(layers)};
            if (c.box_of(stack).max.y < c.height() - 0.035F &&
                c.stand(stack, c.dice.chance(0.3F) ? mixed(scheme) : tone, x, 0.022F))
                break;
        }
    }
    return x;
}

/// Boxes or baskets of one size, side by side.
float stand_row(Composer& c, ThingShape shape, float from, float to, std::uint32_t scheme, float most_high) {
    const float room = to - from, depth = std::min(0.40F, c.depth() - 0.02F);
    const int across = std::max(1, static_cast<int>(std::lround(room / 0.36F)));
    const float high = std::min(most_high, c.height() - 0.045F);
    const std::int16_t width =
        mm((room - 0.02F * static_cast<float>(across + 1)) / static_cast<float>(across), 10);
    if (width < 140 || high < 0.09F || depth < 0.15F) return from;
    const float w = std::min(static_cast<float>(width) / 1000, 0.42F),
                gap = (room - w * static_cast<float>(across)) / static_cast<float>(across + 1);
    const auto variant = static_cast<std::uint8_t>(c.dice.below(2));
    float x = from + gap;
    for (int i = 0; i < across; ++i, x += w + gap)
        c.stand({shape, variant, mm(w, 10), mm(high, 10), mm(depth, 10)}, scheme, x, 0.012F);
    return x;
}

float stand_boxes(Composer& c, float from, float to, std::uint32_t scheme) {
    return stand_row(c, ThingShape::storage_box, from, to, tonal(scheme % 3 == 0 ? 1 : 0), 0.24F);
}

float stand_baskets(Composer& c, float from, float to, std::uint32_t scheme) {
    return stand_row(c, ThingShape::basket, from, to, scheme, 0.23F);
}

float stand_shoes(Composer& c, float from, float to, std::uint32_t scheme) {
    constexpr std::array<std::uint32_t, 5> kLeathers{2, 7, 6, 0, 3};
    float x = from + 0.02F;
    for (std::uint32_t pair = 0; x + 0.215F < to && pair < 6; ++pair) {
        const std::uint32_t tone = tonal(kLeathers[(scheme + pair) % kLeathers.size()]);
        const float z = 0.03F + c.dice.between(0, 0.012F);
        const ThingRecipe left{ThingShape::shoe, 0, 0, 0, 0}, right{ThingShape::shoe, 1, 0, 0, 0};
        const float next = x + c.box_of(left).max.x - c.box_of(left).min.x + 0.008F;
        if (!c.stand(left, tone, x, z, {c.dice.between(0, 3), 0})) break;
        if (!c.stand(right, tone, next, z + c.dice.between(0, 0.006F), {c.dice.between(-3, 0), 0})) break;
        x = next + 0.125F + c.dice.between(0.01F, 0.03F);
    }
    return x;
}

/// Piles of plates and bowls, cups in a row.
float stand_tableware(Composer& c, float from, float to, std::uint32_t scheme) {
    const float deep = c.depth() - 0.015F;
    float x = from + c.dice.between(0.01F, 0.03F);
    const std::uint32_t first = c.dice.below(3);
    for (std::uint32_t i = 0; i < 9; ++i) {
        ThingRecipe what;
        switch ((first + i) % 4) {
            case 0:
                what = {ThingShape::plates, 0, mm(std::min(0.27F, deep), 10),
                        static_cast<std::int16_t>(5 + c.dice.below(4)), 0};
                break;
            case 1:
                what = {ThingShape::bowls, 1, 150, static_cast<std::int16_t>(3 + c.dice.below(3)), 0};
                break;
            case 2:
                what = {ThingShape::plates, 3, 200, static_cast<std::int16_t>(4 + c.dice.below(4)), 0};
                break;
            default:
                what = {ThingShape::cup, 0, 0, 0, 0};
        }
        const render::Bounds box = c.box_of(what);
        const float w = box.max.x - box.min.x, d = box.max.z - box.min.z;
        if (x + w > to) continue;
        const float z = std::min(std::max(0.03F, (deep - d) * 0.35F), deep - d);
        if (z < 0 || !c.stand(what, scheme, x, z)) continue;
        for (int row = 1; what.shape == ThingShape::cup && row < 3; ++row)
            c.stand(what, scheme, x + c.dice.between(0, 0.006F), z + static_cast<float>(row) * (d + 0.015F));
        x += w + c.dice.between(0.02F, 0.045F);
    }
    return x;
}

/// Two or three rows deep.
float stand_glasses(Composer& c, float from, float to, std::uint32_t scheme) {
    const std::int16_t high = c.height() > 0.25F && c.dice.chance(0.5F) ? 210 : 110;
    const ThingRecipe glass{ThingShape::glass, 0, high, 0, 0};
    const float d = c.box_of(glass).max.x * 2;
    float x = from + 0.02F;
    const int rows = std::min(3, static_cast<int>((c.depth() - 0.05F) / (d + 0.02F)));
    const float end = from + (to - from) * c.dice.between(0.5F, 0.95F);
    for (int column = 0; x + d < end && column < 6; ++column, x += d + 0.016F)
        for (int row = 0; row < rows; ++row)
            c.stand(glass, scheme, x + c.dice.between(0, 0.004F),
                    0.035F + static_cast<float>(row) * (d + 0.02F));
    return x;
}

/// Books that lie, and mostly something small on them.
float stand_pile(Composer& c, float from, float to, std::uint32_t scheme) {
    const ThingRecipe pile{ThingShape::pile, static_cast<std::uint8_t>(c.dice.below(6)),
                           mm(std::min(0.27F, to - from), 10), mm(std::min(0.20F, c.depth() - 0.04F), 10), 0};
    if (pile.a < 150 || pile.b < 110) return from;
    const render::Bounds box = c.box_of(pile);
    if (!c.stand(pile, scheme, from, kSpines)) return from;
    const float w = box.max.x - box.min.x, d = box.max.z - box.min.z;
    const ThingRecipe small = c.dice.chance(0.5F) ? ThingRecipe{ThingShape::bowl, 4, 120, 0, 0}
                                                  : ThingRecipe{ThingShape::orb, 8, 80, 0, 0};
    const float r = c.box_of(small).max.x;
    if (box.max.y + 0.11F < c.height())
        c.stand(small, mixed(scheme + 1), from + w / 2 - r, kSpines + d / 2 - r, {}, box.max.y + kResting);
    return from + w;
}

/// A vase, alone or with branches, a plant, a bowl: whatever the height asks for.
float stand_ornament(Composer& c, float from, float to, std::uint32_t scheme) {
    const float high = c.height() - 0.05F, room = std::min(to - from, c.depth() - 0.03F);
    const auto variant = static_cast<std::uint8_t>(c.dice.below(4));
    const std::uint32_t kind = c.number() % 4;
    ThingRecipe what{ThingShape::vase, variant, mm(std::clamp(high * 0.72F, 0.0F, 0.30F), 20), 0, 0};
    if (kind == 0 && high > 0.20F) what = {ThingShape::plant, variant, mm(std::min(high, 0.46F), 20), 0, 0};
    if (kind == 1 || high < 0.16F) what = {ThingShape::bowl, variant, mm(std::min(0.26F, room), 20), 0, 0};
    const bool stems = kind == 2 && high > 0.30F;
    if (stems) what = {ThingShape::vase, 0, mm(std::min(high, 0.50F) * 0.44F, 20), 0, 0};
    const render::Bounds box = c.box_of(what);
    const float w = box.max.x - box.min.x, d = box.max.z - box.min.z;
    const float z = std::min(0.05F, (c.depth() - d) / 2);
    if (w > to - from || !c.stand(what, scheme, from, z)) return from;
    if (!stems) return from + w;
    const ThingRecipe twigs{ThingShape::branches, variant, what.a, mm(std::min(high, 0.50F), 20), 0};
    const render::Bounds around = c.box_of(twigs);
    c.stand(twigs, scheme, from + w / 2 + around.min.x, z + d / 2 - around.max.z, {}, around.min.y);
    return from + w;
}

}  // namespace maatkast::scene
