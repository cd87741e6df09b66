// Which errors of Vulkan pass when everything on the device is made anew, and what to do about the others.
#pragma once

#include "renderer/vulkan.h"

namespace maatkast::render {

// Of one call on one device: two errors in a row are made good; after a third the next device has its turn,
// and after the last device it is a Failure.
inline constexpr int kTries = 3;

// Whether trying again may help: a lost device, memory that ran out, a lost surface. Not what stays as it is
// (a missing feature), and not VK_SUCCESS, which says that the error is not one of Vulkan's.
bool may_pass(VkResult error);

// Whether another device may do what this one could not: not where the computer's own memory ran out, or the
// window is gone.
bool another_device_may_help(VkResult error);

// One sentence for a person, for an error that did not pass; empty where there is nothing to advise.
std::string remedy_for(VkResult error);

}  // namespace maatkast::render
