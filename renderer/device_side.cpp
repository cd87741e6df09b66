#include "renderer/device_side.h"

#include "renderer/device_choice.h"
#include "renderer/recovery.h"

namespace maatkast::render {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kImageSlot = 4;  // two before it for the frames of each window

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

// A picture onto another image, from its column `left` on; smoothly where the sizes differ.
void stretch(VkCommandBuffer commands, const DeviceImage& picture, VkImage onto, std::uint32_t left,
             Size size) {
    const auto corner = [](std::uint32_t x, std::uint32_t y) {
        return VkOffset3D{static_cast<std::int32_t>(x), static_cast<std::int32_t>(y), 1};
    };
    constexpr VkImageSubresourceLayers kLayer{VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
    const Size drawn = picture.shape().size;
    if (drawn == size) {
        const VkImageCopy region{.srcSubresource = kLayer,
                                 .dstSubresource = kLayer,
                                 .dstOffset = {static_cast<std::int32_t>(left), 0, 0},
                                 .extent = {size.width, size.height, 1}};
        vkCmdCopyImage(commands, picture.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, onto,
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
        return;
    }
    const VkImageBlit region{
        .srcSubresource = kLayer,
        .srcOffsets = {{}, corner(drawn.width, drawn.height)},
        .dstSubresource = kLayer,
        .dstOffsets = {{static_cast<std::int32_t>(left), 0, 0}, corner(left + size.width, size.height)}};
    vkCmdBlitImage(commands, picture.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, onto,
                   VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region, VK_FILTER_LINEAR);
}

// Panes side by side onto an image that is ready to be copied to.
void compose(VkCommandBuffer commands, std::span<const PictureTargets* const> panes, VkImage onto,
             Size size) {
    std::uint32_t left = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const Size pane = pane_size(size, i, panes.size());
        stretch(commands, panes[i]->display, onto, left, pane);
        left += pane.width;
    }
}

// What one pane cost, onto the others.
void add(FrameStatistics& sum, const FrameStatistics& pane) {
    sum.upload_ms += pane.upload_ms;
    sum.light_ms += pane.light_ms;
    sum.triangles += pane.triangles;
    sum.meshes_uploaded += pane.meshes_uploaded;
    sum.textures_uploaded += pane.textures_uploaded;
}

std::uint32_t queue_family(VkPhysicalDevice device, VkSurfaceKHR surface) {
    if (const auto family = find_queue_family(device, surface)) return *family;
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

Window::Window(Device& device, VkSurfaceKHR surface, VkFormat format, std::uint32_t slot)
    : swapchain(device, surface, format), first_slot(slot) {
    static_assert(kScreens * std::tuple_size_v<decltype(frames)> <= kImageSlot);
    for (WindowFrame& frame : frames) {
        frame.pool = make_command_pool(device);
        frame.done = make_fence(device, true);
        frame.acquired = make_semaphore(device);
    }
}

DeviceSide::DeviceSide(const DevicePlan& plan)
    : statistics_(plan.statistics),
      moving_pixels_(plan.moving_pixels),
      device_(plan.physical, queue_family(plan.physical, plan.surface), plan.surface != VK_NULL_HANDLE,
              plan.pipeline_cache),
      format_(display_format(plan)),
      environment_(plan.environment),
      overlay_(device_, format_),
      physical_(plan.physical),
      surface_(plan.surface) {
    static_cast<void>(scenes(0));
    for (const auto& [id, texture] : plan.textures) overlay_.put(id, texture);
    if (surface_ != VK_NULL_HANDLE) windows_[0] = std::make_unique<Window>(device_, surface_, format_, 0);
    if (plan.second != VK_NULL_HANDLE) open_second(plan.second);
}

void DeviceSide::open_second(VkSurfaceKHR surface) {
    if (windows_[1]) return;
    const bool alike = queue_family(physical_, surface) == queue_family(physical_, surface_) &&
                       choose_surface_format(physical_, surface) == format_;
    if (!alike) throw VulkanError{"open_second", "the second window is of another kind than the first", {}};
    windows_[1] = std::make_unique<Window>(device_, surface, format_, 2);
}

void DeviceSide::close_second() {
    if (!windows_[1]) return;
    vkDeviceWaitIdle(device_.get());  // whatever it answers: a lost device does nothing any more
    windows_[1].reset();
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

SceneRenderer& DeviceSide::scenes(std::size_t pane) {
    auto& kept = scenes_[pane];
    if (!kept) kept = std::make_unique<SceneRenderer>(device_, environment_, format_);
    return *kept;
}

// Of panes that are not shown any more.
void DeviceSide::free_panes(std::size_t used) {
    for (std::size_t i = std::max(used, std::size_t{1}); i < kMostPanes; ++i) {
        if (!scenes_[i]) continue;
        device_.wait_idle();
        scenes_[i].reset();
        image_targets_[i].reset();
        windows_[0]->panes[i] = {};
    }
}

void DeviceSide::prepare(const Shot& shot, std::size_t pane) {
    FrameStatistics statistics;
    scenes(pane).prepare(shot.scene, shot.quality, statistics);
    add(statistics_, statistics);
}

// The first window's picture is drawn anew after a picture of another scene, which was made for it; the
// second window need not hear of that, and prepares its scene again before it refines.
void DeviceSide::forget_window_panes() {
    if (!windows_[0]) return;
    for (KeptPane& pane : windows_[0]->panes) pane.drawn = false;
}

void DeviceSide::fit_composed(Size shown) {
    if (composed_ && composed_.shape().size == shown) return;
    composed_ = {};
    composed_ =
        DeviceImage(device_, {.size = shown,
                              .format = format_,
                              .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                                       VK_IMAGE_USAGE_TRANSFER_DST_BIT});
}

// All passes of a pane, into image_targets_; waits for each, so that a large picture never keeps the device
// for long.
void DeviceSide::draw_passes(const Shot& shot, std::size_t pane, Size drawn) {
    const Clock::time_point start = Clock::now();
    forget_window_panes();
    prepare(shot, pane);
    auto& targets = image_targets_[pane];
    if (!targets || targets->size != drawn) {
        targets.reset();
        targets = std::make_unique<PictureTargets>(device_, drawn, format_);
    }
    targets->passes = 0;
    for (std::uint32_t i = 0; i < SceneRenderer::passes(shot.quality); ++i) {
        device_.run([&](VkCommandBuffer commands) {
            scenes(pane).record(commands, shot, *targets, kImageSlot, statistics_);
        });
        if (i == 0) statistics_.first_pass_ms += ms_since(start);
    }
}

void DeviceSide::record_image(VkCommandBuffer commands, std::size_t count, const Overlay& ui, Size size,
                              const Buffer& pixels) {
    std::array<const PictureTargets*, kMostPanes> panes{};
    for (std::size_t i = 0; i < count; ++i) {
        scenes(i).develop(commands, *image_targets_[i], kImageSlot);
        panes[i] = image_targets_[i].get();
    }
    const bool whole = count == 1 && panes[0]->size == size;
    const DeviceImage& picture = whole ? panes[0]->display : composed_;
    if (!whole) {
        image_barrier(commands, composed_, moment::kNotWanted, moment::kCopyTo);
        compose(commands, std::span(panes).first(count), composed_.get(), size);
        image_barrier(commands, composed_, moment::kCopyTo, moment::kCopyFrom);
    }
    if (!ui.empty()) {
        image_barrier(commands, picture, moment::kCopyFrom, moment::kColor);
        overlay_.record(commands, ui, picture.view(), size, kImageSlot);
        image_barrier(commands, picture, moment::kColor, moment::kCopyFrom);
    }
    copy_to_buffer(commands, picture, pixels);
}

Buffer DeviceSide::draw_display(const Shots& shots, Size size, const Overlay& ui) {
    const Clock::time_point start = Clock::now();
    statistics_ = {};
    statistics_.scene_redrawn = true;
    const std::size_t count = shots.panes.size();
    const Size drawn = drawn_size(size, shots.quality);
    for (std::size_t i = 0; i < count; ++i) draw_passes(shots.shot(i), i, pane_size(drawn, i, count));
    statistics_.drawn = drawn;
    if (count > 1 || drawn != size) fit_composed(size);
    Buffer pixels(device_, VkDeviceSize{4} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    device_.run([&](VkCommandBuffer commands) { record_image(commands, count, ui, size, pixels); });
    note_frame(shots.quality, start);
    return pixels;
}

Buffer DeviceSide::draw_light(const Shot& shot, Size size) {
    statistics_ = {};
    draw_passes(shot, 0, size);
    statistics_.drawn = size;
    Buffer pixels(device_, VkDeviceSize{8} * size.width * size.height, VK_BUFFER_USAGE_TRANSFER_DST_BIT,
                  MemoryUse::read_back);
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, image_targets_[0]->light, moment::kColor, moment::kCopyFrom);
        copy_to_buffer(commands, image_targets_[0]->light, pixels);
    });
    return pixels;
}

bool DeviceSide::pane_is_current(const Window& window, const Shots& shots, std::size_t i) {
    const KeptPane& kept = window.panes[i];
    const Pane& pane = shots.panes[i];
    return kept.drawn && pane.scene.revision != 0 && pane.scene.revision == kept.revision &&
           pane.camera == kept.camera && shots.quality == kept.quality &&
           window.pane_count == shots.panes.size() && window.shown == window.swapchain.size();
}

// Makes the images that are missing. Returns whether every pane is as it was drawn.
bool DeviceSide::fit_window_panes(Window& window, const Shots& shots, Size drawn) {
    const std::size_t count = shots.panes.size();
    bool current = true;
    for (std::size_t i = 0; i < count; ++i) {
        KeptPane& kept = window.panes[i];
        const Size size = pane_size(drawn, i, count);
        if (!kept.picture || kept.picture->size != size) {
            device_.wait_idle();
            kept.picture.reset();
            kept.picture = std::make_unique<PictureTargets>(device_, size, format_);
            kept.drawn = false;
        }
        kept.drawn = pane_is_current(window, shots, i);
        current = current && kept.drawn;
    }
    if (&window == windows_[0].get()) free_panes(count);
    return current;
}

bool DeviceSide::refine_window(Screen screen, const Shots& shots) {
    const Window& window = *windows_[index_of(screen)];
    bool refined = false;
    for (std::size_t i = 0; i < shots.panes.size(); ++i) {
        PictureTargets* picture = window.panes[i].picture.get();
        if (!picture || !pane_is_current(window, shots, i)) return refined;
        if (picture->passes >= SceneRenderer::passes(shots.quality)) continue;
        prepare(shots.shot(i), i);
        device_.run([&](VkCommandBuffer commands) {
            scenes(i).record(commands, shots.shot(i), *picture, kImageSlot, statistics_);
            scenes(i).develop(commands, *picture, kImageSlot);
        });
        refined = true;
    }
    return refined;
}

FrameResult DeviceSide::frame_was_out_of_date(Window& window) {
    if (++window.out_of_date <= kMostOutOfDate) return FrameResult::resized;
    throw VulkanError{"draw", "the window stays out of date, however often its images are made anew",
                      "Close the window and start the program again."};
}

FrameResult DeviceSide::draw_window(Screen screen, const Shots& shots, const Overlay& ui, Size framebuffer) {
    const Clock::time_point start = Clock::now();
    statistics_ = {};
    Window& w = *windows_[index_of(screen)];
    if (w.swapchain.update(framebuffer) == Swapchain::Status::not_ready) return FrameResult::not_ready;

    const WindowFrame& frame = w.frames[w.next];
    check(vkWaitForFences(device_.get(), 1, frame.done.address(), VK_TRUE, UINT64_MAX), "vkWaitForFences");
    const Size drawn = drawn_size(w.swapchain.size(), shots.quality);
    const bool redraw = !fit_window_panes(w, shots, drawn);
    for (std::size_t i = 0; i < shots.panes.size(); ++i)
        if (!w.panes[i].drawn) prepare(shots.shot(i), i);
    const std::optional<Swapchain::Acquired> image = w.swapchain.acquire(frame.acquired.get());
    if (!image) return frame_was_out_of_date(w);

    submit_window_frame(record_window_frame(w, shots, ui, *image), frame, *image);
    w.next = (w.next + 1) % static_cast<std::uint32_t>(w.frames.size());
    w.pane_count = shots.panes.size();
    w.shown = w.swapchain.size();
    statistics_.drawn = drawn;
    statistics_.scene_redrawn = redraw;
    const bool shown = w.swapchain.present(*image);
    note_frame(shots.quality, start);
    if (!shown) return frame_was_out_of_date(w);
    w.out_of_date = 0;
    return FrameResult::presented;
}

void DeviceSide::draw_window_pane(VkCommandBuffer commands, Window& window, const Shot& shot,
                                  std::size_t pane) {
    KeptPane& kept = window.panes[pane];
    kept.picture->passes = 0;
    scenes(pane).record(commands, shot, *kept.picture, window.slot(), statistics_);
    scenes(pane).develop(commands, *kept.picture, window.slot());
    kept.drawn = true;
    kept.revision = shot.scene.revision;
    kept.camera = shot.camera;
    kept.quality = shot.quality;
}

VkCommandBuffer DeviceSide::record_window_frame(Window& window, const Shots& shots, const Overlay& ui,
                                                const Swapchain::Acquired& image) {
    const WindowFrame& frame = window.frames[window.next];
    const Size size = window.swapchain.size();
    check(vkResetCommandPool(device_.get(), frame.pool.get(), 0), "vkResetCommandPool");
    VkCommandBuffer commands = allocate_commands(device_, frame.pool);
    begin(commands);
    std::array<const PictureTargets*, kMostPanes> panes{};
    for (std::size_t i = 0; i < shots.panes.size(); ++i) {
        if (!window.panes[i].drawn) draw_window_pane(commands, window, shots.shot(i), i);
        panes[i] = window.panes[i].picture.get();
    }
    // The submission waits for the acquired image at these stages, so the first use must lie in them.
    const Moment fresh{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
    const Moment shown{VK_PIPELINE_STAGE_2_NONE, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_PRESENT_SRC_KHR};
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, fresh, moment::kCopyTo);
    compose(commands, std::span(panes).first(shots.panes.size()), image.image, size);
    image_barrier(commands, image.image, VK_IMAGE_ASPECT_COLOR_BIT, moment::kCopyTo, moment::kColor);
    overlay_.record(commands, ui, image.view, size, window.slot());
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
