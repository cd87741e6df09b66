#include <algorithm>

#include "model/book/book.h"
#include "model/build/opener_findings.h"
#include "model/build/room_sweep.h"

namespace maatkast::rules {
namespace {

constexpr double kTouch = 0.001;  // metres

/// Openers that meet an obstacle which the closed cabinet does not stand in.
std::vector<RoomContact> contacts_of(const Layout& layout, const Build& build, const RoomObstacle& obstacle) {
    const Piece there = obstacle_piece(layout, obstacle);
    if (stands_in(build, there)) return {};
    return room_contacts(build, [&](const Piece& piece) { return meet(piece, there, kTouch); });
}

void check_obstacle(const RuleContext& context, const RoomObstacle& obstacle, Findings& findings) {
    const double least = context.book.rule("site.obstacle_opener").limit("least_percent") / 100;
    const auto find = [&](const Design& design) {
        return contacts_of(make_layout(context.book, design), build_parts(context.book, design), obstacle);
    };
    const auto contacts = contacts_of(context.layout, context.build, obstacle);
    for (const RoomContact& contact : contacts) {
        const Opener& opener = context.build.openers[static_cast<std::size_t>(contact.opener)];
        // The door of a room can be shut while a cabinet is open.
        const bool enough = contact.open >= least || obstacle.kind == RoomObstacle::Kind::door;
        findings.add({"site.obstacle_opener",
                      enough ? Severity::advised : Severity::blocked,
                      contact.where,
                      opened(opener, contact.open),
                      opened(opener, 1),
                      contact_repairs(context, contact, contacts.size(), find),
                      {{"what", name_of(obstacle)}}});
    }
}

/// A bed before the drawers, a radiator beside a door: how far everything still opens.
void check(const RuleContext& context, Findings& findings) {
    for (const RoomObstacle& obstacle : context.design.room.obstacles)
        check_obstacle(context, obstacle, findings);
}

}  // namespace

extern const Rule site_obstacle_opener;
const Rule site_obstacle_opener{"site.obstacle_opener", check};

}  // namespace maatkast::rules
