#include <bit>
#include <cstring>
#include <limits>
#include <map>
#include <numbers>
#include <set>

#include <assimp/Importer.hpp>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <nlohmann/json.hpp>

#include "model/build/motion.h"
#include "model/design/design_io.h"
#include "tests/model/export/cabinet.h"

using namespace maatkast;
using namespace maatkast::test;
using Json_ = nlohmann::json;

namespace {

/// A reader of its own, held to the specification and not to the writer.
struct Glb {
    Json_ json;
    std::vector<std::uint8_t> binary;

    explicit Glb(const std::vector<std::uint8_t>& bytes) {
        const auto word = [&](std::size_t at) {
            std::uint32_t out = 0;
            REQUIRE(at + 4 <= bytes.size());
            std::memcpy(&out, bytes.data() + at, 4);
            return out;
        };
        REQUIRE(word(0) == 0x46546C67);
        REQUIRE(word(4) == 2);
        REQUIRE(word(8) == bytes.size());
        const std::size_t json_size = word(12);
        REQUIRE(json_size % 4 == 0);
        REQUIRE(word(16) == 0x4E4F534A);
        const std::size_t binary_at = 28 + json_size;
        REQUIRE(word(24 + json_size) == 0x004E4942);
        REQUIRE(binary_at + word(20 + json_size) == bytes.size());
        json = Json_::parse(bytes.begin() + 20, bytes.begin() + static_cast<std::ptrdiff_t>(20 + json_size));
        binary.assign(bytes.begin() + static_cast<std::ptrdiff_t>(binary_at), bytes.end());
    }

    const Json_& node(const std::string& name) const {
        for (const Json_& node : json["nodes"])
            if (node["name"] == name) return node;
        FAIL("no node " << name);
        return json;
    }

    /// The floats of an accessor, all inside the binary chunk.
    std::vector<float> floats(std::size_t number) const {
        const Json_& accessor = json["accessors"][number];
        REQUIRE(accessor["componentType"] == 5126);
        const std::map<std::string, std::size_t> sizes{{"SCALAR", 1}, {"VEC2", 2}, {"VEC3", 3}, {"VEC4", 4}};
        const Json_& view = json["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        std::vector<float> out(accessor["count"].get<std::size_t>() * sizes.at(accessor["type"]));
        const std::size_t offset = accessor.value("byteOffset", 0u);
        REQUIRE(offset + out.size() * 4 <= view["byteLength"].get<std::size_t>());
        const std::size_t at = view.value("byteOffset", 0u) + offset;
        REQUIRE(at + out.size() * 4 <= binary.size());
        std::memcpy(out.data(), binary.data() + at, out.size() * 4);
        return out;
    }

    std::vector<std::uint32_t> indices(std::size_t number) const {
        const Json_& accessor = json["accessors"][number];
        REQUIRE(accessor["componentType"] == 5123);
        const Json_& view = json["bufferViews"][accessor["bufferView"].get<std::size_t>()];
        std::vector<std::uint16_t> out(accessor["count"].get<std::size_t>());
        const std::size_t at = view.value("byteOffset", 0u) + accessor.value("byteOffset", 0u);
        REQUIRE(at + out.size() * 2 <= binary.size());
        std::memcpy(out.data(), binary.data() + at, out.size() * 2);
        return {out.begin(), out.end()};
    }
};

struct Bounds {
    aiVector3D least{1e9f, 1e9f, 1e9f}, most{-1e9f, -1e9f, -1e9f};
    std::set<std::string> names;
    int meshes = 0;

    void add(const aiScene& scene, const aiNode& node, const aiMatrix4x4& above) {
        const aiMatrix4x4 here = above * node.mTransformation;
        names.insert(node.mName.C_Str());
        if (node.mNumMeshes) ++meshes;
        for (unsigned m = 0; m < node.mNumMeshes; ++m)
            for (unsigned v = 0; v < scene.mMeshes[node.mMeshes[m]]->mNumVertices; ++v) {
                const aiVector3D p = here * scene.mMeshes[node.mMeshes[m]]->mVertices[v];
                least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
                most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
            }
        for (unsigned i = 0; i < node.mNumChildren; ++i) add(scene, *node.mChildren[i], here);
    }
};

Bounds read_with_assimp(const std::vector<std::uint8_t>& bytes) {
    Assimp::Importer importer;
    const aiScene* scene = importer.ReadFileFromMemory(bytes.data(), bytes.size(), 0, "glb");
    INFO(importer.GetErrorString());
    REQUIRE(scene != nullptr);
    Bounds bounds;
    bounds.add(*scene, *scene->mRootNode, aiMatrix4x4());
    return bounds;
}

/// Of another book or another build than the small ones, with oak's picture.
std::vector<std::uint8_t> glb_of(const Book& book, const Build& build) {
    const Design design = small_design();
    const HardwareMeshes hardware = small_hardware();
    const MeshSet meshes = make_meshes(hardware, build);
    const std::vector<EncodedTexture> textures{white_pixel("oak")};
    return write_glb({book, design, build, meshes, textures}, {}).value();
}

void check_box(const Bounds& b, std::array<double, 3> least, std::array<double, 3> most) {
    for (unsigned i = 0; i < 3; ++i) {
        CHECK(b.least[i] == Approx(least[i]).margin(0.00001));
        CHECK(b.most[i] == Approx(most[i]).margin(0.00001));
    }
}

}  // namespace

TEST_CASE("A model read back by Assimp has every part, and the cabinet's size") {
    const Bounds bounds = read_with_assimp(small_glb({}));
    for (const char* name : {"cabinet", "upright0", "upright1", "bottom", "door0", "door0_front",
                             "door0_knob", "drawer0", "drawer0_front"})
        CHECK(bounds.names.contains(name));
    CHECK(bounds.meshes == 6);
    check_box(bounds, {-0.5, 0, 0}, {0.5, 2.0, 0.6});
}

TEST_CASE("An open model: the door swings out to the left, the drawer comes forward") {
    // The door's far edge, 1 m from the pivot, stands 1 m in front of it; its outer face looks to the left.
    check_box(read_with_assimp(small_glb({.bare = true, .open = 1})), {-0.5, 0, 0}, {0.5, 2.0, 1.6});
    Glb glb(small_glb({.bare = true, .open = 0.5}));
    CHECK(glb.node("drawer0")["translation"] == Json_({0.0, 0.0, 0.8}));
}

TEST_CASE("The root is identity and bears the design, openers stand at their pivots") {
    const Glb glb(small_glb({}));
    CHECK(glb.json["scenes"][0]["nodes"] == Json_({0}));
    const Json_& root = glb.json["nodes"][0];
    for (const char* member : {"translation", "rotation", "scale", "matrix", "mesh"})
        CHECK(!root.contains(member));
    CHECK(root["extras"]["design"] == design_hash(small_design()));
    CHECK(root["extras"]["book_version"] == "7");
    CHECK(root["extras"]["size_mm"] == Json_({1000.0, 2000.0, 600.0}));
    CHECK(glb.node("door0")["translation"] == Json_({-0.5, 0.0, 0.6}));
    CHECK(glb.node("door0")["children"].size() == 2);
    CHECK(glb.node("bottom")["extras"]["part"] == "bottom");
}

TEST_CASE("Equal parts of one finish share a mesh") {
    const Glb glb(small_glb({}));
    CHECK(glb.node("upright0")["mesh"] == glb.node("upright1")["mesh"]);
    CHECK(glb.json["meshes"].size() == 5);
}

TEST_CASE("Least and most of positions and key times are exact") {
    const Glb glb(small_glb({}));
    int checked = 0;
    for (std::size_t i = 0; i < glb.json["accessors"].size(); ++i) {
        const Json_& accessor = glb.json["accessors"][i];
        if (!accessor.contains("min")) continue;
        const std::size_t components = accessor["min"].size();
        const std::vector<float> values = glb.floats(i);
        for (std::size_t c = 0; c < components; ++c) {
            float least = std::numeric_limits<float>::max(), most = std::numeric_limits<float>::lowest();
            for (std::size_t at = c; at < values.size(); at += components) {
                least = std::min(least, values[at]);
                most = std::max(most, values[at]);
            }
            CHECK(accessor["min"][c].get<float>() == least);
            CHECK(accessor["max"][c].get<float>() == most);
            ++checked;
        }
    }
    CHECK(checked >= 15);
}

TEST_CASE("Animations: all first, then each opener, from closed to the limit in 1.2 s, in one hemisphere") {
    const Glb glb(small_glb({}));
    const Json_& animations = glb.json["animations"];
    REQUIRE(animations.size() == 3);
    CHECK(animations[0]["name"] == "open_all");
    CHECK(animations[0]["channels"].size() == 2);
    CHECK(animations[1]["name"] == "open_door0");
    const Json_& sampler = animations[1]["samplers"][0];
    CHECK(glb.floats(sampler["input"]) == std::vector<float>{0, 1.2f});
    const std::vector<float> q = glb.floats(sampler["output"]);
    REQUIRE(q.size() == 8);
    CHECK(q[3] == 1);
    CHECK(q[5] == Approx(-std::sqrt(0.5)));  // about y, clockwise seen from above
    CHECK(q[7] == Approx(std::sqrt(0.5)));
    const std::vector<float> slide = glb.floats(animations[2]["samplers"][0]["output"]);
    CHECK(slide == std::vector<float>{0, 0, 0.6f, 0, 0, 1.0f});
}

TEST_CASE("When all opens a sliding leaf goes first, what it hid follows, and what stays hidden stays in") {
    Build build = small_build();
    Opener& leaf = build.openers[0];
    leaf.kind = OpenerKind::slide;
    leaf.axis = Axis::x;
    leaf.sliding = 0;
    leaf.travel = 1000_mm;
    build.parts[4].origin = {-450_mm, 500_mm, 100_mm};  // behind it, between the uprights
    build.parts[4].size.x = 900_mm;
    build.openers[1].travel = 600_mm;
    const Glb glb(glb_of(small_book(), build));
    const Json_& samplers = glb.json["animations"][0]["samplers"];
    REQUIRE(samplers.size() == 2);
    for (const Json_& sampler : samplers)
        CHECK(glb.floats(sampler["input"]) == std::vector<float>{0, 0.6f, 1.2f});
    CHECK(glb.floats(samplers[0]["output"]) ==
          std::vector<float>{-0.5f, 0, 0.6f, -1.5f, 0, 0.6f, -1.5f, 0, 0.6f});
    CHECK(glb.floats(samplers[1]["output"]) == std::vector<float>{0, 0, 0.6f, 0, 0, 0.6f, 0, 0, 1.2f});
    // Each alone as ever.
    CHECK(glb.floats(glb.json["animations"][2]["samplers"][0]["input"]) == std::vector<float>{0, 1.2f});
    // A leaf that goes half as far hides the drawer still.
    build.openers[0].travel = 500_mm;
    const Glb hidden(glb_of(small_book(), build));
    CHECK(hidden.json["animations"][0]["channels"].size() == 1);
    CHECK(hidden.json["animations"].size() == 3);
}

TEST_CASE("A textured finish carries its image at its real size, and only it has UV") {
    const Glb glb(small_glb({}));
    const auto attributes = [&](const char* node) {
        return glb.json["meshes"][glb.node(node)["mesh"].get<std::size_t>()]["primitives"][0]["attributes"];
    };
    CHECK(attributes("door0_front").contains("TEXCOORD_0"));
    CHECK(!attributes("bottom").contains("TEXCOORD_0"));
    REQUIRE(glb.json["images"].size() == 1);
    const auto& view = glb.json["bufferViews"][glb.json["images"][0]["bufferView"].get<std::size_t>()];
    CHECK(view["byteLength"] == white_pixel("oak").bytes.size());
    for (const Json_& material : glb.json["materials"])
        if (material["name"] == "oak") {
            const Json_& texture = material["pbrMetallicRoughness"]["baseColorTexture"];
            CHECK(texture["extensions"]["KHR_texture_transform"]["scale"] == Json_({1.0, 2.0}));
        }
}

TEST_CASE("Colours are linear, and held where viewers can show them") {
    const Glb glb(small_glb({}));
    std::map<std::string, double> red;
    for (const Json_& material : glb.json["materials"])
        if (material["pbrMetallicRoughness"].contains("baseColorFactor"))
            red[material["name"]] = material["pbrMetallicRoughness"]["baseColorFactor"][0];
    CHECK(red.at("white") == Approx(0.896269).margin(1e-6));  // sRGB 243, not 255
    CHECK(red.at("black") == Approx(0.012983).margin(1e-6));  // sRGB 30, not 0
}

TEST_CASE("Glass lets see through, nothing else does") {
    Book book = small_book();
    book.finishes[2].look.transmission = 0.75;
    Build build = small_build();
    build.parts[3].finish = 2;
    const Glb glb(glb_of(book, build));
    std::size_t clear = 0;
    for (const Json_& material : glb.json["materials"]) {
        const bool glass = material["name"] == "blue";
        CHECK(material.contains("extensions") == glass);
        if (!glass) continue;
        CHECK(material["extensions"]["KHR_materials_transmission"]["transmissionFactor"] == 0.75);
        CHECK(material["pbrMetallicRoughness"]["baseColorFactor"][3] == 1);
        ++clear;
    }
    CHECK(clear == 1);
    CHECK(glb.json["extensionsUsed"].dump().find("KHR_materials_transmission") != std::string::npos);
}

TEST_CASE(
    "Solid wood shows its ends, plywood its layers, in a picture of their own; what is banded does not") {
    Book book = small_book();
    for (Finish& finish : book.finishes) finish.edge_per_metre = {100};
    book.finishes[1].edge_per_metre = {};
    book.materials.push_back({.id = "oak", .cut = "oak_ends"});
    const Design design = small_design();
    const Build build = small_build();
    const MeshSet meshes = make_meshes(small_hardware(), build);
    for (const bool layered : {false, true}) {
        book.materials[0].layered = layered;
        const Glb glb(
            write_glb({book, design, build, meshes, {white_pixel("oak"), white_pixel("oak_ends")}}, {})
                .value());
        const auto primitives = [&](const char* node) {
            return glb.json["meshes"][glb.node(node)["mesh"].get<std::size_t>()]["primitives"];
        };
        CHECK(primitives("upright0").size() == 1);
        const Json_ door = primitives("door0_front");
        REQUIRE(door.size() == 2);
        const std::vector<std::uint32_t> body = glb.indices(door[0]["indices"]),
                                         cut = glb.indices(door[1]["indices"]);
        CHECK(body.size() + cut.size() == 3 * kBoardTriangles);
        REQUIRE(cut.size() == (layered ? 24 : 12));
        // The grain runs up, the face looks to the front: ends look up and down, layers to the sides too.
        const std::vector<float> normals = glb.floats(door[1]["attributes"]["NORMAL"]);
        for (const std::uint32_t corner : cut) {
            CHECK(normals[3 * corner + 2] == 0);
            if (!layered) CHECK(std::abs(normals[3 * corner + 1]) == 1);
        }
        const Json_& material = glb.json["materials"][door[1]["material"].get<std::size_t>()];
        const Json_& texture = material["pbrMetallicRoughness"]["baseColorTexture"];
        CHECK(texture["extensions"]["KHR_texture_transform"]["scale"] == Json_({2.0, 2.0}));
        CHECK(glb.json["images"].size() == 2);
        CHECK(door[1]["attributes"].contains("TEXCOORD_0"));
        CHECK(door[1].contains("extensions"));  // all of a front takes another finish
    }
    const Glb bare(write_glb({book, design, build, meshes, {}}, {.bare = true}).value());
    for (const Json_& mesh : bare.json["meshes"]) CHECK(mesh["primitives"].size() == 1);
}

TEST_CASE("A mirror is of metal before and what its back is behind") {
    Book book = small_book();
    book.finishes[2].look.metallic = 1;
    book.finishes[2].behind = 0;
    Build build = small_build();
    build.parts[3].finish = 2;
    const Glb glb(glb_of(book, build));
    const Json_ door = glb.json["meshes"][glb.node("door0_front")["mesh"].get<std::size_t>()]["primitives"];
    REQUIRE(door.size() == 2);
    const auto surface = [&](std::size_t i) {
        return glb.json["materials"][door[i]["material"].get<std::size_t>()]["pbrMetallicRoughness"];
    };
    CHECK(surface(0).value("metallicFactor", 1.0) == 1);  // the default need not be written
    CHECK(surface(1)["metallicFactor"] == 0);
    CHECK(glb.indices(door[1]["indices"]).size() == 30);
    const std::vector<float> normals = glb.floats(door[1]["attributes"]["NORMAL"]);
    for (const std::uint32_t corner : glb.indices(door[1]["indices"])) CHECK(normals[3 * corner + 2] <= 0);
}

TEST_CASE("What hangs on another opener opens with it, in one animation") {
    Build build = small_build();
    build.openers[1].parent = 0;
    const Glb glb(glb_of(small_book(), build));
    const Json_& animations = glb.json["animations"];
    REQUIRE(animations.size() == 2);
    CHECK(animations[1]["name"] == "open_door0");
    CHECK(animations[1]["channels"].size() == 2);
}

TEST_CASE("A chain that goes in two steps has a key where its lead ends") {
    Build build = small_build();
    build.openers[0].lead = 25;
    build.openers[1].parent = 0;
    build.openers[1].kind = OpenerKind::hinge;
    build.openers[1].axis = Axis::y;
    build.openers[1].limit = Angle::of_degrees(90);
    build.openers[1].before = Angle::of_degrees(60);
    build.openers[1].lead = 25;
    const Glb glb(glb_of(small_book(), build));
    const Json_& own = glb.json["animations"].back();  // whether all can open at once is another matter
    REQUIRE(own["name"] == "open_door0");
    const Json_& samplers = own["samplers"];
    REQUIRE(samplers.size() == 2);
    const std::vector<float> times = glb.floats(samplers[0]["input"]);
    REQUIRE(times.size() == 3);
    CHECK(times[1] == Approx(0.25 * times[2]));
    CHECK(samplers[1]["input"] == samplers[0]["input"]);
    // The first waits; the second turns 60° the one way, then to 90° the other.
    const std::vector<float> waits = glb.floats(samplers[0]["output"]),
                             folds = glb.floats(samplers[1]["output"]);
    REQUIRE(waits.size() == 12);
    CHECK(waits[3] == waits[7]);
    CHECK(folds[5] == Approx(-std::sin(std::numbers::pi / 6)));
    CHECK(folds[9] == Approx(std::sin(std::numbers::pi / 4)));
}

TEST_CASE("What hangs on an opener of another frame stands where its parts do, at every share") {
    Build build = small_build();
    build.frames = {{{300_mm, 0_mm, 700_mm}, Angle::of_degrees(-90), {}}};
    build.openers[1].parent = 0;
    build.openers[1].kind = OpenerKind::hinge;
    build.openers[1].axis = Axis::y;
    build.openers[1].limit = Angle::of_degrees(70);
    build.openers[1].frame = 0;
    build.parts[4].frame = 0;
    for (const double open : {0.0, 0.4, 1.0}) {
        const std::vector<double> shares(2, open);
        const auto node = [&](std::int32_t opener) {
            const Pose at = pose(build, opener, open);
            const glm::dquat turn(at.rotation.w, at.rotation.x, at.rotation.y, at.rotation.z);
            return glm::translate(glm::dmat4(1), at.translation) * glm::mat4_cast(turn);
        };
        const glm::dvec4 seen(0.1, 0.2, 0.3, 1);  // from the second one's pivot
        const glm::dvec3 by_nodes(node(0) * node(1) * seen);
        const glm::dvec4 at = seen + glm::dvec4(0, 0, 0.6, 0);
        const glm::dvec3 by_part(part_matrix(build, build.parts[4], shares) * at);
        CHECK(glm::distance(by_nodes, by_part) < 1e-12);
        if (open == 0) CHECK(glm::distance(by_part, glm::dvec3(frame_matrix(build, 0) * at)) < 1e-12);
    }
}

TEST_CASE("Fronts come in the book's plain colours, and nothing is required to read the file") {
    const Glb glb(small_glb({}));
    const Json_& variants = glb.json["extensions"]["KHR_materials_variants"]["variants"];
    REQUIRE(variants.size() == 4);
    CHECK(variants[0]["name"] == "oak");
    CHECK(!glb.json.contains("extensionsRequired"));
    CHECK(glb.json["extensionsUsed"].size() == 3);
}

TEST_CASE("Bare: no texture, variant or animation") {
    const Glb glb(small_glb({.bare = true}));
    for (const char* member : {"animations", "images", "textures", "extensions", "extensionsUsed"})
        CHECK(!glb.json.contains(member));
}

TEST_CASE("A missing texture is named") {
    const Build build = small_build();
    const Book book = small_book();
    const MeshSet meshes = make_meshes(small_hardware(), build);
    const auto result = write_glb({book, small_design(), build, meshes, {}}, {});
    REQUIRE(!result);
    REQUIRE(result.error().size() == 1);
    CHECK(result.error()[0].where == "oak");
    CHECK(write_glb({book, small_design(), build, meshes, {}}, {.bare = true}).has_value());
}

TEST_CASE("The same input gives the same bytes") {
    CHECK(small_glb({}) == small_glb({}));
    CHECK(small_glb({.compression = GlbOptions::Compression::meshopt}) ==
          small_glb({.compression = GlbOptions::Compression::meshopt}));
}

TEST_CASE("A compressed model says what it needs and holds the same nodes") {
    const Glb plain(small_glb({})), packed(small_glb({.compression = GlbOptions::Compression::meshopt}));
    CHECK(packed.json["extensionsRequired"] == Json_({"EXT_meshopt_compression", "KHR_mesh_quantization"}));
    CHECK(packed.json["nodes"] == plain.json["nodes"]);
    CHECK(packed.json["buffers"][0]["byteLength"].get<std::size_t>() <= packed.binary.size());
    CHECK(packed.binary.size() < plain.binary.size());
}

TEST_CASE("A pose moves points about the pivot") {
    const Build build = small_build();
    const Pose half = pose(build, 0, 0.5);
    CHECK(half.rotation.y == Approx(-std::sin(std::acos(-1.0) / 8)));
    CHECK(glm::length(half.rotation) == Approx(1));
    CHECK(half.translation == glm::dvec3(build.openers[0].pivot.x.metres(), build.openers[0].pivot.y.metres(),
                                         build.openers[0].pivot.z.metres()));
    CHECK(pose(build, 1, 0.25).translation.z - pose(build, 1, 0).translation.z == Approx(0.1));
    CHECK(pose(build, 0, 0).rotation == glm::dvec4(0, 0, 0, 1));
}
