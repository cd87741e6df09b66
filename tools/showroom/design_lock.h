#pragma once
// One program at a time saves into a design's file.

#include <string>

#include "model/base/disk.h"

namespace maatkast::show {

/// A lock on a design's file, for as long as it lives. Goes with the program, however that ends, so that a
/// dead one is in nobody's way.
class DesignLock {
  public:
    DesignLock() = default;
    /// A file that is not there, or one on a disk that knows no locks, is locked by nobody. To be taken again
    /// after the file was saved: it is another one then.
    static DesignLock take(const std::string& path);
    bool elsewhere() const { return elsewhere_; }  ///< another program has it

  private:
    Descriptor file_;
    bool elsewhere_ = false;
};

}  // namespace maatkast::show
