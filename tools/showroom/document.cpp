#include "tools/showroom/document.h"

#include <algorithm>

#include "model/base/file.h"
#include "model/design/design_io.h"

namespace maatkast::show {

Document::Document(const scene::Catalogue& catalogue, Design design, std::string path)
    : catalogue_(&catalogue),
      history_(design),
      saved_(design),
      path_(std::move(path)),
      rebuild_(catalogue.book, std::move(design)),
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
    auto done = history_.apply(book(), edits);
    if (done) refresh(price().total);
    return done;
}

OrProblems<void> Document::pull(std::span<const Edit> edits) {
    const std::size_t was = history_.position();
    const Cents before = pulled_ ? before_last_ : price().total;
    auto done = pulled_ ? history_.revise(book(), edits) : history_.apply(book(), edits);
    if (!done) return done;
    pulled_ = pulled_ ? history_.position() == was : history_.position() > was;
    refresh(before);
    return done;
}

void Document::undo() {
    let_go();
    history_.undo();
    refresh(price().total);
}

void Document::redo() {
    let_go();
    history_.redo();
    refresh(price().total);
}

std::optional<Cents> Document::effect(std::span<const Edit> edits) {
    std::string key;
    for (const Edit& edit : edits) key += edit.text() + "\n";
    const auto known = effects_.find(key);
    if (known != effects_.end()) return known->second;
    return effects_[key] = price_change(book(), design(), edits);
}

OrProblems<void> Document::save(const std::string& path) {
    auto written = write_file(path, write_design(design()));
    if (!written) return written;
    path_ = path;
    saved_ = design();
    return written;
}

}  // namespace maatkast::show
