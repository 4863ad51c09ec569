#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace atlas {

/// The identity of an area everywhere: an ONS code such as E37000034, or whatever the data uses.
/// Compared exactly as written; an empty code means that the data gave none.
struct AreaCode
{
    QString text;

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const AreaCode &) const = default;
    bool operator<(const AreaCode &other) const { return text < other.text; }
};

inline size_t qHash(const AreaCode &code, size_t seed = 0)
{
    return qHash(code.text, seed);
}

} // namespace atlas
