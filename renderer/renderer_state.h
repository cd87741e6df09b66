// What is behind the door of Renderer: what lasts, and the device side, which is made anew after an error.
#pragma once

#include <memory>
#include <new>

#include "renderer/device_side.h"
#include "renderer/instance.h"
#include "renderer/recovery.h"

namespace maatkast::render {

// A surface that goes before its instance and after its swapchain.
class Surface {
  public:
    Surface(VkInstance instance, const MakeSurface& make);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    VkSurfaceKHR get() const { return surface_; }

  private:
    VkInstance instance_;
    VkSurfaceKHR surface_ = VK_NULL_HANDLE;
};

struct Renderer::State {
    explicit State(const RendererOptions& options);

    // Returns work(DeviceSide&). When that runs into an error of the device, all of the device side is given
    // up and the work is done again with a new one, a few times on each device of the machine. Freeing what
    // is cached and going on with the rest would be quicker after a lack of memory, but what an error leaves
    // half-made stands in many places.
    template <typename Work>
    auto on_device(Work&& work);
    // Whether there is a device side that would have to hear of a change; else the next one is made with it.
    bool has_device() const { return side_ != nullptr; }
    std::uint32_t devices_made() const { return devices_made_; }
    bool has_window(Screen screen) const {
        return screen == Screen::first ? bool(options.make_surface) : bool(make_second_);
    }
    void open_second(MakeSurface make);
    void close_second();

    const RendererOptions options;
    std::vector<StartupStep> startup;
    std::vector<DeviceReport> reports;
    std::size_t chosen = 0;
    FrameStatistics statistics;
    std::array<Size, kScreens> framebuffers;
    KeptTextures textures;
    std::uint32_t last_texture = 0;
    MessageSink messages;
    std::unique_ptr<VulkanInstance> instance;

  private:
    // What one call has tried.
    struct Attempts {
        int on_device = 0;                 // in use, in a row
        std::vector<std::string> devices;  // names of those that have failed
    };

    void choose(const std::string& wanted);
    void step(const char* name);
    DeviceSide& device_side();
    // Gives the device side up, and the device after kTries. Throws the error, with a remedy, when it is not
    // worth another try.
    void give_up_after(VulkanError error, Attempts& attempts);
    void give_up_device(const VulkanError& error);

    MovingPixels moving_pixels_;
    std::chrono::steady_clock::time_point last_step_;
    std::shared_future<EnvironmentLight> environment_;
    std::vector<VkPhysicalDevice> physical_;  // as in reports
    std::vector<std::size_t> usable_;         // indices into reports, the best first
    MakeSurface make_second_;                 // empty while there is no second window
    std::unique_ptr<Surface> surface_, second_;
    std::unique_ptr<DeviceSide> side_;
    std::uint32_t devices_made_ = 0;
};

template <typename Work>
auto Renderer::State::on_device(Work&& work) {
    for (Attempts attempts;;) {
        try {
            return work(device_side());
        } catch (const VulkanError& error) {
            give_up_after(error, attempts);
        } catch (const std::bad_alloc&) {
            give_up_after(
                {"renderer", result_name(VK_ERROR_OUT_OF_HOST_MEMORY), {}, VK_ERROR_OUT_OF_HOST_MEMORY},
                attempts);
        } catch (...) {
            side_.reset();
            throw;
        }
    }
}

}  // namespace maatkast::render
