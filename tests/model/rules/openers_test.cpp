// opener.clash, opener.together
#include <algorithm>

#include "model/build/opener_findings.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Two walls of one bay of 600, 600 deep, with a corner between them.
Design corner(const std::string& shape, const Strings& edits = {}) {
    return with(with(bare_bay(), {"depth=600", "corner/add=" + shape}), edits);
}

const Strings kDrawersRight = {"bays/2/openings/0/interior=drawers:3", "bays/2/fronts=drawer"};

/// A blind corner whose filler is too narrow for handles: the drawers of the next wall pass a closed door.
struct Tight {
    Book book = test::book();
    Design design = corner("corner_blind_left", {"bays/1/fronts=left"});

    Tight() {
        book.construction.corner_filler = 20_mm;
        book.construction.corner_clearance = -60_mm;  // twice 35.1, less 60: less than that
        design = with(design, kDrawersRight);
    }
    Build build() const { return maatkast::build(book, design); }
};

const Finding& only(const Build& build, std::string_view rule) {
    REQUIRE(std::ranges::count(build.findings, rule, &Finding::rule) == 1);
    return *find(build, rule);
}

Angle turned(const MessageValue& value) {
    return std::get<Angle>(value);
}

}  // namespace

TEST_CASE("opener.clash: drawers pass the handle round a corner when the filler is as the book wants",
          "[rules]") {
    Tight wide;
    wide.book = book();
    CHECK_FALSE(find(wide.build(), "opener.clash"));
}

TEST_CASE("opener.clash: a drawer that meets a closed door's handle cannot be sold", "[rules]") {
    const Tight tight;
    const Build built = tight.build();
    const Finding& f = only(built, "opener.clash");
    CHECK(f.severity == Severity::blocked);
    CHECK(f.where == "bays/2/fronts/0");
    CHECK(f.page == book().rule("opener.clash").source.page);
    CHECK(limit_of(f) == 540_mm);
    // The drawers' faces stand 12 from the door's edge, the filler of 20 less 8 that the door reaches over
    // its upright, and the handle ends 35 from that edge.
    CHECK(measured(f) == 47_mm);
    CHECK_FALSE(sellable(built));
}

TEST_CASE("opener.clash: each repair removes it, smallest change first", "[rules]") {
    const Tight tight;
    const Build built = tight.build();
    const Finding& f = only(built, "opener.clash");
    CHECK(repairs_of(f) == Strings{"other_handle", "other_handle", "remove_front", "remove_front"});
    for (const Repair& repair : f.repairs) {
        INFO(repair.edits.front().text());
        const auto repaired = apply(tight.book, tight.design, repair.edits);
        REQUIRE(repaired);
        CHECK_FALSE(find(build(tight.book, *repaired), "opener.clash"));
    }
    // A knob stands out 12 mm less: on this door, or on all.
    CHECK(f.repairs[0].edits[0].text() == "bays/1/fronts/0/handle=knob");
    CHECK(f.repairs[1].edits[0].text() == "handle=knob");
    // Hung the other way round the door itself would meet the drawers' handles.
    const Build turned_round = build(tight.book, with(tight.design, {"bays/1/fronts/0/kind=right"}));
    CHECK(only(turned_round, "opener.clash").where == "bays/1/fronts/0");
}

TEST_CASE("opener.clash: said once a front, for the drawer that opens least", "[rules]") {
    // The middle drawer comes 273 out before the handle in the middle of the lower pair, the upper one 47.
    Tight tight;
    tight.design = with(tight.design, {"bays/1/openings/0/split=1300", "bays/1/fronts/0/remove",
                                       "bays/1/fronts/add=pair:0:0", "bays/1/fronts/add=left:1:1"});
    const auto at_drawers = [&](const Design& design) {
        const Build built = build(tight.book, design);
        const Finding* finding = find(built, "opener.clash", "bays/2/fronts/0");
        REQUIRE(finding);
        return measured(*finding);
    };
    CHECK(at_drawers(tight.design) == 47_mm);
    CHECK(at_drawers(with(tight.design, {"bays/1/fronts/1/remove"})) == 273_mm);
}

TEST_CASE("opener.clash: what is blocked already is not blocked once more", "[rules]") {
    // The drawer behind a leaf that stays in its way has a rule of its own, which knows how much it wants.
    const Design narrow =
        with(bare_bay(), {"bays/0/openings/0/split=300", "bays/0/openings/0/interior=drawers",
                          "bays/0/insert", "depth=500", "bays/0/fronts=right",
                          "bays/1/openings/0/interior=empty", "bays/0/width=300", "bays/1/depth=600"});
    const Build built = build(book(), narrow);
    CHECK(find(built, "drawer.behind_door"));
    CHECK_FALSE(find(built, "opener.clash"));
    Sweeps sweeps(built, sweep_steps(book()));
    CHECK(clashes_alone(built, sweeps).size() == 1);  // seen all the same
}

TEST_CASE("opener.together: drawers that face each other round a corner open one after the other",
          "[rules]") {
    const Design design = corner("corner_l", {"bays/0/openings/0/interior=drawers:3", "bays/0/fronts=drawer",
                                              kDrawersRight[0], kDrawersRight[1]});
    const Build built = build(book(), design);
    CHECK_FALSE(find(built, "opener.clash"));
    const Finding& f = only(built, "opener.together");
    CHECK(f.severity == Severity::advised);
    CHECK(f.where == "bays/0/fronts/0");
    CHECK(sellable(built));
    // The leg is 340 longer than the fronts' plane is deep; the next wall's fronts reach 8 over their
    // upright.
    CHECK(limit_of(f) == 540_mm);
    CHECK(measured(f) == 332_mm);
    CHECK(
        allows("opener.together", with(design, {"bays/0/fronts=none", "bays/0/openings/0/interior=empty"})));
    CHECK(allows("opener.together", with(design, {"depth=300"})));  // runners of 250 then
}

TEST_CASE("opener.together: doors hinged away from the corner leave room for each other", "[rules]") {
    CHECK(allows("opener.together", corner("corner_l", {"bays/0/fronts=left", "bays/2/fronts=right"})));
    CHECK_FALSE(allows("opener.together", corner("corner_l", {"bays/0/fronts=right", "bays/2/fronts=left"})));
    const Design crossing = corner("corner_l", {"bays/0/fronts=left", "bays/2/fronts=left"});
    const Finding f = refused("opener.together", "bays/0/fronts/0", crossing);
    CHECK(turned(f.measured) < turned(f.limit));
    CHECK(repairs_of(f).front() == "other_side");
    CHECK(f.repairs.front().edits[0].text() == "bays/2/fronts/0/kind=right");
}

TEST_CASE("opener.together: leaves that slide past each other need not stand open at once", "[rules]") {
    Build built;  // two leaves on one track, each before the place of the other when it is open
    for (const std::int8_t sign : {std::int8_t{1}, std::int8_t{-1}}) {
        Part leaf;
        leaf.opener = static_cast<std::int32_t>(built.openers.size());
        leaf.origin = {sign > 0 ? 0_mm : 1400_mm, 0_mm, 0_mm};
        leaf.size = {700_mm, 2000_mm, 19_mm};
        built.parts.push_back(leaf);
        built.openers.push_back({.kind = OpenerKind::slide, .axis = Axis::x, .sign = sign, .travel = 700_mm});
    }
    Sweeps sweeps(built, sweep_steps(book()));
    CHECK(sweeps.beside(0, 1));
    CHECK(clashes_together(built, sweeps).empty());
    CHECK(clashes_alone(built, sweeps).empty());
}

TEST_CASE("A straight run has nothing to say about its openers", "[rules]") {
    const Design run = with(
        bare_bay(), {"depth=600", "bays/0/insert", "bays/0/insert", "bays/0/fronts=left",
                     "bays/1/fronts=pair", "bays/2/openings/0/interior=drawers:4", "bays/2/fronts=drawer"});
    CHECK(allows("opener.clash", run));
    CHECK(allows("opener.together", run));
}

TEST_CASE("How far it opens is said in whole millimetres and degrees, never more than it does", "[rules]") {
    const Opener slide{.kind = OpenerKind::slide, .travel = 540_mm}, hinge{.limit = Angle::of_degrees(105)};
    CHECK(std::get<Length>(opened(slide, 1)) == 540_mm);
    CHECK(std::get<Length>(opened(slide, 0.9999)) == 539_mm);
    CHECK(turned(opened(hinge, 1)) == Angle::of_degrees(105));
    CHECK(turned(opened(hinge, 0.999)) == Angle::of_degrees(104));
    CHECK(turned(opened(hinge, 0)) == Angle{});
}
