// whole.not_made: what a file can hold but nobody makes yet
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

Design door() {
    return with(bare_bay(), {"bays/0/fronts=left"});
}

}  // namespace

TEST_CASE("whole.not_made: nothing is sold that the parts leave out", "[rules]") {
    const std::vector<std::pair<std::string, Strings>> cases{
        {"worktop", {"worktop=oak"}},
        {"cornice", {"cornice=60"}},
        {"top_filler", {"top_filler=50"}},
        {"base", {"base=hung"}},
        {"ends/left/cladding", {"ends/left/cladding=true"}},
        {"ends/right/filler", {"ends/right/filler=40"}},
        {"ends/left/scribe", {"ends/left/scribe=true"}},
        {"bays/0/back", {"bays/0/back=brace"}},
    };
    CHECK(allows("whole.not_made", door()));
    for (const auto& [where, edits] : cases) {
        INFO(where);
        const Design design = with(door(), edits);
        const Finding finding = refused("whole.not_made", where, design);
        REQUIRE(finding.repairs.size() == 1);
        const auto repaired = apply(book(), design, finding.repairs[0].edits);
        REQUIRE(repaired);
        CHECK(allows("whole.not_made", *repaired));
    }
}

TEST_CASE("whole.not_made: round a corner hang doors only", "[rules]") {
    const Design corner = with(bare_bay(), {"bays/0/insert", "corner/add=corner_diagonal",
                                            "bays/1/shape=corner_diagonal", "bays/1/fronts=left"});
    CHECK(allows("whole.not_made", corner));
    for (const char* kind : {"flap_up", "flap_down", "bifold_left", "bifold_right", "pullout", "drawer"}) {
        INFO(kind);
        refused("whole.not_made", "bays/1/fronts/0/kind",
                with(corner, {"bays/1/fronts/0/kind=" + std::string(kind)}));
    }
}
