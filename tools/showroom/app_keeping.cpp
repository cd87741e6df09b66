// What App does so that no work is lost: saving, opening, the journal, what a crash left.

#include <filesystem>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tools/showroom/app.h"

namespace maatkast::show {

std::string App::path_by_code(const std::string& folder) const {
    return folder + "/" + design_hash(doc.design()).substr(0, 6) + ".json";
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
    doc.keep(
        std::make_unique<Journal>(journal_head(doc.design(), doc.path()), journal_folders(), *settings.disk));
}

/// What is not saved stays in its journal, and is offered again.
void App::leave() {
    if (doc.journal() && doc.saved()) doc.journal()->discard();
}

void App::tell_news() {
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
    std::string path = doc.path();
    if (path.empty() || path == "-") {
        make_folders(*settings.disk, settings.folder);  // the write below says what is wrong
        path = path_by_code(settings.folder);
    }
    const auto written = doc.save(path, *settings.disk);
    if (!written) return say(words(written.error().front().message));
    say(words(Message{"ui.saved", {{"name", std::filesystem::path(path).stem().string()}}}));
}

void App::show_document(Document document) {
    leave();
    doc = std::move(document);
    shown_revision_ = 0;
    selection = {};
    show_files = false;
    view_free = false;
    fresh_ = true;
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
    doc.keep(std::make_unique<Journal>(std::move(taken.good_lines), taken.head.id, taken.file, taken.damaged,
                                       journal_folders(), *settings.disk));
}

void App::throw_left(std::size_t index) {
    if (index >= left_work.size()) return;
    throw_away(left_work[index], *settings.disk);
    left_work.erase(left_work.begin() + static_cast<std::ptrdiff_t>(index));
    show_left = !left_work.empty();
}

}  // namespace maatkast::show
