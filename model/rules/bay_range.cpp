#include "model/build/bay_sizes.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    for_each_bay_size(context, [&](const Range& range, Length size, std::size_t bay, const char* name) {
        if (range.contains(size)) return;
        const std::string path = bay_path(bay) + "/" + name;
        const Length nearest = range.round_down(size), limit = size < range.least ? range.least : range.most;
        const Repair into_range = repair("set_size", path, edit_value(nearest), nearest);
        findings.add({"bay.range", Severity::blocked, path, size, limit, {into_range}});
    });
}

}  // namespace

extern const Rule bay_range;
const Rule bay_range{"bay.range", check, Asked::each_bay};

}  // namespace maatkast::rules
