// Between ImGui and plain values: keys in, triangles out.

#include <array>
#include <cstring>
#include <utility>

#include "tools/showroom/app.h"

namespace maatkast::show {
namespace {

// ImGui 1.86 asks for key positions through a map; ours is the identity on its own names.
constexpr std::array kKeys{std::pair{"enter", ImGuiKey_Enter},
                           std::pair{"escape", ImGuiKey_Escape},
                           std::pair{"backspace", ImGuiKey_Backspace},
                           std::pair{"delete", ImGuiKey_Delete},
                           std::pair{"left", ImGuiKey_LeftArrow},
                           std::pair{"right", ImGuiKey_RightArrow},
                           std::pair{"home", ImGuiKey_Home},
                           std::pair{"end", ImGuiKey_End},
                           std::pair{"a", ImGuiKey_A},
                           std::pair{"c", ImGuiKey_C},
                           std::pair{"v", ImGuiKey_V},
                           std::pair{"x", ImGuiKey_X}};

void append(render::Overlay& overlay, const ImDrawList& list) {
    if (list.VtxBuffer.empty()) return;  // its buffer is null then
    static_assert(sizeof(ImDrawVert) == sizeof(render::OverlayVertex));
    const std::size_t vertices = overlay.vertices.size(), indices = overlay.indices.size();
    overlay.vertices.resize(vertices + static_cast<std::size_t>(list.VtxBuffer.Size));
    std::memcpy(static_cast<void*>(overlay.vertices.data() + vertices), list.VtxBuffer.Data,
                static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert));
    overlay.indices.insert(overlay.indices.end(), list.IdxBuffer.begin(), list.IdxBuffer.end());
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        const ImVec4 clip = command.ClipRect;
        const auto texture = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(command.TextureId));
        overlay.commands.push_back({{clip.x, clip.y, clip.z, clip.w},
                                    {texture},
                                    static_cast<std::uint32_t>(indices + command.IdxOffset),
                                    command.ElemCount,
                                    static_cast<std::int32_t>(vertices + command.VtxOffset)});
    }
}

}  // namespace

render::Overlay to_overlay(const ImDrawData& data) {
    render::Overlay overlay;
    for (int i = 0; i < data.CmdListsCount; ++i) append(overlay, *data.CmdLists[i]);
    return overlay;
}

void feed_imgui(const Input& input, render::Size size) {
    ImGuiIO& io = ImGui::GetIO();
    static_assert(ImGuiKey_COUNT <= 512);
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = 1.0F / 60;
    io.MousePos = {input.cursor.x, input.cursor.y};
    for (int i = 0; i < 3; ++i) io.MouseDown[i] = input.down[i];
    std::memset(io.KeysDown, 0, sizeof io.KeysDown);
    io.KeyCtrl = io.KeyShift = false;
    for (const auto& [name, key] : kKeys) {
        io.KeyMap[key] = key;
        for (const KeyPress& press : input.keys) {
            if (press.key != name) continue;
            io.KeysDown[key] = true;
            io.KeyCtrl = press.ctrl;
            io.KeyShift = press.shift;
        }
    }
    for (const char32_t letter : input.typed) io.AddInputCharacter(static_cast<unsigned>(letter));
}

}  // namespace maatkast::show
