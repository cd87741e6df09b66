#include "renderer/failure.h"

namespace maatkast::render {

std::string Failure::text() const {
    std::string out = call + ": " + result;
    if (!device.empty()) out += " (" + device + ")";
    if (!remedy.empty()) out += ". " + remedy;
    return out;
}

}  // namespace maatkast::render
