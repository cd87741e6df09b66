#include "tools/showroom/verdicts.h"

#include <algorithm>
#include <chrono>

namespace maatkast::show {
namespace {

constexpr std::size_t kMostRepairs = 6;  // tried from where one choice, or one repair, has led
constexpr std::size_t kMostSteps = 3;

/// A choice that says what shall be is still made where making it again changes nothing. One that adds
/// something is, where all that stands then stands still.
bool still_made(const Book& book, const Design& changed, const Design& repaired,
                const std::vector<Edit>& edits) {
    const auto twice = apply(book, changed, edits);
    if (twice && *twice == changed) {
        const auto again = apply(book, repaired, edits);
        return again && *again == repaired;
    }
    return std::ranges::equal(changed.bays, repaired.bays, {}, &Bay::shape, &Bay::shape);
}

bool blocks_already(const Build& now, const Finding& finding) {
    return std::ranges::any_of(now.findings, [&](const Finding& known) {
        return known.severity == Severity::blocked && known.rule == finding.rule &&
               known.where == finding.where;
    });
}

}  // namespace

std::string key_of(const std::vector<Edit>& edits) {
    std::string key;
    for (const Edit& edit : edits) key += edit.text() + "\n";
    return key;
}

void Verdicts::forget() {
    trials_.clear();
    line_.clear();
}

const Verdict* Verdicts::of(const Document& doc, const std::vector<Edit>& edits) {
    if (revision_ != doc.revision()) forget();
    revision_ = doc.revision();
    const auto [at, fresh] = trials_.try_emplace(key_of(edits));
    if (fresh) {
        at->second.edits = edits;
        line_.push_back(at->first);
    }
    return at->second.done ? &at->second.verdict : nullptr;
}

const Build& Verdicts::look_at(const Design& design) {
    if (!probe_) {
        Rebuild rebuild(catalogue_->book, design);
        Tally tally(catalogue_->book, rebuild.build());
        probe_.emplace(std::move(rebuild), std::move(tally));
    } else {
        // Choices for one opening differ inside its bay only, so that most of these are cheap.
        const Rebuilt rebuilt = probe_->rebuild.update(design);
        probe_->tally.update(probe_->rebuild.build(), rebuilt);
    }
    return probe_->rebuild.build();
}

std::vector<const Finding*> Verdicts::new_blocks(const Document& doc, const Build& build) const {
    std::vector<const Finding*> found;
    for (const Finding& finding : build.findings)
        if (finding.severity == Severity::blocked && !blocks_already(doc.build(), finding))
            found.push_back(&finding);
    return found;
}

void Verdicts::begin(const Document& doc, Trial& trial) {
    auto changed = apply(catalogue_->book, doc.design(), trial.edits);
    if (!changed) {
        if (!changed.error().empty()) trial.verdict.reason = changed.error().front().message;
        trial.done = true;
        return;
    }
    trial.changed = std::move(*changed);
    const Build& build = look_at(*trial.changed);
    trial.verdict.change = probe_->tally.price().total - doc.price().total;
    const auto blocks = new_blocks(doc, build);
    trial.done = blocks.empty();
    if (trial.done) return;
    trial.verdict.reason = blocks.front()->text;
    trial.verdict.page = blocks.front()->page;
    go_on(trial, blocks, *trial.changed);
}

/// What helps against what still blocks is tried next, what stood in line before is not.
void Verdicts::go_on(Trial& trial, const std::vector<const Finding*>& blocks, const Design& from) {
    trial.repaired = from;
    trial.left = blocks.size();
    trial.repairs.clear();
    for (const Finding* finding : blocks)
        for (const Repair& repair : finding->repairs)
            if (trial.repairs.size() < kMostRepairs) trial.repairs.push_back(repair);
    std::ranges::reverse(trial.repairs);
}

/// A repair counts that leaves the choice as it was made: one that takes it back is none. Where it leaves
/// less that blocks, the way goes on from there.
void Verdicts::repair(const Document& doc, Trial& trial) {
    const Repair tried = trial.repairs.back();
    trial.repairs.pop_back();
    const auto repaired = apply(catalogue_->book, *trial.repaired, tried.edits);
    if (!repaired || !still_made(catalogue_->book, *trial.changed, *repaired, trial.edits)) return;
    const auto blocks = new_blocks(doc, look_at(*repaired));
    if (blocks.size() >= trial.left || (!blocks.empty() && trial.taken.size() + 1 == kMostSteps)) return;
    trial.taken.push_back(tried);
    go_on(trial, blocks, *repaired);
    if (!blocks.empty()) return;
    trial.verdict.way = WayOut{{}, trial.edits, probe_->tally.price().total - doc.price().total};
    for (const Repair& step : trial.taken) {
        trial.verdict.way->texts.push_back(step.text);
        trial.verdict.way->edits.insert(trial.verdict.way->edits.end(), step.edits.begin(), step.edits.end());
    }
}

void Verdicts::step(const Document& doc, Trial& trial) {
    if (!trial.changed)
        begin(doc, trial);
    else if (!trial.repairs.empty())
        repair(doc, trial);
    trial.done = trial.done || trial.repairs.empty();
    if (!trial.done) return;
    trial.changed.reset();  // a design each is much to keep
    trial.repaired.reset();
}

const Verdict& Verdicts::now(const Document& doc, const std::vector<Edit>& edits) {
    of(doc, edits);
    const std::string key = key_of(edits);
    Trial& trial = trials_.at(key);
    while (!trial.done) step(doc, trial);
    std::erase(line_, key);
    return trial.verdict;
}

void Verdicts::work(const Document& doc, double milliseconds) {
    using Clock = std::chrono::steady_clock;
    if (revision_ != doc.revision()) return forget();
    const auto end = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
    while (!line_.empty()) {
        Trial& trial = trials_.at(line_.front());
        step(doc, trial);
        if (trial.done) line_.pop_front();
        if (Clock::now() >= end) return;
    }
}

}  // namespace maatkast::show
