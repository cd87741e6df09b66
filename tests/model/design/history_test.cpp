#include "model/design/history.h"

#include <catch2/catch.hpp>

#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

bool step(History& history, const std::string& edit) {
    const std::vector<Edit> edits{parse_edit(edit)};
    return history.apply(book(), edits).has_value();
}

bool revise(History& history, const std::string& edit) {
    const std::vector<Edit> edits{parse_edit(edit)};
    return history.revise(book(), edits).has_value();
}

}  // namespace

TEST_CASE("Undo and redo return the very designs", "[history]") {
    History history(bare_bay());
    std::vector<Design> was{history.current()};
    for (const std::string edit : {"height=1500", "bays/0/insert", "width=1700.3", "finish/fronts=oak"}) {
        REQUIRE(step(history, edit));
        was.push_back(history.current());
    }
    for (std::size_t i = was.size() - 1; i-- > 0;) {
        history.undo();
        CHECK(history.current() == was[i]);
    }
    CHECK_FALSE(history.can_undo());
    history.undo();
    CHECK(history.current() == was.front());
    for (std::size_t i = 1; i < was.size(); ++i) {
        history.redo();
        CHECK(history.current() == was[i]);
    }
    CHECK_FALSE(history.can_redo());
}

TEST_CASE("A drag is one step", "[history]") {
    History history(bare_bay());
    REQUIRE(step(history, "width=1700"));
    REQUIRE(step(history, "height=1500"));
    for (const std::string edit : {"height=1510", "depth=400", "height=1530"}) REQUIRE(revise(history, edit));
    CHECK_FALSE(revise(history, "bays/9/remove"));
    CHECK(history.size() == 3);
    CHECK(history.edits_of(2).size() == 1);
    CHECK(total_height(history.current()) == 1530_mm);
    CHECK(total_depth(history.current()) == total_depth(bare_bay()));
    history.undo();
    History fresh(bare_bay());
    REQUIRE(step(fresh, "width=1700"));
    CHECK(history.current() == fresh.current());
}

TEST_CASE("A drag back to where it began is no step", "[history]") {
    History history(bare_bay());
    REQUIRE(step(history, "width=1700"));
    const Design was = history.current();
    REQUIRE(step(history, "height=1500"));
    REQUIRE(revise(history, "height=" + std::to_string(total_height(was).tenths / 10)));
    CHECK(history.current() == was);
    CHECK(history.size() == 2);
    CHECK_FALSE(history.can_redo());
}

TEST_CASE("A new step forgets what was undone; a refused or empty one changes nothing", "[history]") {
    History history(bare_bay());
    REQUIRE(step(history, "height=1500"));
    REQUIRE(step(history, "height=1600"));
    history.undo();
    CHECK_FALSE(step(history, "bays/9/remove"));
    CHECK(step(history, "height=1500"));
    CHECK(history.can_redo());
    REQUIRE(step(history, "height=1700"));
    CHECK_FALSE(history.can_redo());
    CHECK(history.size() == 3);
}
