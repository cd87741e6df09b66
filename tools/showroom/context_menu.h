#pragma once
// What can be done with what was pressed, where it was pressed. Widgets `menu.*`.

#include "tools/showroom/app.h"

namespace maatkast::show {

/// Opens it on what is chosen: at a place in the picture, or beside what is chosen.
void open_menu(App& app, glm::vec2 at);
void open_menu(App& app, const render::View& seen);
/// Draws it and does what is asked; closes it after that, at a press beside it, and at Escape. Its keys are
/// the arrows and Enter.
void context_menu(App& app);

}  // namespace maatkast::show
