#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options that change figures.
void addIndexOptions(OptionSet &options);

/// Reads a method file. If it cannot be read, returns nothing and `options` holds the reason.
std::optional<Method> readMethodAt(OptionReader &options, const QString &path);

/// Reads the options into a request: first the method file, then whatever the command line overrides.
void readIndexOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
