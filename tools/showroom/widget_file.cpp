#include "tools/showroom/widget_file.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/base/file.h"

namespace maatkast::show {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Rect& rect) {
    const auto pixel = [](float at) { return static_cast<int>(std::lround(at)); };
    if (rect.width() <= 0 || rect.height() <= 0) return Json::array({0, 0, 0, 0});
    return Json::array({pixel(rect.x0), pixel(rect.y0), pixel(rect.x1), pixel(rect.y1)});
}

Json place_to_click(const Ui& ui, const WidgetRecord& widget) {
    const glm::vec2 middle = glm::floor(widget.rect.middle());
    if (!widget.enabled || !widget.focusable || ui.top_at(middle) != &widget) return nullptr;
    return Json::array({static_cast<int>(middle.x), static_cast<int>(middle.y)});
}

}  // namespace

std::string widget_list(const Ui& ui, const Progress& progress) {
    Json widgets = Json::array();
    for (const WidgetRecord& widget : ui.widgets())
        widgets.push_back({{"id", widget.id},
                           {"label", widget.label},
                           {"value", widget.value},
                           {"rect", as_json(widget.rect)},
                           {"whole", as_json(widget.whole)},
                           {"click", place_to_click(ui, widget)},
                           {"scroll", widget.scroll},
                           {"enabled", widget.enabled}});
    const Taken& taken = progress.taken;
    const Json list{{"refined", progress.refined},
                    {"taken", {{"buttons", taken.buttons}, {"keys", taken.keys}, {"wheel", taken.wheel}}},
                    {"size", {static_cast<int>(ui.size().x), static_cast<int>(ui.size().y)}},
                    {"focus", ui.focused()},
                    {"editing", ui.editing ? ui.editing->id : ""},
                    {"widgets", std::move(widgets)}};
    // A name that somebody typed may hold half a letter.
    return list.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

void WidgetFile::tell(const Ui& ui, const Progress& progress) {
    if (path_.empty()) return;
    std::string list = widget_list(ui, progress);
    if (list == told_) return;
    told_ = std::move(list);
    const auto written = write_file(path_, told_);
    if (!written && !std::exchange(failed_, true))
        fmt::print(stderr, "maatkast: {}: no list of widgets can be written\n", path_);
}

}  // namespace maatkast::show
