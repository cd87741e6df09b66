// finish.front, and what a mirror weighs
#include <fmt/format.h>

#include "model/design/design_io.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

const Leaf& only_leaf(const Build& built) {
    REQUIRE(built.leaves.size() == 1);
    return built.leaves.front();
}

Design sliding(const Strings& edits = {}) {
    Design design = with(
        bare_bay(), {"height=2400", "depth=650", "bays/0/width=900", "bays/0/duplicate", "sliding/add=0-1"});
    return with(design, edits);
}

}  // namespace

TEST_CASE("finish.front: a mirror is for plain fronts only", "[rules]") {
    CHECK(allows("finish.front", with(bare_bay(), {"bays/0/fronts=left", "finish/fronts=mirror"})));
    for (const std::string path : {"finish/carcase", "finish/shelves", "finish/drawers", "worktop",
                                    "ends/left", "ends/right", "bays/0/finish"}) {
        const Finding found = refused("finish.front", path, with(bare_bay(), {path + "=mirror"}));
        CHECK(std::get<Key>(found.measured).key == "finish.mirror");
    }
    const Strings shelf{"bays/0/openings/0/split=1000", "bays/0/openings/0/finish=mirror"};
    refused("finish.front", "bays/0/openings/0/finish", with(bare_bay(), shelf));
    const Strings framed{"bays/0/fronts=left", "bays/0/fronts/0/finish=mirror",
                         "bays/0/fronts/0/style=panelled"};
    refused("finish.front", "bays/0/fronts/0", with(bare_bay(), framed));
}

TEST_CASE("A mirror door weighs 10 kg a square metre of glass and its chipboard", "[rules]") {
    for (const auto& [thickness, board] : {std::pair{19_mm, 15.0}, {16_mm, 12.0}}) {
        const Build built =
            build(book(), with(bare_bay(), {"bays/0/fronts=left", "finish/fronts=mirror",
                                            fmt::format("thickness/fronts={}", thickness.mm())}));
        const Leaf& door = only_leaf(built);
        const double area = door.size.x.metres() * door.size.y.metres();
        CHECK(door.mass == Approx(area * (10 + board / 1000 * 650)).epsilon(0.002));
    }
    // 634 by 1917 by 19: 24 kg, and no hinges bear more than 22. White it would weigh 15.
    const Design heavy = with(bare_bay(), {"bays/0/fronts=left", "finish/fronts=mirror"});
    CHECK(only_leaf(build(book(), heavy)).mass == Approx(0.635 * 1.917 * 19.75).epsilon(0.005));
    refused("door.hinges", "bays/0/fronts/0", heavy);
    CHECK(allows("door.hinges", with(heavy, {"finish/fronts=white"})));
}

TEST_CASE("A mirror comes in the thicknesses that it is glued to, whoever asks for it", "[rules]") {
    const Design thick = with(bare_bay(), {"bays/0/fronts=left", "thickness/fronts=25"});
    CHECK(allows("board.thickness", thick));
    for (const std::string edit : {"finish/fronts=mirror", "bays/0/fronts/0/finish=mirror"}) {
        const Finding found = refused("board.thickness", "thickness/fronts", with(thick, {edit}));
        CHECK(std::get<Length>(found.limit) == 19_mm);
    }
}

TEST_CASE("One sliding leaf may have a finish of its own", "[fronts]") {
    const Design design =
        sliding({"finish/fronts=oak", "sliding/0/leaves=3", "sliding/0/leaves/1/finish=mirror"});
    std::vector<std::string> finishes;
    for (const Leaf& leaf : build(book(), design).leaves) finishes.push_back(book().finishes[leaf.finish].id);
    CHECK(finishes == std::vector<std::string>{"oak", "mirror", "oak"});
    CHECK(read_design(book(), write_design(design)).value() == design);
    // What follows the rest again is forgotten; in a mirror the last leaf is the first.
    CHECK(with(design, {"sliding/0/leaves/1/finish=none"}) ==
          sliding({"finish/fronts=oak", "sliding/0/leaves=3"}));
    const Design last = with(design, {"sliding/0/leaves/1/finish=none", "sliding/0/leaves/2/finish=mirror"});
    CHECK(with(last, {"mirror"}).sliding[0].finish_of(0) == "mirror");
    CHECK(with(last, {"mirror", "mirror"}) == last);
}
