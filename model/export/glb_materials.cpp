#include "model/export/glb_materials.h"

#include <algorithm>
#include <cmath>

#include "model/export/glb_geometry.h"

namespace maatkast::gltf {
namespace {

/// A decimal number of at most `digits` places, so that the JSON shows no binary tail.
double rounded(double value, double scale) {
    return std::round(value * scale) / scale;
}

/// IEC 61966-2-1, after holding the value where viewers can show it.
double linear(std::uint8_t srgb) {
    const double value = std::clamp<int>(srgb, 30, 243) / 255.0;
    return rounded(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4), 1e6);
}

bool same(const Look& a, const Look& b) {
    return a.srgb == b.srgb && a.roughness == b.roughness && a.metallic == b.metallic &&
           a.clearcoat == b.clearcoat && a.transmission == b.transmission && a.anisotropy == b.anisotropy &&
           a.texture == b.texture;
}

tinygltf::Value pair(double x, double y) {
    return tinygltf::Value(tinygltf::Value::Array{tinygltf::Value(x), tinygltf::Value(y)});
}

tinygltf::Value face_transform() {
    return tinygltf::Value(tinygltf::Value::Object{{"scale", pair(1 / kTextureLength, 1 / kTextureWidth)}});
}

/// One section for all ends: a material for each would be a draw for each.
tinygltf::Value cut_transform(OtherFaces::Texture texture) {
    const double v = texture == OtherFaces::Texture::ends ? rounded(cut_face_v(0) / kCutSide, 1e6) : 0;
    return tinygltf::Value(
        tinygltf::Value::Object{{"offset", pair(0, v)}, {"scale", pair(1 / kCutSide, 1 / kCutSide)}});
}

}  // namespace

void use(tinygltf::Model& model, const std::string& extension) {
    if (std::ranges::find(model.extensionsUsed, extension) == model.extensionsUsed.end())
        model.extensionsUsed.push_back(extension);
}

const Look& Materials::look_of(const Part& part) const {
    return part.shape == ShapeKind::model ? input_.book.models.at(part.model).look
                                          : input_.book.finishes.at(part.finish).look;
}

bool Materials::textured(const Part& part) const {
    return textures_ && !look_of(part).texture.empty();
}

int Materials::of(const Part& part) {
    return of(look_of(part), part.shape == ShapeKind::model ? input_.book.models.at(part.model).id
                                                            : input_.book.finishes.at(part.finish).id);
}

int Materials::of(const OtherFaces& faces) {
    if (faces.texture == OtherFaces::Texture::as_face) return of(faces.look, "behind");
    return of(faces.look, faces.look.texture, cut_transform(faces.texture));
}

int Materials::of(const Look& look, const std::string& name) {
    return of(look, name, face_transform());
}

int Materials::of(const Look& look, const std::string& name, const tinygltf::Value& placed) {
    for (const auto& [known, number] : looks_)
        if (same(known, look)) return number;
    tinygltf::Material material;
    material.name = name;
    auto& surface = material.pbrMetallicRoughness;
    surface.metallicFactor = look.metallic;
    surface.roughnessFactor = look.roughness;
    const int image = textures_ && !look.texture.empty() ? texture(look.texture) : -1;
    if (image >= 0) {
        surface.baseColorTexture.index = image;
        surface.baseColorTexture.extensions["KHR_texture_transform"] = placed;
        use(model_, "KHR_texture_transform");
    } else {
        surface.baseColorFactor = {linear(look.srgb[0]), linear(look.srgb[1]), linear(look.srgb[2]), 1};
    }
    if (look.transmission > 0) {
        material.extensions["KHR_materials_transmission"] = tinygltf::Value(
            tinygltf::Value::Object{{"transmissionFactor", tinygltf::Value(look.transmission)}});
        use(model_, "KHR_materials_transmission");
    }
    if (look.clearcoat > 0) {
        material.extensions["KHR_materials_clearcoat"] =
            tinygltf::Value(tinygltf::Value::Object{{"clearcoatFactor", tinygltf::Value(look.clearcoat)},
                                                    {"clearcoatRoughnessFactor", tinygltf::Value(0.1)}});
        use(model_, "KHR_materials_clearcoat");
    }
    const int number = static_cast<int>(model_.materials.size());
    model_.materials.push_back(std::move(material));
    looks_.emplace_back(look, number);
    return number;
}

int Materials::texture(const std::string& stem) {
    if (const auto known = texture_of_.find(stem); known != texture_of_.end()) return known->second;
    const auto file = std::ranges::find(input_.textures, stem, &EncodedTexture::stem);
    if (file == input_.textures.end()) {
        missing_.insert(stem);
        return -1;
    }
    tinygltf::Image image;
    image.name = stem;
    image.mimeType = file->mime_type;
    image.bufferView = add_view(model_, file->bytes.data(), file->bytes.size(), 0, 0);
    if (model_.samplers.empty()) {
        tinygltf::Sampler sampler;
        sampler.magFilter = TINYGLTF_TEXTURE_FILTER_LINEAR;
        sampler.minFilter = TINYGLTF_TEXTURE_FILTER_LINEAR_MIPMAP_LINEAR;
        sampler.wrapS = sampler.wrapT = TINYGLTF_TEXTURE_WRAP_REPEAT;
        model_.samplers.push_back(sampler);
    }
    tinygltf::Texture texture;
    texture.source = static_cast<int>(model_.images.size());
    texture.sampler = 0;
    model_.images.push_back(std::move(image));
    model_.textures.push_back(texture);
    return texture_of_[stem] = static_cast<int>(model_.textures.size()) - 1;
}

}  // namespace maatkast::gltf
