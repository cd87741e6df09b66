#pragma once
// The showroom on the wardrobe among the examples, in Dutch, without a file of its own.

#include <filesystem>

#include "tools/commands/load.h"
#include "tools/showroom/robot.h"

namespace maatkast::show::test {

struct AppStage {
    scene::Catalogue catalogue = scene::load_catalogue(MAATKAST_ASSETS).value();
    scene::TextureStore textures{"/nonexistent"};
    std::string folder = std::filesystem::temp_directory_path() / "maatkast-robot-test";
    MakeTexture make_texture = [made = 0U](render::Size, std::span<const std::uint8_t>) mutable {
        return ++made;
    };

    std::function<void(std::uint32_t)> drop_texture;
    std::string state;  ///< empty: unsaved work is not kept
    std::string path;   ///< of the design's file; empty: it has none
    Disk* disk = &system_disk();
    std::string texts_folder = MAATKAST_ASSETS "/texts";

    std::unique_ptr<App> start(float scale = 1) {
        std::filesystem::remove_all(folder);
        return start_again(scale);
    }
    /// With what the last one left in the folders.
    std::unique_ptr<App> start_again(float scale = 1) {
        std::array<Texts, 3> texts;
        for (const Language language : {Language::nl, Language::en, Language::de})
            texts[static_cast<std::size_t>(language)] = load_texts(texts_folder, language).value();
        const auto design = commands::load_design(catalogue.book, MAATKAST_ASSETS "/designs/wardrobe.json");
        AppSettings settings{&catalogue,   &textures, texts,        Language::nl, folder, make_texture,
                             find_fonts(), scale,     drop_texture, state,        disk};
        return std::make_unique<App>(std::move(settings), design.value(), path);
    }
};

}  // namespace maatkast::show::test

namespace maatkast::show {

/// Plays a robot's script in a window of this size, without pictures; returns what failed.
inline std::vector<std::string> play(App& app, const std::string& script, render::Size size = {1280, 720}) {
    return play_headless(app, script, size, [](const std::string&) { return true; });
}

}  // namespace maatkast::show
