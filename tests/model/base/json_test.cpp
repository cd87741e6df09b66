// Hostile documents, and the place that a refusal names (RFC 6901).
#include "model/base/json.h"

#include <catch2/catch.hpp>

using namespace maatkast;

namespace {

Problem refusal(std::string_view text, const JsonLimits& limits = {}) {
    const auto json = parse_json(text, limits);
    REQUIRE_FALSE(json);
    REQUIRE(json.error().size() == 1);
    return json.error().front();
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("Nesting up to 64 deep", "[json]") {
    CHECK(parse_json(nested(64)));
    CHECK(refusal(nested(65)).message.key == "json.too_deep");
    CHECK(refusal(std::string(1'000'000, '[')).message.key == "json.too_deep");
}

TEST_CASE("Limits on bytes and values", "[json]") {
    CHECK(parse_json("[1,2]", {.bytes = 5}));
    CHECK(refusal("[1,2]", {.bytes = 4}).message.key == "json.too_large");
    CHECK(parse_json("[1,2]", {.values = 3}));
    CHECK(refusal("[1,2]", {.values = 2}).message.key == "json.too_many");
}

TEST_CASE("A key that stands twice is named where it stands", "[json]") {
    const Problem twice = refusal(R"({"a": [{}, {"b/c": 1, "d": 2, "b/c": 3}]})");
    CHECK(twice.message.key == "json.duplicate_key");
    CHECK(twice.where == "/a/1/b~1c");
}

TEST_CASE("A number that no double holds", "[json]") {
    const Problem large = refusal(R"({"x": {"y": 1e400}})");
    CHECK(large.message.key == "json.not_finite");
    CHECK(large.where == "/x/y");
    CHECK(refusal("[0, [0, 1, -1e400]]").where == "/1/2");
    CHECK(parse_json("1e308"));
}

TEST_CASE("Broken syntax and broken UTF-8", "[json]") {
    for (const std::string_view text :
         {"", "{", "[1,]", "{} {}", "nul", "'a'", "[NaN]", "\"\xff\"", "\"\xc0\xaf\""}) {
        INFO(text);
        CHECK(refusal(text).message.key == "json.syntax");
    }
}

TEST_CASE("A reader collects every problem with its pointer", "[json]") {
    const Json json = parse_json(R"({"a": "x", "n": 1.5, "l": [1, 2.25], "~/": 3})").value();
    Problems problems;
    const JsonReader root(&json, "file", &problems);
    root.only({"a", "n", "l"});
    CHECK(root.required("a").number(2, 5) == 2);
    CHECK(root.required("n").integer(0, 9) == 0);
    CHECK(root.required("l")[1].length(1_mm, 9_mm) == 2.3_mm);
    CHECK(root.required("l")[0].number(4, 9) == 4);
    root.required("gone");
    REQUIRE(problems.size() == 6);
    CHECK(problems[0].where == "file/~0~1");
    CHECK(problems[0].message.key == "read.unknown_name");
    CHECK(problems[1].where == "file/a");
    CHECK(problems[2].message.key == "read.not_whole");
    CHECK(problems[3].where == "file/l/1");
    CHECK(problems[3].message.key == "read.tenths");
    CHECK(problems[4].message.key == "read.range");
    CHECK(problems[5].where == "file/gone");
}
