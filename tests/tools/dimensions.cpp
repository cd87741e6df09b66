// Dimension lines: they say what the parts say, stand where the camera sees their corners, and their numbers
// leave each other room.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/build/open_all.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"
#include "tools/scene/dimension_places.h"
#include "tools/scene/views.h"

using namespace maatkast;
using namespace maatkast::test;
using scene::Dimension;
using scene::DimensionKind;

namespace {

Design example(const std::string& name) {
    const std::string path = std::string(MAATKAST_ASSETS) + "/designs/" + name + ".json";
    return read_design(book(), read_file(path).value()).value();
}

std::vector<std::string> example_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs"))
        names.push_back(entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

/// Letters as wide as Inter's figures at 14 pixels, about.
scene::DimensionStyle style(float scale = 1) {
    return {scale,
            ',',
            [scale](std::string_view text, bool) {
                return glm::vec2(8.5F * static_cast<float>(text.size()), 17) * scale;
            },
            {}};
}

const Dimension* find(const std::vector<Dimension>& list, std::string_view path) {
    const auto at = std::ranges::find_if(list, [&](const Dimension& d) { return d.path == path; });
    return at == list.end() ? nullptr : &*at;
}

/// From the floor and the wall: legs and braces are no boards.
Length3 size_of_parts(const Build& built) {
    const Box box = carcase_bounds(built);
    return {box.most.x - box.least.x, box.most.y, box.most.z};
}

bool plain_ends(const Design& design) {
    const auto plain = [](const End& end) { return !end.cladding && end.filler == 0_mm; };
    return plain(design.left_end) && plain(design.right_end) && !design.cornice;
}

/// Chains stand between the cabinet and the line of the whole.
void expect_order(const std::vector<Dimension>& list, const std::vector<scene::PlacedDimension>& placed) {
    for (const auto& whole : placed)
        for (const auto& inner : placed) {
            if (!whole.strong || inner.strong || inner.inside) continue;
            if (list[whole.index].stack != list[inner.index].stack) continue;
            const glm::vec2 way = whole.ends[1] - whole.ends[0];
            const auto side = [&](const glm::vec2& at) {
                return way.x * (at.y - whole.ends[0].y) - way.y * (at.x - whole.ends[0].x);
            };
            for (const glm::vec2& end : inner.ends) CHECK(side(end) * side(whole.corners[0]) > 0);
        }
}

render::Camera camera_from(const render::Bounds& box, float azimuth, float elevation, render::Size size,
                           float margin) {
    const float a = glm::radians(azimuth), e = glm::radians(elevation);
    const glm::vec3 middle = (box.min + box.max) / 2.0F;
    const glm::vec3 away{std::sin(a) * std::cos(e), std::sin(e), std::cos(a) * std::cos(e)};
    return render::frame({middle + away, middle, {0, 1, 0}, 30}, box, size, margin);
}

render::Bounds box_around(const Build& built) {
    const Box box = carcase_bounds(built);
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    return {at(box.least), at(box.most)};
}

void expect_numbers_apart(const std::vector<Dimension>& list,
                          const std::vector<scene::PlacedDimension>& placed, render::Size size) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        CHECK(placed[i].text == scene::dimension_text(list[placed[i].index].value, ','));
        if (!placed[i].label) continue;
        const auto& rect = *placed[i].label;
        CHECK((rect.least.x >= 0 && rect.least.y >= 0));
        CHECK((rect.most.x <= static_cast<float>(size.width) &&
               rect.most.y <= static_cast<float>(size.height)));
        for (std::size_t k = 0; k < i; ++k)
            if (placed[k].label) CHECK_FALSE(rect.meets(*placed[k].label));
    }
}

}  // namespace

TEST_CASE("Overall sizes are those of the parts, and bays and boards add up to them", "[dimensions]") {
    int summed = 0;
    const auto expect = [&](const Design& design) {
        const Build built = build_parts(book(), design);
        const auto list = scene::dimensions(book(), design);
        const Layout layout = make_layout(book(), design);
        REQUIRE(find(list, "width"));
        CHECK(find(list, "width")->value == overall_size(book(), design).x);
        if (layout.runs.size() > 1 || !plain_ends(design)) return;
        const Length3 size = size_of_parts(built);
        CHECK(find(list, "width")->value == size.x);
        // Depths are counted to the face of fronts, also where the deepest bay has none.
        const Length before = find(list, "depth")->value - size.z;
        CHECK((before == 0_mm || before == layout.front_back + layout.front_thickness));
        // A top filler may stop short of the ceiling by its joint.
        if (!design.room.slope && design.top_filler == 0_mm) CHECK(find(list, "height")->value == size.y);
        std::set<std::int32_t> uprights;
        Length sum{};
        for (const Part& part : built.parts)
            if (part.kind == PartKind::upright && uprights.insert(part.origin.x.tenths).second)
                sum += part.size.x;
        const auto bays =
            std::ranges::count_if(list, [](const Dimension& d) { return d.kind == DimensionKind::bay; });
        if (bays == 0) return;
        CHECK(bays == std::ssize(design.bays));
        for (const Dimension& dimension : list)
            if (dimension.kind == DimensionKind::bay) sum += dimension.value;
        CHECK(sum == size.x);
        ++summed;
    };
    for (const std::string& name : example_names()) {
        INFO(name);
        expect(example(name));
    }
    for (std::size_t i = 0; i < random_count(60); ++i) {
        INFO("random " << i);
        expect(random_design(book(), 77, i));
    }
    CHECK(summed > 15);
}

TEST_CASE("Openings and shelves of a bay add up to its height", "[dimensions]") {
    for (const std::string name : {"wardrobe", "bookcase", "sliding_wardrobe", "lp_wall"}) {
        const Design design = example(name);
        const Build built = build_parts(book(), design);
        for (std::size_t bay = 0; bay < design.bays.size(); ++bay) {
            INFO(name << " bay " << bay);
            if (design.bays[bay].kneehole || design.worktop || design.room.slope) continue;
            Length sum{};
            for (const Dimension& dimension : scene::dimensions(book(), design, bay))
                if (dimension.kind == DimensionKind::opening) sum += dimension.value;
            std::set<std::int32_t> shelves;
            for (const Part& part : built.parts) {
                const bool lies = part.kind == PartKind::shelf || part.kind == PartKind::top;
                if (lies && part.bay == static_cast<std::int32_t>(bay) &&
                    shelves.insert(part.origin.y.tenths).second)
                    sum += part.size.y;
            }
            CHECK(sum == design.bays[bay].height);
        }
    }
}

TEST_CASE("A number with its edit says what the design has: taken again, it changes nothing",
          "[dimensions]") {
    for (const std::string& name : example_names()) {
        const Design design = example(name);
        for (const Dimension& dimension : scene::dimensions(book(), design)) {
            if (dimension.path.empty()) continue;
            INFO(name << " " << dimension.path << " " << dimension.value.mm());
            const Length edited = dimension.value + dimension.more;
            const auto after =
                apply(book(), design, Edit{dimension.path, scene::dimension_text(edited, '.')});
            REQUIRE(after);
            const bool shared = dimension.path == "width" || dimension.path == "height" ||
                                dimension.path == "depth" || dimension.path == "room/slope/low";
            if (shared)
                CHECK(overall_size(book(), *after) == overall_size(book(), design));
            else
                CHECK(*after == design);
        }
    }
}

TEST_CASE("The legs of a corner lie on its walls, and a slope has a low end", "[dimensions]") {
    const Design corner = example("corner_wardrobe");
    const Layout layout = make_layout(book(), corner);
    REQUIRE(layout.corners.size() == 1);
    std::vector<Length> legs, walls;
    for (const Dimension& dimension : scene::dimensions(book(), corner)) {
        const bool above = dimension.sides.front().out.y > 0.5;
        if (dimension.kind == DimensionKind::leg) legs.push_back(dimension.value);
        if (dimension.kind == DimensionKind::overall && above) walls.push_back(dimension.value);
    }
    CHECK(legs == std::vector{layout.corners[0].left_leg, layout.corners[0].right_leg});
    const Length3 size = overall_size(book(), corner);
    CHECK(walls == std::vector{size.x, size.z});

    const Design sloped = example("sloped_wardrobe");
    const auto list = scene::dimensions(book(), sloped);
    const auto low =
        std::ranges::find_if(list, [](const Dimension& d) { return d.kind == DimensionKind::low; });
    REQUIRE(low != list.end());
    const Build built = build_parts(book(), sloped);
    const auto left = std::ranges::min_element(built.parts, {}, [](const Part& part) {
        return part.kind == PartKind::upright ? part.origin.x.tenths : 1'000'000;
    });
    CHECK(low->value == left->origin.y + left->size.y);
}

TEST_CASE("Lines begin and end at what the camera sees of the corners", "[dimensions]") {
    const Design design = example("wardrobe");
    const Build built = build_parts(book(), design);
    const Box box = carcase_bounds(built);
    const auto list = scene::dimensions(book(), design);
    const render::Size size{1280, 720};
    int seen = 0;
    for (const float azimuth : {-50.0F, -20.0F, 0.0F, 35.0F, 65.0F})
        for (const float elevation : {0.0F, 8.0F, 25.0F}) {
            const render::View view =
                render::make_view(camera_from(box_around(built), azimuth, elevation, size, 0.4F), size);
            for (const auto& placed : place_dimensions(list, scene::blocks_of(built, {}), view, style())) {
                if (list[placed.index].kind != DimensionKind::overall) continue;
                const bool wide = list[placed.index].path == "width",
                           high = list[placed.index].path == "height";
                INFO(list[placed.index].path << " " << azimuth << " " << elevation);
                for (int end = 0; end < 2; ++end) {
                    // One of the corners of the cabinet, on the right side along what is measured.
                    float nearest = 1e9F;
                    for (int corner = 0; corner < 8; ++corner) {
                        const int axis = wide ? 0 : high ? 1 : 2;
                        if (((corner >> axis) & 1) != end) continue;
                        const auto at =
                            render::project(view, {(corner & 1 ? box.most.x : box.least.x).metres(),
                                                   (corner & 2 ? box.most.y : box.least.y).metres(),
                                                   (corner & 4 ? box.most.z : box.least.z).metres()});
                        REQUIRE(at);
                        nearest = std::min(nearest,
                                           glm::length(*at - placed.corners[static_cast<std::size_t>(end)]));
                    }
                    CHECK(nearest < 0.5F);
                    ++seen;
                }
                // The line itself: both corners moved out by the same way.
                float best = 1e9F;
                for (const scene::DimensionSide& side : list[placed.index].sides)
                    for (int mm = 0; mm < 2300; ++mm) {
                        const auto moved = [&](const glm::dvec3& at) {
                            return render::project(view, glm::vec3(at + side.out * (mm / 1000.0)));
                        };
                        const auto a = moved(side.from), b = moved(side.to);
                        if (a && b)
                            best = std::min(best, std::max(glm::length(*a - placed.ends[0]),
                                                           glm::length(*b - placed.ends[1])));
                    }
                CHECK(best < 0.5F);
            }
        }
    CHECK(seen > 60);
}

TEST_CASE("Numbers never meet and never leave the picture, whatever the design and the view",
          "[dimensions]") {
    std::mt19937 dice(20);
    std::uniform_real_distribution<float> share(0, 1);
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < random_count(60); ++i) {
        const Design design = random_design(book(), 815, i);
        const Build built = build_parts(book(), design);
        const std::vector<double> open = open_all(built, i % 3 == 0 ? 1 : 0);
        const auto blocks = scene::blocks_of(built, open);
        const auto bay = i % 2 == 0 ? std::optional(i % design.bays.size()) : std::nullopt;
        const auto list = scene::dimensions(book(), design, bay);
        for (int k = 0; k < 4; ++k) {
            const render::Size size = k % 2 == 0 ? render::Size{1280, 720} : render::Size{700, 900};
            const float azimuth = share(dice) * 180 - 90, elevation = share(dice) * 85 - 5;
            INFO("random " << i << " from " << azimuth << " " << elevation);
            const render::View view = render::make_view(
                camera_from(box_around(built), azimuth, elevation, size, share(dice) * 0.6F - 0.2F), size);
            const auto placed = scene::place_dimensions(list, blocks, view, style(1 + share(dice)));
            expect_numbers_apart(list, placed, size);
            expect_order(list, placed);
            for (const auto& one : placed) numbers += one.label ? 1 : 0;
        }
    }
    CHECK(numbers > random_count(600));
}

TEST_CASE("Lines of two walls meet at their corner, and stay beyond the legs of the corner", "[dimensions]") {
    const Design design = example("corner_wardrobe");
    const Build built = build_parts(book(), design);
    const auto list = scene::dimensions(book(), design);
    const auto blocks = scene::blocks_of(built, {});
    int met = 0;
    for (float azimuth = -35; azimuth <= 5; azimuth += 5)
        for (float elevation = 0; elevation < 60; elevation += 5) {
            INFO(azimuth << " " << elevation);
            const render::View view = render::make_view(
                camera_from(box_around(built), azimuth, elevation, {1280, 720}, 0.5F), {1280, 720});
            const auto placed = place_dimensions(list, blocks, view, style());
            expect_order(list, placed);
            std::vector<const scene::PlacedDimension*> walls;
            for (const auto& one : placed)
                if (one.strong && list[one.index].sides.front().out.y > 0.5) walls.push_back(&one);
            if (walls.size() != 2) continue;
            CHECK(glm::length(walls[0]->corners[1] - walls[1]->corners[0]) < 0.5F);
            if (elevation > 15) continue;  // from above one line may have to stand much further out
            CHECK(glm::length(walls[0]->ends[1] - walls[1]->ends[0]) < 0.5F);
            ++met;
        }
    CHECK(met > 10);
}

TEST_CASE("A row that is moved out to meet another takes those beyond it along", "[dimensions]") {
    for (const std::string name : {"corner_wardrobe", "u_dressing_room", "home_office"}) {
        const Design design = example(name);
        const Build built = build_parts(book(), design);
        const auto list = scene::dimensions(book(), design);
        const auto blocks = scene::blocks_of(built, {});
        for (float azimuth = -75; azimuth <= 75; azimuth += 7.5F)
            for (float elevation = 0; elevation < 75; elevation += 7.5F) {
                INFO(name << " " << azimuth << " " << elevation);
                const render::View view = render::make_view(
                    camera_from(box_around(built), azimuth, elevation, {1280, 720}, 0.5F), {1280, 720});
                expect_order(list, place_dimensions(list, blocks, view, style()));
            }
    }
}

TEST_CASE("No number stands where a card lies", "[dimensions]") {
    const Design design = example("wardrobe");
    const Build built = build_parts(book(), design);
    const auto list = scene::dimensions(book(), design);
    const render::View view =
        render::make_view(camera_from(box_around(built), 20, 5, {1280, 720}, 0.4F), {1280, 720});
    scene::DimensionStyle with_card = style();
    const auto blocks = scene::blocks_of(built, {});
    const auto before = place_dimensions(list, blocks, view, with_card);
    with_card.taken = {{{300, 200}, {700, 620}}};
    const auto under = [&](const scene::PlacedDimension& one) {
        return one.label && one.label->meets(with_card.taken.front());
    };
    CHECK(std::ranges::any_of(before, under));
    CHECK(std::ranges::none_of(place_dimensions(list, blocks, view, with_card), under));
}

TEST_CASE("A picture with room for its dimensions shows width and height of every example, whole",
          "[dimensions]") {
    for (const std::string& name : example_names())
        for (const auto wanted : {scene::StandardView::front, scene::StandardView::three_quarter}) {
            INFO(name << (wanted == scene::StandardView::front ? " front" : " three-quarter"));
            const render::Size size{1280, 720};
            const Design design = example(name);
            const Build built = build_parts(book(), design);
            const auto list = scene::dimensions(book(), design);
            const auto blocks = scene::blocks_of(built, {});
            const render::Camera camera = scene::with_room_for(
                list, blocks,
                scene::standard_camera(wanted, box_around(built), size, 30, scene::side_walls(design)), size,
                style());
            const auto placed =
                scene::place_dimensions(list, blocks, render::make_view(camera, size), style());
            expect_numbers_apart(list, placed, size);
            std::set<std::string> shown;
            for (const auto& one : placed) {
                if (one.label) shown.insert(list[one.index].path);
                for (const glm::vec2& end : one.ends) {
                    CHECK((end.x > 0 && end.x < 1280));
                    CHECK((end.y > 0 && end.y < 720));
                }
            }
            CHECK(shown.contains("width"));
            CHECK(shown.contains("height"));
        }
}

TEST_CASE("Millimetres are written as each language writes them", "[dimensions]") {
    CHECK(scene::dimension_text(605_mm, ',') == "605");
    CHECK(scene::dimension_text(447.5_mm, ',') == "447,5");
    CHECK(scene::dimension_text(447.5_mm, '.') == "447.5");
}
