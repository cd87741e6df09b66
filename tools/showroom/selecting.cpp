// What is chosen, in the picture and in the panels.

#include <algorithm>

#include "model/build/motion.h"
#include "tools/showroom/app.h"
#include "tools/showroom/context_menu.h"

namespace maatkast::show {

void App::select(const Selection& wanted) {
    if (selection == wanted) return;
    selection = wanted;
    asked.clear();
    if (tab == Tab::finishes && !wanted.part.empty()) finish_part = true;
    if (wanted.bay >= 0 && tab != Tab::finishes) tab = Tab::layout;
    inside = wanted.opening >= 0;  // its contents are what is chosen first
}

bool App::is_selected(int bay, int opening) const {
    return (selection.bay == bay && selection.opening == opening) ||
           std::ranges::find(selection.others, std::array{bay, opening}) != selection.others.end();
}

void App::select_also(int bay, int opening) {
    Selection wanted = selection;
    wanted.part.clear();
    const std::array here{bay, opening};
    if (!selected_opening()) return select({bay, opening, {}});
    if (wanted.bay == bay && wanted.opening == opening) {
        if (wanted.others.empty()) return select({});
        wanted.bay = wanted.others.back()[0];
        wanted.opening = wanted.others.back()[1];
        wanted.others.pop_back();
    } else if (std::erase(wanted.others, here) == 0) {
        wanted.others.push_back({wanted.bay, wanted.opening});
        wanted.bay = bay;
        wanted.opening = opening;
    }
    select(wanted);
}

const Bay* App::selected_bay() const {
    const auto bay = static_cast<std::size_t>(selection.bay);
    return selection.bay >= 0 && bay < doc.design().bays.size() ? &doc.design().bays[bay] : nullptr;
}

const maatkast::Opening* App::selected_opening() const {
    const Bay* bay = selected_bay();
    const auto opening = static_cast<std::size_t>(selection.opening);
    return bay && selection.opening >= 0 && opening < bay->openings.size() ? &bay->openings[opening]
                                                                           : nullptr;
}

std::vector<Selection> App::selected_openings() const {
    std::vector<Selection> all;
    if (doc.space(selection.bay, selection.opening)) all.push_back({selection.bay, selection.opening, {}});
    for (const auto& [bay, opening] : selection.others)
        if (doc.space(bay, opening)) all.push_back({bay, opening, {}});
    return all;
}

std::optional<PartFinish> App::selected_part_finish() const {
    if (selection.part.empty()) return {};
    const auto& parts = doc.build().parts;
    const auto at =
        std::ranges::find_if(parts, [&](const Part& part) { return part.name.view() == selection.part; });
    return finish_of_part(doc.design(), doc.build(), static_cast<int>(at - parts.begin()));
}

render::Bounds App::selected_box() const {
    if (const OpeningSpace* space = doc.space(selection.bay, selection.opening))
        return render::transformed(space->box, space->frame);
    render::Bounds box;
    for (const Part& part : doc.build().parts) {
        const bool chosen = selection.part.empty() ? selection.bay >= 0 && part.bay == selection.bay
                                                   : part.name.view() == selection.part;
        if (chosen && part.opener < 0)
            box.add(render::transformed(box_of(part), glm::mat4(frame_matrix(doc.build(), part.frame))));
    }
    return box;
}

void App::pick_at(glm::vec2 pixel) {
    if (overlays.bare()) return;  // parts are not where they are picked
    const render::Ray ray = render::unproject(render::make_view(camera(), size_), pixel);
    const auto met = pick(doc.build(), doc.spaces(), openings.now(), ray);
    if (!met) return select({});
    if (met->opening >= 0 && ui.shift()) return select_also(met->bay, met->opening);
    const std::string part =
        met->part < 0 ? "" : std::string(doc.build().parts[static_cast<std::size_t>(met->part)].name.view());
    select({met->bay, met->opening, part});
}

/// What is chosen already stays so, with all that is chosen beside it.
void App::menu_at(glm::vec2 pixel) {
    if (overlays.bare()) return;
    const render::Ray ray = render::unproject(render::make_view(camera(), size_), pixel);
    const auto met = pick(doc.build(), doc.spaces(), openings.now(), ray);
    if (!met) return menu.reset();
    if (met->opening < 0 || selection.others.empty() || !is_selected(met->bay, met->opening)) {
        pick_at(pixel);
        inside = false;  // the menu asks
    }
    open_menu(*this, pixel);
}

}  // namespace maatkast::show
