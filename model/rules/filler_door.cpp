#include "model/book/book.h"
#include "model/build/handle.h"
#include "model/build/rule.h"
#include "model/build/whole.h"

namespace maatkast::rules {
namespace {

/// Whether the leaf turns about its edge at that end of the cabinet.
bool hinged_at(const RuleContext& context, const Leaf& leaf, Side side) {
    if (leaf.opener < 0 || leaf.kind == LeafKind::sliding) return false;
    const Opener& opener = context.build.openers[static_cast<std::size_t>(leaf.opener)];
    const std::int32_t last = static_cast<std::int32_t>(context.design.bays.size()) - 1;
    if (opener.kind != OpenerKind::hinge || opener.axis != Axis::y || opener.parent >= 0 ||
        leaf.bay != (side == Side::left ? 0 : last))
        return false;
    const bool left = opener.pivot.x < leaf.origin.x + leaf.size.x / 2;
    return left == (side == Side::left);
}

/// A door that is hinged beside a wall swings its handle towards it, and is stopped before they meet: this
/// says so where that is before it stands square. Cladding beside the filler helps.
void check(const RuleContext& context, Findings& findings) {
    const Length clearance = context.book.construction.corner_clearance;
    for (const Side side : {Side::left, Side::right}) {
        if (!against_wall(context.design, side)) continue;
        for (const Leaf& leaf : context.build.leaves) {
            if (!hinged_at(context, leaf, side)) continue;
            const Handle* handle = handle_of(context.book, context.design, front_of(context.design, leaf));
            if (!handle || !handle->visible) continue;
            const End& end = end_of(context.design, side);
            const Length cladding = end.cladding ? context.design.thickness.carcase : Length{};
            const Length least = context.book.models[handle->model].size.z + clearance - cladding;
            const Length filler = end.filler;
            if (filler >= least) continue;
            const std::string path = side == Side::left ? "ends/left/filler" : "ends/right/filler";
            findings.add({"filler.door",
                          Severity::advised,
                          path,
                          filler,
                          least,
                          {repair("set_size", path, edit_value(least), least)}});
            break;
        }
    }
}

}  // namespace

extern const Rule filler_door;
const Rule filler_door{"filler.door", check};

}  // namespace maatkast::rules
