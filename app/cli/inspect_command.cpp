#include "app/cli/command.h"
#include "app/cli/index_run.h"
#include "core/import/inspect_file.h"

#include <QCoreApplication>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

void printInspection(const FileInspection &inspection)
{
    print(stdout,
          Text::tr("%1: %2\n", "file, what it is").arg(inspection.file, fileKindText(inspection.kind)));
    for (const QString &fact : inspection.facts)
        print(stdout, QStringLiteral("  ") + fact + QLatin1Char('\n'));
    for (const Issue &issue : inspection.issues)
        print(stdout, QStringLiteral("  ") + issueLine(issue) + QLatin1Char('\n'));
}

void addOptions(OptionSet &options)
{
    options.addFiles(Text::tr("FILE"), Text::tr("Files to look at."));
}

void readOptions(OptionReader &options, Request &request)
{
    request.files = options.files();
    if (request.files.isEmpty())
        options.refuse(Text::tr("Say what to inspect: name the files after the command."));
}

int run(const Request &request)
{
    int code = ExitDone;
    for (const QString &file : request.files) {
        const auto inspection = withProgress(request, Text::tr("Reading"), [&file](Progress &progress) {
            return inspectFile(file, progress);
        });
        if (inspection)
            printInspection(*inspection);
        else
            code = fail(inspection.error(), ExitCouldNot);
    }
    return code;
}

} // namespace

CommandEntry inspectCommand()
{
    return {QStringLiteral("inspect"), Text::tr("Say what each file is and how it would be read."),
            &addOptions, &readOptions, &run};
}

} // namespace atlas::cli
