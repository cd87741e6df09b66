#include <algorithm>
#include <array>

#include "model/book/book.h"
#include "model/build/opener_findings.h"
#include "model/build/room_sweep.h"
#include "model/build/whole.h"

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

std::vector<RoomContact> contacts_of(const Book& book, const Design& design, const Layout& layout,
                                     const Build& build) {
    const std::vector<WallPlane> walls = walls_of(book, design, layout);
    const auto in_a_wall = [&](const auto& space) {
        return std::ranges::any_of(walls, [&](const WallPlane& wall) { return behind(wall, space); });
    };
    return room_contacts(build, in_a_wall, in_a_wall);
}

bool meets_at(const Book& book, const Design& design, std::string_view where) {
    const auto left = contacts_of(book, design, make_layout(book, design), build_parts(book, design));
    return std::ranges::find(left, where, &RoomContact::where) != left.end();
}

/// The first of some wider fillers that is enough.
std::optional<Repair> wider_filler(const RuleContext& context, std::string_view where) {
    const double most = context.book.rule("filler.width").limit("most");
    for (const Side side : {Side::left, Side::right}) {
        if (!against_wall(context.design, side)) continue;
        for (const int size : {60, 80, 100, 120, 150}) {
            const Length width = Length::of_mm(size);
            if (width <= end_of(context.design, side).filler || size > most) continue;
            const std::string path = side == Side::left ? "ends/left/filler" : "ends/right/filler";
            Repair wider = repair("set_size", path, edit_value(width), width);
            const auto changed = apply(context.book, context.design, wider.edits);
            if (changed && !meets_at(context.book, *changed, where)) return wider;
        }
    }
    return {};
}

/// A leaf at an angle to a wall, beside a corner, would swing into it; one that stands square to it is
/// stopped before (see filler.door).
void check(const RuleContext& context, Findings& findings) {
    const double least = context.book.rule("site.side_wall").limit("least_percent") / 100;
    for (const RoomContact& contact :
         contacts_of(context.book, context.design, context.layout, context.build)) {
        const auto holds = [&](const Design& design) {
            return !meets_at(context.book, design, contact.where);
        };
        std::vector<Repair> repairs = front_repairs(context, contact.opener, holds);
        if (auto wider = wider_filler(context, contact.where)) repairs.push_back(std::move(*wider));
        const Opener& opener = context.build.openers[static_cast<std::size_t>(contact.opener)];
        findings.add({"site.side_wall", contact.open >= least ? Severity::advised : Severity::blocked,
                      contact.where, opened(opener, contact.open), opened(opener, 1), std::move(repairs)});
    }
}

}  // namespace

extern const Rule site_side_wall;
const Rule site_side_wall{"site.side_wall", check};

}  // namespace maatkast::rules
