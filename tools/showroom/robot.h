#pragma once
// A robot that uses the showroom as a person does: through cursor, keys and what it sees. Scripts are lines
// of text.
//
//   click ID | click X Y     shift-click … (adds to what is chosen)     right-click …
//   double X Y               wheel X Y N
//   drag X Y X Y | drag ID DX DY     hold … (as drag, but not let go)     release     right-drag …
//   tap ID | tap X Y         trace FILE [ID | X Y] (of fingers, from the middle of a widget or a place)
//   type ID TEXT             key ctrl+z     wait [SECONDS]   frames N
//   expect ID TEXT           expect-not ID  screenshot FILE  tell TEXT      # remark
//
// `tell` writes a line to standard output once everything before it is shown.

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "tools/showroom/app.h"

namespace maatkast::show {

/// What a script asks of whoever draws: a picture of this frame in a file. Returns false when it could not be
/// made.
using Screenshot = std::function<bool(const std::string& path)>;

class Robot {
  public:
    /// Lines are checked when they are reached.
    Robot(std::string script, Screenshot screenshot);

    /// Called before each frame, with the state after the last one; fills in what the hand does now. False
    /// once the script is done or has failed.
    bool step(const App& app, Input& input);
    /// Called after each frame: looks at what is shown.
    void look(const App& app);

    /// One sentence with its line for everything that was not as expected; empty when all went well.
    const std::vector<std::string>& failures() const { return failures_; }

  private:
    using Act = std::function<bool(const App&, Input&)>;  ///< true once it is done

    bool next_line(const App& app);
    void plan(const App& app, const std::vector<std::string>& words);
    void plan_pointer(const App& app, const std::vector<std::string>& words);
    void plan_drag(const App& app, const std::vector<std::string>& words);
    void click_at(glm::vec2 at, int button = 0, bool shift = false);
    /// Finger events at their times from now on.
    void play_trace(std::vector<FingerEvent> events, glm::vec2 origin);
    void plan_fingers(const App& app, const std::vector<std::string>& words);
    void drag(glm::vec2 from, glm::vec2 to, int button, bool lets_go);
    void click(const App& app, const std::vector<std::string>& words, int button, bool shift);
    void wait(double seconds);
    void expect(const App& app, const std::vector<std::string>& words);
    std::optional<glm::vec2> middle_of(const App& app, const std::string& id);
    void fail(const std::string& reason);

    std::vector<std::string> lines_;
    std::size_t line_ = 0;
    std::deque<Act> acts_;
    Screenshot screenshot_;
    Input hand_;
    std::vector<std::string> failures_;
    double waited_since_ = -1;
    std::string picture_;
};

/// Plays a script without a window, on a clock of its own (1/60 s a frame), and draws only what is asked for.
/// Returns the failures.
std::vector<std::string> play_headless(App& app, const std::string& script, render::Size size,
                                       const Screenshot& screenshot, int* frames = nullptr);

}  // namespace maatkast::show
