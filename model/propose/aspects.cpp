#include "model/propose/aspects.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/build/layout.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

using Values = std::vector<std::pair<std::string, MessageValue>>;

Message line(std::string_view key, MessageValue from, MessageValue to) {
    return {fmt::format("differs.{}", key), {{"from", std::move(from)}, {"to", std::move(to)}}};
}

template <class T, std::size_t N>
Key word_key(std::string_view group, const Words<T, N>& words, T value) {
    return {fmt::format("{}.{}", group, word_of(words, value))};
}
Key yes_or_no(bool value) {
    return {value ? "differs.yes" : "differs.no"};
}
Key finish_key(const std::string& id) {
    return {"finish." + id};
}
Key finish_key(const std::optional<std::string>& id) {
    return id ? finish_key(*id) : Key{"differs.usual"};
}

/// A member of a design that is taken whole.
template <class T>
void add(Aspects& aspects, const Design& from, const Design& to, T Design::* member,
         std::vector<Message> what) {
    if (from.*member == to.*member) return;
    aspects.push_back({std::move(what), [&to, member](Design& copy) { copy.*member = to.*member; }});
}

// Width, and which bays there are.

void keep_walls(Design& copy, const Design& to) {
    const bool same = runs_of(copy).size() == runs_of(to).size();
    copy.main_run = to.main_run;
    if (!same) copy.room.obstacles = to.room.obstacles;
}

/// The bays of the copy that the other design has too, as wide as there, beside those that only it has.
void take_bays(Design& copy, const Design& to, const std::vector<BayPair>& pairs, bool with_sliding) {
    std::vector<Bay> bays;
    for (const BayPair& pair : pairs) {
        if (!pair.to) continue;
        bays.push_back(pair.from ? copy.bays[*pair.from] : to.bays[*pair.to]);
        bays.back().width = to.bays[*pair.to].width;
        bays.back().shape = to.bays[*pair.to].shape;
        if (bays.back().shape != BayShape::straight) bays.back().kneehole = false;
        // Leaves before a bay stand in the place of what stood there.
        const auto slides = [&](const Sliding& range) {
            return range.first <= static_cast<int>(*pair.to) && static_cast<int>(*pair.to) <= range.last;
        };
        if (with_sliding && std::ranges::any_of(to.sliding, slides)) {
            bays.back().fronts = to.bays[*pair.to].fronts;
            bays.back().kneehole = false;
        }
    }
    keep_walls(copy, to);
    copy.bays = std::move(bays);
    if (with_sliding) copy.sliding = to.sliding;
}

void add_widths(const Compared& c, const std::vector<BayPair>& all, Aspects& aspects) {
    const bool same = !c.bays_come && c.from.main_run == c.to.main_run &&
                      std::ranges::all_of(c.pairs, [&](const BayPair& pair) {
                          return c.from.bays[*pair.from].width == c.to.bays[*pair.to].width;
                      });
    if (same) return;
    const auto take = [&to = c.to, all, come = c.bays_come](Design& copy) { take_bays(copy, to, all, come); };
    Design taken = c.from;
    take(taken);
    std::vector<Message> what;
    const Length3 was = overall_size(c.book, c.from), is = overall_size(c.book, taken);
    if (was.x != is.x) what.push_back(line("width", was.x, is.x));
    const auto bays = [](const Design& design) { return static_cast<std::int64_t>(design.bays.size()); };
    const auto corners = [](const Design& design) {
        return static_cast<std::int64_t>(runs_of(design).size()) - 1;
    };
    if (bays(c.from) != bays(c.to)) what.push_back(line("bays", bays(c.from), bays(c.to)));
    if (corners(c.from) != corners(c.to)) what.push_back(line("corners", corners(c.from), corners(c.to)));
    if (what.empty()) what.push_back({c.bays_come ? "differs.which_bays" : "differs.widths", {}});
    aspects.push_back({std::move(what), take});
}

/// Of the first design, those without a counterpart.
std::vector<std::size_t> bays_alone(const Compared& c) {
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < c.from.bays.size(); ++i)
        if (std::ranges::find(c.pairs, std::optional(i), &BayPair::from) == c.pairs.end()) alone.push_back(i);
    return alone;
}

void add_size(const Compared& c, Length Bay::* size, std::string_view key, Length (*whole)(const Design&),
              Aspects& aspects) {
    std::vector<BayPair> pairs;
    std::ranges::copy_if(c.pairs, std::back_inserter(pairs), [&](const BayPair& pair) {
        return c.from.bays[*pair.from].*size != c.to.bays[*pair.to].*size;
    });
    if (pairs.empty()) return;
    // Where all change alike, bays that only the first design has do so too: one alone would stand out.
    const Length was = c.from.bays[*pairs.front().from].*size, is = c.to.bays[*pairs.front().to].*size;
    const bool alike = std::ranges::all_of(pairs, [&](const BayPair& pair) {
        return c.from.bays[*pair.from].*size == was && c.to.bays[*pair.to].*size == is;
    });
    const auto take = [&to = c.to, pairs, size, alone = alike ? bays_alone(c) : std::vector<std::size_t>(),
                       was, is](Design& copy) {
        for (const BayPair& pair : pairs) copy.bays[*pair.from].*size = to.bays[*pair.to].*size;
        for (const std::size_t bay : alone)
            if (copy.bays[bay].*size == was) copy.bays[bay].*size = is;
    };
    Design taken = c.from;
    take(taken);
    const Message what = whole(c.from) != whole(taken)
                             ? line(key, whole(c.from), whole(taken))
                             : Message{fmt::format("differs.{}_of", key), {{"bays", bay_numbers(pairs)}}};
    aspects.push_back({{what}, take});
}

/// How it stands and is held.
void add_base(const Compared& c, Aspects& aspects) {
    const Base &was = c.from.base, &is = c.to.base;
    std::vector<Message> what;
    if (was.kind != is.kind)
        what.push_back(line("base", word_key("differs.base", kBaseWords, was.kind),
                            word_key("differs.base", kBaseWords, is.kind)));
    if (was.height != is.height) what.push_back(line("base_height", was.height, is.height));
    add(aspects, c.from, c.to, &Design::base, what);
    add(aspects, c.from, c.to, &Design::wall_fixing,
        {line("wall_fixing", yes_or_no(c.from.wall_fixing), yes_or_no(c.to.wall_fixing))});
    add(aspects, c.from, c.to, &Design::assembly,
        {line("assembly", word_key("differs.assembly", kAssemblyWords, c.from.assembly),
              word_key("differs.assembly", kAssemblyWords, c.to.assembly))});
    add(aspects, c.from, c.to, &Design::load,
        {line("load", Key{"load." + c.from.load}, Key{"load." + c.to.load})});
}

void add_top(const Compared& c, Aspects& aspects) {
    const auto worktop = [](const Design& design) {
        return design.worktop ? finish_key(design.worktop->finish) : Key{"differs.none"};
    };
    const bool both = c.from.worktop && c.to.worktop;
    std::vector<Message> what;
    if (worktop(c.from) != worktop(c.to)) what.push_back(line("worktop", worktop(c.from), worktop(c.to)));
    if (both && c.from.worktop->thickness != c.to.worktop->thickness)
        what.push_back(line("worktop_thickness", c.from.worktop->thickness, c.to.worktop->thickness));
    if (both && c.from.worktop->overhang != c.to.worktop->overhang)
        what.push_back(line("worktop_overhang", c.from.worktop->overhang, c.to.worktop->overhang));
    add(aspects, c.from, c.to, &Design::worktop, what);
    const auto height = [](const Design& design) { return design.cornice ? design.cornice->height : 0_mm; };
    const auto overhang = [](const Design& design) {
        return design.cornice ? design.cornice->overhang : 0_mm;
    };
    const bool higher = height(c.from) != height(c.to);
    add(aspects, c.from, c.to, &Design::cornice,
        {higher ? line("cornice", height(c.from), height(c.to))
                : line("cornice_overhang", overhang(c.from), overhang(c.to))});
    add(aspects, c.from, c.to, &Design::top_filler, {line("top_filler", c.from.top_filler, c.to.top_filler)});
}

void add_end(const Compared& c, End Design::* end, const std::string& side, Aspects& aspects) {
    const End &was = c.from.*end, &is = c.to.*end;
    std::vector<Message> what;
    if (was.cladding != is.cladding)
        what.push_back(line(side + "_cladding", yes_or_no(was.cladding), yes_or_no(is.cladding)));
    if (was.filler != is.filler) what.push_back(line(side + "_filler", was.filler, is.filler));
    if (was.scribe != is.scribe)
        what.push_back(line(side + "_scribe", yes_or_no(was.scribe), yes_or_no(is.scribe)));
    if (was.finish != is.finish)
        what.push_back(line(side + "_finish", finish_key(was.finish), finish_key(is.finish)));
    add(aspects, c.from, c.to, end, what);
}

void add_finish(const Compared& c, std::string Finishes::* group, std::string_view key, Aspects& aspects) {
    if (c.from.finish.*group == c.to.finish.*group) return;
    aspects.push_back({{line(key, finish_key(c.from.finish.*group), finish_key(c.to.finish.*group))},
                       [&to = c.to, group](Design& copy) { copy.finish.*group = to.finish.*group; }});
}

void add_thickness(const Compared& c, Length Thicknesses::* group, std::string_view key, Aspects& aspects) {
    if (c.from.thickness.*group == c.to.thickness.*group) return;
    aspects.push_back({{line(key, c.from.thickness.*group, c.to.thickness.*group)},
                       [&to = c.to, group](Design& copy) { copy.thickness.*group = to.thickness.*group; }});
}

void add_looks(const Compared& c, Aspects& aspects) {
    add_finish(c, &Finishes::fronts, "finish_fronts", aspects);
    add_finish(c, &Finishes::carcase, "finish_carcase", aspects);
    add_finish(c, &Finishes::shelves, "finish_shelves", aspects);
    add_finish(c, &Finishes::drawers, "finish_drawers", aspects);
    add(aspects, c.from, c.to, &Design::handle,
        {line("handle", Key{"handle." + c.from.handle}, Key{"handle." + c.to.handle})});
    add_thickness(c, &Thicknesses::carcase, "thickness_carcase", aspects);
    add_thickness(c, &Thicknesses::shelves, "thickness_shelves", aspects);
    add_thickness(c, &Thicknesses::fronts, "thickness_fronts", aspects);
}

/// It decides what fits, and hardly ever what it costs.
void add_room(const Compared& c, Aspects& aspects) {
    const Room &was = c.from.room, &is = c.to.room;
    std::vector<Message> what;
    if (was.ceiling && is.ceiling && was.ceiling != is.ceiling)
        what.push_back(line("ceiling", *was.ceiling, *is.ceiling));
    else if (was.ceiling != is.ceiling)
        what.push_back({"differs.ceiling_known", {}});
    if (was.wall != is.wall) what.push_back({"differs.wall", {}});
    if (was.slope != is.slope) what.push_back({"differs.slope", {}});
    if (was.skirting != is.skirting) what.push_back({"differs.skirting", {}});
    if (was.obstacles != is.obstacles) what.push_back({"differs.obstacles", {}});
    add(aspects, c.from, c.to, &Design::room, what);
}

}  // namespace

std::string bay_numbers(const std::vector<BayPair>& pairs) {
    std::string numbers;
    for (const BayPair& pair : pairs)
        numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", *pair.from + 1);
    return numbers;
}

Aspects aspects_between(const Book& book, const Design& from, const Design& to) {
    const std::vector<BayPair> all = bay_pairs(from, to);
    Compared compared{book, from, to, {}, false};
    for (const BayPair& pair : all) {
        const bool both = pair.from && pair.to;
        if (both) compared.pairs.push_back(pair);
        if (!both || from.bays[*pair.from].shape != to.bays[*pair.to].shape) compared.bays_come = true;
    }
    Aspects aspects;
    add_widths(compared, all, aspects);
    add_size(compared, &Bay::height, "height", total_height, aspects);
    add_size(compared, &Bay::depth, "depth", total_depth, aspects);
    add_bay_aspects(compared, aspects);
    add_looks(compared, aspects);
    add_base(compared, aspects);
    add_top(compared, aspects);
    add_end(compared, &Design::left_end, "left", aspects);
    add_end(compared, &Design::right_end, "right", aspects);
    add_room(compared, aspects);
    return aspects;
}

}  // namespace maatkast
