#pragma once
// How every command starts its renderer, and what becomes of a run that the validation layer complained of.

#include "renderer/renderer.h"
#include "tools/commands/command.h"

namespace maatkast::commands {

/// With the pipelines of earlier runs. What the validation layer says (MAATKAST_VALIDATION=1) goes to stderr
/// and is counted in the context, which must outlive the renderer.
render::RendererOptions renderer_options(const Context& context);

/// The exit code of the run: the command's own, or kBug with a sentence on stderr when the validation layer
/// said anything at all. Call it once the renderers are gone: some of it is said while they go.
int exit_code(const Context& context);

}  // namespace maatkast::commands
