#include "tools/commands/doctor.h"

#include <filesystem>

#include <CLI/CLI.hpp>
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui.h>

#include "renderer/renderer.h"
#include "tools/scene/catalogue.h"
#include "tools/scene/room.h"
#include "tools/scene/textures.h"
#include "tools/showroom/fonts.h"

namespace maatkast::commands {
namespace {

bool line(bool good, const std::string& what, const std::string& detail) {
    fmt::print("{} {:<12} {}\n", good ? "ok     " : "missing", what, detail);
    return good;
}

bool devices() {
    bool chosen = false;
    for (const render::DeviceReport& device : render::list_devices()) {
        chosen = chosen || device.chosen;
        fmt::print("{} {:<12} {} ({}), {}, Vulkan {}\n", device.usable ? "ok     " : "no     ",
                   device.chosen ? "device, used" : "device", device.name, device.kind, device.driver,
                   device.vulkan);
        for (const std::string& reason : device.reasons) fmt::print("{:21}{}\n", "", reason);
    }
    if (!chosen) line(false, "device", "no Vulkan 1.3 device; install mesa-vulkan-drivers");
    return chosen;
}

bool fonts() {
    const show::FontFiles files = show::find_fonts();
    bool good = line(!files.regular.empty(), "letters", files.regular);
    good &= line(!files.icons.empty(), "icons", files.icons);
    for (const std::string& package : files.missing) fmt::print("{:21}install {}\n", "", package);
    return good;
}

bool assets(const Context& context) {
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error()), line(false, "book", context.assets + "/book");
    bool good = line(true, "book", context.assets + "/book, version " + catalogue->book.version);
    const scene::TextureStore textures(context.textures);
    std::vector<std::string> stems{scene::kFloorTexture};
    for (const Finish& finish : catalogue->book.finishes)
        if (!finish.look.texture.empty()) stems.push_back(finish.look.texture);
    for (const Material& material : catalogue->book.materials)
        if (!material.cut.empty()) stems.push_back(material.cut);
    for (const std::string& stem : stems)
        if (!std::filesystem::exists(textures.path(stem))) good = line(false, "picture", textures.path(stem));
    return good && line(true, "pictures", context.textures);
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
    CLI::App* command =
        app.add_subcommand("doctor", "Say what was found on this machine, and what is missing");
    command->callback([&context] {
        fmt::print("GLFW {}, Dear ImGui {}, fmt {}\n", glfwGetVersionString(), ImGui::GetVersion(),
                   FMT_VERSION);
        const bool found_device = devices(), found_fonts = fonts(), found_assets = assets(context);
        context.exit = found_device && found_fonts && found_assets ? kFine : kBlocked;
    });
}

}  // namespace maatkast::commands
