#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace atlas {

/// Random numbers that cost next to nothing to start, so that every draw and every choice in it can have
/// numbers of its own: they depend on neither the thread nor what else is drawn. SplitMix64 (Steele, Lea and
/// Flood 2014, "Fast Splittable Pseudorandom Number Generators"). The same on every machine.
class RandomStream
{
public:
    using result_type = uint64_t;

    explicit RandomStream(uint64_t seed) : m_state(seed) {}
    /// One of many streams of a seed.
    RandomStream(uint64_t seed, uint64_t number) : m_state(mixed(seed + golden) ^ mixed(number * golden + 1))
    {}

    static constexpr uint64_t min() { return 0; }
    static constexpr uint64_t max() { return std::numeric_limits<uint64_t>::max(); }

    uint64_t operator()() { return mixed(m_state += golden); }
    /// 0 up to 1.
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1p-53; }
    /// 0 to count - 1.
    size_t below(size_t count) { return static_cast<size_t>(uniform() * static_cast<double>(count)); }

private:
    static constexpr uint64_t golden = 0x9e3779b97f4a7c15;

    static constexpr uint64_t mixed(uint64_t bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }

    uint64_t m_state = 0;
};

} // namespace atlas
