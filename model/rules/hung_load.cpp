#include <cmath>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/shelf.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// kg/m² on a shelf or bottom; what bears tracks belongs to no bay.
double load_on(const RuleContext& context, const Part& part) {
    if (part.bay < 0) return context.book.load(context.design.load)->kg_per_m2;
    const auto bay = static_cast<std::size_t>(part.bay);
    if (part.opening < 0) return load_in(context.book, context.design, bay, 0);
    return shelf_load(context.book, context.design, bay, static_cast<std::size_t>(part.opening));
}

/// kg that its shelves and bottoms are reckoned to carry.
double contents_mass(const RuleContext& context) {
    double mass = 0;
    for (const Part& part : context.build.parts)
        if (part.kind == PartKind::shelf || part.kind == PartKind::bottom)
            mass += part.size.x.metres() * part.size.z.metres() * load_on(context, part);
    return mass;
}

double rail_metres(const Build& build) {
    double metres = 0;
    for (const Part& part : build.parts)
        if (part.kind == PartKind::wall_rail) metres += part.size.x.metres();
    return metres;
}

/// What the screws of a metre of rail hold; a wall that nobody has named counts as the weakest.
const char* limit_of(Wall wall) {
    switch (wall) {
        case Wall::masonry:
            return "masonry";
        case Wall::concrete:
            return "concrete";
        case Wall::plasterboard:
        case Wall::unknown:
            break;
    }
    return "plasterboard";
}

/// The whole and its contents, shared evenly by its rails.
void check(const RuleContext& context, Findings& findings) {
    if (context.design.base.kind != BaseKind::hung) return;
    const double metres = rail_metres(context.build);
    if (metres <= 0) return;
    const double most = context.book.rule("hung.load").limit(limit_of(context.design.room.wall));
    const double load = (context.build.mass + contents_mass(context)) / metres;
    if (load <= most) return;
    findings.add({"hung.load",
                  Severity::blocked,
                  "base",
                  static_cast<std::int64_t>(std::ceil(load)),
                  static_cast<std::int64_t>(most),
                  {set_on_floor(context.book)}});
}

}  // namespace

extern const Rule hung_load;
const Rule hung_load{"hung.load", check};

}  // namespace maatkast::rules
