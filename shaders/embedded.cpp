#include "shaders/embedded.h"

namespace maatkast::render::shaders {
namespace {

constexpr std::uint32_t kDepthVertex[] = {
#include "depth.vert.inc"
};
constexpr std::uint32_t kBoxVertex[] = {
#include "box.vert.inc"
};
constexpr std::uint32_t kSurfaceVertex[] = {
#include "surface.vert.inc"
};
constexpr std::uint32_t kSurfaceFragment[] = {
#include "surface.frag.inc"
};
constexpr std::uint32_t kAmbientCompute[] = {
#include "ambient.comp.inc"
};
constexpr std::uint32_t kAmbientSmoothCompute[] = {
#include "ambient_smooth.comp.inc"
};
constexpr std::uint32_t kStripsCompute[] = {
#include "strips.comp.inc"
};
constexpr std::uint32_t kReadDepthCompute[] = {
#include "read_depth.comp.inc"
};
constexpr std::uint32_t kScreenVertex[] = {
#include "screen.vert.inc"
};
constexpr std::uint32_t kDevelopFragment[] = {
#include "develop.frag.inc"
};
constexpr std::uint32_t kOverlayVertex[] = {
#include "overlay.vert.inc"
};
constexpr std::uint32_t kOverlayFragment[] = {
#include "overlay.frag.inc"
};

}  // namespace

Words depth_vertex() {
    return kDepthVertex;
}
Words box_vertex() {
    return kBoxVertex;
}
Words surface_vertex() {
    return kSurfaceVertex;
}
Words surface_fragment() {
    return kSurfaceFragment;
}
Words ambient_compute() {
    return kAmbientCompute;
}
Words ambient_smooth_compute() {
    return kAmbientSmoothCompute;
}
Words strips_compute() {
    return kStripsCompute;
}
Words read_depth_compute() {
    return kReadDepthCompute;
}
Words screen_vertex() {
    return kScreenVertex;
}
Words develop_fragment() {
    return kDevelopFragment;
}
Words overlay_vertex() {
    return kOverlayVertex;
}
Words overlay_fragment() {
    return kOverlayFragment;
}

}  // namespace maatkast::render::shaders
