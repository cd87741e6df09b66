#pragma once
// The design that is being worked on, and everything read off it.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/design/history.h"
#include "model/mesh/mesh.h"
#include "model/price/tally.h"
#include "tools/scene/catalogue.h"
#include "tools/showroom/journal.h"
#include "tools/showroom/picking.h"

namespace maatkast::show {

/// Holds the history; every change goes through edits. The catalogue must outlive it.
class Document {
  public:
    Document(const scene::Catalogue& catalogue, Design design, std::string path);
    /// With what was done to it before; `saved` is what its file holds.
    Document(const scene::Catalogue& catalogue, History history, Design saved, std::string path);

    /// Every change from now on is written there before it is seen.
    void keep(std::unique_ptr<Journal> journal) { journal_ = std::move(journal); }
    Journal* journal() const { return journal_.get(); }
    const History& history() const { return history_; }

    const Book& book() const { return catalogue_->book; }
    const Design& design() const { return history_.current(); }
    const Build& build() const { return rebuild_.build(); }
    const MeshSet& meshes() const { return meshes_.set(); }
    const Price& price() const { return tally_.price(); }
    std::span<const OpeningSpace> spaces() const { return spaces_; }
    const OpeningSpace* space(int bay, int opening) const;
    render::Bounds box() const;  ///< around the closed carcase, metres

    std::uint64_t revision() const { return revision_; }  ///< grows with every change
    /// Takes the place of another document, whose revisions it goes on from: what was worked out for that one
    /// is not taken for this one's.
    void succeed(const Document& other) { revision_ = other.revision_ + 1; }
    /// What the last step did to the price; nothing after opening a file.
    std::optional<Cents> last_change() const { return last_change_; }

    /// One undo step. Problems leave everything as it was.
    OrProblems<void> edit(std::span<const Edit> edits);
    /// Another design in place of this one, as one undo step.
    void replace(Design design);
    /// A change that lasts, such as a drag: each call takes the place of the one before it, so that all of
    /// them are one undo step, or none where the last one changes nothing. It ends with let_go(), and with
    /// any other change.
    OrProblems<void> pull(std::span<const Edit> edits);
    void let_go() { pulled_ = false; }
    bool can_undo() const { return history_.can_undo(); }
    bool can_redo() const { return history_.can_redo(); }
    void undo();
    void redo();

    /// What edits would do to the total; kept until the design changes.
    std::optional<Cents> effect(std::span<const Edit> edits);

    const std::string& path() const { return path_; }
    bool saved() const { return saved_ == design(); }
    /// Writes the canonical text, whole or not at all.
    OrProblems<void> save(const std::string& path, Disk& disk = system_disk());

  private:
    void refresh(Cents before);
    void note(const JournalStep& step) {
        if (journal_) journal_->append(step);
    }

    std::unique_ptr<Journal> journal_;
    const scene::Catalogue* catalogue_;
    History history_;
    Design saved_;
    std::string path_;
    Rebuild rebuild_;
    MeshStore meshes_;
    Tally tally_;
    std::vector<OpeningSpace> spaces_;
    bool pulled_ = false;  ///< the last step is a pull's, which lasts
    Cents before_last_;    ///< total before the last step
    std::optional<Cents> last_change_;
    std::map<std::string, std::optional<Cents>> effects_;
    std::uint64_t revision_ = 0;
};

}  // namespace maatkast::show
