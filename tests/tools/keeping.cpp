// The showroom offers what a crash left, and says what is wrong with a disk; driven by the robot.

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tests/model/base/temporary_folder.h"
#include "tests/model/base/test_disks.h"
#include "tests/tools/app_stage.h"

using namespace maatkast;
using namespace maatkast::show;
using maatkast::test::FailingDisk;
using maatkast::test::TemporaryFolder;

namespace {

struct KeepingStage : show::test::AppStage {
    TemporaryFolder home;
    KeepingStage() {
        folder = home / "designs";
        state = home / "state";
    }
};

std::size_t files_in(const std::string& folder) {
    if (!std::filesystem::exists(folder)) return 0;
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("What was not saved is offered at the next start, taken up with its undo, and gone once saved",
          "[keeping]") {
    KeepingStage stage;
    auto app = stage.start();
    CHECK(play(*app, "expect-not left.card\nclick width.plus\nclick height.minus\nclick undo\n").empty());
    const Design wanted = app->doc.design(), start = [&] {
        History back = app->doc.history();
        while (back.can_undo()) back.undo();
        return back.current();
    }();
    app.reset();

    app = stage.start_again();
    CHECK(app->doc.design() == start);
    CHECK(play(*app, "expect left.0 3 wijzigingen\nclick left.later\nexpect-not left.card\n").empty());
    app.reset();

    app = stage.start_again();
    CHECK(play(*app, "click left.0.take\nexpect-not left.card\nexpect width 258\n").empty());
    CHECK(app->doc.design() == wanted);
    CHECK(play(*app, "click redo\nclick undo\nclick undo\n").empty());
    CHECK(app->doc.design() == start);
    CHECK_FALSE(app->doc.can_undo());
    CHECK(play(*app, "click redo\nclick save\nexpect toast Bewaard\n").empty());
    app.reset();

    app = stage.start_again();
    CHECK(play(*app, "expect-not left.card\n").empty());
    CHECK(files_in(stage.state + "/journals") == 0);
}

TEST_CASE("What is thrown away is not offered again, and another one still is", "[keeping]") {
    KeepingStage stage;
    auto app = stage.start();
    CHECK(play(*app, "click width.plus\n").empty());
    app.reset();
    app = stage.start_again();
    CHECK(play(*app, "click open\nexpect-not left.card\nclick files.left\nexpect left.card\n").empty());
    CHECK(play(*app, "click left.later\nclick width.minus\n").empty());
    app.reset();
    app = stage.start_again();
    REQUIRE(app->left_work.size() == 2);
    CHECK(play(*app, "click left.0.throw\nexpect left.0 1 wijziging\nexpect-not left.1\n").empty());
    app.reset();
    app = stage.start_again();
    CHECK(app->left_work.size() == 1);
}

TEST_CASE("Opening another design keeps what was not saved of this one", "[keeping]") {
    KeepingStage stage;
    auto app = stage.start();
    std::filesystem::create_directories(stage.folder);
    REQUIRE(write_file(stage.folder + "/other.json", write_design(app->doc.design())));
    CHECK(play(*app, "click width.plus\nclick open\nclick file.other\nwait\n").empty());
    CHECK(app->doc.path() == stage.folder + "/other.json");
    app.reset();
    app = stage.start_again();
    CHECK(play(*app, "expect left.0 1 wijziging\nclick left.0.take\nexpect width 258\n").empty());
}

TEST_CASE("A disk that takes nothing is told in one sentence, in each language, and the work goes on",
          "[keeping]") {
    for (const int language : {0, 1, 2}) {
        KeepingStage stage;
        FailingDisk disk(0, true, ENOSPC);
        stage.disk = &disk;
        const auto app = stage.start();
        CHECK(play(*app, fmt::format("click language.{}\nclick width.plus\n", language)).empty());
        const std::string words = app->words(Message{"ui.journal_away", {{"reason", strerror(ENOSPC)}}});
        CHECK(play(*app, fmt::format("expect toast {}\n", words)).empty());
        CHECK(play(*app, "wait 5\nclick width.plus\nwait 1\nexpect-not toast\nexpect width 263\n").empty());
        CHECK(play(*app, "click save\nexpect toast " + std::string(strerror(ENOSPC)) + "\n").empty());
        CHECK_FALSE(app->doc.saved());
        CHECK(files_in(stage.folder) == 0);
        disk.cure();
        CHECK(play(*app, "wait 5\nclick save\nwait 0.1\n").empty());
        CHECK(app->doc.saved());
        CHECK(files_in(stage.folder) == 1);
    }
}
