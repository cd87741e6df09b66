#include <algorithm>
#include <cmath>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/face.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

double power_of(const Leaf& leaf, double mass) {
    return leaf.size.y.mm() * mass;
}

/// The end of a lift's range that is nearest to what is asked.
double nearest_limit(const Book& book, double power) {
    double nearest = book.lifts.front().least;
    for (const Lift& lift : book.lifts)
        for (const double end : {lift.least, lift.most})
            if (std::abs(end - power) < std::abs(nearest - power)) nearest = end;
    return nearest;
}

/// Boards of another thickness that some lift holds; a flap that opens downwards; no flap.
std::vector<Repair> repairs_for(const RuleContext& context, const Leaf& leaf) {
    const RuleEntry& boards = context.book.rule("board.thickness");
    std::vector<Repair> repairs;
    for (const BoardOffer& offer : context.book.finishes[leaf.finish].boards) {
        const Length t = offer.thickness;
        if (t == leaf.size.z || t < boards.length("carcase_least") || t > boards.length("carcase_most"))
            continue;
        const double mass = face_mass(context.book, {.style = style_of(context.design, leaf),
                                                     .finish = leaf.finish,
                                                     .field = {{}, leaf.size.x, {}, leaf.size.y},
                                                     .thickness = t});
        if (lift_for(context.book, power_of(leaf, mass)))
            repairs.push_back(repair("set_thickness", "thickness/fronts", edit_value(t), t));
    }
    repairs.push_back(repair("make_flap_down", leaf_path(leaf) + "/kind", "flap_down"));
    repairs.push_back(remove_leaf(leaf));
    return repairs;
}

void check(const RuleContext& context, Findings& findings) {
    for_each_leaf(context, [&](const Leaf& leaf) {
        if (leaf.kind != LeafKind::flap_up) return;
        const double power = power_of(leaf, leaf.mass);
        if (lift_for(context.book, power)) return;
        findings.add({"flap.power", Severity::blocked, leaf_path(leaf), std::round(power),
                      nearest_limit(context.book, power), repairs_for(context, leaf)});
    });
}

}  // namespace

extern const Rule flap_power;
const Rule flap_power{"flap.power", check, Asked::each_bay};

}  // namespace maatkast::rules
