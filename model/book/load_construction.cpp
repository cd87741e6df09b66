#include "model/book/load_construction.h"

#include <algorithm>
#include <array>

namespace maatkast {
namespace {

struct Row {
    const char* name;
    Length Construction::* member;
};

constexpr std::array kLengths = std::to_array<Row>({
    {"joint_clearance", &Construction::joint_clearance},
    {"shelf_clearance", &Construction::shelf_clearance},
    {"shelf_setback", &Construction::shelf_setback},
    {"front_gap", &Construction::front_gap},
    {"front_reveal", &Construction::front_reveal},
    {"front_overlay", &Construction::front_overlay},
    {"front_offset", &Construction::front_offset},
    {"plinth_recess", &Construction::plinth_recess},
    {"plinth_thickness", &Construction::plinth_thickness},
    {"plinth_end_setback", &Construction::plinth_end_setback},
    {"plinth_longest", &Construction::plinth_longest},
    {"back_thin", &Construction::back_thin},
    {"back_thick", &Construction::back_thick},
    {"back_gap", &Construction::back_gap},
    {"foot_inset", &Construction::foot_inset},
    {"foot_diameter", &Construction::foot_diameter},
    {"leg_inset", &Construction::leg_inset},
    {"drawer_deduction", &Construction::drawer_deduction},
    {"drawer_side_thickness", &Construction::drawer_side_thickness},
    {"drawer_bottom_thickness", &Construction::drawer_bottom_thickness},
    {"drawer_bottom_recess", &Construction::drawer_bottom_recess},
    {"drawer_under", &Construction::drawer_under},
    {"drawer_over", &Construction::drawer_over},
    {"runner_deduction", &Construction::runner_deduction},
    {"runner_behind", &Construction::runner_behind},
    {"runner_width", &Construction::runner_width},
    {"inner_drawer_spacer", &Construction::inner_drawer_spacer},
    {"inner_drawer_setback", &Construction::inner_drawer_setback},
    {"hinge_first", &Construction::hinge_first},
    {"hinge_to_shelf", &Construction::hinge_to_shelf},
    {"rail_drop", &Construction::rail_drop},
    {"rail_height", &Construction::rail_height},
    {"rail_depth", &Construction::rail_depth},
    {"corner_deep_from", &Construction::corner_deep_from},
    {"corner_opening_deep", &Construction::corner_opening_deep},
    {"corner_opening_shallow", &Construction::corner_opening_shallow},
    {"corner_filler", &Construction::corner_filler},
    {"corner_clearance", &Construction::corner_clearance},
    {"handle_height", &Construction::handle_height},
    {"handle_from_end", &Construction::handle_from_end},
    {"pin_from_edge", &Construction::pin_from_edge},
    {"pin_behind_hinges", &Construction::pin_behind_hinges},
    {"shelf_recess", &Construction::shelf_recess},
    {"glass_thin", &Construction::glass_thin},
    {"glass_thick", &Construction::glass_thick},
    {"glass_thin_span", &Construction::glass_thin_span},
    {"slant_depth", &Construction::slant_depth},
    {"slant_behind_hinges", &Construction::slant_behind_hinges},
    {"slant_toe", &Construction::slant_toe},
    {"tray_lip", &Construction::tray_lip},
    {"pullout_setback", &Construction::pullout_setback},
    {"pullout_overlap", &Construction::pullout_overlap},
    {"led_inset", &Construction::led_inset},
    {"led_end_gap", &Construction::led_end_gap},
    {"led_driver_reach", &Construction::led_driver_reach},
    {"led_driver_inset", &Construction::led_driver_inset},
    {"frame_width", &Construction::frame_width},
    {"frame_panel", &Construction::frame_panel},
    {"frame_pane", &Construction::frame_pane},
    {"frame_groove", &Construction::frame_groove},
    {"frame_play", &Construction::frame_play},
    {"frame_field_most", &Construction::frame_field_most},
    {"flap_hinge_pitch", &Construction::flap_hinge_pitch},
    {"bifold_gap", &Construction::bifold_gap},
    {"pullout_tray_pitch", &Construction::pullout_tray_pitch},
    {"pullout_guard", &Construction::pullout_guard},
    {"sliding_overlap", &Construction::sliding_overlap},
    {"sliding_deduction", &Construction::sliding_deduction},
    {"sliding_under", &Construction::sliding_under},
    {"sliding_track_depth", &Construction::sliding_track_depth},
    {"sliding_track_inset", &Construction::sliding_track_inset},
    {"scribe_allowance", &Construction::scribe_allowance},
    {"filler_setback", &Construction::filler_setback},
    {"filler_batten", &Construction::filler_batten},
    {"cornice_ledge", &Construction::cornice_ledge},
    {"hanging_board", &Construction::hanging_board},
    {"spacer_board", &Construction::spacer_board},
    {"slope_clearance", &Construction::slope_clearance},
    {"slope_shelf", &Construction::slope_shelf},
    {"slope_least", &Construction::slope_least},
});
constexpr const char* kBackArea = "back_thick_above_m2";
struct AngleRow {
    const char* name;
    Angle Construction::* member;
    int least, most;  ///< degrees
};
constexpr std::array kAngles = std::to_array<AngleRow>({
    {"hinge_opening_degrees", &Construction::hinge_opening, 30, 180},
    {"flap_opening_degrees", &Construction::flap_opening, 60, 120},
    {"bifold_opening_degrees", &Construction::bifold_opening, 60, 89},
    {"corner_leaf_opening_degrees", &Construction::corner_leaf_opening, 95, 175},
    {"corner_fold_opening_degrees", &Construction::corner_fold_opening, 95, 150},
    {"slant_degrees", &Construction::slant, 5, 45},
    {"brace_steepest_degrees", &Construction::brace_steepest, 30, 80},
});

bool known(const std::string& name) {
    return name == kBackArea || std::ranges::find(kLengths, name, &Row::name) != kLengths.end() ||
           std::ranges::find(kAngles, name, &AngleRow::name) != kAngles.end();
}

}  // namespace

Construction read_construction(const JsonReader& node) {
    Construction construction;
    for (const auto& [name, member] : kLengths)
        construction.*member = node.required(name).length(0.1_mm, 5000_mm);
    construction.back_thick_above_m2 = node.required(kBackArea).number(0.01, 10);
    for (const auto& [name, member, least, most] : kAngles)
        construction.*member = Angle::of_degrees(static_cast<int>(node.required(name).integer(least, most)));
    for (const auto& name : node.keys())
        if (!known(name)) node.required(name).note("read.unknown_name", {{"name", name}});
    return construction;
}

}  // namespace maatkast
