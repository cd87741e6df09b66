#include "tools/showroom/part_finish.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/build/kinds.h"

namespace maatkast::show {
namespace {

std::optional<PartFinish> of_leaf(const Design& design, const Build& build, const Leaf& leaf) {
    if (leaf.front < 0) return {};
    const auto front = static_cast<std::size_t>(leaf.front);
    if (leaf.kind != LeafKind::sliding)
        return PartFinish{fmt::format("bays/{}/fronts/{}/finish", leaf.bay, leaf.front), FinishGroup::fronts,
                          design.bays[static_cast<std::size_t>(leaf.bay)].fronts[front].finish};
    // Leaves of one set stand in their order.
    const auto before = std::ranges::count_if(build.leaves, [&](const Leaf& other) {
        return other.kind == LeafKind::sliding && other.front == leaf.front &&
               other.first_part < leaf.first_part;
    });
    const auto& finishes = design.sliding[front].leaf_finishes;
    const auto number = static_cast<std::size_t>(before);
    return PartFinish{fmt::format("sliding/{}/leaves/{}/finish", leaf.front, number), FinishGroup::fronts,
                      number < finishes.size() ? finishes[number] : std::nullopt};
}

std::optional<PartFinish> of_opening(const Design& design, const Part& part) {
    const std::string path = fmt::format("bays/{}/openings/{}/", part.bay, part.opening);
    const Opening& opening =
        design.bays[static_cast<std::size_t>(part.bay)].openings[static_cast<std::size_t>(part.opening)];
    switch (part.kind) {
        case PartKind::shelf:
            return PartFinish{path + "finish", FinishGroup::shelves, opening.shelf_finish};
        case PartKind::drawer_front:
        case PartKind::drawer_side:
        case PartKind::drawer_end:
            return PartFinish{path + "interior/finish", FinishGroup::drawers, opening.interior.finish};
        case PartKind::divider:
            return PartFinish{path + "interior/finish", FinishGroup::shelves, opening.interior.finish};
        default:
            return {};
    }
}

}  // namespace

std::optional<PartFinish> finish_of_part(const Design& design, const Build& build, int index) {
    if (index < 0 || index >= static_cast<int>(build.parts.size())) return {};
    const Part& part = build.parts[static_cast<std::size_t>(index)];
    if (!is_board(part)) return {};
    const auto at = static_cast<std::uint32_t>(index);
    for (const Leaf& leaf : build.leaves)
        if (leaf.first_part <= at && at < leaf.first_part + leaf.parts) return of_leaf(design, build, leaf);
    if (part.bay < 0) return {};
    if (part.opening >= 0) return of_opening(design, part);
    if (part.kind != PartKind::bottom && part.kind != PartKind::top) return {};
    return PartFinish{fmt::format("bays/{}/finish", part.bay), FinishGroup::carcase,
                      design.bays[static_cast<std::size_t>(part.bay)].finish};
}

namespace {

void of_fronts(const Design& design, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        for (std::size_t k = 0; k < design.bays[i].fronts.size(); ++k)
            if (design.bays[i].fronts[k].finish)
                edits.push_back({fmt::format("bays/{}/fronts/{}/finish", i, k), "none"});
    for (std::size_t i = 0; i < design.sliding.size(); ++i) {
        const Sliding& sliding = design.sliding[i];
        if (sliding.finish) edits.push_back({fmt::format("sliding/{}/finish", i), "none"});
        for (std::size_t leaf = 0; leaf < sliding.leaf_finishes.size(); ++leaf)
            if (sliding.leaf_finishes[leaf])
                edits.push_back({fmt::format("sliding/{}/leaves/{}/finish", i, leaf), "none"});
    }
}

void of_openings(const Design& design, FinishGroup group, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        for (std::size_t k = 0; k < design.bays[i].openings.size(); ++k) {
            const Opening& opening = design.bays[i].openings[k];
            const std::string path = fmt::format("bays/{}/openings/{}/", i, k);
            const bool boxes = opening.interior.kind->keeps == Keeps::in_boxes;
            if (group == FinishGroup::shelves && opening.shelf_finish)
                edits.push_back({path + "finish", "none"});
            if (opening.interior.finish && boxes == (group == FinishGroup::drawers))
                edits.push_back({path + "interior/finish", "none"});
        }
}

}  // namespace

std::vector<Edit> without_exceptions(const Design& design, FinishGroup group) {
    std::vector<Edit> edits;
    if (group == FinishGroup::fronts) of_fronts(design, edits);
    if (group == FinishGroup::shelves || group == FinishGroup::drawers) of_openings(design, group, edits);
    if (group != FinishGroup::carcase) return edits;
    for (std::size_t i = 0; i < design.bays.size(); ++i)
        if (design.bays[i].finish) edits.push_back({fmt::format("bays/{}/finish", i), "none"});
    if (design.left_end.finish) edits.push_back({"ends/left", "none"});
    if (design.right_end.finish) edits.push_back({"ends/right", "none"});
    return edits;
}

}  // namespace maatkast::show
