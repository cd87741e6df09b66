#include <array>

#include "model/build/kinds.h"
#include "model/design/edit_context.h"
#include "model/design/mirror.h"

namespace maatkast {
namespace {

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

void set_obstacle(EditContext& c, Length RoomObstacle::* size, Length least) {
    if (RoomObstacle* at = c.obstacle()) at->*size = c.length(least);
}

// Grouped as they are found in a design. Patterns are tried in this order.
constexpr std::array kHandlers = std::to_array<EditHandler>({
    {"name", [](EditContext& c) { c.design.name = c.edit.value; }},
    {"width", set_run_width},
    {"height", set_run_height},
    {"depth", set_run_depth},
    {"bays", set_bay_count},
    {"fronts", set_run_fronts},
    {"fronts/style", set_run_style},
    {"load", [](EditContext& c) { c.design.load = c.known_id(c.book.loads); }},
    {"handle", [](EditContext& c) { c.design.handle = c.known_id(c.book.handles); }},
    {"wall_fixing", [](EditContext& c) { c.design.wall_fixing = c.word(kBoolWords, false); }},
    {"assembly", [](EditContext& c) { c.design.assembly = c.word(kAssemblyWords, Assembly::lying); }},
    {"base", [](EditContext& c) { c.design.base.kind = c.word(kBaseWords, BaseKind::plinth); }},
    {"base/height", [](EditContext& c) { c.design.base.height = c.length(); }},
    {"room/ceiling", set_ceiling},
    {"room/wall", [](EditContext& c) { c.design.room.wall = c.word(kWallWords, Wall::unknown); }},
    {"room/slope", set_slope},
    {"room/slope/low", set_slope_low},
    {"room/slope/high", set_slope_high},
    {"room/slope/angle", set_slope_angle},
    {"room/skirting", set_skirting},
    {"room/skirting/height", [](EditContext& c) { if (Skirting* at = c.skirting()) at->height = c.length(); }},
    {"room/skirting/depth", [](EditContext& c) { if (Skirting* at = c.skirting()) at->depth = c.length(); }},
    {"room/obstacles/add", add_obstacle},
    {"room/obstacles/#/run", [](EditContext& c) { if (RoomObstacle* at = c.obstacle()) at->run = c.whole(0, kMostCorners); }},
    {"room/obstacles/#/x", [](EditContext& c) { set_obstacle(c, &RoomObstacle::x, -kLongest); }},
    {"room/obstacles/#/y", [](EditContext& c) { set_obstacle(c, &RoomObstacle::y, 0_mm); }},
    {"room/obstacles/#/width", [](EditContext& c) { set_obstacle(c, &RoomObstacle::width, 1_mm); }},
    {"room/obstacles/#/height", [](EditContext& c) { set_obstacle(c, &RoomObstacle::height, 1_mm); }},
    {"room/obstacles/#/depth", [](EditContext& c) { set_obstacle(c, &RoomObstacle::depth, 1_mm); }},
    {"room/obstacles/#/remove", remove_obstacle},
    {"finish/carcase", [](EditContext& c) { c.design.finish.carcase = c.finish(); }},
    {"finish/shelves", [](EditContext& c) { c.design.finish.shelves = c.finish(); }},
    {"finish/fronts", [](EditContext& c) { c.design.finish.fronts = c.finish(); }},
    {"finish/drawers", [](EditContext& c) { c.design.finish.drawers = c.finish(); }},
    {"thickness/carcase", [](EditContext& c) { c.design.thickness.carcase = c.length(); }},
    {"thickness/shelves", [](EditContext& c) { c.design.thickness.shelves = c.length(); }},
    {"thickness/fronts", [](EditContext& c) { c.design.thickness.fronts = c.length(); }},
    {"ends/left", [](EditContext& c) { c.design.left_end.finish = c.finish_or_none(); }},
    {"ends/left/cladding", [](EditContext& c) { c.design.left_end.cladding = c.word(kBoolWords, false); }},
    {"ends/left/filler", [](EditContext& c) { c.design.left_end.filler = c.length_or_none(); }},
    {"ends/left/scribe", [](EditContext& c) { c.design.left_end.scribe = c.word(kBoolWords, false); }},
    {"ends/right", [](EditContext& c) { c.design.right_end.finish = c.finish_or_none(); }},
    {"ends/right/cladding", [](EditContext& c) { c.design.right_end.cladding = c.word(kBoolWords, false); }},
    {"ends/right/filler", [](EditContext& c) { c.design.right_end.filler = c.length_or_none(); }},
    {"ends/right/scribe", [](EditContext& c) { c.design.right_end.scribe = c.word(kBoolWords, false); }},
    {"worktop", set_worktop},
    {"worktop/thickness", [](EditContext& c) { if (Worktop* at = c.worktop()) at->thickness = c.length(); }},
    {"worktop/overhang", [](EditContext& c) { if (Worktop* at = c.worktop()) at->overhang = c.length(0_mm); }},
    {"cornice", set_cornice},
    {"cornice/overhang", [](EditContext& c) { if (Cornice* at = c.cornice()) at->overhang = c.length(0_mm); }},
    {"top_filler", [](EditContext& c) { c.design.top_filler = c.length_or_none(); }},
    {"main_run", [](EditContext& c) { c.design.main_run = c.whole(0, kMostCorners); }},
    {"mirror", [](EditContext& c) { c.design = mirrored(c.book, c.design); }},
    {"corner/add", add_corner},
    {"sliding/add", add_sliding},
    {"sliding/#/first", [](EditContext& c) { if (Sliding* at = c.sliding()) at->first = c.whole(0, static_cast<int>(c.design.bays.size()) - 1); }},
    {"sliding/#/last", [](EditContext& c) { if (Sliding* at = c.sliding()) at->last = c.whole(0, static_cast<int>(c.design.bays.size()) - 1); }},
    {"sliding/#/leaves", [](EditContext& c) { if (Sliding* at = c.sliding()) at->leaves = c.whole(kFewestLeaves, kMostLeaves); }},
    {"sliding/#/style", [](EditContext& c) { if (Sliding* at = c.sliding()) at->style = c.word(kStyleWords, FrontStyle::slab); }},
    {"sliding/#/finish", [](EditContext& c) { if (Sliding* at = c.sliding()) at->finish = c.finish_or_none(); }},
    {"sliding/#/leaves/#/finish", set_leaf_finish},
    {"sliding/#/remove", remove_sliding},
    {"bays/#/shape", set_shape},
    {"bays/#/width", [](EditContext& c) { if (Bay* bay = c.bay()) bay->width = c.length(); }},
    {"bays/#/height", [](EditContext& c) { if (Bay* bay = c.bay()) bay->height = c.length(); }},
    {"bays/#/depth", [](EditContext& c) { if (Bay* bay = c.bay()) bay->depth = c.length(); }},
    {"bays/#/locked", [](EditContext& c) { if (Bay* bay = c.bay()) bay->locked = c.word(kBoolWords, false); }},
    {"bays/#/back", [](EditContext& c) { if (Bay* bay = c.bay()) bay->back = c.word(kBackWords, Back::panel); }},
    {"bays/#/kneehole", set_kneehole},
    {"bays/#/finish", [](EditContext& c) { if (Bay* bay = c.bay()) bay->finish = c.finish_or_none(); }},
    {"bays/#/fronts", set_bay_fronts},
    {"bays/#/insert", insert_bay},
    {"bays/#/duplicate", insert_bay},
    {"bays/#/remove", remove_bay},
    {"bays/#/move", move_bay},
    {"bays/#/openings/#/top", [](EditContext& c) { if (Opening* at = c.opening(); at && at->top) at->top = c.length(); else if (at) c.refuse("edit.last_top"); }},
    {"bays/#/openings/#/finish", [](EditContext& c) { if (Opening* at = c.opening()) at->shelf_finish = c.finish_or_none(); }},
    {"bays/#/openings/#/shelf", set_shelf},
    {"bays/#/openings/#/led", [](EditContext& c) { if (Opening* at = c.opening()) at->led = c.word(kBoolWords, false); }},
    {"bays/#/openings/#/contents", set_contents},
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
    {"bays/#/fronts/#/style", [](EditContext& c) { if (Front* at = c.front()) at->style = c.word(kStyleWords, FrontStyle::slab); }},
    {"bays/#/fronts/#/handle", set_front_handle},
    {"bays/#/fronts/#/own_grain", [](EditContext& c) { if (Front* at = c.front()) at->own_grain = c.word(kBoolWords, false); }},
    {"bays/#/fronts/#/remove", remove_front},
});

}  // namespace

std::span<const EditHandler> edit_handlers() {
    return kHandlers;
}

}  // namespace maatkast
