// The printed book: everything the data holds, on the page it names, in every language.
#include "model/export/book_html.h"

#include <algorithm>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "model/base/base64.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::string printed(Language language, std::vector<BookPicture> pictures = {}) {
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", language).value();
    return write_book({book(), texts, "", {{"example.bay", bare_bay()}}, std::move(pictures)});
}

/// The HTML between one page's anchor and the next page.
std::string page(const std::string& html, int number) {
    const std::size_t from = html.find("id=\"p" + std::to_string(number) + "\"");
    if (from == std::string::npos) return "";
    return html.substr(from, html.find("<section class=\"page", from) - from);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Base64 as RFC 4648 has it", "[book]") {
    const auto of = [](std::string_view text) {
        return base64(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    };
    CHECK(of("") == "");
    CHECK(of("f") == "Zg==");
    CHECK(of("fo") == "Zm8=");
    CHECK(of("foo") == "Zm9v");
    CHECK(of("foobar") == "Zm9vYmFy");
    CHECK(of("\xff\xfe\xfd") == "//79");
}

TEST_CASE("Each rule stands on its page, with its words and its source", "[book]") {
    for (const Language language : {Language::nl, Language::en, Language::de}) {
        const std::string html = printed(language);
        for (const Rule* rule : all_rules()) {
            const RuleEntry& entry = book().rule(rule->id);
            const std::string on = page(html, entry.source.page);
            INFO(rule->id << " on page " << entry.source.page);
            CHECK(has(on, "id=\"rule-" + std::string(rule->id) + "\""));
            CHECK(has(on, entry.source.words.substr(0, 12)));
        }
    }
}

TEST_CASE("The page about kneeholes shows a desk", "[book]") {
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::en).value();
    const std::string on = page(printed(Language::en), book().rule("kneehole.height").source.page);
    CHECK(has(on, "<svg class=\"drawing\""));
    CHECK(has(on, texts("book.view.kneehole")));
    CHECK(has(on, ">608<"));  // three bays and four uprights of 19 in 1900
}

TEST_CASE("Everything that has a price is on its page and in the price list", "[book]") {
    const std::string html = printed(Language::en);
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::en).value();
    for (const Article& article : book().articles) {
        INFO(article.id);
        if (article.price == Cents{}) continue;
        CHECK(has(html, "<code>" + article.id + "</code>"));
        CHECK(has(page(html, article.source.page), texts.money(article.price)));
    }
}

TEST_CASE("The contents name every page, and every link leads somewhere", "[book]") {
    const std::string html = printed(Language::nl);
    std::set<std::string> targets, pages;
    const std::regex link(R"re(href="#([^"]+)")re"), id(R"re(<section class="page [^"]*" id="(p\d+)")re");
    for (std::sregex_iterator at(html.begin(), html.end(), link), end; at != end; ++at)
        targets.insert((*at)[1]);
    for (std::sregex_iterator at(html.begin(), html.end(), id), end; at != end; ++at) pages.insert((*at)[1]);
    CHECK(pages.size() > 20);
    CHECK(std::ranges::includes(pages, targets));
    // A page that is not listed goes on under the name of one that is.
    std::string name;
    for (int number = 10; number < 200; ++number) {
        const std::string on = page(html, number);
        if (on.empty()) continue;
        const std::size_t from = on.find("<h2>");
        const std::string own = on.substr(from, on.find("</h2>", from) - from);
        INFO(number << own);
        CHECK((targets.contains("p" + std::to_string(number)) || own == name));
        name = own;
    }
}

TEST_CASE("Every sheet of a page that runs over bears its number", "[book]") {
    const std::string html = printed(Language::en);
    const std::regex section(R"re(<section class="page [^"]*" id="([a-z0-9]+)")re"),
        foot(R"re(<footer><span>([^<]*)</span><span>(\d+)</span></footer>)re");
    std::size_t pages = 0;
    for (std::sregex_iterator at(html.begin(), html.end(), section), end; at != end; ++at) {
        const std::string id = (*at)[1];
        INFO(id);
        if (id == "cover") continue;
        CHECK(has(html, "#" + id + " { page: " + id + "; }"));
        std::smatch own;
        const std::string on = html.substr(static_cast<std::size_t>(at->position()));
        REQUIRE(std::regex_search(on, own, foot));
        CHECK(has(html, "@page " + id + " { @bottom-left { content: \"" + own.str(1) +
                            "\"; } @bottom-right { content: \"" + own.str(2) + "\"; } }"));
        if (id[0] == 'p' && id != "preface") CHECK(id == "p" + own.str(2));
        ++pages;
    }
    CHECK(pages > 20);
}

TEST_CASE("Nothing is asked for from outside, and nothing is unsaid", "[book]") {
    const std::string html = printed(Language::de, {{"cover", "image/png", {1, 2, 3}}});
    CHECK(has(html, "src=\"data:image/png;base64,AQID\""));
    // The name of SVG is no address that is fetched.
    const std::regex outside(R"re((?:src|href)="(?!#|data:))re");
    CHECK_FALSE(std::regex_search(html, outside));
    CHECK_FALSE(has(html, ">book."));
    CHECK_FALSE(has(html, ">limit."));
}

TEST_CASE("Names of designs cannot break the page", "[book]") {
    Design design = bare_bay();
    design.name = "<script>\"&";
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::en).value();
    const std::string html = write_book({book(), texts, "", {{"example.bay", design}}, {}});
    CHECK_FALSE(has(html, "<script>"));
    CHECK(has(html, "&lt;script&gt;&quot;&amp;"));
}

TEST_CASE("Every rule has an example that breaks it, and its page says it in its words", "[book]") {
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::nl).value();
    const std::string html = printed(Language::nl);
    for (const Rule* rule : all_rules()) {
        const std::string id(rule->id);
        INFO(id);
        const auto example = rule_example(book(), id);
        REQUIRE(example);
        CHECK(example->finding.rule == id);
        CHECK(has(page(html, book().rule(id).source.page), texts(example->finding.text)));
    }
}

TEST_CASE("Every limit of a rule is said in words", "[book]") {
    for (const Language language : {Language::nl, Language::en, Language::de}) {
        const Texts texts = load_texts(MAATKAST_ASSETS "/texts", language).value();
        for (const auto& [id, entry] : book().rules)
            for (const auto& [name, value] : entry.limits) {
                INFO(id << " " << name);
                CHECK((texts.has("book.limit." + id + "." + name) || texts.has("book.limit." + name)));
            }
    }
}

TEST_CASE("Each kind of front and interior has a cabinet that shows it", "[book]") {
    std::set<std::string> shown;
    for (const BookDesign& kind : kind_designs(book())) shown.insert(kind.id);
    for (const FrontKind* kind : front_kinds()) CHECK(shown.contains("front." + std::string(kind->id)));
    for (const InteriorKind* kind : interior_kinds())
        CHECK(shown.contains("interior." + std::string(kind->id)));
}

TEST_CASE("The same book twice is the same bytes", "[book]") {
    CHECK(printed(Language::nl) == printed(Language::nl));
}
