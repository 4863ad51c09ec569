#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

#include <QString>
#include <QStringList>

namespace atlas::cli {

/// The file that a command writes.
struct OutFile
{
    QString what;        ///< as a sentence begins: "The table"
    QStringList endings; ///< "png", "svg" ...
};

/// --out, in a group of its own. Whoever reads it refuses a command line that does not say where to write, or
/// that gives the file another ending.
void addOut(OptionSet &options, const OutFile &out);
void readOut(OptionReader &options, Request &request, const OutFile &out);

/// The --out of the commands that write tables.
OutFile tableOut();

} // namespace atlas::cli
