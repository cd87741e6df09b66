#pragma once
// What every program that shows a cabinet reads first.

#include <string>

#include "model/book/book.h"
#include "model/hardware/hardware.h"

namespace maatkast::scene {

struct Catalogue {
    Book book;
    HardwareMeshes hardware;
};

/// Reads ASSETS/book and ASSETS/hardware; all problems of either.
OrProblems<Catalogue> load_catalogue(const std::string& assets);

}  // namespace maatkast::scene
