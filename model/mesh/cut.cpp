#include "model/mesh/cut.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "model/mesh/triangulate.h"

namespace maatkast {
namespace {

constexpr double kClear = 5e-5;     // metres that no corner comes nearer to the plane
constexpr double kGivesWay = 3e-4;  // metres

using Corner = std::array<float, 3>;  ///< a position to the bit

Corner corner_of(const glm::vec3& at) {
    return {at.x, at.y, at.z};
}

/// The place nearest to `at` that is clear of corners; the middle of the widest gap where none is.
double clear_place(std::span<const Vertex> vertices, const glm::dvec3& normal, double at) {
    std::vector<double> near{-kGivesWay, kGivesWay};
    for (const Vertex& vertex : vertices) {
        const double height = glm::dot(normal, glm::dvec3(vertex.position)) - at;
        if (std::abs(height) < kGivesWay) near.push_back(height);
    }
    if (std::ranges::none_of(near, [](double h) { return std::abs(h) < kClear; })) return at;
    std::ranges::sort(near);
    double best = 1, widest = 0;
    for (std::size_t i = 1; i < near.size(); ++i) {
        const double gap = near[i] - near[i - 1], place = (near[i] + near[i - 1]) / 2;
        const bool clear = gap >= 2 * kClear, was = widest >= 2 * kClear;
        if (clear == was ? (clear ? std::abs(place) < std::abs(best) : gap > widest) : clear) {
            best = place;
            widest = gap;
        }
    }
    return at + best;
}

class Cutter {
  public:
    Cutter(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices, const glm::dvec3& normal,
           double at)
        : vertices_(vertices), indices_(indices), normal_(normal) {
        halves_.at = clear_place(vertices, normal, at);
        for (const Vertex& vertex : vertices)
            height_.push_back(glm::dot(normal, glm::dvec3(vertex.position)) - halves_.at);
    }

    Halves cut() {
        for (std::size_t t = 0; t + 2 < indices_.size(); t += 3)
            add_triangle({indices_[t], indices_[t + 1], indices_[t + 2]});
        add_caps();
        return std::move(halves_);
    }

  private:
    using Loop = std::vector<std::uint32_t>;  ///< points of `rim_`

    void add_triangle(const std::array<std::uint32_t, 3>& corners);
    Vertex crossing(std::uint32_t a, std::uint32_t b) const;
    std::uint32_t rim_point(const glm::vec3& at);
    static void add(HalfMesh& half, const Vertex& a, const Vertex& b, const Vertex& c);
    void add_caps();
    std::vector<Loop> loops();
    std::array<glm::dvec3, 2> plane_axes() const;
    bool is_below(std::uint32_t vertex) const { return height_[vertex] < 0; }

    std::span<const Vertex> vertices_;
    std::span<const std::uint32_t> indices_;
    glm::dvec3 normal_;
    std::vector<double> height_;  ///< of each vertex over the plane
    Halves halves_;
    std::vector<glm::vec3> rim_;  ///< where edges cross the plane
    std::map<Corner, std::uint32_t> rim_number_;
    std::multimap<std::uint32_t, std::uint32_t> next_;  ///< round the cap of the lower half, seen from above
};

/// Of the edge and not of the triangle, so that both triangles beside it get the same bits.
Vertex Cutter::crossing(std::uint32_t a, std::uint32_t b) const {
    if (corner_of(vertices_[a].position) > corner_of(vertices_[b].position)) std::swap(a, b);
    const Vertex &from = vertices_[a], &to = vertices_[b];
    const double share = height_[a] / (height_[a] - height_[b]);
    const auto s = static_cast<float>(share);
    Vertex out;
    out.position = glm::vec3(glm::mix(glm::dvec3(from.position), glm::dvec3(to.position), share));
    const glm::vec3 turned = glm::mix(from.normal, to.normal, s);
    out.normal = glm::dot(turned, turned) > 1e-12F ? glm::normalize(turned) : from.normal;
    out.uv = glm::mix(from.uv, to.uv, s);
    return out;
}

std::uint32_t Cutter::rim_point(const glm::vec3& at) {
    const auto [known, fresh] =
        rim_number_.try_emplace(corner_of(at), static_cast<std::uint32_t>(rim_.size()));
    if (fresh) rim_.push_back(at);
    return known->second;
}

/// What has shrunk to a line is left out.
void Cutter::add(HalfMesh& half, const Vertex& a, const Vertex& b, const Vertex& c) {
    if (a.position == b.position || b.position == c.position || c.position == a.position) return;
    for (const Vertex* vertex : {&a, &b, &c}) {
        half.indices.push_back(static_cast<std::uint32_t>(half.vertices.size()));
        half.vertices.push_back(*vertex);
    }
}

void Cutter::add_triangle(const std::array<std::uint32_t, 3>& corners) {
    const auto below = std::ranges::count_if(corners, [&](std::uint32_t v) { return is_below(v); });
    if (below == 0 || below == 3) {
        add(below ? halves_.below : halves_.above, vertices_[corners[0]], vertices_[corners[1]],
            vertices_[corners[2]]);
        return;
    }
    const bool lone_below = below == 1;  // or the lone one is above
    std::size_t i = 0;
    while (is_below(corners[i]) != lone_below) ++i;
    const std::uint32_t lone = corners[i], second = corners[(i + 1) % 3], third = corners[(i + 2) % 3];
    const Vertex to_second = crossing(lone, second), to_third = crossing(lone, third);
    HalfMesh &tip = lone_below ? halves_.below : halves_.above,
             &foot = lone_below ? halves_.above : halves_.below;
    add(tip, vertices_[lone], to_second, to_third);
    add(foot, to_second, vertices_[second], vertices_[third]);
    add(foot, to_second, vertices_[third], to_third);
    // The cap runs the other way along the edge than the triangle of the lower half.
    const std::uint32_t p = rim_point(to_second.position), q = rim_point(to_third.position);
    if (p != q) next_.emplace(lone_below ? q : p, lone_below ? p : q);
}

/// Follows the rim; what does not close is left open.
std::vector<Cutter::Loop> Cutter::loops() {
    std::vector<Loop> found;
    while (!next_.empty()) {
        const std::uint32_t start = next_.begin()->first;
        Loop loop;
        std::uint32_t at = start;
        do {
            const auto step = next_.find(at);
            if (step == next_.end()) break;
            loop.push_back(at);
            at = step->second;
            next_.erase(step);
        } while (at != start);
        if (at == start && loop.size() >= 3) found.push_back(std::move(loop));
    }
    return found;
}

/// u and v, with u × v = normal.
std::array<glm::dvec3, 2> Cutter::plane_axes() const {
    const glm::dvec3 away = std::abs(normal_.y) < 0.9 ? glm::dvec3(0, 1, 0) : glm::dvec3(0, 0, 1);
    const glm::dvec3 u = glm::normalize(glm::cross(away, normal_));
    return {u, glm::cross(normal_, u)};
}

void Cutter::add_caps() {
    const auto [u, v] = plane_axes();
    std::vector<glm::dvec2> flat;
    for (const glm::vec3& at : rim_)
        flat.emplace_back(glm::dot(u, glm::dvec3(at)), glm::dot(v, glm::dvec3(at)));
    halves_.below.cap = static_cast<std::uint32_t>(halves_.below.indices.size());
    halves_.above.cap = static_cast<std::uint32_t>(halves_.above.indices.size());
    const auto vertex = [&](std::uint32_t i, float side) {
        return Vertex{rim_[i],
                      glm::vec3(normal_) * side,
                      {static_cast<float>(flat[i].x), static_cast<float>(-flat[i].y)}};
    };
    for (const auto& [a, b, c] : triangulate_loops(flat, loops())) {
        add(halves_.below, vertex(a, 1), vertex(b, 1), vertex(c, 1));
        add(halves_.above, vertex(a, -1), vertex(c, -1), vertex(b, -1));
    }
}

}  // namespace

Halves cut_mesh(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices,
                const glm::dvec3& normal, double at) {
    return Cutter(vertices, indices, normal, at).cut();
}

}  // namespace maatkast
