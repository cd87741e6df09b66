#pragma once
// Bits of HTML. Everything that is called text is escaped here; everything that is called html is not.

#include <string>
#include <string_view>
#include <vector>

namespace maatkast::html {

std::string escape(std::string_view text);

/// `<name class="css">html</name>`; without a class where css is empty.
std::string element(std::string_view name, std::string_view css, std::string_view html);

/// A table of cells that are html already. Columns whose heading starts with `>` are set flush right, for
/// numbers. Empty without rows.
std::string table(const std::vector<std::string>& headings,
                  const std::vector<std::vector<std::string>>& rows);

}  // namespace maatkast::html
