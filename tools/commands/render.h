#pragma once

#include "tools/commands/command.h"

namespace maatkast::commands {

/// `maatkast render DESIGN -o X.png …`: the picture without a window, and what another renderer needs to make
/// the same picture. Every file is written whole or not at all.
void add_render(CLI::App& app, Context& context);

}  // namespace maatkast::commands
