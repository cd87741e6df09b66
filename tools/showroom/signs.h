#pragma once
// Small line drawings of what may stand in or before an opening.

#include "tools/showroom/widgets.h"

namespace maatkast::show {

void drawers_sign(const Ui& ui, const Rect& rect, ImU32 color);
void rail_sign(const Ui& ui, const Rect& rect, ImU32 color);

/// The sign of an interior, front or handle kind by its id; an empty frame for kinds without one.
Sign sign_of(std::string_view id);

}  // namespace maatkast::show
