// The wall of saved designs, found by name or code; the earlier versions of the one that is open.

#include <algorithm>
#include <cmath>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr std::size_t kCodeShown = 6;

/// A design or a version of one, as a tile.
struct Tile {
    std::string id, title, note, hash, path;
    bool selected = false;
};

bool tile(App& app, const Tile& tile, const Rect& rect) {
    Ui& ui = app.ui;
    const Touch touch = ui.touch(tile.id, tile.title, rect, true, tile.title + " " + tile.note);
    const float rounding = ui.theme.rounding(), line = ui.theme.px(20), inner = ui.theme.px(6);
    ui.fill(rect,
            tile.selected
                ? palette::kAccentSoft
                : blend(blend(palette::kQuiet, palette::kHover, touch.hover), palette::kPress, touch.press),
            rounding);
    const Rect picture{rect.x0 + inner, rect.y0 + inner, rect.x1 - inner,
                       rect.y1 - 2 * line - ui.theme.px(10)};
    // Only what can be seen is asked for.
    const ImTextureID texture =
        ui.list()->GetClipRectMax().y > rect.y0 && ui.list()->GetClipRectMin().y < rect.y1
            ? app.thumbnail(tile.hash, tile.path)
            : nullptr;
    if (texture)
        ui.list()->AddImageRounded(texture, {picture.x0, picture.y0}, {picture.x1, picture.y1}, {0, 0},
                                   {1, 1}, palette::kOnAccent, rounding - 2);
    else
        ui.centred(ui.fonts.title, picture, palette::kDisabled, icon::kCube);
    if (tile.selected) ui.outline(rect, palette::kAccent, rounding, 2);
    const float x0 = rect.x0 + ui.theme.px(10), x1 = rect.x1 - ui.theme.px(10), y = picture.y1 + inner / 2;
    ui.line(ui.fonts.bold, {x0, y, x1, y + line}, tile.selected ? palette::kAccent : palette::kText,
            tile.title);
    ui.line(ui.fonts.small, {x0, y + line, x1, y + 2 * line}, palette::kMuted, tile.note);
    const float side = ui.theme.touch();
    const Rect corner{rect.x1 - side, rect.y0, rect.x1, rect.y0 + side};
    if (!tile.hash.empty() && button(ui, tile.id + ".beside", app.words("ui.beside"), corner,
                                     {.icon = icon::kBeside, .icon_only = true}))
        app.compare_with_file(tile.path, tile.title);
    return touch.activated;
}

/// As many tiles side by side as there is room for; returns the one that was clicked.
std::optional<std::size_t> tiles(App& app, const std::vector<Tile>& list, Column& column) {
    Ui& ui = app.ui;
    const Rect area = column.rest();
    const float gap = ui.theme.px(10);
    const int across = std::max(1, static_cast<int>((area.width() + gap) / (ui.theme.px(168) + gap)));
    const float width = (area.width() - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    const float height = (width - ui.theme.px(12)) * 0.75F + ui.theme.px(62);
    const float top = area.y0 - ui.begin_scroll("files.list", area);
    std::optional<std::size_t> clicked;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto row = static_cast<float>(static_cast<int>(i) / across);
        const auto place = static_cast<float>(static_cast<int>(i) % across);
        const float x = area.x0 + place * (width + gap), y = top + row * (height + gap);
        if (tile(app, list[i], {x, y, x + width, y + height})) clicked = i;
    }
    const auto rows = (list.size() + static_cast<std::size_t>(across) - 1) / static_cast<std::size_t>(across);
    const float content = static_cast<float>(rows) * (height + gap) - gap;
    ui.end_scroll(content);
    column.space(content);
    return clicked;
}

std::string count_words(const App& app, std::string key, std::size_t count) {
    return app.words(Message{std::move(key), {{"count", static_cast<std::int64_t>(count)}}});
}

std::vector<Tile> version_tiles(const App& app, const std::vector<Version>& found) {
    std::vector<Tile> list;
    for (std::size_t i = 0; i < found.size(); ++i)
        list.push_back({"version." + std::to_string(i), when_words(app, found[i].saved),
                        found[i].hash.substr(0, kCodeShown), found[i].hash, found[i].path});
    return list;
}

void versions(App& app, const std::vector<Version>& found, Column& column) {
    const auto clicked = tiles(app, version_tiles(app, found), column);
    if (clicked) app.bring_back(found[*clicked]);
}

/// The designs with these words in their name or code; where there are none, older versions of that code.
void wall(App& app, Column& column) {
    Ui& ui = app.ui;
    app.wall.look(app.doc.book(), app.settings.folder);
    const bool typing = ui.editing && ui.editing->id == "files.find";
    const std::string words = typing ? ui.editing->text : app.find_words;
    std::vector<Tile> list;
    for (const WallEntry& entry : app.wall.matching(words))
        list.push_back({"file." + entry.stem, app.title_of(entry.path, entry.name),
                        entry.hash.substr(0, kCodeShown), entry.hash, entry.path,
                        entry.path == app.doc.path()});
    if (!list.empty()) {
        const auto clicked = tiles(app, list, column);
        if (clicked) app.open(list[*clicked].path);
        return;
    }
    const auto older = matching(versions_in(app.settings.folder), words);
    if (!older.empty()) return versions(app, older, column);
    const std::string none =
        words.empty() ? app.words("ui.no_files") : app.words(Message{"ui.find_none", {{"text", words}}});
    const Rect row = column.row(ui.theme.touch());
    ui.touch("files.none", none, row, false, none);
    ui.line(ui.fonts.body, row, palette::kMuted, none);
}

/// What else can be found again: earlier versions, and work that was never saved.
void also(App& app, const std::vector<Version>& found, Column& column) {
    Ui& ui = app.ui;
    ui.touch("files.code", "", column.row(0), false, app.code());
    ui.line(ui.fonts.small, column.row(ui.theme.px(18)), palette::kMuted,
            app.words(Message{"ui.code", {{"code", app.code()}}}));
    std::vector<std::pair<std::string, std::string>> buttons;
    if (!found.empty()) buttons.emplace_back("files.versions", count_words(app, "ui.versions", found.size()));
    if (!app.left_work.empty())
        buttons.emplace_back("files.left", count_words(app, "ui.left_open", app.left_work.size()));
    if (buttons.empty()) return;
    const Rect row = column.row(ui.theme.touch());
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Rect at = piece(row, static_cast<int>(i), static_cast<int>(buttons.size()), ui.theme.gap());
        if (!button(ui, buttons[i].first, buttons[i].second, at, {})) continue;
        app.show_versions = buttons[i].first == "files.versions";
        app.show_left = !app.show_versions;
        app.show_files = app.show_versions;
    }
}

void head(App& app, Column& column) {
    Ui& ui = app.ui;
    const Rect row = column.row(ui.theme.touch());
    const std::string name = app.title_of(app.doc.path(), app.doc.design().name);
    if (app.show_versions) {
        const Rect back{row.x0, row.y0, row.x0 + row.height(), row.y1};
        if (button(ui, "files.back", app.words("ui.back"), back,
                   {.icon = icon::kBack, .emphasis = Emphasis::quiet, .icon_only = true}))
            app.show_versions = false;
        ui.line(ui.fonts.bold, {back.x1 + ui.theme.gap(), row.y0, row.x1, row.y1}, palette::kText,
                app.words(Message{"ui.versions_of", {{"name", name}}}));
        return;
    }
    const float middle = row.x0 + row.width() * 0.44F;
    ui.line(ui.fonts.bold, {row.x0, row.y0, middle, row.y1}, palette::kText, app.words("ui.choose_file"));
    const auto typed =
        text_line(ui, "files.find", app.words("ui.find"), app.find_words, {middle, row.y0, row.x1, row.y1});
    if (!typed) return;
    app.find_words = *typed;
    if (!typed->empty() && app.open_by(*typed)) app.find_words.clear();
}

}  // namespace

void files_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const float pad = ui.theme.padding();
    const float top = ui.theme.padding() + ui.theme.touch() + ui.theme.px(12) + ui.theme.gap();
    const float left = area.left + ui.theme.padding();
    const float right = std::min(area.right - ui.theme.padding(), left + ui.theme.px(600));
    const float most = area.bottom - ui.theme.px(30);
    const Rect card{left, top, right, std::min(most, top + app.files_height)};
    ui.card("files.card", card);
    Column column(card.inset(pad), ui.theme.gap());
    const std::vector<Version> found = versions_of(app.doc.path());
    if (found.empty()) app.show_versions = false;
    head(app, column);
    if (app.show_versions) {
        versions(app, found, column);
    } else {
        also(app, found, column);
        wall(app, column);
    }
    app.files_height = column.used() + 2 * pad;
}

void read_only_notice(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const WidgetRecord* findings = ui.find("findings.bar");
    const std::string words = app.words("ui.read_only"), copy = app.words("ui.save_copy");
    const float pad = ui.theme.px(6), height = ui.theme.touch() + 2 * pad;
    const float pressed = ui.text_width(ui.fonts.bold, copy) + ui.theme.px(32);
    const float x = findings ? findings->whole.x1 + ui.theme.gap() : area.left + ui.theme.padding();
    const float y = findings ? findings->whole.y0 : ui.theme.padding() + height + ui.theme.gap();
    const float most = area.right - ui.theme.gap() - x - pressed - 2 * pad - ui.theme.px(20);
    const float width = std::min(ui.text_width(ui.fonts.body, words), most);
    const Rect card{x, y, x + width + pressed + 2 * pad + ui.theme.px(20), y + height};
    ui.card("read_only.card", card);
    const Rect text{card.x0 + ui.theme.px(14), card.y0, card.x0 + ui.theme.px(14) + width + 1, card.y1};
    ui.touch("read_only", words, text, false, words);
    ui.line(ui.fonts.body, text, palette::kNotice, words);
    if (button(ui, "save_copy", copy, {card.x1 - pad - pressed, card.y0 + pad, card.x1 - pad, card.y1 - pad},
               {.emphasis = Emphasis::plain}))
        app.save_copy();
}

}  // namespace maatkast::show
