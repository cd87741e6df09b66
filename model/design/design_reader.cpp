#include <algorithm>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/design/contradictions.h"
#include "model/design/design_json.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

class DesignReader {
  public:
    DesignReader(const Book& book, const JsonReader& root, std::int64_t version)
        : book_(book), root_(root), version_(version) {}

    Design read() {
        root_.only({"format", "version", "name", "room", "assembly", "wall_fixing", "load", "handle", "base",
                    "finish", "thickness", "ends", "worktop", "cornice", "top_filler", "main_run", "bays",
                    "sliding"});
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
        read_surroundings(design);
        read_bays(root_.required("bays"), design);
        read_sliding(root_.optional("sliding"), design);
        if (shapes_known_ && !design.bays.empty()) note_contradictions(design);
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

    std::optional<Length> optional_length(const JsonReader& node) {
        return node.exists() ? std::optional(node.length(1_mm, kLongest)) : std::nullopt;
    }
    template <class T>
    std::optional<std::string> optional_known(const JsonReader& node, const std::vector<T>& entries) {
        return node.exists() ? std::optional(known(node, entries)) : std::nullopt;
    }
    int whole(const JsonReader& node, std::int64_t least, std::int64_t most) {
        return static_cast<int>(node.integer(least, most));
    }
    /// How many entries an optional list has; none where it is no list or too long.
    std::size_t entry_count(const JsonReader& node, std::size_t most) {
        if (!node.exists()) return 0;
        if (node.is_array() && node.size() <= most) return node.size();
        node.note("read.list", {{"most", static_cast<std::int64_t>(most)}});
        return 0;
    }

    void read_room(const JsonReader& node, Room& room) {
        if (!node.exists()) return;
        node.only({"ceiling", "wall", "slope", "skirting", "obstacles"});
        room.ceiling = optional_length(node.optional("ceiling"));
        room.wall = word(node.optional("wall"), kWallWords, Wall::unknown);
        if (const auto slope = node.optional("slope"); slope.exists()) room.slope = read_slope(slope);
        if (const auto skirting = node.optional("skirting"); skirting.exists()) {
            skirting.only({"height", "depth"});
            room.skirting = {skirting.required("height").length(1_mm, kLongest),
                             skirting.required("depth").length(1_mm, kLongest)};
        }
        const auto obstacles = node.optional("obstacles");
        const std::size_t count = entry_count(obstacles, kMostObstacles);
        for (std::size_t i = 0; i < count; ++i) room.obstacles.push_back(read_obstacle(obstacles[i]));
    }
    Slope read_slope(const JsonReader& node) {
        node.only({"side", "low", "high", "angle"});
        Slope slope{word(node.required("side"), kSlopeWords, Slope::Side::left),
                    optional_length(node.optional("low")), optional_length(node.optional("high")),
                    std::nullopt};
        if (const auto angle = node.optional("angle"); angle.exists())
            slope.angle = angle.angle(kFlattest, kSteepest);
        return slope;
    }
    RoomObstacle read_obstacle(const JsonReader& node) {
        node.only({"kind", "run", "x", "y", "width", "height", "depth"});
        return {word(node.required("kind"), kObstacleWords, RoomObstacle::Kind::socket),
                whole(node.required("run"), 0, kMostCorners),
                node.required("x").length(-kLongest, kLongest),
                node.required("y").length(0_mm, kLongest),
                node.required("width").length(1_mm, kLongest),
                node.required("height").length(1_mm, kLongest),
                node.required("depth").length(1_mm, kLongest)};
    }
    void read_surroundings(Design& design) {
        const auto ends = root_.optional("ends");
        if (ends.exists()) ends.only({"left", "right"});
        design.left_end = read_end(ends.optional("left"));
        design.right_end = read_end(ends.optional("right"));
        if (const auto node = root_.optional("worktop"); node.exists()) {
            node.only({"thickness", "overhang", "finish"});
            design.worktop = {node.required("thickness").length(1_mm, kThickest),
                              node.required("overhang").length(0_mm, kLongest),
                              finish(node.required("finish"))};
        }
        if (const auto node = root_.optional("cornice"); node.exists()) {
            node.only({"height", "overhang"});
            design.cornice = {node.required("height").length(1_mm, kLongest),
                              node.required("overhang").length(0_mm, kLongest)};
        }
        design.top_filler = root_.optional("top_filler").length(0_mm, kLongest);
        design.main_run = whole(root_.optional("main_run"), 0, kMostCorners);
    }
    End read_end(const JsonReader& node) {
        if (!node.exists()) return {};
        if (version_ == 1) return {finish(node), false, {}, false};
        node.only({"finish", "cladding", "filler", "scribe"});
        return {optional_finish(node.optional("finish")), node.optional("cladding").boolean(),
                node.optional("filler").length(0_mm, kLongest), node.optional("scribe").boolean()};
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
        node.only({"shape", "width", "height", "depth", "locked", "back", "kneehole", "finish", "openings",
                   "fronts"});
        Bay bay;
        bay.shape = read_shape(node.optional("shape"));
        bay.width = node.required("width").length(1_mm, kLongest);
        bay.height = node.required("height").length(1_mm, kLongest);
        bay.depth = node.required("depth").length(1_mm, kLongest);
        bay.locked = node.optional("locked").boolean();
        bay.back = word(node.optional("back"), kBackWords, Back::panel);
        bay.kneehole = node.optional("kneehole").boolean();
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

    /// Whatever else hangs on the runs cannot be judged where a shape was read wrong.
    BayShape read_shape(const JsonReader& node) {
        if (!node.exists()) return BayShape::straight;
        const std::string text = node.text();
        if (const auto shape = value_of(kShapeWords, text)) return *shape;
        node.note("read.unknown_word", {{"value", text}, {"known", all_of(kShapeWords)}});
        shapes_known_ = false;
        return BayShape::straight;
    }

    /// Every opening but the last is closed by a shelf; the last by the top panel.
    Opening read_opening(const JsonReader& node, bool last) {
        node.only({"top", "shelf", "finish", "led", "interior", "contents"});
        Opening opening;
        const auto top = last ? node.optional("top") : node.required("top");
        if (last && top.exists()) top.note("read.last_top");
        if (!last && top.exists()) opening.top = top.length(1_mm, kLongest);
        const auto shelf = node.optional("shelf");
        if (last && shelf.exists()) shelf.note("read.last_shelf");
        if (!last) opening.shelf = word(shelf, kShelfWords, ShelfKind::loose);
        opening.shelf_finish = optional_finish(node.optional("finish"));
        opening.led = node.optional("led").boolean();
        opening.contents = optional_known(node.optional("contents"), book_.contents);
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
        for (std::size_t i = 0; i < node.size(); ++i) bay.fronts.push_back(read_front(node[i], last));
    }
    Front read_front(const JsonReader& node, std::int64_t last) {
        node.only({"kind", "from", "to", "finish", "style", "handle", "own_grain"});
        const std::string id = node.required("kind").text();
        Front front{find_front_kind(id),
                    whole(node.required("from"), 0, std::max<std::int64_t>(0, last)),
                    0,
                    optional_finish(node.optional("finish")),
                    word(node.optional("style"), kStyleWords, FrontStyle::slab),
                    optional_known(node.optional("handle"), book_.handles),
                    node.optional("own_grain").boolean()};
        front.to = whole(node.required("to"), front.from, std::max<std::int64_t>(front.from, last));
        if (!front.kind)
            node.required("kind").note("read.unknown_word", {{"value", id}, {"known", all_front_kinds()}});
        return front;
    }

    void read_sliding(const JsonReader& list, Design& design) {
        constexpr auto kLast = static_cast<std::int64_t>(kMostBays) - 1;
        const std::size_t count = entry_count(list, kMostBays);
        for (std::size_t i = 0; i < count; ++i) {
            const auto node = list[i];
            node.only({"first", "last", "leaves", "style", "finish", "leaf_finishes"});
            design.sliding.push_back(
                {whole(node.required("first"), 0, kLast), whole(node.required("last"), 0, kLast),
                 whole(node.required("leaves"), kFewestLeaves, kMostLeaves),
                 word(node.optional("style"), kStyleWords, FrontStyle::slab),
                 optional_finish(node.optional("finish")), leaf_finishes(node.optional("leaf_finishes"))});
        }
    }

    /// By the number of the leaf.
    std::vector<std::optional<std::string>> leaf_finishes(const JsonReader& node) {
        std::vector<std::optional<std::string>> finishes;
        if (!node.exists()) return finishes;
        node.only({"0", "1", "2", "3"});
        for (std::size_t i = 0; i < static_cast<std::size_t>(kMostLeaves); ++i) {
            const auto leaf = node.optional(std::to_string(i));
            if (!leaf.exists()) continue;
            finishes.resize(i + 1);
            finishes[i] = finish(leaf);
        }
        return finishes;
    }

    void note_contradictions(const Design& design) {
        for (const Problem& problem : contradictions(design)) root_.note_at(problem.where, problem.message);
    }

    const Book& book_;
    const JsonReader& root_;
    std::int64_t version_;
    bool shapes_known_ = true;  ///< every bay's, so that the runs are
};

}  // namespace

Design read_design_json(const Book& book, const JsonReader& root, std::int64_t version) {
    return DesignReader(book, root, version).read();
}

}  // namespace maatkast
