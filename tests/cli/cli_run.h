#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace atlas::test {

/// What a run of the command-line program left behind besides files.
struct CliRun
{
    int exitCode = -1; ///< -1 when it did not end by itself
    QByteArray out;
    QByteArray err;

    QStringList errorLines() const;
};

/// The path of the program.
QString cliProgram();

struct CliSurroundings
{
    QString folder;                      ///< where it runs
    QStringList variables = {};          ///< "LANG=C": beside PATH and HOME
    std::optional<int> fileLimit = {};   ///< bytes that a file may grow to
    std::optional<int> killedAfter = {}; ///< milliseconds after which it is killed, unless it has ended
    QString output = {};                 ///< a file that takes standard output, as after >
};

/// Runs disengagement-atlas-cli as a bare system would: no display, no session, no language.
CliRun runCli(const QStringList &arguments, const CliSurroundings &surroundings);
/// The same with arguments between spaces.
CliRun runCli(const QString &line, const CliSurroundings &surroundings);
/// The same for what must go well without a word on standard error; a warning says when it did not.
CliRun runCliWell(const QString &line, const CliSurroundings &surroundings);

} // namespace atlas::test
