#pragma once
// Which faces of a board do not look as its outer one does.

#include <cstdint>
#include <optional>

#include "model/book/book.h"
#include "model/build/part.h"

namespace maatkast {

/// The first faces of board_indices that have a look of their own: 2, the ends; 4, the sides too; 5, the back
/// too.
struct OtherFaces {
    /// How their texture lies, see texture_scale.h: sections of a log, layers from the outer face, or as on
    /// the outer face.
    enum class Texture : std::uint8_t { ends, layers, as_face };
    std::uint32_t count = 0;
    Look look;
    Texture texture = Texture::as_face;
};

/// Solid wood and plywood that are not banded show what they are made of; what only fronts are made of may be
/// something else behind. Nothing for all other parts: banded edges look as the faces do, and so do those of
/// outlines, whose ends lie any way to the grain.
std::optional<OtherFaces> other_faces(const Book& book, const Part& part);

}  // namespace maatkast
