#include "core/indicators/name_likeness.h"

#include "core/common/nearest_text.h"
#include "core/indicators/name_matching.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>

namespace atlas {

namespace {

/// The words and numbers of a name that tell neighbours apart, in alphabetical order.
QString tellingWords(const QStringList &words)
{
    static const QSet<QString> directions = {
        QStringLiteral("north"), QStringLiteral("south"),   QStringLiteral("east"),  QStringLiteral("west"),
        QStringLiteral("mid"),   QStringLiteral("central"), QStringLiteral("inner"), QStringLiteral("outer"),
        QStringLiteral("upper"), QStringLiteral("lower")};
    QStringList telling;
    for (const QString &word : words)
        if (directions.contains(word)
            || std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }))
            telling << word;
    return telling.join(QLatin1Char(' '));
}

/// How often each letter and digit occurs; all others share a place.
std::array<uint8_t, 40> letterCounts(const QString &text)
{
    constexpr size_t digits = 26;
    constexpr size_t others = 36;
    constexpr uint8_t most = 255;
    std::array<uint8_t, 40> counts = {};
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        size_t place = others;
        if (code >= u'a' && code <= u'z')
            place = code - u'a';
        else if (code >= u'0' && code <= u'9')
            place = digits + (code - u'0');
        counts[place] = counts[place] == most ? most : static_cast<uint8_t>(counts[place] + 1);
    }
    return counts;
}

struct Surplus
{
    int ofFirst = 0; ///< letters that the first has and the second lacks
    int ofSecond = 0;
};

/// As many steps at least part two texts as the greater of these; and it takes no time to find.
Surplus surplusOf(const NameForms &name, const NameForms &other)
{
    Surplus surplus;
    for (size_t i = 0; i < name.letters.size(); ++i) {
        const int difference = name.letters[i] - other.letters[i];
        (difference > 0 ? surplus.ofFirst : surplus.ofSecond) += std::abs(difference);
    }
    return surplus;
}

bool areAllIn(const QStringList &words, const QStringList &others)
{
    return std::all_of(words.begin(), words.end(),
                       [&others](const QString &word) { return others.contains(word); });
}

} // namespace

QString withoutNotes(const QString &name)
{
    static const QRegularExpression note(QStringLiteral(
        R"(\s*(?:[(\[]\s*(?:see\s+)?(?:(?:foot)?notes?)?\s*(?:[0-9]{1,2}|[a-z])?)"
        R"((?:\s*(?:,|and|&)\s*(?:[0-9]{1,2}|[a-z]))*\s*[)\]])"
        R"(|[*\x{2020}\x{2021}\x{00a7}\x{00b6}\x{00b9}\x{00b2}\x{00b3}\x{2070}\x{2074}-\x{2079}]+)"
        R"(|(?<=[a-z]{3})[0-9]{1,2})\s*$)"));
    QString plain = name.trimmed();
    if (plain.isEmpty() || (plain.back().isLetter() && plain.back().unicode() < 0x2000)) // as most do
        return plain;
    for (auto found = note.match(plain); found.hasMatch() && found.capturedStart() > 0;
         found = note.match(plain))
        plain.truncate(found.capturedStart());
    return plain;
}

NameForms formsOf(const QString &name)
{
    const QString bare = withoutNotes(name);
    NameForms forms{.loose = looseName(name), .folded = foldName(bare)};
    forms.plain = bare == name ? forms.loose : looseName(bare);
    forms.words = forms.plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    forms.telling = tellingWords(forms.words);
    forms.letters = letterCounts(forms.plain);
    return forms;
}

NameLikeness likenessOf(const NameForms &name, const NameForms &other)
{
    constexpr int ofThree = 3;
    constexpr qsizetype shortest = 3; // less says nothing
    if (name.plain.isEmpty() || other.plain.isEmpty() || name.telling != other.telling)
        return {};
    if (name.loose == other.loose)
        return {Likeness::Words, 1};
    if (name.plain == other.plain)
        return {Likeness::Note, 1};
    const Surplus surplus = surplusOf(name, other);
    const NameForms &lesser = name.plain.size() < other.plain.size() ? name : other;
    const NameForms &greater = &lesser == &name ? other : name;
    const auto longest = static_cast<int>(greater.plain.size());
    const int least = std::max(surplus.ofFirst, surplus.ofSecond);
    if (least <= longest / ofThree) {
        const auto steps = static_cast<int>(
            std::min(stepsBetween(name.plain, other.plain), stepsBetween(name.folded, other.folded)));
        if (steps <= longest / ofThree)
            return {Likeness::Spelling, 1 - static_cast<double>(steps) / longest, steps};
    }
    if (std::min(surplus.ofFirst, surplus.ofSecond) == 0 && lesser.plain.size() >= shortest
        && lesser.words.size() < greater.words.size() && areAllIn(lesser.words, greater.words))
        return {Likeness::Part, static_cast<double>(lesser.plain.size()) / longest};
    return {};
}

} // namespace atlas
