#include "tools/scene/explode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "model/build/motion.h"
#include "model/build/swept.h"
#include "tools/scene/spread.h"

namespace maatkast::scene {
namespace {

constexpr double kAirShare = 0.042;                  // of the cabinet's largest side
constexpr double kLeastAir = 0.05, kMostAir = 0.11;  // metres between boards
constexpr double kFittingAir = 0.018;                // around fittings
constexpr double kAhead = 0.28;   // metres that a front goes out to let see what is behind it
constexpr double kBeside = 0.2;   // metres from a drawer to what it comes out between, spacers and all
constexpr double kClear = 0.005;  // metres between a drawer that is out and the front before it
constexpr double kStep = 0.01;    // metres by which a slanting front looks for its place
constexpr double kTouch = 1e-5;   // metres
constexpr int kTries = 12;
constexpr double kFurthest = 4;  // metres
constexpr double kTurn = 0.4;    // of the way: until then everything comes out
constexpr Angle kQuarter = Angle::of_degrees(90);

bool is_square(const Build& build, std::int32_t frame) {
    if (frame < 0) return true;
    const Frame& at = build.frames[static_cast<std::size_t>(frame)];
    return at.yaw.hundredths % kQuarter.hundredths == 0 && at.pitch.hundredths % kQuarter.hundredths == 0;
}

/// Turned in plan by other than quarters: the front of a diagonal corner.
bool is_diagonal(const Build& build, std::int32_t frame) {
    return frame >= 0 && build.frames[static_cast<std::size_t>(frame)].yaw.hundredths % kQuarter.hundredths;
}

bool is_fitting(const Part& part) {
    return !is_board(part) || part.kind == PartKind::runner || part.kind == PartKind::track;
}

/// Of a door that is glued together: its parts come apart by no more than one sees.
bool is_of_frame(const Part& part) {
    return part.opener >= 0 && (part.kind == PartKind::frame_stile || part.kind == PartKind::frame_rail ||
                                part.kind == PartKind::panel || part.kind == PartKind::glass);
}

bool is_behind(const Part& part) {
    return part.kind == PartKind::back || part.kind == PartKind::brace || part.kind == PartKind::wall_rail ||
           part.kind == PartKind::batten || part.kind == PartKind::wall_bracket;
}

std::int32_t chain_of(const Build& build, const Part& part) {
    std::int32_t at = part.opener;
    while (at >= 0 && build.openers[static_cast<std::size_t>(at)].parent >= 0)
        at = build.openers[static_cast<std::size_t>(at)].parent;
    return at;
}

/// Drawers, trays and what else is pulled out.
bool is_pulled(const Build& build, std::int32_t chain) {
    if (chain < 0) return false;
    const Opener& opener = build.openers[static_cast<std::size_t>(chain)];
    return opener.kind == OpenerKind::slide && opener.axis == Axis::z;
}

bool share(const Bounds& a, const Bounds& b, int axis, double more = 0) {
    return std::min(a.most[axis], b.most[axis]) - std::max(a.least[axis], b.least[axis]) > -more;
}

/// What comes out first: how far each chain of openers goes along the z of its frame.
class ComingOut {
  public:
    explicit ComingOut(const Build& build) : build_(build) {
        for (const Part& part : build.parts)
            if (const std::int32_t chain = chain_of(build, part); chain >= 0)
                chains_[{chain, part.frame}].take_in(bounds_of(part));
        for (const auto& [key, box] : chains_)
            way_[key] = is_pulled(build, key.first) ? way_out(key.second, box) : kAhead;
        make_way();
    }

    glm::dvec3 of(const Part& part) const {
        const auto found = way_.find({chain_of(build_, part), part.frame});
        if (found == way_.end()) return glm::dvec3(0);
        return glm::dvec3(frame_matrix(build_, part.frame) * glm::dvec4(0, 0, found->second, 0));
    }

  private:
    using Key = std::pair<std::int32_t, std::int32_t>;  // of a chain: a frame

    /// Until its back end is before what it comes out between.
    double way_out(std::int32_t frame, const Bounds& box) const {
        double front = box.least.z;
        for (const Part& part : build_.parts) {
            if (part.opener >= 0 || part.frame != frame || is_fitting(part) || is_behind(part)) continue;
            const Bounds other = bounds_of(part);
            if (share(box, other, 0, kBeside) && share(box, other, 1)) front = std::max(front, other.most.z);
        }
        return front - box.least.z;
    }

    /// From the back: whatever stands before something that comes out goes ahead of it.
    void make_way() {
        std::vector<Key> order;
        for (const auto& [key, box] : chains_) order.push_back(key);
        std::ranges::stable_sort(order, {}, [&](const Key& key) { return chains_.at(key).most.z; });
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const Bounds &front = chains_.at(order[i]), &inner = chains_.at(order[k]);
                if (order[i].second != order[k].second || order[i].first == order[k].first) continue;
                if (is_pulled(build_, order[i].first)) continue;
                if (!share(front, inner, 0) || !share(front, inner, 1)) continue;
                const double needed = inner.most.z + way_.at(order[k]) + kClear - front.least.z;
                double& ahead = way_[order[i]];
                ahead = std::max(ahead, needed);
            }
    }

    const Build& build_;
    std::map<Key, Bounds> chains_;  ///< in the axes of their frames
    std::map<Key, double> way_;
};

class Exploder {
  public:
    explicit Exploder(const Build& build) : build_(build), coming_(build) {
        Bounds all;
        for (const Part& part : build.parts) all.take_in(world_bounds(build, part));
        const glm::dvec3 size = all.most - all.least;
        air_ = std::clamp(std::max({size.x, size.y, size.z}) * kAirShare, kLeastAir, kMostAir);
        out_.resize(build.parts.size());
        apart_.assign(build.parts.size(), glm::dvec3(0));
        for (std::size_t i = 0; i < out_.size(); ++i) out_[i] = coming_.of(build.parts[i]);
    }

    Explosion make() {
        find_bodies();
        const std::vector<glm::dvec3> moved = spread(bodies_);
        for (std::size_t i = 0; i < apart_.size(); ++i)
            apart_[i] += moved[static_cast<std::size_t>(body_of_[i])];
        stand_on_floor();
        move_diagonals();
        free_stuck();
        Explosion made;
        for (std::size_t i = 0; i < apart_.size(); ++i) {
            made.out.emplace_back(out_[i]);
            made.apart.emplace_back(apart_[i]);
            if (made.out.back() != glm::vec3(0)) made.turn = kTurn;
        }
        return made;
    }

  private:
    const Part& part(std::size_t i) const { return build_.parts[i]; }
    double air_of(const Part& part) const {
        return is_fitting(part) || is_of_frame(part) ? kFittingAir : air_;
    }
    void find_bodies();
    void add_turned(std::int32_t frame);
    std::vector<Bounds> boxes_of(std::size_t i, const glm::dmat4& matrix) const;
    void find_hosts();
    int board_under(std::size_t i) const;
    void stand_on_floor();
    void move_diagonals();
    void move_clear(const std::vector<bool>& chosen, const glm::dvec3& out);
    std::optional<std::size_t> stuck() const;
    void free_stuck();
    std::vector<Piece> pieces_at(std::size_t i) const;

    const Build& build_;
    ComingOut coming_;
    double air_ = 0;
    std::vector<glm::dvec3> out_, apart_;
    std::vector<Body> bodies_;
    std::vector<int> body_of_;  ///< by part
};

std::vector<Bounds> Exploder::boxes_of(std::size_t i, const glm::dmat4& matrix) const {
    std::vector<Bounds> boxes;
    for (const Piece& piece : pieces_of(build_, part(i))) boxes.push_back(placed(piece, matrix).box);
    return boxes;
}

/// Parts of one frame that stands askew come apart in its own axes, and then move as one.
void Exploder::add_turned(std::int32_t frame) {
    std::vector<std::size_t> members;
    std::vector<Body> inner;
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        if (part(i).frame != frame) continue;
        members.push_back(i);
        inner.push_back({.pieces = boxes_of(i, glm::dmat4(1)), .air = air_of(part(i)), .tie = -1});
    }
    const std::vector<glm::dvec3> moved = spread(inner);
    const glm::dmat4 matrix = frame_matrix(build_, frame);
    Body whole{.pieces = {}, .air = air_};
    for (std::size_t k = 0; k < members.size(); ++k) {
        apart_[members[k]] = glm::dvec3(matrix * glm::dvec4(moved[k], 0));
        body_of_[members[k]] = static_cast<int>(bodies_.size());
        Bounds box = placed(Bounds{inner[k].pieces.front()}, matrix);
        for (const Bounds& piece : inner[k].pieces) box.take_in(placed(piece, matrix));
        const glm::dvec3 by = out_[members[k]] + apart_[members[k]];
        if (whole.pieces.empty()) whole.pieces.emplace_back();
        whole.pieces.front().take_in({box.least + by, box.most + by});
    }
    if (is_diagonal(build_, frame)) whole.pieces.clear();  // it finds its place afterwards
    if (!members.empty()) bodies_.push_back(whole);
}

void Exploder::find_bodies() {
    body_of_.assign(build_.parts.size(), -1);
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        if (!is_square(build_, part(i).frame)) continue;
        const glm::dmat4 matrix = frame_matrix(build_, part(i).frame);
        Body body{.pieces = boxes_of(i, matrix), .air = air_of(part(i))};
        for (Bounds& box : body.pieces) box = {box.least + out_[i], box.most + out_[i]};
        body.tie = static_cast<int>(part(i).kind) + 100 * (part(i).frame + 1);
        body.stretches = !is_fitting(part(i));
        body.group = part(i).frame + 1;
        body_of_[i] = static_cast<int>(bodies_.size());
        bodies_.push_back(std::move(body));
    }
    for (std::size_t f = 0; f < build_.frames.size(); ++f)
        if (!is_square(build_, static_cast<std::int32_t>(f))) add_turned(static_cast<std::int32_t>(f));
    find_hosts();
}

/// The nearest board that moves as the fitting does; of those the one that shares most of its surface.
int Exploder::board_under(std::size_t i) const {
    const Bounds box = bounds_of(part(i));
    int best = -1;
    double least = 1e9;
    for (std::size_t k = 0; k < build_.parts.size(); ++k) {
        if (part(k).opener != part(i).opener || part(k).frame != part(i).frame || is_fitting(part(k)))
            continue;
        const Bounds other = bounds_of(part(k));
        const glm::dvec3 away =
            glm::max(glm::max(other.least - box.most, box.least - other.most), glm::dvec3(0));
        const double distance = glm::length(away);
        if (distance < least - 1e-6) {
            least = distance;
            best = static_cast<int>(k);
        }
    }
    return best;
}

/// Along the depth everything keeps to the uprights of its run; a fitting keeps to its board.
void Exploder::find_hosts() {
    std::map<std::int32_t, std::size_t> uprights;  // by frame
    for (std::size_t i = 0; i < build_.parts.size(); ++i)
        if (part(i).kind == PartKind::upright && is_square(build_, part(i).frame))
            uprights.try_emplace(part(i).frame, i);
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        Body& body = bodies_[static_cast<std::size_t>(body_of_[i])];
        if (is_fitting(part(i))) {
            const int board = board_under(i);
            if (board >= 0) body.host.fill(body_of_[static_cast<std::size_t>(board)]);
            if (body.host[0] == body_of_[i]) body.host.fill(-1);
            continue;
        }
        const auto upright = uprights.find(part(i).frame);
        if (upright == uprights.end() || upright->second == i) continue;
        const glm::dvec3 out(frame_matrix(build_, part(i).frame) * glm::dvec4(0, 0, 1, 0));
        body.host[std::abs(out.x) > 0.5 ? 0 : 2] = body_of_[upright->second];
    }
}

/// The lowest stays on its height and the foremost back at the wall; in the width the middle stays.
void Exploder::stand_on_floor() {
    Bounds closed, open;
    double low = 1e9;
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        const Bounds box = world_bounds(build_, part(i));
        const glm::dvec3 by = out_[i] + apart_[i];
        closed.take_in(box);
        const Bounds there{box.least + by, box.most + by};
        low = std::min(low, there.least.y);
        if (!is_diagonal(build_, part(i).frame)) open.take_in(there);
    }
    open.least.y = low;
    glm::dvec3 back = closed.least - open.least;
    back.x = (closed.least.x + closed.most.x - open.least.x - open.most.x) / 2;
    for (glm::dvec3& by : apart_) by += back;
}

std::vector<Piece> Exploder::pieces_at(std::size_t i) const {
    glm::dmat4 matrix = frame_matrix(build_, part(i).frame);
    matrix[3] += glm::dvec4(out_[i] + apart_[i], 0);
    std::vector<Piece> pieces;
    for (const Piece& piece : pieces_of(build_, part(i))) pieces.push_back(placed(piece, matrix));
    return pieces;
}

/// Moves some parts along a direction until they are clear of all others, with air.
void Exploder::move_clear(const std::vector<bool>& chosen, const glm::dvec3& out) {
    std::vector<Piece> moving, standing;
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        const std::vector<Piece> pieces = pieces_at(i);
        auto& into = chosen[i] ? moving : standing;
        into.insert(into.end(), pieces.begin(), pieces.end());
    }
    const auto meets = [&](double way) {
        glm::dmat4 by(1);
        by[3] = glm::dvec4(out * way, 1);
        return std::ranges::any_of(moving, [&](const Piece& piece) {
            const Piece there = placed(piece, by);
            return std::ranges::any_of(standing, [&](const Piece& other) { return meet(there, other, 0); });
        });
    };
    double way = 0;
    while (way < kFurthest && (meets(way) || meets(way + air_ / 2) || meets(way + air_))) way += kStep;
    for (std::size_t i = 0; i < build_.parts.size(); ++i)
        if (chosen[i]) apart_[i] += out * (way + air_);
}

/// Straight out of the corner.
void Exploder::move_diagonals() {
    for (std::size_t f = 0; f < build_.frames.size(); ++f) {
        const auto frame = static_cast<std::int32_t>(f);
        if (!is_diagonal(build_, frame)) continue;
        std::vector<bool> chosen;
        for (const Part& part : build_.parts) chosen.push_back(part.frame == frame);
        move_clear(chosen, glm::dvec3(frame_matrix(build_, frame) * glm::dvec4(0, 0, 1, 0)));
    }
}

/// One part of two that share a place though all are spread, as where fronts of two corners come together: of
/// what opens, that goes on.
std::optional<std::size_t> Exploder::stuck() const {
    std::vector<std::vector<Piece>> pieces;
    for (std::size_t i = 0; i < build_.parts.size(); ++i) pieces.push_back(pieces_at(i));
    const auto meets = [&](std::size_t a, std::size_t b) {
        return std::ranges::any_of(pieces[a], [&](const Piece& p) {
            return std::ranges::any_of(
                pieces[b], [&](const Piece& q) { return meet(p.box, q.box, kTouch) && meet(p, q, kTouch); });
        });
    };
    for (std::size_t a = 0; a < pieces.size(); ++a)
        for (std::size_t b = 0; part(a).opener >= 0 && b < pieces.size(); ++b)
            if (chain_of(build_, part(a)) != chain_of(build_, part(b)) && meets(a, b)) return a;
    return {};
}

void Exploder::free_stuck() {
    for (int tries = 0; tries < kTries; ++tries) {
        const auto one = stuck();
        if (!one) return;
        const Part& front = part(*one);
        std::vector<bool> chosen;
        for (const Part& other : build_.parts)
            chosen.push_back(chain_of(build_, other) == chain_of(build_, front) &&
                             other.frame == front.frame);
        move_clear(chosen, glm::dvec3(frame_matrix(build_, front.frame) * glm::dvec4(0, 0, 1, 0)));
    }
}

}  // namespace

glm::vec3 Explosion::shift(std::size_t part, double share) const {
    const auto first = static_cast<float>(turn > 0 ? std::clamp(share / turn, 0.0, 1.0) : 1);
    const auto second = static_cast<float>(std::clamp((share - turn) / (1 - turn), 0.0, 1.0));
    return out[part] * first + apart[part] * second;
}

Explosion explosion(const Build& build) {
    return Exploder(build).make();
}

void explode(render::Scene& scene, const Build& build, const Explosion& explosion, double share) {
    if (share <= 0) return;
    std::size_t strip = 0;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const glm::vec3 by = explosion.shift(i, share);
        scene.instances[i].transform[3] += glm::vec4(by, 0);
        if (build.parts[i].kind != PartKind::led_strip || strip >= scene.strips.size()) continue;
        scene.strips[strip].from += by;
        scene.strips[strip++].to += by;
    }
    ++scene.revision;
}

render::Bounds exploded_box(const Build& build, const Explosion& explosion, double share) {
    render::Bounds box;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const maatkast::Bounds closed = world_bounds(build, build.parts[i]);
        const glm::vec3 by = explosion.shift(i, share);
        box.add(glm::vec3(closed.least) + by);
        box.add(glm::vec3(closed.most) + by);
    }
    return box;
}

}  // namespace maatkast::scene
