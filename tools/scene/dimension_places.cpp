#include "tools/scene/dimension_places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace maatkast::scene {
namespace {

// Pixels at scale 1.
constexpr float kGap = 5;                     // from a corner to its extension line
constexpr float kBeyond = 5;                  // of an extension line over its line
constexpr float kFirst = 12;                  // from the cabinet to the numbers of the first row
constexpr float kBetween = 9;                 // from numbers to numbers of the next row
constexpr float kBeside = 7;                  // of line left on each side of a number
constexpr float kApart = 3;                   // between numbers
constexpr float kEdge = 6;                    // between numbers and the edge of the picture
constexpr double kFurthest = 2.2;             // metres from a line to the edge that it belongs to
constexpr double kFromAbove = 15;             // degrees
constexpr double kSame = 0.001, kNear = 0.4;  // metres: one corner; rows that may be brought together
constexpr double kGrazing = 0.17;             // cosine between sight and the face that must be seen, at least
constexpr float kShortest = 24;               // of a line whose number stands beside it
constexpr double kNearest = 0.05;             // metres, where the search for a line's place begins
constexpr int kSteps = 16;

glm::vec2 perpendicular(glm::vec2 along) {
    return {-along.y, along.x};
}

/// Corners of a block, and points of its edges: lines keep clear of those beside them.
void add_points(const Block& block, const render::View& view, std::vector<glm::vec2>& points) {
    constexpr int kPieces = 4;
    const auto add = [&](const glm::dvec3& share) {
        const glm::dvec3 at = glm::mix(block.least, block.most, share);
        const auto seen = render::project(view, glm::vec3(block.frame * glm::dvec4(at, 1)));
        if (seen) points.push_back(*seen);
    };
    for (int axis = 0; axis < 3; ++axis)
        for (int edge = 0; edge < 4; ++edge)
            for (int i = 0; i <= kPieces; ++i) {
                glm::dvec3 share{0};
                share[axis] = static_cast<double>(i) / kPieces;
                share[(axis + 1) % 3] = edge & 1;
                share[(axis + 2) % 3] = edge >> 1;
                add(share);
            }
}

/// A line at one place: what it is measured from, how far out, and where its ends are seen.
struct Line {
    const Dimension* dimension = nullptr;
    const DimensionSide* side = nullptr;
    std::size_t index = 0;
    std::string text;
    glm::vec2 size{0};  ///< of the number's plate
    bool strong = false;
};

/// A side that a stack may choose.
struct Place {
    std::vector<Line> lines;
    double base = 0;  ///< metres along `out`: of the outermost corner
    double cost = 1e9;
};

/// A row as it was placed: how far along `out`, and the corners that it is measured between.
struct Row {
    glm::dvec3 out{0};
    double level = 0;
    std::array<glm::dvec3, 2> corners{};
    bool strong = false;
};

/// What rows have taken so far.
struct Taken {
    float reached = 0;  ///< pixels from the cabinet to where the next row's numbers may begin
    double moved = 0;   ///< metres that the last row stands further out than that, to meet another
};

class Placer {
  public:
    Placer(std::span<const Dimension> dimensions, std::span<const Block> blocks, const render::View& view,
           const DimensionStyle& style)
        : dimensions_(dimensions), blocks_(blocks), view_(view), style_(style) {
        for (const Block& block : blocks) add_points(block, view, points_);
        const glm::dvec3 ahead(-view.view[0][2], -view.view[1][2], -view.view[2][2]);
        from_above_ = -ahead.y > std::sin(glm::radians(kFromAbove));
    }

    std::vector<PlacedDimension> place() {
        std::set<int> stacks;
        for (const Dimension& dimension : dimensions_) stacks.insert(dimension.stack);
        // Rows that meet at a corner meet at one height: they are known once all have been placed, and a
        // third wall hears of the first through the second.
        constexpr int kPasses = 3;
        for (int pass = 0; pass < kPasses; ++pass) {
            known_ = std::exchange(rows_, {});
            placed_.clear();
            for (const int stack : stacks) place_stack(stack);
        }
        set_numbers();
        return std::move(placed_);
    }

  private:
    float px(float at_96_dpi) const { return at_96_dpi * style_.scale; }
    std::optional<glm::vec2> seen(const glm::dvec3& at) const {
        return render::project(view_, glm::vec3(at));
    }
    Line line_of(std::size_t index, const DimensionSide& side) const {
        const Dimension& dimension = dimensions_[index];
        Line line{&dimension, &side, index, dimension_text(dimension.value, style_.decimal), {}, false};
        line.strong = dimension.kind == DimensionKind::overall || dimension.kind == DimensionKind::low;
        line.size = style_.measure(line.text, line.strong) + glm::vec2(px(10), px(4));
        return line;
    }

    /// The ends of a line `out` metres from what lies outermost, in the world.
    std::array<glm::dvec3, 2> ends(const Line& line, double base, double out) const {
        const DimensionSide& side = *line.side;
        const auto moved = [&](const glm::dvec3& at) {
            return at + side.out * (base + out - glm::dot(at, side.out));
        };
        // A corner that does not lie square beyond the other one is brought there.
        const glm::dvec3 across =
            side.to - side.from -
            line.dimension->along * glm::dot(side.to - side.from, line.dimension->along);
        const glm::dvec3 aside = across - side.out * glm::dot(across, side.out);
        return {moved(side.from), moved(side.to - aside)};
    }

    std::map<int, Place> places_of(int stack) const;
    std::optional<double> distance(const Place& place, float pixels);
    std::optional<double> find_distance(const Place& place, float pixels) const;
    float clearance(const glm::vec2& a, const glm::vec2& b, const glm::vec2& inwards,
                    std::span<const glm::vec2> points) const;
    double aligned(const std::vector<const Line*>& row, double level) const;
    void place_stack(int stack);
    Taken place_row(const Place& place, bool outer, const Taken& taken);
    bool fits(const Line& line, double base, double out) const;
    void add(const Line& line, double base, double out);
    void set_numbers();
    bool set_number(PlacedDimension& placed);
    bool free(const PixelRect& rect) const;

    std::span<const Dimension> dimensions_;
    std::span<const Block> blocks_;
    const render::View& view_;
    const DimensionStyle& style_;
    bool from_above_ = false;
    std::vector<Row> rows_, known_;  ///< of this pass, and of the one before
    std::map<std::pair<int, float>, std::optional<double>> distances_;  ///< found before, by place and pixels
    std::vector<glm::vec2> points_;
    std::vector<PlacedDimension> placed_;
};

/// From nearly along a face, what hangs below it is a tangle; on the floor before it there is more room.
bool is_seen(const DimensionSide& side, const glm::dvec3& eye) {
    const glm::dvec3 sight = eye - (side.from + side.to) / 2.0;
    const double least = side.when == DimensionSide::When::from_above ? kGrazing / 4 : kGrazing;
    return side.face == glm::dvec3(0) || glm::dot(side.face, sight) > least * glm::length(sight);
}

std::map<int, Place> Placer::places_of(int stack) const {
    std::map<int, Place> places;
    for (std::size_t i = 0; i < dimensions_.size(); ++i) {
        if (dimensions_[i].stack != stack) continue;
        for (const DimensionSide& side : dimensions_[i].sides) {
            if (side.when == DimensionSide::When::from_above && !from_above_) continue;
            if (side.when == DimensionSide::When::from_eye_level && from_above_) continue;
            if (!is_seen(side, view_.eye)) continue;
            Place& place = places[side.place];
            if (place.lines.empty()) place.base = -1e9;
            place.lines.push_back(line_of(i, side));
            place.base = std::max({place.base, glm::dot(side.from, side.out), glm::dot(side.to, side.out)});
        }
    }
    return places;
}

/// Pixels from the line to the nearest of the points beside it; negative where one lies beyond.
float Placer::clearance(const glm::vec2& a, const glm::vec2& b, const glm::vec2& inwards,
                        std::span<const glm::vec2> points) const {
    const float length = glm::length(b - a);
    if (length < 1) return -1;
    const glm::vec2 along = (b - a) / length;
    glm::vec2 normal = perpendicular(along);
    if (glm::dot(inwards - (a + b) / 2.0F, normal) < 0) normal = -normal;
    float least = glm::dot(inwards - (a + b) / 2.0F, normal);
    for (const glm::vec2& point : points) {
        const float at = glm::dot(point - a, along);
        if (at < -px(kFirst) || at > length + px(kFirst)) continue;
        least = std::min(least, glm::dot(point - a, normal));
    }
    return least;
}

/// Metres out where the longest line of the place is so many pixels clear of the cabinet, or, where it need
/// not be, of its own edge.
std::optional<double> Placer::distance(const Place& place, float pixels) {
    const auto [known, is_new] = distances_.try_emplace({place.lines.front().side->place, pixels});
    if (is_new) known->second = find_distance(place, pixels);
    return known->second;
}

std::optional<double> Placer::find_distance(const Place& place, float pixels) const {
    const auto longest = std::ranges::max_element(
        place.lines, {}, [](const Line& line) { return line.dimension->value.tenths; });
    const auto edge = ends(*longest, place.base, 0);
    const auto middle = seen((edge[0] + edge[1]) / 2.0);
    if (!middle) return {};
    std::vector<glm::vec2> own;
    for (const glm::dvec3& end : edge)
        if (const auto at = seen(end)) own.push_back(*at);
    const std::span<const glm::vec2> points = longest->side->clear ? points_ : own;
    const auto clear = [&](double out) {
        const auto there = ends(*longest, place.base, out);
        const auto a = seen(there[0]), b = seen(there[1]);
        return a && b && clearance(*a, *b, *middle, points) >= pixels;
    };
    // From near on: far out, a line may have passed the eye.
    double low = 0, high = kNearest;
    for (; !clear(high); high *= 2) {
        if (high > kFurthest) return {};
        low = high;
    }
    for (int i = 0; i < kSteps; ++i) {
        const double half = (low + high) / 2;
        (clear(half) ? high : low) = half;
    }
    return high;
}

bool Placer::fits(const Line& line, double base, double out) const {
    const auto there = ends(line, base, out);
    const auto a = seen(there[0]), b = seen(there[1]);
    if (!a || !b) return false;
    const glm::vec2 way = *b - *a;
    const float length = glm::length(way);
    const glm::vec2 along = glm::abs(way) / std::max(length, 1e-3F);
    const float needed =
        std::min(line.size.x / std::max(along.x, 1e-3F), line.size.y / std::max(along.y, 1e-3F));
    if (line.strong) return length >= px(kShortest);
    return length >= needed + 2 * px(kBeside) * (line.dimension->chain() ? 0.6F : 1.0F);
}

/// The level of a row that shares a corner with this one and stands a little further out; else its own.
double Placer::aligned(const std::vector<const Line*>& row, double level) const {
    double furthest = level;
    for (const Line* line : row)
        for (const Row& other : known_) {
            if (other.strong != line->strong || glm::dot(other.out, line->side->out) < 0.99) continue;
            const auto shares = [&](const glm::dvec3& corner) {
                return glm::distance(corner, line->side->from) < kSame ||
                       glm::distance(corner, line->side->to) < kSame;
            };
            if (other.level < level + (from_above_ ? kNear / 2 : kNear) &&
                std::ranges::any_of(other.corners, shares))
                furthest = std::max(furthest, other.level);
        }
    return furthest;
}

void Placer::place_stack(int stack) {
    std::map<int, Place> places = places_of(stack);
    const Place* best = nullptr;
    for (auto& [number, place] : places) {
        const bool inside = place.lines.front().side->inside;
        const auto first = inside ? std::optional(0.0) : distance(place, px(kFirst + kBetween));
        if (!first) continue;
        place.cost = *first + place.lines.front().side->dislike;
        if (!best || place.cost < best->cost) best = &place;
    }
    if (!best) return;
    const Taken inner = place_row(*best, false, {px(kFirst), 0});
    place_row(*best, true, inner);
}

/// Inner rows are chains, outer ones of the whole. Returns what is taken then: as before, where none of its
/// numbers could be read.
Taken Placer::place_row(const Place& place, bool outer, const Taken& taken) {
    std::vector<const Line*> row;
    for (const Line& line : place.lines)
        if (line.strong == outer) row.push_back(&line);
    if (row.empty()) return taken;
    const auto edge = ends(*row.front(), place.base, 0);
    const auto a = seen(edge[0]), b = seen(edge[1]);
    if (!a || !b || glm::length(*b - *a) < 1) return taken;
    const glm::vec2 across = glm::abs(perpendicular(glm::normalize(*b - *a)));
    float thick = 0;  // of the numbers, across their line
    for (const Line* line : row) thick = std::max(thick, glm::dot(across, line->size));
    double out = 0, moved = taken.moved;
    if (!row.front()->side->inside) {
        const auto found = distance(place, taken.reached + thick / 2);
        if (!found) return taken;
        out = aligned(row, place.base + *found + moved) - place.base;
        moved = out - *found;
    }
    const auto readable =
        std::ranges::count_if(row, [&](const Line* line) { return fits(*line, place.base, out); });
    if (readable == 0 || (row.front()->dimension->chain() && 2 * readable < std::ssize(row))) return taken;
    for (const Line* line : row) {
        add(*line, place.base, out);
        rows_.push_back({line->side->out, place.base + out, {line->side->from, line->side->to}, outer});
    }
    return {taken.reached + thick + px(kBetween), moved};
}

void Placer::add(const Line& line, double base, double out) {
    const auto there = ends(line, base, out);
    const DimensionSide& side = *line.side;
    const auto a = seen(there[0]), b = seen(there[1]), from = seen(side.from), to = seen(side.to);
    if (!a || !b || !from || !to) return;
    if (!side.clear && !side.inside && hidden(blocks_, view_.eye, (there[0] + there[1]) / 2.0)) return;
    PlacedDimension placed;
    placed.index = line.index;
    placed.strong = line.strong;
    placed.inside = side.inside;
    placed.corners = {*from, *to};
    placed.ends = {*a, *b};
    placed.text = line.text;
    for (std::size_t i = 0; i < 2; ++i) {
        const glm::vec2 way = placed.ends[i] - placed.corners[i];
        const float length = std::max(glm::length(way), 1e-3F);
        const glm::vec2 step = way / length;
        placed.extensions[i] = {placed.corners[i] + step * std::min(px(kGap), length),
                                placed.ends[i] + step * px(kBeyond)};
    }
    if (fits(line, base, out)) placed.label = PixelRect{-line.size / 2.0F, line.size / 2.0F};
    placed_.push_back(placed);
}

bool Placer::free(const PixelRect& rect) const {
    const glm::vec2 size(view_.size.width, view_.size.height);
    if (rect.least.x < px(kEdge) || rect.least.y < px(kEdge) || rect.most.x > size.x - px(kEdge) ||
        rect.most.y > size.y - px(kEdge))
        return false;
    if (std::ranges::any_of(style_.taken, [&](const PixelRect& taken) { return taken.meets(rect); }))
        return false;
    return std::ranges::none_of(placed_, [&](const PlacedDimension& other) {
        return other.label && other.label->meets(rect, px(kApart));
    });
}

/// In the middle of its line, or somewhere else on it; beside a line that is too short for it.
bool Placer::set_number(PlacedDimension& placed) {
    const glm::vec2 half = placed.label->most;
    placed.label.reset();
    const glm::vec2 way = placed.ends[1] - placed.ends[0];
    const float length = glm::length(way);
    const glm::vec2 along = glm::abs(way) / length;
    const float room =
        std::min(half.x / std::max(along.x, 1e-3F), half.y / std::max(along.y, 1e-3F)) / length;
    const auto take = [&](const glm::vec2& middle) {
        const PixelRect rect{middle - half, middle + half};
        if (!free(rect)) return false;
        placed.label = rect;
        return true;
    };
    const glm::vec2 middle = (placed.ends[0] + placed.ends[1]) / 2.0F;
    if (placed.strong && length < 2 * glm::dot(half, along) + 2 * px(kBeside)) {
        glm::vec2 normal = perpendicular(way / length);
        if (glm::dot(normal, middle - (placed.corners[0] + placed.corners[1]) / 2.0F) < 0) normal = -normal;
        return take(middle + normal * (glm::dot(half, glm::abs(normal)) + px(kFirst) / 2));
    }
    for (const float aside : {0.0F, -0.1F, 0.1F, -0.2F, 0.2F, -0.3F, 0.3F, -0.4F, 0.4F})
        if ((aside == 0 || std::abs(aside) + room <= 0.5F) && take(middle + way * aside)) return true;
    return false;
}

void Placer::set_numbers() {
    std::vector<PlacedDimension> waiting = std::move(placed_);
    placed_.clear();
    std::ranges::stable_sort(waiting, std::greater{}, &PlacedDimension::strong);
    std::map<int, int> balance;  // of chains, by stack: numbers that stand less those that do not
    for (PlacedDimension& placed : waiting) {
        const Dimension& dimension = dimensions_[placed.index];
        const bool set = placed.label && set_number(placed);
        if (!set) placed.label.reset();
        if (dimension.chain()) balance[dimension.stack] += set ? 1 : -1;
        if (set || dimension.chain()) placed_.push_back(placed);
    }
    std::erase_if(placed_, [&](const PlacedDimension& placed) {
        const Dimension& dimension = dimensions_[placed.index];
        return dimension.chain() && balance[dimension.stack] < 0;
    });
}

}  // namespace

bool PixelRect::meets(const PixelRect& other, float air) const {
    return least.x < other.most.x + air && other.least.x < most.x + air && least.y < other.most.y + air &&
           other.least.y < most.y + air;
}

bool PixelRect::holds(glm::vec2 at) const {
    return at.x >= least.x && at.x <= most.x && at.y >= least.y && at.y <= most.y;
}

std::string dimension_text(Length length, char decimal) {
    const std::int32_t whole = length.tenths / 10, tenths = std::abs(length.tenths % 10);
    return tenths == 0 ? fmt::format("{}", whole) : fmt::format("{}{}{}", whole, decimal, tenths);
}

std::vector<PlacedDimension> place_dimensions(std::span<const Dimension> dimensions,
                                              std::span<const Block> blocks, const render::View& view,
                                              const DimensionStyle& style) {
    return Placer(dimensions, blocks, view, style).place();
}

render::Camera with_room_for(std::span<const Dimension> dimensions, std::span<const Block> blocks,
                             render::Camera camera, render::Size size, const DimensionStyle& style) {
    constexpr int kTries = 6;
    // A picture much larger than the frame, so that no number is lost before there is room for it.
    constexpr std::uint32_t kLarger = 3;
    const render::Size large{size.width * kLarger, size.height * kLarger};
    const glm::vec2 shift = glm::vec2(size.width, size.height) * static_cast<float>(kLarger - 1) / 2.0F;
    const float margin = 22 * style.scale;
    const glm::vec2 room = glm::vec2(size.width, size.height) - 2 * margin;
    for (int i = 0; i < kTries; ++i) {
        render::Camera wide = camera;
        const float half = std::tan(glm::radians(camera.fov_y_degrees) / 2);
        wide.fov_y_degrees = glm::degrees(2 * std::atan(half * kLarger));
        const render::View view = render::make_view(wide, large);
        PixelRect all{glm::vec2(1e9F), glm::vec2(-1e9F)};
        const auto take = [&](const glm::vec2& at) {
            all.least = glm::min(all.least, at - shift);
            all.most = glm::max(all.most, at - shift);
        };
        std::vector<glm::vec2> points;
        for (const Block& block : blocks) add_points(block, view, points);
        for (const glm::vec2& point : points) take(point);
        for (const PlacedDimension& placed : place_dimensions(dimensions, blocks, view, style)) {
            for (const glm::vec2& end : placed.ends) take(end);
            if (placed.label) take(placed.label->least), take(placed.label->most);
        }
        if (all.least.x > all.most.x) return camera;
        const glm::vec2 extent = all.most - all.least;
        const float factor = std::max({1.0F, extent.x / room.x, extent.y / room.y});
        const glm::vec2 off = (all.least + all.most) / 2.0F - glm::vec2(size.width, size.height) / 2.0F;
        const bool inside = all.least.x >= margin - 1 && all.least.y >= margin - 1 &&
                            all.most.x <= static_cast<float>(size.width) - margin + 1 &&
                            all.most.y <= static_cast<float>(size.height) - margin + 1;
        if (inside) return camera;
        const glm::vec3 away = camera.eye - camera.target;
        const float metres = 2 * half * glm::length(away) / static_cast<float>(size.height);
        const glm::vec3 back = glm::normalize(away), right = glm::normalize(glm::cross(camera.up, back)),
                        up = glm::cross(back, right);
        camera.target += (right * off.x - up * off.y) * metres;
        camera.eye = camera.target + away * factor;
    }
    return camera;
}

}  // namespace maatkast::scene
