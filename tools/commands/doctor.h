#pragma once

#include "tools/commands/command.h"

namespace maatkast::commands {

/// `maatkast doctor`: devices and the verdict on each, versions, fonts, assets. Exit 1 when something is
/// missing.
void add_doctor(CLI::App& app, Context& context);

}  // namespace maatkast::commands
