// Edits: each changes what it names and nothing else; a refused one changes nothing.
#include "model/design/edit.h"

#include <catch2/catch.hpp>

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
        {"bays/#/width", "bays/1/width=777.5", [](Design& d) { d.bays[1].width = 777.5_mm; }},
        {"bays/#/height", "bays/1/height=1800", [](Design& d) { d.bays[1].height = 1800_mm; }},
        {"bays/#/depth", "bays/1/depth=300", [](Design& d) { d.bays[1].depth = 300_mm; }},
        {"bays/#/locked", "bays/1/locked=true", [](Design& d) { d.bays[1].locked = true; }},
        {"bays/#/back", "bays/1/back=none", [](Design& d) { d.bays[1].back = Back::none; }},
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
    for (const Case& edit : cases()) {
        INFO(edit.edit);
        Design expected = cabinet();
        edit.expect(expected);
        const Design changed = with(cabinet(), {edit.edit});
        CHECK(write_design(changed) == write_design(expected));
        CHECK(write_design(changed) != write_design(cabinet()));
        CHECK(parse_edit(edit.edit).text() == edit.edit);
    }
}

TEST_CASE("No edit is left out here", "[edit]") {
    const Strings elsewhere{"width", "bays", "bays/#/openings/#/split", "bays/#/openings/#/remove"};
    for (const EditHandler& handler : edit_handlers()) {
        INFO(handler.pattern);
        const bool listed =
            std::ranges::any_of(cases(), [&](const Case& edit) { return edit.pattern == handler.pattern; });
        CHECK((listed || std::ranges::find(elsewhere, handler.pattern) != elsewhere.end()));
    }
}

TEST_CASE("The whole width is hit to the tenth and locked bays hold", "[edit]") {
    for (const std::string wanted : {"1500", "1876.1", "2400", "2530.7"}) {
        const Design design = with(cabinet(), {"bays/1/width=500", "bays/1/locked=true", "width=" + wanted});
        INFO(wanted);
        CHECK(total_width(design) == *parse_length(wanted, LengthUnit::millimetre));
        CHECK(design.bays[1].width == 500_mm);
    }
}

TEST_CASE("Another number of bays keeps the width", "[edit]") {
    for (const std::string count : {"1", "2", "5"}) {
        const Design design = with(cabinet(), {"bays=" + count});
        CHECK(design.bays.size() == std::stoul(count));
        CHECK(total_width(design) == 1876_mm);
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
        {"bays/0/openings/0/interior=drawers:0", "edit.not_whole"},
        {"bays/0/fronts/add=left", "edit.front_add"},
        {"bays/0/fronts/add=left:2:1", "edit.front_reach"},
        {"bays/0/fronts/add=left:0:3", "edit.front_reach"}};
    for (const auto& [edit, key] : refused) {
        INFO(edit);
        CHECK(refusal(edit) == key);
    }
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("bays/0/remove")));
    CHECK_FALSE(apply(book(), bare_bay(), parse_edit("bays/0/openings/0/remove")));
}

TEST_CASE("What an edit allows can be saved and read again", "[edit]") {
    for (const Case& edit : cases()) {
        INFO(edit.edit);
        CHECK(read_design(book(), write_design(with(cabinet(), {edit.edit}))));
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
