// What the showroom does while no picture can be drawn: nothing is lost, it is tried again, and it says so.

#include "tools/showroom/outage.h"

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tests/tools/app_stage.h"
#include "tools/showroom/window.h"

using namespace maatkast;
using namespace maatkast::show;

namespace {

const std::vector<double> kPauses = WindowOptions().pauses;

bool says(App& app, std::string_view key) {
    return play(app, fmt::format("expect toast {}\n", app.words(key))).empty();
}

std::string path_in(const Message& message) {
    REQUIRE(message.values.size() == 1);
    return std::get<std::string>(message.values[0].second);
}

std::size_t files_in(const std::string& folder) {
    if (!std::filesystem::exists(folder)) return 0;
    const std::filesystem::directory_iterator files(folder);
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace

TEST_CASE("a design that is in no file goes to safety at the first frame that cannot be drawn", "[outage]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    REQUIRE(play(*app, "click width.plus\n").empty());
    Outage outage(*app, "card", kPauses);
    CHECK_FALSE(outage.lasts());
    outage.frame_failed();
    CHECK(outage.lasts());
    const std::string path = path_in(outage.farewell());
    CHECK(read_file(path).value() == write_design(app->doc.design()));
    CHECK_FALSE(app->doc.saved());  // what the customer has is as before, undo and file too
    CHECK(app->doc.path().empty());
    CHECK(files_in(stage.folder) == 1);
}

TEST_CASE("a design that is in its file is safe", "[outage]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    app->save();
    Outage outage(*app, "card", kPauses);
    outage.frame_failed();
    CHECK(path_in(outage.farewell()) == app->doc.path());
    CHECK(files_in(stage.folder) == 1);
    REQUIRE(app->edit("width", "2400"));
    outage.frame_drawn("card");
    outage.frame_failed();
    CHECK(path_in(outage.farewell()) != app->doc.path());
    CHECK(files_in(stage.folder) == 2);
}

TEST_CASE("where the folder takes nothing, the design goes to the one for temporary files", "[outage]") {
    show::test::AppStage stage{.folder = "/proc/maatkast"};
    const auto app = stage.start();
    Outage outage(*app, "card", kPauses);
    outage.frame_failed();
    const std::string path = path_in(outage.farewell());
    CHECK(read_file(path).value() == write_design(app->doc.design()));
    std::filesystem::remove(path);
}

TEST_CASE("it is tried again for some seconds, longer each time, and from the beginning after a frame",
          "[outage]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    Outage outage(*app, "card", kPauses);
    const auto pauses = [&] {
        std::vector<double> waited;
        for (double pause = outage.frame_failed(); !outage.hopeless(); pause = outage.frame_failed())
            waited.push_back(pause);
        return waited;
    };
    CHECK(std::ranges::is_sorted(kPauses));
    CHECK(std::accumulate(kPauses.begin(), kPauses.end(), 0.0) > 5);
    CHECK(pauses() == kPauses);
    outage.frame_drawn("card");
    CHECK_FALSE(outage.hopeless());
    CHECK(pauses() == kPauses);
}

TEST_CASE("a picture that is back and another device are said in every language, and nothing else is",
          "[outage]") {
    show::test::AppStage stage;
    const auto app = stage.start();
    Outage outage(*app, "card", kPauses);
    outage.frame_drawn("card");
    CHECK(play(*app, "expect-not toast\n").empty());
    outage.frame_failed();
    outage.frame_drawn("card");
    CHECK(says(*app, "ui.picture_back"));
    outage.frame_failed();
    outage.frame_drawn("processor");
    CHECK(says(*app, "ui.other_device"));
    for (const Texts& texts : app->settings.texts)
        for (const char* key : {"ui.picture_away", "ui.picture_back", "ui.other_device", "problem.drawing",
                                "problem.drawing.unsaved"})
            CHECK(texts.has(key));
}
