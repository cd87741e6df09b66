#pragma once
// Undo and redo without end, on top of edits.

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "model/design/edit.h"

namespace maatkast {

/// The designs that were, and the edits between them. Undo and redo are exact: they return the stored value.
class History {
  public:
    explicit History(Design start);

    const Design& current() const { return steps_[at_].design; }
    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }

    /// Carries out the edits as one step and forgets what was undone. Problems leave everything as it was.
    OrProblems<void> apply(const Book& book, std::span<const Edit> edits);
    /// Carries out other edits instead of those of the last step, which must be the current one: a drag in
    /// progress is one step that only its present place decides. Edits that change nothing take the step
    /// away. Problems leave everything as it was.
    OrProblems<void> revise(const Book& book, std::span<const Edit> edits);
    /// Puts another design, such as an older version of this one, in place of the current: a step without
    /// edits.
    void replace(Design design);
    void undo();
    void redo();
    /// The edits of each step up to the current one, oldest first; the start has none.
    std::span<const Edit> edits_of(std::size_t step) const { return steps_[step].edits; }
    const Design& design_of(std::size_t step) const { return steps_[step].design; }
    std::size_t size() const { return steps_.size(); }
    std::size_t position() const { return at_; }
    /// Grows whenever a step is made or changed, not by undo and redo.
    std::size_t changes() const { return changes_; }

  private:
    struct Step {
        Design design;
        std::vector<Edit> edits;
    };
    std::deque<Step> steps_;  // a window may still be reading the current design while it makes the next one
    std::size_t at_ = 0, changes_ = 0;
};

}  // namespace maatkast
