#include <fmt/format.h>

#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/led.h"
#include "model/build/proposal.h"

namespace maatkast::rules {
namespace {

void check_opening(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t i) {
    const Book& book = context.book;
    const Opening& opening = opening_at(context.design, bay, i);
    const Interior& interior = opening.interior;
    const Length light = opening.led ? light_height(book) : Length{};
    const Length clear = context.layout.opening(bay, i).clear();
    const Length least =
        book.drawer_side_heights.front() + book.construction.drawer_under + book.construction.drawer_over;
    const Length each = clear / interior.count - light;
    if (each >= least) return;
    const std::string path = opening_path(bay, i) + "/interior", kind(interior.kind->id);
    const int fits = clear / (least + light);
    std::vector<Repair> repairs;
    if (fits >= 1)
        repairs.push_back(
            repair("fewer_" + kind, path, fmt::format("{}:{}", kind, fits), std::int64_t{fits}));
    repairs.push_back(leave_out("no_" + kind, bay, i));
    findings.add({"drawer.height", Severity::blocked, path, each, least, std::move(repairs)});
}

void check(const RuleContext& context, Findings& findings) {
    for_each_opening(context, [&](std::size_t bay, std::size_t i) {
        if (opening_at(context.design, bay, i).interior.kind->keeps == Keeps::in_boxes)
            check_opening(context, findings, bay, i);
    });
}

}  // namespace

extern const Rule drawer_height;
const Rule drawer_height{"drawer.height", check, Asked::each_bay};

}  // namespace maatkast::rules
