#include "tools/showroom/journal.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <random>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "model/base/json.h"
#include "model/design/design_io.h"
#include "tools/showroom/journal_line.h"

namespace maatkast::show {
namespace {

constexpr std::chrono::seconds kTryAgain{5};

std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string line_of(const JournalHead& head) {
    Json json;
    json["format"] = kJournalFormat;
    json["version"] = kJournalVersion;
    json["id"] = head.id;
    json["path"] = head.path;
    json["began"] = head.began;
    json["hash"] = head.hash;
    json["design"] = head.design;
    return written(json);
}

std::string line_of(const JournalStep& step) {
    using Kind = JournalStep::Kind;
    Json json;
    if (step.kind == Kind::edit) {
        json["edit"] = Json::array();
        for (const Edit& edit : step.edits) json["edit"].push_back(edit.text());
        if (step.continues) json["continues"] = true;
    }
    if (step.kind == Kind::undo) json["undo"] = 1;
    if (step.kind == Kind::redo) json["redo"] = 1;
    if (step.kind == Kind::replace) json["replace"] = step.text;
    if (step.kind == Kind::saved) json["saved"] = step.text;
    return written(json);
}

/// The sum that the last of these lines begins with.
std::uint64_t last_sum(std::string_view lines) {
    const std::size_t before =
        lines.size() < 2 ? std::string_view::npos : lines.rfind('\n', lines.size() - 2);
    const std::string digits(lines.substr(before == std::string_view::npos ? 0 : before + 1, kSumDigits));
    return std::strtoull(digits.c_str(), nullptr, 16);
}

}  // namespace

JournalHead journal_head(const Design& start, std::string path) {
    std::random_device random;
    return {fmt::format("{:08x}{:08x}", random(), random()), std::move(path), design_hash(start),
            write_design(start), std::int64_t{std::time(nullptr)}};
}

Journal::Journal(const JournalHead& head, std::vector<std::string> folders, Disk& disk)
    : disk_(disk), folders_(std::move(folders)), id_(head.id), sum_(kSumStart) {
    add(line_of(head));
}

Journal::Journal(std::string good_lines, const std::string& id, std::string file, bool damaged,
                 std::vector<std::string> folders, Disk& disk)
    : disk_(disk),
      folders_(std::move(folders)),
      id_(id),
      text_(std::move(good_lines)),
      sum_(last_sum(text_)) {
    if (damaged)
        damaged_file_ = std::move(file);
    else
        old_files_.push_back(std::move(file));
    const std::lock_guard lock(mutex_);
    put_or_wait(0);
}

Journal::~Journal() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    if (worker_.joinable()) worker_.join();
}

void Journal::add(std::string_view json) {
    sum_ = journal_sum(sum_, json);
    text_ += sum_digits(sum_) + " ";
    text_ += json;
    text_ += '\n';
}

void Journal::append(const JournalStep& step) {
    const std::string json = line_of(step);
    const std::lock_guard lock(mutex_);
    add(json);
    if (!begun_) {
        put_or_wait(0);
    } else if (file_) {
        const auto bytes = std::as_bytes(std::span(text_).subspan(written_));
        if (write_all(disk_, file_->handle.number(), bytes)) {
            written_ = text_.size();
        } else {
            error_ = errno;
            abandon();
            put_or_wait(folder_ + 1);
        }
    }
    wake_.notify_all();
}

/// The file has failed; what is good in it stays until the text is elsewhere.
void Journal::abandon() {
    old_files_.push_back(file_->path);
    file_.reset();
    written_ = synced_ = 0;
}

std::shared_ptr<Journal::File> Journal::create(const std::string& folder) {
    if (!make_folders(disk_, folder)) return {};
    std::string path = fmt::format("{}/{}-{}-{}.journal", folder, id_, ::getpid(), files_made_++);
    Descriptor handle(disk_.open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND));
    if (!handle.ok()) return {};
    // Tells a journal that is in use from one that was left; whoever is looking just now lets go soon.
    ::flock(handle.number(), LOCK_EX);
    if (!write_all(disk_, handle.number(), std::as_bytes(std::span(text_)))) {
        const int error = errno;
        disk_.unlink(path);
        errno = error;
        return {};
    }
    return std::make_shared<File>(std::move(handle), std::move(path));
}

/// The whole text into a new file, in the first folder from this one on that takes it.
bool Journal::put(std::size_t first_folder) {
    for (std::size_t i = first_folder; i < folders_.size(); ++i) {
        file_ = create(folders_[i]);
        if (file_) {
            folder_ = i;
            written_ = text_.size();
            synced_ = 0;
            return true;
        }
        error_ = errno;
    }
    return false;
}

void Journal::put_or_wait(std::size_t first_folder) {
    begun_ = true;
    nowhere_ = !put(first_folder);
    if (nowhere_ && !told_) say("ui.journal_away", error_);
    if (!worker_.joinable()) worker_ = std::thread([this] { work(); });
}

void Journal::say(std::string key, int error) {
    told_ = error != 0;
    news_ = Message{std::move(key), {}};
    if (error != 0) news_->values.emplace_back("reason", std::string(std::strerror(error)));
}

void Journal::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        const auto awake = [this] { return ending_ || (file_ && synced_ < written_); };
        if (!nowhere_)
            wake_.wait(lock, [&] { return awake() || nowhere_; });
        else if (!wake_.wait_for(lock, kTryAgain, awake) || ending_)
            put_or_wait(0);
        if (file_ && synced_ < written_) sync_now(lock);
        const bool synced = !file_ || synced_ == written_;
        if (synced || nowhere_) done_.notify_all();
        if (ending_ && (synced || nowhere_)) return;
    }
}

void Journal::sync_now(std::unique_lock<std::mutex>& lock) {
    const std::shared_ptr<File> file = file_;
    const std::size_t until = written_;
    const bool fresh = synced_ == 0;
    lock.unlock();
    const bool done = disk_.sync(file->handle.number()) == 0 && (!fresh || sync_folder_of(disk_, file->path));
    const int error = errno;
    lock.lock();
    if (file != file_) return;  // it failed meanwhile, and the text is elsewhere
    if (done) {
        synced_ = until;
        if (fresh) remove_old();
        if (told_) say("ui.journal_back", 0);
        return;
    }
    error_ = error;
    abandon();
    put_or_wait(folder_ + 1);
}

void Journal::remove_old() {
    for (const std::string& path : old_files_) disk_.unlink(path);
    old_files_.clear();
    if (!damaged_file_.empty()) disk_.rename(damaged_file_, damaged_file_ + ".damaged");
    damaged_file_.clear();
}

bool Journal::flush() {
    std::unique_lock lock(mutex_);
    if (!begun_) return true;
    if (nowhere_) put_or_wait(0);
    wake_.notify_all();
    done_.wait(lock, [this] { return nowhere_ || (file_ && synced_ == text_.size()); });
    return !nowhere_;
}

void Journal::discard() {
    std::unique_lock lock(mutex_);
    if (!begun_) return;
    if (file_) old_files_.push_back(file_->path);
    file_.reset();
    nowhere_ = begun_ = false;
    written_ = synced_ = 0;
    remove_old();
}

std::optional<Message> Journal::news() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, std::nullopt);
}

std::string Journal::file() const {
    const std::lock_guard lock(mutex_);
    return file_ ? file_->path : "";
}

}  // namespace maatkast::show
