#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "model/base/file.h"
#include "model/base/json.h"
#include "model/base/message.h"

namespace maatkast {
namespace {

namespace fs = std::filesystem;
using TextMap = std::map<std::string, std::string, std::less<>>;

OrProblems<void> read_texts(const fs::path& path, TextMap& into) {
    const auto bytes = read_file(path.string());
    if (!bytes) return std::unexpected(bytes.error());
    const auto json = parse_json(*bytes);
    if (!json) return std::unexpected(json.error());
    Problems problems;
    const JsonReader root(&*json, path.string(), &problems);
    for (const auto& key : root.keys()) {
        if (!into.try_emplace(key, root.required(key).text()).second)
            problems.push_back({path.string(), {"text.twice", {{"key", key}}}});
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return {};
}

/// Every `<area>.<code>.json` of the folder, in the order of their names.
OrProblems<TextMap> read_language(const std::string& directory, std::string_view code) {
    std::error_code failed;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(directory, failed))
        if (entry.path().filename().string().ends_with(fmt::format(".{}.json", code)))
            paths.push_back(entry.path());
    if (failed || paths.empty())
        return std::unexpected(Problems{{directory, {"file.missing", {{"file", directory}}}}});
    std::ranges::sort(paths);
    TextMap texts;
    for (const auto& path : paths)
        if (auto read = read_texts(path, texts); !read) return std::unexpected(std::move(read.error()));
    return texts;
}

}  // namespace

OrProblems<Texts> load_texts(const std::string& directory, Language language) {
    auto texts = read_language(directory, code_of(language));
    if (!texts) return std::unexpected(std::move(texts.error()));
    return Texts(language, std::move(*texts));
}

Problems missing_texts(const std::string& directory) {
    const auto dutch = read_language(directory, "nl");
    if (!dutch) return dutch.error();
    Problems problems;
    for (const Language language : {Language::en, Language::de}) {
        const auto other = read_language(directory, code_of(language));
        if (!other) return other.error();
        for (const auto& [key, text] : *dutch)
            if (!other->contains(key))
                problems.push_back({std::string(code_of(language)), {"text.missing", {{"key", key}}}});
        for (const auto& [key, text] : *other)
            if (!dutch->contains(key)) problems.push_back({"nl", {"text.missing", {{"key", key}}}});
    }
    return problems;
}

std::optional<Language> language_of(std::string_view code) {
    const auto two = code.substr(0, 2);
    if (two == "nl") return Language::nl;
    if (two == "en") return Language::en;
    if (two == "de") return Language::de;
    return std::nullopt;
}

std::string_view code_of(Language language) {
    return language == Language::nl ? "nl" : language == Language::en ? "en" : "de";
}

}  // namespace maatkast
