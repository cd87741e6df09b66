#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Choices that a file can hold but for which the book has no parts yet: refused, so that nothing is sold
/// that picture, price and parts list leave out. Each names the edit that takes it back.
struct NotMade {
    std::string path, without;
};

bool is_door(const FrontKind& kind) {
    return kind.id == "left" || kind.id == "right" || kind.id == "pair";
}

void add_end(std::vector<NotMade>& found, const std::string& side, const End& end) {
    if (end.cladding) found.push_back({"ends/" + side + "/cladding", "false"});
    if (end.filler > Length{}) found.push_back({"ends/" + side + "/filler", "none"});
    if (end.scribe) found.push_back({"ends/" + side + "/scribe", "false"});
}

void add_whole(std::vector<NotMade>& found, const Design& design) {
    if (design.worktop) found.push_back({"worktop", "none"});
    if (design.cornice) found.push_back({"cornice", "none"});
    if (design.top_filler > Length{}) found.push_back({"top_filler", "none"});
    if (design.base.kind == BaseKind::hung) found.push_back({"base", "plinth"});
}

void add_bay(std::vector<NotMade>& found, std::size_t index, const Bay& bay) {
    if (bay.back == Back::brace) found.push_back({bay_path(index) + "/back", "panel"});
    // A folding door round the inner corner of an L, and fronts of an open end, are not made.
    if (!bay.fronts.empty() && (bay.shape == BayShape::corner_l || is_end(bay.shape)))
        found.push_back({bay_path(index) + "/fronts", "none"});
    // Round a corner hang doors; flaps, pull-outs and folding doors want straight bays.
    for (std::size_t i = 0; is_corner(bay.shape) && i < bay.fronts.size(); ++i)
        if (!is_door(*bay.fronts[i].kind)) found.push_back({front_path(index, i) + "/kind", "left"});
}

void check(const RuleContext& context, Findings& findings) {
    std::vector<NotMade> found;
    add_whole(found, context.design);
    add_end(found, "left", context.design.left_end);
    add_end(found, "right", context.design.right_end);
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) add_bay(found, i, context.design.bays[i]);
    for (const NotMade& choice : found)
        findings.add({"whole.not_made",
                      Severity::blocked,
                      choice.path,
                      std::int64_t{1},
                      std::int64_t{0},
                      {repair("do_without", choice.path, choice.without)}});
}

}  // namespace

extern const Rule whole_not_made;
const Rule whole_not_made{"whole.not_made", check};

}  // namespace maatkast::rules
