#pragma once
// The shop's book and designs changed by edits, for the tests of what is made of them.

#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "model/design/edit.h"
#include "tests/sanitized.h"
#include "tools/scene/catalogue.h"

namespace maatkast::test {

inline const scene::Catalogue& catalogue() {
    static const scene::Catalogue catalogue = scene::load_catalogue(MAATKAST_ASSETS).value();
    return catalogue;
}
inline const Book& book() {
    return catalogue().book;
}
inline const HardwareMeshes& hardware() {
    return catalogue().hardware;
}

/// How many random designs a test looks at: a sixth under sanitizers.
constexpr std::uint64_t random_count(std::uint64_t count) {
    return kSanitized ? count / 6 : count;
}

/// Every edit must be taken.
inline Design with(Design design, const std::vector<std::string>& edits) {
    for (const std::string& edit : edits) {
        INFO(edit);
        const auto changed = apply(book(), design, parse_edit(edit));
        REQUIRE(changed);
        design = *changed;
    }
    return design;
}

}  // namespace maatkast::test
