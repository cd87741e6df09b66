#pragma once
// Reading a design for the commands that draw.

#include <string>

#include "model/design/design.h"
#include "renderer/image.h"
#include "tools/scene/catalogue.h"

namespace maatkast::commands {

/// The design in a file, or on standard input for `-`. Problems name the file.
OrProblems<Design> load_design(const Book& book, const std::string& path);

/// `1280x720`, 1 … 8192 each; nothing when it is none.
std::optional<render::Size> parse_size(const std::string& text);

/// A folder for what may be thrown away, made when missing: XDG_CACHE_HOME/maatkast or ~/.cache/maatkast.
/// Empty when there is no home.
std::string cache_folder();

}  // namespace maatkast::commands
