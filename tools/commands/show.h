#pragma once

#include "tools/commands/command.h"

namespace maatkast::commands {

/// `maatkast show [DESIGN] [--script ROBOT.txt] [--frames N] [--stats]`: the showroom. Without a display a
/// script is played all the same, and its screenshots are made.
void add_show(CLI::App& app, Context& context);

}  // namespace maatkast::commands
