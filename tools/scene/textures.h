#pragma once
// The pictures of finishes, decoded on threads of their own while the graphics device starts.

#include <cstdint>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "renderer/image.h"

namespace maatkast::scene {

/// Reads DIR/STEM.jpg (written by tools/textures while building). A picture that is missing or broken is
/// none: the finish is then drawn in its plain catalogue colour, and `doctor` says which are missing.
class TextureStore {
  public:
    explicit TextureStore(std::string directory) : directory_(std::move(directory)) {}

    /// Starts decoding; naming one again is free.
    void request(const std::string& stem);
    /// Waits for a requested picture; null when there is none. Stays valid as long as the store.
    const render::Image* get(const std::string& stem);
    std::string path(const std::string& stem) const { return directory_ + "/" + stem + ".jpg"; }

  private:
    std::string directory_;
    std::map<std::string, std::shared_future<std::optional<render::Image>>> pictures_;
};

/// A JPEG or PNG file of at most 4096 × 4096 pixels as RGBA; nothing when it cannot be read.
std::optional<render::Image> decode_picture(const std::string& path);

}  // namespace maatkast::scene
