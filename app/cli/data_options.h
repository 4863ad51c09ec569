#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for what is read, be it a project or single files, and for what happens to remarks.
void addDataOptions(OptionSet &options);
void readDataOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
