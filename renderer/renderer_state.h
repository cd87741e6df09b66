// What is behind the door of Renderer. Members are destroyed in reverse order, so the device goes late.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>

#include "renderer/device_choice.h"
#include "renderer/instance.h"
#include "renderer/moving_pixels.h"
#include "renderer/overlay_pass.h"
#include "renderer/scene_renderer.h"
#include "renderer/swapchain.h"

namespace maatkast::render {

// A surface that goes before its instance and after its swapchain.
class Surface {
  public:
    Surface(VkInstance instance, const RendererOptions& options);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    VkSurfaceKHR get() const { return surface_; }

  private:
    VkInstance instance_;
    VkSurfaceKHR surface_ = VK_NULL_HANDLE;
};

// One of the two frames that may be in flight.
struct WindowFrame {
    UniqueCommandPool pool;
    UniqueFence done;
    UniqueSemaphore acquired;
};

struct Window {
    Window(Device& device, VkSurfaceKHR surface, VkFormat format);
    Swapchain swapchain;
    std::array<WindowFrame, 2> frames;
    std::uint32_t next = 0;
    // The picture without overlay is kept, so that a frame in which only the overlay changes is cheap.
    std::unique_ptr<PictureTargets> picture;
    std::uint64_t revision = 0;
    Camera camera;
    Quality quality = Quality::moving;
    Size shown;
    bool drawn = false;
};

struct Renderer::State {
    explicit State(const RendererOptions& options);
    ~State();

    // Draw a picture of their own and copy it to a buffer that the host can read; wait for it. The first as
    // it is shown, with the overlay over it, the second in linear light (kLightFormat).
    Buffer draw_display(const Shot& shot, Size size, const Overlay& overlay);
    Buffer draw_light(const Shot& shot, Size size);
    FrameResult draw_window(const Shot& shot, const Overlay& overlay);
    bool refine_window(const Shot& shot);

    std::vector<StartupStep> startup;
    std::vector<DeviceReport> reports;
    std::size_t chosen = 0;
    FrameStatistics statistics;
    Size framebuffer;
    MessageSink messages;
    std::unique_ptr<VulkanInstance> instance;
    std::unique_ptr<Surface> surface;
    std::unique_ptr<Device> gpu;
    VkFormat format = VK_FORMAT_B8G8R8A8_UNORM;
    std::unique_ptr<SceneRenderer> scenes;
    std::unique_ptr<OverlayPass> overlay;
    std::unique_ptr<PictureTargets> image_targets;  // kept for pictures of the same size in a row
    DeviceImage stretched;  // a picture that was drawn smaller, in the size and format of display
    std::unique_ptr<Window> window;

  private:
    Size drawn_size(Size shown, Quality quality) const;
    void draw_passes(const Shot& shot, Size drawn);
    void note_time(Quality quality);
    VkPhysicalDevice choose(const std::string& wanted);
    void step(const char* name);
    bool picture_is_current(const Shot& shot) const;
    void fit_stretched(Size drawn, Size shown);
    void fit_window_picture(Size drawn);
    void record_window_frame(VkCommandBuffer commands, const Overlay& ui, const Swapchain::Acquired& image,
                             std::uint32_t slot);
    void submit_window_frame(VkCommandBuffer commands, const WindowFrame& frame,
                             const Swapchain::Acquired& image);

    MovingPixels moving_pixels_;
    std::chrono::steady_clock::time_point last_step_;
};

}  // namespace maatkast::render
