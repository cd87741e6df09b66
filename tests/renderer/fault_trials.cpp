#include "tests/renderer/fault_trials.h"

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "tests/sanitized.h"

namespace maatkast::render::test {
namespace {

// The result's name, as a failure shall say it.
std::string name_of(VkResult result) {
    switch (result) {
        case VK_ERROR_DEVICE_LOST:
            return "VK_ERROR_DEVICE_LOST";
        case VK_ERROR_OUT_OF_HOST_MEMORY:
            return "VK_ERROR_OUT_OF_HOST_MEMORY";
        case VK_ERROR_OUT_OF_DEVICE_MEMORY:
            return "VK_ERROR_OUT_OF_DEVICE_MEMORY";
        case VK_ERROR_SURFACE_LOST_KHR:
            return "VK_ERROR_SURFACE_LOST_KHR";
        default:
            return "";
    }
}

// Suboptimal for ever is shown for ever; nobody need hear of it.
bool is_no_error(const Fault& fault) {
    return fault.result >= 0;
}

class Trial {
  public:
    Trial(Faults& faults, const MakePicture& make, const Image& expected, TrialCount& count)
        : faults_(faults), make_(make), expected_(expected), count_(count) {}

    // Fails so many calls from this one on; what follows is the picture, or, for ever, a Failure.
    void run(const Fault& fault) {
        INFO(fault.entry << " call " << fault.first << " × " << fault.count << " answers " << fault.result);
        lose_device(faults_, make_);
        faults_.set(fault);
        const auto picture = make_();
        ++count_.trials;
        count_.faults += faults_.answered();
        REQUIRE(faults_.answered() >= (is_no_error(fault) ? 1u : std::min(fault.count, 3u)));
        if (fault.count == kForEver && !is_no_error(fault)) {
            REQUIRE_FALSE(picture.has_value());
            check_text(picture.error(), fault);
            faults_.clear();
            check_same(make_());
        } else {
            check_same(picture);
        }
    }

  private:
    void check_same(const std::expected<Image, Failure>& picture) const {
        INFO((picture ? std::string() : picture.error().text()));
        REQUIRE(picture.has_value());
        REQUIRE(picture->size == expected_.size);
        REQUIRE((picture->rgba == expected_.rgba));
    }
    static void check_text(const Failure& failure, const Fault& fault) {
        INFO(failure.text());
        if (fault.result != VK_ERROR_OUT_OF_DATE_KHR) {
            CHECK(failure.call == fault.entry);
            CHECK(failure.result.find(name_of(fault.result)) != std::string::npos);
            CHECK(failure.result.find("VK_ERROR_") == 0);
        }
        CHECK_FALSE(failure.device.empty());
        CHECK((fault.result == VK_ERROR_INITIALIZATION_FAILED || !failure.remedy.empty()));
    }

    Faults& faults_;
    const MakePicture& make_;
    const Image& expected_;
    TrialCount& count_;
};

}  // namespace

void lose_device(Faults& faults, const MakePicture& make) {
    faults.set(std::array{Fault{"vkAllocateCommandBuffers", 0, kForEver, VK_ERROR_OUT_OF_HOST_MEMORY},
                          Fault{"vkCreateDevice", 0, kForEver, VK_ERROR_OUT_OF_HOST_MEMORY}});
    REQUIRE_FALSE(make().has_value());
    faults.clear();
}

TrialCount try_faults(Faults& faults, const MakePicture& make,
                      const std::function<bool(const EntryPoint&)>& wanted) {
    faults.clear();
    const auto first = make();
    REQUIRE(first.has_value());
    lose_device(faults, make);
    const auto again = make();
    REQUIRE(again.has_value());
    REQUIRE((again->rgba == first->rgba));
    TrialCount count;
    std::vector<std::pair<EntryPoint, std::uint32_t>> calls;
    for (const EntryPoint& entry : entry_points()) {
        count.calls += faults.calls(entry.name);
        if (wanted(entry)) calls.emplace_back(entry, faults.calls(entry.name));
    }
    Trial trial(faults, make, *first, count);
    for (const auto& [entry, number] : calls) {
        INFO(entry.name);
        REQUIRE(number > 0);  // else the scene leaves something out
        ++count.entry_points;
        // Every error, and the first, the middle and the last call, but not each with each: a trial takes a
        // tenth of a second.
        const std::array places{number / 2, 0u, number - 1};
        const std::size_t different =
            std::min<std::size_t>(number, maatkast::test::kSanitized ? 1 : places.size());
        for (std::size_t i = 0; i < std::max(different, entry.errors.size()); ++i)
            trial.run({entry.name, places[i % places.size()], 1, entry.errors[i % entry.errors.size()]});
        if (!maatkast::test::kSanitized) trial.run({entry.name, number / 2, 2, entry.errors.front()});
        trial.run({entry.name, number / 2, kForEver, entry.errors.front()});
    }
    faults.clear();
    return count;
}

}  // namespace maatkast::render::test
