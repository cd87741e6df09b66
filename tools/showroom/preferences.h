#pragma once
// How this computer's screen is used: kept from one start to the next, in a small file beside the journals.

#include <map>
#include <optional>
#include <string>

#include "model/base/disk.h"
#include "model/base/message.h"

namespace maatkast::show {

inline constexpr float kLeastSize = 0.8F, kMostSize = 2, kSizeStep = 0.1F;

struct Preferences {
    std::optional<Language> language;     ///< chosen in the window; else that of the system
    float size = 1;                       ///< of letters and all else, by what the monitor asks for
    bool less_motion = false;             ///< moves jump, and nothing turns by itself
    std::optional<double> pixels_per_mm;  ///< on the glass, once somebody has measured it
    std::map<std::string, int> figures;   ///< centimetres, by the design's file
    bool operator==(const Preferences&) const = default;
};

/// What the folder of the state keeps; what is missing or no sense is as at the first start.
Preferences read_preferences(const std::string& folder);
/// Whole or not at all; the folder is made. Problems as of write_file.
OrProblems<void> write_preferences(const std::string& folder, const Preferences& wanted,
                                   Disk& disk = system_disk());

}  // namespace maatkast::show
