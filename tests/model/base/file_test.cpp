#include "model/base/file.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/model/base/temporary_folder.h"
#include "tests/model/base/test_disks.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

std::string read_refusal(const std::string& path, std::size_t most = 100) {
    const auto read = read_file(path, most);
    REQUIRE_FALSE(read);
    CHECK(read.error().front().where == path);
    return read.error().front().message.key;
}

std::string write_refusal(const std::string& path) {
    const auto written = write_file(path, std::string_view("new"));
    REQUIRE_FALSE(written);
    CHECK(written.error().front().where == path);
    return written.error().front().message.key;
}

std::ptrdiff_t entries(const TemporaryFolder& folder) {
    return std::distance(std::filesystem::directory_iterator(folder.path()), {});
}

}  // namespace

TEST_CASE("What cannot be read is refused, each for its reason", "[file]") {
    const TemporaryFolder folder;
    CHECK(read_refusal(folder / "missing") == "file.missing");
    CHECK(read_refusal(folder.path().string()) == "file.folder");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(read_refusal(folder / "pipe") == "file.special");
    CHECK(read_refusal("/dev/zero") == "file.special");
}

TEST_CASE("A file as large as the limit is read, one byte more is not", "[file]") {
    const TemporaryFolder folder;
    const std::string text(100'000, 'x');
    REQUIRE(write_file(folder / "f", text));
    CHECK(read_file(folder / "f", text.size()).value() == text);
    CHECK(read_refusal(folder / "f", text.size() - 1) == "file.too_large");
}

TEST_CASE("Writing replaces the whole file and leaves nothing beside it", "[file]") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "f", std::string_view("a longer text")));
    REQUIRE(write_file(folder / "f", std::string_view("short")));
    CHECK(read_file(folder / "f").value() == "short");
    CHECK(entries(folder) == 1);
}

TEST_CASE("A full disk is reported", "[file]") {
    CHECK(write_refusal("/dev/full") == "file.not_written");
}

TEST_CASE("What cannot be written leaves what was there", "[file]") {
    const TemporaryFolder folder;
    CHECK(write_refusal(folder / "no/such/f") == "file.not_writable");
    std::filesystem::create_directory(folder / "target");
    REQUIRE(write_file(folder / "target/kept", std::string_view("old")));
    CHECK(write_refusal(folder / "target") == "file.folder");
    CHECK(read_file(folder / "target/kept").value() == "old");
    CHECK(entries(folder) == 1);
}

namespace {

/// Writes over a file with each call in turn refused; what must hold after each.
void refuse_each_call(bool for_ever, int error) {
    for (int nth = 0;; ++nth) {
        const TemporaryFolder folder;
        REQUIRE(write_file(folder / "f", std::string_view("the old text")));
        FailingDisk disk(nth, for_ever, error);
        const auto written = write_file(folder / "f", std::string_view("the new text, longer"), disk);
        INFO(nth << ": " << strerror(error));
        const std::string now = read_file(folder / "f").value();
        CHECK(now == (written ? "the new text, longer" : "the old text"));
        if (!disk.failed()) break;
        if (!written) CHECK(written.error().front().message.key.starts_with("file.not_writ"));
        CHECK(write_file(folder / "f", std::string_view("a third text")));  // the program goes on
        CHECK(read_file(folder / "f").value() == "a third text");
    }
}

}  // namespace

TEST_CASE("Whichever call fails, once or for ever, the old file is whole or the new one is", "[file]") {
    for (const int error : {ENOSPC, EIO, EROFS}) {
        refuse_each_call(false, error);
        refuse_each_call(true, error);
    }
}

TEST_CASE("After a power failure at any moment the old file is there or the new one, whole", "[file]") {
    const TemporaryFolder folder;
    const std::string path = folder / "f", old_text(300, 'o'), new_text(500, 'n');
    REQUIRE(write_file(path, old_text));
    RecordingDisk disk;
    REQUIRE(write_file(path, new_text, disk));
    const auto calls = disk.calls();
    REQUIRE(calls.size() >= 5);
    std::size_t seen = 0;
    for (std::size_t done = 0; done <= calls.size(); ++done)
        for (const DiskState& state : states_after({{path, old_text}}, std::span(calls).first(done))) {
            ++seen;
            REQUIRE(state.contains(path));
            const bool is_new = state.at(path) == new_text;
            CHECK((is_new || state.at(path) == old_text));
            if (done == calls.size()) CHECK(is_new);  // what was acknowledged is there
        }
    CHECK(seen > 12);
}

TEST_CASE("The states after a power failure hold what goes wrong without a sync", "[file]") {
    // The same protocol without its syncs: the test above has to see it fail.
    using Call = RecordingDisk::Call;
    const std::vector<Call> calls{{Call::Kind::create, "/d/p", "", 1},
                                  {Call::Kind::write, "", "", 1, "new!"},
                                  {Call::Kind::rename, "/d/p", "/d/f"}};
    const auto states = states_after({{"/d/f", "old"}}, calls);
    CHECK(states.contains(DiskState{{"/d/f", ""}}));
    CHECK(states.contains(DiskState{{"/d/f", "ne"}}));
    CHECK(states.contains(DiskState{{"/d/f", std::string(4, '\0')}}));
    CHECK(states.contains(DiskState{{"/d/f", "old"}, {"/d/p", "new!"}}));
}

TEST_CASE("A file that a dead process left beside the target is in nobody's way", "[file]") {
    const TemporaryFolder folder;
    const std::string partial = (folder / "f.") + std::to_string(::getpid()) + ".partial";
    REQUIRE(write_file(partial, std::string_view("half")));
    CHECK(write_file(folder / "f", std::string_view("whole")));
    CHECK(entries(folder) == 1);
}
