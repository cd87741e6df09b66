#include "tools/textures/wood.h"

#include <algorithm>
#include <cmath>

#include "tools/textures/noise.h"

namespace maatkast::textures {

namespace {

constexpr float kPixel = 1.0f / static_cast<float>(kSize);  // of the tile
constexpr float kMillimetre = 0.001f;

Colour shaded(const Species& s, float darkness) {
    Colour colour = s.mean;
    for (std::size_t i = 0; i < 3; ++i) colour[i] += darkness * s.to_dark[i];
    return colour;
}

/// Draws on the face of a log, in metres.
class FaceBrush {
  public:
    FaceBrush(const Log& log, Tile& tile)
        : log_(log),
          tile_(tile),
          along_(static_cast<float>(kSize) / log.length()),
          across_(static_cast<float>(kSize) / log.width()) {}

    /// A spindle: tapers to both ends along the grain, of even width across it. Thinner than a pixel it is so
    /// much paler.
    void spindle(float x, float y, float length, float width, float slope, float amount) {
        const int steps = std::max(1, static_cast<int>(length * along_ + 0.5f));
        const float rows = width * across_;
        for (int i = 0; i < steps; ++i) {
            const float t = (static_cast<float>(i) + 0.5f) / static_cast<float>(steps);
            const float middle = (y + slope * length * (t - 0.5f)) * across_;
            column(static_cast<int>(x * along_) + i, middle - rows / 2, middle + rows / 2,
                   amount * std::min(1.0f, 4.0f * t * (1.0f - t)));
        }
    }

  private:
    void column(int x, float from, float to, float amount) {
        for (int row = static_cast<int>(std::floor(from)); static_cast<float>(row) < to; ++row) {
            const float covered =
                std::min(to, static_cast<float>(row + 1)) - std::max(from, static_cast<float>(row));
            Colour& pixel = tile_.at(x, row);
            for (std::size_t i = 0; i < 3; ++i) pixel[i] += amount * covered * log_.species().to_dark[i];
        }
    }

    const Log& log_;
    Tile& tile_;
    float along_, across_;  // pixels per metre
};

void draw_pores(const Log& log, FaceBrush& brush) {
    const Species& s = log.species();
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(s.pores); ++i) {
        const auto random = [&](std::uint32_t what) { return unit_hash(i, what, s.seed); };
        const float x = random(0) * log.length(), y = random(1) * log.width();
        const float early = 1.0f - smooth_step(0.03f, 0.42f, phase(log.at({x, y, 0})));
        if (random(5) >= 1.0f - s.pore_clustering * (1.0f - early)) continue;
        brush.spindle(x, y, s.pore_length * (0.4f + 1.2f * random(2)) * kMillimetre,
                      s.pore_width * kMillimetre, 0.02f * (random(4) - 0.5f),
                      s.pore_contrast * (0.4f + 0.6f * random(3)));
    }
}

/// A ray is a thin plate on edge between bark and pith. Where the face cuts across it, it is a fine dark
/// line; where they run together, on quarter-sawn wood, a fleck as long as the ray.
void draw_rays(const Log& log, FaceBrush& brush) {
    const Species& s = log.species();
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(s.rays); ++i) {
        const auto random = [&](std::uint32_t what) { return unit_hash(i, what, s.seed + 40); };
        const float x = random(0) * log.length(), y = random(1) * log.width();
        const float across = std::abs(log.at({x, y, 0}).radial_y);
        const float flat = std::sqrt(std::max(0.0f, 1.0f - across * across));
        const float length = s.ray_length * (0.5f + random(2));
        const float width = std::min(s.ray_width / std::max(flat, 0.01f), length);
        const float quarter = smooth_step(0.86f, 0.98f, across);
        const float amount = s.ray_contrast + (s.fleck - s.ray_contrast) * quarter;
        brush.spindle(x, y, s.ray_height * (0.4f + 1.2f * random(3)) * kMillimetre, width * kMillimetre, 0.0f,
                      amount * (0.4f + 0.6f * random(4)));
    }
}

/// Rays on an end: fine lines towards the pith. So many meet a section as are high enough to reach it.
float end_rays(const Log& log, const Place& place, const EndRow& row) {
    const Species& s = log.species();
    if (s.rays == 0) return 0.0f;
    constexpr float kSmaller = 4.0f;  // rays too fine to see on the face stand between the large ones
    const float per_metre =
        kSmaller * static_cast<float>(s.rays) * s.ray_height * kMillimetre / (log.length() * log.width());
    const float angle = std::atan2(place.radial_y, std::abs(place.radial_z));
    constexpr float kCells = 128.0f;
    constexpr float kRadius = 0.08f;  // m, about where the board lies in the trunk
    const float round = fraction(angle * kRadius * per_metre / kCells + place.strip->shift);
    const auto section = static_cast<int>(row.x / log.length() * 64.0f);
    const float wave = tile_noise(round, fraction(static_cast<float>(section) / 8.0f),
                                  static_cast<int>(kCells), 8, s.seed + 41);
    return 0.08f * s.ray_contrast * smooth_step(0.25f, 0.8f, wave);
}

/// 1 in the middle of the gap between planks, 0 one and a half pixels away.
float gap(float distance_in_pixels) {
    return 1.0f - smooth_step(0.3f, 1.5f, std::abs(distance_in_pixels));
}

}  // namespace

EndRow end_row(float v, float length) {
    constexpr float kBlend = 0.04f;  // part of a band over which one section turns into the next
    const float at = fraction(v) * static_cast<float>(kCutSections);
    const float section = std::floor(at), within = 2.0f * (at - section);  // 0 to 2
    const float rise = within < 1.0f ? within : 2.0f - within;
    float x = section;
    if (within < kBlend) x -= 0.5f * (1.0f - within / kBlend);
    if (within > 2.0f - kBlend) x += 0.5f * (1.0f - (2.0f - within) / kBlend);
    return {x / static_cast<float>(kCutSections) * length, static_cast<float>(kCutBand) * (rise - 1.0f)};
}

Tile make_face(const Log& log) {
    Tile tile;
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const Point p{(static_cast<float>(x) + 0.5f) * kPixel * log.length(),
                          (static_cast<float>(y) + 0.5f) * kPixel * log.width(), 0};
            tile.at(x, y) = shaded(log.species(), log.darkness(p, log.at(p)) + log.fibre(p));
        }
    FaceBrush brush(log, tile);
    draw_pores(log, brush);
    draw_rays(log, brush);
    tile.settle(log.species().mean);
    return tile;
}

Tile make_ends(const Log& log) {
    constexpr float kPlainer =
        0.7f;  // rings show more across the grain: late wood is denser, and stays smooth
    const Species& s = log.species();
    Tile tile;
    for (int y = 0; y < kSize; ++y) {
        const float v = (static_cast<float>(y) + 0.5f) * kPixel;
        const EndRow row = end_row(v, log.length());
        for (int x = 0; x < kSize; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) * kPixel;
            const Point p{row.x, u * log.width(), row.z};
            const Place place = log.at(p);
            const float grain = 0.05f * tile_noise(u, v, 300, 300, s.seed + 50);
            tile.at(x, y) = shaded(
                s, log.darkness(p, place) + kPlainer * log.rings(place) + end_rays(log, place, row) + grain);
        }
    }
    constexpr float kDarker = 0.62f;  // of to_dark; end grain takes up more oil
    tile.settle(shaded(s, kDarker));
    return tile;
}

Tile make_plies(const Species& s) {
    constexpr int kFine = 8;  // samples down a pixel
    Tile tile;
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) * kPixel;
            float darkness = 0;
            for (int i = 0; i < kFine; ++i) {
                const float v = (static_cast<float>(y) + (static_cast<float>(i) + 0.5f) / kFine) * kPixel;
                const float at = std::min(v, 1.0f - v) * static_cast<float>(kPlies);
                const auto ply = static_cast<std::uint32_t>(at);
                const float glue = 0.5f - std::abs(fraction(at) - 0.5f) < 0.05f ? 0.9f : 0.0f;
                darkness += (ply % 2 ? 0.95f : 0.0f) + 0.35f * (unit_hash(ply, 0, s.seed) - 0.5f) + glue;
            }
            const float v = (static_cast<float>(y) + 0.5f) * kPixel;
            tile.at(x, y) = shaded(s, darkness / kFine + 0.10f * tile_noise(u, v, 24, kPlies, s.seed + 51));
        }
    tile.settle(shaded(s, 0.5f));
    return tile;
}

Tile make_floor(const Log& log) {
    const Species& s = log.species();
    const int height = kSize / static_cast<int>(s.strips.size());
    Tile tile;
    for (int y = 0; y < kSize; ++y) {
        const auto row = static_cast<std::uint32_t>(y / height);
        const int start = static_cast<int>(unit_hash(row, 7, s.seed) * static_cast<float>(kSize));
        const float beside = gap(static_cast<float>(std::min(y % height, height - y % height)));
        for (int x = 0; x < kSize; ++x) {
            const int along = (x - start) & (kSize - 1);
            const float end = gap(static_cast<float>(std::min(along, kSize - along)));
            const Point p{(static_cast<float>(along) + 0.5f) * kPixel * log.length(),
                          (static_cast<float>(y) + 0.5f) * kPixel * log.width(), 0};
            tile.at(x, y) =
                shaded(s, log.darkness(p, log.at(p)) + log.fibre(p) + 1.6f * std::max(beside, end));
        }
    }
    tile.settle(s.mean);
    return tile;
}

}  // namespace maatkast::textures
