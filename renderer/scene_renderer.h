// Everything between a scene and its picture on the device: what is stored, how it is lit, how it is drawn.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>

#include "renderer/ambient_light.h"
#include "renderer/environment.h"
#include "renderer/renderer.h"
#include "renderer/shadow_map.h"
#include "renderer/texture_store.h"
#include "renderer/visibility.h"

namespace maatkast::render {

// What the environment gives the shaders; computed on its own thread while the device starts.
struct EnvironmentLight {
    Environment source;
    std::array<glm::vec3, 9> irradiance{};
    std::vector<glm::vec4> cube;
};
EnvironmentLight compute_environment(const Environment& environment);

// What the images of a picture are made for.
struct PictureShape {
    Size size;  // in which it is drawn; shown, it may be stretched
    VkFormat format = VK_FORMAT_UNDEFINED;
    bool operator==(const PictureShape&) const = default;
};

// The images that one picture is drawn into.
struct PictureTargets {
    PictureTargets(Device& device, const PictureShape& shape);
    PictureShape shape;
    DeviceImage color;  // multisampled, as the depth
    DeviceImage depth;
    DeviceImage resolved;  // the picture; ready to be copied from after record()
};

class SceneRenderer {
  public:
    SceneRenderer(Device& device, std::future<EnvironmentLight> first_environment, VkFormat display_format);

    // Brings the device's copy and the light up to date. May wait for the device. Cheap for a known revision.
    void prepare(const Scene& scene, Quality quality, FrameStatistics& statistics);

    // Records the picture into the targets, with the uniforms of this slot (0 … 2, one per frame in flight).
    // The targets' format must be the display format, or kLinearFormat for linear light.
    void record(VkCommandBuffer commands, const Scene& scene, const Camera& camera, Quality quality,
                const PictureTargets& targets, std::uint32_t slot, FrameStatistics& statistics);

    static constexpr VkFormat kLinearFormat = VK_FORMAT_R32G32B32A32_SFLOAT;
    static constexpr VkSampleCountFlagBits kSamples = VK_SAMPLE_COUNT_4_BIT;  // what every device has
    static constexpr std::uint32_t kSlots = 3;

  private:
    // What a pipeline of surfaces is made for.
    struct SurfaceKind {
        VkFormat format;
        bool blended;
        std::uint32_t features;  // SURFACE_… of shared.h
        auto operator<=>(const SurfaceKind&) const = default;
    };
    void send_environment(const EnvironmentLight& light);
    void update_light(const Scene& scene, Quality quality);
    void write_set();
    gpu::Frame frame_data(const Scene& scene, const Camera& camera, Quality quality) const;
    VkPipeline surface_pipeline(const SurfaceKind& kind);
    std::uint32_t record_surfaces(VkCommandBuffer commands, std::span<const Draw> draws,
                                  const PictureTargets& targets, Quality quality, std::uint32_t offset,
                                  const glm::mat4& view_projection);
    std::vector<Draw> finish_depth(const View& view, const PictureTargets& targets, std::uint32_t offset);

    Device& device_;
    VkFormat display_format_;
    DrawLayout layout_;
    UniquePipeline map_pipeline_;
    UniquePipeline pre_pass_;
    std::map<SurfaceKind, UniquePipeline> surface_;
    SceneStore store_;
    TextureStore textures_;
    ShadowMap shadow_;
    std::unique_ptr<AmbientLight> ambient_;
    std::unique_ptr<Visibility> visibility_;  // made when first needed, on CPU devices only
    ShadowFit shadow_fit_;
    DeviceImage reflection_;
    UniqueSampler reflection_sampler_;
    std::future<EnvironmentLight> first_environment_;
    std::optional<EnvironmentLight> environment_;
    Buffer uniforms_;
    VkDeviceSize uniform_stride_ = 0;
    VkDescriptorSet set_ = VK_NULL_HANDLE;
    std::uint64_t revision_ = 0;
    std::uint32_t ambient_directions_ = 0;
};

}  // namespace maatkast::render
