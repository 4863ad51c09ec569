#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/index_options.h"
#include "app/cli/index_run.h"

#include <QCoreApplication>

namespace atlas::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

void addOptions(OptionSet &options)
{
    addDataOptions(options);
    addIndexOptions(options);
}

void readOptions(OptionReader &options, Request &request)
{
    readDataOptions(options, request);
    readIndexOptions(options, request);
}

int runCheck(const Request &request)
{
    const auto run = runIndex(request, {});
    if (const auto *refusal = std::get_if<Refusal>(&run))
        return fail(*refusal);
    return finish(request, std::get<IndexRun>(run), {}, Issues());
}

} // namespace

CommandEntry checkCommand()
{
    return {QStringLiteral("check"), Text::tr("Read everything and print the remarks."), &addOptions,
            &readOptions, &runCheck};
}

} // namespace atlas::cli
