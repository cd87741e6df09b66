// Rows of cabinets on each other: what is divided where they meet.
#include "model/build/stack.h"

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Two bays of 600, the second as high as asked, each with a row that begins at 800.
Design two_rows(const Strings& edits = {}) {
    return with(
        with(bare_bay(), {"bays/0/openings/0/split=800", "bays/0/openings/0/shelf=stack", "bays/0/insert"}),
        edits);
}

const Part* part(const Build& build, std::string_view name) {
    for (const Part& part : build.parts)
        if (part.name.view() == name) return &part;
    return nullptr;
}

constexpr Length kRow = 80_mm + 19_mm + 800_mm - 19_mm;  ///< underside of the upper row

}  // namespace

TEST_CASE("Where a row begins, uprights and back are cut and two panels meet", "[stack]") {
    const Build built = build(book(), with(two_rows(), {"room/wall=masonry"}));
    CHECK(built.findings.empty());
    for (const std::string upright : {"upright0", "upright1", "upright2"}) {
        const Part *lower = part(built, upright), *upper = part(built, upright + "_row1");
        REQUIRE(lower);
        REQUIRE(upper);
        CHECK(lower->origin.y + lower->size.y == kRow - 0.1_mm);
        CHECK(upper->origin.y == kRow);
        CHECK(upper->origin.y + upper->size.y == 2000_mm);
    }
    const Part *bottom = part(built, "bay0_row_bottom0"), *top = part(built, "bay0_row_top0");
    REQUIRE(bottom);
    REQUIRE(top);
    CHECK(bottom->origin.y == kRow);
    CHECK(bottom->size.y == 19_mm);
    CHECK(top->origin.y + top->size.y == kRow - 0.1_mm);
    CHECK(part(built, "bay0_back_row1")->origin.y == kRow);
    CHECK_FALSE(part(built, "bay0_shelf0"));
    // The lower row's openings end under its own top, the upper one's begin on its own bottom.
    const Layout layout = make_layout(book(), two_rows());
    CHECK(layout.opening(0, 0).top == kRow - 0.1_mm - 19_mm);
    CHECK(layout.opening(0, 1).bottom == kRow + 19_mm);
}

TEST_CASE("Light under a row hangs behind the edge of its top", "[stack]") {
    const Build built = build(book(), two_rows({"bays/0/openings/0/led=true"}));
    const Part *profile = part(built, "bay0_led0_0_profile"), *top = part(built, "bay0_row_top0");
    REQUIRE(profile);
    REQUIRE(top);
    CHECK(profile->origin.z + profile->size.z == top->origin.z + top->size.z - 20_mm);
}

TEST_CASE("An upright is cut through or not at all", "[stack]") {
    const Build one = build(book(), two_rows({"bays/1/openings/0/shelf=fixed"}));
    CHECK(part(one, "upright0_row1"));
    CHECK_FALSE(part(one, "upright1_row1"));
    CHECK_FALSE(part(one, "upright2_row1"));
}

TEST_CASE("A lower neighbour leaves the upright free to be cut", "[stack]") {
    const Design low = two_rows({"bays/1/openings/0/remove", "bays/1/height=800"});
    const Build built = build(book(), low);
    CHECK(part(built, "upright1_row1"));
    CHECK_FALSE(part(built, "upright2_row1"));
    CHECK(find(built, "stack.level") == nullptr);
}

TEST_CASE("A board is cut into pieces with a gap between them", "[stack]") {
    CHECK(row_pieces(0_mm, 100_mm, {}, 1_mm).size() == 1);
    const auto pieces = row_pieces(0_mm, 100_mm, {30_mm, 60_mm}, 1_mm);
    REQUIRE(pieces.size() == 3);
    CHECK(pieces[1].bottom == 30_mm);
    CHECK(pieces[1].top == 59_mm);
    CHECK(pieces[2].top == 100_mm);
}

TEST_CASE("Hinges stay clear of both panels where rows meet", "[stack]") {
    for (int top = 500; top <= 1300; top += 50) {
        const Build built = build(book(), two_rows({"bays/0/openings/0/top=" + std::to_string(top),
                                                    "bays/1/remove", "bays/0/fronts=left"}));
        for (const Part& arm : built.parts) {
            if (arm.kind != PartKind::hinge_arm && arm.kind != PartKind::hinge_cup) continue;
            for (const char* name : {"bay0_row_top0", "bay0_row_bottom0"}) {
                const Part& panel = *part(built, name);
                INFO(top << " " << arm.name.view() << " " << name);
                CHECK((arm.origin.y >= panel.origin.y + panel.size.y ||
                       arm.origin.y + arm.size.y <= panel.origin.y));
            }
        }
    }
}
