#pragma once
// Every subcommand, each in a file of its own.

#include "tools/commands/command.h"

namespace maatkast::commands {

void add_new(CLI::App& app, Context& context);
void add_random(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_repair(CLI::App& app, Context& context);
void add_edit(CLI::App& app, Context& context);
void add_parts(CLI::App& app, Context& context);
void add_price(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_bench(CLI::App& app, Context& context);
/// All of them, and those that draw: render, show, doctor.
void add_all(CLI::App& app, Context& context);

}  // namespace maatkast::commands
