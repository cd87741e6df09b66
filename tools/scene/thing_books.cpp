// What stands in rows: books, records, files.

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

#include "tools/scene/dice.h"
#include "tools/scene/thing_meshes.h"

namespace maatkast::scene {
namespace {

constexpr float kBoard = 0.0025F, kSquare = 0.003F;  // metres: a cover, and how far it stands over the pages
constexpr float kAir = 0.0004F;                      // between two books

float metres(int mm) {
    return static_cast<float>(mm) / 1000;
}

struct BookSize {
    float thick, high, deep;
    std::uint32_t slot = 0;
    bool hard = true;  ///< its covers stand over the pages
    int label = 0;     ///< 0 none, 1 a block, 2 two lines
};

/// Rounded as spines are: five points from side to side.
RoomMesh spine_of(const BookSize& b) {
    const float t = b.thick, round = b.hard ? std::min(0.006F, t * 0.2F) : 0.0015F;
    const std::array<glm::vec2, 6> plan{
        {{0, -0.008F}, {t, -0.008F}, {t, -round}, {t * 0.78F, 0}, {t * 0.22F, 0}, {0, -round}}};
    return drawn_up(plan, 0, b.high, uv_of(b.slot));
}

void add_label(RoomMesh& mesh, const BookSize& b) {
    const float left = b.thick * 0.24F, right = b.thick * 0.76F, proud = 0.0003F;
    const auto strip = [&](float low, float high, glm::vec2 uv) {
        append(mesh, box({left, b.high * low, -0.002F}, {right, b.high * high, proud}, uv));
    };
    const bool light = b.slot == 4 || b.slot == 2 || b.slot == 8;
    const glm::vec2 ink = light ? uv_of(Dye::paper) : uv_of(Dye::dark);
    if (b.label == 1) strip(0.60F, 0.82F, light ? ink : uv_of(2));
    if (b.label == 2) {
        strip(0.12F, 0.135F, ink);
        strip(0.845F, 0.86F, ink);
    }
}

/// Its spine at z = 0, its left cover at x = 0.
RoomMesh book_of(const BookSize& b) {
    RoomMesh mesh = spine_of(b);
    const float board = b.hard ? kBoard : 0.0008F, in = b.hard ? kSquare : 0.0002F;
    for (const float left : {0.0F, b.thick - board})
        append(mesh, box({left, 0, -b.deep}, {left + board, b.high, -0.008F}, uv_of(b.slot)));
    append(mesh, box({board, in, -b.deep + in}, {b.thick - board, b.high - in, -0.008F}, uv_of(Dye::paper)));
    add_label(mesh, b);
    return mesh;
}

/// Books of one series are alike; others differ.
std::vector<BookSize> some_books(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 100));
    const float high = metres(recipe.a), deep = metres(recipe.b);
    const bool series = recipe.variant % 4 == 1;
    const std::uint32_t count = (series ? 4 : 3) + dice.below(3), slot = dice.below(10);
    const BookSize alike{dice.between(0.018F, 0.034F),
                         high * dice.between(0.86F, 0.99F),
                         deep * dice.between(0.88F, 0.99F),
                         slot,
                         true,
                         static_cast<int>(1 + dice.below(2))};
    std::vector<BookSize> books;
    for (std::uint32_t i = 0; i < count; ++i) {
        BookSize b = alike;
        if (!series)
            b = {dice.between(0.014F, 0.042F),
                 high * dice.between(0.76F, 1.0F),
                 deep * dice.between(0.78F, 1.0F),
                 dice.below(10),
                 dice.chance(0.6F),
                 static_cast<int>(dice.below(4))};
        books.push_back(b);
    }
    return books;
}

}  // namespace

RoomMesh make_books(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 101));
    RoomMesh row;
    float x = 0;
    for (const BookSize& b : some_books(recipe)) {
        const float back = dice.between(-0.005F, 0);
        append(row, moved(book_of(b), glm::translate(glm::mat4(1), {x, 0, back})));
        x += b.thick + kAir;
    }
    return row;
}

RoomMesh make_book(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 102));
    return book_of({dice.between(0.018F, 0.03F), metres(recipe.a), metres(recipe.b), dice.below(10), true,
                    static_cast<int>(dice.below(3))});
}

/// The largest below, spines to the front, none quite straight.
RoomMesh make_pile(const ThingRecipe& recipe) {
    Dice dice(stirred(recipe.variant, 103));
    const std::uint32_t count = 2 + dice.below(3);
    RoomMesh pile;
    float y = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const float shrink = 1 - 0.08F * static_cast<float>(i) - dice.between(0.01F, 0.05F);
        const BookSize b{dice.between(0.018F, 0.034F),
                         metres(recipe.a) * shrink * 0.95F,
                         metres(recipe.b) * shrink * 0.95F,
                         dice.below(10),
                         true,
                         static_cast<int>(dice.below(3))};
        glm::mat4 at = glm::translate(glm::mat4(1), {metres(recipe.a) / 2, y, -metres(recipe.b) * 0.03F});
        at = glm::rotate(at, dice.between(-0.035F, 0.035F), {0, 1, 0});
        at = glm::translate(at, {b.high / 2, 0, 0});
        at = glm::rotate(at, glm::radians(90.0F), {0, 0, 1});
        append(pile, moved(book_of(b), at));
        y += b.thick + kAir;
    }
    return pile;
}

RoomMesh make_records(const ThingRecipe& recipe) {
    constexpr float kSide = 0.315F;
    Dice dice(stirred(recipe.variant, 104));
    RoomMesh row;
    float x = 0;
    std::uint32_t slot = dice.below(10);
    for (int i = 0; i < recipe.a; ++i) {
        const float thick = dice.between(0.0026F, 0.0042F), back = dice.between(-0.004F, 0),
                    bevel = thick * 0.25F;
        const std::array<glm::vec2, 6> plan{{{x, back - kSide},
                                             {x + thick, back - kSide},
                                             {x + thick, back - bevel},
                                             {x + thick - bevel, back},
                                             {x + bevel, back},
                                             {x, back - bevel}}};
        // Some neighbours come from one label.
        if (dice.chance(0.75F)) slot = dice.below(10);
        const glm::vec2 uv = dice.chance(0.12F) ? uv_of(Dye::dark) : uv_of(slot);
        append(row, drawn_up(plan, 0, kSide - dice.between(0, 0.002F), uv));
        x += thick + 0.0003F;
    }
    return row;
}

RoomMesh make_file(const ThingRecipe& recipe) {
    constexpr float kThick = 0.075F, kHigh = 0.318F, kDeep = 0.285F;
    const std::uint32_t slot = recipe.variant % 10U;
    RoomMesh file = book_of({kThick, kHigh, kDeep, slot, true, 0});
    append(file, box({0.012F, 0.13F, -0.002F}, {kThick - 0.012F, 0.27F, 0.0004F}, uv_of(Dye::paper)));
    constexpr std::array<glm::vec2, 6> kRing{
        {{0, 0}, {0.014F, 0}, {0.014F, 0.0012F}, {0.009F, 0.0012F}, {0.009F, 0.0008F}, {0, 0.0008F}}};
    const glm::mat4 front = glm::rotate(glm::translate(glm::mat4(1), {kThick / 2, 0.065F, -0.0003F}),
                                        glm::radians(90.0F), {1, 0, 0});
    append(file, moved(turned(kRing, 12, uv_of(Dye::dark)), front));
    return file;
}

}  // namespace maatkast::scene
