#include "model/hardware/hardware.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

#include "model/base/file.h"
#include "model/hardware/ply_reader.h"

namespace maatkast {
namespace {

constexpr double kTolerance = 0.00001;  // metres

Problem problem(const std::string& file, std::string key,
                std::vector<std::pair<std::string, MessageValue>> values = {}) {
    values.emplace(values.begin(), "file", file);
    return {file, {std::move(key), std::move(values)}};
}

struct Extent {
    glm::dvec3 least, most;
};

Extent extent_of(std::span<const Vertex> vertices) {
    Extent extent{glm::dvec3(INFINITY), glm::dvec3(-INFINITY)};
    for (const Vertex& vertex : vertices) {
        extent.least = glm::min(extent.least, glm::dvec3(vertex.position));
        extent.most = glm::max(extent.most, glm::dvec3(vertex.position));
    }
    return extent;
}

glm::dvec3 metres(Length3 size) {
    return {size.x.metres(), size.y.metres(), size.z.metres()};
}

/// Moves the middle of the box to the origin and takes out what rounding in the file left of the tolerance.
void centre_and_fill(std::vector<Vertex>& vertices, const Extent& extent, Length3 size) {
    const glm::dvec3 middle = (extent.least + extent.most) / 2.0;
    const glm::dvec3 scale = metres(size) / (extent.most - extent.least);
    for (Vertex& vertex : vertices)
        vertex.position = glm::vec3((glm::dvec3(vertex.position) - middle) * scale);
}

/// FNV-1a.
template <class T>
std::uint64_t hash(std::span<const T> values, std::uint64_t seed) {
    for (const std::byte byte : std::as_bytes(values))
        seed = (seed ^ static_cast<std::uint64_t>(byte)) * 0x100000001b3ull;
    return seed;
}

std::uint64_t content_of(const HardwareMesh& mesh) {
    static_assert(sizeof(Vertex) == 32, "padding would be hashed");
    const std::uint64_t vertices = hash(std::span<const Vertex>(mesh.vertices), 0xcbf29ce484222325ull);
    return hash(std::span<const std::uint32_t>(mesh.indices), vertices);
}

/// False for the not-a-number that a zero normal in the file becomes.
bool has_unit_normal(const Vertex& vertex) {
    return std::abs(glm::length(vertex.normal) - 1) < 1e-4f;
}

/// Every reason why these triangles cannot stand for the book's model.
Problems reasons_against(const PlyTriangles& triangles, const HardwareModel& model, const std::string& file) {
    if (triangles.indices.empty()) return {problem(file, "hardware.empty")};
    Problems problems;
    if (const std::size_t open = open_edges(triangles.vertices, triangles.indices))
        problems.push_back(problem(file, "hardware.open", {{"edges", static_cast<std::int64_t>(open)}}));
    if (!std::ranges::all_of(triangles.vertices, has_unit_normal))
        problems.push_back(problem(file, "hardware.normal"));
    const Extent extent = extent_of(triangles.vertices);
    const glm::dvec3 found = extent.most - extent.least, wanted = metres(model.size);
    constexpr std::array<const char*, 3> kAxis{"x", "y", "z"};
    for (int axis = 0; axis < 3; ++axis)
        if (!(std::abs(found[axis] - wanted[axis]) <= kTolerance))
            problems.push_back(problem(file, "hardware.size",
                                       {{"axis", std::string(kAxis[axis])},
                                        {"measured", found[axis] * 1000},
                                        {"wanted", wanted[axis] * 1000}}));
    return problems;
}

OrProblems<HardwareMesh> load_model(const HardwareModel& model, const std::string& file) {
    const OrProblems<std::string> text = read_file(file);
    if (!text) return std::unexpected(text.error());
    std::expected<PlyTriangles, std::string> triangles = read_ply(*text);
    if (!triangles)
        return std::unexpected(Problems{problem(file, "hardware.broken", {{"reason", triangles.error()}})});
    if (Problems problems = reasons_against(*triangles, model, file); !problems.empty())
        return std::unexpected(std::move(problems));
    HardwareMesh mesh{std::move(triangles->vertices), std::move(triangles->indices), model.size};
    centre_and_fill(mesh.vertices, extent_of(mesh.vertices), model.size);
    mesh.content = content_of(mesh);
    return mesh;
}

/// x and y after `turn` right-handed quarter turns.
glm::vec3 turned(glm::vec3 v, int turn) {
    switch (turn & 3) {
        case 1:
            return {-v.y, v.x, v.z};
        case 2:
            return {-v.x, -v.y, v.z};
        case 3:
            return {v.y, -v.x, v.z};
        default:
            return v;
    }
}

/// Numbers the different positions; -0 and 0 are one.
std::vector<std::uint32_t> weld(std::span<const Vertex> vertices) {
    std::map<std::array<float, 3>, std::uint32_t> positions;
    std::vector<std::uint32_t> welded;
    welded.reserve(vertices.size());
    for (const auto& [p, normal, uv] : vertices) {
        const auto next = static_cast<std::uint32_t>(positions.size());
        welded.push_back(positions.try_emplace({p.x, p.y, p.z}, next).first->second);
    }
    return welded;
}

}  // namespace

std::size_t open_edges(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices) {
    const std::vector<std::uint32_t> welded = weld(vertices);
    // For each edge, how often it is passed upwards and downwards.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::array<int, 2>> edges;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::uint32_t a = welded[indices[i]], b = welded[indices[i % 3 == 2 ? i - 2 : i + 1]];
        ++edges[std::minmax(a, b)][a < b ? 0 : 1];
    }
    return static_cast<std::size_t>(std::ranges::count_if(edges, [](const auto& edge) {
        return edge.first.first == edge.first.second || edge.second != std::array{1, 1};
    }));
}

void write_fitted(const HardwareMesh& mesh, Length3 size, int turn, std::span<Vertex> out) {
    const Length3 box = turn & 1 ? Length3{mesh.size.y, mesh.size.x, mesh.size.z} : mesh.size;
    const glm::dvec3 scale = metres(size) / metres(box);
    const bool as_is = box == size;
    for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
        const auto& [position, normal, uv] = mesh.vertices[i];
        out[i] = {turned(position, turn), turned(normal, turn), uv};
        if (as_is) continue;
        out[i].position = glm::vec3(glm::dvec3(out[i].position) * scale);
        // Normals go with the inverse transpose of the stretch.
        out[i].normal = glm::vec3(glm::normalize(glm::dvec3(out[i].normal) / scale));
    }
}

OrProblems<HardwareMeshes> load_hardware(const Book& book, const std::string& directory) {
    HardwareMeshes hardware;
    Problems problems;
    for (const HardwareModel& model : book.models) {
        OrProblems<HardwareMesh> mesh = load_model(model, directory + "/" + model.id + ".ply");
        if (mesh)
            hardware.meshes.push_back(std::move(*mesh));
        else
            problems.insert(problems.end(), mesh.error().begin(), mesh.error().end());
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return hardware;
}

}  // namespace maatkast
