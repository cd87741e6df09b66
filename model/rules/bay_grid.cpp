#include "model/build/bay_sizes.h"

namespace maatkast::rules {
namespace {

/// A size outside its range is bay.range's affair.
void check(const RuleContext& context, Findings& findings) {
    for_each_bay_size(context, [&](const Range& range, Length size, std::size_t bay, const char* name) {
        if (!range.contains(size) || range.on_step(size)) return;
        const std::string path = bay_path(bay) + "/" + name;
        const Length down = range.round_down(size);
        const Repair down_to_step = repair("set_size", path, edit_value(down), down);
        findings.add({"bay.grid", Severity::blocked, path, size, range.step, {down_to_step}});
    });
}

}  // namespace

extern const Rule bay_grid;
const Rule bay_grid{"bay.grid", check, Asked::each_bay};

}  // namespace maatkast::rules
