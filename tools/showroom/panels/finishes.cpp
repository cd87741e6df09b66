// Colours and woods by group of parts, fronts for the whole cabinet, handles.

#include <array>

#include "tools/showroom/panels.h"
#include "tools/showroom/signs.h"

namespace maatkast::show {
namespace {

constexpr int kSwatchesPerRow = 4;

struct Group {
    FinishGroup group;
    const char* path;
    const char* text;
    std::string Finishes::* finish;
};
constexpr std::array kGroups{
    Group{FinishGroup::fronts, "finish/fronts", "ui.group.fronts", &Finishes::fronts},
    Group{FinishGroup::carcase, "finish/carcase", "ui.group.carcase", &Finishes::carcase},
    Group{FinishGroup::shelves, "finish/shelves", "ui.group.shelves", &Finishes::shelves},
    Group{FinishGroup::drawers, "finish/drawers", "ui.group.drawers", &Finishes::drawers}};

const Group& chosen_group(App& app, Column& column) {
    std::vector<std::string> labels;
    int chosen = 0;
    for (std::size_t i = 0; i < kGroups.size(); ++i) {
        labels.push_back(app.words(kGroups[i].text));
        if (kGroups[i].group == app.group) chosen = static_cast<int>(i);
    }
    if (const auto clicked = segments(app.ui, "group", labels, chosen, column.row(app.ui.theme.touch())))
        app.group = kGroups[static_cast<std::size_t>(*clicked)].group;
    return kGroups[static_cast<std::size_t>(chosen)];
}

void swatches(App& app, Column& column, const Group& group) {
    Ui& ui = app.ui;
    int place = 0;
    Rect row;
    std::optional<Edit> taken;
    for (const Finish& finish : app.doc.book().finishes) {
        if (!finish.choice || (finish.fronts_only && group.group != FinishGroup::fronts)) continue;
        if (place % kSwatchesPerRow == 0) row = column.row(ui.theme.px(96));
        const auto& srgb = finish.look.srgb;
        const Swatch look{app.swatch_texture(finish.look), IM_COL32(srgb[0], srgb[1], srgb[2], 255)};
        const Edit edit{group.path, finish.id};
        const bool chosen = app.doc.design().finish.*group.finish == finish.id;
        const std::string note = chosen ? std::string() : app.effect_text({edit});
        if (swatch(ui, "finish." + finish.id, app.name_of("finish." + finish.id), look,
                   piece(row, place % kSwatchesPerRow, kSwatchesPerRow, ui.theme.px(6)), chosen, note))
            taken = edit;
        ++place;
    }
    if (taken) app.edit({*taken});
}

void all_fronts(App& app, Column& column) {
    Ui& ui = app.ui;
    caption(ui, column.row(ui.theme.px(18)), app.words("ui.all_fronts"));
    const Rect row = column.row(ui.theme.touch());
    const Edit doors{"fronts", "auto"}, none{"fronts", "none"};
    if (button(ui, "fronts.auto", app.words("ui.fronts.auto"), piece(row, 0, 2, ui.theme.gap()),
               {.note = app.effect_text({doors})}))
        app.edit({doors});
    else if (button(ui, "fronts.none", app.words("ui.fronts.none"), piece(row, 1, 2, ui.theme.gap()),
                    {.note = app.effect_text({none})}))
        app.edit({none});
}

/// The picture shows the first front there is, or the first bay.
StillOf of_first_front(const Design& design, const std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        if (!design.bays[i].fronts.empty())
            return {edits, static_cast<int>(i), design.bays[i].fronts.front().from, Shows::closed};
    return {edits, 0, 0, Shows::bay};
}

void handles(App& app, Column& column) {
    Ui& ui = app.ui;
    caption(ui, column.row(ui.theme.px(18)), app.words("ui.handle"));
    const Design& design = app.doc.design();
    std::vector<Offer> offers;
    for (const auto& handle : app.doc.book().handles) {
        const std::vector<Edit> edits{{"handle", handle.id}};
        const bool is = design.handle == handle.id;
        offers.push_back({"handle." + handle.id, app.words("ui.handle." + handle.id), sign_of(handle.id),
                          edits, is, of_first_front(design, is ? std::vector<Edit>{} : edits)});
    }
    offer(app, column, offers);
}

}  // namespace

void finishes_panel(App& app, Column& column) {
    const Group& group = chosen_group(app, column);
    swatches(app, column, group);
    all_fronts(app, column);
    handles(app, column);
}

}  // namespace maatkast::show
