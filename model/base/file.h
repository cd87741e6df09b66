#pragma once
// Files: read whole within a limit, written whole or not at all.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/base/disk.h"
#include "model/base/message.h"

namespace maatkast {

/// The bytes of a regular file, or of standard input for `-`. Refused: missing, a folder, a FIFO or device,
/// larger than the limit. Never blocks on anything but standard input.
OrProblems<std::string> read_file(const std::string& path, std::size_t most_bytes = 16u << 20);

/// Writes a temporary file beside the target, syncs it, renames it over the target and syncs the folder:
/// after a power failure the old file or the new one is there, whole. `-` writes to standard output. Problems
/// leave the old file; a folder that cannot be synced is none, the new file is there.
OrProblems<void> write_file(const std::string& path, std::span<const std::byte> bytes,
                            Disk& disk = system_disk());
OrProblems<void> write_file(const std::string& path, std::string_view text, Disk& disk = system_disk());

}  // namespace maatkast
