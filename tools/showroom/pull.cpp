#include "tools/showroom/pull.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace maatkast::show {
namespace {

constexpr double kSteep = 0.26;        // sine of the angle to the line of sight, 15°: below it pixels count
constexpr double kPixelsOfSnap = 2.5;  // apart at least, so that a hand can meet each size

/// The smallest round number of steps that is as wide as a few pixels.
Length snap_of(Length step, double metres_a_pixel) {
    constexpr std::array rounds{1_mm, 5_mm, 10_mm, 50_mm, 100_mm};
    Length snap = step;
    for (const Length round : rounds)
        if (snap.metres() < kPixelsOfSnap * metres_a_pixel && round > snap && (round % step).tenths == 0)
            snap = round;
    return snap;
}

}  // namespace

Pull::Pull(const Book& book, Design design, scene::Grip grip, scene::GripRange range,
           const render::View& view, glm::vec2 pixel)
    : book_(&book),
      design_(std::move(design)),
      grip_(std::move(grip)),
      range_(std::move(range)),
      view_(view),
      held_(pixel) {
    const double distance = glm::distance(glm::dvec3(view.eye), grip_.at);
    metres_a_pixel_ = 2 * distance / (std::abs(view.projection[1][1]) * static_cast<float>(view.size.height));
    began_ = metres_along(pixel);
    snap_ = snap_of(grip_.step, metres_a_pixel_);
}

/// Where on the grip's line the hand is: nearest to the line of sight through it. A line that is seen from
/// its end cannot say so; there a hand that goes down pulls nearer, as on a table.
double Pull::metres_along(glm::vec2 pixel) const {
    const render::Ray ray = render::unproject(view_, pixel);
    const glm::dvec3 sight(ray.direction), line = grip_.along, from = glm::dvec3(ray.origin) - grip_.at;
    const double across = glm::dot(sight, line), sine = 1 - across * across;
    const double nearer = across < 0 ? 1 : -1;
    if (sine < kSteep * kSteep) return nearer * metres_a_pixel_ * (pixel.y - held_.y);
    return (glm::dot(from, line) - across * glm::dot(from, sight)) / sine;
}

Length Pull::wished(glm::vec2 pixel) const {
    const double reach = kLongest.metres();
    const double moved = std::clamp(metres_along(pixel) - began_, -reach, reach);
    const Length exact = grip_.size + Length::nearest_mm(1000 * moved);
    if (std::abs(moved) < 0.5 * snap_.metres()) return grip_.size;
    // What people call the size is round, whatever boards the edit counts with it.
    const Length shown = exact + grip_.shown - grip_.size;
    const Length round = shown + snap_ / 2;
    return scene::on_grid(*book_, grip_, round - round % snap_ + grip_.size - grip_.shown);
}

Length Pull::size_at(glm::vec2 pixel) const {
    return std::clamp(wished(pixel), range_.least.size, range_.most.size);
}

const scene::Stop* Pull::stop_at(glm::vec2 pixel) const {
    const double moved = metres_along(pixel) - began_;
    const double size = grip_.size.metres() + moved;
    if (size > (range_.most.size + snap_ / 2).metres()) return &range_.most;
    return size < (range_.least.size - snap_ / 2).metres() ? &range_.least : nullptr;
}

}  // namespace maatkast::show
