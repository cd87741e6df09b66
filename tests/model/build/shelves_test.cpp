// Shelves of every kind, the light under them, and what stands between them: where their parts are.
#include <algorithm>
#include <map>
#include <set>

#include "model/build/builder.h"
#include "model/build/rail.h"
#include "model/build/shelf.h"
#include "model/price/price.h"
#include "tests/model/build/oriented.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A bay of 600 with a shelf at 1000 of this kind.
Design shelf_of(const std::string& kind, const Strings& edits = {}) {
    return with(with(bare_bay(), {"bays/0/openings/0/split=1000", "bays/0/openings/0/shelf=" + kind}), edits);
}

const Part& part(const Build& build, std::string_view name) {
    const auto found = std::ranges::find(build.parts, name, [](const Part& p) { return p.name.view(); });
    INFO(name);
    REQUIRE(found != build.parts.end());
    return *found;
}

std::ptrdiff_t count(const Build& build, PartKind kind) {
    return std::ranges::count(build.parts, kind, &Part::kind);
}

Length3 far_end(const Part& part) {
    return part.origin + part.size;
}

constexpr Length kFloor = 80_mm + 19_mm, kBack = 4.1_mm;

/// Names of the first two parts that are in one place; hinges fold through each other as they are made to.
std::string clash(const Build& build, std::span<const double> open = {}) {
    const auto counts = [](const Part& p) {
        return p.kind != PartKind::hinge_cup && p.kind != PartKind::hinge_arm;
    };
    for (std::size_t a = 0; a < build.parts.size(); ++a)
        for (std::size_t b = a + 1; b < build.parts.size(); ++b) {
            const Part &one = build.parts[a], &other = build.parts[b];
            if (!counts(one) && !counts(other)) continue;
            if (one.kind == PartKind::hinge_cup || other.kind == PartKind::hinge_cup) continue;
            if (penetration(oriented(build, one, open), oriented(build, other, open)) > 1e-6)
                return std::string(one.name.view()) + " " + std::string(other.name.view());
        }
    return {};
}

}  // namespace

TEST_CASE("A loose shelf rests on four pins, half a millimetre from the uprights", "[shelf]") {
    const Build built = build(book(), shelf_of("loose"));
    const Part& shelf = part(built, "bay0_shelf0");
    CHECK(shelf.origin == Length3{-300_mm + 0.5_mm, kFloor + 1000_mm - 19_mm, kBack + 0.1_mm});
    CHECK(far_end(shelf) == Length3{300_mm - 0.5_mm, kFloor + 1000_mm, 300_mm - 2_mm});
    CHECK(count(built, PartKind::shelf_pin) == 4);
    const Part &left = part(built, "bay0_shelf0_pin_left_back"),
               &right = part(built, "bay0_shelf0_pin_right_front");
    CHECK(far_end(left).y == shelf.origin.y - 0.1_mm);
    CHECK(left.origin.x == -299.9_mm);
    CHECK(left.origin.z == kBack + 37_mm);
    CHECK(far_end(right).x == 299.9_mm);
    CHECK(far_end(right).z == 300_mm - 78_mm);  // past the arms of hinges that may come
    CHECK(right.turn == 2);
}

TEST_CASE("A fixed shelf closes to the joint and needs no pins", "[shelf]") {
    const Build built = build(book(), shelf_of("fixed"));
    CHECK(part(built, "bay0_shelf0").size.x == 600_mm - 0.2_mm);
    CHECK(count(built, PartKind::shelf_pin) == 0);
}

TEST_CASE("A protruding shelf ends in the plane of the fronts, a recessed one 60 behind the carcase",
          "[shelf]") {
    const Design two = with(shelf_of("protruding"), {"bays/0/insert", "bays/1/fronts=left"});
    const Build built = build(book(), two);
    CHECK(far_end(part(built, "bay0_shelf0")).z == 300_mm);
    CHECK(far_end(part(built, "bay0_bottom")).z == 300_mm - 19_mm - 2_mm);
    CHECK(carcase_bounds(built).most.z == 300_mm);
    CHECK(far_end(part(build(book(), shelf_of("protruding")), "bay0_shelf0")).z == 300_mm);
    CHECK(far_end(part(build(book(), shelf_of("recessed")), "bay0_shelf0")).z == 300_mm - 60_mm);
}

TEST_CASE("A glass shelf is 6 thick up to 600 and 8 above, and weighs 2.5 kg a litre", "[shelf]") {
    const Build narrow = build(book(), shelf_of("glass"));
    const Part& pane = part(narrow, "bay0_shelf0");
    CHECK(pane.size.y == 6_mm);
    CHECK(book().articles[pane.article].id == "board.glass_clear.6");
    CHECK(pane.mass == Approx(0.599 * 0.006 * pane.size.z.metres() * 2500).epsilon(0.002));
    CHECK(count(narrow, PartKind::shelf_pin) == 4);
    const Design wide = shelf_of("glass", {"bays/0/width=601"});
    CHECK(part(build(book(), wide), "bay0_shelf0").size.y == 8_mm);
    // Thinner than wood, it leaves more below it.
    CHECK(make_layout(book(), wide).opening(0, 0).clear() == 992_mm);
    CHECK(make_layout(book(), wide).opening(0, 1).bottom == kFloor + 1000_mm);
}

TEST_CASE("A slanted shelf leans forward by 20 degrees between back and front of its carcase", "[shelf]") {
    const Build built = build(book(), shelf_of("slanted", {"depth=400"}));
    const Part &board = part(built, "bay0_shelf0"), &toe = part(built, "bay0_shelf0_toe");
    CHECK(board.size.z == 330_mm);
    CHECK(toe.size.y == 19_mm + 40_mm);
    const Oriented leaning = oriented(built, board), rail = oriented(built, toe);
    const glm::dvec3 forward = glm::normalize(leaning.half[2]);
    CHECK(forward.y == Approx(-std::sin(glm::radians(20.0))));
    CHECK(forward.z == Approx(std::cos(glm::radians(20.0))));
    // Its highest edge is at the shelf's height; the toe rail ends 2 behind the carcase's front edge.
    const glm::dvec3 up{0, 1, 0}, out{0, 0, 1};
    CHECK(leaning.middle.y + reach(leaning, up) == Approx((kFloor + 1000_mm).metres()));
    CHECK(rail.middle.z + reach(rail, out) == Approx(0.398).margin(2e-4));
    const double lowest = std::min(rail.middle.y - reach(rail, up), leaning.middle.y - reach(leaning, up));
    const auto slant = slant_of(
        book().construction, make_layout(book(), shelf_of("slanted", {"depth=400"})).bays[0], 19_mm, false);
    REQUIRE(slant);
    CHECK((kFloor + 1000_mm).metres() - lowest == Approx(slant->fall.metres()).margin(2e-4));
    CHECK(clash(built).empty());
}

TEST_CASE("A shallow carcase shortens a slanted shelf, a door before it even more", "[shelf]") {
    const Design open = shelf_of("slanted"), closed = shelf_of("slanted", {"bays/0/fronts=left"});
    const auto depth = [](const Design& design) { return part(build(book(), design), "bay0_shelf0").size.z; };
    CHECK(depth(open) < 330_mm);
    CHECK(depth(closed) < depth(open) - 80_mm);
    CHECK(clash(build(book(), open)).empty());
    CHECK(clash(build(book(), closed)).empty());
}

TEST_CASE("A tipped frame stands in the frame of its run", "[shelf]") {
    const Design design = bare_bay();
    const Layout layout = make_layout(book(), design);
    Build out;
    Builder builder(book(), design, layout, out);
    const Angle slant = Angle::of_degrees(20);
    CHECK(builder.tipped({1_mm, 2_mm, 3_mm}, slant) == Frame{{1_mm, 2_mm, 3_mm}, {}, slant});
    builder.stand_in(builder.add(Frame{{1000_mm, 0_mm, 500_mm}, Angle::of_degrees(90), {}}));
    // A quarter turn about y takes x to −z and z to x.
    CHECK(builder.tipped({100_mm, 2_mm, 30_mm}, slant) ==
          Frame{{1030_mm, 2_mm, 400_mm}, Angle::of_degrees(90), slant});
}

TEST_CASE("Light: a profile 20 behind the edge, the strip in its middle, a driver under the bottom",
          "[shelf]") {
    const Build built = build(book(), shelf_of("fixed", {"bays/0/openings/0/led=true"}));
    const Part &profile = part(built, "bay0_led0_0_profile"), &strip = part(built, "bay0_led0_0"),
               &shelf = part(built, "bay0_shelf0"), &driver = part(built, "bay0_driver0");
    CHECK(profile.size == Length3{560_mm, 7_mm, 17_mm});
    CHECK(far_end(profile).y == shelf.origin.y - 0.1_mm);
    CHECK(far_end(profile).z == far_end(shelf).z - 20_mm);
    CHECK(far_end(strip).y == profile.origin.y - 0.1_mm);
    CHECK(strip.origin.z - profile.origin.z == far_end(profile).z - far_end(strip).z);
    CHECK(far_end(driver).y == 80_mm - 0.1_mm);
    CHECK(clash(built).empty());
    CHECK(profile.mass == Approx(0.56 * 0.15));
}

TEST_CASE("Light is paid by the metre, a driver feeds five of them", "[shelf]") {
    // Nine strips of 560 make 5.04 m.
    Strings edits;
    for (int i = 0; i < 8; ++i) {
        edits.push_back("bays/0/openings/" + std::to_string(i) + "/split=" + std::to_string(200 * (i + 1)));
        edits.push_back("bays/0/openings/" + std::to_string(i) + "/shelf=fixed");
        edits.push_back("bays/0/openings/" + std::to_string(i) + "/led=true");
    }
    const auto lines = [](const Design& design) {
        const Price asked = price(book(), build(book(), design));
        std::map<std::string, double> quantities;
        for (const PriceLine& line : asked.lines)
            quantities[book().articles[line.article].id] = line.quantity;
        return quantities;
    };
    auto eight = lines(with(bare_bay(), edits));
    CHECK(eight["led.strip"] == Approx(4.48));
    CHECK(eight["led.profile"] == Approx(4.48));
    CHECK(eight["led.driver"] == 1);
    edits.push_back("bays/0/openings/8/led=true");  // under the top panel
    auto nine = lines(with(bare_bay(), edits));
    CHECK(nine["led.strip"] == Approx(5.04));
    CHECK(nine["led.driver"] == 2);
    CHECK(clash(build(book(), with(bare_bay(), edits))).empty());
}

TEST_CASE("No light hangs under a slanted shelf", "[shelf]") {
    CHECK(count(build(book(), shelf_of("slanted", {"bays/0/openings/0/led=true"})), PartKind::led_strip) ==
          0);
}

TEST_CASE("Dividers make columns of one width, each with its own light", "[interior]") {
    const Build built = build(
        book(), shelf_of("fixed", {"bays/0/openings/0/interior=divider:3", "bays/0/openings/0/led=true"}));
    const Part &first = part(built, "bay0_divider0_0"), &second = part(built, "bay0_divider0_1");
    CHECK(first.origin.x - -300_mm == 187.3_mm);  // (600 − 2·19) / 3, down to a tenth
    CHECK(second.origin.x - far_end(first).x == 187.3_mm);
    CHECK(300_mm - far_end(second).x == 187.4_mm);
    CHECK(first.size.y == 1000_mm - 19_mm - 0.2_mm);
    CHECK(count(built, PartKind::led_strip) == 3);
    CHECK(clash(built).empty());
    CHECK(count(build(book(), shelf_of("fixed", {"bays/0/openings/0/interior=divider"})),
                PartKind::divider) == 0);
}

TEST_CASE("Two rails hang under the tops of two equal halves", "[interior]") {
    const Build built =
        build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/interior=rail_double"}));
    const Part &high = part(built, "bay0_rail0"), &low = part(built, "bay0_rail_low0");
    CHECK(far_end(high).y == 1981_mm - 50_mm);
    CHECK(far_end(high).y - far_end(low).y == (1981_mm - kFloor) / 2);
    CHECK(count(built, PartKind::rail_bracket) == 4);
    CHECK(clash(built).empty());
}

TEST_CASE("A pull-out rail comes out of its carrier, but for 100", "[interior]") {
    const Design design = with(bare_bay(), {"depth=400", "bays/0/openings/0/interior=rail_pullout"});
    const Build built = build(book(), design);
    REQUIRE(built.openers.size() == 1);
    const Part &bar = part(built, "bay0_rail0"), &carrier = part(built, "bay0_rail0_carrier");
    CHECK(bar.opener == 0);
    CHECK(carrier.opener == -1);
    CHECK(bar.size.z == 350_mm);  // 395.9 deep inside, 45 set back
    CHECK(built.openers[0].travel == 250_mm);
    CHECK(built.openers[0].axis == Axis::z);
    CHECK(far_end(carrier).z == 400_mm - 45_mm);
    CHECK(clash(built).empty());
    CHECK(clash(built, std::vector<double>{1}).empty());
    CHECK(pullout_length(book(), 250_mm) == 250_mm);
    CHECK_FALSE(pullout_length(book(), 249.9_mm));
}

TEST_CASE("A tray has the lowest sides and a lip of 30, and never carries a front", "[interior]") {
    const Design design =
        with(bare_bay(), {"depth=500", "bays/0/openings/0/split=600", "bays/0/openings/0/interior=tray:3"});
    const Build built = build(book(), design);
    CHECK(built.openers.size() == 3);
    CHECK(part(built, "bay0_tray0_2_side_left").size.y == 54_mm);
    CHECK(part(built, "bay0_tray0_2_end_back").size.y == 54_mm);
    CHECK(part(built, "bay0_tray0_2_end_front").size.y == 30_mm);
    CHECK(clash(built).empty());
    const Design fronted = with(design, {"bays/0/fronts/add=drawer:0:0"});
    for (const Part& p : build(book(), fronted).parts)
        if (p.kind == PartKind::drawer_front) CHECK(p.opener == -1);
    CHECK(with(design, {"bays/0/fronts=auto"}).bays[0].fronts.size() == 1);
}

TEST_CASE("A drawer leaves room for the light over it", "[interior]") {
    const Strings drawers{"depth=500", "bays/0/openings/0/split=300", "bays/0/openings/0/interior=drawers:1",
                          "bays/0/openings/0/shelf=fixed"};
    const Design dark = with(bare_bay(), drawers);
    CHECK(part(build(book(), dark), "bay0_drawer0_0_side_left").size.y == 251_mm);  // 281 − 14 − 6 = 261
    const Build lit = build(book(), with(dark, {"bays/0/openings/0/top=290", "bays/0/openings/0/led=true"}));
    CHECK(part(lit, "bay0_drawer0_0_side_left").size.y == 187_mm);  // 271 − 20 = 251, less 8.4 of light
    CHECK(clash(lit).empty());
}

TEST_CASE("Heavy contents get heavy runners, as soon as they need them", "[interior]") {
    const auto runner = [](const Strings& edits) {
        const Build built = build(
            book(), with(with(bare_bay(), {"depth=605", "bays/0/width=900", "bays/0/openings/0/split=300",
                                           "bays/0/openings/0/interior=drawers:1"}),
                         edits));
        return book().articles[part(built, "bay0_drawer0_0_runner_left").article].id;
    };
    CHECK(runner({}) == "runner");
    CHECK(runner({"bays/0/openings/0/contents=shoes"}) == "runner");         // 20 kg/m²
    CHECK(runner({"bays/0/openings/0/contents=folded"}) == "runner.heavy");  // 50
    CHECK(runner({"bays/0/openings/0/contents=folded", "bays/0/width=400"}) == "runner");
}

TEST_CASE("Every interior and shelf in one cabinet: nothing is in the way of anything", "[interior]") {
    Design design = with(bare_bay(), {"depth=605", "bays/0/width=600"});
    std::set<std::string_view> seen;
    Strings bays;
    int number = 0;
    for (const InteriorKind* kind : interior_kinds())
        for (const std::string shelf : {"loose", "fixed", "recessed", "glass"}) {
            const std::string at = "bays/" + std::to_string(number++);
            const std::string count = kind->most > 1 ? ":3" : "";
            design = with(design,
                          {at + "/insert", at + "/openings/0/split=1100", at + "/openings/0/shelf=" + shelf,
                           at + "/openings/0/interior=" + std::string(kind->id) + count,
                           at + "/openings/0/led=true", at + "/fronts=left"});
        }
    const Build built = build(book(), design);
    CHECK(clash(built) == "");
    for (const Part& p : built.parts) seen.insert(name_of(p.kind));
    for (const char* kind :
         {"shelf_pin", "divider", "rail_carrier", "led_profile", "led_strip", "led_driver"})
        CHECK(seen.contains(kind));
}
