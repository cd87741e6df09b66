// repair_all: whatever is made by edits, it ends with nothing blocked, or says which wishes exclude each
// other.
#include <algorithm>

#include "tests/model/build/cabinets.h"
#include "tests/model/design/edit_player.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Design repaired_by(const Repaired& repaired, Design design) {
    for (const Repaired::Step& step : repaired.steps) {
        auto changed = apply(book(), design, step.repair.edits);
        REQUIRE(changed);
        design = std::move(*changed);
    }
    return design;
}

std::string text_of(const std::vector<Repaired::Excluded>& left) {
    std::string text;
    for (const auto& [finding, against] : left) {
        text += finding.rule + " at " + finding.where + " against";
        for (const Finding& other : against) text += " " + other.rule + " at " + other.where;
        text += "; ";
    }
    return text;
}

/// A thing in the room that is not moved, a skirting board deeper than any cabinet, or a roof over all of it,
/// leaves no way out.
bool is_fact(const Finding& finding) {
    if (finding.rule == "site.skirting_depth") return measured(finding) > book().depth.most - 120_mm;
    return finding.rule == "site.obstacle" || finding.rule == "slope.low";
}

}  // namespace

TEST_CASE("A repair gives up as little as it can, although what cannot be built costs nothing", "[repair]") {
    Design design = new_design(book(), {2530_mm, 2390_mm, 605_mm, 4}).value();
    design = with(design, {"bays/0/openings/0/interior=drawers:8"});
    const Repaired repaired = repair_all(book(), design);
    REQUIRE(repaired.left.empty());
    const Interior& interior = repaired.design.bays[0].openings[0].interior;
    CHECK(interior.kind == find_interior_kind("drawers"));
    CHECK(interior.count == 7);
}

TEST_CASE("Whatever is edited can be repaired, or clashes with the room", "[repair][random]") {
    constexpr unsigned kDesigns = kSanitized ? 60 : 300;
    unsigned blocked = 0, excluded = 0;
    for (unsigned seed = 0; seed < kDesigns; ++seed) {
        EditPlayer player(seed);
        Design design = random_design(book(), 5, seed);
        for (int i = 0; i < 12; ++i) design = play_one(player, design);
        if (sellable(build(book(), design))) continue;
        ++blocked;
        const Repaired repaired = repair_all(book(), design);
        INFO(seed << ": " << text_of(repaired.left));
        CHECK(repaired_by(repaired, design) == repaired.design);
        CHECK(repaired.left.empty() == sellable(build(book(), repaired.design)));
        excluded += !repaired.left.empty();
        for (const auto& [finding, against] : repaired.left) CHECK((is_fact(finding) || !against.empty()));
    }
    INFO(blocked << " blocked, " << excluded << " not repaired");
    CHECK(blocked > kDesigns / 2);
    CHECK(excluded * 20 < blocked);
}
