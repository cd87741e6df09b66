#include "model/build/builder.h"
#include "model/build/kinds.h"

namespace maatkast::interiors {
namespace {

void build_rail(BayBuilder& bay, std::int32_t opening) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length3 bracket = b.book.models[b.fittings.bracket].size;
    const Length joint = c.joint_clearance;
    const Length top = bay.opening(opening).top - c.rail_drop, middle = (bay.at.back + bay.at.front) / 2;
    const Length axis = top - c.rail_height / 2;
    if (axis - bracket.y / 2 < bay.opening(opening).bottom) return;
    for (const bool right : {false, true}) {
        const Length x = right ? bay.at.right - joint - bracket.x : bay.at.left + joint;
        PartName name = bay.name("rail", opening);
        name += right ? "_bracket_right" : "_bracket_left";
        b.add(ModelSpec{
            .name = name,
            .kind = PartKind::rail_bracket,
            .model = b.fittings.bracket,
            .article = b.fittings.bracket_article,
            .least = {x, axis - bracket.y / 2, middle - bracket.z / 2},
            .most = {x + bracket.x, axis - bracket.y / 2 + bracket.y, middle - bracket.z / 2 + bracket.z},
            .turn = right ? 2 : 0,
            .bay = bay.index,
            .opening = opening});
    }
    const Length inset = joint + bracket.x + joint;
    b.add(ModelSpec{.name = bay.name("rail", opening),
                    .kind = PartKind::rail,
                    .model = b.fittings.rail,
                    .article = b.fittings.rail_article,
                    .least = {bay.at.left + inset, top - c.rail_height, middle - c.rail_depth / 2},
                    .most = {bay.at.right - inset, top, middle - c.rail_depth / 2 + c.rail_depth},
                    .bay = bay.index,
                    .opening = opening});
}

}  // namespace

extern const InteriorKind rail;
const InteriorKind rail{.id = "rail", .build = build_rail};

}  // namespace maatkast::interiors
