// The one binary: finds its assets and its language, and hands over to a command.

#include <cstdlib>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/commands/command.h"
#include "tools/commands/commands.h"
#include "tools/commands/renderer_options.h"

namespace {

namespace fs = std::filesystem;
using namespace maatkast;

/// Beside the program's build folder, as in a checkout; MAATKAST_ASSETS in the environment wins.
std::string find_assets() {
    if (const char* named = std::getenv("MAATKAST_ASSETS")) return named;
    std::error_code failed;
    const fs::path beside = fs::read_symlink("/proc/self/exe", failed).parent_path().parent_path() / "assets";
    return fs::is_directory(beside, failed) ? beside.string() : MAATKAST_ASSETS;
}

std::string find_textures() {
    std::error_code failed;
    return (fs::read_symlink("/proc/self/exe", failed).parent_path() / "textures").string();
}

/// MAATKAST_LANG, else the locale where it is one of ours, else Dutch.
std::string default_language() {
    for (const char* name : {"MAATKAST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && language_of(value))
            return std::string(value).substr(0, 2);
    return "nl";
}

/// The language is needed before the arguments are parsed: the parser's own actions already speak.
std::string language_from(int count, char** words) {
    for (int i = 1; i + 1 < count; ++i)
        if (std::string_view(words[i]) == "--lang") return words[i + 1];
    return default_language();
}

constexpr const char* kExamples = R"(Examples:
  maatkast show assets/designs/wardrobe.json             the showroom
  maatkast new --width 2530 --height 2390 --depth 605 --bays 4 -o D.json
  maatkast edit D.json width=2400 finish/fronts=oak -o D.json
  maatkast check D.json && maatkast price D.json
  maatkast render D.json -o D.png --view three-quarter
  maatkast export D.json -o D.glb
Exit codes: 0 fine, 1 findings that block, 2 usage, 65 bad input, 70 a bug, 73/74 output.
)";

}  // namespace

int main(int count, char** words) {
    const std::string code = language_from(count, words);
    const auto language = language_of(code);
    if (!language) return fmt::print(stderr, "maatkast: --lang {}: nl, en, de\n", code), 2;
    commands::Context context{find_assets(), find_textures(), {}, commands::kFine};
    auto texts = load_texts(context.assets + "/texts", *language);
    if (!texts) return commands::report(context, texts.error());
    context.texts = std::move(*texts);

    CLI::App app{"Maatkast: made-to-measure cabinets, from wish to picture, price and web model.\n\n" +
                 std::string(kExamples)};
    app.name("maatkast");
    app.set_version_flag("--version", "maatkast " MAATKAST_VERSION);
    std::string language_option;
    app.add_option("--lang", language_option, "Language of messages: nl, en or de");
    app.require_subcommand(1);
    app.fallthrough();
    commands::add_all(app, context);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        return fmt::print(stderr, "maatkast: {}\n", error.what()), commands::kBug;
    }
    return commands::exit_code(context);
}
