#include "tools/commands/load.h"

#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "model/base/file.h"
#include "model/design/design_io.h"

namespace maatkast::commands {
namespace {

constexpr std::uint32_t kMostPixels = 8192;

std::optional<std::uint32_t> pixels(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    if (value < 1 || value > kMostPixels) return {};
    return value;
}

}  // namespace

OrProblems<Design> load_design(const Book& book, const std::string& path) {
    const auto text = read_file(path);
    if (!text) return std::unexpected(text.error());
    auto design = read_design(book, *text);
    if (design) return design;
    Problems problems = design.error();
    for (Problem& problem : problems) problem.where = path + problem.where;
    return std::unexpected(problems);
}

std::optional<render::Size> parse_size(const std::string& text) {
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos) return {};
    const auto width = pixels(std::string_view(text).substr(0, cross));
    const auto height = pixels(std::string_view(text).substr(cross + 1));
    if (!width || !height) return {};
    return render::Size{*width, *height};
}

std::string cache_folder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    std::string folder;
    if (cache && *cache == '/')
        folder = std::string(cache) + "/maatkast";
    else if (home && *home == '/')
        folder = std::string(home) + "/.cache/maatkast";
    std::error_code ignored;  // without the folder nothing is kept, and nothing else changes
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    return folder;
}

}  // namespace maatkast::commands
