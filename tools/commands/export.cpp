#include <set>

#include <CLI/CLI.hpp>

#include "model/base/file.h"
#include "model/build/other_faces.h"
#include "model/export/glb.h"
#include "tools/commands/commands.h"
#include "tools/commands/load.h"
#include "tools/commands/output.h"

namespace maatkast::commands {
namespace {

struct Options {
    std::string design, output, compress = "none";
    double open = 0;
    bool bare = false;
};

/// The pictures that the design's finishes name, as the build wrote them.
OrProblems<std::vector<EncodedTexture>> load_textures(const Context& context, const Book& book,
                                                      const Build& build) {
    std::set<std::string> stems;
    for (const Part& part : build.parts)
        if (is_board(part)) {
            stems.insert(book.finishes[part.finish].look.texture);
            if (const auto others = other_faces(book, part)) stems.insert(others->look.texture);
        }
    stems.erase("");
    std::vector<EncodedTexture> textures;
    for (const std::string& stem : stems) {
        const auto bytes = read_file(context.textures + "/" + stem + ".jpg");
        if (!bytes) return std::unexpected(bytes.error());
        textures.push_back({stem, "image/jpeg", {bytes->begin(), bytes->end()}});
    }
    return textures;
}

int export_design(const Context& context, const Options& options) {
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const auto design = load_design(catalogue->book, options.design);
    if (!design) return report(context, design.error());
    const Build result = build(catalogue->book, *design);
    const MeshSet meshes = make_meshes(catalogue->hardware, result);
    std::vector<EncodedTexture> textures;
    if (!options.bare) {
        auto loaded = load_textures(context, catalogue->book, result);
        if (!loaded) return report(context, loaded.error());
        textures = std::move(*loaded);
    }
    const GlbOptions how{
        options.bare, options.open,
        options.compress == "meshopt" ? GlbOptions::Compression::meshopt : GlbOptions::Compression::none};
    const auto glb = write_glb({catalogue->book, *design, result, meshes, std::move(textures)}, how);
    if (!glb) return report(context, glb.error(), kBug);
    return write_output(context, options.output, {reinterpret_cast<const char*>(glb->data()), glb->size()});
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "export", "The web model, glTF 2.0 binary\n\nExample: maatkast export D.json -o D.glb");
    command->add_option("design", options->design, "The design; - for standard input")->required();
    command->add_option("-o,--output", options->output, "The model; - for standard output")->required();
    command->add_option("--compress", options->compress, "none or meshopt")
        ->check(CLI::IsMember({"none", "meshopt"}));
    command->add_flag("--bare", options->bare, "No textures, variants or animation");
    command->add_option("--open", options->open, "0 closed … 1 everything open")->check(CLI::Range(0.0, 1.0));
    command->callback([options, &context] { context.exit = export_design(context, *options); });
}

}  // namespace maatkast::commands
