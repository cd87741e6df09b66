// The shipped book, and copies of it with one fault each.
#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/base/json.h"
#include "model/book/book.h"
#include "tests/model/base/temporary_folder.h"

using namespace maatkast;
using maatkast::test::TemporaryFolder;

namespace {

const std::string kBook = MAATKAST_ASSETS "/book";

/// What is wrong with the book once the value at the pointer is another; null takes it away.
Problems with_fault(const std::string& file, const std::string& pointer, const Json& value) {
    const TemporaryFolder folder;
    std::filesystem::copy(kBook, folder.path());
    Json json = parse_json(read_file(kBook + "/" + file).value()).value();
    const Json::json_pointer at(pointer);
    if (value.is_null())
        json.at(at.parent_pointer()).erase(at.back());
    else
        json[at] = value;
    REQUIRE(write_file(folder / file, json.dump()));
    const auto book = load_book(folder.path().string());
    if (book) return {};
    Problems problems = book.error();
    for (Problem& problem : problems) problem.where.erase(0, folder.path().string().size() + 1);
    return problems;
}

struct Fault {
    std::string file, pointer;
    Json value;
    std::string where, key;  ///< of the problem that must be among those reported
};

}  // namespace

TEST_CASE("The shipped book loads", "[book]") {
    const auto book = load_book(kBook);
    REQUIRE(book);
    CHECK(book->vat_percent == 21);
    CHECK(book->finish("oak"));
    CHECK_FALSE(book->finish("plaid"));
    CHECK(book->articles[book->article("foot")].id == "foot");
    CHECK(book->rule("door.width").length("most") == 650_mm);
    CHECK(book->content("lp")->clear == 330_mm);
    CHECK(book->content("lp")->kg_per_m2 == 190);
    CHECK_FALSE(book->content("cheese"));
}

TEST_CASE("All that people keep is there and has its name", "[book]") {
    const Texts texts = load_texts(MAATKAST_ASSETS "/texts", Language::nl).value();
    const Book book = load_book(kBook).value();
    std::vector<std::string> ids;
    for (const Contents& contents : book.contents) {
        ids.push_back(contents.id);
        INFO(contents.id);
        CHECK(texts.has("contents." + contents.id));
    }
    CHECK(ids == std::vector<std::string>{"paperback", "octavo", "quarto", "lp", "files", "folded", "shoes",
                                          "long_hanging", "short_hanging", "crockery"});
}

TEST_CASE("A book with one fault is refused, naming file and place", "[book]") {
    const std::vector<Fault> faults{
        {"materials.json", "/0/page", nullptr, "materials.json/0/page", "read.missing"},
        {"rules.json", "/door.width/page", nullptr, "rules.json/door.width/page", "read.missing"},
        {"rules.json", "/door.width/limits/most", -1, "rules.json/door.width/limits/most", "read.range"},
        {"finishes.json", "/0/boards/0/cents_per_m2", -1, "finishes.json/0/boards/0/cents_per_m2",
         "read.range"},
        {"finishes.json", "/0/edge_cents_per_m", 1.5, "finishes.json/0/edge_cents_per_m", "read.not_whole"},
        {"finishes.json", "/0/boards/0/material", "cheese", "finishes.json/0/boards/0", "book.unknown"},
        {"finishes.json", "/0/boards/0/thickness", 30, "finishes.json/0/boards", "book.not_ascending"},
        {"finishes.json", "/1/id", "white", "finishes.json/1", "book.twice"},
        {"finishes.json", "/0/srgb", "12345g", "finishes.json/0", "book.colour"},
        {"hardware.json", "/articles/0/cents", -1, "hardware.json/articles/0/cents", "read.range"},
        {"hardware.json", "/articles/0/cents", "free", "hardware.json/articles/0/cents", "read.not_number"},
        {"hardware.json", "/handles/0/model", "gone", "hardware.json/handles/0", "book.unknown"},
        {"hardware.json", "/hinges_by_mass/0/most_kg", 999, "hardware.json/hinges_by_mass",
         "book.not_ascending"},
        {"rules.json", "/door.width", nullptr, "rules.json", "read.missing"},
        {"rules.json",
         "/door.colour",
         {{"page", 40}, {"grade", "G"}, {"source", "none"}, {"limits", Json::object()}},
         "rules.json/door.colour",
         "book.no_rule"},
        {"hardware.json", "/articles/0/cents", nullptr, "hardware.json/articles/0/cents", "read.missing"},
        {"hardware.json", "/articles/0/page", 0, "hardware.json/articles/0/page", "read.range"},
        {"labour.json", "/0/page", nullptr, "labour.json/0/page", "read.missing"},
        {"labour.json", "/0/cents", -1, "labour.json/0/cents", "read.range"},
        {"labour.json", "/0/id", "labour.dance", "labour.json/0", "book.unknown"},
        {"labour.json", "/0/id", "labour.dance", "labour.json", "read.missing"},
        {"labour.json", "/1/id", "labour.saw", "labour.json/1", "book.twice"},
        {"labour.json", "/0/unit", "hour", "labour.json/0/unit", "read.unknown_word"},
        {"machining.json", "/pins/pitch", 0, "machining.json/pins/pitch", "read.range"},
        {"machining.json", "/cups", nullptr, "machining.json/cups", "read.missing"},
        {"machining.json", "/web/page", nullptr, "machining.json/web/page", "read.missing"},
        {"dimensions.json", "/width/least", 5000, "dimensions.json/width", "book.range_empty"},
        {"dimensions.json", "/runner_lengths/0", 9000, "dimensions.json/runner_lengths",
         "book.not_ascending"},
        {"dimensions.json", "/construction/front_gap", nullptr, "dimensions.json/construction/front_gap",
         "read.missing"},
        {"dimensions.json", "/construction/front_gapp", 3, "dimensions.json/construction/front_gapp",
         "read.unknown_name"},
        {"contents.json", "/0/clear", 0, "contents.json/0/clear", "read.range"},
        {"contents.json", "/0/kg_per_m2", nullptr, "contents.json/0/kg_per_m2", "read.missing"},
        {"contents.json", "/0/page", nullptr, "contents.json/0/page", "read.missing"},
        {"contents.json", "/0/height", 210, "contents.json/0/height", "read.unknown_name"},
        {"contents.json", "/1/id", "paperback", "contents.json/1", "book.twice"},
        {"contents.json", "", Json::object(), "contents.json", "read.list"},
        {"room.json", "/slope/angle", 90, "room.json/slope/angle", "read.range"},
        {"room.json", "/slope/page", nullptr, "room.json/slope/page", "read.missing"},
        {"room.json", "/skirting/depth", 0, "room.json/skirting/depth", "read.range"},
        {"room.json", "/obstacles/0/kind", "cat", "room.json/obstacles/0/kind", "read.unknown_word"},
        {"room.json", "/obstacles/0/kind", "door", "room.json/obstacles", "read.missing"},
        {"room.json", "/obstacles/1/kind", "window", "room.json/obstacles/1", "book.twice"},
        {"book.json", "/defaults/worktop_thickness", 101, "book.json/defaults/worktop_thickness",
         "read.range"},
        {"book.json", "/vat_percent", 101, "book.json/vat_percent", "read.range"},
        {"book.json", "/vat", 21, "book.json/vat", "read.unknown_name"},
        {"book.json", "/defaults/fronts", "plaid", "book.json/defaults", "book.unknown"},
        {"book.json", "/defaults/handle", "gone", "book.json/defaults", "book.unknown"},
    };
    for (const Fault& fault : faults) {
        INFO(fault.file << fault.pointer << " = " << fault.value.dump());
        const Problems problems = with_fault(fault.file, fault.pointer, fault.value);
        for (const Problem& problem : problems) UNSCOPED_INFO(problem.where << " " << problem.message.key);
        CHECK(std::ranges::any_of(problems, [&](const Problem& problem) {
            return problem.where == fault.where && problem.message.key == fault.key;
        }));
    }
}

TEST_CASE("A file that is missing or broken is named", "[book]") {
    for (const std::string file : {"book.json", "dimensions.json", "materials.json", "labour.json",
                                   "machining.json", "rules.json", "contents.json", "room.json"}) {
        const TemporaryFolder folder;
        std::filesystem::copy(kBook, folder.path());
        REQUIRE(write_file(folder / file, std::string_view("{")));
        CHECK(load_book(folder.path().string()).error().front().where.starts_with(folder / file));
        std::filesystem::remove(folder / file);
        CHECK(load_book(folder.path().string()).error().front().where == folder / file);
    }
}
