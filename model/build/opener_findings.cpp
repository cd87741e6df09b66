#include "model/build/opener_findings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "model/build/kinds.h"
#include "model/build/motion.h"

namespace maatkast {
namespace {

const Opener& opener_of(const Build& build, std::int32_t number) {
    return build.openers[static_cast<std::size_t>(number)];
}

std::string place_of(const Build& build, const Sweeps& sweeps, std::int32_t chain) {
    const Opener& opener = opener_of(build, chain);
    if (opener.sliding >= 0) return sliding_path(static_cast<std::size_t>(opener.sliding));
    const auto bay = static_cast<std::size_t>(std::max(opener.bay, 0));
    if (opener.front >= 0) return front_path(bay, static_cast<std::size_t>(opener.front));
    const std::int32_t first = sweeps.first_part(chain);
    const std::int32_t opening = first < 0 ? -1 : build.parts[static_cast<std::size_t>(first)].opening;
    if (opening < 0) return bay_path(bay);
    return opening_path(bay, static_cast<std::size_t>(opening)) + "/interior";
}

void keep_worst(std::vector<OpenerClash>& clashes, OpenerClash clash) {
    const auto same = std::ranges::find(clashes, clash.where, &OpenerClash::where);
    if (same == clashes.end())
        clashes.push_back(std::move(clash));
    else if (clash.open < same->open)
        *same = std::move(clash);
}

OpenerClash clash_at(const Build& build, const Sweeps& sweeps, std::int32_t chain, const Contact& contact) {
    const Part &moved = build.parts[static_cast<std::size_t>(contact.moved)],
               &met = build.parts[static_cast<std::size_t>(contact.met)];
    return {place_of(build, sweeps, chain), chain, sweeps.chain_of(met), contact.open,
            moved.kind == PartKind::handle || met.kind == PartKind::handle};
}

bool slides_aside(const Opener& opener) {
    return opener.kind == OpenerKind::slide && opener.axis != Axis::z;
}

/// Whether two openers are meant to stand open at once.
bool independent(const Build& build, const Sweeps& sweeps, std::int32_t a, std::int32_t b) {
    if (sweeps.is_behind(a, b) || sweeps.is_behind(b, a)) return false;
    return !(slides_aside(opener_of(build, a)) && slides_aside(opener_of(build, b)));
}

std::vector<OpenerClash> find_alone(const Build& build, Sweeps& sweeps,
                                    std::span<const std::int32_t> chains) {
    std::vector<OpenerClash> clashes;
    for (const std::int32_t chain : chains)
        if (const auto contact = sweeps.alone(chain))
            clashes.push_back(clash_at(build, sweeps, chain, *contact));
    return clashes;
}

std::vector<OpenerClash> find_together(const Build& build, Sweeps& sweeps,
                                       std::span<const std::int32_t> chains) {
    std::vector<OpenerClash> clashes;
    std::vector<std::int32_t> near;
    for (const std::int32_t chain : chains) {
        sweeps.neighbours(chain, near);
        for (const std::int32_t other : near)
            if (independent(build, sweeps, chain, other))
                if (const auto contact = sweeps.beside(chain, other))
                    clashes.push_back(clash_at(build, sweeps, chain, *contact));
    }
    return clashes;
}

/// Repairs of one sort, the smallest change first; the first that works is offered.
using Candidates = std::vector<Repair>;

struct Repairer {
    const RuleContext& context;
    const OpenerClash& clash;

    const Opener& opener(std::int32_t number) const { return opener_of(context.build, number); }
    bool has_front(std::int32_t number) const { return number >= 0 && opener(number).front >= 0; }
    const Bay& bay(std::int32_t number) const {
        return context.design.bays[static_cast<std::size_t>(opener(number).bay)];
    }
    const Front& front(std::int32_t number) const {
        return bay(number).fronts[static_cast<std::size_t>(opener(number).front)];
    }
    std::string path(std::int32_t number) const {
        return front_path(static_cast<std::size_t>(opener(number).bay),
                          static_cast<std::size_t>(opener(number).front));
    }
};

const FrontKind* turned_round(const FrontKind* kind) {
    constexpr std::array<std::array<std::string_view, 2>, 3> kTwins{
        {{"left", "right"}, {"flap_up", "flap_down"}, {"bifold_left", "bifold_right"}}};
    for (const auto& [a, b] : kTwins) {
        if (kind->id == a) return find_front_kind(b);
        if (kind->id == b) return find_front_kind(a);
    }
    return nullptr;
}

Candidates other_side(const Repairer& r, std::int32_t number) {
    const FrontKind* kind = turned_round(r.front(number).kind);
    if (!kind) return {};
    const std::string id(kind->id);
    return {repair("other_side", r.path(number) + "/kind", id, Key{"front." + id})};
}

/// How far a handle stands out before its front.
Length height_of(const Book& book, const Handle& handle) {
    return handle.visible ? book.models[handle.model].size.z : Length{};
}

/// Handles that stand out less than the present one, the highest first; `path` is what the edit sets.
Candidates lower_handles(const Repairer& r, const std::string& path, const std::string& present) {
    const Book& book = r.context.book;
    const Handle* now = book.handle(present);
    std::vector<const Handle*> lower;
    for (const Handle& handle : book.handles)
        if (now && height_of(book, handle) < height_of(book, *now)) lower.push_back(&handle);
    std::ranges::stable_sort(lower, std::greater{},
                             [&](const Handle* handle) { return height_of(book, *handle); });
    Candidates candidates;
    for (const Handle* handle : lower)
        candidates.push_back(repair("other_handle", path, handle->id, Key{"handle." + handle->id}));
    return candidates;
}

Candidates own_handle(const Repairer& r, std::int32_t number) {
    return lower_handles(r, r.path(number) + "/handle",
                         r.front(number).handle.value_or(r.context.design.handle));
}

Candidates narrower(const Repairer& r) {
    const auto bay = static_cast<std::size_t>(r.opener(r.clash.opener).bay);
    const Range& widths = r.context.book.width;
    Candidates candidates;
    for (const Length less : {50_mm, 100_mm, 150_mm, 200_mm, 300_mm}) {
        const Length width = widths.round_down(r.context.design.bays[bay].width - less);
        if (width < widths.least) break;
        candidates.push_back(repair("set_size", bay_path(bay) + "/width", edit_value(width), width));
    }
    return candidates;
}

/// What changes how the openers go, not what is there. Nothing helps what stands in something when closed.
std::vector<Candidates> adjustments(const Repairer& r) {
    const std::int32_t mover = r.clash.opener;
    std::vector<Candidates> groups;
    if (r.clash.open == 0) return groups;
    for (const std::int32_t number : {mover, r.clash.met})
        if (r.has_front(number)) groups.push_back(other_side(r, number));
    for (const std::int32_t number : {mover, r.clash.met})
        if (r.clash.by_handle && r.has_front(number)) groups.push_back(own_handle(r, number));
    if (r.clash.by_handle) groups.push_back(lower_handles(r, "handle", r.context.design.handle));
    if (r.has_front(mover) && turned_round(r.front(mover).kind) && r.front(mover).kind->leaves == 1)
        groups.push_back({repair("make_pair", r.path(mover) + "/kind", "pair")});
    return groups;
}

/// Better smaller, or not there, than closed for ever.
std::vector<Candidates> last_resorts(const Repairer& r) {
    std::vector<Candidates> groups;
    if (r.clash.open > 0 && r.opener(r.clash.opener).bay >= 0) groups.push_back(narrower(r));
    if (r.clash.where.ends_with("/interior"))
        groups.push_back({repair("leave_empty", r.clash.where, "empty")});
    for (const std::int32_t number : {r.clash.opener, r.clash.met})
        if (r.has_front(number)) groups.push_back({repair("remove_front", r.path(number) + "/remove", "")});
    return groups;
}

/// Fewer are found in all, and none at its place; unless taking a front away has put another one there.
bool helps(const RuleContext& context, const OpenerClash& clash, FindClashes find, std::size_t had,
           const Repair& repair) {
    const auto changed = apply(context.book, context.design, repair.edits);
    if (!changed) return false;
    const Build built = build_parts(context.book, *changed);
    Sweeps sweeps(built, sweep_steps(context.book));
    const auto left = find(built, sweeps);
    if (left.size() >= had) return false;
    return repair.edits.front().path.ends_with("/remove") ||
           std::ranges::find(left, clash.where, &OpenerClash::where) == left.end();
}

}  // namespace

Clashes find_clashes(const Build& build, Sweeps& sweeps, std::span<const std::int32_t> chains) {
    return {find_alone(build, sweeps, chains), find_together(build, sweeps, chains)};
}

std::vector<OpenerClash> worst_alone(const Clashes& clashes) {
    std::vector<OpenerClash> worst;
    for (const OpenerClash& clash : clashes.alone) keep_worst(worst, clash);
    return worst;
}

std::vector<OpenerClash> worst_together(const Clashes& clashes) {
    std::vector<OpenerClash> worst;
    for (const OpenerClash& clash : clashes.together) {
        const auto mirrors = [&](const OpenerClash& other) {
            return other.opener == clash.met && other.met == clash.opener;
        };
        if (clash.opener < clash.met || std::ranges::none_of(clashes.together, mirrors))
            keep_worst(worst, clash);
    }
    return worst;
}

std::vector<OpenerClash> clashes_alone(const Build& build, Sweeps& sweeps) {
    return worst_alone({find_alone(build, sweeps, sweeps.chains()), {}});
}

std::vector<OpenerClash> clashes_together(const Build& build, Sweeps& sweeps) {
    return worst_together({{}, find_together(build, sweeps, sweeps.chains())});
}

MessageValue opened(const Opener& opener, double share) {
    constexpr double kHair = 1e-6;  // the whole way is not a little less
    if (opener.kind == OpenerKind::slide)
        return Length::of_mm(static_cast<std::int32_t>(std::floor(opener.travel.mm() * share + kHair)));
    return Angle::of_degrees(
        static_cast<std::int32_t>(std::floor(std::max(0.0, turned(opener, share)) + kHair)));
}

std::vector<Repair> repairs_of(const RuleContext& context, const std::vector<OpenerClash>& clashes,
                               const OpenerClash& clash, FindClashes find) {
    const bool opens = find == clashes_together;  // which is advice
    if (context.repairs == Repairs::left_out || (opens && context.repairs == Repairs::of_blocking)) return {};
    const Repairer repairer{context, clash};
    std::vector<Candidates> groups = adjustments(repairer);
    if (!opens) std::ranges::move(last_resorts(repairer), std::back_inserter(groups));
    std::vector<Repair> repairs;
    for (const Candidates& group : groups) {
        const auto works = std::ranges::find_if(
            group, [&](const Repair& repair) { return helps(context, clash, find, clashes.size(), repair); });
        if (works != group.end()) repairs.push_back(*works);
        if (opens && !repairs.empty()) break;
    }
    return repairs;
}

}  // namespace maatkast
