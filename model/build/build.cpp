#include "model/build/build.h"

#include <algorithm>

#include "model/build/carcase.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast {
namespace {

void build_bay(Builder& builder, std::int32_t index) {
    BayBuilder bay(builder, index);
    build_carcase(bay);
    const auto& openings = bay.bay().openings;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(openings.size()); ++i)
        if (bay.opening(i).exists) openings[static_cast<std::size_t>(i)].interior.kind->build(bay, i);
    const auto& fronts = bay.bay().fronts;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(fronts.size()); ++i)
        fronts[static_cast<std::size_t>(i)].kind->build(bay, i);
}

void build_into(const Book& book, const Design& design, const Layout& layout, Build& out) {
    out.parts.reserve(design.bays.size() * 24 + 16);
    Builder builder(book, design, layout, out);
    build_run(builder);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(design.bays.size()); ++i) build_bay(builder, i);
}

Box bounds_of(const Build& build, bool hardware) {
    Box box{{kLongest, kLongest, kLongest}, {-kLongest, -kLongest, -kLongest}};
    for (const Part& part : build.parts) {
        if (!hardware && part.shape == ShapeKind::model) continue;
        const Length3 most = part.origin + part.size;
        box.least = {std::min(box.least.x, part.origin.x), std::min(box.least.y, part.origin.y),
                     std::min(box.least.z, part.origin.z)};
        box.most = {std::max(box.most.x, most.x), std::max(box.most.y, most.y), std::max(box.most.z, most.z)};
    }
    return box;
}

}  // namespace

Build build_parts(const Book& book, const Design& design) {
    Build out;
    build_into(book, design, make_layout(book, design), out);
    return out;
}

Build build(const Book& book, const Design& design) {
    Build out;
    const Layout layout = make_layout(book, design);
    build_into(book, design, layout, out);
    Findings findings(book, out.findings);
    const RuleContext context{book, design, layout, out};
    for (const Rule* rule : all_rules()) rule->check(context, findings);
    return out;
}

bool sellable(const Build& build) {
    return std::ranges::none_of(build.findings,
                                [](const Finding& f) { return f.severity == Severity::blocked; });
}

Box carcase_bounds(const Build& build) {
    return bounds_of(build, false);
}
Box bounds(const Build& build) {
    return bounds_of(build, true);
}

}  // namespace maatkast
