// What may stand in the chosen openings, before them and over them: each choice for all of them at once.

#include <algorithm>
#include <array>
#include <set>

#include "model/build/kinds.h"
#include "model/design/kneehole.h"
#include "model/design/words.h"
#include "tools/showroom/panels.h"
#include "tools/showroom/signs.h"

namespace maatkast::show {
namespace {

const Bay& bay_of(const App& app, const Selection& at) {
    return app.doc.design().bays[static_cast<std::size_t>(at.bay)];
}
const maatkast::Opening& opening_of(const App& app, const Selection& at) {
    return bay_of(app, at).openings[static_cast<std::size_t>(at.opening)];
}

/// A front that covers a chosen opening; -1 where nothing does.
int front_at(const Bay& bay, int opening) {
    const auto at = std::ranges::find_if(
        bay.fronts, [opening](const Front& f) { return f.from <= opening && opening <= f.to; });
    return at == bay.fronts.end() ? -1 : static_cast<int>(at - bay.fronts.begin());
}
const Front* front_before(const App& app, const Selection& at) {
    const int front = front_at(bay_of(app, at), at.opening);
    return front < 0 ? nullptr : &bay_of(app, at).fronts[static_cast<std::size_t>(front)];
}

/// The fronts before what is chosen, each once.
std::set<std::array<int, 2>> fronts_before(const App& app, std::span<const Selection> chosen) {
    std::set<std::array<int, 2>> found;
    for (const Selection& at : chosen)
        if (const int front = front_at(bay_of(app, at), at.opening); front >= 0)
            found.insert({at.bay, front});
    return found;
}
Edit front_edit(const std::array<int, 2>& at, std::string_view end, std::string value) {
    return bay_edit(at[0], "fronts/" + std::to_string(at[1]) + "/" + std::string(end), std::move(value));
}

bool all_are(std::span<const Selection> chosen, const auto& is) {
    return std::ranges::all_of(chosen, is);
}

std::vector<Edit> for_each(std::span<const Selection> chosen, std::string_view end,
                           const std::string& value) {
    std::vector<Edit> edits;
    for (const Selection& at : chosen) edits.push_back(opening_edit(at, end, value));
    return edits;
}

StillOf still(const App& app, std::vector<Edit> edits, Shows shows) {
    return {std::move(edits), app.selection.bay, app.selection.opening, shows};
}

void heading(App& app, Column& column, std::string_view key) {
    caption(app.ui, column.row(app.ui.theme.px(18)), app.words(key));
}

void drawer_count(App& app, Column& column) {
    const maatkast::Opening* opening = app.selected_opening();
    if (!opening || opening->interior.kind->most <= 1) return;
    const int count = opening->interior.count;
    const StepperEvent event = stepper(
        app.ui, "drawers", app.words("ui.drawers"), std::to_string(count), column.row(app.ui.theme.touch()),
        {.can_less = count > 1, .can_more = count < opening->interior.kind->most, .field = false});
    const std::string value =
        std::string(opening->interior.kind->id) + ":" + std::to_string(count + event.step);
    if (event.step) app.edit(for_each(app.selected_openings(), "interior", value));
}

void contents(App& app, Column& column) {
    heading(app, column, "ui.contents");
    const auto chosen = app.selected_openings();
    std::vector<Offer> offers;
    for (const InteriorKind* kind : interior_kinds()) {
        const std::string id(kind->id);
        const auto edits = for_each(chosen, "interior", kind->most > 1 ? id + ":2" : id);
        const bool is =
            all_are(chosen, [&](const Selection& at) { return opening_of(app, at).interior.kind == kind; });
        const int count = is ? opening_of(app, chosen.front()).interior.count : kind->most > 1 ? 2 : 0;
        const std::string number = count > 1 ? " (" + std::to_string(count) + ")" : "";
        offers.push_back({"interior." + id, app.words("ui.interior." + id) + number, sign_of(id), edits, is,
                          still(app, is ? std::vector<Edit>{} : edits, Shows::inside)});
    }
    offer(app, column, offers);
    drawer_count(app, column);
}

/// A front keeps its finish and its handle when it becomes another kind; one over several openings changes
/// or goes as a whole. Kinds come first: later edits may number the fronts anew.
std::vector<Edit> front_edits(const App& app, std::span<const Selection> chosen, const std::string& id) {
    std::vector<Edit> edits;
    const auto fronts = fronts_before(app, chosen);
    if (id != "none")
        for (const auto& front : fronts) edits.push_back(front_edit(front, "kind", id));
    for (const Selection& at : chosen) {
        const Front* front = front_before(app, at);
        if (front && id == "none")
            for (int i = front->from; i <= front->to; ++i)
                edits.push_back(opening_edit({at.bay, i, {}}, "front", id));
        else if (!front)
            edits.push_back(opening_edit(at, "front", id));
    }
    return edits;
}

/// Before one opening of several that a front covers: it is parted there.
std::vector<Edit> parting_edits(std::span<const Selection> chosen, const std::string& id) {
    return for_each(chosen, "front", id);
}

/// Asked where a front covers more than what is chosen.
bool whole_front(App& app, Column& column, std::span<const Selection> chosen) {
    const bool covers_more = std::ranges::any_of(chosen, [&](const Selection& at) {
        const Front* front = front_before(app, at);
        return front && front->from < front->to;
    });
    if (!covers_more) return true;
    const std::array labels{app.words("ui.front_whole"), app.words("ui.front_here")};
    if (const auto clicked = segments(app.ui, "front.reach", labels, app.front_whole ? 0 : 1,
                                      column.row(app.ui.theme.touch())))
        app.front_whole = *clicked == 0;
    return app.front_whole;
}

void front_choice(App& app, Column& column) {
    heading(app, column, "ui.front");
    const auto chosen = app.selected_openings();
    const bool whole = whole_front(app, column, chosen);
    std::vector<std::string> ids{"none"};
    for (const FrontKind* kind : front_kinds()) ids.emplace_back(kind->id);
    std::vector<Offer> offers;
    for (const std::string& id : ids) {
        const bool is = all_are(chosen, [&](const Selection& at) {
            const Front* front = front_before(app, at);
            return front ? front->kind->id == id && (whole || front->from == front->to) : id == "none";
        });
        const auto edits = whole ? front_edits(app, chosen, id) : parting_edits(chosen, id);
        offers.push_back({"front." + id, app.words("ui.front." + id), sign_of(id), edits, is,
                          still(app, is ? std::vector<Edit>{} : edits, Shows::opened)});
    }
    offer(app, column, offers);
}

void style_choice(App& app, Column& column) {
    const auto fronts = fronts_before(app, app.selected_openings());
    if (fronts.empty()) return;
    heading(app, column, "ui.style");
    std::vector<Offer> offers;
    for (const auto& [word, style] : kStyleWords) {
        std::vector<Edit> edits;
        bool is = true;
        for (const auto& at : fronts) {
            edits.push_back(front_edit(at, "style", std::string(word)));
            const Bay& bay = app.doc.design().bays[static_cast<std::size_t>(at[0])];
            is = is && bay.fronts[static_cast<std::size_t>(at[1])].style == style;
        }
        const std::string id(word);
        offers.push_back({"style." + id, app.words("ui.style." + id), sign_of(id), edits, is,
                          still(app, is ? std::vector<Edit>{} : edits, Shows::closed)});
    }
    offer(app, column, offers);
}

/// Of these fronts; that of all others is chosen with the finishes.
void handle_choice(App& app, Column& column) {
    const auto fronts = fronts_before(app, app.selected_openings());
    if (fronts.empty()) return;
    heading(app, column, "ui.handle");
    const Design& design = app.doc.design();
    std::vector<Offer> offers;
    for (const auto& handle : app.doc.book().handles) {
        std::vector<Edit> edits;
        bool is = true;
        for (const auto& at : fronts) {
            edits.push_back(front_edit(at, "handle", handle.id == design.handle ? "default" : handle.id));
            const Bay& bay = design.bays[static_cast<std::size_t>(at[0])];
            const auto& own = bay.fronts[static_cast<std::size_t>(at[1])].handle;
            is = is && own.value_or(design.handle) == handle.id;
        }
        offers.push_back({"front.handle." + handle.id, app.words("ui.handle." + handle.id),
                          sign_of(handle.id), edits, is,
                          still(app, is ? std::vector<Edit>{} : edits, Shows::closed)});
    }
    offer(app, column, offers);
}

/// Where all that is chosen has a board over it.
void shelf_choice(App& app, Column& column) {
    const auto chosen = app.selected_openings();
    if (chosen.empty() ||
        !all_are(chosen, [&](const Selection& at) { return opening_of(app, at).top.has_value(); }))
        return;
    heading(app, column, "ui.shelf_kind");
    std::vector<Offer> offers;
    for (const auto& [word, kind] : kShelfWords) {
        const std::string id(word);
        const auto edits = for_each(chosen, "shelf", id);
        const bool is =
            all_are(chosen, [&](const Selection& at) { return opening_of(app, at).shelf == kind; });
        offers.push_back({"shelf." + id, app.words("ui.shelf." + id), sign_of(id), edits, is,
                          still(app, is ? std::vector<Edit>{} : edits, Shows::shelf)});
    }
    offer(app, column, offers);
}

void open_button(App& app, Column& column) {
    if (!app.selected_opening()) return;
    const std::vector<int> openers =
        openers_of(app.doc.design(), app.doc.build(), app.selection.bay, app.selection.opening);
    if (openers.empty()) return;
    const bool open = app.openings.any_open(openers);
    if (button(app.ui, "open.selected", app.words(open ? "ui.close_this" : "ui.open_this"),
               column.row(app.ui.theme.touch()), {.icon = icon::kDoor, .selected = open}))
        app.openings.set(openers, !open);
}

/// In the place of contents and fronts: why there are none to choose.
void for_the_knees(App& app, Column& column) {
    Ui& ui = app.ui;
    const float height = ui.paragraph(ui.fonts.body, {column.rest().x0, column.rest().y0 + ui.theme.gap()},
                                      column.width(), palette::kMuted, app.words("design.kneehole_open"));
    column.row(height + ui.theme.gap());
}

}  // namespace

void opening_choices(App& app, Column& column) {
    for (const Selection& at : app.selected_openings())
        if (at.opening < openings_for_knees(bay_of(app, at))) return for_the_knees(app, column);
    // Each part is asked anew: what stands above may just have changed the design.
    for (const auto part : {contents, front_choice, open_button, style_choice, handle_choice, shelf_choice})
        if (!app.selected_openings().empty()) part(app, column);
}

}  // namespace maatkast::show
