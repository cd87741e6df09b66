#pragma once
// The units that designs, book and parts are written in. Integers in strong types: a length can never be
// mistaken for a price, sums are exact, and the same design gives the same bytes on every machine.

#include <array>
#include <compare>
#include <cstdint>

namespace maatkast {

/// A length in whole tenths of a millimetre. Range ±214 km; no operation here checks for overflow, the
/// readers of files and edits do (see kLongest in design.h).
struct Length {
    std::int32_t tenths = 0;

    static constexpr Length of_mm(std::int32_t mm) { return {mm * 10}; }
    /// Nearest tenth, halves away from zero.
    static constexpr Length nearest_mm(double mm) {
        return {static_cast<std::int32_t>(mm < 0 ? mm * 10 - 0.5 : mm * 10 + 0.5)};
    }
    constexpr double mm() const { return tenths / 10.0; }
    constexpr double metres() const { return tenths / 10000.0; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return {-tenths}; }
    constexpr Length& operator+=(Length b) { return tenths += b.tenths, *this; }
    constexpr Length& operator-=(Length b) { return tenths -= b.tenths, *this; }
    friend constexpr Length operator+(Length a, Length b) { return {a.tenths + b.tenths}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.tenths - b.tenths}; }
    friend constexpr Length operator*(Length a, std::int32_t n) { return {a.tenths * n}; }
    friend constexpr Length operator*(std::int32_t n, Length a) { return {a.tenths * n}; }
    /// Rounds down, towards minus infinity, so that halves of a symmetric thing are reproducible.
    friend constexpr Length operator/(Length a, std::int32_t n) {
        const std::int32_t q = a.tenths / n;
        return {q - ((a.tenths % n != 0) && ((a.tenths < 0) != (n < 0)) ? 1 : 0)};
    }
    /// How often b fits wholly into a; b must be positive.
    friend constexpr std::int32_t operator/(Length a, Length b) { return a.tenths / b.tenths; }
    friend constexpr Length operator%(Length a, Length b) { return {a.tenths % b.tenths}; }
};

constexpr Length operator""_mm(unsigned long long mm) {
    return Length::of_mm(static_cast<std::int32_t>(mm));
}
constexpr Length operator""_mm(long double mm) {
    return Length::nearest_mm(static_cast<double>(mm));
}

/// Money in whole cents, VAT included unless a name says otherwise.
struct Cents {
    std::int64_t value = 0;

    constexpr auto operator<=>(const Cents&) const = default;
    constexpr Cents& operator+=(Cents b) { return value += b.value, *this; }
    friend constexpr Cents operator+(Cents a, Cents b) { return {a.value + b.value}; }
    friend constexpr Cents operator-(Cents a, Cents b) { return {a.value - b.value}; }
};

/// An angle in hundredths of a degree.
struct Angle {
    std::int32_t hundredths = 0;

    static constexpr Angle of_degrees(std::int32_t degrees) { return {degrees * 100}; }
    constexpr double degrees() const { return hundredths / 100.0; }
    constexpr auto operator<=>(const Angle&) const = default;
};

/// Exact at multiples of 90°, so that a part turned by a quarter stays on the grid.
double sine(Angle angle);
double cosine(Angle angle);

enum class Axis : std::uint8_t { x, y, z };

/// A point or a size in world axes: x to the right, y up, z from the wall towards the viewer.
struct Length3 {
    Length x, y, z;

    constexpr bool operator==(const Length3&) const = default;
    friend constexpr Length3 operator+(Length3 a, Length3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend constexpr Length3 operator-(Length3 a, Length3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    constexpr Length along(Axis axis) const { return axis == Axis::x ? x : axis == Axis::y ? y : z; }
};

}  // namespace maatkast
