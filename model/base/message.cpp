#include "model/base/message.h"

#include <cstdlib>

#include <fmt/format.h>

namespace maatkast {
namespace {

struct Marks {
    char decimal, group;
};

Marks marks_of(Language language) {
    return language == Language::en ? Marks{'.', ','} : Marks{',', '.'};
}

std::string grouped(std::int64_t number, char group) {
    std::string digits = fmt::format("{}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, group);
    return digits;
}

/// At most two decimals, none that are zero.
std::string decimal(double number, char mark) {
    std::string text = fmt::format("{:.2f}", number);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    if (const auto dot = text.find('.'); dot != std::string::npos) text[dot] = mark;
    return text == "-0" ? "0" : text;
}

}  // namespace

std::string Texts::operator()(std::string_view key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string(key) : found->second;
}

std::string Texts::operator()(const Message& message, LengthStyle style) const {
    const std::string pattern = (*this)(message.key);
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        const auto close = open == std::string::npos ? open : pattern.find('}', open);
        if (close == std::string::npos) return text += pattern.substr(at);
        text += pattern.substr(at, open - at);
        const auto name = std::string_view(pattern).substr(open + 1, close - open - 1);
        for (const auto& [key, held] : message.values)
            if (key == name) text += value(held, style);
        at = close + 1;
    }
    return text;
}

std::string Texts::length(Length length, LengthStyle style) const {
    const char mark = marks_of(language_).decimal;
    // Customers are shown no tenths of a millimetre: centimetres with at most one decimal.
    if (style == LengthStyle::centimetres) {
        const Length rounded =
            Length::of_mm(static_cast<std::int32_t>(length.mm() < 0 ? length.mm() - 0.5 : length.mm() + 0.5));
        return decimal(rounded.mm() / 10, mark) + " cm";
    }
    return decimal(length.mm(), mark) + " mm";
}

std::string Texts::money(Cents cents) const {
    const auto [mark, group] = marks_of(language_);
    const std::int64_t size = std::abs(cents.value);
    const std::string whole = grouped(size / 100, group);
    const std::string minus = cents.value < 0 ? "–" : "";
    if (language_ == Language::nl)
        return size % 100 == 0 ? fmt::format("{}€ {},–", minus, whole)
                               : fmt::format("{}€ {}{}{:02}", minus, whole, mark, size % 100);
    if (language_ == Language::en) return fmt::format("{}€{}{}{:02}", minus, whole, mark, size % 100);
    return fmt::format("{}{}{}{:02} €", minus, whole, mark, size % 100);
}

std::string Texts::money_change(Cents cents) const {
    return (cents.value < 0 ? "– " : "+ ") + money({std::abs(cents.value)});
}

std::string Texts::value(const MessageValue& held, LengthStyle style) const {
    struct Writer {
        const Texts& texts;
        LengthStyle style;
        std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
        std::string operator()(double number) const {
            return decimal(number, marks_of(texts.language_).decimal);
        }
        std::string operator()(Length length) const { return texts.length(length, style); }
        std::string operator()(Cents cents) const { return texts.money(cents); }
        std::string operator()(Angle angle) const {
            return decimal(angle.degrees(), marks_of(texts.language_).decimal) + "°";
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Key& key) const { return texts(key.key); }
    };
    return std::visit(Writer{*this, style}, held);
}

}  // namespace maatkast
