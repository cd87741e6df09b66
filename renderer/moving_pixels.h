// How many pixels a picture has on a CPU device while something moves: as many as are ready in time, and then
// stretched to the size shown. Pure arithmetic.
#pragma once

#include "renderer/image.h"

namespace maatkast::render {

class MovingPixels {
  public:
    // A picture is wanted within so many milliseconds; 0: always the same number of pixels.
    explicit MovingPixels(double wanted_ms) : wanted_ms_(wanted_ms) {}

    // The size itself where it has no more pixels, else the largest of its shape that has.
    Size within(Size shown) const;
    // The last moving picture took so long. One that was held up by something else changes nothing: the
    // quickest of a few counts. Sizes are a step apart, so that they settle.
    void took(double ms);

  private:
    static constexpr int kFewest = -3, kMost = 6;  // steps of kStep from kUsual
    static constexpr int kPictures = 3;            // of which the quickest counts

    double wanted_ms_;
    double quickest_ = 0;
    int pictures_ = 0;
    int step_ = 0;
};

}  // namespace maatkast::render
