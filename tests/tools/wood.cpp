// The pictures of woods, held against the book, against how the species grow, and against each other.
#include "tools/textures/wood.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/tools/designs.h"
#include "tools/textures/species.h"

using namespace maatkast;
using namespace maatkast::test;
using namespace maatkast::textures;

namespace {

constexpr double kMillimetres = 500.0 / kSize;  // of a pixel across the grain, on faces and ends

Log log_of(const Species& species) {
    return {species, kTileLength, kTileWidth};
}

double brightness(Tile& tile, int x, int y) {
    const Colour& c = tile.at(x, y);
    return (static_cast<double>(c[0]) + static_cast<double>(c[1]) + static_cast<double>(c[2])) / 3;
}

std::array<double, 3> mean_of(Tile& tile) {
    std::array<double, 3> sum{};
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x)
            for (std::size_t i = 0; i < 3; ++i) sum[i] += static_cast<double>(tile.at(x, y)[i]);
    for (double& channel : sum) channel /= static_cast<double>(kSize) * kSize;
    return sum;
}

/// How often a line goes from dark to light; what stays near its mean does not count.
int rises(const std::vector<double>& line) {
    const double mean = std::accumulate(line.begin(), line.end(), 0.0) / static_cast<double>(line.size());
    double square = 0;
    for (const double value : line) square += (value - mean) * (value - mean);
    const double enough = 0.35 * std::sqrt(square / static_cast<double>(line.size()));
    int count = 0;
    bool dark = false;
    for (const double value : line) {
        count += dark && value > mean + enough;
        if (value > mean + enough) dark = false;
        if (value < mean - enough) dark = true;
    }
    return count;
}

/// Rings a millimetre along x, or along y, in a square of `side` pixels from (x, y) on.
double rings_along(Tile& tile, int x, int y, int side, bool along_x) {
    int count = 0;
    for (int j = 0; j < side; ++j) {
        std::vector<double> line;
        for (int i = 0; i < side; ++i)
            line.push_back(along_x ? brightness(tile, x + i, y + j) : brightness(tile, x + j, y + i));
        count += rises(line);
    }
    return count / (side * side * kMillimetres);
}

/// Millimetres from ring to ring on a picture of ends: rings that cross x and y so often lie as far apart as
/// 1/√(x² + y²), whichever way they run. The median of squares as high as a band.
double ring_width(Tile& ends) {
    constexpr int kBand = kSize / (2 * kCutSections), kSide = 64;
    std::vector<double> widths;
    for (int band = 0; band < 2 * kCutSections; ++band)
        for (int x = 0; x + kSide <= kSize; x += kSide) {
            const int y = band * kSize / (2 * kCutSections) + (kBand - kSide) / 2;
            widths.push_back(
                1 / std::hypot(rings_along(ends, x, y, kSide, true), rings_along(ends, x, y, kSide, false)));
        }
    std::ranges::nth_element(widths, widths.begin() + std::ssize(widths) / 2);
    return widths[widths.size() / 2];
}

/// Across the grain, each pixel with its neighbours.
std::vector<double> softened(const std::vector<double>& line) {
    std::vector<double> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        out.push_back(
            (line[(i + line.size() - 1) % line.size()] + 2 * line[i] + line[(i + 1) % line.size()]) / 4);
    return out;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto mean = [](const std::vector<double>& line) {
        return std::accumulate(line.begin(), line.end(), 0.0) / static_cast<double>(line.size());
    };
    const double ma = mean(a), mb = mean(b);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

/// The face's line at a place along the grain, a few millimetres wide: fibres and rays end, rings go on.
std::vector<double> face_line(Tile& face, int x) {
    std::vector<double> line(kSize);
    for (int y = 0; y < kSize; ++y)
        for (int i = -3; i < 3; ++i) line[static_cast<std::size_t>(y)] += brightness(face, x + i, y);
    return softened(line);
}

/// The line of a section's ends that lies at the face; of two rows beside it the nearer one.
std::vector<double> end_line(Tile& ends, int section) {
    const int row = static_cast<int>(std::floor(cut_face_v(section) / kCutSide * kSize));
    std::vector<double> line;
    for (int x = 0; x < kSize; ++x) line.push_back(brightness(ends, x, row));
    return softened(line);
}

/// Mean difference of two neighbouring columns, or rows.
double step_between(Tile& tile, int first, int second, bool columns) {
    double sum = 0;
    for (int i = 0; i < kSize; ++i)
        sum += columns ? std::abs(brightness(tile, first, i) - brightness(tile, second, i))
                       : std::abs(brightness(tile, i, first) - brightness(tile, i, second));
    return sum / kSize;
}

}  // namespace

TEST_CASE("the mean of a wood's face is its finish's colour", "[wood]") {
    const std::vector<std::pair<const char*, const Species*>> woods{{"oak", &oak()},
                                                                    {"walnut", &walnut()},
                                                                    {"beech", &beech()},
                                                                    {"spruce", &spruce()},
                                                                    {"birch", &birch()}};
    for (const auto& [id, species] : woods) {
        INFO(id);
        Tile face = make_face(log_of(*species));
        const auto mean = mean_of(face);
        const Look& look = book().finish(id)->look;
        CHECK(look.texture == id);
        for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(mean[i] - static_cast<double>(look.srgb[i])) < 1);
    }
}

TEST_CASE("year rings on ends are as wide as the trees grow", "[wood]") {
    // Spruce from the Alps to the Baltic 1 to 4 mm a year, beech 1 to 3.
    Tile soft = make_ends(log_of(spruce())), hard = make_ends(log_of(beech()));
    const double spruce_width = ring_width(soft), beech_width = ring_width(hard);
    INFO(spruce_width << " " << beech_width);
    CHECK(spruce_width > 1);
    CHECK(spruce_width < 4);
    CHECK(beech_width > 1);
    CHECK(beech_width < 3);
}

TEST_CASE("rings go on over the edge from face to end", "[wood]") {
    for (const Species* species : {&spruce(), &beech()}) {
        Tile face = make_face(log_of(*species)), ends = make_ends(log_of(*species));
        for (int section = 0; section < kCutSections; ++section) {
            INFO(species->seed << " " << section);
            const auto on_face = face_line(face, section * kSize / kCutSections);
            // Fibre and rays of the two are each their own; half a metre on the rings are others.
            const double same = correlation(on_face, end_line(ends, section));
            const double other =
                correlation(on_face, end_line(ends, (section + kCutSections / 2) % kCutSections));
            INFO(same << " " << other);
            CHECK(same > 0.5);
            CHECK(same > other + 0.2);
        }
    }
}

TEST_CASE("a wood's pictures repeat without a seam", "[wood]") {
    std::vector<Tile> tiles;
    for (const Species* species : {&oak(), &walnut(), &beech(), &spruce(), &birch()})
        tiles.push_back(make_face(log_of(*species)));
    for (const Species* species : {&spruce(), &beech()}) tiles.push_back(make_ends(log_of(*species)));
    for (Tile& tile : tiles)
        for (const bool columns : {true, false}) {
            double within = 0;
            for (int i = 100; i < 900; i += 100)
                within = std::max(within, step_between(tile, i, i + 1, columns));
            CHECK(step_between(tile, kSize - 1, 0, columns) < 1.5 * within);
        }
}

TEST_CASE("plywood has plies of 1.4 mm from its outer face on, the outer one long grain", "[wood]") {
    Tile plies = make_plies(birch());
    std::vector<double> depth;
    for (int y = 0; y < 200; ++y) {  // 97.7 mm: 69.5 plies
        double sum = 0;
        for (int x = 0; x < kSize; ++x) sum += brightness(plies, x, y);
        depth.push_back(sum);
    }
    CHECK(rises(depth) == 34);
    CHECK(depth[1] > depth[4]);
    for (int y = 0; y < 40; ++y)
        CHECK(std::abs(brightness(plies, 7, y) - brightness(plies, 7, kSize - 1 - y)) < 20);
}
