#pragma once

namespace maatkast::test {

// Sanitizers make everything four to twenty times as slow: the tests then look at less.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace maatkast::test
