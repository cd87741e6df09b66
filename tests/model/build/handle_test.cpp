// Handles: a front's own before the design's, and where each kind stands.
#include "model/build/handle.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Build door(const Strings& edits) {
    return build(book(), with(with(bare_bay(), {"bays/0/fronts=left"}), edits));
}

const Part* part_of(const Build& build, PartKind kind) {
    const auto found = std::ranges::find(build.parts, kind, &Part::kind);
    return found == build.parts.end() ? nullptr : &*found;
}

std::string model_of(const Part& part) {
    return book().models[part.model].id;
}

}  // namespace

TEST_CASE("A front's own handle counts before the design's", "[fronts]") {
    const Design both =
        with(bare_bay(), {"bays/0/openings/0/split=900", "bays/0/openings/0/front=left",
                          "bays/0/openings/1/front=left", "handle=bar", "bays/0/fronts/1/handle=knob"});
    std::vector<std::string> models;
    for (const Part& part : build(book(), both).parts)
        if (part.kind == PartKind::handle) models.push_back(model_of(part));
    CHECK(models == std::vector<std::string>{"handle_bar", "handle_knob"});
}

TEST_CASE("Handles of all doors stand on one line, a short door's as near as its end allows", "[fronts]") {
    const auto middle = [](const Build& build) {
        const Part* handle = part_of(build, PartKind::handle);
        REQUIRE(handle);
        return handle->origin.y + handle->size.y / 2;
    };
    CHECK(middle(door({})) == 1050_mm);
    CHECK(middle(door({"height=1800"})) == 1050_mm);
    CHECK(middle(door({"handle=edge"})) == 1050_mm);
    // 900 − 1.5 − 60 − 85.
    CHECK(middle(door({"height=900"})) == 753.5_mm);
}

TEST_CASE("An edge pull lies flush with the free edge, its web outside", "[fronts]") {
    const Build left = door({"handle=edge"});
    const Part* pull = part_of(left, PartKind::handle);
    REQUIRE(pull);
    const Leaf& leaf = left.leaves[0];
    CHECK(pull->origin.x + pull->size.x == leaf.origin.x + leaf.size.x);
    CHECK(pull->turn == 0);
    CHECK(pull->origin.z == leaf.origin.z + leaf.size.z + 0.1_mm);
    const Build right = door({"bays/0/fronts/0/kind=right", "handle=edge"});
    const Part* other = part_of(right, PartKind::handle);
    REQUIRE(other);
    CHECK(other->origin.x == right.leaves[0].origin.x);
    CHECK(other->turn == 2);
}

TEST_CASE("An edge pull of a drawer runs along its upper edge", "[fronts]") {
    const Build built = build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/split=400",
                                                        "bays/0/openings/0/interior=drawers:1",
                                                        "bays/0/openings/0/front=drawer", "handle=edge"}));
    const Part* pull = part_of(built, PartKind::handle);
    REQUIRE(pull);
    CHECK(pull->size == Length3{200_mm, 20_mm, 22_mm});
    CHECK(pull->origin.y + pull->size.y == built.leaves[0].origin.y + built.leaves[0].size.y);
    CHECK(pull->turn == 1);
}

TEST_CASE("A milled grip takes 20 mm off the free edge and adds no part", "[fronts]") {
    const Leaf plain = door({}).leaves.at(0);
    const Build left = door({"handle=grip"}), right = door({"handle=grip", "bays/0/fronts/0/kind=right"});
    CHECK_FALSE(part_of(left, PartKind::handle));
    CHECK(left.leaves[0].size.x == plain.size.x - 20_mm);
    CHECK(left.leaves[0].origin.x == plain.origin.x);
    CHECK(right.leaves[0].origin.x == plain.origin.x + 20_mm);
    CHECK(left.leaves[0].size.y == plain.size.y);
}

TEST_CASE("Push to open is a bolt for each leaf, in the edge of the board over it", "[fronts]") {
    const Build built = door({"handle=none"});
    CHECK_FALSE(part_of(built, PartKind::handle));
    const Part* bolt = part_of(built, PartKind::push_catch);
    REQUIRE(bolt);
    CHECK(bolt->opener == -1);
    // Carcase of 300 ends at 279; the door's back at 281.
    CHECK(bolt->origin.z == 279.1_mm);
    CHECK(bolt->origin.z + bolt->size.z == 280.9_mm);
    CHECK(bolt->origin.y > 1981_mm);
    CHECK(bolt->origin.x > 0_mm);
    const Build pair = door({"bays/0/fronts/0/kind=pair", "handle=none"});
    CHECK(std::ranges::count(pair.parts, PartKind::push_catch, &Part::kind) == 2);
}
