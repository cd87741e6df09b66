// Faces of fronts: frames, panels and panes, measured against the drawing.
#include "model/build/face.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "model/build/outline.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A face of 600 by 2000 and 19 mm thick, its lower left back corner at the origin.
FrontFace face(FrontStyle style, Length width = 600_mm, Length height = 2000_mm, Length thickness = 19_mm) {
    return {.stem = PartName("front"),
            .slab = PartName("front_door"),
            .style = style,
            .field = {{}, width, {}, height},
            .back = {},
            .thickness = thickness};
}

std::vector<BoardSpec> boards(FrontStyle style, PartKind kind, Length height = 2000_mm) {
    std::vector<BoardSpec> found = face_boards(book(), face(style, 600_mm, height));
    std::erase_if(found, [kind](const BoardSpec& board) { return board.kind != kind; });
    return found;
}

/// Inner length of an outline in u and in v.
std::pair<Length, Length> extent(const std::vector<OutlinePoint>& outline) {
    const auto [low_u, high_u] = std::ranges::minmax(outline, {}, &OutlinePoint::u);
    const auto [low_v, high_v] = std::ranges::minmax(outline, {}, &OutlinePoint::v);
    return {high_u.u - low_u.u, high_v.v - low_v.v};
}

}  // namespace

TEST_CASE("A plain face is one board of its field", "[fronts]") {
    const auto slab = face_boards(book(), face(FrontStyle::slab));
    REQUIRE(slab.size() == 1);
    CHECK(slab[0].kind == PartKind::door);
    CHECK(slab[0].most - slab[0].least == Length3{600_mm, 2000_mm, 19_mm});
    CHECK(slab[0].outline.empty());
}

TEST_CASE("A panelled face: two stiles, rails between them, a panel in their groove", "[fronts]") {
    const auto stiles = boards(FrontStyle::panelled, PartKind::frame_stile);
    REQUIRE(stiles.size() == 2);
    for (const BoardSpec& stile : stiles) {
        CHECK(stile.most.y - stile.least.y == 2000_mm);
        CHECK(extent(stile.outline) == std::pair(19_mm, 60_mm));
        // 60 × 19 less a groove of 10 × 8.2.
        CHECK(outline_area(stile.outline) == Approx((60 * 19 - 10 * 8.2) * 1e-6));
    }
    // 1880 between the outer rails is more than 1400: two panels and a rail between them.
    const auto rails = boards(FrontStyle::panelled, PartKind::frame_rail);
    REQUIRE(rails.size() == 3);
    for (const BoardSpec& rail : rails) {
        CHECK(rail.least.x == 60.1_mm);
        CHECK(rail.most.x == 539.9_mm);
    }
    CHECK(outline_area(rails[1].outline) == Approx((60 * 19 - 2 * 10 * 8.2) * 1e-6));
    const auto panels = boards(FrontStyle::panelled, PartKind::panel);
    REQUIRE(panels.size() == 2);
    for (const BoardSpec& panel : panels) {
        // Clear 480, and 8 of the 10 mm of groove at both sides.
        CHECK(panel.most - panel.least == Length3{496_mm, 926_mm, 8_mm});
        CHECK(panel.least.z == 5.5_mm);
        CHECK(panel.thickness == 8_mm);
    }
}

TEST_CASE("A rail divides what is higher than 1400, no sooner", "[fronts]") {
    CHECK(boards(FrontStyle::panelled, PartKind::panel, 1520_mm).size() == 1);
    CHECK(boards(FrontStyle::panelled, PartKind::panel, 1520.1_mm).size() == 2);
    CHECK(boards(FrontStyle::panelled, PartKind::panel, 2800_mm).size() == 2);
    // The panels of one front are alike, to the tenth that a division leaves.
    const auto panels = boards(FrontStyle::panelled, PartKind::panel, 2800.3_mm);
    const Length low = panels[0].most.y - panels[0].least.y, high = panels[1].most.y - panels[1].least.y;
    CHECK(high - low <= 0.1_mm);
}

TEST_CASE("Glass is a pane of 4 mm in the same frame, clear or frosted", "[fronts]") {
    for (const auto& [style, id] : {std::pair(FrontStyle::glass_clear, "glass_clear"),
                                    std::pair(FrontStyle::glass_frosted, "glass_frosted")}) {
        const auto panes = boards(style, PartKind::glass);
        REQUIRE(panes.size() == 2);
        CHECK(book().finishes[panes[0].finish].id == id);
        CHECK(panes[0].most.z - panes[0].least.z == 4_mm);
        CHECK(panes[0].least.z == 7.5_mm);
        CHECK(boards(style, PartKind::panel).empty());
        CHECK(book().finishes[panes[0].finish].look.transmission > 0);
        CHECK_FALSE(book().finishes[panes[0].finish].choice);
    }
}

TEST_CASE("A face weighs what its boards weigh, by hand", "[fronts]") {
    constexpr double kChamfers = 0.002;  // take so much of a narrow board at most
    // 0.6 × 2 × 19 mm of chipboard.
    CHECK(face_mass(book(), face(FrontStyle::slab)) == Approx(0.6 * 2 * 0.019 * 650).epsilon(kChamfers));
    const double stiles = 2 * 2.0 * (60 * 19 - 10 * 8.2) * 1e-6 * 650;
    const double rails = 0.4798 * (2 * (60 * 19 - 10 * 4.2) + (60 * 19 - 20 * 4.2)) * 1e-6 * 650;
    const double glass_stiles = 2 * 2.0 * (60 * 19 - 10 * 4.2) * 1e-6 * 650;
    const double panes = 2 * 0.496 * 0.926 * 0.004 * 2500;
    CHECK(face_mass(book(), face(FrontStyle::glass_clear)) ==
          Approx(glass_stiles + rails + panes).epsilon(kChamfers));
    CHECK(face_mass(book(), face(FrontStyle::panelled)) < stiles + 20);
}

TEST_CASE("Where a frame has no room the front is plain", "[fronts]") {
    CHECK(can_be_framed(book(), FrontStyle::panelled, 600_mm, 121_mm, 19_mm));
    CHECK_FALSE(can_be_framed(book(), FrontStyle::panelled, 600_mm, 120_mm, 19_mm));
    CHECK_FALSE(can_be_framed(book(), FrontStyle::panelled, 120_mm, 600_mm, 19_mm));
    // 8.2 of groove and cheeks of 2.
    CHECK(can_be_framed(book(), FrontStyle::panelled, 600_mm, 600_mm, 12.2_mm));
    CHECK_FALSE(can_be_framed(book(), FrontStyle::panelled, 600_mm, 600_mm, 12.1_mm));
    CHECK(face_boards(book(), face(FrontStyle::panelled, 600_mm, 100_mm)).size() == 1);
}

TEST_CASE("A leaf stands for all boards of its face, and its hinges for their mass", "[fronts]") {
    Design design = with(bare_bay(), {"bays/0/width=565", "bays/0/fronts=left"});
    const Build plain = build(book(), design);
    design.bays[0].fronts[0].style = FrontStyle::glass_clear;
    const Build glazed = build(book(), design);
    REQUIRE(glazed.leaves.size() == 1);
    const Leaf& leaf = glazed.leaves[0];
    CHECK(leaf.size == plain.leaves[0].size);
    CHECK(leaf.parts == 7);  // two stiles, three rails, two panes
    double mass = 0;
    std::set<std::int32_t> openers;
    for (std::uint32_t i = leaf.first_part; i < leaf.first_part + leaf.parts; ++i) {
        mass += glazed.parts[i].mass;
        openers.insert(glazed.parts[i].opener);
    }
    CHECK(leaf.mass == Approx(mass));
    CHECK(openers == std::set{leaf.opener});
    // 16 kg of glass and frame hang on the hinges of the table, not those of a pane.
    const auto cups = std::ranges::count(glazed.parts, PartKind::hinge_cup, &Part::kind);
    CHECK(cups == hinges_needed(book(), mass, leaf.size.y, leaf.size.x));
}
