// One trial after another: a picture is asked for while the device fails, and must come all the same.
#pragma once

#include <expected>
#include <functional>

#include "renderer/renderer.h"
#include "tests/renderer/faults.h"

namespace maatkast::render::test {

// How a picture is made; the same each time where nothing fails.
using MakePicture = std::function<std::expected<Image, Failure>()>;

struct TrialCount {
    std::uint32_t entry_points = 0;
    std::uint32_t calls = 0;  // of all entry points, for one picture from nothing
    std::uint32_t trials = 0;
    std::uint32_t faults = 0;
};

// Makes the renderer give up its device, so that the next picture begins from nothing.
void lose_device(Faults& faults, const MakePicture& make);

// For each entry point that `wanted` takes: its first, its middle or its last call for a picture from nothing
// fails, with each of its errors, once, two in a row and for ever. The picture must be the same to the byte;
// where no end is in sight there must be a Failure with call, result, device and remedy, and the same picture
// once the device works. `make` must succeed without faults.
TrialCount try_faults(Faults& faults, const MakePicture& make,
                      const std::function<bool(const EntryPoint&)>& wanted);

}  // namespace maatkast::render::test
