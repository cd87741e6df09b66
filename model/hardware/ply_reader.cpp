#include "model/hardware/ply_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <exception>
#include <map>
#include <set>
#include <span>

#include <assimp/BaseImporter.h>
#include <assimp/IOStream.hpp>
#include <assimp/IOSystem.hpp>
#include <assimp/Importer.hpp>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

namespace maatkast {
namespace {

constexpr const char* kFileName = "model.ply";

/// Reads from a text that outlives it.
class TextStream : public Assimp::IOStream {
  public:
    explicit TextStream(std::string_view text) : text_(text) {}

    std::size_t Read(void* out, std::size_t size, std::size_t count) override {
        if (size == 0) return 0;
        const std::size_t whole = std::min(count, (text_.size() - at_) / size);
        std::memcpy(out, text_.data() + at_, whole * size);
        at_ += whole * size;
        return whole;
    }
    std::size_t Write(const void*, std::size_t, std::size_t) override { return 0; }
    aiReturn Seek(std::size_t offset, aiOrigin origin) override {
        const std::size_t base = origin == aiOrigin_SET ? 0 : origin == aiOrigin_CUR ? at_ : text_.size();
        if (offset > text_.size() - base) return aiReturn_FAILURE;
        at_ = base + offset;
        return aiReturn_SUCCESS;
    }
    std::size_t Tell() const override { return at_; }
    std::size_t FileSize() const override { return text_.size(); }
    void Flush() override {}

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// A file system that holds one file, so that nothing in it makes Assimp reach for the disk.
class OneFile : public Assimp::IOSystem {
  public:
    explicit OneFile(std::string_view text) : text_(text) {}

    bool Exists(const char* path) const override { return std::string_view(path) == kFileName; }
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* path, const char*) override {
        return Exists(path) ? new TextStream(text_) : nullptr;
    }
    void Close(Assimp::IOStream* stream) override { delete stream; }

  private:
    std::string_view text_;
};

/// Assimp falls back to guessing a format by signature; what is not registered cannot be guessed.
void keep_only_ply(Assimp::Importer& importer) {
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        Assimp::BaseImporter* loader = importer.GetImporter(i);
        std::set<std::string> extensions;
        loader->GetExtensionList(extensions);
        if (extensions.contains("ply")) continue;
        importer.UnregisterLoader(loader);
        delete loader;  // unregistering hands it over
    }
}

Vertex vertex_of(const aiMesh& mesh, unsigned index) {
    const aiVector3D& position = mesh.mVertices[index];
    const aiVector3D normal = mesh.HasNormals() ? mesh.mNormals[index] : aiVector3D();
    Vertex vertex{{position.x, position.y, position.z},
                  glm::vec3(glm::normalize(glm::dvec3(normal.x, normal.y, normal.z))),
                  glm::vec2(0)};
    if (mesh.HasTextureCoords(0))
        vertex.uv = {mesh.mTextureCoords[0][index].x, mesh.mTextureCoords[0][index].y};
    return vertex;
}

/// Joins vertices whose every bit is the same. Assimp's own joining has a tolerance of 10 µm, which could
/// pull the corners of a small chamfer together and open the mesh.
class Joiner {
  public:
    std::uint32_t index_of(const Vertex& vertex) {
        const auto next = static_cast<std::uint32_t>(triangles.vertices.size());
        const auto [found, is_new] = index_.try_emplace(std::bit_cast<Bits>(vertex), next);
        if (is_new) triangles.vertices.push_back(vertex);
        return found->second;
    }

    PlyTriangles triangles;

  private:
    using Bits = std::array<std::uint32_t, 8>;
    std::map<Bits, std::uint32_t> index_;
};

PlyTriangles joined(const aiScene& scene) {
    Joiner joiner;
    for (const aiMesh* mesh : std::span(scene.mMeshes, scene.mNumMeshes))
        for (const aiFace& face : std::span(mesh->mFaces, mesh->mNumFaces)) {
            if (face.mNumIndices != 3) continue;  // loose points and lines have no surface
            for (const unsigned index : std::span(face.mIndices, 3))
                joiner.triangles.indices.push_back(joiner.index_of(vertex_of(*mesh, index)));
        }
    return std::move(joiner.triangles);
}

}  // namespace

std::expected<PlyTriangles, std::string> read_ply(std::string_view bytes) try {
    Assimp::Importer importer;
    keep_only_ply(importer);
    importer.SetIOHandler(new OneFile(bytes));  // the importer owns it
    constexpr unsigned kSteps = aiProcess_Triangulate | aiProcess_ValidateDataStructure;
    const aiScene* scene = importer.ReadFile(kFileName, kSteps);
    if (!scene) return std::unexpected(importer.GetErrorString());
    return joined(*scene);
} catch (const std::exception& failure) {
    return std::unexpected(failure.what());
}

}  // namespace maatkast
