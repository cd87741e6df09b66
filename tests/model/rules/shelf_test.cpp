// shelf.grid, shelf.span
#include <cmath>

#include "model/build/shelf_span.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// One shelf, its upper face this far above the bottom panel.
Design shelf_at(const std::string& top) {
    return with(bare_bay(), {"bays/0/openings/0/split=" + top});
}

/// 5qL⁴/(384EI) of a strip 1 mm wide on two pins, as a fraction of L: the textbook beam, I = bt³/12.
double bend(double span_mm, double thickness_mm, double elastic_modulus, double kg_per_m2) {
    const double q = kg_per_m2 * 9.81 / 1e6, inertia = std::pow(thickness_mm, 3) / 12;
    return 5 * q * std::pow(span_mm, 3) / (384 * elastic_modulus * inertia);
}

int to_tens(Length length) {
    return static_cast<int>(std::lround(length.mm() / 10)) * 10;
}

}  // namespace

TEST_CASE("shelf.grid: a shelf stands on a hole, one every 50 mm", "[rules]") {
    const Limit limit{"shelf.grid", "bays/0/openings/0/top", "bays/0/openings/0/top", shelf_at("350")};
    const Finding f = check_limit(limit, {"300", "350", "400"}, "399.9");
    CHECK(f.repairs.at(0).edits.at(0).text() == "bays/0/openings/0/top=350");
    CHECK(repairs_of(f) == Strings{"move_shelf", "remove_shelf"});
}

TEST_CASE("shelf.grid: not down to the hole that the shelf below stands on", "[rules]") {
    const Design close = with(shelf_at("300"), {"bays/0/openings/1/split=390"});
    CHECK(repairs_of(refused("shelf.grid", "bays/0/openings/1/top", close)) == Strings{"remove_shelf"});
}

TEST_CASE("shelf.grid: between two shelves 50 mm stay clear", "[rules]") {
    const Limit limit{"shelf.grid", "bays/0/openings/1/top", "bays/0/openings/1/top",
                      with(shelf_at("331"), {"bays/0/openings/1/split=400"})};
    const Build at_limit = build(book(), limit.design);  // 331 + 50 + 19
    CHECK_FALSE(find(at_limit, "shelf.grid", limit.where));
    CHECK(repairs_of(refused("shelf.grid", limit.where, with(limit.design, {limit.path + "=399.9"}))) ==
          Strings{"remove_shelf"});
}

TEST_CASE("shelf.grid: 50 mm stay clear under the top panel", "[rules]") {
    // 1800 + 50 over a plinth of 80 and between two panels of 19.
    const Limit limit{"shelf.grid", "bays/0/openings/0/top", "bays/0/height", shelf_at("1800")};
    check_limit(limit, {"1970", "1968"}, "1967.9");
}

TEST_CASE("shelf.grid: a shelf outside its bay or under the one below it is refused", "[rules]") {
    CHECK(repairs_of(refused("shelf.grid", "bays/0/openings/0/top", shelf_at("1900"))) ==
          Strings{"remove_shelf"});
    const Design crossed = with(shelf_at("800"), {"bays/0/openings/1/split=400"});
    refused("shelf.grid", "bays/0/openings/1/top", crossed);
}

TEST_CASE("The longest span is the textbook's: 18 mm chipboard 780 mm, spruce 1480 mm", "[rules]") {
    CHECK(to_tens(longest_span(18_mm, 1600, 65, 200)) == 780);
    CHECK(to_tens(longest_span(18_mm, 11000, 65, 200)) == 1480);
    for (const double modulus : {1600.0, 3000.0, 7000.0, 11000.0})
        for (const double load : {65.0, 100.0, 150.0})
            for (const Length t : {16_mm, 19_mm, 25_mm}) {
                const double span = longest_span(t, modulus, load, 200).mm();
                CHECK(bend(span, t.mm(), modulus, load) <= 1 / 200.0);
                CHECK(bend(span + 1, t.mm(), modulus, load) > 1 / 200.0);
            }
}

TEST_CASE("shelf.span: 19 mm chipboard carries 65 kg/m² over 819 mm", "[rules]") {
    CHECK(bend(819, 19, 1600, 65) <= 1 / 200.0);
    CHECK(bend(820, 19, 1600, 65) > 1 / 200.0);
    const Limit limit{"shelf.span", "bays/0/width", "bays/0/width", shelf_at("800")};
    const Finding f = check_limit(limit, {"818", "819"}, "820");
    CHECK(repairs_of(f) == Strings{"set_thickness", "set_shelf_finish", "set_size"});
    CHECK(limit_of(f) == 819_mm);
}

TEST_CASE("shelf.span: crockery halves nothing but a third root, 16 mm is weaker, spruce stronger",
          "[rules]") {
    const Limit kitchen{"shelf.span", "bays/0/width", "bays/0/width",
                        with(shelf_at("800"), {"load=kitchen"})};
    check_limit(kitchen, {"620"}, "621");
    CHECK(bend(620, 19, 1600, 150) <= 1 / 200.0);
    CHECK(bend(621, 19, 1600, 150) > 1 / 200.0);
    const Limit thin{"shelf.span", "bays/0/width", "bays/0/width",
                     with(shelf_at("800"), {"thickness/shelves=16"})};
    check_limit(thin, {"690"}, "691");
    const Limit spruce{"shelf.span", "bays/0/width", "bays/0/width",
                       with(shelf_at("800"), {"finish/shelves=spruce"})};
    check_limit(spruce, {"1200", "1558"}, "1559");
}

TEST_CASE("shelf.span: one weak shelf speaks for its bay, and only shelves count", "[rules]") {
    CHECK(allows("shelf.span", with(bare_bay(), {"bays/0/width=1200"})));
    const Design mixed = with(shelf_at("400"), {"finish/shelves=spruce", "bays/0/openings/1/split=800",
                                                "bays/0/openings/0/finish=white", "bays/0/width=900"});
    // An exception at a shelf outlives the group's finish, so another finish is no way out.
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", mixed)) == Strings{"set_thickness", "set_size"});
    const Design bay = with(shelf_at("400"), {"bays/0/finish=white", "bays/0/width=900"});
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", bay)) == Strings{"set_thickness", "set_size"});
    const Design same = with(shelf_at("400"), {"bays/0/openings/0/finish=white", "bays/0/width=900"});
    CHECK(repairs_of(refused("shelf.span", "bays/0/width", same)) == Strings{"set_thickness", "set_size"});
}
