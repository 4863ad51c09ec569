// Measures the reading of tables against the least that it can cost; run_bench.py starts it and reads what it
// prints.
//
//     bench_grid --csv FILE --workbook FILE MEASUREMENT[=TIMES]...
//
// Times are milliseconds.

#include "bench/measuring.h"
#include "core/import/read_figures.h"
#include "core/tables/read_grid.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <ogrsf_frmts.h>

#include <clocale>

namespace atlas {

namespace {

qsizetype cellsOf(const QString &file)
{
    Progress progress;
    const auto grid = readGrid(file, QStringLiteral("The file"), {}, progress);
    if (!grid)
        giveUp(grid.error().message);
    return qsizetype(grid->rowCount()) * grid->width();
}

/// What a plan makes of the cells: the least that a window does before it can join them.
qsizetype figuresOf(const QString &file)
{
    Progress progress;
    const auto grid = readGrid(file, QStringLiteral("The file"), {}, progress);
    if (!grid)
        giveUp(grid.error().message);
    const auto figures = readFigures(*grid);
    if (!figures)
        giveUp(figures.error().message);
    return static_cast<qsizetype>(figures->file.table.rows.size());
}

/// GDAL gives every field as a text, nothing is kept.
qsizetype charactersOf(const QString &csv)
{
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(qUtf8Printable(csv), GDAL_OF_VECTOR));
    qsizetype count = 0;
    if (!dataset)
        giveUp(QStringLiteral("GDAL cannot read the table"));
    for (const auto &feature : *dataset->GetLayer(0))
        for (int i = 0; i < feature->GetFieldCount(); ++i)
            count += static_cast<qsizetype>(qstrlen(feature->GetFieldAsString(i)));
    return count;
}

/// In turn, so that what disturbs one disturbs both. The first time does not count.
void measureCsv(const QString &csv, int times)
{
    qsizetype found = cellsOf(csv) + figuresOf(csv) + charactersOf(csv);
    for (int i = 0; i < times; ++i) {
        printFigure("grid-csv", millisecondsOf([&] { found += cellsOf(csv); }));
        printFigure("figures-csv", millisecondsOf([&] { found += figuresOf(csv); }));
        printFigure("gdal-csv", millisecondsOf([&] { found += charactersOf(csv); }));
    }
    if (found == 0)
        giveUp(QStringLiteral("the table is empty"));
}

void measureWorkbook(const QString &workbook, int times)
{
    qsizetype found = cellsOf(workbook);
    for (int i = 0; i < times; ++i)
        printFigure("grid-xlsx", millisecondsOf([&] { found += cellsOf(workbook); }));
    if (found == 0)
        giveUp(QStringLiteral("the workbook is empty"));
}

int runMeasurements(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const char *name : {"csv", "workbook"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("file")});
    if (!parser.parse(arguments))
        giveUp(parser.errorText());
    const std::map<QString, int> usualTimes = {{QStringLiteral("csv"), 3}, {QStringLiteral("xlsx"), 3}};
    RegisterOGRCSV();
    for (const Measurement &measurement : measurementsOf(parser.positionalArguments(), usualTimes)) {
        if (measurement.name == QLatin1String("csv"))
            measureCsv(parser.value(QStringLiteral("csv")), measurement.times);
        else
            measureWorkbook(parser.value(QStringLiteral("workbook")), measurement.times);
    }
    return 0;
}

} // namespace

} // namespace atlas

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    return atlas::runMeasurements(QCoreApplication::arguments());
}
