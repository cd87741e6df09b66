#include "model/book/book.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"
#include "model/build/shelf.h"
#include "model/build/visit.h"

namespace maatkast::rules {
namespace {

/// The lowest opening in which a tray with its guards travels.
Length least_clear(const Construction& c) {
    return c.drawer_under + c.pullout_guard + c.drawer_over;
}

/// One finding a front, for the first opening that is too low.
void check_front(const RuleContext& context, Findings& findings, std::size_t bay, std::size_t index) {
    const Front& front = context.design.bays[bay].fronts[index];
    const Length least = least_clear(context.book.construction);
    for (int i = front.from; i <= front.to; ++i) {
        const auto opening = static_cast<std::size_t>(i);
        const Length clear = clear_height(context.book, context.design, context.layout, bay, opening);
        if (!context.layout.opening(bay, opening).exists || clear >= least) continue;
        findings.add({"pullout.height",
                      Severity::blocked,
                      front_path(bay, index),
                      clear,
                      least,
                      {repair("remove_front", front_path(bay, index) + "/remove", "")}});
        return;
    }
}

void check(const RuleContext& context, Findings& findings) {
    for_each_front(context, find_front_kind("pullout"),
                   [&](std::size_t bay, std::size_t index) { check_front(context, findings, bay, index); });
}

}  // namespace

extern const Rule pullout_height;
const Rule pullout_height{"pullout.height", check, Asked::each_bay};

}  // namespace maatkast::rules
