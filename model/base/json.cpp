#include "model/base/json.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace maatkast {
namespace {

/// A key inside a JSON pointer: ~ and / are escaped (RFC 6901).
std::string escaped(std::string_view key) {
    std::string text;
    for (const char c : key) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

/// Builds the document while it is parsed and stops at the first thing that no design may hold. Being a SAX
/// handler, it meets a hostile file before anything grows from it.
class LimitedBuilder {
  public:
    explicit LimitedBuilder(const JsonLimits& limits) : limits_(limits) {}

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return refuse("json.syntax"); }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        levels_.back().name = name;
        return levels_.back().names.insert(name).second || refuse("json.duplicate_key", name);
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        constexpr int kNumberOutOfRange = 406;  // the parser refuses 1e400 itself
        if (error.id == kNumberOutOfRange) return refuse("json.not_finite");
        return refuse("json.syntax", "", position);
    }

    Json take() { return std::move(root_); }
    Problem problem() const { return problem_; }

  private:
    struct Level {
        Json* node;
        std::set<std::string> names;
        std::string name;
    };

    bool open(Json value) {
        if (levels_.size() >= limits_.depth) return refuse("json.too_deep");
        Json* node = place(std::move(value));
        if (!node) return false;
        levels_.push_back({node, {}, {}});
        return true;
    }
    bool close() { return levels_.pop_back(), true; }
    bool add(Json value) { return place(std::move(value)) != nullptr; }

    Json* place(Json value) {
        if (++values_ > limits_.values) return refuse("json.too_many"), nullptr;
        if (levels_.empty()) return &(root_ = std::move(value));
        Json& node = *levels_.back().node;
        if (node.is_array()) return &node.emplace_back(std::move(value));
        // Straight onto the end: the key is known to be new, and looking it up again would be quadratic.
        auto& members = node.get_ref<Json::object_t&>();
        std::vector<Json::object_t::value_type>& rows = members;
        return &rows.emplace_back(levels_.back().name, std::move(value)).second;
    }

    bool refuse(std::string key, std::string name = "", std::size_t position = 0) {
        std::string where;
        for (const auto& level : levels_) {
            // An outer array already holds the value that is being read; the innermost one does not yet.
            const std::size_t index = level.node->size() - (&level != &levels_.back() ? 1 : 0);
            where += level.node->is_array() ? fmt::format("/{}", index) : "/" + escaped(level.name);
        }
        problem_ = {
            where,
            {std::move(key), {{"name", std::move(name)}, {"byte", static_cast<std::int64_t>(position)}}}};
        return false;
    }

    JsonLimits limits_;
    Json root_;
    std::vector<Level> levels_;
    std::size_t values_ = 0;
    Problem problem_;
};

}  // namespace

OrProblems<Json> parse_json(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return std::unexpected(Problems{{"", {"json.too_large", {}}}});
    LimitedBuilder builder(limits);
    if (!nlohmann::json::sax_parse(text, &builder)) return std::unexpected(Problems{builder.problem()});
    return builder.take();
}

JsonReader JsonReader::optional(std::string_view name) const {
    const std::string where = where_ + "/" + escaped(name);
    if (!is_object()) return {nullptr, where, problems_};
    const auto found = node_->find(std::string(name));
    return {found == node_->end() ? nullptr : &*found, where, problems_};
}

JsonReader JsonReader::required(std::string_view name) const {
    JsonReader member = optional(name);
    if (!member.exists() && node_) member.note("read.missing", {{"name", std::string(name)}});
    return member;
}

JsonReader JsonReader::operator[](std::size_t index) const {
    return {is_array() && index < node_->size() ? &(*node_)[index] : nullptr,
            fmt::format("{}/{}", where_, index), problems_};
}

std::vector<std::string> JsonReader::keys() const {
    std::vector<std::string> names;
    if (!is_object()) return note("read.not_object"), names;
    for (const auto& [name, value] : node_->items()) names.push_back(name);
    return names;
}

void JsonReader::only(std::initializer_list<std::string_view> names) const {
    for (const auto& name : keys())
        if (std::ranges::find(names, name) == names.end())
            optional(name).note("read.unknown_name", {{"name", name}});
}

std::string JsonReader::text() const {
    if (!node_) return {};
    if (!node_->is_string()) return note("read.not_text"), std::string();
    return node_->get<std::string>();
}

bool JsonReader::boolean() const {
    if (!node_) return false;
    if (!node_->is_boolean()) return note("read.not_boolean"), false;
    return node_->get<bool>();
}

std::int64_t JsonReader::integer(std::int64_t least, std::int64_t most) const {
    const double value = number(static_cast<double>(least), static_cast<double>(most));
    if (value != std::floor(value)) return note("read.not_whole", {{"value", value}}), least;
    return static_cast<std::int64_t>(value);
}

double JsonReader::number(double least, double most) const {
    if (!node_) return least;
    if (!node_->is_number()) return note("read.not_number"), least;
    const double value = node_->get<double>();
    if (value >= least && value <= most) return value;
    note("read.range", {{"value", value}, {"least", least}, {"most", most}});
    return least;
}

Length JsonReader::length(Length least, Length most) const {
    const double mm = number(least.mm(), most.mm());
    const Length length = Length::nearest_mm(mm);
    if (std::abs(length.mm() - mm) > 1e-6) note("read.tenths", {{"value", mm}});
    return length;
}

Angle JsonReader::angle(Angle least, Angle most) const {
    const double degrees = number(least.degrees(), most.degrees());
    const Angle angle{static_cast<std::int32_t>(std::lround(degrees * 100))};
    if (std::abs(angle.degrees() - degrees) > 1e-6) note("read.hundredths", {{"value", degrees}});
    return angle;
}

void JsonReader::note(std::string key, std::vector<std::pair<std::string, MessageValue>> values) const {
    if (problems_) problems_->push_back({where_, {std::move(key), std::move(values)}});
}

void JsonReader::note_at(std::string_view path, Message message) const {
    if (problems_) problems_->push_back({fmt::format("{}/{}", where_, path), std::move(message)});
}

}  // namespace maatkast
