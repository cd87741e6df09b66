// Two designs side by side: every difference is found, can be taken over, and costs what it says.
#include "model/propose/compare.h"

#include <catch2/catch.hpp>

#include "model/design/design_io.h"
#include "model/price/price.h"
#include "tests/model/rules/rules.h"
#include "tests/sanitized.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Cents total(const Design& design) {
    return price(book(), build(book(), design)).total;
}

/// What no customer sees.
Design seen(Design design, const Design& like) {
    design.name = like.name;
    for (std::size_t i = 0; i < design.bays.size() && i < like.bays.size(); ++i)
        design.bays[i].locked = like.bays[i].locked;
    return design;
}

/// Each price is that of the design changed by these edits alone, and together with the rest they are the
/// difference of the two totals.
void check_prices(const Design& first, const Design& second, const Comparison& found) {
    Cents sum = found.rest;
    for (const Difference& difference : found.differences) {
        REQUIRE_FALSE(difference.what.empty());
        REQUIRE_FALSE(difference.edits.empty());
        const auto taken = apply(book(), first, difference.edits);
        REQUIRE(taken);
        REQUIRE(difference.change == total(*taken) - total(first));
        sum += difference.change;
    }
    REQUIRE(found.first == total(first));
    REQUIRE(found.second == total(second));
    REQUIRE(sum == total(second) - total(first));
}

/// Takes the difference at `which` (counted round) until none is left; returns what that gives.
Design take_all(Design design, const Design& second, std::size_t which) {
    for (int i = 0; i < 60; ++i) {
        const Comparison found = compare(book(), design, second);
        if (found.differences.empty()) return design;
        design = apply(book(), design, found.differences[which % found.differences.size()].edits).value();
    }
    return design;
}

Strings lines(const Design& first, const Design& second) {
    static const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::nl).value();
    Strings all;
    for (const Difference& difference : compare(book(), first, second).differences) {
        std::string text;
        for (const Message& line : difference.what)
            text += (text.empty() ? "" : "; ") + texts(line, LengthStyle::centimetres);
        all.push_back(text);
    }
    return all;
}

Design wardrobe() {
    return new_design(book(), {2400_mm, 2390_mm, 600_mm, 4}).value();
}

}  // namespace

TEST_CASE("Prices of differences and the rest add up, whatever the two designs", "[compare][random]") {
    const std::uint64_t count = kSanitized ? 6 : 30;
    for (std::uint64_t i = 0; i < count; ++i) {
        INFO("designs " << i);
        const Design first = random_design(book(), 21, i), second = random_design(book(), 22, i);
        check_prices(first, second, compare(book(), first, second));
    }
}

TEST_CASE("Differences taken one after another end in the other design", "[compare][random]") {
    const std::uint64_t count = kSanitized ? 2 : 8;
    for (std::uint64_t i = 0; i < count; ++i) {
        INFO("designs " << i);
        const Design first = random_design(book(), 23, i), second = random_design(book(), 24, i);
        for (const std::size_t which : {std::size_t{0}, std::size_t{5}}) {
            const Design end = take_all(first, second, which);
            REQUIRE(write_design(seen(end, second)) == write_design(second));
        }
    }
}

TEST_CASE("What differs is said in a customer's words", "[compare]") {
    const Design design = wardrobe();
    CHECK(lines(design, design).empty());
    CHECK(lines(design, with(design, {"name=Zolder", "bays/1/locked=true"})).empty());
    CHECK(lines(design, with(design, {"width=2600"})) == Strings{"Breedte: 240 cm → 260 cm"});
    CHECK(lines(design, with(design, {"finish/fronts=oak", "depth=580"})) ==
          Strings{"Diepte: 60 cm → 58 cm", "Kleur van de fronten: wit → eiken"});
    CHECK(lines(design, with(design, {"base=legs"})) == Strings{"Onderkant: plint → poten"});
    const Design alike =
        with(bare_bay(), {"bays/0/openings/0/split", "bays/0/duplicate", "bays/0/duplicate"});
    const Design shelves = with(alike, {"bays/0/openings/1/split", "bays/2/openings/1/split"});
    CHECK(lines(alike, shelves) == Strings{"Vak 1, 3: losse plank 1 → 2"});
    CHECK(lines(design, with(design, {"bays/3/remove", "depth=580"})).back() == "Diepte: 60 cm → 58 cm");
    CHECK(lines(design, with(design, {"bays/3/remove"})).front().ends_with("; Vakken: 4 → 3"));
}

TEST_CASE("What cannot be had alone is one difference with one price", "[compare]") {
    const Design design = wardrobe();
    // Sliding leaves stand in the place of doors.
    const Design slides = with(design, {"sliding/add=0-3"});
    CHECK(lines(design, slides).size() == 1);
    const Comparison found = compare(book(), design, slides);
    REQUIRE(found.differences.size() == 1);
    CHECK(found.rest == Cents{});
    CHECK(apply(book(), design, found.differences[0].edits).value() == slides);
    // A lower bay has no place for the shelf that the other one does not have.
    const Design high = with(bare_bay(), {"bays/0/openings/0/split=1700"});
    const Design low = with(high, {"bays/0/openings/1/remove", "height=1200"});
    CHECK(lines(high, low) == Strings{"Hoogte: 200 cm → 120 cm; Vak 1: losse plank 1 → 0"});
    CHECK(lines(low, high).size() == 1);
}

TEST_CASE("A finish costs more of a larger cabinet: the rest says so", "[compare]") {
    const Design design = wardrobe(), other = with(design, {"width=3000", "finish/fronts=oak"});
    const Comparison found = compare(book(), design, other);
    REQUIRE(found.differences.size() == 2);
    CHECK(found.rest > Cents{});
    check_prices(design, other, found);
}

TEST_CASE("Every line is said in three languages", "[compare]") {
    for (std::uint64_t i = 0; i < (kSanitized ? 3U : 15U); ++i)
        for (const Difference& difference :
             compare(book(), random_design(book(), 25, i), random_design(book(), 26, i)).differences)
            for (const Message& line : difference.what) {
                INFO(line.key);
                CHECK(has_text(line.key));
            }
}
