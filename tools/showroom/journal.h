#pragma once
// What keeps a design through a crash: every change of it, one line each, on the disk before it is seen.
//
// A line is a check sum, a space, and JSON. The sum is taken over the line and the sum of the line before, so
// that a line that is lost or moved is as bad as one that is wrong. The first line holds the design that it
// began with. A drag writes each of its changes as it happens, marked to take the place of the one before.

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "model/base/disk.h"
#include "model/design/edit.h"

namespace maatkast::show {

inline constexpr int kJournalVersion = 1;

/// The first line.
struct JournalHead {
    std::string id;          ///< the same in each file that one journal is moved to
    std::string path;        ///< of the design's file; empty when it has none
    std::string hash;        ///< design_hash of the start
    std::string design;      ///< canonical text of the start
    std::int64_t began = 0;  ///< seconds since 1970
};
/// For a design that is opened now.
JournalHead journal_head(const Design& start, std::string path);

/// One acknowledged change, or that the design was saved.
struct JournalStep {
    enum class Kind { edit, undo, redo, replace, saved };
    Kind kind = Kind::edit;
    std::vector<Edit> edits;  ///< of an edit
    bool continues = false;   ///< of an edit: instead of those of the step before, as in History::revise
    std::string text;         ///< replace: canonical text of the new design; saved: the file's path
    bool operator==(const JournalStep&) const = default;
};

/// What could be read of a journal.
struct JournalReading {
    JournalHead head;
    std::vector<JournalStep> steps;
    std::size_t good_bytes = 0;  ///< of the lines that these stand in
    /// `torn`: the last line is not whole, as when the power went. `damaged`: good lines ended before the
    /// file.
    enum class End { whole, torn, damaged } end = End::whole;
};
/// Refused is a text whose first line is none of a journal, or of a newer version. Never more than 200,000
/// steps: what is beyond counts as damaged.
OrProblems<JournalReading> parse_journal(std::string_view text);

/// Writes a journal. Each step goes to the file at once, in some microseconds, and so outlives the program; a
/// thread of its own syncs it to the disk, so that no picture waits. Nothing is written before the first
/// step. Where a file fails, the whole journal goes to the next folder, and when none takes it, it is tried
/// again every few seconds; all of it stays in memory meanwhile.
class Journal {
  public:
    /// Folders are tried in order and made when missing; the disk must outlive it.
    Journal(const JournalHead& head, std::vector<std::string> folders, Disk& disk = system_disk());
    /// Goes on with the good lines of a journal that was left in a file. The file is removed once the lines
    /// are in a new one, synced; where they are not all it holds, it is kept beside as FILE.damaged.
    Journal(std::string good_lines, const std::string& id, std::string file, bool damaged,
            std::vector<std::string> folders, Disk& disk = system_disk());
    ~Journal();  ///< waits until all is synced, or has failed
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void append(const JournalStep& step);
    /// Waits until every step so far is synced; false when no place takes it, which is tried at once.
    bool flush();
    /// Ends it and removes its file: the design is in a file of its own.
    void discard();
    /// Once, when no place takes the journal any more, and once when one does again.
    std::optional<Message> news();
    std::string file() const;  ///< where it is now; empty before the first step, and when it is nowhere

  private:
    struct File {
        Descriptor handle;
        std::string path;
    };
    void add(std::string_view json);
    bool put(std::size_t first_folder);
    void put_or_wait(std::size_t first_folder);
    std::shared_ptr<File> create(const std::string& folder);
    void abandon();
    void work();
    void sync_now(std::unique_lock<std::mutex>& lock);
    void remove_old();
    void say(std::string key, int error);

    Disk& disk_;
    std::vector<std::string> folders_;
    std::string id_, text_;
    std::uint64_t sum_;
    mutable std::mutex mutex_;  // of everything below
    std::condition_variable wake_, done_;
    std::shared_ptr<File> file_;
    std::size_t folder_ = 0, written_ = 0, synced_ = 0;
    int files_made_ = 0, error_ = 0;
    bool begun_ = false, nowhere_ = false, told_ = false, ending_ = false;
    std::vector<std::string> old_files_;  // removed once the text is synced elsewhere
    std::string damaged_file_;            // likewise, but kept under another name
    std::optional<Message> news_;
    std::thread worker_;
};

}  // namespace maatkast::show
