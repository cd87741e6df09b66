#include "model/build/room_sweep.h"

#include <algorithm>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/motion.h"
#include "model/build/proposal.h"
#include "model/build/swept.h"
#include "model/design/words.h"

namespace maatkast {
namespace {

constexpr int kSteps = 32;
constexpr double kTouch = 0.001;  // metres

/// Of the first part that moves with it; -1 where that is in no opening.
std::int32_t opening_of(const Build& build, std::int32_t opener) {
    const auto part = std::ranges::find(build.parts, opener, &Part::opener);
    return part == build.parts.end() ? -1 : part->opening;
}

std::string place_of(const Build& build, std::int32_t number) {
    const Opener& opener = build.openers[static_cast<std::size_t>(number)];
    const auto bay = static_cast<std::size_t>(opener.bay);
    if (opener.sliding >= 0) return sliding_path(static_cast<std::size_t>(opener.sliding));
    if (opener.front >= 0) return front_path(bay, static_cast<std::size_t>(opener.front));
    const std::int32_t opening = opening_of(build, number);
    return opening < 0 ? bay_path(bay) : opening_path(bay, static_cast<std::size_t>(opening)) + "/interior";
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
        const auto number = static_cast<std::int32_t>(i);
        RoomContact contact{place_of(build, number), number,
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

Key name_of(const RoomObstacle& obstacle) {
    return {"obstacle." + word_of(kObstacleWords, obstacle.kind)};
}

bool stands_in(const Build& build, const Piece& piece) {
    return std::ranges::any_of(build.parts, [&](const Part& part) {
        const glm::dmat4 matrix = frame_matrix(build, part.frame);
        return std::ranges::any_of(pieces_of(build, part),
                                   [&](const Piece& of) { return meet(placed(of, matrix), piece, kTouch); });
    });
}

namespace {

/// Hung on the other side, a single door on one side or the other instead of a pair, no front; of drawers
/// neither those nor a front.
std::vector<Repair> candidates_for(const RuleContext& context, const Opener& opener) {
    const auto bay = static_cast<std::size_t>(opener.bay), index = static_cast<std::size_t>(opener.front);
    const Front& front = context.design.bays[bay].fronts[index];
    const std::string_view kind = front.kind->id;
    const std::string path = front_path(bay, index);
    std::vector<Repair> candidates;
    for (const std::string side : {"left", "right"})
        if (kind == "pair")
            candidates.push_back(repair("make_single", path + "/kind", side));
        else if ((kind == "left" || kind == "right") && kind != side)
            candidates.push_back(repair("other_side", path + "/kind", side, Key{"front." + side}));
    candidates.push_back(repair("remove_front", path + "/remove", ""));
    if (front.kind->carries_drawers)
        candidates.push_back(leave_out("no_drawers", bay, static_cast<std::size_t>(front.from)));
    return candidates;
}

}  // namespace

std::vector<Repair> contact_repairs(const RuleContext& context, const RoomContact& contact, std::size_t had,
                                    const FindContacts& find) {
    const Opener& opener = context.build.openers[static_cast<std::size_t>(contact.opener)];
    if (opener.sliding >= 0 || context.repairs == Repairs::left_out) return {};
    std::vector<Repair> repairs;
    if (opener.front >= 0)
        repairs = candidates_for(context, opener);
    else if (contact.where.ends_with("/interior"))
        repairs.push_back(repair("leave_empty", contact.where, "empty"));
    std::erase_if(repairs, [&](const Repair& repair) {
        const auto changed = apply(context.book, context.design, repair.edits);
        if (!changed) return true;
        const auto left = find(*changed);
        // Where a front is taken away the next one comes into its place.
        const bool shifts = opener.front >= 0 && !repair.edits.back().path.ends_with("/kind");
        return left.size() >= had ||
               (!shifts && std::ranges::count(left, contact.where, &RoomContact::where) > 0);
    });
    return repairs;
}

}  // namespace maatkast
