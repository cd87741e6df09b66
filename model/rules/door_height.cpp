#include <optional>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The least height that carries the handle, which stands upright on a door.
Length handle_height(const RuleContext& context) {
    const Handle* handle = context.book.handle(context.design.handle);
    return handle && handle->visible ? context.book.models[handle->model].size.y : Length{};
}

/// What the door's height breaks: at most the book's, more than its width, at least its handle's.
std::optional<Length> broken_limit(const Part& door, Length most, Length handle) {
    if (door.size.y > most) return most;
    if (door.size.y <= door.size.x) return door.size.x;
    if (door.size.y < handle) return handle;
    return std::nullopt;
}

void check(const RuleContext& context, Findings& findings) {
    const Length most = context.book.rule("door.height").length("most"), handle = handle_height(context);
    const Length gap = context.book.construction.front_gap;
    for (const Part& part : context.build.parts) {
        if (part.kind != PartKind::door) continue;
        const auto limit = broken_limit(part, most, handle);
        if (!limit) continue;
        const auto bay = static_cast<std::size_t>(part.bay);
        const auto front =
            static_cast<std::size_t>(context.build.openers[static_cast<std::size_t>(part.opener)].front);
        std::vector<Repair> repairs;
        if (context.design.bays[bay].fronts[front].kind->leaves == 1 && part.size.y <= part.size.x &&
            part.size.y >= handle && (part.size.x - gap) / 2 < part.size.y)
            repairs.push_back(repair("make_pair", front_path(bay, front) + "/kind", "pair"));
        repairs.push_back(repair("remove_front", front_path(bay, front) + "/remove", ""));
        findings.add({"door.height", Severity::blocked, front_path(bay, front), part.size.y, *limit,
                      std::move(repairs)});
    }
}

}  // namespace

extern const Rule door_height;
const Rule door_height{"door.height", check};

}  // namespace maatkast::rules
