// What solid wood, plywood and mirrors show on their other faces.
#include "tools/scene/face_patches.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "model/build/other_faces.h"
#include "model/mesh/texture_scale.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/scene/explode.h"
#include "tools/scene/placement.h"
#include "tools/scene/stage.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

struct Shown {
    Build build;
    MeshSet meshes;
    scene::TextureStore textures{MAATKAST_TEXTURES};
    scene::Stage stage{book(), textures};

    explicit Shown(const Design& design)
        : build(build_parts(book(), design)), meshes(make_meshes(hardware(), build)) {
        for (const std::string& stem : scene::textures_of(book(), build)) textures.request(stem);
        stage.set(nullptr, build, meshes, {});
    }
};

/// A wardrobe of 1200 by 2000 with doors, all of one finish but its drawers.
Design wardrobe(const std::string& finish) {
    const Design plain = new_design(book(), {1200_mm, 2000_mm, 600_mm, 0}).value();
    return with(plain, {"finish/carcase=" + finish, "finish/shelves=" + finish, "finish/fronts=" + finish,
                        "bays/0/openings/0/interior=drawers:2"});
}

/// Instances that lie over a part: as it is turned, and moved by less than a tenth of a millimetre.
std::vector<render::Instance> patches_on(const render::Scene& scene, const Build& build, std::size_t part) {
    std::vector<render::Instance> found;
    const glm::mat4& at = scene.instances[part].transform;
    for (std::size_t i = build.parts.size(); i < scene.instances.size(); ++i) {
        const glm::mat4& other = scene.instances[i].transform;
        if (glm::mat3(other) == glm::mat3(at) &&
            glm::distance(glm::vec3(other[3]), glm::vec3(at[3])) < 1e-4F &&
            scene.meshes[scene.instances[i].mesh].indices.size() == 6)
            found.push_back(scene.instances[i]);
    }
    return found;
}

/// Metres between two places of a picture that repeats.
double apart(double a, double b, double turn) {
    const double off = std::abs(a - b);
    return std::min(off, turn - off);
}

}  // namespace

TEST_CASE("solid boards show their ends, plywood its layers all round, veneer nothing", "[patches]") {
    for (const auto& [finish, ends] : {std::pair{"spruce", 2U}, {"beech", 2U}, {"oak", 0U}, {"white", 0U}}) {
        INFO(finish);
        const Shown shown(wardrobe(finish));
        std::size_t solid = 0, plywood = 0;
        for (std::size_t i = 0; i < shown.build.parts.size(); ++i) {
            const Part& part = shown.build.parts[i];
            if (part.shape != ShapeKind::board || book().finishes[part.finish].boards.empty()) continue;
            const bool thin = part.size.along(part.thickness_axis) <= 8_mm;
            const bool birch = book().finishes[part.finish].id == "birch";
            const std::size_t wanted = birch ? 4 : thin ? 0 : ends;
            CHECK(patches_on(shown.stage.scene(), shown.build, i).size() == wanted);
            solid += wanted == 2;
            plywood += wanted == 4;
        }
        CHECK((solid > 5) == (ends == 2));
        CHECK(plywood > 5);
    }
}

TEST_CASE("the ring that a face ends with is the one that its end begins with", "[patches]") {
    const Shown shown(wardrobe("beech"));
    int checked = 0;
    for (const Part& part : shown.build.parts) {
        const auto others = other_faces(book(), part);
        if (!others || others->texture != OtherFaces::Texture::ends) continue;
        const glm::vec2 face = scene::grain_offset(book(), part);
        const double half = part.size.along(part.length_axis).metres() / 2;
        for (const bool at_plus : {true, false}) {
            const glm::vec2 end = scene::patch_offset(book(), part, others->texture, at_plus);
            // u of the end is v of the face; v of the end begins at the face, in a section near the end.
            CHECK(apart(end.x, face.y, kCutSide) < 1e-6);
            const double section = (end.y / kCutBand - 1) / 2;
            CHECK(section == Approx(std::round(section)).margin(1e-4));
            const double u = face.x + (at_plus ? half : -half);
            const double off = apart(u - std::floor(u), section / kCutSections, kTextureLength);
            CHECK(off < kTextureLength / kCutSections / 2 + 1e-4);
            if (at_plus && !part.veneer) CHECK(off < 1e-4);
        }
        ++checked;
    }
    CHECK(checked > 5);
}

TEST_CASE("patches go where their parts go, and with those that are drawn otherwise", "[patches]") {
    const Shown shown(wardrobe("spruce"));
    render::Scene scene = shown.stage.scene();
    const std::size_t last = scene.instances.size();
    scene::explode(scene, shown.build, scene::explosion(shown.build), 1);
    shown.stage.patches().follow(scene);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < shown.build.parts.size(); ++i)
        seen += patches_on(scene, shown.build, i).size();
    CHECK(seen > 20);
    const std::size_t upright = 0;
    REQUIRE(patches_on(scene, shown.build, upright).size() == 2);
    scene.instances[upright].material = 1;
    shown.stage.patches().follow(scene);
    CHECK(patches_on(scene, shown.build, upright).empty());
    CHECK(scene.instances.size() == last);
}

TEST_CASE("no two boards show the same piece of the picture, and a leaf of veneer goes on", "[patches]") {
    const Design design = with(wardrobe("oak"), {"bays/0/insert", "bays/0/insert"});
    const Build build = build_parts(book(), design);
    std::vector<const Part*> boards, fronts;
    for (const Part& part : build.parts)
        if (is_board(part) && book().finishes[part.finish].grain)
            (part.veneer ? fronts : boards).push_back(&part);
    REQUIRE(boards.size() > 20);
    REQUIRE(fronts.size() > 2);
    for (std::size_t i = 0; i < boards.size(); ++i)
        for (std::size_t j = i + 1; j < boards.size(); ++j) {
            const glm::vec2 a = scene::grain_offset(book(), *boards[i]),
                            b = scene::grain_offset(book(), *boards[j]);
            CHECK(std::hypot(apart(a.x, b.x, kTextureLength), apart(a.y, b.y, kTextureWidth)) > 0.002);
        }
    // From the middle of one front to that of the next, the picture goes on by as much as they stand apart.
    for (std::size_t i = 1; i < fronts.size(); ++i) {
        const glm::vec2 a = scene::grain_offset(book(), *fronts[0]),
                        b = scene::grain_offset(book(), *fronts[i]);
        const auto middle = [](const Part& part) {
            return glm::dvec2(part.origin.y.metres() + part.size.y.metres() / 2,
                              part.origin.x.metres() + part.size.x.metres() / 2);
        };
        const glm::dvec2 step = middle(*fronts[i]) - middle(*fronts[0]);
        const auto turns = [](double x) { return std::abs(x - std::round(x)); };
        CHECK(turns((b.x - a.x - step.x) / kTextureLength) < 1e-4);
        CHECK(turns((b.y - a.y - step.y) / kTextureWidth) < 1e-4);
    }
}

TEST_CASE("a mirror is one from the front only", "[patches]") {
    const Shown shown(with(wardrobe("white"), {"finish/fronts=mirror"}));
    const render::Scene& scene = shown.stage.scene();
    std::size_t doors = 0;
    for (std::size_t i = 0; i < shown.build.parts.size(); ++i) {
        if (shown.build.parts[i].kind != PartKind::door) continue;
        const render::Material& glass = scene.materials[scene.instances[i].material];
        CHECK(glass.metallic == 1);
        CHECK(glass.roughness == Approx(0.05));
        CHECK(glass.base_color.y > 0.88F);
        const auto others = patches_on(scene, shown.build, i);
        CHECK(others.size() == 5);
        for (const render::Instance& patch : others) {
            CHECK(scene.materials[patch.material].metallic == 0);
            const render::Mesh& mesh = scene.meshes[patch.mesh];
            CHECK(mesh.vertices[mesh.indices[0]].normal != glm::vec3(0, 0, 1));
        }
        ++doors;
    }
    CHECK(doors >= 2);
}
