#include "tools/showroom/recovery.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "model/base/file.h"
#include "model/design/design_io.h"

namespace maatkast::show {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 64U << 20;
constexpr std::size_t kThrownKept = 10;

/// False where it is refused, or where there is nothing that it could revise.
bool take_edits(const Book& book, const JournalStep& step, History& history) {
    if (!step.continues) return history.apply(book, step.edits).has_value();
    if (!history.can_undo() || history.can_redo()) return false;
    return history.revise(book, step.edits).has_value();
}

/// False where the step cannot be taken.
bool take(const Book& book, const JournalStep& step, LeftBehind& left) {
    using Kind = JournalStep::Kind;
    if (step.kind == Kind::edit && !take_edits(book, step, left.history)) return false;
    if (step.kind == Kind::undo && !left.history.can_undo()) return false;
    if (step.kind == Kind::redo && !left.history.can_redo()) return false;
    if (step.kind == Kind::undo) left.history.undo();
    if (step.kind == Kind::redo) left.history.redo();
    if (step.kind == Kind::replace) {
        auto design = read_design(book, step.text);
        if (!design) return false;
        left.history.replace(std::move(*design));
    }
    if (step.kind == Kind::saved) {
        left.saved = left.history.current();
        left.path = step.text;
        left.changes = 0;
    } else if (!step.continues) {
        ++left.changes;
    }
    return true;
}

/// The first of the text's lines.
std::string first_lines(const std::string& text, std::size_t lines) {
    std::size_t end = 0;
    for (; lines > 0; --lines) end = text.find('\n', end) + 1;
    return text.substr(0, end);
}

std::vector<std::string> files_in(std::span<const std::string> folders, std::string_view extension) {
    std::vector<std::string> found;
    for (const std::string& folder : folders) {
        std::error_code failed;  // a folder that is missing has none
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
            if (at->path().extension() == extension) found.push_back(at->path().string());
    }
    std::ranges::sort(found);
    return found;
}

std::int64_t changed_at(const std::string& path) {
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 ? std::int64_t{status.st_mtime} : 0;
}

/// Nothing where a running program writes it, or it cannot be read.
std::optional<LeftBehind> read_left(const Book& book, const std::string& file, Disk& disk) {
    const Descriptor lock(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!lock.ok() || ::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) return {};
    auto text = read_file(file, kMostBytes);
    if (!text) return {};
    auto left = replay_journal(book, std::move(*text));
    if (!left) return {};
    left->file = file;
    left->changed = changed_at(file);
    if (!left->unsaved() && !left->damaged) {
        disk.unlink(file);
        return {};
    }
    return std::move(*left);
}

/// Drops what another one of the same journal holds whole.
void drop_copies(std::vector<LeftBehind>& found, Disk& disk) {
    std::ranges::sort(found, std::greater(), [](const LeftBehind& l) { return l.good_lines.size(); });
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::size_t j = found.size(); --j > i;) {
            if (!found[i].good_lines.starts_with(found[j].good_lines)) continue;
            disk.unlink(found[j].file);
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(j));
        }
}

}  // namespace

OrProblems<LeftBehind> replay_journal(const Book& book, std::string text) {
    auto reading = parse_journal(text);
    if (!reading) return std::unexpected(std::move(reading.error()));
    auto start = read_design(book, reading->head.design);
    if (!start) return std::unexpected(std::move(start.error()));
    LeftBehind left{"", reading->head, History(*start), *start, reading->head.path};
    left.damaged = reading->end == JournalReading::End::damaged;
    text.resize(reading->good_bytes);
    left.good_lines = std::move(text);
    for (std::size_t i = 0; i < reading->steps.size(); ++i) {
        if (take(book, reading->steps[i], left)) continue;
        left.damaged = true;
        left.good_lines = first_lines(left.good_lines, i + 1);
        break;
    }
    return left;
}

std::vector<LeftBehind> left_behind(const Book& book, std::span<const std::string> folders, Disk& disk) {
    std::vector<LeftBehind> found;
    for (const std::string& file : files_in(folders, ".journal"))
        if (auto left = read_left(book, file, disk)) found.push_back(std::move(*left));
    drop_copies(found, disk);
    std::ranges::sort(found, std::greater(), &LeftBehind::changed);
    return found;
}

void throw_away(const LeftBehind& left, Disk& disk) {
    disk.rename(left.file, left.file + ".thrown");
    const std::string folder = fs::path(left.file).parent_path().string();
    std::vector<std::string> thrown = files_in(std::span(&folder, 1), ".thrown");
    std::ranges::sort(thrown, std::greater(), changed_at);
    for (std::size_t i = kThrownKept; i < thrown.size(); ++i) disk.unlink(thrown[i]);
}

std::string state_folder() {
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    if (state && *state == '/') return std::string(state) + "/maatkast";
    return home && *home == '/' ? std::string(home) + "/.local/state/maatkast" : std::string();
}

}  // namespace maatkast::show
