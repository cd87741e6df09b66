#pragma once
// What differs between two designs, one thing at a time, in a customer's words.

#include <functional>
#include <vector>

#include "model/base/message.h"
#include "model/design/bay_pairs.h"
#include "model/design/design.h"

namespace maatkast {

struct Book;

/// One thing that differs. `take` brings it into a copy of the first design; several are taken from the last
/// of a list to its first, because the first may renumber bays. The designs must outlive it.
struct Aspect {
    std::vector<Message> what;  ///< a line each
    std::function<void(Design& copy)> take;
};
using Aspects = std::vector<Aspect>;

/// In the order in which people ask: sizes, bays, what stands in them and before them, looks, the room. All
/// of them taken give the second design but for its name and the locks of its bays, which no customer sees.
Aspects aspects_between(const Book& book, const Design& from, const Design& to);

/// Of bays that both have; `bays_come` when some come, go or take another shape, which brings the sliding
/// leaves along.
struct Compared {
    const Book& book;
    const Design& from;
    const Design& to;
    std::vector<BayPair> pairs;  ///< of the bays that both have
    bool bays_come = false;
};
void add_bay_aspects(const Compared& compared, Aspects& aspects);
/// `1, 3, 4`, as people count.
std::string bay_numbers(const std::vector<BayPair>& pairs);

}  // namespace maatkast
