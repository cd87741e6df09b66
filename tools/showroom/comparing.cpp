// What App does with another design beside the one that is worked on.

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tools/showroom/app.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {

void App::compare_with(Design design, std::string name) {
    beside.show(std::move(design), std::move(name));
    stand_beside();
}

void App::compare_with_step(std::size_t step) {
    compare_with(doc.history().design_of(step),
                 step == 0 ? words("ui.beginning")
                           : words(Message{"ui.step", {{"number", static_cast<std::int64_t>(step)}}}));
}

void App::compare_with_file(const std::string& path, std::string name) {
    const auto text = read_file(path);
    auto design = text ? read_design(doc.book(), *text) : OrProblems<Design>(std::unexpected(text.error()));
    if (!design) return say(words(design.error().front().message));
    compare_with(std::move(*design), std::move(name));
}

/// The one that stood there last; else the step before this one, or the last saved version.
void App::toggle_beside() {
    if (beside.shown()) return leave_beside();
    if (beside.any() && beside.design() != doc.design()) return beside.show_again(), stand_beside();
    const History& history = doc.history();
    if (history.can_undo()) return compare_with_step(history.position() - 1);
    if (history.can_redo()) return compare_with_step(history.position() + 1);
    const std::vector<Version> saved = versions_of(doc.path());
    if (saved.empty()) return say(words("ui.beside_nothing"));
    compare_with_file(saved.front().path, when_words(*this, saved.front().saved));
}

/// Whatever else was on the screen makes room, and the camera comes to see both.
void App::stand_beside() {
    selection = {};
    menu.reset();
    list.clear();
    finding.reset();
    screen.life.on = screen.show_settings = false;
    ui.editing.reset();
    show_files = show_versions = show_findings = show_timeline = show_left = false;
    overlays.show(OverlayKind::none);
    if (openings.any_open()) beside.openings.set_all(true);
    beside.follow(stage.dressing(), time_);
    look_at_both();
}

void App::leave_beside() {
    beside.put_aside();
    look_at_both();
}

void App::look_at_both() {
    arrange(size_);
    view_free = false;
    turntable.set_limits({picture_box(view)});
    turntable.ease_to(orbit_for(view), time_);
    scene_changed_ = time_;
}

void App::take_difference(std::size_t index) {
    const Comparison& compared = beside.compared(doc);
    if (index < compared.differences.size()) edit(compared.differences[index].edits);
}

/// With its name, and whatever else no customer sees.
void App::take_other() {
    doc.replace(beside.design());
    openings.follow(doc.build());
}

std::vector<render::Pane> App::panes() const {
    std::vector<render::Pane> all{{scene(), last_camera_}};
    if (beside.shown()) all.push_back({beside.scene(), last_camera_});
    return all;
}

render::Size App::pane() const {
    return render::pane_size(size_, 0, beside.shown() ? 2 : 1);
}

/// Within the pane that it is on.
glm::vec2 App::on_pane(glm::vec2 pixel) const {
    const auto width = static_cast<float>(pane().width);
    return pixel.x < width ? pixel : pixel - glm::vec2(width, 0);
}

/// The free part of each pane: over the cards below, under the buttons above.
FreeArea App::beside_area() const {
    const float height = static_cast<float>(size_.height);
    return {0, ui.theme.px(40), static_cast<float>(pane().width), height - beside_height(ui.theme)};
}

void App::open_beside(glm::vec2 pixel) {
    const bool other = pixel.x >= static_cast<float>(pane().width);
    const render::Ray ray = render::unproject(render::make_view(camera(), pane()), on_pane(pixel));
    if (!other) return open_met(ray, doc.design(), doc.build(), doc.spaces(), openings);
    const auto spaces = opening_spaces(doc.book(), beside.design());
    open_met(ray, beside.design(), beside.build(), spaces, beside.openings);
}

}  // namespace maatkast::show
