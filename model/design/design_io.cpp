#include "model/design/design_io.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/base/json.h"
#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

class DesignReader {
  public:
    DesignReader(const Book& book, const JsonReader& root) : book_(book), root_(root) {}

    Design read() {
        root_.only({"format", "version", "name", "room", "assembly", "wall_fixing", "load", "handle", "base",
                    "finish", "thickness", "ends", "bays"});
        Design design;
        design.name = root_.optional("name").text();
        read_room(root_.optional("room"), design.room);
        design.assembly = word(root_.optional("assembly"), kAssemblyWords, Assembly::lying);
        design.wall_fixing = root_.optional("wall_fixing").boolean();
        design.load = known(root_.required("load"), book_.loads);
        design.handle = known(root_.required("handle"), book_.handles);
        read_base(root_.required("base"), design.base);
        read_finishes(root_.required("finish"), design.finish);
        read_thicknesses(root_.required("thickness"), design.thickness);
        const auto ends = root_.optional("ends");
        if (ends.exists()) ends.only({"left", "right"});
        design.left_end.finish = optional_finish(ends.optional("left"));
        design.right_end.finish = optional_finish(ends.optional("right"));
        read_bays(root_.required("bays"), design);
        return design;
    }

  private:
    template <class T, std::size_t N>
    T word(const JsonReader& node, const Words<T, N>& words, T otherwise) {
        if (!node.exists()) return otherwise;
        const std::string text = node.text();
        if (const auto value = value_of(words, text)) return *value;
        node.note("read.unknown_word", {{"value", text}, {"known", all_of(words)}});
        return otherwise;
    }

    template <class T>
    std::string known(const JsonReader& node, const std::vector<T>& entries) {
        const std::string id = node.text();
        if (node.exists() && std::ranges::find(entries, id, &T::id) == entries.end()) {
            std::string ids;
            for (const T& entry : entries) ids += (ids.empty() ? "" : ", ") + entry.id;
            node.note("read.unknown_word", {{"value", id}, {"known", ids}});
        }
        return id;
    }

    std::string finish(const JsonReader& node) {
        const std::string id = node.text();
        const Finish* found = book_.finish(id);
        if (node.exists() && (!found || !found->choice))
            node.note("read.unknown_word", {{"value", id}, {"known", choices()}});
        return id;
    }
    std::string choices() const {
        std::string ids;
        for (const Finish& entry : book_.finishes)
            if (entry.choice) ids += (ids.empty() ? "" : ", ") + entry.id;
        return ids;
    }
    std::optional<std::string> optional_finish(const JsonReader& node) {
        return node.exists() ? std::optional(finish(node)) : std::nullopt;
    }

    void read_room(const JsonReader& node, Room& room) {
        if (!node.exists()) return;
        node.only({"ceiling", "wall"});
        if (node.optional("ceiling").exists()) room.ceiling = node.optional("ceiling").length(1_mm, kLongest);
        room.wall = word(node.optional("wall"), kWallWords, Wall::unknown);
    }
    void read_base(const JsonReader& node, Base& base) {
        node.only({"kind", "height"});
        base.kind = word(node.required("kind"), kBaseWords, BaseKind::plinth);
        base.height = node.required("height").length(1_mm, kLongest);
    }
    void read_finishes(const JsonReader& node, Finishes& finishes) {
        node.only({"carcase", "shelves", "fronts", "drawers"});
        finishes = {finish(node.required("carcase")), finish(node.required("shelves")),
                    finish(node.required("fronts")), finish(node.required("drawers"))};
    }
    void read_thicknesses(const JsonReader& node, Thicknesses& thickness) {
        node.only({"carcase", "shelves", "fronts"});
        thickness = {node.required("carcase").length(1_mm, kThickest),
                     node.required("shelves").length(1_mm, kThickest),
                     node.required("fronts").length(1_mm, kThickest)};
    }

    void read_bays(const JsonReader& node, Design& design) {
        if (node.exists() && (!node.is_array() || node.size() == 0 || node.size() > kMostBays))
            return node.note("read.bays", {{"most", static_cast<std::int64_t>(kMostBays)}});
        for (std::size_t i = 0; i < node.size(); ++i) design.bays.push_back(read_bay(node[i]));
    }
    Bay read_bay(const JsonReader& node) {
        node.only({"width", "height", "depth", "locked", "back", "finish", "openings", "fronts"});
        Bay bay;
        bay.width = node.required("width").length(1_mm, kLongest);
        bay.height = node.required("height").length(1_mm, kLongest);
        bay.depth = node.required("depth").length(1_mm, kLongest);
        bay.locked = node.optional("locked").boolean();
        bay.back = word(node.optional("back"), kBackWords, Back::panel);
        bay.finish = optional_finish(node.optional("finish"));
        const auto openings = node.required("openings");
        if (openings.exists() &&
            (!openings.is_array() || openings.size() == 0 || openings.size() > kMostOpenings))
            openings.note("read.openings", {{"most", static_cast<std::int64_t>(kMostOpenings)}});
        else
            for (std::size_t i = 0; i < openings.size(); ++i)
                bay.openings.push_back(read_opening(openings[i], i + 1 == openings.size()));
        read_fronts(node.optional("fronts"), bay);
        return bay;
    }

    /// Every opening but the last is closed by a shelf; the last by the top panel.
    Opening read_opening(const JsonReader& node, bool last) {
        node.only({"top", "interior", "finish"});
        Opening opening;
        const auto top = last ? node.optional("top") : node.required("top");
        if (last && top.exists()) top.note("read.last_top");
        if (!last && top.exists()) opening.top = top.length(1_mm, kLongest);
        opening.shelf_finish = optional_finish(node.optional("finish"));
        opening.interior.kind = find_interior_kind("empty");
        const auto interior = node.optional("interior");
        if (interior.exists()) read_interior(interior, opening.interior);
        return opening;
    }
    void read_interior(const JsonReader& node, Interior& interior) {
        node.only({"kind", "count", "finish"});
        const std::string id = node.required("kind").text();
        if (const InteriorKind* kind = find_interior_kind(id))
            interior.kind = kind;
        else
            node.required("kind").note("read.unknown_word", {{"value", id}, {"known", all_interior_kinds()}});
        if (node.optional("count").exists())
            interior.count = static_cast<int>(node.optional("count").integer(1, interior.kind->most));
        interior.finish = optional_finish(node.optional("finish"));
    }
    void read_fronts(const JsonReader& node, Bay& bay) {
        if (!node.exists()) return;
        if (!node.is_array() || node.size() > kMostOpenings) return node.note("read.fronts");
        const auto last = static_cast<std::int64_t>(bay.openings.size()) - 1;
        for (std::size_t i = 0; i < node.size(); ++i) {
            const auto at = node[i];
            at.only({"kind", "from", "to", "finish"});
            const std::string id = at.required("kind").text();
            Front front{find_front_kind(id),
                        static_cast<int>(at.required("from").integer(0, std::max<std::int64_t>(0, last))), 0,
                        optional_finish(at.optional("finish"))};
            front.to = static_cast<int>(
                at.required("to").integer(front.from, std::max<std::int64_t>(front.from, last)));
            if (!front.kind)
                at.required("kind").note("read.unknown_word", {{"value", id}, {"known", all_front_kinds()}});
            bay.fronts.push_back(std::move(front));
        }
    }

    const Book& book_;
    const JsonReader& root_;
};

Json length_json(Length length) {
    return length.tenths % 10 == 0 ? Json(length.tenths / 10) : Json(length.mm());
}

void put(Json& into, const char* name, const std::optional<std::string>& finish) {
    if (finish) into[name] = *finish;
}

Json interior_json(const Interior& interior) {
    Json json = {{"kind", std::string(interior.kind->id)}};
    if (interior.kind->most > 1) json["count"] = interior.count;
    put(json, "finish", interior.finish);
    return json;
}

Json opening_json(const Opening& opening) {
    Json json = Json::object();
    if (opening.top) json["top"] = length_json(*opening.top);
    put(json, "finish", opening.shelf_finish);
    if (opening.interior != Interior{find_interior_kind("empty"), 1, std::nullopt})
        json["interior"] = interior_json(opening.interior);
    return json;
}

Json bay_json(const Bay& bay) {
    Json json = {{"width", length_json(bay.width)},
                 {"height", length_json(bay.height)},
                 {"depth", length_json(bay.depth)}};
    if (bay.locked) json["locked"] = true;
    if (bay.back != Back::panel) json["back"] = word_of(kBackWords, bay.back);
    put(json, "finish", bay.finish);
    json["openings"] = Json::array();
    for (const Opening& opening : bay.openings) json["openings"].push_back(opening_json(opening));
    json["fronts"] = Json::array();
    for (const Front& front : bay.fronts) {
        Json entry = {{"kind", std::string(front.kind->id)}, {"from", front.from}, {"to", front.to}};
        put(entry, "finish", front.finish);
        json["fronts"].push_back(std::move(entry));
    }
    return json;
}

Json design_json(const Design& design) {
    Json json = {{"format", std::string(kDesignFormat)}, {"version", kDesignVersion}, {"name", design.name}};
    json["room"] = Json::object();
    if (design.room.ceiling) json["room"]["ceiling"] = length_json(*design.room.ceiling);
    json["room"]["wall"] = word_of(kWallWords, design.room.wall);
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
    if (design.left_end.finish || design.right_end.finish) {
        json["ends"] = Json::object();
        put(json["ends"], "left", design.left_end.finish);
        put(json["ends"], "right", design.right_end.finish);
    }
    json["bays"] = Json::array();
    for (const Bay& bay : design.bays) json["bays"].push_back(bay_json(bay));
    return json;
}

/// Checked before anything else: a file of a newer version may be right in ways that this program does not
/// know.
std::optional<Problem> wrong_format(const JsonReader& root, Problems& problems) {
    if (!root.is_object()) return Problem{"", {"design.not_one", {}}};
    if (root.optional("format").exists() == false || root.optional("format").text() != kDesignFormat)
        return Problem{"/format", {"design.not_one", {}}};
    const std::int64_t version = root.required("version").integer(1, 1'000'000);
    if (!problems.empty()) return problems.front();
    if (version > kDesignVersion)
        return Problem{"/version",
                       {"design.newer", {{"value", version}, {"known", std::int64_t{kDesignVersion}}}}};
    return std::nullopt;
}

}  // namespace

OrProblems<Design> read_design(const Book& book, std::string_view text) {
    const auto json = parse_json(text, {.bytes = 16u << 20, .depth = 64, .values = 1'000'000});
    if (!json) return std::unexpected(json.error());
    Problems problems;
    const JsonReader root(&*json, "", &problems);
    if (auto wrong = wrong_format(root, problems)) return std::unexpected(Problems{std::move(*wrong)});
    Design design = DesignReader(book, root).read();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return design;
}

std::string write_design(const Design& design) {
    return design_json(design).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string design_hash(const Design& design) {
    // FNV-1a: enough to tell designs apart; nothing here guards against intent.
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : write_design(design)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return fmt::format("{:016x}", hash);
}

}  // namespace maatkast
