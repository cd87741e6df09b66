// Errors on demand: while a Faults lives, every entry point of Vulkan that may answer with an error is
// replaced by one that counts its calls and fails at the chosen ones. volk's entry points are global
// variables, and so is the function that it asks for them, so the renderer itself has nothing for this.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <volk.h>

namespace maatkast::render::test {

// An entry point and the errors that Vulkan allows it.
struct EntryPoint {
    std::string_view name;
    std::span<const VkResult> errors;
    bool waits = false;       // for the device: called for real even where it is to fail
    bool for_window = false;  // only called with a surface
    bool at_start = false;    // only called while a renderer is made
};
std::vector<EntryPoint> entry_points();

// Calls `first` … `first + count - 1` of the entry point, counted from 0, answer with `result`.
struct Fault {
    std::string_view entry;
    std::uint32_t first = 0;
    std::uint32_t count = 1;
    VkResult result = VK_ERROR_DEVICE_LOST;
};
inline constexpr std::uint32_t kForEver = UINT32_MAX;

// One at a time, before or after the renderers that it is to disturb.
class Faults {
  public:
    Faults();
    ~Faults();
    Faults(const Faults&) = delete;
    Faults& operator=(const Faults&) = delete;

    // Counts from 0 again, with these faults and no others; with none everything works.
    void set(std::span<const Fault> faults);
    void set(const Fault& fault) { set(std::span(&fault, 1)); }
    void clear() { set(std::span<const Fault>()); }

    std::uint32_t calls(std::string_view entry) const;  // since set()
    std::uint32_t answered() const;                     // calls that failed on demand, since set()
    int instances() const;                              // made and not destroyed while this lived

    // For renderers made from now on, each device of the machine is there twice: a machine with two.
    void double_devices();
};

}  // namespace maatkast::render::test
