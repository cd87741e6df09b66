#include "model/design/edits_between.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/build/kinds.h"
#include "model/build/rule.h"
#include "model/design/bay_pairs.h"
#include "model/design/design_io.h"
#include "model/design/kneehole.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

/// Carries each edit out as it notes it, so that the next one is chosen by what there is. After one that is
/// refused nothing is done any more.
class Way {
  public:
    Way(const Book& book, const Design& from, const Design& to) : book_(book), now_(from), to_(to) {}

    std::optional<std::vector<Edit>> edits() {
        bays();
        for (std::size_t i = 0; i < to_.bays.size() && !refused_; ++i) bay(i);
        sliding();
        for (std::size_t i = 0; i < to_.bays.size() && !refused_; ++i) fronts(i);
        whole();
        ends();
        top();
        slope();
        room();
        obstacles();
        if (refused_ || (now_ != to_ && write_design(now_) != write_design(to_))) return std::nullopt;
        return std::move(edits_);
    }

  private:
    void put(std::string path, std::string value = {}) {
        if (refused_) return;
        const Edit edit{std::move(path), std::move(value)};
        auto changed = apply(book_, now_, edit);
        refused_ = !changed;
        if (refused_) return;
        now_ = std::move(*changed);
        edits_.push_back(edit);
    }

    static std::string text_of(Length length) { return edit_value(length); }
    static std::string text_of(Angle angle) { return fmt::format("{:.2f}", angle.degrees()); }
    static std::string text_of(const std::string& text) { return text; }
    static std::string text_of(bool value) { return word_of(kBoolWords, value); }
    static std::string text_of(int value) { return std::to_string(value); }
    template <class T>
    static std::string text_of(const std::optional<T>& value) {
        return value ? text_of(*value) : "none";
    }

    template <class T>
    void set(std::string path, const T& now, const T& wanted) {
        if (now != wanted) put(std::move(path), text_of(wanted));
    }
    template <class T, std::size_t N>
    void set(std::string path, const Words<T, N>& words, T now, T wanted) {
        if (now != wanted) put(std::move(path), word_of(words, wanted));
    }

    void bays();
    void shapes();
    void bay(std::size_t i);
    void opening(std::size_t i, std::size_t j);
    void openings(std::size_t i);
    void fronts(std::size_t i);
    void front(std::size_t i, std::size_t j);
    void sliding();
    void leaves(std::size_t i);
    void whole();
    void ends();
    void top();
    void slope();
    void new_slope(const Slope& to);
    void slope_height(const char* path, std::optional<Length> Slope::* height);
    void room();
    void obstacles();

    const Book& book_;
    Design now_;
    const Design& to_;
    std::vector<Edit> edits_;
    bool refused_ = false;
};

/// From the right, so that the numbers of those that follow hold. Leaves that slide come back afterwards:
/// they follow bays in a way of their own.
void Way::bays() {
    const std::vector<BayPair> pairs = bay_pairs(now_, to_);
    const bool same = std::ranges::all_of(pairs, [&](const BayPair& pair) {
        return pair.from && pair.to && now_.bays[*pair.from].shape == to_.bays[*pair.to].shape &&
               now_.bays[*pair.from].kneehole == to_.bays[*pair.to].kneehole;
    });
    if (!same || now_.sliding != to_.sliding)
        while (!now_.sliding.empty() && !refused_) put("sliding/0/remove");
    for (std::size_t at = pairs.size(); at-- > 0;) {
        if (!pairs[at].to) put(fmt::format("bays/{}/remove", *pairs[at].from));
        if (pairs[at].from) continue;
        std::size_t like = at;
        while (like > 0 && !pairs[like].from) --like;
        put(fmt::format("bays/{}/duplicate", pairs[like].from.value_or(0)));
    }
    if (!refused_) shapes();
}

/// There are never more corners than a design may have on the way, nor ends in the middle.
void Way::shapes() {
    for (std::size_t i = 0; i < to_.bays.size() && !refused_; ++i)
        if (now_.bays[i].shape != to_.bays[i].shape)
            set(fmt::format("bays/{}/shape", i), kShapeWords, now_.bays[i].shape, BayShape::straight);
    for (std::size_t i = 0; i < to_.bays.size() && !refused_; ++i)
        set(fmt::format("bays/{}/shape", i), kShapeWords, now_.bays[i].shape, to_.bays[i].shape);
}

void Way::bay(std::size_t i) {
    const Bay& to = to_.bays[i];
    const std::string at = fmt::format("bays/{}/", i);
    const Bay now = now_.bays[i];
    set(at + "width", now.width, to.width);
    set(at + "height", now.height, to.height);
    set(at + "depth", now.depth, to.depth);
    set(at + "locked", now.locked, to.locked);
    set(at + "back", kBackWords, now.back, to.back);
    set(at + "finish", now.finish, to.finish);
    // What stands where knees go could not come or go there.
    if (now.kneehole && (!to.kneehole || now.openings.size() != to.openings.size()))
        put(at + "kneehole", text_of(false));
    openings(i);
    if (!refused_) set(at + "kneehole", now_.bays[i].kneehole, to.kneehole);
}

void Way::openings(std::size_t i) {
    const std::vector<Opening>& to = to_.bays[i].openings;
    const auto count = [&] { return now_.bays[i].openings.size(); };
    while (!refused_ && count() > to.size()) put(fmt::format("bays/{}/openings/{}/remove", i, count() - 1));
    while (!refused_ && count() < to.size())
        put(fmt::format("bays/{}/openings/{}/split", i, count() - 1), text_of(to[count() - 1].top));
    for (std::size_t j = 0; j < to.size() && !refused_; ++j) opening(i, j);
}

void Way::opening(std::size_t i, std::size_t j) {
    const Opening& to = to_.bays[i].openings[j];
    const Opening now = now_.bays[i].openings[j];
    const std::string at = fmt::format("bays/{}/openings/{}/", i, j);
    set(at + "top", now.top, to.top);
    set(at + "shelf", kShelfWords, now.shelf, to.shelf);
    set(at + "finish", now.shelf_finish, to.shelf_finish);
    set(at + "led", now.led, to.led);
    if (now.interior.kind != to.interior.kind || now.interior.count != to.interior.count) {
        const std::string kind(to.interior.kind->id);
        put(at + "interior",
            to.interior.kind->most > 1 ? fmt::format("{}:{}", kind, to.interior.count) : kind);
    }
    set(at + "interior/finish", now.interior.finish, to.interior.finish);
    set(at + "contents", now.contents, to.contents);
}

/// Those that come stand before one opening each at first: so they may come to cover any.
void Way::fronts(std::size_t i) {
    const std::vector<Front>& to = to_.bays[i].fronts;
    const std::vector<Front> now = now_.bays[i].fronts;
    const std::string at = fmt::format("bays/{}/fronts", i);
    const bool placed = std::ranges::equal(
        now, to, [](const Front& a, const Front& b) { return a.from == b.from && a.to == b.to; });
    if (!placed) {
        if (!now.empty()) put(at, "none");
        int place = openings_for_knees(to_.bays[i]);
        for (const Front& front : to) {
            put(at + "/add", fmt::format("{}:{}:{}", front.kind->id, place, place));
            ++place;
        }
    }
    for (std::size_t j = 0; j < to.size() && !refused_; ++j) front(i, j);
}

void Way::front(std::size_t i, std::size_t j) {
    const Front& to = to_.bays[i].fronts[j];
    const Front now = now_.bays[i].fronts[j];
    const std::string at = fmt::format("bays/{}/fronts/{}/", i, j);
    // A front never ends below where it begins.
    if (to.to >= now.from) set(at + "to", now.to, to.to);
    set(at + "from", now.from, to.from);
    if (to.to < now.from) set(at + "to", now.to, to.to);
    if (now.kind != to.kind) put(at + "kind", std::string(to.kind->id));
    set(at + "finish", now.finish, to.finish);
    set(at + "style", kStyleWords, now.style, to.style);
    if (now.handle != to.handle) put(at + "handle", to.handle.value_or("default"));
    set(at + "own_grain", now.own_grain, to.own_grain);
}

void Way::sliding() {
    if (now_.sliding == to_.sliding) return;
    for (std::size_t i = 0; i < to_.sliding.size() && !refused_; ++i) {
        put("sliding/add", fmt::format("{}-{}", to_.sliding[i].first, to_.sliding[i].last));
        if (!refused_) leaves(i);
    }
}

void Way::leaves(std::size_t i) {
    const Sliding& to = to_.sliding[i];
    const Sliding now = now_.sliding[i];
    const std::string at = fmt::format("sliding/{}/", i);
    // Finishes may be kept for more leaves than there are.
    set(at + "leaves", now.leaves, std::max(to.leaves, static_cast<int>(to.leaf_finishes.size())));
    set(at + "style", kStyleWords, now.style, to.style);
    set(at + "finish", now.finish, to.finish);
    for (std::size_t leaf = 0; leaf < to.leaf_finishes.size(); ++leaf)
        if (to.leaf_finishes[leaf]) put(fmt::format("{}leaves/{}/finish", at, leaf), *to.leaf_finishes[leaf]);
    if (!refused_) set(at + "leaves", now_.sliding[i].leaves, to.leaves);
}

void Way::whole() {
    set("name", now_.name, to_.name);
    set("assembly", kAssemblyWords, now_.assembly, to_.assembly);
    set("wall_fixing", now_.wall_fixing, to_.wall_fixing);
    set("load", now_.load, to_.load);
    set("handle", now_.handle, to_.handle);
    set("base", kBaseWords, now_.base.kind, to_.base.kind);
    set("base/height", now_.base.height, to_.base.height);
    set("finish/carcase", now_.finish.carcase, to_.finish.carcase);
    set("finish/shelves", now_.finish.shelves, to_.finish.shelves);
    set("finish/fronts", now_.finish.fronts, to_.finish.fronts);
    set("finish/drawers", now_.finish.drawers, to_.finish.drawers);
    set("thickness/carcase", now_.thickness.carcase, to_.thickness.carcase);
    set("thickness/shelves", now_.thickness.shelves, to_.thickness.shelves);
    set("thickness/fronts", now_.thickness.fronts, to_.thickness.fronts);
    set("main_run", now_.main_run, to_.main_run);
}

void Way::ends() {
    for (const auto& [at, end] :
         {std::pair{"ends/left", &Design::left_end}, std::pair{"ends/right", &Design::right_end}}) {
        const End now = now_.*end, &to = to_.*end;
        set(at, now.finish, to.finish);
        set(fmt::format("{}/cladding", at), now.cladding, to.cladding);
        set(fmt::format("{}/filler", at), now.filler, to.filler);
        set(fmt::format("{}/scribe", at), now.scribe, to.scribe);
    }
}

void Way::top() {
    const auto finish = [](const Design& design) {
        return design.worktop ? design.worktop->finish : std::string("none");
    };
    set("worktop", finish(now_), finish(to_));
    if (to_.worktop && now_.worktop) {
        set("worktop/thickness", now_.worktop->thickness, to_.worktop->thickness);
        set("worktop/overhang", now_.worktop->overhang, to_.worktop->overhang);
    }
    const auto height = [](const Design& design) {
        return design.cornice ? std::optional(design.cornice->height) : std::nullopt;
    };
    set("cornice", height(now_), height(to_));
    if (to_.cornice && now_.cornice) set("cornice/overhang", now_.cornice->overhang, to_.cornice->overhang);
    set("top_filler", now_.top_filler, to_.top_filler);
}

void Way::slope_height(const char* path, std::optional<Length> Slope::* height) {
    if (refused_ || !(*to_.room.slope.*height)) return;
    set(path, *now_.room.slope.*height, *to_.room.slope.*height);
}

/// Says of the slope what the other one says of it, whatever that is: a flat one can give any size up.
void Way::new_slope(const Slope& to) {
    if (now_.room.slope) put("room/slope", "none");
    put("room/slope", word_of(kSlopeWords, to.side));
    if (to.low && to.angle) return;  // as every slope begins
    put("room/slope/angle", text_of(kFlattest));
    put(to.low ? "room/slope/angle" : "room/slope/low", "none");
}

void Way::slope() {
    if (now_.room.slope == to_.room.slope) return;
    if (!to_.room.slope) return put("room/slope", "none");
    const Slope& to = *to_.room.slope;
    const auto same_sizes = [&](const Slope& now) {
        return now.low.has_value() == to.low.has_value() && now.high.has_value() == to.high.has_value();
    };
    if (!now_.room.slope || !same_sizes(*now_.room.slope))
        new_slope(to);
    else
        set("room/slope", kSlopeWords, now_.room.slope->side, to.side);
    if (refused_) return;
    const bool rises = to.low && now_.room.slope->high && *to.low >= *now_.room.slope->high;
    if (rises) slope_height("room/slope/high", &Slope::high);
    slope_height("room/slope/low", &Slope::low);
    slope_height("room/slope/high", &Slope::high);
    if (!refused_ && to.angle) set("room/slope/angle", now_.room.slope->angle, to.angle);
}

void Way::room() {
    set("room/ceiling", now_.room.ceiling, to_.room.ceiling);
    set("room/wall", kWallWords, now_.room.wall, to_.room.wall);
    const auto height = [](const Room& room) {
        return room.skirting ? std::optional(room.skirting->height) : std::nullopt;
    };
    set("room/skirting", height(now_.room), height(to_.room));
    if (now_.room.skirting && to_.room.skirting)
        set("room/skirting/depth", now_.room.skirting->depth, to_.room.skirting->depth);
}

void Way::obstacles() {
    const std::vector<RoomObstacle>& to = to_.room.obstacles;
    const auto count = [&] { return now_.room.obstacles.size(); };
    std::size_t alike = 0;
    while (alike < std::min(count(), to.size()) && now_.room.obstacles[alike].kind == to[alike].kind) ++alike;
    while (!refused_ && count() > alike) put(fmt::format("room/obstacles/{}/remove", count() - 1));
    while (!refused_ && count() < to.size())
        put("room/obstacles/add", word_of(kObstacleWords, to[count()].kind));
    for (std::size_t i = 0; i < to.size() && !refused_; ++i) {
        const RoomObstacle now = now_.room.obstacles[i];
        const std::string at = fmt::format("room/obstacles/{}/", i);
        set(at + "run", now.run, to[i].run);
        set(at + "x", now.x, to[i].x);
        set(at + "y", now.y, to[i].y);
        set(at + "width", now.width, to[i].width);
        set(at + "height", now.height, to[i].height);
        set(at + "depth", now.depth, to[i].depth);
    }
}

}  // namespace

std::optional<std::vector<Edit>> edits_between(const Book& book, const Design& from, const Design& to) {
    return Way(book, from, to).edits();
}

}  // namespace maatkast
