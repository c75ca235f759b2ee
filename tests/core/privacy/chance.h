// SPDX-License-Identifier: GPL-2.0-or-later
// Words, digits and letters by chance, the same on every machine.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::test {

class Chance {
public:
    explicit Chance(unsigned seed) : engine_{seed} {}

    std::size_t below(std::size_t limit) { return engine_() % limit; }
    int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& from)
    {
        return from[below(from.size())];
    }
    std::string digits(std::size_t count) { return some_of("0123456789", count); }
    std::string letters(std::size_t count) { return some_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count); }
    std::string some_of(std::string_view characters, std::size_t count)
    {
        std::string result;
        while (result.size() < count)
            result += characters[below(characters.size())];
        return result;
    }

private:
    std::mt19937 engine_;
};

} // namespace guidepost::test
