#include "model/export/glb_meshopt.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <set>
#include <span>
#include <stdexcept>
#include <string_view>

#include <meshoptimizer.h>

#include "model/base/json.h"

namespace maatkast::gltf {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kArrayBuffer = 34962, kElementArrayBuffer = 34963, kByte = 5120, kUnsignedInt = 5125;

std::uint32_t word(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint32_t out = 0;
    std::memcpy(&out, bytes.subspan(at, 4).data(), 4);
    return out;
}
void append_word(Bytes& bytes, std::uint32_t value) {
    const auto raw = std::bit_cast<std::array<std::uint8_t, 4>>(value);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}
void pad(Bytes& bytes, std::uint8_t with) {
    while (bytes.size() % 4) bytes.push_back(with);
}

struct Glb {
    Json json;
    Bytes binary;
};

Glb split(const Bytes& glb) {
    const std::size_t json_size = word(glb, 12), binary_at = 20 + json_size;
    Glb out{Json::parse(glb.begin() + 20, glb.begin() + static_cast<std::ptrdiff_t>(binary_at)), {}};
    if (glb.size() > binary_at)
        out.binary.assign(glb.begin() + static_cast<std::ptrdiff_t>(binary_at) + 8, glb.end());
    return out;
}

Bytes join(const Glb& parts) {
    const std::string text = parts.json.dump();
    Bytes json(text.begin(), text.end()), binary = parts.binary, out;
    pad(json, ' ');
    pad(binary, 0);
    append_word(out, 0x46546C67);  // glTF
    append_word(out, 2);
    append_word(out, static_cast<std::uint32_t>(12 + 8 + json.size() + 8 + binary.size()));
    append_word(out, static_cast<std::uint32_t>(json.size()));
    append_word(out, 0x4E4F534A);  // JSON
    out.insert(out.end(), json.begin(), json.end());
    append_word(out, static_cast<std::uint32_t>(binary.size()));
    append_word(out, 0x004E4942);  // BIN
    out.insert(out.end(), binary.begin(), binary.end());
    return out;
}

Bytes encode_vertices(std::span<const std::uint8_t> data, std::size_t stride) {
    const std::size_t count = data.size() / stride;
    Bytes out(meshopt_encodeVertexBufferBound(count, stride));
    out.resize(meshopt_encodeVertexBuffer(out.data(), out.size(), data.data(), count, stride));
    return out;
}

/// Keeps triangles and winding; which corner of a triangle comes first may change.
Bytes encode_triangles(std::span<const std::uint8_t> data, std::size_t stride) {
    std::vector<unsigned> indices(data.size() / stride);
    for (std::size_t i = 0; i < indices.size(); ++i)
        std::memcpy(&indices[i], data.data() + i * stride, stride);  // little endian, like glTF
    unsigned most = 0;
    for (const unsigned index : indices) most = std::max(most, index);
    Bytes out(meshopt_encodeIndexBufferBound(indices.size(), most + 1));
    out.resize(meshopt_encodeIndexBuffer(out.data(), out.size(), indices.data(), indices.size()));
    return out;
}

/// Unit normals as four signed bytes, the last one padding.
Bytes normals_in_bytes(std::span<const std::uint8_t> data) {
    Bytes out;
    for (std::size_t at = 0; at < data.size(); at += 4) {
        const float value = std::bit_cast<float>(word(data, at));
        out.push_back(static_cast<std::uint8_t>(static_cast<std::int8_t>(std::lround(value * 127))));
        if (at % 12 == 8) out.push_back(0);
    }
    return out;
}

/// Goes through the views once, writing each anew: compressed into buffer 0, with its place in the
/// uncompressed fallback buffer 1, which no file holds; or as it was.
class Compressor {
  public:
    explicit Compressor(Glb in) : in_(std::move(in)) {}

    Bytes run() {
        meshopt_encodeVertexVersion(0);
        meshopt_encodeIndexVersion(1);
        const std::set<int> normals = shrink_normals();
        for (int i = 0; i < static_cast<int>(in_.json["bufferViews"].size()); ++i)
            rewrite(i, normals.contains(i));
        in_.json["buffers"] =
            Json::array({{{"byteLength", out_.size()}},
                         {{"byteLength", fallback_}, {"extensions", {{kExtension, {{"fallback", true}}}}}}});
        for (const char* name : {kExtension, "KHR_mesh_quantization"}) {
            in_.json["extensionsUsed"].push_back(name);
            in_.json["extensionsRequired"].push_back(name);
        }
        return join({std::move(in_.json), std::move(out_)});
    }

  private:
    static constexpr const char* kExtension = "EXT_meshopt_compression";

    /// Makes the normals' accessors signed bytes, and returns the views that hold them.
    std::set<int> shrink_normals() {
        std::set<int> accessors, views;
        for (const Json& mesh : in_.json["meshes"])
            for (const Json& primitive : mesh["primitives"])
                accessors.insert(primitive["attributes"]["NORMAL"].get<int>());
        for (const int number : accessors) {
            Json& accessor = in_.json["accessors"][static_cast<std::size_t>(number)];
            accessor["componentType"] = kByte;
            accessor["normalized"] = true;
            if (accessor.contains("byteOffset"))
                accessor["byteOffset"] = accessor["byteOffset"].get<std::size_t>() / 12 * 4;
            views.insert(accessor["bufferView"].get<int>());
        }
        return views;
    }

    std::size_t index_size(int view) const {
        for (const Json& accessor : in_.json["accessors"])
            if (accessor["bufferView"] == view) return accessor["componentType"] == kUnsignedInt ? 4 : 2;
        throw std::logic_error("a view of indices without an accessor");
    }

    void rewrite(int number, bool normals) {
        Json& view = in_.json["bufferViews"][static_cast<std::size_t>(number)];
        const std::span<const std::uint8_t> data =
            std::span<const std::uint8_t>(in_.binary)
                .subspan(view.value("byteOffset", std::size_t{0}), view["byteLength"].get<std::size_t>());
        const int target = view.value("target", 0);
        if (target == kArrayBuffer && normals)
            replace(view, normals_in_bytes(data), 4, "ATTRIBUTES");
        else if (target == kArrayBuffer)
            replace(view, data, view["byteStride"].get<std::size_t>(), "ATTRIBUTES");
        else if (target == kElementArrayBuffer)
            replace(view, data, index_size(number), "TRIANGLES");
        else
            keep(view, data);
    }

    void keep(Json& view, std::span<const std::uint8_t> data) {
        pad(out_, 0);
        view["byteOffset"] = out_.size();
        out_.insert(out_.end(), data.begin(), data.end());
    }

    void replace(Json& view, std::span<const std::uint8_t> data, std::size_t stride, std::string_view mode) {
        const Bytes encoded =
            mode == "TRIANGLES" ? encode_triangles(data, stride) : encode_vertices(data, stride);
        pad(out_, 0);
        view["buffer"] = 1;
        view["byteOffset"] = fallback_;
        view["byteLength"] = data.size();
        if (mode == "ATTRIBUTES") view["byteStride"] = stride;
        view["extensions"][kExtension] = {
            {"buffer", 0},          {"byteOffset", out_.size()},     {"byteLength", encoded.size()},
            {"byteStride", stride}, {"count", data.size() / stride}, {"mode", mode}};
        out_.insert(out_.end(), encoded.begin(), encoded.end());
        fallback_ += (data.size() + 3) / 4 * 4;
    }

    Glb in_;
    Bytes out_;
    std::size_t fallback_ = 0;
};

}  // namespace

std::vector<std::uint8_t> compress_with_meshopt(const std::vector<std::uint8_t>& glb) {
    Glb parts = split(glb);
    if (!parts.json.contains("meshes")) return glb;  // nothing to compress
    return Compressor(std::move(parts)).run();
}

}  // namespace maatkast::gltf
