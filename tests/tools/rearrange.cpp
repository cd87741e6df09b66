// Bays and openings that come, go and change places: whatever else there is keeps exactly what it had.
#include "tools/showroom/rearrange.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/tools/app_stage.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::show;
using enum maatkast::show::Rearrange;

namespace {

std::vector<Design> designs() {
    std::vector<Design> all;
    for (const auto& file : std::filesystem::directory_iterator(std::string(MAATKAST_ASSETS) + "/designs"))
        all.push_back(read_design(maatkast::test::book(), read_file(file.path().string()).value()).value());
    for (std::uint64_t seed = 1; seed <= maatkast::test::random_count(60); ++seed)
        all.push_back(random_design(maatkast::test::book(), 5, seed));
    return all;
}

/// What stands and is kept in an opening.
using Contents = std::pair<Interior, std::optional<std::string>>;
const Contents kNothing{{find_interior_kind("empty"), 1, std::nullopt}, std::nullopt};

std::vector<Contents> contents_of(const Bay& bay) {
    std::vector<Contents> all;
    for (const maatkast::Opening& opening : bay.openings)
        all.emplace_back(opening.interior, opening.contents);
    return all;
}

/// A bay but for its shape, which is that of its place.
Bay inside(Bay bay) {
    bay.shape = BayShape::straight;
    return bay;
}
std::vector<Bay> insides(const Design& design) {
    std::vector<Bay> all;
    for (const Bay& bay : design.bays) all.push_back(inside(bay));
    return all;
}

/// Nothing where it cannot be done.
std::optional<Design> done(const Design& design, const Selection& at, Rearrange how) {
    const auto result = rearranged(maatkast::test::book(), design, at, how);
    if (result.edits.empty()) return {};
    const auto changed = apply(maatkast::test::book(), design, result.edits);
    REQUIRE(changed);
    return *changed;
}

void check_bay(const Design& design, int bay) {
    const Selection at{bay, -1, {}};
    const auto i = static_cast<std::ptrdiff_t>(bay);
    const std::vector<Bay> was = insides(design);
    for (const Rearrange how : {bay_before, bay_after}) {
        const Design changed = *done(design, at, how);
        std::vector<Bay> is = insides(changed);
        const auto added = is.begin() + i + (how == bay_after);
        CHECK(contents_of(*added) == std::vector{kNothing});
        CHECK(added->fronts.empty());
        CHECK(added->width == was[static_cast<std::size_t>(bay)].width);
        is.erase(added);
        CHECK(is == was);
    }
    for (const int by : {-1, 1}) {
        const auto changed = done(design, at, by < 0 ? bay_left : bay_right);
        const bool can = bay + by >= 0 && bay + by < static_cast<int>(was.size());
        REQUIRE(changed.has_value() == can);
        if (!can) continue;
        std::vector<Bay> wanted = was;
        std::swap(wanted[static_cast<std::size_t>(bay)], wanted[static_cast<std::size_t>(bay + by)]);
        for (Bay& each : wanted) each.kneehole = false;  // not where it comes to stand at a corner
        std::vector<Bay> is = insides(*changed);
        for (Bay& each : is) each.kneehole = false;
        CHECK(is == wanted);
    }
    std::vector<Bay> twice = was;
    twice.insert(twice.begin() + i, was[static_cast<std::size_t>(bay)]);
    CHECK(insides(*done(design, at, bay_copy)) == twice);
    std::vector<Bay> without = was;
    without.erase(without.begin() + i);
    if (const auto changed = done(design, at, bay_remove)) CHECK(insides(*changed) == without);
}

void check_opening(const Design& design, const Selection& at) {
    const auto bay = static_cast<std::size_t>(at.bay), i = static_cast<std::size_t>(at.opening);
    const std::vector<Contents> was = contents_of(design.bays[bay]);
    const auto others = [bay](Design of) {
        of.bays.erase(of.bays.begin() + static_cast<std::ptrdiff_t>(bay));
        return of.bays;
    };
    for (const Rearrange how :
         {opening_above, opening_below, opening_copy, opening_remove, opening_up, opening_down}) {
        INFO("opening " << i << ", " << static_cast<int>(how));
        const auto changed = done(design, at, how);
        if (!changed) continue;
        CHECK(others(*changed) == others(design));
        std::vector<Contents> is = contents_of(changed->bays[bay]), wanted = was;
        const int now = rearranged(maatkast::test::book(), design, at, how).now.opening;
        REQUIRE(now >= 0);
        REQUIRE(now < static_cast<int>(is.size()));
        const auto place = wanted.begin() + at.opening;
        if (how == opening_above) wanted.insert(place + 1, kNothing);
        if (how == opening_below) wanted.insert(place, kNothing);
        if (how == opening_copy) wanted.insert(place, was[i]);
        if (how == opening_remove) wanted.erase(place);
        if (how == opening_up || how == opening_down) {
            CHECK((how == opening_up ? now > at.opening : now < at.opening));
            wanted.erase(place);
            wanted.insert(wanted.begin() + now, was[i]);
        }
        CHECK(is == wanted);
        if (how != opening_remove) CHECK(is[static_cast<std::size_t>(now)] == was[i]);
    }
}

}  // namespace

TEST_CASE("every bay and opening but the one that is changed keeps what it had", "[rearrange]") {
    for (const Design& design : designs()) {
        INFO(design.name << " " << design_hash(design));
        for (int bay = 0; bay < static_cast<int>(design.bays.size()); ++bay) {
            INFO("bay " << bay);
            check_bay(design, bay);
            const Bay& at = design.bays[static_cast<std::size_t>(bay)];
            for (int i = at.kneehole ? 1 : 0; i < static_cast<int>(at.openings.size()); ++i)
                check_opening(design, {bay, i, {}});
        }
    }
}

TEST_CASE("an opening that moves takes its height and its front along", "[rearrange]") {
    const Design start =
        commands::load_design(maatkast::test::book(), std::string(MAATKAST_ASSETS) + "/designs/wardrobe.json")
            .value();
    // Drawers with fronts, under a door before all the rest of the bay.
    const Bay& before = start.bays[0];
    REQUIRE(before.fronts.size() == 2);
    REQUIRE(before.fronts[0].kind->id == "drawer");
    const int last = static_cast<int>(before.openings.size()) - 1;
    const Design moved = *done(start, {0, 0, {}}, opening_up);
    const Bay& after = moved.bays[0];
    REQUIRE(after.fronts.size() == 2);
    CHECK(after.fronts[0].kind == before.fronts[1].kind);
    CHECK(after.fronts[0].from == 0);
    CHECK(after.fronts[0].to == last - 1);
    CHECK(after.fronts[1].kind->id == "drawer");
    CHECK(after.fronts[1].from == last);
    const Layout was = make_layout(maatkast::test::book(), start),
                 is = make_layout(maatkast::test::book(), moved);
    const Length pitch = maatkast::test::book().hole_pitch;
    const auto clear = [](const Layout& layout, int i) {
        return layout.opening(0, static_cast<std::size_t>(i)).clear();
    };
    for (int i = 0; i < last; ++i) {
        CHECK(clear(is, i) - clear(was, i + 1) <= pitch);
        CHECK(clear(was, i + 1) - clear(is, i) <= pitch);
        CHECK(*after.openings[static_cast<std::size_t>(i)].top % pitch == Length{});
    }
    CHECK(clear(is, last) - clear(was, 0) <= 2 * pitch);
    CHECK(clear(was, 0) - clear(is, last) <= 2 * pitch);
    CHECK(contents_of(done(moved, {0, last, {}}, opening_down)->bays[0]) == contents_of(before));
}

TEST_CASE("buttons and keys rearrange, the choice follows, and one step takes it back", "[rearrange]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    const auto steps = [&](const std::string& script, int bay, int opening) {
        INFO(script);
        CHECK(play(*app, "click tab.1\nclick opening.1.0\n" + script).empty());
        CHECK(app->doc.design() != start);
        CHECK(app->selection.bay == bay);
        CHECK(app->selection.opening == opening);
        CHECK(play(*app, "key ctrl+z\n").empty());
        CHECK(app->doc.design() == start);
    };
    steps("click bay.right\n", 2, 0);
    steps("key shift+left\n", 0, 0);
    steps("click bay.before\n", 2, 0);
    steps("key insert\n", 1, 0);
    steps("click bay.duplicate\n", 1, 0);
    steps("click opening.below\n", 1, 1);
    steps("click opening.above\n", 1, 0);
    steps("click opening.up\n", 1, 1);
    steps("key shift+up\n", 1, 1);
    steps("key ctrl+d\n", 1, 0);
    steps("key delete\n", 1, 0);
    steps("click bay.remove\n", 1, -1);
    CHECK(play(*app, "click opening.0.0\nkey shift+left\nkey shift+down\n").empty());
    CHECK(app->doc.design() == start);  // it stands at the end already
}
