#include "tools/commands/bench_frame.h"

#include <algorithm>
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/resource.h>

#include "model/base/json.h"
#include "renderer/renderer.h"
#include "tools/commands/load.h"
#include "tools/commands/renderer_options.h"
#include "tools/scene/stage.h"
#include "tools/scene/views.h"

namespace maatkast::commands {
namespace {

using Clock = std::chrono::steady_clock;

struct BenchOptions {
    std::string design, size = "1280x720";
    int runs = 9, copies = 1;
    bool json = false;
};

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

render::Bounds box_around(const Build& built) {
    const Box box = carcase_bounds(built);
    const auto at = [](const Length3& p) { return glm::vec3(p.x.metres(), p.y.metres(), p.z.metres()); };
    return {at(box.least), at(box.most)};
}

// The cabinet many times over, a wall of them ten wide: the picture is as full as with one.
render::Scene copied(const render::Scene& scene, const render::Bounds& box, int copies) {
    render::Scene many = scene;
    many.revision += static_cast<std::uint64_t>(copies);
    for (int i = 1; i < copies; ++i) {
        const glm::vec3 aside = glm::vec3(i % 10, i / 10, 0) * (box.max - box.min);
        for (render::Instance instance : scene.instances) {
            if (instance.role == render::Role::room) continue;
            instance.transform[3] += glm::vec4(aside, 0.0F);
            many.instances.push_back(instance);
        }
    }
    return many;
}

render::Bounds around_copies(render::Bounds box, int copies) {
    box.max += (box.max - box.min) * glm::vec3(std::min(copies, 10) - 1, (copies - 1) / 10, 0);
    return box;
}

// Milliseconds that all threads have computed so far: on a CPU device what a picture costs, however busy the
// machine is with other things.
double computed() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& t) {
        return 1e3 * static_cast<double>(t.tv_sec) + 1e-3 * static_cast<double>(t.tv_usec);
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

struct Times {
    double first_pass = 0, wall = 0, cpu = 0;  // milliseconds, medians
    render::Size drawn;
};

constexpr int kWarmUp = 24;  // pictures until moving ones have found their size

// Each run looks from a little further to the right, so that nothing kept from the last picture helps.
std::optional<Times> time_pictures(render::Renderer& renderer, const render::Scene& scene,
                                   render::Camera camera, render::Size size, render::Quality quality,
                                   int runs) {
    std::vector<double> first_pass, wall, cpu;
    const int warm_up = quality == render::Quality::moving ? kWarmUp : 1;
    for (int i = -warm_up; i < runs; ++i) {
        camera.eye.x += 0.003F;
        const auto start = Clock::now();
        const double before = computed();
        if (!renderer.render_to_image(scene, camera, size, quality)) return {};
        if (i < 0) continue;
        first_pass.push_back(renderer.statistics().first_pass_ms);
        wall.push_back(since(start));
        cpu.push_back(computed() - before);
    }
    return Times{median(first_pass), median(wall), median(cpu), renderer.statistics().drawn};
}

// A still picture with all its passes of a scene that has just changed: shadow and ambient light are made
// anew.
std::optional<double> time_complete(render::Renderer& renderer, scene::Stage& stage, const Build& built,
                                    const render::Camera& camera, render::Size size, int runs) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        stage.pose(built, std::vector<double>(built.openers.size(), 0.01 * (i % 2)));
        const auto start = Clock::now();
        if (!renderer.render_to_image(stage.scene(), camera, size, render::Quality::still)) return {};
        times.push_back(since(start));
    }
    return median(times);
}

int run(const Context& context, const BenchOptions& options) {
    const auto size = parse_size(options.size);
    if (!size) return report(context, {{"--size", {"problem.size", {{"text", options.size}}}}});
    const auto start = Clock::now();
    scene::TextureStore textures(context.textures);
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const std::string path =
        options.design.empty() ? context.assets + "/designs/wardrobe.json" : options.design;
    const auto design = load_design(catalogue->book, path);
    if (!design) return report(context, design.error());
    const Build built = build_parts(catalogue->book, *design);
    const MeshSet meshes = make_meshes(catalogue->hardware, built);
    scene::Stage stage(catalogue->book, textures);
    stage.set(&*design, built, meshes, {});
    render::RendererOptions wanted = renderer_options(context);
    wanted.pipeline_cache.clear();  // every run measures the first start
    wanted.moving_ms = render::RendererOptions::kPrompt;
    auto renderer = render::Renderer::create(wanted);
    if (!renderer) return fmt::print(stderr, "maatkast: {}\n", renderer.error().text()), kBug;
    const render::Bounds box = box_around(built);
    const render::Camera camera =
        scene::standard_camera(scene::StandardView::three_quarter, around_copies(box, options.copies), *size);
    // What a window shows first: a moving picture.
    const auto first = (*renderer)->render_to_image(stage.scene(), camera, *size, render::Quality::moving);
    if (!first) return fmt::print(stderr, "maatkast: {}\n", first.error().text()), kBug;
    const double first_ms = since(start);
    using enum render::Quality;
    const render::Scene scene = copied(stage.scene(), box, options.copies);
    const auto moving_times = time_pictures(**renderer, scene, camera, *size, moving, options.runs);
    const auto still_times = time_pictures(**renderer, scene, camera, *size, still, options.runs);
    const auto triangles = (*renderer)->statistics().triangles;
    const auto complete_ms = time_complete(**renderer, stage, built, camera, *size, options.runs);
    if (!moving_times || !still_times || !complete_ms) return kBug;
    const std::string device = (*renderer)->device().name;
    Json json{{"device", device},
              {"size", options.size},
              {"moving_ms", moving_times->wall},
              {"moving_cpu_ms", moving_times->cpu},
              {"moving_size", fmt::format("{}x{}", moving_times->drawn.width, moving_times->drawn.height)},
              {"still_ms", still_times->first_pass},
              {"still_all_passes_ms", still_times->wall},
              {"still_all_passes_cpu_ms", still_times->cpu},
              {"still_complete_ms", *complete_ms},
              {"first_frame_ms", first_ms},
              {"triangles", triangles},
              {"parts", built.parts.size() * static_cast<std::size_t>(options.copies)}};
    if (options.json)
        fmt::print("{}\n", json.dump(2));
    else
        for (const auto& [name, value] : json.items()) fmt::print("{:<18} {}\n", name, value.dump());
    return kFine;
}

}  // namespace

void add_bench_frame(CLI::App& bench, Context& context) {
    auto options = std::make_shared<BenchOptions>();
    CLI::App* command = bench.add_subcommand("frame", "Milliseconds to draw a picture");
    command->add_option("design", options->design, "design file; default: the wardrobe among the examples");
    command->add_option("--size", options->size, "width x height in pixels")->capture_default_str();
    command->add_option("--runs", options->runs, "runs of which the median is taken")
        ->check(CLI::Range(1, 1000));
    command->add_option("--copies", options->copies, "of the cabinet, ten beside each other")
        ->check(CLI::Range(1, 100));
    command->add_flag("--json", options->json, "one JSON document on standard output");
    command->callback([options, &context] { context.exit = run(context, *options); });
}

}  // namespace maatkast::commands
