#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// The options that say what is read: a project, or single files; and what becomes of remarks.
void addDataOptions(OptionSet &options);
void readDataOptions(OptionReader &options, Request &request);

} // namespace atlas::cli
