#include "model/design/history.h"

#include <cstdlib>

namespace maatkast {

History::History(Design start) {
    steps_.push_back({std::move(start), {}});
}

OrProblems<void> History::apply(const Book& book, std::span<const Edit> edits) {
    auto changed = maatkast::apply(book, current(), edits);
    if (!changed) return std::unexpected(std::move(changed.error()));
    if (*changed == current()) return {};
    ++changes_;
    steps_.resize(at_ + 1);
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

OrProblems<void> History::revise(const Book& book, std::span<const Edit> edits) {
    if (at_ == 0 || at_ + 1 != steps_.size()) std::abort();
    auto changed = maatkast::apply(book, steps_[at_ - 1].design, edits);
    if (!changed) return std::unexpected(std::move(changed.error()));
    if (!(*changed == current())) ++changes_;
    if (*changed == steps_[at_ - 1].design) {
        steps_.pop_back();
        --at_;
        return {};
    }
    steps_[at_] = {std::move(*changed), {edits.begin(), edits.end()}};
    return {};
}

void History::undo() {
    if (can_undo()) --at_;
}

void History::redo() {
    if (can_redo()) ++at_;
}

}  // namespace maatkast
