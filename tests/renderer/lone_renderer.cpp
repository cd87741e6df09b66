#include "tests/renderer/lone_renderer.h"

#include <atomic>
#include <iostream>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace maatkast::render::test {
namespace {

std::atomic<int> messages = 0;  // outlives the renderer, whose last messages come while it goes

}  // namespace

LoneRenderer::LoneRenderer(RendererOptions options)
    : folder_(std::filesystem::temp_directory_path() / ("maatkast-lone-" + std::to_string(getpid()))) {
    messages = 0;
    options.validation = true;
    options.on_message = [](const ValidationMessage& m) {
        ++messages;
        std::cerr << m.id << ": " << m.text << '\n';
    };
    options.pipeline_cache = folder_ / "pipelines";
    auto made = Renderer::create(options);
    INFO((made ? std::string() : made.error().text()));
    REQUIRE(made.has_value());
    renderer_ = std::move(*made);
}

LoneRenderer::~LoneRenderer() {
    renderer_.reset();
    std::filesystem::remove_all(folder_);
    CHECK(messages == 0);
}

OverlayTexture one_color(Renderer& renderer, std::uint8_t red) {
    const auto texture = renderer.create_overlay_texture({1, 1}, std::vector<std::uint8_t>{red, 10, 20, 255});
    REQUIRE(texture.has_value());
    return *texture;
}

}  // namespace maatkast::render::test
