#include "tools/scene/room_bodies.h"

#include <algorithm>
#include <utility>

namespace maatkast::scene {
namespace {

constexpr int kSharp = 1, kSoft = 4;  // facets of a rounded edge

/// Collects the boxes of one obstacle.
struct Maker {
    glm::vec3 size;
    std::vector<RoomBody> bodies;

    void box(Paint paint, glm::vec3 least, glm::vec3 most, float radius = 0.003F, int steps = kSharp) {
        if (glm::any(glm::lessThanEqual(most, least))) return;
        bodies.push_back(
            {rounded_box({least, most}, radius, steps), paint, glm::mat4(1), render::Role::object});
    }
    /// Makes one body with the one before it.
    void join(glm::vec3 least, glm::vec3 most, float radius = 0.003F, int steps = kSharp) {
        if (bodies.empty() || glm::any(glm::lessThanEqual(most, least))) return;
        append(bodies.back().mesh, rounded_box({least, most}, radius, steps));
    }
    /// Four bars round a rectangle in the plane of the wall.
    void frame(Paint paint, glm::vec2 least, glm::vec2 most, float bar, float deep) {
        if (most.x - least.x <= 2 * bar || most.y - least.y <= 2 * bar) return;
        box(paint, {least.x, least.y, 0}, {least.x + bar, most.y, deep});
        join({most.x - bar, least.y, 0}, {most.x, most.y, deep});
        join({least.x + bar, most.y - bar, 0}, {most.x - bar, most.y, deep});
        join({least.x + bar, least.y, 0}, {most.x - bar, least.y + bar, deep});
    }
};

/// A frame with one light, or two where it is wide, over a sill that reaches as far as the obstacle.
void make_window(Maker& m) {
    const float sill = std::min(0.025F, m.size.y / 4), bar = std::min({0.06F, m.size.x / 6, m.size.y / 6});
    const float deep = std::min(0.04F, m.size.z), pane = deep * 0.3F;
    m.box(Paint::lacquer, {0, 0, 0}, {m.size.x, sill, m.size.z}, 0.005F);
    m.frame(Paint::lacquer, {0, sill}, {m.size.x, m.size.y}, bar, deep);
    const int lights = m.size.x > 0.9F ? 2 : 1;
    const float width = (m.size.x - 2 * bar) / static_cast<float>(lights);
    for (int i = 0; i < lights; ++i) {
        const float left = bar + width * static_cast<float>(i);
        m.frame(Paint::lacquer, {left, sill + bar}, {left + width, m.size.y - bar}, bar * 0.7F, deep * 0.75F);
    }
    m.box(Paint::daylight, {bar, sill + bar, 0}, {m.size.x - bar, m.size.y - bar, pane});
}

/// A leaf with two panels in its casing, and a handle at the height of a hand.
void make_door(Maker& m) {
    const float casing = std::min(0.07F, m.size.x / 8), deep = std::min(0.03F, m.size.z);
    m.box(Paint::lacquer, {0, 0, 0}, {casing, m.size.y, deep});
    m.box(Paint::lacquer, {m.size.x - casing, 0, 0}, {m.size.x, m.size.y, deep});
    m.box(Paint::lacquer, {casing, m.size.y - casing, 0}, {m.size.x - casing, m.size.y, deep});
    const float gap = 0.004F, left = casing + gap, right = m.size.x - casing - gap,
                top = m.size.y - casing - gap;
    m.box(Paint::shade, {casing, 0, 0}, {m.size.x - casing, m.size.y - casing, deep * 0.3F});
    m.box(Paint::lacquer, {left, 0.006F, 0}, {right, top, deep * 0.65F});
    const float stile = (right - left) * 0.16F, lock = std::min(1.0F, m.size.y * 0.45F);
    m.frame(Paint::lacquer, {left + stile, stile}, {right - stile, lock - stile / 2}, 0.018F, deep * 0.85F);
    m.frame(Paint::lacquer, {left + stile, lock + stile / 2}, {right - stile, top - stile}, 0.018F,
            deep * 0.85F);
    const float hand = right - stile / 2;
    m.box(Paint::steel, {hand - 0.02F, lock - 0.09F, 0}, {hand + 0.02F, lock + 0.09F, deep * 0.85F});
    m.box(Paint::steel, {hand - 0.12F, lock + 0.02F, deep}, {hand + 0.01F, lock + 0.04F, deep + 0.03F},
          0.008F, kSoft);
}

/// A plate with the dark of its opening.
void make_socket(Maker& m) {
    const float deep = std::min(0.011F, m.size.z), edge = std::min(m.size.x, m.size.y) * 0.22F;
    const glm::vec2 middle{m.size.x / 2, m.size.y / 2};
    m.box(Paint::lacquer, {0, 0, 0}, {m.size.x, m.size.y, deep}, 0.004F, kSoft);
    m.box(Paint::shade, {edge, edge, 0}, {m.size.x - edge, m.size.y - edge, deep + 0.001F}, 0.015F, kSoft);
    for (const float side : {-1.0F, 1.0F}) {
        const glm::vec3 pin{middle.x + side * m.size.x * 0.12F, middle.y, deep};
        m.box(Paint::steel, pin - glm::vec3(0.003F, 0.003F, 0), pin + glm::vec3(0.003F, 0.003F, 0.002F));
    }
}

/// A panel radiator: flutes on its face, a cover, a valve and two pipes to the floor, which is at `floor`.
void make_radiator(Maker& m, float floor) {
    const float back = m.size.z * 0.25F, face = m.size.z - 0.008F;
    m.box(Paint::lacquer, {0, 0, back}, {m.size.x, m.size.y, face}, 0.008F, kSoft);
    const int flutes = std::max(1, static_cast<int>(m.size.x / 0.05F));
    const float pitch = m.size.x / static_cast<float>(flutes);
    for (int i = 0; i < flutes; ++i) {
        const float left = pitch * (static_cast<float>(i) + 0.18F);
        m.join({left, 0.04F, back}, {left + pitch * 0.64F, m.size.y - 0.05F, m.size.z}, 0.007F, kSoft);
    }
    m.box(Paint::shade, {0.01F, m.size.y - 0.01F, back + 0.01F},
          {m.size.x - 0.01F, m.size.y + 0.001F, face - 0.01F});
    const float pipe = 0.008F, at = m.size.x - 0.06F, middle = (back + face) / 2;
    for (const float x : {at, at - 0.05F})
        m.box(Paint::lacquer, {x - pipe, -floor, middle - pipe}, {x + pipe, 0.01F, middle + pipe}, pipe,
              kSoft);
    m.box(Paint::lacquer, {m.size.x, m.size.y - 0.09F, middle - 0.02F},
          {m.size.x + 0.07F, m.size.y - 0.05F, middle + 0.02F}, 0.019F, kSoft);
}

/// Head against the wall: a frame, a mattress, a blanket turned back, one pillow or two.
void make_bed(Maker& m) {
    const auto [w, h, d] = std::tuple(m.size.x, m.size.y, m.size.z);
    const float rail = h * 0.55F, lain = h * 0.84F, board = 0.04F;
    m.box(Paint::wood, {0, 0, 0}, {w, h, board}, 0.006F, kSoft);
    m.box(Paint::wood, {0, h * 0.2F, board}, {w, rail, d}, 0.01F, kSoft);
    for (const float x : {0.06F, w - 0.12F})
        m.box(Paint::wood, {x, 0, d - 0.14F}, {x + 0.06F, h * 0.2F, d - 0.08F}, 0.004F);
    m.box(Paint::linen, {0.03F, rail - 0.02F, board}, {w - 0.03F, lain, d - 0.03F}, 0.05F, kSoft);
    m.box(Paint::blanket, {0.005F, rail * 0.8F, d * 0.36F}, {w - 0.005F, lain + 0.07F * h, d - 0.005F}, 0.05F,
          kSoft);
    m.box(Paint::linen, {0.004F, rail * 0.85F, d * 0.30F}, {w - 0.004F, lain + 0.09F * h, d * 0.37F}, 0.03F,
          kSoft);
    const int pillows = w > 1.2F ? 2 : 1;
    const float each = w / static_cast<float>(pillows);
    for (int i = 0; i < pillows; ++i) {
        const float left = each * static_cast<float>(i);
        m.box(Paint::linen, {left + 0.08F, lain - 0.02F, board + 0.03F}, {left + each - 0.08F, h, d * 0.27F},
              0.06F, kSoft);
    }
}

}  // namespace

std::vector<RoomBody> bodies_of(const RoomObstacle& obstacle) {
    const auto metres = [](Length length) { return static_cast<float>(length.metres()); };
    Maker maker{{metres(obstacle.width), metres(obstacle.height), metres(obstacle.depth)}, {}};
    switch (obstacle.kind) {
        case RoomObstacle::Kind::window:
            make_window(maker);
            break;
        case RoomObstacle::Kind::door:
            make_door(maker);
            break;
        case RoomObstacle::Kind::socket:
            make_socket(maker);
            break;
        case RoomObstacle::Kind::radiator:
            make_radiator(maker, metres(obstacle.y));
            break;
        case RoomObstacle::Kind::bed:
            make_bed(maker);
            break;
    }
    return std::move(maker.bodies);
}

}  // namespace maatkast::scene
