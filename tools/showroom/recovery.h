#pragma once
// Journals that a crash left, and the designs that they bring back.

#include <span>
#include <string>
#include <vector>

#include "model/design/history.h"
#include "tools/showroom/journal.h"

namespace maatkast::show {

/// Work that is in no design's file.
struct LeftBehind {
    std::string file;  ///< the journal
    JournalHead head;
    History history;           ///< every step since the design was opened
    Design saved;              ///< what the design's file holds
    std::string path;          ///< of that file; empty when there is none
    int changes = 0;           ///< since it was saved; a drag is one
    bool damaged = false;      ///< good lines ended before the journal did: later changes are missing
    std::string good_lines;    ///< that the history stands in
    std::int64_t changed = 0;  ///< seconds since 1970, of the last change

    bool unsaved() const { return !(history.current() == saved); }
};

/// Plays a journal. Problems when it cannot be begun; a step that the book refuses ends it as damage does.
OrProblems<LeftBehind> replay_journal(const Book& book, std::string text);

/// What was left in these folders, newest first. Journals of running programs are passed over, and so is what
/// cannot be read; one that holds nothing unsaved is removed, and so is a shorter copy of another.
std::vector<LeftBehind> left_behind(const Book& book, std::span<const std::string> folders,
                                    Disk& disk = system_disk());
/// Puts a journal out of sight, as FILE.thrown; nothing is deleted but the tenth and older ones of these.
void throw_away(const LeftBehind& left, Disk& disk = system_disk());

/// Where programs of this user keep their state: XDG_STATE_HOME/maatkast or ~/.local/state/maatkast. Empty
/// when there is no home.
std::string state_folder();

}  // namespace maatkast::show
