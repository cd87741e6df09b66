#include "tools/scene/catalogue.h"

namespace maatkast::scene {

OrProblems<Catalogue> load_catalogue(const std::string& assets) {
    auto book = load_book(assets + "/book");
    if (!book) return std::unexpected(book.error());
    auto hardware = load_hardware(*book, assets + "/hardware");
    if (!hardware) return std::unexpected(hardware.error());
    return Catalogue{std::move(*book), std::move(*hardware)};
}

}  // namespace maatkast::scene
