#include "app/cli/run_command.h"

#include "app/cli/command_line.h"
#include "app/cli/index_run.h"
#include "app/cli/text.h"

#include <cstdio>
#include <new>

namespace atlas::cli {

namespace {

int answer(const QStringList &arguments)
{
    const Parsed parsed = parseCommandLine(arguments);
    if (const auto *refusal = std::get_if<Refusal>(&parsed))
        return fail(*refusal);
    if (const auto *request = std::get_if<Request>(&parsed))
        return request->run(*request);
    print(stdout, std::get<Information>(parsed).text);
    return ExitDone;
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
