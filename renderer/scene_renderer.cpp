#include "renderer/scene_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include <glm/gtc/packing.hpp>

namespace maatkast::render {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// What the two qualities mean.
struct QualityPlan {
    std::uint32_t shadow_taps;
    std::uint32_t sky_directions;
};
QualityPlan quality_plan(Quality quality) {
    return quality == Quality::moving ? QualityPlan{4, 48} : QualityPlan{8, 112};
}

// Uniforms of a slot: the picture's, and what each mirror sees.
constexpr std::uint32_t kFrames = 1 + MOST_MIRRORS;

constexpr float kSeenBlurred = 2.0f;  // pixels that a thing needs to be seen in a mirror that blurs

// Small, and of many triangles: a hinge, a handle.
bool is_fitting(const Draw& draw) {
    constexpr float kSmall = 0.2f;  // metres
    const glm::vec3 size = draw.mesh->bounds.max - draw.mesh->bounds.min;
    return !draw.mesh->plain() && std::max({size.x, size.y, size.z}) < kSmall;
}

bool same(const Environment& a, const Environment& b) {
    return a.kind == b.kind && a.intensity == b.intensity;
}

// By how much a pass looks aside, in pixels. The four samples of a pixel lie in four rows and four columns of
// a grid; eight small steps divide each of those by eight, so that 32 samples fill 32 rows and columns of the
// pixel and none looks beyond it. Rows in bit-reversed order; opposite steps follow each other, so that the
// picture stays where it is.
glm::vec2 step_aside(std::uint32_t pass) {
    static_assert(SceneRenderer::kStillPasses == 8);
    constexpr std::array<int, 8> kOrder{3, 4, 0, 7, 1, 6, 2, 5}, kRow{0, 4, 2, 6, 1, 5, 3, 7};
    const std::size_t column = static_cast<std::size_t>(kOrder[pass % 8]);
    return (glm::vec2(column, kRow[column]) - 3.5f) / 32.0f;
}

}  // namespace

EnvironmentLight compute_environment(const Environment& environment) {
    return {environment, irradiance_coefficients(environment), prefiltered_cube(environment)};
}

SceneRenderer::SceneRenderer(Device& device, std::shared_future<EnvironmentLight> first_environment,
                             VkFormat display_format)
    : device_(device),
      layout_(device),
      map_pipeline_(make_depth_pipeline(device, layout_, VK_SAMPLE_COUNT_1_BIT, DepthView::map)),
      pre_pass_(make_depth_pipeline(device, layout_, kPictureSamples, DepthView::camera)),
      develop_(device, kLightFormat, display_format, kSlots),
      store_(device),
      textures_(device),
      shadow_(device, layout_, map_pipeline_.get()),
      first_environment_(std::move(first_environment)) {
    set_ = layout_.make_set(device);
    picture_set_ = layout_.make_set(device);
    glass_set_ = layout_.make_set(device);
    ambient_ = std::make_unique<AmbientLight>(device);
    const VkDeviceSize alignment = device.uniform_alignment();
    uniform_stride_ = (sizeof(gpu::Frame) + alignment - 1) / alignment * alignment;
    uniforms_ = Buffer(device, uniform_stride_ * kSlots * kFrames, VK_BUFFER_USAGE_UNIFORM_BUFFER_BIT,
                       MemoryUse::upload);
    reflection_sampler_ = make_sampler(device, {.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO,
                                                .magFilter = VK_FILTER_LINEAR,
                                                .minFilter = VK_FILTER_LINEAR,
                                                .mipmapMode = VK_SAMPLER_MIPMAP_MODE_LINEAR,
                                                .addressModeU = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                                .addressModeV = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE,
                                                .maxLod = VK_LOD_CLAMP_NONE});
}

void SceneRenderer::send_environment(const EnvironmentLight& light) {
    reflection_ = DeviceImage(device_, {.size = {kCubeSize, kCubeSize},
                                        .format = VK_FORMAT_R16G16B16A16_SFLOAT,
                                        .usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                        .levels = kCubeLevels,
                                        .layers = 6,
                                        .view = VK_IMAGE_VIEW_TYPE_CUBE});
    const Buffer staging(device_, light.cube.size() * 8, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, MemoryUse::upload);
    for (std::size_t i = 0; i < light.cube.size(); ++i) {
        const glm::uint64 half = glm::packHalf4x16(light.cube[i]);
        std::memcpy(staging.mapped() + 8 * i, &half, sizeof half);
    }
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, reflection_, moment::kNothing, moment::kCopyTo);
        VkDeviceSize offset = 0;
        for (std::uint32_t level = 0; level < kCubeLevels; ++level) {
            const std::uint32_t size = kCubeSize >> level;
            const VkBufferImageCopy region{.bufferOffset = offset,
                                           .imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level, 0, 6},
                                           .imageExtent = {size, size, 1}};
            vkCmdCopyBufferToImage(commands, staging.get(), reflection_.get(),
                                   VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
            offset += VkDeviceSize{8} * 6 * size * size;
        }
        image_barrier(commands, reflection_, moment::kCopyTo, moment::kSampled);
    });
}

void SceneRenderer::update_light(const Scene& scene, Quality quality) {
    if (!environment_) environment_ = first_environment_.get();
    const bool changed = !same(environment_->source, scene.environment);
    if (changed) environment_ = compute_environment(scene.environment);
    if (changed || !reflection_) send_environment(*environment_);
    ambient_directions_ = quality_plan(quality).sky_directions;
    ambient_->update(store_, scene, environment_->irradiance, ambient_directions_);
    store_.send_instances();
    for (VkDescriptorSet set : {set_, picture_set_, glass_set_}) write_set(set);
    images_named_ = 0;
    shadow_fit_ = fit_shadow(store_.objects(), scene.key_light.direction);
    device_.run(
        [&](VkCommandBuffer commands) { shadow_.record(commands, store_.draws(), set_, shadow_fit_); });
}

void SceneRenderer::write_set(VkDescriptorSet set) {
    write_buffer(device_, set, BINDING_FRAME, VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER_DYNAMIC, uniforms_.get(),
                 sizeof(gpu::Frame));
    write_buffer(device_, set, BINDING_INSTANCES, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER,
                 store_.instance_buffer());
    write_buffer(device_, set, BINDING_MATERIALS, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER,
                 store_.material_buffer());
    write_image(device_, set, BINDING_TEXTURES, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, textures_.view(),
                textures_.sampler(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    write_image(device_, set, BINDING_REFLECTION, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER,
                reflection_.view(), reflection_sampler_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    shadow_.write_to(set);
    ambient_->write_to(set, BINDING_AMBIENT);
    // Something must stand there; prepare_images() puts the images themselves when there are some.
    ambient_->write_to(set, BINDING_BEHIND);
    write_image(device_, set, BINDING_MIRRORS, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, textures_.view(),
                textures_.sampler(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
}

void SceneRenderer::prepare(const Scene& scene, Quality quality, FrameStatistics& statistics) {
    const bool known = scene.revision != 0 && scene.revision == revision_;
    const bool light_is_enough = ambient_directions_ >= quality_plan(quality).sky_directions;
    statistics.triangles = store_.triangles();
    if (known && light_is_enough) return;
    device_.wait_idle();
    Clock::time_point start = Clock::now();
    if (!known) {
        revision_ = 0;  // stays so when something below fails half-way
        store_.update(scene);
        statistics.textures_uploaded = textures_.update(scene);
        statistics.meshes_uploaded = store_.meshes_uploaded();
    }
    statistics.upload_ms = ms_since(start);
    start = Clock::now();
    update_light(scene, quality);
    statistics.light_ms = ms_since(start);
    statistics.triangles = store_.triangles();
    revision_ = scene.revision;
}

gpu::Frame SceneRenderer::frame_data(const Shot& shot, const PictureTargets& targets,
                                     const View& view) const {
    gpu::Frame frame{};
    const KeyLight& key = shot.scene.key_light;
    frame.eye = glm::vec4(view.eye, 1.0f);
    frame.shadow = shadow_fit_.texture;
    frame.key_direction =
        glm::vec4(glm::normalize(key.direction), std::tan(glm::radians(key.angular_radius_degrees)));
    frame.key_color = glm::vec4(key.color, shadow_fit_.width);
    frame.shadow_range = glm::vec4(shadow_fit_.depth, kShadowSize, kShadowLevels - 1,
                                   static_cast<float>(quality_plan(shot.quality).shadow_taps));
    frame.ambient = glm::vec4(ambient_->texel(), kCubeLevels - 1, ambient_->most_light());
    for (std::size_t i = 0; i < 9; ++i) frame.irradiance[i] = glm::vec4(environment_->irradiance[i], 0.0f);
    // Between the taps of one pass, a golden angle apart, lie those of the others.
    const float turn = 2.0f * std::numbers::pi_v<float> * static_cast<float>(targets.passes) / kStillPasses;
    const float pixels = view.projection[0][0] * static_cast<float>(targets.size.width) / 2.0f;
    const std::uint32_t levels = targets.behind ? targets.behind.shape().levels : 1;
    frame.sampling = glm::vec4(std::cos(turn), std::sin(turn), pixels, static_cast<float>(levels - 1));
    const std::uint32_t mirror_levels = targets.mirrors ? targets.mirrors->light.shape().levels : 1;
    frame.picture = glm::vec4(targets.size.width, targets.size.height, mirror_levels - 1, 0.0f);
    return frame;
}

// Where it stands in the buffer of uniforms.
std::uint32_t SceneRenderer::send_frame(const gpu::Frame& frame, std::uint32_t place) {
    std::memcpy(uniforms_.mapped() + place * uniform_stride_, &frame, sizeof frame);
    return static_cast<std::uint32_t>(place * uniform_stride_);
}

VkPipeline SceneRenderer::surface_pipeline(const SurfaceKind& kind) {
    UniquePipeline& pipeline = surface_[kind];
    if (pipeline) return pipeline.get();
    const bool mirrored = (kind.features & SURFACE_MIRRORED) != 0;
    const bool frosted = (kind.features & SURFACE_FROSTED) != 0;
    constexpr std::array kAttributes{
        VkVertexInputAttributeDescription{0, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(Vertex, position)},
        VkVertexInputAttributeDescription{1, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(Vertex, normal)},
        VkVertexInputAttributeDescription{2, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(Vertex, uv)}};
    pipeline = make_pipeline(device_, {.layout = layout_.layout.get(),
                                       .vertex = shaders::surface_vertex(),
                                       .fragment = shaders::surface_fragment(),
                                       .attributes = kAttributes,
                                       .vertex_stride = sizeof(Vertex),
                                       .color = kLightFormat,
                                       .depth = kDepthFormat,
                                       .samples = mirrored ? VK_SAMPLE_COUNT_1_BIT : kPictureSamples,
                                       .depth_test = VK_COMPARE_OP_GREATER_OR_EQUAL,
                                       .depth_write = !kind.blended || frosted,
                                       .blend = kind.blended,
                                       .cull = VK_CULL_MODE_BACK_BIT,  // a pane of glass counts once
                                       .constant = kind.features});
    return pipeline.get();
}

// Neighbours in the list that need the same pipeline are drawn together.
std::uint32_t SceneRenderer::record_surfaces(VkCommandBuffer commands, std::span<const Draw> draws,
                                             Quality quality, const DrawPlace& place) {
    const auto kind_of = [&](const Draw& draw) {
        // The look into the map of reflections is the dearest line of a matt surface and shows least.
        const bool mirrors = quality == Quality::still || !draw.matt;
        const std::uint32_t features = draw.features | (mirrors ? SURFACE_MIRRORS : 0u);
        return SurfaceKind{draw.blended, (features & ~place.without) | place.with};
    };
    std::uint32_t count = 0;
    while (!draws.empty()) {
        const SurfaceKind kind = kind_of(draws.front());
        const auto end = std::ranges::find_if(draws, [&](const Draw& draw) { return kind_of(draw) != kind; });
        const auto alike = draws.first(static_cast<std::size_t>(end - draws.begin()));
        bind_pass(commands, surface_pipeline(kind), layout_, place.set, place.uniform_offset,
                  place.view_projection);
        count +=
            record_draws(commands, layout_, alike, kind.blended ? DrawFilter::blended : DrawFilter::opaque);
        draws = draws.subspan(alike.size());
    }
    return count;
}

// Draws the depth of the picture beforehand, looks what it hides, and returns the draws that are left. Waits.
std::vector<Draw> SceneRenderer::finish_depth(const Culling& culling, const View& view,
                                              const PictureTargets& targets, std::uint32_t offset) {
    if (!depth_reader_) depth_reader_ = std::make_unique<DepthReader>(device_);
    const std::vector<Draw> occluders = culling.occluders();
    device_.run([&](VkCommandBuffer commands) {
        image_barrier(commands, targets.depth, moment::kDepthNotWanted, moment::kDepth);
        begin_depth(commands, targets.depth.view(), view.size, 0.0f);
        set_viewport(commands, {0, 0}, view.size);
        bind_pass(commands, pre_pass_.get(), layout_, set_, offset, view.view_projection);
        record_draws(commands, layout_, occluders, DrawFilter::opaque);
        vkCmdEndRendering(commands);
        depth_reader_->record(commands, targets.depth);
    });
    return culling.visible(depth_reader_->samples());
}

// Makes the images that surfaces look into, and names them where they are looked for. A mirror that shows
// shapes has as many pixels as the picture, one that blurs a quarter.
void SceneRenderer::prepare_images(PictureTargets& targets, Quality quality) {
    const std::size_t mirrors = targets.mirrored.size();
    const bool sharp = std::ranges::any_of(targets.mirrored, &Mirror::sharp);
    const std::uint32_t part = (sharp ? 1 : 2) * (quality == Quality::moving ? 2 : 1);
    const Size size{std::max(targets.size.width / part, 1u), std::max(targets.size.height / part, 1u)};
    const bool behind = store_.frosted() && !targets.behind;
    const bool seen = mirrors > 0 && (!targets.mirrors || targets.mirrors->size != size ||
                                      targets.mirrors->layers.size() < mirrors);
    if (behind || seen) {
        device_.wait_idle();
        targets.images = ++images_made_;
        if (behind) make_behind(device_, targets);
        if (seen) targets.mirrors.reset();
        if (seen)
            targets.mirrors =
                std::make_unique<MirrorImages>(device_, size, static_cast<std::uint32_t>(mirrors));
    }
    if (targets.images == images_named_) return;
    device_.wait_idle();
    // Images of other targets may be gone by now.
    for (VkDescriptorSet set : {picture_set_, glass_set_}) write_set(set);
    const auto name = [&](VkDescriptorSet set, std::uint32_t binding, const DeviceImage& image) {
        write_image(device_, set, binding, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, image.view(),
                    reflection_sampler_.get(), VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL);
    };
    if (targets.behind) name(glass_set_, BINDING_BEHIND, targets.behind);
    if (targets.mirrors)
        for (VkDescriptorSet set : {picture_set_, glass_set_})
            name(set, BINDING_MIRRORS, targets.mirrors->light);
    images_named_ = targets.images;
}

// What is blended comes last in the list; it is drawn from the back to the front. Frosted glass is first: it
// hides what other glass is behind it.
std::span<Draw> SceneRenderer::sort_blended(std::vector<Draw>& draws, const glm::vec3& eye) const {
    const std::span<Draw> blended(std::ranges::find_if(draws, &Draw::blended), draws.end());
    std::ranges::stable_sort(blended, std::ranges::greater{}, [&](const Draw& draw) {
        const PlacedInstance& placed = store_.placed()[draw.first_instance];
        const glm::vec3 middle = 0.5f * (placed.box.min + placed.box.max);
        return glm::distance(eye, glm::vec3(placed.transform * glm::vec4(middle, 1.0f)));
    });
    std::ranges::stable_partition(blended,
                                  [](const Draw& draw) { return (draw.features & SURFACE_FROSTED) != 0; });
    return blended;
}

// What a mirror sees. One that blurs does without the fittings, and shows lacquer, brushed metal and frosted
// glass plain.
void SceneRenderer::record_mirror(VkCommandBuffer commands, const Shot& shot, const PictureTargets& targets,
                                  const View& view, std::uint32_t number, std::uint32_t offset) {
    if (!mirror_pre_pass_)
        mirror_pre_pass_ = make_depth_pipeline(device_, layout_, VK_SAMPLE_COUNT_1_BIT, DepthView::camera);
    const bool sharp = targets.mirrored[number].sharp;
    const Culling culling(store_, view, sharp ? 0.5f : kSeenBlurred);
    std::vector<Draw> draws = culling.in_view();
    if (!sharp) std::erase_if(draws, is_fitting);
    const std::span<const Draw> blended = sort_blended(draws, view.eye);
    const std::span<const Draw> opaque(draws.data(), draws.size() - blended.size());
    const std::uint32_t without =
        SURFACE_SEES | (sharp ? 0u : SURFACE_COATED | SURFACE_BRUSHED | SURFACE_FROSTED);
    const DrawPlace place{set_, offset, view.view_projection, without, SURFACE_MIRRORED};

    targets.mirrors->begin(commands, number, shot.scene.environment.backdrop);
    bind_pass(commands, mirror_pre_pass_.get(), layout_, set_, offset, view.view_projection);
    record_draws(commands, layout_, culling.occluders(), DrawFilter::opaque);
    record_surfaces(commands, opaque, shot.quality, place);
    record_surfaces(commands, blended, shot.quality, place);
    vkCmdEndRendering(commands);
    fill_levels(commands, targets.mirrors->light, number);
}

void SceneRenderer::record_picture(VkCommandBuffer commands, const Shot& shot, PictureTargets& targets,
                                   const View& view, std::uint32_t offset, FrameStatistics& statistics) {
    // Without an early depth test everything hidden is shaded, so there it pays to know it before.
    const bool depth_first = device_.is_cpu() && device_.has_standard_samples();
    const Culling culling(store_, view);
    std::vector<Draw> draws = depth_first ? finish_depth(culling, view, targets, offset) : culling.in_view();
    const std::span<const Draw> glass = sort_blended(draws, view.eye);
    const std::span<const Draw> opaque(draws.data(), draws.size() - glass.size());
    const bool frosted = store_.frosted();

    if (frosted) image_barrier(commands, targets.behind, moment::kNotWanted, moment::kColor);
    image_barrier(commands, targets.color, moment::kNotWanted, moment::kColor);
    image_barrier(commands, targets.resolved(), moment::kNotWanted, moment::kColor);
    image_barrier(commands, targets.depth, depth_first ? moment::kDepth : moment::kDepthNotWanted,
                  moment::kDepth);
    const glm::vec3 backdrop = shot.scene.environment.backdrop;
    begin_picture(commands, targets, frosted ? PicturePart::opaque : PicturePart::whole, backdrop,
                  depth_first);
    if (!depth_first) {
        bind_pass(commands, pre_pass_.get(), layout_, set_, offset, view.view_projection);
        statistics.draws = record_draws(commands, layout_, culling.occluders(), DrawFilter::opaque);
    }
    statistics.draws +=
        record_surfaces(commands, opaque, shot.quality, {picture_set_, offset, view.view_projection});
    if (frosted) {
        vkCmdEndRendering(commands);
        fill_levels(commands, targets.behind);
        image_barrier(commands, targets.color, moment::kColor, moment::kColor);
        image_barrier(commands, targets.depth, moment::kDepth, moment::kDepth);
        begin_picture(commands, targets, PicturePart::glass, backdrop, true);
    }
    statistics.draws +=
        record_surfaces(commands, glass, shot.quality, {glass_set_, offset, view.view_projection});
    vkCmdEndRendering(commands);
}

// What sharp mirrors show is looked at again in every pass, for smooth edges; the others blur it anyway.
// Their images have one sample a pixel instead of four, so that the passes are four times as far apart.
void SceneRenderer::record_mirrors(VkCommandBuffer commands, const Shot& shot, const PictureTargets& targets,
                                   const View& view, std::uint32_t place) {
    const View wide = make_view(shot.camera, targets.size, 4.0f * step_aside(targets.passes));
    for (std::uint32_t i = 0; i < targets.mirrored.size(); ++i) {
        const Mirror& mirror = targets.mirrored[i];
        if (targets.passes > 0 && !mirror.sharp) continue;
        const View& from = mirror.sharp ? wide : view;
        View seen = mirrored(from, mirror);
        seen.size = targets.mirrors->size;
        gpu::Frame frame = frame_data(shot, targets, seen);
        frame.mirrors[0] = glm::vec4(mirror.normal, mirror.offset);
        record_mirror(commands, shot, targets, seen, i, send_frame(frame, place + i));
    }
}

void SceneRenderer::record(VkCommandBuffer commands, const Shot& shot, PictureTargets& targets,
                           std::uint32_t slot, FrameStatistics& statistics) {
    const View view = make_view(shot.camera, targets.size, step_aside(targets.passes));
    if (targets.passes == 0) targets.mirrored = find_mirrors(store_, view);
    prepare_images(targets, shot.quality);
    record_mirrors(commands, shot, targets, view, slot * kFrames + 1);
    gpu::Frame frame = frame_data(shot, targets, view);
    for (std::size_t i = 0; i < targets.mirrored.size(); ++i)
        frame.mirrors[i] = glm::vec4(targets.mirrored[i].normal, targets.mirrored[i].offset);
    record_picture(commands, shot, targets, view, send_frame(frame, slot * kFrames), statistics);
    ++targets.passes;
    if (targets.passes == 1) return;
    const float share = 1.0f / static_cast<float>(targets.passes);
    develop_.record_mix(commands, targets.pass, targets.light, share, slot);
}

void SceneRenderer::develop(VkCommandBuffer commands, const PictureTargets& targets, std::uint32_t slot) {
    develop_.record_display(commands, targets.light, targets.display, slot);
    image_barrier(commands, targets.display, moment::kColor, moment::kCopyFrom);
}

}  // namespace maatkast::render
