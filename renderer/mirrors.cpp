#include "renderer/mirrors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "renderer/culling.h"
#include "renderer/depth_pass.h"

namespace maatkast::render {
namespace {

constexpr float kSharp = 0.2f;  // perceptual roughness up to which a mirror shows shapes

// A face that mirrors, and how much of the picture it takes up, about.
struct Face {
    Mirror mirror;
    float weight = 0.0f;
};

// Of a board or a pane, the large face that looks at the eye.
Face face_towards(const PlacedInstance& placed, const glm::vec3& eye, float roughness) {
    const glm::vec3 size = placed.box.max - placed.box.min;
    const int axis = size.x <= size.y && size.x <= size.z ? 0 : (size.y <= size.z ? 1 : 2);
    const glm::vec3 middle = placed.transform * glm::vec4(0.5f * (placed.box.min + placed.box.max), 1.0f);
    glm::vec3 normal = glm::normalize(glm::vec3(placed.transform[axis]));
    if (glm::dot(normal, eye - middle) < 0.0f) normal = -normal;
    const float facing = glm::dot(normal, eye - middle) - 0.5f * size[axis];
    const float area = size[(axis + 1) % 3] * size[(axis + 2) % 3];
    const float distance = std::max(glm::distance(eye, middle), kNearPlane);
    return {{normal, glm::dot(normal, middle) + 0.5f * size[axis], roughness <= kSharp},
            facing > 0.0f ? area * facing / (distance * distance * distance) : 0.0f};
}

bool same_plane(const Mirror& a, const Mirror& b) {
    return glm::dot(a.normal, b.normal) > 0.99999f && std::abs(a.offset - b.offset) < 5e-4f;
}

void add_face(std::vector<Face>& faces, const Face& face) {
    const auto known =
        std::ranges::find_if(faces, [&](const Face& f) { return same_plane(f.mirror, face.mirror); });
    if (known == faces.end()) return faces.push_back(face);
    known->weight += face.weight;
    known->mirror.sharp = known->mirror.sharp || face.mirror.sharp;
}

glm::mat4 reflection(const Mirror& mirror) {
    const glm::vec3& n = mirror.normal;
    glm::mat4 m{glm::mat3(1.0f) - 2.0f * glm::outerProduct(n, n)};
    m[3] = glm::vec4(2.0f * mirror.offset * n, 1.0f);
    return m;
}

}  // namespace

std::vector<Mirror> find_mirrors(const SceneStore& store, const View& view) {
    std::vector<Face> faces;
    for (const Draw& draw : store.draws()) {
        if ((draw.features & SURFACE_SEES) == 0) continue;
        for (std::uint32_t i = 0; i < draw.instance_count; ++i) {
            const PlacedInstance& placed = store.placed()[draw.first_instance + i];
            const Face face = face_towards(placed, view.eye, draw.roughness);
            if (face.weight > 0.0f && !out_of_view(clip_box(view, placed))) add_face(faces, face);
        }
    }
    std::ranges::stable_sort(faces, std::ranges::greater{}, &Face::weight);
    std::vector<Mirror> mirrors;
    for (const Face& face : faces)
        if (mirrors.size() < MOST_MIRRORS) mirrors.push_back(face.mirror);
    return mirrors;
}

View mirrored(const View& view, const Mirror& mirror) {
    View result = view;
    const glm::mat4 reflect = reflection(mirror);
    result.view = view.view * reflect;
    result.eye = reflect * glm::vec4(view.eye, 1.0f);
    result.view_projection = view.projection * result.view;
    glm::mat4 rows = glm::transpose(result.view_projection);
    rows[0] = -rows[0];
    // Depth w − k × distance from the mirror: never negative, as no line of sight leaves the mirror faster
    // than it goes away from the eye by more than the cosine of half the angle between the picture's corners.
    const glm::vec3 corner{1.0f / view.projection[0][0], 1.0f / view.projection[1][1], 1.0f};
    rows[2] = rows[3] - glm::vec4(mirror.normal, -mirror.offset) / glm::length(corner);
    result.view_projection = glm::transpose(rows);
    return result;
}

MirrorImages::MirrorImages(Device& device, Size made_for, std::uint32_t count)
    : size(made_for),
      light(device, {.size = size,
                     .format = kLightFormat,
                     .usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT |
                              VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                     .levels = blur_levels(size),
                     .layers = count,
                     .view = VK_IMAGE_VIEW_TYPE_2D_ARRAY}),
      depth(device, {.size = size,
                     .format = kDepthFormat,
                     .usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT,
                     .aspect = VK_IMAGE_ASPECT_DEPTH_BIT}) {
    for (std::uint32_t i = 0; i < count; ++i) layers.push_back(light.level_view(0, i));
}

void MirrorImages::begin(VkCommandBuffer commands, std::uint32_t layer, const glm::vec3& backdrop) const {
    image_barrier(commands, light, moment::kNotWanted, moment::kColor, {0, 1, layer, 1});
    image_barrier(commands, depth, moment::kDepthNotWanted, moment::kDepth);
    const VkRenderingAttachmentInfo color_info{
        .sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
        .imageView = layers[layer].get(),
        .imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL,
        .loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR,
        .storeOp = VK_ATTACHMENT_STORE_OP_STORE,
        .clearValue = {.color = {.float32 = {backdrop.r, backdrop.g, backdrop.b, 0.0f}}}};
    const VkRenderingAttachmentInfo depth_info{.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
                                               .imageView = depth.view(),
                                               .imageLayout = VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL,
                                               .loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR,
                                               .storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE,
                                               .clearValue = {.depthStencil = {0.0f, 0}}};
    const VkRenderingInfo info{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                               .renderArea = {{0, 0}, {size.width, size.height}},
                               .layerCount = 1,
                               .colorAttachmentCount = 1,
                               .pColorAttachments = &color_info,
                               .pDepthAttachment = &depth_info};
    vkCmdBeginRendering(commands, &info);
    set_viewport(commands, {0, 0}, size);
}

}  // namespace maatkast::render
