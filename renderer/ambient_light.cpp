#include "renderer/ambient_light.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/packing.hpp>

#include "renderer/environment.h"

namespace maatkast::render {
namespace {

constexpr std::uint32_t kSkySize = SKY_COLUMNS * SKY_SQUARE;
static_assert(SKY_COLUMNS * SKY_COLUMNS == AmbientLight::kMaxDirections);
constexpr float kBias = 0.7f / SKY_SQUARE;  // of the map's depth: what one texel covers, seen at 45°

constexpr std::array kComputeBindings{
    Binding{BINDING_SKY_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_SKY_RADIANCE, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_TILES, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_BLOCKS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_AMBIENT_OUT, VK_DESCRIPTOR_TYPE_STORAGE_IMAGE, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_AMBIENT_RAW, VK_DESCRIPTOR_TYPE_STORAGE_IMAGE, VK_SHADER_STAGE_COMPUTE_BIT},
};

VkSamplerCreateInfo linear_clamped() {
    return {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
            .magFilter = VK_FILTER_LINEAR,
            .minFilter = VK_FILTER_LINEAR,
            .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
            .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
            .addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE};
}

// A unit cube, 0 … 1, to be stretched over the objects' boxes.
StoredMesh make_cube(Device& device) {
    std::array<Vertex, 8> vertices{};
    for (std::uint32_t i = 0; i < 8; ++i) vertices[i].position = glm::vec3(i & 1, (i >> 1) & 1, i >> 2);
    constexpr std::array<std::uint32_t, 36> kIndices{0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                                                     2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    StoredMesh cube;
    cube.chunk = std::make_shared<MeshChunk>();
    cube.chunk->vertices =
        upload_buffer(device, std::as_bytes(std::span(vertices)), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    cube.chunk->indices =
        upload_buffer(device, std::as_bytes(std::span(kIndices)), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    cube.index_count = kIndices.size();
    return cube;
}

gpu::InstanceData box_instance(const PlacedInstance& instance) {
    const glm::vec3 size = instance.box.max - instance.box.min;
    gpu::InstanceData data{};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            data.rows[row][column] = instance.transform[column][row] * size[column];
        }
        data.rows[row].w = (instance.transform * glm::vec4(instance.box.min, 1.0f))[row];
    }
    return data;
}

gpu::SkyPush sky_push(const Bounds& objects, std::uint32_t directions) {
    const Bounds bounds = objects.empty() ? Bounds{glm::vec3(-1.0f), glm::vec3(1.0f)} : objects;
    const glm::vec3 center = (bounds.min + bounds.max) * 0.5f;
    const float radius = glm::length(bounds.max - center) * 1.01f + 0.01f;
    return {glm::vec4(center, radius), glm::vec4(static_cast<float>(directions), kBias, 0.0f, 0.0f)};
}

// World to clip space of one direction's square: the twin of in_square() in sky.glsl.
glm::mat4 square_matrix(const glm::vec3& direction, const glm::vec4& sphere) {
    const glm::vec3 helper = std::abs(direction.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 right = glm::normalize(glm::cross(helper, direction));
    const glm::vec3 up = glm::cross(direction, right);
    const float scale = (1.0f - 4.0f / SKY_SQUARE) / sphere.w;
    const glm::vec3 center(sphere);
    const auto row = [&](const glm::vec3& axis, float offset) {
        return glm::vec4(axis, offset - glm::dot(axis, center));
    };
    return glm::transpose(glm::mat4(row(right * scale, 0.0f), row(up * scale, 0.0f),
                                    row(direction * (-0.5f / sphere.w), 0.5f), glm::vec4(0, 0, 0, 1)));
}

// Radiance of each direction as two words of halves.
std::vector<glm::uvec2> sky_radiance(const Environment& environment, std::uint32_t count) {
    std::vector<glm::uvec2> words;
    for (std::uint32_t i = 0; i < count; ++i) {
        const glm::vec3 light = radiance(environment, sphere_direction(i, count));
        words.emplace_back(glm::packHalf2x16({light.x, light.y}), glm::packHalf2x16({light.z, 0.0f}));
    }
    return words;
}

}  // namespace

AmbientLight::AmbientLight(Device& device, const DrawLayout& layout, VkPipeline depth_pipeline)
    : device_(device),
      layout_(layout),
      depth_pipeline_(depth_pipeline),
      set_layout_(make_set_layout(device, kComputeBindings)),
      compute_layout_(make_pipeline_layout(device, set_layout_.get(),
                                           {VK_SHADER_STAGE_COMPUTE_BIT, 0, sizeof(gpu::SkyPush)})),
      compute_(make_compute_pipeline(device, compute_layout_.get(), shaders::ambient_compute())),
      smooth_(make_compute_pipeline(device, compute_layout_.get(), shaders::ambient_smooth_compute())),
      pool_(make_pool(device, kComputeBindings, 1)),
      compute_set_(allocate_set(device, pool_, set_layout_.get())),
      box_set_(layout.make_set(device)),
      sky_depth_(device, {.size = {kSkySize, kSkySize},
                          .format = kDepthFormat,
                          .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT,
                          .aspect = VK_IMAGE_ASPECT_DEPTH_BIT}),
      cube_(make_cube(device)) {
    VkSamplerCreateInfo info = linear_clamped();
    linear_ = make_sampler(device, info);
    info.magFilter = info.minFilter =
        VK_FILTER_NEAREST;  // a quarter of the texels; the tiles are smoothed anyway
    info.compareEnable = VK_TRUE;
    info.compareOp = VK_COMPARE_OP_LESS_OR_EQUAL;
    compare_ = make_sampler(device, info);
    write_image(device, compute_set_, BINDING_SKY_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER,
                sky_depth_.view(), compare_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    // The sky maps read nothing but their boxes, yet lavapipe 22.3 loads every descriptor of a bound set and
    // falls over empty ones: what is not read points at something valid.
    for (const std::uint32_t binding : {BINDING_TEXTURES, BINDING_REFLECTION, BINDING_SHADOW_COMPARE,
                                        BINDING_SHADOW_DEPTH, BINDING_AMBIENT}) {
        write_image(device, box_set_, binding, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, sky_depth_.view(),
                    compare_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    }
}

glm::vec2 AmbientLight::texel() const {
    return 1.0f / glm::vec2(atlas_.shape().size.width, atlas_.shape().size.height);
}

void AmbientLight::make_atlas(std::uint32_t height) {
    const std::uint32_t rounded = (height + 255) / 256 * 256;
    if (atlas_ && atlas_.shape().size.height >= rounded) return;
    const ImageShape shape{.size = {kAtlasWidth, rounded},
                           .format = VK_FORMAT_R8G8B8A8_UNORM,
                           .usage = VK_IMAGE_USAGE_STORAGE_BIT | VK_IMAGE_USAGE_SAMPLED_BIT};
    atlas_ = {};
    raw_ = {};
    atlas_ = DeviceImage(device_, shape);
    raw_ = DeviceImage(device_, shape);
}

void AmbientLight::send_boxes(const SceneStore& store) {
    std::vector<gpu::InstanceData> boxes;
    for (const PlacedInstance& instance : store.placed()) {
        if (instance.role == Role::object && instance.opaque) boxes.push_back(box_instance(instance));
    }
    box_count_ = static_cast<std::uint32_t>(boxes.size());
    boxes.resize(std::max<std::size_t>(boxes.size(), 2));
    boxes_ = upload_buffer(device_, std::as_bytes(std::span(boxes)),
                           VK_BUFFER_USAGE_STORAGE_BUFFER_BIT | VK_BUFFER_USAGE_UNIFORM_BUFFER_BIT);
    write_buffer(device_, box_set_, BINDING_INSTANCES, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, boxes_.get());
    write_buffer(device_, box_set_, BINDING_MATERIALS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, boxes_.get());
    write_buffer(device_, box_set_, BINDING_FRAME, VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER_DYNAMIC, boxes_.get(),
                 256);
}

void AmbientLight::record_sky_depth(VkCommandBuffer commands, const gpu::SkyPush& sky) {
    const Draw boxes{&cube_, 0, 0, box_count_, true, false};
    const auto count = static_cast<std::uint32_t>(sky.numbers.x);
    image_barrier(commands, sky_depth_,
                  {moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED}, moment::kDepth);
    begin_depth(commands, sky_depth_.view(), {kSkySize, kSkySize}, 1.0f);
    for (std::uint32_t i = 0; i < count && box_count_ > 0; ++i) {
        const VkOffset2D corner{static_cast<std::int32_t>(i % SKY_COLUMNS * SKY_SQUARE),
                                static_cast<std::int32_t>(i / SKY_COLUMNS * SKY_SQUARE)};
        set_viewport(commands, corner, {SKY_SQUARE, SKY_SQUARE});
        bind_pass(commands, depth_pipeline_, layout_, box_set_, 0,
                  square_matrix(sphere_direction(i, count), sky.sphere));
        record_draws(commands, layout_, std::span(&boxes, 1), DrawFilter::casters);
    }
    vkCmdEndRendering(commands);
    image_barrier(commands, sky_depth_, moment::kDepth, moment::kSampled);
}

void AmbientLight::record_look_ups(VkCommandBuffer commands, std::uint32_t blocks, const gpu::SkyPush& sky) {
    const Moment fresh{moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
    const Moment read{VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT, VK_ACCESS_2_SHADER_STORAGE_READ_BIT,
                      VK_IMAGE_LAYOUT_GENERAL};
    constexpr std::uint32_t kMostGroups = 65535;  // what every device allows: four million texels
    const std::uint32_t groups = std::min(blocks, kMostGroups);
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_COMPUTE, compute_layout_.get(), 0, 1,
                            &compute_set_, 0, nullptr);
    vkCmdPushConstants(commands, compute_layout_.get(), VK_SHADER_STAGE_COMPUTE_BIT, 0, sizeof sky, &sky);
    image_barrier(commands, raw_, fresh, moment::kComputeWrite);
    image_barrier(commands, atlas_, fresh, moment::kComputeWrite);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, compute_.get());
    vkCmdDispatch(commands, groups, 1, 1);
    image_barrier(commands, raw_, moment::kComputeWrite, read);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, smooth_.get());
    vkCmdDispatch(commands, groups, 1, 1);
    image_barrier(commands, atlas_, moment::kComputeWrite, moment::kSampled);
}

void AmbientLight::update(SceneStore& store, const Environment& environment, std::uint32_t directions) {
    const AmbientPlan plan = plan_ambient(store.placed(), store.objects(), store.instances());
    const gpu::SkyPush sky = sky_push(store.objects(), directions);
    make_atlas(plan.height);
    send_boxes(store);
    constexpr VkBufferUsageFlags kStorage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT;
    const std::vector<glm::uvec2> light = sky_radiance(environment, directions);
    const Buffer radiances = upload_buffer(device_, std::as_bytes(std::span(light)), kStorage);
    const Buffer tiles = upload_buffer(device_, std::as_bytes(std::span(plan.tiles)), kStorage);
    const Buffer blocks = upload_buffer(device_, std::as_bytes(std::span(plan.blocks)), kStorage);
    constexpr VkDescriptorType kBuffer = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
    constexpr VkDescriptorType kImage = VK_DESCRIPTOR_TYPE_STORAGE_IMAGE;
    write_buffer(device_, compute_set_, BINDING_SKY_RADIANCE, kBuffer, radiances.get());
    write_buffer(device_, compute_set_, BINDING_TILES, kBuffer, tiles.get());
    write_buffer(device_, compute_set_, BINDING_BLOCKS, kBuffer, blocks.get());
    // The first pass writes the raw picture; both passes share one set, so the raw one is at its own binding.
    write_image(device_, compute_set_, BINDING_AMBIENT_RAW, kImage, raw_.view(), VK_NULL_HANDLE,
                VK_IMAGE_LAYOUT_GENERAL);
    write_image(device_, compute_set_, BINDING_AMBIENT_OUT, kImage, atlas_.view(), VK_NULL_HANDLE,
                VK_IMAGE_LAYOUT_GENERAL);
    device_.run([&](VkCommandBuffer commands) {
        record_sky_depth(commands, sky);
        record_look_ups(commands, static_cast<std::uint32_t>(plan.blocks.size()), sky);
    });
}

void AmbientLight::write_to(VkDescriptorSet set) const {
    write_image(device_, set, BINDING_AMBIENT, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, atlas_.view(),
                linear_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
}

}  // namespace maatkast::render
