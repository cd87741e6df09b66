// Designs as files: one design, one text; every refusal with its place.
#include "model/design/design_io.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/base/json.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const std::string kWardrobe = MAATKAST_ASSETS "/designs/wardrobe.json";

/// The problems once each pointer holds another value.
Problems refusals(const std::vector<std::pair<std::string, Json>>& changes) {
    Json json = parse_json(read_file(kWardrobe).value()).value();
    for (const auto& [pointer, value] : changes) json[Json::json_pointer(pointer)] = value;
    const auto design = read_design(book(), json.dump());
    return design ? Problems{} : design.error();
}

std::string known(const Problem& problem) {
    for (const auto& [name, value] : problem.message.values)
        if (name == "known") return std::get<std::string>(value);
    return {};
}

}  // namespace

TEST_CASE("The example designs stand in canonical form", "[design_io]") {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path());
        const std::string text = read_file(entry.path().string()).value();
        CHECK(write_design(read_design(book(), text).value()) == text);
        ++seen;
    }
    CHECK(seen >= 5);
}

TEST_CASE("200 random designs come back as they were written", "[design_io]") {
    for (std::uint64_t i = 1; i <= 200; ++i) {
        const Design design = random_design(book(), 7, i);
        const std::string text = write_design(design);
        const auto read = read_design(book(), text);
        INFO(i);
        REQUIRE(read);
        CHECK(*read == design);
        CHECK(write_design(*read) == text);
    }
}

TEST_CASE("The hash is FNV-1a of the text and tells designs apart", "[design_io]") {
    const Design bay = bare_bay();
    CHECK(design_hash(bay).size() == 16);
    CHECK(design_hash(bay) == design_hash(read_design(book(), write_design(bay)).value()));
    CHECK(design_hash(bay) != design_hash(with(bay, {"bays/0/width=600.1"})));
}

TEST_CASE("A design cut off at any byte is refused", "[design_io]") {
    std::string text = write_design(with(bare_bay(), {"bays/0/openings/0/split=1000", "fronts=left"}));
    text.pop_back();  // the last line's end may be missing
    REQUIRE(read_design(book(), text));
    std::size_t read = 0;
    for (std::size_t length = 0; length < text.size(); ++length)
        if (read_design(book(), std::string_view(text).substr(0, length))) ++read;
    CHECK(read == 0);
}

TEST_CASE("A newer version is refused before anything else", "[design_io]") {
    const Problems problems = refusals({{"/version", 2}, {"/handle", "laser"}});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where == "/version");
    CHECK(problems[0].message.key == "design.newer");
}

TEST_CASE("An unknown word names its place and what is known", "[design_io]") {
    const std::vector<std::pair<std::string, std::string>> places{
        {"/finish/fronts", "oak"},
        {"/handle", "knob"},
        {"/load", "domestic"},
        {"/base/kind", "legs"},
        {"/room/wall", "concrete"},
        {"/bays/0/fronts/0/kind", "pair"},
        {"/bays/0/openings/0/interior/kind", "rail"}};
    for (const auto& [pointer, word] : places) {
        const Problems problems = refusals({{pointer, "plaid"}});
        INFO(pointer);
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].where == pointer);
        CHECK(problems[0].message.key == "read.unknown_word");
        CHECK(known(problems[0]).find(word) != std::string::npos);
    }
}

TEST_CASE("All problems at once, in the order of the file", "[design_io]") {
    const Problems problems = refusals({{"/finish/fronts", "plaid"},
                                        {"/bays/0/width", -5},
                                        {"/bays/1/height", "high"},
                                        {"/bays/1/colour", "red"}});
    Strings places;
    for (const Problem& problem : problems) places.push_back(problem.where);
    CHECK(places == Strings{"/finish/fronts", "/bays/0/width", "/bays/1/colour", "/bays/1/height"});
}

TEST_CASE("Another format, and bounds of openings and fronts", "[design_io]") {
    CHECK(refusals({{"/format", "letter"}}).at(0).where == "/format");
    CHECK(refusals({{"/bays", Json::array()}}).at(0).message.key == "read.bays");
    CHECK(refusals({{"/bays/0/openings", Json::array()}}).at(0).where == "/bays/0/openings");
    CHECK(refusals({{"/bays/0/fronts/0/to", 200}}).at(0).where == "/bays/0/fronts/0/to");
    CHECK(refusals({{"/bays/0/width", 600.05}}).at(0).message.key == "read.tenths");
}
