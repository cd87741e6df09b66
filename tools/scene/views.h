#pragma once
// The five standard views of a cabinet, and cameras as files.

#include <optional>
#include <string>
#include <string_view>

#include "model/base/message.h"
#include "model/design/design.h"
#include "renderer/camera.h"

namespace maatkast::scene {

enum class StandardView { front, three_quarter, side, inside, detail };

/// `front`, `three-quarter`, `side`, `inside`, `detail`.
std::optional<StandardView> view_of(std::string_view name);

/// On which sides of the main run a wall stands: another run's, one that a filler reaches, or the low one
/// under a ceiling that slopes down to it.
struct SideWalls {
    bool left = false, right = false;
};
SideWalls side_walls(const Design& design);

/// Where a standard view looks from. Angles in degrees: azimuth to the viewer's right, elevation up. `box` is
/// what it frames, `margin` the share of the picture left free; `opens` when everything should stand open in
/// it.
struct Sight {
    float azimuth = 0, elevation = 0;
    render::Bounds box;
    float margin = 0.1F;
    bool opens = false;
};
/// `cabinet` is the box around the closed cabinet in metres. The eye stands at about 1.5 m as far as the
/// cabinet's size allows, slightly to the right in three-quarter; to the left where a wall stands to the
/// right, and straighter between two walls, never beyond one of them.
Sight sight(StandardView view, const render::Bounds& cabinet, SideWalls walls = {});

/// The camera of a standard view for a picture of this size.
render::Camera standard_camera(StandardView view, const render::Bounds& cabinet, render::Size size,
                               float fov_y_degrees = 30, SideWalls walls = {});

/// The same camera looking down by at least so many degrees, framed anew: for what is drawn on the floor, or
/// lies open to above.
render::Camera looking_down(const render::Camera& camera, const render::Bounds& box, render::Size size,
                            float degrees, float margin);

/// `{"eye":[…],"target":[…],"up":[0,1,0],"fov_y_deg":…}` in metres and degrees, glTF axes. Refused: anything
/// that is no finite number, an eye on its target, a line of sight along `up`, a field of view outside
/// 1…150°.
OrProblems<render::Camera> read_camera(std::string_view text);
std::string write_camera(const render::Camera& camera);

}  // namespace maatkast::scene
