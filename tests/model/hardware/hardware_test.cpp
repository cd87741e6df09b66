#include "model/hardware/hardware.h"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "model/hardware/obj_reader.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A tetrahedron with corners at the origin and 10, 20, 30 mm along the axes.
constexpr const char* kTetrahedron =
    "mtllib /etc/passwd\nv 0 0 0\nv 0.01 0 0\nv 0 0.02 0\nv 0 0 0.03\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n";

/// A folder that is gone when the test is over.
class Folder {
  public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("maatkast_hardware_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    OrProblems<HardwareMeshes> load(std::string_view obj, Length3 size = {10_mm, 20_mm, 30_mm}) const {
        std::ofstream(path_ / "thing.obj") << obj;
        Book book;
        book.models.push_back({"thing", {}, size});
        return load_hardware(book, path_.string());
    }
    std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

std::vector<std::string> keys(const OrProblems<HardwareMeshes>& result) {
    std::vector<std::string> out;
    if (!result)
        for (const Problem& problem : result.error()) out.push_back(problem.message.key);
    return out;
}

}  // namespace

TEST_CASE("A closed OBJ is loaded, centred, and keeps its volume") {
    const auto hardware = Folder().load(kTetrahedron);
    REQUIRE(hardware);
    const HardwareMesh& mesh = hardware->meshes.at(0);
    const Solid solid{mesh.vertices, mesh.indices};
    CHECK(wrong_edges(solid) == 0);
    CHECK(volume(solid) == Approx(0.01 * 0.02 * 0.03 / 6));
    CHECK(box(solid)[0] == -box(solid)[1]);
    CHECK(box(solid)[1] == glm::vec3(0.005f, 0.01f, 0.015f));
    for (const Vertex& v : mesh.vertices) CHECK(glm::length(v.normal) == Approx(1));
}

TEST_CASE("A mesh with a hole, a doubled face or a turned one is refused") {
    const Folder folder;
    const std::string whole = kTetrahedron;
    CHECK(keys(folder.load(whole.substr(0, whole.rfind("f ")))) == std::vector<std::string>{"hardware.open"});
    CHECK(keys(folder.load(whole + "f 2 3 4\n")) == std::vector<std::string>{"hardware.open"});
    CHECK(keys(folder.load(whole.substr(0, whole.rfind("f ")) + "f 2 4 3\n")) ==
          std::vector<std::string>{"hardware.open"});
}

TEST_CASE("A box that is not the book's is refused beyond 0.01 mm, and each axis is named") {
    const Folder folder;
    CHECK(keys(folder.load(kTetrahedron, {10_mm, Length{201}, Length{299}})) ==
          std::vector<std::string>{"hardware.size", "hardware.size"});
    std::string near = kTetrahedron;
    near.replace(near.find("0.01 "), 5, "0.010009 ");
    CHECK(folder.load(near).has_value());
    near.replace(near.find("0.010009"), 8, "0.010012");
    CHECK(keys(folder.load(near)) == std::vector<std::string>{"hardware.size"});
}

TEST_CASE("Nonsense and missing files are refused, not crashed on") {
    const Folder folder;
    CHECK(!folder.load(""));
    CHECK(!folder.load("v 1 2\nf 1 2 3\n"));
    CHECK(!folder.load("<?xml version=\"1.0\"?><COLLADA/>"));
    Book book;
    book.models.push_back({"absent", {}, {10_mm, 10_mm, 10_mm}});
    const auto result = load_hardware(book, folder.path());
    REQUIRE(!result);
    CHECK(result.error().at(0).where.ends_with("absent.obj"));
}

TEST_CASE("Another file has another content") {
    std::string other = kTetrahedron;
    other.replace(other.find("f 1 3 2"), 7, "f 3 2 1");
    const auto a = Folder().load(kTetrahedron), b = Folder().load(other), again = Folder().load(kTetrahedron);
    REQUIRE((a && b && again));
    CHECK(a->meshes[0].content != b->meshes[0].content);
    CHECK(a->meshes[0].content == again->meshes[0].content);
}
