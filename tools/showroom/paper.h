#pragma once
// Lines and letters of the showroom for a picture without a window: one page, drawn once.

#include <functional>
#include <span>

#include "renderer/image.h"
#include "renderer/overlay.h"
#include "tools/showroom/fonts.h"

namespace maatkast::show {

/// Makes a picture for the overlay; the number is what ImGui carries as a texture.
using MakeTexture = std::function<std::uint32_t(render::Size, std::span<const std::uint8_t>)>;

/// ImGui's draw data as plain values.
render::Overlay to_overlay(const ImDrawData& data);

/// Holds an ImGui context of its own, so that there is one at a time and none beside a showroom.
class Paper {
  public:
    /// Letters of the given files for a screen of this scale.
    Paper(const FontFiles& files, float scale);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    const Fonts& fonts() const { return fonts_; }
    /// What `draw` puts on a page of this size.
    render::Overlay draw(render::Size size, const MakeTexture& make_texture,
                         const std::function<void(ImDrawList&)>& draw);

  private:
    Fonts fonts_;
};

}  // namespace maatkast::show
