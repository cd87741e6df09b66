#pragma once
// What lies under the cursor: rays against the boxes of parts and openings, on the CPU.

#include <optional>
#include <span>
#include <vector>

#include "model/build/build.h"
#include "model/design/design.h"
#include "renderer/camera.h"

namespace maatkast::show {

/// A ray against an axis-aligned box: metres to where it enters (0 from inside), nothing when it misses.
std::optional<float> hit(const render::Ray& ray, const render::Bounds& box);

/// The box of a part in its frame while closed, in metres.
render::Bounds box_of(const Part& part);

/// The clear space of one opening of a bay, in metres; `front` is where its front edge lies.
struct OpeningSpace {
    int bay = 0;
    int opening = 0;
    render::Bounds box;  ///< in the frame of its run
    glm::mat4 frame{1};  ///< of its run, to the world
};

/// Every opening's clear space. One that a finding has taken away (its shelf lies outside the bay) is left
/// out.
std::vector<OpeningSpace> opening_spaces(const Book& book, const Design& design);

/// What a click meets: the nearest part, and the opening that it belongs to or that lies behind the point.
struct Pick {
    int part = -1;     ///< index into Build::parts, -1 where only an empty opening was hit
    int bay = -1;      ///< -1 for a part of the whole run
    int opening = -1;  ///< -1 where the point lies on the carcase around the openings
    float distance = 0;
    bool through = false;  ///< an opening was entered before any part was met
};

/// The nearest thing under the ray. `open` holds 0..1 for each opener of the build: doors are met where they
/// stand.
std::optional<Pick> pick(const Build& build, std::span<const OpeningSpace> spaces,
                         std::span<const double> open, const render::Ray& ray);

/// The outline of a box as seen: its convex silhouette in pixels, in order. Empty when a corner lies behind
/// the eye.
std::vector<glm::vec2> silhouette(const render::Bounds& box, const glm::mat4& placed,
                                  const render::View& view);

}  // namespace maatkast::show
