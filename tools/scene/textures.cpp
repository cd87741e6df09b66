#include "tools/scene/textures.h"

#include <stb_image.h>

namespace maatkast::scene {
namespace {
constexpr int kMostSide = 4096;
}

std::optional<render::Image> decode_picture(const std::string& path) {
    int width = 0, height = 0, channels = 0;
    if (!stbi_info(path.c_str(), &width, &height, &channels)) return {};
    if (width > kMostSide || height > kMostSide) return {};
    unsigned char* pixels = stbi_load(path.c_str(), &width, &height, &channels, 4);
    if (!pixels) return {};
    render::Image image{{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)}, {}};
    image.rgba.assign(pixels, pixels + std::size_t{4} * image.size.width * image.size.height);
    stbi_image_free(pixels);
    return image;
}

void TextureStore::request(const std::string& stem) {
    if (pictures_.contains(stem)) return;
    pictures_[stem] = std::async(std::launch::async, decode_picture, path(stem)).share();
}

const render::Image* TextureStore::get(const std::string& stem) {
    request(stem);
    const std::optional<render::Image>& picture = pictures_[stem].get();
    return picture ? &*picture : nullptr;
}

}  // namespace maatkast::scene
