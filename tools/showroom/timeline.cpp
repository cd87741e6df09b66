// Steps that were taken, and designs kept under a name.

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "model/base/file.h"
#include "model/build/build.h"
#include "model/design/design_io.h"
#include "model/price/price.h"
#include "tools/showroom/app.h"

namespace maatkast::show {
namespace {

/// As a file may be called on any disk.
std::string file_name(std::string_view words) {
    std::string name;
    for (const char letter : words) {
        const bool plain = static_cast<unsigned char>(letter) >= ' ' &&
                           std::string_view("/\\:*?\"<>|").find(letter) == std::string_view::npos;
        name += plain ? letter : '-';
    }
    const std::size_t begin = name.find_first_not_of(". "), end = name.find_last_not_of(". ");
    return begin == std::string::npos ? std::string() : name.substr(begin, end - begin + 1);
}

}  // namespace

void App::toggle_timeline() {
    show_timeline = !show_timeline;
}

const App::StepFacts& App::facts_of(std::size_t step) {
    const History& history = doc.history();
    if (facts_of_ != history.changes() || facts_.size() != history.size()) {
        facts_of_ = history.changes();
        facts_.assign(history.size(), std::nullopt);
    }
    if (!facts_[step]) {
        const Design& design = history.design_of(step);
        facts_[step] = {design_hash(design),
                        maatkast::price(doc.book(), build_parts(doc.book(), design)).total};
    }
    return *facts_[step];
}

Cents App::total_of(std::size_t step) {
    return facts_of(step).total;
}

ImTextureID App::thumbnail_of(std::size_t step) {
    const std::string hash = facts_of(step).hash;
    return thumbnail(hash, [&] { return std::optional(doc.history().design_of(step)); });
}

void App::go_to_step(std::size_t step) {
    while (doc.history().position() > step) undo();
    while (doc.history().position() < step && doc.can_redo()) redo();
}

/// In the folder of designs, under the first such name that is free; nothing, with a word, without a name.
std::optional<std::string> App::path_called(std::string_view words_of_name) {
    const std::string name = file_name(words_of_name);
    if (name.empty()) return say(words("ui.no_name")), std::nullopt;
    make_folders(*settings.disk, settings.folder);
    std::string path = settings.folder + "/" + name + ".json";
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = fmt::format("{}/{}-{}.json", settings.folder, name, number);
    return path;
}

void App::keep_as(std::string_view name) {
    const auto path = path_called(name);
    if (!path) return;
    const auto written = write_file(*path, write_design(doc.design()), *settings.disk);
    if (!written) return say(words(written.error().front().message));
    say(words(Message{"ui.saved", {{"name", std::filesystem::path(*path).stem().string()}}}));
}

void App::save_as(std::string_view name) {
    if (const auto path = path_called(name)) write(*path);
}

}  // namespace maatkast::show
