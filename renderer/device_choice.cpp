#include "renderer/device_choice.h"

#include <algorithm>
#include <cctype>
#include <cstring>

#include "renderer/instance.h"

namespace maatkast::render {
namespace {

std::string version_text(std::uint32_t version) {
    return std::to_string(VK_API_VERSION_MAJOR(version)) + "." +
           std::to_string(VK_API_VERSION_MINOR(version)) + "." +
           std::to_string(VK_API_VERSION_PATCH(version));
}

const char* kind_name(VkPhysicalDeviceType type) {
    switch (type) {
        case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
            return "discrete GPU";
        case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
            return "integrated GPU";
        case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
            return "virtual GPU";
        case VK_PHYSICAL_DEVICE_TYPE_CPU:
            return "CPU";
        default:
            return "other";
    }
}

int rank(VkPhysicalDeviceType type) {
    switch (type) {
        case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
            return 4;
        case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
            return 3;
        case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
            return 2;
        case VK_PHYSICAL_DEVICE_TYPE_CPU:
            return 1;
        default:
            return 0;
    }
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool matches(const DeviceFacts& device, const std::string& wanted) {
    return lower(device.report.name).find(lower(wanted)) != std::string::npos;
}

bool has_extension(VkPhysicalDevice device, const char* name) {
    std::uint32_t count = 0;
    check(vkEnumerateDeviceExtensionProperties(device, nullptr, &count, nullptr),
          "vkEnumerateDeviceExtensionProperties");
    std::vector<VkExtensionProperties> extensions(count);
    check(vkEnumerateDeviceExtensionProperties(device, nullptr, &count, extensions.data()),
          "vkEnumerateDeviceExtensionProperties");
    return std::ranges::any_of(
        extensions, [&](const VkExtensionProperties& e) { return std::strcmp(e.extensionName, name) == 0; });
}

void note_missing_features(VkPhysicalDevice device, std::vector<std::string>& missing) {
    VkPhysicalDeviceVulkan13Features features13{.sType =
                                                    VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES};
    VkPhysicalDeviceFeatures2 features{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2,
                                       .pNext = &features13};
    vkGetPhysicalDeviceFeatures2(device, &features);
    if (!features13.dynamicRendering) missing.emplace_back("has no dynamic rendering");
    if (!features13.synchronization2) missing.emplace_back("has no synchronization2");
}

void note_missing_limits(const VkPhysicalDeviceLimits& limits, std::vector<std::string>& missing) {
    const VkSampleCountFlags both = limits.framebufferColorSampleCounts & limits.framebufferDepthSampleCounts;
    if ((both & VK_SAMPLE_COUNT_4_BIT) == 0) missing.emplace_back("has no 4× multisampling");
    if (limits.maxImageDimension2D < 8192) missing.emplace_back("has images of less than 8192 pixels");
}

// Why one device is chosen, and why not those that could be used too.
void explain_choice(std::vector<DeviceFacts>& devices, DeviceFacts& best, const std::string& wanted) {
    DeviceReport& chosen = best.report;
    chosen.chosen = true;
    for (DeviceFacts& device : devices) {
        if (!device.report.reasons.empty() || device.report.chosen) continue;
        const bool equal = rank(device.type) == rank(best.type);
        device.report.reasons.push_back(equal ? chosen.name + " is as good and comes first"
                                              : chosen.name + " (" + chosen.kind + ") is preferred to a " +
                                                    device.report.kind);
    }
    chosen.reasons.push_back(!wanted.empty() ? "asked for by name \"" + wanted + "\""
                             : best.type == VK_PHYSICAL_DEVICE_TYPE_CPU
                                 ? "no graphics card can be used, so the CPU draws"
                                 : "the fastest kind of device found");
}

}  // namespace

std::vector<std::size_t> rank_devices(std::vector<DeviceFacts>& devices, const std::string& wanted) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        DeviceFacts& device = devices[i];
        device.report.usable = device.missing.empty();
        device.report.reasons = device.missing;
        const bool fits = wanted.empty() || matches(device, wanted);
        if (!fits) device.report.reasons.push_back("name does not contain \"" + wanted + "\"");
        if (device.report.usable && fits) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t i) { return rank(devices[i].type); });
    if (!order.empty()) explain_choice(devices, devices[order.front()], wanted);
    return order;
}

void replace_device(std::vector<DeviceReport>& reports, std::size_t from, std::size_t to,
                    const std::string& why) {
    reports[from].chosen = false;
    reports[from].reasons = {why};
    reports[to].chosen = true;
    reports[to].reasons = {"takes the place of " + reports[from].name + " after " + why};
}

std::vector<VkPhysicalDevice> physical_devices(VkInstance instance) {
    std::uint32_t count = 0;
    check(vkEnumeratePhysicalDevices(instance, &count, nullptr), "vkEnumeratePhysicalDevices");
    std::vector<VkPhysicalDevice> devices(count);
    check(vkEnumeratePhysicalDevices(instance, &count, devices.data()), "vkEnumeratePhysicalDevices");
    return devices;
}

std::optional<std::uint32_t> find_queue_family(VkPhysicalDevice device, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, families.data());
    for (std::uint32_t i = 0; i < count; ++i) {
        const VkQueueFlags needed = VK_QUEUE_GRAPHICS_BIT | VK_QUEUE_COMPUTE_BIT;
        if ((families[i].queueFlags & needed) != needed) continue;
        VkBool32 presents = VK_TRUE;
        if (surface != VK_NULL_HANDLE) {
            check(vkGetPhysicalDeviceSurfaceSupportKHR(device, i, surface, &presents),
                  "vkGetPhysicalDeviceSurfaceSupportKHR");
        }
        if (presents) return i;
    }
    return std::nullopt;
}

DeviceFacts read_facts(VkPhysicalDevice device, VkSurfaceKHR surface) {
    VkPhysicalDeviceDriverProperties driver{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 properties{.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                           .pNext = &driver};
    vkGetPhysicalDeviceProperties2(device, &properties);
    DeviceFacts facts;
    facts.type = properties.properties.deviceType;
    facts.report.name = properties.properties.deviceName;
    facts.report.kind = kind_name(facts.type);
    facts.report.driver = std::string(driver.driverName) + ", " + driver.driverInfo;
    facts.report.vulkan = version_text(properties.properties.apiVersion);
    if (properties.properties.apiVersion < VK_API_VERSION_1_3) {
        facts.missing.push_back("knows Vulkan " + facts.report.vulkan + ", 1.3 is needed");
        return facts;
    }
    note_missing_features(device, facts.missing);
    note_missing_limits(properties.properties.limits, facts.missing);
    if (!find_queue_family(device, surface)) {
        facts.missing.emplace_back(surface != VK_NULL_HANDLE ? "cannot show pictures in this window"
                                                             : "has no queue that draws and computes");
    }
    if (surface != VK_NULL_HANDLE && !has_extension(device, VK_KHR_SWAPCHAIN_EXTENSION_NAME)) {
        facts.missing.emplace_back("has no swapchain");
    }
    return facts;
}

std::vector<DeviceReport> list_devices(const std::string& wanted) {
    try {
        const VulkanInstance instance({}, nullptr);
        std::vector<DeviceFacts> facts;
        for (VkPhysicalDevice device : physical_devices(instance.get())) {
            facts.push_back(read_facts(device, VK_NULL_HANDLE));
        }
        rank_devices(facts, wanted);
        std::vector<DeviceReport> reports;
        for (DeviceFacts& fact : facts) reports.push_back(std::move(fact.report));
        return reports;
    } catch (const VulkanError&) {
        return {};  // no loader or no driver: the empty list says it
    }
}

}  // namespace maatkast::render
