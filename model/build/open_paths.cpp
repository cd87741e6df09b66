#include "model/build/open_paths.h"

#include <algorithm>
#include <cmath>

#include "model/build/motion.h"
#include "model/build/swept.h"

namespace maatkast {
namespace {

/// Pictures are mostly taken at such parts of the way: those are looked at, whatever the steps.
constexpr int kTwentieths = 20;

bool is_hinge(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

bool any_meet(const std::vector<Piece>& a, const std::vector<Piece>& b, double touch) {
    return std::ranges::any_of(a, [&](const Piece& one) {
        return std::ranges::any_of(b, [&](const Piece& other) { return meet(one, other, touch); });
    });
}

}  // namespace

OpenPaths::OpenPaths(const Build& build, const Sweeps& sweeps, SweepSteps steps)
    : build_(build), sweeps_(sweeps), steps_(steps), chains_(build.openers.size()) {
    shares_.assign(build.openers.size(), 0);
    for (std::size_t i = 0; i < build.parts.size(); ++i)
        if (const Part& part = build.parts[i]; part.opener >= 0 && !is_hinge(part))
            add(part, static_cast<std::int32_t>(i));
}

void OpenPaths::add(const Part& part, std::int32_t number) {
    const std::int32_t root = sweeps_.chain_of(part);
    Chain& chain = chains_[static_cast<std::size_t>(root)];
    if (std::ranges::find(chain.openers, part.opener) == chain.openers.end())
        chain.openers.push_back(part.opener);
    chain.path = std::max(chain.path, longest_path(build_, part));
    const Opener& opener = build_.openers[static_cast<std::size_t>(part.opener)];
    // What hangs on another opener goes an own way: the box around its whole chain will do.
    const Bounds passed = opener.parent < 0
                              ? placed(swept_box(opener, bounds_of(part)), frame_matrix(build_, part.frame))
                              : sweeps_.around(root);
    for (const Piece& piece : pieces_of(build_, part)) chain.pieces.push_back({number, piece, passed});
}

glm::dvec3 OpenPaths::size(std::int32_t chain) const {
    Bounds box;
    for (const Moving& moving : chains_[static_cast<std::size_t>(chain)].pieces)
        box.take_in(moving.piece.box);
    return box.most - box.least;
}

std::vector<const OpenPaths::Moving*> OpenPaths::near(std::int32_t chain, std::int32_t other) const {
    std::vector<const Moving*> near;
    for (const Moving& moving : chains_[static_cast<std::size_t>(chain)].pieces)
        if (maatkast::meet(moving.passed, sweeps_.around(other), steps_.touch)) near.push_back(&moving);
    return near;
}

void OpenPaths::place(std::int32_t chain, const std::vector<const Moving*>& pieces, double share,
                      std::vector<Piece>& into) {
    for (const std::int32_t opener : chains_[static_cast<std::size_t>(chain)].openers)
        for (std::int32_t i = opener; i >= 0; i = build_.openers[static_cast<std::size_t>(i)].parent)
            shares_[static_cast<std::size_t>(i)] = share;
    into.clear();
    glm::dmat4 matrix(1);
    std::int32_t of = -1;
    for (const Moving* moving : pieces) {
        const Part& part = build_.parts[static_cast<std::size_t>(moving->part)];
        if (part.opener != of) matrix = part_matrix(build_, part, shares_);
        of = part.opener;
        into.push_back(placed(moving->piece, matrix));
    }
}

bool OpenPaths::meet(std::int32_t a, Turn turn_of_a, std::int32_t b, Turn turn_of_b) {
    const auto near_a = near(a, b), near_b = near(b, a);
    if (near_a.empty() || near_b.empty()) return false;
    const double path =
        std::max(chains_[static_cast<std::size_t>(a)].path, chains_[static_cast<std::size_t>(b)].path);
    const int looks =
        kTwentieths * std::max(1, static_cast<int>(std::ceil(path / steps_.step / kTwentieths)));
    std::vector<Piece> there_a, there_b;
    double at_a = -1, at_b = -1;
    for (int i = 0; i <= looks; ++i) {
        const double share = static_cast<double>(i) / looks;
        const double next_a = open_by(turn_of_a, share), next_b = open_by(turn_of_b, share);
        if (next_a == at_a && next_b == at_b) continue;
        if (next_a != at_a) place(a, near_a, next_a, there_a);
        if (next_b != at_b) place(b, near_b, next_b, there_b);
        at_a = next_a;
        at_b = next_b;
        if (any_meet(there_a, there_b, steps_.touch)) return true;
    }
    return false;
}

}  // namespace maatkast
