#include "tools/showroom/beside.h"

#include "model/build/build.h"

namespace maatkast::show {

void Beside::show(Design design, std::string name) {
    Build build = build_parts(catalogue_->book, design);
    MeshSet meshes = make_meshes(catalogue_->hardware, build);
    other_ = Other{std::move(design), std::move(name), std::move(build), std::move(meshes)};
    openings = {};
    openings.follow(other_->build);
    shown_ = true;
    staged_ = false;
    compared_with_ = 0;
}

void Beside::forget() {
    shown_ = false;
    other_.reset();
}

render::Bounds Beside::box() const {
    const Box box = carcase_bounds(other_->build);
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    render::Bounds bounds{at(box.least), at(box.most)};
    if (staged_) bounds.add(stage_.dressing_box());
    return bounds;
}

const Comparison& Beside::compared(const Document& doc) {
    if (compared_with_ != doc.revision()) compared_ = compare(doc.book(), doc.design(), other_->design);
    compared_with_ = doc.revision();
    return compared_;
}

bool Beside::follow(const scene::Dressing& dressing, double time) {
    if (!shown_) return false;
    const bool moving = openings.moving();
    openings.advance(time);
    const bool anew = !staged_ || dressing != stage_.dressing();
    if (anew) {
        stage_.dress(dressing);
        stage_.set(&other_->design, other_->build, other_->meshes, openings.now());
        staged_ = true;
    } else if (moving) {
        stage_.pose(other_->build, openings.now());
    }
    return anew || moving;
}

}  // namespace maatkast::show
