// What becomes of rows of figures and of aliases: every row has one fate, no area has the row of another, and
// codes are given once.

#include "tests/fuzz/checks.h"

#include "core/dataset/alias_file.h"
#include "core/dataset/join_report.h"
#include "core/dataset/load_dataset.h"
#include "core/import/read_figures.h"
#include "core/tables/write_table.h"

#include <QSet>

#include <utility>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

BoundaryFile someBoundaries()
{
    BoundaryFile file;
    file.boundaries.file = QStringLiteral("areas.gpkg");
    file.boundaries.areas = {{{QStringLiteral("E06000023")}, QStringLiteral("Bristol, City of"), 0},
                             {{QStringLiteral("E06000059")}, QStringLiteral("Dorset"), 0},
                             {{QStringLiteral("01001")}, QStringLiteral("St. Helens"), 0},
                             {{QStringLiteral("e1")}, QStringLiteral("Newport"), 0},
                             {{QStringLiteral("E1")}, QStringLiteral("Newport"), 0},
                             {{QStringLiteral("-99")}, QStringLiteral("London"), 0},
                             {{}, QStringLiteral("City of London"), 0}};
    file.boundaries.areaStarts.assign(file.boundaries.areas.size() + 1, 0);
    file.boundaries.boxes.resize(file.boundaries.areas.size());
    return file;
}

void checkRows(const Dataset &dataset)
{
    std::vector<int> rowOfArea(dataset.areas.size(), 0);
    for (const RowJoin &row : dataset.joinReport->rows) {
        mustHold(!row.area || *row.area < dataset.areas.size(), "a row is of an area that there is");
        const bool isOfArea = row.fate == RowFate::Joined || row.fate == RowFate::WithoutShape;
        mustHold(!isOfArea || row.area, "a row that is used has an area");
        if (isOfArea)
            mustHold(std::exchange(rowOfArea[*row.area], row.row) == 0, "an area has one row");
        mustHold(row.fate != RowFate::Joined || row.by != JoinedBy::Nothing, "a join has a reason");
    }
    QSet<QString> codes;
    for (size_t i = 0; i < dataset.areas.size(); ++i) {
        mustHold(dataset.areas[i].hasData == (rowOfArea[i] != 0), "an area with a row has data");
        codes.insert(dataset.areas[i].code.text);
    }
    mustHold(static_cast<size_t>(codes.size()) == dataset.areas.size(), "no code is given twice");
    for (const GivenBenchmark &given : dataset.benchmarks)
        mustHold(given.cells.size() == dataset.indicatorCount(), "a benchmark has a cell of each indicator");
    mustHold(tableBytes(joinTable(dataset), QStringLiteral("report.csv")).ok(), "the report can be written");
}

void checkJoin(const BoundaryFile &boundaries, const IndicatorFile &figures, const AliasFile &aliases)
{
    const auto joined = joinDataset(boundaries, figures, {}, aliases);
    if (!joined)
        return mustBeShowable(joined.error());
    mustBeShowable((*joined)->issues);
    checkRows(**joined);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto table = readTextTable(bytesOf(data, size), QStringLiteral("figures.csv"),
                                     QStringLiteral("The indicator file"));
    if (!table)
        return 0; // which is fuzz_csv's
    const auto aliases = readAliases(*table);
    if (!aliases)
        mustBeShowable(aliases.error());
    const auto figures = readIndicators(*table, nullptr);
    if (!figures) {
        mustBeShowable(figures.error());
        return 0;
    }
    checkJoin(someBoundaries(), *figures, {});
    checkJoin({}, *figures, {});
    if (aliases)
        checkJoin(someBoundaries(), *figures, *aliases);
    return 0;
}
