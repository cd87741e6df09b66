#include "tools/scene/figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

#include "model/build/clash.h"
#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/room_sweep.h"
#include "model/build/whole.h"
#include "tools/scene/bodies.h"
#include "tools/scene/surface_net.h"

namespace maatkast::scene {
namespace {

constexpr float kDrawn = 1.75F;  // metres: the height that the figure below is drawn at
constexpr float kStep = 0.016F;
constexpr float kSeam = 0.045F;  // metres over which limbs run into each other

/// A cone with round ends; `flat` presses it in z, towards the plane of its middle. One that goes on from the
/// one before it is not blended with it, which would make a knot of every joint.
struct Limb {
    glm::vec3 from, to;
    float r0, r1, flat;
    bool goes_on = false;
};

// Proportions of a grown person of seven and a half heads in plain clothes; the weight on one leg.
constexpr std::array<Limb, 22> kLimbs{{
    // shoulders, chest, waist, hem of the jacket
    {{-0.135F, 1.402F, -0.014F}, {0.139F, 1.410F, -0.014F}, 0.066F, 0.066F, 1.0F},
    {{0.002F, 1.330F, -0.004F}, {0.006F, 1.140F, 0.000F}, 0.176F, 0.160F, 1.62F},
    {{0.006F, 1.140F, 0.000F}, {0.010F, 0.900F, -0.004F}, 0.160F, 0.182F, 1.58F},
    // neck and what falls from it to the shoulders
    {{0.002F, 1.440F, -0.012F}, {0.002F, 1.550F, 0.006F}, 0.056F, 0.049F, 1},
    {{0.002F, 1.455F, -0.020F}, {-0.100F, 1.425F, -0.016F}, 0.045F, 0.045F, 1},
    {{0.002F, 1.455F, -0.020F}, {0.104F, 1.432F, -0.016F}, 0.045F, 0.045F, 1},
    // skull, chin
    {{0.002F, 1.662F, -0.004F}, {0.002F, 1.664F, 0.016F}, 0.084F, 0.081F, 1.0F},
    {{0.002F, 1.588F, 0.032F}, {0.002F, 1.625F, 0.022F}, 0.050F, 0.066F, 1.0F},
    // left and right sleeve, hand
    {{-0.186F, 1.385F, -0.014F}, {-0.226F, 1.130F, -0.030F}, 0.062F, 0.052F, 1},
    {{-0.226F, 1.130F, -0.030F}, {-0.236F, 0.905F, 0.010F}, 0.052F, 0.041F, 1, true},
    {{-0.237F, 0.870F, 0.016F}, {-0.234F, 0.780F, 0.034F}, 0.031F, 0.028F, 1},
    {{0.190F, 1.393F, -0.014F}, {0.232F, 1.140F, -0.032F}, 0.062F, 0.052F, 1},
    {{0.232F, 1.140F, -0.032F}, {0.246F, 0.915F, 0.006F}, 0.052F, 0.041F, 1, true},
    {{0.247F, 0.880F, 0.012F}, {0.245F, 0.790F, 0.030F}, 0.031F, 0.028F, 1},
    // the trouser leg that carries, its shoe
    {{-0.082F, 0.880F, -0.004F}, {-0.086F, 0.480F, 0.002F}, 0.100F, 0.080F, 1},
    {{-0.086F, 0.480F, 0.002F}, {-0.090F, 0.085F, -0.018F}, 0.080F, 0.066F, 1, true},
    {{-0.092F, 0.045F, -0.045F}, {-0.104F, 0.030F, 0.125F}, 0.046F, 0.036F, 1},
    // the one at ease
    {{0.098F, 0.875F, -0.002F}, {0.124F, 0.480F, 0.024F}, 0.100F, 0.080F, 1},
    {{0.124F, 0.480F, 0.024F}, {0.142F, 0.085F, 0.000F}, 0.080F, 0.066F, 1, true},
    {{0.144F, 0.045F, -0.026F}, {0.180F, 0.030F, 0.138F}, 0.046F, 0.036F, 1},
    // the seat
    {{-0.070F, 0.930F, -0.030F}, {-0.076F, 0.870F, -0.026F}, 0.092F, 0.092F, 1},
    {{0.086F, 0.925F, -0.030F}, {0.092F, 0.865F, -0.024F}, 0.092F, 0.092F, 1},
}};

/// Never more than the distance to the limb: what is pressed flat is measured by its narrow side.
float distance_to(const Limb& limb, const glm::vec3& point) {
    const float middle = (limb.from.z + limb.to.z) / 2;
    glm::vec3 p = point;
    p.z = middle + (p.z - middle) * limb.flat;
    const glm::vec3 way = limb.to - limb.from;
    const float share = std::clamp(glm::dot(p - limb.from, way) / glm::dot(way, way), 0.0F, 1.0F);
    const float d = glm::length(p - limb.from - way * share) - (limb.r0 + (limb.r1 - limb.r0) * share);
    return d / std::max(1.0F, limb.flat);
}

/// Quilez's polynomial smooth minimum: rounds the seam of two solids over about `k` metres.
float blended(float a, float b, float k) {
    const float h = std::max(k - std::abs(a - b), 0.0F) / k;
    return std::min(a, b) - h * h * k / 4;
}

float distance_to_figure(const glm::vec3& point) {
    float d = 1e9F, chain = 1e9F;
    for (const Limb& limb : kLimbs) {
        const float own = distance_to(limb, point);
        if (!limb.goes_on) d = blended(d, chain, kSeam);
        chain = limb.goes_on ? std::min(chain, own) : own;
    }
    d = blended(d, chain, kSeam);
    return std::max(d, -point.y);  // soles are flat
}

constexpr double kBeside = 0.06;     // metres of air round the figure
constexpr double kHalfWidth = 0.28;  // whichever way it is turned
constexpr double kFromWall = 0.34;   // least of its middle before the wall
constexpr double kBeforeFront = 0.04;

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

Bounds world_box(const Build& build, const Part& part, std::span<const double> open) {
    const glm::dmat4 matrix = part_matrix(build, part, open);
    const glm::dvec3 least = metres(part.origin), most = metres(part.origin + part.size);
    Bounds box;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::dvec3 at(corner & 1 ? most.x : least.x, corner & 2 ? most.y : least.y,
                            corner & 4 ? most.z : least.z);
        const glm::dvec3 point(matrix * glm::dvec4(at, 1));
        box.take_in({point, point});
    }
    return box;
}

/// Looks for a place beside one cabinet.
class Placer {
  public:
    Placer(const Book& book, const Design& design, const Build& build, double height)
        : book_(book), design_(design), build_(build), layout_(make_layout(book, design)), height_(height) {
        slope_ = ceiling_of(book, design, layout_);
        for (const Part& part : build.parts) closed_.push_back(world_box(build, part, {}));
        for (const double share : {0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0}) add_open(share);
    }

    /// Ends of the main wall come first: whoever stands round a corner stands before what is behind him.
    std::optional<glm::dmat4> place() const {
        std::array sides{Side::right, Side::left};
        if (static_cast<std::size_t>(design_.main_run) + 1 < layout_.runs.size()) std::ranges::reverse(sides);
        for (const bool opened : {true, false})
            for (const Side side : sides)
                for (const double forward : {0.0, 0.35})  // out from under a ceiling that slopes to the wall
                    for (const double beside : {0.40, 0.50, 0.62, 0.75, 0.9, 1.1, 1.35, 1.6}) {
                        const auto at = standing(side, beside, forward);
                        if (at && is_free(*at, opened)) return at;
                    }
        return {};
    }

  private:
    void add_open(double share);
    std::optional<glm::dmat4> standing(Side side, double beside, double forward) const;
    bool is_free(const glm::dmat4& at, bool opened) const;
    bool under_ceiling(const Bounds& box) const;

    const Book& book_;
    const Design& design_;
    const Build& build_;
    Layout layout_;
    double height_;
    std::optional<SlopeLine> slope_;
    std::vector<Bounds> closed_, open_;
};

void Placer::add_open(double share) {
    const std::vector<double> open(build_.openers.size(), share);
    for (const Part& part : build_.parts)
        if (part.opener >= 0) open_.push_back(world_box(build_, part, open));
}

/// Turned a little to the cabinet. At an end where a wall stands there is no place beside it.
std::optional<glm::dmat4> Placer::standing(Side side, double beside, double forward) const {
    const bool left = side == Side::left;
    if (against_wall(design_, side)) return {};
    const std::size_t run = left ? 0 : layout_.runs.size() - 1;
    const auto& slope = design_.room.slope;
    const bool low = slope && slope->side == (left ? Slope::Side::left : Slope::Side::right);
    if (low && run == static_cast<std::size_t>(design_.main_run)) return {};
    const UprightLayout& last = left ? layout_.uprights.front() : layout_.uprights.back();
    const Length end = left ? last.left - beside_end(book_, design_, side)
                            : last.left + (last.exists ? layout_.carcase_thickness : Length{}) +
                                  beside_end(book_, design_, side);
    const double x = end.metres() + (left ? -beside : beside);
    // At the front's corner, where the key light comes past open doors; round a corner out of the way.
    const Bay& bay = left ? design_.bays.front() : design_.bays.back();
    const double front = bay.depth.metres() + kBeforeFront;
    const bool main = run == static_cast<std::size_t>(design_.main_run);
    const glm::dmat4 at = glm::translate(frame_matrix(layout_.runs[run].frame),
                                         {x, 0, (main ? std::max(kFromWall, front) : kFromWall) + forward});
    return glm::rotate(at, glm::radians(left ? 24.0 : -24.0), {0, 1, 0});
}

bool Placer::under_ceiling(const Bounds& box) const {
    if (design_.room.ceiling && design_.room.ceiling->metres() < height_ + kBeside) return false;
    if (!slope_) return true;
    for (const glm::dvec3& at : {box.least, box.most}) {
        const double along = slope_->axis == Axis::x ? at.x : at.z;
        if (slope_->height(Length::nearest_mm(along * 1000)) < (height_ + kBeside) * 1000) return false;
    }
    return true;
}

bool Placer::is_free(const glm::dmat4& at, bool opened) const {
    const glm::dvec3 middle(at[3]), half{kHalfWidth, 0, kHalfWidth};
    const Bounds box{middle - half - kBeside,
                     middle + half + glm::dvec3(kBeside, height_ + kBeside, kBeside)};
    const auto meets = [&](const Bounds& other) { return meet(other, box, 0); };
    if (std::ranges::any_of(closed_, meets) || (opened && std::ranges::any_of(open_, meets))) return false;
    if (!under_ceiling(box)) return false;
    return std::ranges::none_of(design_.room.obstacles, [&](const RoomObstacle& obstacle) {
        return meets(obstacle_piece(layout_, obstacle).box);
    });
}

}  // namespace

RoomMesh make_figure(int centimetres) {
    const render::Bounds around{{-0.38F, -0.05F, -0.26F}, {0.38F, 1.84F, 0.26F}};
    RoomMesh mesh = surface_net(distance_to_figure, around, kStep, {0, 0});
    const render::Bounds box = bounds_of(mesh);
    const float height = static_cast<float>(centimetres) / 100, wide = height / kDrawn,
                tall = height / (box.max.y - box.min.y);
    for (render::Vertex& vertex : mesh.vertices) {
        const glm::vec3& p = vertex.position;
        vertex.position = {p.x * wide, (p.y - box.min.y) * tall, p.z * wide};
    }
    return mesh;
}

std::optional<glm::mat4> place_figure(const Book& book, const Design& design, const Build& build,
                                      int centimetres) {
    const auto at = Placer(book, design, build, centimetres / 100.0).place();
    return at ? std::optional(glm::mat4(*at)) : std::nullopt;
}

render::Bounds add_figure(render::Scene& scene, const RoomMesh& figure, const glm::mat4& at) {
    render::Material matt;
    // Half of its light is its own: quiet as cut from card, however its sides are lit.
    matt.base_color = {0.28F, 0.27F, 0.255F};
    matt.emission = {0.26F, 0.25F, 0.23F};
    matt.roughness = 1;
    scene.materials.push_back(matt);
    scene.meshes.push_back({figure.key(), figure.vertices, figure.indices});
    scene.instances.push_back({static_cast<std::uint32_t>(scene.meshes.size() - 1),
                               static_cast<std::uint32_t>(scene.materials.size() - 1),
                               at,
                               {},
                               {},
                               render::Role::object});
    return render::transformed(bounds_of(figure), at);
}

}  // namespace maatkast::scene
