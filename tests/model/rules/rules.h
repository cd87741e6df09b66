#pragma once
// What the tests of the rules share: the book, a plain bay, and one way to look at a limit from both sides.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "model/book/book.h"
#include "model/build/build.h"
#include "model/build/kinds.h"
#include "model/design/edit.h"
#include "model/propose/propose.h"

namespace maatkast::test {

inline const Book& book() {
    static const Book loaded = load_book(MAATKAST_ASSETS "/book").value();
    return loaded;
}

using Strings = std::vector<std::string>;

/// The design after these edits, each of which must be possible.
inline Design with(Design design, const Strings& edits) {
    for (const std::string& edit : edits) {
        INFO(edit);
        auto changed = apply(book(), design, parse_edit(edit));
        REQUIRE(changed);
        design = std::move(*changed);
    }
    return design;
}

/// One bay, clear width 600, 2000 high and 300 deep, on a plinth of 80, all boards 19 mm white: nothing in
/// it and nothing before it.
inline Design bare_bay() {
    Design design = new_design(book(), {638_mm, 2000_mm, 300_mm, 1}).value();
    design.bays[0].openings = {{std::nullopt, {find_interior_kind("empty"), 1, std::nullopt}, std::nullopt}};
    design.bays[0].fronts.clear();
    return design;
}

inline const Finding* find(const Build& build, std::string_view rule, std::string_view where = "") {
    for (const Finding& finding : build.findings)
        if (finding.rule == rule && (where.empty() || finding.where == where)) return &finding;
    return nullptr;
}

inline bool allows(std::string_view rule, const Design& design) {
    return find(build(book(), design), rule) == nullptr;
}

/// Whether a text of the model's can be said in all languages.
inline bool has_text(std::string_view key) {
    static const std::vector<Texts> all = [] {
        std::vector<Texts> texts;
        for (const Language language : {Language::nl, Language::en, Language::de})
            texts.push_back(load_texts(MAATKAST_ASSETS "/texts", language).value());
        return texts;
    }();
    return std::ranges::all_of(all, [key](const Texts& texts) { return texts.has(key); });
}

/// The finding that must be there, after seeing that it names its page and that each of its repairs removes
/// it from its place.
inline Finding refused(std::string_view rule, std::string_view where, const Design& design) {
    const Build built = build(book(), design);
    const Finding* finding = find(built, rule, where);
    INFO(rule << " at " << where);
    REQUIRE(finding);
    CHECK(finding->page == book().rule(rule).source.page);
    CHECK(has_text(finding->text.key));
    for (const Repair& repair : finding->repairs) {
        CHECK(has_text(repair.text.key));
        INFO(repair.text.key << ": " << repair.edits.front().text());
        const auto repaired = apply(book(), design, repair.edits);
        REQUIRE(repaired);
        CHECK_FALSE(find(build(book(), *repaired), rule, where));
    }
    return *finding;
}

/// One number of a design, and the place where its rule reports it.
struct Limit {
    std::string_view rule, where;
    std::string path;  ///< of the edit that sets the number
    Design design;
};

/// Nothing to say about the values inside and at the limit, a finding about the one just outside.
inline Finding check_limit(const Limit& limit, const Strings& inside, const std::string& outside) {
    for (const std::string& value : inside) {
        INFO(limit.path << "=" << value);
        CHECK(allows(limit.rule, with(limit.design, {limit.path + "=" + value})));
    }
    INFO(limit.path << "=" << outside);
    return refused(limit.rule, limit.where, with(limit.design, {limit.path + "=" + outside}));
}

/// The keys of its repairs without `repair.`, in order.
inline Strings repairs_of(const Finding& finding) {
    Strings keys;
    for (const Repair& repair : finding.repairs) keys.push_back(repair.text.key.substr(7));
    return keys;
}

inline Length measured(const Finding& finding) {
    return std::get<Length>(finding.measured);
}
inline Length limit_of(const Finding& finding) {
    return std::get<Length>(finding.limit);
}

}  // namespace maatkast::test
