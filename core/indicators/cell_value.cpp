#include "core/indicators/cell_value.h"

#include "core/common/number_range.h"
#include "core/indicators/text.h"

#include <QHash>

#include <cmath>

namespace atlas {

namespace {

/// Symbols of the Government Statistical Service and the Department for Education, brackets removed.
Missing kindOfSymbol(const QString &text)
{
    static const QHash<QString, Missing> symbols = {
        {QStringLiteral("c"), Missing::Suppressed},
        {QStringLiteral("x"), Missing::Suppressed},
        {QStringLiteral("*"), Missing::Suppressed},
        {QStringLiteral("suppressed"), Missing::Suppressed},
        {QStringLiteral("k"), Missing::Suppressed},
        {QStringLiteral("low"), Missing::Suppressed},
        {QStringLiteral("u"), Missing::Suppressed},
        {QStringLiteral("z"), Missing::NotApplicable},
        {QStringLiteral("n/a"), Missing::NotApplicable},
        {QStringLiteral("na"), Missing::NotApplicable},
        {QStringLiteral("not applicable"), Missing::NotApplicable},
        {QStringLiteral("[x]"), Missing::NotYetDue},
        {QStringLiteral(".."), Missing::NotYetDue},
        {QStringLiteral("."), Missing::NotYetDue},
        {QStringLiteral(":"), Missing::NotYetDue},
        {QStringLiteral("tbc"), Missing::NotYetDue},
        {QStringLiteral("not available"), Missing::NotYetDue},
        {QStringLiteral("#n/a"), Missing::NotYetDue},
        {QStringLiteral("null"), Missing::Blank},
        {QStringLiteral("n/k"), Missing::NotYetDue},
        {QStringLiteral("-"), Missing::Blank},
        {QStringLiteral("\u2013"), Missing::Blank},
    };
    QString symbol = text.toLower();
    if (const auto whole = symbols.constFind(symbol); whole != symbols.constEnd())
        return *whole;
    if (symbol.startsWith(QLatin1Char('[')) && symbol.endsWith(QLatin1Char(']')))
        symbol = symbol.mid(1, symbol.size() - 2);
    return symbols.value(symbol, Missing::NotANumber);
}

} // namespace

std::optional<double> parseNumber(QStringView text)
{
    const auto spelled = spelledNumber(text, DecimalMark::Point);
    return spelled && std::isfinite(spelled->number) ? std::optional(spelled->number) : std::nullopt;
}

bool isMissingSymbol(QStringView text, const MissingSymbols &own)
{
    const QString typed = text.trimmed().toString();
    return typed.isEmpty() || own.value(typed.toLower(), Missing::No) != Missing::No
           || kindOfSymbol(typed) != Missing::NotANumber;
}

CellValue parseCell(QStringView text, DecimalMark mark, const MissingSymbols &own)
{
    if (!own.isEmpty()) // what a person says of a symbol comes first: -1 may be one
        if (const auto found = own.constFind(text.trimmed().toString().toLower());
            found != own.constEnd() && *found != Missing::No)
            return {.missing = *found, .typed = text.trimmed().toString()};
    const auto spelled = spelledNumber(text, mark);
    if (spelled && isComputable(spelled->number))
        return {spelled->number, Missing::No, spelled->marker};
    const QString typed = text.trimmed().toString();
    if (spelled)
        return {.missing = Missing::OutOfRange, .typed = typed};
    if (typed.isEmpty())
        return {};
    return {std::numeric_limits<double>::quiet_NaN(), kindOfSymbol(typed), typed};
}

QString missingText(const CellValue &cell)
{
    switch (cell.missing) {
    case Missing::No:
        return {};
    case Missing::Blank:
        return Text::tr("no value given");
    case Missing::Suppressed:
        return Text::tr("suppressed (\"%1\")").arg(cell.typed);
    case Missing::NotApplicable:
        return Text::tr("not applicable (\"%1\")").arg(cell.typed);
    case Missing::NotYetDue:
        return Text::tr("not available (\"%1\")").arg(cell.typed);
    case Missing::OutOfRange:
        return Text::tr("too large or too small to compute with (\"%1\")").arg(cell.typed);
    case Missing::NotANumber:
        break;
    }
    return Text::tr("not a number (\"%1\")").arg(cell.typed);
}

} // namespace atlas
