#pragma once
// What `render` may draw over the picture of a cabinet: parts apart, a section, envelopes, a repair's ghost.

#include <optional>
#include <string>

#include "tools/commands/command.h"
#include "tools/scene/catalogue.h"
#include "tools/scene/envelope.h"
#include "tools/scene/explode.h"
#include "tools/scene/face_patches.h"
#include "tools/scene/ghost.h"
#include "tools/scene/section.h"

namespace maatkast::commands {

struct OverlayOptions {
    double explode = 0;
    std::optional<int> section;
    bool envelopes = false;
    std::string ghost;  ///< RULE or RULE:N
    bool dimensions = false;

    bool needs_findings() const { return envelopes || !ghost.empty(); }
    bool alone() const { return explode > 0; }  ///< parts apart leave room for nothing else
};
void add_overlay_options(CLI::App& command, OverlayOptions& options);

/// The overlays of one picture; keeps what its scene borrows.
class PictureOverlays {
  public:
    /// Adds to a scene that shows the closed build, with its findings where the options need them. Problems:
    /// no such bay, finding or repair.
    OrProblems<void> add(const OverlayOptions& options, const scene::Catalogue& catalogue,
                         const Design& design, const Build& built, const scene::FacePatches& patches,
                         render::Scene& scene);
    /// Around what reaches beyond the cabinet, for a picture of all of it.
    const render::Bounds& beside() const { return beside_; }
    /// That of a section; nothing where there is none.
    std::optional<render::Camera> camera(render::Size size) const;

  private:
    OrProblems<void> add_ghost(const std::string& text, const scene::Catalogue& catalogue,
                               const Design& design, const Build& built, render::Scene& scene);

    std::optional<scene::SectionPlane> plane_;
    std::optional<scene::Section> section_;
    std::optional<scene::EnvelopeMeshes> envelopes_;
    std::optional<scene::Ghost> ghost_;
    render::Bounds beside_;
};

}  // namespace maatkast::commands
