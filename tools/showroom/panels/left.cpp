// Work that a crash left, offered in a calm card until it is taken up or thrown away.

#include <algorithm>
#include <ctime>
#include <filesystem>

#include <fmt/chrono.h>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

std::string name_of(const App& app, const LeftBehind& left) {
    const std::string stem = std::filesystem::path(left.path).stem().string();
    return stem.empty() || stem == "-" ? app.words("ui.unnamed") : stem;
}

// Name, when and how much; then what can be done. Returns its height; draws nothing when `draw` is false.
float entry(App& app, std::size_t index, const Rect& area, bool draw, int& wanted) {
    Ui& ui = app.ui;
    const LeftBehind& left = app.left_work[index];
    const std::string id = "left." + std::to_string(index);
    float y = area.y0;
    const Rect title{area.x0, y, area.x1, y + ui.theme.px(24)};
    const std::string about =
        app.words(Message{left.changes == 1 ? "ui.left_one" : "ui.left_about",
                          {{"when", when_words(app, left.changed)}, {"count", std::int64_t{left.changes}}}});
    if (draw) ui.touch(id, name_of(app, left), title, false, name_of(app, left) + ", " + about);
    if (draw) ui.line(ui.fonts.bold, title, palette::kText, name_of(app, left));
    y = title.y1;
    const auto say = [&](const std::string& words, ImU32 color) {
        y += ui.paragraph(ui.fonts.small, {area.x0, y}, area.width(), color, words, draw);
    };
    say(about, palette::kMuted);
    if (left.damaged) say(app.words("ui.left_damaged"), palette::kNotice);
    y += ui.theme.px(6);
    const Rect row{area.x0, y, area.x1, y + ui.theme.touch()};
    if (draw) {
        const float away = ui.text_width(ui.fonts.body, app.words("ui.left_throw")) + ui.theme.px(32);
        const Rect go{row.x0, row.y0, row.x1 - away - ui.theme.gap(), row.y1};
        if (button(ui, id + ".take", app.words("ui.left_take"), go, {.emphasis = Emphasis::primary}))
            wanted = static_cast<int>(index);
        if (button(ui, id + ".throw", app.words("ui.left_throw"), {row.x1 - away, row.y0, row.x1, row.y1},
                   {.emphasis = Emphasis::quiet}))
            wanted = -2 - static_cast<int>(index);
    }
    return row.y1 + ui.theme.px(18) - area.y0;
}

}  // namespace

std::string when_words(const App& app, std::int64_t seconds) {
    const std::time_t then = static_cast<std::time_t>(seconds), now = std::time(nullptr);
    std::tm at{}, today{};
    if (!::localtime_r(&then, &at) || !::localtime_r(&now, &today)) return {};
    const bool same = at.tm_yday == today.tm_yday && at.tm_year == today.tm_year;
    const std::string time = fmt::format("{:02}:{:02}", at.tm_hour, at.tm_min);
    const std::string day = fmt::format("{:02}-{:02}-{}", at.tm_mday, at.tm_mon + 1, at.tm_year + 1900);
    return app.words(Message{same ? "ui.when_today" : "ui.when", {{"time", time}, {"day", day}}});
}

void left_card(App& app, const FreeArea& area) {
    if (app.left_work.empty()) return;
    Ui& ui = app.ui;
    const float pad = ui.theme.px(24), width = std::min(ui.theme.px(460), area.right - area.left - 2 * pad);
    const float inner = width - 2 * pad, row = ui.theme.touch();
    int wanted = -1;
    float list = 0;
    for (std::size_t i = 0; i < app.left_work.size(); ++i)
        list += entry(app, i, {0, 0, inner, 0}, false, wanted);
    const std::string why = app.words("ui.left_why");
    const float head =
        ui.theme.px(38) + ui.paragraph(ui.fonts.body, {0, 0}, inner, 0, why, false) + ui.theme.px(14);
    const float most = area.bottom - area.top - 2 * pad - head - row - ui.theme.px(38);
    const float shown = std::min(list, most), gap = list > most ? ui.theme.gap() : 0;
    const float height = head + shown + gap + row + 2 * pad;
    const glm::vec2 middle = area.middle();
    const Rect card{middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
    ui.card("left.card", card);
    const Rect in = card.inset(pad);
    ui.line(ui.fonts.title, {in.x0, in.y0, in.x1, in.y0 + ui.theme.px(30)}, palette::kText,
            app.words("ui.left"));
    ui.paragraph(ui.fonts.body, {in.x0, in.y0 + ui.theme.px(38)}, inner, palette::kText, why);
    const Rect rows{in.x0, in.y0 + head, in.x1, in.y0 + head + shown};
    float y = rows.y0 - ui.begin_scroll("left.list", rows);
    for (std::size_t i = 0; i < app.left_work.size(); ++i)
        y += entry(app, i, {rows.x0, y, rows.x1, rows.y1}, true, wanted);
    ui.end_scroll(list);
    if (button(ui, "left.later", app.words("ui.left_later"), {in.x0, in.y1 - row, in.x1, in.y1}, {}))
        app.show_left = false;
    if (wanted >= 0) app.take_left(static_cast<std::size_t>(wanted));
    if (wanted <= -2) app.throw_left(static_cast<std::size_t>(-2 - wanted));
}

}  // namespace maatkast::show
