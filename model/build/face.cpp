#include "model/build/face.h"

#include <algorithm>
#include <numeric>

#include "model/book/book.h"

namespace maatkast {
namespace {

bool is_glass(FrontStyle style) {
    return style == FrontStyle::glass_clear || style == FrontStyle::glass_frosted;
}

Length infill_thickness(const Construction& c, FrontStyle style) {
    return is_glass(style) ? c.frame_pane : c.frame_panel;
}

Length groove_width(const Construction& c, FrontStyle style) {
    return infill_thickness(c, style) + c.joint_clearance * 2;
}

/// The section of a stile or rail across its length, a from the outside in, b its thickness; grooved at the
/// far end of a, and at the near one where it stands between two panels.
struct Section {
    Length a0, a1, b0, b1;
    Length groove_low, groove_high, depth;
    bool low = false, high = false;

    /// Anticlockwise for a × b.
    std::vector<OutlinePoint> outline() const {
        std::vector<OutlinePoint> points{{a0, b0}, {a1, b0}};
        if (high)
            points.insert(
                points.end(),
                {{a1, groove_low}, {a1 - depth, groove_low}, {a1 - depth, groove_high}, {a1, groove_high}});
        points.insert(points.end(), {{a1, b1}, {a0, b1}});
        if (low)
            points.insert(
                points.end(),
                {{a0, groove_high}, {a0 + depth, groove_high}, {a0 + depth, groove_low}, {a0, groove_low}});
        return points;
    }
};

/// The same seen from the other side, as an outline along y wants z before x.
std::vector<OutlinePoint> swapped(std::vector<OutlinePoint> points) {
    for (OutlinePoint& point : points) std::swap(point.u, point.v);
    std::ranges::reverse(points);
    return points;
}

/// Makes the boards of one framed face.
class FrameMaker {
  public:
    FrameMaker(const Book& book, const FrontFace& face)
        : c_(book.construction), book_(book), face_(face), field_(face.field) {}

    std::vector<BoardSpec> make() {
        add_stile("_stile_left", field_.left, false);
        add_stile("_stile_right", field_.right - c_.frame_width, true);
        const Length inner = field_.top - field_.bottom - c_.frame_width * 2;
        const int fields = std::max(1, (inner + c_.frame_field_most - Length{1}) / c_.frame_field_most);
        const Length pitch = (inner - c_.frame_width * (fields - 1)) / fields + c_.frame_width;
        add_rail(0, field_.bottom, false, true);
        Length below = field_.bottom + c_.frame_width;
        for (int i = 0; i < fields; ++i) {
            const bool last = i + 1 == fields;
            const Length above = last ? field_.top - c_.frame_width : below + pitch - c_.frame_width;
            add_infill(i, below, above);
            add_rail(i + 1, above, true, !last);
            below = above + c_.frame_width;
        }
        return std::move(boards_);
    }

  private:
    BoardSpec board(std::string_view name, PartKind kind) const {
        PartName full = face_.stem;
        full += name;
        return {.name = full,
                .kind = kind,
                .finish = face_.finish,
                .thickness = face_.thickness,
                .bay = face_.bay,
                .opening = face_.opening,
                .opener = face_.opener};
    }

    Section section(Length from, bool low, bool high) const {
        const Length width = groove_width(c_, face_.style);
        const Length groove = face_.back + (face_.thickness - width) / 2;
        return {from,   from + c_.frame_width, face_.back,      face_.back + face_.thickness,
                groove, groove + width,        c_.frame_groove, low,
                high};
    }

    void add_stile(std::string_view name, Length left, bool right_one) {
        BoardSpec stile = board(name, PartKind::frame_stile);
        stile.least.y = field_.bottom;
        stile.most.y = field_.top;
        stile.length_axis = Axis::y;
        stile.thickness_axis = Axis::z;
        stile.extrusion = Axis::y;
        stile.outline = swapped(section(left, right_one, !right_one).outline());
        stile.banded = field_.top - field_.bottom + c_.frame_width * 2;
        boards_.push_back(std::move(stile));
    }

    void add_rail(int number, Length bottom, bool low, bool high) {
        BoardSpec rail = board("_rail", PartKind::frame_rail);
        rail.name += number;
        rail.least.x = field_.left + c_.frame_width + c_.joint_clearance;
        rail.most.x = field_.right - c_.frame_width - c_.joint_clearance;
        rail.length_axis = Axis::x;
        rail.thickness_axis = Axis::z;
        rail.extrusion = Axis::x;
        rail.outline = section(bottom, low, high).outline();
        // The outer edge of the lowest and the highest; those between are grooved at both.
        rail.banded = low && high ? Length{} : rail.most.x - rail.least.x;
        boards_.push_back(std::move(rail));
    }

    void add_infill(int number, Length below, Length above) {
        const bool glass = is_glass(face_.style);
        BoardSpec infill = board(glass ? "_glass" : "_panel", glass ? PartKind::glass : PartKind::panel);
        infill.name += number;
        if (glass) infill.finish = glass_finish();
        const Length in = c_.frame_groove - c_.frame_play;
        const Length back = section({}, false, false).groove_low + c_.joint_clearance;
        infill.thickness = infill_thickness(c_, face_.style);
        infill.least = {field_.left + c_.frame_width - in, below - in, back};
        infill.most = {field_.right - c_.frame_width + in, above + in, back + infill.thickness};
        infill.length_axis = Axis::y;
        infill.thickness_axis = Axis::z;
        boards_.push_back(std::move(infill));
    }

    std::uint16_t glass_finish() const {
        const Finish* glass =
            book_.finish(face_.style == FrontStyle::glass_clear ? "glass_clear" : "glass_frosted");
        return static_cast<std::uint16_t>(glass - book_.finishes.data());
    }

    const Construction& c_;
    const Book& book_;
    const FrontFace& face_;
    const FrontField& field_;
    std::vector<BoardSpec> boards_;
};

BoardSpec slab(const FrontFace& face) {
    BoardSpec board{.name = face.slab,
                    .kind = face.kind,
                    .finish = face.finish,
                    .thickness = face.thickness,
                    .least = {face.field.left, face.field.bottom, face.back},
                    .most = {face.field.right, face.field.top, face.back + face.thickness},
                    .length_axis = face.length_axis,
                    .thickness_axis = Axis::z,
                    .edges = {.front = true, .back = true, .first_end = true, .second_end = true},
                    .bay = face.bay,
                    .opening = face.opening,
                    .opener = face.opener,
                    .veneer = face.veneer,
                    .grain_u = face.veneer ? face.field.bottom : Length{},
                    .grain_v = face.veneer ? face.field.left : Length{}};
    if (face.line) cut_under(*face.line, board);
    return board;
}

}  // namespace

bool can_be_framed(const Book& book, FrontStyle style, Length width, Length height, Length thickness) {
    const Construction& c = book.construction;
    // A cheek no thinner than the groove's play is left before and behind the groove.
    return std::min(width, height) > c.frame_width * 2 &&
           thickness >= groove_width(c, style) + c.frame_play * 2;
}

std::vector<BoardSpec> face_boards(const Book& book, const FrontFace& face) {
    const Length width = face.field.right - face.field.left, height = face.field.top - face.field.bottom;
    if (face.style == FrontStyle::slab || !can_be_framed(book, face.style, width, height, face.thickness))
        return {slab(face)};
    return FrameMaker(book, face).make();
}

double face_mass(const Book& book, const FrontFace& face) {
    const std::vector<BoardSpec> boards = face_boards(book, face);
    return std::accumulate(boards.begin(), boards.end(), 0.0,
                           [&](double sum, const BoardSpec& board) { return sum + board_mass(book, board); });
}

std::size_t build_face(Builder& builder, const FrontFace& face) {
    Leaf leaf{face.leaf, face.bay, face.front, face.opener, face.finish};
    leaf.origin = {face.field.left, face.field.bottom, face.back};
    leaf.size = {face.field.right - face.field.left, face.field.top - face.field.bottom, face.thickness};
    leaf.first_part = static_cast<std::uint32_t>(builder.out.parts.size());
    if (face.style == FrontStyle::slab)
        builder.add(slab(face));  // most fronts: no list of boards
    else
        for (const BoardSpec& board : face_boards(builder.book, face)) builder.add(board);
    leaf.parts = static_cast<std::uint32_t>(builder.out.parts.size()) - leaf.first_part;
    for (const Part& part : std::span(builder.out.parts).subspan(leaf.first_part)) leaf.mass += part.mass;
    builder.out.leaves.push_back(leaf);
    return builder.out.leaves.size() - 1;
}

}  // namespace maatkast
