// The room in the picture against what the design says of it.
#include "tools/scene/room.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/build/slope.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/commands/load.h"
#include "tools/scene/catalogue.h"
#include "tools/scene/views.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// 1200 wide, 2000 high, 400 deep.
Design cabinet(const std::vector<std::string>& edits = {}) {
    return with(new_design(book(), {1200_mm, 2000_mm, 400_mm, 2}).value(), edits);
}

std::vector<scene::RoomBody> room_of(const Design& design) {
    return scene::make_room(book(), &design, build_parts(book(), design));
}

render::Bounds bounds_of(const scene::RoomBody& body) {
    render::Bounds box;
    for (const render::Vertex& vertex : body.mesh.vertices) box.add(vertex.position);
    return render::transformed(box, body.at);
}

std::vector<scene::RoomBody> painted(const std::vector<scene::RoomBody>& room, scene::Paint paint) {
    std::vector<scene::RoomBody> found;
    for (const scene::RoomBody& body : room)
        if (body.paint == paint) found.push_back(body);
    return found;
}

std::vector<scene::RoomBody> ceilings(const Design& design) {
    auto found = painted(room_of(design), scene::Paint::ceiling);
    for (scene::RoomBody& steep : painted(room_of(design), scene::Paint::lit_ceiling)) found.push_back(steep);
    return found;
}

/// All that the bodies hold, by the divergence theorem; negative where a side faces inwards.
double volume(const scene::RoomMesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto at = [&](std::size_t corner) {
            return glm::dvec3(mesh.vertices[mesh.indices[i + corner]].position);
        };
        sum += glm::dot(at(0), glm::cross(at(1), at(2)));
    }
    return sum / 6;
}

}  // namespace

TEST_CASE("a sloping ceiling is the plane that was measured, and faces the room", "[room]") {
    struct Case {
        const char* side;
        glm::dvec3 low, high;  // points of the plane: 1500 at the low end, at 45° over a metre
    };
    for (const Case& c :
         {Case{"left", {-0.6, 1.5, 0}, {0.4, 2.5, 3}}, Case{"right", {0.6, 1.5, 0}, {-0.4, 2.5, 3}},
          Case{"back", {0, 1.5, 0}, {2, 2.5, 1}}}) {
        INFO(c.side);
        const auto planes = ceilings(
            cabinet({"room/slope=" + std::string(c.side), "room/slope/low=1500", "room/slope/angle=45"}));
        REQUIRE(planes.size() == 1);
        const scene::RoomBody& plane = planes[0];
        const auto corner_at = [&](std::size_t index) {
            return glm::dvec3(plane.at *
                              glm::vec4(plane.mesh.vertices[plane.mesh.indices[index]].position, 1));
        };
        const glm::dvec3 normal(glm::mat3(plane.at) * plane.mesh.vertices[0].normal), on = corner_at(0);
        CHECK(normal.y == Approx(-std::sqrt(0.5)));
        CHECK(glm::dot(normal, c.low - on) == Approx(0).margin(1e-5));
        CHECK(glm::dot(normal, c.high - on) == Approx(0).margin(1e-5));
        CHECK(glm::dot(glm::cross(corner_at(1) - on, corner_at(2) - on), normal) > 0);
        for (const render::Vertex& vertex : plane.mesh.vertices)  // flat in its frame, for the light on it
            CHECK(vertex.position.z == Approx(0).margin(1e-6));
    }
}

TEST_CASE("a ceiling that was measured is flat there, and ends a slope", "[room]") {
    CHECK(ceilings(cabinet()).empty());
    const auto flat = ceilings(cabinet({"room/ceiling=2450"}));
    REQUIRE(flat.size() == 1);
    CHECK(bounds_of(flat[0]).min.y == Approx(2.45));
    CHECK(bounds_of(flat[0]).max.y == Approx(2.45));
    CHECK(flat[0].mesh.vertices[0].normal.y == Approx(-1));
    const auto both = ceilings(cabinet({"room/slope=left", "room/slope/low=1500", "room/ceiling=2450"}));
    REQUIRE(both.size() == 2);
    CHECK(bounds_of(both[0]).max.y == Approx(2.45));
    // 0.95 m over the low end at x = −0.6 under 45°.
    CHECK(bounds_of(both[0]).max.x == Approx(0.35).margin(1e-4));
    CHECK(bounds_of(both[1]).min.x == Approx(0.35).margin(1e-4));
}

TEST_CASE("a skirting board is seen again in a kneehole, between the plinths", "[room]") {
    const auto boards = [](const Design& design) { return painted(room_of(design), scene::Paint::lacquer); };
    const Design design = with(cabinet(), {"bays/0/insert", "bays/1/kneehole=true"});
    const auto usual = boards(with(design, {"bays/1/kneehole=false"})), found = boards(design);
    REQUIRE(found.size() == usual.size() + 1);
    const BayLayout at = make_layout(book(), design).bays[1];
    const render::Bounds box = bounds_of(found.back());
    CHECK(box.min.x == Approx(at.left.metres()));
    CHECK(box.max.x == Approx(at.right.metres()));
    CHECK(box.max.y < 0.08F);
}

TEST_CASE("a skirting board has its own size and stops beside a plinth it would stand in", "[room]") {
    const auto boards = [](const Design& design) {
        std::vector<render::Bounds> boxes;
        for (const scene::RoomBody& body : painted(room_of(design), scene::Paint::lacquer))
            boxes.push_back(bounds_of(body));
        return boxes;
    };
    const auto usual = boards(cabinet());
    REQUIRE(usual.size() == 2);
    CHECK(usual[0].max.x == Approx(-0.602).margin(1e-4));
    CHECK(usual[1].min.x == Approx(0.602).margin(1e-4));
    const auto high = boards(cabinet({"room/skirting=120", "room/skirting/depth=18"}));
    REQUIRE(high.size() == 2);
    CHECK(high[0].max.y == Approx(0.12));
    CHECK(high[0].max.z == Approx(0.018));
    CHECK(high[0].max.x < -0.6);
    // One that the plinth is notched over, and the one under legs, go on behind the cabinet.
    for (const char* on : {"room/skirting=60", "base=legs"}) {
        const auto through = boards(cabinet({on}));
        REQUIRE(through.size() == 3);
        CHECK(through[2].min.x == Approx(-0.6));
        CHECK(through[2].max.x == Approx(0.6));
    }
}

TEST_CASE("what stands in the room stays in its box, closed, before its wall", "[room]") {
    for (const RoomObstacle::Kind kind :
         {RoomObstacle::Kind::window, RoomObstacle::Kind::door, RoomObstacle::Kind::socket,
          RoomObstacle::Kind::radiator, RoomObstacle::Kind::bed})
        for (const int scale : {40, 100, 160}) {
            INFO(static_cast<int>(kind) << " " << scale);
            const RoomDefaults::Obstacle& usual = book().room.obstacles[static_cast<std::size_t>(kind)];
            const auto scaled = [&](Length length) { return length * scale / 100; };
            const RoomObstacle obstacle{
                kind, 0, 0_mm, usual.y, scaled(usual.width), scaled(usual.height), scaled(usual.depth)};
            const auto bodies = scene::bodies_of(obstacle);
            CHECK(bodies.size() >= 3);
            render::Bounds box;
            for (const scene::RoomBody& body : bodies) {
                CHECK(volume(body.mesh) > 0);
                CHECK(body.role == render::Role::object);
                box.add(bounds_of(body));
            }
            CHECK(box.min.z >= -1e-6);
            // A radiator has its valve beside it, and its pipes below.
            CHECK(box.min.x >= -1e-6);
            CHECK(box.max.x <= scaled(usual.width).metres() + 0.0701);
            CHECK(box.max.y <= scaled(usual.height).metres() + 0.0011);
            CHECK(box.min.y >= -usual.y.metres() - 1e-6);
            CHECK(box.max.y >= scaled(usual.height).metres() * 0.99);
        }
}

TEST_CASE("an obstacle stands at the wall of its run, from the left end of its bays", "[room]") {
    const Design design =
        cabinet({"room/obstacles/add=socket", "room/obstacles/0/x=1300", "room/obstacles/0/y=400"});
    render::Bounds box;
    for (const scene::RoomBody& body : room_of(design))
        if (body.role == render::Role::object) box.add(bounds_of(body));
    CHECK(box.min.x == Approx(0.7));
    CHECK(box.max.x == Approx(0.78));
    CHECK(box.min.y == Approx(0.4));
    CHECK(box.min.z == Approx(0).margin(1e-6));
}

TEST_CASE("walls beside the cabinet are those that fillers and low ceilings say", "[room]") {
    const auto walls = [](const std::vector<std::string>& edits) {
        const scene::SideWalls at = scene::side_walls(cabinet(edits));
        return std::pair(at.left, at.right);
    };
    CHECK(walls({}) == std::pair(false, false));
    CHECK(walls({"ends/left/filler=40"}) == std::pair(true, false));
    CHECK(walls({"ends/right/filler=40"}) == std::pair(false, true));
    CHECK(walls({"room/slope=right"}) == std::pair(false, true));
    CHECK(walls({"room/slope=back"}) == std::pair(false, false));
    CHECK(walls({"corner/add=corner_l"}) == std::pair(false, true));
    // The filler ends at the wall; the low one keeps a hand's breadth off the cabinet.
    const auto filled = painted(room_of(cabinet({"ends/left/filler=40"})), scene::Paint::shaded_wall);
    REQUIRE(filled.size() == 1);
    CHECK(bounds_of(filled[0]).max.x == Approx(-0.6 - 0.02 - 0.001).margin(2e-3));
    const auto low = painted(room_of(cabinet({"room/slope=left"})), scene::Paint::shaded_wall);
    REQUIRE(low.size() == 1);
    CHECK(bounds_of(low[0]).max.x == Approx(-0.641).margin(1e-4));
}

TEST_CASE("between two walls no standard view looks from behind one", "[room]") {
    for (const float width : {0.6F, 1.2F, 3.0F}) {
        const render::Bounds box{{-width / 2, 0, 0}, {width / 2, 2.2F, 0.6F}};
        for (const auto view : {scene::StandardView::front, scene::StandardView::three_quarter,
                                scene::StandardView::side, scene::StandardView::inside})
            CHECK(std::abs(scene::standard_camera(view, box, {1280, 720}, 30, {true, true}).eye.x) <
                  width / 2);
    }
}

TEST_CASE("equal rooms have equal keys, other ones others", "[room]") {
    const auto keys = [](const Design& design) {
        std::vector<std::uint64_t> all;
        for (const scene::RoomBody& body : room_of(design)) all.push_back(body.mesh.key());
        return all;
    };
    CHECK(keys(cabinet()) == keys(cabinet()));
    CHECK(keys(cabinet({"room/ceiling=2450"})).back() != 0);
    CHECK(ceilings(cabinet({"room/ceiling=2450"}))[0].mesh.key() !=
          ceilings(cabinet({"room/ceiling=2460"}))[0].mesh.key());
}

TEST_CASE("a rounded box fills its size but for its edges", "[room]") {
    const render::Bounds box{{1, 2, 3}, {1.6F, 2.4F, 3.2F}};
    const scene::RoomMesh sharp = scene::rounded_box(box, 0.001F, 1),
                          soft = scene::rounded_box(box, 0.05F, 6);
    CHECK(volume(sharp) == Approx(0.6 * 0.4 * 0.2).epsilon(0.001));
    // Twelve edges lose (1 − π/4) r² of their length without the corners, which lose (8 − 4π/3) r³ in all.
    const double r = 0.05, edges = 4 * (0.5 + 0.3 + 0.1);
    const double lost = (1 - M_PI / 4) * r * r * edges + (8 - 4 * M_PI / 3) * r * r * r;
    CHECK(volume(soft) == Approx(0.048 - lost).epsilon(0.002));
    for (const render::Vertex& vertex : soft.vertices) CHECK(glm::length(vertex.normal) == Approx(1));
}
