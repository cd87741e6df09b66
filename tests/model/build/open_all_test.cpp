// Everything opened at once: leaves go first, what they hide stays in, and nothing goes through anything.
#include "model/build/open_all.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/met.h"
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

std::string met_at(const Build& build, double share) {
    return met(build, open_all(build, share));
}

/// With all closed: what meets then is no matter of opening.
bool is_clear(const Build& build) {
    return met(build, std::vector<double>(build.openers.size())).empty();
}

constexpr std::array kShares{0.0, 0.1, 0.3, 0.5, 0.7, 1.0};

Design example(const std::filesystem::path& path) {
    return read_design(shop_book(), read_file(path.string()).value()).value();
}

std::vector<std::filesystem::path> examples() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs"))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

/// How far each is open when all is, by the names of openers.
std::map<std::string, Turn> turns_by_name(const Build& build) {
    std::map<std::string, Turn> out;
    const std::vector<Turn> all = turns(build);
    for (std::size_t i = 0; i < all.size(); ++i) out[std::string(build.openers[i].name.view())] = all[i];
    return out;
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
                REQUIRE(met_at(built, step / 20.0) == "");
            }
        }
}

TEST_CASE("Drawers come out from behind a door when it stands open", "[fronts]") {
    using enum Turn;
    const Strings drawers{"depth=605", "bays/0/openings/0/split=400", drawers_in(0, 2)};
    for (const std::string kind : {"left", "right", "pair", "flap_up", "bifold_left"}) {
        INFO(kind);
        const Build built = build(book(), with(bare_bay(), [&] {
                                      Strings edits = drawers;
                                      edits.push_back("bays/0/fronts=" + kind);
                                      return edits;
                                  }()));
        REQUIRE(is_clear(built));
        for (std::size_t i = 0; i < built.openers.size(); ++i) {
            const Opener& opener = built.openers[i];
            if (opener.parent < 0 && opener.front < 0) CHECK(turns(built)[i] == second);
        }
        CHECK(std::ranges::count(turns(built), first) >= 1);
        for (int step = 0; step <= 20; ++step) {
            INFO(step);
            REQUIRE(met_at(built, step / 20.0) == "");
        }
    }
    // Fronts that carry drawers stand before nothing, and nothing before them.
    const Build fronts =
        build(book(), with(bare_bay(), {"depth=605", "bays/0/openings/0/split=400", drawers_in(0, 2),
                                        "bays/0/openings/0/front=drawer", "bays/0/openings/1/front=left"}));
    CHECK(std::ranges::count(turns(fronts), throughout) == std::ssize(turns(fronts)));
}

TEST_CASE("Of two doors that face each other round a corner one opens, and then the other would",
          "[corner]") {
    const Build built = build(shop_book(), example(MAATKAST_ASSETS "/designs/corner_wardrobe.json"));
    REQUIRE(met(built, std::vector<double>(built.openers.size(), 1)) != "");
    const auto all = turns_by_name(built);
    CHECK((all.at("bay1_front0_right") == Turn::never) != (all.at("bay2_front0") == Turn::never));
    CHECK(std::ranges::count(turns(built), Turn::never) >= 1);
}

TEST_CASE("Nothing of an example goes through anything while all that can opens") {
    for (const auto& path : examples()) {
        INFO(path.filename());
        const Build built = build(shop_book(), example(path));
        REQUIRE(is_clear(built));
        for (const double share : kShares) {
            INFO(share);
            CHECK(met_at(built, share) == "");
        }
    }
}

TEST_CASE("Nothing of a random design goes through anything while all that can opens", "[random]") {
    std::map<Turn, int> seen;
    int looked = 0, round_corners = 0;
    for (std::size_t i = 0; i < cabinets().size(); i += 20) {
        const Cabinet& cabinet = cabinets()[i];
        INFO(cabinet.design.name);
        if (!is_clear(cabinet.build)) continue;
        for (const double share : kShares) {
            INFO(share);
            CHECK(met_at(cabinet.build, share) == "");
        }
        ++looked;
        round_corners += !cabinet.build.frames.empty();
        for (const Turn turn : turns(cabinet.build)) ++seen[turn];
    }
    CHECK(looked > static_cast<int>(kCabinets / 50));
    CHECK(round_corners > 0);
    CHECK(seen[Turn::first] > looked / 10);
    CHECK(seen[Turn::second] > looked / 10);
    CHECK(seen[Turn::never] > 0);
    CHECK(seen[Turn::throughout] > looked);
}

TEST_CASE("What of a random design stays closed would meet something, mostly", "[random]") {
    int kept = 0, for_nothing = 0, looked = 0;
    // One design in seven has such an opener: with fewer designs, under the sanitizers, all are looked at.
    const std::size_t step_over = cabinets().size() < 1000 ? 1 : 8;
    for (std::size_t i = 0; i < cabinets().size(); i += step_over) {
        ++looked;
        const Build& build = cabinets()[i].build;
        if (!cabinets()[i].design.sliding.empty()) continue;  // there it is the widest gap that counts
        const std::vector<Turn> all = turns(build);
        for (std::size_t o = 0; o < all.size(); ++o) {
            if (all[o] != Turn::never || build.openers[o].parent >= 0) continue;
            std::vector<double> open = open_all(build, 1);
            bool meets = false;
            for (int step = 0; step <= 20 && !meets; ++step) {
                for (std::size_t k = 0; k < all.size(); ++k)
                    if (k == o || build.openers[k].parent == static_cast<std::int32_t>(o))
                        open[k] = step / 20.0;
                meets = !met(build, open).empty();
            }
            for_nothing += !meets;
            ++kept;
        }
    }
    CHECK(kept > looked / 40);
    CHECK(for_nothing * 5 <= kept);
}

TEST_CASE("No leaf of a random design meets anything while all that can opens", "[random]") {
    int slide = 0, out = 0, stay = 0;
    for (const Cabinet& cabinet : cabinets()) {
        if (cabinet.design.sliding.empty()) continue;
        const std::vector<Turn> all = turns(cabinet.build);
        INFO(cabinet.design.name);
        for (const double share : {0.3, 0.5, 0.8, 1.0}) REQUIRE(met_at(cabinet.build, share) == "");
        ++slide;
        out += std::ranges::count(all, Turn::second) > 0;
        for (std::size_t i = 0; i < all.size(); ++i)
            stay += all[i] == Turn::never && cabinet.build.openers[i].sliding < 0;
    }
    CHECK(slide > static_cast<int>(kCabinets / 50));
    CHECK(out > slide / 10);
    CHECK(stay > 0);
}
