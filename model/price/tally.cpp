#include "model/price/tally.h"

#include <algorithm>
#include <array>
#include <functional>

#include "model/book/book.h"
#include "model/build/sections.h"
#include "model/machining/drilling.h"

namespace maatkast {
namespace {

std::vector<Amount> holes_by_part(const Book& book, const Build& build) {
    std::vector<Amount> holes(build.parts.size());
    for (const HoleRow& row : drilling(book, build)) holes[row.part] += row.count;
    return holes;
}

}  // namespace

Tally::Tally(const Book& book, const Build& build) : book_(&book) {
    update(build, {});
}

void Tally::update(const Build& build, const Rebuilt& rebuilt) {
    if (rebuilt.all)
        count_all(build);
    else
        count(build, rebuilt.bays);
    Amounts amounts = sum_;
    add_holes(*book_, holes_, amounts);
    price_ = priced(*book_, amounts);
}

void Tally::count_all(const Build& build) {
    sections_.assign(build.sections.size(), {Amounts(book_->articles.size()), {}});
    reach_.assign(build.sections.size(), {});
    run_boxes_ = run_boxes(build);
    sum_.assign(book_->articles.size(), 0);
    holes_ = 0;
    const std::vector<Amount> holes = holes_by_part(*book_, build);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        replace(build, i);
        const Slice& parts = build.sections[i].parts;
        for (std::uint32_t k = 0; k < parts.count; ++k) set_holes(i, k, holes[parts.first + k]);
    }
}

void Tally::count(const Build& build, std::span<const std::size_t> bays) {
    std::vector<Bounds> changed;
    for (const std::size_t bay : bays) {
        const std::size_t section = section_of_bay(bay);
        changed.push_back(reach_[section]);
        replace(build, section);
        changed.push_back(reach_[section]);
    }
    if (!bays.empty()) count_holes(build, bays, changed);
}

/// All but the holes, of which there are none until they are counted.
void Tally::replace(const Build& build, std::size_t section) {
    OfSection& of = sections_[section];
    std::ranges::transform(sum_, of.amounts, sum_.begin(), std::minus{});
    for (const Amount holes : of.holes) holes_ -= holes;
    const std::span parts = parts_of(build, section);
    of = {amounts_of(*book_, build, parts, leaves_of(build, section)), std::vector<Amount>(parts.size())};
    reach_[section] = {};
    for (const Part& part : parts) reach_[section].take_in(drilled_by(*book_, build, part));
    std::ranges::transform(sum_, of.amounts, sum_.begin(), std::plus{});
}

void Tally::set_holes(std::size_t section, std::size_t part, Amount holes) {
    Amount& known = sections_[section].holes[part];
    holes_ += holes - known;
    known = holes;
}

/// In all of the changed bays, and in each upright within their reach, with whatever else may stand against
/// that.
void Tally::count_holes(const Build& build, std::span<const std::size_t> bays,
                        std::span<const Bounds> changed) {
    const auto beside = [&](const Part& part) {
        return is_drilled(part) && !meeting(std::array{world_bounds(build, part)}, changed).empty();
    };
    std::vector<Bounds> boxes(changed.begin(), changed.end());
    for (const std::size_t number : meeting(run_boxes_, changed))
        if (is_drilled(parts_of(build, kRunSection)[number])) boxes.push_back(run_boxes_[number]);
    for (const std::size_t section : meeting(reach_, changed, kRunSection + 1))
        for (const Part& part : parts_of(build, section))
            if (beside(part)) boxes.push_back(world_bounds(build, part));
    const Excerpt part = excerpt(build, meeting(reach_, boxes, kRunSection + 1), meeting(run_boxes_, boxes));
    const std::vector<Amount> holes = holes_by_part(*book_, part.build);
    for (std::size_t i = 0; i < part.sections.size(); ++i) {
        const std::size_t section = part.sections[i];
        const bool all = section != kRunSection && std::ranges::binary_search(bays, section - 1);
        const Slice& parts = part.build.sections[i].parts;
        for (std::uint32_t k = 0; k < parts.count; ++k)
            if (all || beside(part.build.parts[parts.first + k]))
                set_holes(section, section == kRunSection ? part.run_parts[k] : k, holes[parts.first + k]);
    }
}

}  // namespace maatkast
