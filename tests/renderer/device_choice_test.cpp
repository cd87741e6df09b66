// Which device is chosen and that each verdict is given with its reason.
#include "renderer/device_choice.h"

#include <catch2/catch.hpp>

using namespace maatkast::render;

namespace {

using Order = std::vector<std::size_t>;

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
    CHECK(rank_devices(devices, "") == Order{2, 1, 0});
    devices.erase(devices.begin() + 2);
    CHECK(rank_devices(devices, "") == Order{1, 0});
}

TEST_CASE("every device carries at least one reason, an unusable one all of them") {
    auto devices = machine();
    rank_devices(devices, "");
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
    CHECK(rank_devices(devices, "LLVM") == Order{0});
    CHECK(devices[2].report.reasons.front() == "name does not contain \"LLVM\"");
}

TEST_CASE("no device is chosen when none is usable or none has the name") {
    auto devices = machine();
    CHECK(rank_devices(devices, "Radeon").empty());
    std::vector<DeviceFacts> old{machine()[3]};
    CHECK(rank_devices(old, "").empty());
    std::vector<DeviceFacts> none;
    CHECK(rank_devices(none, "").empty());
}

TEST_CASE("of equal devices the first comes first, also among those that take its place") {
    std::vector<DeviceFacts> devices{machine()[2], machine()[0], machine()[2], machine()[1]};
    CHECK(rank_devices(devices, "") == Order{0, 2, 3, 1});
}

TEST_CASE("a device in the place of another is the chosen one, and both say why") {
    auto devices = machine();
    const Order order = rank_devices(devices, "");
    std::vector<DeviceReport> reports;
    for (const DeviceFacts& d : devices) reports.push_back(d.report);
    replace_device(reports, order[0], order[1], "vkQueueSubmit2: VK_ERROR_DEVICE_LOST");
    CHECK_FALSE(reports[2].chosen);
    CHECK(reports[2].reasons == std::vector<std::string>{"vkQueueSubmit2: VK_ERROR_DEVICE_LOST"});
    CHECK(reports[1].chosen);
    CHECK(reports[1].reasons.front().find("GeForce") != std::string::npos);
}
