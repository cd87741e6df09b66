#include "model/build/kinds.h"
#include "model/design/design_io.h"
#include "model/design/design_json.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

Json length_json(Length length) {
    return length.tenths % 10 == 0 ? Json(length.tenths / 10) : Json(length.mm());
}

Json angle_json(Angle angle) {
    return angle.hundredths % 100 == 0 ? Json(angle.hundredths / 100) : Json(angle.degrees());
}

// What is as usual is left out.
void put(Json& into, const char* name, const std::optional<std::string>& id) {
    if (id) into[name] = *id;
}
void put(Json& into, const char* name, const std::optional<Length>& length) {
    if (length) into[name] = length_json(*length);
}
void put_true(Json& into, const char* name, bool value) {
    if (value) into[name] = true;
}
template <class T, std::size_t N>
void put(Json& into, const char* name, const Words<T, N>& words, T value, T usual) {
    if (value != usual) into[name] = word_of(words, value);
}

Json interior_json(const Interior& interior) {
    Json json = {{"kind", std::string(interior.kind->id)}};
    if (interior.kind->most > 1) json["count"] = interior.count;
    put(json, "finish", interior.finish);
    return json;
}

Json opening_json(const Opening& opening) {
    Json json = Json::object();
    put(json, "top", opening.top);
    put(json, "shelf", kShelfWords, opening.shelf, ShelfKind::loose);
    put(json, "finish", opening.shelf_finish);
    put_true(json, "led", opening.led);
    if (opening.interior != Interior{find_interior_kind("empty"), 1, std::nullopt})
        json["interior"] = interior_json(opening.interior);
    put(json, "contents", opening.contents);
    return json;
}

Json front_json(const Front& front) {
    Json json = {{"kind", std::string(front.kind->id)}, {"from", front.from}, {"to", front.to}};
    put(json, "finish", front.finish);
    put(json, "style", kStyleWords, front.style, FrontStyle::slab);
    put(json, "handle", front.handle);
    put_true(json, "own_grain", front.own_grain);
    return json;
}

Json bay_json(const Bay& bay) {
    Json json = Json::object();
    put(json, "shape", kShapeWords, bay.shape, BayShape::straight);
    json["width"] = length_json(bay.width);
    json["height"] = length_json(bay.height);
    json["depth"] = length_json(bay.depth);
    put_true(json, "locked", bay.locked);
    put(json, "back", kBackWords, bay.back, Back::panel);
    put_true(json, "kneehole", bay.kneehole);
    put(json, "finish", bay.finish);
    json["openings"] = Json::array();
    for (const Opening& opening : bay.openings) json["openings"].push_back(opening_json(opening));
    json["fronts"] = Json::array();
    for (const Front& front : bay.fronts) json["fronts"].push_back(front_json(front));
    return json;
}

Json slope_json(const Slope& slope) {
    Json json = {{"side", word_of(kSlopeWords, slope.side)}};
    put(json, "low", slope.low);
    put(json, "high", slope.high);
    if (slope.angle) json["angle"] = angle_json(*slope.angle);
    return json;
}

Json obstacle_json(const RoomObstacle& obstacle) {
    return {{"kind", word_of(kObstacleWords, obstacle.kind)},
            {"run", obstacle.run},
            {"x", length_json(obstacle.x)},
            {"y", length_json(obstacle.y)},
            {"width", length_json(obstacle.width)},
            {"height", length_json(obstacle.height)},
            {"depth", length_json(obstacle.depth)}};
}

Json room_json(const Room& room) {
    Json json = Json::object();
    put(json, "ceiling", room.ceiling);
    json["wall"] = word_of(kWallWords, room.wall);
    if (room.slope) json["slope"] = slope_json(*room.slope);
    if (room.skirting)
        json["skirting"] = {{"height", length_json(room.skirting->height)},
                            {"depth", length_json(room.skirting->depth)}};
    for (const RoomObstacle& obstacle : room.obstacles) json["obstacles"].push_back(obstacle_json(obstacle));
    return json;
}

Json end_json(const End& end) {
    Json json = Json::object();
    put(json, "finish", end.finish);
    put_true(json, "cladding", end.cladding);
    if (end.filler != Length{}) json["filler"] = length_json(end.filler);
    put_true(json, "scribe", end.scribe);
    return json;
}

Json sliding_json(const Sliding& sliding) {
    Json json = {{"first", sliding.first}, {"last", sliding.last}, {"leaves", sliding.leaves}};
    put(json, "style", kStyleWords, sliding.style, FrontStyle::slab);
    put(json, "finish", sliding.finish);
    for (std::size_t i = 0; i < sliding.leaf_finishes.size(); ++i)
        if (sliding.leaf_finishes[i]) json["leaf_finishes"][std::to_string(i)] = *sliding.leaf_finishes[i];
    return json;
}

/// What stands at the ends, on top and against the ceiling.
void put_surroundings(Json& json, const Design& design) {
    if (design.left_end != End{}) json["ends"]["left"] = end_json(design.left_end);
    if (design.right_end != End{}) json["ends"]["right"] = end_json(design.right_end);
    if (design.worktop)
        json["worktop"] = {{"thickness", length_json(design.worktop->thickness)},
                           {"overhang", length_json(design.worktop->overhang)},
                           {"finish", design.worktop->finish}};
    if (design.cornice)
        json["cornice"] = {{"height", length_json(design.cornice->height)},
                           {"overhang", length_json(design.cornice->overhang)}};
    if (design.top_filler != Length{}) json["top_filler"] = length_json(design.top_filler);
    if (design.main_run != 0) json["main_run"] = design.main_run;
}

}  // namespace

Json design_json(const Design& design) {
    Json json = {{"format", std::string(kDesignFormat)}, {"version", kDesignVersion}, {"name", design.name}};
    json["room"] = room_json(design.room);
    json["assembly"] = word_of(kAssemblyWords, design.assembly);
    json["wall_fixing"] = design.wall_fixing;
    json["load"] = design.load;
    json["handle"] = design.handle;
    json["base"] = {{"kind", word_of(kBaseWords, design.base.kind)},
                    {"height", length_json(design.base.height)}};
    json["finish"] = {{"carcase", design.finish.carcase},
                      {"shelves", design.finish.shelves},
                      {"fronts", design.finish.fronts},
                      {"drawers", design.finish.drawers}};
    json["thickness"] = {{"carcase", length_json(design.thickness.carcase)},
                         {"shelves", length_json(design.thickness.shelves)},
                         {"fronts", length_json(design.thickness.fronts)}};
    put_surroundings(json, design);
    json["bays"] = Json::array();
    for (const Bay& bay : design.bays) json["bays"].push_back(bay_json(bay));
    for (const Sliding& sliding : design.sliding) json["sliding"].push_back(sliding_json(sliding));
    return json;
}

}  // namespace maatkast
