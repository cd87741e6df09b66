#include "tools/showroom/paper.h"

namespace maatkast::show {

Paper::Paper(const FontFiles& files, float scale) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    fonts_ = load_fonts(files, scale);
}

Paper::~Paper() {
    ImGui::DestroyContext();
}

render::Overlay Paper::draw(render::Size size, const MakeTexture& make_texture,
                            const std::function<void(ImDrawList&)>& draw) {
    ImGuiIO& io = ImGui::GetIO();
    unsigned char* rgba = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&rgba, &width, &height);
    const render::Size atlas{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
    const std::uint32_t texture = make_texture(atlas, {rgba, std::size_t{4} * atlas.width * atlas.height});
    io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(std::uintptr_t{texture}));
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    ImGui::NewFrame();
    draw(*ImGui::GetForegroundDrawList());
    ImGui::Render();
    return to_overlay(*ImGui::GetDrawData());
}

}  // namespace maatkast::show
