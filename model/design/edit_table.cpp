#include <array>

#include "model/build/kinds.h"
#include "model/design/edit_context.h"

namespace maatkast {
namespace {

template <class Entries>
std::string known_id(EditContext& c, const Entries& entries) {
    std::string known;
    for (const auto& entry : entries) {
        if (entry.id == c.edit.value) return c.edit.value;
        known += (known.empty() ? "" : ", ") + entry.id;
    }
    c.refuse("read.unknown_word", {{"value", c.edit.value}, {"known", known}});
    return {};
}

void set_ceiling(EditContext& c) {
    if (c.edit.value == "none")
        c.design.room.ceiling.reset();
    else
        c.design.room.ceiling = c.length();
}

void set_front_kind(EditContext& c) {
    Front* front = c.front();
    const FrontKind* kind = find_front_kind(c.edit.value);
    if (!kind) return c.refuse("read.unknown_word", {{"value", c.edit.value}, {"known", all_front_kinds()}});
    if (front) front->kind = kind;
}

void set_front_reach(EditContext& c, int Front::* end) {
    Front* front = c.front();
    if (!front) return;
    front->*end = c.whole(0, static_cast<int>(c.bay()->openings.size()) - 1);
    if (front->from > front->to) c.refuse("edit.front_reach");
}

// Grouped as they are found in a design. Patterns are tried in this order.
constexpr std::array kHandlers = std::to_array<EditHandler>({
    {"name", [](EditContext& c) { c.design.name = c.edit.value; }},
    {"width", set_run_width},
    {"height", set_run_height},
    {"depth", set_run_depth},
    {"bays", set_bay_count},
    {"fronts", set_run_fronts},
    {"load", [](EditContext& c) { c.design.load = known_id(c, c.book.loads); }},
    {"handle", [](EditContext& c) { c.design.handle = known_id(c, c.book.handles); }},
    {"wall_fixing", [](EditContext& c) { c.design.wall_fixing = c.word(kBoolWords, false); }},
    {"assembly", [](EditContext& c) { c.design.assembly = c.word(kAssemblyWords, Assembly::lying); }},
    {"base", [](EditContext& c) { c.design.base.kind = c.word(kBaseWords, BaseKind::plinth); }},
    {"base/height", [](EditContext& c) { c.design.base.height = c.length(); }},
    {"room/ceiling", set_ceiling},
    {"room/wall", [](EditContext& c) { c.design.room.wall = c.word(kWallWords, Wall::unknown); }},
    {"finish/carcase", [](EditContext& c) { c.design.finish.carcase = c.finish(); }},
    {"finish/shelves", [](EditContext& c) { c.design.finish.shelves = c.finish(); }},
    {"finish/fronts", [](EditContext& c) { c.design.finish.fronts = c.finish(); }},
    {"finish/drawers", [](EditContext& c) { c.design.finish.drawers = c.finish(); }},
    {"thickness/carcase", [](EditContext& c) { c.design.thickness.carcase = c.length(); }},
    {"thickness/shelves", [](EditContext& c) { c.design.thickness.shelves = c.length(); }},
    {"thickness/fronts", [](EditContext& c) { c.design.thickness.fronts = c.length(); }},
    {"ends/left", [](EditContext& c) { c.design.left_end.finish = c.finish_or_none(); }},
    {"ends/right", [](EditContext& c) { c.design.right_end.finish = c.finish_or_none(); }},
    {"bays/#/width", [](EditContext& c) { if (Bay* bay = c.bay()) bay->width = c.length(); }},
    {"bays/#/height", [](EditContext& c) { if (Bay* bay = c.bay()) bay->height = c.length(); }},
    {"bays/#/depth", [](EditContext& c) { if (Bay* bay = c.bay()) bay->depth = c.length(); }},
    {"bays/#/locked", [](EditContext& c) { if (Bay* bay = c.bay()) bay->locked = c.word(kBoolWords, false); }},
    {"bays/#/back", [](EditContext& c) { if (Bay* bay = c.bay()) bay->back = c.word(kBackWords, Back::panel); }},
    {"bays/#/finish", [](EditContext& c) { if (Bay* bay = c.bay()) bay->finish = c.finish_or_none(); }},
    {"bays/#/fronts", set_bay_fronts},
    {"bays/#/insert", insert_bay},
    {"bays/#/duplicate", insert_bay},
    {"bays/#/remove", remove_bay},
    {"bays/#/move", move_bay},
    {"bays/#/openings/#/top", [](EditContext& c) { if (Opening* at = c.opening(); at && at->top) at->top = c.length(); else if (at) c.refuse("edit.last_top"); }},
    {"bays/#/openings/#/finish", [](EditContext& c) { if (Opening* at = c.opening()) at->shelf_finish = c.finish_or_none(); }},
    {"bays/#/openings/#/interior", set_interior},
    {"bays/#/openings/#/interior/finish", [](EditContext& c) { if (Opening* at = c.opening()) at->interior.finish = c.finish_or_none(); }},
    {"bays/#/openings/#/front", set_opening_front},
    {"bays/#/openings/#/split", split_opening},
    {"bays/#/openings/#/remove", remove_opening},
    {"bays/#/fronts/add", add_front},
    {"bays/#/fronts/#/kind", set_front_kind},
    {"bays/#/fronts/#/from", [](EditContext& c) { set_front_reach(c, &Front::from); }},
    {"bays/#/fronts/#/to", [](EditContext& c) { set_front_reach(c, &Front::to); }},
    {"bays/#/fronts/#/finish", [](EditContext& c) { if (Front* at = c.front()) at->finish = c.finish_or_none(); }},
    {"bays/#/fronts/#/remove", remove_front},
});

}  // namespace

std::span<const EditHandler> edit_handlers() {
    return kHandlers;
}

}  // namespace maatkast
