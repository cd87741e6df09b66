#include "tools/textures/species.h"

namespace maatkast::textures {

// The means are the colours of the finishes in assets/book: a board reads the same with and without its
// picture. How the species are built, after the xylem database of WSL and the wood trade's
// descriptions: oak has vessels of 0.2 to 0.4 mm where a ring starts, walnut of 0.15 to 0.25 scattered, birch
// of 0.1, beech too small to see; rays of oak are centimetres high, of beech 3 to 5 mm and up to 0.5 wide,
// those of the others too fine to see. Spruce darkens towards the end of its ring. No joint of a panel lies
// on the edge of the tile.

const Species& oak() {
    static const Species wood{.mean = {196, 162, 122},
                              .to_dark = {-46, -47, -44},
                              .ring_width = 2.0f,
                              .ring_contrast = 0.42f,
                              .ring_power = 1.6f,
                              .ring_edge = 0.22f,
                              .dark_first = true,
                              .bend = 3.5f,
                              .streaks = 0.13f,
                              .fibre = 0.12f,
                              .rotary = false,
                              .pores = 90000,
                              .pore_length = 7.0f,
                              .pore_width = 0.28f,
                              .pore_contrast = 0.95f,
                              .pore_clustering = 0.9f,
                              .rays = 9000,
                              .ray_height = 14.0f,
                              .ray_width = 0.22f,
                              .ray_length = 9.0f,
                              .ray_contrast = 0.55f,
                              .fleck = -0.35f,
                              .strips = {{0.0f, 0.150f, 0.072f, -0.170f, 0.02f, 8, 0.10f},
                                         {0.150f, 0.270f, 0.360f, -0.055f, -0.02f, 7, 0.40f},
                                         {0.270f, 0.400f, 0.338f, -0.115f, 0.015f, 9, 0.65f},
                                         {0.400f, 0.500f, 0.325f, -0.050f, -0.015f, 5, 0.85f}},
                              .seed = 113};
    return wood;
}

const Species& walnut() {
    static const Species wood{.mean = {122, 90, 66},
                              .to_dark = {-46, -39, -27},
                              .ring_width = 3.2f,
                              .ring_contrast = 0.60f,
                              .ring_power = 3.0f,
                              .ring_edge = 0.30f,
                              .dark_first = false,
                              .bend = 8.0f,
                              .streaks = 0.20f,
                              .fibre = 0.11f,
                              .rotary = false,
                              .pores = 36000,
                              .pore_length = 6.0f,
                              .pore_width = 0.2f,
                              .pore_contrast = 0.7f,
                              .pore_clustering = 0.35f,
                              .rays = 0,
                              .strips = {{0.0f, 0.175f, 0.090f, -0.095f, 0.02f, 5, 0.15f},
                                         {0.175f, 0.330f, 0.100f, -0.060f, -0.03f, 4, 0.55f},
                                         {0.330f, 0.500f, 0.415f, -0.080f, 0.01f, 5, 0.80f}},
                              .seed = 211};
    return wood;
}

const Species& spruce() {
    static const Species wood{.mean = {220, 191, 146},
                              .to_dark = {-40, -52, -58},
                              .ring_width = 2.4f,
                              .ring_contrast = 0.85f,
                              .ring_power = 4.5f,
                              .ring_edge = 0.16f,
                              .dark_first = false,
                              .bend = 3.5f,
                              .streaks = 0.08f,
                              .fibre = 0.06f,
                              .rotary = false,
                              .pores = 0,
                              .rays = 0,
                              .strips = panel(6, 0.04f, kTileWidth, 0.12f, 6, 0.05f, 307),
                              .seed = 307};
    return wood;
}

const Species& beech() {
    static const Species wood{.mean = {208, 172, 132},
                              .to_dark = {-42, -46, -44},
                              .ring_width = 2.0f,
                              .ring_contrast = 0.34f,
                              .ring_power = 4.0f,
                              .ring_edge = 0.20f,
                              .dark_first = false,
                              .bend = 3.5f,
                              .streaks = 0.08f,
                              .fibre = 0.07f,
                              .rotary = false,
                              .pores = 0,
                              .rays = 60000,
                              .ray_height = 2.4f,
                              .ray_width = 0.15f,
                              .ray_length = 3.0f,
                              .ray_contrast = 1.5f,
                              .fleck = 0.35f,
                              .strips = panel(11, 0.02f, kTileWidth, 0.08f, 6, 0.06f, 601),
                              .seed = 601};
    return wood;
}

const Species& birch() {
    static const Species wood{.mean = {217, 195, 160},
                              .to_dark = {-38, -44, -48},
                              .ring_width = 2.2f,
                              .ring_contrast = 0.5f,
                              .ring_power = 4.0f,
                              .ring_edge = 0.35f,
                              .dark_first = false,
                              .bend = 7.0f,
                              .streaks = 0.12f,
                              .fibre = 0.11f,
                              .rotary = true,
                              .pores = 26000,
                              .pore_length = 2.5f,
                              .pore_width = 0.1f,
                              .pore_contrast = 0.6f,
                              .pore_clustering = 0.0f,
                              .rays = 0,
                              .strips = {{0.0f, kTileWidth, 0.25f, -0.1f, 0.0f, 1, 0.3f}},
                              .seed = 401};
    return wood;
}

const Species& floor_oak() {
    static const Species wood{.mean = {190, 172, 148},
                              .to_dark = {-26, -27, -27},
                              .ring_width = 2.4f,
                              .ring_contrast = 0.7f,
                              .ring_power = 1.6f,
                              .ring_edge = 0.30f,
                              .dark_first = true,
                              .bend = 6.0f,
                              .streaks = 0.22f,
                              .fibre = 0.14f,
                              .rotary = false,
                              .pores = 0,
                              .rays = 0,
                              .strips = panel(kPlanks, 0.0f, kFloorSide, 0.0f, 9, 0.20f, 503),
                              .seed = 503};
    return wood;
}

}  // namespace maatkast::textures
