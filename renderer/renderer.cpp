// The door: creation, pictures, and turning internal errors into Failures.
#include "renderer/renderer.h"

#include <array>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <new>

#include <glm/gtc/packing.hpp>

#include "renderer/renderer_state.h"

namespace maatkast::render {
namespace {

constexpr std::uint32_t kMaxPicture = 8192;

// Runs something that may throw inside the room; nothing gets out but a value.
template <typename Work>
auto at_the_door(const std::string& device, Work&& work) -> std::expected<decltype(work()), Failure> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const VulkanError& error) {
        return std::unexpected(
            Failure{error.call, error.result, error.device.empty() ? device : error.device, error.remedy});
    } catch (const std::exception& error) {
        return std::unexpected(Failure{"renderer", error.what(), device, {}});
    }
}

bool is_display_bgra(VkFormat format) {
    return format == VK_FORMAT_B8G8R8A8_UNORM;
}

void require_size(Size size) {
    if (size.empty() || size.width > kMaxPicture || size.height > kMaxPicture) {
        throw VulkanError{"render_to_image",
                          "a picture of " + std::to_string(size.width) + " × " + std::to_string(size.height) +
                              " pixels cannot be made",
                          "Choose 1 to 8192 pixels in each direction."};
    }
}

void require_panes(std::span<const Pane> panes, Size size) {
    if (panes.empty() || panes.size() > kMostPanes || panes.size() > size.width)
        throw VulkanError{"draw", std::to_string(panes.size()) + " panes cannot be drawn", {}};
}

Image to_image(const std::byte* bytes, Size size, bool bgra) {
    Image image{size, std::vector<std::uint8_t>(std::size_t{4} * size.width * size.height)};
    std::memcpy(image.rgba.data(), bytes, image.rgba.size());
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        if (bgra) std::swap(image.rgba[i], image.rgba[i + 2]);
        image.rgba[i + 3] = 255;  // a picture is opaque, whatever glass left in its alpha
    }
    return image;
}

HdrImage to_hdr(const std::byte* bytes, Size size) {
    HdrImage image{size, {}};
    const std::size_t pixels = std::size_t{size.width} * size.height;
    image.rgb.resize(3 * pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        glm::uint64 half = 0;
        std::memcpy(&half, bytes + 8 * i, sizeof half);
        const glm::vec4 light = glm::unpackHalf4x16(half);
        std::memcpy(&image.rgb[3 * i], &light, 12);
    }
    return image;
}

}  // namespace

Size pane_size(Size picture, std::size_t index, std::size_t count) {
    const auto edge = [&](std::size_t i) { return static_cast<std::uint32_t>(picture.width * i / count); };
    return {edge(index + 1) - edge(index), picture.height};
}

Renderer::Renderer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Renderer::~Renderer() = default;

std::expected<std::unique_ptr<Renderer>, Failure> Renderer::create(const RendererOptions& options) {
    return at_the_door(
        "", [&] { return std::unique_ptr<Renderer>(new Renderer(std::make_unique<State>(options))); });
}

std::expected<Image, Failure> Renderer::render_to_image(const Scene& scene, const Camera& camera, Size size,
                                                        Quality quality, const Overlay& overlay) {
    return render_to_image(std::array{Pane{scene, camera}}, size, quality, overlay);
}

std::expected<Image, Failure> Renderer::render_to_image(std::span<const Pane> panes, Size size,
                                                        Quality quality, const Overlay& overlay) {
    State& s = *state_;
    return at_the_door(device().name, [&] {
        require_size(size);
        require_panes(panes, size);
        return s.on_device([&](DeviceSide& side) {
            const Buffer pixels = side.draw_display({panes, quality}, size, overlay);
            return to_image(pixels.mapped(), size, is_display_bgra(side.format()));
        });
    });
}

std::expected<HdrImage, Failure> Renderer::render_to_hdr(const Scene& scene, const Camera& camera, Size size,
                                                         Quality quality) {
    State& s = *state_;
    return at_the_door(device().name, [&] {
        require_size(size);
        return s.on_device([&](DeviceSide& side) {
            return to_hdr(side.draw_light({scene, camera, quality}, size).mapped(), size);
        });
    });
}

std::expected<void, Failure> Renderer::open_second(MakeSurface make_surface) {
    State& s = *state_;
    return at_the_door(device().name, [&] { s.open_second(std::move(make_surface)); });
}

void Renderer::close_second() {
    static_cast<void>(at_the_door(device().name, [&] { state_->close_second(); }));
}

void Renderer::resize(Size framebuffer, Screen screen) {
    state_->framebuffers[index_of(screen)] = framebuffer;
}
Size Renderer::window_size(Screen screen) const {
    return state_->framebuffers[index_of(screen)];
}

std::expected<FrameResult, Failure> Renderer::draw(const Scene& scene, const Camera& camera,
                                                   const Overlay& overlay, Quality quality) {
    return draw(std::array{Pane{scene, camera}}, overlay, quality);
}

std::expected<FrameResult, Failure> Renderer::draw(std::span<const Pane> panes, const Overlay& overlay,
                                                   Quality quality, Screen screen) {
    State& s = *state_;
    return at_the_door(device().name, [&] {
        if (!s.has_window(screen)) throw VulkanError{"draw", "this renderer was made without a window", {}};
        require_panes(panes, {screen == Screen::first ? std::uint32_t{kMostPanes} : 1, 1});
        return s.on_device([&](DeviceSide& side) {
            return side.draw_window(screen, {panes, quality}, overlay, s.framebuffers[index_of(screen)]);
        });
    });
}

std::expected<bool, Failure> Renderer::refine(const Scene& scene, const Camera& camera) {
    return refine(std::array{Pane{scene, camera}});
}

std::expected<bool, Failure> Renderer::refine(std::span<const Pane> panes, Screen screen) {
    State& s = *state_;
    if (!s.has_window(screen)) return false;
    return at_the_door(device().name, [&] {
        const std::uint32_t device = s.devices_made();
        return s.on_device([&](DeviceSide& side) {
            // A new device has no picture to add to: it begins again with the next frame.
            return device != s.devices_made() || side.refine_window(screen, {panes, Quality::still});
        });
    });
}

std::expected<OverlayTexture, Failure> Renderer::create_overlay_texture(Size size,
                                                                        std::span<const std::uint8_t> rgba) {
    State& s = *state_;
    return at_the_door(device().name, [&] {
        require_size(size);
        if (rgba.size() != std::size_t{4} * size.width * size.height) {
            throw VulkanError{"create_overlay_texture", "the bytes do not fit the size", {}};
        }
        const std::uint32_t id = s.last_texture + 1;
        KeptTexture texture{size, {rgba.begin(), rgba.end()}};
        s.on_device([&](DeviceSide& side) { side.overlay().put(id, texture); });
        s.textures.emplace(id, std::move(texture));
        s.last_texture = id;
        return OverlayTexture{id};
    });
}

std::expected<void, Failure> Renderer::update_overlay_texture(OverlayTexture texture,
                                                              std::span<const std::uint8_t> rgba) {
    State& s = *state_;
    return at_the_door(device().name, [&] {
        const auto kept = s.textures.find(texture.id);
        if (kept == s.textures.end() || rgba.size() != kept->second.rgba.size()) {
            throw VulkanError{
                "update_overlay_texture", "unknown texture, or the bytes do not fit its size", {}};
        }
        KeptTexture fresh{kept->second.size, {rgba.begin(), rgba.end()}};
        s.on_device([&](DeviceSide& side) {
            side.device().wait_idle();
            side.overlay().put(texture.id, fresh);
        });
        kept->second = std::move(fresh);
    });
}

void Renderer::destroy_overlay_texture(OverlayTexture texture) {
    State& s = *state_;
    if (s.textures.erase(texture.id) == 0 || !s.has_device()) return;
    static_cast<void>(at_the_door(device().name, [&] {
        s.on_device([&](DeviceSide& side) {
            side.device().wait_idle();
            side.overlay().destroy(texture.id);
        });
    }));
}

const std::vector<DeviceReport>& Renderer::devices() const {
    return state_->reports;
}
const DeviceReport& Renderer::device() const {
    return state_->reports[state_->chosen];
}
const FrameStatistics& Renderer::statistics() const {
    return state_->statistics;
}
const std::vector<StartupStep>& Renderer::startup() const {
    return state_->startup;
}
std::uint32_t Renderer::validation_messages() const {
    return state_->messages.count();
}

bool Renderer::provoke_validation_message() {
    State& s = *state_;
    if (!s.instance->validates()) return false;
    const auto complains = [&](const VkBufferCreateInfo& info) {
        s.messages.expect(true);
        static_cast<void>(at_the_door(device().name, [&] {
            s.on_device([&](DeviceSide& side) {
                const VkDevice device = side.device().get();
                VkBuffer buffer = VK_NULL_HANDLE;
                if (vkCreateBuffer(device, &info, nullptr, &buffer) == VK_SUCCESS)
                    vkDestroyBuffer(device, buffer, nullptr);
            });
        }));
        s.messages.expect(false);
        return s.messages.expected_arrived();
    };
    VkBufferCreateInfo info{
        .sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO, .size = 0, .usage = VK_BUFFER_USAGE_TRANSFER_SRC_BIT};
    // A buffer of no bytes is forbidden (VUID-VkBufferCreateInfo-size-00912) and harmless.
    const bool forbidden = complains(info);
    // Queues named for a buffer that no two of them share are ignored, and so bad practice.
    constexpr std::array<std::uint32_t, 2> kQueues{0, 0};
    info.size = 16;
    info.queueFamilyIndexCount = kQueues.size();
    info.pQueueFamilyIndices = kQueues.data();
    return complains(info) && forbidden;
}

}  // namespace maatkast::render
