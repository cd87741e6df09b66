#include "tools/showroom/life_size.h"

#include <cmath>

namespace maatkast::show {

void LifeSize::pan(glm::vec2 pixels, const render::Bounds& box) {
    const auto metres = static_cast<float>(0.001 / pixels_per_mm);
    centre += glm::vec2(-pixels.x, pixels.y) * metres;
    centre = glm::clamp(centre, glm::vec2(box.min), glm::vec2(box.max));
}

render::Camera LifeSize::camera(float front, render::Size size, const FreeArea& area) const {
    const auto metres = static_cast<float>(0.001 / pixels_per_mm);
    const glm::vec2 whole{static_cast<float>(size.width), static_cast<float>(size.height)};
    const glm::vec2 off = (area.middle() - whole / 2.0F) * metres;
    const float away = whole.y * metres / 2 / std::tan(glm::radians(kLifeSizeView) / 2);
    const glm::vec3 target{centre.x - off.x, centre.y + off.y, front};
    return {target + glm::vec3(0, 0, away), target, {0, 1, 0}, kLifeSizeView};
}

}  // namespace maatkast::show
