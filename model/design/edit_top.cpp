#include "model/design/edit_context.h"

namespace maatkast {
namespace {

/// As thick as the book starts with, or the thickest board of a finish that has none of that.
Length worktop_board(const Book& book, const std::string& finish) {
    const Finish& boards = *book.finish(finish);
    return boards.board(book.defaults.worktop_thickness) ? book.defaults.worktop_thickness
                                                         : boards.boards.back().thickness;
}

}  // namespace

/// A finish, or none.
void set_worktop(EditContext& c) {
    std::optional<Worktop>& worktop = c.design.worktop;
    if (c.edit.value == "none") return worktop.reset();
    const std::string finish = c.finish();
    if (!c.problems.empty()) return;
    if (!worktop) worktop = {worktop_board(c.book, finish), c.book.defaults.worktop_overhang, {}};
    worktop->finish = finish;
}

/// A height, or none.
void set_cornice(EditContext& c) {
    std::optional<Cornice>& cornice = c.design.cornice;
    if (c.edit.value == "none") return cornice.reset();
    if (!cornice) cornice = {{}, c.book.defaults.cornice_overhang};
    cornice->height = c.length();
}

}  // namespace maatkast
