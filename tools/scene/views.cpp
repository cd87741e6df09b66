#include "tools/scene/views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/base/json.h"
#include "model/build/whole.h"
#include "model/design/runs.h"

namespace maatkast::scene {
namespace {

constexpr float kEyeHeight = 1.5F;  // metres

// A corner at the right, at the height of a hand: handles, edges and grain at close range.
render::Bounds detail_box(const render::Bounds& cabinet) {
    const glm::vec3 size = cabinet.max - cabinet.min;
    const float height = std::min(cabinet.min.y + size.y * 0.62F, 1.35F);
    const float half = std::clamp(std::max(size.x, size.y) * 0.2F, 0.25F, 0.6F);
    const glm::vec3 middle{cabinet.max.x - half, height, cabinet.max.z - 0.1F};
    return {middle - glm::vec3(half, half * 0.8F, 0.1F), middle + glm::vec3(half, half * 0.8F, 0.1F)};
}

// How far a camera stands that sees the box's larger side: enough to know how much to look down or aside.
float distance_to(const render::Bounds& box) {
    const glm::vec3 size = box.max - box.min;
    return 2.1F * std::max({size.x * 0.7F, size.y, 0.5F});
}

float elevation_to_eye(const render::Bounds& box) {
    const float rise = kEyeHeight - (box.min.y + box.max.y) / 2;
    return std::clamp(glm::degrees(std::atan2(rise, distance_to(box))), 0.0F, 14.0F);
}

// Between two walls the eye stays between them.
float furthest_aside(const render::Bounds& box, SideWalls walls) {
    if (!walls.left || !walls.right) return 90;
    return glm::degrees(std::asin(std::min(1.0F, (box.max.x - box.min.x) * 0.35F / distance_to(box))));
}

glm::vec3 read_point(const JsonReader& node) {
    glm::vec3 point{0};
    if (node.size() != 3) {
        node.note("problem.camera.point");
        return point;
    }
    for (int i = 0; i < 3; ++i)
        point[i] = static_cast<float>(node[static_cast<std::size_t>(i)].number(-1e4, 1e4));
    return point;
}

Json point(const glm::vec3& at) {
    return Json::array({at.x, at.y, at.z});
}

}  // namespace

std::optional<StandardView> view_of(std::string_view name) {
    constexpr std::array names{
        std::pair{"front", StandardView::front}, std::pair{"three-quarter", StandardView::three_quarter},
        std::pair{"side", StandardView::side}, std::pair{"inside", StandardView::inside},
        std::pair{"detail", StandardView::detail}};
    for (const auto& [known, view] : names)
        if (name == known) return view;
    return {};
}

SideWalls side_walls(const Design& design) {
    const int last = static_cast<int>(runs_of(design).size()) - 1;
    const auto low = [&](Slope::Side side) { return design.room.slope && design.room.slope->side == side; };
    return {design.main_run > 0 || against_wall(design, Side::left) || low(Slope::Side::left),
            design.main_run < last || against_wall(design, Side::right) || low(Slope::Side::right)};
}

Sight sight(StandardView view, const render::Bounds& cabinet, SideWalls walls) {
    const float level = elevation_to_eye(cabinet);
    const float towards = walls.left && walls.right ? 0.3F : walls.right ? -1.0F : 1.0F;
    const float most = furthest_aside(cabinet, walls);
    const auto aside = [&](float azimuth) { return std::clamp(azimuth * towards, -most, most); };
    switch (view) {
        case StandardView::front:
            return {0, level, cabinet, 0.16F, false};
        case StandardView::three_quarter:
            return {aside(29), level + 2, cabinet, 0.16F, false};
        case StandardView::side:
            return {aside(68), level, cabinet, 0.16F, false};
        case StandardView::inside:
            return {aside(10), level + 1, cabinet, 0.06F, true};
        case StandardView::detail:
            return {aside(34), 7, detail_box(cabinet), 0.0F, false};
    }
    std::unreachable();
}

render::Camera standard_camera(StandardView view, const render::Bounds& cabinet, render::Size size,
                               float fov_y_degrees, SideWalls walls) {
    const Sight at = sight(view, cabinet, walls);
    const float azimuth = glm::radians(at.azimuth), elevation = glm::radians(at.elevation);
    const glm::vec3 away{std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
                         std::cos(azimuth) * std::cos(elevation)};
    const glm::vec3 middle = (at.box.min + at.box.max) / 2.0F;
    return render::frame({middle + away, middle, {0, 1, 0}, fov_y_degrees}, at.box, size, at.margin);
}

render::Camera looking_down(const render::Camera& camera, const render::Bounds& box, render::Size size,
                            float degrees, float margin) {
    const glm::vec3 away = glm::normalize(camera.eye - camera.target);
    const float elevation = std::max(std::asin(away.y), glm::radians(degrees));
    const glm::vec2 level = glm::normalize(glm::vec2(away.x, away.z)) * std::cos(elevation);
    const glm::vec3 middle = (box.min + box.max) / 2.0F;
    render::Camera down = camera;
    down.eye = middle + glm::vec3(level.x, std::sin(elevation), level.y);
    down.target = middle;
    return render::frame(down, box, size, margin);
}

OrProblems<render::Camera> read_camera(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return std::unexpected(json.error());
    Problems problems;
    const JsonReader root(&*json, "", &problems);
    root.only({"eye", "target", "up", "fov_y_deg"});
    render::Camera camera;
    camera.eye = read_point(root.required("eye"));
    camera.target = read_point(root.required("target"));
    if (root.optional("up").exists()) camera.up = read_point(root.optional("up"));
    camera.fov_y_degrees = static_cast<float>(root.required("fov_y_deg").number(1, 150));
    if (problems.empty() && glm::length(glm::cross(camera.up, camera.eye - camera.target)) < 1e-6F)
        root.note("problem.camera.sight");
    if (!problems.empty()) return std::unexpected(problems);
    return camera;
}

std::string write_camera(const render::Camera& camera) {
    Json json;
    json["eye"] = point(camera.eye);
    json["target"] = point(camera.target);
    json["up"] = point(camera.up);
    json["fov_y_deg"] = camera.fov_y_degrees;
    return json.dump(2) + "\n";
}

}  // namespace maatkast::scene
