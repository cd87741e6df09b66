// Everything between a scene and its picture on the device: what is stored, how it is lit, how it is drawn.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>

#include "renderer/ambient_light.h"
#include "renderer/develop_pass.h"
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

// The images that one picture is drawn into, all of one size.
struct PictureTargets {
    PictureTargets(Device& device, Size size, VkFormat display_format);
    Size size;          // in which it is drawn; shown, it may be stretched
    DeviceImage color;  // linear light, multisampled, as the depth
    DeviceImage depth;
    DeviceImage pass;          // one of several passes
    DeviceImage light;         // the mean of all passes so far, linear
    DeviceImage display;       // the picture; ready to be copied from after develop()
    std::uint32_t passes = 0;  // of which `light` is the mean
};

// What a pass of a picture shows.
struct Shot {
    const Scene& scene;
    const Camera& camera;
    Quality quality = Quality::still;
};

class SceneRenderer {
  public:
    // The first environment may be shared by the scene renderers of several devices, one after another.
    SceneRenderer(Device& device, std::shared_future<EnvironmentLight> first_environment,
                  VkFormat display_format);

    // Brings the device's copy and the light up to date. May wait for the device. Cheap for a known revision.
    void prepare(const Scene& scene, Quality quality, FrameStatistics& statistics);

    // Records one more pass of the picture into the targets (the first when targets.passes is 0), with the
    // uniforms of this slot (0 … 2, one per frame in flight). Each pass looks through other points of the
    // pixels, and at other points of the light's disk; afterwards targets.light is the mean of them all.
    void record(VkCommandBuffer commands, const Shot& shot, PictureTargets& targets, std::uint32_t slot,
                FrameStatistics& statistics);

    // Turns the light of the passes into the picture for display.
    void develop(VkCommandBuffer commands, const PictureTargets& targets, std::uint32_t slot);

    // How many passes a picture has.
    static std::uint32_t passes(Quality quality) { return quality == Quality::moving ? 1 : kStillPasses; }

    static constexpr std::uint32_t kStillPasses = 8;
    static constexpr VkFormat kLightFormat = VK_FORMAT_R16G16B16A16_SFLOAT;
    static constexpr VkSampleCountFlagBits kSamples = VK_SAMPLE_COUNT_4_BIT;  // what every device has
    static constexpr std::uint32_t kSlots = 3;

  private:
    // What a pipeline of surfaces is made for.
    struct SurfaceKind {
        bool blended;
        std::uint32_t features;  // SURFACE_… of shared.h
        auto operator<=>(const SurfaceKind&) const = default;
    };
    void send_environment(const EnvironmentLight& light);
    void update_light(const Scene& scene, Quality quality);
    void write_set();
    gpu::Frame frame_data(const Shot& shot, std::uint32_t pass) const;
    VkPipeline surface_pipeline(const SurfaceKind& kind);
    std::uint32_t record_surfaces(VkCommandBuffer commands, std::span<const Draw> draws, Quality quality,
                                  std::uint32_t offset, const glm::mat4& view_projection);
    std::vector<Draw> finish_depth(const View& view, const PictureTargets& targets, std::uint32_t offset);

    Device& device_;
    DrawLayout layout_;
    UniquePipeline map_pipeline_;
    UniquePipeline pre_pass_;
    DevelopPass develop_;
    std::map<SurfaceKind, UniquePipeline> surface_;
    SceneStore store_;
    TextureStore textures_;
    ShadowMap shadow_;
    std::unique_ptr<AmbientLight> ambient_;
    std::unique_ptr<Visibility> visibility_;  // made when first needed, on CPU devices only
    ShadowFit shadow_fit_;
    DeviceImage reflection_;
    UniqueSampler reflection_sampler_;
    std::shared_future<EnvironmentLight> first_environment_;
    std::optional<EnvironmentLight> environment_;
    Buffer uniforms_;
    VkDeviceSize uniform_stride_ = 0;
    VkDescriptorSet set_ = VK_NULL_HANDLE;
    std::uint64_t revision_ = 0;
    std::uint32_t ambient_directions_ = 0;
};

}  // namespace maatkast::render
