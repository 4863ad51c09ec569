#include "app/cli/index_run.h"

#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/index/shown_variable.h"
#include "core/project/project_check.h"

#include <QCoreApplication>
#include <QTextStream>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

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

} // namespace

void print(FILE *stream, const QString &text)
{
    QTextStream(stream) << text;
}

int fail(const Error &error, ExitCode code)
{
    print(stderr, QStringLiteral("disengagement-atlas-cli: ") + error.message + QLatin1Char('\n'));
    return code;
}

void printIssues(FILE *stream, const Issues &issues)
{
    for (const Issue &issue : issues)
        print(stream, issueLine(issue) + QLatin1Char('\n'));
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

int runWithIndex(const Request &request, const QStringList &outputs, WriteIndex write)
{
    const QStringList choices = {request.projectFile, request.methodFile, request.comparedFile};
    if (const auto overwritten = findOverwritten(outputs, filesOf(request.sources) + choices))
        return fail({Text::tr("--out %1 would write over %2, which is read; name another file.")
                         .arg(request.out, *overwritten),
                     {}},
                    ExitWrongCommandLine);
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

    const auto written = write(request, dataset, result, *settings);
    if (!written)
        return fail(written.error(), ExitCouldNot);

    Issues issues = allIssues(dataset, result);
    issues.insert(issues.end(), data.issues.begin(), data.issues.end());
    issues.insert(issues.end(), written->begin(), written->end());
    const bool areResult = outputs.isEmpty();
    if (!request.quiet)
        printIssues(areResult ? stdout : stderr, issues);
    if (areResult)
        printSummary(dataset, issues.size());
    return request.strict && !issues.empty() ? ExitDoneWithIssues : ExitDone;
}

} // namespace atlas::cli
