#pragma once
// The designs in a folder, with a code and a picture each.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/book/book.h"
#include "model/design/design.h"
#include "renderer/image.h"

namespace maatkast::show {

struct WallEntry {
    std::string path, stem;
    std::string name = {};     ///< in the design
    std::string hash;          ///< design_hash; empty where the file holds no design
    std::int64_t changed = 0;  ///< nanoseconds of the file's clock
};

/// A small picture of a design, of this size; nothing when none can be made.
using MakeThumbnail = std::function<std::optional<render::Image>(const Design&, render::Size)>;
inline constexpr render::Size kThumbnail{336, 252};

class DesignWall {
  public:
    /// Pictures are kept in a folder, by hash; empty: in memory only.
    explicit DesignWall(std::string pictures) : pictures_(std::move(pictures)) {}

    /// Looks at the folder again; only files that changed are read. Entries are in the order of their names.
    void look(const Book& book, const std::string& folder);
    const std::vector<WallEntry>& entries() const { return entries_; }
    /// Those whose file or name holds the words, or whose code begins with them, in capitals or not; all for
    /// none.
    std::vector<WallEntry> matching(std::string_view words) const;

    /// Out of the folder of pictures; nothing when it is not there.
    std::optional<render::Image> kept(const std::string& hash) const;
    void keep(const std::string& hash, const render::Image& picture) const;

  private:
    std::string picture_path(const std::string& hash) const { return pictures_ + "/" + hash + ".png"; }

    std::string pictures_;
    std::vector<WallEntry> entries_;
};

}  // namespace maatkast::show
