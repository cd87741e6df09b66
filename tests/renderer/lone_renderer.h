// A renderer of its own, with validation, that keeps its pipelines in a file: for tests that break things.
#pragma once

#include <filesystem>
#include <memory>

#include "renderer/renderer.h"

namespace maatkast::render::test {

// When it goes, nothing may be left behind on the device and no validation message may have come.
class LoneRenderer {
  public:
    explicit LoneRenderer(RendererOptions options = {});
    ~LoneRenderer();
    Renderer& operator*() const { return *renderer_; }
    Renderer* operator->() const { return renderer_.get(); }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<Renderer> renderer_;
};

// A texture of one texel for overlays.
OverlayTexture one_color(Renderer& renderer, std::uint8_t red);

}  // namespace maatkast::render::test
