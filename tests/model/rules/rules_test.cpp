#include "tests/model/rules/rules.h"

#include <set>

#include "model/build/rule.h"

using namespace maatkast;
using namespace maatkast::test;

TEST_CASE("Each rule has its entry in the book, each entry its rule", "[rules]") {
    std::set<std::string> written, known;
    for (const auto& [id, entry] : book().rules) written.insert(id);
    for (const Rule* rule : all_rules()) known.insert(std::string(rule->id));
    CHECK(written == known);
    CHECK(known.size() == all_rules().size());
}

TEST_CASE("A plain bay has nothing wrong with it", "[rules]") {
    CHECK(build(book(), with(bare_bay(), {"room/wall=masonry"})).findings.empty());
}

TEST_CASE("A finding says where it stands in words of its rule", "[rules]") {
    const Design narrow = with(bare_bay(), {"bays/0/insert", "bays/1/width=249"});
    const Finding finding = refused("bay.range", "bays/1/width", narrow);
    CHECK(finding.text.key == "rule.bay.range");
    CHECK(finding.text.values ==
          std::vector<std::pair<std::string, MessageValue>>{{"measured", 249_mm}, {"limit", 250_mm}});
}

TEST_CASE("Rules, kinds, parts and articles can be named in every language", "[rules]") {
    const auto named = [](const std::string& key) {
        INFO(key);
        CHECK(has_text(key));
    };
    for (const Rule* rule : all_rules()) named("rule." + std::string(rule->id));
    for (const FrontKind* kind : front_kinds()) named("front." + std::string(kind->id));
    for (const InteriorKind* kind : interior_kinds()) named("interior." + std::string(kind->id));
    for (int kind = 0; kind <= static_cast<int>(PartKind::led_driver); ++kind)
        named("part." + std::string(name_of(static_cast<PartKind>(kind))));
    for (const Article& article : book().articles) named(article.name.key);
    for (const Finish& finish : book().finishes) named("finish." + finish.id);
    for (const Material& material : book().materials) named("material." + material.id);
}
