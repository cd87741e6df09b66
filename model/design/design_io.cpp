#include "model/design/design_io.h"

#include <fmt/format.h>

#include "model/base/json.h"
#include "model/design/design_json.h"

namespace maatkast {
namespace {

/// Checked before anything else: a file of a newer version may be right in ways that this program does not
/// know.
std::optional<Problem> wrong_format(const JsonReader& root, Problems& problems) {
    if (!root.is_object()) return Problem{"", {"design.not_one", {}}};
    if (root.optional("format").exists() == false || root.optional("format").text() != kDesignFormat)
        return Problem{"/format", {"design.not_one", {}}};
    const std::int64_t version = root.required("version").integer(1, 1'000'000);
    if (!problems.empty()) return problems.front();
    if (version > kDesignVersion)
        return Problem{"/version",
                       {"design.newer", {{"value", version}, {"known", std::int64_t{kDesignVersion}}}}};
    return std::nullopt;
}

}  // namespace

OrProblems<Design> read_design(const Book& book, std::string_view text) {
    const auto json = parse_json(text, {.bytes = 16u << 20, .depth = 64, .values = 1'000'000});
    if (!json) return std::unexpected(json.error());
    Problems problems;
    const JsonReader root(&*json, "", &problems);
    if (auto wrong = wrong_format(root, problems)) return std::unexpected(Problems{std::move(*wrong)});
    Design design = read_design_json(book, root, root.required("version").integer(1, kDesignVersion));
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return design;
}

std::string write_design(const Design& design) {
    return design_json(design).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string design_hash(const Design& design) {
    // FNV-1a: enough to tell designs apart; nothing here guards against intent.
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : write_design(design)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return fmt::format("{:016x}", hash);
}

}  // namespace maatkast
