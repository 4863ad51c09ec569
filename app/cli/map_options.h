#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for what a map shows, how it looks and how large it is.
void addMapOptions(OptionSet &options);
void readMapOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
