#pragma once
// Rules: what the book forbids or advises. Each is one file in model/rules that defines one constant named
// after the file, and an entry in assets/book/rules.json with its page, source and limits.

#include <span>
#include <string_view>

#include "model/build/build.h"
#include "model/build/layout.h"
#include "model/design/design.h"

namespace maatkast {

class Sweeps;

/// What a rule may look at: the wish, the lines derived from it, the parts that came out, and what those pass
/// that move.
struct RuleContext {
    const Book& book;
    const Design& design;
    const Layout& layout;
    const Build& build;
    Sweeps& sweeps;  ///< of this build; remembers what it has worked out
};

/// What a rule found at one place. The text is `rule.ID`, with `measured` and `limit` among its values.
struct Report {
    std::string_view rule;
    Severity severity = Severity::blocked;
    std::string where;
    MessageValue measured;
    MessageValue limit;
    std::vector<Repair> repairs;
};

/// Collects findings; adds the page from the book.
class Findings {
  public:
    Findings(const Book& book, std::vector<Finding>& into) : book_(book), into_(into) {}
    void add(Report report);

  private:
    const Book& book_;
    std::vector<Finding>& into_;
};

/// The id is the key of the rule's entry in the book and, after `rule.`, of its text.
struct Rule {
    std::string_view id;
    void (*check)(const RuleContext& context, Findings& findings);
};

/// All rules, in the order of their file names.
std::span<const Rule* const> all_rules();

/// A repair of one edit, `repair.KEY` with {value}.
Repair repair(std::string_view key, std::string path, std::string value, MessageValue shown = std::string());
/// A length as edits write it: millimetres.
std::string edit_value(Length length);
/// Paths into a design, as edits write them: `bays/1`, `bays/1/openings/2`, `bays/1/fronts/0`.
std::string bay_path(std::size_t bay);
std::string opening_path(std::size_t bay, std::size_t opening);
std::string front_path(std::size_t bay, std::size_t front);
std::string sliding_path(std::size_t sliding);
/// Of the front, or the sliding leaves, that a leaf belongs to.
std::string leaf_path(const Leaf& leaf);
FrontStyle style_of(const Design& design, const Leaf& leaf);
/// The front of a leaf that does not slide.
const Front& front_of(const Design& design, const Leaf& leaf);
/// `remove_front`: the way out of everything about a front.
Repair remove_leaf(const Leaf& leaf);
/// Every leaf of a front but its first is left out where one finding speaks for all.
bool first_of_front(const Build& build, const Leaf& leaf);

}  // namespace maatkast
