#pragma once
// KHR_materials_variants: the fronts in other colours.

#include <string>
#include <vector>

#include <tiny_gltf.h>

#include "model/export/glb.h"
#include "model/export/glb_materials.h"

namespace maatkast::gltf {

/// The finish that most fronts have comes first, then plain colours of the book that can be had as boards.
/// None where the file is bare or the cabinet has no fronts.
class Variants {
  public:
    Variants(const GlbInput& input, bool bare);

    bool varies(const Part& part) const;
    /// Maps each variant to a material. In the first one a front keeps what it has.
    void add_to(tinygltf::Primitive& primitive, Materials& materials);
    /// Writes the list of variants, if any primitive has them.
    void finish(tinygltf::Model& model) const;

  private:
    const Book& book_;
    std::vector<std::uint16_t> finishes_;  ///< indices into Book::finishes
    bool used_ = false;
};

}  // namespace maatkast::gltf
