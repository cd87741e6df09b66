// Line drawings: what is seen, what is hidden, what is measured.
#include "model/export/drawing.h"

#include <catch2/catch.hpp>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::size_t occurrences(const std::string& text, const std::string& of) {
    std::size_t count = 0;
    for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + 1)) ++count;
    return count;
}

Build shelves_and_door() {
    return build(book(), with(bare_bay(), {"bays/0/openings/0/split=1000", "bays/0/fronts=left"}));
}

}  // namespace

TEST_CASE("A front view ends with what is nearest: door, then its handle", "[drawing]") {
    const Build cabinet = shelves_and_door();
    const std::string svg = write_drawing(cabinet, {.dimensions = false});
    CHECK(svg.starts_with("<svg "));
    CHECK(svg.ends_with("</svg>"));
    // One face of each part looks forward.
    CHECK(occurrences(svg, "<path class=") == cabinet.parts.size());
    CHECK(occurrences(svg, "class=\"front\"") == 1);
    CHECK(svg.rfind("class=\"board\"") < svg.find("class=\"front\""));
    CHECK(svg.find("class=\"front\"") < svg.rfind("class=\"fitting\""));
}

TEST_CASE("Without fronts neither doors nor their handles are drawn", "[drawing]") {
    const std::string svg = write_drawing(shelves_and_door(), {.fronts = false});
    CHECK(occurrences(svg, "class=\"front\"") == 0);
    CHECK(occurrences(svg, "class=\"back\"") == 1);
}

TEST_CASE("Dimensions are those of the cabinet, in millimetres", "[drawing]") {
    const std::string svg = write_drawing(shelves_and_door(), {.width = 120, .height = 120, .fronts = false});
    for (const std::string number : {">638<", ">600<", ">2000<", ">1000<"}) {
        INFO(number);
        CHECK(occurrences(svg, number) == 1);
    }
    CHECK(occurrences(write_drawing(shelves_and_door(), {.dimensions = false}), "<text") == 0);
}

TEST_CASE("A section leaves out what lies before it and darkens what it cuts", "[drawing]") {
    const Build cabinet = shelves_and_door();
    const std::string svg = write_drawing(
        cabinet, {.view = DrawingView::side, .width = 120, .height = 120, .dimensions = false, .cut = 0.0});
    // Bottom, top, shelf, back, door and plinth; of the door only what is cut is seen, so no lighter face.
    CHECK(occurrences(svg, "class=\"cut\"") == 6);
    CHECK(occurrences(svg, "class=\"front\"") == 0);
    // The right upright lies before the plane: only the left one is seen.
    CHECK(occurrences(svg, "class=\"board\"") >= 1);
    const std::string plan = write_drawing(
        cabinet, {.view = DrawingView::plan, .width = 120, .height = 120, .dimensions = false, .cut = 0.5});
    CHECK(occurrences(plan, "class=\"cut\"") == 4);  // two uprights, back, door
}

TEST_CASE("A turned run is drawn where its frame puts it", "[drawing]") {
    Build turned = build(book(), bare_bay());
    turned.frames.push_back({{}, Angle::of_degrees(90), {}});
    for (Part& part : turned.parts) part.frame = 0;
    // From the right one now sees what was the front.
    const std::string side = write_drawing(turned, {.view = DrawingView::side, .width = 99, .height = 120});
    const std::string front = write_drawing(build(book(), bare_bay()), {.width = 99, .height = 120});
    CHECK(occurrences(side, ">638<") == 1);
    CHECK(occurrences(side, "<path class=") >= occurrences(front, "class=\"board\""));
}

TEST_CASE("An L is drawn with its inner corner", "[drawing]") {
    Part shelf;
    shelf.shape = ShapeKind::prism;
    shelf.size = {900_mm, 19_mm, 900_mm};
    shelf.corners = 6;
    Build build;
    build.outlines = {{0_mm, 0_mm},     {900_mm, 0_mm},   {900_mm, 560_mm},
                      {560_mm, 560_mm}, {560_mm, 900_mm}, {0_mm, 900_mm}};
    build.parts = {shelf};
    const std::string svg = write_drawing(build, {.view = DrawingView::plan, .dimensions = false});
    const std::size_t path = svg.find("<path");
    CHECK(occurrences(svg.substr(path, svg.find("/>", path) - path), "L") == 5);
}

TEST_CASE("Every hole of a face is in its drawing", "[drawing]") {
    const Build cabinet = shelves_and_door();
    const auto rows = drilling(book(), cabinet);
    std::int64_t holes = 0;
    for (const HoleRow& row : rows)
        if (row.part == rows[0].part && row.face == rows[0].face) holes += row.count;
    const std::string svg = write_hole_drawing(cabinet, rows[0].part, rows, rows[0].face, 170);
    CHECK(occurrences(svg, "<circle") == static_cast<std::size_t>(holes));
    CHECK(occurrences(svg, ">1920<") == 1);
}
