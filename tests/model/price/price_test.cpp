// Prices against a pencil: every quantity below is worked out from the sizes on the drawing.
#include "model/price/price.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Price price_of(const Design& design) {
    return price(book(), build(book(), design));
}

/// The line of an article; one of nothing where there is none.
PriceLine line(const Price& price, std::string_view article) {
    for (const PriceLine& line : price.lines)
        if (book().articles[line.article].id == article) return line;
    return {};
}

double quantity(const Price& price, std::string_view article) {
    return line(price, article).quantity;
}

}  // namespace

TEST_CASE("A bare bay of 600 by 2000 by 300, by hand", "[price]") {
    const Price bare = price_of(bare_bay());
    // The back takes 4 and its joint 0.1 of the depth, a joint takes 0.1 at both ends of bottom and top.
    const double uprights = 2 * 1.920 * 0.2959, panels = 2 * 0.5998 * 0.2959;
    CHECK(quantity(bare, "board.white.19") == Approx(uprights + panels).margin(5e-5));
    CHECK(line(bare, "board.white.19").total == Cents{9245});  // 1.4912 m² at 62.00
    // 2 in from both ends, under 0.1 of joint, 40 and its own 16 behind the front.
    const double plinth = 0.634 * 0.0799, ends = 2 * 0.2398 * 0.0799;
    CHECK(quantity(bare, "board.white.16") == Approx(plinth + ends).margin(5e-5));
    CHECK(line(bare, "board.white.16").total == Cents{481});  // 0.0890 m² at 54.00
    CHECK(quantity(bare, "board.white.4") == Approx(0.618 * 1.918).margin(5e-5));
    CHECK(line(bare, "board.white.4").total == Cents{2489});  // 1.1853 m² at 21.00
    // Uprights: front, head and foot; panels: front; plinth: top and both ends; its returns: top.
    const double edges = 2 * (1.920 + 2 * 0.2959) + 2 * 0.5998 + (0.634 + 2 * 0.0799) + 2 * 0.2398;
    CHECK(quantity(bare, "edge.white") == Approx(edges).margin(5e-5));
    CHECK(line(bare, "edge.white").total == Cents{2174});  // 7.4966 m at 2.90
    CHECK(quantity(bare, "foot") == 4);
    CHECK(line(bare, "foot").total == Cents{4 * 320});
    // Too high to stand freely, so each upright is fixed to a wall that nobody has looked at yet.
    CHECK(quantity(bare, "wall_bracket.unknown") == 2);
    CHECK(line(bare, "wall_bracket.unknown").total == Cents{2 * 640});
    // Eight boards, all of them joined; no shelf, so no hole.
    CHECK(quantity(bare, "labour.saw") == 8);
    CHECK(line(bare, "labour.saw").total == Cents{8 * 250});
    CHECK(quantity(bare, "labour.assemble") == 8);
    CHECK(line(bare, "labour.assemble").total == Cents{8 * 350});
    CHECK(quantity(bare, "labour.edge") == Approx(edges).margin(5e-5));
    CHECK(line(bare, "labour.edge").total == Cents{675});  // 7.4966 m at 0.90
    CHECK(quantity(bare, "labour.drill") + quantity(bare, "labour.outline") == 0);
    CHECK(bare.lines.size() == 9);
    CHECK(bare.total == Cents{9245 + 481 + 2489 + 2174 + 1280 + 1280 + 2000 + 2800 + 675});
    CHECK(bare.vat == Cents{3892});  // 224.24 × 21/121 = 38.918
}

TEST_CASE("A shelf adds its board, its front edge and four pins", "[price]") {
    const Price bare = price_of(bare_bay());
    const Price one = price_of(with(bare_bay(), {"bays/0/openings/0/split=1000"}));
    // 0.5 of play at both ends, 0.1 behind, 2 set back.
    const double area = quantity(one, "board.white.19") - quantity(bare, "board.white.19");
    CHECK(area == Approx(0.599 * 0.2938).margin(1e-4));
    CHECK(quantity(one, "edge.white") - quantity(bare, "edge.white") == Approx(0.599).margin(1e-4));
    CHECK(quantity(one, "shelf.pin") == 4);
    CHECK(quantity(one, "labour.saw") == 9);
    CHECK(quantity(one, "labour.assemble") == 8);  // it lies loose
    // Its pins at 1077.4 above the floor; holes every 50 from 127.4 to 1927.4, in two columns on two sides.
    CHECK(quantity(one, "labour.drill") == 37 * 2 * 2);
    CHECK(line(one, "labour.drill").total == Cents{148 * 4});
    CHECK(one.lines.size() == bare.lines.size() + 2);
}

TEST_CASE("A door adds its board, four edges, hinges and a handle", "[price]") {
    const Price door = price_of(with(bare_bay(), {"bays/0/fronts=left", "finish/fronts=oak"}));
    CHECK(quantity(door, "board.oak.19") == Approx(0.635 * 1.917).margin(5e-5));
    CHECK(quantity(door, "edge.oak") == Approx(2 * (0.635 + 1.917)).margin(5e-5));
    // 15 kg and 1917 high take four, and over 600 wide one more.
    CHECK(quantity(door, "hinge.cup") == 5);
    CHECK(quantity(door, "hinge.arm") == 5);
    CHECK(line(door, "hinge.cup").total == Cents{5 * 640});
    CHECK(quantity(door, "handle.bar") == 1);
    CHECK(quantity(door, "labour.mount_front") == 1);
    CHECK(quantity(door, "labour.drill") == 5 + 5 * 2);  // cups, and two screws an arm
    CHECK(quantity(door, "labour.assemble") == 8);       // the carcase's: a door is not joined
}

TEST_CASE("A framed door is joined, and hung once; a milled grip is paid for each leaf", "[price]") {
    const Design door = with(bare_bay(), {"bays/0/fronts=left"});
    const Price framed = price_of(with(door, {"bays/0/fronts/0/style=glass_clear"}));
    CHECK(quantity(framed, "labour.mount_front") == 1);
    // The carcase's 8; two stiles, and over 1917 mm three rails and two panes.
    CHECK(quantity(framed, "labour.assemble") == 8 + 2 + 3 + 2);
    CHECK(quantity(price_of(with(door, {"handle=grip"})), "handle.grip") == 1);
    CHECK(quantity(price_of(with(door, {"handle=grip", "bays/0/fronts/0/kind=pair"})), "handle.grip") == 2);
    CHECK(quantity(price_of(with(door, {"handle=grip", "bays/0/fronts/0/kind=bifold_left"})),
                   "handle.grip") == 1);
}

TEST_CASE("A pair is hung twice, drawers once each", "[price]") {
    CHECK(quantity(price_of(with(bare_bay(), {"bays/0/fronts=pair"})), "labour.mount_front") == 2);
    const Design drawers = with(
        bare_bay(), {"depth=605", "bays/0/openings/0/interior=drawers:3", "bays/0/fronts/add=drawer:0:0"});
    CHECK(quantity(price_of(drawers), "labour.mount_front") == 3);
}

TEST_CASE("Each upright is fixed to its wall with what that wall needs", "[price]") {
    Design three = with(bare_bay(), {"bays/0/insert", "bays/0/insert"});
    for (const auto& [wall, article] : {std::pair{Wall::unknown, "wall_bracket.unknown"},
                                        {Wall::masonry, "wall_bracket.masonry"},
                                        {Wall::concrete, "wall_bracket.concrete"},
                                        {Wall::plasterboard, "wall_bracket.plasterboard"}}) {
        three.room.wall = wall;
        CHECK(quantity(price_of(three), article) == 4);
    }
    three.wall_fixing = false;
    CHECK(quantity(price_of(three), "wall_bracket.plasterboard") == 0);
}

TEST_CASE(
    "A prism costs the rectangle it is cut from, its banded edge, and the cut that leaves the rectangle",
    "[price]") {
    Part shelf;
    shelf.shape = ShapeKind::prism;
    shelf.finish = static_cast<std::uint16_t>(book().finish("white") - book().finishes.data());
    shelf.article = book().article("board.white.19");
    shelf.size = {900_mm, 19_mm, 900_mm};
    shelf.corners = 6;
    shelf.banded = 680_mm;
    Build build;
    build.outlines = {{0_mm, 0_mm},     {900_mm, 0_mm},   {900_mm, 560_mm},
                      {560_mm, 560_mm}, {560_mm, 900_mm}, {0_mm, 900_mm}};
    build.parts = {shelf};
    const Price letter = price(book(), build);
    CHECK(quantity(letter, "board.white.19") == Approx(0.81));
    CHECK(quantity(letter, "edge.white") == Approx(0.68));
    CHECK(quantity(letter, "labour.edge") == Approx(0.68));
    CHECK(quantity(letter, "labour.outline") == Approx(0.34 + 0.34));
    // A slope of 300 over 400 is 500 long; the other three sides lie on the rectangle.
    build.outlines = {{0_mm, 0_mm}, {900_mm, 0_mm}, {900_mm, 600_mm}, {500_mm, 900_mm}, {0_mm, 900_mm}};
    build.parts[0].corners = 5;
    CHECK(quantity(price(book(), build), "labour.outline") == Approx(0.5));
    // Mitred at one end of its thickness: one cut over its whole length.
    build.outlines = {{0_mm, 0_mm}, {19_mm, 0_mm}, {0_mm, 19_mm}};
    build.parts[0].size = {19_mm, 19_mm, 900_mm};
    build.parts[0].extrusion = Axis::z;
    build.parts[0].length_axis = Axis::z;
    build.parts[0].corners = 3;
    CHECK(quantity(price(book(), build), "labour.outline") == Approx(0.9));
}

TEST_CASE("A plinth across a corner costs its own length, not that of its box", "[price]") {
    Part plinth;
    plinth.kind = PartKind::plinth;
    plinth.shape = ShapeKind::prism;
    plinth.thickness_axis = Axis::z;
    plinth.finish = static_cast<std::uint16_t>(book().finish("white") - book().finishes.data());
    plinth.article = book().article("board.white.16");
    // 500 long and 16 thick at the slope of 3 to 4, square at its ends; u is z, v is x.
    plinth.size = {409.6_mm, 80_mm, 312.8_mm};
    plinth.corners = 4;
    Build build;
    build.outlines = {{0_mm, 9.6_mm}, {12.8_mm, 0_mm}, {312.8_mm, 400_mm}, {300_mm, 409.6_mm}};
    build.parts = {plinth};
    const Price askew = price(book(), build);
    CHECK(quantity(askew, "board.white.16") == Approx(0.5 * 0.08));
    CHECK(quantity(askew, "labour.outline") == Approx(2 * 0.08));
}

TEST_CASE("Wood whose edges cost nothing is not banded", "[price]") {
    const Price spruce = price_of(with(bare_bay(), {"finish/carcase=spruce"}));
    CHECK(quantity(spruce, "labour.edge") == 0);
    CHECK(quantity(spruce, "labour.saw") == 8);
}

TEST_CASE("Push-to-open doors have no handle to pay for", "[price]") {
    const Price door = price_of(with(bare_bay(), {"bays/0/fronts=left", "handle=none"}));
    CHECK(quantity(door, "handle.bar") + quantity(door, "handle.knob") == 0);
}

TEST_CASE("Drawers come with a pair of runners each, a rail with two brackets", "[price]") {
    const Price price = price_of(
        with(bare_bay(), {"depth=605", "bays/0/openings/0/split=600", "bays/0/openings/0/interior=drawers:2",
                          "bays/0/openings/1/interior=rail"}));
    CHECK(quantity(price, "runner") == 4);
    CHECK(line(price, "runner").total == Cents{4 * 2350});
    CHECK(quantity(price, "rail") == 1);
    CHECK(quantity(price, "rail.bracket") == 2);
    // Two boxes of five boards; runners of 550 take three screws each.
    CHECK(quantity(price, "labour.assemble") == 8 + 2 * 5);
    CHECK(quantity(price, "labour.drill") == 37 * 4 + 4 * 3);
}

TEST_CASE("Legs replace plinth and feet", "[price]") {
    const Price legs = price_of(with(bare_bay(), {"base=legs", "base/height=100"}));
    CHECK(quantity(legs, "foot") == 0);
    CHECK(quantity(legs, "board.white.16") == 0);
    CHECK(quantity(legs, "leg") == 4);
}

TEST_CASE("The VAT inside a total is 21/121 of it, to the nearest cent", "[price]") {
    for (int width = 250; width <= 1200; width += 7) {
        const Price price = price_of(with(bare_bay(), {"bays/0/width=" + std::to_string(width)}));
        const auto exact = static_cast<double>(price.total.value) * 21 / 121;
        CHECK(std::abs(static_cast<double>(price.vat.value) - exact) <= 0.5);
        const auto net = static_cast<double>(price.total.value - price.vat.value);
        CHECK(std::abs(net * 1.21 - static_cast<double>(price.total.value)) <= 0.61);
    }
}

TEST_CASE("Lines stand in the book's order, each article once", "[price]") {
    const Price price = price_of(with(bare_bay(), {"bays/0/fronts=pair"}));
    CHECK(std::ranges::is_sorted(price.lines, {}, &PriceLine::article));
    CHECK(std::ranges::adjacent_find(price.lines, {}, &PriceLine::article) == price.lines.end());
}

TEST_CASE("The effect of a choice is the difference of two prices", "[price]") {
    const Design before = bare_bay();
    const std::vector<Edit> choice{parse_edit("bays/0/openings/0/split=1000"),
                                   parse_edit("finish/shelves=oak")};
    const Price after = price_of(with(before, {choice[0].text(), choice[1].text()}));
    CHECK(price_change(book(), before, choice) == after.total - price_of(before).total);
    const std::vector<Edit> impossible{parse_edit("bays/7/width=600")};
    CHECK_FALSE(price_change(book(), before, impossible));
    CHECK(price_change(book(), before, {}) == Cents{0});
}
