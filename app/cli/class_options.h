#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for how values are cut into classes.
void addClassOptions(OptionSet &options);
void readClassOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
