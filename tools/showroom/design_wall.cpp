#include "tools/showroom/design_wall.h"

#include <algorithm>
#include <filesystem>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tools/scene/textures.h"

namespace maatkast::show {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShortestCode = 3;  // digits; fewer would match by chance

std::string lower(std::string_view text) {
    std::string found(text);
    for (char& c : found)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return found;
}

WallEntry entry_of(const Book& book, const fs::path& path, std::int64_t changed) {
    WallEntry entry{path.string(), path.stem().string(), "", "", changed};
    const auto text = read_file(path.string());
    const auto design = text ? read_design(book, *text) : std::unexpected(Problems());
    if (design) entry.hash = design_hash(*design);
    if (design) entry.name = design->name;
    return entry;
}

}  // namespace

void DesignWall::look(const Book& book, const std::string& folder) {
    std::vector<WallEntry> found;
    std::error_code failed;  // a folder that is missing has no designs
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().extension() != ".json") continue;
        std::error_code gone;
        const std::int64_t changed = at->last_write_time(gone).time_since_epoch().count();
        const auto known = std::ranges::find(entries_, at->path().string(), &WallEntry::path);
        if (known != entries_.end() && known->changed == changed)
            found.push_back(std::move(*known));
        else if (!gone)
            found.push_back(entry_of(book, at->path(), changed));
    }
    std::ranges::sort(found, std::less(), &WallEntry::path);
    entries_ = std::move(found);
}

std::vector<WallEntry> DesignWall::matching(std::string_view words) const {
    std::vector<WallEntry> found;
    const std::string wanted = lower(words);
    for (const WallEntry& entry : entries_) {
        const bool code = wanted.size() >= kShortestCode && entry.hash.starts_with(wanted);
        const bool named = lower(entry.stem + "\n" + entry.name).find(wanted) != std::string::npos;
        if (code || named) found.push_back(entry);
    }
    return found;
}

std::optional<render::Image> DesignWall::kept(const std::string& hash) const {
    return pictures_.empty() ? std::nullopt : scene::decode_picture(picture_path(hash));
}

void DesignWall::keep(const std::string& hash, const render::Image& picture) const {
    if (pictures_.empty()) return;
    std::error_code ignored;  // a picture that is not kept is made again
    fs::create_directories(pictures_, ignored);
    static_cast<void>(render::write_png(picture_path(hash), picture));
}

}  // namespace maatkast::show
