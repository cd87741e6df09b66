#include "tools/commands/listing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "model/base/json.h"
#include "model/build/motion.h"
#include "model/machining/blank.h"

namespace maatkast::commands {
namespace {

constexpr const char* axis_name(Axis axis) {
    return axis == Axis::x ? "x" : axis == Axis::y ? "y" : "z";
}

std::string edges_of(const EdgeBanding& edges) {
    std::string text;
    for (const auto& [name, banded] : {std::pair{"front", edges.front},
                                       {"back", edges.back},
                                       {"first_end", edges.first_end},
                                       {"second_end", edges.second_end}})
        if (banded) text += (text.empty() ? "" : " ") + std::string(name);
    return text;
}

/// A JSON value of a measured size or limit: lengths in millimetres, angles in degrees.
Json value_json(const MessageValue& value) {
    struct Writer {
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(Length length) const { return length.mm(); }
        Json operator()(Cents cents) const { return cents.value; }
        Json operator()(Angle angle) const { return angle.degrees(); }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const Key& key) const { return key.key; }
    };
    return std::visit(Writer{}, value);
}

Json rounded(double value, double digits) {
    return std::round(value * digits) / digits;
}

Json vector_json(glm::dvec3 at) {
    constexpr double kDigits = 1e9;  // nanometres: what is left of turning by quarters goes
    return {rounded(at.x, kDigits), rounded(at.y, kDigits), rounded(at.z, kDigits)};
}

/// Closed, in world axes: degrees for hinges, millimetres for slides. What goes in two steps says how much of
/// its way the first takes, and how far it turns the other way in that.
Json opener_json(const Build& build, const Part& part) {
    if (part.opener < 0) return nullptr;
    const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
    const bool hinge = opener.kind == OpenerKind::hinge;
    const glm::dmat4 frame = frame_matrix(build, opener.frame);
    glm::dvec4 axis(0), pivot(opener.pivot.x.metres(), opener.pivot.y.metres(), opener.pivot.z.metres(), 1);
    axis[static_cast<int>(opener.axis)] = opener.sign;
    Json json{{"kind", hinge ? "hinge" : "slide"},
              {"name", std::string(opener.name.view())},
              {"axis", vector_json(frame * axis)},
              {"pivot_m", vector_json(frame * pivot)},
              {"limit", hinge ? opener.limit.degrees() : opener.travel.mm()}};
    if (opener.parent >= 0)
        json["hangs_on"] = std::string(build.openers[static_cast<std::size_t>(opener.parent)].name.view());
    if (opener.lead > 0) {
        json["lead"] = opener.lead / 100.0;
        json["before"] = opener.before.degrees();
    }
    return json;
}

bool is_fitting(const Part& part) {
    return !is_board(part) || part.kind == PartKind::runner;
}

std::string_view shape_of(const Part& part) {
    return is_fitting(part) ? "fitting" : part.shape == ShapeKind::prism ? "outline" : "rectangle";
}

/// Turned so that its longest side lies along the first coordinate, from the least corner of its box then.
std::vector<std::array<double, 2>> straightened(std::span<const OutlinePoint> outline) {
    std::array<double, 2> along{1, 0};
    double longest = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const OutlinePoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
        const double u = (b.u - a.u).mm(), v = (b.v - a.v).mm(), length = std::hypot(u, v);
        if (length > longest) longest = length, along = {u / length, v / length};
    }
    std::vector<std::array<double, 2>> turned;
    std::array<double, 2> least{1e9, 1e9};
    for (const OutlinePoint& point : outline) {
        const double u = point.u.mm(), v = point.v.mm();
        turned.push_back({u * along[0] + v * along[1], v * along[0] - u * along[1]});
        for (std::size_t i = 0; i < 2; ++i) least[i] = std::min(least[i], turned.back()[i]);
    }
    for (auto& point : turned) point = {point[0] - least[0], point[1] - least[1]};
    return turned;
}

/// Corners in millimetres, anticlockwise, from the least corner of the part's box: first along the length and
/// then along the width, of a board that is cut across its thickness. Where the outline is that of another
/// section, `extruded_along` says so, and the coordinates are the two that remain. One that stands
/// askew in its frame is listed along itself.
Json shape_json(const Build& build, const ListedPart& listed) {
    const Part& part = *listed.part;
    const std::array axes{part.length_axis, width_axis(part), part.thickness_axis};
    const std::array names{"length", "width", "thickness"};
    const Axis extrusion = part.shape == ShapeKind::prism ? part.extrusion : part.thickness_axis;
    const auto along = static_cast<std::size_t>(std::ranges::find(axes, extrusion) - axes.begin());
    Json outline = Json::array();
    if (listed.askew) {
        for (const auto& [u, v] : straightened(outline_of(build, part)))
            outline.push_back(Json{rounded(u, 1e3), rounded(v, 1e3)});
    } else if (!is_fitting(part) && part.shape == ShapeKind::prism) {
        const bool turned = plane_axes(extrusion)[0] != axes[along == 0 ? 1 : 0];
        for (const OutlinePoint& point : outline_of(build, part))
            outline.push_back(turned ? Json{point.v.mm(), point.u.mm()} : Json{point.u.mm(), point.v.mm()});
        if (turned) std::reverse(outline.begin(), outline.end());
    } else if (!is_fitting(part)) {
        const double length = part.size.along(axes[0]).mm(), width = part.size.along(axes[1]).mm();
        outline = {{0.0, 0.0}, {length, 0.0}, {length, width}, {0.0, width}};
    }
    return {{"kind", std::string(shape_of(part))}, {"outline_mm", outline}, {"extruded_along", names[along]}};
}

/// Banded millimetres by side; of an outline, all of them together.
Json banding_json(const Part& part) {
    if (is_fitting(part)) return Json::object();
    if (part.shape == ShapeKind::prism) return {{"outline", part.banded.mm()}};
    const double length = part.size.along(part.length_axis).mm(),
                 width = part.size.along(width_axis(part)).mm();
    Json sides = Json::object();
    if (part.edges.front) sides["front"] = length;
    if (part.edges.back) sides["back"] = length;
    if (part.edges.first_end) sides["first_end"] = width;
    if (part.edges.second_end) sides["second_end"] = width;
    return sides;
}

Json row_json(const HoleRow& row) {
    return {{"use", std::string(name_of(row.use))},
            {"along", row.across ? "width" : "length"},
            {"from_mm", row.from.mm()},
            {"pitch_mm", row.pitch.mm()},
            {"count", row.count},
            {"x_mm", row.beside.mm()},
            {"diameter_mm", row.diameter.mm()},
            {"depth_mm", row.depth.mm()}};
}

/// Face by face; `rows` are those of one part.
Json drilling_json(std::span<const HoleRow> rows) {
    Json faces = Json::array();
    for (int face = 0; face < 6; ++face) {
        Json listed = Json::array();
        for (const HoleRow& row : rows)
            if (static_cast<int>(row.face) == face) listed.push_back(row_json(row));
        if (!listed.empty())
            faces.push_back({{"face", std::string(name_of(static_cast<Face>(face)))}, {"rows", listed}});
    }
    return faces;
}

glm::dvec3 middle_of(const Build& build, const Part& part) {
    const auto middle = [](Length origin, Length size) { return origin.metres() + size.metres() / 2; };
    return frame_matrix(build, part.frame) * glm::dvec4(middle(part.origin.x, part.size.x),
                                                        middle(part.origin.y, part.size.y),
                                                        middle(part.origin.z, part.size.z), 1);
}

Json part_json(const Texts& texts, const Build& build, const ListedPart& listed) {
    const Part& part = *listed.part;
    const glm::dvec4 turn = frame_rotation(build, part.frame);
    return {{"id", listed.id},
            {"name", texts(listed.name_key)},
            {"article", listed.article},
            {"kind", std::string(name_of(part.kind))},
            {"material", listed.material},
            {"length_mm", listed.length.mm()},
            {"width_mm", listed.width.mm()},
            {"oversize_mm", listed.part->oversize.mm()},  // of the width, to be fitted on site
            {"thickness_mm", listed.thickness.mm()},
            {"mass_kg", rounded(part.mass, 1e6)},
            {"position_m", vector_json(middle_of(build, part))},
            {"rotation", {turn.x, turn.y, turn.z, turn.w}},
            // The box in the axes that `rotation` turns; a fitting's model is turned about z to fill it.
            {"size_m", {part.size.x.metres(), part.size.y.metres(), part.size.z.metres()}},
            {"turn_deg", 90 * (part.turn & 3)},
            {"shape", shape_json(build, listed)},
            {"grain", listed.grain},
            {"edges", listed.edges},
            {"edge_banding_mm", banding_json(part)},
            {"drilling", drilling_json(listed.holes)},
            {"opens", opener_json(build, part)}};
}

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// RFC 4180: quoted where it must be.
std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string_view unit_key(Article::Unit unit) {
    return unit == Article::Unit::piece   ? "unit.piece"
           : unit == Article::Unit::metre ? "unit.metre"
                                          : "unit.square_metre";
}

std::vector<ListedPart> list_parts(const Book& book, const Build& build) {
    std::vector<ListedPart> list;
    const std::vector<HoleRow> holes = drilling(book, build);
    auto next = holes.begin();  // both in the order of the parts
    list.reserve(build.parts.size());
    for (const Part& part : build.parts) {
        ListedPart listed;
        listed.id = part.name.view();
        listed.name_key = "part." + std::string(name_of(part.kind));
        listed.article = book.articles[part.article].id;
        listed.edges = edges_of(part.edges);
        listed.mass = part.mass;
        listed.part = &part;
        while (next != holes.end() && next->part == list.size()) listed.holes.push_back(*next++);
        const bool board = !is_fitting(part);
        const Blank box{part.size.along(part.length_axis), part.size.along(width_axis(part)),
                        part.size.along(part.thickness_axis)};
        const Blank blank = board ? blank_of(book, build, part) : box;
        listed.length = blank.length;
        listed.width = blank.width;
        listed.thickness = blank.thickness;
        listed.askew = blank.askew;
        const Finish& finish = book.finishes[part.finish];
        const BoardOffer* offer = board ? finish.board(listed.thickness) : nullptr;
        listed.material = offer   ? book.materials[offer->material].id + "/" + finish.id
                          : board ? finish.id
                                  : "hardware";
        listed.grain = board && finish.grain ? axis_name(part.length_axis) : "none";
        list.push_back(std::move(listed));
    }
    return list;
}

std::string findings_json(const Texts& texts, const Book& book, const Design& design, const Build& build) {
    Json findings = Json::array();
    for (const Finding& finding : build.findings) {
        Json repairs = Json::array();
        for (const Repair& repair : finding.repairs) {
            Json edits = Json::array();
            for (const Edit& edit : repair.edits) edits.push_back(edit.text());
            const auto change = price_change(book, design, repair.edits);
            repairs.push_back({{"text", texts(repair.text)},
                               {"edits", edits},
                               {"price_delta_cents", change ? Json(change->value) : Json()}});
        }
        findings.push_back({{"rule", finding.rule},
                            {"page", finding.page},
                            {"severity", std::string(name_of(finding.severity))},
                            {"where", finding.where},
                            {"measured", value_json(finding.measured)},
                            {"limit", value_json(finding.limit)},
                            {"text", texts(finding.text)},
                            {"repairs", repairs}});
    }
    return dump({{"findings", findings}});
}

std::string parts_json(const Texts& texts, const Book& book, const Build& build) {
    Json parts = Json::array();
    double mass = 0;
    for (const ListedPart& listed : list_parts(book, build)) {
        parts.push_back(part_json(texts, build, listed));
        mass += parts.back()["mass_kg"].get<double>();
    }
    return dump({{"parts", parts}, {"mass_kg", rounded(mass, 1e6)}});
}

std::string parts_csv(const Texts& texts, const Book& book, const Build& build) {
    std::string csv =
        "id,name,article,kind,material,length_mm,width_mm,thickness_mm,mass_kg,grain,edges,shape,holes,"
        "oversize_mm\r\n";
    for (const ListedPart& part : list_parts(book, build))
        csv += fmt::format("{},{},{},{},{},{},{},{},{:.6f},{},{},{},{},{}\r\n", csv_cell(part.id),
                           csv_cell(texts(part.name_key)), csv_cell(part.article), name_of(part.part->kind),
                           csv_cell(part.material), part.length.mm(), part.width.mm(), part.thickness.mm(),
                           part.mass, part.grain, csv_cell(part.edges), shape_of(*part.part),
                           hole_count(part.holes), part.part->oversize.mm());
    return csv;
}

std::string price_json(const Texts& texts, const Book& book, const Price& price) {
    Json lines = Json::array();
    for (const PriceLine& line : price.lines) {
        const Article& article = book.articles[line.article];
        lines.push_back({{"article", article.id},
                         {"text", texts(article.name)},
                         {"quantity", line.quantity},
                         {"unit", texts(unit_key(article.unit))},
                         {"unit_code", std::string(unit_key(article.unit)).substr(5)},  // in no language
                         {"unit_cents", line.unit.value},
                         {"total_cents", line.total.value}});
    }
    return dump({{"currency", book.currency},
                 {"lines", lines},
                 {"total_cents", price.total.value},
                 {"vat_included", true},
                 {"vat_cents", price.vat.value},
                 {"book", book.id},
                 {"book_version", book.version}});
}

}  // namespace maatkast::commands
