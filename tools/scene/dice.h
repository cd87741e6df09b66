#pragma once
// Variation that is the same in every run: numbers that follow from a seed and nothing else.

#include <cstdint>

namespace maatkast::scene {

/// Stirs a value into a seed (SplitMix64, Steele, Lea and Flood 2014).
constexpr std::uint64_t stirred(std::uint64_t seed, std::uint64_t value) {
    std::uint64_t z = seed + value * 0xbf58476d1ce4e5b9ULL + 0x9e3779b97f4a7c15ULL;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
    return z ^ z >> 31;
}

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(stirred(seed, 1)) {}

    std::uint32_t roll() { return static_cast<std::uint32_t>((state_ = stirred(state_, 1)) >> 32); }
    /// 0 … n − 1; n is at least 1.
    std::uint32_t below(std::uint32_t n) { return roll() % n; }
    /// a … b, in 65536 steps.
    float between(float a, float b) { return a + (b - a) * static_cast<float>(roll() >> 16) / 65536.0F; }
    bool chance(float of_one) { return between(0, 1) < of_one; }

  private:
    std::uint64_t state_;
};

}  // namespace maatkast::scene
