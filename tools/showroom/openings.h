#pragma once
// Doors and drawers that stand open: eased, and remembered by name while the design changes around them.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/build/build.h"
#include "model/build/open_all.h"

namespace maatkast::show {

class Openings {
  public:
    /// Takes over a new build: openers of the same name stay as they are, new ones are closed.
    void follow(const Build& build);
    /// 0 closed … 1 open, for each opener of the build.
    std::span<const double> now() const { return now_; }
    bool moving() const { return moving_; }
    bool any_open(std::span<const int> openers) const;
    bool any_open() const;
    void set(std::span<const int> openers, bool open);
    /// Open: all that can stand open at once (see turns); the others are closed.
    void set_all(bool open);
    /// Moves on to `time` in seconds; a whole way takes 0.6 s. What stands behind leaves comes out when
    /// these stand still, and goes in before they move.
    void advance(double time);
    /// The whole way in one step.
    void at_once(bool on) { at_once_ = on; }

  private:
    enum class Waits : std::uint8_t { no, as_leaf, behind_leaf };

    void find_turns();
    static Waits waits_as(const Opener& opener, Turn turn);
    bool on_its_way(Waits which, std::size_t beside, bool inwards) const;
    bool concern(std::size_t a, std::size_t b) const;
    bool may_move(std::size_t i) const;

    Build build_;
    std::vector<std::string> names_;
    bool knows_turns_ = false;  ///< what follows is of this build
    std::vector<Waits> waits_;
    std::vector<std::int32_t> bays_;
    std::vector<bool> fronts_;
    std::vector<bool> opens_;  ///< when all is opened
    std::map<std::string, double, std::less<>> goal_, at_;
    std::vector<double> now_;
    double time_ = 0;
    bool moving_ = false, all_at_once_ = false, at_once_ = false;
};

/// The openers that give way to one opening of a bay: fronts before it, and drawers in it. Indices into
/// Build::openers.
std::vector<int> openers_of(const Design& design, const Build& build, int bay, int opening);

}  // namespace maatkast::show
