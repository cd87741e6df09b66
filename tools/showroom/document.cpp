#include "tools/showroom/document.h"

#include <algorithm>

#include "model/design/design_io.h"
#include "tools/showroom/versions.h"

namespace maatkast::show {

Document::Document(const scene::Catalogue& catalogue, Design design, std::string path)
    : Document(catalogue, History(design), design, std::move(path)) {}

Document::Document(const scene::Catalogue& catalogue, History history, Design saved, std::string path)
    : catalogue_(&catalogue),
      history_(std::move(history)),
      saved_(std::move(saved)),
      path_(std::move(path)),
      rebuild_(catalogue.book, history_.current()),
      meshes_(catalogue.hardware, rebuild_.build()),
      tally_(catalogue.book, rebuild_.build()) {
    refresh(price().total);
    last_change_.reset();
}

void Document::refresh(Cents before) {
    before_last_ = before;
    const Rebuilt rebuilt = rebuild_.update(design());
    meshes_.update(build(), rebuilt);
    tally_.update(build(), rebuilt);
    spaces_ = opening_spaces(book(), design());
    last_change_ = price().total - before;
    effects_.clear();
    ++revision_;
}

const OpeningSpace* Document::space(int bay, int opening) const {
    const auto at = std::ranges::find_if(
        spaces_, [&](const OpeningSpace& s) { return s.bay == bay && s.opening == opening; });
    return at == spaces_.end() ? nullptr : &*at;
}

render::Bounds Document::box() const {
    const Box box = carcase_bounds(build());
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    return {at(box.least), at(box.most)};
}

OrProblems<void> Document::edit(std::span<const Edit> edits) {
    let_go();
    const std::size_t changes = history_.changes();
    auto done = history_.apply(book(), edits);
    if (history_.changes() != changes) note({JournalStep::Kind::edit, {edits.begin(), edits.end()}});
    if (done) refresh(price().total);
    return done;
}

OrProblems<void> Document::pull(std::span<const Edit> edits) {
    const std::size_t was = history_.position(), changes = history_.changes();
    const Cents before = pulled_ ? before_last_ : price().total;
    auto done = pulled_ ? history_.revise(book(), edits) : history_.apply(book(), edits);
    if (!done) return done;
    if (history_.changes() != changes) note({JournalStep::Kind::edit, {edits.begin(), edits.end()}, pulled_});
    pulled_ = pulled_ ? history_.position() == was : history_.position() > was;
    refresh(before);
    return done;
}

void Document::replace(Design design) {
    let_go();
    if (design == this->design()) return;
    history_.replace(std::move(design));
    note({JournalStep::Kind::replace, {}, false, write_design(this->design())});
    refresh(price().total);
}

void Document::undo() {
    let_go();
    if (!can_undo()) return;
    history_.undo();
    note({JournalStep::Kind::undo});
    refresh(price().total);
}

void Document::redo() {
    let_go();
    if (!can_redo()) return;
    history_.redo();
    note({JournalStep::Kind::redo});
    refresh(price().total);
}

std::optional<Cents> Document::effect(std::span<const Edit> edits) {
    std::string key;
    for (const Edit& edit : edits) key += edit.text() + "\n";
    const auto known = effects_.find(key);
    if (known != effects_.end()) return known->second;
    return effects_[key] = price_change(book(), design(), edits);
}

OrProblems<void> Document::save(const std::string& path, Disk& disk) {
    auto written = save_keeping(path, write_design(design()), disk);
    if (!written) return written;
    path_ = path;
    saved_ = design();
    note({JournalStep::Kind::saved, {}, false, path});
    return written;
}

}  // namespace maatkast::show
