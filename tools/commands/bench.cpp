#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "model/base/json.h"
#include "model/design/design_io.h"
#include "model/mesh/mesh.h"
#include "model/price/tally.h"
#include "model/propose/propose.h"
#include "tools/commands/bench_frame.h"
#include "tools/commands/commands.h"
#include "tools/commands/load.h"
#include "tools/commands/output.h"

namespace maatkast::commands {
namespace {

using Clock = std::chrono::steady_clock;

/// Median of `runs` runs in microseconds; each run repeats until it has lasted long enough to be measured.
template <class Work>
double median_us(int runs, Work work) {
    std::vector<double> times;
    for (int run = -1; run < runs; ++run) {
        const auto begin = Clock::now();
        int repeats = 0;
        double elapsed = 0;
        do {
            work();
            ++repeats;
            elapsed = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
        } while (elapsed < 3000);
        if (run >= 0) times.push_back(elapsed / repeats);  // the first warms the caches
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[static_cast<std::size_t>(runs / 2)];
}

struct Measured {
    std::size_t parts = 0, boards = 0;
    double total_us = 0;
};

Measured measure_build(const scene::Catalogue& catalogue, const Design& design) {
    Measured measured;
    const Build once = build(catalogue.book, design);
    measured.parts = once.parts.size();
    measured.boards =
        static_cast<std::size_t>(std::ranges::count(once.parts, ShapeKind::board, &Part::shape));
    std::size_t guard = 0;  // read below, so that nothing is optimised away
    measured.total_us = median_us(9, [&] {
        const Build result = build(catalogue.book, design);
        guard += make_meshes(catalogue.hardware, result).vertices.size();
    });
    if (guard == 0) measured.total_us = 0;
    return measured;
}

/// A run of `bays` equal bays of a wardrobe, to see how cost grows.
Design run_of(const Book& book, int bays) {
    auto design =
        new_design(book, {.width = Length::of_mm(500), .height = 2390_mm, .depth = 605_mm, .bays = 1});
    const Bay bay = design->bays.front();
    design->bays.assign(static_cast<std::size_t>(bays), bay);
    return *design;
}

/// Parts, openers, findings, price and meshes of the U-shaped dressing room, from nothing.
OrProblems<double> dressing_room_us(const Context& context, const scene::Catalogue& catalogue) {
    const auto design = load_design(catalogue.book, context.assets + "/designs/u_dressing_room.json");
    if (!design) return std::unexpected(design.error());
    std::int64_t guard = 0;
    const double time = median_us(9, [&] {
        const Build result = build(catalogue.book, *design);
        guard += price(catalogue.book, result).total.value;
        guard += std::ssize(make_meshes(catalogue.hardware, result).vertices);
    });
    return guard == 0 ? 0 : time;
}

/// A shelf moved in a run of so many bays, and all that the showroom shows of it: parts, findings, price, and
/// which meshes there are.
double edit_us(const scene::Catalogue& catalogue, int bays) {
    const Book& book = catalogue.book;
    Rebuild rebuild(book, run_of(book, bays));
    Tally tally(book, rebuild.build());
    MeshStore meshes(catalogue.hardware, rebuild.build());
    const std::string shelf = fmt::format("bays/{}/openings/0/top", bays / 2);
    bool up = false;
    return median_us(9, [&] {
        up = !up;
        auto changed = apply(book, rebuild.design(), Edit{shelf, up ? "550" : "500"});
        if (!changed) return;
        const Rebuilt rebuilt = rebuild.update(std::move(*changed));
        tally.update(rebuild.build(), rebuilt);
        meshes.update(rebuild.build(), rebuilt);
    });
}

struct EditTimes {
    double few_us = 0, many_us = 0;
};
EditTimes edit_times(const scene::Catalogue& catalogue) {
    return {edit_us(catalogue, 3), edit_us(catalogue, 100)};
}

/// The slope of log(time) over log(parts), by least squares.
double exponent(const std::vector<Measured>& runs) {
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (const Measured& run : runs) {
        const double x = std::log(static_cast<double>(run.parts)), y = std::log(run.total_us);
        sx += x, sy += y, sxx += x * x, sxy += x * y;
    }
    const double n = static_cast<double>(runs.size());
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

int bench_build(const Context& context, const std::string& path, bool as_json) {
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const auto design =
        load_design(catalogue->book, path.empty() ? context.assets + "/designs/wardrobe.json" : path);
    if (!design) return report(context, design.error());
    const Measured whole = measure_build(*catalogue, *design);
    std::vector<Measured> growth;
    for (const int bays : {1, 4, 16, 64, 256, 800})
        growth.push_back(measure_build(*catalogue, run_of(catalogue->book, bays)));
    const auto dressing_room = dressing_room_us(context, *catalogue);
    if (!dressing_room) return report(context, dressing_room.error());
    const EditTimes edit = edit_times(*catalogue);
    Json json = {{"parts", whole.parts},
                 {"boards", whole.boards},
                 {"build_us", whole.total_us},
                 {"us_per_part", whole.total_us / static_cast<double>(whole.parts)},
                 {"growth_exponent", exponent(growth)},
                 {"u_dressing_room_us", *dressing_room},
                 {"edit_3_bays_us", edit.few_us},
                 {"edit_100_bays_us", edit.many_us},
                 {"edit_ratio", edit.many_us / edit.few_us},
                 {"growth", Json::array()}};
    for (const Measured& run : growth)
        json["growth"].push_back({{"parts", run.parts}, {"build_us", run.total_us}});
    if (as_json) return write_output(context, "-", json.dump(2) + "\n");
    return write_output(
        context, "-",
        fmt::format(
            "{} parts built with findings and meshes in {:.1f} µs ({:.2f} µs a part), growing as n^{:.3f}\n"
            "U dressing room: parts, findings, price and meshes in {:.3f} ms\n"
            "one edit: a shelf moved in 3 bays {:.1f} µs, in 100 bays {:.1f} µs, ratio {:.2f}\n",
            whole.parts, whole.total_us, whole.total_us / static_cast<double>(whole.parts), exponent(growth),
            *dressing_room / 1000, edit.few_us, edit.many_us, edit.many_us / edit.few_us));
}

int bench_edit(const Context& context, bool as_json) {
    const auto catalogue = scene::load_catalogue(context.assets);
    if (!catalogue) return report(context, catalogue.error());
    const EditTimes edit = edit_times(*catalogue);
    const Json json = {{"edit_3_bays_us", edit.few_us}, {"edit_100_bays_us", edit.many_us}};
    return write_output(context, "-", as_json ? json.dump(2) + "\n" : json.dump() + "\n");
}

int bench_random(const Context& context, bool as_json) {
    return with_book(context, [&](const Book& book) {
        std::uint64_t index = 0;
        const Json json = {
            {"random_us", median_us(9, [&] { static_cast<void>(random_design(book, 1, ++index)); })}};
        return write_output(context, "-", as_json ? json.dump(2) + "\n" : json.dump() + "\n");
    });
}

}  // namespace

void add_bench(CLI::App& app, Context& context) {
    CLI::App* bench = app.add_subcommand(
        "bench", "Measurements, medians of several runs\n\nExample: maatkast bench build --json");
    bench->require_subcommand(1);
    struct Options {
        std::string design;
        bool json = false;
    };
    const auto add = [&](const char* name, const char* help, auto run) {
        auto options = std::make_shared<Options>();
        CLI::App* command = bench->add_subcommand(name, help);
        command->add_option("design", options->design, "A design; without one the example wardrobe");
        command->add_flag("--json", options->json, "One JSON document on stdout");
        command->callback([options, &context, run] { context.exit = run(*options); });
    };
    add("build", "Parts, findings and meshes of a design, how the cost grows, and what one edit costs",
        [&context](const Options& options) { return bench_build(context, options.design, options.json); });
    add("edit", "One shelf moved, in a run of 3 bays and of 100",
        [&context](const Options& options) { return bench_edit(context, options.json); });
    add_bench_frame(*bench, context);
    add("random", "One random valid design",
        [&context](const Options& options) { return bench_random(context, options.json); });
}

}  // namespace maatkast::commands
