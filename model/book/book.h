#pragma once
// The system book: everything that is possible, as data. Read once from assets/book into these types; refused
// with all reasons when it contradicts itself. Every entry carries its page and the source of its numbers.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/message.h"
#include "model/base/units.h"

namespace maatkast {

/// Where a number comes from: its page in the book, and a grade A–G with a few words (A: manufacturer or
/// standard … D: arithmetic, G: trade knowledge).
struct Source {
    int page = 0;
    std::string grade;
    std::string words;
};

/// Allowed values: least, least + step, … most.
struct Range {
    Length least, most, step;
    Source source;

    bool contains(Length value) const { return least <= value && value <= most; }
    bool on_step(Length value) const { return (value - least) % step == Length{}; }
    /// The nearest allowed value that is not larger; a typed size is rounded down, never up.
    Length round_down(Length value) const;
};

struct Material {
    std::string id;              ///< `chipboard`; its name is the text `material.chipboard`
    double density = 0;          ///< kg/m³
    double elastic_modulus = 0;  ///< N/mm²
    /// File stem of the texture that ends show where they are not banded, `spruce_ends`; empty: what the
    /// faces show.
    std::string cut;
    bool layered = false;  ///< plywood: its sides show that too
    Source source;
};

/// One thickness in which a finish can be had.
struct BoardOffer {
    Length thickness;
    std::uint16_t material = 0;  ///< index into Book::materials
    Cents price_per_m2;
    std::uint16_t article = 0;  ///< index into Book::articles
};

/// What a surface looks like; physical values for the picture and the web model.
struct Look {
    std::array<std::uint8_t, 3> srgb{};  ///< catalogue colour; with a texture: its mean colour
    double roughness = 0.5;
    double metallic = 0;
    double clearcoat = 0;
    std::string texture;      ///< file stem of the texture, `oak`; empty: one plain colour
    double transmission = 0;  ///< share of the light that passes; above 0: glass
    double anisotropy = 0;    ///< 0 … 1, brushed along its texture coordinate u
};

/// A finish of boards: `white`, `oak`. Its name is the text `finish.white`.
struct Finish {
    std::string id;
    Look look;
    bool grain = false;
    bool choice = true;                   ///< offered to customers; false for the metal of fittings
    bool fronts_only = false;             ///< of doors, drawer fronts and sliding leaves without a frame
    std::optional<std::uint16_t> behind;  ///< index of the finish that its back and edges look like
    std::vector<BoardOffer> boards;       ///< ascending thickness
    Cents edge_per_metre;
    std::uint16_t edge_article = 0;
    Source source;

    const BoardOffer* board(Length thickness) const;
};

/// A mesh from assets/hardware with the look it is drawn in.
struct HardwareModel {
    std::string id;  ///< file stem, `handle_bar`
    Look look;
    Length3 size;  ///< bounding box of the file, in its own axes, checked when it is loaded
};

/// Whatever stands on a price line: boards, edges, fittings, labour.
struct Article {
    std::string id;  ///< `board.white.19`, `hinge.cup`
    Message name;
    Cents price;  ///< per unit
    enum class Unit : std::uint8_t { piece, square_metre, metre } unit = Unit::piece;
    double mass = 0;  ///< kg a unit, for hardware
    Source source;
};

/// piece: stands on the face of a front. edge: a profile on its face along the free edge. grip: the free edge
/// is milled and gives way to fingers. push: a bolt behind the front.
enum class HandleKind : std::uint8_t { piece, edge, grip, push };

/// A handle as the customer chooses it.
struct Handle {
    std::string id;           ///< `bar`, `knob`, `none` (push to open)
    std::uint16_t model = 0;  ///< index into Book::models; unused for `grip`
    std::uint16_t article = 0;
    Length from_edge;     ///< middle of the handle to the free edge of the front
    bool visible = true;  ///< stands on the face
    HandleKind kind = HandleKind::piece;
    Length take;  ///< by so much a front ends before the edge of its field, for fingers
};

/// A lift for flaps that open upwards, by the power that it holds: height in mm times mass in kg.
struct Lift {
    std::uint16_t article = 0;
    double least = 0, most = 0;
    Source source;
};

struct LoadClass {
    std::string id;  ///< `domestic`
    double kg_per_m2 = 0;
    Source source;
};

/// What people keep in a cabinet, and the room and strength that it asks for. Its name is the text
/// `contents.lp`.
struct Contents {
    std::string id;        ///< `lp`
    Length clear;          ///< least clear height of its opening
    Length depth;          ///< least inner depth
    double kg_per_m2 = 0;  ///< on the board below it; what hangs: on its rail, by the area below the rail
    Source source;
};

/// What a customer's room starts with until it is measured: a sloping ceiling, a skirting board, and the
/// usual size of each kind of obstacle.
struct RoomDefaults {
    Length ceiling_least;  ///< a lower one is refused where it is typed
    Source ceiling_source;
    Length slope_low;
    Angle slope_angle;
    Source slope_source;
    Length skirting_depth;
    Source skirting_source;
    struct Obstacle {
        std::string kind;  ///< as in designs: `window`
        Length y;          ///< of its lower edge above the floor
        Length width, height, depth;
        Source source;
    };
    std::vector<Obstacle> obstacles;  ///< one for each kind
};

/// A row of the hinge table: up to this mass and this height so many hinges.
struct HingeRow {
    double most_mass = 0;  ///< kg
    int hinges = 0;
};
struct HingeHeightRow {
    Length most_height;
    int hinges = 0;
};

/// How the system is put together: gaps, clearances and recesses.
struct Construction {
    Length joint_clearance;  ///< in a glued or dowelled joint: real, and keeps two faces from coinciding
    Length shelf_clearance;  ///< each end of a loose shelf
    Length shelf_setback;    ///< of a shelf behind the front edge of the carcase
    Length front_gap;        ///< between two fronts
    Length front_reveal;     ///< least of the carcase beside the outermost fronts
    Length front_overlay;    ///< most of a front over an upright, as far as its hinges reach
    Length front_offset;     ///< air between carcase and closed front
    Length plinth_recess, plinth_thickness, plinth_end_setback, plinth_longest;
    Length back_thin, back_thick, back_gap;
    double back_thick_above_m2 = 0;
    Length foot_inset, foot_diameter, leg_inset;
    Length drawer_deduction;  ///< opening minus inner width of the box
    Length drawer_side_thickness, drawer_bottom_thickness, drawer_bottom_recess;
    Length drawer_under, drawer_over;
    Length runner_deduction;  ///< nominal length minus length of the box
    Length runner_behind;     ///< free depth behind the nominal length
    Length runner_width;
    Length inner_drawer_spacer, inner_drawer_setback;
    Length hinge_first;     ///< middle of the outermost hinges to the end of the door
    Length hinge_to_shelf;  ///< least distance of a hinge's middle to a shelf's middle
    Angle hinge_opening;
    Length rail_drop;  ///< of the rail's top below the shelf above
    Length rail_height, rail_depth;
    Length corner_deep_from;     ///< depth from which a corner counts as deep
    Length corner_opening_deep;  ///< leg of a corner beyond the neighbour's depth
    Length corner_opening_shallow;
    Length corner_filler;      ///< least, of a blind corner
    Length corner_clearance;   ///< between what opens on both sides of a blind corner
    Length handle_height;      ///< middle of a door's handle above the floor
    Length handle_from_end;    ///< least distance of a handle's end to the end of its front
    Length pin_from_edge;      ///< of a shelf pin's middle to its shelf's front and back edge
    Length pin_behind_hinges;  ///< least distance of the front pins to the carcase's front, past hinge arms
    Length shelf_recess;       ///< of a recessed shelf behind the front edge of the carcase
    Length glass_thin, glass_thick;  ///< of shelves, up to and over a clear width of
    Length glass_thin_span;
    Angle slant;                     ///< by which a slanted shelf leans forward
    Length slant_depth;              ///< most of its board, along the slope
    Length slant_behind_hinges;      ///< free depth before it where a front may hang on hinges
    Length slant_toe;                ///< of its toe rail above the board
    Length tray_lip;                 ///< height of a tray's front
    Length pullout_setback;          ///< of a pull-out rail behind the front edge of the carcase
    Length pullout_overlap;          ///< of its bar that stays in the carrier
    Length led_inset, led_end_gap;   ///< of a light strip behind its board's front edge, at both ends
    Length led_driver_reach;         ///< most of strip on one driver
    Length led_driver_inset;         ///< of the driver before the back of the carcase
    Length frame_width;              ///< of the stiles and rails of a framed front
    Length frame_panel, frame_pane;  ///< thickness of the panel, or of the glass, in its groove
    Length frame_groove;             ///< depth
    Length frame_play;  ///< of the panel at the bottom of its groove: wood moves, glass must not be clamped
    Length frame_field_most;    ///< height of one panel or pane; a rail divides what is higher
    Angle flap_opening;         ///< of a flap that opens upwards with nothing above it
    Length flap_hinge_pitch;    ///< most between two hinges of a flap
    Angle bifold_opening;       ///< of the leaf that hangs on the carcase; the other folds back by twice that
    Length bifold_gap;          ///< between the backs of the folded leaves
    Angle corner_leaf_opening;  ///< of the hinge between the carcase and a folding door before an L
    Angle corner_fold_opening;  ///< of the hinge between its leaves, to where they stand in one plane
    Length pullout_tray_pitch;  ///< most between two trays of a tall pull-out
    Length pullout_guard;       ///< height of the boards at the sides of its trays
    Length sliding_overlap;     ///< of two sliding leaves
    Length sliding_deduction;   ///< height of the opening minus height of its leaves
    Length sliding_under;  ///< of leaves over the lower track, which lies level with the floor of the carcase
    Length sliding_track_depth;  ///< between the carcase and the face of the foremost leaf
    Length sliding_track_inset;  ///< of the tracks behind the boards that bear them
    Length scribe_allowance;     ///< of a filler that is fitted to the wall on site
    Length filler_setback;       ///< of fillers behind the plane of the fronts
    Length filler_batten;        ///< width of the batten behind a filler
    Length cornice_ledge;        ///< of a cornice's cap behind its frieze
    Length hanging_board;        ///< height of the board that rests on a wall rail
    Length spacer_board;         ///< height of the board below that keeps a hung cabinet off the wall
    Angle brace_steepest;        ///< of the bars of a cross brace to the floor
    Length slope_clearance;      ///< between the cabinet and a sloping ceiling, square to it
    Length slope_shelf;          ///< least depth of a shelf that ends at a slope behind it
    Length slope_least;          ///< shortest sloping or flat part of a top that is cut, seen from above
};

/// One kind of hole and the line it is drilled on. `from_edge`: from the edge of the board that it is
/// measured from to the middle of the holes; `pitch`: from one to the next.
struct HolePattern {
    Length diameter, depth, from_edge, pitch;
    Source source;
};

/// What is drilled: shelf pins and the screws of mounting plates and runners into uprights, cups into doors.
struct Machining {
    HolePattern pins, plates, cups, runners;
    Length web;  ///< least wood between two holes, and between a hole and the other face
    Source web_source;
};

/// A rule's entry: its page, its limits by name. Lengths are stored as mm; the rule knows its own units.
struct RuleEntry {
    Source source;
    std::map<std::string, double, std::less<>> limits;
    std::vector<std::string>
        example;  ///< edits of a bare bay that break it, for the printed book; may be empty

    double limit(std::string_view name) const;
    Length length(std::string_view name) const { return Length::nearest_mm(limit(name)); }
};

struct Book {
    std::string id, version, currency;
    int vat_percent = 21;

    Range width, height, depth;  ///< of a bay
    Range plinth_height, leg_height;
    Range hung_height;  ///< of the underside of a wall-hung cabinet above the floor
    Length hole_pitch;  ///< of the uprights; shelves stand on its multiples

    std::vector<Material> materials;
    std::vector<Finish> finishes;
    std::vector<Article> articles;
    std::vector<HardwareModel> models;
    std::vector<Handle> handles;
    std::vector<Lift> lifts;
    std::vector<LoadClass> loads;
    std::vector<Contents> contents;
    std::vector<HingeRow> hinges_by_mass;
    std::vector<HingeHeightRow> hinges_by_height;

    Construction construction;
    Machining machining;
    std::vector<Length> runner_lengths, pullout_lengths, drawer_side_heights;
    std::map<std::string, RuleEntry, std::less<>> rules;
    RoomDefaults room;

    /// What a new design starts with.
    struct Defaults {
        std::string carcase, shelves, fronts, drawers, handle, load;
        Length carcase_thickness, shelf_thickness, front_thickness, plinth_height;
        Length worktop_thickness, worktop_overhang, cornice_overhang;
    } defaults;

    const Finish* finish(std::string_view id) const;
    const Handle* handle(std::string_view id) const;
    const LoadClass* load(std::string_view id) const;
    const Contents* content(std::string_view id) const;
    const RuleEntry& rule(std::string_view id) const;
    std::uint16_t article(std::string_view id) const;  ///< asserts that it exists
    std::uint16_t model(std::string_view id) const;    ///< asserts that it exists
};

/// Reads every file of assets/book. All reasons when something is missing, out of range or contradictory.
OrProblems<Book> load_book(const std::string& directory);

}  // namespace maatkast
