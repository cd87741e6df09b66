#include "model/export/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <glm/glm.hpp>

#include "model/build/motion.h"

namespace maatkast {
namespace {

constexpr double kMargin = 11;      // mm of paper for a line of dimensions
constexpr double kTick = 1.1;       // half a dimension's tick
constexpr double kLetters = 2.5;    // height of a dimension's figures
constexpr double kNarrowest = 5.5;  // mm of paper that a dimension needs for its figures
constexpr std::array kScales{2.0,  2.5,  4.0,  5.0,  10.0, 15.0,  20.0,
                             25.0, 30.0, 40.0, 50.0, 75.0, 100.0, 200.0};

/// Unit vectors of the paper in the world: to its right, up it, and out of it.
struct Sight {
    glm::dvec3 right, up, towards;
};

Sight sight_of(DrawingView view) {
    switch (view) {
        case DrawingView::side:
            return {{0, 0, -1}, {0, 1, 0}, {1, 0, 0}};
        case DrawingView::plan:
            return {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}};
        case DrawingView::front:
            break;
    }
    return {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
}

/// A face of a part as it lies on paper, metres.
struct Polygon {
    std::vector<glm::dvec2> points;
    double depth = 0;   ///< of its middle, towards the viewer
    bool soft = false;  ///< between two points of a curve: no edge of its own
};

/// A part as it is drawn.
struct Drawn {
    std::string_view style;
    std::vector<Polygon> faces;  ///< farthest first
    double nearest = 0;
};

bool is_front(const Part& part) {
    return part.kind == PartKind::door || part.kind == PartKind::drawer_front;
}

std::string_view style_of(const Part& part) {
    if (is_front(part)) return "front";
    if (part.kind == PartKind::back) return "back";
    if (!is_board(part) || part.kind == PartKind::runner) return "fitting";
    return "board";
}

std::vector<OutlinePoint> outline_on(const Build& build, const Part& part, Axis extrusion) {
    if (part.shape == ShapeKind::prism) {
        const auto outline = outline_of(build, part);
        return {outline.begin(), outline.end()};
    }
    const auto [u_axis, v_axis] = plane_axes(extrusion);
    const Length u = part.size.along(u_axis), v = part.size.along(v_axis);
    return {{{}, {}}, {u, {}}, {u, v}, {{}, v}};
}

/// Makes the faces of parts.
class Projector {
  public:
    Projector(const Build& build, const DrawingOptions& options)
        : build_(build), sight_(sight_of(options.view)), cut_(options.cut) {}

    /// Nothing where the whole part lies before the cut.
    std::optional<Drawn> draw(const Part& part) const {
        const Axis extrusion = part.shape == ShapeKind::prism ? part.extrusion : Axis::z;
        const auto outline = outline_on(build_, part, extrusion);
        const glm::dmat4 matrix = part_matrix(build_, part, {});
        const auto world = [&](const OutlinePoint& point, double height) {
            const auto [u_axis, v_axis] = plane_axes(extrusion);
            glm::dvec4 at(part.origin.x.metres(), part.origin.y.metres(), part.origin.z.metres(), 1);
            at[static_cast<int>(u_axis)] += point.u.metres();
            at[static_cast<int>(v_axis)] += point.v.metres();
            at[static_cast<int>(extrusion)] += height;
            return glm::dvec3(matrix * at);
        };
        const double height = part.size.along(extrusion).metres();
        std::vector<glm::dvec3> low, high;
        for (const OutlinePoint& point : outline) {
            low.push_back(world(point, 0));
            high.push_back(world(point, height));
        }
        Drawn drawn{style_of(part), {}, 0};
        add(drawn, high, false);
        add(drawn, {low.rbegin(), low.rend()}, false);
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const std::size_t j = (i + 1) % outline.size();
            add(drawn, {low[i], low[j], high[j], high[i]}, outline[i].smooth || outline[j].smooth);
        }
        return finished(std::move(drawn), low, high);
    }

  private:
    /// Faces that look away are left out.
    void add(Drawn& drawn, const std::vector<glm::dvec3>& points, bool soft) const {
        Polygon polygon{{}, 0, soft};
        double twice = 0;
        for (const glm::dvec3& point : points) {
            polygon.points.emplace_back(glm::dot(point, sight_.right), glm::dot(point, sight_.up));
            polygon.depth += glm::dot(point, sight_.towards) / static_cast<double>(points.size());
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            const glm::dvec2 a = polygon.points[i], b = polygon.points[(i + 1) % points.size()];
            twice += a.x * b.y - b.x * a.y;
        }
        constexpr double kEdgeOn = 1e-9;
        if (twice > kEdgeOn) drawn.faces.push_back(std::move(polygon));
    }

    std::optional<Drawn> finished(Drawn drawn, const std::vector<glm::dvec3>& low,
                                  const std::vector<glm::dvec3>& high) const {
        double nearest = -1e9, farthest = 1e9;
        for (const auto* ring : {&low, &high})
            for (const glm::dvec3& point : *ring) {
                nearest = std::max(nearest, glm::dot(point, sight_.towards));
                farthest = std::min(farthest, glm::dot(point, sight_.towards));
            }
        if (cut_ && farthest >= *cut_) return std::nullopt;
        if (cut_ && nearest > *cut_) drawn.style = "cut";
        drawn.nearest = cut_ ? std::min(nearest, *cut_) : nearest;
        std::ranges::stable_sort(drawn.faces, {}, &Polygon::depth);
        return drawn;
    }

    const Build& build_;
    Sight sight_;
    std::optional<double> cut_;
};

struct Rect {
    glm::dvec2 least{1e9}, most{-1e9};
    void include(glm::dvec2 at) { least = glm::min(least, at), most = glm::max(most, at); }
    bool empty() const { return least.x > most.x; }
};

Rect extent(const Drawn& drawn) {
    Rect rect;
    for (const Polygon& face : drawn.faces)
        for (const glm::dvec2 point : face.points) rect.include(point);
    return rect;
}

/// The largest usual scale at which so much fits into the room.
double scale_for(glm::dvec2 size, double width, double height) {
    for (const double scale : kScales)
        if (size.x * 1000 / scale <= width && size.y * 1000 / scale <= height) return scale;
    return std::max(size.x * 1000 / width, size.y * 1000 / height);
}

/// Values that are not nearer to each other than a tenth of a millimetre, ascending.
std::vector<double> distinct(std::vector<double> values) {
    std::ranges::sort(values);
    std::vector<double> kept;
    for (const double value : values)
        if (kept.empty() || value - kept.back() > 1e-4) kept.push_back(value);
    return kept;
}

/// Writes one SVG: paper millimetres, y downwards.
class Paper {
  public:
    /// With room for so many chains of dimensions left of the drawing and below it.
    Paper(const Rect& shown, double scale, int chains_left, int chains_below)
        : shown_(shown),
          per_metre_(1000 / scale),
          left_(1 + kMargin * chains_left),
          below_(1 + kMargin * chains_below) {
        const glm::dvec2 size = (shown.most - shown.least) * per_metre_;
        width_ = left_ + size.x + 1;
        height_ = 1 + size.y + below_;
    }

    void polygon(const Polygon& face, std::string_view style) {
        body_ += fmt::format("<path class=\"{}{}\" d=\"", style, face.soft ? " soft" : "");
        char step = 'M';
        for (const glm::dvec2 point : face.points) {
            const glm::dvec2 at = place(point);
            body_ += fmt::format("{}{:.2f} {:.2f}", step, at.x, at.y);
            step = 'L';
        }
        body_ += "Z\"/>\n";
    }

    void circle(glm::dvec2 middle, double radius, std::string_view style) {
        const glm::dvec2 at = place(middle);
        body_ += fmt::format("<circle class=\"{}\" cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\"/>\n", style, at.x,
                             at.y, std::max(0.18, radius * per_metre_));
    }

    /// A chain of dimensions below the drawing (row 0, 1) between these x, or left of it between these y.
    void chain(const std::vector<double>& values, int row, bool upright) {
        if (values.size() < 2) return;
        const double line =
            upright ? left_ - kMargin * (row + 0.55) : height_ - below_ + kMargin * (row + 0.55);
        const auto at = [&](double value) {
            return upright ? place({shown_.least.x, value}).y : place({value, shown_.least.y}).x;
        };
        segment(at(values.front()), at(values.back()), line, upright);
        for (const double value : values) tick(at(value), line, upright);
        for (std::size_t i = 0; i + 1 < values.size(); ++i)
            figure(at(values[i]), at(values[i + 1]), line, values[i + 1] - values[i], upright);
    }

    /// The details nearest to the drawing, beyond them the whole.
    void chains(const std::vector<double>& values, int count, bool upright) {
        if (count == 2) chain(values, 0, upright);
        if (count > 0) chain({values.front(), values.back()}, count - 1, upright);
    }

    std::string finish() const {
        return fmt::format(
            "<svg class=\"drawing\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}mm\" "
            "height=\"{1:.2f}mm\" viewBox=\"0 0 {0:.2f} {1:.2f}\">\n"
            "<style>.drawing path,.drawing circle{{stroke:#3b3a37;stroke-width:.16;stroke-linejoin:round}}"
            ".drawing .board{{fill:#fff}}.drawing .front{{fill:#f4f1ea}}.drawing .back{{fill:#ebe6dc}}"
            ".drawing .fitting{{fill:#d9d5cd;stroke-width:.1}}.drawing .cut{{fill:#57534c}}"
            ".drawing .soft{{stroke:none}}.drawing .hole{{fill:#3b3a37;stroke:none}}"
            ".drawing .line{{fill:none;stroke:#8a857c;stroke-width:.13}}"
            ".drawing text{{font:{2}px Inter,system-ui,sans-serif;fill:#57534c;text-anchor:middle}}</style>\n"
            "{3}</svg>",
            width_, height_, kLetters, body_);
    }

  private:
    glm::dvec2 place(glm::dvec2 point) const {
        const glm::dvec2 at = (point - shown_.least) * per_metre_;
        return {left_ + at.x, height_ - below_ - at.y};
    }

    void line(glm::dvec2 a, glm::dvec2 b) {
        body_ +=
            fmt::format("<path class=\"line\" d=\"M{:.2f} {:.2f}L{:.2f} {:.2f}\"/>\n", a.x, a.y, b.x, b.y);
    }
    void segment(double from, double to, double at, bool upright) {
        upright ? line({at, from}, {at, to}) : line({from, at}, {to, at});
    }
    void tick(double value, double at, bool upright) {
        const glm::dvec2 middle = upright ? glm::dvec2(at, value) : glm::dvec2(value, at);
        line(middle + glm::dvec2(-kTick, kTick) * 0.7, middle + glm::dvec2(kTick, -kTick) * 0.7);
    }
    void figure(double from, double to, double at, double metres, bool upright) {
        if (std::abs(to - from) < kNarrowest) return;
        const double middle = (from + to) / 2;
        const std::string number = fmt::format("{:.10g}", std::round(metres * 10000) / 10);
        body_ += upright ? fmt::format("<text transform=\"translate({:.2f} {:.2f}) rotate(-90)\">{}</text>\n",
                                       at - 1, middle, number)
                         : fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\">{}</text>\n", middle, at - 1, number);
    }

    Rect shown_;
    double per_metre_, left_, below_, width_ = 0, height_ = 0;
    std::string body_;
};

bool hangs_on_front(const Part& part, const std::vector<char>& front_openers) {
    return is_front(part) || (part.opener >= 0 && front_openers[static_cast<std::size_t>(part.opener)] != 0 &&
                              (part.kind == PartKind::handle || part.kind == PartKind::hinge_cup));
}

/// Openers that carry a door or a drawer front.
std::vector<char> front_openers(const Build& build) {
    std::vector<char> carries(build.openers.size());
    for (const Part& part : build.parts)
        if (part.opener >= 0 && is_front(part)) carries[static_cast<std::size_t>(part.opener)] = 1;
    return carries;
}

/// What the dimensions along one direction of the paper are read from: uprights across, shelves up.
struct Marks {
    std::vector<double> across, up;
};

Marks marks_of(const std::vector<std::pair<const Part*, Drawn>>& parts, const Rect& whole, DrawingView view) {
    Marks marks{{whole.least.x, whole.most.x}, {whole.least.y, whole.most.y}};
    for (const auto& [part, drawn] : parts) {
        const Rect rect = extent(drawn);
        if (rect.empty()) continue;
        if (part->kind == PartKind::upright && view != DrawingView::side) {
            marks.across.push_back(rect.least.x);
            marks.across.push_back(rect.most.x);
        }
        const bool lies =
            part->kind == PartKind::shelf || part->kind == PartKind::bottom || part->kind == PartKind::top;
        if (lies && view != DrawingView::plan) marks.up.push_back(rect.most.y);
    }
    marks.across = distinct(std::move(marks.across));
    marks.up = distinct(std::move(marks.up));
    return marks;
}

}  // namespace

std::string write_drawing(const Build& build, const DrawingOptions& options) {
    const Projector projector(build, options);
    const std::vector<char> openers = front_openers(build);
    std::vector<std::pair<const Part*, Drawn>> parts;
    Rect whole;
    for (const Part& part : build.parts) {
        if (!options.fronts && hangs_on_front(part, openers)) continue;
        auto drawn = projector.draw(part);
        if (!drawn) continue;
        const Rect rect = extent(*drawn);
        whole.include(rect.least), whole.include(rect.most);
        parts.emplace_back(&part, std::move(*drawn));
    }
    if (whole.empty()) return "";
    std::ranges::stable_sort(parts, {}, [](const auto& entry) { return entry.second.nearest; });
    const double margin = options.dimensions ? 2 * kMargin : 1;
    const double scale = scale_for(whole.most - whole.least, options.width - margin, options.height - margin);
    const Marks marks = marks_of(parts, whole, options.view);
    const int across = !options.dimensions ? 0 : marks.across.size() > 2 ? 2 : 1;
    const int up = !options.dimensions ? 0 : marks.up.size() > 2 ? 2 : 1;
    Paper paper(whole, scale, up, across);
    for (const auto& [part, drawn] : parts)
        for (const Polygon& face : drawn.faces) paper.polygon(face, drawn.style);
    paper.chains(marks.across, across, false);
    paper.chains(marks.up, up, true);
    return paper.finish();
}

std::string write_hole_drawing(const Build& build, std::uint32_t part, const std::vector<HoleRow>& rows,
                               Face face, double width) {
    const Part& board = build.parts[part];
    Axis across = Axis::z;
    for (const Axis axis : {Axis::x, Axis::y})
        if (axis != board.length_axis && axis != board.thickness_axis) across = axis;
    const glm::dvec2 size(board.size.along(board.length_axis).metres(), board.size.along(across).metres());
    Rect whole;
    whole.include({0, 0}), whole.include(size);
    std::vector<double> marks{0, size.x}, beside{0, size.y};
    std::vector<std::pair<glm::dvec2, double>> holes;
    for (const HoleRow& row : rows) {
        if (row.part != part || row.face != face) continue;
        for (int i = 0; i < row.count; ++i) {
            const double along = (row.from + row.pitch * i).metres(), other = row.beside.metres();
            holes.emplace_back(row.across ? glm::dvec2(other, along) : glm::dvec2(along, other),
                               row.diameter.metres() / 2);
        }
        if (row.use != HoleUse::pin) continue;
        marks.push_back(row.from.metres());
        marks.push_back((row.from + row.pitch * (row.count - 1)).metres());
        beside.push_back(row.beside.metres());
    }
    marks = distinct(std::move(marks)), beside = distinct(std::move(beside));
    const int below = marks.size() > 2 ? 2 : 1;
    Paper paper(whole, size.x * 1000 / (width - kMargin - 2), 1, below);
    paper.polygon({{{0, 0}, {size.x, 0}, size, {0, size.y}}, 0, false}, "board");
    for (const auto& [middle, radius] : holes) paper.circle(middle, radius, "hole");
    paper.chains(marks, below, false);
    paper.chain(beside, 0, true);
    return paper.finish();
}

}  // namespace maatkast
