#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// A size outside its range is bay.range's affair.
void check_size(Findings& findings, const Range& range, Length size, const std::string& path) {
    if (!range.contains(size) || range.on_step(size)) return;
    const Length down = range.round_down(size);
    findings.add({"bay.grid",
                  Severity::blocked,
                  path,
                  size,
                  range.step,
                  {repair("set_size", path, edit_value(down), down)}});
}

void check(const RuleContext& context, Findings& findings) {
    for (std::size_t i = 0; i < context.design.bays.size(); ++i) {
        const Bay& bay = context.design.bays[i];
        check_size(findings, context.book.width, bay.width, bay_path(i) + "/width");
        check_size(findings, context.book.height, bay.height, bay_path(i) + "/height");
        check_size(findings, context.book.depth, bay.depth, bay_path(i) + "/depth");
    }
}

}  // namespace

extern const Rule bay_grid;
const Rule bay_grid{"bay.grid", check};

}  // namespace maatkast::rules
