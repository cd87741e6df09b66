#include "model/book/book.h"
#include "model/build/rule.h"

namespace maatkast::rules {
namespace {

/// Worktop, cornice and top filler all lie on the carcases: one of them at a time.
void check(const RuleContext& context, Findings& findings) {
    const Design& design = context.design;
    struct Choice {
        bool chosen;
        const char* path;
    };
    std::int64_t chosen = 0;
    for (const auto& [is_chosen, path] :
         {Choice{design.worktop.has_value(), "worktop"}, Choice{design.cornice.has_value(), "cornice"},
          Choice{design.top_filler > Length{}, "top_filler"}}) {
        if (!is_chosen || ++chosen < 2) continue;
        findings.add({"whole.one_top",
                      Severity::blocked,
                      path,
                      chosen,
                      std::int64_t{1},
                      {repair("do_without", path, "none")}});
    }
}

}  // namespace

extern const Rule whole_one_top;
const Rule whole_one_top{"whole.one_top", check};

}  // namespace maatkast::rules
