#include "tools/showroom/overlays.h"

#include <algorithm>

#include "model/design/edit.h"

namespace maatkast::show {
namespace {

constexpr double kSeconds = 1.4;  // for parts to go apart
// Revisions of its own, beside those of the scene below.
constexpr std::uint64_t kRevisions = 1ULL << 63;

double eased(double share) {
    return share * share * (3 - 2 * share);
}

}  // namespace

bool Overlays::moving() const {
    return share_ != (kind_ == OverlayKind::apart ? 1 : 0);
}

void Overlays::advance(double time) {
    const double step = at_once_ ? 1 : std::clamp((time - time_) / kSeconds, 0.0, 0.1);
    time_ = time;
    share_ = std::clamp(share_ + (kind_ == OverlayKind::apart ? step : -step), 0.0, 1.0);
}

void Overlays::make_ghost(const scene::Catalogue& catalogue, const Document& doc) {
    ghost_.reset();
    if (foreseen_.empty() || bare()) return;
    if (const auto after = apply(catalogue.book, doc.design(), foreseen_))
        ghost_.emplace(catalogue.hardware, doc.build(), build_parts(catalogue.book, *after));
}

bool Overlays::lay_over(const scene::Catalogue& catalogue, const Document& doc, const scene::Stage& stage) {
    const render::Scene& scene = stage.scene();
    const State now{scene.revision, doc.revision(), kind_, share_, bay_, foreseen_};
    if (now == state_) return false;
    const bool was = laid_;
    const bool new_ghost =
        now.foreseen != state_.foreseen || now.design != state_.design || now.kind != state_.kind;
    state_ = now;
    if (new_ghost) make_ghost(catalogue, doc);
    laid_ = share_ > 0 || kind_ == OverlayKind::section || kind_ == OverlayKind::envelopes || ghost_;
    if (!laid_) return was;
    scene_ = scene;
    if (share_ > 0) {
        scene::explode(scene_, doc.build(), explosion(doc), eased(share_));
    }
    if (ghost_) ghost_->show(scene_);
    stage.patches().follow(scene_);
    if (kind_ == OverlayKind::section && !doc.design().bays.empty()) {
        const std::size_t bay = std::min(bay_, doc.design().bays.size() - 1);
        section_.emplace(catalogue.book, doc.build(), scene_,
                         scene::section_across(catalogue.book, doc.design(), bay));
        section_->show(scene_);
    }
    if (kind_ == OverlayKind::envelopes) {
        envelopes_.emplace(scene::envelopes(doc.build(), doc.build().findings));
        envelopes_->show(scene_);
    }
    scene_.revision = kRevisions + ++revision_;
    return true;
}

const scene::Explosion& Overlays::explosion(const Document& doc) {
    if (!explosion_ || explosion_of_ != doc.revision()) explosion_ = scene::explosion(doc.build());
    explosion_of_ = doc.revision();
    return *explosion_;
}

render::Bounds Overlays::reach(const Document& doc) {
    if (kind_ == OverlayKind::apart) return scene::exploded_box(doc.build(), explosion(doc), 1);
    if (kind_ != OverlayKind::envelopes) return {};
    return scene::EnvelopeMeshes(scene::envelopes(doc.build(), {})).bounds();
}

render::Camera Overlays::section_view(const scene::Catalogue& catalogue, const Document& doc,
                                      render::Size size, float fov_y_degrees) const {
    const scene::SectionPlane plane = scene::section_across(catalogue.book, doc.design(), bay_);
    const render::Bounds face = section_ ? section_->face() : doc.box();
    return scene::section_camera(plane, face.empty() ? doc.box() : face, size, fov_y_degrees);
}

}  // namespace maatkast::show
