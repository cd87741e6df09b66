#include "tools/commands/book.h"
#include "tools/commands/commands.h"
#include "tools/commands/doctor.h"
#include "tools/commands/render.h"
#include "tools/commands/show.h"

namespace maatkast::commands {

void add_all(CLI::App& app, Context& context) {
    add_new(app, context);
    add_random(app, context);
    add_check(app, context);
    add_repair(app, context);
    add_edit(app, context);
    add_parts(app, context);
    add_price(app, context);
    add_export(app, context);
    add_render(app, context);
    add_show(app, context);
    add_doctor(app, context);
    add_bench(app, context);
    add_book(app, context);
}

}  // namespace maatkast::commands
