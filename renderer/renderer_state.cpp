#include "renderer/renderer_state.h"

#include <algorithm>
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

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

}  // namespace

Surface::Surface(VkInstance instance, const MakeSurface& make) : instance_(instance) {
    const auto result = static_cast<VkResult>(make(instance, &surface_));
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
    if (options.make_surface) surface_ = std::make_unique<Surface>(instance->get(), options.make_surface);
    choose(wanted_device(options));
    step("device choice");
    on_device([](DeviceSide&) {});
    step("device, pipelines and images");
}

void Renderer::State::step(const char* name) {
    startup.push_back({name, ms_since(last_step_)});
    last_step_ = Clock::now();
}

void Renderer::State::choose(const std::string& wanted) {
    physical_ = physical_devices(instance->get());
    std::vector<DeviceFacts> facts;
    for (VkPhysicalDevice device : physical_)
        facts.push_back(read_facts(device, surface_ ? surface_->get() : VK_NULL_HANDLE));
    usable_ = rank_devices(facts, wanted);
    std::string verdicts;
    for (DeviceFacts& fact : facts) {
        verdicts += verdicts.empty() ? "" : "; ";
        verdicts += fact.report.name + ":";
        for (const std::string& reason : fact.report.reasons) verdicts += " " + reason + ",";
        reports.push_back(std::move(fact.report));
    }
    if (usable_.empty()) {
        throw VulkanError{
            "rank_devices",
            reports.empty() ? "no graphics device found" : "no device can be used: " + verdicts,
            "Install mesa-vulkan-drivers: it draws on the CPU where there is no graphics card."};
    }
    chosen = usable_.front();
}

DeviceSide& Renderer::State::device_side() {
    if (options.make_surface && !surface_)
        surface_ = std::make_unique<Surface>(instance->get(), options.make_surface);
    if (make_second_ && !second_) second_ = std::make_unique<Surface>(instance->get(), make_second_);
    if (!side_) {
        ++devices_made_;
        side_ = std::make_unique<DeviceSide>(
            DevicePlan{physical_[chosen], surface_ ? surface_->get() : VK_NULL_HANDLE,
                       second_ ? second_->get() : VK_NULL_HANDLE, options.pipeline_cache, environment_,
                       textures, statistics, moving_pixels_});
    }
    return *side_;
}

void Renderer::State::open_second(MakeSurface make) {
    close_second();
    if (!options.make_surface)
        throw VulkanError{"open_second", "this renderer was made without a window", {}};
    make_second_ = std::move(make);
    try {
        on_device([&](DeviceSide& side) { side.open_second(second_->get()); });
    } catch (...) {
        close_second();
        throw;
    }
}

void Renderer::State::close_second() {
    make_second_ = {};
    if (side_) side_->close_second();
    second_.reset();
}

void Renderer::State::give_up_after(VulkanError error, Attempts& attempts) {
    if (error.code == VK_SUCCESS) throw error;
    side_.reset();
    const bool of_the_surface =
        error.code == VK_ERROR_SURFACE_LOST_KHR || error.code == VK_ERROR_NATIVE_WINDOW_IN_USE_KHR;
    if (of_the_surface) surface_.reset(), second_.reset();  // whichever it was
    if (++attempts.on_device < kTries && may_pass(error.code)) return;
    attempts.on_device = 0;
    attempts.devices.push_back(reports[chosen].name);
    const bool of_the_device = another_device_may_help(error.code);
    if (of_the_device) give_up_device(error);
    if (of_the_device && attempts.devices.size() < usable_.size()) return;
    error.device = joined(attempts.devices);
    if (error.remedy.empty()) error.remedy = remedy_for(error.code);
    throw error;
}

// The last one gives way to the best, for the next call: that may have come back meanwhile.
void Renderer::State::give_up_device(const VulkanError& error) {
    if (usable_.size() == 1) return;
    const auto at = std::ranges::find(usable_, chosen) + 1;
    const std::size_t next = at == usable_.end() ? usable_.front() : *at;
    replace_device(reports, chosen, next, error.call + ": " + error.result);
    chosen = next;
}

}  // namespace maatkast::render
