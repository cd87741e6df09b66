// Everything opened at once: sliding leaves go first, and what they hide stays in.
#include "model/build/open_all.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "tests/model/build/cabinets.h"
#include "tests/model/build/overlap.h"
#include "tests/model/build/placed.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Bays of 900 clear behind as many leaves as asked for, with drawers in them.
Design wardrobe(int bays, int leaves, const Strings& edits) {
    Design design = with(bare_bay(), {"height=2400", "depth=650", "bays/0/width=900"});
    for (int i = 1; i < bays; ++i) design = with(design, {"bays/0/duplicate"});
    design.sliding = {{0, bays - 1, leaves, FrontStyle::slab, std::nullopt}};
    return with(design, edits);
}

std::string drawers_in(int bay, int count) {
    return "bays/" + std::to_string(bay) + "/openings/0/interior=drawers:" + std::to_string(count);
}

/// What every opener does, those of one bay's drawers together; leaves by their number.
std::map<std::string, std::vector<Turn>> turns_of(const Build& build) {
    std::map<std::string, std::vector<Turn>> out;
    const std::vector<Turn> all = turns(build);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Opener& opener = build.openers[i];
        auto& group = out[opener.sliding >= 0 ? "leaves" : "bay" + std::to_string(opener.bay)];
        group.push_back(all[i]);
    }
    return out;
}

/// Names of two parts that meet, at least one of them moved, when everything is open by a share.
std::string met(const Build& build, double share) {
    const std::vector<double> open = open_all(build, share);
    std::vector<Placed> boxes;
    for (const Part& part : build.parts) boxes.push_back(placed(build, part, open));
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        const bool leaf = build.parts[a].opener >= 0 &&
                          build.openers[static_cast<std::size_t>(build.parts[a].opener)].sliding >= 0;
        for (std::size_t b = 0; leaf && b < boxes.size(); ++b)
            if (build.parts[a].opener != build.parts[b].opener && meet(boxes[a], boxes[b], 1e-4))
                return name_of(build.parts[a]) + " " + name_of(build.parts[b]);
    }
    return "";
}

using Turns = std::vector<Turn>;

}  // namespace

TEST_CASE("Of two leaves one moves, and the drawers that it hid come out after it", "[fronts]") {
    using enum Turn;
    const auto left = turns_of(build(book(), wardrobe(2, 2, {drawers_in(0, 2)})));
    CHECK(left.at("leaves") == Turns{first, never});
    CHECK(left.at("bay0") == Turns{second, second});
    const auto right = turns_of(build(book(), wardrobe(2, 2, {drawers_in(1, 2)})));
    CHECK(right.at("leaves") == Turns{never, first});
    CHECK(right.at("bay1") == Turns{second, second});
    // Drawers on both sides: more of them come out to the right.
    const auto both = turns_of(build(book(), wardrobe(2, 2, {drawers_in(0, 2), drawers_in(1, 3)})));
    CHECK(both.at("leaves") == Turns{never, first});
    CHECK(both.at("bay0") == Turns{never, never});
    CHECK(both.at("bay1") == Turns{second, second, second});
    // As many: the left.
    const auto even = turns_of(build(book(), wardrobe(2, 2, {drawers_in(0, 2), drawers_in(1, 2)})));
    CHECK(even.at("leaves") == Turns{first, never});
}

TEST_CASE("Of three leaves two move aside, of four the inner ones", "[fronts]") {
    using enum Turn;
    CHECK(turns_of(build(book(), wardrobe(3, 3, {}))).at("leaves") == Turns{never, first, first});
    CHECK(turns_of(build(book(), wardrobe(3, 3, {drawers_in(0, 2)}))).at("bay0") == Turns{second, second});
    CHECK(turns_of(build(book(), wardrobe(4, 4, {}))).at("leaves") == Turns{never, first, first, never});
}

TEST_CASE("A drawer as wide as two leaves stays in", "[fronts]") {
    const Design wide = with(bare_bay(), {"height=2400", "depth=650", "bays/0/width=1200", drawers_in(0, 2)});
    const auto all = turns_of(build(book(), with(wide, {"sliding/add=0-0"})));
    CHECK(all.at("bay0") == Turns{Turn::never, Turn::never});
    CHECK(turns_of(build(book(), wide)).at("bay0") == Turns{Turn::throughout, Turn::throughout});
}

TEST_CASE("What goes first is open half way, and then the rest begins", "[fronts]") {
    using enum Turn;
    for (const auto& [share, leaf, drawer] :
         {std::tuple(0.0, 0.0, 0.0), {0.25, 0.5, 0.0}, {0.5, 1.0, 0.0}, {0.75, 1.0, 0.5}, {1.0, 1.0, 1.0}}) {
        CHECK(open_by(throughout, share) == share);
        CHECK(open_by(first, share) == leaf);
        CHECK(open_by(second, share) == drawer);
        CHECK(open_by(never, share) == 0);
    }
    const Build built = build(book(), wardrobe(2, 2, {drawers_in(0, 1), "bays/1/openings/0/interior=rail"}));
    CHECK(open_all(built, 0.75) == std::vector<double>{0.5, 1, 0});
}

TEST_CASE("No leaf meets anything while all that can opens", "[fronts]") {
    for (const int leaves : {2, 3, 4})
        for (const int bays : {2, 3, 4}) {
            Strings drawers;
            for (int bay = 0; bay < bays; ++bay) drawers.push_back(drawers_in(bay, 2));
            const Build built = build(book(), wardrobe(bays, leaves, drawers));
            for (int step = 0; step <= 20; ++step) {
                INFO(leaves << " leaves, " << bays << " bays, " << step);
                REQUIRE(met(built, step / 20.0) == "");
            }
        }
}

TEST_CASE("No leaf of a random design meets anything while all that can opens", "[random]") {
    int slide = 0, out = 0, stay = 0;
    for (const Cabinet& cabinet : cabinets()) {
        const std::vector<Turn> all = turns(cabinet.build);
        if (cabinet.design.sliding.empty()) {
            CHECK(std::ranges::count(all, Turn::throughout) == std::ssize(all));
            continue;
        }
        INFO(cabinet.design.name);
        for (const double share : {0.3, 0.5, 0.8, 1.0}) REQUIRE(met(cabinet.build, share) == "");
        ++slide;
        out += std::ranges::count(all, Turn::second) > 0;
        for (std::size_t i = 0; i < all.size(); ++i)
            stay += all[i] == Turn::never && cabinet.build.openers[i].sliding < 0;
    }
    CHECK(slide > static_cast<int>(kCabinets / 50));
    CHECK(out > slide / 10);
    CHECK(stay > 0);
}
