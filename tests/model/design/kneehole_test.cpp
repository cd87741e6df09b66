// What becomes a kneehole loses what stands in the way of the knees, and stays one.
#include "model/design/kneehole.h"

#include <catch2/catch.hpp>

#include "model/design/contradictions.h"
#include "model/design/design_io.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const Strings kMade{"bays/1/kneehole=true"};

/// Three bays of two openings, the lower one with drawers, a door before both.
Design row(const Strings& edits = {}) {
    return with(with(bare_bay(), {"bays/0/openings/0/split=700", "bays/0/openings/0/interior=drawers:2",
                                  "bays/0/fronts=left", "bays/0/insert", "bays/0/insert"}),
                edits);
}

Design made(const Strings& edits = {}) {
    return with(row(kMade), edits);
}

std::string refusal(const Design& design, const std::string& edit) {
    const auto changed = apply(book(), design, parse_edit(edit));
    if (changed) return "";
    CHECK(has_text(changed.error().front().message.key));
    return changed.error().front().message.key;
}

}  // namespace

TEST_CASE("A kneehole empties its lowest opening, and fronts give way", "[kneehole]") {
    const Bay bay = made().bays[1];
    CHECK(bay.kneehole);
    CHECK(bay.openings[0].interior.kind->id == "empty");
    REQUIRE(bay.fronts.size() == 1);
    CHECK(bay.fronts[0].from == 1);
    CHECK(bay.openings[0].top == 700_mm);
    CHECK(made().bays[0] == row().bays[0]);
    CHECK(
        with(row(), {"bays/1/openings/0/front=none", "bays/1/openings/0/front=left", "bays/1/kneehole=true"})
            .bays[1]
            .fronts.size() == 1);
    CHECK_FALSE(with(row({"bays/1/openings/0/interior=empty", "bays/1/openings/0/contents=lp"}), kMade)
                    .bays[1]
                    .openings[0]
                    .contents);
    CHECK(with(row({"bays/1/openings/0/interior=empty", "bays/1/openings/0/shelf=slanted"}), kMade)
              .bays[1]
              .openings[0]
              .shelf == ShelfKind::loose);
    CHECK(made({"bays/1/kneehole=false"}).bays[1].fronts == bay.fronts);
}

TEST_CASE("Sliding leaves draw back from a kneehole", "[kneehole]") {
    const Design sliding = row({"sliding/add=0-2"});
    REQUIRE(with(sliding, kMade).sliding.size() == 1);
    CHECK(with(sliding, kMade).sliding[0].last == 0);
    CHECK(with(row({"sliding/add=1-1"}), kMade).sliding.empty());
    CHECK(refusal(made(), "sliding/add=0-2") == "design.sliding_bay");
    // One that is moved in between parts them too.
    const Design moved =
        with(with(row({"bays/2/insert", "sliding/add=0-2"}), {"bays/3/kneehole=true"}), {"bays/3/move=1"});
    REQUIRE(moved.sliding.size() == 1);
    CHECK(moved.sliding[0].last == 0);
}

TEST_CASE("What cannot be in a kneehole is refused, and says why", "[kneehole]") {
    CHECK(refusal(made(), "bays/1/openings/0/interior=drawers:1") == "design.kneehole_open");
    CHECK(refusal(made(), "bays/1/openings/0/contents=lp") == "design.kneehole_open");
    CHECK(refusal(made(), "bays/1/openings/0/front=left") == "design.kneehole_open");
    CHECK(refusal(made(), "bays/1/fronts/0/from=0") == "design.kneehole_open");
    CHECK(refusal(made(), "bays/1/fronts/add=left:0:1") == "design.kneehole_open");
    CHECK(refusal(made(), "bays/1/openings/0/shelf=slanted") == "design.kneehole_slanted");
    CHECK(refusal(row({"bays/2/shape=end_round"}), "bays/2/kneehole=true") == "design.kneehole_shape");
    CHECK(refusal(row(), "bays/1/kneehole=maybe") == "read.unknown_word");
    CHECK(refusal(row(), "bays/3/kneehole=true") == "edit.no_such_bay");
    const Design open = made({"bays/1/openings/0/remove"});
    CHECK(refusal(open, "bays/1/fronts=left") == "design.kneehole_open");
    CHECK(refusal(open, "bays/1/fronts=none").empty());
}

TEST_CASE("Fronts for all leave the knees free", "[kneehole]") {
    for (const std::string fronts : {"doors", "auto", "right"}) {
        const Design design = made({"fronts=" + fronts});
        REQUIRE(design.bays[1].fronts.size() == 1);
        CHECK(design.bays[1].fronts[0].from == 1);
        CHECK(design.bays[0].fronts[0].from == 0);
        CHECK(made({"bays/1/openings/0/remove", "fronts=" + fronts}).bays[1].fronts.empty());
    }
}

TEST_CASE("Shelves of a kneehole come and go over the knees", "[kneehole]") {
    // A board over 650 lies at 669 at least, which is 570 over where the bottom would be: the hole at 600.
    const Design split = made({"bays/1/openings/0/remove", "bays/1/openings/0/split"});
    CHECK(split.bays[1].openings[0].top == 600_mm);
    CHECK(allows("kneehole.height", split));
    CHECK(with(made({"base=hung", "base/height=1500", "height=2500", "bays/1/openings/0/remove"}),
               {"bays/1/openings/0/split"})
              .bays[1]
              .openings[0]
              .top == 50_mm);
    const Design joined = made({"bays/1/openings/1/interior=rail", "bays/1/openings/0/remove"});
    REQUIRE(joined.bays[1].openings.size() == 1);
    CHECK(joined.bays[1].openings[0].interior.kind->id == "empty");
    CHECK(joined.bays[1].fronts.empty());
}

TEST_CASE("Kneeholes are copied, moved and mirrored; corners and ends are none", "[kneehole]") {
    CHECK(made({"bays/1/duplicate"}).bays[2].kneehole);
    CHECK(made({"bays/1/move=0"}).bays[0].kneehole);
    CHECK(with(row({"bays/0/kneehole=true"}), {"mirror"}).bays[2].kneehole);
    CHECK_FALSE(made({"bays/1/shape=corner_l"}).bays[1].kneehole);
    const Design corner = with(row({"bays/2/kneehole=true"}), {"corner/add=corner_l"});
    CHECK(corner.bays[2].kneehole);
    CHECK_FALSE(corner.bays[3].kneehole);
    CHECK(corner.bays[4].kneehole);
    CHECK_FALSE(with(row({"bays/2/kneehole=true"}), {"bays/2/shape=end_round"}).bays[2].kneehole);
    CHECK(contradictions(corner).empty());
}

TEST_CASE("A kneehole is written and read again, and only one that can be", "[kneehole]") {
    const std::string text = write_design(made());
    CHECK(read_design(book(), text).value() == made());
    CHECK(write_design(row()).find("kneehole") == std::string::npos);
    const auto keys = [](Design design) {
        Strings found;
        const auto read = read_design(book(), write_design(design));
        if (!read)
            for (const Problem& problem : read.error())
                found.push_back(problem.where + " " + problem.message.key);
        return found;
    };
    Design wrong = made();
    wrong.bays[1].openings[0].interior.kind = find_interior_kind("rail");
    CHECK(keys(wrong) == Strings{"/bays/1/openings/0/interior design.kneehole_open"});
    wrong = made();
    wrong.bays[1].fronts[0].from = 0;
    CHECK(keys(wrong) == Strings{"/bays/1/fronts/0 design.kneehole_open"});
    wrong = made();
    wrong.bays[1].openings[0].shelf = ShelfKind::slanted;
    CHECK(keys(wrong) == Strings{"/bays/1/openings/0/shelf design.kneehole_slanted"});
    wrong = made();
    wrong.bays[1].shape = BayShape::corner_l;
    CHECK(keys(wrong) == Strings{"/bays/1/kneehole design.kneehole_shape"});
    wrong = made();
    wrong.sliding = {{.first = 0, .last = 1}};
    CHECK(keys(wrong) == Strings{"/sliding/0 design.sliding_bay"});
}
