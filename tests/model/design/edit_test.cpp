// Edits: each changes what it names and nothing else; a refused one changes nothing.
#include "model/design/edit.h"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "model/build/layout.h"
#include "model/design/design_io.h"
#include "model/design/edit_context.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Three bays of three openings each, with different contents and a front before each opening.
Design cabinet() {
    Design design = new_design(book(), {1876_mm, 2000_mm, 500_mm, 3}).value();
    design.bays[0].width -= 100_mm;
    design.bays[2].width += 100_mm;
    for (Bay& bay : design.bays) {
        bay.openings = {{500_mm, {find_interior_kind("drawers"), 2, std::nullopt}, std::nullopt},
                        {1000_mm, {find_interior_kind("empty"), 1, std::nullopt}, std::nullopt},
                        {std::nullopt, {find_interior_kind("rail"), 1, std::nullopt}, std::nullopt}};
        bay.fronts = {{find_front_kind("drawer"), 0, 0, std::nullopt},
                      {find_front_kind("left"), 1, 1, std::nullopt},
                      {find_front_kind("right"), 2, 2, std::nullopt}};
    }
    return design;
}

/// The cabinet in a furnished room, with everything round it, sliding leaves before its first bay.
Design furnished() {
    return with(cabinet(), {"room/slope=left", "room/skirting=70", "room/obstacles/add=window", "worktop=oak",
                            "cornice=60", "sliding/add=0-0", "bays/1/openings/0/contents=lp"});
}

struct Case {
    std::string pattern, edit;
    void (*expect)(Design& design);  ///< the same change made by hand
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"name", "name=A=b", [](Design& d) { d.name = "A=b"; }},
        {"load", "load=kitchen", [](Design& d) { d.load = "kitchen"; }},
        {"handle", "handle=knob", [](Design& d) { d.handle = "knob"; }},
        {"wall_fixing", "wall_fixing=false", [](Design& d) { d.wall_fixing = false; }},
        {"assembly", "assembly=standing", [](Design& d) { d.assembly = Assembly::standing; }},
        {"base", "base=legs", [](Design& d) { d.base.kind = BaseKind::legs; }},
        {"base/height", "base/height=12 cm", [](Design& d) { d.base.height = 120_mm; }},
        {"room/ceiling", "room/ceiling=2,6 m", [](Design& d) { d.room.ceiling = 2600_mm; }},
        {"room/wall", "room/wall=concrete", [](Design& d) { d.room.wall = Wall::concrete; }},
        {"finish/carcase", "finish/carcase=oak", [](Design& d) { d.finish.carcase = "oak"; }},
        {"finish/shelves", "finish/shelves=oak", [](Design& d) { d.finish.shelves = "oak"; }},
        {"finish/fronts", "finish/fronts=sage", [](Design& d) { d.finish.fronts = "sage"; }},
        {"finish/drawers", "finish/drawers=oak", [](Design& d) { d.finish.drawers = "oak"; }},
        {"thickness/carcase", "thickness/carcase=25", [](Design& d) { d.thickness.carcase = 25_mm; }},
        {"thickness/shelves", "thickness/shelves=25", [](Design& d) { d.thickness.shelves = 25_mm; }},
        {"thickness/fronts", "thickness/fronts=16", [](Design& d) { d.thickness.fronts = 16_mm; }},
        {"ends/left", "ends/left=oak", [](Design& d) { d.left_end.finish = "oak"; }},
        {"ends/right", "ends/right=oak", [](Design& d) { d.right_end.finish = "oak"; }},
        {"height", "height=1500",
         [](Design& d) {
             for (Bay& b : d.bays) b.height = 1500_mm;
         }},
        {"depth", "depth=400",
         [](Design& d) {
             for (Bay& b : d.bays) b.depth = 400_mm;
         }},
        {"fronts", "fronts=none",
         [](Design& d) {
             for (Bay& b : d.bays) b.fronts.clear();
         }},
        {"fronts/style", "fronts/style=panelled",
         [](Design& d) {
             for (Bay& b : d.bays)
                 for (Front& f : b.fronts) f.style = FrontStyle::panelled;
         }},
        {"room/slope", "room/slope=back",
         [](Design& d) { d.room.slope = {Slope::Side::back, 1500_mm, std::nullopt, Angle::of_degrees(45)}; }},
        {"room/skirting", "room/skirting=70", [](Design& d) { d.room.skirting = {70_mm, 15_mm}; }},
        {"room/obstacles/add", "room/obstacles/add=socket",
         [](Design& d) {
             d.room.obstacles = {{RoomObstacle::Kind::socket, 0, 0_mm, 300_mm, 80_mm, 80_mm, 50_mm}};
         }},
        {"ends/left/cladding", "ends/left/cladding=true", [](Design& d) { d.left_end.cladding = true; }},
        {"ends/left/filler", "ends/left/filler=42,5", [](Design& d) { d.left_end.filler = 42.5_mm; }},
        {"ends/left/scribe", "ends/left/scribe=true", [](Design& d) { d.left_end.scribe = true; }},
        {"ends/right/cladding", "ends/right/cladding=true", [](Design& d) { d.right_end.cladding = true; }},
        {"ends/right/filler", "ends/right/filler=50", [](Design& d) { d.right_end.filler = 50_mm; }},
        {"ends/right/scribe", "ends/right/scribe=true", [](Design& d) { d.right_end.scribe = true; }},
        {"worktop", "worktop=oak", [](Design& d) { d.worktop = {25_mm, 20_mm, "oak"}; }},
        {"cornice", "cornice=60", [](Design& d) { d.cornice = {60_mm, 30_mm}; }},
        {"top_filler", "top_filler=40", [](Design& d) { d.top_filler = 40_mm; }},
        {"corner/add", "corner/add=corner_diagonal",
         [](Design& d) {
             d.bays.insert(d.bays.end(), {Bay(d.bays[2]), Bay(d.bays[2])});
             d.bays[3].shape = BayShape::corner_diagonal;
         }},
        {"sliding/add", "sliding/add=0-2",
         [](Design& d) {
             d.sliding = {{0, 2, 3, FrontStyle::slab, std::nullopt}};
             for (Bay& b : d.bays) b.fronts.clear();
         }},
        {"bays/#/shape", "bays/2/shape=end_round", [](Design& d) { d.bays[2].shape = BayShape::end_round; }},
        {"bays/#/openings/#/shelf", "bays/1/openings/0/shelf=stack",
         [](Design& d) { d.bays[1].openings[0].shelf = ShelfKind::stack; }},
        {"bays/#/openings/#/led", "bays/1/openings/2/led=true",
         [](Design& d) { d.bays[1].openings[2].led = true; }},
        {"bays/#/openings/#/contents", "bays/1/openings/1/contents=lp",
         [](Design& d) { d.bays[1].openings[1].contents = "lp"; }},
        {"bays/#/fronts/#/style", "bays/1/fronts/1/style=glass_clear",
         [](Design& d) { d.bays[1].fronts[1].style = FrontStyle::glass_clear; }},
        {"bays/#/fronts/#/handle", "bays/1/fronts/1/handle=none",
         [](Design& d) { d.bays[1].fronts[1].handle = "none"; }},
        {"bays/#/fronts/#/own_grain", "bays/1/fronts/1/own_grain=true",
         [](Design& d) { d.bays[1].fronts[1].own_grain = true; }},
        {"base", "base=hung", [](Design& d) { d.base.kind = BaseKind::hung; }},
        {"bays/#/back", "bays/1/back=brace", [](Design& d) { d.bays[1].back = Back::brace; }},
        {"bays/#/width", "bays/1/width=777.5", [](Design& d) { d.bays[1].width = 777.5_mm; }},
        {"bays/#/height", "bays/1/height=1800", [](Design& d) { d.bays[1].height = 1800_mm; }},
        {"bays/#/depth", "bays/1/depth=300", [](Design& d) { d.bays[1].depth = 300_mm; }},
        {"bays/#/locked", "bays/1/locked=true", [](Design& d) { d.bays[1].locked = true; }},
        {"bays/#/back", "bays/1/back=none", [](Design& d) { d.bays[1].back = Back::none; }},
        {"bays/#/kneehole", "bays/1/kneehole=true",
         [](Design& d) {
             d.bays[1].kneehole = true;
             d.bays[1].openings[0].interior = {find_interior_kind("empty"), 1, std::nullopt};
             d.bays[1].fronts.erase(d.bays[1].fronts.begin());
         }},
        {"bays/#/finish", "bays/1/finish=oak", [](Design& d) { d.bays[1].finish = "oak"; }},
        {"bays/#/fronts", "bays/1/fronts=none", [](Design& d) { d.bays[1].fronts.clear(); }},
        {"bays/#/insert", "bays/0/insert",
         [](Design& d) { d.bays.insert(d.bays.begin() + 1, Bay(d.bays[0])); }},
        {"bays/#/duplicate", "bays/2/duplicate", [](Design& d) { d.bays.push_back(Bay(d.bays[2])); }},
        {"bays/#/remove", "bays/0/remove", [](Design& d) { d.bays.erase(d.bays.begin()); }},
        {"bays/#/move", "bays/0/move=2", [](Design& d) { std::ranges::rotate(d.bays, d.bays.begin() + 1); }},
        {"bays/#/openings/#/top", "bays/1/openings/0/top=450",
         [](Design& d) { d.bays[1].openings[0].top = 450_mm; }},
        {"bays/#/openings/#/finish", "bays/1/openings/0/finish=oak",
         [](Design& d) { d.bays[1].openings[0].shelf_finish = "oak"; }},
        {"bays/#/openings/#/interior", "bays/1/openings/1/interior=drawers:3",
         [](Design& d) {
             d.bays[1].openings[1].interior = {find_interior_kind("drawers"), 3, std::nullopt};
         }},
        {"bays/#/openings/#/interior/finish", "bays/1/openings/0/interior/finish=oak",
         [](Design& d) { d.bays[1].openings[0].interior.finish = "oak"; }},
        {"bays/#/openings/#/front", "bays/1/openings/1/front=pair",
         [](Design& d) { d.bays[1].fronts[1].kind = find_front_kind("pair"); }},
        {"bays/#/fronts/add", "bays/1/fronts/add=pair:1:2",
         [](Design& d) {
             d.bays[1].fronts.pop_back();
             d.bays[1].fronts[1] = {find_front_kind("pair"), 1, 2, std::nullopt};
         }},
        {"bays/#/fronts/#/kind", "bays/1/fronts/1/kind=pair",
         [](Design& d) { d.bays[1].fronts[1].kind = find_front_kind("pair"); }},
        {"bays/#/fronts/#/from", "bays/1/fronts/2/from=1", [](Design& d) { d.bays[1].fronts[2].from = 1; }},
        {"bays/#/fronts/#/to", "bays/1/fronts/0/to=1", [](Design& d) { d.bays[1].fronts[0].to = 1; }},
        {"bays/#/fronts/#/finish", "bays/1/fronts/0/finish=oak",
         [](Design& d) { d.bays[1].fronts[0].finish = "oak"; }},
        {"bays/#/fronts/#/remove", "bays/1/fronts/0/remove",
         [](Design& d) { d.bays[1].fronts.erase(d.bays[1].fronts.begin()); }},
    };
    return all;
}

/// Changes of what furnished() has beyond the cabinet.
const std::vector<Case>& furnished_cases() {
    static const std::vector<Case> all{
        {"fronts", "fronts=none",
         [](Design& d) {
             for (Bay& b : d.bays) b.fronts.clear();
             d.sliding.clear();
         }},
        {"room/slope", "room/slope=none", [](Design& d) { d.room.slope.reset(); }},
        {"room/slope", "room/slope=right", [](Design& d) { d.room.slope->side = Slope::Side::right; }},
        {"room/slope/low", "room/slope/low=1300", [](Design& d) { d.room.slope->low = 1300_mm; }},
        {"room/slope/high", "room/slope/high=2600",
         [](Design& d) { d.room.slope->high = 2600_mm, d.room.slope->angle.reset(); }},
        {"room/slope/angle", "room/slope/angle=32,25°", [](Design& d) { d.room.slope->angle = Angle{3225}; }},
        {"room/skirting", "room/skirting=none", [](Design& d) { d.room.skirting.reset(); }},
        {"room/skirting/height", "room/skirting/height=90",
         [](Design& d) { d.room.skirting->height = 90_mm; }},
        {"room/skirting/depth", "room/skirting/depth=22", [](Design& d) { d.room.skirting->depth = 22_mm; }},
        {"room/obstacles/#/x", "room/obstacles/0/x=-500", [](Design& d) { d.room.obstacles[0].x = -500_mm; }},
        {"room/obstacles/#/y", "room/obstacles/0/y=0", [](Design& d) { d.room.obstacles[0].y = 0_mm; }},
        {"room/obstacles/#/width", "room/obstacles/0/width=1001",
         [](Design& d) { d.room.obstacles[0].width = 1001_mm; }},
        {"room/obstacles/#/height", "room/obstacles/0/height=1002",
         [](Design& d) { d.room.obstacles[0].height = 1002_mm; }},
        {"room/obstacles/#/depth", "room/obstacles/0/depth=33",
         [](Design& d) { d.room.obstacles[0].depth = 33_mm; }},
        {"room/obstacles/#/remove", "room/obstacles/0/remove", [](Design& d) { d.room.obstacles.clear(); }},
        {"worktop", "worktop=none", [](Design& d) { d.worktop.reset(); }},
        {"worktop", "worktop=sage", [](Design& d) { d.worktop->finish = "sage"; }},
        {"worktop/thickness", "worktop/thickness=19", [](Design& d) { d.worktop->thickness = 19_mm; }},
        {"worktop/overhang", "worktop/overhang=0", [](Design& d) { d.worktop->overhang = 0_mm; }},
        {"cornice", "cornice=none", [](Design& d) { d.cornice.reset(); }},
        {"cornice", "cornice=80", [](Design& d) { d.cornice->height = 80_mm; }},
        {"cornice/overhang", "cornice/overhang=0", [](Design& d) { d.cornice->overhang = 0_mm; }},
        {"sliding/#/last", "sliding/0/last=2", [](Design& d) { d.sliding[0].last = 2; }},
        {"sliding/#/leaves", "sliding/0/leaves=4", [](Design& d) { d.sliding[0].leaves = 4; }},
        {"sliding/#/style", "sliding/0/style=glass_frosted",
         [](Design& d) { d.sliding[0].style = FrontStyle::glass_frosted; }},
        {"sliding/#/finish", "sliding/0/finish=oak", [](Design& d) { d.sliding[0].finish = "oak"; }},
        {"sliding/#/leaves/#/finish", "sliding/0/leaves/1/finish=mirror",
         [](Design& d) { d.sliding[0].leaf_finishes = {std::nullopt, "mirror"}; }},
        {"sliding/#/remove", "sliding/0/remove", [](Design& d) { d.sliding.clear(); }},
        {"bays/#/openings/#/contents", "bays/1/openings/0/contents=none",
         [](Design& d) { d.bays[1].openings[0].contents.reset(); }},
    };
    return all;
}

/// The kinds of front before each opening of the first bay, from the bottom.
Strings cover(const Design& design) {
    Strings kinds(design.bays[0].openings.size());
    for (const Front& front : design.bays[0].fronts)
        for (int i = front.from; i <= front.to; ++i) kinds[static_cast<std::size_t>(i)] += front.kind->id;
    return kinds;
}

Strings contents(const Design& design) {
    Strings kinds;
    for (const Opening& opening : design.bays[0].openings) kinds.emplace_back(opening.interior.kind->id);
    return kinds;
}

std::string refusal(const std::string& edit) {
    const auto changed = apply(book(), cabinet(), parse_edit(edit));
    return changed ? "" : changed.error().front().message.key;
}

}  // namespace

TEST_CASE("Each edit changes what it names and nothing else", "[edit]") {
    const auto check = [](const Case& edit, const Design& design) {
        INFO(edit.edit);
        Design expected = design;
        edit.expect(expected);
        const Design changed = with(design, {edit.edit});
        CHECK(changed == expected);
        CHECK(write_design(changed) == write_design(expected));
        CHECK(write_design(changed) != write_design(design));
        CHECK(parse_edit(edit.edit).text() == edit.edit);
    };
    for (const Case& edit : cases()) check(edit, cabinet());
    for (const Case& edit : furnished_cases()) check(edit, furnished());
}

TEST_CASE("No edit is left out here", "[edit]") {
    const Strings elsewhere{
        "width",    "bays",   "bays/#/openings/#/split", "bays/#/openings/#/remove", "room/obstacles/#/run",
        "main_run", "mirror", "sliding/#/first"};
    const auto listed = [](std::string_view pattern, const std::vector<Case>& in) {
        return std::ranges::find(in, pattern, &Case::pattern) != in.end();
    };
    for (const EditHandler& handler : edit_handlers()) {
        INFO(handler.pattern);
        CHECK((listed(handler.pattern, cases()) || listed(handler.pattern, furnished_cases()) ||
               std::ranges::find(elsewhere, handler.pattern) != elsewhere.end()));
    }
}

TEST_CASE("Of low, high and angle any two can be typed", "[edit]") {
    const auto left = [](const Strings& edits) {
        const Slope slope = *with(with(cabinet(), {"room/slope=right"}), edits).room.slope;
        return std::string(slope.low ? "low " : "") + (slope.high ? "high " : "") +
               (slope.angle ? "angle" : "");
    };
    CHECK(left({}) == "low angle");
    CHECK(left({"room/slope/high=2600"}) == "low high ");
    CHECK(left({"room/slope/high=2600", "room/slope/angle=40"}) == "high angle");
    CHECK(left({"room/slope/angle=40", "room/slope/high=2600"}) == "high angle");
    CHECK(left({"room/slope/angle=40", "room/slope/low=1400"}) == "low angle");
    CHECK(left({"room/slope/low=1400", "room/slope/angle=40"}) == "low angle");
    CHECK(left({"room/slope/low=1400", "room/slope/high=2600"}) == "low high ");
    CHECK(left({"room/slope/low=1400", "room/slope/angle=40", "room/slope/high=2600"}) == "low high ");
    CHECK(left({"room/slope/high=2600", "room/slope/low=1400"}) == "low high ");
}

TEST_CASE("A size of a slope that is given up leaves the slope where it was", "[edit]") {
    // From 1400 at one end of the cabinet to 2600 at the other: 1200 over its width.
    for (const std::string side : {"left", "right"}) {
        const Design typed =
            with(cabinet(), {"room/slope=" + side, "room/slope/low=1400", "room/slope/high=2600"});
        const double width = overall_size(book(), typed).x.mm();
        const Design free = with(typed, {"room/slope/low=none"});
        REQUIRE(free.room.slope->angle);
        CHECK_FALSE(free.room.slope->low);
        CHECK(free.room.slope->angle->hundredths ==
              Approx(std::atan(1200 / width) * 18000 / std::numbers::pi).margin(0.6));
        const Design again = with(free, {"room/slope/angle=none"});
        CHECK(again.room.slope->low->mm() == Approx(1400).margin(0.3));
        CHECK(again.room.slope->high == 2600_mm);
    }
}

TEST_CASE("A worktop of a finish without the usual board takes its thickest", "[edit]") {
    Book thin = book();
    for (Finish& finish : thin.finishes)
        if (finish.id == "oak") finish.boards.resize(4);  // up to 19 mm
    REQUIRE_FALSE(thin.finish("oak")->board(thin.defaults.worktop_thickness));
    const Design design = apply(thin, cabinet(), parse_edit("worktop=oak")).value();
    CHECK(design.worktop->thickness == thin.finish("oak")->boards.back().thickness);
}

TEST_CASE("A front takes the handle of the design again, which none is not", "[edit]") {
    const Design silent = with(cabinet(), {"bays/0/fronts/1/handle=none"});
    CHECK(silent.bays[0].fronts[1].handle == "none");
    CHECK(with(silent, {"bays/0/fronts/1/handle=default"}) == cabinet());
}

TEST_CASE("Contents stay in their opening when a shelf comes or goes", "[edit]") {
    const Design full = with(cabinet(), {"bays/0/openings/1/contents=lp", "bays/0/openings/1/shelf=fixed",
                                         "bays/0/openings/1/led=true"});
    const Design split = with(full, {"bays/0/openings/1/split=750"});
    CHECK(split.bays[0].openings[1].contents == "lp");
    CHECK(split.bays[0].openings[1].shelf == ShelfKind::loose);
    CHECK_FALSE(split.bays[0].openings[1].led);
    CHECK_FALSE(split.bays[0].openings[2].contents);
    CHECK(split.bays[0].openings[2].shelf == ShelfKind::fixed);
    CHECK(split.bays[0].openings[2].led);
    CHECK(with(split, {"bays/0/openings/1/remove"}) == full);
    // Of the last opening the shelf below goes, and with it how it was made.
    const Design merged = with(full, {"bays/0/openings/2/remove"});
    CHECK(merged.bays[0].openings[1].contents == "lp");
    CHECK(merged.bays[0].openings[1].shelf == ShelfKind::loose);
}

TEST_CASE("The whole width is hit to the tenth and locked bays hold", "[edit]") {
    for (const std::string wanted : {"1500", "1876.1", "2400", "2530.7"}) {
        const Design design = with(cabinet(), {"bays/1/width=500", "bays/1/locked=true", "width=" + wanted});
        INFO(wanted);
        CHECK(overall_size(book(), design).x == *parse_length(wanted, LengthUnit::millimetre));
        CHECK(design.bays[1].width == 500_mm);
    }
}

TEST_CASE("Another number of bays keeps the width", "[edit]") {
    for (const std::string count : {"1", "2", "5"}) {
        const Design design = with(cabinet(), {"bays=" + count});
        CHECK(design.bays.size() == std::stoul(count));
        CHECK(overall_size(book(), design).x == 1876_mm);
    }
}

TEST_CASE("Splitting keeps contents below and the front before both halves", "[edit]") {
    const Design design = with(cabinet(), {"bays/0/openings/1/split=750"});
    CHECK(contents(design) == Strings{"drawers", "empty", "empty", "rail"});
    CHECK(cover(design) == Strings{"drawer", "left", "left", "right"});
    CHECK(design.bays[0].openings[1].top == 750_mm);
    CHECK(design.bays[0].openings[2].top == 1000_mm);
    CHECK(contents(with(cabinet(), {"bays/0/openings/2/split"})) ==
          Strings{"drawers", "empty", "rail", "empty"});
    CHECK(with(design, {"bays/0/openings/1/remove"}) == cabinet());
}

TEST_CASE("Removing keeps what stood there; of two fronts the lower stays", "[edit]") {
    const Design middle = with(cabinet(), {"bays/0/openings/1/remove"});
    CHECK(contents(middle) == Strings{"drawers", "rail"});
    CHECK(cover(middle) == Strings{"drawer", "left"});
    CHECK(middle.bays[0].openings[0].top == 500_mm);
    CHECK_FALSE(middle.bays[0].openings[1].top);
    CHECK(with(cabinet(), {"bays/0/openings/2/remove"}) == middle);
}

TEST_CASE("Removing does the same whatever order the fronts stand in", "[edit]") {
    Design design = cabinet();
    std::ranges::reverse(design.bays[0].fronts);
    CHECK(cover(with(design, {"bays/0/openings/1/remove"})) == Strings{"drawer", "left"});
}

TEST_CASE("What is refused, each for its reason", "[edit]") {
    const std::vector<std::pair<std::string, std::string>> refused{
        {"", "edit.unknown"},
        {"widht=3", "edit.unknown"},
        {"bays/x/width=3", "edit.unknown"},
        {"bays/-1/width=600", "edit.unknown"},
        {"bays//width=600", "edit.unknown"},
        {"bays/99999999999999999999/width=600", "edit.unknown"},
        {"bays/3/width=600", "edit.no_such_bay"},
        {"bays/0/openings/3/top=600", "edit.no_such_opening"},
        {"bays/0/fronts/3/remove", "edit.no_such_front"},
        {"bays/0/openings/2/top=600", "edit.last_top"},
        {"width=0", "edit.not_a_length"},
        {"width=-5", "edit.not_a_length"},
        {"width=", "edit.not_a_length"},
        {"width=78.9", "edit.too_narrow"},
        {"width=20001", "edit.not_a_length"},
        {"bays=0", "edit.not_whole"},
        {"bays=2.5", "edit.not_whole"},
        {"finish/fronts=plaid", "read.unknown_word"},
        {"finish/fronts=steel", "read.unknown_word"},
        {"wall_fixing=yes", "read.unknown_word"},
        {"thickness/carcase=100.1", "edit.size"},
        {"bays/0/fronts/0/from=1", "edit.front_reach"},
        {"bays/0/openings/2/shelf=glass", "edit.last_top"},
        {"bays/0/openings/0/contents=cheese", "read.unknown_word"},
        {"bays/0/fronts/0/handle=laser", "read.unknown_word"},
        {"bays/1/shape=end_round", "design.end_place"},
        {"bays/1/shape=round", "read.unknown_word"},
        {"room/slope/low=1500", "edit.no_slope"},
        {"room/skirting/depth=10", "edit.no_skirting"},
        {"room/obstacles/0/x=10", "edit.no_such_obstacle"},
        {"room/obstacles/add=cat", "read.unknown_word"},
        {"worktop/thickness=25", "edit.no_worktop"},
        {"cornice/overhang=25", "edit.no_cornice"},
        {"sliding/0/leaves=2", "edit.no_such_sliding"},
        {"sliding/add=0", "edit.sliding_add"},
        {"sliding/add=1-0", "edit.sliding_add"},
        {"sliding/add=0-3", "edit.sliding_add"},
        {"sliding/add=-1-2", "edit.sliding_add"},
        {"corner/add=straight", "read.unknown_word"},
        {"main_run=1", "design.run"},
        {"main_run=3", "edit.not_whole"},
        {"bays/0/openings/0/interior=drawers:0", "edit.not_whole"},
        {"bays/0/fronts/add=left", "edit.front_add"},
        {"bays/0/fronts/add=left:2:1", "edit.front_reach"},
        {"bays/0/fronts/add=left:0:3", "edit.front_reach"}};
    for (const auto& [edit, key] : refused) {
        INFO(edit);
        CHECK(refusal(edit) == key);
    }
    const std::vector<std::pair<std::string, std::string>> of_furnished{
        {"room/slope/angle=81", "edit.not_an_angle"},
        {"room/slope/angle=0,99", "edit.not_an_angle"},
        {"room/slope/angle=steep", "edit.not_an_angle"},
        {"room/obstacles/0/run=1", "design.run"},
        {"room/obstacles/0/depth=0", "edit.not_a_length"},
        {"room/obstacles/0/y=-1", "edit.not_a_length"},
        {"worktop/thickness=100.1", "edit.size"},
        {"sliding/0/leaves=5", "edit.not_whole"},
        {"sliding/0/leaves/4/finish=oak", "edit.no_such_leaf"}};
    for (const auto& [edit, key] : of_furnished) {
        INFO(edit);
        const auto changed = apply(book(), furnished(), parse_edit(edit));
        REQUIRE_FALSE(changed);
        CHECK(changed.error().front().message.key == key);
    }
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("bays/0/shape=end_round")));
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("bays/0/remove")));
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("bays/0/openings/0/remove")));
}

TEST_CASE("What an edit allows can be saved and read again", "[edit]") {
    for (const Case& edit : cases()) {
        INFO(edit.edit);
        CHECK(read_design(book(), write_design(with(cabinet(), {edit.edit}))));
    }
    for (const Case& edit : furnished_cases()) {
        INFO(edit.edit);
        CHECK(read_design(book(), write_design(with(furnished(), {edit.edit}))));
    }
    CHECK(read_design(book(), write_design(with(cabinet(), {"thickness/carcase=100"}))));
}

TEST_CASE("All edits or none", "[edit]") {
    const std::vector<Edit> edits{parse_edit("height=1500"), parse_edit("bays/9/remove")};
    const auto changed = apply(book(), cabinet(), edits);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().front().message.key == "edit.no_such_bay");
    CHECK(apply(book(), cabinet(), std::span<const Edit>{}).value() == cabinet());
}

TEST_CASE("Angles as people write them", "[edit]") {
    CHECK(parse_angle("45") == Angle::of_degrees(45));
    CHECK(parse_angle(" 32,25° ") == Angle{3225});
    CHECK(parse_angle("32.254 °") == Angle{3225});
    for (const std::string_view bad : {"", "°", "steep", "1e1", "4 5", "45°°", "361", "nan"}) {
        INFO(bad);
        CHECK_FALSE(parse_angle(bad));
    }
}

TEST_CASE("Lengths as people write them", "[edit]") {
    const auto mm = [](std::string_view text) { return parse_length(text, LengthUnit::millimetre); };
    CHECK(mm("605") == 605_mm);
    CHECK(mm("60,5 cm") == 605_mm);
    CHECK(mm("60.5cm") == 605_mm);
    CHECK(mm("1,2 m") == 1200_mm);
    CHECK(mm(" 605 mm ") == 605_mm);
    CHECK(parse_length("60,5", LengthUnit::centimetre) == 605_mm);
    CHECK(parse_length("605 mm", LengthUnit::centimetre) == 605_mm);
    for (const std::string_view bad : {"", " ", "cm", "x", "6o5", "1e3", "1.234,5", "60 5", "--5", "60 cm cm",
                                       "5 km", "inf", "nan", "20000.1", "21 m"}) {
        INFO(bad);
        CHECK_FALSE(mm(bad));
    }
    CHECK_FALSE(mm(std::string(400, '9')));
}
