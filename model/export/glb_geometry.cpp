#include "model/export/glb_geometry.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace maatkast::gltf {
namespace {

/// glTF's numbers for SCALAR and VEC2…VEC4.
int type_of(int components) {
    constexpr std::array<int, 5> kTypes{0, TINYGLTF_TYPE_SCALAR, TINYGLTF_TYPE_VEC2, TINYGLTF_TYPE_VEC3,
                                        TINYGLTF_TYPE_VEC4};
    return kTypes[static_cast<std::size_t>(components)];
}

int add_accessor(tinygltf::Model& model, int view, std::size_t offset, std::size_t count, int component_type,
                 int components) {
    tinygltf::Accessor accessor;
    accessor.bufferView = view;
    accessor.byteOffset = offset;
    accessor.componentType = component_type;
    accessor.count = count;
    accessor.type = type_of(components);
    model.accessors.push_back(std::move(accessor));
    return static_cast<int>(model.accessors.size()) - 1;
}

/// A float printed in the fewest digits that read back as this float; as a double it would show its binary
/// tail.
double shortest(float value) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    double out = 0;
    std::from_chars(text.data(), end, out);
    return out;
}

/// The columns of one attribute: which meshes have it, and where in the view each begins.
template <class Value, class Get>
int add_attribute(tinygltf::Model& model, const MeshSet& set, const std::vector<bool>& wanted, Get get) {
    std::vector<Value> values;
    for (std::uint32_t mesh = 0; mesh < set.meshes.size(); ++mesh)
        if (wanted[mesh])
            for (const Vertex& vertex : set.vertices_of(mesh)) values.push_back(get(vertex));
    if (values.empty()) return -1;
    return add_view(model, values.data(), values.size() * sizeof(Value), sizeof(Value),
                    TINYGLTF_TARGET_ARRAY_BUFFER);
}

/// Index lists, each once.
class IndexWriter {
  public:
    explicit IndexWriter(const MeshSet& set) : set_(set) {
        for (const MeshSpan& mesh : set.meshes) wide_ |= mesh.vertex_count > 65535;
    }

    std::map<IndexRange, int> add(tinygltf::Model& model, const std::vector<IndexRange>& lists) {
        const int view = static_cast<int>(model.bufferViews.size());
        for (const IndexRange& list : lists) add_list(model, view, list);
        if (wide_)
            add_view(model, all_.data(), all_.size() * 4, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER);
        else
            add_view(model, narrow().data(), all_.size() * 2, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER);
        return std::move(accessor_);
    }

  private:
    void add_list(tinygltf::Model& model, int view, const IndexRange& list) {
        const auto [entry, is_new] = accessor_.try_emplace(list, 0);
        if (!is_new) return;
        const auto indices = std::span(set_.indices).subspan(list.first, list.second);
        const int type =
            wide_ ? TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT : TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT;
        entry->second = add_accessor(model, view, all_.size() * (wide_ ? 4 : 2), indices.size(), type, 1);
        all_.insert(all_.end(), indices.begin(), indices.end());
    }
    std::vector<std::uint16_t> narrow() const { return {all_.begin(), all_.end()}; }

    const MeshSet& set_;
    bool wide_ = false;
    std::map<IndexRange, int> accessor_;
    std::vector<std::uint32_t> all_;
};

void set_bounds(tinygltf::Accessor& accessor, std::span<const float> values, std::size_t components) {
    for (std::size_t i = 0; i < components; ++i) {
        float least = values[i], most = values[i];
        for (std::size_t at = i; at < values.size(); at += components) {
            least = std::min(least, values[at]);
            most = std::max(most, values[at]);
        }
        accessor.minValues.push_back(shortest(least));
        accessor.maxValues.push_back(shortest(most));
    }
}

}  // namespace

int add_view(tinygltf::Model& model, const void* bytes, std::size_t size, std::size_t stride, int target) {
    std::vector<unsigned char>& data = model.buffers.at(0).data;
    data.resize((data.size() + 3) / 4 * 4);
    tinygltf::BufferView view;
    view.buffer = 0;
    view.byteOffset = data.size();
    view.byteLength = size;
    view.byteStride = stride;
    view.target = target;
    const auto* first = static_cast<const unsigned char*>(bytes);
    data.insert(data.end(), first, first + size);
    model.bufferViews.push_back(std::move(view));
    return static_cast<int>(model.bufferViews.size()) - 1;
}

Geometry add_geometry(tinygltf::Model& model, const MeshSet& set, const std::vector<bool>& with_uv,
                      const std::vector<IndexRange>& lists) {
    constexpr int kFloat = TINYGLTF_COMPONENT_TYPE_FLOAT;
    if (set.meshes.empty()) return {};
    const std::vector<bool> all(set.meshes.size(), true);
    const int positions =
        add_attribute<glm::vec3>(model, set, all, [](const Vertex& v) { return v.position; });
    const int normals = add_attribute<glm::vec3>(model, set, all, [](const Vertex& v) { return v.normal; });
    const int uvs = add_attribute<glm::vec2>(model, set, with_uv, [](const Vertex& v) { return v.uv; });
    Geometry out{{}, IndexWriter(set).add(model, lists)};
    std::size_t first = 0, first_uv = 0;
    for (std::uint32_t mesh = 0; mesh < set.meshes.size(); ++mesh) {
        const std::span<const Vertex> vertices = set.vertices_of(mesh);
        MeshAccessors accessors;
        accessors.position = add_accessor(model, positions, first * 12, vertices.size(), kFloat, 3);
        std::vector<float> xyz;
        for (const Vertex& v : vertices) xyz.insert(xyz.end(), {v.position.x, v.position.y, v.position.z});
        set_bounds(model.accessors.back(), xyz, 3);
        accessors.normal = add_accessor(model, normals, first * 12, vertices.size(), kFloat, 3);
        if (with_uv[mesh]) {
            accessors.uv = add_accessor(model, uvs, first_uv * 8, vertices.size(), kFloat, 2);
            first_uv += vertices.size();
        }
        first += vertices.size();
        out.meshes.push_back(accessors);
    }
    return out;
}

int add_floats(tinygltf::Model& model, int view, std::size_t offset, std::size_t count, int components) {
    const int number = add_accessor(model, view, offset, count, TINYGLTF_COMPONENT_TYPE_FLOAT, components);
    const tinygltf::BufferView& in = model.bufferViews[static_cast<std::size_t>(view)];
    std::vector<float> values(count * static_cast<std::size_t>(components));
    std::memcpy(values.data(), model.buffers[0].data.data() + in.byteOffset + offset, values.size() * 4);
    set_bounds(model.accessors.back(), values, static_cast<std::size_t>(components));
    return number;
}

}  // namespace maatkast::gltf
