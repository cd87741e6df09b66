/// Writes the wood and floor textures as seamless JPEGs. Usage: make_textures DIRECTORY

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include "tools/textures/wood.h"

namespace {

using maatkast::textures::Species;
using maatkast::textures::Tile;

// The means are the colours of the finishes in assets/book: a board reads the same with and without its
// picture.
constexpr Species kOak{.mean = {196, 162, 122},
                       .to_dark = {-46, -47, -44},
                       .rings = 26,
                       .arches = 6.5f,
                       .ring_contrast = 0.62f,
                       .ring_edge = 0.22f,
                       .dark_first = true,
                       .streaks = 0.22f,
                       .fibre = 0.12f,
                       .pores = 60000,
                       .pore_length = 8.0f,
                       .pore_contrast = 0.55f,
                       .pore_clustering = 0.85f,
                       .seed = 113};
constexpr Species kWalnut{.mean = {122, 90, 66},
                          .to_dark = {-46, -39, -27},
                          .rings = 17,
                          .arches = 6.5f,
                          .ring_contrast = 0.58f,
                          .ring_edge = 0.40f,
                          .dark_first = false,
                          .streaks = 0.46f,
                          .fibre = 0.11f,
                          .pores = 32000,
                          .pore_length = 6.0f,
                          .pore_contrast = 0.36f,
                          .pore_clustering = 0.30f,
                          .seed = 211};
constexpr Species kSpruce{.mean = {220, 191, 146},
                          .to_dark = {-40, -52, -58},
                          .rings = 44,
                          .arches = 7.0f,
                          .ring_contrast = 0.70f,
                          .ring_edge = 0.16f,
                          .dark_first = false,
                          .streaks = 0.14f,
                          .fibre = 0.06f,
                          .pores = 0,
                          .pore_length = 0.0f,
                          .pore_contrast = 0.0f,
                          .pore_clustering = 0.0f,
                          .seed = 307};
constexpr Species kAsh{.mean = {217, 195, 160},
                       .to_dark = {-38, -44, -48},
                       .rings = 22,
                       .arches = 6.5f,
                       .ring_contrast = 0.66f,
                       .ring_edge = 0.18f,
                       .dark_first = true,
                       .streaks = 0.12f,
                       .fibre = 0.09f,
                       .pores = 42000,
                       .pore_length = 7.0f,
                       .pore_contrast = 0.40f,
                       .pore_clustering = 0.92f,
                       .seed = 401};
constexpr Species kFloorOak{.mean = {190, 172, 148},
                            .to_dark = {-26, -27, -27},
                            .rings = 22,
                            .arches = 6.5f,
                            .ring_contrast = 0.55f,
                            .ring_edge = 0.30f,
                            .dark_first = true,
                            .streaks = 0.25f,
                            .fibre = 0.14f,
                            .pores = 0,
                            .pore_length = 0.0f,
                            .pore_contrast = 0.0f,
                            .pore_clustering = 0.0f,
                            .seed = 503};

bool save(const Tile& tile, const std::filesystem::path& path) {
    if (tile.write_jpeg(path.string())) return true;
    std::fprintf(stderr, "make_textures: cannot write %s\n", path.c_str());
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: make_textures DIRECTORY\n", stderr);
        return 2;
    }
    const std::filesystem::path directory = arguments[1];
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    using maatkast::textures::make_wood;
    const bool saved =
        save(make_wood(kOak), directory / "oak.jpg") && save(make_wood(kWalnut), directory / "walnut.jpg") &&
        save(make_wood(kSpruce), directory / "spruce.jpg") && save(make_wood(kAsh), directory / "ash.jpg") &&
        save(maatkast::textures::make_floor(kFloorOak), directory / "floor.jpg");
    return saved ? 0 : 73;  // 73: cannot create output
}
