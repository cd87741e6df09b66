#include <cmath>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

std::int64_t squared(Length length) {
    return static_cast<std::int64_t>(length.tenths) * length.tenths;
}

/// √(H² + D²) ≤ ceiling, compared in squares so that the limit itself is exact; shown rounded up.
void check(const RuleContext& context, Findings& findings) {
    const auto& room = context.design.room;
    if (!room.ceiling || context.design.assembly == Assembly::standing ||
        context.design.base.kind == BaseKind::hung)
        return;
    const Length height = context.layout.height, depth = total_depth(context.design), ceiling = *room.ceiling;
    if (squared(height) + squared(depth) <= squared(ceiling)) return;
    const Length need{static_cast<std::int32_t>(
        std::ceil(std::sqrt(static_cast<double>(squared(height) + squared(depth)))))};
    std::vector<Repair> repairs{repair("build_standing", "assembly", "standing")};
    if (ceiling > depth) {
        const Length low{
            static_cast<std::int32_t>(std::sqrt(static_cast<double>(squared(ceiling) - squared(depth))))};
        const Length size = context.book.height.round_down(low);
        if (size <= low) repairs.push_back(repair("set_size", "height", edit_value(size), size));
    }
    findings.add({"site.tilt_up", Severity::blocked, "height", need, ceiling, std::move(repairs)});
}

}  // namespace

extern const Rule site_tilt_up;
const Rule site_tilt_up{"site.tilt_up", check};

}  // namespace maatkast::rules
