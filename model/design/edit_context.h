#pragma once
// How edits are carried out: a table of path patterns and what each does to a copy of the design.

#include <span>
#include <string_view>
#include <vector>

#include "model/book/book.h"
#include "model/design/edit.h"
#include "model/design/words.h"

namespace maatkast {

/// One edit being carried out. Handlers change `design` and note problems; any problem discards the copy.
struct EditContext {
    const Book& book;
    Design design;
    const Edit& edit;
    std::vector<std::size_t> indices;  ///< of the path, in order
    Problems problems;

    void refuse(std::string key, std::vector<std::pair<std::string, MessageValue>> values = {});
    /// The bay or opening that the path names; nullptr after noting that there is none.
    Bay* bay();
    Opening* opening();
    Front* front();
    /// Values; a fallback after noting what is wrong.
    Length length();
    int whole(int least, int most);
    std::string finish();
    std::optional<std::string> finish_or_none();
    template <class T, std::size_t N>
    T word(const Words<T, N>& words, T otherwise) {
        if (const auto value = value_of(words, edit.value)) return *value;
        refuse("read.unknown_word", {{"value", edit.value}, {"known", all_of(words)}});
        return otherwise;
    }
};

struct EditHandler {
    std::string_view pattern;  ///< `bays/#/width`
    void (*apply)(EditContext& context);
};

std::span<const EditHandler> edit_handlers();

/// Whole-run changes; bays share them, locked bays hold.
void set_run_width(EditContext& context);
void set_run_height(EditContext& context);
void set_run_depth(EditContext& context);
void set_bay_count(EditContext& context);
/// Bays, openings, fronts.
void insert_bay(EditContext& context);
void remove_bay(EditContext& context);
void move_bay(EditContext& context);
void split_opening(EditContext& context);
void remove_opening(EditContext& context);
void set_interior(EditContext& context);
void set_opening_front(EditContext& context);
void set_bay_fronts(EditContext& context);
void set_run_fronts(EditContext& context);
void add_front(EditContext& context);
void remove_front(EditContext& context);

/// The front a bay of this width gets when someone asks for doors: a pair where one leaf would be too wide.
const FrontKind* door_for(const Book& book, const Design& design, const Bay& bay);

}  // namespace maatkast
