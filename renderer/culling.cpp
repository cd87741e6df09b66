#include "renderer/culling.h"

#include <algorithm>
#include <optional>

namespace maatkast::render {
namespace {

constexpr float kShapeless = 4.0f;     // pixels; what is smaller than that shows no more than its box does
constexpr float kEdgeless = 60.0f;     // pixels a metre up to which a board's broken edges are not seen
constexpr float kHiding = 3.0f;        // pixels along its longer side that a thing needs to hide others
constexpr float kHidingNarrow = 0.7f;  // and along the other

// Rounding must not hide a part behind its own surface: boxes come nearer by this share of their depth.
constexpr float kNearer = 1e-4f;

constexpr float kLarger = 1.001f;  // of boxes, so that rounding hides nothing at their silhouettes

std::array<glm::vec4, 8> corners(const ClipBox& box) {
    std::array<glm::vec4, 8> result;
    for (std::size_t i = 0; i < 8; ++i)
        result[i] = box.middle + (i & 1 ? box.half[0] : -box.half[0]) + (i & 2 ? box.half[1] : -box.half[1]) +
                    (i & 4 ? box.half[2] : -box.half[2]);
    return result;
}

// Where a box appears: from and to, in pixels, and the depth of its nearest corner (reversed: 1 is near).
struct Footprint {
    glm::vec2 min{0.0f}, max{0.0f};
    float nearest = 0.0f;
};

// Nothing for a box that comes too near to the eye to say.
std::optional<Footprint> footprint(const ClipBox& box, Size size) {
    Footprint place{glm::vec2(1e30f), glm::vec2(-1e30f), 0.0f};
    for (const glm::vec4& p : corners(box)) {
        if (p.w < kNearPlane) return std::nullopt;
        const glm::vec3 ndc = glm::vec3(p) / p.w;
        place.min = glm::min(place.min, glm::vec2(ndc));
        place.max = glm::max(place.max, glm::vec2(ndc));
        place.nearest = std::max(place.nearest, ndc.z);
    }
    const glm::vec2 half = 0.5f * glm::vec2(size.width, size.height);
    place.min = (place.min + 1.0f) * half;
    place.max = (place.max + 1.0f) * half;
    return place;
}

constexpr std::uint32_t kTile = 8;  // pixels
constexpr std::size_t kSamples = 4;

// Where the samples of a pixel are: standardSampleLocations of Vulkan's limits.
constexpr std::array<glm::vec2, kSamples> kSamplePlaces{
    {{0.375f, 0.125f}, {0.875f, 0.375f}, {0.125f, 0.625f}, {0.625f, 0.875f}}};

// Of planes, each given by three numbers: reversed depth = x × first + y × second + third, in pixels.
struct BoxPlanes {
    std::array<glm::vec3, 6> planes{};
    std::size_t towards_eye = 0;  // they come first
};

// The depth of a plane is linear in the picture: its points in clip space without z are N·P = N·Q for a point
// Q on it and its normal N, so that 1 / w = N·(x, y, 1) / N·Q.
BoxPlanes planes_of(const ClipBox& box, Size size) {
    const auto flat = [](const glm::vec4& v) { return glm::vec3(v.x, v.y, v.w); };
    BoxPlanes result;
    std::array<glm::vec3, 6> away;
    std::size_t others = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const glm::vec3 normal = glm::cross(flat(box.half[(axis + 1) % 3]), flat(box.half[(axis + 2) % 3]));
        for (const float side : {-1.0f, 1.0f}) {
            const glm::vec3 out = side * flat(box.half[axis]);
            const float at = glm::dot(normal, flat(box.middle) + out);
            const bool front = at * glm::dot(normal, out) < 0.0f;
            const float scale = kNearPlane * (1.0f + kNearer) / at;
            const glm::vec3 plane{2.0f * scale * normal.x / static_cast<float>(size.width),
                                  2.0f * scale * normal.y / static_cast<float>(size.height),
                                  scale * (normal.z - normal.x - normal.y)};
            (front ? result.planes[result.towards_eye++] : away[others++]) = plane;
        }
    }
    std::copy_n(away.begin(), others,
                result.planes.begin() + static_cast<std::ptrdiff_t>(result.towards_eye));
    return result;
}

// Whether a line of sight meets the box, and before what it meets now: it enters where it has passed all
// planes that face it, and leaves at the first of the others.
bool before(const BoxPlanes& box, const glm::vec2& at, float depth) {
    float enters = 1e30f, leaves = -1e30f;
    for (std::size_t i = 0; i < box.planes.size(); ++i) {
        const float here = box.planes[i].x * at.x + box.planes[i].y * at.y + box.planes[i].z;
        (i < box.towards_eye ? enters : leaves) =
            i < box.towards_eye ? std::min(enters, here) : std::max(leaves, here);
    }
    return enters >= leaves && enters >= depth;
}

bool hides_within(const float* depth, std::uint32_t width, const BoxPlanes& box, const glm::uvec2& from,
                  const glm::uvec2& end) {
    for (std::uint32_t y = from.y; y < end.y; ++y)
        for (std::uint32_t x = from.x; x < end.x; ++x) {
            const float* sample = depth + kSamples * (std::size_t{y} * width + x);
            for (std::size_t i = 0; i < kSamples; ++i)
                if (before(box, glm::vec2(x, y) + kSamplePlaces[i], sample[i])) return false;
        }
    return true;
}

}  // namespace

ClipBox clip_box(const View& view, const PlacedInstance& placed) {
    const glm::mat4 to_clip = view.view_projection * placed.transform;
    const glm::vec3 half = 0.5f * (placed.box.max - placed.box.min);
    return {to_clip * glm::vec4(0.5f * (placed.box.min + placed.box.max), 1.0f),
            {half.x * to_clip[0], half.y * to_clip[1], half.z * to_clip[2]}};
}

bool out_of_view(const ClipBox& box) {
    unsigned outside = 0b11111;
    for (const glm::vec4& p : corners(box))
        outside &= (p.x < -p.w ? 1u : 0u) | (p.x > p.w ? 2u : 0u) | (p.y < -p.w ? 4u : 0u) |
                   (p.y > p.w ? 8u : 0u) | (p.z > p.w ? 16u : 0u);
    return outside != 0;
}

DepthSamples::DepthSamples(std::vector<float> depth, Size size)
    : size_(size),
      tiles_{(size.width + kTile - 1) / kTile, (size.height + kTile - 1) / kTile},
      depth_(std::move(depth)),
      farthest_(std::size_t{tiles_.width} * tiles_.height, 1.0f) {
    const float* sample = depth_.data();
    for (std::uint32_t y = 0; y < size.height; ++y) {
        float* row = farthest_.data() + std::size_t{y / kTile} * tiles_.width;
        for (std::uint32_t x = 0; x < size.width; ++x, sample += kSamples)
            row[x / kTile] = std::min({row[x / kTile], sample[0], sample[1], sample[2], sample[3]});
    }
}

bool DepthSamples::hides(const ClipBox& box) const {
    ClipBox larger = box;
    for (glm::vec4& half : larger.half) half *= kLarger;
    const std::optional<Footprint> place = footprint(larger, size_);
    if (!place) return false;
    const glm::vec2 last = glm::vec2(size_.width, size_.height) - 1.0f;
    const glm::uvec2 from{glm::clamp(place->min, glm::vec2(0.0f), last)};
    const glm::uvec2 to{glm::clamp(place->max, glm::vec2(0.0f), last)};
    const BoxPlanes planes = planes_of(larger, size_);
    for (std::uint32_t ty = from.y / kTile; ty <= to.y / kTile; ++ty)
        for (std::uint32_t tx = from.x / kTile; tx <= to.x / kTile; ++tx) {
            if (place->nearest * (1.0f + kNearer) < farthest_[std::size_t{ty} * tiles_.width + tx]) continue;
            const glm::uvec2 first = glm::max(from, kTile * glm::uvec2(tx, ty));
            const glm::uvec2 end = glm::min(to + 1u, kTile * glm::uvec2(tx + 1, ty + 1));
            if (!hides_within(depth_.data(), size_.width, planes, first, end)) return false;
        }
    return true;
}

Culling::Culling(const SceneStore& store, const View& view, float smallest)
    : store_(store), view_(view), smallest_(smallest) {
    sights_.reserve(store.placed().size());
    for (const Draw& draw : store.draws())
        for (std::uint32_t i = 0; i < draw.instance_count; ++i)
            sights_.push_back(look(draw, store.placed()[draw.first_instance + i]));
}

Culling::Sight Culling::look(const Draw& draw, const PlacedInstance& placed) const {
    const ClipBox box = clip_box(view_, placed);
    if (out_of_view(box)) return {};
    const bool plain = draw.mesh->plain();
    const std::optional<Footprint> place = footprint(box, view_.size);
    if (!place) return {true, false, plain && !draw.blended};
    const glm::vec2 extent = place->max - place->min;
    const float longer = std::max(extent.x, extent.y), shorter = std::min(extent.x, extent.y);
    const glm::vec3 size = placed.box.max - placed.box.min;
    const bool coarse = longer < (plain ? kEdgeless * std::max({size.x, size.y, size.z}) : kShapeless);
    return {longer >= smallest_, coarse && draw.mesh->first_box_index > 0,
            plain && !draw.blended && longer > kHiding && shorter > kHidingNarrow};
}

// Neighbours that are drawn alike stay together.
template <class Wanted>
std::vector<Draw> Culling::draws(const Wanted& wanted) const {
    std::vector<Draw> kept;
    for (const Draw& draw : store_.draws()) {
        bool run = false;
        for (std::uint32_t i = draw.first_instance; i < draw.first_instance + draw.instance_count; ++i) {
            const bool keep = sights_[i].seen && wanted(i);
            const bool as_box = sights_[i].as_box;
            if (keep && (!run || kept.back().as_box != as_box)) {
                kept.push_back(draw);
                kept.back().first_instance = i;
                kept.back().instance_count = 0;
                kept.back().as_box = as_box;
            }
            if (keep) ++kept.back().instance_count;
            run = keep;
        }
    }
    return kept;
}

std::vector<Draw> Culling::in_view() const {
    return draws([](std::uint32_t) { return true; });
}

std::vector<Draw> Culling::occluders() const {
    return draws([&](std::uint32_t i) { return sights_[i].occludes; });
}

std::vector<Draw> Culling::visible(const DepthSamples& depth) const {
    return draws([&](std::uint32_t i) { return !depth.hides(clip_box(view_, store_.placed()[i])); });
}

}  // namespace maatkast::render
