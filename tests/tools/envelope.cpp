// Envelopes: sectors by formula, and whatever opens stays within its own.
#include "tools/scene/envelope.h"

#include <filesystem>
#include <numbers>

#include <catch2/catch.hpp>

#include "model/base/file.h"
#include "model/build/motion.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tests/tools/designs.h"

using namespace maatkast;
using namespace maatkast::scene;
using namespace maatkast::test;

namespace {

const Envelope* of(const std::vector<Envelope>& all, std::int32_t opener) {
    const auto found = std::ranges::find(all, opener, &Envelope::opener);
    return found == all.end() ? nullptr : &*found;
}

glm::dvec3 metres(const Length3& at) {
    return {at.x.metres(), at.y.metres(), at.z.metres()};
}

/// Of a flat outline, by the cross products of its corners.
double area(const std::vector<glm::dvec3>& outline) {
    glm::dvec3 twice(0);
    for (std::size_t i = 0; i < outline.size(); ++i)
        twice += glm::cross(outline[i] - outline[0], outline[(i + 1) % outline.size()] - outline[0]);
    return glm::length(twice) / 2;
}

/// Metres from a point to a polygon in plan; below zero inside.
double outside(const std::vector<glm::dvec3>& outline, const glm::dvec3& p) {
    double nearest = 1e9;
    bool in = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::dvec2 a(outline[i].x, outline[i].z),
            b(outline[(i + 1) % outline.size()].x, outline[(i + 1) % outline.size()].z), q(p.x, p.z);
        const glm::dvec2 side = b - a;
        const double share =
            std::clamp(glm::dot(q - a, side) / std::max(glm::dot(side, side), 1e-12), 0.0, 1.0);
        nearest = std::min(nearest, glm::distance(q, a + side * share));
        if ((a.y > q.y) != (b.y > q.y) && q.x < a.x + (b.x - a.x) * (q.y - a.y) / (b.y - a.y)) in = !in;
    }
    return in ? -nearest : nearest;
}

glm::dvec3 moved(const Build& build, std::int32_t opener, const glm::dvec3& point, double open) {
    const std::vector<double> shares(build.openers.size(), open);
    return glm::dvec3(opener_matrix(build, opener, shares) * glm::dvec4(point, 1));
}

template <class See>
void each_build(See see) {
    for (const auto& entry : std::filesystem::directory_iterator(MAATKAST_ASSETS "/designs")) {
        INFO(entry.path().filename());
        see(build_parts(book(), read_design(book(), read_file(entry.path().string()).value()).value()));
    }
    for (std::size_t i = 0; i < random_count(60); ++i) {
        INFO("random " << i);
        see(build_parts(book(), random_design(book(), 99, i)));
    }
}

}  // namespace

TEST_CASE("A door's envelope is the sector of its width and its angle", "[envelope]") {
    std::size_t doors = 0;
    each_build([&](const Build& built) {
        const std::vector<Envelope> all = envelopes(built, {});
        for (const Leaf& leaf : built.leaves) {
            if (leaf.kind != LeafKind::door || leaf.opener < 0) continue;
            const Opener& opener = built.openers[static_cast<std::size_t>(leaf.opener)];
            const Envelope* envelope = of(all, leaf.opener);
            REQUIRE(envelope);
            if (envelope->shape != Envelope::Shape::sector) continue;
            const double width = leaf.size.x.metres(),
                         angle = opener.limit.degrees() * std::numbers::pi / 180;
            const double radius = glm::distance(envelope->outline[0], envelope->outline[1]);
            // From a pivot within the leaf's thickness of its edge to its far corner.
            CHECK(radius == Approx(width).margin(0.025));
            CHECK(area(envelope->outline) == Approx(radius * radius * angle / 2).epsilon(0.001));
            CHECK(envelope->rise.y == Approx(leaf.size.y.metres()));
            ++doors;
        }
    });
    CHECK(doors > random_count(100));
}

TEST_CASE("The corners of what turns stay within its envelope at each angle, and touch its edge",
          "[envelope]") {
    each_build([](const Build& built) {
        for (const Envelope& envelope : envelopes(built, {})) {
            if (envelope.shape == Envelope::Shape::volume || std::abs(envelope.rise.y) < 1e-6) continue;
            const glm::dvec3 pivot = envelope.outline.front();
            const double radius =
                envelope.shape == Envelope::Shape::sector ? glm::distance(pivot, envelope.outline[1]) : 1e9;
            for (const double open : {0.013, 0.2, 0.37, 0.5, 0.71, 0.94}) {
                double nearest = 1e9;
                for (const Leaf& leaf : built.leaves) {
                    if (leaf.opener < 0) continue;
                    std::int32_t root = leaf.opener;
                    while (built.openers[static_cast<std::size_t>(root)].parent >= 0)
                        root = built.openers[static_cast<std::size_t>(root)].parent;
                    if (root != envelope.opener) continue;
                    for (const double x : {0.0, leaf.size.x.metres()})
                        for (const double z : {0.0, leaf.size.z.metres()}) {
                            glm::dvec3 at =
                                moved(built, leaf.opener, metres(leaf.origin) + glm::dvec3(x, 0, z), open);
                            at.y = pivot.y;
                            const double off = outside(envelope.outline, at);
                            nearest = std::min(nearest, std::abs(off));
                            // Behind the hinge a leaf has its thickness, which no plan draws.
                            if (envelope.shape == Envelope::Shape::sector)
                                CHECK(glm::distance(at, pivot) <= radius + 1e-6);
                            else
                                CHECK(off < 1e-3);
                        }
                }
                if (envelope.shape == Envelope::Shape::sector) CHECK(nearest < 5e-4);
            }
        }
    });
}

TEST_CASE("What is pulled out takes its travel before its front", "[envelope]") {
    std::size_t drawers = 0;
    each_build([&](const Build& built) {
        const std::vector<Envelope> all = envelopes(built, {});
        for (std::size_t i = 0; i < built.openers.size(); ++i) {
            const Opener& opener = built.openers[i];
            const Envelope* envelope = of(all, static_cast<std::int32_t>(i));
            if (opener.kind == OpenerKind::slide && opener.axis == Axis::x) CHECK_FALSE(envelope);
            if (opener.kind != OpenerKind::slide || opener.axis != Axis::z || opener.parent >= 0) continue;
            REQUIRE(envelope);
            CHECK(envelope->shape == Envelope::Shape::volume);
            CHECK(glm::length(envelope->rise) == Approx(opener.travel.metres()));
            ++drawers;
            const auto leaf = std::ranges::find(built.leaves, static_cast<std::int32_t>(i), &Leaf::opener);
            if (leaf != built.leaves.end())
                CHECK(area(envelope->outline) == Approx(leaf->size.x.metres() * leaf->size.y.metres()));
        }
    });
    CHECK(drawers > 50);
}

TEST_CASE("Blocked is what a finding blocks, and it is drawn in another colour and crossed", "[envelope]") {
    const Design design =
        with(new_design(book(), {1219_mm, 2000_mm, 605_mm, 2}).value(), {"bays/0/fronts=left"});
    const Build built = build_parts(book(), design);
    Finding finding;
    finding.rule = "opener.clash";
    finding.where = "bays/0/fronts/0";
    const std::vector<Envelope> free = envelopes(built, {});
    const std::vector<Envelope> blocked = envelopes(built, std::vector{finding});
    REQUIRE(free.size() == blocked.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < free.size(); ++i) {
        CHECK_FALSE(free[i].blocked);
        const bool here = built.openers[static_cast<std::size_t>(blocked[i].opener)].bay == 0;
        CHECK(blocked[i].blocked == here);
        count += here;
    }
    CHECK(count == 1);
    finding.severity = Severity::noted;
    for (const Envelope& e : envelopes(built, std::vector{finding})) CHECK_FALSE(e.blocked);
    render::Scene before, after;
    EnvelopeMeshes(free).show(before);
    EnvelopeMeshes(blocked).show(after);
    CHECK(after.instances.size() > before.instances.size());
    for (const render::Instance& instance : after.instances)
        CHECK(after.materials[instance.material].alpha < 1);
}
