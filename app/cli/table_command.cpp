#include "app/cli/class_options.h"
#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/draw_options.h"
#include "app/cli/index_options.h"
#include "app/cli/index_run.h"
#include "app/cli/out_option.h"
#include "app/cli/text.h"
#include "core/index/area_columns.h"
#include "core/index/area_order.h"
#include "core/index/period_change.h"
#include "core/index/trace_table.h"
#include "core/project/method_file.h"
#include "core/robustness/index_table.h"
#include "core/tables/write_table.h"

namespace atlas::cli {

namespace {

/// By code first, then by name.
std::optional<size_t> findArea(const Dataset &dataset, const QString &wanted)
{
    if (const auto area = dataset.findArea({wanted}))
        return area;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        if (dataset.areas[area].name.compare(wanted, Qt::CaseInsensitive) == 0)
            return area;
    return {};
}

Result<Issues> writeTrace(const Request &request, const IndexRun &run)
{
    const auto &[dataset, choices, result, issues] = run;
    const auto area = findArea(*dataset, request.trace);
    if (!area)
        return Error{Text::tr("There is no area %1; give the code or the name of one.").arg(request.trace),
                     {}};
    const Table table = traceTable(*dataset, result, choices.index.rankRule, *area);
    if (const auto done = atlas::writeTable(table, request.out); !done)
        return done.error();
    return Issues();
}

/// The same files read for the period that the table compares with.
Result<OtherPeriod> readOtherPeriod(const Request &request, const Dataset &dataset)
{
    const QString &now = dataset.figuresPlan.period;
    if (now.isEmpty())
        return Error{Text::tr("--change compares periods, and the figures have none; leave it out."), {}};
    DataSources sources = request.project.sources;
    sources.plan.period = request.changeSince;
    const auto other = withProgress(request, Text::tr("Reading"), [&sources](Progress &progress) {
        return loadDataset(sources, progress);
    });
    if (!other)
        return other.error();
    return otherPeriod(dataset, **other);
}

/// The draws that the request asks for, and on standard error how they were made.
Result<Done> draw(const Request &request, const IndexRun &run, IndexFigures &figures)
{
    if (const auto seed = request.roundingBandSeed()) {
        const auto drawn = withProgress(request, Text::tr("Drawing"), [&](Progress &progress) {
            return drawRoundingBand(*run.dataset, run.choices.index, RoundingDraws::usualDraws, *seed,
                                    progress);
        });
        if (!drawn)
            return drawn.error();
        figures.roundingBands = std::make_shared<const std::vector<RankBand>>(drawn->ranks);
        if (!request.quiet) // not a remark on the data
            print(stderr, Text::tr("rank_low and rank_high come from %L1 random draws, seed %2.\n")
                              .arg(drawn->draws)
                              .arg(*seed));
    }
    if (const auto &how = request.draws()) {
        const auto drawn = drawWithProgress(request, run);
        if (!drawn)
            return drawn.error();
        figures.draws = std::make_shared<const RankUncertainty>(*drawn);
        if (!request.quiet)
            print(stderr, Text::tr("rank_p05 to p_class come from %L1 random draws, seed %2.\n")
                              .arg(how->draws)
                              .arg(how->seed));
    }
    return Done{};
}

/// What stands beside the index where it was asked for, or figures were added up.
Result<Done> addColumns(const Request &request, const IndexRun &run, Table &table)
{
    if (!request.changeSince.isEmpty()) {
        auto other = readOtherPeriod(request, *run.dataset);
        if (!other)
            return other.error();
        appendChanges(table, run.dataset, std::make_shared<const OtherPeriod>(*std::move(other)));
    }
    insertColumns(table, coverageColumns(run.dataset), false);
    if (request.hasPopulation)
        insertColumns(table, populationColumns(run.dataset, run.result), true);
    return Done{};
}

Result<Issues> writeIndexTable(const Request &request, const IndexRun &run)
{
    const auto &[dataset, choices, result, issues] = run;
    IndexFigures figures = indexFigures(*dataset, result, choices.indexScheme());
    const bool showsNode = choices.shown != indexCode && !dataset->findIndicator(choices.shown);
    if (choices.nodeScores || showsNode)
        figures.nodes = shownNodes(result, choices.index.rankRule, choices.indexScheme());
    if (const auto done = draw(request, run, figures); !done)
        return done.error();
    std::vector<ColumnChoice> columns = fileColumns(figures);
    if (request.hasSymbols) {
        const std::vector<ColumnChoice> symbols = symbolColumns(figures);
        columns.insert(columns.end(), symbols.begin(), symbols.end());
    }
    Table table = indexTable(figures, columns, orderByRank(*dataset, result));
    if (const auto done = addColumns(request, run, table); !done)
        return done.error();
    Method method = methodOf(choices, request.looks(), *dataset, result);
    method.draws = request.draws();
    method.roundingBandSeed = request.roundingBandSeed();
    if (const auto done = writeTableAndMethods(table, {method}, request.out); !done)
        return done.error();
    return Issues();
}

void addOptionsOfTable(OptionSet &options)
{
    addOut(options, tableOut());
    addDataOptions(options);
    addIndexOptions(options);
    addClassOptions(options);
    options.startGroup(Text::tr("Columns"));
    options.addSwitch(QStringLiteral("nodes"), Text::tr("Add score and rank of every domain and sub-index."));
    options.addSwitch(QStringLiteral("rounding-band"),
                      Text::tr("Add rank_low and rank_high: the ranks that rounding of the values allows, as "
                               "found in 10,000 random draws."));
    options.addSwitch(QStringLiteral("symbols"),
                      Text::tr("Add symbol_CODE: what was typed where a value is missing, such as c for "
                               "suppressed, and markers after values, such as [u]."));
    options.addValue(QStringLiteral("change"), Text::tr("period"),
                     Text::tr("Add change_CODE: how far each indicator has changed since another period of "
                              "the figures, for per cent in percentage points."));
    options.addSwitch(QStringLiteral("population"),
                      Text::tr("Add population, population_pct and, for each indicator in per cent, "
                               "affected_CODE: the estimated young people affected."));
    options.addValue(
        QStringLiteral("trace"), Text::tr("area"),
        Text::tr("Write instead how the score of one area is made up: every member of every node "
                 "with its value, weight and contribution."));
    addDrawOptions(options);
}

void readOptionsOfTable(OptionReader &options, Request &request)
{
    readDataOptions(options, request);
    readIndexOptions(options, request);
    readClassOptions(options, request);
    request.choices().nodeScores = request.choices().nodeScores || options.has("nodes");
    request.hasSymbols = options.has("symbols");
    request.changeSince = options.text("change");
    request.hasPopulation = options.has("population");
    request.trace = options.text("trace");
    readDrawOptions(options, request);
    const bool addsColumns = options.has("nodes") || options.has("rounding-band") || options.has("robustness")
                             || options.has("symbols") || options.has("change") || options.has("population");
    if (options.has("trace") && addsColumns)
        options.refuse(
            Text::tr("--trace writes a table of one area; leave out the options that add columns."));
    readOut(options, request, tableOut());
}

int runTable(const Request &request)
{
    const bool isTrace = !request.trace.isEmpty();
    const QStringList outputs =
        isTrace ? QStringList(request.out) : QStringList{request.out, methodPathOf(request.out)};
    const auto run = runIndex(request, outputs);
    if (const auto *refusal = std::get_if<Refusal>(&run))
        return fail(*refusal);
    const auto &index = std::get<IndexRun>(run);
    return finish(request, index, outputs,
                  isTrace ? writeTrace(request, index) : writeIndexTable(request, index));
}

} // namespace

CommandEntry tableCommand()
{
    return {QStringLiteral("table"), Text::tr("Write the index of every area as CSV."), &addOptionsOfTable,
            &readOptionsOfTable, &runTable};
}

} // namespace atlas::cli
