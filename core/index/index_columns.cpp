#include "core/index/index_columns.h"

#include "core/index/text.h"
#include "core/tables/cell_text.h"

#include <cmath>
#include <utility>

namespace atlas {

namespace {

using Kind = TableColumn::Kind;
using Role = TableColumn::Role;

TableCell inItsClass(TableCell cell, const SharedVariable &shown, size_t area)
{
    const std::vector<int> &classes = shown->classification.classes;
    cell.classNumber = classes.empty() ? 0 : classes[area];
    return cell;
}

int classCountOf(const SharedVariable &shown)
{
    return shown ? static_cast<int>(shown->classification.counts.size()) : 0;
}

TableColumn scoreOf(const SharedVariable &shown, TableColumn about)
{
    about.decimals = shown->decimals;
    about.direction = Direction::HigherIsMoreDisengaged;
    about.classCount = classCountOf(shown);
    about.cell = [shown](size_t area) { return inItsClass(numberCell(shown->values[area]), shown, area); };
    return about;
}

TableColumn rankOf(const SharedVariable &shown, TableColumn about)
{
    about.kind = Kind::Rank;
    about.direction = Direction::LowerIsMoreDisengaged;
    about.classCount = classCountOf(shown);
    about.cell = [shown](size_t area) { return inItsClass(rankCell(shown->ranks[area]), shown, area); };
    return about;
}

QString domainName(const Dataset &dataset, size_t indicator)
{
    const QString &code = dataset.indicator(indicator).domain;
    for (const Aggregate &aggregate : dataset.metadata.aggregates)
        if (aggregate.code == code)
            return aggregate.name;
    return {};
}

} // namespace

TableColumn areaCodeColumn(const SharedDataset &dataset)
{
    return {.role = Role::AreaCode,
            .kind = Kind::Text,
            .code = QStringLiteral("area_code"),
            .name = Text::tr("Area code"),
            .cell = [dataset](size_t area) { return textCell(dataset->areas[area].code.text); }};
}

TableColumn areaNameColumn(const SharedDataset &dataset)
{
    return {.role = Role::AreaName,
            .kind = Kind::Text,
            .code = QStringLiteral("area_name"),
            .name = Text::tr("Area"),
            .cell = [dataset](size_t area) { return textCell(dataset->areas[area].name); }};
}

TableCell measuredCell(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area)
{
    const CellValue &given = dataset.cells[indicator][area];
    if (!std::isnan(given.number))
        return {.content = given.number, .isTried = dataset.isWhatIf(indicator, area)};
    MissingCell missing{given.missing, given.typed, {}};
    if (const double filling = result.indicators[indicator].filling(area); !std::isnan(filling))
        missing.filling = filling;
    return {missing};
}

TableColumn indicatorColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator,
                            const SharedVariable &shown)
{
    const Indicator &about = dataset->indicator(indicator);
    const bool isUsed = result->isUsed(indicator);
    return {.role = Role::Indicator,
            .subject = indicator,
            .code = about.code,
            .name = about.name,
            .shortName = about.shortName,
            .head = domainName(*dataset, indicator),
            .unit = about.unit,
            .decimals = about.decimals,
            .direction = about.direction,
            .classCount = classCountOf(shown),
            .isUsed = isUsed,
            .cell = [dataset, result, indicator, shown, isUsed](size_t area) {
                TableCell cell = measuredCell(*dataset, *result, indicator, area);
                return shown && isUsed ? inItsClass(std::move(cell), shown, area) : cell;
            }};
}

TableColumn normalisedColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator)
{
    const Indicator &about = dataset->indicator(indicator);
    return {.role = Role::Normalised,
            .subject = indicator,
            .code = QStringLiteral("z_") + about.code,
            .name = Text::tr("%1, on the common scale").arg(about.name),
            .shortName = Text::tr("%1, scaled").arg(about.shortName),
            .head = domainName(*dataset, indicator),
            .decimals = 2,
            .direction = Direction::HigherIsMoreDisengaged,
            .cell = [result, indicator](size_t area) {
                return numberCell(result->indicators[indicator].values[area]);
            }};
}

TableColumn scoreColumn(const SharedVariable &shown)
{
    return scoreOf(shown, {.role = Role::Score,
                           .code = QStringLiteral("score"),
                           .name = shown->name,
                           .shortName = Text::tr("Index")});
}

TableColumn rankColumn(const SharedVariable &shown)
{
    return rankOf(shown, {.role = Role::Rank, .code = QStringLiteral("rank"), .name = Text::tr("Rank")});
}

TableColumn classColumn(const SharedVariable &shown)
{
    return {.role = Role::Class,
            .code = QStringLiteral("class"),
            .name = Text::tr("Class"),
            .direction = Direction::HigherIsMoreDisengaged,
            .classCount = classCountOf(shown),
            .cell = [shown](size_t area) {
                return inItsClass(rankCell(shown->classification.classes[area]), shown, area);
            }};
}

TableColumn nodeScoreColumn(const SharedVariable &shown, size_t node)
{
    return scoreOf(shown, {.role = Role::NodeScore,
                           .subject = node,
                           .code = QStringLiteral("score_") + shown->code,
                           .name = Text::tr("%1, score").arg(shown->name),
                           .shortName = Text::tr("Score"),
                           .head = shown->name});
}

TableColumn nodeRankColumn(const SharedVariable &shown, size_t node)
{
    return rankOf(shown, {.role = Role::NodeRank,
                          .subject = node,
                          .code = QStringLiteral("rank_") + shown->code,
                          .name = Text::tr("%1, rank").arg(shown->name),
                          .shortName = Text::tr("Rank"),
                          .head = shown->name});
}

TableColumn publishedRankColumn(const SharedDataset &dataset)
{
    return {
        .role = Role::PublishedRank,
        .kind = Kind::Rank,
        .code = QStringLiteral("published_rank"),
        .name = Text::tr("Published rank"),
        .shortName = Text::tr("Publ."),
        .direction = Direction::LowerIsMoreDisengaged,
        .cell = [dataset](size_t area) { return rankCell(dataset->areas[area].publishedRank.value_or(0)); }};
}

TableColumn symbolColumn(const SharedDataset &dataset, size_t indicator)
{
    return {.role = Role::Symbol,
            .kind = Kind::Text,
            .subject = indicator,
            .code = QStringLiteral("symbol_") + dataset->indicator(indicator).code,
            .name = Text::tr("%1: symbol or marker").arg(dataset->indicator(indicator).name),
            .cell = [dataset, indicator](size_t area) {
                return textCell(dataset->cells[indicator][area].typed);
            }};
}

TableColumn triedColumn(const SharedDataset &dataset)
{
    return {.role = Role::Tried,
            .kind = Kind::Text,
            .code = QStringLiteral("what_if"),
            .name = Text::tr("What-if"),
            .cell = [dataset](size_t area) {
                QStringList codes;
                for (size_t i = 0; i < dataset->indicatorCount(); ++i)
                    if (dataset->isWhatIf(i, area))
                        codes << dataset->indicator(i).code;
                return textCell(codeList(codes));
            }};
}

} // namespace atlas
