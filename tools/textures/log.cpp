#include "tools/textures/log.h"

#include <algorithm>
#include <cmath>

#include "tools/textures/noise.h"

namespace maatkast::textures {

namespace {

constexpr float kMillimetre = 0.001f;
// A point behind the face meets the noise of one aside of it: the field goes on smoothly into the wood.
constexpr float kSlant = 0.8f;

/// Rises slowly and falls sharply.
float late_wood(float phase, float power, float edge) {
    return std::pow(phase, power) * (1.0f - smooth_step(1.0f - edge, 1.0f, phase));
}

/// A wave along the rings' count that repeats with the taper, so that a ring is its own neighbour one tile
/// on.
float ring_noise(float ring, const Strip& strip, std::uint32_t seed) {
    const int turns = std::max(1, std::abs(strip.taper));
    const float u = fraction(ring / static_cast<float>(turns));
    return tile_noise(u, strip.shift, turns, 32, seed);
}

float ring_strength(float ring, const Strip& strip, std::uint32_t seed) {
    const int turns = std::max(1, std::abs(strip.taper));
    const int number = static_cast<int>(std::floor(ring)) % turns;
    const auto own = static_cast<std::uint32_t>(strip.shift * 4096.0f);
    return 0.55f + 0.65f * unit_hash(static_cast<std::uint32_t>((number + turns) % turns), own, seed);
}

}  // namespace

Log::Log(const Species& species, float length, float width)
    : species_(&species),
      length_(length),
      width_(width),
      bend_({{1, 4, 1.0f}, {3, 11, 0.45f}, {20, 60, 0.05f}}, species.seed),
      streaks_({{1, 9, 1.0f}, {2, 31, 0.5f}, {4, 90, 0.3f}}, species.seed + 6) {}

float Log::within(float y) const {
    const float at = fraction(y / width_) * width_;
    return at < species_->strips.front().from ? at + width_ : at;
}

const Strip& Log::strip_at(float within) const {
    const auto& strips = species_->strips;
    const auto found =
        std::ranges::find_if(strips, [within](const Strip& strip) { return within < strip.to; });
    return found == strips.end() ? strips.back() : *found;
}

Place Log::at(const Point& p) const {
    const float across = within(p.y);
    const Strip& strip = strip_at(across);
    const float u = fraction(p.x / length_);
    const float v = fraction((p.y + kSlant * p.z) / width_ + strip.shift);
    const float y = across - strip.pith_y, z = p.z - strip.pith_z;
    const float radius = species_->rotary ? std::abs(z) : std::sqrt(y * y + z * z);
    const float width = species_->ring_width * kMillimetre;
    const float ring = (radius + species_->bend * kMillimetre * bend_.at(u, v)) / width +
                       static_cast<float>(strip.taper) * p.x / length_;
    // Good and bad years: rings differ in width by about a third.
    const float warped = ring + 0.20f * ring_noise(ring, strip, species_->seed + 3);
    if (species_->rotary) return {&strip, warped, 0.0f, 1.0f};
    return {&strip, warped, y / std::max(radius, kMillimetre), z / std::max(radius, kMillimetre)};
}

float phase(const Place& place) {
    return fraction(place.ring);
}

float Log::rings(const Place& place) const {
    const Species& s = *species_;
    const float t = s.dark_first ? 1.0f - phase(place) : phase(place);
    return s.ring_contrast * ring_strength(place.ring, *place.strip, s.seed + 4) *
           late_wood(t, s.ring_power, s.ring_edge);
}

float Log::darkness(const Point& p, const Place& place) const {
    const Species& s = *species_;
    const float u = fraction(p.x / length_);
    const float v = fraction((p.y + kSlant * p.z) / width_ + place.strip->shift);
    return rings(place) + s.streaks * streaks_.at(u, v) + place.strip->tone;
}

float Log::fibre(const Point& p) const {
    const float u = fraction(p.x / length_), v = fraction(p.y / width_);
    const std::uint32_t seed = species_->seed;
    return species_->fibre *
           (tile_noise(u, v, 40, 400, seed + 14) + 0.7f * tile_noise(u, v, 14, 180, seed + 15));
}

std::vector<Strip> panel(int count, float begin, float width, float uneven, int taper, float tone,
                         std::uint32_t seed) {
    std::vector<Strip> strips;
    const float each = width / static_cast<float>(count);
    float from = begin;
    for (int i = 0; i < count; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        const auto random = [&](std::uint32_t what) { return unit_hash(number, what, seed) - 0.5f; };
        const float wander = i + 1 == count ? 0.0f : 2.0f * uneven * each * random(0);
        const float to = begin + static_cast<float>(i + 1) * each + wander;
        const float deep = 0.0825f + 0.075f * random(1);
        strips.push_back({from, to, (from + to) / 2 + 0.18f * random(2), i % 2 ? deep : -deep,
                          2.0f * tone * random(3), i % 2 ? -taper : taper, random(4) + 0.5f});
        from = to;
    }
    return strips;
}

}  // namespace maatkast::textures
