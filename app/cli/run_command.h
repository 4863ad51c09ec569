#pragma once

#include <QStringList>

namespace atlas::cli {

/// Runs what the arguments (after the program's name) ask for and returns the exit code. Results go to files,
/// or to standard output for `check`, help and version; remarks and errors go to standard error.
int runCommand(const QStringList &arguments);

} // namespace atlas::cli
