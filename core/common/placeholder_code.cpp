#include "core/common/placeholder_code.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace atlas {

namespace {

bool areNines(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar character) { return character == QLatin1Char('9'); });
}

/// "99" of "99.0"
QStringView withoutDecimalZero(QStringView text)
{
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    const bool isZero = dot > 0 && std::all_of(text.begin() + dot + 1, text.end(), [](QChar character) {
                            return character == QLatin1Char('0');
                        });
    return isZero ? text.left(dot) : text;
}

} // namespace

bool isPlaceholderCode(const QString &code)
{
    constexpr qsizetype mostDigits = 9;
    constexpr qsizetype onsLength = 9;
    const QStringView text = QStringView(code).trimmed();
    if (text.isEmpty())
        return true;
    // Looked at first, because the codes of a whole file come by.
    const QChar first = text.front();
    if (first.isLetter() && text.size() == onsLength)
        return areNines(text.mid(1));
    if (text.size() > mostDigits + 2)
        return false;
    if (first == QLatin1Char('-') || first == QChar(0x2212)) {
        const QStringView number = withoutDecimalZero(text.mid(1));
        return number == QLatin1String("1") || areNines(number)
               || std::none_of(number.begin(), number.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }
    constexpr qsizetype leastNines = 4;
    if (first.isDigit())
        return areNines(withoutDecimalZero(text)) && withoutDecimalZero(text).size() >= leastNines;
    if (std::none_of(text.begin(), text.end(), [](QChar character) { return character.isLetterOrNumber(); }))
        return true;
    static const std::array words = {QLatin1String("n/a"),     QLatin1String("#n/a"),   QLatin1String("n/k"),
                                     QLatin1String("<null>"),  QLatin1String("(null)"), QLatin1String("<na>"),
                                     QLatin1String("unknown"), QLatin1String("missing")};
    return std::any_of(words.begin(), words.end(),
                       [text](QLatin1String word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

} // namespace atlas
