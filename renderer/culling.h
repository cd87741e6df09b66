// What of a scene a view has to draw: nothing that lies outside it, that other things hide, or that is
// smaller than a pixel; and the finest of meshes only where their shapes can be made out.
#pragma once

#include <array>
#include <vector>

#include "renderer/camera.h"
#include "renderer/scene_store.h"

namespace maatkast::render {

// A box as a view sees it, in clip space: its middle, and from there to three of its sides.
struct ClipBox {
    glm::vec4 middle{0.0f};
    std::array<glm::vec4, 3> half{};
};
ClipBox clip_box(const View& view, const PlacedInstance& placed);

// Whether all of it lies on the outer side of one of the four edges of the picture, or before the near plane.
bool out_of_view(const ClipBox& box);

// The depth of all samples of a picture, on the host.
class DepthSamples {
  public:
    // `depth` is reversed; rows top to bottom, in each pixel the four samples of Vulkan's standard locations
    // (Device::has_standard_samples).
    DepthSamples(std::vector<float> depth, Size size);

    // Whether no sample can see anything of the box: it lies behind what stands in the picture.
    bool hides(const ClipBox& box) const;

  private:
    Size size_, tiles_;
    std::vector<float> depth_;
    std::vector<float> farthest_;  // of each tile, so that most samples need not be looked at
};

// Looks through a scene once; the store's draws must not change while it lives.
class Culling {
  public:
    // Nothing is shown that appears smaller than `smallest` pixels.
    Culling(const SceneStore& store, const View& view, float smallest = 0.5f);

    // What the view may show, in the order of the store.
    std::vector<Draw> in_view() const;
    // Of that, what hides most at least cost: its depth is worth drawing beforehand.
    std::vector<Draw> occluders() const;
    // What is left of in_view() when the depth of the occluders is known.
    std::vector<Draw> visible(const DepthSamples& depth) const;

  private:
    struct Sight {
        bool seen = false, as_box = false, occludes = false;
    };
    Sight look(const Draw& draw, const PlacedInstance& placed) const;
    template <class Wanted>
    std::vector<Draw> draws(const Wanted& wanted) const;

    const SceneStore& store_;
    View view_;
    float smallest_;
    std::vector<Sight> sights_;  // of each placed instance
};

}  // namespace maatkast::render
