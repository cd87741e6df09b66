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
    /// What the path names; nullptr after noting that there is none.
    Bay* bay();
    Opening* opening();
    Front* front();
    RoomObstacle* obstacle();
    Sliding* sliding();
    Slope* slope();
    Skirting* skirting();
    Worktop* worktop();
    Cornice* cornice();
    /// Values; a fallback after noting what is wrong.
    Length length(Length least = 1_mm);
    Length length_or_none();  ///< zero for `none`
    Angle angle();
    int whole(int least, int most);
    std::string finish();
    std::optional<std::string> finish_or_none();
    /// The id of an entry of the book.
    template <class Entries>
    std::string known_id(const Entries& entries) {
        std::string known;
        for (const auto& entry : entries) {
            if (entry.id == edit.value) return edit.value;
            known += (known.empty() ? "" : ", ") + entry.id;
        }
        refuse("read.unknown_word", {{"value", edit.value}, {"known", known}});
        return {};
    }
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

/// Changes of the main run; its bays share them, locked bays hold.
void set_run_width(EditContext& context);
void set_run_height(EditContext& context);
void set_run_depth(EditContext& context);
void set_bay_count(EditContext& context);
/// Bays come, go, move, and take another shape.
void insert_bay(EditContext& context);
void remove_bay(EditContext& context);
void move_bay(EditContext& context);
void set_shape(EditContext& context);
void add_corner(EditContext& context);
/// Openings, fronts.
void split_opening(EditContext& context);
void remove_opening(EditContext& context);
void set_interior(EditContext& context);
void set_shelf(EditContext& context);
void set_contents(EditContext& context);
void set_opening_front(EditContext& context);
void set_bay_fronts(EditContext& context);
void set_kneehole(EditContext& context);
void set_run_fronts(EditContext& context);
void set_run_style(EditContext& context);
void add_front(EditContext& context);
void remove_front(EditContext& context);
void set_front_handle(EditContext& context);
void add_sliding(EditContext& context);
void remove_sliding(EditContext& context);
void set_leaf_finish(EditContext& context);
/// The room.
void set_ceiling(EditContext& context);
void set_slope(EditContext& context);
void set_slope_low(EditContext& context);
void set_slope_high(EditContext& context);
void set_slope_angle(EditContext& context);
void set_skirting(EditContext& context);
void add_obstacle(EditContext& context);
void remove_obstacle(EditContext& context);
/// What stands on top.
void set_worktop(EditContext& context);
void set_cornice(EditContext& context);

/// The front a bay of this width gets when someone asks for doors: a pair where one leaf would be too wide,
/// before an L the one that folds.
const FrontKind* door_for(const Book& book, const Design& design, const Bay& bay);

}  // namespace maatkast
