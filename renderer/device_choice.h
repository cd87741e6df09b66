// Which graphics device is used, and why not the others. A pure function over facts, so that it can be tested
// without the devices.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "renderer/renderer.h"
#include "renderer/vulkan.h"

namespace maatkast::render {

// What matters of a device. `missing` names each thing without which we cannot draw.
struct DeviceFacts {
    DeviceReport report;  // name, kind, driver and version filled in
    VkPhysicalDeviceType type = VK_PHYSICAL_DEVICE_TYPE_OTHER;
    std::vector<std::string> missing;
};

// Writes the verdicts into the reports and returns the indices of the devices that may be used, the chosen
// one first, then those that take its place when it fails; empty when none is usable.
// Order: discrete, integrated, virtual, CPU, other; among equals the first. `wanted` (part of a name, any
// case) passes over the devices that do not match.
std::vector<std::size_t> rank_devices(std::vector<DeviceFacts>& devices, const std::string& wanted);

// Writes into the reports that device `to` is the chosen one in the place of `from`, because of `why`.
void replace_device(std::vector<DeviceReport>& reports, std::size_t from, std::size_t to,
                    const std::string& why);

// The facts of a physical device. With a surface, presenting to it is required as well.
DeviceFacts read_facts(VkPhysicalDevice device, VkSurfaceKHR surface);

// The first queue family that can draw, compute and, with a surface, present to it.
std::optional<std::uint32_t> find_queue_family(VkPhysicalDevice device, VkSurfaceKHR surface);

std::vector<VkPhysicalDevice> physical_devices(VkInstance instance);

}  // namespace maatkast::render
