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
    CHECK(bare.lines.size() == 5);
    CHECK(bare.total == Cents{9245 + 481 + 2489 + 2174 + 1280});
    CHECK(bare.vat == Cents{2719});  // 156.69 × 21/121 = 27.194
}

TEST_CASE("A shelf adds its board, its front edge and four pins", "[price]") {
    const Price bare = price_of(bare_bay());
    const Price one = price_of(with(bare_bay(), {"bays/0/openings/0/split=1000"}));
    // 0.5 of play at both ends, 0.1 behind, 2 set back.
    const double area = quantity(one, "board.white.19") - quantity(bare, "board.white.19");
    CHECK(area == Approx(0.599 * 0.2938).margin(1e-4));
    CHECK(quantity(one, "edge.white") - quantity(bare, "edge.white") == Approx(0.599).margin(1e-4));
    CHECK(quantity(one, "shelf.pin") == 4);
    CHECK(one.lines.size() == bare.lines.size() + 1);
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
