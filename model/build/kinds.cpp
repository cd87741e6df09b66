#include "model/build/kinds.h"

namespace maatkast {
namespace {

template <class Kind>
const Kind* find(std::span<const Kind* const> kinds, std::string_view id) {
    for (const Kind* kind : kinds)
        if (kind->id == id) return kind;
    return nullptr;
}

}  // namespace

const FrontKind* find_front_kind(std::string_view id) {
    return find(front_kinds(), id);
}
const InteriorKind* find_interior_kind(std::string_view id) {
    return find(interior_kinds(), id);
}

}  // namespace maatkast
