#include "core/dataset/add_up_columns.h"

#include "core/aggregation/add_up_rule.h"
#include "core/dataset/text.h"
#include "core/import/header_words.h"

#include <algorithm>

namespace atlas {

namespace {

/// All columns that rules read, each once.
QStringList columnsRead(const AddingUp &how)
{
    QStringList columns;
    for (const auto &[code, rule] : how.rules)
        for (const QString &column : columnsOf(code, rule))
            if (!columns.contains(column, Qt::CaseInsensitive))
                columns << column;
    return columns;
}

/// A share of what is low, such as the lowest decile, is more disengaged where it is higher; other figures
/// point the way that their names say.
Direction directionOf(const QString &code, const AddUpRule &rule)
{
    const Direction named = directionByName(code).value_or(Direction::HigherIsMoreDisengaged);
    const bool isOfLow = rule.kind == AddUpRule::Kind::Share
                         && (rule.condition == AddUpRule::Condition::Less
                             || rule.condition == AddUpRule::Condition::LessOrEqual);
    return isOfLow ? Direction::HigherIsMoreDisengaged : named;
}

bool isPercentage(const AddUpRule &rule)
{
    return rule.kind == AddUpRule::Kind::Rate || rule.kind == AddUpRule::Kind::Share;
}

const Indicator *describedBy(const IndicatorMetadata *metadata, const QString &code)
{
    if (!metadata)
        return nullptr;
    const auto found =
        std::find_if(metadata->indicators.begin(), metadata->indicators.end(), [&code](const Indicator &one) {
            return one.code.compare(code, Qt::CaseInsensitive) == 0;
        });
    return found == metadata->indicators.end() ? nullptr : &*found;
}

Indicator resultOf(const QString &code, const AddUpRule &rule, const FiguresPlan &guessed,
                   const IndicatorMetadata *metadata)
{
    Indicator indicator;
    if (const Indicator *described = describedBy(metadata, code)) {
        indicator = *described;
        indicator.denominator.clear(); // the rule divides
    } else {
        const QString name = QString(code).replace(QLatin1Char('_'), QLatin1Char(' '));
        indicator = {.code = code, .name = name, .shortName = name};
        indicator.direction = directionOf(code, rule);
        indicator.period = guessed.period;
        if (const PlannedColumn *column = guessed.find(code))
            indicator.unit = column->unit;
    }
    if (indicator.unit.isEmpty() && (isPercentage(rule) || saysPercent(code)))
        indicator.unit = QStringLiteral("%");
    return indicator;
}

/// The metadata's order, else the file's.
std::vector<Indicator> resultsOf(const AddingUp &how, const FiguresPlan &guessed,
                                 const IndicatorMetadata *metadata)
{
    std::vector<Indicator> results;
    for (const auto &[code, rule] : how.rules)
        results.push_back(resultOf(code, rule, guessed, metadata));
    const auto place = [&](const Indicator &indicator) {
        if (const Indicator *described = describedBy(metadata, indicator.code))
            return static_cast<qsizetype>(described - metadata->indicators.data());
        const PlannedColumn *column = guessed.find(indicator.code);
        const auto behind = metadata ? static_cast<qsizetype>(metadata->indicators.size()) : qsizetype{0};
        return behind + (column ? column->position : static_cast<qsizetype>(guessed.columns.size()));
    };
    std::stable_sort(results.begin(), results.end(),
                     [&place](const Indicator &a, const Indicator &b) { return place(a) < place(b); });
    return results;
}

/// Sums of percentages mean nothing; the columns that might weigh them are named.
Result<Done> checkRule(const QString &code, const AddUpRule &rule, const FiguresPlan &guessed,
                       const IndicatorMetadata *metadata)
{
    const Indicator *described = describedBy(metadata, code);
    const PlannedColumn *column = guessed.find(code);
    const bool isPercent = saysPercent(code) || (column && column->unit == QLatin1String("%"))
                           || (described && described->unit.startsWith(QLatin1Char('%')))
                           || wordsOf(code).contains(QLatin1String("rate"));
    const bool isWeighed = rule.kind != AddUpRule::Kind::Mean || !rule.column.isEmpty();
    if (isWeighed && (rule.kind != AddUpRule::Kind::Sum || !isPercent))
        return Done{};
    QString weight;
    for (const ColumnRole role : {ColumnRole::Denominator, ColumnRole::Population})
        if (const PlannedColumn *found = guessed.find(role); found && weight.isEmpty())
            weight = found->header;
    if (weight.isEmpty())
        weight = Text::tr("COLUMN", "stands for a column's name");
    return Error{
        Text::tr("%1 is a percentage or rate of each area, and these have no sum and no mean without "
                 "weights. Say --add-up %1=mean:%2, which weighs them, or "
                 "%1=rate:NUMERATOR/DENOMINATOR.")
            .arg(code, weight),
        {}};
}

Result<Done> checkRules(const ImportPlan &plan, const FiguresPlan &guessed, const IndicatorMetadata *metadata)
{
    for (const auto &[code, rule] : plan.addingUp.rules)
        if (const auto checked = checkRule(code, rule, guessed, metadata); !checked)
            return checked.error();
    return Done{};
}

/// Of a long table, whose columns have no names to be asked for.
Result<Done> checkVariables(const IndicatorTable &table, const QStringList &wanted)
{
    for (const QString &column : wanted)
        if (!describedBy(&table.metadata, column))
            return Error{Text::tr("%1 has no figures called %2.").arg(table.file, column), {}};
    return Done{};
}

/// A column that weighs others has been read as one of numbers.
void takePopulation(IndicatorTable &table, const QString &column)
{
    const Indicator *indicator = describedBy(&table.metadata, column);
    if (!indicator)
        return;
    const auto place = static_cast<size_t>(indicator - table.metadata.indicators.data());
    for (IndicatorRow &row : table.rows)
        row.population = row.cells[place];
}

} // namespace

Result<FiguresToAddUp> readColumnsToAddUp(const Grid &grid, const ImportPlan &plan,
                                          const FiguresPlan &guessed, const IndicatorMetadata *metadata,
                                          bool areColumns, const KnownAreas &known)
{
    if (const auto checked = checkRules(plan, guessed, metadata); !checked)
        return checked.error();
    FiguresToAddUp result{.figures = {}, .indicators = resultsOf(plan.addingUp, guessed, metadata)};
    const QStringList columns = columnsRead(plan.addingUp);
    ImportPlan wanted = plan;
    wanted.descriptions.clear(); // they are of what is made of the columns
    if (areColumns)
        for (const QString &column : plan.addingUp.largerColumns)
            setByHead(wanted.roles, column, ColumnRole::Group);
    const PlannedColumn *population = guessed.find(ColumnRole::Population);
    if (population)
        setByHead(wanted.roles, population->header, ColumnRole::Population);
    if (!guessed.isLong())
        for (const QString &column : columns)
            setByHead(wanted.roles, column, ColumnRole::Indicator);
    IndicatorMetadata described;
    for (const QString &column : columns) {
        const auto made =
            std::find_if(result.indicators.begin(), result.indicators.end(), [&column](const Indicator &one) {
                return one.code.compare(column, Qt::CaseInsensitive) == 0;
            });
        const PlannedColumn *planned = guessed.find(column);
        Indicator indicator = made == result.indicators.end()
                                  ? Indicator{.code = column, .name = column, .shortName = column}
                                  : *made;
        indicator.code = planned ? planned->header : column;
        described.indicators.push_back(std::move(indicator));
    }
    auto read = readFigures(grid, wanted, &described, known);
    if (!read)
        return read.error();
    if (guessed.isLong())
        if (const auto checked = checkVariables(read->file.table, columns); !checked)
            return checked.error();
    if (population && columns.contains(population->header, Qt::CaseInsensitive))
        takePopulation(read->file.table, population->header);
    for (Indicator &indicator : result.indicators) // as its column was read
        if (const Indicator *column = describedBy(&read->file.table.metadata, indicator.code))
            indicator = *column;
    result.figures = *std::move(read);
    return result;
}

QStringList columnsWithoutRule(const FiguresPlan &guessed, const AddingUp &how)
{
    const QStringList read = columnsRead(how);
    QStringList without;
    for (const PlannedColumn &column : guessed.columns)
        if (column.role == ColumnRole::Indicator && !read.contains(column.header, Qt::CaseInsensitive)
            && findHead(how.rules, column.header) == how.rules.end())
            without << column.header;
    return without;
}

} // namespace atlas
