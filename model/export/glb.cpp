#include "model/export/glb.h"

#include <exception>
#include <sstream>

#include <tiny_gltf.h>

#include "model/export/glb_materials.h"
#include "model/export/glb_meshopt.h"
#include "model/export/glb_scene.h"

namespace maatkast {
namespace {

tinygltf::Model empty_model() {
    tinygltf::Model model;
    model.asset.version = "2.0";
    model.asset.generator = "Maatkast";
    model.buffers.emplace_back();
    return model;
}

Problems missing_textures(const gltf::Materials& materials) {
    Problems problems;
    for (const std::string& stem : materials.missing())
        problems.push_back({stem, {"export.texture_missing", {{"texture", stem}}}});
    return problems;
}

std::unexpected<Problems> failed(const std::string& reason) {
    return std::unexpected(Problems{{"glb", {"export.failed", {{"reason", reason}}}}});
}

OrProblems<std::vector<std::uint8_t>> bytes_of(tinygltf::Model& model) {
    if (model.buffers[0].data.empty()) model.buffers.clear();
    std::ostringstream stream;
    // tinygltf's own member is not const and reports nothing but this one bit.
    if (!tinygltf::TinyGLTF().WriteGltfSceneToStream(&model, stream, false, true)) return failed("tinygltf");
    const std::string text = std::move(stream).str();
    return std::vector<std::uint8_t>(text.begin(), text.end());
}

}  // namespace

OrProblems<std::vector<std::uint8_t>> write_glb(const GlbInput& input, const GlbOptions& options) try {
    tinygltf::Model model = empty_model();
    gltf::Materials materials(model, input, !options.bare);
    const gltf::OpenerNodes openers = gltf::add_scene(model, input, options, materials);
    if (!materials.missing().empty()) return std::unexpected(missing_textures(materials));
    if (!options.bare) gltf::add_animations(model, input.build, openers);
    OrProblems<std::vector<std::uint8_t>> bytes = bytes_of(model);
    if (!bytes || options.compression == GlbOptions::Compression::none) return bytes;
    return gltf::compress_with_meshopt(*bytes);
} catch (const std::exception& failure) {
    return failed(failure.what());
}

}  // namespace maatkast
