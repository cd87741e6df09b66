#pragma once
// What the showroom lays over the picture: parts apart, a section, the room to open, a repair's ghost. One of
// the first three at a time.

#include <optional>
#include <vector>

#include "tools/scene/envelope.h"
#include "tools/scene/explode.h"
#include "tools/scene/ghost.h"
#include "tools/scene/section.h"
#include "tools/scene/stage.h"
#include "tools/showroom/document.h"

namespace maatkast::show {

enum class OverlayKind : std::uint8_t { none, apart, section, envelopes };

class Overlays {
  public:
    OverlayKind kind() const { return kind_; }
    void show(OverlayKind kind) { kind_ = kind; }
    /// The bay of the section.
    void cut(std::size_t bay) { bay_ = bay; }
    /// The edits whose effect is shown; none: no ghost. While parts are apart there is none.
    void foresee(const std::vector<Edit>& edits) { foreseen_ = edits; }

    /// Parts are apart or on their way: the room is bare then.
    bool bare() const { return share_ > 0 || kind_ == OverlayKind::apart; }
    bool moving() const;
    /// Moves on to `time`, seconds; parts take 1.4 s all the way.
    void advance(double time);
    /// The whole way in one step.
    void at_once(bool on) { at_once_ = on; }

    /// The scene with what lies over it: the same one where that is nothing. Worked out anew when the
    /// scene's revision or an overlay has changed; returns whether it was.
    bool lay_over(const scene::Catalogue& catalogue, const Document& doc, const scene::Stage& stage);
    const render::Scene& over(const render::Scene& scene) const { return laid_ ? scene_ : scene; }

    /// Around what is shown beyond the cabinet once all has moved, metres; empty where nothing is.
    render::Bounds reach(const Document& doc);
    /// A camera on the section for a picture of this size and field of view.
    render::Camera section_view(const scene::Catalogue& catalogue, const Document& doc, render::Size size,
                                float fov_y_degrees) const;

  private:
    struct State {
        std::uint64_t scene = 0, design = 0;
        OverlayKind kind = OverlayKind::none;
        double share = 0;
        std::size_t bay = 0;
        std::vector<Edit> foreseen;
        bool operator==(const State&) const = default;
    };
    const scene::Explosion& explosion(const Document& doc);
    void make_ghost(const scene::Catalogue& catalogue, const Document& doc);

    OverlayKind kind_ = OverlayKind::none;
    std::size_t bay_ = 0;
    std::vector<Edit> foreseen_;
    double share_ = 0, time_ = 0;
    bool at_once_ = false;

    State state_;
    bool laid_ = false;
    render::Scene scene_;
    std::uint64_t revision_ = 0;
    // What scene_ borrows, and what it was made of.
    std::optional<scene::Explosion> explosion_;
    std::uint64_t explosion_of_ = 0;  ///< revision of the document
    std::optional<scene::Section> section_;
    std::optional<scene::EnvelopeMeshes> envelopes_;
    std::optional<scene::Ghost> ghost_;
};

}  // namespace maatkast::show
