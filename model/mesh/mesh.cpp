#include "model/mesh/mesh.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>

#include "model/hardware/hardware.h"
#include "model/mesh/board.h"
#include "model/mesh/prism.h"

namespace maatkast {
namespace {

constexpr std::uint32_t kNone = ~0u;

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

/// Mesh numbers by key: open addressing, linear probing, at most half full.
class MeshTable {
  public:
    explicit MeshTable(std::size_t most) : slots_(std::bit_ceil(2 * most + 2), kNone) {}

    /// The slot that holds the key's mesh, or is free for it.
    std::uint32_t& slot(std::uint64_t key, const std::vector<MeshSpan>& meshes) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = mix(key) & mask;
        while (slots_[at] != kNone && meshes[slots_[at]].key != key) at = (at + 1) & mask;
        return slots_[at];
    }

  private:
    std::vector<std::uint32_t> slots_;
};

class Maker {
  public:
    Maker(const HardwareMeshes& hardware, const Build& build)
        : hardware_(hardware), build_(build), first_model_index_(hardware.meshes.size(), kNone) {}

    MeshSet make() {
        share();
        set_.vertices.resize(vertex_count_);
        for (std::size_t mesh = 0; mesh < set_.meshes.size(); ++mesh)
            write(set_.meshes[mesh], *first_part_[mesh]);
        return std::move(set_);
    }

  private:
    /// Finds the different shapes and lays their spans out one behind the other.
    void share() {
        MeshTable table(build_.parts.size());
        set_.mesh_of.reserve(build_.parts.size());
        for (const Part& part : build_.parts) {
            require_valid(hardware_, part);
            const std::uint64_t key = key_of(hardware_, build_, part);
            std::uint32_t& slot = table.slot(key, set_.meshes);
            if (slot == kNone) {
                slot = static_cast<std::uint32_t>(set_.meshes.size());
                add_mesh(part, key);
            }
            set_.mesh_of.push_back(slot);
        }
    }

    void add_mesh(const Part& part, std::uint64_t key) {
        if (part.shape == ShapeKind::prism) return add_prism(part, key);
        const bool board = part.shape == ShapeKind::board;
        const std::span<const std::uint32_t> indices =
            board ? std::span<const std::uint32_t>(board_indices())
                  : std::span<const std::uint32_t>(hardware_.meshes[part.model].indices);
        const std::size_t vertices = board ? kBoardVertices : hardware_.meshes[part.model].vertices.size();
        std::uint32_t& first_index = board ? first_board_index_ : first_model_index_[part.model];
        if (first_index == kNone) {
            first_index = static_cast<std::uint32_t>(set_.indices.size());
            set_.indices.insert(set_.indices.end(), indices.begin(), indices.end());
        }
        set_.meshes.push_back({static_cast<std::uint32_t>(vertex_count_),
                               static_cast<std::uint32_t>(vertices), first_index,
                               static_cast<std::uint32_t>(indices.size()), key});
        first_part_.push_back(&part);
        vertex_count_ += vertices;
    }

    /// Each prism has its own list of triangles.
    void add_prism(const Part& part, std::uint64_t key) {
        PrismMesh prism = make_prism(outline_of(build_, part), part.size, part.extrusion, part.length_axis);
        set_.meshes.push_back({static_cast<std::uint32_t>(vertex_count_),
                               static_cast<std::uint32_t>(prism.vertices.size()),
                               static_cast<std::uint32_t>(set_.indices.size()),
                               static_cast<std::uint32_t>(prism.indices.size()), key});
        set_.indices.insert(set_.indices.end(), prism.indices.begin(), prism.indices.end());
        first_part_.push_back(&part);
        vertex_count_ += prism.vertices.size();
        prisms_.push_back(std::move(prism.vertices));
    }

    void write(const MeshSpan& mesh, const Part& part) {
        const std::span out = std::span(set_.vertices).subspan(mesh.first_vertex, mesh.vertex_count);
        if (part.shape == ShapeKind::board)
            write_board(part.size, part.length_axis, part.thickness_axis, out.first<kBoardVertices>());
        else if (part.shape == ShapeKind::prism)
            std::ranges::copy(prisms_[next_prism_++], out.begin());
        else
            write_fitted(hardware_.meshes[part.model], part.size, part.turn, out);
    }

    const HardwareMeshes& hardware_;
    const Build& build_;
    MeshSet set_;
    std::vector<const Part*> first_part_;
    std::vector<std::uint32_t> first_model_index_;
    std::uint32_t first_board_index_ = kNone;
    std::vector<std::vector<Vertex>> prisms_;  ///< in the order of their meshes
    std::size_t next_prism_ = 0;
    std::size_t vertex_count_ = 0;
};

}  // namespace

MeshSet make_meshes(const HardwareMeshes& hardware, const Build& build) {
    return Maker(hardware, build).make();
}

}  // namespace maatkast
