#pragma once
// What a design's file held before it was saved over: the last ten, beside it in .versions/NAME/.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/disk.h"
#include "model/base/message.h"

namespace maatkast::show {

inline constexpr std::size_t kVersionsKept = 10;

struct Version {
    std::string path;
    std::string design;      ///< the file that it is an older version of
    std::string hash;        ///< its design_hash
    std::int64_t saved = 0;  ///< seconds since 1970
};

/// Newest first; empty where there are none.
std::vector<Version> versions_of(const std::string& design_path);
/// Of all designs in a folder.
std::vector<Version> versions_in(const std::string& folder);
/// Those whose code begins with the words, in capitals or not; none for fewer than three digits.
std::vector<Version> matching(std::vector<Version> versions, std::string_view words);

/// Writes a design's file, whole or not at all, and keeps what was there. No content is kept twice, and none
/// that the file itself holds. A version that cannot be kept does not keep the design from being saved.
OrProblems<void> save_keeping(const std::string& path, const std::string& text, Disk& disk = system_disk());

}  // namespace maatkast::show
