#include "model/mesh/prism.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/mesh/board.h"
#include "model/mesh/triangulate.h"

namespace maatkast {
namespace {

using Point = glm::dvec2;

constexpr double kAcute = -0.01;  // cosine of the turn at a corner of a little under 90°

/// A vertex of the chamfered outline, and the normals that the sides before and after it show there: one and
/// the same, except at a corner that is left sharp.
struct RingPoint {
    Point at, before, after;
};
using Ring = std::vector<RingPoint>;

Point outward(Point direction) {
    return {direction.y, -direction.x};
}

/// The outline around the middle of its box, metres.
std::vector<Point> centred(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion) {
    const auto [u_axis, v_axis] = plane_axes(extrusion);
    const Point middle(size.along(u_axis).metres() / 2, size.along(v_axis).metres() / 2);
    std::vector<Point> points;
    for (const OutlinePoint& point : outline)
        points.push_back(Point(point.u.metres(), point.v.metres()) - middle);
    return points;
}

/// Cuts each corner but the acute ones, whose tip would be missing from the part's size; keeps the points of
/// curves.
Ring chamfered(std::span<const OutlinePoint> outline, const std::vector<Point>& points, double bevel) {
    Ring ring;
    const std::size_t count = points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Point before = points[i] - points[(i + count - 1) % count],
                    after = points[(i + 1) % count] - points[i];
        const double first = glm::length(before), second = glm::length(after);
        const Point in = before / first, out = after / second;
        if (outline[i].smooth) {
            const Point normal = glm::normalize(outward(in) + outward(out));
            ring.push_back({points[i], normal, normal});
        } else if (glm::dot(in, out) < kAcute) {
            ring.push_back({points[i], outward(in), outward(out)});
        } else {
            const double cut = std::min(bevel, std::min(first, second) / 3);
            ring.push_back({points[i] - in * cut, outward(in), outward(in)});
            ring.push_back({points[i] + out * cut, outward(out), outward(out)});
        }
    }
    return ring;
}

/// The ring moved inwards: each side by `distance`, corners along their mitre.
std::vector<Point> inset(const Ring& ring, double distance) {
    std::vector<Point> points;
    const std::size_t count = ring.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Point before = outward(glm::normalize(ring[i].at - ring[(i + count - 1) % count].at));
        const Point after = outward(glm::normalize(ring[(i + 1) % count].at - ring[i].at));
        points.push_back(ring[i].at - (before + after) * (distance / (1 + glm::dot(before, after))));
    }
    return points;
}

double area(const std::vector<Point>& polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

class PrismMaker {
  public:
    PrismMaker(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion, Axis length_axis)
        : extrusion_(static_cast<int>(extrusion)),
          u_axis_((extrusion_ + 1) % 3),
          v_axis_((extrusion_ + 2) % 3),
          along_grain_(length_axis == extrusion),
          turned_(static_cast<int>(length_axis) == v_axis_),
          bevel_(board_bevel(size)),
          half_(size.along(extrusion).metres() / 2),
          ring_(chamfered(outline, centred(outline, size, extrusion), bevel_)),
          cap_(inset(ring_, bevel_)) {}

    PrismMesh make() {
        for (const int side : {1, -1}) add_cap(side);
        add_sides();
        return std::move(mesh_);
    }

  private:
    glm::vec3 position(Point at, double height) const {
        glm::vec3 out;
        out[u_axis_] = static_cast<float>(at.x);
        out[v_axis_] = static_cast<float>(at.y);
        out[extrusion_] = static_cast<float>(height);
        return out;
    }

    std::uint32_t add(glm::vec3 at, glm::vec3 normal, glm::dvec2 uv) {
        mesh_.vertices.push_back({at, normal, glm::vec2(uv)});
        return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
    }

    /// v = u × normal: v runs down as the rows of an image do, so that no face shows its texture mirrored.
    glm::dvec2 cap_uv(Point at, int side) const {
        return turned_ ? glm::dvec2(at.y, side * at.x) : glm::dvec2(at.x, -side * at.y);
    }

    void add_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c, bool turn) {
        if (turn) std::swap(b, c);
        mesh_.indices.insert(mesh_.indices.end(), {a, b, c});
    }

    /// A cap and the chamfer around it, which goes on with the cap's texture, unrolled.
    void add_cap(int side) {
        const glm::vec3 normal = position({0, 0}, side);
        const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
        const auto count = static_cast<std::uint32_t>(ring_.size());
        for (const Point& at : cap_) add(position(at, side * half_), normal, cap_uv(at, side));
        for (std::uint32_t i = 0; i < count; ++i) {
            const Point unrolled = cap_[i] + (ring_[i].at - cap_[i]) * std::numbers::sqrt2;
            add(position(ring_[i].at, side * (half_ - bevel_)),
                position(glm::normalize(ring_[i].before + ring_[i].after), 0), cap_uv(unrolled, side));
        }
        for (const auto& [a, b, c] : triangulate(cap_))
            add_triangle(first + a, first + b, first + c, side < 0);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t next = (i + 1) % count, outer = first + count;
            add_triangle(first + i, outer + i, outer + next, side < 0);
            add_triangle(first + i, outer + next, first + next, side < 0);
        }
    }

    void add_sides() {
        double run = 0;
        for (std::size_t i = 0; i < ring_.size(); ++i) {
            const RingPoint &a = ring_[i], &b = ring_[(i + 1) % ring_.size()];
            const double next = run + glm::distance(a.at, b.at);
            add_side(a, b, run, next);
            run = next;
        }
    }

    void add_side(const RingPoint& a, const RingPoint& b, double from, double to) {
        const double h = half_ - bevel_;
        // Seen from outside the ring runs to the right and the extrusion up; v runs down.
        const auto uv = [this](double run, double height) {
            return along_grain_ ? glm::dvec2(height, run) : glm::dvec2(run, -height);
        };
        const std::uint32_t low_a = add(position(a.at, -h), position(a.after, 0), uv(from, -h));
        const std::uint32_t low_b = add(position(b.at, -h), position(b.before, 0), uv(to, -h));
        const std::uint32_t high_a = add(position(a.at, h), position(a.after, 0), uv(from, h));
        const std::uint32_t high_b = add(position(b.at, h), position(b.before, 0), uv(to, h));
        add_triangle(low_a, low_b, high_b, false);
        add_triangle(low_a, high_b, high_a, false);
    }

    int extrusion_, u_axis_, v_axis_;
    bool along_grain_, turned_;
    double bevel_, half_;
    Ring ring_;
    std::vector<Point> cap_;
    PrismMesh mesh_;
};

}  // namespace

PrismMesh make_prism(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion, Axis length_axis) {
    return PrismMaker(outline, size, extrusion, length_axis).make();
}

double prism_volume(std::span<const OutlinePoint> outline, Length3 size, Axis extrusion) {
    const double bevel = board_bevel(size), height = size.along(extrusion).metres();
    const Ring ring = chamfered(outline, centred(outline, size, extrusion), bevel);
    const double whole = area(inset(ring, 0)), middle = area(inset(ring, bevel / 2)),
                 cap = area(inset(ring, bevel));
    return whole * (height - 2 * bevel) + bevel / 3 * (whole + 4 * middle + cap);
}

}  // namespace maatkast
