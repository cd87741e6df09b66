// Clothes along a rail: in groups of one kind, tone after tone, with air between the groups.

#include <algorithm>
#include <array>
#include <cmath>

#include "tools/scene/composer.h"

namespace maatkast::scene {
namespace {

constexpr float kHem = 0.05F;     // metres of air below the longest
constexpr float kBeside = 0.03F;  // and before and behind the shoulders
constexpr float kAtEnds = 0.035F;

struct Group {
    ThingShape shape;
    int length;  ///< millimetres
    int variants;
    float pitch;  ///< metres of rail that each takes
};

constexpr std::array<Group, 4> kGroups{{{ThingShape::shirt, 740, 3, 0.043F},
                                        {ThingShape::jacket, 780, 2, 0.060F},
                                        {ThingShape::dress, 1080, 2, 0.050F},
                                        {ThingShape::trousers, 690, 2, 0.037F}}};
constexpr Group kCoats{ThingShape::jacket, 1120, 2, 0.062F};

/// The length that a garment may have, in the steps in which they are made.
int length_of(const Group& group, float room) {
    const int most = static_cast<int>(room * 1000) / 30 * 30;
    return std::min(group.length, most);
}

}  // namespace

void hang_clothes(Composer& c, std::uint32_t scheme, bool coats) {
    const ClearSpace& space = c.space();
    const float room = static_cast<float>(space.rail.y - space.box.least.y) - 0.062F - kHem;
    const float half =
        static_cast<float>(std::min(space.box.most.z - space.rail.z, space.rail.z - space.box.least.z));
    const auto shoulder = static_cast<std::int16_t>(std::min(0.225F, half - kBeside) * 100) * 10;
    if (room < 0.45F || shoulder < 140) return;
    const float fill = c.width() - 2 * kAtEnds - c.dice.between(0.0F, 0.12F) * c.width();
    float x = kAtEnds + c.dice.between(0.0F, 0.5F) * (c.width() - 2 * kAtEnds - fill);
    const float end = x + fill;
    std::uint32_t kind = c.number(), tone = scheme;
    for (int groups = 0; groups < 6 && x < end; ++groups, ++kind) {
        Group group = kGroups[kind % kGroups.size()];
        if (group.shape == ThingShape::jacket && coats && room > 1.0F && c.dice.chance(0.6F)) group = kCoats;
        const int length = length_of(group, room);
        if (length * 100 < group.length * 62) continue;
        const std::uint32_t count = 3 + c.dice.below(4);
        for (std::uint32_t i = 0; i < count && x + group.pitch <= end; ++i) {
            const auto variant =
                static_cast<std::uint8_t>(c.dice.below(static_cast<std::uint32_t>(group.variants)));
            const auto shorter = static_cast<std::int16_t>(length - 30 * static_cast<int>(c.dice.below(2)));
            const std::uint32_t color = tonal(tone + (c.dice.chance(0.7F) ? i : i + 3));
            c.hang({group.shape, variant, static_cast<std::int16_t>(shoulder), shorter, 0}, color,
                   x + group.pitch / 2, c.dice.between(-2.5F, 2.5F));
            x += group.pitch;
        }
        tone += 1 + c.dice.below(3);
        x += c.dice.between(0.012F, 0.03F);
    }
}

}  // namespace maatkast::scene
