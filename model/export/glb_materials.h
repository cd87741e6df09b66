#pragma once
// Looks as glTF materials: one for each different look, with its texture where it has one.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <tiny_gltf.h>

#include "model/build/other_faces.h"
#include "model/export/glb.h"

namespace maatkast::gltf {

/// Writes a material the first time its look is asked for. Colours are held between sRGB 30 and 243, where
/// viewers' tone curves keep them apart from black and white.
class Materials {
  public:
    Materials(tinygltf::Model& model, const GlbInput& input, bool textures)
        : model_(model), input_(input), textures_(textures) {}

    /// The material's number; `name` is used when it is new.
    int of(const Look& look, const std::string& name);
    /// The look that a part is seen in: its model's or its finish's.
    int of(const Part& part);
    bool textured(const Part& part) const;
    /// Of its other faces.
    int of(const OtherFaces& faces);
    bool textured(const OtherFaces& faces) const { return textures_ && !faces.look.texture.empty(); }
    /// Stems of textures that were needed and are not among the input's.
    const std::set<std::string>& missing() const { return missing_; }

  private:
    int of(const Look& look, const std::string& name, const tinygltf::Value& placed);
    int texture(const std::string& stem);
    const Look& look_of(const Part& part) const;

    tinygltf::Model& model_;
    const GlbInput& input_;
    bool textures_;
    std::vector<std::pair<Look, int>> looks_;
    std::map<std::string, int> texture_of_;
    std::set<std::string> missing_;
};

/// Adds an extension to extensionsUsed, once.
void use(tinygltf::Model& model, const std::string& extension);

}  // namespace maatkast::gltf
