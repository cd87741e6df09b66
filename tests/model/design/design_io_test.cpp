// Designs as files: one design, one text; every refusal with its place.
#include "model/design/design_io.h"

#include <filesystem>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/base/json.h"
#include "model/build/build.h"
#include "tests/model/build/cabinets.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const std::string kWardrobe = MAATKAST_ASSETS "/designs/wardrobe.json";
const std::string kVersion1 = MAATKAST_ASSETS "/../tests/model/design/version_1";

/// One of everything that version 2 brought: a U of three walls.
Design everything() {
    Design design = new_design(book(), {1876_mm, 2000_mm, 500_mm, 3}).value();
    return with(design, {"bays/1/shape=corner_blind_left",
                         "corner/add=corner_diagonal",
                         "bays/4/insert",
                         "bays/0/shape=end_round",
                         "bays/5/shape=end_diagonal",
                         "main_run=1",
                         "base=hung",
                         "fronts=left",
                         "bays/1/back=brace",
                         "bays/1/openings/0/split=700",
                         "bays/1/openings/0/shelf=slanted",
                         "bays/1/openings/0/led=true",
                         "bays/1/openings/1/contents=octavo",
                         "bays/1/fronts/0/style=glass_frosted",
                         "bays/1/fronts/0/handle=none",
                         "bays/1/fronts/0/own_grain=true",
                         "sliding/add=2-2",
                         "sliding/0/style=panelled",
                         "sliding/0/finish=oak",
                         "sliding/0/leaves=3",
                         "room/slope=right",
                         "room/slope/angle=32.25",
                         "room/skirting=70",
                         "room/obstacles/add=radiator",
                         "room/obstacles/0/x=-120.5",
                         "ends/left=oak",
                         "ends/left/filler=40",
                         "ends/left/scribe=true",
                         "ends/right/cladding=true",
                         "worktop=oak",
                         "cornice=60",
                         "top_filler=30"});
}

/// The problems of that design once each pointer holds another value; null takes it away.
Problems refusals_of_everything(const std::vector<std::pair<std::string, Json>>& changes) {
    Json json = parse_json(write_design(everything())).value();
    for (const auto& [pointer, value] : changes) {
        const Json::json_pointer at(pointer);
        if (value.is_null())
            json.at(at.parent_pointer()).erase(at.back());
        else
            json[at] = value;
    }
    const auto design = read_design(book(), json.dump());
    return design ? Problems{} : design.error();
}

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
    for (std::size_t i = 0; i < 200; ++i) {
        const Design& design = cabinets()[i].design;
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
    const Problems problems = refusals({{"/version", kDesignVersion + 1}, {"/handle", "laser"}});
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

TEST_CASE("Files of version 1 open for ever and are the same cabinet rewritten", "[design_io]") {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kVersion1)) {
        INFO(entry.path().filename());
        const std::string old = read_file(entry.path().string()).value();
        REQUIRE(old.find("\"version\": 1,") != std::string::npos);
        const auto design = read_design(book(), old);
        REQUIRE(design);
        const std::string rewritten = write_design(*design);
        CHECK(rewritten.find("\"version\": 2,") != std::string::npos);
        const Design again = read_design(book(), rewritten).value();
        CHECK(again == *design);
        const Build before = build(book(), *design), after = build(book(), again);
        REQUIRE(before.parts.size() == after.parts.size());
        for (std::size_t i = 0; i < before.parts.size(); ++i) {
            CHECK(before.parts[i].name.view() == after.parts[i].name.view());
            CHECK(before.parts[i].origin == after.parts[i].origin);
            CHECK(before.parts[i].size == after.parts[i].size);
        }
        CHECK(before.mass == after.mass);
        ++seen;
    }
    CHECK(seen == 6);
}

TEST_CASE("An end is a bare finish in version 1 and only there", "[design_io]") {
    const Design old = read_design(book(), read_file(kVersion1 + "/everything.json").value()).value();
    CHECK(old.left_end == End{"oak", false, {}, false});
    CHECK(old.right_end == End{"sage", false, {}, false});
    const Json bare = "oak", full = {{"finish", "oak"}};
    CHECK(refusals({{"/ends/left", bare}}).at(0).where == "/ends/left");
    CHECK(refusals({{"/ends/left", full}}).empty());
    CHECK(refusals({{"/version", 1}, {"/ends/left", bare}}).empty());
    CHECK(refusals({{"/version", 1}, {"/ends/left", full}}).at(0).where == "/ends/left");
    CHECK(refusals({{"/version", 1}, {"/ends/left", "plaid"}}).at(0).where == "/ends/left");
}

TEST_CASE("All that version 2 brought is written and read again", "[design_io]") {
    const std::string text = write_design(everything());
    const auto read = read_design(book(), text);
    REQUIRE(read);
    CHECK(*read == everything());
    CHECK(write_design(*read) == text);
    const Json json = parse_json(text).value();
    CHECK(json["room"]["slope"].dump() == R"({"side":"right","low":1500,"angle":32.25})");
    CHECK(json["room"]["skirting"].dump() == R"({"height":70,"depth":15})");
    CHECK(json["room"]["obstacles"][0].dump() ==
          R"({"kind":"radiator","run":1,"x":-120.5,"y":100,"width":1000,"height":600,"depth":120})");
    CHECK(json["ends"].dump() ==
          R"({"left":{"finish":"oak","filler":40,"scribe":true},"right":{"cladding":true}})");
    CHECK(json["worktop"].dump() == R"({"thickness":25,"overhang":20,"finish":"oak"})");
    CHECK(json["cornice"].dump() == R"({"height":60,"overhang":30})");
    CHECK(json["sliding"].dump() == R"([{"first":2,"last":2,"leaves":3,"style":"panelled","finish":"oak"}])");
    CHECK(json["top_filler"] == 30);
    CHECK(json["main_run"] == 1);
    CHECK(json["base"]["kind"] == "hung");
    const Json& corner = json["bays"][1];
    CHECK(corner["shape"] == "corner_blind_left");
    CHECK(corner["back"] == "brace");
    CHECK(corner["openings"][0]["shelf"] == "slanted");
    CHECK(corner["openings"][0]["led"] == true);
    CHECK(corner["openings"][1]["contents"] == "octavo");
    CHECK(corner["fronts"][0]["style"] == "glass_frosted");
    CHECK(corner["fronts"][0]["handle"] == "none");
    CHECK(corner["fronts"][0]["own_grain"] == true);
}

TEST_CASE("What is as usual is not written", "[design_io]") {
    const Json json = parse_json(write_design(bare_bay())).value();
    for (const std::string name :
         {"ends", "worktop", "cornice", "top_filler", "main_run", "sliding", "room/slope", "room/skirting",
          "room/obstacles", "bays/0/shape", "bays/0/kneehole", "bays/0/openings/0/shelf",
          "bays/0/openings/0/led", "bays/0/openings/0/contents"}) {
        INFO(name);
        CHECK_FALSE(json.contains(Json::json_pointer("/" + name)));
    }
}

TEST_CASE("What contradicts itself is no design, and says where", "[design_io]") {
    struct Contradiction {
        std::vector<std::pair<std::string, Json>> changes;
        std::string where, key;
    };
    const std::string topmost =
        "/bays/1/openings/" + std::to_string(everything().bays[1].openings.size() - 1) + "/shelf";
    const std::vector<Contradiction> all{
        {{{"/bays/2/shape", "corner_l"}, {"/sliding", nullptr}}, "/bays/3/shape", "design.corners"},
        {{{"/bays/2/shape", "end_round"}, {"/sliding", nullptr}}, "/bays/2/shape", "design.end_place"},
        {{{"/sliding/0/first", 3}}, "/sliding/0/last", "design.sliding_range"},
        {{{"/sliding/0/last", 6}}, "/sliding/0/last", "design.sliding_range"},
        {{{"/sliding/0/last", 4}}, "/sliding/0", "design.sliding_bay"},
        {{{"/sliding/0/first", 0}}, "/sliding/0", "design.sliding_bay"},
        {{{"/sliding/1", {{"first", 2}, {"last", 2}, {"leaves", 2}}}}, "/sliding/1", "design.sliding_twice"},
        {{{"/sliding/0/leaves", 1}}, "/sliding/0/leaves", "read.range"},
        {{{"/sliding/0/leaves", 5}}, "/sliding/0/leaves", "read.range"},
        {{{"/sliding", "all"}}, "/sliding", "read.list"},
        {{{"/main_run", 3}}, "/main_run", "read.range"},
        {{{"/bays/3/shape", "straight"}, {"/main_run", 2}}, "/main_run", "design.run"},
        {{{"/bays/3/shape", "straight"}, {"/room/obstacles/0/run", 2}},
         "/room/obstacles/0/run",
         "design.run"},
        {{{"/room/slope/high", 2600}}, "/room/slope", "design.slope_two"},
        {{{"/room/slope/low", nullptr}}, "/room/slope", "design.slope_two"},
        {{{"/room/slope/angle", nullptr}, {"/room/slope/high", 1500}}, "/room/slope/low", "design.slope_low"},
        {{{"/room/slope/angle", 80.01}}, "/room/slope/angle", "read.range"},
        {{{"/room/slope/angle", 0.99}}, "/room/slope/angle", "read.range"},
        {{{"/room/slope/angle", 45.005}}, "/room/slope/angle", "read.hundredths"},
        {{{"/room/slope/low", 0}}, "/room/slope/low", "read.range"},
        {{{"/room/slope/side", "front"}}, "/room/slope/side", "read.unknown_word"},
        {{{"/room/obstacles/0/kind", "cat"}}, "/room/obstacles/0/kind", "read.unknown_word"},
        {{{"/room/obstacles/0/width", 0}}, "/room/obstacles/0/width", "read.range"},
        {{{"/room/obstacles/0/run", nullptr}}, "/room/obstacles/0/run", "read.missing"},
        {{{"/bays/1/shape", "round"}}, "/bays/1/shape", "read.unknown_word"},
        {{{topmost, "glass"}}, topmost, "read.last_shelf"},
        {{{"/bays/1/openings/1/contents", "cheese"}}, "/bays/1/openings/1/contents", "read.unknown_word"},
        {{{"/bays/1/fronts/0/handle", "laser"}}, "/bays/1/fronts/0/handle", "read.unknown_word"},
        {{{"/worktop/finish", "steel"}}, "/worktop/finish", "read.unknown_word"},
        {{{"/worktop/thickness", 101}}, "/worktop/thickness", "read.range"},
        {{{"/cornice/overhang", nullptr}}, "/cornice/overhang", "read.missing"},
        {{{"/ends/left/filler", -1}}, "/ends/left/filler", "read.range"},
        {{{"/ends/left/colour", "red"}}, "/ends/left/colour", "read.unknown_name"},
    };
    for (const Contradiction& one : all) {
        INFO(one.changes[0].first << " = " << one.changes[0].second.dump());
        const Problems problems = refusals_of_everything(one.changes);
        for (const Problem& problem : problems) UNSCOPED_INFO(problem.where << " " << problem.message.key);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].where == one.where);
        CHECK(problems[0].message.key == one.key);
    }
}

TEST_CASE("All contradictions at once", "[design_io]") {
    const Problems problems = refusals_of_everything({{"/room/slope/high", 2600},
                                                      {"/main_run", 2},
                                                      {"/bays/3/shape", "end_round"},
                                                      {"/sliding/0/last", 9}});
    Strings places;
    for (const Problem& problem : problems) places.push_back(problem.where);
    CHECK(places == Strings{"/room/slope", "/main_run", "/bays/3/shape", "/sliding/0/last"});
}
