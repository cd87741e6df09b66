#include "tools/showroom/theme.h"

#include <algorithm>

namespace maatkast::show {

ImU32 blend(ImU32 a, ImU32 b, float amount) {
    ImU32 result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const float from = static_cast<float>((a >> shift) & 0xff),
                    to = static_cast<float>((b >> shift) & 0xff);
        result |= static_cast<ImU32>(from + (to - from) * amount + 0.5F) << shift;
    }
    return result;
}

float Theme::panel_width(float window) const {
    return std::min(px(352), window * 0.28F);
}

}  // namespace maatkast::show
