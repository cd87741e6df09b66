#pragma once
// The parts list, price and findings as JSON and CSV: the contract of the command line.

#include <string>
#include <vector>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/machining/drilling.h"
#include "model/price/price.h"

namespace maatkast::commands {

/// A part as a workshop reads it.
struct ListedPart {
    std::string id;
    std::string name_key;  ///< `part.shelf`
    std::string article, material, grain, edges;
    Length length, width, thickness;
    double mass = 0;
    const Part* part = nullptr;
    bool askew = false;  ///< stands at an angle in its frame: listed along itself
    std::vector<HoleRow> holes;
};
std::vector<ListedPart> list_parts(const Book& book, const Build& build);

std::string_view unit_key(Article::Unit unit);
std::string findings_json(const Texts& texts, const Book& book, const Design& design, const Build& build);
std::string parts_json(const Texts& texts, const Book& book, const Build& build);
std::string parts_csv(const Texts& texts, const Book& book, const Build& build);
std::string price_json(const Texts& texts, const Book& book, const Price& price);

}  // namespace maatkast::commands
