#include "tools/scene/section.h"

#include <array>
#include <cmath>
#include <set>

#include "model/build/layout.h"
#include "model/build/motion.h"
#include "model/mesh/cut.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"

namespace maatkast::scene {
namespace {

constexpr double kBesideMiddle = 0.42;      // of a bay's width from its left
constexpr float kTurned = 24, kRaised = 7;  // degrees, of the view
constexpr float kMargin = 0.07F;
constexpr float kLine = 0.0016F, kOver = 0.0003F;  // metres

std::vector<Vertex> plain(std::span<const render::Vertex> vertices) {
    std::vector<Vertex> out;
    for (const render::Vertex& v : vertices) out.push_back({v.position, v.normal, v.uv});
    return out;
}

/// Triangles from one index on, with only the vertices that they use. Each triangle has its own (cut_mesh).
RoomMesh excerpt(const HalfMesh& half, std::size_t from, std::size_t to) {
    RoomMesh mesh;
    for (std::size_t i = from; i < to; ++i) {
        const Vertex& v = half.vertices[half.indices[i]];
        mesh.indices.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
        mesh.vertices.push_back({v.position, v.normal, v.uv});
    }
    return mesh;
}

/// A thin ribbon within the edge of a flat face, just over it.
RoomMesh line_round(const RoomMesh& face, const glm::vec3& normal) {
    using Corner = std::array<float, 3>;
    const auto corner = [](const glm::vec3& p) { return Corner{p.x, p.y, p.z}; };
    std::set<std::pair<Corner, Corner>> edges;
    for (std::size_t i = 0; i < face.vertices.size(); ++i) {
        const std::size_t next = i % 3 == 2 ? i - 2 : i + 1;
        const Corner a = corner(face.vertices[i].position), b = corner(face.vertices[next].position);
        if (!edges.erase({b, a})) edges.emplace(a, b);
    }
    RoomMesh ribbon;
    for (const auto& [a, b] : edges) {
        const glm::vec3 from = glm::vec3(a[0], a[1], a[2]) + normal * kOver,
                        to = glm::vec3(b[0], b[1], b[2]) + normal * kOver;
        const glm::vec3 in = glm::normalize(glm::cross(normal, to - from)) * kLine;
        add_quad(ribbon, from, to, to + in);
    }
    return ribbon;
}

/// How far a mesh reaches along the plane's normal.
std::array<double, 2> reach(const render::Mesh& mesh, const glm::mat4& transform, const glm::dvec3& towards) {
    std::array<double, 2> out{1e9, -1e9};
    for (const render::Vertex& v : mesh.vertices) {
        const double at = glm::dot(towards, glm::dvec3(transform * glm::vec4(v.position, 1)));
        out = {std::min(out[0], at), std::max(out[1], at)};
    }
    return out;
}

}  // namespace

SectionPlane section_across(const Book& book, const Design& design, std::size_t bay) {
    const Layout layout = make_layout(book, design);
    const BayLayout& at = layout.bays[bay];
    const glm::dmat4 wall = frame_matrix(layout.runs[at.run].frame);
    const SideWalls walls = side_walls(design);
    const int main = design.main_run, run = static_cast<int>(at.run);
    const bool from_left = run == main ? walls.right && !walls.left : run < main;
    double left = at.left.metres(), width = at.right.metres() - left;
    if (const CornerLayout* corner = corner_at(layout, bay)) {
        width = corner->left_leg.metres();
        left = corner->point.metres() - width;
    }
    const glm::dvec3 along(wall[0]), place(wall * glm::dvec4(left + width * kBesideMiddle, 0, 0, 1));
    const glm::dvec3 towards = from_left ? -along : along;
    return {towards, glm::dot(towards, place), glm::dvec3(wall[2])};
}

Section::Section(const Book& book, const Build& build, const render::Scene& scene, const SectionPlane& plane)
    : plane_(plane), parts_(build.parts.size()) {
    for (std::uint32_t i = 0; i < parts_; ++i) {
        const render::Instance& instance = scene.instances[i];
        const render::Mesh& mesh = scene.meshes[instance.mesh];
        const auto [least, most] = reach(mesh, instance.transform, plane.towards);
        if (most <= plane.at) continue;
        cuts_.push_back(
            {.part = i, .rest = {}, .cap = {}, .line = {}, .core = core_of(book, build.parts[i])});
        if (least >= plane.at) continue;
        const glm::dmat4 to_world(instance.transform);
        const Halves halves =
            cut_mesh(plain(mesh.vertices), mesh.indices, glm::transpose(glm::dmat3(to_world)) * plane.towards,
                     plane.at - glm::dot(plane.towards, glm::dvec3(to_world[3])));
        cuts_.back().rest = excerpt(halves.below, 0, halves.below.cap);
        cuts_.back().cap = excerpt(halves.below, halves.below.cap, halves.below.indices.size());
        if (!cuts_.back().cap.vertices.empty())
            cuts_.back().line = line_round(cuts_.back().cap, cuts_.back().cap.vertices.front().normal);
        for (const render::Vertex& v : cuts_.back().cap.vertices)
            face_.add(glm::vec3(instance.transform * glm::vec4(v.position, 1)));
    }
}

Section::Core Section::core_of(const Book& book, const Part& part) {
    if (!is_board(part)) return Core::fitting;
    const Finish& finish = book.finishes[part.finish];
    if (finish.boards.empty()) return Core::fitting;
    // The box of a top that slopes is thicker than its board.
    const BoardOffer* board = finish.board(part.size.along(part.thickness_axis));
    if (!board) board = &finish.boards.back();
    const std::string& material = book.materials[board->material].id;
    if (material.starts_with("chipboard") || material.starts_with("mirror")) return Core::chipboard;
    if (material == "mdf") return Core::mdf;
    if (material == "hdf") return Core::hdf;
    if (material == "glass") return Core::glass;
    return material.ends_with("plywood") ? Core::plywood : Core::solid_wood;
}

/// Flat and even, as a section is drawn: some of their light is their own.
render::Material Section::material_of(Core core) {
    constexpr std::array<std::array<std::uint8_t, 3>, 8> kColors{{{0xe2, 0xcb, 0xa2},
                                                                  {0xc6, 0xa3, 0x7a},
                                                                  {0x8c, 0x6a, 0x4b},
                                                                  {0xee, 0xdc, 0xb8},
                                                                  {0xea, 0xcf, 0xa0},
                                                                  {0x8f, 0xb8, 0xae},
                                                                  {0x6a, 0x6c, 0x70},
                                                                  {0x3a, 0x31, 0x28}}};
    const glm::vec3 color = linear(kColors[static_cast<std::size_t>(core)]);
    render::Material material;
    material.base_color = color * 0.6F;
    material.emission = color * 0.4F;
    material.roughness = 0.95F;
    return material;
}

void Section::show(render::Scene& scene) const {
    for (std::size_t i = parts_; i < scene.instances.size(); ++i) {
        render::Instance& thing = scene.instances[i];
        if (thing.role == render::Role::room) continue;
        if (reach(scene.meshes[thing.mesh], thing.transform, plane_.towards)[1] > plane_.at)
            thing.mesh = static_cast<std::uint32_t>(scene.meshes.size());
    }
    scene.meshes.push_back({RoomMesh{}.key(), {}, {}});
    const auto first = static_cast<std::uint32_t>(scene.materials.size());
    for (int core = 0; core <= static_cast<int>(Core::line); ++core)
        scene.materials.push_back(material_of(static_cast<Core>(core)));
    const auto add = [&](const RoomMesh& mesh) {
        scene.meshes.push_back({mesh.key(), mesh.vertices, mesh.indices});
        return static_cast<std::uint32_t>(scene.meshes.size() - 1);
    };
    std::vector<render::Instance> lines;
    for (const Cut& cut : cuts_) {
        scene.instances[cut.part].mesh = add(cut.rest);
        if (cut.cap.indices.empty()) continue;
        render::Instance cap = scene.instances[cut.part];
        cap.highlight = glm::vec4(0);
        cap.mesh = add(cut.line);
        cap.material = first + static_cast<std::uint32_t>(Core::line);
        lines.push_back(cap);
        cap.mesh = add(cut.cap);
        cap.material = first + static_cast<std::uint32_t>(cut.core);
        scene.instances.push_back(cap);
    }
    scene.instances.insert(scene.instances.end(), lines.begin(), lines.end());
    ++scene.revision;
}

render::Camera section_camera(const SectionPlane& plane, const render::Bounds& face, render::Size size,
                              float fov_y_degrees) {
    const float turned = glm::radians(kTurned), raised = glm::radians(kRaised);
    const glm::vec3 level =
        glm::vec3(plane.towards) * std::cos(turned) + glm::vec3(plane.out) * std::sin(turned);
    const glm::vec3 away = level * std::cos(raised) + glm::vec3(0, std::sin(raised), 0);
    const glm::vec3 middle = (face.min + face.max) / 2.0F;
    return render::frame({middle + away, middle, {0, 1, 0}, fov_y_degrees}, face, size, kMargin);
}

}  // namespace maatkast::scene
