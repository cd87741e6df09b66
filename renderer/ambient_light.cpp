#include "renderer/ambient_light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "renderer/environment.h"
#include "renderer/strip_light.h"

namespace maatkast::render {
namespace {

constexpr std::uint32_t kSkySize = SKY_COLUMNS * SKY_SQUARE;
static_assert(SKY_COLUMNS * SKY_COLUMNS == AmbientLight::kMaxDirections);
constexpr float kBias = 0.7f / SKY_SQUARE;  // of the map's depth: what one texel covers, seen at 45°

constexpr std::array kComputeBindings{
    Binding{BINDING_SKY_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_SKY_RADIANCE, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_TILES, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_TEXELS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_AMBIENT_OUT, VK_DESCRIPTOR_TYPE_STORAGE_IMAGE, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_AMBIENT_RAW, VK_DESCRIPTOR_TYPE_STORAGE_IMAGE, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_LIGHT_POINTS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
    Binding{BINDING_LIGHT_LISTS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, VK_SHADER_STAGE_COMPUTE_BIT},
};

// Radiance of each direction as a word each, relative to the brightest: only the share counts.
struct Sky {
    std::vector<std::uint32_t> words;
    float brightest = 1.0f;
};

VkSamplerCreateInfo linear_clamped() {
    return {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
            .magFilter = VK_FILTER_LINEAR,
            .minFilter = VK_FILTER_LINEAR,
            .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
            .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
            .addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE};
}

gpu::SkyPush sky_push(const Bounds& objects, std::uint32_t directions, const Sky& light,
                      const Bounce& bounce) {
    const Bounds bounds = objects.empty() ? Bounds{glm::vec3(-1.0f), glm::vec3(1.0f)} : objects;
    const glm::vec3 center = (bounds.min + bounds.max) * 0.5f;
    const float radius = glm::length(bounds.max - center) * 1.01f + 0.01f;
    gpu::SkyPush push{
        glm::vec4(center, radius), glm::vec4(static_cast<float>(directions), kBias, 0.0f, 0.0f), {}};
    for (std::size_t side = 0; side < 6; ++side) {
        const float albedo = side < 3 ? bounce.albedo[static_cast<int>(side)] : 0.0f;
        push.bounce[side] = glm::vec4(bounce.radiance[side] / light.brightest, albedo);
    }
    return push;
}

// Right, up and towards the light: the twin of sky.glsl.
glm::mat3 sky_axes(std::uint32_t i, std::uint32_t count) {
    const std::uint32_t pairs = count / 2;
    const glm::vec3 direction = sphere_direction(i % pairs, count);
    const glm::vec3 right = glm::normalize(glm::vec3(direction.z, 0.0f, -direction.x));
    const float sign = i < pairs ? 1.0f : -1.0f;
    return {sign * right, glm::cross(direction, right), sign * direction};
}

// World to clip space of one direction's square.
glm::mat4 square_matrix(const glm::mat3& axes, const glm::vec4& sphere) {
    const float scale = (1.0f - 4.0f / SKY_SQUARE) / sphere.w;
    const glm::vec3 center(sphere);
    const auto row = [&](const glm::vec3& axis, float offset) {
        return glm::vec4(axis, offset - glm::dot(axis, center));
    };
    return glm::transpose(glm::mat4(row(axes[0] * scale, 0.0f), row(axes[1] * scale, 0.0f),
                                    row(axes[2] * (-0.5f / sphere.w), 0.5f), glm::vec4(0, 0, 0, 1)));
}

std::vector<glm::mat4> sky_views(const glm::vec4& sphere, std::uint32_t count) {
    std::vector<glm::mat4> views;
    for (std::uint32_t i = 0; i < count; ++i) views.push_back(square_matrix(sky_axes(i, count), sphere));
    return views;
}

std::vector<glm::mat4> light_views(const std::vector<gpu::LightPoint>& points) {
    std::vector<glm::mat4> views;
    for (const gpu::LightPoint& point : points) views.push_back(light_view(point));
    return views;
}

// What there is of ambient light on each side, so that strips can be added as shares of it.
void light_tiles(std::vector<gpu::AmbientTile>& tiles, const std::array<glm::vec3, 9>& ambient) {
    for (gpu::AmbientTile& tile : tiles)
        tile.ambient =
            glm::vec4(glm::max(irradiance(ambient, glm::vec3(tile.normal)), glm::vec3(0.0f)), 0.0f);
}

Sky sky_radiance(const Environment& environment, std::uint32_t count) {
    std::vector<glm::vec3> light;
    float brightest = 1e-6f;
    for (std::uint32_t i = 0; i < count; ++i) {
        light.push_back(radiance(environment, sky_axes(i, count)[2]));
        brightest = std::max({brightest, light.back().x, light.back().y, light.back().z});
    }
    Sky sky{{}, brightest};
    for (const glm::vec3& l : light) {
        const glm::uvec3 part(glm::round(l / brightest * glm::vec3(2047.0f, 2047.0f, 1023.0f)));
        sky.words.push_back(part.x | part.y << 11 | part.z << 22);
    }
    return sky;
}

}  // namespace

AmbientLight::AmbientLight(Device& device)
    : device_(device),
      set_layout_(make_set_layout(device, kComputeBindings)),
      compute_layout_(make_pipeline_layout(device, set_layout_.get(),
                                           {VK_SHADER_STAGE_COMPUTE_BIT, 0, sizeof(gpu::SkyPush)})),
      compute_(make_compute_pipeline(device, compute_layout_.get(), shaders::ambient_compute())),
      smooth_(make_compute_pipeline(device, compute_layout_.get(), shaders::ambient_smooth_compute())),
      pool_(make_pool(device, kComputeBindings, 1)),
      compute_set_(allocate_set(device, pool_, set_layout_.get())),
      sky_pipeline_(device, kMapDepthFormat, VK_SAMPLE_COUNT_1_BIT, VK_COMPARE_OP_LESS, true,
                    VK_CULL_MODE_FRONT_BIT),
      sky_depth_(device, {.size = {kSkySize, kSkySize},
                          .format = kMapDepthFormat,
                          .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT,
                          .aspect = VK_IMAGE_ASPECT_DEPTH_BIT}) {
    VkSamplerCreateInfo info = linear_clamped();
    linear_ = make_sampler(device, info);
    info.magFilter = info.minFilter =
        VK_FILTER_NEAREST;  // a quarter of the texels; the tiles are smoothed anyway
    info.compareEnable = VK_TRUE;
    info.compareOp = VK_COMPARE_OP_LESS_OR_EQUAL;
    compare_ = make_sampler(device, info);
    write_image(device, compute_set_, BINDING_SKY_DEPTH, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER,
                sky_depth_.view(), compare_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
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

// All of them as one mesh: an instance each would cost more in every map than its corners do.
void AmbientLight::send_boxes(const SceneStore& store) {
    std::vector<PlacedInstance> hiding;
    std::ranges::copy_if(store.placed(), std::back_inserter(hiding), [](const PlacedInstance& instance) {
        return instance.role == Role::object && instance.opaque;
    });
    boxes_ = upload_occluders(device_, hiding, box_indices_);
}

// One square of the atlas for each view.
void AmbientLight::record_squares(VkCommandBuffer commands, std::span<const glm::mat4> views) {
    const auto count = static_cast<std::uint32_t>(views.size());
    const std::uint32_t rows = (count + SKY_COLUMNS - 1) / SKY_COLUMNS;
    image_barrier(commands, sky_depth_,
                  {moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED}, moment::kDepth);
    begin_depth(commands, sky_depth_.view(), {kSkySize, rows * SKY_SQUARE}, 1.0f);
    sky_pipeline_.bind(commands, boxes_);
    for (std::uint32_t i = 0; i < count && box_indices_ > 0; ++i) {
        const VkOffset2D corner{static_cast<std::int32_t>(i % SKY_COLUMNS * SKY_SQUARE),
                                static_cast<std::int32_t>(i / SKY_COLUMNS * SKY_SQUARE)};
        set_viewport(commands, corner, {SKY_SQUARE, SKY_SQUARE});
        sky_pipeline_.push(commands, views[i]);
        vkCmdDrawIndexed(commands, box_indices_, 1, 0, 0, 0);
    }
    vkCmdEndRendering(commands);
    image_barrier(commands, sky_depth_, moment::kDepth, moment::kSampled);
}

void AmbientLight::record_look_ups(VkCommandBuffer commands, std::uint32_t texels, const gpu::SkyPush& sky,
                                   std::span<const glm::mat4> light_views) {
    const Moment fresh{moment::kSampled.stages, VK_ACCESS_2_NONE, VK_IMAGE_LAYOUT_UNDEFINED};
    const Moment again{VK_PIPELINE_STAGE_2_COMPUTE_SHADER_BIT,
                       VK_ACCESS_2_SHADER_STORAGE_READ_BIT | VK_ACCESS_2_SHADER_STORAGE_WRITE_BIT,
                       VK_IMAGE_LAYOUT_GENERAL};
    constexpr std::uint32_t kMostGroups = 65535;  // what every device allows: four million texels
    const std::uint32_t groups = std::min((texels + AMBIENT_GROUP - 1) / AMBIENT_GROUP, kMostGroups);
    const auto dispatch = [&](const UniquePipeline& pipeline) {
        vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, pipeline.get());
        if (groups > 0) vkCmdDispatch(commands, groups, 1, 1);
        image_barrier(commands, raw_, moment::kComputeWrite, again);
    };
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_COMPUTE, compute_layout_.get(), 0, 1,
                            &compute_set_, 0, nullptr);
    vkCmdPushConstants(commands, compute_layout_.get(), VK_SHADER_STAGE_COMPUTE_BIT, 0, sizeof sky, &sky);
    image_barrier(commands, raw_, fresh, moment::kComputeWrite);
    image_barrier(commands, atlas_, fresh, moment::kComputeWrite);
    dispatch(compute_);
    if (!light_views.empty()) {
        record_squares(commands, light_views);
        dispatch(strips_);
    }
    dispatch(smooth_);
    image_barrier(commands, atlas_, moment::kComputeWrite, moment::kSampled);
}

void AmbientLight::update(SceneStore& store, const Scene& scene, const std::array<glm::vec3, 9>& ambient,
                          std::uint32_t directions) {
    AmbientPlan plan = plan_ambient(store.placed(), store.objects(), store.instances());
    light_tiles(plan.tiles, ambient);
    const std::vector<gpu::LightPoint> points = light_points(scene.strips, store.placed());
    const std::vector<std::uint32_t> lists = list_lights(points, plan.tiles);
    most_light_ = render::most_light(points, plan.tiles);
    const Sky light = sky_radiance(scene.environment, directions);
    const Bounce bounce = mean_bounce(store.placed(), ambient, scene.key_light);
    gpu::SkyPush sky = sky_push(store.objects(), directions, light, bounce);
    sky.numbers.z = most_light_;
    make_atlas(plan.height);
    send_boxes(store);
    if (!points.empty() && !strips_)
        strips_ = make_compute_pipeline(device_, compute_layout_.get(), shaders::strips_compute());
    // Kept until the device has read them.
    const auto send = [&](std::uint32_t binding, const auto& values) {
        Buffer buffer =
            upload_buffer(device_, std::as_bytes(std::span(values)), VK_BUFFER_USAGE_STORAGE_BUFFER_BIT);
        write_buffer(device_, compute_set_, binding, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, buffer.get());
        return buffer;
    };
    const std::array kept{send(BINDING_SKY_RADIANCE, light.words), send(BINDING_TILES, plan.tiles),
                          send(BINDING_TEXELS, plan.texels), send(BINDING_LIGHT_POINTS, points),
                          send(BINDING_LIGHT_LISTS, lists)};
    constexpr VkDescriptorType kImage = VK_DESCRIPTOR_TYPE_STORAGE_IMAGE;
    // The passes write the raw picture; all share one set, so the raw one is at its own binding.
    write_image(device_, compute_set_, BINDING_AMBIENT_RAW, kImage, raw_.view(), VK_NULL_HANDLE,
                VK_IMAGE_LAYOUT_GENERAL);
    write_image(device_, compute_set_, BINDING_AMBIENT_OUT, kImage, atlas_.view(), VK_NULL_HANDLE,
                VK_IMAGE_LAYOUT_GENERAL);
    device_.run([&](VkCommandBuffer commands) {
        record_squares(commands, sky_views(sky.sphere, directions));
        record_look_ups(commands, static_cast<std::uint32_t>(plan.texels.size()), sky, light_views(points));
    });
}

void AmbientLight::write_to(VkDescriptorSet set, std::uint32_t binding) const {
    write_image(device_, set, binding, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, atlas_.view(),
                linear_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
}

}  // namespace maatkast::render
