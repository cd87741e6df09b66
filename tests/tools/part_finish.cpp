// Finishes of single parts: the edit that is offered changes the part that was pointed at, and what it is
// one with, and nothing else.
#include "tools/showroom/part_finish.h"

#include <set>

#include <catch2/catch.hpp>

#include "tests/tools/app_stage.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

using Stage = show::test::AppStage;

Design example(const std::string& name) {
    return commands::load_design(maatkast::test::book(),
                                 std::string(MAATKAST_ASSETS) + "/designs/" + name + ".json")
        .value();
}

}  // namespace

TEST_CASE("the finish of a part reaches that part, and only parts of its kind and its place", "[finish]") {
    for (const char* name : {"wardrobe", "sliding_wardrobe", "corner_wardrobe", "lp_wall"}) {
        const Design design = example(name);
        const Build before = build_parts(maatkast::test::book(), design);
        std::set<std::string> paths;
        for (std::size_t i = 0; i < before.parts.size(); ++i) {
            const auto at = finish_of_part(design, before, static_cast<int>(i));
            if (!at || !paths.insert(at->path).second) continue;
            INFO(name << " " << before.parts[i].name.view() << " " << at->path);
            const std::string other =
                maatkast::test::book().finishes[before.parts[i].finish].id == "birch" ? "oak" : "birch";
            const auto changed = apply(maatkast::test::book(), design, Edit{at->path, other});
            REQUIRE(changed);
            const Build after = build_parts(maatkast::test::book(), *changed);
            REQUIRE(after.parts.size() == before.parts.size());
            CHECK(maatkast::test::book().finishes[after.parts[i].finish].id == other);
            for (std::size_t k = 0; k < before.parts.size(); ++k)
                if (after.parts[k].finish != before.parts[k].finish)
                    CHECK(before.parts[k].bay == before.parts[i].bay);
            CHECK(finish_of_part(*changed, after, static_cast<int>(i))->own == other);
            // Taken back, it is the design that it was.
            const auto exceptions = without_exceptions(*changed, at->group);
            CHECK(std::ranges::find(exceptions, Edit{at->path, "none"}) != exceptions.end());
            CHECK(apply(maatkast::test::book(), *changed, Edit{at->path, "none"}) == design);
        }
        CHECK(paths.size() > 5);
    }
}

TEST_CASE("each sliding leaf is finished by itself", "[finish]") {
    const Design design = example("sliding_wardrobe");
    const Build build = build_parts(maatkast::test::book(), design);
    std::set<std::string> paths;
    for (const Leaf& leaf : build.leaves)
        if (leaf.kind == LeafKind::sliding)
            paths.insert(finish_of_part(design, build, static_cast<int>(leaf.first_part))->path);
    CHECK(paths.size() == static_cast<std::size_t>(design.sliding[0].leaves));
    CHECK(paths.contains("sliding/0/leaves/1/finish"));
}

TEST_CASE("a part is chosen in the picture and gets a finish of its own, which is taken back", "[finish]") {
    Stage stage;
    const auto app = stage.start();
    const Design start = app->doc.design();
    CHECK(play(*app,
               "key 1\nclick tab.2\nwait\nclick 455 200\nwait\nexpect reach.0 selected\nclick finish.oak\n"
               "wait\nexpect finish.oak selected\n")
              .empty());
    CHECK(app->doc.design().finish == start.finish);
    std::vector<Edit> exceptions = without_exceptions(app->doc.design(), FinishGroup::fronts);
    REQUIRE(exceptions.size() == 1);
    CHECK(play(*app, "click follow\n").empty());
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "click finish.oak\nclick reach.1\nwait\nexpect exceptions\nclick exceptions\n").empty());
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "click finish.oak\n").empty());
    CHECK(app->doc.design().finish.fronts == "oak");
}
