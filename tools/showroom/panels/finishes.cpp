// Colours and woods by group of parts, fronts for the whole cabinet, handles.

#include <algorithm>
#include <array>

#include "tools/showroom/panels.h"
#include "tools/showroom/signs.h"

namespace maatkast::show {
namespace {

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

/// What finishes are chosen for: a group, or one part of it.
struct Target {
    std::string path, now;
    FinishGroup group = FinishGroup::fronts;
};

/// Asked where the chosen part can have a finish of its own.
std::optional<PartFinish> chosen_part(App& app, Column& column) {
    const auto part = app.selected_part_finish();
    if (!part) return {};
    const std::array labels{app.words("ui.finish_part"), app.words("ui.finish_group")};
    if (const auto clicked =
            segments(app.ui, "reach", labels, app.finish_part ? 0 : 1, column.row(app.ui.theme.touch())))
        app.finish_part = *clicked == 0;
    return app.finish_part ? part : std::nullopt;
}

void swatches(App& app, Column& column, const Target& target) {
    std::vector<Offer> offers;
    for (const Finish& finish : app.doc.book().finishes) {
        if (!finish.choice || (finish.fronts_only && target.group != FinishGroup::fronts)) continue;
        const auto& srgb = finish.look.srgb;
        const Swatch look{app.swatch_texture(finish.look), IM_COL32(srgb[0], srgb[1], srgb[2], 255)};
        offers.push_back({.id = "finish." + finish.id,
                          .label = app.name_of("finish." + finish.id),
                          .edits = {{target.path, finish.id}},
                          .chosen = target.now == finish.id,
                          .swatch = look});
    }
    offer(app, column, offers);
}

/// Back to the group: this part, or all that are exceptions.
void take_back(App& app, Column& column, const std::vector<Edit>& edits, const char* id, const char* text) {
    if (edits.empty()) return;
    const std::string label = app.words(Message{text, {{"count", static_cast<std::int64_t>(edits.size())}}});
    if (button(app.ui, id, label, column.row(app.ui.theme.touch()),
               {.icon = icon::kUndo, .note = app.effect_text(edits)}))
        app.edit(edits);
}

const Group& group_of(FinishGroup group) {
    return *std::ranges::find(kGroups, group, &Group::group);
}

void finish_choice(App& app, Column& column) {
    const auto part = chosen_part(app, column);
    const Group& group = part ? group_of(part->group) : chosen_group(app, column);
    const std::string of_group = app.doc.design().finish.*group.finish;
    if (!part) {
        swatches(app, column, {group.path, of_group, group.group});
        return take_back(app, column, without_exceptions(app.doc.design(), group.group), "exceptions",
                         "ui.exceptions");
    }
    swatches(app, column, {part->path, part->own.value_or(of_group), part->group});
    if (const auto now = app.selected_part_finish(); now && now->own)
        take_back(app, column, {{now->path, "none"}}, "follow", "ui.finish_follow");
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
    finish_choice(app, column);
    all_fronts(app, column);
    handles(app, column);
}

}  // namespace maatkast::show
