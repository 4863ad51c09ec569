#include "core/dataset/add_up_figures.h"

#include "core/aggregation/add_up.h"
#include "core/aggregation/add_up_rule.h"
#include "core/dataset/add_up_columns.h"
#include "core/dataset/add_up_remarks.h"
#include "core/dataset/join_report.h"
#include "core/dataset/lookup_vintages.h"
#include "core/dataset/text.h"
#include "core/dataset/young_people.h"
#include "core/import/describe_columns.h"
#include "core/indicators/name_matching.h"
#include "core/tables/read_grid.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

KnownAreas areasOf(const IndicatorTable &table)
{
    KnownAreas known;
    for (const IndicatorRow &row : table.rows)
        known.add(row.code.text, row.name);
    return known;
}

KnownAreas smallerAreasOf(const Lookup &lookup)
{
    KnownAreas known;
    for (const LookupPair &pair : lookup.pairs)
        known.add(pair.smaller.text, pair.smallerName);
    return known;
}

Result<Lookup> lookupFor(const IndicatorTable &table, const AddingUp &how, const Grid *lookup,
                         const KnownAreas &larger)
{
    if (lookup)
        return readLookup(*lookup,
                          {areasOf(table), larger.isEmpty() ? builtInLeps() : larger, how.largerColumns});
    if (!how.largerColumns.isEmpty())
        return lookupFromColumns(table, how.largerColumns);
    const Lookup &builtIn = builtInLookupFor(table);
    if (rowsIn(builtIn, table) == 0)
        return Error{
            Text::tr("Say which areas %1 is to be added up to: name a lookup with --lookup, or columns of "
                     "it with --larger. The lookup that is built in knows the districts and upper-tier "
                     "authorities of England in 2014 and its LEPs.")
                .arg(table.file),
            {}};
    return builtIn;
}

void nameLeps(IndicatorTable &table)
{
    for (IndicatorRow &row : table.rows)
        if (row.name.isEmpty())
            row.name = builtInLepName(row.code);
}

void append(Issues &issues, const Issues &more)
{
    issues.insert(issues.end(), more.begin(), more.end());
}

} // namespace

Result<std::optional<Grid>> readLookupGrid(const DataSources &sources, Progress &progress)
{
    if (sources.plan.addingUp.rules.empty() || sources.lookup.isEmpty() || sources.lookup == builtInLookup())
        return std::optional<Grid>();
    const QString path = QFileInfo(sources.lookup).canonicalFilePath();
    if (!path.isEmpty() && path == QFileInfo(sources.indicators).canonicalFilePath())
        return Error{
            Text::tr("%1 is the file of the figures and cannot be their lookup. Name another, or say "
                     "--larger where columns of the figures name the larger areas.")
                .arg(QFileInfo(path).fileName()),
            {}};
    auto grid = readGrid(sources.lookup, Text::tr("The lookup"), {}, progress);
    if (!grid)
        return grid.error();
    return std::optional(*std::move(grid));
}

Result<FiguresFile> addUpFigures(const Grid &grid, const ImportPlan &plan, const IndicatorMetadata *metadata,
                                 const Grid *lookup, const KnownAreas &larger)
{
    const AddingUp &how = plan.addingUp;
    const FiguresPlan guessed = planFigures(grid, plan);
    auto read = readColumnsToAddUp(grid, plan, guessed, metadata, lookup == nullptr, {});
    if (!read)
        return read.error();
    auto pairs = lookupFor(read->figures.file.table, how, lookup, larger);
    if (pairs && rowsIn(*pairs, read->figures.file.table) == 0) { // its codes may stand in another column
        auto again =
            readColumnsToAddUp(grid, plan, guessed, metadata, lookup == nullptr, smallerAreasOf(*pairs));
        if (again && rowsIn(*pairs, again->figures.file.table) > 0)
            read = std::move(again);
    }
    if (!pairs)
        return pairs.error();
    IndicatorTable &table = read->figures.file.table;
    Issues issues = std::move(read->figures.file.issues);
    append(issues, pairs->issues);
    append(issues, bridgeVintages(*pairs, table));
    auto added = addUp(table, read->indicators, *pairs, how);
    if (!added)
        return Error{added.error().message + vintageHint(*pairs, table), added.error().details};
    nameLeps(added->table);
    for (LargerArea &area : added->smaller.larger)
        if (area.name.isEmpty())
            area.name = builtInLepName(area.code);
    IndicatorMetadata &about = added->table.metadata;
    if (metadata) {
        about.aggregates = metadata->aggregates;
        about.otherColumns = metadata->otherColumns;
    }
    QStringList codes;
    for (const Indicator &indicator : about.indicators)
        codes << indicator.code;
    describeColumns(about, codes, guessed, plan.descriptions, grid.file, issues);
    append(issues, addUpRemarks(*added, *pairs, how, columnsWithoutRule(guessed, how)));
    append(issues, added->issues);
    added->table.leftOut = std::move(table.leftOut);
    for (const size_t row : added->smaller.unplaced)
        added->table.leftOut.push_back(
            {table.rows[row].row,
             table.rows[row].code.isEmpty() ? table.rows[row].name : table.rows[row].code.text,
             Text::tr("in no larger area")});
    FiguresFile result = std::move(read->figures);
    const Issues planIssues = std::move(result.plan.issues);
    result.plan = guessed; // as if nothing had been added up, so that it can be saved
    result.plan.issues = planIssues;
    result.file = {std::move(added->table), std::move(issues)};
    result.smallerAreas = std::make_shared<const SmallerAreas>(std::move(added->smaller));
    return result;
}

void addSmallerAreas(Dataset &dataset, const SmallerAreas *smaller)
{
    settlePopulation(dataset);
    if (!smaller)
        return;
    auto placed = std::make_shared<SmallerAreas>(*smaller);
    placed->larger.assign(dataset.areas.size(), {});
    const std::vector<RowJoin> &rows = dataset.joinReport->rows;
    for (size_t i = 0; i < smaller->larger.size() && i < rows.size(); ++i)
        if (rows[i].area)
            placed->larger[*rows[i].area] = smaller->larger[i];
    dataset.smallerAreas = std::move(placed);
}

QString addingUpOffer(const IndicatorTable &figures, const BoundarySet &boundaries, const QString &indicator)
{
    const auto leps =
        std::count_if(boundaries.areas.begin(), boundaries.areas.end(),
                      [](const BoundaryArea &area) { return !builtInLepName(area.code).isEmpty(); });
    if (leps == 0 || static_cast<size_t>(leps) * 2 < boundaries.size())
        return {};
    const auto authorities =
        static_cast<size_t>(std::count_if(figures.rows.begin(), figures.rows.end(),
                                          [](const IndicatorRow &row) { return row.kind == RowKind::Area; }));
    const size_t known = rowsIn(builtInLookupFor(figures), figures);
    if (known == 0 || known * 2 < authorities)
        return {};
    return Text::tr(" The figures are of authorities and the boundaries of LEPs; --add-up %1=RULE adds the "
                    "authorities of each LEP up, by the lookup that is built in.")
        .arg(indicator);
}

} // namespace atlas
