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

/// What says which values are tried: the method file, else the project.
QString fileOfChoices(const Request &request)
{
    return request.methodFile.isEmpty() ? request.projectFile : request.methodFile;
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

Result<RankUncertainty> drawWithProgress(const Request &request, const Dataset &dataset,
                                         const IndexResult &result, const Choices &choices)
{
    return withProgress(request, Text::tr("Drawing"), [&](Progress &progress) {
        return drawRanks(dataset, choices.index,
                         showIndex(result, choices.indexScheme()).classification.classes, *request.draws(),
                         progress);
    });
}

int runWithIndex(const Request &request, const QStringList &outputs, WriteIndex write)
{
    const QStringList methods = {request.projectFile, request.methodFile, request.comparedFile};
    if (const auto overwritten = findOverwritten(outputs, filesOf(request.project.sources) + methods))
        return fail({Text::tr("--out %1 would write over %2, which is read; name another file.")
                         .arg(request.out, *overwritten),
                     {}},
                    ExitWrongCommandLine);
    const auto loaded = withProgress(request, Text::tr("Reading"), [&request](Progress &progress) {
        return loadDataset(request.project.sources, progress);
    });
    if (!loaded)
        return fail(loaded.error(), ExitCouldNot);
    const auto choices = choicesFor(request, **loaded);
    if (!choices)
        return fail(choices.error(), ExitWrongCommandLine);
    const std::shared_ptr<const Dataset> tried = withTried(*loaded, choices->tried);
    const Dataset &dataset = *tried;
    const IndexResult result = computeIndex(dataset, choices->index);
    if (result.refusal)
        return fail(*result.refusal, ExitCouldNot);

    const auto written = write(request, dataset, result, *choices);
    if (!written)
        return fail(written.error(), ExitCouldNot);

    Issues issues = allIssues(dataset, result);
    const Issues unplaced = unplacedIssues(request.project, dataset, fileNameOf(fileOfChoices(request)));
    issues.insert(issues.end(), unplaced.begin(), unplaced.end());
    issues.insert(issues.end(), written->begin(), written->end());
    const bool areResult = outputs.isEmpty();
    if (!request.quiet)
        printIssues(areResult ? stdout : stderr, issues);
    if (areResult)
        printSummary(dataset, issues.size());
    return request.strict && !issues.empty() ? ExitDoneWithIssues : ExitDone;
}

} // namespace atlas::cli
