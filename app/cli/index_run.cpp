#include "app/cli/index_run.h"

#include "app/cli/text.h"
#include "core/common/files.h"
#include "core/common/output_files.h"
#include "core/index/shown_variable.h"
#include "core/project/method_check.h"
#include "core/project/project_check.h"

#include <QTextStream>

#include <optional>
#include <utility>

namespace atlas::cli {

namespace {

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

/// A value that is itself a code means that code, even if it contains commas.
QStringList codesOf(const CodeList &list, const Dataset &dataset)
{
    return dataset.findIndicator(list.text) ? QStringList(list.text) : list.parts;
}

/// Puts the file's name before an error that comes from the file and not from an option.
Error errorOfFile(const Request &request, const Dataset &dataset, const Error &error)
{
    const bool hasMethod = !request.methodFile.isEmpty();
    const QString &file = hasMethod ? request.methodFile : request.projectFile;
    if (file.isEmpty())
        return error;
    std::optional<IndexSettings> given;
    if (hasMethod) {
        if (const auto method = readMethodFile(file))
            given = method->choices.index;
    } else if (const auto project = readProjectFile(file)) {
        given = project->method.choices.index;
    }
    const auto ofFile = given ? checkMethodNames(*given, dataset) : Done{};
    return !ofFile && ofFile.error() == error ? inFile(file, error) : error;
}

Error noPopulation()
{
    return {
        Text::tr("The figures have no column of population, and the areas are not the LEPs whose population "
                 "is built in. Say --role COLUMN=population, or leave out --population."),
        {}};
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

int fail(const Refusal &refusal)
{
    return fail(refusal.error, refusal.code);
}

void printIssues(FILE *stream, const Issues &issues)
{
    for (const Issue &issue : issues)
        print(stream, issueLine(issue) + QLatin1Char('\n'));
}

Result<RankUncertainty> drawWithProgress(const Request &request, const IndexRun &run)
{
    const std::vector<int> classes = showIndex(run.result, run.choices.indexScheme()).classification.classes;
    return withProgress(request, Text::tr("Drawing"), [&](Progress &progress) {
        return drawRanks(*run.dataset, run.choices.index, classes, *request.draws(), progress);
    });
}

Result<Choices> choicesFor(const Request &request, const Dataset &dataset)
{
    const QStringList only = codesOf(request.only, dataset);
    const QStringList exclude = codesOf(request.exclude, dataset);
    for (const QString &code : only + exclude)
        if (!dataset.findIndicator(code))
            return unknownIndicator(code, dataset);
    Choices choices = withoutFormerIndicators(request.choices(), dataset);
    if (!knowsShown(choices, dataset)) {
        if (request.isMap)
            return unknownIndicator(choices.shown, dataset);
        choices.shown = indexCode; // a table does not depend on what the map shows
        choices.scheme = choices.otherScheme();
    }
    choices = named(std::move(choices), dataset);
    if (request.isMap && request.asksForDraws && choices.shown != indexCode)
        return Error{Text::tr("--robustness draws the ranks of the index; add --show index."), {}};
    if (!only.isEmpty() || !exclude.isEmpty())
        choices.index.excluded.clear();
    for (const Indicator &indicator : dataset.metadata.indicators)
        if (exclude.contains(indicator.code) || (!only.isEmpty() && !only.contains(indicator.code)))
            choices.index.excluded.insert(indicator.code);
    if (const auto fits = checkMethod(choices.index, dataset); !fits)
        return errorOfFile(request, dataset, fits.error());
    return choices;
}

std::variant<IndexRun, Refusal> runIndex(const Request &request, const QStringList &outputs)
{
    const QStringList methods = {request.projectFile, request.methodFile, request.comparedFile};
    if (const auto overwritten = findOverwritten(outputs, filesOf(request.project.sources) + methods))
        return Refusal{
            {Text::tr("%1 %2 would write over %3, which is read; name another file.", "option, file, file")
                 .arg(request.out.isEmpty() ? QStringLiteral("--report") : QStringLiteral("--out"),
                      outputs.front(), *overwritten),
             {}}};
    const auto loaded = withProgress(request, Text::tr("Reading"), [&request](Progress &progress) {
        return loadDataset(request.project.sources, progress);
    });
    if (!loaded)
        return Refusal{loaded.error(), ExitCouldNot};
    if (request.hasPopulation && (*loaded)->population.empty())
        return Refusal{noPopulation(), ExitCouldNot};
    auto choices = choicesFor(request, **loaded);
    if (!choices)
        return Refusal{choices.error()};
    IndexRun run{.dataset = withTried(*loaded, choices->tried), .choices = *std::move(choices)};
    run.result = computeIndex(*run.dataset, run.choices.index);
    if (run.result.refusal)
        return Refusal{*run.result.refusal, ExitCouldNot};
    run.issues = allIssues(*run.dataset, run.result);
    for (const Issues &unplaced :
         {formerIndicators(request.choices(), *run.dataset, fileNameOf(request.projectFile)),
          unplacedValues(run.choices, *run.dataset, fileNameOf(request.triedFile)),
          unplacedAreas(request.project, *run.dataset, fileNameOf(request.projectFile))})
        run.issues.insert(run.issues.end(), unplaced.begin(), unplaced.end());
    return run;
}

int finish(const Request &request, const IndexRun &run, const QStringList &outputs,
           const Result<Issues> &written)
{
    if (!written)
        return fail(written.error(), ExitCouldNot);
    Issues issues = run.issues;
    issues.insert(issues.end(), written->begin(), written->end());
    const bool areResult = outputs.isEmpty();
    if (!request.quiet)
        printIssues(areResult ? stdout : stderr, issues);
    if (areResult)
        printSummary(*run.dataset, issues.size());
    return request.strict && !issues.empty() ? ExitDoneWithIssues : ExitDone;
}

} // namespace atlas::cli
