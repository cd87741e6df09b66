#include "tools/commands/renderer_options.h"

#include <fmt/format.h>

#include "tools/commands/load.h"

namespace maatkast::commands {

render::RendererOptions renderer_options(const Context& context) {
    render::RendererOptions options;
    if (const std::string cache = cache_folder(); !cache.empty())
        options.pipeline_cache = cache + "/pipelines";
    options.on_message = [&context](const render::ValidationMessage& message) {
        ++context.validation_messages;
        fmt::print(stderr, "maatkast: {}: {}\n", message.id, message.text);
    };
    return options;
}

int exit_code(const Context& context) {
    const std::uint32_t messages = context.validation_messages;
    if (messages == 0) return context.exit;
    return report(context, {{"", {"problem.validation", {{"count", std::to_string(messages)}}}}}, kBug);
}

}  // namespace maatkast::commands
