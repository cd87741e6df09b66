#pragma once
// A small cabinet put together by hand: two uprights, a bottom, a door that turns with its knob, a drawer
// front that slides. 1000 × 2000 × 600 mm.

#include <array>
#include <string>
#include <vector>

#include "model/base/file.h"
#include "model/export/glb.h"
#include "model/hardware/hardware.h"
#include "model/mesh/board.h"
#include "model/mesh/mesh.h"

namespace maatkast::test {

inline Finish finish(std::string id, std::array<std::uint8_t, 3> srgb, std::string texture = "") {
    Finish out;
    out.id = std::move(id);
    out.look.srgb = srgb;
    out.look.texture = std::move(texture);
    out.boards.resize(1);
    return out;
}

/// White, oak with a texture, blue with clearcoat, black; one model, a knob.
inline Book small_book() {
    Book book;
    book.id = "test";
    book.version = "7";
    book.finishes = {finish("white", {255, 255, 255}), finish("oak", {196, 162, 122}, "oak"),
                     finish("blue", {40, 60, 120}), finish("black", {0, 0, 0})};
    book.finishes[2].look.clearcoat = 0.25;
    book.models.push_back({"knob", {{60, 60, 60}, 0.35, 1, 0, ""}, {30_mm, 30_mm, 25_mm}});
    return book;
}

inline HardwareMeshes small_hardware() {
    HardwareMesh mesh{std::vector<Vertex>(kBoardVertices),
                      {board_indices().begin(), board_indices().end()},
                      {30_mm, 30_mm, 25_mm},
                      1};
    write_board(mesh.size, Axis::z, Axis::y, std::span(mesh.vertices).first<kBoardVertices>());
    return {{mesh}};
}

inline Design small_design() {
    Design design;
    design.bays.resize(1);
    design.bays[0].width = 962_mm;
    design.bays[0].height = 2000_mm;
    design.bays[0].depth = 600_mm;
    design.thickness = {19_mm, 19_mm, 19_mm};
    return design;
}

inline Part board(std::string_view name, PartKind kind, Length3 origin, Length3 size, Axis length,
                  Axis thickness, std::uint16_t finish, int opener = -1) {
    Part part;
    part.name = PartName(name);
    part.kind = kind;
    part.origin = origin;
    part.size = size;
    part.length_axis = length;
    part.thickness_axis = thickness;
    part.finish = finish;
    part.opener = opener;
    return part;
}

inline Build small_build(std::uint16_t fronts = 1) {
    Build build;
    build.openers.resize(2);
    build.openers[0].name = PartName("door0");
    build.openers[0].sign = -1;
    build.openers[0].pivot = {-500_mm, 0_mm, 600_mm};
    build.openers[0].limit = Angle::of_degrees(90);
    build.openers[1].name = PartName("drawer0");
    build.openers[1].kind = OpenerKind::slide;
    build.openers[1].axis = Axis::z;
    build.openers[1].pivot = {0_mm, 0_mm, 600_mm};
    build.openers[1].travel = 400_mm;
    const auto side = [&](std::string_view name, Length x) {
        return board(name, PartKind::upright, {x, 0_mm, 0_mm}, {19_mm, 2000_mm, 581_mm}, Axis::y, Axis::x, 0);
    };
    build.parts = {side("upright0", -500_mm), side("upright1", 481_mm),
                   board("bottom", PartKind::bottom, {-481_mm, 80_mm, 0_mm}, {962_mm, 19_mm, 581_mm}, Axis::x,
                         Axis::y, 0),
                   board("door0_front", PartKind::door, {-500_mm, 400_mm, 581_mm}, {1000_mm, 1600_mm, 19_mm},
                         Axis::y, Axis::z, fronts, 0),
                   board("drawer0_front", PartKind::drawer_front, {-500_mm, 0_mm, 581_mm},
                         {1000_mm, 396_mm, 19_mm}, Axis::x, Axis::z, fronts, 1)};
    Part knob = board("door0_knob", PartKind::handle, {400_mm, 1000_mm, 575_mm}, {30_mm, 30_mm, 25_mm},
                      Axis::x, Axis::y, 0, 0);
    knob.shape = ShapeKind::model;
    build.parts.push_back(knob);
    return build;
}

/// The smallest PNG of one white pixel.
inline EncodedTexture white_pixel(std::string stem) {
    return {
        std::move(stem),
        "image/png",
        {0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    13,   'I',  'H',  'D',  'R',  0,
         0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,    0,    0x3a, 0x7e, 0x9b, 0x55, 0,
         0,    0,    10,   'I',  'D',  'A',  'T',  0x78, 0x9c, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00,
         0x1b, 0xb6, 0xee, 0x56, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82}};
}

inline std::vector<std::uint8_t> small_glb(const GlbOptions& options, std::uint16_t fronts = 1) {
    const Book book = small_book();
    const Build build = small_build(fronts);
    const MeshSet meshes = make_meshes(small_hardware(), build);
    return write_glb({book, small_design(), build, meshes, {white_pixel("oak")}}, options).value();
}

}  // namespace maatkast::test
