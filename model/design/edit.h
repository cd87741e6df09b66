#pragma once
// An edit is the only way a design changes: a drag in the window, a repair, a command-line flag and a line of
// the journal are all the same value.

#include <span>
#include <string>
#include <string_view>

#include "model/base/message.h"
#include "model/design/design.h"

namespace maatkast {

struct Book;

/// `path=value` or a named edit (`bays/1/insert`). Its text form is its canonical form; equal texts are equal
/// edits. Lengths are millimetres. The list of edits stands in assets/texts under `edit.*` and in `maatkast
/// edit --help`.
struct Edit {
    std::string path;
    std::string value;  ///< empty for a named edit without a value

    std::string text() const { return value.empty() ? path : path + "=" + value; }
    bool operator==(const Edit&) const = default;
};
Edit parse_edit(std::string_view text);

/// Carries out one edit. A rule of the book that is broken by it is no problem here (it becomes a finding);
/// what is refused, leaving the design as it was, is a path that names nothing, a value that cannot be read,
/// and a result that is no design any more (no bay left, a length that is not positive).
OrProblems<Design> apply(const Book& book, const Design& design, const Edit& edit);
/// All or none, in order.
OrProblems<Design> apply(const Book& book, const Design& design, std::span<const Edit> edits);

/// `605`, `60,5 cm`, `60.5cm`, `1,2 m`, `605 mm`; a bare number is in the given unit.
enum class LengthUnit { millimetre, centimetre };
std::optional<Length> parse_length(std::string_view text, LengthUnit bare);
/// `45`, `32,25`, `32.25°`: degrees, rounded to hundredths.
std::optional<Angle> parse_angle(std::string_view text);

}  // namespace maatkast
