#include "tools/showroom/preferences.h"

#include <cmath>

#include "model/base/file.h"
#include "model/base/json.h"
#include "tools/scene/figure.h"

namespace maatkast::show {
namespace {

constexpr std::size_t kMostFigures = 200;
constexpr double kCoarsest = 0.5, kFinest = 40;  // pixels per millimetre that a screen may have

std::string path_in(const std::string& folder) {
    return folder + "/preferences.json";
}

/// A number within bounds, or nothing.
std::optional<double> number(const Json& json, const char* name, double least, double most) {
    const auto at = json.find(name);
    if (at == json.end() || !at->is_number()) return {};
    const auto value = at->get<double>();
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

void read_figures(const Json& json, Preferences& found) {
    const auto at = json.find("figures");
    if (at == json.end() || !at->is_object()) return;
    for (const auto& [path, unused] : at->items())
        if (const auto cm = number(*at, path.c_str(), scene::kShortestFigure, scene::kTallestFigure))
            found.figures[path] = static_cast<int>(std::lround(*cm));
}

}  // namespace

Preferences read_preferences(const std::string& folder) {
    Preferences found;
    const auto text = read_file(path_in(folder));
    const auto json = text ? parse_json(*text) : OrProblems<Json>(std::unexpected(text.error()));
    if (!json || !json->is_object()) return found;
    if (const auto at = json->find("language"); at != json->end() && at->is_string())
        found.language = language_of(at->get<std::string>());
    if (const auto at = json->find("less_motion"); at != json->end() && at->is_boolean())
        found.less_motion = at->get<bool>();
    if (const auto size = number(*json, "size", kLeastSize, kMostSize))
        found.size = static_cast<float>(*size);
    found.pixels_per_mm = number(*json, "pixels_per_mm", kCoarsest, kFinest);
    read_figures(*json, found);
    return found;
}

OrProblems<void> write_preferences(const std::string& folder, const Preferences& wanted, Disk& disk) {
    Json json = Json::object();
    if (wanted.language) json["language"] = code_of(*wanted.language);
    json["size"] = std::round(wanted.size * 100) / 100.0;
    json["less_motion"] = wanted.less_motion;
    if (wanted.pixels_per_mm) json["pixels_per_mm"] = *wanted.pixels_per_mm;
    Json figures = Json::object();
    for (const auto& [path, centimetres] : wanted.figures)
        if (figures.size() < kMostFigures) figures[path] = centimetres;
    json["figures"] = figures;
    make_folders(disk, folder);  // the write says what is wrong
    return write_file(path_in(folder), json.dump(2) + "\n", disk);
}

}  // namespace maatkast::show
