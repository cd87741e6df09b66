#pragma once
// What the commands without a picture share: reading book and design, writing results.

#include <functional>
#include <string>

#include "model/book/book.h"
#include "model/design/design.h"
#include "tools/commands/command.h"

namespace maatkast::commands {

/// Runs with the book of the assets; reports when it cannot be read.
int with_book(const Context& context, const std::function<int(const Book&)>& run);
/// The same, with the design at a path too.
int with_design(const Context& context, const std::string& path,
                const std::function<int(const Book&, const Design&)>& run);

/// Whole or not at all; exit code 73 where the place is wrong, 74 where writing failed.
int write_output(const Context& context, const std::string& path, std::string_view text);

bool known_kind(const std::string& id);
std::string known_kinds();
/// Every edit's pattern, for --help.
std::string list_of_edits();

}  // namespace maatkast::commands
