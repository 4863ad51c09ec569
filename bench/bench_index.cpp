// Measures what becomes of figures when a choice changes; run_bench.py starts it and reads what it prints.
//
//     bench_index --indicators FILE MEASUREMENT[=TIMES]...
//
// The index is that of six columns. "recompute" and its floor are in microseconds, "draws" in milliseconds.

#include "bench/measuring.h"
#include "core/dataset/load_dataset.h"
#include "core/index/shown_variable.h"
#include "core/robustness/monte_carlo.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas {

namespace {

constexpr size_t indicatorCount = 6;

/// All but the first columns are left out.
IndexSettings settingsFor(const Dataset &dataset)
{
    IndexSettings settings;
    for (size_t i = 0; i + indicatorCount < dataset.indicatorCount(); ++i)
        settings.excluded.insert(dataset.indicator(i).code);
    return settings;
}

/// The least there is to do: z-scores of plain columns, their mean, and the order of the means.
std::vector<uint32_t> bareRanking(const std::vector<std::vector<double>> &columns)
{
    const size_t n = columns.front().size();
    std::vector<double> sums(n, 0.0);
    for (const std::vector<double> &column : columns) {
        const double mean = std::accumulate(column.begin(), column.end(), 0.0) / static_cast<double>(n);
        double squares = 0;
        for (const double value : column)
            squares += (value - mean) * (value - mean);
        const double deviation = std::sqrt(squares / static_cast<double>(n - 1));
        for (size_t i = 0; i < n; ++i)
            sums[i] += (column[i] - mean) / deviation;
    }
    std::vector<uint32_t> order(n);
    std::iota(order.begin(), order.end(), uint32_t(0));
    std::sort(order.begin(), order.end(), [&sums](uint32_t a, uint32_t b) { return sums[a] > sums[b]; });
    return order;
}

/// With indicators on the scale already, as in the window.
void measureRecompute(const Dataset &dataset, int times)
{
    constexpr double microseconds = 1000;
    const IndexSettings settings = settingsFor(dataset);
    const NormalisedIndicators indicators = normaliseIndicators(dataset, settings.scale);
    std::vector<std::vector<double>> columns;
    for (size_t i = dataset.indicatorCount() - indicatorCount; i < dataset.indicatorCount(); ++i)
        columns.push_back(dataset.column(i));
    for (int i = 0; i < times; ++i) {
        printFigure("recompute-floor", microseconds * millisecondsOf([&] { bareRanking(columns); }));
        printFigure("recompute",
                    microseconds * millisecondsOf([&] { computeIndex(dataset, settings, indicators); }));
    }
}

void measureDraws(const Dataset &dataset, int times)
{
    const IndexSettings settings = settingsFor(dataset);
    const auto classes = showIndex(computeIndex(dataset, settings), 4).classification.classes;
    const DrawSettings how{.assumptions = {.rounding = false}, .draws = 10000};
    for (int i = 0; i < times; ++i)
        printFigure("draws", millisecondsOf([&] {
                        Progress progress;
                        if (const auto drawn = drawRanks(dataset, settings, classes, how, progress); !drawn)
                            giveUp(drawn.error().message);
                    }));
}

struct Procedure
{
    int usualTimes;
    void (*measure)(const Dataset &dataset, int times);
};

const std::map<QString, Procedure> &procedures()
{
    static const std::map<QString, Procedure> all = {
        {QStringLiteral("recompute"), {200, measureRecompute}},
        {QStringLiteral("draws"), {3, measureDraws}},
    };
    return all;
}

int runMeasurements(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("indicators"), QString(), QStringLiteral("file")});
    if (!parser.parse(arguments))
        giveUp(parser.errorText());
    Progress progress;
    const auto dataset = loadDataset({.indicators = parser.value(QStringLiteral("indicators"))}, progress);
    if (!dataset)
        giveUp(dataset.error().message);
    std::map<QString, int> usualTimes;
    for (const auto &[name, procedure] : procedures())
        usualTimes[name] = procedure.usualTimes;
    for (const Measurement &measurement : measurementsOf(parser.positionalArguments(), usualTimes))
        procedures().at(measurement.name).measure(**dataset, measurement.times);
    return 0;
}

} // namespace

} // namespace atlas

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return atlas::runMeasurements(QCoreApplication::arguments());
}
