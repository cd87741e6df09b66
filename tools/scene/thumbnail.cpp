#include "tools/scene/thumbnail.h"

#include "model/build/build.h"
#include "model/mesh/mesh.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"

namespace maatkast::scene {

std::optional<render::Image> thumbnail(render::Renderer& renderer, const Catalogue& catalogue,
                                       TextureStore& textures, const Design& design, render::Size size) {
    const Build built = build_parts(catalogue.book, design);
    const MeshSet meshes = make_meshes(catalogue.hardware, built);
    Stage stage(catalogue.book, textures);
    stage.set(&design, built, meshes, {});
    render::Scene scene = stage.scene();
    scene.revision = 0;  // never taken for the scene of the window
    const Box box = carcase_bounds(built);
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    const render::Camera camera = standard_camera(StandardView::three_quarter, {at(box.least), at(box.most)},
                                                  size, 30, side_walls(design));
    auto picture = renderer.render_to_image(scene, camera, size, render::Quality::moving);
    return picture ? std::optional(std::move(*picture)) : std::nullopt;
}

}  // namespace maatkast::scene
