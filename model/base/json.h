#pragma once
// JSON in and out, held to limits that a hostile file cannot pass.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/base/message.h"

namespace maatkast {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t bytes = 16u << 20;
    std::size_t depth = 64;
    std::size_t values = 1'000'000;
};

/// Parses one JSON document. Refuses, with the byte or JSON pointer where it went wrong: broken syntax or
/// UTF-8, a duplicate key, a number that is not finite, and anything over the limits.
OrProblems<Json> parse_json(std::string_view text, const JsonLimits& limits = {});

/// Walks a JSON document and collects every problem instead of stopping at the first. Each getter returns a
/// usable fallback after noting what was wrong, so that one reading reports all reasons.
class JsonReader {
  public:
    JsonReader(const Json* node, std::string where, Problems* problems)
        : node_(node), where_(std::move(where)), problems_(problems) {}

    const std::string& where() const { return where_; }
    bool exists() const { return node_ != nullptr; }
    bool is_object() const { return node_ && node_->is_object(); }
    bool is_array() const { return node_ && node_->is_array(); }

    /// A member; a missing one that is required is noted.
    JsonReader required(std::string_view name) const;
    JsonReader optional(std::string_view name) const;
    std::size_t size() const { return node_ ? node_->size() : 0; }
    JsonReader operator[](std::size_t index) const;
    std::vector<std::string> keys() const;
    /// Notes each member whose name is not listed: a typing error must not be read as a default.
    void only(std::initializer_list<std::string_view> names) const;

    std::string text() const;
    bool boolean() const;
    std::int64_t integer(std::int64_t least, std::int64_t most) const;
    double number(double least, double most) const;
    /// Millimetres with at most one decimal.
    Length length(Length least, Length most) const;
    /// Degrees with at most two decimals.
    Angle angle(Angle least, Angle most) const;

    void note(std::string key, std::vector<std::pair<std::string, MessageValue>> values = {}) const;
    /// A problem at a place below this one, `bays/2/shape`.
    void note_at(std::string_view path, Message message) const;

  private:
    const Json* node_ = nullptr;
    std::string where_;
    Problems* problems_ = nullptr;
};

}  // namespace maatkast
