#include "renderer/instance.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace maatkast::render {
namespace {

constexpr const char* kValidationLayer = "VK_LAYER_KHRONOS_validation";

VKAPI_ATTR VkBool32 VKAPI_CALL on_message(VkDebugUtilsMessageSeverityFlagBitsEXT /*severity*/,
                                          VkDebugUtilsMessageTypeFlagsEXT /*types*/,
                                          const VkDebugUtilsMessengerCallbackDataEXT* data, void* user) {
    static_cast<MessageSink*>(user)->receive(data->pMessageIdName, data->pMessage);
    return VK_FALSE;
}

VkDebugUtilsMessengerCreateInfoEXT messenger_info(MessageSink* sink) {
    return {
        .sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT,
        .messageSeverity =
            VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT,
        // Only what the layer checks: the loader's own warnings about other people's drivers are not ours.
        .messageType =
            VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_TYPE_PERFORMANCE_BIT_EXT,
        .pfnUserCallback = on_message,
        .pUserData = sink};
}

bool layer_installed() {
    std::uint32_t count = 0;
    check(vkEnumerateInstanceLayerProperties(&count, nullptr), "vkEnumerateInstanceLayerProperties");
    std::vector<VkLayerProperties> layers(count);
    check(vkEnumerateInstanceLayerProperties(&count, layers.data()), "vkEnumerateInstanceLayerProperties");
    return std::ranges::any_of(
        layers, [](const VkLayerProperties& l) { return std::strcmp(l.layerName, kValidationLayer) == 0; });
}

// volk's entry points are global and belong to the instance loaded last; when that one goes (after listing
// devices, say), those of the one before must come back.
std::vector<VkInstance>& live_instances() {
    static std::vector<VkInstance> instances;
    return instances;
}

void require_vulkan_13() {
    // Once: it opens the loader's library anew each time, and writes over entry points.
    if (vkGetInstanceProcAddr == nullptr && volkInitialize() != VK_SUCCESS) {
        throw VulkanError{"volkInitialize", "no Vulkan loader found",
                          "Install libvulkan1 and mesa-vulkan-drivers."};
    }
    if (volkGetInstanceVersion() < VK_API_VERSION_1_3) {
        throw VulkanError{"vkEnumerateInstanceVersion", "the Vulkan loader is older than 1.3",
                          "Update libvulkan1."};
    }
}

// What the best-practice checks tell everybody, by exact id.
constexpr std::array<std::string_view, 2> kNotOurs{
    // The extensions for debugging are only asked for together with validation, which is what they are for.
    "UNASSIGNED-BestPractices-vkCreateInstance-specialuse-extension-debugging",
    // Says once more what the driver answered: a window is being resized. The next frame makes the swapchain
    // anew.
    "UNASSIGNED-BestPractices-SuboptimalSwapchain"};

}  // namespace

void MessageSink::receive(const char* id, const char* text) {
    if (id != nullptr && std::ranges::count(kNotOurs, std::string_view(id)) != 0) return;
    if (expecting_) {
        expected_arrived_ = true;
        return;
    }
    ++count_;
    if (!listener_) return;
    const std::scoped_lock lock(mutex_);
    listener_({id != nullptr ? id : "", text != nullptr ? text : ""});
}

void MessageSink::expect(bool on) {
    if (on) expected_arrived_ = false;
    expecting_ = on;
}

// Through the default constructor, so that the destructor runs when one of the later calls throws.
VulkanInstance::VulkanInstance(const InstanceOptions& options, MessageSink* sink) : VulkanInstance() {
    require_vulkan_13();
    if (options.validation && !layer_installed()) {
        throw VulkanError{"vkCreateInstance", "validation asked for, but its layer is not installed",
                          "Install vulkan-validationlayers."};
    }
    create(options, sink);
    volkLoadInstance(instance_);
    live_instances().push_back(instance_);
    if (!options.validation) return;
    const VkDebugUtilsMessengerCreateInfoEXT info = messenger_info(sink);
    check(vkCreateDebugUtilsMessengerEXT(instance_, &info, nullptr, &messenger_),
          "vkCreateDebugUtilsMessengerEXT");
}

void VulkanInstance::create(const InstanceOptions& options, MessageSink* sink) {
    const VkApplicationInfo application{.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO,
                                        .pApplicationName = options.application.c_str(),
                                        .pEngineName = "maatkast",
                                        .apiVersion = VK_API_VERSION_1_3};
    std::vector<const char*> extensions;
    for (const std::string& name : options.extensions) extensions.push_back(name.c_str());
    VkInstanceCreateInfo info{.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO,
                              .pApplicationInfo = &application};

    const std::array enabled{VK_VALIDATION_FEATURE_ENABLE_SYNCHRONIZATION_VALIDATION_EXT,
                             VK_VALIDATION_FEATURE_ENABLE_BEST_PRACTICES_EXT};
    const VkDebugUtilsMessengerCreateInfoEXT messenger = messenger_info(sink);
    const VkValidationFeaturesEXT features{.sType = VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT,
                                           .pNext = &messenger,
                                           .enabledValidationFeatureCount = enabled.size(),
                                           .pEnabledValidationFeatures = enabled.data()};
    if (options.validation) {
        extensions.push_back(VK_EXT_DEBUG_UTILS_EXTENSION_NAME);
        extensions.push_back(VK_EXT_VALIDATION_FEATURES_EXTENSION_NAME);
        info.pNext = &features;
        info.enabledLayerCount = 1;
        info.ppEnabledLayerNames = &kValidationLayer;
    }
    info.enabledExtensionCount = static_cast<std::uint32_t>(extensions.size());
    info.ppEnabledExtensionNames = extensions.data();
    check(vkCreateInstance(&info, nullptr, &instance_), "vkCreateInstance");
}

VulkanInstance::~VulkanInstance() {
    if (instance_ == VK_NULL_HANDLE) return;
    // Asked for anew: another instance may have been loaded since, without this extension.
    const auto destroy_messenger = reinterpret_cast<PFN_vkDestroyDebugUtilsMessengerEXT>(
        vkGetInstanceProcAddr(instance_, "vkDestroyDebugUtilsMessengerEXT"));
    if (messenger_ != VK_NULL_HANDLE) destroy_messenger(instance_, messenger_, nullptr);
    vkDestroyInstance(instance_, nullptr);
    std::erase(live_instances(), instance_);
    if (!live_instances().empty()) volkLoadInstance(live_instances().back());
}

}  // namespace maatkast::render
