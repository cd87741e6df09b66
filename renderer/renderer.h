// The door of the renderer: a scene and a camera go in, a picture comes out, in a file or in a window.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "renderer/camera.h"
#include "renderer/failure.h"
#include "renderer/image.h"
#include "renderer/overlay.h"
#include "renderer/scene.h"

// Vulkan's own handle types, named here so that callers need no Vulkan header.
struct VkInstance_T;
struct VkSurfaceKHR_T;

namespace maatkast::render {

// One graphics device of the machine and the verdict on it, for `doctor` and for failures.
struct DeviceReport {
    std::string name;    // as the driver gives it
    std::string kind;    // "discrete GPU", "integrated GPU", "virtual GPU", "CPU", "other"
    std::string driver;  // name and version
    std::string vulkan;  // highest version, "1.3.230"
    bool usable = false;
    bool chosen = false;
    std::vector<std::string> reasons;  // why it was chosen, passed over, or cannot be used: all of them
};

// A message of the validation layer or the driver.
struct ValidationMessage {
    std::string id;  // "VUID-…" or the layer's own name
    std::string text;
};

struct RendererOptions {
    std::string application = "maatkast";
    // Core, synchronization and best-practice validation; also switched on by MAATKAST_VALIDATION=1. Fails
    // when the layer is not installed, so that a check never passes unseen.
    bool validation = false;
    std::function<void(const ValidationMessage&)> on_message;  // may be called from any thread; may be empty
    // Part of a device's name; devices without it are passed over. Else MAATKAST_DEVICE, else the best.
    std::string device;
    // On a CPU device moving pictures have fewer pixels where they would take longer than this, and more
    // where there is time. 0: always as many, so that the same picture is the same bytes.
    double moving_ms = 0;
    static constexpr double kPrompt = 30;  // what feels immediate, and a thirtieth of a second with the rest
    // Where compiled pipelines are kept between runs; empty: nowhere. Broken or foreign files are ignored.
    std::filesystem::path pipeline_cache;
    // For a window: the extensions its system needs, and a function that makes its surface and returns a
    // VkResult (glfwGetRequiredInstanceExtensions, glfwCreateWindowSurface). The renderer destroys the
    // surface, so the window must live longer. Without make_surface only pictures are made.
    std::vector<std::string> instance_extensions;
    std::function<int(VkInstance_T*, VkSurfaceKHR_T**)> make_surface;
};

// moving: reacts at once, for while something changes. still: the best picture, for when nothing moves: the
// mean of eight passes, each through other points of the pixels and at other points of the light. A window
// shows the first at once; refine() adds the others.
enum class Quality : std::uint8_t { moving, still };

// presented: the frame is on its way to the screen. resized: the swapchain had to be made anew, draw again at
// once. not_ready: there is no area to draw on (minimised); wait for resize().
enum class FrameResult : std::uint8_t { presented, resized, not_ready };

// A part of a picture: a scene, and where it is seen from. Both are borrowed for the call. Panes stand side
// by side, equally wide, in the same light where their scenes have the same; each is a picture of its own,
// and its camera is one for a picture of pane_size. One pane is the whole picture.
struct Pane {
    const Scene& scene;
    const Camera& camera;
};
inline constexpr std::size_t kMostPanes = 2;
// Of pane `index` of so many in a picture; the last one has what does not divide.
Size pane_size(Size picture, std::size_t index, std::size_t count);

// Makes the surface of a window, and returns a VkResult (glfwCreateWindowSurface). The renderer destroys the
// surface, so the window must live longer.
using MakeSurface = std::function<int(VkInstance_T*, VkSurfaceKHR_T**)>;

// The window that the renderer was made for, and one beside it, such as on a customer's screen.
enum class Screen : std::uint8_t { first, second };

// What the last picture cost. Times are wall-clock milliseconds.
struct FrameStatistics {
    double total_ms = 0;       // from the call until the picture was there (image) or handed over (window)
    double upload_ms = 0;      // sending meshes, textures, instances
    double light_ms = 0;       // shadow map and ambient light, 0 when still valid
    double first_pass_ms = 0;  // of a picture of several passes, until the first was there
    std::uint32_t triangles = 0;
    std::uint32_t draws = 0;
    std::uint32_t meshes_uploaded = 0;
    std::uint32_t textures_uploaded = 0;
    Size drawn;                  // in pixels, before it was stretched to the size shown
    bool scene_redrawn = false;  // false when only the overlay was drawn over the kept picture
};

// How long the steps of creation took, in milliseconds, in order.
struct StartupStep {
    std::string name;
    double ms = 0;
};

// Every device of the machine with the verdict on it. Empty when there is no Vulkan loader or driver.
// Does not create a device; takes some 50 ms for loading the drivers.
std::vector<DeviceReport> list_devices(const std::string& wanted = {});

// The whole lighting as it is used, environment plus key light, as an equirectangular map of width × width/2
// in linear radiance. Row 0 looks up (+Y); u = 1/2 + atan2(z, x) / 2π, the convention of three.js, and of
// Blender once glTF's axes are turned to Z up. The key light is a disk of its angular radius with the
// irradiance that the renderer uses (spread over at least a pixel). Width at least 16 and even (asserted).
HdrImage environment_map(const Environment& environment, const KeyLight& key_light, std::uint32_t width);

// The renderer. One thread at a time may call it. A device that keeps failing gives way to the next one that
// fits RendererOptions::device, for good; a call fails when all of them have failed, and the next one begins
// with the best device again. Pictures of the same scene, camera, size and quality are
// the same bytes on one machine and driver, moving ones unless RendererOptions::moving_ms is set.
class Renderer {
  public:
    static std::expected<std::unique_ptr<Renderer>, Failure> create(const RendererOptions& options);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Draws without a window and waits for the picture. Size 1 … 8192 in each direction, else a Failure. The
    // overlay, when given, is drawn over it: with the window's scene, camera and size this is the window's
    // frame.
    std::expected<Image, Failure> render_to_image(const Scene& scene, const Camera& camera, Size size,
                                                  Quality quality, const Overlay& overlay = {});

    // Of one to kMostPanes panes.
    std::expected<Image, Failure> render_to_image(std::span<const Pane> panes, Size size, Quality quality,
                                                  const Overlay& overlay = {});

    // The same picture in linear light before tone mapping, dithering and overlay.
    std::expected<HdrImage, Failure> render_to_hdr(const Scene& scene, const Camera& camera, Size size,
                                                   Quality quality);

    // Takes a second window on, or lets it go. It shares device, scene and light with the first, so that the
    // same scene from another place costs its images and its frames only. Fails, and leaves the first as it
    // was, where the device cannot draw into it as it does into the first. Needs a first window.
    std::expected<void, Failure> open_second(MakeSurface make_surface);
    void close_second();

    // The window's framebuffer has changed to this many pixels (0 × 0 when minimised). Cheap; the swapchain
    // follows at the next draw. Must be called once before the first draw.
    void resize(Size framebuffer, Screen screen = Screen::first);
    Size window_size(Screen screen = Screen::first) const;

    // Draws one frame into the window and hands it over. With an unchanged scene revision (not 0), camera and
    // quality only the overlay is drawn anew. Needs RendererOptions::make_surface.
    std::expected<FrameResult, Failure> draw(const Scene& scene, const Camera& camera, const Overlay& overlay,
                                             Quality quality);

    // Of one to kMostPanes panes, on the second screen one; those that have not changed are kept. What a pane
    // beside the first needs is made when there is one, and freed by the next frame without.
    std::expected<FrameResult, Failure> draw(std::span<const Pane> panes, const Overlay& overlay,
                                             Quality quality, Screen screen = Screen::first);

    // Adds a pass to the window's still picture, when that shows this scene and camera and is not complete;
    // waits for it. True: the picture is better now, draw() shows it. Cheap when there is nothing to do.
    std::expected<bool, Failure> refine(const Scene& scene, const Camera& camera);
    std::expected<bool, Failure> refine(std::span<const Pane> panes, Screen screen = Screen::first);

    // Pictures for overlays: 8 bits RGBA, sRGB-encoded, rows top to bottom, size.width × size.height × 4
    // bytes. Update keeps the size. Destroy frees it once no frame uses it any more.
    std::expected<OverlayTexture, Failure> create_overlay_texture(Size size,
                                                                  std::span<const std::uint8_t> rgba);
    std::expected<void, Failure> update_overlay_texture(OverlayTexture texture,
                                                        std::span<const std::uint8_t> rgba);
    void destroy_overlay_texture(OverlayTexture texture);

    const std::vector<DeviceReport>& devices() const;  // with the verdicts so far
    const DeviceReport& device() const;                // the chosen one
    const FrameStatistics& statistics() const;         // of the last picture
    const std::vector<StartupStep>& startup() const;
    std::uint32_t validation_messages() const;  // so far, warnings and errors

    // Makes the validation layer complain on purpose, of something forbidden and of bad practice, and returns
    // whether both messages arrived: the proof that a count of zero means something. They are not counted.
    // False without validation.
    bool provoke_validation_message();

  private:
    struct State;
    explicit Renderer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace maatkast::render
