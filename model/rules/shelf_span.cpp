#include "model/build/shelf_span.h"

#include <algorithm>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// The longest span of a board under the design's load.
Length longest(const RuleContext& context, const BoardOffer& offer) {
    return longest_span(offer.thickness, context.book.materials[offer.material].elastic_modulus,
                        context.book.load(context.design.load)->kg_per_m2,
                        context.book.rule("shelf.span").limit("deflection"));
}

/// Whether every shelf of the bay follows the group's finish: an exception would outlive a change of the
/// group.
bool follows_group(const Bay& bay) {
    return !bay.finish &&
           std::ranges::none_of(bay.openings, [](const Opening& o) { return o.shelf_finish.has_value(); });
}

/// A thicker shelf, then another finish whose board is stiff enough, then a narrower bay: least change first.
std::vector<Repair> repairs_for(const RuleContext& context, const Finish& finish, std::size_t bay,
                                Length most) {
    std::vector<Repair> repairs;
    const Design& design = context.design;
    const Length span = design.bays[bay].width;
    for (const BoardOffer& offer : finish.boards)
        if (offer.thickness > design.thickness.shelves && span <= longest(context, offer)) {
            repairs.push_back(
                repair("set_thickness", "thickness/shelves", edit_value(offer.thickness), offer.thickness));
            break;
        }
    for (const Finish& other : context.book.finishes) {
        const BoardOffer* offer = other.board(design.thickness.shelves);
        if (!follows_group(design.bays[bay]) || !other.choice || !offer || span > longest(context, *offer))
            continue;
        repairs.push_back(repair("set_shelf_finish", "finish/shelves", other.id, Key{"finish." + other.id}));
        break;
    }
    const Length width = context.book.width.round_down(most);
    if (width <= most)
        repairs.push_back(repair("set_size", bay_path(bay) + "/width", edit_value(width), width));
    return repairs;
}

/// The weakest of a bay's shelves speaks for all of them.
void check(const RuleContext& context, Findings& findings) {
    const auto& parts = context.build.parts;
    for (std::size_t i = 0; i < parts.size();) {
        const std::int32_t bay = parts[i].bay;
        const Finish* weakest = nullptr;
        Length most = kLongest;
        for (; i < parts.size() && parts[i].bay == bay; ++i) {
            if (parts[i].kind != PartKind::shelf) continue;
            const Finish& finish = context.book.finishes[parts[i].finish];
            const BoardOffer* offer = finish.board(context.design.thickness.shelves);
            if (!offer || longest(context, *offer) >= most) continue;
            weakest = &finish;
            most = longest(context, *offer);
        }
        if (!weakest) continue;
        const auto index = static_cast<std::size_t>(bay);
        const Length span = context.design.bays[index].width;
        if (span > most)
            findings.add({"shelf.span", Severity::blocked, bay_path(index) + "/width", span, most,
                          repairs_for(context, *weakest, index, most)});
    }
}

}  // namespace

extern const Rule shelf_span;
const Rule shelf_span{"shelf.span", check};

}  // namespace maatkast::rules
