#include <algorithm>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

double mass_at(const Book& book, const Part& door, const BoardOffer& offer) {
    return door.size.x.metres() * door.size.y.metres() * offer.thickness.metres() *
           book.materials[offer.material].density;
}

/// A thinner board, another finish, a pair of lighter leaves; then no door.
std::vector<Repair> repairs_for(const RuleContext& context, const Part& door, std::size_t bay,
                                std::size_t front) {
    const Book& book = context.book;
    const Finish& finish = book.finishes[door.finish];
    const double most = book.hinges_by_mass.back().most_mass;
    std::vector<Repair> repairs;
    if (door.size.y <= book.hinges_by_height.back().most_height) {
        for (auto offer = finish.boards.rbegin(); offer != finish.boards.rend(); ++offer)
            if (offer->thickness < door.size.z &&
                offer->thickness >= book.rule("board.thickness").length("carcase_least") &&
                mass_at(book, door, *offer) <= most) {
                repairs.push_back(repair("set_thickness", "thickness/fronts", edit_value(offer->thickness),
                                         offer->thickness));
                break;
            }
        const Front& chosen = context.design.bays[bay].fronts[front];
        if (chosen.kind->leaves == 1 && door.mass / 2 <= most &&
            (door.size.x - book.construction.front_gap) / 2 >= book.rule("door.width").length("least"))
            repairs.push_back(repair("make_pair", front_path(bay, front) + "/kind", "pair"));
    }
    repairs.push_back(repair("remove_front", front_path(bay, front) + "/remove", ""));
    return repairs;
}

void check(const RuleContext& context, Findings& findings) {
    for (const Part& part : context.build.parts) {
        if (part.kind != PartKind::door || hinges_needed(context.book, part.mass, part.size.y, part.size.x))
            continue;
        const auto bay = static_cast<std::size_t>(part.bay);
        const auto front =
            static_cast<std::size_t>(context.build.openers[static_cast<std::size_t>(part.opener)].front);
        findings.add({"door.hinges", Severity::blocked, front_path(bay, front), part.mass,
                      context.book.hinges_by_mass.back().most_mass, repairs_for(context, part, bay, front)});
    }
}

}  // namespace

extern const Rule door_hinges;
const Rule door_hinges{"door.hinges", check};

}  // namespace maatkast::rules
