// Whatever is asked, in whatever order: what an edit gives can be saved, opened and is the same.
#include <random>

#include <catch2/catch.hpp>

#include "model/design/design_io.h"
#include "model/design/edit_context.h"
#include "model/design/runs.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Values of every kind that an edit takes, and some that none takes.
Strings values() {
    Strings all{"",         "none",       "true",      "false",  "auto",  "doors",    "default", "0",
                "1",        "2",          "3",         "4",      "7",     "-1",       "-350",    "0,5",
                "15",       "45",         "80.01",     "32,25°", "600",   "1800",     "2500",    "20000",
                "20001",    "99999",      "0-0",       "0-1",    "1-3",   "2-9",      "0-0-0",   "left:0:0",
                "pair:0:1", "drawer:1:1", "drawers:3", "rail:2", "lying", "standing", "x",       "\xff",
                "1e9",      "60 cm",      "a=b"};
    const auto add_words = [&](const auto& words) {
        for (const auto& [word, value] : words) all.emplace_back(word);
    };
    add_words(kShapeWords), add_words(kShapeWords), add_words(kShelfWords), add_words(kStyleWords);
    add_words(kSlopeWords), add_words(kObstacleWords), add_words(kBaseWords), add_words(kBackWords);
    for (const FrontKind* kind : front_kinds()) all.emplace_back(kind->id);
    for (const InteriorKind* kind : interior_kinds()) all.emplace_back(kind->id);
    for (const Finish& finish : book().finishes) all.push_back(finish.id);
    for (const Contents& contents : book().contents) all.push_back(contents.id);
    return all;
}

class Player {
  public:
    explicit Player(unsigned seed) : random_(seed) {}

    Edit edit() {
        const auto handlers = edit_handlers();
        std::string path;
        for (const char c : handlers[index(handlers.size())].pattern)
            path += c == '#' ? std::to_string(index(4)) : std::string(1, c);
        return {path, value()};
    }
    const std::string& value() { return values_[index(values_.size())]; }

  private:
    std::size_t index(std::size_t count) { return random_() % count; }  // the same on every machine
    std::mt19937 random_;
    Strings values_ = values();
};

}  // namespace

TEST_CASE("20000 random edits leave designs that open as they were saved", "[edit][random]") {
    constexpr int kEdits = 20'000;
    Player player(3);
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
