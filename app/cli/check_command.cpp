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

Result<Issues> writeNothing(const Request &, const Dataset &, const IndexResult &, const Choices &)
{
    return Issues();
}

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

int run(const Request &request)
{
    return runWithIndex(request, {}, &writeNothing);
}

} // namespace

CommandEntry checkCommand()
{
    return {QStringLiteral("check"), Text::tr("Read everything and print the remarks."), &addOptions,
            &readOptions, &run};
}

} // namespace atlas::cli
