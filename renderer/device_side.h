// Everything that is made from one logical device: it goes with the device when that is lost, and is made
// anew.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "renderer/moving_pixels.h"
#include "renderer/overlay_pass.h"
#include "renderer/scene_renderer.h"
#include "renderer/swapchain.h"

namespace maatkast::render {

// What a device side is made from, and what of the renderer outlives it.
struct DevicePlan {
    VkPhysicalDevice physical = VK_NULL_HANDLE;
    VkSurfaceKHR surface = VK_NULL_HANDLE;  // none: only pictures without a window
    std::filesystem::path pipeline_cache;
    std::shared_future<EnvironmentLight> environment;
    const KeptTextures& textures;
    FrameStatistics& statistics;
    MovingPixels& moving_pixels;
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
    std::uint32_t out_of_date = 0;  // frames in a row
};

// After an error with a code its functions leave things half done: it must not be used any more, only
// destroyed.
class DeviceSide {
  public:
    explicit DeviceSide(const DevicePlan& plan);
    ~DeviceSide();
    DeviceSide(const DeviceSide&) = delete;
    DeviceSide& operator=(const DeviceSide&) = delete;

    Device& device() { return device_; }
    OverlayPass& overlay() { return overlay_; }
    VkFormat format() const { return format_; }  // of pictures for display

    // Draw a picture of their own and copy it to a buffer that the host can read; wait for it. The first as
    // it is shown, with the overlay over it, the second in linear light (kLightFormat).
    Buffer draw_display(const Shot& shot, Size size, const Overlay& overlay);
    Buffer draw_light(const Shot& shot, Size size);
    // Need a surface in the plan.
    FrameResult draw_window(const Shot& shot, const Overlay& overlay, Size framebuffer);
    bool refine_window(const Shot& shot);

  private:
    Size drawn_size(Size shown, Quality quality) const;
    void note_frame(Quality quality, std::chrono::steady_clock::time_point start);
    void draw_passes(const Shot& shot, Size drawn);
    void fit_stretched(Size drawn, Size shown);
    void record_image(VkCommandBuffer commands, const Overlay& overlay, Size size, const Buffer& pixels);
    bool picture_is_current(const Shot& shot) const;
    void fit_window_picture(Size drawn);
    FrameResult frame_was_out_of_date();
    VkCommandBuffer record_window_frame(const WindowFrame& frame, const Shot& shot, const Overlay& overlay,
                                        bool redraw, const Swapchain::Acquired& image);
    void submit_window_frame(VkCommandBuffer commands, const WindowFrame& frame,
                             const Swapchain::Acquired& image);

    // Destroyed in reverse order, so that the device goes last.
    FrameStatistics& statistics_;
    MovingPixels& moving_pixels_;
    Device device_;
    VkFormat format_;
    SceneRenderer scenes_;
    OverlayPass overlay_;
    std::unique_ptr<PictureTargets> image_targets_;  // kept for pictures of the same size in a row
    DeviceImage stretched_;  // a picture that was drawn smaller, in the size and format of display
    std::unique_ptr<Window> window_;
};

}  // namespace maatkast::render
