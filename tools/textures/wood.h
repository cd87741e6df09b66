#pragma once
// Pictures cut from a log: its face, its ends, the layers of plywood, a floor of planks.

#include "model/mesh/texture_scale.h"
#include "tools/textures/log.h"

namespace maatkast::textures {

/// Which point of the log a row of the picture of ends shows. Rows come in two bands for each section: down
/// the first z rises to the face, down the second it falls, for the ends that look the other way.
struct EndRow {
    float x, z;  // m
};
EndRow end_row(float v, float length);

/// The face of the log: the tile is its length and width.
Tile make_face(const Log& log);

/// Its ends: u runs across the face, over one width of its tile; v as in end_row. Of the log's colour, but
/// darker, as fibres that are cut across swallow light.
Tile make_ends(const Log& log);

/// The edge of plywood, its faces at v = 0: kPlies layers on a tile, long grain and end grain in turn.
Tile make_plies(const Species& species);
inline constexpr int kPlies = 356;  // 1.4 mm each

/// A floor: as many planks as the log has strips, their ends staggered.
Tile make_floor(const Log& log);

}  // namespace maatkast::textures
