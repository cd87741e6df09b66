#include "tools/commands/listing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "model/base/json.h"

namespace maatkast::commands {
namespace {

constexpr const char* axis_name(Axis axis) {
    return axis == Axis::x ? "x" : axis == Axis::y ? "y" : "z";
}

Axis across(const Part& part) {
    for (const Axis axis : {Axis::x, Axis::y})
        if (axis != part.length_axis && axis != part.thickness_axis) return axis;
    return Axis::z;
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

Json opener_json(const Build& build, const Part& part) {
    if (part.opener < 0) return nullptr;
    const Opener& opener = build.openers[static_cast<std::size_t>(part.opener)];
    const bool hinge = opener.kind == OpenerKind::hinge;
    Json axis = Json::array({0, 0, 0});
    axis[static_cast<std::size_t>(opener.axis)] = static_cast<int>(opener.sign);
    // Degrees for hinges, millimetres for slides.
    return {{"kind", hinge ? "hinge" : "slide"},
            {"name", std::string(opener.name.view())},
            {"axis", axis},
            {"pivot_m", {opener.pivot.x.metres(), opener.pivot.y.metres(), opener.pivot.z.metres()}},
            {"limit", hinge ? opener.limit.degrees() : opener.travel.mm()}};
}

Json part_json(const Texts& texts, const Build& build, const ListedPart& listed) {
    const Part& part = *listed.part;
    const auto middle = [](Length origin, Length size) { return origin.metres() + size.metres() / 2; };
    const double turn = part.turn * std::numbers::pi / 4;
    Json rotation = part.turn == 0   ? Json::array({0, 0, 0, 1})
                    : part.turn == 2 ? Json::array({0, 0, 1, 0})
                                     : Json::array({0, 0, std::sin(turn), std::cos(turn)});
    return {{"id", listed.id},
            {"name", texts(listed.name_key)},
            {"article", listed.article},
            {"kind", std::string(name_of(part.kind))},
            {"material", listed.material},
            {"length_mm", listed.length.mm()},
            {"width_mm", listed.width.mm()},
            {"thickness_mm", listed.thickness.mm()},
            {"mass_kg", rounded(part.mass, 1e6)},
            {"position_m",
             {middle(part.origin.x, part.size.x), middle(part.origin.y, part.size.y),
              middle(part.origin.z, part.size.z)}},
            {"rotation", rotation},
            {"size_m", {part.size.x.metres(), part.size.y.metres(), part.size.z.metres()}},
            {"grain", listed.grain},
            {"edges", listed.edges},
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
    list.reserve(build.parts.size());
    for (const Part& part : build.parts) {
        ListedPart listed;
        listed.id = part.name.view();
        listed.name_key = "part." + std::string(name_of(part.kind));
        listed.article = book.articles[part.article].id;
        listed.edges = edges_of(part.edges);
        listed.length = part.size.along(part.length_axis);
        listed.thickness = part.size.along(part.thickness_axis);
        listed.width = part.size.along(across(part));
        listed.mass = part.mass;
        listed.part = &part;
        const bool board = is_board(part) && part.kind != PartKind::runner;
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
    std::string csv = "id,name,article,kind,material,length_mm,width_mm,thickness_mm,mass_kg,grain,edges\r\n";
    for (const ListedPart& part : list_parts(book, build))
        csv += fmt::format("{},{},{},{},{},{},{},{},{:.6f},{},{}\r\n", csv_cell(part.id),
                           csv_cell(texts(part.name_key)), csv_cell(part.article), name_of(part.part->kind),
                           csv_cell(part.material), part.length.mm(), part.width.mm(), part.thickness.mm(),
                           part.mass, part.grain, csv_cell(part.edges));
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
