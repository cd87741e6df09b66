// The showroom for a customer alone, the screen that hides it, and a new customer.

#include <filesystem>

#include "model/propose/propose.h"
#include "tools/showroom/app.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {
void App::set_mode(Mode wanted) {
    if (mode == wanted) return;
    mode = wanted;
    selection = {};
    menu.reset();
    list.clear();
    show_findings = show_files = show_versions = false;
    ui.editing.reset();
    slow_turn_.touched(time_);
}

void App::toggle_customer() {
    set_mode(mode == Mode::customer ? Mode::salesperson : Mode::customer);
}

void App::toggle_price() {
    show_price = !show_price;
}

void App::toggle_veil() {
    veiled = !veiled;
    ui.editing.reset();
}

void App::toggle_second() {
    second_screen = !second_screen;
}

/// What stands there is kept first; where that fails nothing is begun.
void App::new_customer() {
    if (!doc.saved() && doc.can_undo()) save();
    if (!doc.saved() && doc.can_undo()) return;
    const auto first = new_design(doc.book(), kFirstDesign);
    if (!first) return say(words(first.error().front().message));
    show_document(Document(*settings.catalogue, *first, {}));
    keep_journal();
    set_mode(Mode::salesperson);
}

/// Panels leave as the customer comes: the cabinet goes to the middle of the window meanwhile.
void App::arrange(render::Size size) {
    const bool was = chrome_.moving();
    const float before = chrome_.now();
    chrome_.advance(mode == Mode::customer, time_);
    const float width = static_cast<float>(size.width), height = static_cast<float>(size.height);
    const float panel = (ui.theme.panel_width(width) + ui.theme.padding()) * (1 - chrome_.now());
    const float bars = 1 - 0.5F * chrome_.now();
    area_ = {0, ui.theme.px(56) * bars, width - panel, height - ui.theme.px(52) * bars};
    if (beside.shown()) area_ = beside_area();
    if ((was || before != chrome_.now()) && !chrome_.moving() && !view_free)
        turntable.ease_to(orbit_for(view), time_);
}

void App::turn_slowly(const Input& input) {
    const bool touched = gestures_.touching() || pointer_.moved() != glm::vec2(0) || !input.keys.empty() ||
                         input.wheel != 0 || pointer_.held(Button::left) || pointer_.held(Button::right);
    if (touched || !turns_slowly()) return slow_turn_.touched(time_);
    if (const auto step = slow_turn_.step(time_, turntable.now().azimuth)) turntable.turn({*step, 0});
}

bool App::turns_slowly() const {
    return mode == Mode::customer && !veiled && !screen.life.on && !screen.preferences.less_motion;
}

/// A touch opens and closes what it meets: doors, drawers, whatever stands before an opening.
void App::open_at(glm::vec2 pixel) {
    const render::Ray ray = render::unproject(render::make_view(camera(), size_), pixel);
    open_met(ray, doc.design(), doc.build(), doc.spaces(), openings);
}

void App::open_met(const render::Ray& ray, const Design& design, const Build& build,
                   std::span<const OpeningSpace> spaces, Openings& openers) const {
    const auto met = pick(build, spaces, openers.now(), ray);
    if (!met) return;
    const std::int32_t opener = met->part >= 0 ? build.parts[static_cast<std::size_t>(met->part)].opener : -1;
    std::vector<int> found{opener};
    if (opener < 0) found = openers_of(design, build, met->bay, met->opening);
    if (!found.empty()) openers.set(found, !openers.any_open(found));
}

void App::draw_for_customer() {
    const float margin = ui.theme.padding(), price = ui.theme.px(112);
    const glm::vec2 size = ui.size();
    if (show_price)
        price_card(*this, {size.x - ui.theme.panel_width(size.x), size.y - margin - price, size.x - margin,
                           size.y - margin});
    screen_cards(*this, area_);
    const float side = ui.theme.touch();
    const Rect back{size.x - margin - side, margin, size.x - margin, margin + side};
    // As quiet as can be: the salesperson knows where it is.
    if (button(ui, "leave", words("ui.to_salesperson"), back,
               {.icon = icon::kBack, .emphasis = Emphasis::quiet, .icon_only = true}))
        set_mode(Mode::salesperson);
}

/// Covers everything: whoever comes by sees no one's cabinet and no one's price.
void App::draw_veil() {
    const Rect all{0, 0, ui.size().x, ui.size().y};
    cover(ui);
    const Touch touch = ui.touch("veil", words("ui.go_on"), all);
    ui.centred(ui.fonts.title, {all.x0, all.y0, all.x1, all.y1 - ui.theme.px(30)}, palette::kAccent,
               "Maatkast");
    ui.centred(ui.fonts.body, {all.x0, all.y0 + ui.theme.px(40), all.x1, all.y1}, palette::kMuted,
               words("ui.go_on"));
    if (touch.activated || ui.key("escape") || ui.key("b")) toggle_veil();
}

}  // namespace maatkast::show
