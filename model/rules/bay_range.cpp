#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check_size(Findings& findings, const Range& range, Length size, const std::string& path) {
    if (range.contains(size)) return;
    const Length nearest = range.round_down(size);
    findings.add({"bay.range",
                  Severity::blocked,
                  path,
                  size,
                  size < range.least ? range.least : range.most,
                  {repair("set_size", path, edit_value(nearest), nearest)}});
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

extern const Rule bay_range;
const Rule bay_range{"bay.range", check};

}  // namespace maatkast::rules
