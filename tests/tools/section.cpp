// The section: nothing stands before the plane, and what is cut is closed by its caps.
#include "tools/scene/section.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/model/mesh/solid.h"
#include "tests/tools/designs.h"
#include "tools/scene/placement.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

struct Shown {
    Build build;
    MeshSet meshes;
    scene::TextureStore textures{"/nonexistent"};
    scene::Stage stage{book(), textures};

    explicit Shown(const Design& design)
        : build(build_parts(book(), design)), meshes(make_meshes(hardware(), build)) {
        stage.set(&design, build, meshes, {});
    }
};

/// Of one mesh, open or not: the sum of its triple products. Those of a shell and its caps add up.
double signed_volume(const render::Mesh& mesh) {
    double sum = 0;
    const auto at = [&](std::size_t i) { return glm::dvec3(mesh.vertices[mesh.indices[i]].position); };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        sum += glm::dot(at(i), glm::cross(at(i + 1), at(i + 2))) / 6;
    return sum;
}

/// Behind everything else stand the caps, and behind them as many lines round them.
std::size_t end_of_caps(const render::Scene& scene, std::size_t others) {
    return (others + scene.instances.size()) / 2;
}

/// All parts and their caps.
double volume_of_parts(const render::Scene& scene, std::size_t parts, std::size_t others) {
    double sum = 0;
    for (std::size_t i = 0; i < std::max(others, end_of_caps(scene, others)); ++i)
        if (i < parts || i >= others) sum += signed_volume(scene.meshes[scene.instances[i].mesh]);
    return sum;
}

/// Edges of shell and caps together that do not meet another one the other way round.
std::size_t open_edges(const render::Scene& scene, std::size_t part, std::size_t others) {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    const auto add = [&](const render::Instance& instance) {
        const render::Mesh& mesh = scene.meshes[instance.mesh];
        for (const std::uint32_t i : mesh.indices) {
            const render::Vertex& v = mesh.vertices[i];
            indices.push_back(static_cast<std::uint32_t>(vertices.size()));
            vertices.push_back({v.position, v.normal, v.uv});
        }
    };
    const render::Instance& rest = scene.instances[part];
    add(rest);
    for (std::size_t i = others; i < end_of_caps(scene, others); ++i) {
        const render::Instance& cap = scene.instances[i];
        // A cap carries its part's place and piece of the texture, which no other part has.
        if (cap.transform == rest.transform && cap.uv_offset == rest.uv_offset) add(cap);
    }
    return wrong_edges({vertices, indices});
}

void expect_section(const Design& design, std::size_t bay) {
    const Shown shown(design);
    const render::Scene& whole = shown.stage.scene();
    const std::size_t parts = shown.build.parts.size(), others = whole.instances.size();
    scene::SectionPlane plane = scene::section_across(book(), design, bay);
    const scene::Section section(book(), shown.build, whole, plane);
    render::Scene scene = whole;
    section.show(scene);
    CHECK(scene.revision != whole.revision);
    CHECK_FALSE(section.face().empty());
    for (std::size_t i = 0; i < scene.instances.size(); ++i) {
        const render::Instance& instance = scene.instances[i];
        if (i >= parts && instance.role == render::Role::room) continue;
        for (const render::Vertex& v : scene.meshes[instance.mesh].vertices) {
            const double at =
                glm::dot(plane.towards, glm::dvec3(instance.transform * glm::vec4(v.position, 1)));
            if (at > plane.at + 7e-4) FAIL("instance " << i << " reaches " << at - plane.at << " m beyond");
            if (i >= others && at < plane.at - 4e-4) FAIL("a cap lies behind the plane");
        }
    }
    for (std::size_t i = 0; i < parts; ++i) {
        INFO(shown.build.parts[i].name.view());
        if (wrong_edges({shown.meshes.vertices_of(shown.meshes.mesh_of[i]),
                         shown.meshes.indices_of(shown.meshes.mesh_of[i])}))
            continue;
        CHECK(open_edges(scene, i, others) == 0);
    }
    plane.towards = -plane.towards;
    plane.at = -plane.at;
    render::Scene rest = whole;
    const scene::Section other(book(), shown.build, whole, plane);
    other.show(rest);
    CHECK(volume_of_parts(scene, parts, others) + volume_of_parts(rest, parts, others) ==
          Approx(volume_of_parts(whole, parts, others)).margin(1e-6).epsilon(0));
}

}  // namespace

TEST_CASE("Sections of the examples are closed, lose nothing, and leave nothing before the plane",
          "[section]") {
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        const Design design = read_design(book(), read_file(entry.path().string()).value()).value();
        for (std::size_t bay = 0; bay < design.bays.size(); bay += kSanitized ? 3 : 1) {
            INFO(bay);
            expect_section(design, bay);
        }
    }
}

TEST_CASE("Sections of random designs are closed too", "[section]") {
    for (std::size_t i = 0; i < random_count(40); ++i) {
        INFO("random " << i);
        const Design design = random_design(book(), 4711, i);
        expect_section(design, i % design.bays.size());
    }
}

TEST_CASE("A cut face shows what its board is made of", "[section]") {
    const Design design = with(new_design(book(), {1219_mm, 2000_mm, 605_mm, 2}).value(),
                               {"finish/carcase=white", "finish/fronts=sage"});
    const Shown shown(design);
    const scene::Section section(book(), shown.build, shown.stage.scene(),
                                 scene::section_across(book(), design, 0));
    render::Scene scene = shown.stage.scene();
    const std::size_t others = scene.instances.size();
    section.show(scene);
    // Chipboard, MDF of the fronts, HDF of the back: three colours at least, and none is the finish's.
    std::vector<glm::vec3> colors;
    for (std::size_t i = others; i < end_of_caps(scene, others); ++i) {
        const glm::vec3 color = scene.materials[scene.instances[i].material].base_color;
        if (std::ranges::find(colors, color) == colors.end()) colors.push_back(color);
        CHECK(scene.materials[scene.instances[i].material].texture < 0);
    }
    CHECK(colors.size() >= 3);
}

namespace {

bool shows(const render::Camera& camera, const render::Bounds& box, render::Size size) {
    const render::View view = render::make_view(camera, size);
    for (int corner = 0; corner < 8; ++corner) {
        const auto at =
            render::project(view, {corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                   corner & 4 ? box.max.z : box.min.z});
        if (!at || at->x < 0 || at->y < 0 || at->x > static_cast<float>(size.width) ||
            at->y > static_cast<float>(size.height))
            return false;
    }
    return true;
}

}  // namespace

TEST_CASE("A section is seen whole, from before its plane; from higher up all is still in the picture",
          "[section]") {
    const render::Size size{1280, 720};
    const render::Bounds face{{0.4F, 0, 0}, {0.4F, 2.2F, 0.6F}}, box{{-1.2F, 0, 0}, {1.2F, 2.2F, 0.9F}};
    for (const double side : {1.0, -1.0}) {
        const scene::SectionPlane plane{{side, 0, 0}, side * 0.4, {0, 0, 1}};
        const render::Camera camera = scene::section_camera(plane, face, size);
        CHECK(shows(camera, face, size));
        CHECK(side * camera.eye.x > 1);
        CHECK(camera.eye.z > 0.6F);
    }
    const render::Camera level = scene::standard_camera(scene::StandardView::three_quarter, box, size);
    const render::Camera down = scene::looking_down(level, box, size, 24, 0.05F);
    CHECK(shows(down, box, size));
    const glm::vec3 away = glm::normalize(down.eye - down.target);
    CHECK(glm::degrees(std::asin(away.y)) == Approx(24).epsilon(1e-3));
    CHECK(std::atan2(away.x, away.z) ==
          Approx(std::atan2(level.eye.x - level.target.x, level.eye.z - level.target.z)).epsilon(1e-3));
}
