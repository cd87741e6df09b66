// A build that is kept while its design is edited is the build that the design gives from nothing.
#include "model/build/rebuild.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "model/design/history.h"
#include "model/mesh/mesh.h"
#include "model/price/tally.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/random_edits.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Equal bays of a wardrobe: drawers behind a door, shelves, a rail.
Design run_of(std::size_t bays) {
    auto design = new_design(shop_book(), {.width = 500_mm, .height = 2390_mm, .depth = 605_mm, .bays = 1});
    const Bay bay = design->bays.front();
    design->bays.assign(bays, bay);
    return *design;
}

Design edited(const Design& design, const char* edit) {
    return apply(shop_book(), design, parse_edit(edit)).value();
}

/// What each part looks like: equal keys are equal meshes.
std::vector<std::uint64_t> keys_of(const MeshSet& set) {
    std::vector<std::uint64_t> keys;
    for (const std::uint32_t mesh : set.mesh_of) keys.push_back(set.meshes[mesh].key);
    return keys;
}

/// Half of them inside a bay.
Edit some_edit(std::mt19937& random) {
    constexpr std::array kInside{"shelf=fixed",
                                 "shelf=glass",
                                 "shelf=slanted",
                                 "shelf=recessed",
                                 "shelf=stack",
                                 "led=true",
                                 "contents=lp",
                                 "contents=shoes",
                                 "interior=drawers:2",
                                 "interior=rail",
                                 "interior=rail_double",
                                 "top=544",
                                 "top=800",
                                 "split",
                                 "remove",
                                 "front=left"};
    if (random() % 2 == 0) return random_edit(random);
    const auto bay = random() % 4, opening = random() % 4;
    return parse_edit(
        fmt::format("bays/{}/openings/{}/{}", bay, opening, kInside[random() % kInside.size()]));
}

/// Edits a design at random, forth and back, and compares after each step.
void follow(const Design& start, std::mt19937& random, int edits, int& inside) {
    History history(start);
    Rebuild kept(shop_book(), start);
    Tally tally(shop_book(), kept.build());
    MeshStore meshes(shop_hardware(), kept.build());
    for (int i = 0; i < edits; ++i) {
        const Edit edit = some_edit(random);
        INFO(start.name << ", step " << i << ": " << edit.text());
        if (random() % 4 == 0)
            history.undo();
        else if (!history.apply(shop_book(), std::span(&edit, 1)))
            continue;
        const Rebuilt rebuilt = kept.update(history.current());
        inside += !rebuilt.all && !rebuilt.bays.empty();
        const Build whole = build(shop_book(), history.current());
        REQUIRE(kept.build().parts == whole.parts);
        REQUIRE(kept.build().findings == whole.findings);
        REQUIRE(kept.build() == whole);
        tally.update(kept.build(), rebuilt);
        meshes.update(kept.build(), rebuilt);
        REQUIRE(keys_of(meshes.set()) == keys_of(make_meshes(shop_hardware(), whole)));
        REQUIRE(tally.price() == price(shop_book(), whole));
    }
}

}  // namespace

TEST_CASE("A shelf moved in a long run makes one bay again", "[rebuild]") {
    const Design design = run_of(40);
    Rebuild kept(shop_book(), design);
    for (const char* edit : {"bays/17/openings/0/top=550", "bays/17/openings/0/top=582"}) {
        const Rebuilt rebuilt = kept.update(edited(kept.design(), edit));
        CHECK_FALSE(rebuilt.all);
        CHECK(rebuilt.bays == std::vector<std::size_t>{17});
        CHECK(kept.build() == build(shop_book(), kept.design()));
    }
    CHECK(kept.update(kept.design()).bays.empty());
    CHECK(kept.update(edited(kept.design(), "bays/17/width=600")).all);
}

TEST_CASE("What changes the lines of the run makes all of it again", "[rebuild]") {
    const Design design = run_of(3);
    for (const char* edit : {"bays/1/width=600", "bays/1/depth=500", "bays/1/back=none", "finish/carcase=oak",
                             "bays/1/openings/0/shelf=stack", "wall_fixing=false"}) {
        const auto changed = apply(shop_book(), design, parse_edit(edit));
        if (!changed || *changed == design) continue;
        INFO(edit);
        Rebuild kept(shop_book(), design);
        CHECK(kept.update(*changed).all);
        CHECK(kept.build() == build(shop_book(), *changed));
    }
}

TEST_CASE("What is said of leaves that slide before several bays is said once after an edit in one of them",
          "[rebuild]") {
    Design design = edited(run_of(3), "sliding/add=0-1");
    design = edited(edited(design, "sliding/0/style=glass_clear"), "thickness/fronts=12");
    Rebuild kept(shop_book(), design);
    const auto of_leaves = [&] {  // the rule is asked about each bay, and about what slides before them
        return std::ranges::count_if(kept.build().findings, [](const Finding& finding) {
            return finding.rule == "front.style_thickness" && finding.where == "sliding/0";
        });
    };
    REQUIRE(of_leaves() == 1);
    CHECK_FALSE(kept.update(edited(kept.design(), "bays/0/openings/0/top=550")).all);
    CHECK(of_leaves() == 1);
    CHECK(kept.build() == build(shop_book(), kept.design()));
}

TEST_CASE("Edits round two corners leave the build that the design gives from nothing", "[rebuild]") {
    const auto text = read_file(MAATKAST_ASSETS "/designs/u_dressing_room.json");
    const Design design = read_design(shop_book(), text.value()).value();
    std::mt19937 random(20260803);
    int inside = 0;
    for (int i = 0; i < 6; ++i) follow(design, random, 16, inside);
    CHECK(inside > 10);
}

TEST_CASE("Edits at random leave the build that the design gives from nothing", "[rebuild][random]") {
    std::mt19937 random(20260802);
    int inside = 0;
    constexpr std::size_t kDesigns = kSanitized ? 30 : 120;
    for (std::size_t i = 0; i < kDesigns; ++i) follow(cabinets()[i].design, random, 16, inside);
    CHECK(inside > int{kDesigns} * 5 / 2);
}
