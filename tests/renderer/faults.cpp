#include "tests/renderer/faults.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <type_traits>
#include <utility>

namespace maatkast::render::test {
namespace {

constexpr std::array kMemory{VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_OUT_OF_DEVICE_MEMORY};
constexpr std::array kMap{VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_MEMORY_MAP_FAILED};
constexpr std::array kSets{VK_ERROR_OUT_OF_DEVICE_MEMORY, VK_ERROR_FRAGMENTED_POOL,
                           VK_ERROR_OUT_OF_POOL_MEMORY};
constexpr std::array kWork{VK_ERROR_DEVICE_LOST, VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_OUT_OF_DEVICE_MEMORY};
constexpr std::array kDevice{VK_ERROR_DEVICE_LOST, VK_ERROR_OUT_OF_HOST_MEMORY,
                             VK_ERROR_INITIALIZATION_FAILED, VK_ERROR_TOO_MANY_OBJECTS};
constexpr std::array kShow{VK_ERROR_DEVICE_LOST, VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_SURFACE_LOST_KHR,
                           VK_ERROR_OUT_OF_DATE_KHR, VK_SUBOPTIMAL_KHR};
constexpr std::array kSwapchain{VK_ERROR_DEVICE_LOST, VK_ERROR_OUT_OF_DEVICE_MEMORY,
                                VK_ERROR_SURFACE_LOST_KHR, VK_ERROR_NATIVE_WINDOW_IN_USE_KHR,
                                VK_ERROR_INITIALIZATION_FAILED};
constexpr std::array kInstance{VK_ERROR_OUT_OF_HOST_MEMORY,    VK_ERROR_OUT_OF_DEVICE_MEMORY,
                               VK_ERROR_INITIALIZATION_FAILED, VK_ERROR_LAYER_NOT_PRESENT,
                               VK_ERROR_EXTENSION_NOT_PRESENT, VK_ERROR_INCOMPATIBLE_DRIVER};
constexpr std::array kFound{VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_OUT_OF_DEVICE_MEMORY,
                            VK_ERROR_INITIALIZATION_FAILED};
constexpr std::array kLayered{VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_OUT_OF_DEVICE_MEMORY,
                              VK_ERROR_LAYER_NOT_PRESENT};
constexpr std::array kHost{VK_ERROR_OUT_OF_HOST_MEMORY};
constexpr std::array kSurface{VK_ERROR_OUT_OF_HOST_MEMORY, VK_ERROR_SURFACE_LOST_KHR};

// X(entry point, errors, waits, for_window). lavapipe goes on working behind a loss that is only pretended,
// where a lost device would stand still: so the last resort, waiting for all of the device, must really wait.
// Waiting for one fence may fail with the work under way.
#define MAATKAST_ENTRY_POINTS(X)                                        \
    X(vkAllocateCommandBuffers, kMemory, false, false)                  \
    X(vkAllocateDescriptorSets, kSets, false, false)                    \
    X(vkAllocateMemory, kMemory, false, false)                          \
    X(vkBeginCommandBuffer, kMemory, false, false)                      \
    X(vkBindBufferMemory, kMemory, false, false)                        \
    X(vkBindImageMemory, kMemory, false, false)                         \
    X(vkCreateBuffer, kMemory, false, false)                            \
    X(vkCreateCommandPool, kMemory, false, false)                       \
    X(vkCreateComputePipelines, kMemory, false, false)                  \
    X(vkCreateDescriptorPool, kMemory, false, false)                    \
    X(vkCreateDescriptorSetLayout, kMemory, false, false)               \
    X(vkCreateDevice, kDevice, false, false)                            \
    X(vkCreateFence, kMemory, false, false)                             \
    X(vkCreateGraphicsPipelines, kMemory, false, false)                 \
    X(vkCreateImage, kMemory, false, false)                             \
    X(vkCreateImageView, kMemory, false, false)                         \
    X(vkCreatePipelineCache, kMemory, false, false)                     \
    X(vkCreatePipelineLayout, kMemory, false, false)                    \
    X(vkCreateSampler, kMemory, false, false)                           \
    X(vkCreateShaderModule, kMemory, false, false)                      \
    X(vkEndCommandBuffer, kMemory, false, false)                        \
    X(vkMapMemory, kMap, false, false)                                  \
    X(vkQueueSubmit2, kWork, false, false)                              \
    X(vkResetFences, kMemory, false, false)                             \
    X(vkDeviceWaitIdle, kWork, true, false)                             \
    X(vkWaitForFences, kWork, false, false)                             \
    X(vkAcquireNextImageKHR, kShow, false, true)                        \
    X(vkCreateSemaphore, kMemory, false, true)                          \
    X(vkCreateSwapchainKHR, kSwapchain, false, true)                    \
    X(vkGetPhysicalDeviceSurfaceCapabilitiesKHR, kSurface, false, true) \
    X(vkGetPhysicalDeviceSurfaceFormatsKHR, kSurface, false, true)      \
    X(vkGetPhysicalDeviceSurfaceSupportKHR, kSurface, false, true)      \
    X(vkGetSwapchainImagesKHR, kMemory, false, true)                    \
    X(vkQueuePresentKHR, kShow, false, true)                            \
    X(vkResetCommandPool, kMemory, false, true)

#define MAATKAST_START_POINTS(X)                                 \
    X(vkCreateInstance, kInstance, false, false)                 \
    X(vkCreateDebugUtilsMessengerEXT, kHost, false, false)       \
    X(vkEnumerateInstanceLayerProperties, kMemory, false, false) \
    X(vkEnumerateInstanceVersion, kHost, false, false)           \
    X(vkEnumeratePhysicalDevices, kFound, false, false)          \
    X(vkEnumerateDeviceExtensionProperties, kLayered, false, true)

struct Counter {
    EntryPoint entry;
    std::uint32_t calls = 0;
    Fault fault{.count = 0};

    bool fails_now() {
        const std::uint32_t call = calls++;
        return call >= fault.first && call - fault.first < fault.count;
    }
};

#define MAATKAST_COUNTER(name, errors, waits, for_window) Counter{{#name, errors, waits, for_window}},
#define MAATKAST_START_COUNTER(name, errors, waits, for_window) \
    Counter{{#name, errors, waits, for_window, true}},
std::array counters{MAATKAST_ENTRY_POINTS(MAATKAST_COUNTER) MAATKAST_START_POINTS(MAATKAST_START_COUNTER)};
#undef MAATKAST_START_COUNTER
#undef MAATKAST_COUNTER

std::uint32_t answers = 0;
int living_instances = 0;
bool devices_doubled = false;
PFN_vkGetInstanceProcAddr real_get_instance_proc = nullptr;
PFN_vkDestroyInstance real_destroy_instance = nullptr;
PFN_vkEnumeratePhysicalDevices real_enumerate = nullptr;

Counter& counter(std::string_view name) {
    const auto found = std::ranges::find(counters, name, [](const Counter& c) { return c.entry.name; });
    if (found == counters.end()) std::abort();  // a test that misspells a name tests nothing
    return *found;
}

// The stand-in for the entry point that volk keeps in *Pointer.
template <auto* Pointer, typename Function>
struct StandIn;
template <auto* Pointer, typename... Args>
struct StandIn<Pointer, VkResult (*)(Args...)> {
    static inline VkResult (*real)(Args...) = nullptr;
    static inline Counter* count = nullptr;

    static VkResult call(Args... args) {
        const VkResult result = answer(args...);
        if constexpr (std::is_same_v<decltype(*Pointer), PFN_vkCreateInstance&>)
            living_instances += result == VK_SUCCESS ? 1 : 0;
        return result;
    }
    static VkResult answer(Args... args) {
        if (!count->fails_now()) return real(args...);
        ++answers;
        const VkResult wanted = count->fault.result;
        if (wanted < 0 && !count->entry.waits) return wanted;
        const VkResult result = real(args...);
        return result < 0 ? result : wanted;
    }
    // What stands in for a function that the loader gives for this entry point.
    static auto before(VkResult (*function)(Args...)) -> VkResult (*)(Args...) {
        if (function == nullptr) return nullptr;
        real = function;
        return call;
    }
    static void install(std::string_view name) {
        count = &counter(name);
        *Pointer = before(*Pointer);
    }
    static void remove() {
        if (*Pointer != nullptr) *Pointer = real;
    }
};

template <auto* Pointer>
using StandInOf = StandIn<Pointer, std::remove_pointer_t<decltype(Pointer)>>;

VKAPI_ATTR void VKAPI_CALL destroy_instance(VkInstance instance, const VkAllocationCallbacks* memory) {
    --living_instances;
    real_destroy_instance(instance, memory);
}

VKAPI_ATTR VkResult VKAPI_CALL enumerate_twice(VkInstance instance, std::uint32_t* count,
                                               VkPhysicalDevice* devices) {
    *count /= 2;
    const VkResult result = real_enumerate(instance, count, devices);
    if (devices != nullptr) std::copy_n(devices, *count, devices + *count);
    *count *= 2;
    return result;
}

// What volk asks for entry points meanwhile.
VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL get_instance_proc(VkInstance instance, const char* name) {
    const std::string_view wanted = name;
    PFN_vkVoidFunction function = real_get_instance_proc(instance, name);
    if (wanted == "vkDestroyInstance") {
        real_destroy_instance = reinterpret_cast<PFN_vkDestroyInstance>(function);
        return reinterpret_cast<PFN_vkVoidFunction>(destroy_instance);
    }
    if (wanted == "vkEnumeratePhysicalDevices" && devices_doubled) {
        real_enumerate = reinterpret_cast<PFN_vkEnumeratePhysicalDevices>(function);
        function = reinterpret_cast<PFN_vkVoidFunction>(enumerate_twice);
    }
#define MAATKAST_FIND(entry, errors, waits, for_window) \
    if (wanted == #entry)                               \
        return reinterpret_cast<PFN_vkVoidFunction>(    \
            StandInOf<&entry>::before(reinterpret_cast<decltype(entry)>(function)));
    MAATKAST_ENTRY_POINTS(MAATKAST_FIND)
    MAATKAST_START_POINTS(MAATKAST_FIND)
#undef MAATKAST_FIND
    return function;
}

}  // namespace

std::vector<EntryPoint> entry_points() {
    std::vector<EntryPoint> all;
    for (const Counter& c : counters) all.push_back(c.entry);
    return all;
}

Faults::Faults() {
    if (vkGetInstanceProcAddr == nullptr && volkInitialize() != VK_SUCCESS) std::abort();
    clear();
    living_instances = 0;
    devices_doubled = false;
#define MAATKAST_INSTALL(name, errors, waits, for_window) StandInOf<&name>::install(#name);
    MAATKAST_ENTRY_POINTS(MAATKAST_INSTALL)
    MAATKAST_START_POINTS(MAATKAST_INSTALL)
#undef MAATKAST_INSTALL
    real_get_instance_proc = std::exchange(vkGetInstanceProcAddr, get_instance_proc);
}

Faults::~Faults() {
    vkGetInstanceProcAddr = real_get_instance_proc;
#define MAATKAST_REMOVE(name, errors, waits, for_window) StandInOf<&name>::remove();
    MAATKAST_ENTRY_POINTS(MAATKAST_REMOVE)
    MAATKAST_START_POINTS(MAATKAST_REMOVE)
#undef MAATKAST_REMOVE
    if (vkDestroyInstance == destroy_instance) vkDestroyInstance = real_destroy_instance;
}

int Faults::instances() const {
    return living_instances;
}

void Faults::double_devices() {
    devices_doubled = true;
}

void Faults::set(std::span<const Fault> faults) {
    answers = 0;
    for (Counter& c : counters) {
        c.calls = 0;
        c.fault.count = 0;
    }
    for (const Fault& fault : faults) counter(fault.entry).fault = fault;
}

std::uint32_t Faults::calls(std::string_view entry) const {
    return counter(entry).calls;
}

std::uint32_t Faults::answered() const {
    return answers;
}

}  // namespace maatkast::render::test
