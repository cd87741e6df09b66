#include "tools/showroom/openings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "model/design/design.h"

namespace maatkast::show {
namespace {
constexpr double kOpenSeconds = 0.6;
double smooth(double t) {
    return t * t * (3 - 2 * t);
}

constexpr std::int32_t kEveryBay = -1;
}  // namespace

/// A leaf that stays closed when all opens may still be opened by hand, and what is behind it after it.
Openings::Waits Openings::waits_as(const Opener& opener, Turn turn) {
    const bool is_leaf = opener.front >= 0 || opener.sliding >= 0;
    if (opener.sliding >= 0 || turn == Turn::first || (turn == Turn::never && is_leaf)) return Waits::as_leaf;
    return turn == Turn::throughout ? Waits::no : Waits::behind_leaf;
}

void Openings::follow(const Build& build) {
    names_.clear();
    now_.clear();
    for (const Opener& opener : build.openers) {
        names_.emplace_back(opener.name.view());
        now_.push_back(smooth(at_[names_.back()]));
        goal_.try_emplace(names_.back(), 0);
    }
    build_ = build;
    knows_turns_ = false;
}

/// Only when something is about to move: while a design is dragged to size it would be found in each frame.
void Openings::find_turns() {
    if (knows_turns_) return;
    knows_turns_ = true;
    bays_.clear();
    fronts_.clear();
    waits_.clear();
    opens_.clear();
    const std::vector<Turn> turn = turns(build_);
    for (std::size_t i = 0; i < turn.size(); ++i) {
        const Opener& opener = build_.openers[i];
        opens_.push_back(turn[i] != Turn::never);
        waits_.push_back(waits_as(opener, turn[i]));
        fronts_.push_back(opener.front >= 0);
        bays_.push_back(opener.sliding >= 0 ? kEveryBay : opener.bay);
    }
}

bool Openings::any_open(std::span<const int> openers) const {
    return std::ranges::any_of(openers,
                               [this](int i) { return goal_.at(names_[static_cast<std::size_t>(i)]) > 0; });
}

bool Openings::any_open() const {
    return std::ranges::any_of(names_, [this](const std::string& name) { return goal_.at(name) > 0; });
}

void Openings::set(std::span<const int> openers, bool open) {
    all_at_once_ = false;
    for (const int i : openers) goal_[names_[static_cast<std::size_t>(i)]] = open ? 1 : 0;
    moving_ = true;
}

void Openings::set_all(bool open) {
    find_turns();
    all_at_once_ = true;
    for (std::size_t i = 0; i < names_.size(); ++i) goal_[names_[i]] = open && opens_[i] ? 1 : 0;
    moving_ = true;
}

bool Openings::on_its_way(Waits which, std::size_t beside, bool inwards) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (waits_[i] != which || !concern(i, beside)) continue;
        const double at = at_.at(names_[i]), goal = goal_.at(names_[i]);
        if (inwards ? at > goal : at != goal) return true;
    }
    return false;
}

/// Fronts may meet round a corner; what is inside a bay knows that bay's leaves, and sliding ones.
bool Openings::concern(std::size_t a, std::size_t b) const {
    return all_at_once_ || (fronts_[a] && fronts_[b]) || bays_[a] == bays_[b] || bays_[a] == kEveryBay ||
           bays_[b] == kEveryBay;
}

bool Openings::may_move(std::size_t i) const {
    // All closes as it opens, backwards.
    if (waits_[i] == Waits::as_leaf || (all_at_once_ && waits_[i] == Waits::no))
        return !on_its_way(Waits::behind_leaf, i, true);
    const bool outwards = at_.at(names_[i]) < goal_.at(names_[i]);
    return waits_[i] == Waits::no || !outwards || !on_its_way(Waits::as_leaf, i, false);
}

void Openings::advance(double time) {
    const double step = at_once_ ? 1 : std::clamp(time - time_, 0.0, 0.05) / kOpenSeconds;
    time_ = time;
    if (!moving_) return;
    find_turns();
    moving_ = false;
    std::vector<bool> moves(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) moves[i] = may_move(i);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        double& at = at_[names_[i]];
        const double goal = goal_[names_[i]];
        if (moves[i]) at += std::clamp(goal - at, -step, step);
        moving_ = moving_ || at != goal;
        now_[i] = smooth(at);
    }
}

namespace {

/// The middle of a bay across its run.
std::optional<Length> middle_of(const Build& build, int bay) {
    for (const Part& part : build.parts)
        if (part.bay == bay && part.kind == PartKind::bottom) return part.origin.x + part.size.x / 2;
    return std::nullopt;
}

/// The sliding leaves that stand before the middle of a bay while they are closed.
void add_sliding(const Design& design, const Build& build, int bay, std::set<int>& found) {
    const auto middle = middle_of(build, bay);
    if (!middle) return;
    for (const Leaf& leaf : build.leaves) {
        if (leaf.kind != LeafKind::sliding) continue;
        const Sliding& sliding = design.sliding[static_cast<std::size_t>(leaf.front)];
        if (bay < sliding.first || bay > sliding.last) continue;
        if (leaf.origin.x <= *middle && *middle <= leaf.origin.x + leaf.size.x) found.insert(leaf.opener);
    }
}

}  // namespace

std::vector<int> openers_of(const Design& design, const Build& build, int bay, int opening) {
    std::set<int> found;
    const Bay& at = design.bays[static_cast<std::size_t>(bay)];
    for (std::size_t i = 0; i < build.openers.size(); ++i) {
        const Opener& opener = build.openers[i];
        const auto front = static_cast<std::size_t>(opener.front);
        if (opener.bay != bay || opener.front < 0 || front >= at.fronts.size()) continue;
        if (at.fronts[front].from <= opening && opening <= at.fronts[front].to)
            found.insert(static_cast<int>(i));
    }
    for (const Part& part : build.parts)
        if (part.opener >= 0 && part.bay == bay && part.opening == opening) found.insert(part.opener);
    add_sliding(design, build, bay, found);
    return {found.begin(), found.end()};
}

}  // namespace maatkast::show
