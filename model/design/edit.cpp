#include "model/design/edit.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

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

/// What no file may hold either: an edit must leave a design that can be saved and read again.
std::optional<Problem> no_design(const Design& design) {
    if (design.bays.empty()) return Problem{"bays", {"edit.no_bay", {}}};
    for (const auto& [name, board] : {std::pair{"carcase", design.thickness.carcase},
                                      {"shelves", design.thickness.shelves},
                                      {"fronts", design.thickness.fronts}})
        if (board > kThickest)
            return Problem{fmt::format("thickness/{}", name),
                           {"edit.size", {{"value", board}, {"most", kThickest}}}};
    if (design.bays.size() > kMostBays)
        return Problem{"bays", {"read.bays", {{"most", static_cast<std::int64_t>(kMostBays)}}}};
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        const Bay& bay = design.bays[i];
        for (const auto& [name, size] :
             {std::pair{"width", bay.width}, {"height", bay.height}, {"depth", bay.depth}})
            if (size < 1_mm || size > kLongest)
                return Problem{fmt::format("bays/{}/{}", i, name),
                               {"edit.size", {{"value", size}, {"most", kLongest}}}};
        if (bay.openings.size() > kMostOpenings)
            return Problem{fmt::format("bays/{}/openings", i),
                           {"read.openings", {{"most", static_cast<std::int64_t>(kMostOpenings)}}}};
    }
    return std::nullopt;
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
        if (context.problems.empty())
            if (auto problem = no_design(context.design)) context.problems.push_back(std::move(*problem));
        if (!context.problems.empty()) return std::unexpected(std::move(context.problems));
        return std::move(context.design);
    }
    return std::unexpected(Problems{{edit.path, {"edit.unknown", {{"path", edit.path}}}}});
}

OrProblems<Design> apply(const Book& book, const Design& design, std::span<const Edit> edits) {
    Design changed = design;
    for (const Edit& edit : edits) {
        auto next = apply(book, changed, edit);
        if (!next) return next;
        changed = std::move(*next);
    }
    return changed;
}

std::optional<Length> parse_length(std::string_view text, LengthUnit bare) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    double scale = bare == LengthUnit::centimetre ? 10 : 1;
    for (const auto& [unit, mm] : {std::pair{std::string_view("mm"), 1.0}, {"cm", 10.0}, {"m", 1000.0}}) {
        if (!text.ends_with(unit)) continue;
        scale = mm;
        text.remove_suffix(unit.size());
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        break;
    }
    std::string number(text);
    std::ranges::replace(number, ',', '.');
    if (number.empty() || number.find_first_not_of("0123456789.-") != std::string::npos) return std::nullopt;
    double value = 0;
    const auto end = number.data() + number.size();
    const auto [at, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc{} || at != end) return std::nullopt;
    if (std::abs(value * scale) > kLongest.mm()) return std::nullopt;
    return Length::nearest_mm(value * scale);
}

}  // namespace maatkast
