#include "tools/commands/command.h"

#include <cstdio>

#include <fmt/format.h>

namespace maatkast::commands {

int report(const Context& context, const Problems& problems, int code) {
    for (const Problem& problem : problems) {
        const std::string where = problem.where.empty() ? "" : problem.where + ": ";
        fmt::print(stderr, "maatkast: {}{}\n", where, context.texts(problem.message));
    }
    return code;
}

}  // namespace maatkast::commands
