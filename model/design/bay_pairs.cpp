#include "model/design/bay_pairs.h"

#include <algorithm>

#include "model/design/runs.h"

namespace maatkast {
namespace {

constexpr int kAlone = 5;  // of a bay that the other design does not have
constexpr int kMostApart = 2 * kAlone;

/// What a change of one bay into another costs; never more than one that goes and one that comes.
int apart(const Bay& a, const Bay& b) {
    if (a == b) return 0;
    if (is_corner(a.shape) != is_corner(b.shape)) return kMostApart;
    int cost = 1;
    cost += a.shape != b.shape;
    cost += a.width != b.width;
    cost += a.openings.size() != b.openings.size();
    cost += a.openings != b.openings;
    cost += a.fronts != b.fronts;
    cost += a.kneehole != b.kneehole;
    return cost;
}

/// The least cost of the first i bays of one against the first j of the other, row by row.
class Table {
  public:
    Table(std::size_t rows, std::size_t columns) : columns_(columns), cost_(rows * columns) {}
    int& at(std::size_t i, std::size_t j) { return cost_[i * columns_ + j]; }

  private:
    std::size_t columns_;
    std::vector<int> cost_;
};

Table costs(const Design& from, const Design& to) {
    const std::size_t rows = from.bays.size(), columns = to.bays.size();
    Table cost(rows + 1, columns + 1);
    for (std::size_t i = 0; i <= rows; ++i) cost.at(i, 0) = kAlone * static_cast<int>(i);
    for (std::size_t j = 0; j <= columns; ++j) cost.at(0, j) = kAlone * static_cast<int>(j);
    for (std::size_t i = 1; i <= rows; ++i)
        for (std::size_t j = 1; j <= columns; ++j)
            cost.at(i, j) = std::min({cost.at(i - 1, j - 1) + apart(from.bays[i - 1], to.bays[j - 1]),
                                      cost.at(i - 1, j) + kAlone, cost.at(i, j - 1) + kAlone});
    return cost;
}

}  // namespace

std::vector<BayPair> bay_pairs(const Design& from, const Design& to) {
    Table cost = costs(from, to);
    std::vector<BayPair> pairs;
    std::size_t i = from.bays.size(), j = to.bays.size();
    // Among equals two bays are one: so one pair is left at least.
    while (i > 0 || j > 0) {
        const bool both = i > 0 && j > 0 &&
                          cost.at(i, j) == cost.at(i - 1, j - 1) + apart(from.bays[i - 1], to.bays[j - 1]);
        const bool goes = !both && i > 0 && cost.at(i, j) == cost.at(i - 1, j) + kAlone;
        BayPair pair;
        if (both || goes) pair.from = --i;
        if (!goes) pair.to = --j;
        pairs.push_back(pair);
    }
    std::ranges::reverse(pairs);
    return pairs;
}

}  // namespace maatkast
