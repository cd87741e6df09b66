#include "renderer/renderer_state.h"

#include <cstdlib>

namespace maatkast::render {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kImageSlot = 2;  // of the uniforms; 0 and 1 belong to the window's frames

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

void begin(VkCommandBuffer commands) {
    const VkCommandBufferBeginInfo info{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO,
                                        .flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT};
    check(vkBeginCommandBuffer(commands, &info), "vkBeginCommandBuffer");
}

void copy_to_buffer(VkCommandBuffer commands, const DeviceImage& image, const Buffer& buffer) {
    const Size size = image.shape().size;
    const VkBufferImageCopy region{.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1},
                                   .imageExtent = {size.width, size.height, 1}};
    vkCmdCopyImageToBuffer(commands, image.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, buffer.get(), 1,
                           &region);
    memory_barrier(commands, VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT,
                   VK_PIPELINE_STAGE_2_HOST_BIT, VK_ACCESS_2_HOST_READ_BIT);
}

// What was done to an image before, when nothing of it is wanted any more.
constexpr Moment kAnything{VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};

// A picture onto another image, smoothly where the sizes differ.
void stretch(VkCommandBuffer commands, const DeviceImage& picture, VkImage onto, Size size) {
    const auto corner = [](Size s) {
        return VkOffset3D{static_cast<std::int32_t>(s.width), static_cast<std::int32_t>(s.height), 1};
    };
    constexpr VkImageSubresourceLayers kLayer{VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
    const Size drawn = picture.shape().size;
    if (drawn == size) {
        const VkImageCopy region{
            .srcSubresource = kLayer, .dstSubresource = kLayer, .extent = {size.width, size.height, 1}};
        vkCmdCopyImage(commands, picture.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, onto,
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
        return;
    }
    const VkImageBlit region{.srcSubresource = kLayer,
                             .srcOffsets = {{}, corner(drawn)},
                             .dstSubresource = kLayer,
                             .dstOffsets = {{}, corner(size)}};
    vkCmdBlitImage(commands, picture.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, onto,
                   VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region, VK_FILTER_LINEAR);
}

}  // namespace

Surface::Surface(VkInstance instance, const RendererOptions& options) : instance_(instance) {
    const auto result = static_cast<VkResult>(options.make_surface(instance, &surface_));
    if (result != VK_SUCCESS) throw VulkanError{"make_surface", result_name(result), {}};
}

Surface::~Surface() {
    vkDestroySurfaceKHR(instance_, surface_, nullptr);
}

Window::Window(Device& device, VkSurfaceKHR surface, VkFormat format) : swapchain(device, surface, format) {
    for (WindowFrame& frame : frames) {
        frame.pool = make_command_pool(device);
        frame.done = make_fence(device, true);
        frame.acquired = make_semaphore(device);
    }
}

Renderer::State::State(const RendererOptions& options)
    : messages(options.on_message), moving_pixels_(options.moving_ms), last_step_(Clock::now()) {
    // The environment needs no device; it is worked out while the drivers load.
    std::future<EnvironmentLight> environment =
        std::async(std::launch::async, [] { return compute_environment(Environment{}); });
    instance = std::make_unique<VulkanInstance>(
        InstanceOptions{options.application, options.instance_extensions, validation_wanted(options)},
        &messages);
    step("instance");
    if (options.make_surface) surface = std::make_unique<Surface>(instance->get(), options);
    VkPhysicalDevice physical = choose(wanted_device(options));
    step("device choice");
    VkSurfaceKHR target = surface ? surface->get() : VK_NULL_HANDLE;
    gpu = std::make_unique<Device>(physical, *find_queue_family(physical, target), surface != nullptr,
                                   options.pipeline_cache);
    step("device");
    if (surface) format = choose_surface_format(physical, target);
    scenes = std::make_unique<SceneRenderer>(*gpu, std::move(environment), format);
    overlay = std::make_unique<OverlayPass>(*gpu, format);
    if (surface) window = std::make_unique<Window>(*gpu, target, format);
    step("pipelines and images");
}

Renderer::State::~State() {
    if (gpu) vkDeviceWaitIdle(gpu->get());
}

void Renderer::State::step(const char* name) {
    startup.push_back({name, ms_since(last_step_)});
    last_step_ = Clock::now();
}

VkPhysicalDevice Renderer::State::choose(const std::string& wanted) {
    const std::vector<VkPhysicalDevice> devices = physical_devices(instance->get());
    std::vector<DeviceFacts> facts;
    for (VkPhysicalDevice device : devices)
        facts.push_back(read_facts(device, surface ? surface->get() : VK_NULL_HANDLE));
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

Size Renderer::State::drawn_size(Size shown, Quality quality) const {
    return quality == Quality::moving && gpu->is_cpu() ? moving_pixels_.within(shown) : shown;
}

// Light and uploads count for the scene that they were made for, not for the picture's size.
void Renderer::State::note_time(Quality quality) {
    if (quality == Quality::moving && statistics.scene_redrawn)
        moving_pixels_.took(statistics.total_ms - statistics.light_ms - statistics.upload_ms);
}

void Renderer::State::fit_stretched(Size drawn, Size shown) {
    if (drawn == shown || (stretched && stretched.shape().size == shown)) return;
    stretched = {};
    stretched =
        DeviceImage(*gpu, {.size = shown,
                           .format = format,
                           .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                                    VK_IMAGE_USAGE_TRANSFER_DST_BIT});
}

// All passes of a picture, into image_targets; waits for each, so that a large picture never keeps the device
// for long.
void Renderer::State::draw_passes(const Shot& shot, Size drawn) {
    const Clock::time_point start = Clock::now();
    scenes->prepare(shot.scene, shot.quality, statistics);
    if (!image_targets || image_targets->size != drawn) {
        image_targets.reset();
        image_targets = std::make_unique<PictureTargets>(*gpu, drawn, format);
    }
    image_targets->passes = 0;
    for (std::uint32_t i = 0; i < SceneRenderer::passes(shot.quality); ++i) {
        gpu->run([&](VkCommandBuffer commands) {
            scenes->record(commands, shot, *image_targets, kImageSlot, statistics);
        });
        if (i == 0) statistics.first_pass_ms = ms_since(start);
    }
    statistics.drawn = drawn;
}

Buffer Renderer::State::draw_display(const Shot& shot, Size size, const Overlay& ui) {
    const Clock::time_point start = Clock::now();
    statistics = {};
    statistics.scene_redrawn = true;
    const Size drawn = drawn_size(size, shot.quality);
    draw_passes(shot, drawn);
    fit_stretched(drawn, size);
    Buffer pixels(*gpu, VkDeviceSize{4} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    gpu->run([&](VkCommandBuffer commands) {
        scenes->develop(commands, *image_targets, kImageSlot);
        const DeviceImage& picture = drawn == size ? image_targets->display : stretched;
        if (drawn != size) {
            image_barrier(commands, stretched, kAnything, moment::kCopyTo);
            stretch(commands, image_targets->display, stretched.get(), size);
            image_barrier(commands, stretched, moment::kCopyTo, moment::kCopyFrom);
        }
        if (!ui.empty()) {
            image_barrier(commands, picture, moment::kCopyFrom, moment::kColor);
            overlay->record(commands, ui, picture.view(), size, kImageSlot);
            image_barrier(commands, picture, moment::kColor, moment::kCopyFrom);
        }
        copy_to_buffer(commands, picture, pixels);
    });
    statistics.total_ms = ms_since(start);
    note_time(shot.quality);
    return pixels;
}

Buffer Renderer::State::draw_light(const Shot& shot, Size size) {
    statistics = {};
    draw_passes(shot, size);
    Buffer pixels(*gpu, VkDeviceSize{8} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    gpu->run([&](VkCommandBuffer commands) {
        image_barrier(commands, image_targets->light, moment::kColor, moment::kCopyFrom);
        copy_to_buffer(commands, image_targets->light, pixels);
    });
    return pixels;
}

bool Renderer::State::picture_is_current(const Shot& shot) const {
    return window->drawn && shot.scene.revision != 0 && shot.scene.revision == window->revision &&
           shot.camera == window->camera && shot.quality == window->quality &&
           window->shown == window->swapchain.size();
}

void Renderer::State::fit_window_picture(Size drawn) {
    if (window->picture && window->picture->size == drawn) return;
    gpu->wait_idle();
    window->picture.reset();
    window->picture = std::make_unique<PictureTargets>(*gpu, drawn, format);
    window->drawn = false;
}

FrameResult Renderer::State::draw_window(const Shot& shot, const Overlay& ui) {
    const Clock::time_point start = Clock::now();
    statistics = {};
    const Swapchain::Status status = window->swapchain.update(framebuffer);
    if (status == Swapchain::Status::not_ready) return FrameResult::not_ready;

    const std::uint32_t slot = window->next;
    WindowFrame& frame = window->frames[slot];
    check(vkWaitForFences(gpu->get(), 1, frame.done.address(), VK_TRUE, UINT64_MAX), "vkWaitForFences");
    const Size size = window->swapchain.size();
    fit_window_picture(drawn_size(size, shot.quality));
    const bool redraw = !picture_is_current(shot);
    if (redraw) scenes->prepare(shot.scene, shot.quality, statistics);
    const std::optional<Swapchain::Acquired> image = window->swapchain.acquire(frame.acquired.get());
    if (!image) return FrameResult::resized;

    window->drawn = false;
    check(vkResetCommandPool(gpu->get(), frame.pool.get(), 0), "vkResetCommandPool");
    VkCommandBuffer commands = allocate_commands(*gpu, frame.pool);
    begin(commands);
    if (redraw) {
        window->picture->passes = 0;
        scenes->record(commands, shot, *window->picture, slot, statistics);
        scenes->develop(commands, *window->picture, slot);
    }
    record_window_frame(commands, ui, *image, slot);
    check(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
    submit_window_frame(commands, frame, *image);
    window->swapchain.present(*image);

    window->next = (slot + 1) % static_cast<std::uint32_t>(window->frames.size());
    window->drawn = true;
    window->revision = shot.scene.revision;
    window->camera = shot.camera;
    window->quality = shot.quality;
    window->shown = size;
    statistics.drawn = window->picture->size;
    statistics.scene_redrawn = redraw;
    statistics.total_ms = ms_since(start);
    note_time(shot.quality);
    return FrameResult::presented;
}

bool Renderer::State::refine_window(const Shot& shot) {
    const bool known = window->picture && picture_is_current(shot);
    if (!known || window->picture->passes >= SceneRenderer::passes(shot.quality)) return false;
    window->drawn = false;  // stays so when something below fails half-way
    gpu->run([&](VkCommandBuffer commands) {
        scenes->record(commands, shot, *window->picture, kImageSlot, statistics);
        scenes->develop(commands, *window->picture, kImageSlot);
    });
    window->drawn = true;
    return true;
}

void Renderer::State::record_window_frame(VkCommandBuffer commands, const Overlay& ui,
                                          const Swapchain::Acquired& image, std::uint32_t slot) {
    const Size size = window->swapchain.size();
    // The submission waits for the acquired image at these stages, so the first use must lie in them.
    const Moment fresh{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
    const Moment shown{VK_PIPELINE_STAGE_2_NONE, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_PRESENT_SRC_KHR};
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, fresh, moment::kCopyTo);
    stretch(commands, window->picture->display, image.image, size);
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyTo, moment::kColor);
    overlay->record(commands, ui, image.view, size, slot);
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, moment::kColor, shown);
}

void Renderer::State::submit_window_frame(VkCommandBuffer commands, const WindowFrame& frame,
                                          const Swapchain::Acquired& image) {
    const VkSemaphoreSubmitInfo wait{.sType = VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO,
                                     .semaphore = frame.acquired.get(),
                                     .stageMask = VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT};
    const VkSemaphoreSubmitInfo signal{.sType = VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO,
                                       .semaphore = image.present,
                                       .stageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT};
    const VkCommandBufferSubmitInfo buffer{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO,
                                           .commandBuffer = commands};
    const VkSubmitInfo2 submit{.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO_2,
                               .waitSemaphoreInfoCount = 1,
                               .pWaitSemaphoreInfos = &wait,
                               .commandBufferInfoCount = 1,
                               .pCommandBufferInfos = &buffer,
                               .signalSemaphoreInfoCount = 1,
                               .pSignalSemaphoreInfos = &signal};
    check(vkResetFences(gpu->get(), 1, frame.done.address()), "vkResetFences");
    check(vkQueueSubmit2(gpu->queue(), 1, &submit, frame.done.get()), "vkQueueSubmit2");
}

}  // namespace maatkast::render
