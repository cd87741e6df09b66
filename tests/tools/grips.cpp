// Grips: pulled, the cabinet's surface goes as far as the hand, and stops where the book does.
#include "tools/scene/grips.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/build.h"
#include "model/build/layout.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/scene/views.h"
#include "tools/showroom/pull.h"

using namespace maatkast;
using namespace maatkast::test;
using scene::Grip;
using scene::GripKind;

namespace {

std::vector<Design> designs() {
    std::vector<Design> all;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs"))
        all.push_back(read_design(book(), read_file(entry.path().string()).value()).value());
    for (std::uint64_t seed = 0; seed < random_count(60); ++seed)
        all.push_back(random_design(book(), 41, seed));
    return all;
}

Design example(const std::string& name) {
    return read_design(book(), read_file(MAATKAST_ASSETS "/designs/" + name + ".json").value()).value();
}

const Grip* by_id(const std::vector<Grip>& grips, const std::string& id) {
    const auto at = std::ranges::find(grips, id, &Grip::id);
    return at == grips.end() ? nullptr : &*at;
}

/// Of the whole, and of the shelves of each bay.
template <class Check>
void for_each_grip(const Design& design, const Check& check) {
    for (const Grip& grip : scene::grips(book(), design)) check(grip, std::optional<std::size_t>());
    for (std::size_t bay = 0; bay < design.bays.size(); ++bay)
        for (const Grip& grip : scene::grips(book(), design, bay))
            if (grip.kind == GripKind::shelf) check(grip, std::optional(bay));
}

std::set<std::string> blocked(const Design& design) {
    std::set<std::string> all;
    for (const Finding& finding : build(book(), design).findings)
        if (finding.severity == Severity::blocked) all.insert(finding.rule + " " + finding.where);
    return all;
}

bool adds_nothing(const Design& before, const Design& after) {
    const std::set<std::string> was = blocked(before), is = blocked(after);
    return std::ranges::includes(was, is);
}

render::Bounds box_of(const Design& design) {
    const Length3 size = overall_size(book(), design);
    const glm::vec3 half{size.x.metres() / 2, 0, 0};
    return {-half, half + glm::vec3(0, size.y.metres(), size.z.metres())};
}

}  // namespace

TEST_CASE("A size that is pulled moves its grip as far, seen from the end that stands still", "[grips]") {
    std::set<GripKind> seen;
    for (const Design& design : designs())
        for_each_grip(design, [&](const Grip& grip, std::optional<std::size_t> bay) {
            for (const int steps : {-2, 1, 3}) {
                const Length size = grip.size + grip.step * steps;
                const auto changed = apply(book(), design, scene::resized(design, grip, size));
                if (!changed) continue;
                const auto grips = scene::grips(book(), *changed, bay);
                const Grip* now = by_id(grips, grip.id);
                if (!now || now->size != size) continue;  // bays that may not become smaller keep their width
                INFO(design_hash(design) << " " << grip.path << " by " << steps);
                const double moved = glm::dot((now->at - now->fixed) - (grip.at - grip.fixed), grip.along);
                // The wall, where a slope is low, stands beside the cabinet; and the ceiling may cut all of
                // it.
                const bool sloping = design.room.slope.has_value();
                if (sloping && grip.kind == GripKind::height && moved == 0) continue;
                const double margin = grip.kind == GripKind::low ? 0.1 * std::abs(moved) + 1e-4 : 1e-6;
                CHECK(moved == Approx((grip.step * steps).metres()).margin(margin));
                seen.insert(grip.kind);
            }
        });
    CHECK(seen.size() == 6);
}

TEST_CASE("An upright takes from the one bay what it gives the other", "[grips]") {
    int uprights = 0;
    for (const Design& design : designs())
        for (const Grip& grip : scene::grips(book(), design)) {
            if (grip.kind != GripKind::upright) continue;
            const auto changed =
                apply(book(), design, scene::resized(design, grip, grip.size + grip.step * 7));
            REQUIRE(changed);
            CHECK(overall_size(book(), *changed).x == overall_size(book(), design).x);
            ++uprights;
        }
    CHECK(uprights > 40);
}

TEST_CASE("What is locked cannot be pulled", "[grips]") {
    const Design free = example("wardrobe"), locked = with(free, {"bays/1/locked=true"});
    const auto count = [](const Design& design) {
        return std::ranges::count(scene::grips(book(), design, 1), GripKind::upright, &Grip::kind);
    };
    CHECK(count(free) - count(locked) == 2);
    CHECK(std::ranges::count(scene::grips(book(), with(example("wardrobe"), {"bays/2/locked=true"}), 2),
                             GripKind::shelf, &Grip::kind) == 0);
}

TEST_CASE("A size goes to the nearest step, whichever way", "[grips]") {
    const Design design = example("wardrobe");
    const auto grips = scene::grips(book(), design);
    const auto near = [&](const char* id, Length wanted) {
        return scene::on_grid(book(), *by_id(grips, id), wanted);
    };
    CHECK(near("width", 2665_mm) == 2665_mm);
    CHECK(near("width", 2495_mm) == 2495_mm);
    CHECK(near("width", 2494.6_mm) == 2495_mm);
    CHECK(near("width", 2600.4_mm) == 2600_mm);
    CHECK(near("height", 2496_mm) == 2500_mm);
    CHECK(near("height", 2494_mm) == 2490_mm);
    CHECK(near("depth", 602_mm) == 600_mm);
    CHECK(near("height", 9000_mm) == book().height.most);
}

TEST_CASE("A range ends at the last size that the book has nothing against", "[grips]") {
    int ends = 0;
    for (std::uint64_t seed = 0; seed < random_count(30); ++seed) {
        const Design design = random_design(book(), 41, seed);
        for (const Grip& grip : scene::grips(book(), design)) {
            const scene::GripRange range = scene::range_of(book(), design, grip);
            CHECK(range.least.size <= grip.size);
            CHECK(range.most.size >= grip.size);
            for (const auto& [stop, step] :
                 {std::pair{range.least, Length{} - grip.step}, std::pair{range.most, grip.step}}) {
                INFO("seed " << seed << ", " << grip.path << " " << stop.size.mm());
                if (stop.size != grip.size) {
                    const auto last = apply(book(), design, scene::resized(design, grip, stop.size));
                    REQUIRE(last);
                    for (const std::string& finding : blocked(*last)) {
                        INFO(finding);
                        CHECK(blocked(design).contains(finding));
                    }
                }
                const auto beyond = apply(book(), design, scene::resized(design, grip, stop.size + step));
                CHECK((!beyond || !adds_nothing(design, *beyond)));
                CHECK((stop.finding.has_value() || stop.refusal.has_value()));
                if (stop.finding) CHECK(stop.finding->page > 0);
                ++ends;
            }
        }
    }
    CHECK(ends > static_cast<int>(random_count(100)));
}

TEST_CASE("The hand over a place on the grip's way gives the size that reaches there", "[grips]") {
    const render::Size size{1280, 720};
    int pulls = 0;
    for (const std::string name : {"wardrobe", "u_dressing_room", "sloped_wardrobe", "corner_bookcase"})
        for (const auto wanted :
             {scene::StandardView::three_quarter, scene::StandardView::side, scene::StandardView::front}) {
            const Design design = example(name);
            const render::View view =
                render::make_view(scene::standard_camera(wanted, box_of(design), size), size);
            for (const Grip& grip : scene::grips(book(), design, 0)) {
                const scene::GripRange all{{-20000_mm, {}, {}}, {20000_mm, {}, {}}};
                const auto held = render::project(view, glm::vec3(grip.at));
                REQUIRE(held);
                const show::Pull pull(book(), design, grip, all, view, *held);
                CHECK(pull.size_at(*held) == grip.size);
                const glm::dvec3 sight = glm::normalize(grip.at - glm::dvec3(view.eye));
                if (1 - std::pow(glm::dot(sight, grip.along), 2) < 0.1) continue;  // seen from its end
                for (const double metres : {-0.2, 0.05, 0.3}) {
                    const auto at = render::project(view, glm::vec3(grip.at + metres * grip.along));
                    REQUIRE(at);
                    const double got = (pull.size_at(*at) - grip.size).metres();
                    const double wished = grip.kind == GripKind::height
                                              ? std::clamp(metres, (book().height.least - grip.size).metres(),
                                                           (book().height.most - grip.size).metres())
                                          : grip.kind == GripKind::depth
                                              ? std::clamp(metres, (book().depth.least - grip.size).metres(),
                                                           (book().depth.most - grip.size).metres())
                                              : metres;
                    INFO(name << " " << grip.path << " by " << metres);
                    CHECK(got ==
                          Approx(wished).margin(pull.snap().metres() / 2 + grip.step.metres() / 2 + 1e-3));
                    ++pulls;
                }
            }
        }
    CHECK(pulls > 100);
}

TEST_CASE("A hand stops with the reason, and lets go of it on the way back", "[grips]") {
    const render::Size size{1280, 720};
    const Design design = example("wardrobe");
    const render::View view =
        render::make_view(scene::standard_camera(scene::StandardView::front, box_of(design), size), size);
    const auto grips = scene::grips(book(), design);
    const Grip& width = *by_id(grips, "width");
    const glm::vec2 held = *render::project(view, glm::vec3(width.at));
    const show::Pull pull(book(), design, width, scene::range_of(book(), design, width), view, held);
    const glm::vec2 far = held + glm::vec2(600, 0);
    CHECK(pull.size_at(far) == pull.range().most.size);
    REQUIRE(pull.stop_at(far) == &pull.range().most);
    CHECK(pull.range().most.finding->rule == "shelf.span");
    CHECK(pull.stop_at(held) == nullptr);
    CHECK(pull.stop_at(held - glm::vec2(900, 0)) == &pull.range().least);
}
