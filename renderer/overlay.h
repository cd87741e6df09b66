// Two-dimensional drawing over the picture: what an immediate-mode user interface produces, in plain values.
#pragma once

#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

namespace maatkast::render {

// A corner in framebuffer pixels from the top left; colour is sRGB-encoded RGBA, red in the lowest byte,
// alpha not premultiplied. Same 20 bytes as Dear ImGui's ImDrawVert.
struct OverlayVertex {
    glm::vec2 position;
    glm::vec2 uv;
    std::uint32_t color = 0xffffffffu;
};
static_assert(sizeof(OverlayVertex) == 20, "same layout as ImDrawVert");

// A picture that overlay triangles are filled with, made by Renderer::create_overlay_texture.
// The default is plain white, for triangles that only have colour.
struct OverlayTexture {
    std::uint32_t id = 0;
    bool operator==(const OverlayTexture&) const = default;
};

// Triangles indices[first_index …+index_count), each index plus vertex_offset, cut to the clip rectangle
// (x0, y0, x1, y1 in pixels; may reach outside the picture).
struct OverlayCommand {
    glm::vec4 clip{0.0f};
    OverlayTexture texture;
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
    std::int32_t vertex_offset = 0;
};

// Drawn in the order of the commands, blended in sRGB space (as designers expect of a user interface).
// Several draw lists are joined by appending and setting vertex_offset and first_index.
struct Overlay {
    std::vector<OverlayVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<OverlayCommand> commands;
    bool empty() const { return commands.empty(); }
};

}  // namespace maatkast::render
