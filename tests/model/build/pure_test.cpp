// The generator is a function: same design, same parts; mirrored design, mirrored cabinet; undone, as it was.
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <tuple>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "model/design/history.h"
#include "model/design/mirror.h"
#include "model/export/glb.h"
#include "model/price/price.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/build/random_edits.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

bool same(const Part& a, const Part& b) {
    const auto fields = [](const Part& p) {
        return std::tuple(p.name.view(), p.kind, p.shape, p.length_axis, p.thickness_axis, p.finish,
                          p.article, p.model, p.turn, p.bay, p.opening, p.opener, p.mass, p.veneer, p.grain_u,
                          p.grain_v);
    };
    return fields(a) == fields(b) && a.edges == b.edges && a.origin == b.origin && a.size == b.size;
}

bool same(const Opener& a, const Opener& b) {
    const auto fields = [](const Opener& o) {
        return std::tuple(o.name.view(), o.kind, o.axis, o.sign, o.bay, o.front, o.limit, o.travel);
    };
    return fields(a) == fields(b) && a.pivot == b.pivot;
}

bool same(const Finding& a, const Finding& b) {
    const auto repairs = [](const Repair& x, const Repair& y) {
        return x.text == y.text && x.edits == y.edits;
    };
    return a.rule == b.rule && a.page == b.page && a.severity == b.severity && a.where == b.where &&
           a.measured == b.measured && a.limit == b.limit && a.text == b.text &&
           std::ranges::equal(a.repairs, b.repairs, repairs);
}

bool same(const Build& a, const Build& b) {
    const auto equal = [](const auto& x, const auto& y) { return same(x, y); };
    return a.mass == b.mass && std::ranges::equal(a.parts, b.parts, equal) &&
           std::ranges::equal(a.openers, b.openers, equal) &&
           std::ranges::equal(a.findings, b.findings, equal);
}

/// How many parts of each kind there are, of which article and finish.
auto kinds_of(const Build& build) {
    std::map<std::tuple<PartKind, std::uint16_t, std::uint16_t>, int> kinds;
    for (const Part& part : build.parts) ++kinds[{part.kind, part.article, part.finish}];
    return kinds;
}

std::vector<std::uint8_t> file_of(const Cabinet& cabinet) {
    const Build built = build(shop_book(), cabinet.design);
    const MeshSet meshes = make_meshes(shop_hardware(), built);
    return write_glb({shop_book(), cabinet.design, built, meshes, {}}, {.bare = true}).value();
}

/// The hash after each step, the start first; refused edits are no step.
std::vector<std::string> play(History& history, std::mt19937& random, int edits) {
    std::vector<std::string> hashes{design_hash(history.current())};
    for (int i = 0; i < edits; ++i) {
        const Edit edit = random_edit(random);
        const std::size_t before = history.size();
        if (!history.apply(shop_book(), std::span(&edit, 1)))
            CHECK(design_hash(history.current()) == hashes.back());
        if (history.size() > before) hashes.push_back(design_hash(history.current()));
    }
    return hashes;
}

}  // namespace

TEST_CASE("The same design gives the same build, again and on other threads", "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        CHECK(same(build(shop_book(), cabinet.design), cabinet.build));
    }
    std::vector<Build> first(kCabinets), second(kCabinets);
    const auto build_all = [](std::vector<Build>& into) {
        for (std::size_t i = 0; i < kCabinets; ++i) into[i] = build(shop_book(), cabinets()[i].design);
    };
    {
        const std::jthread one([&] { build_all(first); }), two([&] { build_all(second); });
    }
    for (std::size_t i = 0; i < kCabinets; ++i) {
        INFO(cabinets()[i].design.name);
        CHECK(same(first[i], cabinets()[i].build));
        CHECK(same(second[i], cabinets()[i].build));
    }
}

TEST_CASE("The same design gives the same file on every thread", "[random]") {
    for (std::size_t i = 0; i < 20; ++i) {
        std::vector<std::uint8_t> first, second;
        {
            const std::jthread one([&] { first = file_of(cabinets()[i]); }),
                two([&] { second = file_of(cabinets()[i]); });
        }
        CHECK(first == second);
        CHECK(first == file_of(cabinets()[i]));
    }
}

TEST_CASE("The same seed gives the same design, another index another one", "[random]") {
    for (std::uint64_t i = 0; i < 20; ++i)
        CHECK(random_design(shop_book(), kSeed, i) == cabinets()[i].design);
    CHECK_FALSE(cabinets()[0].design.bays == cabinets()[1].design.bays);
}

TEST_CASE("A design read back from its file gives the same build", "[random]") {
    for (std::size_t i = 0; i < 100; ++i) {
        const auto read = read_design(shop_book(), write_design(cabinets()[i].design));
        REQUIRE(read);
        CHECK(same(build(shop_book(), *read), cabinets()[i].build));
    }
}

TEST_CASE("A mirrored design has as many parts, the same weight and the same price", "[random]") {
    for (const Cabinet& cabinet : cabinets()) {
        INFO(cabinet.design.name);
        const Build mirror = build(shop_book(), mirrored(shop_book(), cabinet.design));
        CHECK(kinds_of(mirror) == kinds_of(cabinet.build));
        CHECK(mirror.openers.size() == cabinet.build.openers.size());
        CHECK(mirror.mass == Approx(cabinet.build.mass).epsilon(1e-12));
        CHECK(price(shop_book(), mirror).total == price(shop_book(), cabinet.build).total);
        CHECK(sellable(mirror));
    }
}

TEST_CASE("Undo and redo return every design that was", "[random]") {
    std::size_t steps = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        History history(cabinets()[seed].design);
        const std::vector<std::string> hashes = play(history, random, 30);
        steps += hashes.size() - 1;
        for (auto hash = hashes.rbegin(); hash != hashes.rend(); ++hash, history.undo())
            REQUIRE(design_hash(history.current()) == *hash);
        REQUIRE(history.current() == cabinets()[seed].design);
        for (std::size_t i = 1; i < hashes.size(); ++i) {
            history.redo();
            REQUIRE(design_hash(history.current()) == hashes[i]);
        }
        REQUIRE_FALSE(history.can_redo());
    }
    CHECK(steps > 2000);
}

TEST_CASE("A new edit forgets what was undone", "[random]") {
    History history(cabinets()[0].design);
    const auto carry_out = [&](const char* text) {
        const Edit edit = parse_edit(text);
        REQUIRE(history.apply(shop_book(), std::span(&edit, 1)));
    };
    carry_out("bays/0/width=401");
    carry_out("bays/0/width=402");
    history.undo();
    history.undo();
    carry_out("bays/0/width=403");
    CHECK_FALSE(history.can_redo());
    CHECK(history.size() == 2);
    CHECK(history.current().bays[0].width == 403_mm);
}

TEST_CASE("Whatever is edited can be built: parts have a size, names are single", "[random]") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(1000 + seed);
        History history(cabinets()[seed].design);
        play(history, random, 30);
        const Build built = build(shop_book(), history.current());
        std::set<std::string_view> names;
        for (const Part& part : built.parts) {
            INFO(seed << " " << name_of(part));
            CHECK(std::min({part.size.x, part.size.y, part.size.z}) > Length{});
            CHECK(names.insert(part.name.view()).second);
        }
        CHECK(price(shop_book(), built).total.value >= 0);
    }
}
