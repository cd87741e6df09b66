#include "model/build/kinds.h"
#include "model/build/rail.h"

namespace maatkast::interiors {
namespace {

/// The carrier stands still under the board above, in the middle of the bay; the bar below it comes out.
void build_pullout(BayBuilder& bay, std::int32_t opening) {
    Builder& b = bay.builder;
    const Construction& c = b.book.construction;
    const Length room =
        pullout_room(b.book, b.layout, bay.at, bay.bay().openings[static_cast<std::size_t>(opening)]);
    const auto length = pullout_length(b.book, room);
    const Length3 carrier = b.book.models[b.fittings.carrier].size,
                  bar = b.book.models[b.fittings.pullout].size;
    const Length top = bay.opening(opening).top - c.joint_clearance,
                 under = top - carrier.y - c.joint_clearance;
    if (!length || under - bar.y < bay.opening(opening).bottom || bay.at.right - bay.at.left < carrier.x)
        return;
    const Length middle = (bay.at.left + bay.at.right) / 2;
    const Length front = bay.at.back + room, back = front - *length;
    PartName name = bay.name("rail", opening);
    const std::int32_t opener = b.add(Opener{.name = name,
                                             .kind = OpenerKind::slide,
                                             .axis = Axis::z,
                                             .bay = bay.index,
                                             .pivot = {middle - bar.x / 2, under - bar.y, back},
                                             .travel = *length - c.pullout_overlap});
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::rail,
                    .model = b.fittings.pullout,
                    .article = b.fittings.pullout_article,
                    .least = {middle - bar.x / 2, under - bar.y, back},
                    .most = {middle - bar.x / 2 + bar.x, under, front},
                    .bay = bay.index,
                    .opening = opening,
                    .opener = opener});
    name += "_carrier";
    b.add(ModelSpec{.name = name,
                    .kind = PartKind::rail_carrier,
                    .model = b.fittings.carrier,
                    .article = b.fittings.carrier_article,
                    .least = {middle - carrier.x / 2, top - carrier.y, back},
                    .most = {middle - carrier.x / 2 + carrier.x, top, front},
                    .bay = bay.index,
                    .opening = opening});
}

}  // namespace

extern const InteriorKind rail_pullout;
const InteriorKind rail_pullout{.id = "rail_pullout", .keeps = Keeps::on_rails, .build = build_pullout};

}  // namespace maatkast::interiors
