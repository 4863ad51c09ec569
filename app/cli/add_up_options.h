#pragma once

#include "app/cli/option_reader.h"
#include "app/cli/option_set.h"
#include "core/dataset/load_dataset.h"

namespace atlas::cli {

/// Options for adding figures of smaller areas up to those of larger ones.
void addAddUpOptions(OptionSet &options);
void readAddUpOptions(OptionReader &options, DataSources &sources);

} // namespace atlas::cli
