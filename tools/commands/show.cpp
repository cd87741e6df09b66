#include "tools/commands/show.h"

#include <cstdlib>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/propose/propose.h"
#include "renderer/renderer.h"
#include "tools/commands/load.h"
#include "tools/commands/renderer_options.h"
#include "tools/scene/thumbnail.h"
#include "tools/showroom/window.h"

namespace maatkast::commands {
namespace {

struct ShowOptions {
    std::string design, script, size = "1280x720", folder, state, widgets;
    int frames = -1;
    bool stats = false, headless = false, language_given = false;
    std::optional<bool> second;
    double scale = 0;
};

int fail(const render::Failure& failure) {
    fmt::print(stderr, "maatkast: {}\n", failure.text());
    return kBug;
}

OrProblems<std::array<Texts, 3>> all_texts(const Context& context) {
    std::array<Texts, 3> texts;
    for (const Language language : {Language::nl, Language::en, Language::de}) {
        auto loaded = load_texts(context.assets + "/texts", language);
        if (!loaded) return std::unexpected(loaded.error());
        texts[static_cast<std::size_t>(language)] = std::move(*loaded);
    }
    return texts;
}

std::string folder_of(const ShowOptions& options, const Context& context) {
    if (!options.folder.empty()) return options.folder;
    const std::string parent = std::filesystem::path(options.design).parent_path().string();
    if (!options.design.empty() && options.design != "-") return parent.empty() ? "." : parent;
    return context.assets + "/designs";
}

/// A robot leaves nothing behind unless it is told where.
std::string state_of(const ShowOptions& options) {
    if (!options.state.empty() || !options.script.empty()) return options.state;
    return show::state_folder();
}

show::MakeTexture textures_by(render::Renderer& renderer) {
    return [&renderer](render::Size size, std::span<const std::uint8_t> rgba) {
        const auto texture = renderer.create_overlay_texture(size, rgba);
        return texture ? texture->id : 0;
    };
}

show::MakeThumbnail thumbnails_by(render::Renderer& renderer, const scene::Catalogue& catalogue,
                                  scene::TextureStore& textures) {
    return [&](const Design& design, render::Size size) {
        return scene::thumbnail(renderer, catalogue, textures, design, size);
    };
}

/// In the quality of moving pictures: there are many, and they are small.
show::MakePicture pictures_by(render::Renderer& renderer) {
    return [&renderer](const render::Scene& scene, const render::Camera& camera, render::Size size) {
        auto image = renderer.render_to_image(scene, camera, size, render::Quality::moving);
        return image ? std::optional(std::move(*image)) : std::nullopt;
    };
}

show::MakeStill stills_by(render::Renderer& renderer) {
    return [&renderer](const render::Scene& scene, const render::Camera& camera, render::Size size,
                       const render::Overlay& overlay) {
        auto image = renderer.render_to_image(scene, camera, size, render::Quality::still, overlay);
        return image ? std::optional(std::move(*image)) : std::nullopt;
    };
}

int report_robot(const std::vector<std::string>& failures) {
    for (const std::string& failure : failures) fmt::print(stderr, "maatkast: {}\n", failure);
    return failures.empty() ? kFine : kBlocked;
}

int play(show::App& app, render::Renderer& renderer, const std::string& script, render::Size size,
         bool stats) {
    int frames = 0;
    const auto screenshot = [&](const std::string& path) {
        const auto image = renderer.render_to_image(app.panes(), size, render::Quality::still, app.overlay());
        return image && render::write_png(path, *image);
    };
    const auto failures = show::play_headless(app, script, size, screenshot, &frames);
    if (stats) fmt::print(stderr, "frames {}\n", frames);
    return report_robot(failures);
}

int run(const Context& context, const ShowOptions& options) {
    const auto size = parse_size(options.size);
    if (!size) return report(context, {{"--size", {"problem.size", {{"text", options.size}}}}});
    scene::TextureStore textures(context.textures);
    textures.request(scene::kFloorTexture);
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    for (const Finish& finish : catalogue->book.finishes)
        if (!finish.look.texture.empty()) textures.request(finish.look.texture);
    const auto design = options.design.empty() ? new_design(catalogue->book, kFirstDesign)
                                               : load_design(catalogue->book, options.design);
    if (!design) return report(context, design.error());
    const auto script = options.script.empty() ? OrProblems<std::string>("") : read_file(options.script);
    if (!script) return report(context, script.error());
    auto texts = all_texts(context);
    if (!texts) return report(context, texts.error());

    std::unique_ptr<show::Window> window;
    render::RendererOptions wanted = renderer_options(context);
    if (!options.headless) {
        auto opened = show::Window::open(*size);
        if (!opened && script->empty())
            return report(context, {{"", {"problem.window", {{"reason", opened.error()}}}}}, kBlocked);
        if (opened) window = std::move(*opened);
    }
    if (window) {  // a script without one makes the same pictures on every machine
        window->prepare(wanted);
        wanted.moving_ms = render::RendererOptions::kPrompt;
    }
    auto renderer = render::Renderer::create(wanted);
    if (!renderer) return fail(renderer.error());

    show::AppSettings settings{&*catalogue,
                               &textures,
                               std::move(*texts),
                               context.texts.language(),
                               folder_of(options, context),
                               textures_by(**renderer),
                               show::find_fonts(),
                               1,
                               [&](std::uint32_t id) { (*renderer)->destroy_overlay_texture({id}); },
                               state_of(options),
                               &system_disk(),
                               thumbnails_by(**renderer, *catalogue, textures),
                               pictures_by(**renderer),
                               context.assets + "/designs",
                               stills_by(**renderer),
                               options.language_given};
    for (const std::string& package : settings.fonts.missing)
        fmt::print(stderr, "maatkast: {}\n", context.texts(Message{"problem.font", {{"package", package}}}));
    if (window) settings.scale = window->scale();
    if (options.scale > 0) settings.scale = static_cast<float>(options.scale);
    show::App app(std::move(settings), *design, options.design);
    if (!window) return play(app, **renderer, *script, *size, options.stats);
    const auto ended = window->run(app, **renderer,
                                   {.size = *size,
                                    .script = *script,
                                    .frames = options.frames,
                                    .stats = options.stats,
                                    .follow_scale = options.scale == 0,
                                    .second = options.second,
                                    .widgets = options.widgets});
    renderer->reset();  // the surface goes before its window
    return ended ? report_robot(*ended) : report(context, {{"", ended.error()}}, kBug);
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App* command = app.add_subcommand("show", "Open the showroom");
    command->footer(
        "Examples:\n  maatkast show assets/designs/wardrobe.json\n"
        "  maatkast show D.json --script robot.txt --headless");
    command->add_option("design", options->design, "design file; default: a cabinet to begin with");
    command->add_option("--script", options->script, "a robot's script to play");
    command->add_option("--frames", options->frames, "stop after so many frames");
    command->add_flag("--stats", options->stats, "say how many frames were drawn and how long they took");
    command->add_option("--size", options->size, "width x height of the window")->capture_default_str();
    command->add_option("--folder", options->folder, "where designs are listed and saved");
    command->add_option("--state", options->state,
                        "where unsaved work is kept; default: XDG_STATE_HOME/maatkast or "
                        "~/.local/state/maatkast, and nowhere with a script");
    command->add_option(
        "--widgets", options->widgets,
        "file to write what stands where in, whenever the window has come to rest; for programs "
        "that use it as a person does");
    command
        ->add_option("--scale", options->scale,
                     "size of everything on the screen; default: as the monitor asks")
        ->check(CLI::Range(0.8, 2.0));
    command->add_flag("--second,!--no-second", options->second,
                      "a second window, on the customer's monitor; default: where there are two monitors");
    command->add_flag("--headless", options->headless, "play a script without a window");
    command->callback([options, &context, &app] {
        options->language_given = app.count("--lang") > 0;
        context.exit = run(context, *options);
    });
}

}  // namespace maatkast::commands
