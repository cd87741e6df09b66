#pragma once
// Another design beside the one that is worked on: in the same light, at the same scale, with what differs.

#include <optional>
#include <string>

#include "model/propose/compare.h"
#include "tools/scene/stage.h"
#include "tools/showroom/document.h"
#include "tools/showroom/openings.h"

namespace maatkast::show {

class Beside {
  public:
    /// Catalogue and textures must outlive it.
    Beside(const scene::Catalogue& catalogue, scene::TextureStore& textures)
        : catalogue_(&catalogue), stage_(catalogue.book, textures) {}

    bool shown() const { return shown_; }
    /// Whether there is one, shown or put aside.
    bool any() const { return other_.has_value(); }
    void show(Design design, std::string name);
    void show_again() { shown_ = any(); }
    void put_aside() { shown_ = false; }
    void forget();

    // Of the other design; there must be one.
    const Design& design() const { return other_->design; }
    const std::string& name() const { return other_->name; }
    const Build& build() const { return other_->build; }
    const render::Scene& scene() const { return stage_.scene(); }
    render::Bounds box() const;  ///< around it and what stands in and on it, metres

    /// How the two differ, the document's design first. Works it out anew when that is another one.
    const Comparison& compared(const Document& doc);
    /// Moves on to `time`, dressed as the design that is worked on. True: the picture is another one.
    bool follow(const scene::Dressing& dressing, double time);
    bool moving() const { return shown_ && openings.moving(); }

    Openings openings;

  private:
    struct Other {
        Design design;
        std::string name;
        Build build;
        MeshSet meshes;
    };
    const scene::Catalogue* catalogue_;
    scene::Stage stage_;
    std::optional<Other> other_;
    bool shown_ = false, staged_ = false;
    Comparison compared_;
    std::uint64_t compared_with_ = 0;  ///< Document::revision; 0: with none yet
};

}  // namespace maatkast::show
