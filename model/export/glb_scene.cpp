#include "model/export/glb_scene.h"

#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "model/build/layout.h"
#include "model/build/open_all.h"
#include "model/build/other_faces.h"
#include "model/design/design_io.h"
#include "model/export/glb_geometry.h"
#include "model/export/glb_variants.h"
#include "model/mesh/board.h"

namespace maatkast::gltf {
namespace {

using tinygltf::Value;

/// Nine places: a picometre is nothing, and the JSON stays short.
double rounded(double value) {
    const double out = std::round(value * 1e9) / 1e9;
    return out == 0 ? 0 : out;  // no -0
}
std::vector<double> vector_of(glm::dvec3 v) {
    return {rounded(v.x), rounded(v.y), rounded(v.z)};
}
bool zero(const std::vector<double>& v) {
    return v == std::vector<double>{0, 0, 0};
}

/// Twice the position, so that halves stay whole; exact in integers, then metres.
glm::dvec3 halved(Length3 twice) {
    return {twice.x.tenths / 20000.0, twice.y.tenths / 20000.0, twice.z.tenths / 20000.0};
}
glm::dvec3 centre(const Part& part, Length3 from) {
    return halved(part.origin + part.origin + part.size - from - from);
}

Value size_in_mm(const Book& book, const Design& design) {
    const Length3 size = overall_size(book, design);
    return Value(Value::Array{Value(size.x.mm()), Value(size.y.mm()), Value(size.z.mm())});
}

class SceneWriter {
  public:
    SceneWriter(tinygltf::Model& model, const GlbInput& input, const GlbOptions& options,
                Materials& materials)
        : model_(model),
          input_(input),
          options_(options),
          materials_(materials),
          variants_(input, options.bare) {}

    OpenerNodes write() {
        choose_materials();
        geometry_ = add_geometry(model_, input_.meshes, with_uv_, index_lists());
        const int root = add_root();
        OpenerNodes openers = add_openers(root);
        for (std::size_t i = 0; i < input_.build.parts.size(); ++i) {
            const int opener = input_.build.parts[i].opener;
            add_part(i, opener < 0 ? root : openers[static_cast<std::size_t>(opener)]);
        }
        variants_.finish(model_);
        return openers;
    }

  private:
    /// Before the geometry: which meshes need UV depends on who wears which finish.
    void choose_materials() {
        with_uv_.assign(input_.meshes.meshes.size(), false);
        for (std::size_t i = 0; i < input_.build.parts.size(); ++i) {
            const Part& part = input_.build.parts[i];
            material_.push_back(materials_.of(part));
            const auto others = options_.bare ? std::nullopt : other_faces(input_.book, part);
            others_.push_back(others ? std::optional(Others{materials_.of(*others), others->count,
                                                            materials_.textured(*others)})
                                     : std::nullopt);
            if (materials_.textured(part) || (others && materials_.textured(*others)))
                with_uv_[input_.meshes.mesh_of[i]] = true;
        }
    }

    /// What a part draws: all of its mesh, or the rest of it and its other faces.
    std::array<IndexRange, 2> ranges_of(std::size_t part) const {
        const MeshSpan& mesh = input_.meshes.meshes[input_.meshes.mesh_of[part]];
        const std::uint32_t others = others_[part] ? kFaceIndices * others_[part]->faces : 0;
        return {IndexRange{mesh.first_index + others, mesh.index_count - others}, {mesh.first_index, others}};
    }

    std::vector<IndexRange> index_lists() const {
        std::vector<IndexRange> lists;
        for (std::size_t i = 0; i < input_.build.parts.size(); ++i)
            for (const IndexRange& range : ranges_of(i))
                if (range.second > 0) lists.push_back(range);
        return lists;
    }

    int add_root() {
        tinygltf::Node root;
        root.name = "cabinet";
        root.extras = Value(Value::Object{{"format", Value(std::string("maatkast-model"))},
                                          {"version", Value(1)},
                                          {"design", Value(design_hash(input_.design))},
                                          {"book", Value(input_.book.id)},
                                          {"book_version", Value(input_.book.version)},
                                          {"size_mm", size_in_mm(input_.book, input_.design)}});
        model_.nodes.push_back(std::move(root));
        tinygltf::Scene scene;
        scene.nodes = {0};
        model_.scenes.push_back(std::move(scene));
        model_.defaultScene = 0;
        return 0;
    }

    OpenerNodes add_openers(int root) {
        std::vector<bool> used(input_.build.openers.size(), false);
        for (const Part& part : input_.build.parts)
            for (std::int32_t i = part.opener; i >= 0; i = opener(i).parent)
                used.at(static_cast<std::size_t>(i)) = true;
        open_ = open_all(input_.build, options_.open);
        OpenerNodes nodes(used.size(), -1);
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i]) nodes[i] = add_opener(static_cast<std::int32_t>(i), root, nodes);
        return nodes;
    }

    const Opener& opener(std::int32_t index) const {
        return input_.build.openers[static_cast<std::size_t>(index)];
    }

    int add_opener(std::int32_t index, int root, const OpenerNodes& nodes) {
        const Opener& moves = opener(index);
        const Pose at = pose(input_.build, index, open_[static_cast<std::size_t>(index)]);
        tinygltf::Node node;
        node.name = std::string(moves.name.view());
        if (auto translation = translation_of(at); !zero(translation))
            node.translation = std::move(translation);
        if (auto rotation = rotation_of(at); rotation[3] != 1) node.rotation = std::move(rotation);
        node.extras = Value(Value::Object{
            {"opens", Value(std::string(moves.kind == OpenerKind::hinge ? "hinge" : "slide"))}});
        return add_node(std::move(node),
                        moves.parent < 0 ? root : nodes[static_cast<std::size_t>(moves.parent)]);
    }

    void add_part(std::size_t index, int parent) {
        const Part& part = input_.build.parts[index];
        tinygltf::Node node;
        node.name = std::string(part.name.view());
        node.mesh = mesh_of(index);
        const Length3 from = part.opener < 0 ? Length3{} : opener(part.opener).pivot;
        glm::dvec3 at = centre(part, from);
        if (part.opener < 0 && part.frame >= 0) {
            at = frame_matrix(input_.build, part.frame) * glm::dvec4(at, 1);
            if (auto rotation = rotation_of({{}, frame_rotation(input_.build, part.frame)}); rotation[3] != 1)
                node.rotation = std::move(rotation);
        }
        if (auto translation = vector_of(at); !zero(translation)) node.translation = std::move(translation);
        node.extras = Value(Value::Object{{"part", Value(node.name)}});
        add_node(std::move(node), parent);
    }

    int add_node(tinygltf::Node node, int parent) {
        const int number = static_cast<int>(model_.nodes.size());
        model_.nodes.push_back(std::move(node));
        model_.nodes[static_cast<std::size_t>(parent)].children.push_back(number);
        return number;
    }

    /// One glTF mesh for each shape, material and answer to "may its material vary?".
    int mesh_of(std::size_t part) {
        const bool varies = variants_.varies(input_.build.parts[part]);
        const std::tuple key{input_.meshes.mesh_of[part], material_[part],
                             others_[part] ? others_[part]->material : -1, varies};
        const auto [entry, is_new] = mesh_.try_emplace(key, static_cast<int>(model_.meshes.size()));
        if (!is_new) return entry->second;
        const auto [body, others] = ranges_of(part);
        tinygltf::Mesh mesh;
        mesh.primitives.push_back(
            primitive_of(part, body, material_[part], materials_.textured(input_.build.parts[part]), varies));
        if (others_[part])
            mesh.primitives.push_back(
                primitive_of(part, others, others_[part]->material, others_[part]->textured, varies));
        model_.meshes.push_back(std::move(mesh));
        return entry->second;
    }

    tinygltf::Primitive primitive_of(std::size_t part, const IndexRange& range, int material, bool textured,
                                     bool varies) {
        const MeshAccessors& from = geometry_.meshes[input_.meshes.mesh_of[part]];
        tinygltf::Primitive primitive;
        primitive.mode = TINYGLTF_MODE_TRIANGLES;
        primitive.indices = geometry_.indices.at(range);
        primitive.material = material;
        primitive.attributes = {{"POSITION", from.position}, {"NORMAL", from.normal}};
        if (textured) primitive.attributes["TEXCOORD_0"] = from.uv;
        if (varies) variants_.add_to(primitive, materials_);
        return primitive;
    }

    /// Faces of a board that have a material of their own.
    struct Others {
        int material;
        std::uint32_t faces;
        bool textured;
    };

    tinygltf::Model& model_;
    const GlbInput& input_;
    const GlbOptions& options_;
    Materials& materials_;
    Variants variants_;
    std::vector<double> open_;                   ///< by opener
    std::vector<int> material_;                  ///< by part
    std::vector<bool> with_uv_;                  ///< by mesh
    std::vector<std::optional<Others>> others_;  ///< by part
    Geometry geometry_;
    std::map<std::tuple<std::uint32_t, int, int, bool>, int> mesh_;
};

}  // namespace

std::vector<double> rotation_of(const Pose& pose) {
    const glm::dvec4 q = pose.rotation;
    return {rounded(q.x), rounded(q.y), rounded(q.z), rounded(q.w)};
}

std::vector<double> translation_of(const Pose& pose) {
    return vector_of(pose.translation);
}

OpenerNodes add_scene(tinygltf::Model& model, const GlbInput& input, const GlbOptions& options,
                      Materials& materials) {
    return SceneWriter(model, input, options, materials).write();
}

}  // namespace maatkast::gltf
