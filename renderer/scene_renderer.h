// Everything between a scene and its picture on the device: what is stored, how it is lit, how it is drawn.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>

#include "renderer/ambient_light.h"
#include "renderer/depth_reader.h"
#include "renderer/develop_pass.h"
#include "renderer/environment.h"
#include "renderer/picture_targets.h"
#include "renderer/renderer.h"
#include "renderer/shadow_map.h"
#include "renderer/texture_store.h"

namespace maatkast::render {

// What the environment gives the shaders; computed on its own thread while the device starts.
struct EnvironmentLight {
    Environment source;
    std::array<glm::vec3, 9> irradiance{};
    std::vector<glm::vec4> cube;
};
EnvironmentLight compute_environment(const Environment& environment);

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
    // uniforms of this slot (below kSlots, one per frame in flight). Each pass looks through other points of
    // the pixels, and at other points of the light's disk; afterwards targets.light is the mean of them all.
    void record(VkCommandBuffer commands, const Shot& shot, PictureTargets& targets, std::uint32_t slot,
                FrameStatistics& statistics);

    // Turns the light of the passes into the picture for display.
    void develop(VkCommandBuffer commands, const PictureTargets& targets, std::uint32_t slot);

    // How many passes a picture has.
    static std::uint32_t passes(Quality quality) { return quality == Quality::moving ? 1 : kStillPasses; }

    static constexpr std::uint32_t kStillPasses = 8;
    static constexpr std::uint32_t kSlots = kFrameSlots;

  private:
    // What a pipeline of surfaces is made for.
    struct SurfaceKind {
        bool blended;
        std::uint32_t features;  // SURFACE_… of shared.h
        auto operator<=>(const SurfaceKind&) const = default;
    };
    // What a list of surfaces is drawn with: features that it must do without, and others for all of it.
    struct DrawPlace {
        VkDescriptorSet set;
        std::uint32_t uniform_offset;
        const glm::mat4& view_projection;
        std::uint32_t without = 0, with = 0;
    };
    void send_environment(const EnvironmentLight& light);
    void update_light(const Scene& scene, Quality quality);
    void write_set(VkDescriptorSet set);
    gpu::Frame frame_data(const Shot& shot, const PictureTargets& targets, const View& view) const;
    std::uint32_t send_frame(const gpu::Frame& frame, std::uint32_t place);
    void prepare_images(PictureTargets& targets, Quality quality);
    void record_mirror(VkCommandBuffer commands, const Shot& shot, const PictureTargets& targets,
                       const View& view, std::uint32_t number, std::uint32_t offset);
    void record_mirrors(VkCommandBuffer commands, const Shot& shot, const PictureTargets& targets,
                        const View& view, std::uint32_t place);
    std::span<Draw> sort_blended(std::vector<Draw>& draws, const glm::vec3& eye) const;
    VkPipeline surface_pipeline(const SurfaceKind& kind);
    void record_picture(VkCommandBuffer commands, const Shot& shot, PictureTargets& targets, const View& view,
                        std::uint32_t offset, FrameStatistics& statistics);
    std::uint32_t record_surfaces(VkCommandBuffer commands, std::span<const Draw> draws, Quality quality,
                                  const DrawPlace& place);
    std::vector<Draw> finish_depth(const Culling& culling, const View& view, const PictureTargets& targets,
                                   std::uint32_t offset);

    Device& device_;
    DrawLayout layout_;
    UniquePipeline map_pipeline_;
    UniquePipeline pre_pass_;
    UniquePipeline mirror_pre_pass_;  // made when first needed
    DevelopPass develop_;
    std::map<SurfaceKind, UniquePipeline> surface_;
    SceneStore store_;
    TextureStore textures_;
    ShadowMap shadow_;
    std::unique_ptr<AmbientLight> ambient_;
    std::unique_ptr<DepthReader> depth_reader_;  // made when first needed, on CPU devices only
    ShadowFit shadow_fit_;
    DeviceImage reflection_;
    UniqueSampler reflection_sampler_;
    std::shared_future<EnvironmentLight> first_environment_;
    std::optional<EnvironmentLight> environment_;
    Buffer uniforms_;
    VkDeviceSize uniform_stride_ = 0;
    // Nothing may name an image that it is drawn into: set_ names none that a picture is made of,
    // picture_set_ what mirrors see, glass_set_ what is behind frosted glass as well.
    VkDescriptorSet set_ = VK_NULL_HANDLE;
    VkDescriptorSet picture_set_ = VK_NULL_HANDLE;
    VkDescriptorSet glass_set_ = VK_NULL_HANDLE;
    std::uint64_t images_made_ = 0, images_named_ = 0;  // PictureTargets::images
    std::uint64_t revision_ = 0;
    std::uint32_t ambient_directions_ = 0;
};

}  // namespace maatkast::render
