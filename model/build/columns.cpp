#include "model/build/columns.h"

#include "model/build/kinds.h"

namespace maatkast {

int columns_in(const Opening& opening) {
    return opening.interior.kind->divides ? opening.interior.count : 1;
}

Length column_width(Length clear_width, Length divider, int columns) {
    return (clear_width - divider * (columns - 1)) / columns;
}

Column column_of(const BayBuilder& bay, std::int32_t opening, int number) {
    const int columns = columns_in(bay.bay().openings[static_cast<std::size_t>(opening)]);
    const Length t = bay.builder.layout.shelf_thickness, left = bay.at.left;
    // One divider and one column wide, as often as there are columns: the last divider is the upright's.
    const Length both = bay.at.right - left + t;
    return {left + both * number / columns, left + both * (number + 1) / columns - t};
}

}  // namespace maatkast
