#include "model/build/sweep.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/book/book.h"
#include "model/build/motion.h"
#include "model/build/swept.h"

namespace maatkast {
namespace {

constexpr double kCoarse = 0.05;  // metres between the looks that a chain's box is made of

bool is_hinge(const Part& part) {
    return part.kind == PartKind::hinge_cup || part.kind == PartKind::hinge_arm;
}

bool slides_aside(const Opener& opener) {
    return opener.kind == OpenerKind::slide && opener.axis != Axis::z;
}

/// Halves the way between a share that is free and the contact found beyond it, until it is closer than
/// `close`.
template <class Look>
Contact narrowed(double free, Contact found, double close, Look look) {
    while (found.open - free > close) {
        const double middle = (free + found.open) / 2;
        if (const auto met = look(middle))
            found = *met;
        else
            free = middle;
    }
    return found;
}

}  // namespace

SweepSteps sweep_steps(const Book& book) {
    const RuleEntry& rule = book.rule("opener.clash");
    return {rule.length("touch").metres(), rule.length("step").metres()};
}

Sweeps::Sweeps(const Build& build, SweepSteps steps) : build_(build), steps_(steps) {
    frames_.reserve(build.frames.size() + 1);
    for (std::int32_t i = -1; i < static_cast<std::int32_t>(build.frames.size()); ++i)
        frames_.push_back(frame_matrix(build, i));
    boxes_.reserve(build.parts.size());
    for (const Part& part : build.parts) boxes_.push_back(bounds_of(part));
    shares_.assign(build.openers.size(), 0);
    find_chains();
    find_movers();
}

void Sweeps::find_chains() {
    const std::size_t count = build_.openers.size();
    root_.resize(count);
    next_.assign(count, -1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t parent = build_.openers[i].parent;  // stands before its children
        root_[i] = parent < 0 ? static_cast<std::int32_t>(i) : root(parent);
        if (parent < 0) {
            chains_.push_back(root_[i]);
        } else {
            const auto first = static_cast<std::size_t>(root_[i]);
            next_[i] = std::exchange(next_[first], static_cast<std::int32_t>(i));
        }
    }
}

/// Parts sorted by chain: counted first, then put in their places.
void Sweeps::find_movers() {
    first_.assign(build_.openers.size() + 1, 0);
    around_.resize(build_.openers.size());
    const auto moves = [](const Part& part) { return part.opener >= 0 && !is_hinge(part); };
    for (const Part& part : build_.parts)
        if (moves(part)) ++first_[static_cast<std::size_t>(root(part.opener)) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    movers_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < build_.parts.size(); ++i) {
        const Part& part = build_.parts[i];
        if (!moves(part)) continue;
        const auto number = static_cast<std::int32_t>(i);
        const std::int32_t chain = root(part.opener);
        const Bounds passed = swept(chain, number);
        movers_[next[static_cast<std::size_t>(chain)]++] = {number, passed};
        around_[static_cast<std::size_t>(chain)].take_in(in_world(passed, part));
    }
}

/// The main run stands in the world as it is.
Bounds Sweeps::in_world(const Bounds& box, const Part& of) const {
    return of.frame < 0 ? box : placed(box, frame(of));
}

std::span<const Sweeps::Mover> Sweeps::movers(std::int32_t chain) const {
    const auto at = static_cast<std::size_t>(chain);
    return std::span(movers_).subspan(first_[at], first_[at + 1] - first_[at]);
}

std::int32_t Sweeps::first_part(std::int32_t chain) const {
    return movers(chain).empty() ? -1 : movers(chain).front().part;
}

Bounds Sweeps::swept(std::int32_t chain, std::int32_t number) {
    return is_lone(chain) ? swept_box(opener(chain), box(number)) : sampled(chain, number);
}

/// Boxes at some shares of the way, as much larger as a point may stray between two of them.
Bounds Sweeps::sampled(std::int32_t chain, std::int32_t number) {
    const Part& moved = part(number);
    const double path = longest_path(build_, moved);
    const int steps = std::max(1, static_cast<int>(std::ceil(path / kCoarse)));
    const glm::dmat4 to_frame = glm::inverse(frame(moved));
    Bounds passed;
    for (int i = 0; i <= steps; ++i) {
        open_chain(chain, static_cast<double>(i) / steps);
        passed.take_in(placed(box(number), to_frame * part_matrix(build_, moved, shares_)));
    }
    open_chain(chain, 0);
    const glm::dvec3 stray(path / steps / 2);
    return {passed.least - stray, passed.most + stray};
}

void Sweeps::open_chain(std::int32_t chain, double share) {
    for (std::int32_t i = chain; i >= 0; i = next_[static_cast<std::size_t>(i)])
        shares_[static_cast<std::size_t>(i)] = share;
}

bool Sweeps::is_behind(std::int32_t inner, std::int32_t front) const {
    const Opener &behind = opener(inner), &before = opener(front);
    if (behind.front >= 0 || slides_aside(behind)) return false;
    return slides_aside(before) || (before.front >= 0 && before.bay == behind.bay);
}

void Sweeps::make_closed_grid() {
    closed_.reserve(boxes_.size());
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        closed_.push_back(is_hinge(build_.parts[i]) ? Bounds{} : in_world(boxes_[i], build_.parts[i]));
    closed_grid_.emplace(closed_);
}

void Sweeps::make_open_grid() {
    open_.reserve(chains_.size());
    for (const std::int32_t chain : chains_) {
        open_chain(chain, 1);
        Bounds open;
        glm::dmat4 matrix(1);
        std::int32_t of = -1;
        for (const Mover& mover : movers(chain)) {
            if (const std::int32_t number = part(mover.part).opener; number != of) {
                matrix = opener_matrix(build_, number, shares_);
                of = number;
            }
            open.take_in(placed(box(mover.part), matrix));
        }
        open_chain(chain, 0);
        open_.push_back(open);
    }
    open_grid_.emplace(open_);
}

/// In one frame boxes are compared as they are; else as the turned boxes that they are to each other.
bool Sweeps::reaches(std::int32_t chain, std::int32_t number) const {
    const Part& other = part(number);
    for (const Mover& mover : movers(chain))
        if (part(mover.part).frame == other.frame
                ? meet(mover.swept, box(number), steps_.touch)
                : meet(placed(box_piece(mover.swept), frame(part(mover.part))),
                       placed(box_piece(box(number)), frame(other)), steps_.touch))
            return true;
    return false;
}

bool Sweeps::reaches(std::int32_t chain, const Piece& other) const {
    return std::ranges::any_of(movers(chain), [&](const Mover& mover) {
        return meet(placed(box_piece(mover.swept), frame(part(mover.part))), other, steps_.touch);
    });
}

void Sweeps::add_closed(std::int32_t chain, std::int32_t number) {
    for (const Piece& piece : pieces_of(build_, part(number)))
        if (const Piece there = placed(piece, frame(part(number))); reaches(chain, there))
            in_the_way_.push_back({number, there});
}

void Sweeps::add_open(std::int32_t chain, std::int32_t other) {
    open_chain(other, 1);
    for (const Mover& mover : movers(other)) {
        const glm::dmat4 matrix = part_matrix(build_, part(mover.part), shares_);
        for (const Piece& piece : pieces_of(build_, part(mover.part)))
            if (const Piece there = placed(piece, matrix); reaches(chain, there))
                in_the_way_.push_back({mover.part, there});
    }
    open_chain(other, 0);
}

std::optional<Contact> Sweeps::alone(std::int32_t chain) {
    if (!closed_grid_) make_closed_grid();
    in_the_way_.clear();
    opened_.clear();
    closed_grid_->near(around(chain), near_);
    std::ranges::sort(near_);  // what is met first shall not depend on the cells
    for (const std::int32_t number : near_) {
        const std::int32_t its = chain_of(part(number));
        if (its == chain || !meet(around(chain), closed_[static_cast<std::size_t>(number)], steps_.touch) ||
            !reaches(chain, number))
            continue;
        if (its < 0 || !is_behind(chain, its))
            add_closed(chain, number);
        else if (!slides_aside(opener(its)) && std::ranges::find(opened_, its) == opened_.end())
            opened_.push_back(its);
    }
    for (const std::int32_t front : opened_) add_open(chain, front);
    return first_contact(chain);
}

std::optional<Contact> Sweeps::beside(std::int32_t chain, std::int32_t other) {
    in_the_way_.clear();
    add_open(chain, other);
    return first_contact(chain);
}

void Sweeps::neighbours(std::int32_t chain, std::vector<std::int32_t>& into) {
    if (!open_grid_) make_open_grid();
    open_grid_->near(around(chain), into);
    std::ranges::sort(into);
    std::erase_if(into, [&](std::int32_t& number) {
        const bool far = !meet(around(chain), open_[static_cast<std::size_t>(number)], steps_.touch);
        number = chains_[static_cast<std::size_t>(number)];
        return far || number == chain;
    });
}

std::optional<Contact> Sweeps::first_contact(std::int32_t chain) {
    if (in_the_way_.empty()) return std::nullopt;
    moving_.clear();
    for (const Mover& mover : movers(chain))
        for (const Piece& piece : pieces_of(build_, part(mover.part))) moving_.push_back({mover.part, piece});
    return is_lone(chain) && opener(chain).kind == OpenerKind::slide ? contact_of_slide(chain)
                                                                     : contact_of_turn(chain);
}

/// What a slide passes grows with its share, so that halving finds the first contact.
std::optional<Contact> Sweeps::contact_of_slide(std::int32_t chain) {
    const Opener& slide = opener(chain);
    const auto look = [&](double share) { return slid_into(slide, share); };
    const auto found = look(1);
    if (!found) return std::nullopt;
    return narrowed(0, *found, steps_.touch / std::max(steps_.touch, slide.travel.metres()), look);
}

std::optional<Contact> Sweeps::contact_of_turn(std::int32_t chain) {
    double path = 0;
    for (const Mover& mover : movers(chain)) path = std::max(path, longest_path(build_, part(mover.part)));
    const int steps = std::max(1, static_cast<int>(std::ceil(path / steps_.step)));
    const auto look = [&](double share) { return contact_at(chain, share); };
    for (int i = 0; i <= steps; ++i) {
        const auto found = look(static_cast<double>(i) / steps);
        if (!found) continue;
        if (i == 0) return found;
        return narrowed(static_cast<double>(i - 1) / steps, *found, steps_.touch / path, look);
    }
    return std::nullopt;
}

std::optional<Contact> Sweeps::slid_into(const Opener& slide, double share) const {
    const double by = slide.sign * slide.travel.metres() * share;
    for (const PartPiece& moving : moving_) {
        const Piece drawn = placed(stretched(moving.piece, slide.axis, by), frame(part(moving.part)));
        if (const auto met = met_by({moving.part, drawn}, share)) return met;
    }
    return std::nullopt;
}

std::optional<Contact> Sweeps::contact_at(std::int32_t chain, double share) {
    open_chain(chain, share);
    std::optional<Contact> found;
    glm::dmat4 matrix(1);
    std::int32_t of = -1;
    for (const PartPiece& moving : moving_) {
        if (const Part& moved = part(moving.part); moved.opener != of) {
            matrix = part_matrix(build_, moved, shares_);
            of = moved.opener;
        }
        if (found = met_by({moving.part, placed(moving.piece, matrix)}, share); found) break;
    }
    open_chain(chain, 0);
    return found;
}

std::optional<Contact> Sweeps::met_by(const PartPiece& moved, double share) const {
    for (const PartPiece& other : in_the_way_)
        if (meet(moved.piece, other.piece, steps_.touch)) return Contact{share, moved.part, other.part};
    return std::nullopt;
}

}  // namespace maatkast
