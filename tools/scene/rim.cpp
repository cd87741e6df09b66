#include "tools/scene/rim.h"

#include <algorithm>
#include <cmath>

#include "model/build/motion.h"
#include "tools/scene/placement.h"

namespace maatkast::scene {
namespace {

constexpr float kPiece = 6;  // pixels between looks at what stands before an edge
constexpr int kMostPieces = 200;
constexpr std::size_t kNoise = 2;  // pieces

float turn(glm::vec2 a, glm::vec2 b, glm::vec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

glm::dvec3 corner(const Part& part, int number) {
    const Length3 far = part.origin + part.size;
    return {(number & 1 ? far.x : part.origin.x).metres(), (number & 2 ? far.y : part.origin.y).metres(),
            (number & 4 ? far.z : part.origin.z).metres()};
}

/// A gap between two things that hide an edge, or a thing before it, too short to be more than noise.
void drop_short(std::vector<bool>& hidden) {
    for (std::size_t from = 0; from < hidden.size();) {
        std::size_t to = from;
        while (to < hidden.size() && hidden[to] == hidden[from]) ++to;
        if (from > 0 && to < hidden.size() && to - from <= kNoise)
            std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(from),
                      hidden.begin() + static_cast<std::ptrdiff_t>(to), hidden[from - 1]);
        from = to;
    }
}

/// A line in the world, cut into pieces that are seen and pieces that are not.
void add_line(const glm::dvec3& from, const glm::dvec3& to, RimLine::Kind kind, const render::View& view,
              std::span<const Block> before, std::vector<RimLine>& lines) {
    const auto seen = [&](const glm::dvec3& point) { return render::project(view, glm::vec3(point)); };
    const auto a = seen(from), b = seen(to);
    if (!a || !b) return;
    const int count = std::clamp(static_cast<int>(glm::length(*b - *a) / kPiece), 1, kMostPieces);
    const auto at = [&](int i) { return glm::mix(from, to, static_cast<double>(i) / count); };
    std::vector<bool> behind;
    for (int i = 0; i < count; ++i) behind.push_back(hidden(before, view.eye, (at(i) + at(i + 1)) / 2.0));
    drop_short(behind);
    RimLine line{{*a, *a}, kind, behind.front()};
    for (int i = 0; i < count; ++i) {
        const auto end = i + 1 < count ? seen(at(i + 1)) : b;
        if (!end) return;
        if (behind[static_cast<std::size_t>(i)] != line.hidden) {
            lines.push_back(line);
            line.at[0] = line.at[1];
            line.hidden = !line.hidden;
        }
        line.at[1] = *end;
    }
    lines.push_back(line);
}

/// Edges between two faces that are both seen; the silhouette has the others.
void add_edges(const Build& build, const Part& part, std::span<const double> open, const render::View& view,
               std::span<const Block> before, std::vector<RimLine>& lines) {
    const glm::dmat4 matrix = part_matrix(build, part, open);
    const glm::dvec3 eye(glm::inverse(matrix) * glm::dvec4(view.eye, 1));
    const glm::dvec3 least = corner(part, 0), most = corner(part, 7);
    for (int axis = 0; axis < 3; ++axis) {
        const int u = (axis + 1) % 3, v = (axis + 2) % 3;
        for (int number = 0; number < 8; ++number) {
            if (number & (1 << axis)) continue;
            const auto faces_eye = [&](int other) {
                return number & (1 << other) ? eye[other] > most[other] : eye[other] < least[other];
            };
            if (!faces_eye(u) || !faces_eye(v)) continue;
            const glm::dvec3 from(matrix * glm::dvec4(corner(part, number), 1)),
                to(matrix * glm::dvec4(corner(part, number | (1 << axis)), 1));
            add_line(from, to, RimLine::Kind::edge, view, before, lines);
        }
    }
}

}  // namespace

Hull hull_of(std::span<const glm::dvec3> points, const render::View& view) {
    struct Seen {
        glm::vec2 at;
        glm::dvec3 point;
    };
    std::vector<Seen> seen;
    for (const glm::dvec3& point : points) {
        const auto at = render::project(view, glm::vec3(point));
        if (!at) return {};
        seen.push_back({*at, point});
    }
    std::ranges::sort(seen, [](const Seen& a, const Seen& b) {
        return a.at.x != b.at.x ? a.at.x < b.at.x : a.at.y < b.at.y;
    });
    std::vector<Seen> hull;  // Andrew's monotone chain
    const auto extend = [&hull](const Seen& next, std::size_t least) {
        while (hull.size() > least && turn(hull[hull.size() - 2].at, hull.back().at, next.at) <= 0)
            hull.pop_back();
        hull.push_back(next);
    };
    for (const Seen& next : seen) extend(next, 1);
    const std::size_t lower = hull.size();
    for (std::size_t i = seen.size(); i-- > 1;) extend(seen[i - 1], lower);
    if (!hull.empty()) hull.pop_back();
    if (hull.size() < 3) return {};
    Hull made;
    for (const Seen& corner : hull) {
        made.pixels.push_back(corner.at);
        made.points.push_back(corner.point);
    }
    return made;
}

std::vector<glm::dvec3> points_of(const Build& build, const MeshSet& meshes, int part,
                                  std::span<const double> open) {
    const Part& of = build.parts[static_cast<std::size_t>(part)];
    std::vector<glm::dvec3> points;
    if (of.shape == ShapeKind::board) {
        const glm::dmat4 matrix = part_matrix(build, of, open);
        for (int i = 0; i < 8; ++i) points.emplace_back(matrix * glm::dvec4(corner(of, i), 1));
        return points;
    }
    const glm::mat4 matrix = placement(build, of, open);
    for (const Vertex& vertex : meshes.vertices_of(meshes.mesh_of[static_cast<std::size_t>(part)]))
        points.emplace_back(matrix * glm::vec4(vertex.position, 1));
    return points;
}

std::vector<int> parts_with(const Build& build, int part) {
    const Part& of = build.parts[static_cast<std::size_t>(part)];
    if (of.opener < 0) return {part};
    std::vector<int> parts;
    for (std::size_t i = 0; i < build.parts.size(); ++i)
        if (build.parts[i].opener == of.opener && is_board(build.parts[i]))
            parts.push_back(static_cast<int>(i));
    return parts.empty() ? std::vector{part} : parts;
}

std::vector<RimLine> rim_of(const Build& build, const MeshSet& meshes, std::span<const int> parts,
                            std::span<const double> open, const render::View& view,
                            std::span<const Block> before) {
    std::vector<glm::dvec3> points;
    for (const int part : parts) {
        const auto more = points_of(build, meshes, part, open);
        points.insert(points.end(), more.begin(), more.end());
    }
    const Hull hull = hull_of(points, view);
    std::vector<RimLine> lines;
    for (std::size_t i = 0; i < hull.points.size(); ++i)
        add_line(hull.points[i], hull.points[(i + 1) % hull.points.size()], RimLine::Kind::rim, view, before,
                 lines);
    if (parts.size() != 1) return lines;
    const Part& only = build.parts[static_cast<std::size_t>(parts.front())];
    if (only.shape == ShapeKind::board) add_edges(build, only, open, view, before, lines);
    return lines;
}

}  // namespace maatkast::scene
