#include "model/mesh/mesh.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <ranges>
#include <utility>

#include "model/hardware/hardware.h"
#include "model/mesh/board.h"
#include "model/mesh/prism.h"

namespace maatkast {
namespace {

constexpr std::uint32_t kNone = ~0u;
constexpr std::size_t kFewestSlots = 128;  // a power of two

/// Spreads 64 bits over 64 bits one to one (the finaliser of MurmurHash3).
constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdull;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ull;
    return x ^ (x >> 33);
}

// The top bit tells the two kinds of key apart: 0 is a board written out in full, 1 a hash.
constexpr std::uint64_t kHashed = 1ull << 63;

std::uint64_t hashed_size(Length3 size, std::uint64_t seed) {
    for (const Length length : {size.x, size.y, size.z})
        seed = mix(seed ^ static_cast<std::uint32_t>(length.tenths)) + 0x9e3779b97f4a7c15ull;
    return mix(seed) | kHashed;
}

/// Three sizes of 20 bits (104 m) and the axes: every board up to that size has its own key, without
/// collisions.
std::uint64_t board_key(const Part& part) {
    const std::uint64_t axes =
        static_cast<std::uint64_t>(part.length_axis) * 3 + static_cast<std::uint64_t>(part.thickness_axis);
    const auto x = static_cast<std::uint64_t>(part.size.x.tenths),
               y = static_cast<std::uint64_t>(part.size.y.tenths),
               z = static_cast<std::uint64_t>(part.size.z.tenths);
    // The pair is one of six; dropping the three impossible ones leaves three bits.
    constexpr std::array<std::uint8_t, 9> kPair{0, 0, 1, 2, 0, 3, 4, 5, 0};
    if ((x | y | z) >> 20) return hashed_size(part.size, axes + 1);
    return std::uint64_t{kPair[axes]} << 60 | x << 40 | y << 20 | z;
}

std::uint64_t prism_key(const Build& build, const Part& part) {
    std::uint64_t seed = mix(static_cast<std::uint64_t>(part.extrusion) * 3 +
                             static_cast<std::uint64_t>(part.length_axis) + 100);
    for (const OutlinePoint& point : outline_of(build, part)) {
        const auto u = static_cast<std::uint64_t>(static_cast<std::uint32_t>(point.u.tenths)),
                   v = static_cast<std::uint64_t>(static_cast<std::uint32_t>(point.v.tenths));
        seed = mix(seed ^ (u << 32 | v)) + (point.smooth ? 0x9e3779b97f4a7c15ull : 0x2545f4914f6cdd1dull);
    }
    return hashed_size(part.size, seed);
}

std::uint64_t key_of(const HardwareMeshes& hardware, const Build& build, const Part& part) {
    if (part.shape == ShapeKind::board) return board_key(part);
    if (part.shape == ShapeKind::prism) return prism_key(build, part);
    const auto turn = static_cast<std::uint64_t>(part.turn & 3);
    return hashed_size(part.size, mix(hardware.meshes[part.model].content ^ mix(part.model + 1u)) + turn);
}

/// A build that breaks the contract of make_meshes would read or write outside its arrays: stop instead.
void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "make_meshes: %s\n", what);
    std::abort();
}

void require_valid(const HardwareMeshes& hardware, const Part& part) {
    require(part.size.x.tenths > 0 && part.size.y.tenths > 0 && part.size.z.tenths > 0,
            "a part without size");
    if (is_board(part))
        require(part.length_axis != part.thickness_axis, "a board whose length is its thickness");
    else
        require(part.model < hardware.meshes.size(), "a part whose model is not loaded");
}

}  // namespace

MeshSet make_meshes(const HardwareMeshes& hardware, const Build& build) {
    return std::move(MeshStore(hardware, build).set_);
}

MeshStore::MeshStore(const HardwareMeshes& hardware, const Build& build) : hardware_(&hardware) {
    make_all(build);
}

void MeshStore::make_all(const Build& build) {
    set_ = {};
    slots_.assign(kFewestSlots, kNone);
    first_model_index_.assign(hardware_->meshes.size(), kNone);
    first_board_index_ = kNone;
    set_.mesh_of.reserve(build.parts.size());
    for (const Part& part : build.parts) set_.mesh_of.push_back(mesh_for(build, part));
    parts_.clear();
    for (const Section& section : build.sections) parts_.push_back(section.parts);
    in_use_ = set_.meshes.size();
}

/// From the right, so that what is left of a bay still has its numbers.
void MeshStore::update(const Build& build, const Rebuilt& rebuilt) {
    if (rebuilt.all || set_.meshes.size() > 2 * in_use_ + kFewestSlots) return make_all(build);
    std::vector<std::uint32_t> meshes;
    for (const std::size_t bay : std::views::reverse(rebuilt.bays)) {
        meshes.clear();
        for (const Part& part : parts_of(build, section_of_bay(bay))) meshes.push_back(mesh_for(build, part));
        const Slice& before = parts_[section_of_bay(bay)];
        const auto first = set_.mesh_of.begin() + before.first;
        const auto same = std::min<std::ptrdiff_t>(before.count, std::ssize(meshes));
        std::copy_n(meshes.begin(), same, first);
        set_.mesh_of.erase(first + same, first + before.count);
        set_.mesh_of.insert(first + same, meshes.begin() + same, meshes.end());
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i] = build.sections[i].parts;
}

std::uint32_t MeshStore::mesh_for(const Build& build, const Part& part) {
    require_valid(*hardware_, part);
    const std::uint64_t key = key_of(*hardware_, build, part);
    if (const std::uint32_t known = slot(key); known != kNone) return known;
    add(build, part, key);
    const auto mesh = static_cast<std::uint32_t>(set_.meshes.size() - 1);
    slot(key) = mesh;
    if (set_.meshes.size() * 2 > slots_.size()) grow_slots();
    return mesh;
}

/// The slot that holds the key's mesh, or is free for it.
std::uint32_t& MeshStore::slot(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = mix(key) & mask;
    while (slots_[at] != kNone && set_.meshes[slots_[at]].key != key) at = (at + 1) & mask;
    return slots_[at];
}

void MeshStore::grow_slots() {
    slots_.assign(slots_.size() * 2, kNone);
    for (std::uint32_t i = 0; i < set_.meshes.size(); ++i) slot(set_.meshes[i].key) = i;
}

void MeshStore::add(const Build& build, const Part& part, std::uint64_t key) {
    MeshSpan mesh{.first_vertex = static_cast<std::uint32_t>(set_.vertices.size()), .key = key};
    if (part.shape == ShapeKind::prism)
        add_prism(build, part, mesh);
    else
        add_shared(part, mesh);
    set_.meshes.push_back(mesh);
}

/// Each prism has its own list of triangles.
void MeshStore::add_prism(const Build& build, const Part& part, MeshSpan& mesh) {
    const PrismMesh prism = make_prism(outline_of(build, part), part.size, part.extrusion, part.length_axis);
    mesh.vertex_count = static_cast<std::uint32_t>(prism.vertices.size());
    mesh.first_index = static_cast<std::uint32_t>(set_.indices.size());
    mesh.index_count = static_cast<std::uint32_t>(prism.indices.size());
    set_.vertices.insert(set_.vertices.end(), prism.vertices.begin(), prism.vertices.end());
    set_.indices.insert(set_.indices.end(), prism.indices.begin(), prism.indices.end());
}

/// All boards share one list of triangles, and so do all sizes of a model.
void MeshStore::add_shared(const Part& part, MeshSpan& mesh) {
    const bool board = part.shape == ShapeKind::board;
    const std::span<const std::uint32_t> indices =
        board ? std::span<const std::uint32_t>(board_indices())
              : std::span<const std::uint32_t>(hardware_->meshes[part.model].indices);
    std::uint32_t& first_index = board ? first_board_index_ : first_model_index_[part.model];
    if (first_index == kNone) {
        first_index = static_cast<std::uint32_t>(set_.indices.size());
        set_.indices.insert(set_.indices.end(), indices.begin(), indices.end());
    }
    const std::size_t count = board ? kBoardVertices : hardware_->meshes[part.model].vertices.size();
    mesh.vertex_count = static_cast<std::uint32_t>(count);
    mesh.first_index = first_index;
    mesh.index_count = static_cast<std::uint32_t>(indices.size());
    set_.vertices.resize(set_.vertices.size() + count);
    const std::span out = std::span(set_.vertices).last(count);
    if (board)
        write_board(part.size, part.length_axis, part.thickness_axis, out.first<kBoardVertices>());
    else
        write_fitted(hardware_->meshes[part.model], part.size, part.turn, out);
}

}  // namespace maatkast
