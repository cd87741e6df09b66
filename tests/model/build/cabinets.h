#pragma once
// The cabinets that the tests of the generator look at: the book, its hardware, and thousands of random
// designs that may be sold. Made once for all test cases.

#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/hardware/hardware.h"
#include "model/propose/propose.h"
#include "tests/sanitized.h"

namespace maatkast::test {

inline constexpr std::uint64_t kSeed = 20260731;
// Some tests take the first 200.
inline constexpr std::size_t kCabinets = kSanitized ? 250 : 5000;

struct Cabinet {
    Design design;
    Build build;
};

inline const Book& shop_book() {
    static const Book book = load_book(MAATKAST_ASSETS "/book").value();
    return book;
}

inline const HardwareMeshes& shop_hardware() {
    static const HardwareMeshes hardware = load_hardware(shop_book(), MAATKAST_ASSETS "/hardware").value();
    return hardware;
}

inline const std::vector<Cabinet>& cabinets() {
    static const std::vector<Cabinet> all = [] {
        std::vector<Cabinet> made(kCabinets);
        const auto make = [&](std::size_t first, std::size_t end) {
            for (std::size_t i = first; i < end; ++i) {
                made[i].design = random_design(shop_book(), kSeed, i);
                made[i].build = build(shop_book(), made[i].design);
            }
        };
        std::jthread half([&] { make(0, kCabinets / 2); });
        make(kCabinets / 2, kCabinets);
        half.join();
        return made;
    }();
    return all;
}

inline std::string name_of(const Part& part) {
    return std::string(part.name.view());
}

}  // namespace maatkast::test
