// check, parts, price: commands that read a design and print.

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "model/base/file.h"
#include "model/build/build.h"
#include "model/price/price.h"
#include "tools/commands/commands.h"
#include "tools/commands/listing.h"
#include "tools/commands/output.h"

namespace maatkast::commands {
namespace {

int print(const Context& context, const std::string& text) {
    return write_output(context, "-", text);
}

std::string findings_text(const Context& context, const Book& book, const Design& design,
                          const Build& result) {
    if (result.findings.empty()) return context.texts("cli.all_well") + "\n";
    std::string text;
    for (const Finding& finding : result.findings) {
        text += fmt::format("{} [{}] {} ({})\n", finding.where,
                            context.texts("severity." + std::string(name_of(finding.severity))),
                            context.texts(finding.text),
                            context.texts(Message{"cli.page", {{"page", std::int64_t{finding.page}}}}));
        for (const Repair& repair : finding.repairs) {
            const auto change = price_change(book, design, repair.edits);
            text += fmt::format("    → {}{}\n", context.texts(repair.text),
                                change ? " (" + context.texts.money_change(*change) + ")" : "");
        }
    }
    return text;
}

std::string parts_text(const Context& context, const Book& book, const Build& result) {
    std::string text;
    for (const ListedPart& part : list_parts(book, result))
        text += fmt::format("{:<34} {:<20} {:<22} {:>7.1f} × {:>6.1f} × {:>5.1f} mm {:>8.3f} kg\n", part.id,
                            context.texts(part.name_key), part.article, part.length.mm(), part.width.mm(),
                            part.thickness.mm(), part.mass);
    return text + fmt::format("{}: {:.2f} kg\n", context.texts("cli.mass"), result.mass);
}

std::string price_text(const Context& context, const Book& book, const Price& total) {
    std::string text;
    for (const PriceLine& line : total.lines) {
        const Article& article = book.articles[line.article];
        text += fmt::format("{:<46} {:>10.4g} {:<3} × {:>12} = {:>12}\n", context.texts(article.name),
                            line.quantity, context.texts(unit_key(article.unit)),
                            context.texts.money(line.unit), context.texts.money(line.total));
    }
    return text + fmt::format("{}: {} ({} {})\n", context.texts("cli.total"),
                              context.texts.money(total.total), context.texts("cli.vat"),
                              context.texts.money(total.vat));
}

struct Options {
    std::string design;
    bool json = false, csv = false;
};

/// A command on one design, with --json; `run` gets book, design and options.
using Run = std::function<int(const Options&, const Book&, const Design&)>;
CLI::App* add_reader(CLI::App& app, Context& context, const char* name, const char* help, Run run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("design", options->design, "The design; - for standard input")->required();
    auto* json = command->add_flag("--json", options->json, "One JSON document on stdout");
    if (std::string_view(name) == "parts")
        command->add_flag("--csv", options->csv, "Comma-separated values")->excludes(json);
    command->callback([options, &context, run] {
        context.exit = with_design(context, options->design, [&](const Book& book, const Design& design) {
            return run(*options, book, design);
        });
    });
    return command;
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
    add_reader(app, context, "check",
               "Findings, each with its page, sentence and priced repairs; exit 1 where one "
               "blocks\n\nExample: maatkast check D.json --json",
               [&context](const Options& options, const Book& book, const Design& design) {
                   const Build result = build(book, design);
                   const int code =
                       print(context, options.json ? findings_json(context.texts, book, design, result)
                                                   : findings_text(context, book, design, result));
                   return code != kFine ? code : sellable(result) ? kFine : kBlocked;
               });
}

void add_parts(CLI::App& app, Context& context) {
    add_reader(app, context, "parts", "The parts list\n\nExample: maatkast parts D.json --csv > parts.csv",
               [&context](const Options& options, const Book& book, const Design& design) {
                   const Build result = build_parts(book, design);
                   return print(context, options.json  ? parts_json(context.texts, book, result)
                                         : options.csv ? parts_csv(context.texts, book, result)
                                                       : parts_text(context, book, result));
               });
}

void add_price(CLI::App& app, Context& context) {
    add_reader(app, context, "price", "The price, line by line\n\nExample: maatkast price D.json",
               [&context](const Options& options, const Book& book, const Design& design) {
                   const Price total = price(book, build_parts(book, design));
                   return print(context, options.json ? price_json(context.texts, book, total)
                                                      : price_text(context, book, total));
               });
}

}  // namespace maatkast::commands
