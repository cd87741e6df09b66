#include "model/design/edit_context.h"

#include <charconv>

namespace maatkast {
namespace {

/// What is there, or nullptr after noting that it has to be chosen first.
template <class T>
T* chosen(EditContext& context, std::optional<T>& part, const char* key) {
    if (part) return &*part;
    context.refuse(key);
    return nullptr;
}

}  // namespace

void EditContext::refuse(std::string key, std::vector<std::pair<std::string, MessageValue>> values) {
    values.emplace_back("path", edit.path);
    problems.push_back({edit.text(), {std::move(key), std::move(values)}});
}

Bay* EditContext::bay() {
    if (indices.at(0) < design.bays.size()) return &design.bays[indices[0]];
    refuse("edit.no_such_bay", {{"value", static_cast<std::int64_t>(indices[0])},
                                {"count", static_cast<std::int64_t>(design.bays.size())}});
    return nullptr;
}

Opening* EditContext::opening() {
    Bay* in = bay();
    if (!in) return nullptr;
    if (indices.at(1) < in->openings.size()) return &in->openings[indices[1]];
    refuse("edit.no_such_opening", {{"value", static_cast<std::int64_t>(indices[1])},
                                    {"count", static_cast<std::int64_t>(in->openings.size())}});
    return nullptr;
}

Front* EditContext::front() {
    Bay* in = bay();
    if (!in) return nullptr;
    if (indices.at(1) < in->fronts.size()) return &in->fronts[indices[1]];
    refuse("edit.no_such_front", {{"value", static_cast<std::int64_t>(indices[1])},
                                  {"count", static_cast<std::int64_t>(in->fronts.size())}});
    return nullptr;
}

RoomObstacle* EditContext::obstacle() {
    auto& obstacles = design.room.obstacles;
    if (indices.at(0) < obstacles.size()) return &obstacles[indices[0]];
    refuse("edit.no_such_obstacle", {{"value", static_cast<std::int64_t>(indices[0])},
                                     {"count", static_cast<std::int64_t>(obstacles.size())}});
    return nullptr;
}

Sliding* EditContext::sliding() {
    if (indices.at(0) < design.sliding.size()) return &design.sliding[indices[0]];
    refuse("edit.no_such_sliding", {{"value", static_cast<std::int64_t>(indices[0])},
                                    {"count", static_cast<std::int64_t>(design.sliding.size())}});
    return nullptr;
}

Slope* EditContext::slope() {
    return chosen(*this, design.room.slope, "edit.no_slope");
}
Skirting* EditContext::skirting() {
    return chosen(*this, design.room.skirting, "edit.no_skirting");
}
Worktop* EditContext::worktop() {
    return chosen(*this, design.worktop, "edit.no_worktop");
}
Cornice* EditContext::cornice() {
    return chosen(*this, design.cornice, "edit.no_cornice");
}

Length EditContext::length(Length least) {
    const auto value = parse_length(edit.value, LengthUnit::millimetre);
    if (value && *value >= least && *value <= kLongest) return *value;
    refuse("edit.not_a_length", {{"value", edit.value}, {"least", least}, {"most", kLongest}});
    return least;
}

Length EditContext::length_or_none() {
    return edit.value == "none" ? Length{} : length(0_mm);
}

Angle EditContext::angle() {
    const auto value = parse_angle(edit.value);
    if (value && *value >= kFlattest && *value <= kSteepest) return *value;
    refuse("edit.not_an_angle",
           {{"value", edit.value}, {"least", kFlattest.degrees()}, {"most", kSteepest.degrees()}});
    return kFlattest;
}

int EditContext::whole(int least, int most) {
    int value = 0;
    const auto end = edit.value.data() + edit.value.size();
    const auto [at, error] = std::from_chars(edit.value.data(), end, value);
    if (error == std::errc{} && at == end && value >= least && value <= most) return value;
    refuse("edit.not_whole",
           {{"value", edit.value}, {"least", std::int64_t{least}}, {"most", std::int64_t{most}}});
    return least;
}

std::string EditContext::finish() {
    const Finish* found = book.finish(edit.value);
    if (found && found->choice) return edit.value;
    std::string known;
    for (const Finish& entry : book.finishes)
        if (entry.choice) known += (known.empty() ? "" : ", ") + entry.id;
    refuse("read.unknown_word", {{"value", edit.value}, {"known", known}});
    return {};
}

std::optional<std::string> EditContext::finish_or_none() {
    if (edit.value == "none") return std::nullopt;
    return finish();
}

}  // namespace maatkast
