#include "model/build/rule.h"
#include "model/design/runs.h"

namespace maatkast::rules {
namespace {

/// A corner takes its depth from the bays beside it, and the fronts of two at right angles need a wall
/// between them to open along.
void check(const RuleContext& context, Findings& findings) {
    const auto& bays = context.design.bays;
    for (std::size_t i = 0; i + 1 < bays.size(); ++i) {
        if (!is_corner(bays[i].shape) || !is_corner(bays[i + 1].shape)) continue;
        findings.add({"corner.neighbours",
                      Severity::blocked,
                      bay_path(i + 1),
                      std::int64_t{0},
                      std::int64_t{1},
                      {repair("insert_bay", bay_path(i) + "/insert", ""),
                       repair("straighten", bay_path(i + 1) + "/shape", "straight")}});
    }
}

}  // namespace

extern const Rule corner_neighbours;
const Rule corner_neighbours{"corner.neighbours", check};

}  // namespace maatkast::rules
