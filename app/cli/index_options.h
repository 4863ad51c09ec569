#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// The options that change figures.
void addIndexOptions(OptionSet &options);

/// Reads a method file; nothing, and the options say why, when it cannot be read.
std::optional<Method> readMethodAt(OptionReader &options, const QString &path);

/// Reads them into a request: those of its method file first, then what the command line says instead.
void readIndexOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
