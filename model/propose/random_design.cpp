#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/build/shelf.h"
#include "model/build/whole.h"
#include "model/design/bay_order.h"
#include "model/design/kneehole.h"
#include "model/design/runs.h"
#include "model/design/words.h"
#include "model/propose/propose.h"

namespace maatkast {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere, unlike the standard library's
/// distributions.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    int whole(int least, int most) {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool chance(int percent) { return whole(1, 100) <= percent; }
    Length on(const Range& range, Length least, Length most) {
        const Length low = std::max(least, range.least), high = std::min(most, range.most);
        return range.round_down(low + range.step * whole(0, (high - low) / range.step));
    }
    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(whole(0, static_cast<int>(choices.size()) - 1))];
    }

  private:
    std::uint64_t state_;
};

constexpr Length kLeastRow = 400_mm;

/// What most bays of a design have in common.
struct Sizes {
    Length low, high, deep;  ///< how low, high and deep they may be
    Length width, height, depth;
    bool even = false;  ///< all of that width
};

class RandomDesigner {
  public:
    RandomDesigner(const Book& book, std::uint64_t seed, const std::vector<std::string>& kinds)
        : book_(book), random_(seed) {
        const auto named = [&](std::string_view word) {
            return std::ranges::find(kinds, word) != kinds.end();
        };
        const bool any = std::ranges::all_of(kinds, is_random_group);
        const auto wanted = [&](std::string_view id) { return any || named(id); };
        for (const FrontKind* kind : front_kinds())
            if (wanted(kind->id)) fronts_.push_back(kind);
        for (const InteriorKind* kind : interior_kinds())
            if (wanted(kind->id)) interiors_.push_back(kind);
        sliding_ = named("sliding") ? 100 : any ? 20 : 0;
        kneehole_ = named("kneehole") ? 100 : any ? 12 : 0;
        slope_ = named("slope") ? 100 : 16;
        for (const auto& [word, shape] : kShapeWords) {
            if ((wanted(word) || named("corner")) && is_corner(shape)) corners_.push_back(shape);
            if (wanted(word) && is_end(shape)) ends_.push_back(shape);
        }
        always_bent_ = named("corner") || !any;
        if (interiors_.empty()) interiors_.push_back(find_interior_kind("empty"));
        empty_ = wanted("empty") ? find_interior_kind("empty") : interiors_.front();
        for (const Finish& finish : book.finishes)
            if (finish.choice) (finish.fronts_only ? front_finishes_ : finishes_).push_back(finish.id);
        front_finishes_.insert(front_finishes_.begin(), finishes_.begin(), finishes_.end());
    }

    Design design() {
        Design design;
        design.load = random_.chance(80) ? "domestic" : random_.of(book_.loads).id;
        design.handle = random_.of(book_.handles).id;
        choose_base(design);
        design.finish = {random_.of(finishes_), random_.of(finishes_), random_.of(front_finishes_),
                         random_.of(finishes_)};
        const std::vector<Length> boards{16_mm, 19_mm, 19_mm, 25_mm};
        design.thickness = {random_.of(boards), random_.of(boards), random_.of(boards)};
        design.wall_fixing = random_.chance(85);
        if (random_.chance(30)) design.left_end.finish = random_.of(finishes_);
        if (random_.chance(30)) design.room.ceiling = Length::of_mm(random_.whole(2400, 3200));
        if (random_.chance(30)) design.assembly = Assembly::standing;
        choose_top(design);
        choose_ends(design);
        add_bays(design);
        add_sliding(design);
        add_room(design);
        add_kneehole(design);
        return design;
    }

  private:
    void choose_base(Design& design) {
        const int kind = random_.whole(1, 100);
        design.base.kind = kind <= 65 ? BaseKind::plinth : kind <= 90 ? BaseKind::legs : BaseKind::hung;
        const Range& base = design.base.kind == BaseKind::plinth ? book_.plinth_height
                            : design.base.kind == BaseKind::legs ? book_.leg_height
                                                                 : book_.hung_height;
        design.base.height = random_.on(base, base.least, std::min(base.most, 1000_mm));
        const std::vector<Wall> walls{Wall::unknown, Wall::masonry, Wall::concrete, Wall::plasterboard};
        design.room.wall = random_.of(walls);
    }

    void choose_top(Design& design) {
        const int kind = random_.whole(1, 100);
        if (kind <= 15)
            design.worktop = {random_.chance(50) ? 25_mm : 38_mm, Length::of_mm(random_.whole(0, 60)),
                              random_.of(finishes_)};
        else if (kind <= 25)
            design.cornice = {Length::of_mm(random_.whole(40, 150)), Length::of_mm(random_.whole(0, 60))};
        else if (kind <= 32)
            design.top_filler = Length::of_mm(random_.whole(20, 120));
    }

    void choose_ends(Design& design) {
        for (End* end : {&design.left_end, &design.right_end}) {
            end->cladding = random_.chance(12);
            if (!random_.chance(15)) continue;
            end->filler = Length::of_mm(random_.whole(35, 120));
            end->scribe = random_.chance(50);
        }
    }

    Back back(const Design& design) {
        if (design.base.kind == BaseKind::hung || random_.chance(80)) return Back::panel;
        return random_.chance(50) ? Back::brace : Back::none;
    }

    Sizes choose_sizes(const Design& design) {
        const bool hung = design.base.kind == BaseKind::hung;
        Sizes sizes;
        sizes.low = hung ? design.base.height + 350_mm : 450_mm;
        sizes.high = hung ? design.base.height + 1400_mm : 2600_mm;
        sizes.deep = hung ? 450_mm : 700_mm;
        sizes.height = random_.on(book_.height, sizes.low, sizes.high);
        sizes.depth = random_.on(book_.depth, 250_mm, sizes.deep);
        sizes.width = random_.on(book_.width, 300_mm, 800_mm);
        sizes.even = random_.chance(60);
        return sizes;
    }

    /// One in five goes round a corner or two, where the kinds asked for name no corner.
    int corner_count() {
        if (corners_.empty() || !(always_bent_ || random_.chance(20))) return 0;
        return random_.chance(25) ? 2 : 1;
    }

    /// Wall after wall; round a corner there are fewer bays to each, and at the ends now and then none.
    void add_bays(Design& design) {
        const Sizes sizes = choose_sizes(design);
        if (random_.chance(12)) row_ = book_.hole_pitch * random_.whole(8, 30);
        const int corners = corner_count();
        for (int run = 0; run <= corners; ++run) {
            if (run > 0) add_corner(design, sizes);
            const bool outer = run == 0 || run == corners;
            const int count = corners == 0                 ? random_.whole(1, 6)
                              : outer && random_.chance(8) ? 0
                                                           : random_.whole(1, corners == 1 ? 3 : 2);
            for (int i = 0; i < count; ++i) add_straight(design, sizes);
        }
        design.main_run = random_.whole(0, corners);
        for (const bool left : {true, false}) open_end(design, left);
    }

    Bay bay(const Design& design, const Sizes& sizes) {
        Bay bay;
        bay.width = sizes.even ? sizes.width : random_.on(book_.width, 300_mm, 900_mm);
        bay.height = random_.chance(80) ? sizes.height : random_.on(book_.height, sizes.low, sizes.high);
        bay.depth = random_.chance(85) ? sizes.depth : random_.on(book_.depth, 250_mm, sizes.deep);
        bay.locked = random_.chance(10);
        bay.back = back(design);
        if (random_.chance(10)) bay.finish = random_.of(finishes_);
        return bay;
    }

    void add_straight(Design& design, const Sizes& sizes) {
        Bay made = bay(design, sizes);
        add_openings(made, clear_height(design, made), design.thickness.shelves);
        add_fronts(made);
        design.bays.push_back(std::move(made));
    }

    /// Shelves of its own plan, and doors before what is not an L.
    void add_corner(Design& design, const Sizes& sizes) {
        Bay made = bay(design, sizes);
        made.shape = random_.of(corners_);
        made.width = random_.on(book_.width, 350_mm, 600_mm);
        if (made.back == Back::brace) made.back = Back::panel;
        add_openings(made, clear_height(design, made), design.thickness.shelves);
        const bool blind =
            made.shape == BayShape::corner_blind_left || made.shape == BayShape::corner_blind_right;
        keep_plain(made, blind);
        add_doors(made);
        design.bays.push_back(std::move(made));
    }

    /// One in eight of the outermost bays is an open one.
    void open_end(Design& design, bool left) {
        if (ends_.empty() || !random_.chance(always_bent_ ? 50 : 12)) return;
        Bay& at = left ? design.bays.front() : design.bays.back();
        if (!may_be_end(design, left ? 0 : design.bays.size() - 1) || at.shape != BayShape::straight) return;
        at.shape = random_.of(ends_);
        at.width = random_.on(book_.width, book_.width.least, 450_mm);
        at.fronts.clear();
        keep_plain(at, false);
        End& end = left ? design.left_end : design.right_end;
        end = {end.finish, false, {}, false};
    }

    Length clear_height(const Design& design, const Bay& bay) const {
        return bay.height - above_carcase(book_, design) - design.base.height - design.thickness.carcase * 2;
    }

    /// What stands on a plan of its own has whole shelves and no lights, and hardly ever an interior.
    void keep_plain(Bay& bay, bool interiors) {
        for (Opening& opening : bay.openings) {
            if (opening.shelf != ShelfKind::fixed) opening.shelf = ShelfKind::loose;
            if (opening.top && opening.shelf == ShelfKind::loose)
                *opening.top -= *opening.top % book_.hole_pitch;
            opening.led = false;
            if (!interiors) opening.interior = {find_interior_kind("empty"), 1, std::nullopt};
        }
    }

    /// One in six under a sloping ceiling, given in one of the three ways; now and then a skirting board and
    /// things in the room.
    void add_room(Design& design) {
        if (random_.chance(slope_)) add_slope(design);
        if (random_.chance(10))
            design.room.skirting = {Length::of_mm(random_.whole(50, 140)),
                                    Length::of_mm(random_.whole(9, 22))};
        if (!random_.chance(12)) return;
        const std::vector<RoomObstacle::Kind> kinds{RoomObstacle::Kind::window, RoomObstacle::Kind::door,
                                                    RoomObstacle::Kind::socket, RoomObstacle::Kind::radiator,
                                                    RoomObstacle::Kind::bed};
        const RoomObstacle::Kind kind = random_.of(kinds);
        const RoomDefaults::Obstacle& usual = book_.room.obstacles[static_cast<std::size_t>(kind)];
        design.room.obstacles.push_back({kind, random_.whole(0, static_cast<int>(runs_of(design).size()) - 1),
                                         Length::of_mm(random_.whole(-2200, 3500)), usual.y, usual.width,
                                         usual.height, usual.depth});
    }

    void add_slope(Design& design) {
        const std::vector<Slope::Side> sides{Slope::Side::left, Slope::Side::right, Slope::Side::back};
        Slope slope{random_.of(sides), {}, {}, {}};
        const int given = random_.whole(0, 2);
        if (given != 0) slope.low = Length::of_mm(random_.whole(700, 2300));
        if (given != 1) slope.high = Length::of_mm(random_.whole(1600, 4000));
        if (given != 2) slope.angle = Angle{random_.whole(1000, 6000)};
        if (slope.low && slope.high) slope.high = std::max(*slope.high, *slope.low + 200_mm);
        design.room.slope = slope;
    }

    void add_openings(Bay& bay, Length clear, Length shelf) {
        Length below{};
        for (;;) {
            Length top = below + book_.hole_pitch * random_.whole(4, 14);
            const bool row = row_ && below < *row_ && *row_ <= top && *row_ + kLeastRow < clear;
            if (row) top = *row_;
            Opening opening{top, interior(), std::nullopt};
            if (random_.chance(10)) opening.led = true;
            if (random_.chance(15)) opening.contents = random_.of(book_.contents).id;
            if (top + shelf + 100_mm > clear || (!row_ && random_.chance(12))) {
                opening.top.reset();
                bay.openings.push_back(std::move(opening));
                return;
            }
            if (row)
                opening.shelf = ShelfKind::stack;
            else
                choose_shelf(opening);
            bay.openings.push_back(std::move(opening));
            below = top;
        }
    }

    /// Loose on its hole as most are; what is dowelled stands anywhere.
    void choose_shelf(Opening& opening) {
        if (random_.chance(8)) opening.shelf_finish = random_.of(finishes_);
        if (random_.chance(60)) return;
        const std::vector<ShelfKind> kinds{ShelfKind::fixed, ShelfKind::protruding, ShelfKind::recessed,
                                           ShelfKind::slanted, ShelfKind::glass};
        opening.shelf = random_.of(kinds);
        if (!on_grid(opening.shelf)) *opening.top += Length::of_mm(random_.whole(0, 49));
    }

    Interior interior() {
        Interior interior{random_.chance(45) ? empty_ : random_.of(interiors_), 1, std::nullopt};
        if (interior.kind->most > 1) interior.count = random_.whole(1, 4);
        return interior;
    }

    /// Most fronts are plain; a frame needs boards of some thickness, which repairs may bring about.
    FrontStyle style() {
        const std::vector<FrontStyle> styles{FrontStyle::panelled, FrontStyle::glass_clear,
                                             FrontStyle::glass_frosted};
        return random_.chance(70) ? FrontStyle::slab : random_.of(styles);
    }

    Front front(const FrontKind* kind, int from, int to) {
        Front front{kind, from, to, std::nullopt};
        front.style = style();
        if (random_.chance(10)) front.handle = random_.of(book_.handles).id;
        front.own_grain = random_.chance(5);
        return front;
    }

    /// Now and then leaves that slide before some of the bays of a wall, which have one height and depth then
    /// and no fronts of their own.
    void add_sliding(Design& design) {
        if (sliding_ == 0 || !random_.chance(sliding_)) return;
        const auto straight = [&](int bay) {
            return bay < static_cast<int>(design.bays.size()) &&
                   design.bays[static_cast<std::size_t>(bay)].shape == BayShape::straight;
        };
        Sliding sliding;
        sliding.first = random_.whole(0, static_cast<int>(design.bays.size()) - 1);
        if (!straight(sliding.first)) return;
        sliding.last = sliding.first;
        while (straight(sliding.last + 1) && random_.chance(60)) ++sliding.last;
        sliding.leaves = random_.whole(2, 4);
        sliding.style = style();
        if (random_.chance(20)) sliding.finish = random_.of(front_finishes_);
        const Bay& first = design.bays[static_cast<std::size_t>(sliding.first)];
        for (int i = sliding.first; i <= sliding.last; ++i) {
            Bay& bay = design.bays[static_cast<std::size_t>(i)];
            bay.height = first.height;
            bay.depth = first.depth;
            bay.fronts.clear();
        }
        design.sliding.push_back(std::move(sliding));
    }

    /// One in eight has a bay to sit at, most of them wide and high enough for it. Drawn last, so that what
    /// has none stays as it was.
    void add_kneehole(Design& design) {
        if (kneehole_ == 0 || !random_.chance(kneehole_)) return;
        const int last = static_cast<int>(design.bays.size()) - 1;
        Bay& bay = design.bays[static_cast<std::size_t>(random_.whole(0, last))];
        if (!may_slide_before(bay)) return;
        bay.kneehole = true;
        if (random_.chance(80)) bay.width = random_.on(book_.width, 600_mm, 1000_mm);
        const bool high = random_.chance(80);
        for (Opening& opening : bay.openings)
            if (opening.top && high) *opening.top += book_.hole_pitch * 8;
        clear_kneehole(bay);
        settle(design);
    }

    /// Doors one above the other, some openings left open.
    void add_doors(Bay& bay) {
        std::vector<const FrontKind*> doors;
        for (const FrontKind* kind : fronts_)
            if (bay.shape == BayShape::corner_l
                    ? kind->folds
                    : kind->id == "left" || kind->id == "right" || kind->id == "pair")
                doors.push_back(kind);
        if (doors.empty() || random_.chance(20)) return;
        const int count = static_cast<int>(bay.openings.size());
        for (int i = 0, last = 0; i < count; i = last + 1) {
            last = std::min(count - 1, i + random_.whole(0, 4));
            if (random_.chance(80)) bay.fronts.push_back(front(random_.of(doors), i, last));
        }
    }

    /// Fronts one above the other, some openings left open; drawer fronts before drawers only, pull-outs
    /// before empty openings.
    void add_fronts(Bay& bay) {
        if (fronts_.empty() || random_.chance(25)) return;
        const int count = static_cast<int>(bay.openings.size());
        for (int i = 0; i < count;) {
            const FrontKind* kind = random_.of(fronts_);
            const int last = kind->carries_drawers ? i : std::min(count - 1, i + random_.whole(0, 4));
            const bool drawers =
                bay.openings[static_cast<std::size_t>(i)].interior.kind == find_interior_kind("drawers");
            if ((!kind->carries_drawers || drawers) && random_.chance(75))
                bay.fronts.push_back(front(kind, i, last));
            i = last + 1;
        }
    }

    const Book& book_;
    Random random_;
    int sliding_ = 0, kneehole_ = 0, slope_ = 0;  ///< percent of designs that are tried with it
    std::vector<BayShape> corners_, ends_;
    bool always_bent_ = false;  ///< such shapes were asked for by name
    std::vector<const FrontKind*> fronts_;
    std::vector<const InteriorKind*> interiors_;
    const InteriorKind* empty_ = nullptr;
    std::optional<Length> row_;  ///< where the upper row of all bays begins
    std::vector<std::string> finishes_, front_finishes_;
};

/// Whether what was asked for is still there after the repairs.
bool has_groups(const Design& design, const std::vector<std::string>& kinds) {
    const auto any_bay = [&](auto is) { return std::ranges::any_of(design.bays, is); };
    return std::ranges::all_of(kinds, [&](const std::string& kind) {
        if (kind == "corner") return any_bay([](const Bay& bay) { return is_corner(bay.shape); });
        if (kind == "kneehole") return any_bay([](const Bay& bay) { return bay.kneehole; });
        if (kind == "slope") return design.room.slope.has_value();
        return kind != "sliding" || !design.sliding.empty();
    });
}

}  // namespace

bool is_random_group(std::string_view word) {
    return std::ranges::find(kRandomGroups, word) != kRandomGroups.end();
}

Design random_design(const Book& book, std::uint64_t seed, std::uint64_t index,
                     const std::vector<std::string>& kinds) {
    Random streams(seed * 0x2545f4914f6cdd1du + index);
    for (;;) {
        Repaired repaired = repair_all(book, RandomDesigner(book, streams.next(), kinds).design());
        if (!repaired.left.empty() || !has_groups(repaired.design, kinds)) continue;
        repaired.design.name = fmt::format("S-{}-{}", seed, index);
        return std::move(repaired.design);
    }
}

}  // namespace maatkast
