#include "tools/showroom/trace.h"

#include <algorithm>
#include <array>
#include <locale>
#include <sstream>
#include <string>

namespace maatkast::show {
namespace {

constexpr std::array kPhases{std::pair{"begin", FingerPhase::begin}, std::pair{"move", FingerPhase::move},
                             std::pair{"end", FingerPhase::end}, std::pair{"cancel", FingerPhase::cancel}};

std::optional<FingerEvent> read_line(const std::string& line) {
    std::istringstream words(line);
    words.imbue(std::locale::classic());
    FingerEvent event;
    std::string phase, more;
    words >> event.time >> event.finger >> phase >> event.at.x >> event.at.y;
    const auto known = std::ranges::find(kPhases, phase, [](const auto& entry) { return entry.first; });
    if (!words || known == kPhases.end() || words >> more) return {};
    event.phase = known->second;
    return event;
}

}  // namespace

std::optional<std::vector<FingerEvent>> read_trace(std::string_view text) {
    std::vector<FingerEvent> events;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        line = line.substr(0, line.find('#'));
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto event = read_line(line);
        if (!event || (!events.empty() && event->time < events.back().time)) return {};
        events.push_back(*event);
    }
    return events;
}

}  // namespace maatkast::show
