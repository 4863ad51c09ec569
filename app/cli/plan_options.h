#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for how figures are read, in place of what is found out.
void addPlanOptions(OptionSet &options);
/// Also takes from plans how boundaries are read, as far as no option of its own says so.
void readPlanOptions(OptionReader &options, DataSources &sources);

} // namespace atlas::cli
