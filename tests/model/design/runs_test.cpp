// Runs: which bays stand on which wall, and how long that is.
#include "model/design/runs.h"

#include <catch2/catch.hpp>

#include "model/design/words.h"
#include "tests/model/rules/rules.h"

using namespace maatkast;
using namespace maatkast::test;

namespace {

/// Bays 600 wide of these shapes; boards 19.
Design row(const std::vector<BayShape>& shapes) {
    Design design = bare_bay();
    design.bays.resize(shapes.size(), design.bays[0]);
    for (std::size_t i = 0; i < shapes.size(); ++i) design.bays[i].shape = shapes[i];
    return design;
}

constexpr BayShape s = BayShape::straight, c = BayShape::corner_l, e = BayShape::end_round;

}  // namespace

TEST_CASE("There is one run more than corners, and a run may be empty", "[runs]") {
    CHECK(runs_of(row({s, s, s})) == std::vector<Run>{{0, 3}});
    CHECK(runs_of(row({s, s, c, s})) == std::vector<Run>{{0, 2}, {3, 1}});
    CHECK(runs_of(row({s, c, c, s})) == std::vector<Run>{{0, 1}, {2, 0}, {3, 1}});
    CHECK(runs_of(row({c, s})) == std::vector<Run>{{0, 0}, {1, 1}});
    CHECK(runs_of(row({e, s, c})) == std::vector<Run>{{0, 2}, {3, 0}});
}

TEST_CASE("A corner counts to the run before it", "[runs]") {
    const Design design = row({s, c, s, c, s});
    std::vector<std::size_t> runs;
    for (std::size_t i = 0; i < design.bays.size(); ++i) runs.push_back(run_of(design, i));
    CHECK(runs == std::vector<std::size_t>{0, 0, 1, 1, 2});
}

TEST_CASE("A run is as long as its bays and uprights; an end has no outer one", "[runs]") {
    const auto length = [](const Design& design, std::size_t run) {
        return run_length(design, runs_of(design)[run]);
    };
    CHECK(length(row({s, s}), 0) == 1257_mm);
    CHECK(length(row({s, c, s, s}), 0) == 638_mm);
    CHECK(length(row({s, c, s, s}), 1) == 1257_mm);
    CHECK(length(row({e, s, e}), 0) == 1838_mm);
    CHECK(length(row({c, s}), 0) == 19_mm);
}

TEST_CASE("Every shape is a corner, an end or straight", "[runs]") {
    int corners = 0, ends = 0;
    for (const auto& [word, shape] : kShapeWords) {
        INFO(word);
        CHECK(is_corner(shape) == word.starts_with("corner"));
        CHECK(is_end(shape) == word.starts_with("end"));
        corners += is_corner(shape);
        ends += is_end(shape);
    }
    CHECK(corners == 4);
    CHECK(ends == 2);
}
