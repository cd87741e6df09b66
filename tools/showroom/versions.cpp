#include "tools/showroom/versions.h"

#include <algorithm>
#include <ctime>
#include <filesystem>

#include <fmt/chrono.h>
#include <sys/stat.h>

#include "model/base/file.h"
#include "tools/showroom/journal_line.h"

namespace maatkast::show {
namespace {

namespace fs = std::filesystem;

fs::path folder_for(const fs::path& design) {
    return design.parent_path() / ".versions" / design.stem();
}

std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failed;  // a folder that is missing holds nothing
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        found.push_back(at->path());
    return found;
}

/// `20261130-063133-123456789-HASH`: when it was saved, in universal time, so that names sort by time.
std::string name_for(const struct stat& status, const std::string& text) {
    std::tm at{};
    ::gmtime_r(&status.st_mtim.tv_sec, &at);
    // The same sum as design_hash, over a text that was canonical when it was saved.
    return fmt::format("{:%Y%m%d-%H%M%S}-{:09}-{}.json", at, status.st_mtim.tv_nsec,
                       sum_digits(text_sum(text)));
}

Version version_at(const fs::path& path, const fs::path& design) {
    struct stat status{};
    const bool there = ::stat(path.c_str(), &status) == 0;
    const std::string stem = path.stem().string();
    std::tm at{};
    std::int64_t saved = there ? std::int64_t{status.st_mtime} : 0;
    if (::strptime(stem.c_str(), "%Y%m%d-%H%M%S", &at)) saved = std::int64_t{::timegm(&at)};
    return {path.string(), design.string(), stem.substr(stem.rfind('-') + 1), saved};
}

void keep_old(const std::string& path, const std::string& text, Disk& disk) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
    const auto old_text = read_file(path);
    if (!old_text) return;
    const fs::path folder = folder_for(path);
    if (*old_text == text || !make_folders(disk, folder.string())) return;
    static_cast<void>(write_file((folder / name_for(status, *old_text)).string(), *old_text, disk));
}

/// Once the text is in the file: no older version of the same content, and ten at most.
void thin_out(const std::string& path, const std::string& text, Disk& disk) {
    std::vector<std::string> seen{text};
    for (const Version& version : versions_of(path)) {
        const auto content = read_file(version.path);
        if (!content) continue;
        const bool known = std::ranges::find(seen, *content) != seen.end();
        if (known || seen.size() > kVersionsKept)
            disk.unlink(version.path);
        else
            seen.push_back(*content);
    }
}

}  // namespace

std::vector<Version> versions_of(const std::string& design_path) {
    std::vector<Version> found;
    if (design_path.empty() || design_path == "-") return found;
    for (const fs::path& path : entries(folder_for(design_path)))
        if (path.extension() == ".json") found.push_back(version_at(path, design_path));
    std::ranges::sort(found, std::greater(), &Version::path);
    return found;
}

std::vector<Version> versions_in(const std::string& folder) {
    std::vector<Version> found;
    for (const fs::path& name : entries(fs::path(folder) / ".versions")) {
        const fs::path design = fs::path(folder) / (name.filename().string() + ".json");
        std::ranges::move(versions_of(design.string()), std::back_inserter(found));
    }
    return found;
}

std::vector<Version> matching(std::vector<Version> versions, std::string_view words) {
    constexpr std::size_t kShortest = 3;
    std::string wanted(words);
    for (char& c : wanted)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    std::erase_if(versions, [&](const Version& version) {
        return wanted.size() < kShortest || !version.hash.starts_with(wanted);
    });
    return versions;
}

OrProblems<void> save_keeping(const std::string& path, const std::string& text, Disk& disk) {
    if (path == "-") return write_file(path, text, disk);
    keep_old(path, text, disk);
    auto written = write_file(path, text, disk);
    if (written) thin_out(path, text, disk);
    return written;
}

}  // namespace maatkast::show
