#include "app/cli/option_reader.h"

#include "app/cli/text.h"
#include "core/common/text_table.h"

namespace atlas::cli {

QStringList listOf(const QString &value)
{
    QStringList parts = splitCells(value);
    parts.removeAll(QString());
    return parts;
}

QStringList namedListOf(const QString &value, const QStringList &words)
{
    QStringList parts;
    QString begun;
    for (const QString &part : listOf(value)) {
        const QString whole = begun.isEmpty() ? part : begun + QStringLiteral(", ") + part;
        const bool isWhole = part.contains(QLatin1Char('=')) || (begun.isEmpty() && words.contains(part));
        if (isWhole)
            parts << whole;
        begun = isWhole ? QString() : whole;
    }
    return begun.isEmpty() ? parts : parts << begun;
}

NamedValue namedValueOf(const QString &part)
{
    const qsizetype sign = part.lastIndexOf(QLatin1Char('='));
    if (sign < 0)
        return {{}, part.trimmed()};
    return {part.left(sign).trimmed(), part.mid(sign + 1).trimmed()};
}

double OptionReader::number(const char *name, double fallback)
{
    if (!has(name))
        return fallback;
    bool ok = false;
    const double value = text(name).toDouble(&ok);
    if (!ok || !(value > 0))
        fail(name, Text::tr("a number above zero"));
    return value;
}

void OptionReader::fail(const char *name, const QString &allowed)
{
    refuse(Text::tr("--%1 %2 is not understood; give %3.").arg(QLatin1String(name), text(name), allowed));
}

void OptionReader::refuse(const QString &message)
{
    if (!m_refusal)
        m_refusal = {Error{message, {}}, ExitWrongCommandLine};
}

void OptionReader::cannotRead(const Error &error)
{
    if (!m_refusal)
        m_refusal = {error, ExitCouldNot};
}

QString OptionReader::orList(const QStringList &words)
{
    return words.join(Text::tr(" or "));
}

} // namespace atlas::cli
