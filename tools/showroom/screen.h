#pragma once
// What the showroom knows of the screen that it is on and of how it is used.

#include <functional>
#include <optional>

#include "renderer/camera.h"
#include "renderer/image.h"
#include "renderer/overlay.h"
#include "tools/scene/figure.h"
#include "tools/showroom/life_size.h"
#include "tools/showroom/preferences.h"

namespace maatkast::show {

/// A picture in the best quality, with what lies over it; nothing when it could not be made.
using MakeStill = std::function<std::optional<render::Image>(const render::Scene&, const render::Camera&,
                                                             render::Size, const render::Overlay&)>;

inline constexpr render::Size kPictureSize{3840, 2160};
inline constexpr int kLeastFigure = 140, kMostFigure = 210;  ///< centimetres

struct Screen {
    Preferences preferences;
    LifeSize life;
    bool show_settings = false, calibrating = false;
    int figure_cm = scene::kUsualFigure;
};

}  // namespace maatkast::show
