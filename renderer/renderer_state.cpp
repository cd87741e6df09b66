#include "renderer/renderer_state.h"

#include <cstdlib>

#include "renderer/device_choice.h"

namespace maatkast::render {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

bool validation_wanted(const RendererOptions& options) {
    const char* variable = std::getenv("MAATKAST_VALIDATION");
    return options.validation || (variable != nullptr && std::string_view(variable) == "1");
}

std::string wanted_device(const RendererOptions& options) {
    const char* variable = std::getenv("MAATKAST_DEVICE");
    if (!options.device.empty() || variable == nullptr) return options.device;
    return variable;
}

}  // namespace

Surface::Surface(VkInstance instance, const RendererOptions& options) : instance_(instance) {
    const auto result = static_cast<VkResult>(options.make_surface(instance, &surface_));
    if (result != VK_SUCCESS) throw VulkanError{"make_surface", result_name(result), {}, result};
}

Surface::~Surface() {
    vkDestroySurfaceKHR(instance_, surface_, nullptr);
}

Renderer::State::State(const RendererOptions& wanted)
    : options(wanted),
      messages(options.on_message),
      moving_pixels_(options.moving_ms),
      last_step_(Clock::now()),
      // The environment needs no device; it is worked out while the drivers load.
      environment_(std::async(std::launch::async, [] { return compute_environment(Environment{}); })) {
    instance = std::make_unique<VulkanInstance>(
        InstanceOptions{options.application, options.instance_extensions, validation_wanted(options)},
        &messages);
    step("instance");
    if (options.make_surface) surface_ = std::make_unique<Surface>(instance->get(), options);
    physical_ = choose(wanted_device(options));
    step("device choice");
    on_device([](DeviceSide&) {});
    step("device, pipelines and images");
}

void Renderer::State::step(const char* name) {
    startup.push_back({name, ms_since(last_step_)});
    last_step_ = Clock::now();
}

VkPhysicalDevice Renderer::State::choose(const std::string& wanted) {
    const std::vector<VkPhysicalDevice> devices = physical_devices(instance->get());
    std::vector<DeviceFacts> facts;
    for (VkPhysicalDevice device : devices)
        facts.push_back(read_facts(device, surface_ ? surface_->get() : VK_NULL_HANDLE));
    const std::optional<std::size_t> best = choose_device(facts, wanted);
    std::string verdicts;
    for (DeviceFacts& fact : facts) {
        verdicts += verdicts.empty() ? "" : "; ";
        verdicts += fact.report.name + ":";
        for (const std::string& reason : fact.report.reasons) verdicts += " " + reason + ",";
        reports.push_back(std::move(fact.report));
    }
    if (!best) {
        throw VulkanError{
            "choose_device",
            devices.empty() ? "no graphics device found" : "no device can be used: " + verdicts,
            "Install mesa-vulkan-drivers: it draws on the CPU where there is no graphics card."};
    }
    chosen = *best;
    return devices[*best];
}

DeviceSide& Renderer::State::device_side() {
    if (options.make_surface && !surface_) surface_ = std::make_unique<Surface>(instance->get(), options);
    if (!side_) {
        ++devices_made_;
        side_ = std::make_unique<DeviceSide>(
            DevicePlan{physical_, surface_ ? surface_->get() : VK_NULL_HANDLE, options.pipeline_cache,
                       environment_, textures, statistics, moving_pixels_});
    }
    return *side_;
}

void Renderer::State::give_up_after(VulkanError error, int tried) {
    if (error.code == VK_SUCCESS) throw error;
    side_.reset();
    const bool of_the_surface =
        error.code == VK_ERROR_SURFACE_LOST_KHR || error.code == VK_ERROR_NATIVE_WINDOW_IN_USE_KHR;
    if (of_the_surface) surface_.reset();
    if (tried < kTries && may_pass(error.code)) return;
    if (error.remedy.empty()) error.remedy = remedy_for(error.code);
    throw error;
}

}  // namespace maatkast::render
