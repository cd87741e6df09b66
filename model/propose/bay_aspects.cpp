#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/build/kinds.h"
#include "model/design/words.h"
#include "model/propose/aspects.h"

namespace maatkast {
namespace {

using Counts = std::map<std::string, std::int64_t>;  // by the key of a name
using Pairs = std::vector<BayPair>;

const Bay& first(const Compared& c, const BayPair& pair) {
    return c.from.bays[*pair.from];
}
const Bay& second(const Compared& c, const BayPair& pair) {
    return c.to.bays[*pair.to];
}

bool covered(const std::vector<Sliding>& sliding, std::size_t bay) {
    return std::ranges::any_of(sliding, [i = static_cast<int>(bay)](const Sliding& range) {
        return range.first <= i && i <= range.last;
    });
}

/// What stands before these bays comes and goes with the leaves that slide there.
bool behind_leaves(const Compared& c, const BayPair& pair) {
    if (c.bays_come) return covered(c.to.sliding, *pair.to);
    return c.from.sliding != c.to.sliding &&
           (covered(c.from.sliding, *pair.from) || covered(c.to.sliding, *pair.to));
}

/// Its openings cannot be told one from another: all that is said of them by number goes along.
bool divided_anew(const Bay& a, const Bay& b) {
    return a.openings.size() != b.openings.size() || a.kneehole != b.kneehole;
}

bool same_inside(const Opening& a, const Opening& b) {
    return a.top == b.top && a.shelf == b.shelf && a.interior.kind == b.interior.kind &&
           a.interior.count == b.interior.count && a.contents == b.contents;
}
bool same_place(const Front& a, const Front& b) {
    return a.kind == b.kind && a.from == b.from && a.to == b.to;
}
bool fronts_stay(const Compared& c, const BayPair& pair) {
    return !behind_leaves(c, pair) && !divided_anew(first(c, pair), second(c, pair)) &&
           std::ranges::equal(first(c, pair).fronts, second(c, pair).fronts, same_place);
}

Counts things_in(const Bay& bay) {
    Counts counts;
    for (const Opening& opening : bay.openings) {
        if (opening.top) ++counts["shelf." + word_of(kShelfWords, opening.shelf)];
        const InteriorKind& kind = *opening.interior.kind;
        if (&kind != find_interior_kind("empty"))
            counts[fmt::format("interior.{}", kind.id)] += kind.most > 1 ? opening.interior.count : 1;
    }
    return counts;
}

Counts fronts_of(const Bay& bay) {
    Counts counts;
    for (const Front& front : bay.fronts) ++counts[fmt::format("front.{}", front.kind->id)];
    return counts;
}

void add_lines(Counts was, Counts is, std::vector<Message>& lines) {
    for (const auto& [key, count] : is) was.try_emplace(key, 0);
    for (const auto& [key, count] : was)
        if (is[key] != count)
            lines.push_back({"differs.in_bay", {{"thing", Key{key}}, {"from", count}, {"to", is[key]}}});
}

/// What a customer sees of other openings; at least one line.
std::vector<Message> inside_lines(const Bay& was, const Bay& is) {
    std::vector<Message> lines;
    if (was.kneehole != is.kneehole)
        lines.push_back({is.kneehole ? "differs.kneehole_comes" : "differs.kneehole_goes", {}});
    add_lines(things_in(was), things_in(is), lines);
    if (!lines.empty()) return lines;
    const bool moved = std::ranges::equal(was.openings, is.openings, {}, &Opening::top, &Opening::top);
    const bool kept =
        std::ranges::equal(was.openings, is.openings, {}, &Opening::contents, &Opening::contents);
    if (!kept) lines.push_back({"differs.contents", {}});
    if (!moved || lines.empty()) lines.push_back({"differs.heights", {}});
    return lines;
}

std::vector<Message> front_lines(const Bay& was, const Bay& is) {
    std::vector<Message> lines;
    add_lines(fronts_of(was), fronts_of(is), lines);
    if (lines.empty()) lines.push_back({"differs.fronts_placed", {}});
    return lines;
}

/// Bays of which the same is to be said are one difference.
class Groups {
  public:
    void add(std::vector<Message> lines, const BayPair& pair) {
        const auto known = std::ranges::find(groups_, lines, &Group::lines);
        if (known != groups_.end()) return known->pairs.push_back(pair);
        groups_.push_back({std::move(lines), {pair}});
    }
    using TakeBay = std::function<void(Bay& copy, const BayPair& pair)>;
    void finish(const TakeBay& take_bay, Aspects& aspects) {
        for (Group& group : groups_) {
            for (Message& line : group.lines) line.values.emplace_back("bays", bay_numbers(group.pairs));
            aspects.push_back({std::move(group.lines), [take_bay, pairs = group.pairs](Design& copy) {
                                   for (const BayPair& pair : pairs) take_bay(copy.bays[*pair.from], pair);
                               }});
        }
    }

  private:
    struct Group {
        std::vector<Message> lines;
        Pairs pairs;
    };
    std::vector<Group> groups_;
};

void add_divided(const Compared& c, Aspects& aspects) {
    Groups groups;
    for (const BayPair& pair : c.pairs) {
        const Bay &was = first(c, pair), &is = second(c, pair);
        if (!divided_anew(was, is)) continue;
        std::vector<Message> lines = inside_lines(was, is);
        if (!behind_leaves(c, pair)) add_lines(fronts_of(was), fronts_of(is), lines);
        groups.add(std::move(lines), pair);
    }
    groups.finish(
        [c](Bay& copy, const BayPair& pair) {
            const Bay& is = second(c, pair);
            copy.openings = is.openings;
            copy.kneehole = is.kneehole;
            if (!behind_leaves(c, pair)) copy.fronts = is.fronts;
        },
        aspects);
}

void add_insides(const Compared& c, Aspects& aspects) {
    Groups groups;
    for (const BayPair& pair : c.pairs) {
        const Bay &was = first(c, pair), &is = second(c, pair);
        if (!divided_anew(was, is) && !std::ranges::equal(was.openings, is.openings, same_inside))
            groups.add(inside_lines(was, is), pair);
    }
    groups.finish(
        [c](Bay& copy, const BayPair& pair) {
            for (std::size_t i = 0; i < copy.openings.size(); ++i) {
                const Opening& is = second(c, pair).openings[i];
                copy.openings[i].top = is.top;
                copy.openings[i].shelf = is.shelf;
                copy.openings[i].interior.kind = is.interior.kind;
                copy.openings[i].interior.count = is.interior.count;
                copy.openings[i].contents = is.contents;
            }
        },
        aspects);
}

void add_fronts(const Compared& c, Aspects& aspects) {
    Groups groups;
    for (const BayPair& pair : c.pairs) {
        const Bay &was = first(c, pair), &is = second(c, pair);
        if (!divided_anew(was, is) && !behind_leaves(c, pair) && !fronts_stay(c, pair))
            groups.add(front_lines(was, is), pair);
    }
    groups.finish([c](Bay& copy, const BayPair& pair) { copy.fronts = second(c, pair).fronts; }, aspects);
}

void add_sliding(const Compared& c, Aspects& aspects) {
    if (c.bays_come || c.from.sliding == c.to.sliding) return;
    const auto leaves = [](const Design& design) {
        std::int64_t count = 0;
        for (const Sliding& sliding : design.sliding) count += sliding.leaves;
        return count;
    };
    const Message what =
        leaves(c.from) == leaves(c.to)
            ? Message{"differs.sliding", {}}
            : Message{"differs.sliding_leaves", {{"from", leaves(c.from)}, {"to", leaves(c.to)}}};
    aspects.push_back({{what}, [c](Design& copy) {
                           copy.sliding = c.to.sliding;
                           for (const BayPair& pair : c.pairs)
                               if (behind_leaves(c, pair))
                                   copy.bays[*pair.from].fronts = second(c, pair).fronts;
                       }});
}

/// Something of each front that stays where it is.
template <class T>
void add_of_fronts(const Compared& c, T Front::* member, std::string_view key, Aspects& aspects) {
    Groups groups;
    for (const BayPair& pair : c.pairs)
        if (fronts_stay(c, pair) &&
            !std::ranges::equal(first(c, pair).fronts, second(c, pair).fronts, {}, member, member))
            groups.add({{fmt::format("differs.{}", key), {}}}, pair);
    groups.finish(
        [c, member](Bay& copy, const BayPair& pair) {
            for (std::size_t i = 0; i < copy.fronts.size(); ++i)
                copy.fronts[i].*member = second(c, pair).fronts[i].*member;
        },
        aspects);
}

void add_lights(const Compared& c, Aspects& aspects) {
    Groups groups;
    for (const BayPair& pair : c.pairs) {
        const Bay &was = first(c, pair), &is = second(c, pair);
        if (divided_anew(was, is)) continue;
        const auto lights = [](const Bay& bay) {
            return std::ranges::count(bay.openings, true, &Opening::led);
        };
        if (std::ranges::equal(was.openings, is.openings, {}, &Opening::led, &Opening::led)) continue;
        groups.add({{"differs.light",
                     {{"from", static_cast<std::int64_t>(lights(was))},
                      {"to", static_cast<std::int64_t>(lights(is))}}}},
                   pair);
    }
    groups.finish(
        [c](Bay& copy, const BayPair& pair) {
            for (std::size_t i = 0; i < copy.openings.size(); ++i)
                copy.openings[i].led = second(c, pair).openings[i].led;
        },
        aspects);
}

/// Parts with a finish of their own, fronts left aside.
void add_own_finishes(const Compared& c, Aspects& aspects) {
    const auto same = [](const Opening& a, const Opening& b) {
        return a.shelf_finish == b.shelf_finish && a.interior.finish == b.interior.finish;
    };
    Groups groups;
    for (const BayPair& pair : c.pairs) {
        const Bay &was = first(c, pair), &is = second(c, pair);
        const bool inside = !divided_anew(was, is) && !std::ranges::equal(was.openings, is.openings, same);
        if (inside || was.finish != is.finish) groups.add({{"differs.own_finish", {}}}, pair);
    }
    groups.finish(
        [c](Bay& copy, const BayPair& pair) {
            const Bay& is = second(c, pair);
            copy.finish = is.finish;
            if (divided_anew(first(c, pair), is)) return;
            for (std::size_t i = 0; i < copy.openings.size(); ++i) {
                copy.openings[i].shelf_finish = is.openings[i].shelf_finish;
                copy.openings[i].interior.finish = is.openings[i].interior.finish;
            }
        },
        aspects);
}

void add_backs(const Compared& c, Aspects& aspects) {
    const auto key = [](Back back) { return Key{"differs.back." + word_of(kBackWords, back)}; };
    Groups groups;
    for (const BayPair& pair : c.pairs)
        if (first(c, pair).back != second(c, pair).back)
            groups.add(
                {{"differs.back", {{"from", key(first(c, pair).back)}, {"to", key(second(c, pair).back)}}}},
                pair);
    groups.finish([c](Bay& copy, const BayPair& pair) { copy.back = second(c, pair).back; }, aspects);
}

}  // namespace

void add_bay_aspects(const Compared& c, Aspects& aspects) {
    add_divided(c, aspects);
    add_insides(c, aspects);
    add_sliding(c, aspects);
    add_fronts(c, aspects);
    add_of_fronts(c, &Front::style, "style", aspects);
    add_of_fronts(c, &Front::finish, "front_finish", aspects);
    add_of_fronts(c, &Front::handle, "front_handle", aspects);
    add_of_fronts(c, &Front::own_grain, "grain", aspects);
    add_lights(c, aspects);
    add_own_finishes(c, aspects);
    add_backs(c, aspects);
}

}  // namespace maatkast
