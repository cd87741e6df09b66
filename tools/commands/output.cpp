#include "tools/commands/output.h"

#include <algorithm>

#include "model/base/file.h"
#include "model/build/kinds.h"
#include "model/design/edit_context.h"
#include "model/design/words.h"
#include "model/propose/propose.h"
#include "tools/commands/load.h"

namespace maatkast::commands {

int with_book(const Context& context, const std::function<int(const Book&)>& run) {
    const auto book = load_book(context.assets + "/book");
    return book ? run(*book) : report(context, book.error());
}

int with_design(const Context& context, const std::string& path,
                const std::function<int(const Book&, const Design&)>& run) {
    return with_book(context, [&](const Book& book) {
        const auto design = load_design(book, path);
        return design ? run(book, *design) : report(context, design.error());
    });
}

int write_output(const Context& context, const std::string& path, std::string_view text) {
    const auto written = write_file(path, text);
    if (written) return kFine;
    const std::string& key = written.error().front().message.key;
    return report(context, written.error(), key == "file.not_written" ? kOutputFailed : kCannotCreate);
}

bool known_kind(const std::string& id) {
    const auto is_shape = [&](const auto& word) {
        return word.second != BayShape::straight && word.first == id;
    };
    return is_random_group(id) || find_front_kind(id) || find_interior_kind(id) ||
           std::ranges::any_of(kShapeWords, is_shape);
}

std::string known_kinds() {
    std::string shapes;
    for (const auto& [word, shape] : kShapeWords)
        if (shape != BayShape::straight) shapes += ", " + std::string(word);
    for (const std::string_view group : kRandomGroups) shapes += ", " + std::string(group);
    return all_interior_kinds() + ", " + all_front_kinds() + shapes;
}

std::string list_of_edits() {
    std::string list = "Edits (# counts from 0):\n";
    for (const EditHandler& handler : edit_handlers()) list += "  " + std::string(handler.pattern) + "\n";
    return list;
}

}  // namespace maatkast::commands
