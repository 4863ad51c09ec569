#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

#include <vector>

namespace atlas::cli {

/// One thing that the program does, by its name on the command line.
struct CommandEntry
{
    QString name;
    QString summary; ///< one sentence, for the help
    void (*addOptions)(OptionSet &options);
    void (*readOptions)(OptionReader &options, Request &request);
    int (*run)(const Request &request);
};

CommandEntry tableCommand();
CommandEntry mapCommand();
CommandEntry compareCommand();
CommandEntry checkCommand();
CommandEntry inspectCommand();

/// All of them, in the order of the help.
std::vector<CommandEntry> allCommands();

} // namespace atlas::cli
