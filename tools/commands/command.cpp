#include "tools/commands/command.h"

#include <cstdio>

#include <fmt/format.h>

namespace maatkast::commands {

int report(const Context& context, const Problems& problems, int code) {
    for (const Problem& problem : problems) {
        // Sentences about a file begin with its name already.
        const std::string text = context.texts(problem.message);
        const bool told = problem.where.empty() || text.starts_with(problem.where);
        fmt::print(stderr, "maatkast: {}{}\n", told ? "" : problem.where + ": ", text);
    }
    return code;
}

}  // namespace maatkast::commands
