#include "model/base/file.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/model/base/temporary_folder.h"

using namespace maatkast;
using maatkast::test::TemporaryFolder;

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
