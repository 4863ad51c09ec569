#include "app/cli/command.h"
#include "app/cli/index_run.h"
#include "app/cli/plan_options.h"
#include "core/import/inspect_file.h"
#include "core/project/plan_object.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

/// "neet_rate: indicator, decimal comma, % (it holds numbers)"
QString columnText(const PlannedColumn &column)
{
    QStringList says = {columnRoleText(column.role)};
    if (column.decimalMark == DecimalMark::Comma)
        says << Text::tr("decimal commas");
    if (!column.unit.isEmpty())
        says << Text::tr("in %1").arg(column.unit);
    if (!column.isSure)
        says << Text::tr("not sure");
    return Text::tr("    %1: %2 (%3)\n", "column, what it is taken for, why")
        .arg(column.header, says.join(QStringLiteral(", ")), column.reason);
}

QJsonObject objectOf(const FileInspection &inspection)
{
    QJsonObject object = inspection.plan ? planObject(*inspection.plan) : QJsonObject();
    object[QStringLiteral("file")] = inspection.file;
    object[QStringLiteral("kind")] = fileKindWord(inspection.kind);
    object[QStringLiteral("facts")] = QJsonArray::fromStringList(inspection.facts);
    if (!inspection.sheets.isEmpty())
        object[QStringLiteral("sheets")] = QJsonArray::fromStringList(inspection.sheets);
    QJsonArray remarks;
    for (const Issue &issue : inspection.issues)
        remarks.append(issueLine(issue));
    object[QStringLiteral("remarks")] = remarks;
    return object;
}

void printInspection(const FileInspection &inspection)
{
    print(stdout,
          Text::tr("%1: %2\n", "file, what it is").arg(inspection.file, fileKindText(inspection.kind)));
    for (const QString &fact : inspection.facts)
        print(stdout, QStringLiteral("  ") + fact + QLatin1Char('\n'));
    if (inspection.plan)
        for (const PlannedColumn &column : inspection.plan->columns)
            print(stdout, columnText(column));
    for (const Issue &issue : inspection.issues)
        print(stdout, QStringLiteral("  ") + issueLine(issue) + QLatin1Char('\n'));
}

void addOptions(OptionSet &options)
{
    options.addFiles(Text::tr("FILE"), Text::tr("Files to look at."));
    options.startGroup(Text::tr("Output"));
    options.addSwitch(QStringLiteral("json"),
                      Text::tr("Print JSON, of which --plan reads the part on figures."));
    addPlanOptions(options);
}

void readOptions(OptionReader &options, Request &request)
{
    request.files = options.files();
    if (request.files.isEmpty())
        options.refuse(Text::tr("Say what to inspect: name the files after the command."));
    request.asJson = options.has("json");
    readPlanOptions(options, request.project.sources.plan);
}

int run(const Request &request)
{
    int code = ExitDone;
    QJsonArray objects;
    for (const QString &file : request.files) {
        const auto inspection = withProgress(request, Text::tr("Reading"), [&](Progress &progress) {
            return inspectFile(file, progress, request.project.sources.plan);
        });
        if (!inspection)
            code = fail(inspection.error(), ExitCouldNot);
        else if (request.asJson)
            objects.append(objectOf(*inspection));
        else
            printInspection(*inspection);
    }
    if (objects.size() == 1)
        print(stdout, QString::fromUtf8(QJsonDocument(objects[0].toObject()).toJson()));
    else if (!objects.isEmpty())
        print(stdout, QString::fromUtf8(QJsonDocument(objects).toJson()));
    return code;
}

} // namespace

CommandEntry inspectCommand()
{
    return {QStringLiteral("inspect"), Text::tr("Say what each file is and how it would be read."),
            &addOptions, &readOptions, &run};
}

} // namespace atlas::cli
