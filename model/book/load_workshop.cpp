#include "model/book/load_workshop.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace maatkast {
namespace {

constexpr std::array<std::string_view, 6> kOperations{
    "labour.saw", "labour.edge", "labour.drill", "labour.outline", "labour.assemble", "labour.mount_front"};
constexpr std::int64_t kMostCents = 1'000'000;

HolePattern read_holes(const JsonReader& node, const ReadSource& source) {
    return {node.required("diameter").length(1_mm, 100_mm),
            node.required("depth").length(1_mm, 100_mm),
            {},
            node.required("pitch").length(1_mm, 1000_mm),
            source(node)};
}

/// With the distance of its line from an edge.
HolePattern read_edge_holes(const JsonReader& node, const ReadSource& source) {
    node.only({"diameter", "depth", "from_edge", "pitch", "page", "grade", "source"});
    HolePattern holes = read_holes(node, source);
    holes.from_edge = node.required("from_edge").length(1_mm, 500_mm);
    return holes;
}

/// Their distances from the edges are those of the pins themselves: Construction::pin_from_edge.
HolePattern read_pin_holes(const JsonReader& node, const ReadSource& source) {
    node.only({"diameter", "depth", "pitch", "page", "grade", "source"});
    return read_holes(node, source);
}

Article::Unit read_unit(const JsonReader& node) {
    const std::string unit = node.text();
    if (unit != "piece" && unit != "metre")
        node.note("read.unknown_word", {{"value", unit}, {"known", std::string("piece, metre")}});
    return unit == "metre" ? Article::Unit::metre : Article::Unit::piece;
}

}  // namespace

Machining read_machining(const JsonReader& root, const ReadSource& source) {
    root.only({"pins", "plates", "cups", "runners", "web"});
    const auto web = root.required("web");
    web.only({"least", "page", "grade", "source"});
    return {read_pin_holes(root.required("pins"), source),  read_edge_holes(root.required("plates"), source),
            read_edge_holes(root.required("cups"), source), read_edge_holes(root.required("runners"), source),
            web.required("least").length(0.1_mm, 10_mm),    source(web)};
}

std::vector<Article> read_labour(const JsonReader& root, const ReadSource& source) {
    std::vector<Article> labour;
    for (std::size_t i = 0; i < root.size(); ++i) {
        const JsonReader node = root[i];
        node.only({"id", "unit", "cents", "page", "grade", "source"});
        const std::string id = node.required("id").text();
        if (std::ranges::find(kOperations, id) == kOperations.end())
            node.note("book.unknown", {{"value", id}});
        if (std::ranges::find(labour, id, &Article::id) != labour.end())
            node.note("book.twice", {{"value", id}});
        labour.push_back({id,
                          {"article." + id, {}},
                          {node.required("cents").integer(0, kMostCents)},
                          read_unit(node.required("unit")),
                          0,
                          source(node)});
    }
    for (const std::string_view id : kOperations)
        if (std::ranges::find(labour, id, &Article::id) == labour.end())
            root.note("read.missing", {{"name", std::string(id)}});
    return labour;
}

}  // namespace maatkast
