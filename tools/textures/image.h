#pragma once

#include <array>
#include <string>
#include <vector>

namespace maatkast::textures {

constexpr int kSize = 1024;  // pixels, both ways

using Colour = std::array<float, 3>;  // sRGB, 0 to 255

/// A square picture that repeats in both directions. x runs along the grain, y across it.
class Tile {
  public:
    Tile() : pixels_(static_cast<std::size_t>(kSize) * kSize) {}

    /// The pixel at (x, y), wrapped round; any whole coordinates are legal.
    Colour& at(int x, int y);

    /// Shifts every channel so that the mean becomes `mean`, then keeps all within 30 and 243, JPEG included:
    /// outside of that, base colours leave what a lit material can have.
    void settle(const Colour& mean);

    /// Writes a JPEG; above a quality of 90 colour is kept at full size. False when the file could not be
    /// written.
    bool write_jpeg(const std::string& path, int quality) const;

  private:
    std::vector<Colour> pixels_;
};

}  // namespace maatkast::textures
