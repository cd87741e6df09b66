#include "tools/commands/render.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <future>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/build/build.h"
#include "model/build/open_all.h"
#include "model/mesh/mesh.h"
#include "renderer/renderer.h"
#include "tools/commands/load.h"
#include "tools/commands/render_overlays.h"
#include "tools/commands/renderer_options.h"
#include "tools/scene/dimension_places.h"
#include "tools/scene/figure.h"
#include "tools/scene/scene_glb.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"
#include "tools/showroom/dimension_marks.h"
#include "tools/showroom/paper.h"

namespace maatkast::commands {
namespace {

constexpr std::uint32_t kEnvironmentWidth = 1024;  // pixels
constexpr float kMargin = 0.1F;                    // of a picture

struct RenderOptions {
    std::string design, output, size = "1280x720", view = "three-quarter", quality = "still", camera;
    std::string light = "day", camera_out, hdr_out, environment_out, scene_out, figure;
    std::optional<double> open;
    bool fill = false, has_figure = false;
    OverlayOptions overlays;
};

using MadeRenderer = std::expected<std::unique_ptr<render::Renderer>, render::Failure>;

// Made on a thread of its own: the device starts while book, design and textures are read.
std::future<MadeRenderer> start_renderer(const Context& context) {
    return std::async(std::launch::async,
                      [&context] { return render::Renderer::create(renderer_options(context)); });
}

int fail(const render::Failure& failure, int code) {
    fmt::print(stderr, "maatkast: {}\n", failure.text());
    return code;
}

// A folder that is missing or closed to us is another thing than a disk that is full.
int output_code(const render::Failure& failure) {
    return failure.result.find("No space") != std::string::npos ? kOutputFailed : kCannotCreate;
}

int write_bytes(const Context& context, const std::string& path, std::span<const std::uint8_t> bytes) {
    if (path == "-") {
        const auto written = write_file(path, std::as_bytes(bytes));
        return written ? kFine : report(context, written.error(), kOutputFailed);
    }
    const auto written = render::write_file(path, bytes);
    return written ? kFine : fail(written.error(), output_code(written.error()));
}

int write_bytes(const Context& context, const std::string& path, std::string_view text) {
    return write_bytes(context, path,
                       std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

render::Bounds box_around(const Build& built) {
    const Box box = carcase_bounds(built);
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    return {at(box.least), at(box.most)};
}

struct Shot {
    render::Size size;
    render::Camera camera;
    render::Quality quality = render::Quality::still;
};

// Dimension lines, and the paper that they are drawn on.
class Drawing {
  public:
    Drawing(const Context& context, const scene::Catalogue& catalogue, const Design& design,
            const Build& built, std::span<const double> open, render::Size size)
        : scale_(std::max(1.0F, static_cast<float>(size.height) / kScaleOne)),
          paper_(show::find_fonts(), scale_),
          style_(show::dimension_style(paper_.fonts(), scale_,
                                       context.texts.language() == Language::en ? '.' : ',')),
          list_(scene::dimensions(catalogue.book, design)),
          blocks_(scene::blocks_of(built, open)) {}

    render::Camera with_room(const render::Camera& camera, render::Size size) const {
        return scene::with_room_for(list_, blocks_, camera, size, style_);
    }
    render::Overlay over(const Shot& shot, render::Renderer& renderer) {
        const auto placed =
            scene::place_dimensions(list_, blocks_, render::make_view(shot.camera, shot.size), style_);
        const auto make_texture = [&](render::Size size, std::span<const std::uint8_t> rgba) {
            const auto texture = renderer.create_overlay_texture(size, rgba);
            return texture ? texture->id : 0;
        };
        return paper_.draw(shot.size, make_texture, [&](ImDrawList& list) {
            show::draw_dimensions(list, placed, paper_.fonts(), scale_);
        });
    }

  private:
    static constexpr float kScaleOne = 760;  // rows of a picture whose letters are as large as on a screen

    float scale_;
    show::Paper paper_;
    scene::DimensionStyle style_;
    std::vector<scene::Dimension> list_;
    std::vector<scene::Block> blocks_;
};

// A view of all of it shows who stands beside the cabinet, what on top, and how far overlays reach.
OrProblems<render::Camera> camera_for(const RenderOptions& options, const Design& design, const Build& built,
                                      render::Size size, const scene::Stage& stage,
                                      const PictureOverlays& overlays) {
    if (options.camera.empty()) {
        if (const auto cut = overlays.camera(size)) return *cut;
        const scene::StandardView view = *scene::view_of(options.view);
        render::Bounds box = box_around(built);
        if (view != scene::StandardView::detail) {
            box.add(stage.dressing_box());
            box.add(overlays.beside());
        }
        const render::Camera camera = scene::standard_camera(view, box, size, 30, scene::side_walls(design));
        if (options.overlays.alone())
            return scene::looking_down(camera, box, size, scene::kApartElevation, scene::kApartMargin);
        if (options.overlays.envelopes)
            return scene::looking_down(camera, box, size, scene::kEnvelopeElevation, kMargin);
        return camera;
    }
    const auto text = read_file(options.camera);
    if (!text) return std::unexpected(text.error());
    auto camera = scene::read_camera(*text);
    if (camera) return camera;
    Problems problems = camera.error();
    for (Problem& problem : problems) problem.where = options.camera + problem.where;
    return std::unexpected(problems);
}

// The files beside the picture that need no graphics device.
int write_companions(const Context& context, const RenderOptions& options, const render::Scene& scene,
                     const Shot& shot) {
    int code = kFine;
    if (!options.camera_out.empty())
        code = std::max(code, write_bytes(context, options.camera_out, scene::write_camera(shot.camera)));
    if (!options.environment_out.empty()) {
        const auto map = render::environment_map(scene.environment, scene.key_light, kEnvironmentWidth);
        code = std::max(code, write_bytes(context, options.environment_out, render::encode_hdr(map)));
    }
    if (!options.scene_out.empty())
        code = std::max(code, write_bytes(context, options.scene_out, scene::write_scene_glb(scene)));
    return code;
}

int draw(const Context& context, const RenderOptions& options, const render::Scene& scene, const Shot& shot,
         render::Renderer& renderer, std::optional<Drawing>& drawing) {
    if (!options.hdr_out.empty()) {
        const auto picture = renderer.render_to_hdr(scene, shot.camera, shot.size, shot.quality);
        if (!picture) return fail(picture.error(), kBug);
        if (const int code = write_bytes(context, options.hdr_out, render::encode_hdr(*picture))) return code;
    }
    const render::Overlay over = drawing ? drawing->over(shot, renderer) : render::Overlay();
    const auto picture = renderer.render_to_image(scene, shot.camera, shot.size, shot.quality, over);
    if (!picture) return fail(picture.error(), kBug);
    return write_bytes(context, options.output, render::encode_png(*picture));
}

// Nothing where none is asked for; −1 where the text is no height.
std::optional<int> figure_height(const RenderOptions& options) {
    if (!options.has_figure) return {};
    if (options.figure.empty()) return scene::kUsualFigure;
    int height = 0;
    const char* last = options.figure.data() + options.figure.size();
    const auto [end, error] = std::from_chars(options.figure.data(), last, height);
    const bool fine = error == std::errc() && end == last && height >= scene::kShortestFigure &&
                      height <= scene::kTallestFigure;
    return fine ? height : -1;
}

int run(const Context& context, const RenderOptions& options) {
    const auto size = parse_size(options.size);
    if (!size) return report(context, {{"--size", {"problem.size", {{"text", options.size}}}}});
    const auto figure = figure_height(options);
    if (figure == -1) return report(context, {{"--figure", {"problem.figure", {{"text", options.figure}}}}});
    auto starting = start_renderer(context);
    scene::TextureStore textures(context.textures);
    textures.request(scene::kFloorTexture);
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const auto design = load_design(catalogue->book, options.design);
    if (!design) return report(context, design.error());

    const Build built = options.overlays.needs_findings() ? build(catalogue->book, *design)
                                                          : build_parts(catalogue->book, *design);
    for (const std::string& stem : scene::textures_of(catalogue->book, built)) textures.request(stem);
    const MeshSet meshes = make_meshes(catalogue->hardware, built);
    const bool opens = options.camera.empty() && scene::sight(*scene::view_of(options.view), {}).opens;
    const std::vector<double> open = open_all(built, options.open.value_or(opens ? 1 : 0));
    scene::Stage stage(catalogue->book, textures);
    stage.dress({options.fill, figure, options.light == "day" ? scene::Hour::day : scene::Hour::evening});
    stage.set(options.overlays.alone() ? nullptr : &*design, built, meshes, open);
    render::Scene shown = stage.scene();
    PictureOverlays overlays;
    const auto added = overlays.add(options.overlays, *catalogue, *design, built, stage.patches(), shown);
    if (!added) return report(context, added.error());
    auto camera = camera_for(options, *design, built, *size, stage, overlays);
    if (!camera) return report(context, camera.error());
    std::optional<Drawing> drawing;
    if (options.overlays.dimensions) drawing.emplace(context, *catalogue, *design, built, open, *size);
    if (drawing && options.camera.empty() && options.view != "detail")
        *camera = drawing->with_room(*camera, *size);

    const Shot shot{*size, *camera,
                    options.quality == "still" ? render::Quality::still : render::Quality::moving};
    const auto renderer = starting.get();
    if (!renderer) return fail(renderer.error(), kBug);
    const int code = draw(context, options, shown, shot, **renderer, drawing);
    return code ? code : write_companions(context, options, shown, shot);
}

}  // namespace

void add_render(CLI::App& app, Context& context) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App* command = app.add_subcommand("render", "Make a picture of a design, without a window");
    command->footer(
        "Examples:\n  maatkast render assets/designs/wardrobe.json -o wardrobe.png\n"
        "  maatkast render D.json -o open.png --view inside --open 1 --size 1920x1080\n"
        "  maatkast render D.json -o lived-in.png --fill --open 1 --figure 175\n"
        "  maatkast render D.json -o sizes.png --dimensions\n"
        "  maatkast render D.json -o parts.png --explode 1\n"
        "  maatkast render D.json -o repair.png --ghost door.width:2");
    command->add_option("design", options->design, "design file, - for standard input")->required();
    command->add_option("-o,--output", options->output, "the PNG to write, - for standard output")
        ->required();
    command->add_option("--size", options->size, "width x height in pixels")->capture_default_str();
    command->add_option("--view", options->view, "standard view")
        ->check(CLI::IsMember({"front", "three-quarter", "side", "inside", "detail"}))
        ->capture_default_str();
    command->add_option("--camera", options->camera, "camera file (JSON); overrides --view");
    command->add_option("--open", options->open, "0 closed to 1 open; default: as the view asks")
        ->check(CLI::Range(0.0, 1.0));
    command->add_flag("--fill", options->fill, "fill the compartments: clothes, books, boxes, tableware");
    CLI::Option* figure =
        command
            ->add_option("--figure", options->figure,
                         "somebody beside the cabinet, for its size: so many centimetres, 100 to 220, or 175")
            ->type_name("[CM]")
            ->expected(0, 1);
    command->add_option("--light", options->light, "day, or evening: strips of light then show best")
        ->check(CLI::IsMember({"day", "evening"}))
        ->capture_default_str();
    add_overlay_options(*command, options->overlays);
    command->add_option("--quality", options->quality, "still: the best; moving: as while turning")
        ->check(CLI::IsMember({"moving", "still"}))
        ->capture_default_str();
    command->add_option("--camera-out", options->camera_out, "write the camera used (JSON)");
    command->add_option("--hdr-out", options->hdr_out, "write the picture in linear light (Radiance HDR)");
    command->add_option("--environment-out", options->environment_out, "write the lighting as a map (HDR)");
    command->add_option("--scene-out", options->scene_out, "write the scene with its room (GLB)");
    command->callback([options, figure, &context] {
        options->has_figure = figure->count() > 0;
        context.exit = run(context, *options);
    });
}

}  // namespace maatkast::commands
