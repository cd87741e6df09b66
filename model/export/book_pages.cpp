#include "model/export/book_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "model/base/base64.h"
#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/build/layout.h"
#include "model/build/rule.h"
#include "model/build/shelf_span.h"
#include "model/design/edit.h"
#include "model/export/drawing.h"
#include "model/export/html.h"
#include "model/machining/drilling.h"
#include "model/price/price.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

using html::element;
using html::escape;
using html::table;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::array kChapters = std::to_array<BookChapter>({
    {10, "book.chapter.sizes"},
    {20, "book.chapter.boards"},
    {30, "book.chapter.interiors"},
    {38, "book.chapter.fronts"},
    {45, "book.chapter.drawers"},
    {48, "book.chapter.hanging"},
    {50, "book.chapter.fittings"},
    {60, "book.chapter.site"},
    {70, "book.chapter.labour"},
    {80, "book.chapter.prices"},
    {100, "book.chapter.index"},
    {110, "book.chapter.examples"},
});
// Pages that gather what the data does not give a page of its own.
constexpr int kShapes = 19, kInteriorKinds = 37, kFrontKinds = 38, kPriceList = 80, kRuleIndex = 100,
              kExamples = 110;
constexpr std::size_t kRulesPerPage = 17;
constexpr std::size_t kLinesPerPage = 21;  // of the price list and the index
constexpr double kHoles = 98;              // mm, of a board with its holes
constexpr double kColumn = 116;            // mm, the width of what is printed

/// Collects pages from the data.
class PageMaker {
  public:
    explicit PageMaker(const BookInput& input) : in_(input), book_(input.book), texts_(input.texts) {}

    BookPages make() {
        add_ranges();
        add_whole_cabinet();
        add_kneehole();
        add_holes();
        add_materials();
        for (const Finish& finish : book_.finishes)
            if (!finish.boards.empty()) add_finish(finish);
        add_loads();
        add_contents();
        add_room();
        add_kinds("shape", kShapes, "book.shapes_at_a_glance");
        add_kinds("interior", kInteriorKinds, "book.interiors_at_a_glance");
        add_kinds("front", kFrontKinds, "book.fronts_at_a_glance");
        add_rules();
        add_spans();
        add_tables_of_rules();
        add_articles();
        add_models();
        add_price_list();
        add_rule_index();
        add_examples();
        return std::move(pages_);
    }

  private:
    std::string text(std::string_view key) const { return escape(texts_(key)); }
    std::string heading(std::string_view key) const { return texts_(key); }
    std::string number_heading(std::string_view key) const { return ">" + texts_(key); }
    std::string length(Length value) const { return escape(texts_.length(value, LengthStyle::millimetres)); }
    std::string money(Cents value) const { return escape(texts_.money(value)); }
    std::string number(double value) const {
        return escape(texts_(Message{"book.number", {{"value", value}}}));
    }
    static std::string link(int page) { return fmt::format("<a href=\"#p{0}\">{0}</a>", page); }

    /// Grade and source, small, as they stand behind every number.
    std::string source(const Source& source) const {
        return fmt::format("<span class=\"source\"><b>{}</b> {}</span>", escape(source.grade),
                           escape(source.words));
    }

    /// A page that the texts name bears that name, others that of their first entry.
    void add(int page, const std::string& title, const std::string& html) {
        BookPage& at = pages_[page];
        const std::string own = fmt::format("book.page.{}", page);
        if (at.title.empty()) at.title = texts_.has(own) ? texts_(own) : title;
        at.html += html;
    }

    /// With its name above it, unless that is the page's.
    void add_titled(int page, const std::string& title, const std::string& html) {
        add(page, title, "");
        const bool said = pages_[page].title == title && pages_[page].html.empty();
        add(page, title, (said ? "" : element("h3", "", escape(title))) + html);
    }

    std::string figure(const std::string& drawing, const std::string& caption) const {
        if (drawing.empty()) return "";
        return element("figure", "", drawing + element("figcaption", "", caption));
    }

    void add_whole_cabinet() {
        const auto design = new_design(book_, {2400_mm, 2300_mm, 600_mm, 4});
        if (!design) return;
        const Build built = build_parts(book_, *design);
        const auto show = [&](const Range& range, DrawingOptions options, std::string_view caption) {
            options.width = kColumn;
            options.height = 70;
            add(range.source.page, "", figure(write_drawing(built, options), text(caption)));
        };
        show(book_.width, {.fronts = false}, "book.view.inside");
        show(book_.height, {}, "book.view.front");
        show(book_.depth, {.view = DrawingView::plan, .cut = 1.0}, "book.view.plan");
    }

    /// A desk of three bays, over the rules about its middle one.
    void add_kneehole() {
        const auto bays = new_design(book_, {1900_mm, 750_mm, 600_mm, 3});
        const auto desk = bays ? apply(book_, *bays, parse_edit("bays/1/kneehole=true")) : bays;
        if (!desk) return;
        const DrawingOptions options{.width = kColumn, .height = 70};
        add(book_.rule("kneehole.height").source.page, "",
            figure(write_drawing(build_parts(book_, *desk), options), text("book.view.kneehole")));
    }

    void add_range(std::string_view key, const Range& range) {
        const std::string title = heading("book.range." + std::string(key));
        add_titled(
            range.source.page, title,
            table({number_heading("book.column.least"), number_heading("book.column.most"),
                   number_heading("book.column.step"), heading("book.column.source")},
                  {{length(range.least), length(range.most), length(range.step), source(range.source)}}));
    }

    void add_ranges() {
        add_range("width", book_.width);
        add_range("height", book_.height);
        add_range("depth", book_.depth);
        add_range("plinth_height", book_.plinth_height);
        add_range("leg_height", book_.leg_height);
        add_range("hung_height", book_.hung_height);
    }

    void add_hole_pattern(std::string_view key, const HolePattern& holes) {
        const std::string title = heading("book.holes." + std::string(key));
        add_titled(holes.source.page, title,
                   table({number_heading("book.column.diameter"), number_heading("book.column.depth"),
                          number_heading("book.column.from_edge"), number_heading("book.column.pitch"),
                          heading("book.column.source")},
                         {{length(holes.diameter), length(holes.depth), length(holes.from_edge),
                           length(holes.pitch), source(holes.source)}}));
    }

    void add_holes() {
        add_hole_pattern("pins", book_.machining.pins);
        add_hole_pattern("plates", book_.machining.plates);
        add_hole_pattern("cups", book_.machining.cups);
        add_hole_pattern("runners", book_.machining.runners);
        const auto bookcase = new_design(book_, {620_mm, 2000_mm, 300_mm, 1}),
                   wardrobe = new_design(book_, {620_mm, 2000_mm, 600_mm, 1}),
                   drawers = new_design(book_, {620_mm, 800_mm, 500_mm, 1});
        if (bookcase) show_holes(book_.machining.pins, HoleUse::pin, *bookcase, "book.view.pins");
        if (wardrobe) show_holes(book_.machining.plates, HoleUse::plate, *wardrobe, "book.view.plates");
        if (wardrobe) show_holes(book_.machining.cups, HoleUse::cup, *wardrobe, "book.view.cups");
        if (drawers) show_holes(book_.machining.runners, HoleUse::runner, *drawers, "book.view.runners");
    }

    /// The first face of the design that has such holes, as the drill sees it.
    void show_holes(const HolePattern& holes, HoleUse use, const Design& design, std::string_view caption) {
        const Build built = build_parts(book_, design);
        const std::vector<HoleRow> rows = drilling(book_, built);
        const auto first = std::ranges::find(rows, use, &HoleRow::use);
        if (first == rows.end()) return;
        add(holes.source.page, "",
            figure(write_hole_drawing(built, first->part, rows, first->face, kHoles), text(caption)));
    }

    void add_materials() {
        std::map<int, Rows> rows;
        for (const Material& material : book_.materials)
            rows[material.source.page].push_back({text("material." + material.id), number(material.density),
                                                  number(material.elastic_modulus), source(material.source)});
        for (const auto& [page, entries] : rows)
            add(page, heading("book.materials"),
                table({heading("book.column.material"), number_heading("book.column.density"),
                       number_heading("book.column.stiffness"), heading("book.column.source")},
                      entries));
    }

    void add_finish(const Finish& finish) {
        const auto& [r, g, b] = finish.look.srgb;
        Rows boards;
        for (const BoardOffer& offer : finish.boards)
            boards.push_back({length(offer.thickness), text("material." + book_.materials[offer.material].id),
                              money(offer.price_per_m2)});
        std::string swatch = picture_html(in_, "swatch." + finish.id, "");
        swatch = fmt::format("<div class=\"swatch\" style=\"background:#{:02x}{:02x}{:02x}\">{}</div>\n", r,
                             g, b, swatch);
        std::string facts = element("h3", "", text("finish." + finish.id)) +
                            element("p", "", source(finish.source)) +
                            table({number_heading("book.column.thickness"), heading("book.column.material"),
                                   number_heading("book.column.per_m2")},
                                  boards);
        if (finish.edge_per_metre > Cents{})
            facts += element("p", "small",
                             escape(texts_(Message{"book.edge", {{"price", finish.edge_per_metre}}})));
        add(finish.source.page, heading("book.finishes"),
            element("section", "finish", swatch + element("div", "", facts)));
    }

    void add_loads() {
        std::map<int, Rows> rows;
        for (const LoadClass& load : book_.loads)
            rows[load.source.page].push_back(
                {text("load." + load.id), number(load.kg_per_m2), source(load.source)});
        for (const auto& [page, entries] : rows)
            add(page, heading("book.loads"),
                table({heading("book.column.load"), number_heading("book.column.kg_per_m2"),
                       heading("book.column.source")},
                      entries));
    }

    void add_contents() {
        std::map<int, Rows> rows;
        for (const Contents& contents : book_.contents)
            rows[contents.source.page].push_back({text("contents." + contents.id), length(contents.clear),
                                                  length(contents.depth), number(contents.kg_per_m2),
                                                  source(contents.source)});
        for (const auto& [page, entries] : rows)
            add(page, heading("book.what_is_kept"),
                table({heading("book.column.contents"), number_heading("book.column.clear"),
                       number_heading("book.column.depth"), number_heading("book.column.kg_per_m2"),
                       heading("book.column.source")},
                      entries));
    }

    void add_fact(std::string_view key, const Source& from, const std::string& value) {
        add_titled(from.page, heading(key), element("p", "said", value) + element("p", "", source(from)));
    }

    /// What a room starts with until it is measured.
    void add_room() {
        const RoomDefaults& room = book_.room;
        add_fact("book.room.slope", room.slope_source,
                 escape(texts_(Message{"book.room.slope_is",
                                       {{"low", room.slope_low}, {"angle", room.slope_angle.degrees()}}})));
        add_fact("book.room.skirting", room.skirting_source, length(room.skirting_depth));
        std::map<int, Rows> rows;
        for (const RoomDefaults::Obstacle& obstacle : room.obstacles)
            rows[obstacle.source.page].push_back(
                {text("book.obstacle." + obstacle.kind), number(obstacle.y.mm()), number(obstacle.width.mm()),
                 number(obstacle.height.mm()), number(obstacle.depth.mm()), source(obstacle.source)});
        for (const auto& [page, entries] : rows)
            add(page, heading("book.room.obstacles"),
                table({heading("book.column.obstacle"), number_heading("book.column.above_floor"),
                       number_heading("book.column.wide"), number_heading("book.column.high"),
                       number_heading("book.column.depth"), heading("book.column.source")},
                      entries));
    }

    /// A card for each kind: its picture, a drawing, its name and its price as drawn.
    void add_kinds(std::string_view group, int page, std::string_view title) {
        std::string cards;
        for (const BookDesign& shown : kind_designs(book_)) {
            if (!shown.id.starts_with(group)) continue;
            const Build built = build_parts(book_, shown.design);
            const std::string picture = picture_html(in_, shown.id, "");
            DrawingOptions options{.width = 34, .height = 28, .dimensions = false};
            if (group == "shape") options.view = DrawingView::plan, options.cut = 0.5;
            const std::string drawing = write_drawing(built, options);
            cards += element(
                "article", "card",
                element("div", "views", picture.empty() ? drawing : picture) +
                    element("h4", "", text(shown.id)) +
                    element(
                        "p", "small",
                        escape(texts_(Message{"book.as_shown", {{"price", price(book_, built).total}}}))));
        }
        add(page, heading(title), element("div", "cards", cards));
    }

    std::string limit(const std::string& rule, const std::string& name, double value) const {
        for (const std::string& key : {"book.limit." + rule + "." + name, "book.limit." + name})
            if (texts_.has(key)) return escape(texts_(Message{key, {{"value", value}}}));
        return escape(name) + " " + number(value);
    }

    void add_rules() {
        for (const Rule* rule : all_rules()) {
            const std::string id(rule->id);
            const RuleEntry& entry = book_.rule(id);
            std::string limits;
            for (const auto& [name, value] : entry.limits)
                limits += element("li", "", limit(id, name, value));
            const auto example = rule_example(book_, id);
            const Message plain{"rule." + id, {{"measured", std::string("…")}, {"limit", std::string("…")}}};
            add(entry.source.page, heading("book.rules"),
                fmt::format("<section class=\"rule\" id=\"rule-{}\">\n", escape(id)) +
                    element("h4", "", element("code", "", escape(id))) +
                    element("p", "said", escape(texts_(example ? example->finding.text : plain))) +
                    (example ? ways_out(*example) : "") +
                    (limits.empty() ? "" : element("ul", "limits", limits)) +
                    element("p", "", source(entry.source)) + "</section>\n");
        }
    }

    /// The repairs of an example, each with what it does to the price.
    std::string ways_out(const RuleExample& example) const {
        std::string list;
        for (const Repair& repair : example.finding.repairs) {
            const auto change = price_change(book_, example.design, repair.edits);
            const std::string price =
                change ? element("span", "", escape(texts_.money_change(*change))) : std::string();
            list += element("li", "", escape(texts_(repair.text)) + " " + price);
        }
        return list.empty() ? "" : element("ul", "ways", list);
    }

    /// How long a shelf may be, by what it is made of and carries.
    void add_spans() {
        std::vector<std::string> headings{heading("book.column.material"),
                                          number_heading("book.column.thickness")};
        for (const LoadClass& load : book_.loads) headings.push_back(">" + texts_("load." + load.id));
        const Length thinnest = book_.rule("board.thickness").length("carcase_least");
        std::set<std::pair<std::size_t, Length>> boards;
        for (const Finish& finish : book_.finishes)
            for (const BoardOffer& offer : finish.boards)
                if (offer.thickness >= thinnest) boards.insert({offer.material, offer.thickness});
        Rows rows;
        for (const auto& [material, thickness] : boards) {
            rows.push_back({text("material." + book_.materials[material].id), length(thickness)});
            for (const LoadClass& load : book_.loads)
                rows.back().push_back(length(span(book_.materials[material], thickness, load)));
        }
        add(book_.loads.empty() ? book_.rule("shelf.span").source.page : book_.loads[0].source.page, "",
            element("h3", "", text("book.spans")) + element("div", "dense", table(headings, rows)));
    }

    Length span(const Material& material, Length thickness, const LoadClass& load) const {
        return std::min(book_.width.most, longest_span(thickness, material.elastic_modulus, load.kg_per_m2,
                                                       book_.rule("shelf.span").limit("deflection")));
    }

    /// The tables that rules look things up in, on the pages of these rules.
    void add_tables_of_rules() {
        Rows by_mass, by_height;
        for (const HingeRow& row : book_.hinges_by_mass)
            by_mass.push_back({number(row.most_mass), number(row.hinges)});
        for (const HingeHeightRow& row : book_.hinges_by_height)
            by_height.push_back({length(row.most_height), number(row.hinges)});
        add(book_.rule("door.hinges").source.page, "",
            element(
                "div", "pair",
                table({number_heading("book.column.door_mass"), number_heading("book.column.hinges")},
                      by_mass) +
                    table({number_heading("book.column.door_height"), number_heading("book.column.hinges")},
                          by_height)));
        add(book_.rule("drawer.runner").source.page, "",
            lengths("book.runner_lengths", book_.runner_lengths));
        add(book_.rule("drawer.height").source.page, "",
            lengths("book.drawer_sides", book_.drawer_side_heights));
    }

    std::string lengths(std::string_view key, const std::vector<Length>& values) const {
        std::string list;
        for (const Length value : values) list += element("li", "", length(value));
        return element("h3", "", text(key)) + element("ul", "lengths", list);
    }

    std::string unit(Article::Unit unit) const {
        return text(unit == Article::Unit::piece   ? "unit.piece"
                    : unit == Article::Unit::metre ? "unit.metre"
                                                   : "unit.square_metre");
    }

    /// Of boards and edges their finish tells already.
    bool on_a_page_of_its_own(const Article& article) const {
        return !article.id.starts_with("board.") && !article.id.starts_with("edge.");
    }

    void add_articles() {
        std::map<int, Rows> rows;
        for (const Article& article : book_.articles)
            if (on_a_page_of_its_own(article))
                rows[article.source.page].push_back({escape(texts_(article.name)),
                                                     money(article.price) + " / " + unit(article.unit),
                                                     source(article.source)});
        for (const auto& [page, entries] : rows)
            add(page, heading(chapter_of(page).key),
                table({heading("book.column.article"), number_heading("book.column.price"),
                       heading("book.column.source")},
                      entries));
    }

    /// Rows over as many pages as they need, from `page` on.
    void add_long_table(int page, const std::string& title, const std::vector<std::string>& headings,
                        const Rows& rows, std::size_t most) {
        for (std::size_t first = 0; first < rows.size(); first += most, ++page) {
            const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(first + most, rows.size()));
            add(page, title, element("div", "long", table(headings, {begin, end})));
        }
    }

    /// The fittings that have a model, each where its article stands: what the kinds and examples are built
    /// with says which model an article has.
    void add_models() {
        std::map<std::uint16_t, std::uint16_t> model_of;
        std::vector<BookDesign> shown = kind_designs(book_);
        shown.insert(shown.end(), in_.examples.begin(), in_.examples.end());
        for (const BookDesign& design : shown)
            for (const Part& part : build_parts(book_, design.design).parts)
                if (part.shape == ShapeKind::model) model_of.try_emplace(part.article, part.model);
        for (const Handle& handle : book_.handles)
            if (handle.visible) model_of.try_emplace(handle.article, handle.model);
        std::map<int, std::string> figures;
        std::set<std::pair<int, std::uint16_t>> drawn;
        for (const auto& [article, model] : model_of) {
            if (!drawn.insert({book_.articles[article].source.page, model}).second) continue;
            const std::string picture = picture_html(in_, "model." + book_.models[model].id, "");
            if (!picture.empty())
                figures[book_.articles[article].source.page] +=
                    figure(picture,
                           escape(texts_(book_.articles[article].name)) + ", " + sizes(book_.models[model]));
        }
        for (const auto& [page, html] : figures) add(page, "", element("div", "models", html));
    }

    std::string sizes(const HardwareModel& model) const {
        return number(model.size.x.mm()) + " × " + number(model.size.y.mm()) + " × " + length(model.size.z);
    }

    void add_price_list() {
        Rows rows;
        for (const Article& article : book_.articles)
            if (article.price > Cents{})
                rows.push_back({element("code", "", escape(article.id)), escape(texts_(article.name)),
                                unit(article.unit), money(article.price), link(article.source.page)});
        add_long_table(
            kPriceList, heading("book.price_list"),
            {heading("book.column.article"), heading("book.column.name"), heading("book.column.unit"),
             number_heading("book.column.price"), number_heading("book.column.page")},
            rows, kLinesPerPage);
    }

    void add_rule_index() {
        Rows rows;
        for (const auto& [id, entry] : book_.rules)
            rows.push_back({element("code", "", escape(id)), source(entry.source), link(entry.source.page)});
        add_long_table(
            kRuleIndex, heading("book.rule_index"),
            {heading("book.column.rule"), heading("book.column.source"), number_heading("book.column.page")},
            rows, kRulesPerPage);
    }

    void add_examples() {
        int page = kExamples;
        for (const BookDesign& example : in_.examples) {
            const Build built = build_parts(book_, example.design);
            const Length3 size = overall_size(book_, example.design);
            const auto fact = [&](std::string_view key, const std::string& value) {
                return element("li", "", element("span", "", text(key)) + element("b", "", value));
            };
            const std::string facts = fact("book.column.width_overall", length(size.x)) +
                                      fact("book.column.height", length(size.y)) +
                                      fact("book.column.depth_overall", length(size.z)) +
                                      fact("book.mass", number(std::round(built.mass)) + " kg") +
                                      fact("book.parts", number(static_cast<double>(built.parts.size()))) +
                                      fact("book.total", money(price(book_, built).total));
            add(page++, example.design.name,
                picture_html(in_, example.id, "wide") + element("ul", "facts", facts) +
                    element("div", "pair", views(built)));
        }
    }

    /// The middle of the first bay that stands in the world's axes.
    static double first_middle(const Build& built) {
        const Part* left = nullptr;
        for (const Part& part : built.parts) {
            if (part.kind != PartKind::upright || part.frame >= 0) continue;
            if (left) return (left->origin.x + left->size.x + part.origin.x).metres() / 2;
            left = &part;
        }
        return 0;
    }

    /// Inside from the front, and a section through a bay.
    std::string views(const Build& built) const {
        return figure(write_drawing(built, {.width = 72, .height = 62, .fronts = false}),
                      text("book.view.inside")) +
               figure(write_drawing(
                          built,
                          {.view = DrawingView::side, .width = 44, .height = 62, .cut = first_middle(built)}),
                      text("book.view.section"));
    }

    const BookInput& in_;
    const Book& book_;
    const Texts& texts_;
    BookPages pages_;
};

}  // namespace

std::span<const BookChapter> book_chapters() {
    return kChapters;
}

const BookChapter& chapter_of(int page) {
    const auto after = std::ranges::upper_bound(kChapters, page, {}, &BookChapter::page);
    return after == kChapters.begin() ? kChapters.front() : *std::prev(after);
}

BookPages make_book_pages(const BookInput& input) {
    return PageMaker(input).make();
}

std::string picture_html(const BookInput& input, std::string_view id, std::string_view css) {
    const auto found = std::ranges::find(input.pictures, id, &BookPicture::id);
    if (found == input.pictures.end()) return "";
    return fmt::format("<img class=\"{}\" alt=\"\" src=\"data:{};base64,{}\">\n", css, found->mime,
                       base64(found->bytes));
}

}  // namespace maatkast
