#include "tools/scene/stage.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/build/other_faces.h"
#include "model/mesh/texture_scale.h"
#include "tools/scene/figure.h"
#include "tools/scene/placement.h"

namespace maatkast::scene {
namespace {

float linear_channel(std::uint8_t value) {
    const float c = static_cast<float>(value) / 255;
    return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);  // IEC 61966-2-1
}

const Look& look_of(const Book& book, const Part& part) {
    return is_board(part) ? book.finishes[part.finish].look : book.models[part.model].look;
}

std::uint64_t texture_key(const std::string& stem) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, 64 bits
    for (const char c : stem) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

}  // namespace

std::vector<std::string> textures_of(const Book& book, const Build& build) {
    std::vector<std::string> stems;
    for (const Part& part : build.parts) {
        const std::string& stem = look_of(book, part).texture;
        const auto others = other_faces(book, part);
        for (const std::string& needed : {stem, others ? others->look.texture : std::string()})
            if (!needed.empty() && std::ranges::find(stems, needed) == stems.end()) stems.push_back(needed);
    }
    return stems;
}

glm::vec3 linear(std::span<const std::uint8_t, 3> srgb) {
    return {linear_channel(srgb[0]), linear_channel(srgb[1]), linear_channel(srgb[2])};
}

Stage::Stage(const Book& book, TextureStore& textures) : book_(&book), store_(&textures) {}

int Stage::texture(const std::string& stem) {
    const auto known = std::ranges::find(stems_, stem);
    if (known != stems_.end()) return static_cast<int>(known - stems_.begin());
    const render::Image* picture = store_->get(stem);
    if (!picture) return -1;
    stems_.push_back(stem);
    scene_.textures.push_back({texture_key(stem), picture->size.width, picture->size.height, picture->rgba});
    return static_cast<int>(stems_.size()) - 1;
}

int Stage::palette() {
    constexpr char kPalette[] = ":palette";  // no file has such a name
    const auto known = std::ranges::find(stems_, kPalette);
    if (known != stems_.end()) return static_cast<int>(known - stems_.begin());
    stems_.emplace_back(kPalette);
    scene_.textures.push_back({texture_key(kPalette), kSlots, kSchemes, palette_picture()});
    return static_cast<int>(stems_.size()) - 1;
}

// Behind the parts, so that their numbers hold.
void Stage::add_dressing(const Design& design, const Build& build) {
    things_.clear();
    dressing_box_ = {};
    if (dressing_.things) {
        things_ = make_things(*book_, design, build, thing_meshes_);
        add_things(scene_, things_, palette());
        for (const Thing& thing : things_)
            dressing_box_.add(render::transformed(thing.mesh->bounds, thing.at));
    }
    if (!dressing_.figure_cm) return;
    const int height = *dressing_.figure_cm;
    const auto at = place_figure(*book_, design, build, height);
    if (!at) return;
    if (!figure_ || figure_->first != height) figure_.emplace(height, make_figure(height));
    dressing_box_.add(add_figure(scene_, figure_->second, *at));
}

render::Material Stage::material_of(const Look& look) {
    render::Material material;
    material.base_color = linear(look.srgb);
    material.roughness = static_cast<float>(look.roughness);
    material.metallic = static_cast<float>(look.metallic);
    material.clearcoat = static_cast<float>(look.clearcoat);
    material.transmission = static_cast<float>(look.transmission);
    material.anisotropy = static_cast<float>(look.anisotropy);
    // Smooth metal among the finishes is a mirror.
    material.sees_scene = look.metallic == 1 && look.roughness <= 0.1;
    material.texture = look.texture.empty() ? -1 : texture(look.texture);
    if (material.texture >= 0)
        material.base_color = glm::vec3(1);  // the picture's mean is the catalogue colour
    material.texture_scale = {1 / static_cast<float>(kTextureLength), 1 / static_cast<float>(kTextureWidth)};
    return material;
}

// One material for each finish and each model of the book, at its own index; unused ones load no picture.
void Stage::add_materials() {
    scene_.materials.clear();
    for (std::size_t i = 0; i < book_->finishes.size(); ++i)
        scene_.materials.push_back(used_finish_[i] ? material_of(book_->finishes[i].look)
                                                   : render::Material{});
    for (std::size_t i = 0; i < book_->models.size(); ++i)
        scene_.materials.push_back(used_model_[i] ? material_of(book_->models[i].look) : render::Material{});
}

/// One material more for each look that other faces have.
void Stage::add_patches(const Build& build, const MeshSet& meshes) {
    std::map<std::pair<std::uint16_t, std::string>, std::optional<std::uint32_t>> known;
    patches_.add(scene_, *book_, build, meshes, [&](const Part& part, const OtherFaces& faces) {
        const std::string& stem = faces.look.texture;
        const auto [entry, fresh] = known.try_emplace({part.finish, stem});
        if (!fresh || (!stem.empty() && texture(stem) < 0)) return entry->second;
        scene_.materials.push_back(material_of(faces.look));
        if (faces.texture != OtherFaces::Texture::as_face)
            scene_.materials.back().texture_scale = glm::vec2(1 / static_cast<float>(kCutSide));
        return entry->second = static_cast<std::uint32_t>(scene_.materials.size() - 1);
    });
}

/// After everything else. Strips shine; what glows for the room's sake does so by the light there is.
void Stage::add_light(const Build& build) {
    set_light(scene_, dressing_.hour);
    scene_.strips = light_strips(build, dressing_.hour);
    for (render::Material& material : scene_.materials) material.emission *= glow(dressing_.hour);
    for (const Part& part : build.parts)
        if (part.kind == PartKind::led_strip)
            scene_.materials[book_->finishes.size() + part.model].emission = strip_emission(dressing_.hour);
}

void Stage::set(const Design* design, const Build& build, const MeshSet& meshes,
                std::span<const double> open) {
    scene_.meshes.clear();
    scene_.instances.clear();
    used_finish_.assign(book_->finishes.size(), 0);
    used_model_.assign(book_->models.size(), 0);
    for (const Part& part : build.parts)
        (is_board(part) ? used_finish_[part.finish] : used_model_[part.model]) = 1;
    add_materials();

    vertices_.clear();
    for (const Vertex& v : meshes.vertices) vertices_.push_back({v.position, v.normal, v.uv});
    indices_ = meshes.indices;
    for (const MeshSpan& mesh : meshes.meshes)
        scene_.meshes.push_back({mesh.key, std::span(vertices_).subspan(mesh.first_vertex, mesh.vertex_count),
                                 std::span(indices_).subspan(mesh.first_index, mesh.index_count)});

    for (std::size_t i = 0; i < build.parts.size(); ++i) {
        const Part& part = build.parts[i];
        const std::size_t material = is_board(part) ? part.finish : book_->finishes.size() + part.model;
        scene_.instances.push_back({meshes.mesh_of[i],
                                    static_cast<std::uint32_t>(material),
                                    placement(build, part, open),
                                    grain_offset(*book_, part),
                                    {},
                                    render::Role::object});
    }
    parts_ = build.parts.size();
    add_patches(build, meshes);
    if (design) add_dressing(*design, build);
    room_ = make_room(*book_, design, build);
    add_room(scene_, room_, texture(kFloorTexture));
    add_light(build);
    ++scene_.revision;
}

void Stage::pose(const Build& build, std::span<const double> open) {
    for (std::size_t i = 0; i < parts_; ++i)
        if (build.parts[i].opener >= 0)
            scene_.instances[i].transform = placement(build, build.parts[i], open);
    patches_.follow(scene_);
    ++scene_.revision;
}

void Stage::highlight(int part, const glm::vec4& color) {
    bool changed = false;
    for (std::size_t i = 0; i < parts_; ++i) {
        const glm::vec4 wanted = static_cast<int>(i) == part ? color : glm::vec4(0);
        changed = changed || scene_.instances[i].highlight != wanted;
        scene_.instances[i].highlight = wanted;
    }
    if (!changed) return;
    patches_.follow(scene_);
    ++scene_.revision;
}

}  // namespace maatkast::scene
