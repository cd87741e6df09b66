// Lines of a journal, read back.

#include <charconv>

#include "model/base/json.h"
#include "tools/showroom/journal.h"
#include "tools/showroom/journal_line.h"

namespace maatkast::show {
namespace {

constexpr std::size_t kMostSteps = 200'000;
constexpr std::size_t kMostLine = 4U << 20;  // a design is far smaller

std::unexpected<Problems> refused(std::string key) {
    return std::unexpected(Problems{{"", {std::move(key), {}}}});
}

/// The JSON of a line whose sum is right, and that sum; nothing otherwise.
std::optional<Json> checked(std::string_view line, std::uint64_t& sum) {
    if (line.size() < kSumDigits + 2 || line.size() > kMostLine || line[kSumDigits] != ' ') return {};
    const std::string_view json = line.substr(kSumDigits + 1);
    const std::uint64_t wanted = journal_sum(sum, json);
    if (line.substr(0, kSumDigits) != sum_digits(wanted)) return {};
    auto parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) return {};
    sum = wanted;
    return std::move(*parsed);
}

std::optional<JournalStep> step_of(const Json& json) {
    using Kind = JournalStep::Kind;
    Problems problems;
    const JsonReader line(&json, "", &problems);
    JournalStep step;
    if (const JsonReader edits = line.optional("edit"); edits.is_array()) {
        for (std::size_t i = 0; i < edits.size(); ++i) step.edits.push_back(parse_edit(edits[i].text()));
        if (line.optional("continues").exists()) step.continues = line.required("continues").boolean();
    } else if (line.optional("undo").exists()) {
        step.kind = Kind::undo;
    } else if (line.optional("redo").exists()) {
        step.kind = Kind::redo;
    } else if (line.optional("replace").exists()) {
        step.kind = Kind::replace;
        step.text = line.required("replace").text();
    } else {
        step.kind = Kind::saved;
        step.text = line.required("saved").text();
    }
    return problems.empty() ? std::optional(step) : std::nullopt;
}

OrProblems<JournalHead> head_of(const std::optional<Json>& json) {
    if (!json) return refused("journal.not_one");
    Problems problems;
    const JsonReader line(&*json, "", &problems);
    if (line.optional("format").text() != kJournalFormat) return refused("journal.not_one");
    if (line.required("version").integer(1, 1'000'000) != kJournalVersion) return refused("journal.newer");
    JournalHead head{line.required("id").text(), line.required("path").text(), line.required("hash").text(),
                     line.required("design").text(), line.required("began").integer(0, 1LL << 40)};
    if (!problems.empty()) return refused("journal.not_one");
    return head;
}

}  // namespace

OrProblems<JournalReading> parse_journal(std::string_view text) {
    using End = JournalReading::End;
    JournalReading reading;
    std::uint64_t sum = kSumStart;
    bool first = true;
    while (reading.good_bytes < text.size()) {
        const std::size_t end = text.find('\n', reading.good_bytes);
        const bool last = end == std::string_view::npos || end + 1 == text.size();
        auto json = end == std::string_view::npos
                        ? std::nullopt
                        : checked(text.substr(reading.good_bytes, end - reading.good_bytes), sum);
        if (first) {
            auto head = head_of(json);
            if (!head) return std::unexpected(std::move(head.error()));
            reading.head = std::move(*head);
        } else {
            auto step = json && reading.steps.size() < kMostSteps ? step_of(*json) : std::nullopt;
            if (!step) {
                reading.end = last && !json ? End::torn : End::damaged;
                return reading;
            }
            reading.steps.push_back(std::move(*step));
        }
        first = false;
        reading.good_bytes = end + 1;
    }
    if (first) return refused("journal.not_one");
    return reading;
}

}  // namespace maatkast::show
