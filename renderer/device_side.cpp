#include "renderer/device_side.h"

#include "renderer/device_choice.h"
#include "renderer/recovery.h"

namespace maatkast::render {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kImageSlot = 2;  // of the uniforms; 0 and 1 belong to the window's frames

// While somebody drags a window's edge, frames are out of date now and then, never so many in a row.
constexpr std::uint32_t kMostOutOfDate = 100;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
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

std::uint32_t queue_family(const DevicePlan& plan) {
    if (const auto family = find_queue_family(plan.physical, plan.surface)) return *family;
    throw VulkanError{"find_queue_family",
                      "the graphics device cannot draw into this window any more",
                      {},
                      VK_ERROR_SURFACE_LOST_KHR};
}

VkFormat display_format(const DevicePlan& plan) {
    return plan.surface != VK_NULL_HANDLE ? choose_surface_format(plan.physical, plan.surface)
                                          : VK_FORMAT_B8G8R8A8_UNORM;
}

}  // namespace

Window::Window(Device& device, VkSurfaceKHR surface, VkFormat format) : swapchain(device, surface, format) {
    for (WindowFrame& frame : frames) {
        frame.pool = make_command_pool(device);
        frame.done = make_fence(device, true);
        frame.acquired = make_semaphore(device);
    }
}

DeviceSide::DeviceSide(const DevicePlan& plan)
    : statistics_(plan.statistics),
      moving_pixels_(plan.moving_pixels),
      device_(plan.physical, queue_family(plan), plan.surface != VK_NULL_HANDLE, plan.pipeline_cache),
      format_(display_format(plan)),
      scenes_(device_, plan.environment, format_),
      overlay_(device_, format_) {
    for (const auto& [id, texture] : plan.textures) overlay_.put(id, texture);
    if (plan.surface != VK_NULL_HANDLE) window_ = std::make_unique<Window>(device_, plan.surface, format_);
}

DeviceSide::~DeviceSide() {
    vkDeviceWaitIdle(device_.get());  // whatever it answers: a lost device does nothing any more
}

Size DeviceSide::drawn_size(Size shown, Quality quality) const {
    return quality == Quality::moving && device_.is_cpu() ? moving_pixels_.within(shown) : shown;
}

// Light and uploads count for the scene that they were made for, not for the picture's size.
void DeviceSide::note_frame(Quality quality, Clock::time_point start) {
    statistics_.total_ms = ms_since(start);
    if (quality == Quality::moving && statistics_.scene_redrawn)
        moving_pixels_.took(statistics_.total_ms - statistics_.light_ms - statistics_.upload_ms);
}

void DeviceSide::fit_stretched(Size drawn, Size shown) {
    if (drawn == shown || (stretched_ && stretched_.shape().size == shown)) return;
    stretched_ = {};
    stretched_ =
        DeviceImage(device_, {.size = shown,
                              .format = format_,
                              .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                                       VK_IMAGE_USAGE_TRANSFER_DST_BIT});
}

// All passes of a picture, into image_targets_; waits for each, so that a large picture never keeps the
// device for long.
void DeviceSide::draw_passes(const Shot& shot, Size drawn) {
    const Clock::time_point start = Clock::now();
    // The window's picture can only be refined while its own scene is the one that is prepared.
    if (window_) window_->drawn = false;
    scenes_.prepare(shot.scene, shot.quality, statistics_);
    if (!image_targets_ || image_targets_->size != drawn) {
        image_targets_.reset();
        image_targets_ = std::make_unique<PictureTargets>(device_, drawn, format_);
    }
    image_targets_->passes = 0;
    for (std::uint32_t i = 0; i < SceneRenderer::passes(shot.quality); ++i) {
        device_.run([&](VkCommandBuffer commands) {
            scenes_.record(commands, shot, *image_targets_, kImageSlot, statistics_);
        });
        if (i == 0) statistics_.first_pass_ms = ms_since(start);
    }
    statistics_.drawn = drawn;
}

void DeviceSide::record_image(VkCommandBuffer commands, const Overlay& ui, Size size, const Buffer& pixels) {
    scenes_.develop(commands, *image_targets_, kImageSlot);
    const bool stretches = image_targets_->size != size;
    const DeviceImage& picture = stretches ? stretched_ : image_targets_->display;
    if (stretches) {
        image_barrier(commands, stretched_, moment::kNotWanted, moment::kCopyTo);
        stretch(commands, image_targets_->display, stretched_.get(), size);
        image_barrier(commands, stretched_, moment::kCopyTo, moment::kCopyFrom);
    }
    if (!ui.empty()) {
        image_barrier(commands, picture, moment::kCopyFrom, moment::kColor);
        overlay_.record(commands, ui, picture.view(), size, kImageSlot);
        image_barrier(commands, picture, moment::kColor, moment::kCopyFrom);
    }
    copy_to_buffer(commands, picture, pixels);
}

Buffer DeviceSide::draw_display(const Shot& shot, Size size, const Overlay& ui) {
    const Clock::time_point start = Clock::now();
    statistics_ = {};
    statistics_.scene_redrawn = true;
    const Size drawn = drawn_size(size, shot.quality);
    draw_passes(shot, drawn);
    fit_stretched(drawn, size);
    Buffer pixels(device_, VkDeviceSize{4} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    device_.run([&](VkCommandBuffer commands) { record_image(commands, ui, size, pixels); });
    note_frame(shot.quality, start);
    return pixels;
}

Buffer DeviceSide::draw_light(const Shot& shot, Size size) {
    statistics_ = {};
    draw_passes(shot, size);
    Buffer pixels(device_, VkDeviceSize{8} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, image_targets_->light, moment::kColor, moment::kCopyFrom);
        copy_to_buffer(commands, image_targets_->light, pixels);
    });
    return pixels;
}

bool DeviceSide::picture_is_current(const Shot& shot) const {
    const Window& w = *window_;
    return w.drawn && shot.scene.revision != 0 && shot.scene.revision == w.revision &&
           shot.camera == w.camera && shot.quality == w.quality && w.shown == w.swapchain.size();
}

void DeviceSide::fit_window_picture(Size drawn) {
    if (window_->picture && window_->picture->size == drawn) return;
    device_.wait_idle();
    window_->picture.reset();
    window_->picture = std::make_unique<PictureTargets>(device_, drawn, format_);
    window_->drawn = false;
}

bool DeviceSide::refine_window(const Shot& shot) {
    const bool known = window_->picture && picture_is_current(shot);
    if (!known || window_->picture->passes >= SceneRenderer::passes(shot.quality)) return false;
    device_.run([&](VkCommandBuffer commands) {
        scenes_.record(commands, shot, *window_->picture, kImageSlot, statistics_);
        scenes_.develop(commands, *window_->picture, kImageSlot);
    });
    return true;
}

FrameResult DeviceSide::frame_was_out_of_date() {
    if (++window_->out_of_date <= kMostOutOfDate) return FrameResult::resized;
    throw VulkanError{"draw", "the window stays out of date, however often its images are made anew",
                      "Close the window and start the program again."};
}

FrameResult DeviceSide::draw_window(const Shot& shot, const Overlay& ui, Size framebuffer) {
    const Clock::time_point start = Clock::now();
    statistics_ = {};
    Window& w = *window_;
    if (w.swapchain.update(framebuffer) == Swapchain::Status::not_ready) return FrameResult::not_ready;

    const WindowFrame& frame = w.frames[w.next];
    check(vkWaitForFences(device_.get(), 1, frame.done.address(), VK_TRUE, UINT64_MAX), "vkWaitForFences");
    fit_window_picture(drawn_size(w.swapchain.size(), shot.quality));
    const bool redraw = !picture_is_current(shot);
    if (redraw) scenes_.prepare(shot.scene, shot.quality, statistics_);
    const std::optional<Swapchain::Acquired> image = w.swapchain.acquire(frame.acquired.get());
    if (!image) return frame_was_out_of_date();

    submit_window_frame(record_window_frame(frame, shot, ui, redraw, *image), frame, *image);
    w.next = (w.next + 1) % static_cast<std::uint32_t>(w.frames.size());
    w.drawn = true;
    w.revision = shot.scene.revision;
    w.camera = shot.camera;
    w.quality = shot.quality;
    w.shown = w.swapchain.size();
    statistics_.drawn = w.picture->size;
    statistics_.scene_redrawn = redraw;
    const bool shown = w.swapchain.present(*image);
    note_frame(shot.quality, start);
    if (!shown) return frame_was_out_of_date();
    w.out_of_date = 0;
    return FrameResult::presented;
}

VkCommandBuffer DeviceSide::record_window_frame(const WindowFrame& frame, const Shot& shot, const Overlay& ui,
                                                bool redraw, const Swapchain::Acquired& image) {
    const std::uint32_t slot = window_->next;
    const Size size = window_->swapchain.size();
    check(vkResetCommandPool(device_.get(), frame.pool.get(), 0), "vkResetCommandPool");
    VkCommandBuffer commands = allocate_commands(device_, frame.pool);
    begin(commands);
    if (redraw) {
        window_->picture->passes = 0;
        scenes_.record(commands, shot, *window_->picture, slot, statistics_);
        scenes_.develop(commands, *window_->picture, slot);
    }
    // The submission waits for the acquired image at these stages, so the first use must lie in them.
    const Moment fresh{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
    const Moment shown{VK_PIPELINE_STAGE_2_NONE, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_PRESENT_SRC_KHR};
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, fresh, moment::kCopyTo);
    stretch(commands, window_->picture->display, image.image, size);
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyTo, moment::kColor);
    overlay_.record(commands, ui, image.view, size, slot);
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, moment::kColor, shown);
    check(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
    return commands;
}

void DeviceSide::submit_window_frame(VkCommandBuffer commands, const WindowFrame& frame,
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
    check(vkResetFences(device_.get(), 1, frame.done.address()), "vkResetFences");
    check(vkQueueSubmit2(device_.queue(), 1, &submit, frame.done.get()), "vkQueueSubmit2");
}

}  // namespace maatkast::render
