#include <algorithm>

#include "model/book/book.h"
#include "model/build/opener_findings.h"
#include "model/build/room_sweep.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

constexpr double kTouch = 0.001;  // metres

bool behind(const WallPlane& wall, const Piece& piece) {
    const glm::dvec3 rise = piece.rise * piece.height;
    return std::ranges::any_of(std::span(piece.corners).first(piece.count), [&](const glm::dvec3& corner) {
        return std::max(wall.behind(corner), wall.behind(corner + rise)) > kTouch;
    });
}

/// Some corner of the box; of those the one furthest behind.
bool behind(const WallPlane& wall, const Bounds& box) {
    const glm::dvec3 furthest{wall.into.x > 0 ? box.least.x : box.most.x,
                              wall.into.y > 0 ? box.least.y : box.most.y,
                              wall.into.z > 0 ? box.least.z : box.most.z};
    return wall.behind(furthest) > kTouch;
}

/// What hangs at the end itself, and all that faces its wall from the next one, corner units on both sides
/// included. Leaves further on stay on their own side of their axis.
bool may_reach(const Design& design, Side side, std::int32_t bay) {
    const std::size_t end = side == Side::left ? 0 : design.bays.size() - 1;
    if (bay < 0) return false;
    const auto at = static_cast<std::size_t>(bay);
    if (at == end) return true;
    const std::size_t facing = side == Side::left ? 1 : runs_of(design).size() - 2, run = run_of(design, at);
    return run == facing || (is_corner(design.bays[at].shape) && run + 1 == facing);
}

/// Walls behind other runs have cabinets before them, which opener.clash sees to.
std::vector<RoomContact> contacts_of(const Book& book, const Design& design, const Layout& layout,
                                     const Build& build, Side side) {
    const auto wall = side_wall(book, design, layout, side);
    if (!wall) return {};
    return room_contacts(
        build, [&](const Piece& piece) { return behind(*wall, piece); },
        [&](const Part& part) {
            const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
            return may_reach(design, side, opener.bay) && behind(*wall, around(build, part));
        });
}

/// The first of some wider fillers that is enough.
std::optional<Repair> wider_filler(const RuleContext& context, Side side, std::string_view where,
                                   const FindContacts& find) {
    const Length most = context.book.rule("filler.width").length("most");
    const std::string path = side == Side::left ? "ends/left/filler" : "ends/right/filler";
    for (const Length width : {60_mm, 80_mm, 100_mm, 120_mm, 150_mm}) {
        if (width <= end_of(context.design, side).filler || width > most) continue;
        Repair wider = repair("set_size", path, edit_value(width), width);
        const auto changed = apply(context.book, context.design, wider.edits);
        if (changed && std::ranges::count(find(*changed), where, &RoomContact::where) == 0) return wider;
    }
    return {};
}

void check_side(const RuleContext& context, Side side, Findings& findings) {
    const double least = context.book.rule("site.side_wall").limit("least_percent") / 100;
    const auto find = [&](const Design& design) {
        return contacts_of(context.book, design, make_layout(context.book, design),
                           build_parts(context.book, design), side);
    };
    const auto contacts = contacts_of(context.book, context.design, context.layout, context.build, side);
    for (const RoomContact& contact : contacts) {
        std::vector<Repair> repairs = contact_repairs(context, contact, contacts.size(), find);
        if (auto wider = wider_filler(context, side, contact.where, find))
            repairs.push_back(std::move(*wider));
        const Opener& opener = context.build.openers[static_cast<std::size_t>(contact.opener)];
        findings.add({"site.side_wall", contact.open >= least ? Severity::advised : Severity::blocked,
                      contact.where, opened(opener, contact.open), opened(opener, 1), std::move(repairs)});
    }
}

/// A leaf at an angle to a wall, beside a corner, would swing into it; one that stands square to it is
/// stopped before (see filler.door).
void check(const RuleContext& context, Findings& findings) {
    for (const Side side : {Side::left, Side::right}) check_side(context, side, findings);
}

}  // namespace

extern const Rule site_side_wall;
const Rule site_side_wall{"site.side_wall", check};

}  // namespace maatkast::rules
