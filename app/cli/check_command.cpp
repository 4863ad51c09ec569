#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/index_options.h"
#include "app/cli/index_run.h"
#include "app/cli/text.h"
#include "core/boundaries/outline_check.h"
#include "core/common/files.h"
#include "core/common/progress.h"
#include "core/dataset/join_report.h"
#include "core/tables/write_table.h"

namespace atlas::cli {

namespace {

void addOptionsOfCheck(OptionSet &options)
{
    addDataOptions(options);
    addIndexOptions(options);
    options.startGroup(Text::tr("Output"));
    options.addValue(QStringLiteral("report"), Text::tr("file"),
                     Text::tr("Write what became of each area and of each row of the figures, as %1.")
                         .arg(endingsText(tableEndings())));
}

void readOptionsOfCheck(OptionReader &options, Request &request)
{
    readDataOptions(options, request);
    readIndexOptions(options, request);
    request.report = options.text("report");
    if (options.has("report"))
        if (const auto fits = checkEnding(request.report, tableEndings(), Text::tr("The report")); !fits)
            options.refuse(fits.error().message);
}

int runCheck(const Request &request)
{
    const QStringList outputs = request.report.isEmpty() ? QStringList() : QStringList(request.report);
    const auto run = runIndex(request, outputs);
    if (const auto *refusal = std::get_if<Refusal>(&run))
        return fail(*refusal);
    const auto &index = std::get<IndexRun>(run);
    if (!request.report.isEmpty())
        if (const auto written = writeTable(joinTable(*index.dataset), request.report); !written)
            return fail(written.error(), ExitCouldNot);
    const Progress progress;
    Issues late;
    if (auto remark =
            outlineRemark(flawedAreas(*index.dataset->boundaries, progress), *index.dataset->boundaries))
        late.push_back(*std::move(remark));
    const int code = finish(request, index, {}, late);
    for (const QString &line : joinSummary(*index.dataset))
        print(stdout, line + QLatin1Char('\n'));
    return code;
}

} // namespace

CommandEntry checkCommand()
{
    return {QStringLiteral("check"), Text::tr("Read everything and print the remarks."), &addOptionsOfCheck,
            &readOptionsOfCheck, &runCheck};
}

} // namespace atlas::cli
