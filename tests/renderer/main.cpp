#define CATCH_CONFIG_RUNNER
#include <cstdlib>
#include <iostream>

#include <catch2/catch.hpp>

#include "tests/renderer/shared_renderer.h"

namespace maatkast::render::test {
namespace {
std::unique_ptr<Renderer> the_renderer;
}

Renderer& shared_renderer() {
    if (the_renderer) return *the_renderer;
    RendererOptions options;
    options.validation = true;
    options.on_message = [](const ValidationMessage& m) { std::cerr << m.id << ": " << m.text << '\n'; };
    auto made = Renderer::create(options);
    if (!made) {
        std::cerr << made.error().text() << '\n';
        std::exit(EXIT_FAILURE);
    }
    the_renderer = std::move(*made);
    return *the_renderer;
}

HdrImage linear_picture(const Scene& scene, const Camera& camera, Size size, Quality quality) {
    auto image = shared_renderer().render_to_hdr(scene, camera, size, quality);
    if (!image) FAIL(image.error().text());
    return std::move(*image);
}

void close_shared_renderer() {
    the_renderer.reset();
}

}  // namespace maatkast::render::test

int main(int argc, char* argv[]) {
    const int result = Catch::Session().run(argc, argv);
    maatkast::render::test::close_shared_renderer();
    return result;
}
