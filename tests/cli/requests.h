#pragma once

#include "app/cli/command_line.h"

#include <QtGlobal>

#include <variant>

namespace atlas::test {

/// The arguments that a shell makes of a line.
inline QStringList words(const QString &line)
{
    return line.split(' ', Qt::SkipEmptyParts);
}

/// The request that a command line makes; what is wrong with it goes to the test log.
inline cli::Request requestOf(const QString &line)
{
    const cli::Parsed parsed = cli::parseCommandLine(words(line));
    if (const auto *refusal = std::get_if<cli::Refusal>(&parsed))
        qWarning("%s", qPrintable(refusal->error.message));
    const auto *request = std::get_if<cli::Request>(&parsed);
    return request ? *request : cli::Request{};
}

} // namespace atlas::test
