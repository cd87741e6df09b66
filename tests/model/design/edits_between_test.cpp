// From any design to any other, in edits.
#include "model/design/edits_between.h"

#include <catch2/catch.hpp>

#include "model/design/bay_pairs.h"
#include "model/design/design_io.h"
#include "tests/model/design/edit_player.h"
#include "tests/sanitized.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

void check_way(const Design& from, const Design& to) {
    const auto edits = edits_between(book(), from, to);
    INFO(write_design(from) << write_design(to));
    REQUIRE(edits);
    const auto there = apply(book(), from, *edits);
    REQUIRE(there);
    REQUIRE(design_hash(*there) == design_hash(to));
}

}  // namespace

TEST_CASE("Edits lead from any random design to any other", "[edits_between][random]") {
    const std::uint64_t count = kSanitized ? 40 : 200;
    Design before = random_design(book(), 11, 0);
    for (std::uint64_t i = 1; i <= count; ++i) {
        INFO("design " << i);
        const Design next = random_design(book(), 11, i);
        check_way(before, next);
        check_way(next, before);
        before = next;
    }
}

TEST_CASE("Edits undo whatever edits did", "[edits_between][random]") {
    EditPlayer player(7);
    const Design start = random_design(book(), 12, 3);
    Design design = start, before = start;
    const int count = kSanitized ? 500 : 3000;
    for (int i = 0; i < count; ++i) {
        design = play_one(player, design);
        if (i % 5 == 0) check_way(before, design), before = design;
        if (i % 50 == 0) check_way(design, start);
    }
}

TEST_CASE("What is equal is not touched", "[edits_between]") {
    const Design design = with(bare_bay(), {"bays/0/duplicate", "bays/0/duplicate", "bays/1/width=450"});
    CHECK(edits_between(book(), design, design).value().empty());
    const auto way = [&](const Strings& edits) {
        std::string texts;
        const auto found = edits_between(book(), design, with(design, edits));
        REQUIRE(found);
        for (const Edit& edit : *found) texts += edit.text() + " ";
        return texts;
    };
    CHECK(way({"depth=420"}) == "bays/0/depth=420 bays/1/depth=420 bays/2/depth=420 ");
    CHECK(way({"finish/fronts=oak", "bays/2/locked=true"}) == "bays/2/locked=true finish/fronts=oak ");
    CHECK(way({"bays/1/remove"}) == "bays/1/remove ");
    CHECK(way({"bays/0/duplicate", "bays/1/width=700"}) == "bays/0/duplicate bays/1/width=700 ");
}

TEST_CASE("Bays are paired with their counterparts", "[edits_between]") {
    const Design design = with(bare_bay(), {"bays/0/duplicate", "bays/0/duplicate", "bays/1/width=450",
                                            "bays/2/width=500", "bays/2/openings/0/split"});
    using Pairs = std::vector<BayPair>;
    CHECK(bay_pairs(design, design) == Pairs{{0, 0}, {1, 1}, {2, 2}});
    CHECK(bay_pairs(design, with(design, {"bays/1/remove"})) == Pairs{{0, 0}, {1, {}}, {2, 1}});
    CHECK(bay_pairs(with(design, {"bays/0/remove"}), design) == Pairs{{{}, 0}, {0, 1}, {1, 2}});
}

TEST_CASE("More fronts than openings can only stand in a file", "[edits_between]") {
    Design many = bare_bay();
    many.bays[0].fronts.assign(2, {find_front_kind("left"), 0, 0, std::nullopt});
    CHECK_FALSE(edits_between(book(), bare_bay(), many));
}
