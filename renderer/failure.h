// How the renderer says that something did not work: one value, no exception.
#pragma once

#include <string>

namespace maatkast::render {

// `call` is the function that failed (vkCreateDevice, rename), `result` its answer by name
// (VK_ERROR_DEVICE_LOST, "No space left on device"), `device` the graphics device or the file concerned, and
// `remedy` one sentence on what to do, possibly empty. Each failure is reported once, to the caller.
struct Failure {
    std::string call;
    std::string result;
    std::string device;
    std::string remedy;

    // "vkCreateDevice: VK_ERROR_INITIALIZATION_FAILED (llvmpipe). Remedy."
    std::string text() const;
};

}  // namespace maatkast::render
