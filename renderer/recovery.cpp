#include "renderer/recovery.h"

namespace maatkast::render {

bool may_pass(VkResult error) {
    switch (error) {
        case VK_ERROR_LAYER_NOT_PRESENT:
        case VK_ERROR_EXTENSION_NOT_PRESENT:
        case VK_ERROR_FEATURE_NOT_PRESENT:
        case VK_ERROR_INCOMPATIBLE_DRIVER:
        case VK_ERROR_FORMAT_NOT_SUPPORTED:
            return false;
        default:
            return error < 0;
    }
}

bool another_device_may_help(VkResult error) {
    switch (error) {
        case VK_ERROR_OUT_OF_HOST_MEMORY:
        case VK_ERROR_SURFACE_LOST_KHR:
        case VK_ERROR_NATIVE_WINDOW_IN_USE_KHR:
            return false;
        default:
            return error < 0;
    }
}

std::string remedy_for(VkResult error) {
    switch (error) {
        case VK_ERROR_OUT_OF_HOST_MEMORY:
        case VK_ERROR_MEMORY_MAP_FAILED:
            return "Close other programs to free memory, or choose a smaller picture.";
        case VK_ERROR_OUT_OF_DEVICE_MEMORY:
        case VK_ERROR_OUT_OF_POOL_MEMORY:
        case VK_ERROR_FRAGMENTED_POOL:
        case VK_ERROR_TOO_MANY_OBJECTS:
            return "Close other programs that use the graphics device, or choose a smaller picture.";
        case VK_ERROR_DEVICE_LOST:
            return "The graphics device was started anew and stopped again: update its driver, or choose "
                   "another device with MAATKAST_DEVICE.";
        case VK_ERROR_SURFACE_LOST_KHR:
        case VK_ERROR_NATIVE_WINDOW_IN_USE_KHR:
            return "The window cannot be drawn into: close it and start the program again.";
        default:
            return {};
    }
}

}  // namespace maatkast::render
