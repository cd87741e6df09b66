#include "model/export/html.h"

#include <fmt/format.h>

namespace maatkast::html {

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string element(std::string_view name, std::string_view css, std::string_view html) {
    return css.empty() ? fmt::format("<{0}>{1}</{0}>\n", name, html)
                       : fmt::format("<{0} class=\"{1}\">{2}</{0}>\n", name, css, html);
}

std::string table(const std::vector<std::string>& headings,
                  const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return "";
    const auto is_number = [&](std::size_t i) { return headings[i].starts_with('>'); };
    const auto cell = [&](std::string_view name, std::size_t i, std::string_view html) {
        return fmt::format("<{0}{1}>{2}</{0}>", name, is_number(i) ? " class=\"number\"" : "", html);
    };
    std::string out = "<table><thead><tr>";
    for (std::size_t i = 0; i < headings.size(); ++i)
        out += cell("th", i, escape(std::string_view(headings[i]).substr(is_number(i) ? 1 : 0)));
    out += "</tr></thead><tbody>\n";
    for (const auto& row : rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) out += cell("td", i, row[i]);
        out += "</tr>\n";
    }
    return out + "</tbody></table>\n";
}

}  // namespace maatkast::html
