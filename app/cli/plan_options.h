#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

namespace atlas::cli {

/// Options for how figures are read, in place of what is found out.
void addPlanOptions(OptionSet &options);
void readPlanOptions(OptionReader &options, ImportPlan &plan);

} // namespace atlas::cli
