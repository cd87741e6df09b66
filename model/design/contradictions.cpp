#include "model/design/contradictions.h"

#include <fmt/format.h>

#include "model/build/kinds.h"
#include "model/design/kneehole.h"
#include "model/design/runs.h"

namespace maatkast {
namespace {

void check_shapes(const Design& design, Problems& problems) {
    int corners = 0;
    for (std::size_t i = 0; i < design.bays.size(); ++i) {
        const BayShape shape = design.bays[i].shape;
        const auto refuse = [&](Message why) {
            problems.push_back({fmt::format("bays/{}/shape", i), std::move(why)});
        };
        if (is_corner(shape) && ++corners > kMostCorners)
            refuse({"design.corners", {{"most", std::int64_t{kMostCorners}}}});
        if (is_end(shape) && !may_be_end(design, i)) refuse({"design.end_place", {}});
    }
}

void check_kneehole(const Bay& bay, std::size_t index, Problems& problems) {
    const auto note = [&](std::string_view at, std::string_view key) {
        problems.push_back({fmt::format("bays/{}/{}", index, at), {fmt::format("design.{}", key), {}}});
    };
    if (bay.shape != BayShape::straight) note("kneehole", "kneehole_shape");
    const Opening& knees = bay.openings.front();
    if (knees.contents || knees.interior.kind != find_interior_kind("empty"))
        note("openings/0/interior", "kneehole_open");
    if (knees.top && knees.shelf == ShelfKind::slanted) note("openings/0/shelf", "kneehole_slanted");
    for (std::size_t i = 0; i < bay.fronts.size(); ++i)
        if (bay.fronts[i].from == 0) note(fmt::format("fronts/{}", i), "kneehole_open");
}

void check_kneeholes(const Design& design, Problems& problems) {
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        if (design.bays[i].kneehole && !design.bays[i].openings.empty())
            check_kneehole(design.bays[i], i, problems);
}

/// The first bay that no sliding leaf may stand before: a corner, an end, a kneehole, or one that others
/// slide before.
std::optional<Problem> blocked_bay(const Design& design, const Sliding& sliding, std::vector<bool>& taken) {
    for (int i = sliding.first; i <= sliding.last; ++i) {
        const auto bay = static_cast<std::size_t>(i);
        if (!may_slide_before(design.bays[bay]))
            return Problem{"", {"design.sliding_bay", {{"value", std::int64_t{i}}}}};
        if (taken[bay]) return Problem{"", {"design.sliding_twice", {{"value", std::int64_t{i}}}}};
        taken[bay] = true;
    }
    return std::nullopt;
}

void check_sliding(const Design& design, Problems& problems) {
    const auto count = static_cast<std::int64_t>(design.bays.size());
    std::vector<bool> taken(design.bays.size());
    for (std::size_t i = 0; i < design.sliding.size(); ++i) {
        const Sliding& sliding = design.sliding[i];
        const std::string where = fmt::format("sliding/{}", i);
        if (sliding.first < 0 || sliding.first > sliding.last || sliding.last >= count)
            problems.push_back({where + "/last", {"design.sliding_range", {{"count", count}}}});
        else if (auto problem = blocked_bay(design, sliding, taken))
            problems.push_back({where, std::move(problem->message)});
    }
}

void check_walls(const Design& design, Problems& problems) {
    const auto count = static_cast<std::int64_t>(runs_of(design).size());
    const auto need = [&](std::string where, int run) {
        if (run < 0 || run >= count)
            problems.push_back(
                {std::move(where), {"design.run", {{"value", std::int64_t{run}}, {"count", count}}}});
    };
    for (std::size_t i = 0; i < design.room.obstacles.size(); ++i)
        need(fmt::format("room/obstacles/{}/run", i), design.room.obstacles[i].run);
    need("main_run", design.main_run);
}

void check_slope(const Design& design, Problems& problems) {
    if (!design.room.slope) return;
    const Slope& slope = *design.room.slope;
    if (int{slope.low.has_value()} + slope.high.has_value() + slope.angle.has_value() != 2)
        problems.push_back({"room/slope", {"design.slope_two", {}}});
    if (slope.low && slope.high && *slope.low >= *slope.high)
        problems.push_back(
            {"room/slope/low", {"design.slope_low", {{"value", *slope.low}, {"high", *slope.high}}}});
}

}  // namespace

Problems contradictions(const Design& design) {
    Problems problems;
    check_slope(design, problems);
    check_walls(design, problems);
    check_shapes(design, problems);
    check_kneeholes(design, problems);
    check_sliding(design, problems);
    return problems;
}

}  // namespace maatkast
