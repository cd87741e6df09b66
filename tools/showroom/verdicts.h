#pragma once
// What a choice would do before it is made: to the price, and to what the book allows.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/build/rebuild.h"
#include "model/price/tally.h"
#include "tools/showroom/document.h"

namespace maatkast::show {

/// Edits beside those of a choice, with which the book allows it; `change` is that of both together.
struct WayOut {
    std::vector<Message> texts;  ///< of its repairs, one to three
    std::vector<Edit> edits;     ///< of the choice and of the repairs
    Cents change;
};

/// Of one choice.
struct Verdict {
    std::optional<Cents> change;    ///< of the total; nothing where the design refuses the edits
    std::optional<Message> reason;  ///< what would block the sale and does not now, or why it is refused
    int page = 0;                   ///< of the book, 0 where it is not the book that refuses
    std::optional<WayOut> way;
    bool allowed() const { return !reason; }
};

/// Tries choices on a build of its own, one after the other and spread over frames. All is forgotten when the
/// design changes. The catalogue must outlive it.
class Verdicts {
  public:
    explicit Verdicts(const scene::Catalogue& catalogue) : catalogue_(&catalogue) {}

    /// nullptr until it is known; whoever asks puts it in line. Valid until the next call of `forget`, or of
    /// `of` with another revision.
    const Verdict* of(const Document& doc, const std::vector<Edit>& edits);
    /// The same, worked out at once: for what is pressed before its turn has come.
    const Verdict& now(const Document& doc, const std::vector<Edit>& edits);
    bool waiting() const { return !line_.empty(); }
    /// Goes on with what was asked for, for about so many milliseconds: at least one build, and the one in
    /// hand is not broken off.
    void work(const Document& doc, double milliseconds);
    void forget();

  private:
    struct Trial {
        std::vector<Edit> edits;
        Verdict verdict;
        std::optional<Design> changed, repaired;  ///< once tried; with the repairs taken so far
        std::vector<Repair> taken;
        std::vector<Repair> repairs;  ///< not tried yet, the next one last
        std::size_t left = 0;         ///< what blocks after those taken
        bool done = false;
    };
    struct Probe {
        Rebuild rebuild;
        Tally tally;
    };
    const Build& look_at(const Design& design);
    std::vector<const Finding*> new_blocks(const Document& doc, const Build& build) const;
    void begin(const Document& doc, Trial& trial);
    static void go_on(Trial& trial, const std::vector<const Finding*>& blocks, const Design& from);
    void repair(const Document& doc, Trial& trial);
    void step(const Document& doc, Trial& trial);

    const scene::Catalogue* catalogue_;
    std::uint64_t revision_ = 0;
    std::map<std::string, Trial> trials_;
    std::deque<std::string> line_;
    std::optional<Probe> probe_;
};

/// One text for a list of edits, and one list for a text.
std::string key_of(const std::vector<Edit>& edits);

}  // namespace maatkast::show
