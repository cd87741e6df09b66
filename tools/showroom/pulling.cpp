// Sizes pulled in the picture: knobs on the cabinet, what is allowed meanwhile, and the number that can be
// typed afterwards.

#include <algorithm>

#include "tools/showroom/app.h"
#include "tools/showroom/grip_marks.h"
#include "tools/showroom/panels.h"

namespace maatkast::show {
namespace {

constexpr Length kKeyStep = 10_mm;  // of the arrow keys, where the book's own is finer

const char* label_of(scene::GripKind kind) {
    switch (kind) {
        case scene::GripKind::width:
            return "ui.width";
        case scene::GripKind::height:
            return "ui.height";
        case scene::GripKind::depth:
            return "ui.depth";
        case scene::GripKind::upright:
            return "ui.bay_width";
        case scene::GripKind::shelf:
            return "ui.clear_height";
        case scene::GripKind::low:
            return "ui.low_height";
    }
    return "";
}

std::string id_of(const scene::Grip& grip) {
    return "grip." + grip.id;
}

}  // namespace

const std::vector<scene::Grip>& App::grips() {
    const auto bay = selected_bay() ? std::optional(static_cast<std::size_t>(selection.bay)) : std::nullopt;
    if (grips_of_ != std::pair(doc.revision(), bay)) {
        grips_of_ = {doc.revision(), bay};
        grips_ = scene::grips(doc.book(), doc.design(), bay);
    }
    return grips_;
}

const scene::Grip* App::grip_at(std::string_view id) {
    const auto at = std::ranges::find(grips(), id, &scene::Grip::id);
    return at == grips_.end() ? nullptr : &*at;
}

void App::take_hold(const scene::Grip& grip, const render::View& seen) {
    sized_.clear();
    before_pull_.assign(doc.spaces().begin(), doc.spaces().end());
    pull_.emplace(doc.book(), doc.design(), grip, scene::range_of(doc.book(), doc.design(), grip), seen,
                  pointer_.at());
}

/// The hand goes on: before anything is laid out, so that lines and picture show the same design.
void App::pull_along() {
    if (!pull_) return;
    if (ui.key("escape") || pointer_.cancelled()) {
        doc.pull({});
        pull_.reset();
    } else if (pointer_.held(Button::left)) {
        resize_to(pull_->size_at(pointer_.at()));
    }
    if (pull_ && !pointer_.held(Button::left)) let_go();
    if (!pull_) doc.let_go();
}

void App::resize_to(Length size) {
    const scene::Grip* now = grip_at(pull_->grip().id);
    if (!now || now->size == size) return;
    const glm::dvec3 was = now->fixed;
    const auto done = doc.pull(scene::resized(pull_->design(), pull_->grip(), size));
    if (!done) return say(words(done.error().front().message));
    // The cabinet grows about its middle; the picture moves so that the end that is not held stands still.
    now = grip_at(pull_->grip().id);
    if (!now) return;
    Orbit orbit = turntable.now();
    orbit.target += glm::vec3(now->fixed - was);
    follow_document();
    turntable.jump(orbit);
}

void App::let_go() {
    const scene::Grip* now = grip_at(pull_->grip().id);
    if (now && now->size != pull_->grip().size) {
        sized_ = now->id;
        start_editing(ui, "grip.size", centimetres(now->shown));
    }
    pull_.reset();
    if (!view_free) turntable.ease_to(orbit_for(view), time_);
}

/// By one step of the keyboard: within what is allowed, and else with the reason.
void App::step(const scene::Grip& of, int steps) {
    const scene::Grip grip = of;  // the edit makes them anew
    const scene::GripRange range = scene::range_of(doc.book(), doc.design(), grip);
    const Length wanted = scene::on_grid(doc.book(), grip, grip.size + std::max(kKeyStep, grip.step) * steps);
    const Length size = std::clamp(wanted, range.least.size, range.most.size);
    if (size != grip.size) edit(scene::resized(doc.design(), grip, size));
    if (size != wanted) say(reason_of(steps > 0 ? range.most : range.least));
}

/// What is typed is done, as far as it can be made; what the book has against it, it says.
void App::resize(const scene::Grip& of, Length wanted) {
    const scene::Grip grip = of;
    const scene::GripRange range = scene::range_of(doc.book(), doc.design(), grip);
    const Length size = scene::on_grid(doc.book(), grip, wanted);
    if (!edit(scene::resized(doc.design(), grip, size))) return;
    if (wanted > range.most.size) say(reason_of(range.most));
    if (wanted < range.least.size) say(reason_of(range.least));
}

std::string App::reason_of(const scene::Stop& stop) const {
    if (stop.refusal) return words(*stop.refusal);
    if (!stop.finding) return {};
    return words(stop.finding->text) + " " +
           words(Message{"ui.page", {{"page", std::int64_t{stop.finding->page}}}});
}

void App::draw_grips(const render::View& seen) {
    if (overlays.bare() || overlays.kind() == OverlayKind::section) return;
    if (const scene::Grip* held = pull_ ? grip_at(pull_->grip().id) : nullptr)
        draw_range(ui, *held, pull_->range(), seen);
    const std::vector<scene::Grip> all = grips();  // a key changes the design
    for (const scene::Grip& grip : all) {
        if (pull_ && grip.id != pull_->grip().id) continue;
        const auto place = place_of(grip, seen);
        if (place) draw_one_grip(grip, *place, seen);
    }
    draw_size(seen);
}

void App::draw_one_grip(const scene::Grip& grip, const GripPlace& place, const render::View& seen) {
    const float reach = ui.theme.touch() / 2;
    const Rect rect{place.at.x - reach, place.at.y - reach, place.at.x + reach, place.at.y + reach};
    const std::string label = words(label_of(grip.kind));
    const Touch touch = ui.touch(id_of(grip), label, rect, true, centimetres(grip.shown));
    ui.drags();
    draw_grip(ui, grip, place, touch.hover, pull_.has_value());
    if (touch.hovered && !pull_) ui.tooltip(label + "  " + centimetres(grip.shown), rect);
    if (touch.held && pointer_.pressed(Button::left)) take_hold(grip, seen);
    if (!touch.focused) return;
    const bool more = ui.key("right") || ui.key("up"), less = !more && (ui.key("left") || ui.key("down"));
    if (more) step(grip, 1);
    if (less) step(grip, -1);
}

/// Numbers of dimensions are fields too, in millimetres as they stand there.
void App::dimension_fields(std::span<const scene::Dimension> all,
                           std::span<const scene::PlacedDimension> placed) {
    for (const scene::PlacedDimension& at : placed) {
        const scene::Dimension& dimension = all[at.index];
        if (!at.label || dimension.path.empty() || pull_) continue;
        const std::string id = "dimension." + dimension.path;
        const bool typing = ui.editing && ui.editing->id == id;
        const glm::vec2 middle = 0.5F * (at.label->least + at.label->most);
        const glm::vec2 half =
            0.5F * glm::max(at.label->most - at.label->least,
                            glm::vec2(typing ? ui.theme.px(96) : ui.theme.touch(), ui.theme.touch()));
        const Rect rect{middle.x - half.x, middle.y - half.y, middle.x + half.x, middle.y + half.y};
        if (const auto typed = bare_field(ui, id, words("ui.dimension"), at.text, rect))
            type_dimension(dimension, *typed);
    }
}

void App::type_dimension(const scene::Dimension& dimension, const std::string& text) {
    const auto value = parse_length(text, LengthUnit::millimetre);
    if (!value) return say(words("ui.not_a_size"));
    if (*value == dimension.value) return;
    const scene::Grip* grip = grip_at(dimension.path);
    // The number of a bay is that bay's alone: its upright, which would take from the neighbour, has another
    // id.
    if (grip) return resize(*grip, *value + dimension.more);
    edit(dimension.path, edit_length(*value + dimension.more));
}

/// The size beside the knob, with its price while it is pulled; afterwards a field to type the exact one.
void App::draw_size(const render::View& seen) {
    const std::string id = pull_ ? pull_->grip().id : sized_;
    const scene::Grip* grip = id.empty() ? nullptr : grip_at(id);
    const auto place = grip ? place_of(*grip, seen) : std::nullopt;
    if (!place) return sized_.clear();
    const scene::Stop* stop = pull_ ? pull_->stop_at(pointer_.at()) : nullptr;
    const std::string reason = stop ? reason_of(*stop) : std::string();
    const float pad = ui.theme.px(12), width = ui.theme.px(reason.empty() ? 172 : 290);
    const float reason_height =
        reason.empty()
            ? 0
            : ui.paragraph(ui.fonts.small, {0, 0}, width - 2 * pad, 0, reason, false) + ui.theme.px(6);
    const float height = 2 * pad + ui.theme.px(34) + ui.theme.px(20) + reason_height;
    const float aside = ui.theme.scale * knob_of(*grip) + ui.theme.px(14);
    const float x = std::clamp(place->at.x + aside, area_.left + pad, area_.right - width - pad);
    const float y = std::clamp(place->at.y - aside - height, area_.top + pad, area_.bottom - height - pad);
    const Rect card{x, y, x + width, y + height};
    ui.card("grip.card", card);
    Column column(card.inset(pad), 0);
    const std::string size = centimetres(grip->shown);
    const Rect row = column.row(ui.theme.px(34));
    if (pull_) {
        ui.touch("grip.size", words(label_of(grip->kind)), row, false, size);
        ui.line(ui.fonts.title, row, palette::kText, size);
    } else if (const auto typed = number_field(ui, "grip.size", words(label_of(grip->kind)), size, row)) {
        type_size(id, *typed);
    }
    const auto change = doc.last_change();
    const std::string price = texts().money(doc.price().total) +
                              (change && change->value != 0 ? "  " + texts().money_change(*change) : "");
    ui.line(ui.fonts.small, column.row(ui.theme.px(20)), palette::kMuted, price);
    if (!reason.empty()) {
        const Rect rest = column.rest();
        ui.touch("grip.reason", words(label_of(grip->kind)), rest, false, reason);
        ui.paragraph(ui.fonts.small, {rest.x0, rest.y0 + ui.theme.px(6)}, width - 2 * pad, palette::kNotice,
                     reason);
    }
    const bool elsewhere = pointer_.pressed(Button::left) && !card.contains(pointer_.at());
    if (!pull_ && (elsewhere || !ui.editing)) sized_.clear();
}

void App::type_size(const std::string& id, const std::string& text) {
    const auto shown = parse_length(text, LengthUnit::centimetre);
    const scene::Grip* grip = grip_at(id);
    if (!shown) return say(words("ui.not_a_size"));
    if (grip && *shown != grip->shown) resize(*grip, *shown + grip->size - grip->shown);
}

}  // namespace maatkast::show
