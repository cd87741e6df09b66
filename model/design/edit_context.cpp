#include "model/design/edit_context.h"

#include <charconv>

namespace maatkast {

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

Length EditContext::length() {
    const auto value = parse_length(edit.value, LengthUnit::millimetre);
    if (value && *value >= 1_mm && *value <= kLongest) return *value;
    refuse("edit.not_a_length", {{"value", edit.value}, {"most", kLongest}});
    return 1_mm;
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
