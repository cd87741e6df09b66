// Nothing is lost: what was acknowledged is in the journal, whatever happens to the program, the disk or the
// file.

#include "tools/showroom/journal.h"

#include <chrono>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/base/file.h"
#include "model/design/design_io.h"
#include "tests/model/base/temporary_folder.h"
#include "tests/model/base/test_disks.h"
#include "tests/tools/designs.h"
#include "tools/commands/load.h"
#include "tools/showroom/document.h"
#include "tools/showroom/journal_line.h"
#include "tools/showroom/recovery.h"

using namespace maatkast;
using namespace maatkast::show;
using namespace maatkast::test;

namespace {

Design wardrobe() {
    return commands::load_design(book(), std::string(MAATKAST_ASSETS) + "/designs/wardrobe.json").value();
}

/// Changes a history and writes the same into a journal, as Document does, without anything drawn.
struct Hand {
    History history{wardrobe()};
    Journal* journal = nullptr;
    std::function<void()> noted;  ///< after each line
    std::mt19937 dice;

    explicit Hand(unsigned seed) : dice(seed) {}
    int roll(int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); }

    void edit(std::vector<Edit> edits) {
        const std::size_t before = history.changes();
        if (history.apply(book(), edits) && history.changes() != before)
            note({JournalStep::Kind::edit, std::move(edits)});
    }
    /// One more place of a drag.
    void pull(std::vector<Edit> edits) {
        const std::size_t before = history.changes();
        if (history.revise(book(), edits) && history.changes() != before)
            note({JournalStep::Kind::edit, std::move(edits), true});
    }
    /// A drag along some places, now and then back to where it began.
    void drag() {
        const std::size_t was = history.position();
        edit({{"height", std::to_string(1800 + 10 * roll(60))}});
        for (int i = 0; i < 3 && history.position() > was; ++i)
            pull(roll(6) == 0 ? std::vector<Edit>()
                              : std::vector<Edit>{{"height", std::to_string(1800 + 10 * roll(60))}});
    }
    void note(const JournalStep& step) const {
        if (journal) journal->append(step);
        if (noted) noted();
    }
    /// One of the things that people do; now and then several in a drag.
    void move() {
        const int bays = static_cast<int>(history.current().bays.size());
        switch (roll(8)) {
            case 0:
            case 1:
                return edit({{"width", std::to_string(1500 + 10 * roll(200))}});
            case 2:
                return edit(
                    {{fmt::format("bays/{}/width", roll(bays)), std::to_string(300 + 10 * roll(60))}});
            case 3:
                return drag();
            case 4:
                return edit({{"finish/fronts", roll(2) == 0 ? "oak" : "white"}, {"depth", "500"}});
            case 5:
                if (bays < 8) edit({{fmt::format("bays/{}/insert", roll(bays)), ""}});
                return;
            case 6:
                if (!history.can_undo()) return;
                history.undo();
                return note({JournalStep::Kind::undo});
            default:
                if (!history.can_redo()) return;
                history.redo();
                return note({JournalStep::Kind::redo});
        }
    }
};

void check_same(const History& found, const History& wanted) {
    CHECK(found.position() == wanted.position());
    REQUIRE(found.size() == wanted.size());
    CHECK(found.current() == wanted.current());
    History back = found, same = wanted;
    while (back.can_undo()) {
        back.undo();
        same.undo();
        REQUIRE(back.current() == same.current());
    }
    for (; back.can_redo(); back.redo(), same.redo()) REQUIRE(back.current() == same.current());
}

/// The text of a journal of so many moves.
std::string journal_text(unsigned seed, int moves, Hand* hand_out = nullptr) {
    const TemporaryFolder folder;
    Hand hand(seed);
    Journal journal(journal_head(hand.history.current(), "D.json"), {folder.path().string()});
    hand.journal = &journal;
    for (int i = 0; i < moves; ++i) hand.move();
    REQUIRE(journal.flush());
    if (hand_out) *hand_out = hand;
    return read_file(journal.file()).value();
}

std::string sealed(std::uint64_t& sum, std::string_view json) {
    sum = journal_sum(sum, json);
    return sum_digits(sum) + " " + std::string(json) + "\n";
}

/// A line that is whole in itself after a good first line.
std::string with_line(std::string_view json) {
    const std::string text = journal_text(1, 40);
    const std::string head = text.substr(0, text.find('\n') + 1);
    std::uint64_t sum = std::stoull(head.substr(0, kSumDigits), nullptr, 16);
    return head + sealed(sum, json);
}

std::string refusal(const std::string& text) {
    const auto replayed = replay_journal(book(), text);
    REQUIRE_FALSE(replayed);
    return replayed.error().front().message.key;
}

}  // namespace

TEST_CASE("A journal brings back every step, with undo to the start and redo to the end", "[journal]") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        Hand hand(0);
        const auto left = replay_journal(book(), journal_text(seed, 60, &hand));
        REQUIRE(left);
        CHECK_FALSE(left->damaged);
        CHECK(left->path == "D.json");
        CHECK(left->saved == wardrobe());
        check_same(left->history, hand.history);
    }
}

TEST_CASE("A journal cut off at any byte ends with its last whole line", "[journal]") {
    const std::string text = journal_text(3, 30);
    const auto whole = parse_journal(text).value();
    const std::size_t head = text.find('\n') + 1;
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto cut = parse_journal(std::string_view(text).substr(0, size));
        REQUIRE(cut.has_value() == (size >= head));
        if (!cut) continue;
        const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n');
        REQUIRE(cut->steps.size() == static_cast<std::size_t>(lines - 1));
        REQUIRE(std::ranges::equal(cut->steps, std::span(whole.steps).first(cut->steps.size())));
        REQUIRE((cut->end == JournalReading::End::whole) == (text[size - 1] == '\n'));
    }
}

TEST_CASE("Damage anywhere ends the steps there, and is told unless it is the last line", "[journal]") {
    const std::string text = journal_text(4, 30);
    const auto whole = parse_journal(text).value();
    const std::size_t head = text.find('\n') + 1, last = text.rfind('\n', text.size() - 2) + 1;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char flip : {'\x01', '\x80'}) {
            std::string bad = text;
            bad[at] = static_cast<char>(bad[at] ^ flip);
            const auto read = parse_journal(bad);
            REQUIRE(read.has_value() == (at >= head));
            if (!read) continue;
            REQUIRE(read->good_bytes <= at);
            REQUIRE(std::ranges::equal(read->steps, std::span(whole.steps).first(read->steps.size())));
            REQUIRE(read->end != JournalReading::End::whole);
            // Without its end, the last line but one is part of the last.
            if (at + 1 < last) REQUIRE(read->end == JournalReading::End::damaged);
        }
}

TEST_CASE("A line that is lost or moved is damage", "[journal]") {
    const std::string text = journal_text(5, 30);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
    REQUIRE(lines.size() > 8);
    std::string lost, moved;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 3) lost += lines[i];
        moved += i == 3 ? lines[4] : i == 4 ? lines[3] : lines[i];
    }
    for (const std::string& bad : {lost, moved}) {
        CHECK(parse_journal(bad)->steps.size() == 2);
        CHECK(parse_journal(bad)->end == JournalReading::End::damaged);
    }
}

TEST_CASE("Hostile journals are refused or cut, however right their sums are", "[journal]") {
    for (const std::string text : {"", "\n", "{}", "0123456789abcdef {}\n"})
        CHECK(refusal(text) == "journal.not_one");
    std::uint64_t sum = kSumStart;
    CHECK(refusal(sealed(sum, R"({"format":"maatkast-journal","version":2})")) == "journal.newer");
    sum = kSumStart;
    CHECK(refusal(sealed(sum, R"({"format":"maatkast-design","version":1})")) == "journal.not_one");
    sum = kSumStart;
    CHECK(refusal(sealed(sum,
                         R"({"format":"maatkast-journal","version":1,"id":"","path":"","began":0,"hash":"",)"
                         R"("design":"{}"})")) != "journal.not_one");
    const std::string deep = R"({"edit":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    const std::string huge = R"({"edit":["width=)" + std::string(5U << 20, '9') + R"("]})";
    for (const std::string& line :
         {std::string("null"), std::string("[]"), std::string("{}"), std::string(R"({"edit":[1]})"),
          std::string(R"({"edit":["width=nan"]})"), std::string(R"({"edit":["width=1e308"]})"),
          std::string(R"({"edit":["bays/99999999999/insert"]})"), std::string(R"({"edit":["width=-5"]})"),
          std::string(R"({"edit":["width=2400"],"continues":7})"), std::string(R"({"edit":[1e400]})"),
          std::string(R"({"undo":1,"undo":1})"), std::string(R"({"undo":1})"), std::string(R"({"redo":1})"),
          std::string(R"({"edit":["width=2400"],"continues":true})"), std::string(R"({"replace":"{}"})"),
          std::string(R"({"replace":[]})"), std::string(R"({"dance":1})"), deep, huge}) {
        INFO(line.substr(0, 60));
        const auto left = replay_journal(book(), with_line(line) + "x\nx\n");
        REQUIRE(left);
        CHECK(left->damaged);
        CHECK(left->changes == 0);
        CHECK(left->history.current() == wardrobe());
        // What is good of it can be gone on with.
        CHECK(replay_journal(book(), left->good_lines).value().damaged == false);
    }
}

TEST_CASE("Work that was left is found until it is saved, and not while its program runs", "[journal]") {
    const TemporaryFolder folder;
    const std::vector<std::string> places{folder / "journals"};
    Hand hand(7);
    auto journal = std::make_unique<Journal>(journal_head(wardrobe(), "D.json"), places);
    hand.journal = journal.get();
    CHECK(left_behind(book(), places).empty());  // nothing was changed, nothing is there
    hand.edit({{"width", "2400"}});
    hand.edit({{"height", "2000"}});
    hand.pull({{"height", "2010"}});
    CHECK(left_behind(book(), places).empty());  // it runs
    journal.reset();
    auto left = left_behind(book(), places);
    REQUIRE(left.size() == 1);
    CHECK(left[0].changes == 2);
    check_same(left[0].history, hand.history);

    // Gone on with, changed, and crashed again.
    journal = std::make_unique<Journal>(left[0].good_lines, left[0].head.id, left[0].file, false, places);
    hand.journal = journal.get();
    hand.edit({{"depth", "400"}});
    journal.reset();
    left = left_behind(book(), places);
    REQUIRE(left.size() == 1);
    CHECK(left[0].changes == 3);
    check_same(left[0].history, hand.history);

    // Saved: nothing is left, and the file goes.
    journal = std::make_unique<Journal>(left[0].good_lines, left[0].head.id, left[0].file, false, places);
    journal->append({JournalStep::Kind::saved, {}, false, "D.json"});
    journal.reset();
    CHECK(left_behind(book(), places).empty());
    CHECK(std::filesystem::is_empty(places[0]));
}

TEST_CASE("What is thrown away is offered no more, and the last ten are still there", "[journal]") {
    const TemporaryFolder folder;
    const std::vector<std::string> places{folder.path().string()};
    for (int i = 0; i < 12; ++i) {
        Hand hand(1);
        Journal journal(journal_head(wardrobe(), ""), places);
        hand.journal = &journal;
        hand.edit({{"width", "2400"}});
    }
    auto left = left_behind(book(), places);
    REQUIRE(left.size() == 12);
    for (const LeftBehind& one : left) throw_away(one);
    CHECK(left_behind(book(), places).empty());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 10);
}

TEST_CASE("A damaged journal that is gone on with stays beside the new one", "[journal]") {
    const TemporaryFolder folder;
    const std::string text = journal_text(8, 20);
    const std::size_t third = text.find('\n', text.find('\n') + 1) + 3;
    std::string bad = text;
    bad[third] = '!';
    REQUIRE(write_file(folder / "a.journal", bad));
    const std::vector<std::string> places{folder.path().string()};
    const auto left = left_behind(book(), places);
    REQUIRE(left.size() == 1);
    CHECK(left[0].damaged);
    CHECK(left[0].changes == 1);
    Journal journal(left[0].good_lines, left[0].head.id, left[0].file, true, places);
    REQUIRE(journal.flush());
    CHECK(read_file(folder / "a.journal.damaged").value() == bad);
    CHECK(read_file(journal.file()).value() == left[0].good_lines);
}

namespace {

/// Three changes with each call to the disk refused in turn. Returns whether any call was.
bool refuse_call(int nth, bool for_ever, int error) {
    const TemporaryFolder folder;
    const std::vector<std::string> places{folder / "state/journals", folder / "other"};
    FailingDisk disk(nth, for_ever, error);
    Hand hand(9);
    int told = 0;
    {
        Journal journal(journal_head(wardrobe(), "D.json"), places, disk);
        hand.journal = &journal;
        const auto listen = [&] {
            const auto news = journal.news();
            told += news && news->key == "ui.journal_away";
        };
        for (const char* width : {"2400", "2300", "2200"}) {
            hand.edit({{"width", width}});
            const bool safe = journal.flush();
            listen();
            CHECK(safe == !(disk.failed() && for_ever));
            if (!safe) continue;
            const auto now = replay_journal(book(), read_file(journal.file()).value());
            REQUIRE(now);
            check_same(now->history, hand.history);
        }
        CHECK(told == (disk.failed() && for_ever ? 1 : 0));
        disk.cure();
        REQUIRE(journal.flush());
    }
    const auto left = left_behind(book(), places);
    REQUIRE(left.size() == 1);
    check_same(left[0].history, hand.history);
    return disk.calls() > nth && nth < (1 << 29);
}

}  // namespace

TEST_CASE("Whichever call fails, the journal goes elsewhere or waits, tells it once and loses nothing",
          "[journal]") {
    for (const int error : {ENOSPC, EIO, EROFS})
        for (const bool for_ever : {false, true}) {
            int nth = 0;
            for (; nth < 60; ++nth) {
                INFO(nth << (for_ever ? " and on: " : ": ") << strerror(error));
                if (!refuse_call(nth, for_ever, error)) break;
            }
            CHECK(nth > 8);
            CHECK(nth < 60);
        }
}

TEST_CASE("After a power failure at any moment the journal has every change that was synced", "[journal]") {
    const TemporaryFolder folder, after;
    const std::vector<std::string> places{folder / "journals"};
    REQUIRE(std::filesystem::create_directory(places[0]));
    RecordingDisk disk;
    Hand hand(11);
    std::vector<std::pair<std::size_t, std::size_t>> acknowledged{{0, 0}};  // calls, steps
    {
        Journal journal(journal_head(wardrobe(), "D.json"), places, disk);
        hand.journal = &journal;
        for (std::size_t i = 0; i < 6; ++i) {
            hand.edit({{"width", std::to_string(2400 - 10 * i)}});
            if (i % 2 == 0) continue;  // two lines between syncs
            REQUIRE(journal.flush());
            acknowledged.emplace_back(disk.calls().size(), i + 1);
        }
    }
    const auto calls = disk.calls();
    std::size_t seen = 0;
    for (std::size_t done = 0; done <= calls.size(); ++done) {
        std::size_t wanted = 0;
        for (const auto& [call, steps] : acknowledged)
            if (call <= done) wanted = steps;
        for (const DiskState& state : states_after({}, std::span(calls).first(done))) {
            ++seen;
            std::size_t found = 0;
            for (const auto& [path, text] : state) {
                const auto read = replay_journal(book(), text);
                if (read) found = std::max(found, read->history.position());
            }
            CHECK(found >= wanted);
        }
    }
    CHECK(seen > 30);
}

namespace {

constexpr int kMostMoves = 400, kAhead = 30;

/// Plays a move for each byte that it is given, and says through the other pipe how many lines are
/// acknowledged: those after which a picture would be drawn.
[[noreturn]] void play_until_killed(unsigned seed, const std::string& place, int given, int told) {
    Hand hand(seed);
    Journal journal(journal_head(wardrobe(), "D.json"), {place});
    hand.journal = &journal;
    hand.noted = [told, lines = 0]() mutable {
        ++lines;
        if (::write(told, &lines, sizeof lines) != sizeof lines) ::_exit(1);
    };
    char leave = 0;
    while (::read(given, &leave, 1) == 1) hand.move();
    ::_exit(0);
}

/// Kills a child some microseconds after it told of so many lines; the lines that it acknowledged. It may
/// run ahead by a few moves only, however late a busy machine lets the other one kill it.
std::size_t kill_after(unsigned seed, const std::string& place, int line, unsigned microseconds) {
    int ends[2], leaves[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::pipe(leaves) == 0);
    const std::string moves(static_cast<std::size_t>(line + kAhead), 'x');
    REQUIRE(::write(leaves[1], moves.data(), moves.size()) == static_cast<ssize_t>(moves.size()));
    ::close(leaves[1]);  // after these moves it ends by itself
    const pid_t child = ::fork();
    if (child == 0) {
        play_until_killed(seed, place, leaves[0], ends[1]);
    }
    ::close(ends[1]);
    int lines = 0, told = 0;
    while (lines < line && ::read(ends[0], &told, sizeof told) == sizeof told) lines = told;
    ::usleep(microseconds);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(ends[0], &told, sizeof told) == sizeof told) lines = told;
    for (const int end : {ends[0], leaves[0]}) ::close(end);
    return static_cast<std::size_t>(lines);
}

struct Stand {
    Design design;
    std::size_t position;
    bool operator==(const Stand&) const = default;
};

/// Where a program that nobody kills stands after each of its first lines.
std::vector<Stand> stands(unsigned seed, std::size_t lines) {
    Hand hand(seed);
    std::vector<Stand> found{{hand.history.current(), 0}};
    hand.noted = [&] { found.push_back({hand.history.current(), hand.history.position()}); };
    for (int move = 0; move < kMostMoves && found.size() <= lines; ++move) hand.move();
    return found;
}

}  // namespace

TEST_CASE("Killed at any moment, every acknowledged change is there", "[journal][kill]") {
    const char* asked = std::getenv("MAATKAST_KILLS");
    const int kills = asked ? std::atoi(asked) : kSanitized ? 200 : 2000;
    std::mt19937 dice(2026);
    int lost = 0, untold = 0, amid = 0;
    for (int i = 0; i < kills; ++i) {
        const TemporaryFolder folder;
        const std::vector<std::string> places{folder.path().string()};
        const auto seed = static_cast<unsigned>(dice());
        const std::size_t lines =
            kill_after(seed, places[0], static_cast<int>(dice() % 200), static_cast<unsigned>(dice() % 300));
        const std::vector<Stand> wanted = stands(seed, lines + 1);
        const auto left = left_behind(book(), places);
        const Stand found =
            left.empty() ? wanted[0] : Stand{left[0].history.current(), left[0].history.position()};
        // One line more is there when it was killed between writing and telling.
        const bool more = lines + 1 < wanted.size() && found == wanted[lines + 1];
        // Where all was undone nothing is unsaved, and nothing is left.
        const bool same = found == wanted[lines] || (left.empty() && wanted[lines].design == wardrobe());
        lost += !(same || more) || (!left.empty() && left[0].damaged);
        untold += more && !same;
        amid += lines > 0;
    }
    CHECK(lost == 0);
    if (kills < 1000) return;
    CHECK(untold > 0);
    CHECK(amid > kills / 2);
}

TEST_CASE("On a disk of one MiB that is full, saving says so once and what was there stays", "[journal]") {
    const TemporaryFolder folder;
    const std::string small = folder / "small";
    std::filesystem::create_directory(small);
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=1m") != 0) {
        WARN("no right to mount: not looked at");
        return;
    }
    {
        const std::string design = small + "/D.json";
        Document document(catalogue(), wardrobe(), "");
        REQUIRE(document.save(design));
        const std::string old_text = read_file(design).value();
        std::ofstream(small + "/fill") << std::string(2U << 20, 'x');
        document.keep(std::make_unique<Journal>(journal_head(wardrobe(), design),
                                                std::vector<std::string>{small + "/journals"}));
        REQUIRE(document.edit(std::vector<Edit>{{"width", "2400"}}));
        CHECK(document.journal()->news()->key == "ui.journal_away");
        const auto saved = document.save(design);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().front().message.key.starts_with("file.not_writ"));
        CHECK(read_file(design).value() == old_text);
        REQUIRE(document.edit(std::vector<Edit>{{"width", "2300"}}));
        CHECK_FALSE(document.journal()->news());
        std::filesystem::remove(small + "/fill");
        REQUIRE(document.journal()->flush());
        CHECK(document.journal()->news()->key == "ui.journal_back");
        const auto left = replay_journal(book(), read_file(document.journal()->file()).value());
        CHECK(left.value().history.current() == document.design());
        REQUIRE(document.save(design));
    }
    ::umount(small.c_str());
}
