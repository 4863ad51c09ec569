#include "core/dataset/join_dataset.h"

#include "core/dataset/add_up_figures.h"
#include "core/dataset/area_codes.h"
#include "core/dataset/join_report.h"
#include "core/dataset/match_areas.h"
#include "core/dataset/match_remarks.h"
#include "core/dataset/text.h"
#include "core/dataset/unmatched_remarks.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

/// For each area of a dataset, its row of figures; null where there is none.
using RowOfArea = std::vector<IndicatorRow *>;

/// Every area of the map has a number of its own: the file's where they tell all areas apart, else its place.
void settleMapNumbers(Dataset &dataset)
{
    const bool anyGiven = std::any_of(dataset.areas.begin(), dataset.areas.end(),
                                      [](const Area &area) { return area.mapNumber != 0; });
    if (anyGiven) {
        QSet<int> given;
        given.reserve(static_cast<qsizetype>(dataset.areas.size()));
        for (const Area &area : dataset.areas)
            given.insert(area.mapNumber);
        if (!given.contains(0) && static_cast<size_t>(given.size()) == dataset.areas.size())
            return;
    }
    for (size_t i = 0; i < dataset.areas.size(); ++i)
        dataset.areas[i].mapNumber = static_cast<int>(i) + 1;
    if (anyGiven)
        dataset.issues.push_back(
            {Severity::Note,
             Text::tr("The map numbers of the file are missing or repeated for some areas, so "
                      "all areas are numbered in the order of the file."),
             dataset.boundaries->file});
}

void addShapes(Dataset &dataset, AreaCodes &codes)
{
    dataset.areas.reserve(dataset.boundaries->size());
    for (const BoundaryArea &area : dataset.boundaries->areas) {
        const AreaCode code = codes.take(area.code, area.name);
        const QString name = area.name.isEmpty() ? code.text : area.name;
        dataset.areas.push_back({.code = code, .name = name, .mapNumber = area.mapNumber});
    }
    settleMapNumbers(dataset);
}

/// For the indicators that have been divided, what by.
void fillDenominators(Dataset &dataset, const RowOfArea &rowOfArea)
{
    if (!dataset.metadata.hasDenominators())
        return;
    dataset.denominators.resize(dataset.indicatorCount());
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        if (dataset.indicator(i).denominator.isEmpty())
            continue;
        for (const IndicatorRow *row : rowOfArea)
            dataset.denominators[i].push_back(row ? row->denominators[i]
                                                  : std::numeric_limits<double>::quiet_NaN());
    }
}

void fillCells(Dataset &dataset, const RowOfArea &rowOfArea)
{
    dataset.cells.assign(dataset.indicatorCount(), std::vector<CellValue>(dataset.areas.size()));
    for (GroupColumn &column : dataset.groups)
        column.texts.resize(dataset.areas.size());
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        IndicatorRow *row = rowOfArea[area];
        if (!row)
            continue;
        dataset.areas[area].hasData = true;
        if (!row->publishedRank.isMissing())
            dataset.areas[area].publishedRank = static_cast<int>(std::lround(row->publishedRank.number));
        for (size_t i = 0; i < dataset.groups.size(); ++i)
            dataset.groups[i].texts[area] = row->groups[i];
        for (size_t i = 0; i < dataset.indicatorCount(); ++i)
            dataset.cells[i][area] = std::move(row->cells[i]);
    }
}

/// Young people of each area; none where no row says how many there are.
void fillPopulation(Dataset &dataset, const RowOfArea &rowOfArea)
{
    const auto isKnown = [](const IndicatorRow *row) { return row && row->population.number >= 0; };
    if (std::none_of(rowOfArea.begin(), rowOfArea.end(), isKnown))
        return;
    for (const IndicatorRow *row : rowOfArea)
        dataset.population.push_back(isKnown(row) ? row->population.number
                                                  : std::numeric_limits<double>::quiet_NaN());
}

QString sourceText(const IndicatorMetadata &metadata, const QString &file)
{
    QStringList sources;
    for (const Indicator &indicator : metadata.indicators)
        if (!indicator.source.isEmpty() && !sources.contains(indicator.source))
            sources << indicator.source;
    return sources.isEmpty() ? file : sources.join(QStringLiteral("; "));
}

/// Gives rows without a shape an area of their own, and every area its row.
RowOfArea placeRows(Dataset &dataset, AreaCodes &codes, IndicatorTable &table, std::vector<RowJoin> &joins)
{
    RowOfArea rowOfArea(dataset.areas.size(), nullptr);
    for (size_t i = 0; i < joins.size(); ++i) {
        IndicatorRow &row = table.rows[i];
        RowJoin &join = joins[i];
        if (join.fate == RowFate::WithoutShape) {
            const AreaCode code = codes.take(row.code, row.name);
            join.area = dataset.areas.size();
            dataset.areas.push_back({.code = code, .name = row.name.isEmpty() ? code.text : row.name});
            rowOfArea.push_back(&row);
        } else if (join.fate == RowFate::Joined) {
            rowOfArea[*join.area] = &row;
        } else if (join.fate == RowFate::Benchmark) {
            dataset.benchmarks.push_back(
                {row.code, row.name.isEmpty() ? row.code.text : row.name, row.kind, std::move(row.cells)});
        }
    }
    return rowOfArea;
}

/// With the rows that the reader has left out, in the order of the file.
std::shared_ptr<const JoinReport> reportOf(std::vector<RowJoin> joins, const std::vector<LeftOutRow> &leftOut)
{
    for (const LeftOutRow &row : leftOut)
        joins.push_back({.row = row.row, .name = row.text, .fate = RowFate::LeftOut, .why = row.why});
    if (!leftOut.empty())
        std::stable_sort(joins.begin(), joins.end(),
                         [](const RowJoin &a, const RowJoin &b) { return a.row < b.row; });
    return std::make_shared<const JoinReport>(JoinReport{std::move(joins)});
}

} // namespace

Result<std::shared_ptr<Dataset>> joinFiles(BoundaryFile boundaries, IndicatorFile indicators,
                                           const OnBoundaries &onBoundaries, const AliasFile &aliases)
{
    auto dataset = std::make_shared<Dataset>();
    dataset->boundaries = std::make_shared<const BoundarySet>(std::move(boundaries.boundaries));
    if (onBoundaries)
        onBoundaries(dataset->boundaries);
    IndicatorTable &table = indicators.table;
    dataset->metadata = std::move(table.metadata);
    for (const QString &code : table.groupColumns)
        dataset->groups.push_back({code, {}});
    dataset->hasPublishedRank = table.hasPublishedRank;
    dataset->issues = std::move(boundaries.issues);
    dataset->issues.insert(dataset->issues.end(), indicators.issues.begin(), indicators.issues.end());
    dataset->boundarySource = dataset->boundaries->file;
    dataset->indicatorSource = sourceText(dataset->metadata, table.file);
    AreaCodes codes(dataset->areas);
    addShapes(*dataset, codes);

    const auto places = placeAliases(aliases, *dataset->boundaries);
    if (!places)
        return places.error();
    dataset->issues.insert(dataset->issues.end(), places->issues.begin(), places->issues.end());
    auto joins = matchAreas(*dataset->boundaries, table, places->shapes);
    if (!joins)
        return joins.error();
    const bool anyJoined = std::any_of(joins->begin(), joins->end(),
                                       [](const RowJoin &join) { return join.fate == RowFate::Joined; });
    if (!anyJoined && dataset->hasMap()) {
        const Error apart = nothingInCommon(*dataset->boundaries, *joins, table.file);
        const QString indicator = dataset->indicatorCount() > 0 ? dataset->indicator(0).code : QString();
        return Error{apart.message + addingUpOffer(table, *dataset->boundaries, indicator), apart.details};
    }
    const RowOfArea rowOfArea = placeRows(*dataset, codes, table, *joins);
    fillCells(*dataset, rowOfArea);
    fillDenominators(*dataset, rowOfArea);
    fillPopulation(*dataset, rowOfArea);
    dataset->joinReport = reportOf(*std::move(joins), table.leftOut);
    const Issues remarks = joinRemarks(*dataset, table.file);
    dataset->issues.insert(dataset->issues.end(), remarks.begin(), remarks.end());
    return dataset;
}

Result<std::shared_ptr<const Dataset>> joinDataset(BoundaryFile boundaries, IndicatorFile indicators,
                                                   const OnBoundaries &onBoundaries, const AliasFile &aliases)
{
    auto joined = joinFiles(std::move(boundaries), std::move(indicators), onBoundaries, aliases);
    if (!joined)
        return joined.error();
    return std::shared_ptr<const Dataset>(*std::move(joined));
}

} // namespace atlas
