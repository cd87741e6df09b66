#include <algorithm>
#include <optional>

#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

constexpr char kNone[] = "none";  // as edits write it: that of the group

/// Speaks of finishes that only fronts are made of.
class Check {
  public:
    Check(const RuleContext& context, Findings& findings) : context_(context), findings_(findings) {}

    /// `otherwise`: what the repair puts there.
    void see(const std::string& path, const std::optional<std::string>& finish,
             const std::string& otherwise) {
        if (!finish || !is_for_fronts(*finish)) return;
        add(path, *finish,
            {otherwise == kNone ? repair("follow_finish", path, otherwise)
                                : repair("set_finish", path, otherwise, Key{"finish." + otherwise})});
    }

    /// A leaf in a frame, of whatever finish its frame is.
    void see(const Leaf& leaf) {
        const Finish& finish = context_.book.finishes[leaf.finish];
        if (!finish.fronts_only || style_of(context_.design, leaf) == FrontStyle::slab) return;
        if (!first_of_front(context_.build, leaf)) return;
        add(leaf_path(leaf), finish.id, {repair("make_slab", leaf_path(leaf) + "/style", "slab")});
    }

    bool is_for_fronts(const std::string& id) const {
        const Finish* finish = context_.book.finish(id);
        return finish && finish->fronts_only;
    }

  private:
    void add(const std::string& path, const std::string& finish, std::vector<Repair> repairs) {
        const Key name{"finish." + finish};
        findings_.add({"finish.front", Severity::blocked, path, name, name, std::move(repairs)});
    }

    const RuleContext& context_;
    Findings& findings_;
};

void check_bay(const Design& design, std::size_t i, Check& check) {
    const Bay& bay = design.bays[i];
    check.see(bay_path(i) + "/finish", bay.finish, kNone);
    for (std::size_t j = 0; j < bay.openings.size(); ++j) {
        check.see(opening_path(i, j) + "/finish", bay.openings[j].shelf_finish, kNone);
        check.see(opening_path(i, j) + "/interior/finish", bay.openings[j].interior.finish, kNone);
    }
}

void check(const RuleContext& context, Findings& findings) {
    Check check(context, findings);
    const Design& design = context.design;
    const auto& plain = context.book.defaults;
    check.see("finish/carcase", design.finish.carcase, plain.carcase);
    check.see("finish/shelves", design.finish.shelves, plain.shelves);
    check.see("finish/drawers", design.finish.drawers, plain.drawers);
    if (design.worktop) check.see("worktop", design.worktop->finish, plain.carcase);
    check.see("ends/left", design.left_end.finish, kNone);
    check.see("ends/right", design.right_end.finish, kNone);
    for (std::size_t i = 0; i < design.bays.size(); ++i) check_bay(design, i, check);
    for_each_leaf(context, [&](const Leaf& leaf) { check.see(leaf); });
}

}  // namespace

extern const Rule finish_front;
const Rule finish_front{"finish.front", check};

}  // namespace maatkast::rules
