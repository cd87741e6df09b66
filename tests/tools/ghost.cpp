// The ghost of a change: what stays and what comes are exactly the parts of the design after it.
#include "tools/scene/ghost.h"

#include <cmath>
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "model/propose/propose.h"
#include "tests/model/build/random_edits.h"
#include "tests/tools/designs.h"
#include "tools/scene/placement.h"

using namespace maatkast;
using namespace maatkast::scene;

namespace {

/// A mesh at a place, to a hundredth of a millimetre.
using Seen = std::vector<std::int64_t>;
using Picture = std::map<Seen, int>;

void note(Picture& picture, std::uint64_t mesh, const glm::mat4& at) {
    Seen seen{static_cast<std::int64_t>(mesh)};
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 3; ++row) seen.push_back(std::llround(at[column][row] * 1e5));
    ++picture[seen];
}

Picture picture_of(const Build& build, double shift) {
    const MeshSet meshes = make_meshes(test::hardware(), build);
    Picture picture;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        glm::mat4 at = placement(build, build.parts[i], {});
        at[3].x += static_cast<float>(shift);
        note(picture, meshes.meshes[meshes.mesh_of[i]].key, at);
    }
    return picture;
}

/// As the stage makes it, without a room.
render::Scene scene_of(const Build& build, const MeshSet& meshes) {
    render::Scene scene;
    scene.materials.resize(1);
    for (const MeshSpan& mesh : meshes.meshes) scene.meshes.push_back({mesh.key, {}, {}});
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        render::Instance instance;
        instance.mesh = meshes.mesh_of[i];
        instance.transform = placement(build, build.parts[i], {});
        scene.instances.push_back(instance);
    }
    return scene;
}

void expect_ghost(const Design& design, const Build& before, const Repair& repair) {
    const auto changed = apply(test::book(), design, repair.edits);
    REQUIRE(changed);
    const Build after = build_parts(test::book(), *changed);
    const MeshSet meshes = make_meshes(test::hardware(), before);
    const Ghost ghost(test::hardware(), before, after);
    render::Scene scene = scene_of(before, meshes);
    const std::uint64_t revision = scene.revision;
    ghost.show(scene);
    CHECK(scene.revision != revision);
    Picture seen;
    std::size_t gone = 0;
    for (std::size_t i = 0; i < scene.instances.size(); ++i) {
        const render::Instance& instance = scene.instances[i];
        const bool goes = i < before.parts.size() && instance.material != 0;
        if (instance.material != 0) CHECK(scene.materials[instance.material].alpha < 1);
        if (i >= before.parts.size()) CHECK(instance.material != 0);
        gone += goes;
        if (!goes) note(seen, scene.meshes[instance.mesh].key, instance.transform);
    }
    CHECK(seen == picture_of(after, ghost.shift()));
    CHECK(ghost.difference().gone.size() == gone);
    CHECK(ghost.difference().same + gone == before.parts.size());
    CHECK(ghost.difference().same + ghost.difference().come.size() == after.parts.size());
}

}  // namespace

TEST_CASE("What stays and what comes are the parts of the repaired design", "[ghost]") {
    std::mt19937 random(3);
    std::size_t repairs = 0;
    for (std::size_t i = 0; i < test::random_count(60); ++i) {
        INFO("random " << i);
        Design design = random_design(test::book(), 5, i);
        for (int edit = 0; edit < 4; ++edit)
            if (const auto next = apply(test::book(), design, test::random_edit(random))) design = *next;
        const Build before = build(test::book(), design);
        for (const Finding& finding : before.findings)
            for (const Repair& repair : finding.repairs) {
                INFO(finding.rule << " " << repair.edits.front().text());
                expect_ghost(design, before, repair);
                ++repairs;
            }
    }
    CHECK(repairs > 50);
}

TEST_CASE("What gets wider at one end stays at the other", "[ghost]") {
    const Design design = new_design(test::book(), {2476_mm, 2400_mm, 605_mm, 3}).value();
    const Build before = build_parts(test::book(), design);
    const Build after = build_parts(test::book(), test::with(design, {"bays/2/width=600"}));
    const Ghost ghost(test::hardware(), before, after);
    CHECK(std::abs(ghost.shift()) > 0.01);
    // Of three bays two stay, and what is wider is the third one's.
    CHECK(ghost.difference().same > before.parts.size() / 2);
    for (const std::uint32_t part : ghost.difference().gone)
        CHECK((before.parts[part].bay == 2 || before.parts[part].bay == -1));
}

TEST_CASE("Nothing comes and nothing goes where nothing changes", "[ghost]") {
    const Build built =
        build_parts(test::book(), new_design(test::book(), {2476_mm, 2400_mm, 605_mm, 3}).value());
    const Difference same = difference(built, built);
    CHECK(same.gone.empty());
    CHECK(same.come.empty());
    CHECK(same.refinished.empty());
    CHECK(same.same == built.parts.size());
}

TEST_CASE("Another finish dresses parts anew and moves none", "[ghost]") {
    const Design design = new_design(test::book(), {2476_mm, 2400_mm, 605_mm, 3}).value();
    const Build before = build_parts(test::book(), design);
    const Build after = build_parts(test::book(), test::with(design, {"finish/fronts=sand"}));
    const Difference changed = difference(before, after);
    CHECK(changed.gone.empty());
    CHECK(changed.come.empty());
    REQUIRE_FALSE(changed.refinished.empty());
    for (const std::uint32_t part : changed.refinished) CHECK(before.parts[part].opener >= 0);
}
