// What fingers do in the showroom.

#include "tools/showroom/app.h"
#include "tools/showroom/context_menu.h"

namespace maatkast::show {

Input App::with_fingers(const Input& input) {
    return gestures_.take(input, kPixelsPerMm * ui.theme.scale, [this](glm::vec2 at) {
        const WidgetRecord* top = ui.top_at(at);
        if (!top) return Ground::picture;
        // What is typed in is chosen by the letter.
        if (top->drags || (ui.editing && ui.editing->id == top->id)) return Ground::knob;
        return ui.scrolled_at(at).empty() ? Ground::widget : Ground::scrolled_widget;
    });
}

/// Two fingers hold the cabinet: what is under them stays under them, as far as the limits allow.
void App::follow_fingers() {
    const auto& two = gestures_.two();
    if (two && screen.life.on) {
        screen.life.pan(two->to - two->from, doc.box());
    } else if (two) {
        turntable.jump(zoomed(turntable.now(), turntable.limits(), 1 / two->apart, two->from, size_, area_));
        turntable.pan(two->to - two->from, size_);
        view_free = true;
    }
    if (const auto& at = gestures_.long_press(); at && mode == Mode::salesperson) menu_at(*at);
}

}  // namespace maatkast::show
