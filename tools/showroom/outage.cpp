#include "tools/showroom/outage.h"

namespace maatkast::show {

Outage::Outage(App& app, std::string device, std::vector<double> pauses)
    : app_(app), device_(std::move(device)), pauses_(std::move(pauses)) {}

bool Outage::frame_drawn(const std::string& device) {
    const bool other = device != device_, back = lasts();
    if (other || back) app_.say(app_.words(other ? "ui.other_device" : "ui.picture_back"));
    device_ = device;
    failed_ = 0;
    return other || back;
}

double Outage::frame_failed() {
    if (!lasts()) design_ = app_.secure();
    ++failed_;
    return hopeless() ? 0 : pauses_[failed_ - 1];
}

bool Outage::hopeless() const {
    return failed_ > pauses_.size();
}

Message Outage::farewell() const {
    if (!design_) return {"problem.drawing.unsaved", {}};
    return {"problem.drawing", {{"path", *design_}}};
}

}  // namespace maatkast::show
