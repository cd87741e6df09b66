#pragma once
// A price that is kept while its build is edited.

#include "model/build/rebuild.h"
#include "model/price/amounts.h"

namespace maatkast {

/// Counts each section of a build by itself, so that an update counts again what was made again, and the
/// holes in the uprights beside it. Exact in integers: always the price that `price` gives. The book must
/// outlive it.
class Tally {
  public:
    Tally(const Book& book, const Build& build);

    const Price& price() const { return price_; }
    /// `rebuilt`: what differs from the build of the last update.
    void update(const Build& build, const Rebuilt& rebuilt);

  private:
    struct OfSection {
        Amounts amounts;            ///< without holes
        std::vector<Amount> holes;  ///< by part
    };

    void count_all(const Build& build);
    void count(const Build& build, std::span<const std::size_t> bays);
    void replace(const Build& build, std::size_t section);
    void count_holes(const Build& build, std::span<const std::size_t> bays, std::span<const Bounds> changed);
    void set_holes(std::size_t section, std::size_t part, Amount holes);

    const Book* book_;
    std::vector<OfSection> sections_;
    std::vector<Bounds> reach_;  ///< by section: around all that its parts drill holes in
    std::vector<Bounds> run_boxes_;
    Amounts sum_;  ///< of all sections, without holes
    Amount holes_ = 0;
    Price price_;
};

}  // namespace maatkast
