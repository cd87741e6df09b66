#pragma once
// What the program says to people: a key and its values. The words stand in assets/texts, one file a
// language; nothing in the model ever holds a sentence.

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/base/units.h"

namespace maatkast {

/// A value inside a message. `Key` is itself looked up in the texts (the name of a finish, a kind of front).
struct Key {
    std::string key;
    bool operator==(const Key&) const = default;
};
using MessageValue = std::variant<std::int64_t, double, Length, Cents, Angle, std::string, Key>;

/// A text by key, with named values for its placeholders.
struct Message {
    std::string key;
    std::vector<std::pair<std::string, MessageValue>> values;
    bool operator==(const Message&) const = default;
};

/// Something wrong with input: where (a JSON pointer, a path into the design, or a file) and a text that says
/// what and what to do.
struct Problem {
    std::string where;
    Message message;
    bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

template <class T>
using OrProblems = std::expected<T, Problems>;

enum class Language { nl, en, de };
/// Customers read centimetres with at most one decimal, the workshop millimetres.
enum class LengthStyle { centimetres, millimetres };

/// All texts of one language. Value type; loaded once and passed to whoever speaks to people.
class Texts {
  public:
    Texts() = default;
    Texts(Language language, std::map<std::string, std::string, std::less<>> texts)
        : language_(language), texts_(std::move(texts)) {}

    Language language() const { return language_; }
    bool has(std::string_view key) const { return texts_.contains(key); }
    /// The text of a key without values; the key itself where the text is missing, so that nothing is ever
    /// silent.
    std::string operator()(std::string_view key) const;
    /// The text with `{name}` replaced by the value of that name, written as this language writes it.
    std::string operator()(const Message& message, LengthStyle style = LengthStyle::millimetres) const;

    /// `60,5 cm` or `605 mm`, decimal comma in nl and de.
    std::string length(Length length, LengthStyle style) const;
    /// nl: `€ 1.249,00`, whole euros `€ 1.249,–`; en: `€1,249.00`; de: `1.249,00 €`.
    std::string money(Cents cents) const;
    /// With a sign: `+ € 86,–`, `– € 12,50`.
    std::string money_change(Cents cents) const;

  private:
    std::string value(const MessageValue& value, LengthStyle style) const;

    Language language_ = Language::nl;
    std::map<std::string, std::string, std::less<>> texts_;
};

/// Reads every `<area>.<language>.json` of the folder: flat objects of key and text, no key twice.
OrProblems<Texts> load_texts(const std::string& directory, Language language);
/// A problem for each key that one language has and another lacks; empty where all three are complete.
Problems missing_texts(const std::string& directory);
std::optional<Language> language_of(std::string_view code);
std::string_view code_of(Language language);

}  // namespace maatkast
