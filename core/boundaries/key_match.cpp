#include "core/boundaries/key_match.h"

#include <algorithm>

namespace atlas {

namespace {

/// As spreadsheets and databases change keys: case, zeros before a number, and ".0" after it.
QString folded(const QString &key)
{
    QString text = key.simplified().toCaseFolded();
    if (text.endsWith(QLatin1String(".0")))
        text.chop(2);
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text[zeros] == QLatin1Char('0') && text[zeros + 1].isDigit())
        ++zeros;
    return text.mid(zeros);
}

} // namespace

KeyMatch::KeyMatch(const QStringList &wanted)
{
    constexpr qsizetype most = 500;
    const qsizetype step = std::max<qsizetype>(1, wanted.size() / most);
    for (qsizetype i = 0; i < wanted.size(); i += step)
        if (!wanted[i].isEmpty())
            m_wanted.insert(folded(wanted[i]));
}

qsizetype KeyMatch::count(const QStringList &values) const
{
    QSet<QString> found;
    for (const QString &value : values) {
        const QString key = folded(value);
        if (m_wanted.contains(key))
            found.insert(key);
    }
    return found.size();
}

} // namespace atlas
