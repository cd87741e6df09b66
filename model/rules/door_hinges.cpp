#include <algorithm>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/face.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// What hangs on the leaf's hinges: itself, and the leaf that folds with it.
double hung_mass(const Leaf& leaf) {
    return leaf.kind == LeafKind::folding ? leaf.mass + (&leaf + 1)->mass : leaf.mass;
}

/// kg of the leaf from boards of another thickness.
double mass_at(const RuleContext& context, const Leaf& leaf, Length thickness) {
    return face_mass(context.book, {.style = style_of(context.design, leaf),
                                    .finish = leaf.finish,
                                    .field = {{}, leaf.size.x, {}, leaf.size.y},
                                    .thickness = thickness});
}

/// A thinner board, another finish, a pair of lighter leaves; then no door.
std::vector<Repair> repairs_for(const RuleContext& context, const Leaf& leaf, double mass) {
    const Book& book = context.book;
    const Finish& finish = book.finishes[leaf.finish];
    const double most = book.hinges_by_mass.back().most_mass;
    std::vector<Repair> repairs;
    if (leaf.size.y <= book.hinges_by_height.back().most_height) {
        for (auto offer = finish.boards.rbegin(); offer != finish.boards.rend(); ++offer)
            if (offer->thickness < leaf.size.z &&
                offer->thickness >= book.rule("board.thickness").length("carcase_least") &&
                mass_at(context, leaf, offer->thickness) * mass / leaf.mass <= most) {
                repairs.push_back(repair("set_thickness", "thickness/fronts", edit_value(offer->thickness),
                                         offer->thickness));
                break;
            }
        if (leaf.kind == LeafKind::door && front_of(context.design, leaf).kind->leaves == 1 &&
            mass / 2 <= most &&
            (leaf.size.x - book.construction.front_gap) / 2 >= book.rule("door.width").length("least"))
            repairs.push_back(repair("make_pair", leaf_path(leaf) + "/kind", "pair"));
    }
    repairs.push_back(remove_leaf(leaf));
    return repairs;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        const bool folding = leaf.kind == LeafKind::folding;
        if ((leaf.kind != LeafKind::door && !folding) || (folding && !first_of_front(context.build, leaf)))
            return;
        const double mass = hung_mass(leaf);
        if (hinges_needed(context.book, mass, leaf.size.y, leaf.size.x)) return;
        findings.add({"door.hinges", Severity::blocked, leaf_path(leaf), mass,
                      context.book.hinges_by_mass.back().most_mass, repairs_for(context, leaf, mass)});
    });
}

}  // namespace

extern const Rule door_hinges;
const Rule door_hinges{"door.hinges", check, Asked::each_bay};

}  // namespace maatkast::rules
