#pragma once
// The two halves of design_io: a design out of JSON, and into it.

#include "model/base/json.h"
#include "model/design/design.h"

namespace maatkast {

struct Book;

/// Reads a document of this version, 1 or newer; notes every problem in the reader's list. The design is good
/// only where none was noted. Version 1 knew less and wrote an end as the bare finish of its cladding; apart
/// from that it is read as what it is, a version 2 that leaves much out.
Design read_design_json(const Book& book, const JsonReader& root, std::int64_t version);

/// The newest version. What version 1 did not know is written only where it is not the usual.
Json design_json(const Design& design);

}  // namespace maatkast
