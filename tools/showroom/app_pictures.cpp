// Pictures of the cabinet and of the screen, for a mail or a wall.

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "model/base/file.h"
#include "tools/showroom/app.h"

namespace maatkast::show {
namespace {

/// The first name that is free: nothing is written over.
std::string free_path(const std::string& folder, const std::string& stem) {
    std::error_code ignored;
    std::string path = fmt::format("{}/{}.png", folder, stem);
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = fmt::format("{}/{}-{}.png", folder, stem, number);
    return path;
}

}  // namespace

void App::order_picture(bool whole_screen) {
    if (!settings.make_still || screen_.ordered) return;
    say(words("ui.picture_making"));
    screen_.ordered = true;
    screen_.whole = whole_screen;
}

/// In the folder of designs, or else in that of the state.
Message App::keep_picture(const std::optional<render::Image>& picture) {
    if (!picture) return {"ui.picture_failed"};
    const std::vector<std::uint8_t> png = render::encode_png(*picture);
    const std::string name = std::filesystem::path(doc.path()).stem().string();
    const std::string stem = (name.empty() || name == "-" ? "maatkast" : name) + "-" + code();
    Message problem{"ui.picture_failed"};
    for (const std::string& folder : {settings.folder, settings.state}) {
        if (folder.empty()) continue;
        make_folders(*settings.disk, folder);  // the write says what is wrong
        const std::string path = free_path(folder, stem);
        const auto written = write_file(path, std::as_bytes(std::span(png)), *settings.disk);
        if (written) return {"ui.picture_saved", {{"path", path}}};
        problem = written.error().front().message;
    }
    return problem;
}

/// Laid out anew for a screen of so many pixels, everything as much larger.
std::optional<render::Image> App::picture_of_screen(const Input& seen, render::Size size) {
    const float by = std::min(static_cast<float>(kPictureSize.width) / static_cast<float>(size.width),
                              static_cast<float>(kPictureSize.height) / static_cast<float>(size.height));
    const auto larger = [by](std::uint32_t pixels) {
        return static_cast<std::uint32_t>(std::lround(static_cast<float>(pixels) * by));
    };
    const render::Size large{larger(size.width), larger(size.height)};
    constexpr int kSettles = 3;  // frames until cards know how high they are
    Input nobody;
    nobody.time = seen.time;
    nobody.cancelled = true;
    const LifeSize life = screen.life;
    screen.life.pixels_per_mm *= by;
    toast_.reset();
    apply_scale(by);
    ui.rescale(by);
    for (int i = 0; i < kSettles; ++i) frame(nobody, large);
    auto picture = settings.make_still(scene(), camera(), large, overlay_);
    screen.life = life;
    apply_scale(1);
    ui.rescale(1 / by);
    return picture;
}

/// Made a frame later than it is asked for, so that the word about it is seen meanwhile; what became of it is
/// said a frame later still, by a clock that has gone on.
void App::ordered_picture(const Input& seen, render::Size size) {
    time_ = seen.time;
    if (!screen_.told.empty()) say(std::exchange(screen_.told, {}));
    if (!std::exchange(screen_.ordered, false)) return;
    const FreeArea all{0, 0, static_cast<float>(kPictureSize.width), static_cast<float>(kPictureSize.height)};
    const auto picture =
        screen_.whole
            ? picture_of_screen(seen, size)
            : settings.make_still(scene(), camera_of(turntable.now(), kPictureSize, all), kPictureSize, {});
    screen_.told = words(keep_picture(picture));
    say(words("ui.picture_making"));
}

}  // namespace maatkast::show
