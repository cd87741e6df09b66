// What was saved before is kept, found again by its code, and brought back; two programs do not save over one
// another.

#include "tools/showroom/versions.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

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

std::vector<std::string> contents(const std::vector<Version>& versions) {
    std::vector<std::string> found;
    for (const Version& version : versions) found.push_back(read_file(version.path).value());
    return found;
}

/// A showroom on a file of its own.
struct FileStage : show::test::AppStage {
    TemporaryFolder home;
    FileStage() {
        folder = home / "designs";
        state = home / "state";
        path = folder + "/hall.json";
    }
    std::unique_ptr<App> start_on_file() {
        std::filesystem::create_directories(folder);
        const std::string wardrobe = std::string(MAATKAST_ASSETS) + "/designs/wardrobe.json";
        REQUIRE(write_file(path, read_file(wardrobe).value()));
        return start_again();
    }
};

}  // namespace

TEST_CASE("The last ten contents of a file are kept, each once, newest first", "[versions]") {
    const TemporaryFolder folder;
    const std::string path = folder / "d.json";
    for (int i = 0; i < 15; ++i) {
        REQUIRE(save_keeping(path, std::to_string(i)));
        REQUIRE(save_keeping(path, std::to_string(i)));  // equal content makes no version
    }
    std::vector<std::string> wanted;
    for (int i = 13; i > 3; --i) wanted.push_back(std::to_string(i));
    CHECK(contents(versions_of(path)) == wanted);
    // One that comes back is no older version any more, and what it replaced is the newest.
    REQUIRE(save_keeping(path, "10"));
    wanted.erase(std::ranges::find(wanted, "10"));
    wanted.insert(wanted.begin(), "14");
    CHECK(contents(versions_of(path)) == wanted);
    CHECK(versions_of(folder / "other.json").empty());
}

TEST_CASE("Whichever call fails, no content that was saved is lost", "[versions]") {
    for (const bool for_ever : {false, true})
        for (int nth = 0;; ++nth) {
            INFO(nth << for_ever);
            const TemporaryFolder folder;
            const std::string path = folder / "d.json";
            REQUIRE(save_keeping(path, "a"));
            REQUIRE(save_keeping(path, "b"));
            FailingDisk disk(nth, for_ever, ENOSPC);
            const bool saved = save_keeping(path, "a", disk).has_value();
            const std::string now = read_file(path).value();
            CHECK(now == (saved ? "a" : "b"));
            auto kept = contents(versions_of(path));
            if (!saved) CHECK(std::ranges::count(kept, "a") == 1);
            if (!disk.failed()) {
                CHECK(kept == std::vector<std::string>{"b"});
                break;
            }
        }
}

TEST_CASE("An earlier version is brought back as one step, and found by its code", "[versions]") {
    FileStage stage;
    const auto app = stage.start_on_file();
    const Design first = app->doc.design();
    const std::string code = app->code();
    CHECK(play(*app, "click width.plus\nclick save\nclick height.minus\n").empty());
    const Design changed = app->doc.design();
    CHECK(play(*app, "click open\nclick files.versions\nclick version.0\nexpect toast versie\n").empty());
    CHECK(app->doc.design() == first);
    CHECK(play(*app, "click undo\n").empty());
    CHECK(app->doc.design() == changed);
    CHECK(play(*app, fmt::format("click save\nclick open\ntype files.find {}\nwait\n", code)).empty());
    CHECK(app->doc.design() == first);
    CHECK(play(*app, "click undo\n").empty());
    CHECK(app->doc.design() == changed);
}

TEST_CASE("A version that was brought back outlives a crash, undo and all", "[versions]") {
    FileStage stage;
    auto app = stage.start_on_file();
    const Design first = app->doc.design();
    CHECK(play(*app, "click width.plus\nclick save\nclick open\nclick files.versions\nclick version.0\n")
              .empty());
    app.reset();
    app = stage.start_again();
    CHECK(play(*app, "click left.0.take\n").empty());
    CHECK(app->doc.design() == first);
    CHECK(play(*app, "click undo\nexpect width 258\nclick undo\nexpect width 253\n").empty());
}

TEST_CASE("Designs stand on the wall with a picture each, made once, and are found by name and code",
          "[versions]") {
    FileStage stage;
    auto app = stage.start_on_file();
    int made = 0;
    const auto paint = [&made](const Design&, render::Size size) {
        ++made;
        return render::Image{size, std::vector<std::uint8_t>(std::size_t{4} * size.width * size.height, 200)};
    };
    app->settings.make_thumbnail = paint;
    for (const char* name : {"bookcase", "dresser"})
        REQUIRE(write_file(fmt::format("{}/{}.json", stage.folder, name),
                           read_file(fmt::format("{}/designs/{}.json", MAATKAST_ASSETS, name)).value()));
    CHECK(play(*app, "click open\nwait 1\nexpect file.bookcase\nexpect file.dresser\nexpect file.hall\n")
              .empty());
    CHECK(made == 3);
    CHECK(app->settled());
    const std::string code = app->wall.matching("dresser").at(0).hash.substr(0, 6);
    CHECK(play(*app, "type files.find zzz\nexpect files.none zzz\nexpect-not file.dresser\n").empty());
    CHECK(play(*app, fmt::format("type files.find {}\nwait\nexpect name dresser\n", code)).empty());
    CHECK(play(*app, "click open\ntype files.find BOOK\nwait\nexpect name bookcase\n").empty());
    app.reset();
    app = stage.start_again();
    app->settings.make_thumbnail = paint;
    CHECK(play(*app, "click open\nwait 1\n").empty());
    CHECK(made == 3);  // they are kept
}

TEST_CASE("A design that is open in another program is only saved as a copy", "[versions]") {
    FileStage stage;
    auto app = stage.start_on_file();
    CHECK(play(*app, "expect-not read_only\n").empty());
    CHECK(DesignLock::take(stage.path).elsewhere());
    CHECK(play(*app, "click width.plus\nclick save\n").empty());
    CHECK(DesignLock::take(stage.path).elsewhere());  // of the new file too
    app.reset();

    auto other = std::make_unique<DesignLock>(DesignLock::take(stage.path));
    REQUIRE_FALSE(other->elsewhere());
    const std::string text = read_file(stage.path).value();
    app = stage.start_again();
    for (const render::Size size : {render::Size{1280, 720}, render::Size{960, 600}})
        CHECK(play(*app, "expect read_only\nexpect save_copy\n", size).empty());
    CHECK(play(*app, "click height.minus\nclick save_copy\nexpect toast hall-2\nexpect-not read_only\n")
              .empty());
    CHECK(app->doc.path() == stage.folder + "/hall-2.json");
    CHECK(read_file(app->doc.path()).value() == write_design(app->doc.design()));
    CHECK(read_file(stage.path).value() == text);
    CHECK(play(*app, "click open\nclick file.hall\nwait\nclick save\nexpect name hall-3\n").empty());
}

TEST_CASE("The lock of a program that was killed is in nobody's way", "[versions]") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "d.json", std::string_view("d")));
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const DesignLock lock = DesignLock::take(folder / "d.json");
        if (::write(ends[1], "x", 1) == 1) ::pause();
        ::_exit(0);
    }
    char told = 0;
    REQUIRE(::read(ends[0], &told, 1) == 1);
    CHECK(DesignLock::take(folder / "d.json").elsewhere());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK_FALSE(DesignLock::take(folder / "d.json").elsewhere());
}

TEST_CASE("A design that came with the program has the name in it, one of ours that of its file",
          "[versions]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    app->settings.examples = MAATKAST_ASSETS "/designs";
    CHECK(app->title_of(MAATKAST_ASSETS "/designs/sideboard.json", "Dressoir") == "Dressoir");
    CHECK(app->title_of(MAATKAST_ASSETS "/designs/../designs/sideboard.json", "Dressoir") == "Dressoir");
    CHECK(app->title_of("/shop/Hal.json", "Dressoir") == "Hal");
    CHECK(app->title_of("/shop/0a1b2c.json", "Dressoir") == "Dressoir");  // saved by code
    CHECK(app->title_of("", "") == app->words("ui.unnamed"));
}
