// What people read: numbers as their language writes them, and no sentence missing.
#include <filesystem>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/base/message.h"

using namespace maatkast;
namespace fs = std::filesystem;

namespace {

const std::string kTexts = MAATKAST_ASSETS "/texts";

Texts texts(Language language) {
    return load_texts(kTexts, language).value();
}

/// Every literal that has the shape of a key and whose area is one of the texts' areas.
std::set<std::string> keys_in_sources(const std::set<std::string>& areas) {
    static const std::regex kMessage(
        R"re((?:texts\(|Message\{|refuse\(|note\(|, ?\{)\s*"([a-z]+)\.([a-z_.]+)")re");
    std::set<std::string> keys;
    for (const std::string folder : {"/../model", "/../tools"})
        for (const auto& entry : fs::recursive_directory_iterator(MAATKAST_ASSETS + folder)) {
            if (entry.path().extension() != ".cpp") continue;
            const std::string source = read_file(entry.path().string()).value();
            for (std::sregex_iterator at(source.begin(), source.end(), kMessage), end; at != end; ++at)
                if (areas.contains((*at)[1]) && !(*at)[2].str().ends_with('.'))
                    keys.insert((*at)[1].str() + "." + (*at)[2].str());
        }
    return keys;
}

}  // namespace

TEST_CASE("Money as each language writes it", "[texts]") {
    const Texts nl = texts(Language::nl), en = texts(Language::en), de = texts(Language::de);
    CHECK(nl.money({124900}) == "€ 1.249,–");
    CHECK(nl.money({124905}) == "€ 1.249,05");
    CHECK(nl.money({-1250}) == "–€ 12,50");
    CHECK(nl.money({123456789}) == "€ 1.234.567,89");
    CHECK(en.money({124900}) == "€1,249.00");
    CHECK(de.money({124900}) == "1.249,00 €");
    CHECK(nl.money_change({8600}) == "+ € 86,–");
    CHECK(nl.money_change({-1250}) == "– € 12,50");
}

TEST_CASE("Lengths: centimetres with at most one decimal, or millimetres", "[texts]") {
    const Texts nl = texts(Language::nl), en = texts(Language::en);
    CHECK(nl.length(605_mm, LengthStyle::centimetres) == "60,5 cm");
    CHECK(nl.length(600_mm, LengthStyle::centimetres) == "60 cm");
    CHECK(nl.length(605.4_mm, LengthStyle::centimetres) == "60,5 cm");
    CHECK(nl.length(605.5_mm, LengthStyle::centimetres) == "60,6 cm");
    CHECK(en.length(605_mm, LengthStyle::centimetres) == "60.5 cm");
    CHECK(nl.length(60.5_mm, LengthStyle::millimetres) == "60,5 mm");
    CHECK(nl.length(605_mm, LengthStyle::millimetres) == "605 mm");
}

TEST_CASE("Values stand where their names are", "[texts]") {
    const Texts texts(Language::nl, {{"a", "{x} van {y}; {z}"}, {"k", "eiken"}, {"open", "100 {x"}});
    CHECK(texts(Message{"a", {{"y", 605_mm}, {"x", Key{"k"}}}}) == "eiken van 605 mm; ");
    CHECK(texts(Message{"a", {{"x", 1.5}, {"y", Cents{100}}, {"z", std::string("{x}")}}}) ==
          "1,5 van € 1,–; {x}");
    CHECK(texts("open") == "100 {x");
    CHECK(texts("no.such") == "no.such");
}

TEST_CASE("Three complete languages", "[texts]") {
    const Problems missing = missing_texts(kTexts);
    for (const Problem& problem : missing)
        UNSCOPED_INFO(problem.where << ": " << std::get<std::string>(problem.message.values.at(0).second));
    CHECK(missing.empty());
    CHECK_FALSE(load_texts(kTexts + "/none", Language::nl));
}

TEST_CASE("Every message of the sources has a text", "[texts]") {
    const auto keys =
        keys_in_sources({"book", "cli", "design", "edit", "file", "json", "read", "repair", "rule", "text"});
    CHECK(keys.size() > 50);  // the pattern still finds them
    const Texts nl = texts(Language::nl);
    for (const std::string& key : keys) {
        INFO(key);
        CHECK(nl.has(key));
    }
}
