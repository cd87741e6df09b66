#pragma once
// Findings: what the book has to say about a design, and how to repair it.

#include <string>
#include <vector>

#include "model/base/message.h"
#include "model/design/edit.h"

namespace maatkast {

enum class Severity : std::uint8_t { blocked, advised, noted };
std::string_view name_of(Severity severity);

/// One way out of a finding: edits that remove it, and the sentence on the button.
struct Repair {
    Message text;
    std::vector<Edit> edits;
    bool operator==(const Repair&) const = default;
};

/// A rule of the book met a design that it has something to say about.
struct Finding {
    std::string rule;  ///< `door.width`; also the key of its text, `rule.door.width`
    int page = 0;      ///< of the system book
    Severity severity = Severity::blocked;
    std::string where;  ///< path into the design, as edits write it: `bays/1/fronts/0`
    MessageValue measured;
    MessageValue limit;
    Message text;
    std::vector<Repair> repairs;  ///< sorted by least change; each removes this finding
    bool operator==(const Finding&) const = default;
};

}  // namespace maatkast
