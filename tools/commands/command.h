#pragma once
// What every command is given, and how it answers: data on stdout, messages on stderr, exit codes of
// sysexits.h.

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "model/base/message.h"

namespace CLI {
class App;
}

namespace maatkast::commands {

inline constexpr int kFine = 0;
inline constexpr int kBlocked = 1;  ///< findings that block
inline constexpr int kBadInput = 65;
inline constexpr int kBug = 70;
inline constexpr int kCannotCreate = 73;  ///< the output's folder is missing or may not be written
inline constexpr int kOutputFailed = 74;  ///< disk full and the like

/// Lives as long as the program. A command writes its exit code here.
struct Context {
    std::string assets;    ///< folder with book, designs, hardware, texts
    std::string textures;  ///< folder with the pictures of finishes that the build makes
    Texts texts;           ///< in the language that the user chose
    int exit = kFine;
    mutable std::atomic<std::uint32_t> validation_messages = 0;  ///< of all renderers, from any thread
};

/// One line per problem on stderr, where and what; returns `code` for Context::exit.
int report(const Context& context, const Problems& problems, int code = kBadInput);

}  // namespace maatkast::commands
