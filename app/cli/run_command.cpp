#include "app/cli/run_command.h"

#include "app/cli/command_line.h"
#include "core/common/files.h"
#include "core/common/memory.h"
#include "core/common/output_files.h"
#include "core/common/parallel.h"
#include "core/common/plain_text.h"
#include "core/index/compare_ranks.h"
#include "core/index/index_table.h"
#include "core/index/trace.h"
#include "core/project/method_check.h"
#include "core/project/method_file.h"
#include "core/project/project_check.h"
#include "core/render/certainty_pattern.h"
#include "core/render/map_scene.h"
#include "core/robustness/rounding_band.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <new>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

void print(FILE *stream, const QString &text)
{
    QTextStream(stream) << text;
}

int fail(const Error &error, ExitCode code)
{
    print(stderr, QStringLiteral("disengagement-atlas-cli: ") + error.message + QLatin1Char('\n'));
    return code;
}

/// Does work aside and, on a terminal, says after half a second how far it is.
template <typename Work>
auto withProgress(const Request &request, const QString &doing, const Work &work)
{
    using namespace std::chrono_literals;
    Progress progress;
    auto running = startAside([&] { return work(progress); });
    const bool talk = !request.quiet && isatty(STDERR_FILENO) != 0;
    bool said = false;
    while (talk && running.wait_for(500ms) == std::future_status::timeout) {
        print(stderr, Text::tr("\r%1 %2 %").arg(doing).arg(static_cast<int>(progress.fraction() * 100)));
        said = true;
    }
    if (said)
        print(stderr, QLatin1Char('\r') + QString(doing.size() + 6, QLatin1Char(' ')) + QLatin1Char('\r'));
    return running.get();
}

/// By code, else by name.
std::optional<size_t> findArea(const Dataset &dataset, const QString &wanted)
{
    if (const auto area = dataset.findArea({wanted}))
        return area;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        if (dataset.areas[area].name.compare(wanted, Qt::CaseInsensitive) == 0)
            return area;
    return {};
}

Result<Issues> writeTrace(const Request &request, const Dataset &dataset, const IndexResult &result,
                          const IndexSettings &settings)
{
    const auto area = findArea(dataset, request.trace);
    if (!area)
        return Error{Text::tr("There is no area %1; give the code or the name of one.").arg(request.trace),
                     {}};
    const TextTable table = traceTable(dataset, result, settings.rankRule, *area);
    if (const auto done = writeWholeFile(request.out, writeTextTable(table)); !done)
        return done.error();
    return Issues();
}

std::vector<int> classesOf(const Request &request, const IndexResult &result)
{
    return showIndex(result, request.display.scheme()).classification.classes;
}

Result<RankUncertainty> drawWithProgress(const Request &request, const Dataset &dataset,
                                         const IndexResult &result, const IndexSettings &settings)
{
    return withProgress(request, Text::tr("Drawing"), [&](Progress &progress) {
        return drawRanks(dataset, settings, classesOf(request, result), *request.robustness, progress);
    });
}

Result<Issues> writeTable(const Request &request, const Dataset &dataset, const IndexResult &result,
                          const IndexSettings &settings)
{
    const auto order = orderByRank(dataset, result);
    TextTable table = indexTable(dataset, result, request.display.scheme(), order);
    const QString &shown = request.display.shown;
    const bool showsNode = shown != indexCode && !dataset.findIndicator(shown);
    const bool asInTheWindow = request.project && (showsNode || request.display.nodeScores);
    if (request.nodes || asInTheWindow)
        addNodes(table, result, settings.rankRule, order);
    if (request.roundingBand) {
        const auto drawn = withProgress(request, Text::tr("Drawing"), [&](Progress &progress) {
            return drawRoundingBand(dataset, settings, RoundingDraws::usualDraws, request.seed, progress);
        });
        if (!drawn)
            return drawn.error();
        addRankBands(table, drawn->ranks, order);
        if (!request.quiet) // how it was made; no remark on the data
            print(stderr, Text::tr("rank_low and rank_high come from %L1 random draws, seed %2.\n")
                              .arg(drawn->draws)
                              .arg(request.seed));
    }
    if (request.robustness) {
        const auto drawn = drawWithProgress(request, dataset, result, settings);
        if (!drawn)
            return drawn.error();
        addRankUncertainty(table, *drawn, order);
        if (!request.quiet)
            print(stderr, Text::tr("rank_p05 to p_class come from %L1 random draws, seed %2.\n")
                              .arg(request.robustness->draws)
                              .arg(request.seed));
    }
    Method method = methodOf(settings, request.display.scheme(), dataset, result);
    method.draws = request.robustness;
    if (request.roundingBand)
        method.roundingBandSeed = request.seed;
    if (const auto done = writeTableAndMethods(table, {method}, request.out); !done)
        return done.error();
    return Issues();
}

/// Two methods side by side; the first is that of the other options.
Result<Issues> writeComparison(const Request &request, const Dataset &dataset, const IndexResult &first,
                               const IndexSettings &settings)
{
    if (const auto fits = checkMethod(request.comparedWith->index, dataset); !fits)
        return inFile(request.comparedFile, fits.error());
    const IndexResult second = computeIndex(dataset, request.comparedWith->index);
    if (second.refusal)
        return *second.refusal;
    const TextTable table =
        comparisonTable(dataset, {&first, request.display.scheme()}, {&second, request.comparedWith->scheme});
    const std::vector<Method> methods = {
        methodOf(settings, request.display.scheme(), dataset, first),
        methodOf(request.comparedWith->index, request.comparedWith->scheme, dataset, second)};
    if (const auto done = writeTableAndMethods(table, methods, request.out); !done)
        return done.error();
    return Issues();
}

/// The remarks are on what the page has no room for.
Result<Issues> writeMap(const Request &request, const Dataset &dataset, const IndexResult &result,
                        const IndexSettings &settings)
{
    MapScene scene = makeMapScene(dataset, result, settings, request.display, Theme::Light,
                                  std::make_shared<const MapShapes>(dataset.boundaries), request.locale);
    if (request.title)
        scene.title = plainLine(*request.title);
    if (request.robustness) {
        const auto drawn = drawWithProgress(request, dataset, result, settings);
        if (!drawn)
            return drawn.error();
        addCertainty(scene, classCertainty(*drawn, classesOf(request, result)), drawn->settings,
                     request.locale);
    }
    const MapExport what{.size = request.size, .furniture = request.furniture};
    if (const auto done = exportMap(scene, what, request.out); !done)
        return done.error();
    const QString missing = leftOutText(scene, what);
    return missing.isEmpty() ? Issues() : Issues{{Severity::Warning, missing}};
}

void printIssues(FILE *stream, const Issues &issues)
{
    for (const Issue &issue : issues)
        print(stream, issueLine(issue) + QLatin1Char('\n'));
}

void printSummary(const Dataset &dataset, size_t issueCount)
{
    const QString remarks = issueCount == 0 ? Text::tr("no remarks")
                                            : Text::tr("%n remark(s)", nullptr, static_cast<int>(issueCount));
    const QString tried = whatIfText(dataset);
    print(stdout, Text::tr("%n area(s), ", nullptr, static_cast<int>(dataset.areas.size()))
                      + Text::tr("%n indicator(s), ", nullptr, static_cast<int>(dataset.indicatorCount()))
                      + (tried.isEmpty() ? tried : tried + QStringLiteral(", ")) + remarks
                      + QLatin1Char('\n'));
}

/// Data with what a project tries in them, and remarks on what of it has no place there.
struct TriedData
{
    std::shared_ptr<const Dataset> dataset;
    Issues issues = {};
};

TriedData withTriedValues(const Request &request, const std::shared_ptr<const Dataset> &given)
{
    if (!request.project)
        return {given};
    PlacedAreas placed = placeAreas(*request.project, *given, fileNameOf(request.projectFile));
    return {placed.whatIfs.empty() ? given : withWhatIfs(*given, placed.whatIfs), std::move(placed.issues)};
}

/// Every file that the command writes.
QStringList outputsOf(const Request &request)
{
    if (request.command == Command::Check)
        return {};
    if (request.command == Command::Table && request.trace.isEmpty())
        return {request.out, methodPathOf(request.out)};
    if (request.command == Command::Compare)
        return {request.out, methodPathOf(request.out, QStringLiteral("a")),
                methodPathOf(request.out, QStringLiteral("b"))};
    return {request.out};
}

/// The first output that would take the place of something that is read.
std::optional<QString> overwrittenInput(const Request &request)
{
    return findOverwritten(outputsOf(request),
                           filesOf(request.sources)
                               + QStringList{request.projectFile, request.methodFile, request.comparedFile});
}

int carryOut(const Request &request)
{
    if (const auto overwritten = overwrittenInput(request))
        return fail({Text::tr("--out %1 would write over %2, which is read; name another file.")
                         .arg(request.out, *overwritten),
                     {}},
                    ExitWrongCommandLine);
    if (request.command == Command::Map)
        if (const auto fits = checkExportSize(request.size); !fits)
            return fail(fits.error(), ExitWrongCommandLine);
    const auto loaded = withProgress(request, Text::tr("Reading"), [&request](Progress &progress) {
        return loadDataset(request.sources, progress);
    });
    if (!loaded)
        return fail(loaded.error(), ExitCouldNot);
    const TriedData data = withTriedValues(request, *loaded);
    const Dataset &dataset = *data.dataset;
    const auto settings = indexSettingsFor(request, dataset);
    if (!settings)
        return fail(settings.error(), ExitWrongCommandLine);
    const IndexResult result = computeIndex(dataset, *settings);
    if (result.refusal)
        return fail(*result.refusal, ExitCouldNot);

    Result<Issues> written = Issues();
    if (!request.trace.isEmpty())
        written = writeTrace(request, dataset, result, *settings);
    else if (request.command == Command::Table)
        written = writeTable(request, dataset, result, *settings);
    else if (request.command == Command::Compare)
        written = writeComparison(request, dataset, result, *settings);
    else if (request.command == Command::Map)
        written = writeMap(request, dataset, result, *settings);
    if (!written)
        return fail(written.error(), ExitCouldNot);

    Issues issues = allIssues(dataset, result);
    issues.insert(issues.end(), data.issues.begin(), data.issues.end());
    issues.insert(issues.end(), written->begin(), written->end());
    const bool checking = request.command == Command::Check;
    if (!request.quiet)
        printIssues(checking ? stdout : stderr, issues);
    if (checking)
        printSummary(dataset, issues.size());
    return request.strict && !issues.empty() ? ExitDoneWithIssues : ExitDone;
}

int answer(const QStringList &arguments)
{
    const auto parsed = parseCommandLine(arguments);
    if (!parsed)
        return fail(parsed.error(), ExitWrongCommandLine);
    if (const auto *information = std::get_if<Information>(&*parsed)) {
        print(stdout, information->text);
        return ExitDone;
    }
    return carryOut(std::get<Request>(*parsed));
}

bool allIsPrinted()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace

int runCommand(const QStringList &arguments)
try {
    const int code = answer(arguments);
    if (allIsPrinted())
        return code;
    return fail(
        {Text::tr("Standard output could not be written. Check the disk space, or send it elsewhere."), {}},
        ExitCouldNot);
} catch (const std::bad_alloc &) {
    return fail({Text::tr("There is too little memory. Close other programs, or use smaller files."), {}},
                ExitCouldNot);
}

} // namespace atlas::cli
