#include "tools/commands/book.h"

#include <algorithm>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <stb_image_resize.h>
#include <stb_image_write.h>

#include "model/base/base64.h"
#include "model/base/file.h"
#include "model/build/build.h"
#include "model/build/open_all.h"
#include "model/export/book_html.h"
#include "model/mesh/mesh.h"
#include "renderer/renderer.h"
#include "tools/commands/load.h"
#include "tools/commands/output.h"
#include "tools/commands/renderer_options.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"

namespace maatkast::commands {
namespace {

constexpr int kJpegQuality = 84;
constexpr int kSwatchWidth = 480, kSwatchHeight = 480;  // pixels
constexpr char kInter[] = "/usr/share/fonts/opentype/inter/";

struct BookOptions {
    std::string output;
    bool plain = false;
};

BookPicture jpeg(std::string id, const render::Image& image) {
    BookPicture picture{std::move(id), "image/jpeg", {}};
    const auto append = [](void* into, void* data, int size) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        static_cast<std::vector<std::uint8_t>*>(into)->insert(
            static_cast<std::vector<std::uint8_t>*>(into)->end(), bytes, bytes + size);
    };
    stbi_write_jpg_to_func(append, &picture.bytes, static_cast<int>(image.size.width),
                           static_cast<int>(image.size.height), 4, image.rgba.data(), kJpegQuality);
    return picture;
}

/// The middle of a finish's texture, small.
void add_swatches(const Book& book, scene::TextureStore& textures, std::vector<BookPicture>& pictures) {
    for (const Finish& finish : book.finishes) {
        if (finish.look.texture.empty()) continue;
        textures.request(finish.look.texture);
        const render::Image* whole = textures.get(finish.look.texture);
        if (!whole) continue;
        render::Image small{{kSwatchWidth, kSwatchHeight},
                            std::vector<std::uint8_t>(kSwatchWidth * kSwatchHeight * 4)};
        stbir_resize_uint8(whole->rgba.data(), static_cast<int>(whole->size.width),
                           static_cast<int>(whole->size.height), 0, small.rgba.data(), kSwatchWidth,
                           kSwatchHeight, 0, 4);
        pictures.push_back(jpeg("swatch." + finish.id, small));
    }
}

/// What a picture shows: a design, from where, how far open.
struct Shot {
    std::string id;
    const Design* design;
    scene::StandardView view;
    render::Size size;
    double open = 0;
};

class Photographer {
  public:
    Photographer(const scene::Catalogue& catalogue, scene::TextureStore& textures, render::Renderer& renderer)
        : catalogue_(catalogue), textures_(textures), renderer_(renderer), stage_(catalogue.book, textures) {
        textures_.request(scene::kFloorTexture);
    }

    std::optional<BookPicture> take(const Shot& shot) {
        return take(shot, build_parts(catalogue_.book, *shot.design));
    }

    /// A fitting on its own.
    std::optional<BookPicture> take(std::uint16_t model) {
        const HardwareModel& shown = catalogue_.book.models[model];
        Build alone;
        Part& part = alone.parts.emplace_back();
        part.shape = ShapeKind::model;
        part.model = model;
        part.size = shown.size;
        part.origin = {-shown.size.x / 2, 1_mm, 100_mm};
        return take({"model." + shown.id, nullptr, scene::StandardView::three_quarter, {480, 360}, 0}, alone);
    }

  private:
    std::optional<BookPicture> take(const Shot& shot, const Build& built) {
        for (const std::string& stem : scene::textures_of(catalogue_.book, built)) textures_.request(stem);
        meshes_ = make_meshes(catalogue_.hardware, built);
        stage_.set(shot.design, built, meshes_, open_all(built, shot.open));
        const Box box = shot.design ? carcase_bounds(built) : bounds(built);
        const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
        const auto camera =
            scene::standard_camera(shot.view, {at(box.least), at(box.most)}, shot.size, 30,
                                   shot.design ? scene::side_walls(*shot.design) : scene::SideWalls{});
        const auto image =
            renderer_.render_to_image(stage_.scene(), camera, shot.size, render::Quality::still);
        if (image) return jpeg(shot.id, *image);
        fmt::print(stderr, "maatkast: {}: {}\n", shot.id, image.error().text());
        return std::nullopt;
    }

    const scene::Catalogue& catalogue_;
    scene::TextureStore& textures_;
    render::Renderer& renderer_;
    scene::Stage stage_;  ///< one for all: the renderer knows a new scene by its revision
    MeshSet meshes_;
};

std::vector<Shot> shots(const std::vector<BookDesign>& examples, const std::vector<BookDesign>& kinds) {
    std::vector<Shot> all;
    const auto cover = std::ranges::find(examples, "example.wardrobe", &BookDesign::id);
    if (!examples.empty())
        all.push_back({"cover",
                       &(cover == examples.end() ? examples.front() : *cover).design,
                       scene::StandardView::three_quarter,
                       {1240, 1100},
                       0});
    for (const BookDesign& example : examples)
        all.push_back({example.id, &example.design, scene::StandardView::three_quarter, {1044, 580}, 0});
    for (const BookDesign& kind : kinds) {
        if (kind.id.starts_with("shape.")) continue;  // their plans say more
        const bool inside =
            kind.id.starts_with("interior.");  // seen from before, where its top hides nothing
        all.push_back({kind.id,
                       &kind.design,
                       inside ? scene::StandardView::front : scene::StandardView::three_quarter,
                       {400, 344},
                       inside ? 0.0 : 0.4});
    }
    return all;
}

/// Every design of the assets, by name; none that cannot be read.
std::vector<BookDesign> read_examples(const Context& context, const Book& book) {
    std::vector<std::filesystem::path> paths;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(context.assets + "/designs", ignored))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<BookDesign> examples;
    for (const auto& path : paths) {
        auto design = load_design(book, path.string());
        if (design)
            examples.push_back({"example." + path.stem().string(), std::move(*design)});
        else
            report(context, design.error());
    }
    return examples;
}

void add_pictures(const Context& context, const scene::Catalogue& catalogue,
                  const std::vector<BookDesign>& examples, std::vector<BookPicture>& pictures) {
    scene::TextureStore textures(context.textures);
    add_swatches(catalogue.book, textures, pictures);
    const auto renderer = render::Renderer::create(renderer_options(context));
    if (!renderer) {
        fmt::print(stderr, "maatkast: {}\n", renderer.error().text());
        return;
    }
    Photographer photographer(catalogue, textures, **renderer);
    const std::vector<BookDesign> kinds = kind_designs(catalogue.book);
    for (const Shot& shot : shots(examples, kinds))
        if (auto picture = photographer.take(shot)) pictures.push_back(std::move(*picture));
    for (std::uint16_t model = 0; model < catalogue.book.models.size(); ++model)
        if (auto picture = photographer.take(model)) pictures.push_back(std::move(*picture));
}

/// The style, with the fonts inside that this machine has.
OrProblems<std::string> read_style(const Context& context) {
    std::string fonts;
    for (const auto& [file, weight] : {std::pair{"Inter-Regular.otf", 400}, {"Inter-SemiBold.otf", 600}}) {
        const auto bytes = read_file(std::string(kInter) + file);
        if (!bytes) continue;
        fonts += fmt::format(
            "@font-face{{font-family:Inter;font-weight:{};src:url(data:font/otf;base64,{})}}\n", weight,
            base64(std::span(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size())));
    }
    auto style = read_file(context.assets + "/print/book.css");
    if (!style) return std::unexpected(style.error());
    return fonts + *style;
}

int run(const Context& context, const BookOptions& options) {
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const auto style = read_style(context);
    if (!style) return report(context, style.error());
    std::vector<BookDesign> examples = read_examples(context, catalogue->book);
    std::vector<BookPicture> pictures;
    if (!options.plain) add_pictures(context, *catalogue, examples, pictures);
    const BookInput input{catalogue->book, context.texts, *style, std::move(examples), std::move(pictures)};
    return write_output(context, options.output, write_book(input));
}

}  // namespace

void add_book(CLI::App& app, Context& context) {
    auto options = std::make_shared<BookOptions>();
    CLI::App* command = app.add_subcommand("book", "Print the system book as one HTML file");
    command->footer("Example: maatkast --lang en book -o book.html");
    command->add_option("-o,--output", options->output, "the HTML to write, - for standard output")
        ->required();
    command->add_flag("--no-pictures", options->plain, "drawings only, no rendered pictures and swatches");
    command->callback([options, &context] { context.exit = run(context, *options); });
}

}  // namespace maatkast::commands
