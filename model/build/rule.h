#pragma once
// Rules: what the book forbids or advises. Each is one file in model/rules that defines one constant named
// after the file, and an entry in assets/book/rules.json with its page, source and limits.

#include <span>
#include <string_view>

#include "model/build/build.h"
#include "model/build/layout.h"
#include "model/design/design.h"

namespace maatkast {

struct Clashes;

/// Repairs are tried before they are proposed, each in a build of its own: whoever only counts what is wrong
/// leaves them out, and whoever repairs what blocks leaves out those of advice.
enum class Repairs : std::uint8_t { proposed, of_blocking, left_out };

/// What a rule may look at: the wish, the lines derived from it, the parts that came out, and where those
/// that move meet something.
struct RuleContext {
    const Book& book;
    const Design& design;
    const Layout& layout;
    const Build& build;  ///< with the findings of the rules before this one
    const Clashes& clashes;
    std::span<const std::size_t> bays;  ///< that are asked about, from the left
    Repairs repairs = Repairs::proposed;
};

/// Calls `see(leaf)` for each leaf of the bays that are asked about, then for those that slide before
/// several.
template <class See>
void for_each_leaf(const RuleContext& context, See see) {
    for (const std::size_t bay : context.bays)
        for (const Leaf& leaf : leaves_of(context.build, section_of_bay(bay))) see(leaf);
    for (const Leaf& leaf : leaves_of(context.build, context.build.sections.size() - 1)) see(leaf);
}

/// What a rule found at one place. The text is `rule.ID`, with `measured` and `limit` among its values, and
/// what it says `also`.
struct Report {
    std::string_view rule;
    Severity severity = Severity::blocked;
    std::string where;
    MessageValue measured;
    MessageValue limit;
    std::vector<Repair> repairs;
    std::vector<std::pair<std::string, MessageValue>> also = {};
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

/// What a rule has to be asked again about when a bay changes inside. whole: everything. each_bay: that bay.
/// Such a rule looks at the bays it is asked about, one after the other, and in each at nothing but the bay
/// itself and what the design has for all; its findings name the bay first: `bays/3/width`. After those of
/// all bays it may speak of what slides before several.
enum class Asked : std::uint8_t { whole, each_bay };

/// The id is the key of the rule's entry in the book and, after `rule.`, of its text.
struct Rule {
    std::string_view id;
    void (*check)(const RuleContext& context, Findings& findings);
    Asked asked = Asked::whole;
};

/// All rules, in the order of their file names.
std::span<const Rule* const> all_rules();

/// Asks all rules about everything: fills the build's findings, which are none yet.
void ask_rules(const Book& book, const Design& design, const Layout& layout, const Clashes& clashes,
               Build& build, Repairs repairs = Repairs::proposed);
/// The same after a change inside some bays (in ascending order), given a build that still has the findings
/// from before it: rules for each bay are asked about those only.
void ask_rules_again(const Book& book, const Design& design, const Layout& layout, const Clashes& clashes,
                     std::span<const std::size_t> changed, Build& build);

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
/// Whether it folds before the inner corner of an L.
bool before_l(const Design& design, const Leaf& leaf);
/// `remove_front`: the way out of everything about a front.
Repair remove_leaf(const Leaf& leaf);
/// Every leaf of a front but its first is left out where one finding speaks for all.
bool first_of_front(const Build& build, const Leaf& leaf);

}  // namespace maatkast
