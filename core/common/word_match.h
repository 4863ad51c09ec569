#pragma once

#include <QLatin1String>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace atlas {

// For lists of words that heads of tables are known by.

using WordList = std::initializer_list<QLatin1String>;

/// Whether one of them is among the words.
inline bool hasWord(const QStringList &words, WordList wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&words](QLatin1String word) { return words.contains(word); });
}

/// Whether the words together are one of them: "key stage".
inline bool isPhrase(const QStringList &words, WordList wanted)
{
    const QString joined = words.join(QLatin1Char(' '));
    return std::any_of(wanted.begin(), wanted.end(),
                       [&joined](QLatin1String phrase) { return joined == phrase; });
}

inline QLatin1String operator""_w(const char *text, size_t length)
{
    return QLatin1String(text, static_cast<qsizetype>(length));
}

} // namespace atlas
