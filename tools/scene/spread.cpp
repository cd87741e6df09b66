#include "tools/scene/spread.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace maatkast::scene {
namespace {

constexpr double kFar = 1.5;  // metres: nothing moves so much further than something else
constexpr int kSweeps = 40;

Bounds around(const Body& body) {
    Bounds box;
    for (const Bounds& piece : body.pieces) box.take_in(piece);
    return box;
}

double middle(const Bounds& box, int axis) {
    return (box.least[axis] + box.most[axis]) / 2;
}

/// `after` moves at least so much further than `before`.
struct Order {
    int before = -1, after = -1;
    double by = 0;
};

/// Two boxes kept apart: on which axis, which of them first, and the air that is between them (negative:
/// none).
struct Apart {
    int axis = 0;
    bool swapped = false;
    double air = -1e9;
};

/// On the axis where they are furthest apart, or reach into each other least; not on a barred one.
Apart apart(const Bounds& a, const Bounds& b, const std::array<bool, 3>& barred = {}) {
    Apart best;
    for (int axis = 0; axis < 3; ++axis) {
        if (barred[static_cast<std::size_t>(axis)]) continue;
        const double after = b.least[axis] - a.most[axis], before = a.least[axis] - b.most[axis];
        const bool overlapping = std::max(after, before) < -1e-6;
        const bool swapped = overlapping ? middle(a, axis) > middle(b, axis) : before > after;
        const double air = swapped ? before : after;
        if (air > best.air) best = {axis, swapped, air};
    }
    return best;
}

class Spreader {
  public:
    explicit Spreader(const std::vector<Body>& bodies) : bodies_(bodies), shift_(bodies.size()) {
        for (const Body& body : bodies) boxes_.push_back(around(body));
        find_orders();
        for (int axis = 0; axis < 3; ++axis) solve(axis);
    }
    std::vector<glm::dvec3> take() { return std::move(shift_); }

  private:
    void find_orders();
    void add_orders(int a, int b);
    bool add_pieces(int a, int b, double air, const std::array<bool, 3>& barred);
    std::array<bool, 3> tied(int a, int b) const;
    void tie(int axis);
    void sort(int axis);
    void solve(int axis);
    void take_middle();
    void settle(int axis);
    double wanted(int body, int axis) const;
    /// Of an axis, what a body takes up: tenths of a millimetre.
    using Stretch = std::pair<long, long>;
    Stretch stretch(std::size_t body, int axis) const {
        return {std::lround(boxes_[body].least[axis] * 1e4), std::lround(boxes_[body].most[axis] * 1e4)};
    }
    void find_ends(int axis);
    double place(int body) const {
        return at_[static_cast<std::size_t>(node_[static_cast<std::size_t>(body)])];
    }

    const std::vector<Body>& bodies_;
    std::vector<Bounds> boxes_;
    std::array<std::vector<Order>, 3> orders_;
    std::vector<glm::dvec3> shift_;

    // Of the axis that is being solved. A node is what moves as one: a body, or a tie.
    std::vector<int> node_;                                         ///< by body
    std::vector<std::vector<int>> members_;                         ///< by node
    std::vector<Order> edges_;                                      ///< between nodes
    std::vector<int> sorted_;                                       ///< nodes, each before those after it
    std::vector<std::vector<int>> in_, out_;                        ///< by node: edges
    std::vector<double> at_;                                        ///< by node
    std::map<int, std::array<std::pair<double, double>, 2>> ends_;  ///< by group: place and shift
};

void Spreader::find_orders() {
    std::vector<int> order;
    for (std::size_t i = 0; i < bodies_.size(); ++i)
        if (!bodies_[i].pieces.empty()) order.push_back(static_cast<int>(i));
    const auto box = [&](int i) -> const Bounds& { return boxes_[static_cast<std::size_t>(i)]; };
    std::ranges::sort(order, {}, [&](int i) { return box(i).least.x; });
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t k = i + 1; k < order.size(); ++k) {
            const Bounds &a = box(order[i]), &b = box(order[k]);
            if (b.least.x - a.most.x > kFar && b.least.x - a.least.x > 2 * kFar) break;
            if (apart(a, b).air < kFar) add_orders(order[i], order[k]);
        }
}

/// Piece by piece: a leaf in the bend of an L stands before the one leg and beside the other.
bool Spreader::add_pieces(int a, int b, double air, const std::array<bool, 3>& barred) {
    std::array<std::optional<double>, 6> by;  // by axis, then which is first
    for (const Bounds& p : bodies_[static_cast<std::size_t>(a)].pieces)
        for (const Bounds& q : bodies_[static_cast<std::size_t>(b)].pieces) {
            const Apart between = apart(p, q, barred);
            auto& least = by[static_cast<std::size_t>(2 * between.axis + between.swapped)];
            least = std::max(least.value_or(-1e9), air - between.air);
        }
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (by[2 * axis] && by[2 * axis + 1]) return false;
    for (std::size_t i = 0; i < 6; ++i)
        if (by[i]) orders_[i / 2].push_back(i % 2 ? Order{b, a, *by[i]} : Order{a, b, *by[i]});
    return true;
}

void Spreader::add_orders(int a, int b) {
    const double air =
        std::min(bodies_[static_cast<std::size_t>(a)].air, bodies_[static_cast<std::size_t>(b)].air);
    const std::array<bool, 3> barred = tied(a, b);
    if (add_pieces(a, b, air, barred)) return;
    const Apart between =
        apart(boxes_[static_cast<std::size_t>(a)], boxes_[static_cast<std::size_t>(b)], barred);
    const double by = air - between.air;
    orders_[static_cast<std::size_t>(between.axis)].push_back(between.swapped ? Order{b, a, by}
                                                                              : Order{a, b, by});
}

/// The axes along which they move as one, and so never apart.
std::array<bool, 3> Spreader::tied(int a, int b) const {
    const auto i = static_cast<std::size_t>(a), k = static_cast<std::size_t>(b);
    std::array<bool, 3> as_one{};
    if (bodies_[i].tie < 0 || bodies_[i].tie != bodies_[k].tie) return as_one;
    for (int axis = 0; axis < 3; ++axis)
        as_one[static_cast<std::size_t>(axis)] = stretch(i, axis) == stretch(k, axis);
    return as_one;
}

void Spreader::tie(int axis) {
    node_.assign(bodies_.size(), -1);
    members_.clear();
    std::map<std::pair<int, Stretch>, int> ties;
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        int node = static_cast<int>(members_.size());
        if (bodies_[i].tie >= 0)
            node = ties.try_emplace({bodies_[i].tie, stretch(i, axis)}, node).first->second;
        if (node == static_cast<int>(members_.size())) members_.emplace_back();
        members_[static_cast<std::size_t>(node)].push_back(static_cast<int>(i));
        node_[i] = node;
    }
}

/// Kahn's order. Where pieces say that things stand round each other in a circle, whole boxes decide.
void Spreader::sort(int axis) {
    const auto count = members_.size();
    const auto centre = [&](int node) {
        const int body = members_[static_cast<std::size_t>(node)].front();
        return middle(boxes_[static_cast<std::size_t>(body)], axis);
    };
    for (const bool strict : {false, true}) {
        if (strict)
            std::erase_if(edges_, [&](const Order& e) { return centre(e.before) >= centre(e.after); });
        in_.assign(count, {});
        out_.assign(count, {});
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            out_[static_cast<std::size_t>(edges_[e].before)].push_back(static_cast<int>(e));
            in_[static_cast<std::size_t>(edges_[e].after)].push_back(static_cast<int>(e));
        }
        std::vector<std::size_t> left(count);
        sorted_.clear();
        for (std::size_t n = 0; n < count; ++n)
            if ((left[n] = in_[n].size()) == 0) sorted_.push_back(static_cast<int>(n));
        for (std::size_t i = 0; i < sorted_.size(); ++i)
            for (const int e : out_[static_cast<std::size_t>(sorted_[i])]) {
                const int after = edges_[static_cast<std::size_t>(e)].after;
                if (--left[static_cast<std::size_t>(after)] == 0) sorted_.push_back(after);
            }
        if (sorted_.size() == count) return;
    }
}

void Spreader::take_middle() {
    std::vector<double> first(members_.size(), 0), last;
    for (const int n : sorted_)
        for (const int e : in_[static_cast<std::size_t>(n)]) {
            const Order& edge = edges_[static_cast<std::size_t>(e)];
            double& at = first[static_cast<std::size_t>(n)];
            at = std::max(at, first[static_cast<std::size_t>(edge.before)] + edge.by);
        }
    last.assign(members_.size(), first.empty() ? 0 : *std::ranges::max_element(first));
    for (auto n = sorted_.rbegin(); n != sorted_.rend(); ++n)
        for (const int e : out_[static_cast<std::size_t>(*n)]) {
            const Order& edge = edges_[static_cast<std::size_t>(e)];
            double& at = last[static_cast<std::size_t>(*n)];
            at = std::min(at, last[static_cast<std::size_t>(edge.after)] - edge.by);
        }
    at_.resize(members_.size());
    for (std::size_t n = 0; n < at_.size(); ++n) at_[n] = (first[n] + last[n]) / 2;
}

void Spreader::find_ends(int axis) {
    ends_.clear();
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
        if (bodies_[i].group < 0 || bodies_[i].pieces.empty()) continue;
        const std::pair here{middle(boxes_[i], axis), place(static_cast<int>(i))};
        const auto [known, fresh] = ends_.try_emplace(bodies_[i].group, std::array{here, here});
        known->second[0] = std::min(known->second[0], here);
        known->second[1] = std::max(known->second[1], here);
    }
}

double Spreader::wanted(int number, int axis) const {
    const Body& body = bodies_[static_cast<std::size_t>(number)];
    const int host = body.host[static_cast<std::size_t>(axis)];
    if (host >= 0) return place(host);
    const auto ends = ends_.find(body.group);
    if (!body.stretches || ends == ends_.end()) return place(number);
    const auto& [low, high] = ends->second;
    if (high.first - low.first < 1e-6) return place(number);
    const double at = middle(boxes_[static_cast<std::size_t>(number)], axis);
    const double share = std::clamp((at - low.first) / (high.first - low.first), 0.0, 1.0);
    return low.second + (high.second - low.second) * share;
}

/// Each goes where it wants between its neighbours, who make way in the next sweep.
void Spreader::settle(int axis) {
    find_ends(axis);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (const int n : sorted_) {
            const auto node = static_cast<std::size_t>(n);
            double sum = 0, low = -1e9, high = 1e9;
            for (const int body : members_[node]) sum += wanted(body, axis);
            for (const int e : in_[node]) {
                const Order& edge = edges_[static_cast<std::size_t>(e)];
                low = std::max(low, at_[static_cast<std::size_t>(edge.before)] + edge.by);
            }
            for (const int e : out_[node]) {
                const Order& edge = edges_[static_cast<std::size_t>(e)];
                high = std::min(high, at_[static_cast<std::size_t>(edge.after)] - edge.by);
            }
            if (low <= high)
                at_[node] = std::clamp(sum / static_cast<double>(members_[node].size()), low, high);
        }
        std::ranges::reverse(sorted_);
    }
}

void Spreader::solve(int axis) {
    tie(axis);
    edges_.clear();
    for (const Order& order : orders_[static_cast<std::size_t>(axis)]) {
        const int before = node_[static_cast<std::size_t>(order.before)],
                  after = node_[static_cast<std::size_t>(order.after)];
        if (before != after) edges_.push_back({before, after, order.by});
    }
    sort(axis);
    take_middle();
    settle(axis);
    for (std::size_t i = 0; i < bodies_.size(); ++i) shift_[i][axis] = place(static_cast<int>(i));
}

}  // namespace

std::vector<glm::dvec3> spread(const std::vector<Body>& bodies) {
    return Spreader(bodies).take();
}

}  // namespace maatkast::scene
