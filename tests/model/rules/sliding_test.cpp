// sliding.bays, sliding.width, sliding.depth, sliding.ratio, sliding.access, sliding.fronts
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Two bays of 900 clear, 2400 high and 650 deep behind leaves.
Design wardrobe(int leaves, const Strings& edits = {}) {
    Design design = with(bare_bay(), {"height=2400", "depth=650", "bays/0/width=900", "bays/0/duplicate"});
    design.sliding = {{0, 1, leaves, FrontStyle::slab, std::nullopt}};
    return with(design, edits);
}

}  // namespace

TEST_CASE("sliding.width: a leaf is at least 500 wide", "[rules]") {
    // Opening: both bays and 19 − 3 = 16 more; three leaves of 500 close 1450.
    const Limit limit{"sliding.width", "sliding/0", "bays/1/width", wardrobe(3)};
    const Finding f = check_limit(limit, {"900", "534"}, "533");
    CHECK(limit_of(f) == 500_mm);
    CHECK(measured(f) == 499.6_mm);
    CHECK(repairs_of(f) == Strings{"fewer_leaves", "remove_front"});
    CHECK(f.repairs[0].edits[0].value == "2");
    // Two leaves of less than 500 cannot be fewer.
    const Finding narrow =
        refused("sliding.width", "sliding/0", wardrobe(2, {"bays/0/width=450", "bays/1/width=450"}));
    CHECK(repairs_of(narrow) == Strings{"remove_front"});
}

TEST_CASE("sliding.depth: 200 of carcase behind the tracks of 90", "[rules]") {
    const Limit limit{"sliding.depth", "sliding/0", "depth", wardrobe(2)};
    const Finding f = check_limit(limit, {"300", "290"}, "285");
    CHECK(measured(f) == 195_mm);
    CHECK(repairs_of(f) == Strings{"set_size", "remove_front"});
    CHECK(f.repairs[0].edits.size() == 2);
}

TEST_CASE("sliding.ratio: a leaf is at most five times as high as wide", "[rules]") {
    // Three leaves of 622 are 1866 − 50 of opening; 5 × 622 and 118 for plinth, boards and deduction.
    Design design = wardrobe(3);
    const double width = (900.0 * 2 + 16 + 50) / 3;
    const auto height = [width](double ratio) {
        return std::to_string(static_cast<int>(width * ratio + 158));
    };
    const Limit limit{"sliding.ratio", "sliding/0", "height", design};
    const Finding f = check_limit(limit, {"2400", height(4.99)}, height(5.02));
    CHECK(std::get<double>(f.limit) == 5);
    CHECK(repairs_of(f) == Strings{"fewer_leaves", "remove_front"});
}

TEST_CASE("sliding.fronts: no other front before these bays", "[rules]") {
    const Limit limit{"sliding.fronts", "bays/1", "bays/1/fronts", wardrobe(2)};
    CHECK(repairs_of(check_limit(limit, {"none"}, "left")) == Strings{"remove_fronts", "remove_front"});
    Design beside = with(wardrobe(2), {"bays/1/duplicate"});
    beside.sliding[0].last = 1;
    beside = with(beside, {"bays/2/fronts=left"});
    CHECK(allows("sliding.fronts", beside));
}

TEST_CASE("sliding.bays: one height and one depth", "[rules]") {
    const Limit high{"sliding.bays", "bays/1/height", "bays/1/height", wardrobe(2)};
    CHECK(repairs_of(check_limit(high, {"2400"}, "2410")) == Strings{"same_size", "remove_front"});
    const Limit deep{"sliding.bays", "bays/1/depth", "bays/1/depth", wardrobe(2)};
    CHECK(limit_of(check_limit(deep, {"650"}, "600")) == 650_mm);
}

TEST_CASE("sliding.access: a drawer lies wholly inside a gap that can be free", "[rules]") {
    // Two equal bays: each drawer stands within its half, 5 from the upright that the leaves overlap.
    const Strings drawers{"bays/0/openings/0/split=600", "bays/0/openings/0/interior=drawers:2"};
    const Design even = wardrobe(2, drawers);
    const Limit limit{"sliding.access", "bays/0/openings/0/interior", "bays/0/width", even};
    const Finding f = check_limit(limit, {"600", "900"}, "910");
    CHECK(std::get<std::int64_t>(f.measured) == 1);
    CHECK(repairs_of(f) == Strings{"empty_opening", "remove_front"});
    // In the middle of three bays no leaf of two or three leaves it free.
    Design three = with(
        bare_bay(), {"height=2400", "depth=650", "bays/0/width=700", "bays/0/duplicate", "bays/0/duplicate",
                     "bays/1/openings/0/split=600", "bays/1/openings/0/interior=drawers:2"});
    three.sliding = {{0, 2, 2, FrontStyle::slab, std::nullopt}};
    refused("sliding.access", "bays/1/openings/0/interior", three);
}

TEST_CASE("sliding.access: a tall pull-out goes with its front, not out of its opening", "[rules]") {
    // In the middle of three bays, over two openings: it is one thing.
    Design three = with(
        bare_bay(), {"height=2400", "depth=650", "bays/0/width=700", "bays/0/duplicate", "bays/0/duplicate",
                     "bays/1/openings/0/split=600", "bays/1/fronts/add=pullout:0:1"});
    three.sliding = {{0, 2, 2, FrontStyle::slab, std::nullopt}};
    const Finding f = refused("sliding.access", "bays/1/fronts/0", three);
    CHECK(repairs_of(f) == Strings{"remove_pullout", "remove_front"});
    CHECK(f.text.values.back() == std::pair<std::string, MessageValue>{"what", Key{"slides.pullout"}});
    const Build built = build(book(), three);
    CHECK(std::ranges::count(built.findings, "sliding.access", &Finding::rule) == 1);
}

TEST_CASE("sliding.access: a drawer passes under the upper track", "[rules]") {
    const Design design =
        wardrobe(2, {"bays/0/openings/0/split=2000", "bays/0/openings/1/interior=drawers:1"});
    // 2400 − 19 − 30.1 is the track's underside; the box of 251 reaches 14 + 251 over the shelf.
    const Limit limit{"sliding.access", "bays/0/openings/1/interior", "bays/0/openings/0/top", design};
    check_limit(limit, {"1900", "1986"}, "1987");
}
