#pragma once
// Kinds of front and of interior: each is one file in model/fronts or model/interiors that defines one
// constant named after the file. The build collects them; nothing else has to be touched to add one.

#include <span>
#include <string_view>

#include "model/build/part.h"

namespace maatkast {

class BayBuilder;

/// A kind of front. Its text is `front.ID`.
struct FrontKind {
    std::string_view id;
    int leaves = 1;                ///< doors side by side
    bool carries_drawers = false;  ///< moves with the drawers behind it instead of standing before them
    bool folds = false;            ///< of leaves that hang on each other; also before the corner of an L
    void (*build)(BayBuilder& bay, std::int32_t front);
};

/// Where the contents of an opening rest: on the board below it, in boxes on runners, or on rails.
enum class Keeps : std::uint8_t { on_board, in_boxes, on_rails };

/// A kind of interior. Its text is `interior.ID`.
struct InteriorKind {
    std::string_view id;
    int most = 1;  ///< largest count; 1 where there is nothing to count
    Keeps keeps = Keeps::on_board;
    bool divides = false;  ///< into `count` columns side by side
    void (*build)(BayBuilder& bay, std::int32_t opening);
};

/// In the order of their file names.
std::span<const FrontKind* const> front_kinds();
std::span<const InteriorKind* const> interior_kinds();
const FrontKind* find_front_kind(std::string_view id);
const InteriorKind* find_interior_kind(std::string_view id);

}  // namespace maatkast
