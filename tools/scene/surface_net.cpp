#include "tools/scene/surface_net.h"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace maatkast::scene {
namespace {

constexpr int kBlock = 8;  // cells along each side
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

class Net {
  public:
    Net(const Distance& distance, const render::Bounds& box, float step)
        : distance_(distance), origin_(box.min), step_(step) {
        const glm::vec3 cells = glm::ceil((box.max - box.min) / (step * kBlock));
        blocks_ = glm::max(glm::ivec3(cells), glm::ivec3(1));
        size_ = blocks_ * kBlock + 1;
        values_.assign(static_cast<std::size_t>(size_.x) * size_.y * size_.z, 1.0F);
        vertex_.assign(values_.size(), kNone);
    }

    RoomMesh make(glm::vec2 uv) {
        sample();
        for_each_cell([&](const glm::ivec3& cell) { add_vertex(cell, uv); });
        for_each_cell([&](const glm::ivec3& cell) { add_faces(cell); });
        finish_normals();
        return std::move(mesh_);
    }

  private:
    std::size_t index(const glm::ivec3& at) const {
        return (static_cast<std::size_t>(at.z) * size_.y + at.y) * size_.x + at.x;
    }
    glm::vec3 point(const glm::ivec3& at) const { return origin_ + step_ * glm::vec3(at); }
    float value(const glm::ivec3& at) const { return values_[index(at)]; }

    template <class See>
    void for_each_cell(See see) {
        for (const glm::ivec3& block : near_)
            for (int i = 0; i < kBlock * kBlock * kBlock; ++i)
                see(block * kBlock + glm::ivec3(i % kBlock, i / kBlock % kBlock, i / (kBlock * kBlock)));
    }

    void sample();
    void add_vertex(const glm::ivec3& cell, glm::vec2 uv);
    void add_faces(const glm::ivec3& cell);
    void finish_normals();

    const Distance& distance_;
    glm::vec3 origin_;
    float step_;
    glm::ivec3 blocks_{1}, size_{1};
    std::vector<glm::ivec3> near_;
    std::vector<float> values_;
    std::vector<std::uint32_t> vertex_;  ///< by cell
    RoomMesh mesh_;
};

void Net::sample() {
    const float reach = step_ * kBlock * 0.5F * std::sqrt(3.0F) + step_;
    for (int z = 0; z < blocks_.z; ++z)
        for (int y = 0; y < blocks_.y; ++y)
            for (int x = 0; x < blocks_.x; ++x) {
                const glm::ivec3 block(x, y, z);
                const float d = distance_(point(block * kBlock) + step_ * kBlock * 0.5F);
                if (std::abs(d) <= reach) {
                    near_.push_back(block);
                    continue;
                }
                // Whatever lies deep inside must not look like outside to the blocks beside it.
                for (int i = 0; i < (kBlock + 1) * (kBlock + 1) * (kBlock + 1); ++i) {
                    constexpr int n = kBlock + 1;
                    const glm::ivec3 at = block * kBlock + glm::ivec3(i % n, i / n % n, i / (n * n));
                    values_[index(at)] = d;
                }
            }
    for (const glm::ivec3& block : near_)
        for (int i = 0; i < (kBlock + 1) * (kBlock + 1) * (kBlock + 1); ++i) {
            constexpr int n = kBlock + 1;
            const glm::ivec3 at = block * kBlock + glm::ivec3(i % n, i / n % n, i / (n * n));
            values_[index(at)] = distance_(point(at));
        }
}

constexpr std::array<glm::ivec3, 8> kCorners{
    {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 1}}};
constexpr std::array<std::array<int, 2>, 12> kEdges{
    {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};

void Net::add_vertex(const glm::ivec3& cell, glm::vec2 uv) {
    glm::vec3 sum(0);
    int crossings = 0;
    for (const auto& [a, b] : kEdges) {
        const glm::ivec3 from = cell + kCorners[static_cast<std::size_t>(a)],
                         to = cell + kCorners[static_cast<std::size_t>(b)];
        const float u = value(from), v = value(to);
        if ((u < 0) == (v < 0)) continue;
        sum += glm::mix(point(from), point(to), u / (u - v));
        ++crossings;
    }
    if (crossings == 0) return;
    vertex_[index(cell)] = static_cast<std::uint32_t>(mesh_.vertices.size());
    mesh_.vertices.push_back({sum / static_cast<float>(crossings), glm::vec3(0), uv});
}

/// A quadrangle round each edge from the cell's first corner that the surface crosses.
void Net::add_faces(const glm::ivec3& cell) {
    for (int axis = 0; axis < 3; ++axis) {
        glm::ivec3 along(0), u(0), v(0);
        along[axis] = 1;
        u[(axis + 1) % 3] = 1;
        v[(axis + 2) % 3] = 1;
        if (cell[(axis + 1) % 3] == 0 || cell[(axis + 2) % 3] == 0) continue;
        const bool in = value(cell) < 0;
        if (in == (value(cell + along) < 0)) continue;
        const std::array<std::uint32_t, 4> ring{vertex_[index(cell - u - v)], vertex_[index(cell - v)],
                                                vertex_[index(cell)], vertex_[index(cell - u)]};
        const std::array<int, 6> order = in ? std::array{0, 1, 2, 0, 2, 3} : std::array{0, 2, 1, 0, 3, 2};
        for (const int corner : order) mesh_.indices.push_back(ring[static_cast<std::size_t>(corner)]);
    }
}

void Net::finish_normals() {
    for (std::size_t i = 0; i + 2 < mesh_.indices.size(); i += 3) {
        const auto at = [&](std::size_t k) -> render::Vertex& {
            return mesh_.vertices[mesh_.indices[i + k]];
        };
        const glm::vec3 twice = glm::cross(at(1).position - at(0).position, at(2).position - at(0).position);
        for (const std::size_t k : {0U, 1U, 2U}) at(k).normal += twice;
    }
    for (render::Vertex& vertex : mesh_.vertices) {
        const float length = glm::length(vertex.normal);
        vertex.normal = length > 0 ? vertex.normal / length : glm::vec3(0, 1, 0);
    }
}

}  // namespace

RoomMesh surface_net(const Distance& distance, const render::Bounds& box, float step, glm::vec2 uv) {
    return Net(distance, box, step).make(uv);
}

}  // namespace maatkast::scene
