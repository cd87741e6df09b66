#pragma once
// How large the pictures of finishes are, and what a cut through wood shows.

namespace maatkast {

/// Size in metres of one tile of every texture of faces: u along the grain, v across.
inline constexpr double kTextureLength = 1.0;
inline constexpr double kTextureWidth = 0.5;

/// The same of ends and of the layers of plywood, both ways. On ends u runs across the face's grain as its v
/// does, and v from the board's outer face into its depth.
inline constexpr double kCutSide = 0.5;

/// A picture of ends shows cuts at so many places along a face's tile, evenly from u = 0 on. Each has two
/// bands, of rising and of falling depth, which meet where v is at the outer face: from there the ends at +
/// and at − go their own way.
inline constexpr int kCutSections = 6;
inline constexpr double kCutBand = kCutSide / (2 * kCutSections);  ///< m; no board is thicker

/// v of the outer face in a section, metres.
constexpr double cut_face_v(int section) {
    return (2 * section + 1) * kCutBand;
}

}  // namespace maatkast
