#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

#include <vector>

namespace atlas::cli {

/// Something the program does, under its name on the command line.
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

/// All commands, in the order the help lists them.
std::vector<CommandEntry> allCommands();

} // namespace atlas::cli
