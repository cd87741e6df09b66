#include "model/design/words.h"

#include "model/build/kinds.h"

namespace maatkast {
namespace {

template <class Kinds>
std::string ids_of(const Kinds& kinds) {
    std::string all;
    for (const auto* kind : kinds) all += (all.empty() ? "" : ", ") + std::string(kind->id);
    return all;
}

}  // namespace

std::string all_front_kinds() {
    return ids_of(front_kinds());
}
std::string all_interior_kinds() {
    return ids_of(interior_kinds());
}

}  // namespace maatkast
