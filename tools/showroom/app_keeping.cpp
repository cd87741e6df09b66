// What App does so that no work is lost: saving, opening, the journal, what a crash left.

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tools/showroom/app.h"

namespace maatkast::show {

namespace {

constexpr std::size_t kCodeDigits = 6;
constexpr std::size_t kMostThumbnails = 96;

ImTextureID as_imgui(std::uint32_t texture) {
    return reinterpret_cast<ImTextureID>(std::uintptr_t{texture});
}

}  // namespace

std::string App::code() const {
    return design_hash(doc.design()).substr(0, kCodeDigits);
}

std::string App::title_of(const std::string& path, const std::string& name) const {
    const std::filesystem::path file(path);
    const std::string stem = file.stem().string();
    const bool code =
        stem.size() == kCodeDigits && stem.find_first_not_of("0123456789abcdef") == std::string::npos;
    std::error_code ignored;  // a folder that is not there holds none
    const bool ours = std::filesystem::equivalent(file.parent_path(), settings.examples, ignored);
    const bool unnamed = stem.empty() || stem == "-" || code || ours;
    if (!unnamed) return stem;
    return name.empty() ? words("ui.unnamed") : name;
}

std::string App::path_by_code(const std::string& folder) const {
    return folder + "/" + code() + ".json";
}

/// The second is another disk, with some luck.
std::vector<std::string> App::journal_folders() const {
    return {settings.state + "/journals", settings.folder + "/.journals"};
}

void App::start_keeping() {
    if (settings.state.empty()) return;
    left_work = left_behind(doc.book(), journal_folders(), *settings.disk);
    show_left = !left_work.empty();
    keep_journal();
}

void App::keep_journal() {
    if (settings.state.empty()) return;
    lock_ = {};  // lets go of the file before it asks for it
    lock_ = DesignLock::take(doc.path());
    doc.keep(
        std::make_unique<Journal>(journal_head(doc.design(), doc.path()), journal_folders(), *settings.disk));
}

/// What is not saved stays in its journal, and is offered again.
void App::leave() {
    if (doc.journal() && doc.saved()) doc.journal()->discard();
}

void App::tell_news() {
    pictured_ = false;
    if (!doc.journal()) return;
    if (const auto news = doc.journal()->news()) say(words(*news));
}

std::optional<std::string> App::secure() const {
    if (doc.saved() && !doc.path().empty() && doc.path() != "-") return doc.path();
    std::error_code ignored;  // the write below fails too
    std::filesystem::create_directories(settings.folder, ignored);
    for (const std::string& folder :
         {settings.folder, std::filesystem::temp_directory_path(ignored).string()}) {
        const std::string path = path_by_code(folder);
        if (write_file(path, write_design(doc.design()), *settings.disk)) return path;
    }
    return {};
}

void App::save() {
    if (read_only()) return save_copy();
    const std::string& path = doc.path();
    if (!path.empty() && path != "-") return write(path);
    make_folders(*settings.disk, settings.folder);  // the write says what is wrong
    write(path_by_code(settings.folder));
}

/// Beside the others, under the first name that is free.
void App::save_copy() {
    make_folders(*settings.disk, settings.folder);
    const std::string stem = std::filesystem::path(doc.path()).stem().string();
    std::string path;
    std::error_code ignored;
    for (int number = 2; path.empty() || std::filesystem::exists(path, ignored); ++number)
        path = fmt::format("{}/{}-{}.json", settings.folder, stem, number);
    write(path);
}

void App::write(const std::string& path) {
    const auto written = doc.save(path, *settings.disk);
    if (!written) return say(words(written.error().front().message));
    if (!settings.state.empty()) lock_ = DesignLock::take(path);
    say(words(Message{"ui.saved", {{"name", std::filesystem::path(path).stem().string()}}}));
}

void App::show_document(Document document) {
    leave();
    lock_ = {};
    document.succeed(doc);
    doc = std::move(document);
    shown_revision_ = 0;
    selection = {};
    facts_.clear();
    notes.clear();
    show_files = show_versions = false;
    beside.forget();
    view_free = false;
    fresh_ = true;
}

void App::toggle_files() {
    show_files = !show_files;
}

void App::open(const std::string& path) {
    const auto text = read_file(path);
    const auto design =
        text ? read_design(doc.book(), *text) : OrProblems<Design>(std::unexpected(text.error()));
    if (!design) return say(words(design.error().front().message));
    show_document(Document(*settings.catalogue, *design, path));
    keep_journal();
}

void App::take_left(std::size_t index) {
    if (index >= left_work.size()) return;
    LeftBehind taken = std::move(left_work[index]);
    left_work.erase(left_work.begin() + static_cast<std::ptrdiff_t>(index));
    show_left = false;
    show_document(
        Document(*settings.catalogue, std::move(taken.history), std::move(taken.saved), taken.path));
    if (!settings.state.empty()) lock_ = DesignLock::take(doc.path());
    doc.keep(std::make_unique<Journal>(std::move(taken.good_lines), taken.head.id, taken.file, taken.damaged,
                                       journal_folders(), *settings.disk));
}

void App::throw_left(std::size_t index) {
    if (index >= left_work.size()) return;
    throw_away(left_work[index], *settings.disk);
    left_work.erase(left_work.begin() + static_cast<std::ptrdiff_t>(index));
    show_left = !left_work.empty();
}

void App::bring_back(const Version& version) {
    const auto text = read_file(version.path);
    auto design = text ? read_design(doc.book(), *text) : OrProblems<Design>(std::unexpected(text.error()));
    if (!design) return say(words(design.error().front().message));
    if (doc.path() != version.design) open(version.design);
    if (doc.path() != version.design) return;  // which says why
    doc.replace(std::move(*design));
    show_files = show_versions = false;
    view_free = false;
    say(words("ui.version_back"));
}

bool App::open_by(const std::string& wanted) {
    wall.look(doc.book(), settings.folder);
    const std::vector<WallEntry> found = wall.matching(wanted);
    if (!wanted.empty() && !found.empty()) {
        const auto same = std::ranges::find(found, wanted, &WallEntry::name);
        open(same == found.end() ? found[0].path : same->path);
        return true;
    }
    for (const Version& version : versions_in(settings.folder))
        if (wanted.size() >= kCodeDigits && version.hash.starts_with(wanted))
            return bring_back(version), true;
    say(words(Message{"ui.find_none", {{"text", wanted}}}));
    return false;
}

ImTextureID App::thumbnail(const std::string& hash, const std::string& path) {
    return thumbnail(hash, [&]() -> std::optional<Design> {
        const auto text = read_file(path);
        auto design = text ? read_design(doc.book(), *text) : std::unexpected(Problems());
        return design ? std::optional(std::move(*design)) : std::nullopt;
    });
}

ImTextureID App::thumbnail(const std::string& hash, const std::function<std::optional<Design>()>& of) {
    const auto known = thumbnails_.find(hash);
    if (known != thumbnails_.end()) {
        known->second.used = ++thumbnail_clock_;
        return as_imgui(known->second.texture);
    }
    if (hash.empty() || pictured_ || pointer_.held(Button::left)) return nullptr;
    std::optional<render::Image> picture = wall.kept(hash);
    if (!picture && settings.make_thumbnail) {
        const auto design = of();
        if (design) picture = settings.make_thumbnail(*design, kThumbnail);
        if (picture) wall.keep(hash, *picture);
    }
    pictured_ = picture.has_value();
    drop_oldest_thumbnail();
    const std::uint32_t texture = picture ? settings.make_texture(picture->size, picture->rgba) : 0;
    thumbnails_[hash] = {texture, ++thumbnail_clock_};
    return as_imgui(texture);
}

/// A day has thousands of steps; far fewer are seen at once.
void App::drop_oldest_thumbnail() {
    if (thumbnails_.size() < kMostThumbnails) return;
    const auto oldest =
        std::ranges::min_element(thumbnails_, {}, [](const auto& entry) { return entry.second.used; });
    if (settings.drop_texture && oldest->second.texture != 0) settings.drop_texture(oldest->second.texture);
    thumbnails_.erase(oldest);
}

}  // namespace maatkast::show
