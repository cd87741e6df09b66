// Whatever is asked, in whatever order: what an edit gives can be saved, opened and is the same.
#include <catch2/catch.hpp>

#include "model/design/design_io.h"
#include "model/design/runs.h"
#include "tests/model/design/edit_player.h"

using namespace maatkast;
using namespace maatkast::test;

TEST_CASE("20000 random edits leave designs that open as they were saved", "[edit][random]") {
    constexpr int kEdits = 20'000;
    EditPlayer player(3);
    Design design = bare_bay();
    int changes = 0, corners = 0, sliding = 0, obstacles = 0;
    for (int i = 0; i < kEdits; ++i) {
        Edit edit = player.edit();
        auto changed = apply(book(), design, edit);
        for (int more = 0; more < 8 && !changed; ++more) {
            REQUIRE_FALSE(changed.error().empty());
            edit.value = player.value();
            changed = apply(book(), design, edit);
        }
        if (!changed) continue;
        if (*changed == design || changed->bays.size() > 20) continue;
        design = std::move(*changed);
        const std::string text = write_design(design);
        auto read = read_design(book(), text);
        INFO(i << ": " << edit.text());
        if (!read) FAIL(read.error()[0].where << " " << read.error()[0].message.key);
        REQUIRE(write_design(*read) == text);
        read->name = design.name;  // bytes that are no UTF-8 are saved as the sign for that
        REQUIRE(*read == design);
        ++changes;
        corners += runs_of(design).size() > 1;
        sliding += !design.sliding.empty();
        obstacles += !design.room.obstacles.empty();
    }
    // Chance has gone where it was meant to go.
    INFO(changes << " changes, designs with corners " << corners << ", sliding leaves " << sliding
                 << ", obstacles " << obstacles);
    CHECK(changes > 3000);
    CHECK(corners > 1000);
    CHECK(sliding > 300);
    CHECK(obstacles > 1000);
}
