#include "model/design/edit.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "model/design/contradictions.h"
#include "model/design/edit_context.h"

namespace maatkast {
namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> words;
    for (;;) {
        const auto at = text.find(mark);
        words.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return words;
        text.remove_prefix(at + 1);
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// With a comma or a point, no exponent.
std::optional<double> parse_number(std::string_view text) {
    std::string number(text);
    std::ranges::replace(number, ',', '.');
    if (number.empty() || number.find_first_not_of("0123456789.-") != std::string::npos) return std::nullopt;
    double value = 0;
    const auto end = number.data() + number.size();
    const auto [at, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc{} || at != end) return std::nullopt;
    return value;
}

/// True where the path has the pattern's words; `#` stands for an index, which is noted.
bool matches(std::span<const std::string_view> path, std::string_view pattern,
             std::vector<std::size_t>& indices) {
    const auto words = split(pattern, '/');
    if (words.size() != path.size()) return false;
    indices.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != "#") {
            if (words[i] != path[i]) return false;
            continue;
        }
        std::size_t index = 0;
        const auto end = path[i].data() + path[i].size();
        const auto [at, error] = std::from_chars(path[i].data(), end, index);
        if (error != std::errc{} || at != end) return false;
        indices.push_back(index);
    }
    return true;
}

/// A size of a design, where it stands, and what a file may hold there.
struct Size {
    std::string where;
    Length value, least, most;
};

std::vector<Size> sizes_of(const Design& design) {
    std::vector<Size> sizes{{"thickness/carcase", design.thickness.carcase, 1_mm, kThickest},
                            {"thickness/shelves", design.thickness.shelves, 1_mm, kThickest},
                            {"thickness/fronts", design.thickness.fronts, 1_mm, kThickest}};
    if (design.worktop) sizes.push_back({"worktop/thickness", design.worktop->thickness, 1_mm, kThickest});
    for (std::size_t i = 0; i < design.room.obstacles.size(); ++i)
        sizes.push_back(
            {fmt::format("room/obstacles/{}/x", i), design.room.obstacles[i].x, -kLongest, kLongest});
    return sizes;
}

std::optional<Problem> wrong_size(const Size& size) {
    if (size.least <= size.value && size.value <= size.most) return std::nullopt;
    return Problem{size.where, {"edit.size", {{"value", size.value}, {"most", size.most}}}};
}

std::optional<Problem> no_bay(const Bay& bay, std::size_t index) {
    for (const auto& [name, size] :
         {std::pair{"width", bay.width}, {"height", bay.height}, {"depth", bay.depth}})
        if (size < 1_mm || size > kLongest)
            return Problem{fmt::format("bays/{}/{}", index, name),
                           {"edit.size", {{"value", size}, {"most", kLongest}}}};
    if (bay.openings.size() > kMostOpenings)
        return Problem{fmt::format("bays/{}/openings", index),
                       {"read.openings", {{"most", static_cast<std::int64_t>(kMostOpenings)}}}};
    return std::nullopt;
}

/// What no file may hold either: an edit must leave a design that can be saved and read again.
Problems no_design(const Design& design) {
    if (design.bays.empty()) return {{"bays", {"edit.no_bay", {}}}};
    if (design.bays.size() > kMostBays)
        return {{"bays", {"read.bays", {{"most", static_cast<std::int64_t>(kMostBays)}}}}};
    if (design.room.obstacles.size() > kMostObstacles)
        return {{"room/obstacles", {"read.list", {{"most", static_cast<std::int64_t>(kMostObstacles)}}}}};
    for (const Size& size : sizes_of(design))
        if (auto problem = wrong_size(size)) return {std::move(*problem)};
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        if (auto problem = no_bay(design.bays[i], i)) return {std::move(*problem)};
    return contradictions(design);
}

}  // namespace

Edit parse_edit(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {std::string(text), {}};
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

OrProblems<Design> apply(const Book& book, const Design& design, const Edit& edit) {
    EditContext context{book, design, edit, {}, {}};
    const auto path = split(edit.path, '/');
    for (const EditHandler& handler : edit_handlers()) {
        if (!matches(path, handler.pattern, context.indices)) continue;
        handler.apply(context);
        if (context.problems.empty()) context.problems = no_design(context.design);
        if (!context.problems.empty()) return std::unexpected(std::move(context.problems));
        return std::move(context.design);
    }
    return std::unexpected(Problems{{edit.path, {"edit.unknown", {{"path", edit.path}}}}});
}

OrProblems<Design> apply(const Book& book, const Design& design, std::span<const Edit> edits) {
    if (edits.empty()) return design;
    OrProblems<Design> changed = apply(book, design, edits.front());
    for (const Edit& edit : edits.subspan(1)) {
        if (!changed) break;
        changed = apply(book, *changed, edit);
    }
    return changed;
}

std::optional<Length> parse_length(std::string_view text, LengthUnit bare) {
    text = trimmed(text);
    double scale = bare == LengthUnit::centimetre ? 10 : 1;
    for (const auto& [unit, mm] : {std::pair{std::string_view("mm"), 1.0}, {"cm", 10.0}, {"m", 1000.0}}) {
        if (!text.ends_with(unit)) continue;
        scale = mm;
        text.remove_suffix(unit.size());
        break;
    }
    const auto value = parse_number(trimmed(text));
    if (!value || std::abs(*value * scale) > kLongest.mm()) return std::nullopt;
    return Length::nearest_mm(*value * scale);
}

std::optional<Angle> parse_angle(std::string_view text) {
    constexpr std::string_view kDegree = "°";
    text = trimmed(text);
    if (text.ends_with(kDegree)) text.remove_suffix(kDegree.size());
    const auto value = parse_number(trimmed(text));
    if (!value || std::abs(*value) > 360) return std::nullopt;
    return Angle{static_cast<std::int32_t>(std::lround(*value * 100))};
}

}  // namespace maatkast
