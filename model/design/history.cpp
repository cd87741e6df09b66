#include "model/design/history.h"

namespace maatkast {

History::History(Design start) {
    steps_.push_back({std::move(start), {}});
}

OrProblems<void> History::apply(const Book& book, std::span<const Edit> edits, bool continues) {
    auto changed = maatkast::apply(book, current(), edits);
    if (!changed) return std::unexpected(std::move(changed.error()));
    if (*changed == current()) return {};
    ++changes_;
    steps_.resize(at_ + 1);
    if (continues && at_ > 0) {
        steps_[at_].design = std::move(*changed);
        steps_[at_].edits.insert(steps_[at_].edits.end(), edits.begin(), edits.end());
        return {};
    }
    steps_.push_back({std::move(*changed), {edits.begin(), edits.end()}});
    ++at_;
    return {};
}

void History::replace(Design design) {
    if (design == current()) return;
    ++changes_;
    steps_.resize(at_ + 1);
    steps_.push_back({std::move(design), {}});
    ++at_;
}

void History::undo() {
    if (can_undo()) --at_;
}

void History::redo() {
    if (can_redo()) ++at_;
}

}  // namespace maatkast
