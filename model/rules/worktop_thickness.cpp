#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Thinner is a shelf; thicker is not sold as a board, and not every finish comes in each thickness.
void check(const RuleContext& context, Findings& findings) {
    if (!context.design.worktop) return;
    const Worktop& worktop = *context.design.worktop;
    const Finish* finish = context.book.finish(worktop.finish);
    const Length least = context.book.rule("worktop.thickness").length("least");
    if (!finish || (worktop.thickness >= least && finish->board(worktop.thickness))) return;
    std::vector<Repair> repairs;
    Length nearest = finish->boards.back().thickness;
    for (const BoardOffer& board : finish->boards) {
        if (board.thickness < least) continue;
        repairs.push_back(
            repair("set_thickness", "worktop/thickness", edit_value(board.thickness), board.thickness));
        if (board.thickness <= worktop.thickness || nearest > board.thickness) nearest = board.thickness;
    }
    repairs.push_back(repair("do_without", "worktop", "none"));
    findings.add({"worktop.thickness", Severity::blocked, "worktop/thickness", worktop.thickness, nearest,
                  std::move(repairs)});
}

}  // namespace

extern const Rule worktop_thickness;
const Rule worktop_thickness{"worktop.thickness", check};

}  // namespace maatkast::rules
