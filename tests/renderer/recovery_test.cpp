// A lost device and a lack of memory at every call of Vulkan: the same picture all the same, or a Failure
// that says what to do, and never a renderer that cannot go on.
#include "renderer/recovery.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "tests/renderer/fault_trials.h"
#include "tests/renderer/lone_renderer.h"
#include "tests/renderer/test_scene.h"

using namespace maatkast::render;
using namespace maatkast::render::test;

namespace {

constexpr Size kSize{32, 32};

}  // namespace

TEST_CASE(
    "an error at any call of a picture is made good, twice in a row too, and for ever it is a Failure") {
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    const Overlay overlay = half_covered(one_color(*renderer, 250), kSize);
    const auto make = [&] {
        return renderer->render_to_image(s.scene, small_camera(), kSize, Quality::moving, overlay);
    };
    Faults faults;
    const TrialCount count =
        try_faults(faults, make, [](const EntryPoint& e) { return !e.for_window && !e.at_start; });
    CHECK(count.entry_points == 26);
    std::cout << "recovery: " << count.entry_points << " entry points, " << count.calls
              << " calls for a picture, " << count.trials << " trials, " << count.faults << " calls failed\n";
}

TEST_CASE("a picture after others is made good too, and so is the light when it gets better") {
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    const auto make = [&](Quality quality) {
        return renderer->render_to_image(s.scene, small_camera(), kSize, quality);
    };
    Faults faults;
    const auto moving = make(Quality::moving);
    faults.clear();
    const auto still = make(Quality::still);
    REQUIRE((moving.has_value() && still.has_value()));
    REQUIRE((moving->rgba != still->rgba));
    const std::uint32_t submissions = faults.calls("vkQueueSubmit2");
    REQUIRE(submissions > 3);
    for (std::uint32_t n = 0; n < submissions; n += 1 + n / 2) {  // the light first; later passes are alike
        INFO("submission " << n);
        lose_device(faults, [&] { return make(Quality::moving); });
        CHECK((make(Quality::moving)->rgba == moving->rgba));
        faults.set({"vkQueueSubmit2", n, kForEver, VK_ERROR_DEVICE_LOST});
        CHECK_FALSE(make(Quality::still).has_value());
        faults.clear();
        CHECK((make(Quality::still)->rgba == still->rgba));
    }
}

TEST_CASE("a picture in linear light is made good too") {
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    const auto make = [&] { return renderer->render_to_hdr(s.scene, small_camera(), kSize, Quality::still); };
    Faults faults;
    const auto before = make();
    REQUIRE(before.has_value());
    faults.set({"vkWaitForFences", 0, 2, VK_ERROR_DEVICE_LOST});
    CHECK((make()->rgb == before->rgb));
    CHECK(faults.calls("vkCreateDevice") == 2);
}

TEST_CASE("textures of overlays outlive their device, as they were last given") {
    const LoneRenderer renderer;
    const TestScene s;
    const OverlayTexture kept = one_color(*renderer, 200);
    const OverlayTexture changed = one_color(*renderer, 100);
    const OverlayTexture gone = one_color(*renderer, 50);
    const auto red = [&](OverlayTexture texture) {
        const auto image = renderer->render_to_image(s.scene, small_camera(), kSize, Quality::still,
                                                     half_covered(texture, kSize));
        REQUIRE(image.has_value());
        return int{image->pixel(4, 28)[0]};
    };
    const std::vector<std::uint8_t> other{150, 0, 0, 255};
    Faults faults;
    faults.set({"vkQueueSubmit2", 0, 2, VK_ERROR_DEVICE_LOST});
    REQUIRE(renderer->update_overlay_texture(changed, other).has_value());
    CHECK(faults.answered() == 2);
    faults.set({"vkDeviceWaitIdle", 0, 1, VK_ERROR_DEVICE_LOST});
    renderer->destroy_overlay_texture(gone);
    CHECK(faults.answered() == 1);
    CHECK(red(kept) == 200);
    CHECK(red(changed) == 150);
    CHECK(red(gone) == 255);  // unknown: white

    // One that cannot be sent stays as it was, and one that cannot be made is none.
    faults.set({"vkQueueSubmit2", 0, kForEver, VK_ERROR_DEVICE_LOST});
    CHECK_FALSE(renderer->update_overlay_texture(kept, other).has_value());
    CHECK_FALSE(renderer->create_overlay_texture({1, 1}, other).has_value());
    faults.clear();
    CHECK(red(kept) == 200);
    CHECK(red(one_color(*renderer, 30)) == 30);
    CHECK(red(changed) == 150);
}

TEST_CASE("what is asked for wrongly costs no device") {
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    Faults faults;
    CHECK_FALSE(renderer->render_to_image(s.scene, small_camera(), {0, 32}, Quality::still).has_value());
    CHECK_FALSE(renderer->update_overlay_texture({77}, std::vector<std::uint8_t>(4)).has_value());
    CHECK_FALSE(renderer->create_overlay_texture({2, 2}, std::vector<std::uint8_t>(4)).has_value());
    CHECK(renderer->render_to_image(s.scene, small_camera(), kSize, Quality::still).has_value());
    CHECK(faults.calls("vkCreateDevice") == 0);
}

TEST_CASE(
    "an error at any call before there is a device is a Failure that leaves nothing, and the next try "
    "works") {
    Faults faults;
    const auto make = [] { return Renderer::create({.validation = true}); };
    REQUIRE(make().has_value());
    std::vector<std::pair<EntryPoint, std::uint32_t>> calls;
    for (const EntryPoint& entry : entry_points())
        if (entry.at_start && !entry.for_window) calls.emplace_back(entry, faults.calls(entry.name));
    CHECK(calls.size() == 5);
    for (const auto& [entry, number] : calls) {
        for (std::uint32_t call = 0; call < number; ++call) {
            for (const VkResult error : entry.errors) {
                INFO(entry.name << " call " << call << " answers " << error);
                faults.set({entry.name, call, 1, error});
                const auto renderer = make();
                REQUIRE(faults.answered() == 1);
                REQUIRE_FALSE(renderer.has_value());
                CHECK(renderer.error().call == entry.name);
                CHECK_FALSE(renderer.error().result.empty());
                CHECK(faults.instances() == 0);
            }
        }
        REQUIRE(number > 0);
        faults.clear();
        CHECK(make().has_value());
    }
}

TEST_CASE(
    "a device that is gone for good gives way to the next one, which shows the same picture and stays") {
    Faults faults;
    faults.double_devices();
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    const Overlay overlay = half_covered(one_color(*renderer, 250), kSize);
    const auto make = [&] {
        return renderer->render_to_image(s.scene, small_camera(), kSize, Quality::moving, overlay);
    };
    const auto before = make();
    REQUIRE(before.has_value());
    const DeviceReport* const first = &renderer->device();
    faults.set(std::array{Fault{"vkQueueSubmit2", 0, 1, VK_ERROR_DEVICE_LOST},
                          Fault{"vkCreateDevice", 0, kTries - 1, VK_ERROR_INITIALIZATION_FAILED}});
    const auto after = make();
    REQUIRE(after.has_value());
    CHECK(faults.answered() == kTries);
    CHECK((after->rgba == before->rgba));
    const DeviceReport* const second = &renderer->device();
    CHECK(first != second);
    CHECK((second->chosen && !first->chosen));
    CHECK(first->reasons == std::vector<std::string>{"vkCreateDevice: VK_ERROR_INITIALIZATION_FAILED"});
    faults.clear();
    CHECK((make()->rgba == before->rgba));
    CHECK(faults.calls("vkCreateDevice") == 0);
    CHECK(&renderer->device() == second);
}

TEST_CASE("wherever a device fails again and again, the next one makes the picture") {
    Faults faults;
    faults.double_devices();
    const LoneRenderer renderer;
    const TestScene s = make_small_scene();
    const auto make = [&] {
        return renderer->render_to_image(s.scene, small_camera(), kSize, Quality::moving);
    };
    const auto before = make();
    REQUIRE(before.has_value());
    for (const std::string_view entry : {"vkCreateDevice", "vkCreateGraphicsPipelines", "vkWaitForFences"}) {
        INFO(entry);
        const DeviceReport* const used = &renderer->device();
        lose_device(faults, make);
        REQUIRE(&renderer->device() == used);  // memory of the computer: no other device has more of it
        faults.set({entry, 0, kTries, VK_ERROR_OUT_OF_DEVICE_MEMORY});
        const auto after = make();
        REQUIRE(after.has_value());
        CHECK((after->rgba == before->rgba));
        CHECK(&renderer->device() != used);
    }
}

TEST_CASE("when every device fails the Failure names them all, and the best one begins again") {
    Faults faults;
    faults.double_devices();
    const LoneRenderer renderer;
    const auto make = [&] { return renderer->render_to_image({}, small_camera(), kSize, Quality::moving); };
    const auto before = make();
    REQUIRE(before.has_value());
    const std::string name = renderer->device().name;
    const DeviceReport* const best = &renderer->device();
    faults.set({"vkQueueSubmit2", 0, kForEver, VK_ERROR_DEVICE_LOST});
    const auto none = make();
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().device.starts_with(name + ", "));
    CHECK_FALSE(none.error().remedy.empty());
    const auto usable = std::ranges::count(renderer->devices(), true, &DeviceReport::usable);
    CHECK(faults.answered() == static_cast<std::uint32_t>(usable) * kTries);
    CHECK(&renderer->device() == best);
    faults.clear();
    CHECK((make()->rgba == before->rgba));
    CHECK(faults.calls("vkCreateDevice") == 1);
}

TEST_CASE("a renderer starts on the next device where the best one does not start") {
    Faults faults;
    faults.double_devices();
    faults.set({"vkCreateDevice", 0, kTries, VK_ERROR_INITIALIZATION_FAILED});
    const LoneRenderer renderer;
    CHECK(faults.answered() == kTries);
    CHECK(renderer->render_to_image({}, small_camera(), kSize, Quality::moving).has_value());
}

TEST_CASE("each attempt but the last is made only where it may help") {
    CHECK(may_pass(VK_ERROR_DEVICE_LOST));
    CHECK(may_pass(VK_ERROR_OUT_OF_HOST_MEMORY));
    CHECK(may_pass(VK_ERROR_SURFACE_LOST_KHR));
    CHECK_FALSE(may_pass(VK_ERROR_EXTENSION_NOT_PRESENT));
    CHECK_FALSE(may_pass(VK_SUCCESS));
    const LoneRenderer renderer;
    Faults faults;
    faults.set(std::array{Fault{"vkAllocateCommandBuffers", 0, 1, VK_ERROR_DEVICE_LOST},
                          Fault{"vkCreateDevice", 0, kForEver, VK_ERROR_FEATURE_NOT_PRESENT}});
    CHECK_FALSE(renderer->render_to_image({}, small_camera(), kSize, Quality::still).has_value());
    CHECK(faults.calls("vkCreateDevice") == 1);
}

// What the renderer checks it names, in quotes.
TEST_CASE("every entry point that the renderer checks can be made to fail") {
    std::set<std::string, std::less<>> known;
    for (const EntryPoint& entry : entry_points()) known.emplace(entry.name);
    const std::regex quoted("\"(vk[A-Z]\\w+)\"");
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(MAATKAST_RENDERER)) {
        std::ifstream stream(file.path());
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at, ++found) {
            INFO(file.path().filename() << " checks " << (*at)[1]);
            if ((*at)[1] != "vkDestroyDebugUtilsMessengerEXT") CHECK(known.contains((*at)[1].str()));
        }
    }
    CHECK(found > 40);
}
