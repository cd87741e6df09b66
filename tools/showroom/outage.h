#pragma once
// What the showroom does while no device can draw its picture: the design goes to safety, and it is tried
// again for a while.

#include <cstddef>
#include <string>
#include <vector>

#include "tools/showroom/app.h"

namespace maatkast::show {

class Outage {
  public:
    /// The app must outlive it; `device` is the one that draws so far; `pauses` are the seconds to wait
    /// before each new try.
    Outage(App& app, std::string device, std::vector<double> pauses);

    /// A frame came onto the screen. The app says so after an outage, and when another device draws from now
    /// on; true then.
    bool frame_drawn(const std::string& device);
    /// None came. The first of several in a row puts the design to safety. Returns the seconds to wait before
    /// the next try.
    double frame_failed();

    bool lasts() const { return failed_ > 0; }
    /// The last try has failed.
    bool hopeless() const;
    /// What to tell when it is: where the design is, or that it could not be written.
    Message farewell() const;

  private:
    App& app_;
    std::string device_;
    std::vector<double> pauses_;
    std::size_t failed_ = 0;             // in a row
    std::optional<std::string> design_;  // where it is
};

}  // namespace maatkast::show
