#include <fmt/format.h>

#include "model/book/book.h"
#include "model/build/builder.h"
#include "model/build/kinds.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

void check(const RuleContext& context, Findings& findings) {
    const Book& book = context.book;
    const Length least =
        book.drawer_side_heights.front() + book.construction.drawer_under + book.construction.drawer_over;
    for (std::size_t bay = 0; bay < context.design.bays.size(); ++bay)
        for (std::size_t i = 0; i < context.design.bays[bay].openings.size(); ++i) {
            const Interior& interior = context.design.bays[bay].openings[i].interior;
            const OpeningLayout& space = context.layout.opening(bay, i);
            if (interior.kind != find_interior_kind("drawers") || !space.exists) continue;
            const Length each = space.clear() / interior.count;
            if (each >= least) continue;
            const std::string path = opening_path(bay, i) + "/interior";
            const int fits = space.clear() / least;
            std::vector<Repair> repairs;
            if (fits >= 1)
                repairs.push_back(
                    repair("fewer_drawers", path, fmt::format("drawers:{}", fits), std::int64_t{fits}));
            Repair empty = repair("no_drawers", path, "empty");
            empty.edits.push_back({opening_path(bay, i) + "/front", "none"});
            repairs.push_back(std::move(empty));
            findings.add({"drawer.height", Severity::blocked, path, each, least, std::move(repairs)});
        }
}

}  // namespace

extern const Rule drawer_height;
const Rule drawer_height{"drawer.height", check};

}  // namespace maatkast::rules
