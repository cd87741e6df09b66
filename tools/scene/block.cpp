#include "tools/scene/block.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "model/build/motion.h"

namespace maatkast::scene {
namespace {

constexpr double kHair = 0.004;  // metres: what touches a block is not hidden by it

void take_in(Block& block, const Part& part) {
    const Length3 far = part.origin + part.size;
    const glm::dvec3 least(part.origin.x.metres(), part.origin.y.metres(), part.origin.z.metres());
    const glm::dvec3 most(far.x.metres(), far.y.metres(), far.z.metres());
    block.least = glm::min(block.least, least);
    block.most = glm::max(block.most, most);
}

void put(Block& block, const glm::dmat4& frame) {
    block.frame = frame;
    block.inverse = glm::inverse(frame);
}

}  // namespace

std::vector<Block> blocks_of(const Build& build, std::span<const double> open) {
    std::map<std::array<std::int32_t, 3>, Block> found;  // by opener, frame and bay
    for (const Part& part : build.parts) {
        if (part.opener >= 0 && !is_board(part)) continue;
        const auto [at, is_new] =
            found.try_emplace({part.opener, part.frame, part.opener < 0 ? part.bay : 0});
        if (is_new) put(at->second, part_matrix(build, part, open));
        take_in(at->second, part);
    }
    std::vector<Block> blocks;
    for (const auto& [key, block] : found) blocks.push_back(block);
    return blocks;
}

std::vector<Block> opaque_blocks(const Build& build, std::span<const double> open,
                                 std::span<const int> without) {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const Part& part = build.parts[i];
        if (!is_board(part) || part.kind == PartKind::glass) continue;
        if (std::ranges::find(without, static_cast<int>(i)) != without.end()) continue;
        Block& block = blocks.emplace_back();
        take_in(block, part);
        put(block, part_matrix(build, part, open));
    }
    return blocks;
}

bool hides(const Block& block, const glm::dvec3& eye, const glm::dvec3& point) {
    const glm::dvec3 from(block.inverse * glm::dvec4(eye, 1)),
        way = glm::dvec3(block.inverse * glm::dvec4(point, 1)) - from;
    double enters = 0, leaves = 1 - kHair / std::max(glm::length(way), kHair);
    for (int axis = 0; axis < 3; ++axis) {
        const double low = block.least[axis] + kHair, high = block.most[axis] - kHair;
        if (std::abs(way[axis]) < 1e-12) {
            if (from[axis] < low || from[axis] > high) return false;
            continue;
        }
        const double a = (low - from[axis]) / way[axis], b = (high - from[axis]) / way[axis];
        enters = std::max(enters, std::min(a, b));
        leaves = std::min(leaves, std::max(a, b));
    }
    return enters < leaves;
}

bool hidden(std::span<const Block> blocks, const glm::dvec3& eye, const glm::dvec3& point) {
    return std::ranges::any_of(blocks, [&](const Block& block) { return hides(block, eye, point); });
}

}  // namespace maatkast::scene
