#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for random draws.
void addDrawOptions(OptionSet &options);
void readDrawOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
