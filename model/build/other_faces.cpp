#include "model/build/other_faces.h"

#include <algorithm>

namespace maatkast {

std::optional<OtherFaces> other_faces(const Book& book, const Part& part) {
    if (part.shape != ShapeKind::board) return {};
    const Finish& finish = book.finishes[part.finish];
    if (finish.behind) return OtherFaces{5, book.finishes[*finish.behind].look, OtherFaces::Texture::as_face};
    const auto offer = std::ranges::find(finish.boards, part.article, &BoardOffer::article);
    if (finish.edge_per_metre > Cents{} || offer == finish.boards.end()) return {};
    if (offer->material >= book.materials.size()) return {};
    const Material& material = book.materials[offer->material];
    if (material.cut.empty()) return {};
    OtherFaces faces{2, finish.look, OtherFaces::Texture::ends};
    faces.look.texture = material.cut;
    if (material.layered) faces.count = 4, faces.texture = OtherFaces::Texture::layers;
    return faces;
}

}  // namespace maatkast
