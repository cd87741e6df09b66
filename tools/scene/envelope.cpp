#include "tools/scene/envelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "model/build/motion.h"
#include "model/build/rule.h"
#include "model/build/swept.h"

namespace maatkast::scene {
namespace {

constexpr int kSteps = 48;  // of a way
constexpr std::array<std::string_view, 7> kRules{
    "opener.clash", "opener.together", "site.obstacle_opener", "site.side_wall",
    "slope.opener", "sliding.access",  "drawer.behind_door"};

/// What opens as one: boxes of its leaves, or of all its parts where it has none, each with its opener.
using Boxes = std::vector<std::pair<std::int32_t, maatkast::Bounds>>;

std::int32_t root_of(const Build& build, std::int32_t opener) {
    while (opener >= 0 && build.openers[static_cast<std::size_t>(opener)].parent >= 0)
        opener = build.openers[static_cast<std::size_t>(opener)].parent;
    return opener;
}

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

std::map<std::int32_t, Boxes> chains_of(const Build& build) {
    std::map<std::int32_t, Boxes> chains;
    for (const Leaf& leaf : build.leaves)
        if (leaf.opener >= 0)
            chains[root_of(build, leaf.opener)].push_back(
                {leaf.opener, {metres(leaf.origin), metres(leaf.origin + leaf.size)}});
    std::map<std::int32_t, maatkast::Bounds> bare;
    for (const Part& part : build.parts)
        if (part.opener >= 0 && !chains.contains(root_of(build, part.opener)))
            bare[part.opener].take_in(bounds_of(part));
    for (const auto& [opener, box] : bare) chains[root_of(build, opener)].push_back({opener, box});
    return chains;
}

/// Its front or the interior that it is part of, as findings say it.
std::string place_of(const Build& build, std::int32_t number) {
    const Opener& opener = build.openers[static_cast<std::size_t>(number)];
    const auto bay = static_cast<std::size_t>(opener.bay);
    if (opener.front >= 0) return front_path(bay, static_cast<std::size_t>(opener.front));
    const auto part = std::ranges::find(build.parts, number, &Part::opener);
    if (part == build.parts.end() || part->opening < 0) return bay_path(bay);
    return opening_path(bay, static_cast<std::size_t>(part->opening)) + "/interior";
}

bool is_blocked(std::span<const Finding> findings, const std::string& where) {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.where == where && finding.severity == Severity::blocked &&
               std::ranges::find(kRules, finding.rule) != kRules.end();
    });
}

class EnvelopeMaker {
  public:
    EnvelopeMaker(const Build& build, std::int32_t root, const Boxes& boxes)
        : build_(build), root_(root), boxes_(boxes), opener_(build.openers[static_cast<std::size_t>(root)]) {}

    bool make(Envelope& out) const {
        out.opener = root_;
        if (opener_.kind == OpenerKind::slide) return opener_.axis == Axis::z && pulled(out);
        const bool alone = boxes_.size() == 1 && boxes_.front().first == root_ && opener_.lead == 0;
        if (!alone && opener_.axis != Axis::y) return false;
        alone ? turned(out) : folded(out);
        return true;
    }

  private:
    glm::dvec3 moved(std::int32_t opener, const glm::dvec3& point, double share) const {
        const std::vector<double> shares(build_.openers.size(), share);
        return glm::dvec3(opener_matrix(build_, opener, shares) * glm::dvec4(point, 1));
    }
    /// From the front of what is pulled to where that comes.
    bool pulled(Envelope& out) const {
        maatkast::Bounds box;
        for (const auto& entry : boxes_) box.take_in(entry.second);
        const double z = opener_.sign > 0 ? box.most.z : box.least.z;
        out.shape = Envelope::Shape::volume;
        for (const auto& [x, y] : {std::pair{box.least.x, box.least.y},
                                   {box.most.x, box.least.y},
                                   {box.most.x, box.most.y},
                                   {box.least.x, box.most.y}})
            out.outline.push_back(moved(root_, {x, y, z}, 0));
        const glm::dvec3 first{box.least.x, box.least.y, z};
        out.rise = moved(root_, first, 1) - out.outline.front();
        return true;
    }
    void turned(Envelope& out) const;
    void folded(Envelope& out) const;

    const Build& build_;
    std::int32_t root_;
    const Boxes& boxes_;
    const Opener& opener_;
};

/// The pivot and the arc of the corner that is furthest from it, at the lower end of the axis.
void EnvelopeMaker::turned(Envelope& out) const {
    const maatkast::Bounds& box = boxes_.front().second;
    const int along = static_cast<int>(opener_.axis), u = (along + 1) % 3, v = (along + 2) % 3;
    glm::dvec3 pivot = metres(opener_.pivot), corner = box.least, end = box.least;
    pivot[along] = box.least[along];
    for (const double at_u : {box.least[u], box.most[u]})
        for (const double at_v : {box.least[v], box.most[v]}) {
            end[u] = at_u, end[v] = at_v;
            if (glm::distance(end, pivot) > glm::distance(corner, pivot)) corner = end;
        }
    out.shape = Envelope::Shape::sector;
    out.outline.push_back(moved(root_, pivot, 0));
    for (int step = 0; step <= kSteps; ++step)
        out.outline.push_back(moved(root_, corner, static_cast<double>(step) / kSteps));
    end = pivot;
    end[along] = box.most[along];
    out.rise = moved(root_, end, 0) - out.outline.front();
}

double turn(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    return (b.x - a.x) * (c.z - a.z) - (b.z - a.z) * (c.x - a.x);
}

/// Andrew's monotone chain, in plan.
std::vector<glm::dvec3> hull_of(std::vector<glm::dvec3> points) {
    std::ranges::sort(points, {}, [](const glm::dvec3& p) { return std::pair(p.x, p.z); });
    std::vector<glm::dvec3> hull;
    for (const bool back : {false, true}) {
        const std::size_t least = hull.size() + 1;
        for (const glm::dvec3& p : points) {
            while (hull.size() > least && turn(hull[hull.size() - 2], hull.back(), p) <= 1e-12)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        if (!back) std::ranges::reverse(points);
    }
    return hull;
}

void EnvelopeMaker::folded(Envelope& out) const {
    std::vector<glm::dvec3> points;
    double low = 1e9, high = -1e9;
    for (const auto& [opener, box] : boxes_) {
        low = std::min(low, box.least.y), high = std::max(high, box.most.y);
        for (int step = 0; step <= kSteps; ++step)
            for (const double x : {box.least.x, box.most.x})
                for (const double z : {box.least.z, box.most.z})
                    points.push_back(moved(opener, {x, box.least.y, z}, static_cast<double>(step) / kSteps));
    }
    for (glm::dvec3& point : points) point.y = low;
    out.shape = Envelope::Shape::hull;
    out.outline = hull_of(std::move(points));
    out.rise = {0, high - low, 0};
}

}  // namespace

std::vector<Envelope> envelopes(const Build& build, std::span<const Finding> findings) {
    std::vector<Envelope> found;
    for (const auto& [root, boxes] : chains_of(build)) {
        Envelope envelope;
        if (!EnvelopeMaker(build, root, boxes).make(envelope)) continue;
        envelope.blocked = is_blocked(findings, place_of(build, root));
        found.push_back(std::move(envelope));
    }
    return found;
}

}  // namespace maatkast::scene
