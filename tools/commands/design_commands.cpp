// new, random, edit, repair: commands that write designs.

#include <cstdio>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "model/propose/propose.h"
#include "tools/commands/commands.h"
#include "tools/commands/load.h"
#include "tools/commands/output.h"

namespace maatkast::commands {
namespace {

OrProblems<Length> size_option(const std::string& name, const std::string& text) {
    if (const auto length = parse_length(text, LengthUnit::millimetre)) return *length;
    return std::unexpected(Problems{
        {"--" + name, {"edit.not_a_length", {{"value", text}, {"least", 1_mm}, {"most", kLongest}}}}});
}

struct NewOptions {
    std::string width = "2530", height = "2390", depth = "605", output, name;
    int bays = 0;
    std::vector<std::string> edits;
};

OrProblems<Design> make_new(const Book& book, const NewOptions& options) {
    NewDesign wish;
    wish.bays = options.bays;
    Problems problems;
    for (const auto& [name, text, into] : {std::tuple{"width", &options.width, &wish.width},
                                           {"height", &options.height, &wish.height},
                                           {"depth", &options.depth, &wish.depth}}) {
        if (const auto length = size_option(name, *text))
            *into = *length;
        else
            problems.push_back(length.error().front());
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    auto design = new_design(book, wish);
    if (!design) return design;
    if (!options.name.empty()) design->name = options.name;
    std::vector<Edit> edits;
    for (const auto& text : options.edits) edits.push_back(parse_edit(text));
    return apply(book, *design, edits);
}

int write_designs(const Context& context, const Book& book, std::uint64_t seed, int count,
                  const std::string& folder, const std::vector<std::string>& kinds) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return report(context,
                      {{folder, {"cli.output_folder", {{"file", folder}, {"reason", failed.message()}}}}},
                      kCannotCreate);
    for (int i = 1; i <= count; ++i) {
        const Design design = random_design(book, seed, static_cast<std::uint64_t>(i), kinds);
        const std::string path = fmt::format("{}/S-{:04}.json", folder, i);
        if (const int code = write_output(context, path, write_design(design)); code != kFine) return code;
    }
    return kFine;
}

void tell(const Context& context, const Repaired& repaired) {
    for (const auto& [finding, repair, change] : repaired.steps)
        fmt::print(stderr, "{}: {}\n", finding.where,
                   context.texts(Message{"cli.repaired",
                                         {{"text", context.texts(finding.text)},
                                          {"repair", context.texts(repair.text)},
                                          {"price", context.texts.money_change(change)}}}));
    if (repaired.left.empty()) return;
    const bool fight =
        std::ranges::any_of(repaired.left, [](const auto& left) { return !left.against.empty(); });
    fmt::print(stderr, "{}\n", context.texts(fight ? "cli.repair_stuck" : "cli.repair_none"));
    for (const auto& [finding, against] : repaired.left) {
        fmt::print(stderr, "  {}: {}\n", finding.where, context.texts(finding.text));
        for (const Finding& other : against)
            fmt::print(stderr, "    ≠ {}: {}\n", other.where, context.texts(other.text));
    }
}

}  // namespace

void add_new(CLI::App& app, Context& context) {
    auto options = std::make_shared<NewOptions>();
    CLI::App* command = app.add_subcommand("new",
                                           "A sensible valid design from a few sizes\n\nExample: maatkast "
                                           "new --width 2530 --height 2390 --depth 605 --bays 4 -o D.json");
    command->add_option("--width", options->width, "Overall width; mm, or with a unit: 253 cm")
        ->capture_default_str();
    command->add_option("--height", options->height, "Overall height")->capture_default_str();
    command->add_option("--depth", options->depth, "Overall depth, fronts included")->capture_default_str();
    command->add_option("--bays", options->bays, "Number of bays; without it as many as fit well")
        ->check(CLI::Range(1, 200));
    command->add_option("--name", options->name, "Name of the design");
    command->add_option("--edit", options->edits, "Edits to carry out on it, as for maatkast edit");
    command->add_option("-o,--output", options->output, "The design; - for standard output")->required();
    command->callback([options, &context] {
        context.exit = with_book(context, [&](const Book& book) {
            const auto design = make_new(book, *options);
            if (!design) return report(context, design.error());
            return write_output(context, options->output, write_design(*design));
        });
    });
}

void add_random(CLI::App& app, Context& context) {
    struct Options {
        std::uint64_t seed = 1;
        int count = 1;
        std::string output;
        std::vector<std::string> kinds;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("random",
                           "Different valid designs, for tests; the same seed gives the same "
                           "bytes\n\nExample: maatkast random --seed 1 --count 500 -o designs");
    command->add_option("--seed", options->seed, "Seed")->required();
    command->add_option("--count", options->count, "How many")->required()->check(CLI::Range(1, 1'000'000));
    command
        ->add_option("--kind", options->kinds,
                     "Only these kinds of front, interior, corner and open end; corner, slope, sliding, "
                     "kneehole: all kinds, and always with that")
        ->delimiter(',');
    command->add_option("-o,--output", options->output, "Folder for S-0001.json and so on")->required();
    command->callback([options, &context] {
        context.exit = with_book(context, [&](const Book& book) {
            for (const auto& kind : options->kinds)
                if (!known_kind(kind))
                    return report(
                        context,
                        {{"--kind", {"read.unknown_word", {{"value", kind}, {"known", known_kinds()}}}}}, 2);
            return write_designs(context, book, options->seed, options->count, options->output,
                                 options->kinds);
        });
    });
}

void add_edit(CLI::App& app, Context& context) {
    struct Options {
        std::string design, output;
        std::vector<std::string> edits;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "edit",
        "Carries out edits, the same ones the window makes\n\nExample: maatkast edit D.json width=2400 "
        "bays/2/width=600 finish/fronts=oak bays/1/insert -o E.json\n\n" +
            list_of_edits());
    command->add_option("design", options->design, "The design; - for standard input")->required();
    command->add_option("edits", options->edits, "Edits, all or none")->expected(0, -1);
    command->add_option("-o,--output", options->output, "The changed design; - for standard output")
        ->required();
    command->callback([options, &context] {
        context.exit = with_design(context, options->design, [&](const Book& book, const Design& design) {
            std::vector<Edit> edits;
            for (const auto& text : options->edits) edits.push_back(parse_edit(text));
            const auto changed = apply(book, design, edits);
            if (!changed) return report(context, changed.error());
            return write_output(context, options->output, write_design(*changed));
        });
    });
}

void add_repair(CLI::App& app, Context& context) {
    struct Options {
        std::string design, output;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("repair",
                                           "Takes the cheapest repairs until nothing blocks; says which on "
                                           "stderr\n\nExample: maatkast repair D.json -o D.json");
    command->add_option("design", options->design, "The design; - for standard input")->required();
    command->add_option("-o,--output", options->output, "The repaired design; - for standard output")
        ->required();
    command->callback([options, &context] {
        context.exit = with_design(context, options->design, [&](const Book& book, const Design& design) {
            const Repaired repaired = repair_all(book, design);
            tell(context, repaired);
            const int code = write_output(context, options->output, write_design(repaired.design));
            return code != kFine ? code : repaired.left.empty() ? kFine : kBlocked;
        });
    });
}

}  // namespace maatkast::commands
