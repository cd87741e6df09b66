#pragma once

#include "model/build/builder.h"

namespace maatkast {

/// How far a light profile and its cover stand below their board.
Length light_height(const Book& book);

/// A profile with a light strip under the board that closes the opening, behind its front edge; one a column
/// where dividers stand up to that board. Nothing under a slanted shelf.
void build_light(BayBuilder& bay, std::int32_t opening);

/// A driver under the bottom of a bay that has light, another one for each further length that one can feed.
/// In a kneehole they hang under the first board over the knees.
void build_drivers(BayBuilder& bay);

}  // namespace maatkast
