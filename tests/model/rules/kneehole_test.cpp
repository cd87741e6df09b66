// kneehole.height, kneehole.width, kneehole.depth
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const std::string kWhere = "bays/0/kneehole";

/// One bay to sit at, 760 high and 600 deep: 741 are free.
Design seat(const Strings& edits = {}) {
    return with(with(bare_bay(), {"height=760", "depth=600", kWhere + "=true"}), edits);
}

}  // namespace

TEST_CASE("kneehole.height: 650 from the floor of the room to the first board", "[rules]") {
    const Limit height{"kneehole.height", kWhere, "bays/0/height", seat()};
    const Finding low = check_limit(height, {"760", "670", "669"}, "668.9");
    CHECK(repairs_of(low) == Strings{"set_size", "no_kneehole"});
    CHECK(low.repairs.at(0).edits.at(0).text() == "bays/0/height=670");
    CHECK(measured(low) == 649.9_mm);
    CHECK(limit_of(low) == 650_mm);
    // A fixed shelf at any height: its underside lies at 99 + 570 - 19.
    const Limit shelf{"kneehole.height", kWhere, "bays/0/openings/0/top",
                      seat({"height=900", "bays/0/openings/0/split=600", "bays/0/openings/0/shelf=fixed"})};
    const Finding under = check_limit(shelf, {"600", "570"}, "569.9");
    CHECK(repairs_of(under) == Strings{"move_shelf", "remove_shelf", "set_size", "no_kneehole"});
    CHECK(under.repairs.at(0).edits.at(0).value == "570");
    // Where the shelf cannot move up the bay becomes higher, and the shelf goes with it.
    const Finding tight =
        refused("kneehole.height", kWhere, seat({"height=720", "bays/0/openings/0/split=550"}));
    CHECK(repairs_of(tight) == Strings{"remove_shelf", "set_size", "no_kneehole"});
    CHECK(tight.repairs.at(1).edits.at(0).text() == "bays/0/height=770");
    CHECK(tight.repairs.at(1).edits.at(1).text() == "bays/0/openings/0/top=600");
    CHECK(allows("kneehole.height", with(bare_bay(), {"bays/0/openings/0/split=300"})));
}

TEST_CASE("kneehole.height: light under the board takes of it", "[rules]") {
    const Design lit = seat({"height=670", "bays/0/openings/0/led=true"});
    const Finding finding = refused("kneehole.height", kWhere, lit);
    CHECK(repairs_of(finding) == Strings{"no_light", "set_size", "no_kneehole"});
    CHECK(allows("kneehole.height", with(lit, {"height=690"})));
}

TEST_CASE("kneehole.width: 600 between the uprights", "[rules]") {
    const Finding narrow =
        check_limit({"kneehole.width", kWhere, "bays/0/width", seat()}, {"601", "600"}, "599.9");
    CHECK(repairs_of(narrow) == Strings{"set_size", "no_kneehole"});
    CHECK(narrow.repairs.at(0).edits.at(0).text() == "bays/0/width=600");
    CHECK(measured(narrow) == 599.9_mm);
    CHECK(allows("kneehole.width", with(seat({"bays/0/width=500"}), {kWhere + "=false"})));
}

TEST_CASE("kneehole.depth: 450 before the back are advised", "[rules]") {
    // A back of 4 and a joint stand behind the knees.
    const Finding shallow =
        check_limit({"kneehole.depth", kWhere, "bays/0/depth", seat()}, {"600", "455", "454.1"}, "454");
    CHECK(repairs_of(shallow) == Strings{"set_size", "no_kneehole"});
    CHECK(shallow.repairs.at(0).edits.at(0).text() == "bays/0/depth=455");
    CHECK(shallow.severity == Severity::advised);
    CHECK(allows("kneehole.depth", with(bare_bay(), {"depth=300"})));
}
