#include "tools/scene/room.h"

#include <algorithm>
#include <array>

#include <glm/gtc/matrix_transform.hpp>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/room_sweep.h"
#include "model/build/whole.h"
#include "tools/scene/views.h"

namespace maatkast::scene {
namespace {

constexpr float kReach = 30;                                       // metres of wall and floor to each side
constexpr float kHigh = 12;                                        // metres of wall, above every picture
constexpr float kSkirtingHeight = 0.07F, kSkirtingDepth = 0.014F;  // metres, of one that nobody measured
constexpr float kSkirtingGap = 0.002F;
constexpr float kWallGap = 0.001F;  // so that no board lies in the plane of a wall
constexpr float kOpposite = 5.5F,
                kBefore = 2;       // metres to the wall that mirrors show, and at least before a cabinet
constexpr float kKneeGap = 0.04F;  // between a cabinet and the low wall beside it
constexpr float kBeside = 0.3F;    // of that wall beyond what stands beside the cabinet

float metres(Length length) {
    return static_cast<float>(length.metres());
}

void add_plane(std::vector<RoomBody>& room, Paint paint, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    RoomBody body{.paint = paint};
    add_quad(body.mesh, a, b, c);
    room.push_back(std::move(body));
}

/// A plane that leans, flat in a frame of its own: light is worked out on the sides of a mesh's box.
void add_leaning(std::vector<RoomBody>& room, Paint paint, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 along = glm::normalize(b - a), normal = glm::normalize(glm::cross(b - a, c - b));
    const glm::vec3 across = glm::cross(normal, along), last = c - a;
    RoomBody body{.paint = paint};
    body.at = glm::mat4(glm::vec4(along, 0), glm::vec4(across, 0), glm::vec4(normal, 0), glm::vec4(a, 1));
    add_quad(body.mesh, {0, 0, 0}, {glm::length(b - a), 0, 0},
             {glm::dot(last, along), glm::dot(last, across), 0});
    room.push_back(std::move(body));
}

/// Walls and floor; side walls that are not said to be near stand so far away that whoever looks along the
/// wall still sees a room.
void add_walls(std::vector<RoomBody>& room, std::optional<float> near_left, std::optional<float> near_right) {
    add_plane(room, Paint::plaster, {-kReach, 0, 0}, {kReach, 0, 0}, {kReach, kHigh, 0});
    const float left = near_left.value_or(-kReach), right = near_right.value_or(kReach);
    add_plane(room, near_left ? Paint::shaded_wall : Paint::far_wall, {left, 0, kReach}, {left, 0, 0},
              {left, kHigh, 0});
    add_plane(room, near_right ? Paint::plaster : Paint::far_wall, {right, 0, 0}, {right, 0, kReach},
              {right, kHigh, kReach});
    // U runs away from the wall, so the boards of the floor lead the eye to the cabinet.
    add_plane(room, Paint::floor, {-kReach, 0, 0}, {-kReach, 0, kReach}, {kReach, 0, kReach});
}

/// Builds the room of one design.
class RoomMaker {
  public:
    RoomMaker(const Book& book, const Design& design, const Build& build)
        : book_(book), design_(design), layout_(make_layout(book, design)), walls_(side_walls(design)) {
        const Box box = carcase_bounds(build);
        opposite_ = std::max(kOpposite, metres(box.most.z) + kBefore);
        left_ = metres(box.least.x) - kWallGap, right_ = metres(box.most.x) + kWallGap;
        if (low_end() == Slope::Side::left) left_ = std::min(left_ - kKneeGap, -beside(-1) - kBeside);
        if (low_end() == Slope::Side::right) right_ = std::max(right_ + kKneeGap, beside(1) + kBeside);
    }

    std::vector<RoomBody> make() {
        add_walls(bodies_, walls_.left ? std::optional(left_) : std::nullopt,
                  walls_.right ? std::optional(right_) : std::nullopt);
        // Seen in mirrors; who stands beyond it looks through its back.
        add_plane(bodies_, Paint::far_wall, {kReach, 0, opposite_}, {-kReach, 0, opposite_},
                  {-kReach, kHigh, opposite_});
        add_ceiling();
        add_skirting();
        for (const RoomObstacle& obstacle : design_.room.obstacles) add_obstacle(obstacle);
        return std::move(bodies_);
    }

  private:
    std::optional<Slope::Side> low_end() const;
    float beside(float side) const;
    glm::mat4 frame_of(std::size_t run) const { return glm::mat4(frame_matrix(layout_.runs[run].frame)); }
    /// x of the corner in the run that begins there.
    float corner_after(const CornerLayout& corner) const {
        return metres(layout_.uprights[corner.bay + 1].left + layout_.carcase_thickness - corner.right_leg);
    }
    /// The wall to the left faces away from the key light.
    Paint skirting_paint(std::size_t run) const {
        return static_cast<int>(run) < design_.main_run ? Paint::shaded_lacquer : Paint::lacquer;
    }
    void add_ceiling();
    void add_slope(const SlopeLine& line, float most);
    void add_flat(float height, float from_x, float to_x, float from_z);
    void add_skirting();
    void add_skirting(Paint paint, const glm::mat4& wall, float from, float to);
    void add_side_skirting(Side side, float from);
    void add_obstacle(const RoomObstacle& obstacle);

    const Book& book_;
    const Design& design_;
    Layout layout_;
    SideWalls walls_;
    float left_ = 0, right_ = 0;  ///< x of near side walls
    float opposite_ = 0;          ///< z of the wall behind whoever looks at the cabinet
    std::vector<RoomBody> bodies_;
};

/// The end at which a low wall stands although neither run nor filler says so.
std::optional<Slope::Side> RoomMaker::low_end() const {
    const auto& slope = design_.room.slope;
    if (!slope || slope->side == Slope::Side::back) return {};
    const bool left = slope->side == Slope::Side::left;
    const bool run =
        left ? design_.main_run > 0 : static_cast<std::size_t>(design_.main_run) + 1 < layout_.runs.size();
    if (run || against_wall(design_, left ? Side::left : Side::right)) return {};
    return slope->side;
}

/// How far what stands at the main wall reaches to one side.
float RoomMaker::beside(float side) const {
    const Length start =
        layout_.uprights[layout_.runs[static_cast<std::size_t>(design_.main_run)].bays.first].left;
    float reach = -kReach;
    for (const RoomObstacle& obstacle : design_.room.obstacles) {
        if (obstacle.run != design_.main_run) continue;
        const float from = metres(start + obstacle.x), to = from + metres(obstacle.width);
        reach = std::max({reach, side * from, side * to});
    }
    return reach;
}

void RoomMaker::add_ceiling() {
    const auto& flat = design_.room.ceiling;
    const auto line = ceiling_of(book_, design_, layout_);
    if (line)
        add_slope(*line, flat ? metres(*flat) : kHigh);
    else if (flat)
        add_flat(metres(*flat), -kReach, kReach, 0);
}

/// Up to a height of `most`, and flat from there on where the ceiling is known to be.
void RoomMaker::add_slope(const SlopeLine& line, float most) {
    const float low = static_cast<float>(line.low) / 1000, tangent = static_cast<float>(line.tangent);
    const float sign = static_cast<float>(line.sign), zero = metres(line.zero);
    const auto height = [&](float distance) { return low + tangent * distance; };
    const bool out = line.axis == Axis::z;
    const float begin = out && line.sign > 0 ? 0 : std::max(-kReach / 2, -low / tangent);
    const float end = std::clamp((most - low) / tangent, begin, kReach);
    const auto at = [&](float distance) { return zero + sign * distance; };
    const float a = line.sign > 0 ? begin : end, b = line.sign > 0 ? end : begin;
    // A steep one that rises towards the viewer is lit as a wall is.
    const float lit = out ? 0.8F * sign * tangent - 0.75F : 0.45F * -sign * tangent - 0.75F;
    const Paint paint = lit > 0 ? Paint::lit_ceiling : Paint::ceiling;
    // From the end that makes the plane face down.
    if (out)
        add_leaning(bodies_, paint, {-kReach, height(a), at(a)}, {kReach, height(a), at(a)},
                    {kReach, height(b), at(b)});
    else
        add_leaning(bodies_, paint, {at(a), height(a), 0}, {at(b), height(b), 0}, {at(b), height(b), kReach});
    if (!design_.room.ceiling) return;
    if (out)
        add_flat(most, -kReach, kReach, std::max(0.0F, line.sign > 0 ? at(end) : 0.0F));
    else
        add_flat(most, line.sign > 0 ? at(end) : -kReach, line.sign > 0 ? kReach : at(end), 0);
}

void RoomMaker::add_flat(float height, float from_x, float to_x, float from_z) {
    if (from_x >= to_x) return;
    add_plane(bodies_, Paint::ceiling, {from_x, height, from_z}, {to_x, height, from_z},
              {to_x, height, kReach});
}

/// A bar along x, standing on the floor against the wall; only the faces that can be seen.
RoomMesh skirting_bar(float from, float to, float top, float deep) {
    RoomMesh mesh;
    const float bevel = std::min({0.004F, top / 3, deep / 3});
    add_quad(mesh, {from, 0, deep}, {to, 0, deep}, {to, top - bevel, deep});
    add_quad(mesh, {from, top - bevel, deep}, {to, top - bevel, deep}, {to, top, deep - bevel});
    add_quad(mesh, {from, top, deep - bevel}, {to, top, deep - bevel}, {to, top, 0});
    add_quad(mesh, {from, 0, 0}, {from, 0, deep}, {from, top, 0});
    add_quad(mesh, {to, 0, deep}, {to, 0, 0}, {to, top, 0});
    return mesh;
}

void RoomMaker::add_skirting(Paint paint, const glm::mat4& wall, float from, float to) {
    const auto& known = design_.room.skirting;
    const float height = known ? metres(known->height) : kSkirtingHeight;
    const float depth = known ? metres(known->depth) : kSkirtingDepth;
    if (from < to) bodies_.push_back({skirting_bar(from, to, height, depth), paint, wall});
}

/// Along a near side wall: all of it, or what a cabinet so deep leaves.
void RoomMaker::add_side_skirting(Side side, float deep) {
    const bool left = side == Side::left;
    if (!(left ? walls_.left : walls_.right)) return;
    const float from = against_wall(design_, side) ? deep + kSkirtingGap : 0;
    const glm::mat4 wall = glm::translate(glm::mat4(1), {left ? left_ : right_, 0, 0}) *
                           glm::mat4(frame_matrix({{}, Angle::of_degrees(left ? 90 : -90), {}}));
    add_skirting(left ? Paint::shaded_lacquer : Paint::lacquer, wall, left ? -kReach : from,
                 left ? -from : kReach);
}

void RoomMaker::add_skirting() {
    const auto& known = design_.room.skirting;
    const bool low = known ? known->height <= layout_.base : metres(layout_.base) >= kSkirtingHeight;
    const bool on = low && (known || design_.base.kind != BaseKind::plinth);
    const float gap = on ? 0 : kSkirtingGap;
    const std::size_t last = layout_.runs.size() - 1, main = static_cast<std::size_t>(design_.main_run);
    const float start = metres(layout_.uprights.front().left - beside_end(book_, design_, Side::left));
    const UprightLayout& upright = layout_.uprights.back();
    const float end = metres(upright.left + (upright.exists ? layout_.carcase_thickness : Length{}) +
                             beside_end(book_, design_, Side::right));
    if (!against_wall(design_, Side::left))
        add_skirting(skirting_paint(0), frame_of(0), main == 0 && walls_.left ? left_ : -kReach, start - gap);
    if (!against_wall(design_, Side::right))
        add_skirting(Paint::lacquer, frame_of(last), end + gap,
                     main == last && walls_.right ? right_ : kReach);
    if (main == 0) add_side_skirting(Side::left, metres(design_.bays.front().depth));
    if (main == last) add_side_skirting(Side::right, metres(design_.bays.back().depth));
    for (std::size_t run = 0; on && run <= last; ++run) {
        const float from = run == 0 ? start : corner_after(layout_.corners[run - 1]);
        add_skirting(skirting_paint(run), frame_of(run), from,
                     run == last ? end : metres(layout_.corners[run].point));
    }
    for (std::size_t bay = 0; low && !on && bay < design_.bays.size(); ++bay) {  // seen between the plinths
        const BayLayout& at = layout_.bays[bay];
        if (design_.bays[bay].kneehole)
            add_skirting(skirting_paint(at.run), frame_of(at.run), metres(at.left), metres(at.right));
    }
}

void RoomMaker::add_obstacle(const RoomObstacle& obstacle) {
    const auto run = std::min(static_cast<std::size_t>(obstacle.run), layout_.runs.size() - 1);
    const Length start = layout_.uprights[layout_.runs[run].bays.first].left;
    const glm::vec3 corner{metres(start + obstacle.x), metres(obstacle.y), 0};
    for (RoomBody& body : bodies_of(obstacle)) {
        body.at = glm::translate(frame_of(run), corner);
        bodies_.push_back(std::move(body));
    }
}

render::Material plain(glm::vec3 color, float roughness, glm::vec3 emission = glm::vec3(0)) {
    render::Material material;
    material.base_color = color;
    material.roughness = roughness;
    material.emission = emission;
    return material;
}

render::Material floor_material(int texture) {
    render::Material floor = plain(texture < 0 ? glm::vec3(0.52F, 0.40F, 0.28F) : glm::vec3(1), 0.28F);
    floor.texture = texture;
    floor.texture_scale = {0.5F, 0.5F};
    floor.sees_scene = true;
    return floor;
}

render::Material material_of(Paint paint, int floor_texture) {
    switch (paint) {
        case Paint::plaster:
            return plain({0.80F, 0.775F, 0.735F}, 0.95F);
        // What the key light does not reach is lit by the rest of the room, of which there is nothing to see.
        case Paint::shaded_wall:
            return plain({0.80F, 0.775F, 0.735F}, 0.95F, {0.25F, 0.23F, 0.20F});
        // So far from the key light's care that they would be grey: they glow as the lit wall does.
        case Paint::far_wall:
            return plain(glm::vec3(0.02F), 1, {0.70F, 0.65F, 0.565F});
        case Paint::ceiling:
            return plain({0.84F, 0.83F, 0.81F}, 0.95F, {0.40F, 0.385F, 0.355F});
        case Paint::lit_ceiling:
            return plain({0.84F, 0.83F, 0.81F}, 0.95F, {0.15F, 0.14F, 0.125F});
        case Paint::floor:
            return floor_material(floor_texture);
        case Paint::lacquer:
            return plain({0.84F, 0.83F, 0.80F}, 0.5F);
        case Paint::shaded_lacquer:
            return plain({0.84F, 0.83F, 0.80F}, 0.5F, {0.27F, 0.255F, 0.23F});
        case Paint::linen:
            return plain({0.82F, 0.81F, 0.79F}, 0.95F);
        case Paint::blanket:
            return plain({0.52F, 0.53F, 0.53F}, 0.95F);
        case Paint::wood:
            return plain({0.56F, 0.53F, 0.49F}, 0.7F);
        case Paint::steel:
            return plain({0.55F, 0.55F, 0.54F}, 0.35F);
        case Paint::shade:
            return plain({0.30F, 0.30F, 0.29F}, 0.8F);
        case Paint::daylight:
            return plain({0.05F, 0.05F, 0.05F}, 0.2F, {0.78F, 0.82F, 0.85F});
    }
    std::unreachable();
}

}  // namespace

std::vector<RoomBody> make_room(const Book& book, const Design* design, const Build& build) {
    if (design) return RoomMaker(book, *design, build).make();
    std::vector<RoomBody> bare;
    add_walls(bare, {}, {});
    return bare;
}

void add_room(render::Scene& scene, const std::vector<RoomBody>& room, int floor_texture) {
    constexpr std::size_t kPaints = static_cast<std::size_t>(Paint::daylight) + 1;
    const auto first = static_cast<std::uint32_t>(scene.materials.size());
    for (std::size_t i = 0; i < kPaints; ++i)
        scene.materials.push_back(material_of(static_cast<Paint>(i), floor_texture));
    for (const RoomBody& body : room) {
        scene.meshes.push_back({body.mesh.key(), body.mesh.vertices, body.mesh.indices});
        scene.instances.push_back({static_cast<std::uint32_t>(scene.meshes.size() - 1),
                                   first + static_cast<std::uint32_t>(body.paint),
                                   body.at,
                                   {},
                                   {},
                                   body.role});
    }
}

}  // namespace maatkast::scene
