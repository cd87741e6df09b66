#pragma once

#include "tools/commands/command.h"

namespace maatkast::commands {

/// `maatkast bench frame [DESIGN] [--size 1280x720] [--json]`: medians of several runs, milliseconds. `bench`
/// is the command that it is added to.
void add_bench_frame(CLI::App& bench, Context& context);

}  // namespace maatkast::commands
