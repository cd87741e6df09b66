// whole.*, worktop.*, cornice.*, filler.*, end.open, top_filler.height, hung.*, brace.*
#include <cmath>

#include "model/build/layout.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Design door() {
    return with(bare_bay(), {"bays/0/fronts=left"});
}

Design hung() {
    return with(bare_bay(), {"base=hung", "base/height=1000", "room/wall=masonry"});
}

}  // namespace

TEST_CASE("whole.not_made: doors round a corner, folding ones before an L, none before an open end",
          "[rules]") {
    const Design corner = with(bare_bay(), {"bays/0/insert", "corner/add=corner_diagonal",
                                            "bays/1/shape=corner_diagonal", "bays/1/fronts=left"});
    CHECK(allows("whole.not_made", corner));
    for (const char* kind : {"flap_up", "flap_down", "bifold_left", "bifold_right", "pullout", "drawer"}) {
        INFO(kind);
        refused("whole.not_made", "bays/1/fronts/0/kind",
                with(corner, {"bays/1/fronts/0/kind=" + std::string(kind)}));
    }
    for (const char* kind : {"left", "right", "pair", "flap_up", "flap_down", "pullout", "drawer"}) {
        INFO(kind);
        refused("whole.not_made", "bays/1/fronts/0/kind",
                with(corner, {"bays/1/shape=corner_l", "bays/1/fronts/0/kind=" + std::string(kind)}));
    }
    for (const char* kind : {"bifold_left", "bifold_right"})
        CHECK(allows("whole.not_made",
                     with(corner, {"bays/1/shape=corner_l", "bays/1/fronts/0/kind=" + std::string(kind)})));
    const Design end = with(bare_bay(), {"bays/0/insert", "bays/1/fronts=left", "bays/1/shape=end_round"});
    refused("whole.not_made", "bays/1/fronts", end);
}

TEST_CASE("whole.one_top: worktop, cornice and top filler exclude each other", "[rules]") {
    for (const char* one : {"worktop=oak", "cornice=80", "top_filler=50"})
        CHECK(allows("whole.one_top", with(door(), {one})));
    refused("whole.one_top", "cornice", with(door(), {"worktop=oak", "cornice=80"}));
    refused("whole.one_top", "top_filler", with(door(), {"worktop=oak", "top_filler=50"}));
    refused("whole.one_top", "top_filler", with(door(), {"cornice=80", "top_filler=50"}));
}

TEST_CASE("worktop.thickness: boards that the finish is made of, thick enough", "[rules]") {
    check_limit(
        {"worktop.thickness", "worktop/thickness", "worktop/thickness", with(door(), {"worktop=oak"})},
        {"19", "25", "38"}, "30");
    refused("worktop.thickness", "worktop/thickness", with(door(), {"worktop=oak", "worktop/thickness=16"}));
    refused("worktop.thickness", "worktop/thickness",
            with(door(), {"worktop=spruce", "worktop/thickness=38"}));
}

TEST_CASE("worktop.overhang, cornice.overhang: no further out than that", "[rules]") {
    check_limit({"worktop.overhang", "worktop/overhang", "worktop/overhang", with(door(), {"worktop=oak"})},
                {"0", "60"}, "60.1");
    check_limit({"cornice.overhang", "cornice/overhang", "cornice/overhang", with(door(), {"cornice=80"})},
                {"0", "80"}, "80.1");
}

TEST_CASE("worktop.joint: said where it is longer than a sheet", "[rules]") {
    const Design four = with(door(), {"worktop=oak", "bays/0/insert", "bays/0/insert", "bays/0/insert"});
    CHECK(allows("worktop.joint", four));  // 4 x 619 + 19 = 2495
    CHECK(refused("worktop.joint", "worktop", with(four, {"bays/0/insert"})).severity == Severity::noted);
}

TEST_CASE("cornice.height: a cap and a frieze, and no box", "[rules]") {
    const Limit limit{"cornice.height", "cornice", "cornice", door()};
    check_limit(limit, {"40", "200"}, "39.9");
    check_limit(limit, {}, "200.1");
}

TEST_CASE("cornice.open_end: nothing is mitred round a curve", "[rules]") {
    const Design end = with(bare_bay(), {"bays/0/insert", "bays/1/shape=end_round"});
    CHECK(allows("cornice.open_end", end));
    CHECK(allows("cornice.open_end", with(end, {"worktop=oak"})));
    refused("cornice.open_end", "bays/1/shape", with(end, {"cornice=80"}));
    refused("cornice.open_end", "bays/1/shape", with(end, {"top_filler=80"}));
}

TEST_CASE("filler.width: neither a sliver nor a bay", "[rules]") {
    for (const std::string side : {"left", "right"}) {
        const std::string path = "ends/" + side + "/filler";
        check_limit({"filler.width", path, path, door()}, {"20", "150"}, "19.9");
        check_limit({"filler.width", path, path, door()}, {}, "150.1");
        check_limit({"filler.width", path, path, with(door(), {"ends/" + side + "/scribe=true"})}, {"35"},
                    "34.9");
    }
}

TEST_CASE("filler.scribe, end.open: something to take off, something to fix to", "[rules]") {
    refused("filler.scribe", "ends/right/scribe", with(door(), {"ends/right/scribe=true"}));
    CHECK(allows("filler.scribe", with(door(), {"ends/right/scribe=true", "ends/right/filler=40"})));
    const Design end = with(bare_bay(), {"bays/0/insert", "bays/1/shape=end_round"});
    CHECK(allows("end.open", with(end, {"ends/left/cladding=true", "ends/left/filler=40"})));
    refused("end.open", "ends/right/cladding", with(end, {"ends/right/cladding=true"}));
    refused("end.open", "ends/right/filler", with(end, {"ends/right/filler=40"}));
}

TEST_CASE("filler.door: a handle wants its own depth and 5 mm beside a wall", "[rules]") {
    // The bar stands out 35 mm.
    const Limit limit{"filler.door", "ends/left/filler", "ends/left/filler", door()};
    CHECK(check_limit(limit, {"40.1", "60"}, "39.9").severity == Severity::advised);
    CHECK(allows("filler.door", with(door(), {"ends/right/filler=20"})));
    CHECK(allows("filler.door", with(door(), {"handle=none", "ends/left/filler=20"})));
    // Cladding of 19 beside the upright takes the door further off the wall.
    check_limit(
        {"filler.door", "ends/left/filler", "ends/left/filler", with(door(), {"ends/left/cladding=true"})},
        {"21", "40"}, "20.9");
}

TEST_CASE("top_filler.height: up to the ceiling and no further", "[rules]") {
    const Design room = with(bare_bay(), {"room/ceiling=2100"});
    const Limit limit{"top_filler.height", "top_filler", "top_filler", room};
    CHECK(check_limit(limit, {"90", "95", "100"}, "100.1").severity == Severity::blocked);
    CHECK(check_limit(limit, {}, "89.9").severity == Severity::advised);
    const Limit unmeasured{"top_filler.height", "top_filler", "top_filler", bare_bay()};
    check_limit(unmeasured, {"20", "200"}, "19.9");
    check_limit(unmeasured, {}, "200.1");
    refused("top_filler.height", "top_filler", with(bare_bay(), {"room/ceiling=2500", "top_filler=200"}));
}

TEST_CASE("hung.back, hung.wall: a back in every bay, and a wall that is known", "[rules]") {
    CHECK(allows("hung.back", hung()));
    CHECK(allows("hung.wall", hung()));
    refused("hung.back", "bays/0/back", with(hung(), {"bays/0/back=none"}));
    refused("hung.back", "bays/0/back", with(hung(), {"bays/0/back=brace"}));
    CHECK(refused("hung.wall", "room/wall", with(hung(), {"room/wall=unknown"})).severity ==
          Severity::advised);
}

TEST_CASE("hung.depth, hung.height: what a wall can hold up and two people lift", "[rules]") {
    check_limit({"hung.depth", "bays/0/depth", "bays/0/depth", hung()}, {"200", "450"}, "455");
    check_limit({"hung.height", "bays/0/height", "bays/0/height", hung()}, {"1250", "2600"}, "1240");
    const Finding high = check_limit({"hung.height", "bays/0/height", "bays/0/height", hung()}, {}, "2610");
    // From 1000 above the floor on: 1610 of carcase, and the repair says both of its heights.
    CHECK(repairs_of(high) == Strings{"set_top", "set_on_floor"});
    CHECK(measured(high) == 1610_mm);
    CHECK(high.repairs.at(0).edits.at(0).text() == "bays/0/height=2600");
    CHECK(high.repairs.at(0).text.values ==
          std::vector<std::pair<std::string, MessageValue>>{{"value", 2600_mm}, {"made", 1600_mm}});
}

TEST_CASE("hung.load: the filled cabinet against what the wall carries", "[rules]") {
    const Design filled = with(hung(), {"bays/0/openings/0/split=300", "bays/0/openings/1/split=600"});
    const Build built = build(book(), filled);
    // By hand: bottom and shelves at 65 kg/m² over a rail of 600 mm clear.
    double area = 0, rail = 0;
    for (const Part& part : built.parts) {
        if (part.kind == PartKind::shelf || part.kind == PartKind::bottom)
            area += part.size.x.metres() * part.size.z.metres();
        if (part.kind == PartKind::wall_rail) rail = part.size.x.metres();
    }
    CHECK(rail == Approx(0.5998));
    const double load = (built.mass + area * 65) / rail;
    REQUIRE(load > 60);
    REQUIRE(load < 150);
    CHECK(allows("hung.load", filled));
    for (const char* wall : {"unknown", "plasterboard"}) {
        const Finding finding =
            refused("hung.load", "base", with(filled, {"room/wall=" + std::string(wall)}));
        CHECK(std::get<std::int64_t>(finding.measured) == static_cast<std::int64_t>(std::ceil(load)));
        CHECK(std::get<std::int64_t>(finding.limit) == 60);
    }
    CHECK(allows("hung.load", with(filled, {"base=plinth", "room/wall=plasterboard"})));
    // Records on the bottom and on both shelves: 190 instead of 65. Shoes on one of them are no lighter.
    Strings records{"room/wall=unknown"};
    for (const char* opening : {"0", "1", "2"})
        records.push_back("bays/0/openings/" + std::string(opening) + "/contents=lp");
    const auto kg_per_m = [&](const Strings& edits) {
        return std::get<std::int64_t>(refused("hung.load", "base", with(filled, edits)).measured);
    };
    CHECK(kg_per_m(records) == static_cast<std::int64_t>(std::ceil((built.mass + area * 190) / rail)));
    CHECK(kg_per_m({"room/wall=unknown", "bays/0/openings/1/contents=shoes"}) ==
          static_cast<std::int64_t>(std::ceil(load)));
}

TEST_CASE("base.height: the gap under a hung cabinet has its own range", "[rules]") {
    check_limit({"base.height", "base/height", "base/height", with(hung(), {"height=2700"})},
                {"100", "1500", "2000"}, "90");
}

TEST_CASE("brace.place, brace.flat: between two uprights, and not too flat", "[rules]") {
    CHECK(allows("brace.place", with(bare_bay(), {"bays/0/back=brace"})));
    refused("brace.place", "bays/1/back",
            with(bare_bay(), {"bays/0/insert", "bays/1/shape=end_round", "bays/1/back=brace"}));
    // tan 20° of half the width between the uprights' middles less a gap: 364 mm · (1200 + 18) / 1000 = 443
    // high, both gaps of 1 mm and the plinth of 80 not counted.
    const Design wide = with(bare_bay(), {"bays/0/back=brace", "bays/0/width=1200"});
    check_limit({"brace.flat", "bays/0/back", "height", wide}, {"530", "2000"}, "520");
}

TEST_CASE("stability.racking: a cross brace squares its bay", "[rules]") {
    CHECK(allows("stability.racking", with(bare_bay(), {"wall_fixing=false", "bays/0/back=brace"})));
    refused("stability.racking", "bays/0/back", with(bare_bay(), {"wall_fixing=false", "bays/0/back=none"}));
}

TEST_CASE("corner.neighbours: a bay between two corners", "[rules]") {
    const Design apart = with(bare_bay(), {"corner/add=corner_l", "corner/add=corner_l"});
    CHECK(allows("corner.neighbours", apart));
    const Design together = with(apart, {"bays/2/remove"});
    CHECK(repairs_of(refused("corner.neighbours", "bays/2", together)) ==
          Strings{"insert_bay", "straighten"});
    CHECK(std::ranges::count(build(book(), together).findings, "corner.neighbours", &Finding::rule) == 1);
    CHECK(overall_size(book(), with(together, {"bays/1/insert"})) == overall_size(book(), apart));
    // Until it is repaired, they share the upright between them: both as deep as the deeper.
    const Layout shared = make_layout(book(), with(together, {"bays/1/depth=350", "bays/2/depth=320"}));
    CHECK(shared.corners[0].right_depth == 350_mm);
    CHECK(shared.corners[1].left_depth == 350_mm);
}
