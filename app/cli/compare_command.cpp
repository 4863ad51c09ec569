#include "app/cli/class_options.h"
#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/index_options.h"
#include "app/cli/index_run.h"
#include "app/cli/out_option.h"
#include "app/cli/text.h"
#include "core/common/files.h"
#include "core/index/compare_ranks.h"
#include "core/project/method_check.h"
#include "core/project/method_file.h"

namespace atlas::cli {

namespace {

/// Two methods side by side on the same data; the first is the one the other options describe.
Result<Issues> writeComparison(const Request &request, const IndexRun &run)
{
    const auto &[dataset, choices, first, issues] = run;
    Choices others = choices;
    others.index = request.comparedWith->choices.index;
    others.scheme = request.comparedWith->choices.indexScheme();
    others.shown = indexCode;
    if (const auto fits = checkMethod(others.index, *dataset); !fits)
        return inFile(request.comparedFile, fits.error());
    const IndexResult second = computeIndex(*dataset, others.index);
    if (second.refusal)
        return *second.refusal;
    const Table table = comparisonTable(dataset, {&first, choices.indexScheme()}, {&second, others.scheme});
    const std::vector<Method> methods = {methodOf(choices, request.looks(), *dataset, first),
                                         methodOf(others, request.looks(), *dataset, second)};
    if (const auto done = writeTableAndMethods(table, methods, request.out); !done)
        return done.error();
    return Issues();
}

void addOptionsOfCompare(OptionSet &options)
{
    addOut(options, tableOut());
    options.addValue(QStringLiteral("with"), Text::tr("file"),
                     Text::tr("Method file to compare with the method of the other options."));
    addDataOptions(options);
    addIndexOptions(options);
    addClassOptions(options);
}

void readOptionsOfCompare(OptionReader &options, Request &request)
{
    readDataOptions(options, request);
    readIndexOptions(options, request);
    readClassOptions(options, request);
    request.comparedFile = options.text("with");
    if (options.has("with"))
        request.comparedWith = readMethodAt(options, options.text("with"));
    else
        options.refuse(Text::tr("Say what to compare with: add --with and a method file."));
    readOut(options, request, tableOut());
}

int runCompare(const Request &request)
{
    const QStringList outputs = {request.out, methodPathOf(request.out, QStringLiteral("a")),
                                 methodPathOf(request.out, QStringLiteral("b"))};
    const auto run = runIndex(request, outputs);
    if (const auto *refusal = std::get_if<Refusal>(&run))
        return fail(*refusal);
    const auto &index = std::get<IndexRun>(run);
    return finish(request, index, outputs, writeComparison(request, index));
}

} // namespace

CommandEntry compareCommand()
{
    return {QStringLiteral("compare"), Text::tr("Write the ranks by two methods as CSV."),
            &addOptionsOfCompare, &readOptionsOfCompare, &runCompare};
}

} // namespace atlas::cli
