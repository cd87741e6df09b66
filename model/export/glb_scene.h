#pragma once
// Nodes and what hangs on them: parts, openers, animations.

#include <tiny_gltf.h>

#include "model/build/motion.h"
#include "model/export/glb.h"
#include "model/export/glb_materials.h"

namespace maatkast::gltf {

/// The node of each opener, for the animations.
using OpenerNodes = std::vector<int>;

/// Adds meshes, nodes and the scene: the root `cabinet` with `extras`, below it still parts and openers in
/// their pose when all is open by options.open. An opener without parts gets no node (-1).
OpenerNodes add_scene(tinygltf::Model& model, const GlbInput& input, const GlbOptions& options,
                      Materials& materials);

/// `open_all`, then one animation per opener, from closed to its limit: two keys, linear, 1.2 s. In the first
/// what stands behind leaves follows them, and what cannot be open with the rest stays closed (see turns).
void add_animations(tinygltf::Model& model, const Build& build, const OpenerNodes& nodes);

/// Rotation as glTF writes it, and the translation of an opener's node.
std::vector<double> rotation_of(const Pose& pose);
std::vector<double> translation_of(const Pose& pose);

}  // namespace maatkast::gltf
