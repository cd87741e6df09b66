#include "tools/commands/render_overlays.h"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

namespace maatkast::commands {
namespace {

/// `RULE` or `RULE:N`: the N-th repair, counted from 1, of the first finding of that rule.
const Repair* repair_of(const std::string& text, const Build& built) {
    const std::size_t colon = text.find(':');
    std::size_t number = 1;
    if (colon != std::string::npos) {
        const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size()) return nullptr;
    }
    const auto finding = std::ranges::find(built.findings, text.substr(0, colon), &Finding::rule);
    if (finding == built.findings.end() || number < 1 || number > finding->repairs.size()) return nullptr;
    return &finding->repairs[number - 1];
}

}  // namespace

void add_overlay_options(CLI::App& command, OverlayOptions& options) {
    CLI::Option* explode =
        command
            .add_option("--explode", options.explode,
                        "parts apart as in an assembly drawing: 0 together to 1 with air between all")
            ->check(CLI::Range(0.0, 1.0));
    CLI::Option* section = command
                               .add_option("--section", options.section,
                                           "cut across this bay, counted from 0 as in paths of edits")
                               ->excludes(explode)
                               ->excludes(command.get_option("--open"));
    command.add_flag("--envelopes", options.envelopes, "the room that doors, flaps and drawers take to open")
        ->excludes(explode);
    command
        .add_option("--ghost", options.ghost,
                    "what a repair would change: the rule of its finding, and :N for its N-th repair")
        ->type_name("RULE[:N]")
        ->excludes(explode);
    command
        .add_flag("--dimensions", options.dimensions,
                  "dimension lines in millimetres: the whole, its bays, the openings at its ends")
        ->excludes(explode)
        ->excludes(section);
}

OrProblems<void> PictureOverlays::add(const OverlayOptions& options, const scene::Catalogue& catalogue,
                                      const Design& design, const Build& built,
                                      const scene::FacePatches& patches, render::Scene& scene) {
    if (options.explode > 0) {
        const scene::Explosion parts = scene::explosion(built);
        scene::explode(scene, built, parts, options.explode);
        beside_.add(scene::exploded_box(built, parts, options.explode));
    }
    if (!options.ghost.empty())
        if (const auto added = add_ghost(options.ghost, catalogue, design, built, scene); !added)
            return added;
    patches.follow(scene);
    if (options.section) {
        if (*options.section < 0 || std::cmp_greater_equal(*options.section, design.bays.size()))
            return std::unexpected(
                Problems{{"--section",
                          {"problem.section",
                           {{"bay", std::int64_t{*options.section}},
                            {"last", static_cast<std::int64_t>(design.bays.size()) - 1}}}}});
        plane_ = scene::section_across(catalogue.book, design, static_cast<std::size_t>(*options.section));
        section_.emplace(catalogue.book, built, scene, *plane_);
        section_->show(scene);
    }
    if (options.envelopes) {
        envelopes_.emplace(scene::envelopes(built, built.findings));
        envelopes_->show(scene);
        beside_.add(envelopes_->bounds());
    }
    return {};
}

OrProblems<void> PictureOverlays::add_ghost(const std::string& text, const scene::Catalogue& catalogue,
                                            const Design& design, const Build& built, render::Scene& scene) {
    const Repair* repair = repair_of(text, built);
    if (!repair) return std::unexpected(Problems{{"--ghost", {"problem.ghost", {{"text", text}}}}});
    const auto after = apply(catalogue.book, design, repair->edits);
    if (!after) return std::unexpected(after.error());
    ghost_.emplace(catalogue.hardware, built, build_parts(catalogue.book, *after));
    ghost_->show(scene);
    beside_.add(ghost_->bounds());
    return {};
}

std::optional<render::Camera> PictureOverlays::camera(render::Size size) const {
    if (!plane_ || section_->face().empty()) return {};
    return scene::section_camera(*plane_, section_->face(), size);
}

}  // namespace maatkast::commands
