// Ambient light of a scene that stands still: for every texel of the ambient atlas, how much of the light
// from all around reaches it. The objects' boxes are drawn into small depth maps from many directions; a
// compute shader looks each texel up in all of them. Strips of light are added in the same way. Nothing of
// this depends on the camera.
#pragma once

#include "renderer/ambient_tiles.h"
#include "renderer/bounce.h"
#include "renderer/box_mesh.h"
#include "renderer/depth_pass.h"

namespace maatkast::render {

class AmbientLight {
  public:
    explicit AmbientLight(Device& device);

    // Makes the atlas for the scene in the store and writes tiles into its instance data (send_instances must
    // follow). Waits until the device is done. More directions, smoother gradients: an even number, at most
    // kMaxDirections.
    void update(SceneStore& store, const Scene& scene, const std::array<glm::vec3, 9>& irradiance,
                std::uint32_t directions);

    void write_to(VkDescriptorSet set, std::uint32_t binding) const;
    glm::vec2 texel() const;                          // 1 / size of the atlas
    float most_light() const { return most_light_; }  // that a texel holds, in shares of the ambient light

    static constexpr std::uint32_t kMaxDirections = 144;

  private:
    void make_atlas(std::uint32_t height);
    void send_boxes(const SceneStore& store);
    void record_sky_depth(VkCommandBuffer commands, const gpu::SkyPush& sky);
    void record_squares(VkCommandBuffer commands, std::span<const glm::mat4> views);
    void record_look_ups(VkCommandBuffer commands, std::uint32_t texels, const gpu::SkyPush& sky,
                         std::span<const glm::mat4> light_views);

    Device& device_;
    UniqueSetLayout set_layout_;
    UniquePipelineLayout compute_layout_;
    UniquePipeline compute_;
    UniquePipeline smooth_;
    UniquePipeline strips_;  // made when there are some
    UniqueDescriptorPool pool_;
    VkDescriptorSet compute_set_ = VK_NULL_HANDLE;
    BoxPipeline sky_pipeline_;
    UniqueSampler compare_;
    UniqueSampler linear_;
    DeviceImage sky_depth_;
    DeviceImage raw_;
    DeviceImage atlas_;
    MeshChunk boxes_;
    std::uint32_t box_indices_ = 0;
    float most_light_ = 2.0f;
};

}  // namespace maatkast::render
