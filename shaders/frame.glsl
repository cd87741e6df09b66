#include "shared.h"
layout(set = 0, binding = BINDING_FRAME, std140) uniform FrameBlock { Frame frame; };
