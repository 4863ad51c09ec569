#include "core/import/row_kinds.h"

#include "core/common/code_text.h"
#include "core/import/column_facts.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace atlas {

namespace {

bool isTotalPhrase(const QString &text)
{
    for (const char *start : {"total ", "sum of ", "average of ", "mean of ", "median of "})
        if (text.startsWith(QLatin1String(start)))
            return true;
    for (const char *end : {" total", " average", " mean", " median"})
        if (text.endsWith(QLatin1String(end)))
            return true;
    return text == QLatin1String("median");
}

} // namespace

RowKind kindOfLevel(QStringView level)
{
    static const QHash<QString, RowKind> kinds = {
        {QStringLiteral("national"), RowKind::Country},
        {QStringLiteral("country"), RowKind::Country},
        {QStringLiteral("england"), RowKind::Country},
        {QStringLiteral("nation"), RowKind::Country},
        {QStringLiteral("uk"), RowKind::Country},
        {QStringLiteral("regional"), RowKind::Region},
        {QStringLiteral("region"), RowKind::Region},
        {QStringLiteral("regions (statistical)"), RowKind::Region},
        {QStringLiteral("total"), RowKind::Total},
        {QStringLiteral("government office region"), RowKind::Region},
        {QStringLiteral("government region"), RowKind::Region},
    };
    return kinds.value(level.trimmed().toString().toLower(), RowKind::Area);
}

RowKind kindOfRow(QStringView code, QStringView name)
{
    if (isAreaCodeText(code)) {
        const AreaCode official{code.toString().toUpper()};
        if (isCountryCode(official))
            return RowKind::Country;
        return isRegionCode(official) ? RowKind::Region : RowKind::Area;
    }
    static const QSet<QString> countries = {
        QStringLiteral("england"),         QStringLiteral("wales"),
        QStringLiteral("scotland"),        QStringLiteral("northern ireland"),
        QStringLiteral("united kingdom"),  QStringLiteral("uk"),
        QStringLiteral("great britain"),   QStringLiteral("england and wales"),
        QStringLiteral("england & wales"),
    };
    static const QSet<QString> totals = {
        QStringLiteral("total"),         QStringLiteral("grand total"),
        QStringLiteral("totals"),        QStringLiteral("overall"),
        QStringLiteral("all areas"),     QStringLiteral("all authorities"),
        QStringLiteral("average"),       QStringLiteral("all local authorities"),
        QStringLiteral("all leps"),      QStringLiteral("mean"),
        QStringLiteral("england total"), QStringLiteral("england average"),
        QStringLiteral("national"),      QStringLiteral("national average"),
        QStringLiteral("sum"),           QStringLiteral("subtotal"),
        QStringLiteral("all"),
    };
    for (const QStringView text : {name, code}) {
        const QString folded = text.trimmed().toString().toLower();
        if (countries.contains(folded) || folded.startsWith(QLatin1String("england (")))
            return RowKind::Country;
        if (totals.contains(folded) || isTotalPhrase(folded))
            return RowKind::Total;
    }
    return RowKind::Area;
}

void markRegions(IndicatorTable &table)
{
    static const QSet<QString> regions = {QStringLiteral("north east"),
                                          QStringLiteral("north west"),
                                          QStringLiteral("yorkshire and the humber"),
                                          QStringLiteral("east midlands"),
                                          QStringLiteral("west midlands"),
                                          QStringLiteral("east of england"),
                                          QStringLiteral("london"),
                                          QStringLiteral("south east"),
                                          QStringLiteral("south west")};
    std::vector<IndicatorRow *> found;
    for (IndicatorRow &row : table.rows)
        if (row.kind == RowKind::Area && !isAreaCodeText(row.code.text)
            && (regions.contains(row.name.toLower()) || regions.contains(row.code.text.toLower())))
            found.push_back(&row);
    constexpr size_t most = 4;
    if (found.size() >= most && found.size() < table.rows.size())
        for (IndicatorRow *row : found)
            row->kind = RowKind::Region;
}

} // namespace atlas
