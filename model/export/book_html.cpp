#include "model/export/book_html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/design/words.h"
#include "model/export/book_pages.h"
#include "model/export/html.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

using html::element;
using html::escape;

constexpr std::array kGrades{"A", "B", "C", "D", "G"};

/// One page: its content, and what stands at its foot: the chapter and its number. Plain texts.
struct Sheet {
    std::string id, css, html, foot, number;
};

std::string section(const Sheet& sheet) {
    return fmt::format(
        "<section class=\"page {}\" id=\"{}\">\n<div class=\"content\">\n{}</div>\n"
        "<footer><span>{}</span><span>{}</span></footer>\n</section>\n",
        sheet.css, sheet.id, sheet.html, escape(sheet.foot), escape(sheet.number));
}

/// A string of CSS inside <style>: quotes, backslashes and angle brackets by their numbers.
std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text)
        if (c == '"' || c == '\\' || c == '<' || c == '>')
            out += fmt::format("\\{:06x}", static_cast<unsigned>(c));
        else
            out += c;
    return out + "\"";
}

/// A page may be longer than its paper: printed, every sheet of it bears its foot and its number.
std::string feet(std::span<const Sheet> sheets) {
    std::string css;
    for (const Sheet& sheet : sheets)
        css += fmt::format(
            "#{0} {{ page: {0}; }}\n@page {0} {{ @bottom-left {{ content: {1}; }} "
            "@bottom-right {{ content: {2}; }} }}\n",
            sheet.id, css_string(sheet.foot), css_string(sheet.number));
    return css;
}

std::string cover(const BookInput& in) {
    const Texts& texts = in.texts;
    const Message version{"book.version",
                          {{"version", in.book.version},
                           {"currency", in.book.currency},
                           {"vat", std::int64_t{in.book.vat_percent}}}};
    return "<section class=\"page cover\" id=\"cover\">\n" + picture_html(in, "cover", "hero") +
           element("div", "title",
                   element("p", "brand", "Maatkast") + element("h1", "", escape(texts("book.title"))) +
                       element("p", "lead", escape(texts("book.subtitle"))) +
                       element("p", "small", escape(texts(version)))) +
           "</section>\n";
}

/// How to read it, and what the grades mean.
Sheet preface(const BookInput& in) {
    std::string grades;
    for (const char* grade : kGrades)
        grades += element("dt", "", grade) +
                  element("dd", "", escape(in.texts("book.grade." + std::string(grade))));
    return {"preface", "",
            element("h2", "", escape(in.texts("book.about"))) +
                element("p", "lead", escape(in.texts("book.about.purpose"))) +
                element("p", "", escape(in.texts("book.about.grades"))) + element("dl", "grades", grades) +
                element("p", "", escape(in.texts("book.about.sources"))),
            "Maatkast", "2"};
}

Sheet contents(const BookInput& in, const BookPages& pages) {
    std::string list;
    for (const BookChapter& chapter : book_chapters()) {
        std::string entries, last;
        for (const auto& [page, content] : pages) {
            if (&chapter_of(page) != &chapter || (!entries.empty() && content.title == last))
                continue;  // goes on
            last = content.title;
            entries += fmt::format("<li><a href=\"#p{0}\"><span>{1}</span><b>{0}</b></a></li>\n", page,
                                   escape(content.title));
        }
        if (entries.empty()) continue;
        list += element("section", "",
                        element("h3", "", escape(in.texts(chapter.key))) + element("ol", "", entries));
    }
    return {"contents", "contents",
            element("h2", "", escape(in.texts("book.contents"))) + element("div", "columns", list),
            "Maatkast", "3"};
}

Sheet page_sheet(const BookInput& in, int page, const BookPage& content) {
    const BookChapter& chapter = chapter_of(page);
    const std::string name = in.texts(chapter.key);
    const bool first = chapter.page == page;
    return {fmt::format("p{}", page), first ? "first" : "",
            element("p", "kicker", escape(name)) + element("h2", "", escape(content.title)) + content.html,
            fmt::format("{} · {}", in.texts("book.title"), name), std::to_string(page)};
}

/// One bay with nothing in it and nothing before it; nothing where the book makes none of this size.
std::optional<Design> empty_bay(const Book& book, const Length3& size) {
    auto design = new_design(book, {size.x, size.y, size.z, 1});
    const InteriorKind* empty = find_interior_kind("empty");
    if (!design || !empty) return std::nullopt;
    Bay& bay = design->bays[0];
    bay.fronts.clear();
    bay.openings = {Opening{.interior = {empty, 1, std::nullopt}}};
    return std::move(*design);
}

/// Behind drawer fronts three drawers, behind others nothing.
std::optional<Design> front_design(const Book& book, const FrontKind& kind) {
    const Length3 single{500_mm, 800_mm, 450_mm}, wide{900_mm, 800_mm, 450_mm};
    auto design = empty_bay(book, kind.leaves > 1 ? wide : single);
    const InteriorKind* drawers = find_interior_kind("drawers");
    if (!design || !drawers) return std::nullopt;
    Bay& bay = design->bays[0];
    if (kind.carries_drawers) bay.openings[0].interior = {drawers, 3, std::nullopt};
    bay.fronts = {Front{.kind = &kind}};
    return design;
}

std::optional<Design> interior_design(const Book& book, const InteriorKind& kind) {
    auto design = empty_bay(book, {800_mm, 1800_mm, 600_mm});
    if (design) design->bays[0].openings[0].interior = {&kind, std::min(kind.most, 4), std::nullopt};
    return design;
}

/// Between two straight bays, or at the right end of one; the L open, and with its door.
std::vector<BookDesign> shape_designs(const Book& book) {
    std::vector<BookDesign> designs;
    for (const auto& [word, shape] : kShapeWords) {
        const auto bay = empty_bay(book, {600_mm, 800_mm, 400_mm});
        if (!bay || shape == BayShape::straight) continue;
        Design design = *bay;
        const bool end = shape == BayShape::end_round || shape == BayShape::end_diagonal;
        design.bays.insert(design.bays.begin(), end ? 1 : 2, bay->bays[0]);
        design.bays[1].shape = shape;
        design.wall_fixing = true;
        designs.push_back({"shape." + std::string(word), design});
        if (shape != BayShape::corner_l) continue;
        design.bays[1].fronts = {Front{.kind = find_front_kind("bifold_left")}};
        designs.push_back({"shape.corner_l_door", std::move(design)});
    }
    return designs;
}

}  // namespace

std::vector<BookDesign> kind_designs(const Book& book) {
    std::vector<BookDesign> designs;
    for (const FrontKind* kind : front_kinds())
        if (auto design = front_design(book, *kind))
            designs.push_back({"front." + std::string(kind->id), std::move(*design)});
    for (const InteriorKind* kind : interior_kinds())
        if (auto design = interior_design(book, *kind))
            designs.push_back({"interior." + std::string(kind->id), std::move(*design)});
    for (BookDesign& design : shape_designs(book)) designs.push_back(std::move(design));
    return designs;
}

std::optional<RuleExample> rule_example(const Book& book, const std::string& rule) {
    std::vector<Edit> edits;
    for (const std::string& text : book.rule(rule).example) edits.push_back(parse_edit(text));
    auto design = empty_bay(book, {638_mm, 2000_mm, 300_mm});
    if (edits.empty() || !design) return std::nullopt;
    auto broken = apply(book, *design, edits);
    if (!broken) return std::nullopt;
    const Build built = build(book, *broken);
    const auto found = std::ranges::find(built.findings, rule, &Finding::rule);
    if (found == built.findings.end()) return std::nullopt;
    return RuleExample{std::move(*broken), *found};
}

std::string write_book(const BookInput& input) {
    const BookPages pages = make_book_pages(input);
    std::vector<Sheet> sheets{preface(input), contents(input, pages)};
    for (const auto& [page, content] : pages) sheets.push_back(page_sheet(input, page, content));
    std::string body = cover(input);
    for (const Sheet& sheet : sheets) body += section(sheet);
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<title>Maatkast – {}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        code_of(input.texts.language()), escape(input.texts("book.title")), input.style, feet(sheets), body);
}

}  // namespace maatkast
