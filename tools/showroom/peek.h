#pragma once
// Fronts that open by themselves while what is behind them is chosen, and close again.

#include <array>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "model/build/build.h"
#include "tools/showroom/openings.h"

namespace maatkast::show {

/// Remembers what it opened: what somebody opened by hand stays open, what they closed stays closed.
class Peek {
  public:
    /// `behind`: bay and opening of what is being filled; none: nothing is. Openers that would meet those
    /// that are to open are closed first, and these wait for that. True when others are looked behind from
    /// now on. Cheap while nothing changes.
    bool look(const Book& book, const Design& design, const Build& build, Openings& openings,
              std::span<const std::array<int, 2>> behind);
    bool waiting() const { return !to_open_.empty(); }

  private:
    void plan(const Book& book, const Design& design, const Build& build, Openings& openings,
              std::span<const std::array<int, 2>> behind);

    std::set<std::string> wanted_, opened_, to_open_;
};

/// The leaves before these openings, of those that would meet or hide each other the first. Drawer fronts are
/// none: they go with what they carry. Indices into Build::openers.
std::vector<int> leaves_before(const Book& book, const Design& design, const Build& build,
                               std::span<const std::array<int, 2>> behind);

}  // namespace maatkast::show
