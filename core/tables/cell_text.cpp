#include "core/tables/cell_text.h"

#include "core/common/number_text.h"
#include "core/tables/text.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr int longestUnitInHeader = 4;

QString shownNumber(const TableColumn &column, double value, const QLocale &locale)
{
    if (column.kind == TableColumn::Kind::Rank)
        return rankText(value, locale);
    return isChange(column) ? signedNumber(value, column.decimals, locale)
                            : roundedNumber(value, column.decimals, locale);
}

QString shownRange(const TableColumn &column, const RangeCell &range, const QLocale &locale)
{
    const QString low = shownNumber(column, range.low, locale);
    return range.low == range.high
               ? low
               : Text::tr("%1–%2", "from, to").arg(low, shownNumber(column, range.high, locale));
}

QString shownMissing(const TableColumn &column, const MissingCell &missing, const QLocale &locale)
{
    if (missing.filling)
        return Text::tr("(%1)", "a value filled in").arg(shownNumber(column, *missing.filling, locale));
    return column.kind == TableColumn::Kind::Text ? QString() : absentText;
}

QString quotedCode(const QString &code)
{
    const bool hasBlank = std::any_of(code.begin(), code.end(), [](QChar c) { return c.isSpace(); });
    if (!hasBlank && !code.startsWith(QLatin1Char('"')))
        return code;
    return QLatin1Char('"') + QString(code).replace(QLatin1Char('"'), QLatin1String("\"\""))
           + QLatin1Char('"');
}

} // namespace

bool isChange(const TableColumn &column)
{
    return column.role == TableColumn::Role::Change;
}

QString fileText(const TableCell &cell)
{
    const auto *text = std::get_if<QString>(&cell.content);
    return text ? *text : exactNumber(cell.number());
}

QString shownText(const TableColumn &column, const TableCell &cell, const QLocale &locale)
{
    if (const auto *text = std::get_if<QString>(&cell.content))
        return *text;
    if (const auto *missing = std::get_if<MissingCell>(&cell.content))
        return shownMissing(column, *missing, locale);
    if (const auto *range = std::get_if<RangeCell>(&cell.content))
        return shownRange(column, *range, locale);
    const QString number = shownNumber(column, cell.number(), locale);
    return cell.isTried ? Text::tr("%1?", "a value tried").arg(number) : number;
}

QString shownHeader(const TableColumn &column)
{
    QString name = column.name.isEmpty() ? column.code : column.name;
    if (!column.shortName.isEmpty())
        name = column.shortName;
    const bool isSaid =
        name.endsWith(column.unit) || name.endsWith(QLatin1Char('(') + column.unit + QLatin1Char(')'));
    if (column.unit.isEmpty() || isSaid || column.unit.size() > longestUnitInHeader)
        return name;
    return Text::tr("%1 (%2)", "name, unit").arg(name, column.unit);
}

QString codeList(const QStringList &codes)
{
    QStringList quoted;
    for (const QString &code : codes)
        quoted << quotedCode(code);
    return quoted.join(QLatin1Char(' '));
}

} // namespace atlas
