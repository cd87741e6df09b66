#pragma once
// Edits at random, of every kind and with values of every kind.

#include <random>
#include <string>

#include "model/build/kinds.h"
#include "model/design/edit_context.h"
#include "tests/model/rules/rules.h"

namespace maatkast::test {

/// Values of every kind that an edit takes, and some that none takes.
inline Strings edit_values() {
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

/// Edits at random: every path, any value.
class EditPlayer {
  public:
    explicit EditPlayer(unsigned seed) : random_(seed) {}

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
    Strings values_ = edit_values();
};

/// One that changes the design, tried with several values; the design itself where none does.
inline Design play_one(EditPlayer& player, const Design& design) {
    Edit edit = player.edit();
    for (int more = 0; more < 8; ++more) {
        auto changed = apply(book(), design, edit);
        if (changed && changed->bays.size() <= 20) return std::move(*changed);
        edit.value = player.value();
    }
    return design;
}

}  // namespace maatkast::test
