// Which device is chosen and that each verdict is given with its reason.
#include "renderer/device_choice.h"

#include <catch2/catch.hpp>

using namespace maatkast::render;

namespace {

DeviceFacts device(const char* name, VkPhysicalDeviceType type, std::vector<std::string> missing = {}) {
    DeviceFacts facts;
    facts.report.name = name;
    facts.report.kind = name;
    facts.type = type;
    facts.missing = std::move(missing);
    return facts;
}

std::vector<DeviceFacts> machine() {
    return {device("llvmpipe", VK_PHYSICAL_DEVICE_TYPE_CPU),
            device("Arc", VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU),
            device("GeForce", VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU),
            device("Old", VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU,
                   {"knows Vulkan 1.1, 1.3 is needed", "has no swapchain"})};
}

}  // namespace

TEST_CASE("a discrete card comes before integrated graphics before the CPU") {
    auto devices = machine();
    CHECK(choose_device(devices, "") == 2u);
    devices.erase(devices.begin() + 2);
    CHECK(choose_device(devices, "") == 1u);
}

TEST_CASE("every device carries at least one reason, an unusable one all of them") {
    auto devices = machine();
    choose_device(devices, "");
    for (const DeviceFacts& d : devices) {
        CHECK_FALSE(d.report.reasons.empty());
        CHECK(d.report.chosen == (d.report.name == "GeForce"));
    }
    CHECK_FALSE(devices[3].report.usable);
    CHECK(devices[3].report.reasons.size() == 2);
    CHECK(devices[0].report.reasons.front().find("GeForce") != std::string::npos);
}

TEST_CASE("a device asked for by part of its name wins, whatever its kind") {
    auto devices = machine();
    CHECK(choose_device(devices, "LLVM") == 0u);
    CHECK(devices[2].report.reasons.front() == "name does not contain \"LLVM\"");
}

TEST_CASE("no device is chosen when none is usable or none has the name") {
    auto devices = machine();
    CHECK_FALSE(choose_device(devices, "Radeon").has_value());
    std::vector<DeviceFacts> old{machine()[3]};
    CHECK_FALSE(choose_device(old, "").has_value());
    std::vector<DeviceFacts> none;
    CHECK_FALSE(choose_device(none, "").has_value());
}
