#include "tools/scene/ghost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

#include "model/build/swept.h"
#include "tools/scene/placement.h"
#include "tools/scene/stage.h"

namespace maatkast::scene {
namespace {

constexpr std::array<std::uint8_t, 3> kComes{0x3a, 0xa5, 0x88}, kGoes{0xb8, 0x3a, 0x2e};
constexpr float kComesAlpha = 0.46F, kGoesAlpha = 0.32F, kTint = 0.45F;

/// What is compared: sort, size, shape and place in the world, to a hundredth of a millimetre.
using Look = std::vector<std::int64_t>;

void add(Look& look, const glm::dvec3& at) {
    for (int i = 0; i < 3; ++i) look.push_back(std::llround(at[i] * 1e5));
}

Look look_of(const Build& build, const Part& part, double shift) {
    Look look{static_cast<std::int64_t>(part.kind), static_cast<std::int64_t>(part.shape),
              static_cast<std::int64_t>(part.length_axis), static_cast<std::int64_t>(part.thickness_axis),
              part.turn & 3};
    if (!is_board(part)) look.push_back(part.model);
    for (const Length length : {part.size.x, part.size.y, part.size.z}) look.push_back(length.tenths);
    glm::dmat4 at(placement(build, part, {}));
    at[3].x += shift;
    for (int column = 0; column < 4; ++column) add(look, glm::dvec3(at[column]));
    if (part.shape == ShapeKind::prism)
        for (const OutlinePoint& point : outline_of(build, part)) {
            look.push_back(point.u.tenths);
            look.push_back(point.v.tenths);
        }
    return look;
}

render::Material glassy(const std::array<std::uint8_t, 3>& srgb, float alpha) {
    render::Material material;
    material.base_color = linear(srgb) * 0.7F;
    material.emission = linear(srgb) * 0.3F;
    material.roughness = 0.8F;
    material.alpha = alpha;
    return material;
}

}  // namespace

Difference difference(const Build& before, const Build& after, double shift) {
    std::multimap<Look, std::uint32_t> there;
    for (std::uint32_t i = 0; i < after.parts.size(); ++i)
        there.emplace(look_of(after, after.parts[i], shift), i);
    Difference out;
    for (std::uint32_t i = 0; i < before.parts.size(); ++i) {
        const auto found = there.find(look_of(before, before.parts[i], 0));
        if (found == there.end()) {
            out.gone.push_back(i);
            continue;
        }
        ++out.same;
        const Part& now = after.parts[found->second];
        if (is_board(now) && now.finish != before.parts[i].finish) out.refinished.push_back(i);
        there.erase(found);
    }
    for (const auto& [look, part] : there) out.come.push_back(part);
    std::ranges::sort(out.come);
    return out;
}

Ghost::Ghost(const HardwareMeshes& hardware, const Build& before, Build after)
    : after_(std::move(after)), meshes_(make_meshes(hardware, after_)) {
    const auto ends = [](const Build& build) {
        maatkast::Bounds all;
        for (const Part& part : build.parts) all.take_in(world_bounds(build, part));
        return std::array{all.least.x, all.most.x};
    };
    const auto was = ends(before), is = ends(after_);
    difference_ = scene::difference(before, after_);
    for (const double shift : {was[0] - is[0], was[1] - is[1]})
        if (Difference other = scene::difference(before, after_, shift); other.same > difference_.same) {
            shift_ = shift;
            difference_ = std::move(other);
        }
    for (const Vertex& v : meshes_.vertices) vertices_.push_back({v.position, v.normal, v.uv});
    for (const std::uint32_t part : difference_.come) {
        const maatkast::Bounds box = world_bounds(after_, after_.parts[part]);
        bounds_.add(glm::vec3(box.least + glm::dvec3(shift_, 0, 0)));
        bounds_.add(glm::vec3(box.most + glm::dvec3(shift_, 0, 0)));
    }
}

glm::mat4 Ghost::place(std::uint32_t part) const {
    glm::mat4 at = placement(after_, after_.parts[part], {});
    at[3].x += static_cast<float>(shift_);
    return at;
}

void Ghost::show(render::Scene& scene) const {
    const auto goes = static_cast<std::uint32_t>(scene.materials.size());
    scene.materials.push_back(glassy(kGoes, kGoesAlpha));
    scene.materials.push_back(glassy(kComes, kComesAlpha));
    for (const std::uint32_t part : difference_.gone) scene.instances[part].material = goes;
    for (const std::uint32_t part : difference_.refinished)
        scene.instances[part].highlight = glm::vec4(linear(kComes), kTint);
    std::map<std::uint32_t, std::uint32_t> added;
    for (const std::uint32_t part : difference_.come) {
        const std::uint32_t mesh = meshes_.mesh_of[part];
        const auto [known, fresh] = added.try_emplace(mesh, static_cast<std::uint32_t>(scene.meshes.size()));
        if (fresh) {
            const MeshSpan& span = meshes_.meshes[mesh];
            scene.meshes.push_back({span.key,
                                    std::span(vertices_).subspan(span.first_vertex, span.vertex_count),
                                    meshes_.indices_of(mesh)});
        }
        render::Instance instance;
        instance.mesh = known->second;
        instance.material = goes + 1;
        instance.transform = place(part);
        scene.instances.push_back(instance);
    }
    ++scene.revision;
}

}  // namespace maatkast::scene
