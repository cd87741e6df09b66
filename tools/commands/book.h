#pragma once

#include "tools/commands/command.h"

namespace maatkast::commands {

/// `maatkast book -o book.html [--no-pictures]`: the system book as one HTML file for screen and printer, in
/// the language of --lang. Where no graphics device is found its pictures are left out, and stderr says so.
void add_book(CLI::App& app, Context& context);

}  // namespace maatkast::commands
