#include <algorithm>

#include "model/book/book.h"
#include "model/build/opener_findings.h"
#include "model/build/room_sweep.h"

namespace maatkast::rules {
namespace {

/// Some corner of the piece lies above the ceiling.
bool above(const SlopeLine& ceiling, const Piece& piece) {
    constexpr double kMillimetres = 1000;
    const auto over = [&](const glm::dvec3& at) {
        const double along = ceiling.axis == Axis::x ? at.x : at.z;
        const double distance = (along - ceiling.zero.metres()) * ceiling.sign * kMillimetres;
        return at.y * kMillimetres > ceiling.low + ceiling.tangent * distance;
    };
    const glm::dvec3 rise = piece.rise * piece.height;
    return std::ranges::any_of(std::span(piece.corners).first(piece.count),
                               [&](const glm::dvec3& corner) { return over(corner) || over(corner + rise); });
}

std::vector<RoomContact> contacts_of(const Book& book, const Design& design, const Layout& layout,
                                     const Build& build) {
    const auto ceiling = ceiling_of(book, design, layout);
    if (!ceiling) return {};
    return room_contacts(build, [&](const Piece& piece) { return above(*ceiling, piece); });
}

/// A door hung on its low side carries its high edge under the low ceiling.
void check(const RuleContext& context, Findings& findings) {
    const auto find = [&](const Design& design) {
        return contacts_of(context.book, design, make_layout(context.book, design),
                           build_parts(context.book, design));
    };
    const auto contacts = contacts_of(context.book, context.design, context.layout, context.build);
    for (const RoomContact& contact : contacts) {
        const Opener& opener = context.build.openers[static_cast<std::size_t>(contact.opener)];
        findings.add({"slope.opener", Severity::blocked, contact.where, opened(opener, contact.open),
                      opened(opener, 1), contact_repairs(context, contact, contacts.size(), find)});
    }
}

}  // namespace

extern const Rule slope_opener;
const Rule slope_opener{"slope.opener", check};

}  // namespace maatkast::rules
