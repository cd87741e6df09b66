#include "model/book/book.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace maatkast {
namespace {

template <class T>
const T* by_id(const std::vector<T>& entries, std::string_view id) {
    const auto found = std::ranges::find(entries, id, &T::id);
    return found == entries.end() ? nullptr : &*found;
}

/// A broken contract ends the program in release too: the caller asked for what load_book has made sure of.
template <class T>
const T& must(const T* entry) {
    if (!entry) std::abort();
    return *entry;
}

}  // namespace

Length Range::round_down(Length value) const {
    const Length held = std::clamp(value, least, most);
    return held - (held - least) % step;
}

const BoardOffer* Finish::board(Length thickness) const {
    const auto found = std::ranges::find(boards, thickness, &BoardOffer::thickness);
    return found == boards.end() ? nullptr : &*found;
}

double RuleEntry::limit(std::string_view name) const {
    const auto found = limits.find(name);
    return must(found == limits.end() ? nullptr : &found->second);
}

const Finish* Book::finish(std::string_view name) const {
    return by_id(finishes, name);
}
const Handle* Book::handle(std::string_view name) const {
    return by_id(handles, name);
}
const LoadClass* Book::load(std::string_view name) const {
    return by_id(loads, name);
}
const Contents* Book::content(std::string_view name) const {
    return by_id(contents, name);
}

const RuleEntry& Book::rule(std::string_view name) const {
    const auto found = rules.find(name);
    return must(found == rules.end() ? nullptr : &found->second);
}

std::uint16_t Book::article(std::string_view name) const {
    return static_cast<std::uint16_t>(&must(by_id(articles, name)) - articles.data());
}

std::uint16_t Book::model(std::string_view name) const {
    return static_cast<std::uint16_t>(&must(by_id(models, name)) - models.data());
}

}  // namespace maatkast
