#include <cmath>

#include "model/book/book.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// kg that its shelves and bottoms are reckoned to carry.
double contents_mass(const RuleContext& context) {
    double area = 0;
    for (const Part& part : context.build.parts)
        if (part.kind == PartKind::shelf || part.kind == PartKind::bottom)
            area += part.size.x.metres() * part.size.z.metres();
    const LoadClass* load = context.book.load(context.design.load);
    return load ? area * load->kg_per_m2 : 0;
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
