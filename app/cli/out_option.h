#pragma once

#include "app/cli/command_line.h"
#include "app/cli/option_reader.h"

#include <QString>
#include <QStringList>

namespace atlas::cli {

/// The file a command writes.
struct OutFile
{
    QString what;        ///< as at the start of a sentence: "The table"
    QStringList endings; ///< "png", "svg" ...
};

/// --out, in a group of its own. readOut() refuses a command line that does not say where to write, or that
/// gives the file another ending.
void addOut(OptionSet &options, const OutFile &out);
void readOut(OptionReader &options, Request &request, const OutFile &out);

/// The --out of commands that write tables.
OutFile tableOut();

} // namespace atlas::cli
