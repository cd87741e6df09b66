#include "tools/scene/scene_glb.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <tuple>

#include "model/base/json.h"
#include "renderer/image.h"

namespace maatkast::scene {
namespace {

constexpr int kArrayBuffer = 34962, kElementBuffer = 34963;  // glTF 2.0, bufferView.target
constexpr float kCoatRoughness = 0.1F;                       // as the renderer draws it
constexpr int kUnsignedInt = 5125, kFloat = 5126, kRepeat = 10497;

class GlbWriter {
  public:
    explicit GlbWriter(const render::Scene& scene) : scene_(scene) {}
    std::vector<std::uint8_t> write();

  private:
    int add_view(std::span<const std::uint8_t> bytes, int target);
    int add_accessor(int view, std::size_t offset, std::size_t count, int component, const char* type);
    void add_textures();
    void add_mesh(const render::Mesh& mesh);
    Json material_of(const render::Material& look, const glm::vec2& offset);
    int material_of(const render::Instance& instance);
    int mesh_with(std::uint32_t mesh, int material);
    void add_node(const render::Instance& instance);

    const render::Scene& scene_;
    Json json_;
    std::vector<std::uint8_t> binary_;
    std::vector<Json> attributes_;  ///< of each scene mesh: attributes and indices, without a material
    std::vector<int> vertices_;     ///< of each mesh: its buffer view
    std::map<std::tuple<std::uint32_t, float, float>, int> materials_;
    std::map<std::pair<std::uint32_t, int>, int> meshes_;
};

template <class T>
std::span<const std::uint8_t> bytes_of(std::span<const T> values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size_bytes()};
}

int GlbWriter::add_view(std::span<const std::uint8_t> bytes, int target) {
    while (binary_.size() % 4) binary_.push_back(0);
    Json view{{"buffer", 0}, {"byteOffset", binary_.size()}, {"byteLength", bytes.size()}};
    if (target == kArrayBuffer) view["byteStride"] = sizeof(render::Vertex);
    if (target) view["target"] = target;
    binary_.insert(binary_.end(), bytes.begin(), bytes.end());
    json_["bufferViews"].push_back(view);
    return static_cast<int>(json_["bufferViews"].size()) - 1;
}

int GlbWriter::add_accessor(int view, std::size_t offset, std::size_t count, int component,
                            const char* type) {
    json_["accessors"].push_back({{"bufferView", view},
                                  {"byteOffset", offset},
                                  {"componentType", component},
                                  {"count", count},
                                  {"type", type}});
    return static_cast<int>(json_["accessors"].size()) - 1;
}

void GlbWriter::add_textures() {
    for (const render::Texture& texture : scene_.textures) {
        const render::Image image{{texture.width, texture.height},
                                  {texture.rgba.begin(), texture.rgba.end()}};
        const int view = add_view(render::encode_png(image), 0);
        json_["images"].push_back({{"bufferView", view}, {"mimeType", "image/png"}});
        json_["textures"].push_back({{"source", json_["images"].size() - 1}, {"sampler", 0}});
    }
    if (scene_.textures.empty()) return;
    json_["samplers"].push_back({{"wrapS", kRepeat}, {"wrapT", kRepeat}});
    json_["extensionsUsed"].push_back("KHR_texture_transform");
}

void GlbWriter::add_mesh(const render::Mesh& mesh) {
    const std::size_t count = mesh.vertices.size();
    const int vertices = add_view(bytes_of(mesh.vertices), kArrayBuffer);
    const int position = add_accessor(vertices, offsetof(render::Vertex, position), count, kFloat, "VEC3");
    render::Bounds box;
    for (const render::Vertex& vertex : mesh.vertices) box.add(vertex.position);
    Json& accessor = json_["accessors"][static_cast<std::size_t>(position)];
    accessor["min"] = {box.min.x, box.min.y, box.min.z};
    accessor["max"] = {box.max.x, box.max.y, box.max.z};
    Json primitive;
    primitive["attributes"] = {
        {"POSITION", position},
        {"NORMAL", add_accessor(vertices, offsetof(render::Vertex, normal), count, kFloat, "VEC3")}};
    vertices_.push_back(vertices);
    primitive["indices"] = add_accessor(add_view(bytes_of(mesh.indices), kElementBuffer), 0,
                                        mesh.indices.size(), kUnsignedInt, "SCALAR");
    attributes_.push_back(primitive);
}

Json GlbWriter::material_of(const render::Material& look, const glm::vec2& offset) {
    Json surface{{"baseColorFactor", {look.base_color.x, look.base_color.y, look.base_color.z, look.alpha}},
                 {"metallicFactor", look.metallic},
                 {"roughnessFactor", look.roughness}};
    if (look.texture >= 0) {
        const Json place{{"offset", {offset.x, offset.y}},
                         {"scale", {look.texture_scale.x, look.texture_scale.y}}};
        surface["baseColorTexture"] = {{"index", look.texture},
                                       {"extensions", {{"KHR_texture_transform", place}}}};
    }
    Json material{{"pbrMetallicRoughness", surface},
                  {"emissiveFactor", {look.emission.x, look.emission.y, look.emission.z}}};
    if (look.alpha < 1) material["alphaMode"] = "BLEND";
    if (look.transmission > 0)
        material["extensions"]["KHR_materials_transmission"] = {{"transmissionFactor", look.transmission}};
    if (look.clearcoat > 0)
        material["extensions"]["KHR_materials_clearcoat"] = {{"clearcoatFactor", look.clearcoat},
                                                             {"clearcoatRoughnessFactor", kCoatRoughness}};
    return material;
}

// Textured instances show their own piece of the picture, so each offset is a material of its own.
int GlbWriter::material_of(const render::Instance& instance) {
    const render::Material& look = scene_.materials[instance.material];
    const glm::vec2 offset = look.texture < 0 ? glm::vec2(0) : instance.uv_offset * look.texture_scale;
    const auto [known, fresh] = materials_.try_emplace({instance.material, offset.x, offset.y},
                                                       static_cast<int>(json_["materials"].size()));
    if (fresh) json_["materials"].push_back(material_of(look, offset));
    return known->second;
}

int GlbWriter::mesh_with(std::uint32_t mesh, int material) {
    const auto [known, fresh] =
        meshes_.try_emplace({mesh, material}, static_cast<int>(json_["meshes"].size()));
    if (fresh) {
        Json primitive = attributes_[mesh];
        primitive["material"] = material;
        const Json& surface = json_["materials"][static_cast<std::size_t>(material)]["pbrMetallicRoughness"];
        if (surface.contains("baseColorTexture"))  // coordinates that nobody uses are no use to others either
            primitive["attributes"]["TEXCOORD_0"] =
                add_accessor(vertices_[mesh], offsetof(render::Vertex, uv),
                             scene_.meshes[mesh].vertices.size(), kFloat, "VEC2");
        json_["meshes"].push_back({{"primitives", Json::array({primitive})}});
    }
    return known->second;
}

void GlbWriter::add_node(const render::Instance& instance) {
    if (scene_.meshes[instance.mesh].indices.empty()) return;
    json_["scenes"][0]["nodes"].push_back(json_["nodes"].size());
    Json node{{"mesh", mesh_with(instance.mesh, material_of(instance))}};
    if (instance.transform != glm::mat4(1)) {
        Json& matrix = node["matrix"] = Json::array();
        for (int column = 0; column < 4; ++column)
            for (int row = 0; row < 4; ++row) matrix.push_back(instance.transform[column][row]);
    }
    if (instance.role == render::Role::room) node["extras"] = {{"role", "room"}};
    json_["nodes"].push_back(node);
}

void append_word(std::vector<std::uint8_t>& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void append_chunk(std::vector<std::uint8_t>& out, std::string_view type, std::span<const std::uint8_t> bytes,
                  std::uint8_t padding) {
    const std::size_t padded = (bytes.size() + 3) / 4 * 4;
    append_word(out, padded);
    out.insert(out.end(), type.begin(), type.end());
    out.insert(out.end(), bytes.begin(), bytes.end());
    out.resize(out.size() + padded - bytes.size(), padding);
}

std::vector<std::uint8_t> GlbWriter::write() {
    json_["asset"] = {{"version", "2.0"}, {"generator", "maatkast"}};
    json_["scene"] = 0;
    json_["materials"] = json_["meshes"] = json_["nodes"] = Json::array();
    json_["scenes"] = Json::array({{{"nodes", Json::array()}}});
    add_textures();
    for (const render::Mesh& mesh : scene_.meshes) add_mesh(mesh);
    for (const render::Instance& instance : scene_.instances) add_node(instance);
    json_["buffers"] = Json::array({{{"byteLength", binary_.size()}}});
    for (const char* extension : {"KHR_materials_clearcoat", "KHR_materials_transmission"})
        if (std::ranges::any_of(json_["materials"], [&](const Json& look) {
                return look.contains("extensions") && look["extensions"].contains(extension);
            }))
            json_["extensionsUsed"].push_back(extension);

    const std::string text = json_.dump();
    std::vector<std::uint8_t> out{'g', 'l', 'T', 'F', 2, 0, 0, 0};
    append_word(out, 0);
    append_chunk(out, "JSON", bytes_of(std::span(text)), ' ');
    append_chunk(out, std::string_view("BIN\0", 4), binary_, 0);
    const auto length = static_cast<std::uint32_t>(out.size());
    for (std::size_t i = 0; i < 4; ++i) out[8 + i] = static_cast<std::uint8_t>(length >> (8 * i));
    return out;
}

}  // namespace

std::vector<std::uint8_t> write_scene_glb(const render::Scene& scene) {
    return GlbWriter(scene).write();
}

}  // namespace maatkast::scene
