#include "core/import/import_plan.h"

#include "core/import/text.h"

#include <algorithm>

namespace atlas {

const std::vector<std::pair<QString, ColumnRole>> &columnRoleWords()
{
    static const std::vector<std::pair<QString, ColumnRole>> words = {
        {QStringLiteral("code"), ColumnRole::Code},
        {QStringLiteral("name"), ColumnRole::Name},
        {QStringLiteral("indicator"), ColumnRole::Indicator},
        {QStringLiteral("denominator"), ColumnRole::Denominator},
        {QStringLiteral("numerator"), ColumnRole::Numerator},
        {QStringLiteral("population"), ColumnRole::Population},
        {QStringLiteral("period"), ColumnRole::Period},
        {QStringLiteral("level"), ColumnRole::Level},
        {QStringLiteral("group"), ColumnRole::Group},
        {QStringLiteral("published-rank"), ColumnRole::PublishedRank},
        {QStringLiteral("variable"), ColumnRole::Variable},
        {QStringLiteral("value"), ColumnRole::Value},
        {QStringLiteral("note"), ColumnRole::Note},
        {QStringLiteral("filter"), ColumnRole::Filter},
        {QStringLiteral("ignored"), ColumnRole::Ignored},
    };
    return words;
}

QString columnRoleWord(ColumnRole role)
{
    return columnRoleWords()[static_cast<size_t>(role)].first;
}

bool holdsNumbers(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Indicator:
    case ColumnRole::Denominator:
    case ColumnRole::Numerator:
    case ColumnRole::Population:
    case ColumnRole::Value:
        return true;
    default:
        return false;
    }
}

bool isForOneColumn(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Code:
    case ColumnRole::Name:
    case ColumnRole::Population:
    case ColumnRole::Period:
    case ColumnRole::Level:
    case ColumnRole::PublishedRank:
    case ColumnRole::Variable:
    case ColumnRole::Value:
    case ColumnRole::Note:
        return true;
    default:
        return false;
    }
}

QString columnRoleText(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Code:
        return Text::tr("area code");
    case ColumnRole::Name:
        return Text::tr("area name");
    case ColumnRole::Indicator:
        return Text::tr("indicator");
    case ColumnRole::Denominator:
        return Text::tr("denominator");
    case ColumnRole::Numerator:
        return Text::tr("numerator");
    case ColumnRole::Population:
        return Text::tr("population");
    case ColumnRole::Period:
        return Text::tr("period");
    case ColumnRole::Level:
        return Text::tr("level of areas");
    case ColumnRole::Group:
        return Text::tr("group of areas");
    case ColumnRole::PublishedRank:
        return Text::tr("published rank");
    case ColumnRole::Variable:
        return Text::tr("which indicator");
    case ColumnRole::Value:
        return Text::tr("value");
    case ColumnRole::Note:
        return Text::tr("note on the value");
    case ColumnRole::Filter:
        return Text::tr("part of the people counted");
    case ColumnRole::Ignored:
        break;
    }
    return Text::tr("left out");
}

const PlannedColumn *FiguresPlan::find(ColumnRole role) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [role](const PlannedColumn &column) { return column.role == role; });
    return found == columns.end() ? nullptr : &*found;
}

const PlannedColumn *FiguresPlan::find(const QString &header) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&header](const PlannedColumn &column) {
        return column.header.compare(header, Qt::CaseInsensitive) == 0;
    });
    return found == columns.end() ? nullptr : &*found;
}

ImportPlan decisionsOf(const FiguresPlan &plan, const ImportPlan &wanted)
{
    ImportPlan decisions = wanted;
    decisions.sheet = plan.sheet;
    decisions.headerRow = plan.headerRow;
    decisions.headerRows = plan.headerRows;
    if (plan.isPeriodChosen)
        decisions.period = plan.period;
    decisions.level = plan.level;
    decisions.decimalMark.reset();
    decisions.codeColumn.clear();
    decisions.nameColumn.clear();
    for (const PlannedColumn &column : plan.columns) {
        if (column.base.isEmpty()) // the period decides about the others
            decisions.roles[column.header] = column.role;
        if (column.decimalMark != DecimalMark::Point)
            decisions.decimalMarks[column.header] = column.decimalMark;
    }
    return decisions;
}

} // namespace atlas
