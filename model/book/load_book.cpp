#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "model/base/file.h"
#include "model/base/json.h"
#include "model/book/book.h"
#include "model/book/load_construction.h"
#include "model/book/load_workshop.h"
#include "model/build/rule.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

constexpr Length kMost = 10000_mm;
constexpr std::size_t kMostEntries = 1000;

/// Reads the files of one folder into one book and keeps every problem met on the way.
class BookLoader {
  public:
    explicit BookLoader(std::string directory) : directory_(std::move(directory)) {}

    OrProblems<Book> load() {
        with_file("book.json", [this](const JsonReader& root) { read_head(root); });
        with_file("dimensions.json", [this](const JsonReader& root) { read_dimensions(root); });
        with_file("materials.json", [this](const JsonReader& root) { read_materials(root); });
        with_file("finishes.json", [this](const JsonReader& root) { read_finishes(root); });
        with_file("hardware.json", [this](const JsonReader& root) { read_hardware(root); });
        with_file("contents.json", [this](const JsonReader& root) { read_contents(root); });
        with_file("room.json", [this](const JsonReader& root) { read_room(root); });
        const ReadSource sources = [this](const JsonReader& node) { return source(node); };
        with_file("machining.json", [&](const JsonReader& root) {
            book_.machining = read_machining(root, sources);
            book_.machining.pins.from_edge = book_.construction.pin_from_edge;
        });
        with_file("labour.json", [&](const JsonReader& root) {
            for (Article& article : read_labour(root, sources)) add_article(std::move(article));
        });
        with_file("rules.json", [this](const JsonReader& root) { read_rules(root); });
        if (problems_.empty()) check_defaults();
        if (!problems_.empty()) return std::unexpected(std::move(problems_));
        return std::move(book_);
    }

  private:
    template <class Read>
    void with_file(const char* name, Read read) {
        const std::string path = (std::filesystem::path(directory_) / name).string();
        const auto bytes = read_file(path);
        const auto json = bytes ? parse_json(*bytes) : OrProblems<Json>(std::unexpected(bytes.error()));
        if (!json) {
            for (Problem problem : json.error()) {
                if (problem.where != path) problem.where = path + problem.where;
                problems_.push_back(std::move(problem));
            }
            return;
        }
        read(JsonReader(&*json, path, &problems_));
    }

    Source source(const JsonReader& node) {
        Source source{static_cast<int>(node.required("page").integer(1, 999)), node.required("grade").text(),
                      node.required("source").text()};
        if (source.grade.size() != 1 || !std::string_view("ABCDG").contains(source.grade[0]))
            node.note("book.grade", {{"value", source.grade}});
        if (source.words.empty()) node.note("read.missing", {{"name", std::string("source")}});
        return source;
    }

    Range range(const JsonReader& node) {
        node.only({"least", "most", "step", "page", "grade", "source"});
        const Range range{node.required("least").length(1_mm, kMost),
                          node.required("most").length(1_mm, kMost),
                          node.required("step").length(0.1_mm, kMost), source(node)};
        if (range.least > range.most) node.note("book.range_empty");
        return range;
    }

    Cents cents(const JsonReader& node) { return {node.integer(0, 10'000'000)}; }

    Look look(const JsonReader& node) {
        Look look;
        const std::string hex = node.required("srgb").text();
        std::uint32_t rgb = 0;
        const auto end = hex.data() + hex.size();
        if (hex.size() != 6 || std::from_chars(hex.data(), end, rgb, 16).ptr != end)
            node.note("book.colour", {{"value", hex}});
        look.srgb = {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                     static_cast<std::uint8_t>(rgb)};
        look.roughness = node.required("roughness").number(0, 1);
        look.metallic = node.optional("metallic").number(0, 1);
        look.clearcoat = node.optional("clearcoat").number(0, 1);
        look.transmission = node.optional("transmission").number(0, 1);
        look.anisotropy = node.optional("anisotropy").number(0, 1);
        look.texture = node.optional("texture").text();
        return look;
    }

    void read_head(const JsonReader& root) {
        root.only({"id", "version", "currency", "vat_percent", "defaults"});
        book_.id = root.required("id").text();
        book_.version = root.required("version").text();
        book_.currency = root.required("currency").text();
        book_.vat_percent = static_cast<int>(root.required("vat_percent").integer(0, 100));
        const auto node = root.required("defaults");
        auto& d = book_.defaults;
        d.carcase = node.required("carcase").text();
        d.shelves = node.required("shelves").text();
        d.fronts = node.required("fronts").text();
        d.drawers = node.required("drawers").text();
        d.handle = node.required("handle").text();
        d.load = node.required("load").text();
        d.carcase_thickness = node.required("carcase_thickness").length(1_mm, kMost);
        d.shelf_thickness = node.required("shelf_thickness").length(1_mm, kMost);
        d.front_thickness = node.required("front_thickness").length(1_mm, kMost);
        d.plinth_height = node.required("plinth_height").length(1_mm, kMost);
        d.worktop_thickness = node.required("worktop_thickness").length(1_mm, kThickest);
        d.worktop_overhang = node.required("worktop_overhang").length(0_mm, kMost);
        d.cornice_overhang = node.required("cornice_overhang").length(0_mm, kMost);
    }

    std::vector<Length> ascending(const JsonReader& node) {
        std::vector<Length> lengths;
        for (std::size_t i = 0; i < node.size(); ++i) lengths.push_back(node[i].length(1_mm, kMost));
        if (lengths.empty() || !std::ranges::is_sorted(lengths)) node.note("book.not_ascending");
        return lengths;
    }

    void read_dimensions(const JsonReader& root) {
        book_.width = range(root.required("width"));
        book_.height = range(root.required("height"));
        book_.depth = range(root.required("depth"));
        book_.plinth_height = range(root.required("plinth_height"));
        book_.leg_height = range(root.required("leg_height"));
        book_.hung_height = range(root.required("hung_height"));
        book_.hole_pitch = root.required("hole_pitch").length(1_mm, kMost);
        book_.construction = read_construction(root.required("construction"));
        book_.runner_lengths = ascending(root.required("runner_lengths"));
        book_.pullout_lengths = ascending(root.required("pullout_lengths"));
        book_.drawer_side_heights = ascending(root.required("drawer_side_heights"));
    }

    void read_materials(const JsonReader& root) {
        for (std::size_t i = 0; i < root.size(); ++i)
            book_.materials.push_back(
                {unique_id(root[i], "material"), root[i].required("density").number(50, 20000),
                 root[i].required("elastic_modulus").number(100, 500000), root[i].optional("cut").text(),
                 root[i].optional("layered").boolean(), source(root[i])});
    }

    std::uint16_t add_article(Article article) {
        book_.articles.push_back(std::move(article));
        return static_cast<std::uint16_t>(book_.articles.size() - 1);
    }

    void read_finishes(const JsonReader& root) {
        for (std::size_t i = 0; i < root.size(); ++i) {
            const auto node = root[i];
            Finish finish;
            finish.id = unique_id(node, "finish");
            finish.look = look(node);
            finish.grain = node.optional("grain").boolean();
            finish.choice = !node.optional("choice").exists() || node.optional("choice").boolean();
            read_place(node, finish);
            finish.source = source(node);
            finish.edge_per_metre = cents(node.required("edge_cents_per_m"));
            read_boards(node.required("boards"), finish);
            finish.edge_article = add_article({"edge." + finish.id,
                                               {"article.edge", {{"finish", Key{"finish." + finish.id}}}},
                                               finish.edge_per_metre,
                                               Article::Unit::metre,
                                               0,
                                               finish.source});
            book_.finishes.push_back(std::move(finish));
        }
    }

    /// What it is made for, and the finish before it in the book that its back has.
    void read_place(const JsonReader& node, Finish& finish) {
        if (const auto only = node.optional("only"); only.exists()) {
            finish.fronts_only = only.text() == "fronts";
            if (!finish.fronts_only)
                only.note("read.unknown_word", {{"value", only.text()}, {"known", std::string("fronts")}});
        }
        const auto behind = node.optional("behind");
        if (!behind.exists()) return;
        const auto found = std::ranges::find(book_.finishes, behind.text(), &Finish::id);
        if (found == book_.finishes.end()) return behind.note("book.unknown", {{"value", behind.text()}});
        finish.behind = static_cast<std::uint16_t>(found - book_.finishes.begin());
    }

    void read_boards(const JsonReader& node, Finish& finish) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            BoardOffer offer;
            offer.thickness = node[i].required("thickness").length(1_mm, 100_mm);
            const std::string material = node[i].required("material").text();
            const auto found = std::ranges::find(book_.materials, material, &Material::id);
            if (found == book_.materials.end())
                node[i].note("book.unknown", {{"value", material}});
            else
                offer.material = static_cast<std::uint16_t>(found - book_.materials.begin());
            offer.price_per_m2 = cents(node[i].required("cents_per_m2"));
            if (!finish.boards.empty() && finish.boards.back().thickness >= offer.thickness)
                node.note("book.not_ascending");
            offer.article = add_article(
                {fmt::format("board.{}.{}", finish.id, offer.thickness.mm()),
                 {"article.board", {{"finish", Key{"finish." + finish.id}}, {"thickness", offer.thickness}}},
                 offer.price_per_m2,
                 Article::Unit::square_metre,
                 0,
                 finish.source});
            finish.boards.push_back(offer);
        }
    }

    /// A piece where nothing else is said.
    Article::Unit unit(const JsonReader& node) {
        if (!node.exists()) return Article::Unit::piece;
        const std::string word = node.text();
        if (word != "metre")
            node.note("read.unknown_word", {{"value", word}, {"known", std::string("metre")}});
        return Article::Unit::metre;
    }

    void read_hardware(const JsonReader& root) {
        const auto models = root.required("models");
        for (std::size_t i = 0; i < models.size(); ++i) {
            const auto size = models[i].required("size");
            book_.models.push_back(
                {unique_id(models[i], "model"),
                 look(models[i]),
                 {size[0].length(1_mm, kMost), size[1].length(1_mm, kMost), size[2].length(1_mm, kMost)}});
        }
        const auto articles = root.required("articles");
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const std::string id = unique_id(articles[i], "article");
            add_article({id,
                         {"article." + id, {}},
                         cents(articles[i].required("cents")),
                         unit(articles[i].optional("unit")),
                         articles[i].required("mass").number(0, 100),
                         source(articles[i])});
        }
        read_handles(root.required("handles"));
        read_lifts(root.required("lifts"));
        read_loads(root.required("loads"));
        read_hinge_table(root);
    }

    void read_handles(const JsonReader& node) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            const std::string model = node[i].required("model").text(),
                              article = node[i].required("article").text();
            const auto found_model = std::ranges::find(book_.models, model, &HardwareModel::id);
            const auto found_article = std::ranges::find(book_.articles, article, &Article::id);
            if (found_model == book_.models.end()) node[i].note("book.unknown", {{"value", model}});
            if (found_article == book_.articles.end()) node[i].note("book.unknown", {{"value", article}});
            book_.handles.push_back(
                {unique_id(node[i], "handle"), static_cast<std::uint16_t>(found_model - book_.models.begin()),
                 static_cast<std::uint16_t>(found_article - book_.articles.begin()),
                 node[i].required("from_edge").length(1_mm, kMost),
                 !node[i].optional("visible").exists() || node[i].optional("visible").boolean(),
                 handle_kind(node[i].optional("kind")), take(node[i].optional("take"))});
        }
    }

    static HandleKind handle_kind(const JsonReader& node) {
        constexpr std::array kKinds{std::pair{"piece", HandleKind::piece},
                                    std::pair{"edge", HandleKind::edge}, std::pair{"grip", HandleKind::grip},
                                    std::pair{"push", HandleKind::push}};
        if (!node.exists()) return HandleKind::piece;
        const std::string word = node.text();
        for (const auto& [id, kind] : kKinds)
            if (word == id) return kind;
        node.note("book.unknown", {{"value", word}});
        return HandleKind::piece;
    }

    static Length take(const JsonReader& node) {
        return node.exists() ? node.length(1_mm, 100_mm) : Length{};
    }

    void read_lifts(const JsonReader& node) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            const std::string article = node[i].required("article").text();
            const auto found = std::ranges::find(book_.articles, article, &Article::id);
            if (found == book_.articles.end()) node[i].note("book.unknown", {{"value", article}});
            book_.lifts.push_back({static_cast<std::uint16_t>(found - book_.articles.begin()),
                                   node[i].required("least").number(1, 1e6),
                                   node[i].required("most").number(1, 1e6), source(node[i])});
            if (book_.lifts.back().least > book_.lifts.back().most) node[i].note("book.range_empty");
        }
        if (book_.lifts.empty()) node.note("book.not_ascending");
    }

    void read_loads(const JsonReader& node) {
        for (std::size_t i = 0; i < node.size(); ++i)
            book_.loads.push_back({unique_id(node[i], "load"), node[i].required("kg_per_m2").number(1, 10000),
                                   source(node[i])});
    }

    void read_contents(const JsonReader& root) {
        if (!root.is_array() || root.size() > kMostEntries)
            return root.note("read.list", {{"most", static_cast<std::int64_t>(kMostEntries)}});
        for (std::size_t i = 0; i < root.size(); ++i) {
            root[i].only({"id", "clear", "depth", "kg_per_m2", "page", "grade", "source"});
            book_.contents.push_back({unique_id(root[i], "contents"),
                                      root[i].required("clear").length(1_mm, kMost),
                                      root[i].required("depth").length(1_mm, kMost),
                                      root[i].required("kg_per_m2").number(1, 10000), source(root[i])});
        }
    }

    void read_room(const JsonReader& root) {
        root.only({"ceiling", "slope", "skirting", "obstacles"});
        RoomDefaults& room = book_.room;
        const auto ceiling = root.required("ceiling");
        ceiling.only({"least", "page", "grade", "source"});
        room.ceiling_least = ceiling.required("least").length(1_mm, kMost);
        room.ceiling_source = source(ceiling);
        const auto slope = root.required("slope"), skirting = root.required("skirting");
        slope.only({"low", "angle", "page", "grade", "source"});
        room.slope_low = slope.required("low").length(1_mm, kMost);
        room.slope_angle = slope.required("angle").angle(kFlattest, kSteepest);
        room.slope_source = source(slope);
        skirting.only({"depth", "page", "grade", "source"});
        room.skirting_depth = skirting.required("depth").length(1_mm, kMost);
        room.skirting_source = source(skirting);
        const auto obstacles = root.required("obstacles");
        for (std::size_t i = 0; i < obstacles.size(); ++i) read_obstacle(obstacles[i]);
        for (const auto& [word, kind] : kObstacleWords)
            if (std::ranges::find(room.obstacles, word, &RoomDefaults::Obstacle::kind) ==
                room.obstacles.end())
                obstacles.note("read.missing", {{"name", std::string(word)}});
    }
    void read_obstacle(const JsonReader& node) {
        node.only({"kind", "y", "width", "height", "depth", "page", "grade", "source"});
        const std::string kind = node.required("kind").text();
        if (!value_of(kObstacleWords, kind))
            node.required("kind").note("read.unknown_word",
                                       {{"value", kind}, {"known", all_of(kObstacleWords)}});
        if (std::ranges::find(book_.room.obstacles, kind, &RoomDefaults::Obstacle::kind) !=
            book_.room.obstacles.end())
            node.note("book.twice", {{"value", kind}});
        book_.room.obstacles.push_back({kind, node.required("y").length(0_mm, kMost),
                                        node.required("width").length(1_mm, kMost),
                                        node.required("height").length(1_mm, kMost),
                                        node.required("depth").length(1_mm, kMost), source(node)});
    }

    void read_hinge_table(const JsonReader& root) {
        const auto by_mass = root.required("hinges_by_mass"), by_height = root.required("hinges_by_height");
        for (std::size_t i = 0; i < by_mass.size(); ++i)
            book_.hinges_by_mass.push_back({by_mass[i].required("most_kg").number(0.1, 1000),
                                            static_cast<int>(by_mass[i].required("hinges").integer(2, 20))});
        for (std::size_t i = 0; i < by_height.size(); ++i)
            book_.hinges_by_height.push_back(
                {by_height[i].required("most_mm").length(1_mm, kMost),
                 static_cast<int>(by_height[i].required("hinges").integer(2, 20))});
        if (!std::ranges::is_sorted(book_.hinges_by_mass, {}, &HingeRow::most_mass) ||
            book_.hinges_by_mass.empty())
            by_mass.note("book.not_ascending");
        if (!std::ranges::is_sorted(book_.hinges_by_height, {}, &HingeHeightRow::most_height) ||
            book_.hinges_by_height.empty())
            by_height.note("book.not_ascending");
    }

    void read_rules(const JsonReader& root) {
        for (const auto& id : root.keys()) {
            const auto node = root.required(id);
            RuleEntry entry{source(node), {}, {}};
            const auto limits = node.required("limits");
            for (const auto& name : limits.keys()) entry.limits[name] = limits.required(name).number(0, 1e6);
            const auto example = node.optional("example");
            for (std::size_t i = 0; i < example.size(); ++i) entry.example.push_back(example[i].text());
            book_.rules.emplace(id, std::move(entry));
            if (std::ranges::find(all_rules(), id, [](const Rule* rule) { return rule->id; }) ==
                all_rules().end())
                node.note("book.no_rule", {{"value", id}});
        }
        for (const Rule* rule : all_rules())
            if (!book_.rules.contains(rule->id)) root.note("read.missing", {{"name", std::string(rule->id)}});
    }

    std::string unique_id(const JsonReader& node, std::string_view kind) {
        std::string id = node.required("id").text();
        if (!ids_.insert(fmt::format("{}.{}", kind, id)).second) node.note("book.twice", {{"value", id}});
        return id;
    }

    /// A new design must be possible: every default names something that is there.
    void check_defaults() {
        const auto& d = book_.defaults;
        const auto need = [this](bool there, const std::string& what) {
            if (!there)
                problems_.push_back(
                    {directory_ + "/book.json/defaults", {"book.unknown", {{"value", what}}}});
        };
        for (const auto& [id, thickness] : {std::pair{d.carcase, d.carcase_thickness},
                                            {d.shelves, d.shelf_thickness},
                                            {d.fronts, d.front_thickness},
                                            {d.drawers, book_.construction.drawer_side_thickness}}) {
            const Finish* finish = book_.finish(id);
            need(finish && finish->board(thickness), id);
        }
        for (const auto& finish : book_.finishes)
            for (const Length thickness :
                 {book_.construction.back_thin, book_.construction.back_thick,
                  book_.construction.plinth_thickness, book_.construction.frame_panel})
                need(!finish.choice || finish.fronts_only || finish.board(thickness), finish.id);
        need(book_.finish("steel") != nullptr, "steel");
        const Finish* glass = book_.finish("glass_clear");
        for (const Length pane : {book_.construction.glass_thin, book_.construction.glass_thick})
            need(glass && glass->board(pane), "glass_clear");
        for (const char* framed : {"glass_clear", "glass_frosted"})
            need(book_.finish(framed) && book_.finish(framed)->board(book_.construction.frame_pane), framed);
        need(book_.handle(d.handle) != nullptr, d.handle);
        need(book_.load(d.load) != nullptr, d.load);
        for (const std::string id : {"foot",
                                     "leg",
                                     "hinge.cup",
                                     "hinge.arm",
                                     "runner",
                                     "rail",
                                     "rail.bracket",
                                     "runner.heavy",
                                     "shelf.pin",
                                     "rail.pullout",
                                     "rail.pullout.carrier",
                                     "led.profile",
                                     "led.strip",
                                     "led.driver",
                                     "push",
                                     "flap.stay",
                                     "hinge.plate",
                                     "hinge.arm_stop",
                                     "hinge.wide_arm",
                                     "hinge.wide_arm_stop",
                                     "hinge.corner_cup",
                                     "hinge.corner_plate",
                                     "sliding.track_top",
                                     "sliding.track_bottom",
                                     "sliding.grip",
                                     "wall_rail",
                                     "brace",
                                     "wall_bracket.unknown",
                                     "wall_bracket.masonry",
                                     "wall_bracket.concrete",
                                     "wall_bracket.plasterboard"})
            need(std::ranges::find(book_.articles, id, &Article::id) != book_.articles.end(), id);
        for (const std::string id :
             {"foot",       "leg_steel",       "hinge_cup",    "hinge_arm",   "rail_tube", "rail_bracket",
              "shelf_pin",  "pullout_carrier", "pullout_rail", "led_profile", "led_strip", "led_driver",
              "push_catch", "flap_lift",       "flap_stay",    "hinge_plate", "track_top", "track_bottom",
              "slide_grip", "wall_bracket",    "wall_rail",    "brace_bar"})
            need(std::ranges::find(book_.models, id, &HardwareModel::id) != book_.models.end(), id);
    }

    std::string directory_;
    Book book_;
    Problems problems_;
    std::set<std::string> ids_;
};

}  // namespace

OrProblems<Book> load_book(const std::string& directory) {
    return BookLoader(directory).load();
}

}  // namespace maatkast
