#pragma once
// Our own widgets. Each draws itself into a rectangle and says what was done to it.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tools/showroom/ui.h"

namespace maatkast::show {

/// Gives rows from the top down.
class Column {
  public:
    Column(const Rect& area, float gap) : area_(area), start_(area.y0), gap_(gap) {}

    Rect row(float height);
    void space(float pixels) { area_.y0 += pixels; }
    Rect rest() const { return area_; }
    float used() const { return area_.y0 - start_; }
    float width() const { return area_.width(); }

  private:
    Rect area_;
    float start_, gap_;
};
/// The i-th of n equal pieces of a row.
Rect piece(const Rect& row, int i, int n, float gap);

enum class Emphasis { plain, primary, quiet };

struct ButtonLook {
    std::string_view icon;  ///< before the label, or alone
    Emphasis emphasis = Emphasis::plain;
    bool selected = false;
    bool enabled = true;
    bool tip = true;         ///< show the label when the cursor rests on a lone icon
    bool icon_only = false;  ///< the label becomes a tooltip
    std::string_view note;   ///< at the right, as a price difference
};
bool button(Ui& ui, std::string_view id, std::string_view label, const Rect& rect,
            const ButtonLook& look = {});

/// A caption in small bold letters.
void caption(Ui& ui, const Rect& rect, std::string_view text);

/// Begins to type in a field, what it holds chosen, so that the first key replaces it.
void start_editing(Ui& ui, std::string_view id, std::string_view value);
/// A number that is typed anew after a click; returns the text once that is done. Bare: without ground or
/// frame until it is touched, for numbers that stand in the picture.
std::optional<std::string> number_field(Ui& ui, std::string_view id, std::string_view label,
                                        std::string_view value, const Rect& rect, bool can_edit = true);
std::optional<std::string> bare_field(Ui& ui, std::string_view id, std::string_view label,
                                      std::string_view value, const Rect& rect);

/// What happened to a stepper: −1 or +1, or a text typed into its field.
struct StepperEvent {
    int step = 0;
    std::optional<std::string> typed;
};
struct StepperLook {
    bool can_less = true, can_more = true;
    bool field = true;  ///< the number can be typed
};
/// Label at the left, [−] value [+] at the right. Widgets ID.minus, ID (the field) and ID.plus.
StepperEvent stepper(Ui& ui, std::string_view id, std::string_view label, std::string_view value,
                     const Rect& row, const StepperLook& look = {});

/// A line to type in; `hint` while it is empty. Returns what was typed once Enter is pressed or it is left.
std::optional<std::string> text_line(Ui& ui, std::string_view id, std::string_view hint,
                                     std::string_view value, const Rect& rect);

/// What a finish looks like. `texture` 0: the plain colour.
struct Swatch {
    ImTextureID texture = nullptr;
    ImU32 color = palette::kQuiet;
};
/// A card to choose from: a picture, or a drawn sign until there is one, above a label.
using Sign = void (*)(const Ui& ui, const Rect& rect, ImU32 color);
struct ChoiceLook {
    Sign sign = nullptr;
    ImTextureID picture = nullptr;
    float picture_shape = 1.2F;  ///< its width by its height
    ImU32 color = 0;             ///< in the place of a picture; 0: the sign stands there
    bool selected = false;
    bool marked = false;     ///< there is something to say about it
    std::string_view note;   ///< as a price difference
    std::string_view value;  ///< for scripts, where it is not selected
};
bool choice(Ui& ui, std::string_view id, std::string_view label, const Rect& rect, const ChoiceLook& look);
/// Of a card so wide that shows a picture of this shape whole.
float choice_height(const Ui& ui, float width, float picture_shape);

/// Equal parts side by side, one of them chosen; returns the one clicked. Widgets ID.0, ID.1 …
std::optional<int> segments(Ui& ui, std::string_view id, std::span<const std::string> labels, int chosen,
                            const Rect& rect);

}  // namespace maatkast::show
