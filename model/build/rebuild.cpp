#include "model/build/rebuild.h"

#include <algorithm>
#include <utility>

#include "model/build/rule.h"
#include "model/build/sections.h"

namespace maatkast {
namespace {

/// All but the bays, which it takes out of both and puts back.
bool same_but_bays(Design& a, Design& b) {
    std::vector<Bay> of_a = std::exchange(a.bays, {}), of_b = std::exchange(b.bays, {});
    const bool same = a == b;
    a.bays = std::move(of_a);
    b.bays = std::move(of_b);
    return same;
}

/// A row that begins in a bay cuts the uprights beside it.
bool stacks(const Bay& bay) {
    return std::ranges::any_of(bay.openings, [](const Opening& o) { return o.shelf == ShelfKind::stack; });
}

/// Whether two bays differ in what stands inside them only.
bool same_shell(const Bay& a, const Bay& b) {
    Bay shell = a;
    shell.openings = b.openings;
    shell.fronts = b.fronts;
    return shell == b && !stacks(a) && !stacks(b);
}

/// The bays that changed inside; nothing where more did.
std::optional<std::vector<std::size_t>> changed_inside(const std::vector<Bay>& a, const std::vector<Bay>& b) {
    if (a.size() != b.size()) return std::nullopt;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        if (!same_shell(a[i], b[i])) return std::nullopt;
        changed.push_back(i);
    }
    return changed;
}

/// By section: around its parts and all that its openers pass.
std::vector<Bounds> reach_of(const Build& build, const Sweeps& sweeps) {
    std::vector<Bounds> reach(build.sections.size());
    for (std::size_t i = 0; i < reach.size(); ++i)
        for (const Part& part : parts_of(build, i)) reach[i].take_in(world_bounds(build, part));
    for (const std::int32_t chain : sweeps.chains())
        reach[section_of_opener(build.sections, chain)].take_in(sweeps.around(chain));
    return reach;
}

/// Numbers of openers, from those of some sections to those that the same sections have elsewhere.
class OpenerNumbers {
  public:
    /// `to[i]` is where `from[i]` went.
    OpenerNumbers(std::vector<Section> from, std::vector<Section> to)
        : from_(std::move(from)), to_(std::move(to)) {}

    std::size_t section(std::int32_t opener) const { return section_of_opener(from_, opener); }
    std::int32_t operator()(std::int32_t opener) const {
        if (opener < 0) return opener;
        const std::size_t at = section(opener);
        return opener + static_cast<std::int32_t>(to_[at].openers.first - from_[at].openers.first);
    }
    void renumber(std::vector<OpenerClash>& clashes) const {
        for (OpenerClash& clash : clashes) {
            clash.opener = (*this)(clash.opener);
            clash.met = (*this)(clash.met);
        }
    }

  private:
    std::vector<Section> from_, to_;
};

/// Takes in what was found anew, in the order of openers.
void merge(std::vector<OpenerClash>& clashes, std::vector<OpenerClash> found) {
    clashes.insert(clashes.end(), found.begin(), found.end());
    std::ranges::sort(clashes, {}, [](const OpenerClash& c) { return std::pair(c.opener, c.met); });
}

}  // namespace

Rebuild::Rebuild(const Book& book, Design design) : book_(&book), design_(std::move(design)) {
    layout_ = make_layout(*book_, design_);
    rebuild();
}

Rebuilt Rebuild::update(Design next) {
    const bool same_rest = same_but_bays(design_, next);
    auto bays = same_rest ? changed_inside(design_.bays, next.bays) : std::nullopt;
    design_ = std::move(next);
    Layout layout = make_layout(*book_, design_);
    if (bays && !same_outside(layout_, layout)) bays.reset();
    layout_ = std::move(layout);
    if (!bays) {
        rebuild();
        return {};
    }
    if (!bays->empty()) rebuild(*bays);
    return {false, std::move(*bays)};
}

void Rebuild::rebuild() {
    build_ = build_sections(*book_, design_, layout_);
    Sweeps sweeps(build_, sweep_steps(*book_));
    clashes_ = find_clashes(build_, sweeps, sweeps.chains());
    reach_ = reach_of(build_, sweeps);
    run_boxes_ = run_boxes(build_);
    ask_rules(*book_, design_, layout_, clashes_, build_);
}

void Rebuild::rebuild(const Numbers& bays) {
    const std::vector<Section> before = build_.sections;
    std::vector<Bounds> changed;
    for (const std::size_t bay : bays) changed.push_back(reach_[section_of_bay(bay)]);
    for (const std::size_t bay : bays)
        replace_section(build_, section_of_bay(bay), build_one_bay(*book_, design_, layout_, bay));
    for (const std::size_t bay : bays) {
        const std::size_t section = section_of_bay(bay);
        const Build alone = excerpt(build_, std::span(&section, 1), {}).build;
        reach_[section] = reach_of(alone, Sweeps(alone, sweep_steps(*book_))).back();
        changed.push_back(reach_[section]);
    }
    renew_clashes(before, changed);
    ask_rules_again(*book_, design_, layout_, clashes_, bays, build_);
}

/// Looks again at every opener that something changed beside, among all that any of those may meet.
void Rebuild::renew_clashes(const std::vector<Section>& before, std::span<const Bounds> changed) {
    const Numbers again = meeting(reach_, changed, kRunSection + 1);
    forget_clashes(before, again);
    std::vector<Bounds> boxes;
    for (const std::size_t section : again) boxes.push_back(reach_[section]);
    const Numbers around = meeting(reach_, boxes, kRunSection + 1);
    const Excerpt part = excerpt(build_, around, meeting(run_boxes_, boxes));
    std::vector<Section> whole;
    for (const std::size_t section : part.sections) whole.push_back(build_.sections[section]);
    const OpenerNumbers in_whole(part.build.sections, std::move(whole));
    Sweeps sweeps(part.build, sweep_steps(*book_));
    std::vector<std::int32_t> chains(sweeps.chains().begin(), sweeps.chains().end());
    std::erase_if(chains, [&](std::int32_t chain) {
        return !std::ranges::binary_search(again, part.sections[in_whole.section(chain)]);
    });
    Clashes found = find_clashes(part.build, sweeps, chains);
    in_whole.renumber(found.alone);
    in_whole.renumber(found.together);
    merge(clashes_.alone, std::move(found.alone));
    merge(clashes_.together, std::move(found.together));
}

/// Leaves out the clashes of the openers in some sections; the others get their new numbers.
void Rebuild::forget_clashes(const std::vector<Section>& before, const Numbers& sections) {
    const OpenerNumbers now(before, build_.sections);
    for (std::vector<OpenerClash>* clashes : {&clashes_.alone, &clashes_.together}) {
        std::erase_if(*clashes, [&](const OpenerClash& clash) {
            return std::ranges::binary_search(sections, now.section(clash.opener));
        });
        now.renumber(*clashes);
    }
}

}  // namespace maatkast
