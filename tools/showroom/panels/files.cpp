// Designs in the folder, to open.

#include <algorithm>
#include <filesystem>

#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> designs_in(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code failed;  // a folder that is missing has no designs
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".json") found.push_back(entry.path().string());
    std::ranges::sort(found);
    return found;
}

}  // namespace

void files_card(App& app, const FreeArea& area) {
    Ui& ui = app.ui;
    const std::vector<std::string> files = designs_in(app.settings.folder);
    const float pad = ui.theme.padding(), row = ui.theme.touch() + ui.theme.px(4);
    const float content = static_cast<float>(files.size()) * row;
    const float top = ui.theme.padding() + ui.theme.touch() + ui.theme.px(12) + ui.theme.gap();
    const float shown = std::min(content, area.bottom - top - ui.theme.px(110));
    const float left = area.left + ui.theme.padding();
    const Rect card{left, top, left + ui.theme.px(320), top + shown + 2 * pad + ui.theme.px(30)};
    ui.card("files.card", card);
    Column column(card.inset(pad), 0);
    ui.line(ui.fonts.bold, column.row(ui.theme.px(30)), palette::kText,
            app.words(files.empty() ? "ui.no_files" : "ui.choose_file"));
    const Rect list = column.rest();
    const float offset = ui.begin_scroll("files.list", list);
    Column rows({list.x0, list.y0 - offset, list.x1, list.y1}, ui.theme.px(4));
    std::string wanted;
    for (const std::string& file : files) {
        const std::string name = fs::path(file).stem().string();
        if (button(ui, "file." + name, name, rows.row(ui.theme.touch()),
                   {.icon = icon::kNext, .emphasis = Emphasis::quiet, .selected = file == app.doc.path()}))
            wanted = file;
    }
    ui.end_scroll(content);
    if (!wanted.empty()) app.open(wanted);
}

}  // namespace maatkast::show
