#include "model/hardware/hardware.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "model/hardware/ply_reader.h"
#include "tests/model/mesh/solid.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// A tetrahedron with corners at the origin and 10, 20, 30 mm along the axes.
const std::string kCorners = "0 0 0 0 0 -1\n0.01 0 0 1 0 0\n0 0.02 0 0 2 0\n0 0 0.03 0 0 1\n";
const std::string kSides = "3 0 2 1\n3 0 1 3\n3 0 3 2\n3 1 2 3\n";

/// A file of four vertices (place and normal) and as many faces as there are lines.
std::string ply(const std::string& faces, const std::string& vertices = kCorners) {
    return "ply\nformat ascii 1.0\ncomment TextureFile /etc/passwd\nelement vertex 4\nproperty float x\n"
           "property float y\nproperty float z\nproperty float nx\nproperty float ny\nproperty float nz\n"
           "element face " +
           std::to_string(std::ranges::count(faces, '\n')) +
           "\nproperty list uchar uint vertex_indices\nend_header\n" + vertices + faces;
}

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

    OrProblems<HardwareMeshes> load(std::string_view text, Length3 size = {10_mm, 20_mm, 30_mm}) const {
        std::ofstream(path_ / "thing.ply") << text;
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

TEST_CASE("A closed PLY is loaded, centred, and keeps its volume") {
    const auto hardware = Folder().load(ply(kSides));
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
    const std::string three = kSides.substr(0, kSides.rfind("3 1 2 3"));
    for (const std::string& sides : {three, kSides + "3 1 2 3\n", three + "3 1 3 2\n"})
        CHECK(keys(folder.load(ply(sides))) == std::vector<std::string>{"hardware.open"});
}

TEST_CASE("A mesh without normals is refused") {
    std::string bare = ply(kSides, "0 0 0\n0.01 0 0\n0 0.02 0\n0 0 0.03\n");
    for (const char* name : {"nx", "ny", "nz"}) {
        const std::string line = std::string("property float ") + name + "\n";
        bare.erase(bare.find(line), line.size());
    }
    CHECK(keys(Folder().load(bare)) == std::vector<std::string>{"hardware.normal"});
}

TEST_CASE("A box that is not the book's is refused beyond 0.01 mm, and each axis is named") {
    const Folder folder;
    CHECK(keys(folder.load(ply(kSides), {10_mm, Length{201}, Length{299}})) ==
          std::vector<std::string>{"hardware.size", "hardware.size"});
    std::string near = kCorners;
    near.replace(near.find("0.01 "), 5, "0.010009 ");
    CHECK(folder.load(ply(kSides, near)).has_value());
    near.replace(near.find("0.010009"), 8, "0.010012");
    CHECK(keys(folder.load(ply(kSides, near))) == std::vector<std::string>{"hardware.size"});
}

TEST_CASE("Nonsense and missing files are refused, not crashed on") {
    const Folder folder;
    CHECK(!folder.load(""));
    CHECK(!folder.load("ply\nformat ascii 1.0\nelement vertex 1\nend_header\n1 2\n"));
    CHECK(!folder.load(ply("3 0 1 9\n")));
    CHECK(!folder.load(ply(kSides).substr(0, 300)));
    CHECK(!folder.load("<?xml version=\"1.0\"?><COLLADA/>"));
    Book book;
    book.models.push_back({"absent", {}, {10_mm, 10_mm, 10_mm}});
    const auto result = load_hardware(book, folder.path());
    REQUIRE(!result);
    CHECK(result.error().at(0).where.ends_with("absent.ply"));
}

TEST_CASE("Another file has another content") {
    std::string other = kSides;
    other.replace(0, 7, "3 2 1 0");
    const auto a = Folder().load(ply(kSides)), b = Folder().load(ply(other)),
               again = Folder().load(ply(kSides));
    REQUIRE((a && b && again));
    CHECK(a->meshes[0].content != b->meshes[0].content);
    CHECK(a->meshes[0].content == again->meshes[0].content);
}
