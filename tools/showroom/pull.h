#pragma once
// A hand that pulls a grip: from pixels to a size on the book's grid, within what the book allows.

#include "renderer/camera.h"
#include "tools/scene/grips.h"

namespace maatkast::show {

/// Reads nothing but what it was made of, so that one place of the hand always gives one size.
class Pull {
  public:
    /// `design`: before the pull. `range`: of its grip. `pixel`: where the hand took hold, in `view`.
    Pull(const Book& book, Design design, scene::Grip grip, scene::GripRange range, const render::View& view,
         glm::vec2 pixel);

    const scene::Grip& grip() const { return grip_; }
    const scene::GripRange& range() const { return range_; }
    const Design& design() const { return design_; }
    /// Sizes that the hand can meet: the book's grid, coarser where a pixel is coarser.
    Length snap() const { return snap_; }

    /// The allowed size for a hand at `pixel`.
    Length size_at(glm::vec2 pixel) const;
    /// Where it stops, when the hand is further than that.
    const scene::Stop* stop_at(glm::vec2 pixel) const;

  private:
    Length wished(glm::vec2 pixel) const;
    double metres_along(glm::vec2 pixel) const;

    const Book* book_;
    Design design_;
    scene::Grip grip_;
    scene::GripRange range_;
    render::View view_;
    glm::vec2 held_;
    double metres_a_pixel_ = 0;
    double began_ = 0;
    Length snap_;
};

}  // namespace maatkast::show
