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
    VkSurfaceKHR second = VK_NULL_HANDLE;   // of a second window
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

// What several panes show.
struct Shots {
    std::span<const Pane> panes;
    Quality quality = Quality::still;
    Shot shot(std::size_t i) const { return {panes[i].scene, panes[i].camera, quality}; }
};

// A pane of the window as it was drawn.
struct KeptPane {
    std::unique_ptr<PictureTargets> picture;
    std::uint64_t revision = 0;
    Camera camera;
    Quality quality = Quality::moving;
    bool drawn = false;
};

inline constexpr std::size_t kScreens = 2;
constexpr std::size_t index_of(Screen screen) {
    return static_cast<std::size_t>(screen);
}

struct Window {
    Window(Device& device, VkSurfaceKHR surface, VkFormat format, std::uint32_t first_slot);
    std::uint32_t slot() const { return first_slot + next; }  // of the next frame
    Swapchain swapchain;
    std::array<WindowFrame, 2> frames;
    std::uint32_t first_slot;
    std::uint32_t next = 0;
    // The picture without overlay is kept, so that a frame in which only the overlay changes is cheap.
    std::array<KeptPane, kMostPanes> panes;
    std::size_t pane_count = 0;
    Size shown;
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
    Buffer draw_display(const Shots& shots, Size size, const Overlay& overlay);
    Buffer draw_light(const Shot& shot, Size size);
    // Need a surface in the plan.
    FrameResult draw_window(Screen screen, const Shots& shots, const Overlay& overlay, Size framebuffer);
    bool refine_window(Screen screen, const Shots& shots);
    // Throws where it cannot be drawn into as into the first; nothing where there is one already.
    void open_second(VkSurfaceKHR surface);
    void close_second();

  private:
    Size drawn_size(Size shown, Quality quality) const;
    void note_frame(Quality quality, std::chrono::steady_clock::time_point start);
    SceneRenderer& scenes(std::size_t pane);
    void free_panes(std::size_t used);
    void prepare(const Shot& shot, std::size_t pane);
    void forget_window_panes();
    void draw_passes(const Shot& shot, std::size_t pane, Size drawn);
    void fit_composed(Size shown);
    void record_image(VkCommandBuffer commands, std::size_t panes, const Overlay& overlay, Size size,
                      const Buffer& pixels);
    static bool pane_is_current(const Window& window, const Shots& shots, std::size_t pane);
    bool fit_window_panes(Window& window, const Shots& shots, Size drawn);
    void draw_window_pane(VkCommandBuffer commands, Window& window, const Shot& shot, std::size_t pane);
    static FrameResult frame_was_out_of_date(Window& window);
    VkCommandBuffer record_window_frame(Window& window, const Shots& shots, const Overlay& overlay,
                                        const Swapchain::Acquired& image);
    void submit_window_frame(VkCommandBuffer commands, const WindowFrame& frame,
                             const Swapchain::Acquired& image);

    // Destroyed in reverse order, so that the device goes last.
    FrameStatistics& statistics_;
    MovingPixels& moving_pixels_;
    Device device_;
    VkFormat format_;
    std::shared_future<EnvironmentLight> environment_;
    std::array<std::unique_ptr<SceneRenderer>, kMostPanes> scenes_;  // by pane; but for the first when needed
    OverlayPass overlay_;
    // By pane; kept for pictures of the same size in a row.
    std::array<std::unique_ptr<PictureTargets>, kMostPanes> image_targets_;
    VkPhysicalDevice physical_;
    VkSurfaceKHR surface_;
    DeviceImage composed_;  // of panes, or of a picture that was drawn smaller; in the format of display
    std::array<std::unique_ptr<Window>, kScreens> windows_;
};

}  // namespace maatkast::render
