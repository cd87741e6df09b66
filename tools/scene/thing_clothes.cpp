// What is worn: on hangers, folded, and for the feet.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <ranges>

#include <glm/gtc/matrix_transform.hpp>

#include "tools/scene/dice.h"
#include "tools/scene/thing_meshes.h"

namespace maatkast::scene {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kWire = 0.0018F;  // radius of a hook
constexpr float kRestOnRail = 0.0003F;
constexpr float kCollar = -0.062F;  // y of the top of what hangs, under the top of its rail

float metres(int mm) {
    return static_cast<float>(mm) / 1000;
}

float power(float of, float exponent) {
    return std::copysign(std::pow(std::abs(of), exponent), of);
}

/// How a garment is cut at one height: half its width along the hanger, half its thickness, and how much of
/// the waves of its cloth shows there.
struct Cut {
    float y, width, thick, wave;
};

/// Hanging cloth: flat rings whose long side runs along the hanger, which is z; the rail runs along x.
RoomMesh hanging(std::span<const Cut> cuts, int points, float at_z, Dice& dice, glm::vec2 uv) {
    const float phase = dice.between(0, 2 * kPi), pitch = dice.between(26, 34), lean = dice.between(-1, 1);
    std::vector<std::vector<glm::vec3>> rings;
    for (const Cut& cut : cuts) {
        std::vector<glm::vec3>& ring = rings.emplace_back();
        for (int i = 0; i < points; ++i) {
            // Upwards the ring runs from x to z; this loft runs down.
            const float angle = -2 * kPi * static_cast<float>(i) / static_cast<float>(points);
            const float z = at_z + cut.width * power(std::sin(angle), 0.75F);
            const float wave = std::sin(z * pitch + phase) + 0.5F * std::sin(z * pitch * 1.9F + 2 * phase);
            const float x = cut.thick * power(std::cos(angle), 0.8F) + cut.wave * (wave + lean);
            ring.push_back({x, cut.y, z});
        }
    }
    return lofted(rings, uv);
}

/// From the top of the rail round behind it and down to the neck of the hanger.
RoomMesh hook() {
    constexpr float kRadius = 0.0125F;
    const float apex = kRestOnRail + kWire, middle = apex - kRadius;
    std::vector<glm::vec3> path;
    for (int i = 0; i <= 7; ++i) {
        const float angle = kPi * (1.12F - 1.12F * static_cast<float>(i) / 7);
        path.push_back({0, middle + kRadius * std::sin(angle), kRadius * std::cos(angle)});
    }
    path.push_back({0, -0.030F, kRadius});
    path.push_back({0, -0.041F, kRadius * 0.62F});
    path.push_back({0, -0.046F, 0.0015F});
    path.push_back({0, -0.055F, 0});
    path.push_back({0, kCollar - 0.012F, 0});
    return wire(path, kWire, 5, {1, 0, 0}, uv_of(Dye::steel));
}

/// The wooden arms, from one shoulder over the neck to the other.
RoomMesh arms(float half) {
    std::vector<glm::vec3> path;
    for (int i = -3; i <= 3; ++i) {
        const float share = static_cast<float>(i) / 3;
        path.push_back(
            {0, kCollar - 0.010F - 0.055F * std::abs(share) * std::abs(share) * 0.9F, share * half});
    }
    return wire(path, 0.008F, 6, {1, 0, 0}, uv_of(Dye::wood));
}

struct Style {
    float thick;      ///< half, at the chest
    float hem_width;  ///< share of the shoulder's width
    float hem_thick;
    float sleeve;  ///< length as a share of the whole; 0: none
    float wave;
};

Style style_of(ThingShape shape) {
    switch (shape) {
        case ThingShape::jacket:
            return {0.026F, 0.88F, 0.022F, 0.80F, 0.0035F};
        case ThingShape::dress:
            return {0.018F, 0.98F, 0.024F, 0, 0.007F};
        default:
            return {0.017F, 0.86F, 0.014F, 0.74F, 0.0055F};
    }
}

/// Neck, sloping shoulders, chest, hem.
std::vector<Cut> body_cuts(const Style& s, float half, float length) {
    const float chest = half * (s.sleeve > 0 ? 0.86F : 0.92F), hem = half * s.hem_width;
    const auto at = [&](float share) { return kCollar - length * share; };
    const auto width = [&](float share) { return chest + (hem - chest) * share; };
    const auto thick = [&](float share) { return s.thick + (s.hem_thick - s.thick) * share; };
    std::vector<Cut> cuts{{kCollar, 0.048F, s.thick * 0.62F, 0},
                          {kCollar - 0.012F, 0.062F, s.thick * 0.72F, 0},
                          {kCollar - 0.030F, half * 0.52F, s.thick * 0.66F, 0},
                          {kCollar - 0.048F, half * 0.82F, s.thick * 0.70F, s.wave * 0.1F},
                          {kCollar - 0.066F, half * 0.95F, s.thick * 0.80F, s.wave * 0.15F},
                          {kCollar - 0.11F, chest * 1.02F, s.thick, s.wave * 0.25F}};
    for (const float share : {0.30F, 0.48F, 0.66F, 0.84F, 0.975F})
        cuts.push_back({at(share), width(share), thick(share), s.wave * (0.3F + 0.7F * share)});
    cuts.push_back({at(1), width(1) * 0.985F, thick(1) * 0.72F, s.wave});
    return cuts;
}

void add_sleeves(RoomMesh& mesh, const Style& s, float half, float length, Dice& dice, glm::vec2 uv) {
    const float reach = std::min(length * s.sleeve, 0.60F), top = kCollar - 0.055F;
    for (const float side : {-1.0F, 1.0F}) {
        const std::array<Cut, 6> cuts{{{top, 0.020F, s.thick * 0.6F, 0},
                                       {top - 0.03F, 0.040F, s.thick * 0.95F, 0},
                                       {top - reach * 0.3F, 0.044F, s.thick * 1.05F, 0.001F},
                                       {top - reach * 0.65F, 0.038F, s.thick * 0.9F, 0.003F},
                                       {top - reach * 0.97F, 0.033F, s.thick * 0.85F, 0.004F},
                                       {top - reach, 0.030F, s.thick * 0.6F, 0.004F}}};
        append(mesh, hanging(cuts, 8, side * (half - 0.048F), dice, uv));
    }
}

/// Folded over the bar of a wooden hanger.
RoomMesh make_trousers(const ThingRecipe& recipe, Dice& dice) {
    const float half = metres(recipe.a), length = metres(recipe.b), top = kCollar - 0.075F;
    RoomMesh mesh = arms(half);
    const std::array<glm::vec3, 2> bar{{{0, top - 0.009F, -half}, {0, top - 0.009F, half}}};
    append(mesh, wire(bar, 0.005F, 6, {1, 0, 0}, uv_of(Dye::wood)));
    const float leg = std::min(half - 0.02F, 0.125F), end = kCollar - length;
    std::vector<Cut> cuts{{top, leg * 0.98F, 0.006F, 0}, {top - 0.006F, leg, 0.013F, 0.0005F}};
    for (const float share : {0.25F, 0.5F, 0.75F, 0.97F, 1.0F})
        cuts.push_back({top + (end - top) * share, leg * (1 - 0.10F * share), share < 1 ? 0.014F : 0.009F,
                        0.003F * share});
    append(mesh, hanging(cuts, 14, 0, dice, uv_of(0)));
    return mesh;
}

/// One layer of a stack: its front a fold with a crease, in the plane of depth and height.
std::vector<glm::vec3> fold(float x, float low, float high, float front, float back) {
    const float h = high - low, r = h * 0.5F;
    // From the lower front round the back and over the top to the front again, where the crease lies.
    const std::array<glm::vec2, 14> points{{{front - r, low},
                                            {back + r, low},
                                            {back + r * 0.3F, low + h * 0.16F},
                                            {back, low + h * 0.5F},
                                            {back + r * 0.3F, low + h * 0.84F},
                                            {back + r, high},
                                            {(front + back) / 2, high + h * 0.06F},
                                            {front - r, high},
                                            {front - r * 0.30F, low + h * 0.93F},
                                            {front, low + h * 0.76F},
                                            {front - r * 0.50F, low + h * 0.515F},
                                            {front, low + h * 0.26F},
                                            {front - r * 0.30F, low + h * 0.07F},
                                            {front - r * 0.65F, low + h * 0.01F}}};
    std::vector<glm::vec3> ring;
    for (const glm::vec2& p : points | std::views::reverse) ring.push_back({x, p.y, p.x});
    return ring;
}

RoomMesh folded(float width, float depth, float low, float high, Dice& dice, glm::vec2 uv) {
    // Towards both ends its corners are round, seen from above and from the front.
    struct End {
        float from, plan, side;  ///< shares of the corner's radius and of the height
    };
    constexpr std::array<End, 4> kEnds{
        {{0, 1, 0.36F}, {0.14F, 0.48F, 0.17F}, {0.42F, 0.17F, 0.05F}, {1, 0, 0}}};
    const float h = high - low, corner = std::min(0.028F, depth * 0.15F);
    std::vector<std::vector<glm::vec3>> rings;
    const auto add = [&](float x, const End& end, float puff) {
        const float in = corner * end.plan + dice.between(0, 0.0015F);
        rings.push_back(fold(x, low + h * end.side, high - h * end.side + puff, -in, -depth + in));
    };
    for (const End& end : kEnds) add(corner * end.from - width / 2, end, 0);
    for (const float share : {-0.24F, -0.06F, 0.12F, 0.27F})
        add(width * (share + dice.between(-0.03F, 0.03F)),
            {1, dice.between(0, 0.12F), dice.between(0, 0.05F)}, h * dice.between(-0.04F, 0.08F));
    for (std::size_t i = kEnds.size(); i-- > 0;) add(width / 2 - corner * kEnds[i].from, kEnds[i], 0);
    return lofted(rings, uv);
}

/// Half a shoe's width, where its sides are highest and how high, at a share of its length from the heel.
struct LastCut {
    float at, left, right, high, round;
};

}  // namespace

RoomMesh make_garment(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 200 + static_cast<std::uint64_t>(recipe.shape)));
    const float half = metres(recipe.a), length = metres(recipe.b);
    RoomMesh mesh = hook();
    if (recipe.shape == ThingShape::trousers) {
        append(mesh, make_trousers(recipe, dice));
        return mesh;
    }
    const Style style = style_of(recipe.shape);
    append(mesh, hanging(body_cuts(style, half, length), 20, 0, dice, uv_of(0)));
    if (style.sleeve > 0) add_sleeves(mesh, style, half, length, dice, uv_of(0));
    return mesh;
}

/// Jumpers and shirts of about one size, on each other as a careful hand leaves them.
RoomMesh make_stack(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 210));
    const float width = metres(recipe.a), depth = metres(recipe.b), loose = 0.006F;
    RoomMesh stack;
    float y = 0;
    for (int i = 0; i < recipe.c; ++i) {
        const float high = dice.between(0.034F, 0.056F) * (1 - 0.03F * static_cast<float>(i));
        const RoomMesh layer =
            folded(width - loose * 2 - dice.between(0, 0.014F), depth - loose - dice.between(0, 0.012F), 0,
                   high, dice, uv_of(dice.below(10)));
        const glm::vec3 at{width / 2 + dice.between(-0.5F, 0.5F) * loose, y, -loose * dice.between(0.2F, 1)};
        append(stack, moved(layer, glm::rotate(glm::translate(glm::mat4(1), at),
                                               dice.between(-0.012F, 0.012F), {0, 1, 0})));
        y += high * 0.975F;  // the one above sinks in a little
    }
    return stack;
}

/// A low shoe, its toe at z = 0: sole and upper, with the dark of its opening.
RoomMesh make_shoe(const ThingRecipe& recipe) {
    constexpr float kLong = 0.275F, kSole = 0.018F;
    constexpr std::array<LastCut, 9> kCuts{{{0.0F, 0.014F, 0.014F, 0.062F, 0.5F},
                                            {0.03F, 0.028F, 0.028F, 0.080F, 0.6F},
                                            {0.14F, 0.034F, 0.034F, 0.078F, 0.6F},
                                            {0.32F, 0.035F, 0.033F, 0.070F, 0.62F},
                                            {0.48F, 0.041F, 0.034F, 0.074F, 0.75F},
                                            {0.66F, 0.047F, 0.040F, 0.056F, 0.85F},
                                            {0.83F, 0.043F, 0.042F, 0.042F, 0.85F},
                                            {0.95F, 0.028F, 0.034F, 0.034F, 0.7F},
                                            {1.0F, 0.012F, 0.018F, 0.024F, 0.6F}}};
    const float foot = recipe.variant == 0 ? 1.0F : -1.0F;
    const auto rings = [&](float low, bool sole) {
        std::vector<std::vector<glm::vec3>> made;
        for (const LastCut& cut : kCuts) {
            std::vector<glm::vec3>& ring = made.emplace_back();
            for (int i = 0; i < 12; ++i) {
                const float angle = -2 * kPi * static_cast<float>(i) / 12;
                const float c = std::cos(angle), s = std::sin(angle);
                const float half = (foot * c > 0 ? cut.left : cut.right) + (sole ? 0.003F : 0);
                const float up = sole ? low + kSole * (0.5F + 0.5F * power(s, 0.4F))
                                      : low + (cut.high - low) * std::max(0.0F, power(s, cut.round));
                ring.push_back({half * power(c, 0.7F), up, kLong * (cut.at - 1)});
            }
        }
        return made;
    };
    RoomMesh shoe = lofted(rings(0, true), uv_of(Dye::paper));
    append(shoe, lofted(rings(kSole * 0.8F, false), uv_of(0)));
    std::vector<std::vector<glm::vec3>> hole;
    for (const float y : {0.060F, 0.0795F}) {
        std::vector<glm::vec3>& ring = hole.emplace_back();
        for (int i = 0; i < 12; ++i) {
            const float angle = 2 * kPi * static_cast<float>(i) / 12;
            ring.push_back({0.024F * std::cos(angle),
                            y - 0.006F * std::sin(angle) * (y > 0.07F ? 1.0F : 0.0F),
                            kLong * -0.80F + 0.045F * std::sin(angle)});
        }
    }
    append(shoe, lofted(hole, uv_of(Dye::dark)));
    return moved(shoe, glm::translate(glm::mat4(1), {0.052F, 0, 0}));
}

}  // namespace maatkast::scene
