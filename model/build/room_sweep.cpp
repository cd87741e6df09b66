#include "model/build/room_sweep.h"

#include <algorithm>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/motion.h"
#include "model/build/swept.h"

namespace maatkast {
namespace {

constexpr int kSteps = 32;
constexpr double kTouch = 0.001;  // metres

std::string place_of(const Opener& opener) {
    const auto bay = static_cast<std::size_t>(opener.bay);
    if (opener.sliding >= 0) return sliding_path(static_cast<std::size_t>(opener.sliding));
    return opener.front >= 0 ? front_path(bay, static_cast<std::size_t>(opener.front)) : bay_path(bay);
}

/// The part and what it hangs on, all open by one share.
bool reaches(const Build& build, const Part& part, const std::vector<Piece>& pieces, double share,
             const Forbidden& forbidden) {
    const std::vector<double> shares(build.openers.size(), share);
    const glm::dmat4 matrix = part_matrix(build, part, shares);
    return std::ranges::any_of(pieces, [&](const Piece& piece) { return forbidden(placed(piece, matrix)); });
}

/// The first step at which the part comes where it may not; it is not looked at beyond `before`.
int first_step(const Build& build, const Part& part, int before, const Forbidden& forbidden) {
    const std::vector<Piece> pieces = pieces_of(build, part);
    for (int step = 0; step < before; ++step)
        if (reaches(build, part, pieces, static_cast<double>(step) / kSteps, forbidden)) return step;
    return before;
}

}  // namespace

std::vector<RoomContact> room_contacts(const Build& build, const Forbidden& forbidden,
                                       const std::function<bool(const Part&)>& may) {
    std::vector<int> first(build.openers.size(), kSteps + 1);
    for (const Part& part : build.parts) {
        if (part.opener < 0 || !may(part)) continue;
        int& step = first[static_cast<std::size_t>(part.opener)];
        step = first_step(build, part, step, forbidden);
    }
    std::vector<RoomContact> contacts;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] > kSteps) continue;
        RoomContact contact{place_of(build.openers[i]), static_cast<std::int32_t>(i),
                            static_cast<double>(std::max(0, first[i] - 1)) / kSteps};
        const auto same = std::ranges::find(contacts, contact.where, &RoomContact::where);
        if (same == contacts.end())
            contacts.push_back(std::move(contact));
        else if (contact.open < same->open)
            *same = std::move(contact);
    }
    return contacts;
}

Bounds around(const Build& build, const Part& part) {
    const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
    Bounds box = bounds_of(part);
    if (opener.parent < 0) {
        box = swept_box(opener, box);
    } else {
        const double path = longest_path(build, part);
        box = {box.least - path, box.most + path};
    }
    return placed(box, frame_matrix(build, part.frame));
}

std::optional<SlopeLine> ceiling_of(const Book& book, const Design& design, const Layout& layout) {
    const auto& limit = layout.runs[static_cast<std::size_t>(design.main_run)].limit;
    if (!limit) return std::nullopt;
    return limit->lowered(-book.construction.slope_clearance);
}

std::optional<WallPlane> side_wall(const Book& book, const Design& design, const Layout& layout, Side side) {
    if (!against_wall(design, side)) return {};
    const bool left = side == Side::left;
    const UprightLayout& upright = left ? layout.uprights.front() : layout.uprights.back();
    const Length outer = left ? upright.left : upright.left + layout.carcase_thickness;
    const Length beside = beside_end(book, design, side), at = left ? outer - beside : outer + beside;
    const glm::dmat4 frame = frame_matrix(layout.runs[upright.run].frame);
    const glm::dvec3 into = glm::dmat3(frame) * glm::dvec3(left ? 1 : -1, 0, 0);
    return WallPlane{into, glm::dot(into, glm::dvec3(frame * glm::dvec4(at.metres(), 0, 0, 1)))};
}

Piece obstacle_piece(const Layout& layout, const RoomObstacle& obstacle) {
    const auto run = std::min(static_cast<std::size_t>(obstacle.run), layout.runs.size() - 1);
    const Length left = layout.uprights[layout.runs[run].bays.first].left + obstacle.x;
    const Bounds box{
        {left.metres(), obstacle.y.metres(), 0},
        {(left + obstacle.width).metres(), (obstacle.y + obstacle.height).metres(), obstacle.depth.metres()}};
    return placed(box_piece(box), frame_matrix(layout.runs[run].frame));
}

bool stands_in(const Build& build, const Piece& piece) {
    return std::ranges::any_of(build.parts, [&](const Part& part) {
        const glm::dmat4 matrix = frame_matrix(build, part.frame);
        return std::ranges::any_of(pieces_of(build, part),
                                   [&](const Piece& of) { return meet(placed(of, matrix), piece, kTouch); });
    });
}

std::vector<Repair> front_repairs(const RuleContext& context, std::int32_t number,
                                  const std::function<bool(const Design&)>& holds) {
    const Opener& opener = context.build.openers[static_cast<std::size_t>(number)];
    if (opener.front < 0 || context.repairs == Repairs::left_out) return {};
    const auto bay = static_cast<std::size_t>(opener.bay), index = static_cast<std::size_t>(opener.front);
    const std::string_view kind = context.design.bays[bay].fronts[index].kind->id;
    const std::string path = front_path(bay, index);
    std::vector<Repair> candidates, repairs;
    for (const std::string side : {"left", "right"})
        if (kind == "pair")
            candidates.push_back(repair("make_single", path + "/kind", side));
        else if ((kind == "left" || kind == "right") && kind != side)
            candidates.push_back(repair("other_side", path + "/kind", side, Key{"front." + side}));
    candidates.push_back(repair("remove_front", path + "/remove", ""));
    for (Repair& candidate : candidates) {
        const auto changed = apply(context.book, context.design, candidate.edits);
        if (changed && holds(*changed)) repairs.push_back(std::move(candidate));
    }
    return repairs;
}

}  // namespace maatkast
