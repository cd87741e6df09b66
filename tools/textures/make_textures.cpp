/// Writes the wood and floor textures as seamless JPEGs. Usage: make_textures DIRECTORY

#include <cstdio>
#include <filesystem>
#include <future>
#include <string>
#include <system_error>
#include <vector>

#include "tools/textures/species.h"
#include "tools/textures/wood.h"

namespace {

using namespace maatkast::textures;

Log log_of(const Species& species) {
    return {species, kTileLength, kTileWidth};
}

// Faces are seen large; ends and layers are strips of two centimetres, and the web model carries them too.
constexpr int kFaceQuality = 91, kCutQuality = 80;

struct Picture {
    const char* name;
    int quality;
    Tile (*make)();
};

constexpr Picture kPictures[] = {
    {"oak", kFaceQuality, [] { return make_face(log_of(oak())); }},
    {"walnut", kFaceQuality, [] { return make_face(log_of(walnut())); }},
    {"beech", kFaceQuality, [] { return make_face(log_of(beech())); }},
    {"beech_ends", kCutQuality, [] { return make_ends(log_of(beech())); }},
    {"spruce", kFaceQuality, [] { return make_face(log_of(spruce())); }},
    {"spruce_ends", kCutQuality, [] { return make_ends(log_of(spruce())); }},
    {"birch", kFaceQuality, [] { return make_face(log_of(birch())); }},
    {"birch_plies", kCutQuality, [] { return make_plies(birch()); }},
    {"floor", kFaceQuality, [] { return make_floor({floor_oak(), kFloorSide, kFloorSide}); }},
};

bool save(const Picture& picture, const std::filesystem::path& directory) {
    const std::string path = (directory / picture.name).string() + ".jpg";
    if (picture.make().write_jpeg(path, picture.quality)) return true;
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
    // Two at a time: even a small machine has two cores, and a picture takes 20 MB while it is made.
    bool saved = true;
    for (std::size_t i = 0; i < std::size(kPictures); i += 2) {
        auto other = std::async(std::launch::async, [&] {
            return i + 1 == std::size(kPictures) || save(kPictures[i + 1], directory);
        });
        saved = save(kPictures[i], directory) && saved;
        saved = other.get() && saved;
    }
    return saved ? 0 : 73;  // 73: cannot create output
}
