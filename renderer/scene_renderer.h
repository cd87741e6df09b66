// Everything between a scene and its picture on the device: what is stored, how it is lit, how it is drawn.
#pragma once

#include <array>
#include <future>
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

// The images that one picture is drawn into.
struct PictureTargets {
    PictureTargets(Device& device, Size size, VkFormat format, VkSampleCountFlagBits samples);
    DeviceImage color;  // multisampled; absent with one sample
    DeviceImage depth;
    DeviceImage resolved;  // the picture; ready to be copied from after record()
    VkSampleCountFlagBits samples;
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

    VkSampleCountFlagBits samples(Quality quality) const;
    static constexpr VkFormat kLinearFormat = VK_FORMAT_R32G32B32A32_SFLOAT;
    static constexpr std::uint32_t kSlots = 3;

  private:
    struct Pipelines {
        UniquePipeline opaque;
        UniquePipeline blended;
    };
    void send_environment(const EnvironmentLight& light);
    void update_light(const Scene& scene, Quality quality);
    void write_set();
    gpu::Frame frame_data(const Scene& scene, const Camera& camera, Quality quality) const;
    UniquePipeline make_surface_pipeline(VkFormat format, VkSampleCountFlagBits samples, bool blend) const;
    const Pipelines& surface_pipelines(VkFormat format, VkSampleCountFlagBits samples);
    VkPipeline depth_pipeline(VkSampleCountFlagBits samples);
    std::vector<Draw> finish_depth(const View& view, const PictureTargets& targets, std::uint32_t offset);

    Device& device_;
    VkFormat display_format_;
    DrawLayout layout_;
    UniquePipeline map_pipeline_;
    std::array<UniquePipeline, 2> pre_pass_;           // one sample, four samples
    std::array<std::array<Pipelines, 2>, 2> surface_;  // [linear][four samples]
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
