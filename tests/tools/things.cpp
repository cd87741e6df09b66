// What fills the cabinet in the picture, against its parts.
#include "tools/scene/things.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "model/build/kinds.h"
#include "model/design/edit.h"
#include "model/propose/propose.h"
#include "tests/model/build/overlap.h"
#include "tests/tools/designs.h"
#include "tools/commands/load.h"
#include "tools/scene/catalogue.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

struct Dressed {
    std::string name;
    Design design;
    Build build;
    std::vector<scene::Thing> things;
};

scene::ThingMeshes& meshes() {
    static scene::ThingMeshes made;
    return made;
}

Dressed dressed(std::string name, const Design& design) {
    Dressed out{std::move(name), design, build_parts(book(), design), {}};
    out.things = scene::make_things(book(), out.design, out.build, meshes());
    return out;
}

Design example(const std::string& name) {
    return commands::load_design(book(), std::string(MAATKAST_ASSETS) + "/designs/" + name + ".json").value();
}

/// The examples and a hundred random designs.
const std::vector<Dressed>& designs() {
    static const std::vector<Dressed> all = [] {
        std::vector<Dressed> made;
        std::set<std::string> names;
        for (const auto& file :
             std::filesystem::directory_iterator(std::string(MAATKAST_ASSETS) + "/designs"))
            names.insert(file.path().stem().string());
        for (const std::string& name : names) made.push_back(dressed(name, example(name)));
        for (std::uint64_t i = 0; i < random_count(100); ++i)
            made.push_back(dressed("random " + std::to_string(i), random_design(book(), 77, i)));
        return made;
    }();
    return all;
}

/// The axes that a thing's space is measured in: those of its bearer, which is turned about y only.
glm::dmat4 axes_of(const Dressed& d, const scene::Thing& thing) {
    const Part& bearer = d.build.parts[static_cast<std::size_t>(thing.bearer)];
    if (thing.bay < 0) return frame_matrix(d.build, bearer.frame);
    return scene::bay_frame(make_layout(book(), d.design), static_cast<std::size_t>(thing.bay));
}

/// Around a thing in some axes.
test::WorldBox box_in(const scene::Thing& thing, const glm::dmat4& axes) {
    const glm::dmat4 matrix = glm::inverse(axes) * glm::dmat4(thing.at);
    test::WorldBox box;
    for (const render::Vertex& vertex : thing.mesh->mesh.vertices) {
        const glm::dvec3 point(matrix * glm::dvec4(vertex.position, 1));
        box.least = glm::min(box.least, point);
        box.most = glm::max(box.most, point);
    }
    return box;
}

/// A thing's box in its axes, grown, as a solid in the world.
test::Convex solid_of(const test::WorldBox& box, const glm::dmat4& axes, double by) {
    const glm::dvec3 least = box.least - by, most = box.most + by;
    const std::vector<glm::dvec2> plan{
        {least.z, least.x}, {most.z, least.x}, {most.z, most.x}, {least.z, most.x}};
    return test::convex(test::drawn_out(plan, Axis::y, least.y, most.y - least.y, axes));
}

bool inside(const std::vector<glm::dvec2>& polygon, const glm::dvec2& p) {
    int turns = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const glm::dvec2 &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        const double side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
        if (a.y <= p.y && b.y > p.y && side > 0) ++turns;
        if (a.y > p.y && b.y <= p.y && side < 0) --turns;
    }
    return turns != 0;
}

double top_of(const Part& part) {
    return (part.origin.y + part.size.y).metres();
}

std::size_t triangles(const std::vector<scene::Thing>& things) {
    std::size_t sum = 0;
    for (const scene::Thing& thing : things) sum += thing.mesh->mesh.indices.size() / 3;
    return sum;
}

bool has_shape(const Dressed& d, std::int32_t bay, std::int32_t opening, scene::ThingShape shape) {
    return std::ranges::any_of(d.things, [&](const scene::Thing& thing) {
        return thing.bay == bay && thing.opening == opening && thing.mesh->recipe.shape == shape;
    });
}

/// How far a point is from the surface of a rail's tube, whose section is as high as it is and as round.
double off_tube(const Part& rail, const glm::dvec3& point) {
    const double round = rail.size.z.metres() / 2, top = top_of(rail), low = rail.origin.y.metres();
    const glm::dvec2 at(point.y, point.z - rail.origin.z.metres() - round);
    const double straight = std::clamp(at.x, low + round, top - round);
    return glm::length(at - glm::dvec2(straight, 0)) - round;
}

using scene::ThingShape;
const std::vector<scene::ThingRecipe>& recipes() {
    static const std::vector<scene::ThingRecipe> all = [] {
        std::set<scene::ThingRecipe> found;
        for (const Dressed& d : designs())
            for (const scene::Thing& thing : d.things) found.insert(thing.mesh->recipe);
        return std::vector(found.begin(), found.end());
    }();
    return all;
}

}  // namespace

TEST_CASE("no thing comes nearer than its clearance to any part but its bearer", "[things]") {
    constexpr double kGrown = 0.002 - 1e-4;  // what was promised, less rounding
    std::size_t looked = 0;
    for (const Dressed& d : designs())
        for (const scene::Thing& thing : d.things) {
            const glm::dmat4 axes = axes_of(d, thing);
            const test::WorldBox own = box_in(thing, axes);
            const test::Convex grown = solid_of(own, axes, kGrown);
            for (std::size_t i = 0; i < d.build.parts.size(); ++i) {
                const Part& part = d.build.parts[i];
                if (static_cast<std::int32_t>(i) == thing.bearer) continue;
                const test::WorldBox other = test::world_box(d.build, part);
                if (glm::any(glm::lessThan(other.most, grown.least - 0.05)) ||
                    glm::any(glm::greaterThan(other.least, grown.most + 0.05)))
                    continue;
                ++looked;
                // What lies just under the bearer is not what a thing stands beside.
                if (!thing.hangs && other.most.y < own.least.y) continue;
                INFO(d.name << ": " << part.name.view() << ", bay " << thing.bay << " opening "
                            << thing.opening << " shape " << static_cast<int>(thing.mesh->recipe.shape));
                CHECK_FALSE(test::overlap({grown}, test::convex_solids(d.build, part)));
            }
        }
    CHECK(looked > random_count(5'000));
}

TEST_CASE("nothing is put where someone's knees go", "[things]") {
    const Design design = with(example("home_office"), {"bays/1/height=1200", "bays/1/openings/0/split=700"});
    REQUIRE(design.bays[1].kneehole);
    const Dressed desk = dressed("desk", design);
    std::size_t above = 0;
    for (const scene::Thing& thing : desk.things) {
        if (thing.bay != 1) continue;
        CHECK(thing.opening != 0);
        ++above;
    }
    CHECK(above > 0);
}

TEST_CASE("what opens passes by the things, which stay where they are", "[things]") {
    for (const Dressed& d : designs())
        for (const double share : {0.15, 0.4, 0.7, 1.0}) {
            const std::vector<double> open(d.build.openers.size(), share);
            for (const scene::Thing& thing : d.things) {
                const glm::dmat4 axes = axes_of(d, thing);
                const test::Convex own = solid_of(box_in(thing, axes), axes, 0);
                for (const Part& part : d.build.parts) {
                    if (part.opener < 0) continue;
                    const test::WorldBox other = test::world_box(d.build, part, open);
                    if (glm::any(glm::lessThan(other.most, own.least)) ||
                        glm::any(glm::greaterThan(other.least, own.most)))
                        continue;
                    INFO(d.name << ": " << part.name.view() << " open " << share << ", bay " << thing.bay
                                << " opening " << thing.opening);
                    CHECK_FALSE(test::overlap({own}, test::convex_solids(d.build, part, open)));
                }
            }
        }
}

TEST_CASE("a thing stands on its board, or on another thing, and inside its edges", "[things]") {
    for (const Dressed& d : designs())
        for (const scene::Thing& thing : d.things) {
            if (thing.hangs) continue;
            INFO(d.name << ": bay " << thing.bay << " opening " << thing.opening << " shape "
                        << static_cast<int>(thing.mesh->recipe.shape));
            const Part& board = d.build.parts[static_cast<std::size_t>(thing.bearer)];
            INFO("on " << board.name.view());
            const glm::dmat4 axes = axes_of(d, thing);
            const test::WorldBox own = box_in(thing, axes);
            const double gap = own.least.y - top_of(board);
            const bool on_board = gap > 1e-4 && gap < 5e-4;
            const bool on_thing = std::ranges::any_of(d.things, [&](const scene::Thing& other) {
                const test::WorldBox below = box_in(other, axes);
                const glm::dvec3 middle = (own.least + own.most) / 2.0;
                return &other != &thing && other.bearer == thing.bearer && own.least.y > below.least.y &&
                       own.least.y < below.most.y + 1e-3 && middle.x > below.least.x &&
                       middle.x < below.most.x && middle.z > below.least.z && middle.z < below.most.z;
            });
            CHECK((on_board || on_thing));
            if (!on_board) continue;
            const auto outline = test::outline_points(d.build, board, Axis::y);
            const glm::dmat4 to_board = glm::inverse(frame_matrix(d.build, board.frame)) * axes;
            for (const double x : {own.least.x, own.most.x})
                for (const double z : {own.least.z, own.most.z}) {
                    const glm::dvec3 corner(to_board * glm::dvec4(x, own.least.y, z, 1));
                    CHECK(inside(outline, {corner.z, corner.x}));
                }
        }
}

TEST_CASE("clothes hang on the tube of their rail, over whatever is below", "[things]") {
    std::size_t hanging = 0;
    for (const Dressed& d : designs())
        for (const scene::Thing& thing : d.things) {
            if (!thing.hangs) continue;
            ++hanging;
            INFO(d.name << ": bay " << thing.bay << " opening " << thing.opening);
            const Part& rail = d.build.parts[static_cast<std::size_t>(thing.bearer)];
            REQUIRE(rail.kind == PartKind::rail);
            const glm::dmat4 to_rail = glm::inverse(frame_matrix(d.build, rail.frame)) * glm::dmat4(thing.at);
            double nearest = 1e9;
            for (const render::Vertex& vertex : thing.mesh->mesh.vertices)
                nearest =
                    std::min(nearest, off_tube(rail, glm::dvec3(to_rail * glm::dvec4(vertex.position, 1))));
            CHECK(nearest > 1e-4);
            CHECK(nearest < 1e-3);
        }
    CHECK(hanging > 50);
}

TEST_CASE("no two things of a compartment run into each other", "[things]") {
    for (const Dressed& d : designs())
        for (std::size_t i = 0; i < d.things.size(); ++i)
            for (std::size_t k = i + 1; k < d.things.size(); ++k) {
                const scene::Thing &a = d.things[i], &b = d.things[k];
                if (a.bay != b.bay || a.opening != b.opening) break;
                // Branches stand in their vase; cloth gives way to cloth.
                if (b.mesh->recipe.shape == ThingShape::branches || (a.hangs && b.hangs)) continue;
                const glm::dmat4 axes = axes_of(d, a);
                const test::WorldBox p = box_in(a, axes), q = box_in(b, axes);
                const glm::dvec3 shared = glm::min(p.most, q.most) - glm::max(p.least, q.least);
                INFO(d.name << ": bay " << a.bay << " opening " << a.opening << " shapes "
                            << static_cast<int>(a.mesh->recipe.shape) << " "
                            << static_cast<int>(b.mesh->recipe.shape));
                CHECK_FALSE(std::min({shared.x, shared.y, shared.z}) > 1e-4);
            }
}

TEST_CASE("the same design is dressed the same, to the bit", "[things]") {
    for (const char* name : {"wardrobe", "u_dressing_room", "dresser"}) {
        const Design design = example(name);
        const Build build = build_parts(book(), design);
        scene::ThingMeshes one, other;
        // Meshes that were made before in another order change nothing.
        scene::make_things(book(), example("bookcase"), build_parts(book(), example("bookcase")), other);
        const auto a = scene::make_things(book(), design, build, one),
                   b = scene::make_things(book(), design, build, other);
        REQUIRE(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            CHECK(a[i].mesh->key == b[i].mesh->key);
            CHECK(a[i].mesh->mesh.key() == b[i].mesh->mesh.key());
            CHECK(a[i].at == b[i].at);
            CHECK(a[i].scheme == b[i].scheme);
        }
    }
}

TEST_CASE("an edit in one bay leaves the things in the others as they are", "[things]") {
    struct Seen {
        std::uint64_t key;
        std::uint32_t scheme;
        glm::dvec3 at;  // from the left of its bay
        bool operator==(const Seen& other) const {
            return key == other.key && scheme == other.scheme && glm::distance(at, other.at) < 2e-5;
        }
    };
    const auto in_bays = [](const Dressed& d, std::int32_t but) {
        std::vector<Seen> list;
        const Layout layout = make_layout(book(), d.design);
        for (const scene::Thing& thing : d.things) {
            if (thing.bay == but) continue;
            const double left = layout.bays[static_cast<std::size_t>(thing.bay)].left.metres();
            list.push_back({thing.mesh->key, thing.scheme, glm::dvec3(thing.at[3]) - glm::dvec3(left, 0, 0)});
        }
        return list;
    };
    struct Case {
        const char *design, *edit;
        std::int32_t bay;
    };
    for (const Case& c :
         {Case{"wardrobe", "bays/1/width=520", 1}, Case{"wardrobe", "bays/2/openings/1/remove", 2},
          Case{"bookcase", "bays/0/width=610", 0}, Case{"bookcase", "bays/1/openings/2/contents=files", 1},
          Case{"wardrobe", "finish/carcase=white", -2}}) {
        INFO(c.design << " " << c.edit);
        const Dressed before = dressed("before", example(c.design)),
                      after = dressed("after", with(example(c.design), {c.edit}));
        CHECK(in_bays(before, c.bay).size() > 5);
        CHECK((in_bays(before, c.bay) == in_bays(after, c.bay)));
    }
}

TEST_CASE("an opening holds what the design says", "[things]") {
    struct Case {
        const char* contents;
        ThingShape shape;
    };
    for (const Case& c : {Case{"paperback", ThingShape::books}, Case{"octavo", ThingShape::books},
                          Case{"quarto", ThingShape::books}, Case{"lp", ThingShape::records},
                          Case{"files", ThingShape::file}, Case{"folded", ThingShape::stack},
                          Case{"shoes", ThingShape::shoe}, Case{"crockery", ThingShape::plates}}) {
        INFO(c.contents);
        const Design design =
            with(example("lp_wall"), {"bays/1/openings/2/contents=" + std::string(c.contents)});
        CHECK(has_shape(dressed("said", design), 1, 2, c.shape));
    }
    const Dressed said = dressed("sliding_wardrobe", example("sliding_wardrobe"));
    CHECK(has_shape(said, 0, 0, ThingShape::shoe));
    CHECK(has_shape(said, 1, 2, ThingShape::stack));
    CHECK(std::ranges::any_of(said.things,
                              [](const scene::Thing& t) { return t.bay == 0 && t.opening == 1 && t.hangs; }));
    // Short ones where the design says so.
    for (const scene::Thing& thing : said.things)
        if (thing.bay == 2 && thing.hangs) CHECK(thing.mesh->recipe.b < 900);
}

TEST_CASE("drawers, trays and pull-outs hold nothing", "[things]") {
    for (const Dressed& d : designs())
        for (const scene::Thing& thing : d.things) {
            if (thing.bay < 0) continue;
            const Bay& bay = d.design.bays[static_cast<std::size_t>(thing.bay)];
            CHECK(bay.openings[static_cast<std::size_t>(thing.opening)].interior.kind->keeps !=
                  Keeps::in_boxes);
        }
}

TEST_CASE("a filled wardrobe keeps to its triangles", "[things]") {
    for (const char* name : {"wardrobe", "sliding_wardrobe", "u_dressing_room", "low_room_wardrobe"}) {
        const Dressed d = dressed(name, example(name));
        INFO(name << ": " << triangles(d.things) << " triangles, " << d.things.size() << " things");
        CHECK(d.things.size() > 20);
        CHECK(triangles(d.things) <= (std::string(name) == "u_dressing_room" ? 120'000 : 60'000));
    }
}

/// Bodies of a mesh, joined where their vertices stand in one point.
std::vector<double> body_volumes(const scene::RoomMesh& mesh) {
    std::map<std::tuple<float, float, float>, std::size_t> points;
    std::vector<std::size_t> parent;
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    std::vector<std::size_t> at;
    for (const render::Vertex& v : mesh.vertices) {
        const auto [known, fresh] =
            points.try_emplace({v.position.x, v.position.y, v.position.z}, parent.size());
        if (fresh) parent.push_back(parent.size());
        at.push_back(known->second);
    }
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (const std::size_t k : {1U, 2U})
            parent[root(at[mesh.indices[i + k]])] = root(at[mesh.indices[i]]);
    std::map<std::size_t, double> volumes;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) {
            return glm::dvec3(mesh.vertices[mesh.indices[i + k]].position);
        };
        volumes[root(at[mesh.indices[i]])] += glm::dot(corner(0), glm::cross(corner(1), corner(2))) / 6;
    }
    std::vector<double> all;
    for (const auto& entry : volumes) all.push_back(entry.second);
    return all;
}

TEST_CASE("every body of every thing is solid and faces outwards", "[things]") {
    CHECK(recipes().size() > 40);
    scene::ThingMeshes made;
    for (const scene::ThingRecipe& recipe : recipes()) {
        const scene::ThingMesh& mesh = made.get(recipe);
        INFO(static_cast<int>(recipe.shape) << " " << static_cast<int>(recipe.variant) << " " << recipe.a
                                            << " " << recipe.b << " " << recipe.c);
        for (const double volume : body_volumes(mesh.mesh)) CHECK(volume > 0);
        for (const render::Vertex& vertex : mesh.mesh.vertices) {
            CHECK(glm::length(vertex.normal) == Approx(1).margin(1e-3));
            // The middle of a slot, so that no two colours run together.
            CHECK(std::abs(vertex.uv.x * scene::kSlots - std::floor(vertex.uv.x * scene::kSlots) - 0.5F) <
                  1e-4F);
        }
    }
}

TEST_CASE("different recipes have different keys", "[things]") {
    std::set<std::uint64_t> keys;
    scene::ThingMeshes made;
    for (const scene::ThingRecipe& recipe : recipes()) keys.insert(made.get(recipe).key);
    CHECK(keys.size() == recipes().size());
    const auto* first = &made.get(recipes().front());
    CHECK(first == &made.get(recipes().front()));
}

TEST_CASE("the largest rectangle in a plan", "[things]") {
    const std::vector<glm::dvec2> l{{0, 0}, {3, 0}, {3, 1}, {1, 1}, {1, 4}, {0, 4}};
    const scene::PlanRect first = scene::largest_rect(l, {});
    CHECK((first.most - first.least) == glm::dvec2(1, 4));
    const scene::PlanRect second = scene::largest_rect(l, first);
    CHECK(second.least == glm::dvec2(1, 0));
    CHECK(second.most == glm::dvec2(3, 1));
    CHECK(scene::largest_rect(l, {{-1, -1}, {5, 5}}).empty());
}
