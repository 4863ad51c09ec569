#include "tests/cli/cli_run.h"

#include "tests/support/file_size_limit.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace atlas::test {

namespace {

QProcessEnvironment environmentWith(const QStringList &variables)
{
    static const QTemporaryDir home; // one for all runs, so that fonts are looked for once
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    // Besides what every program gets: how a sanitizer that is built in reports.
    for (const char *name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (own.contains(name))
            environment.insert(name, own.value(name));
    environment.insert("HOME", home.path());
    for (const QString &variable : variables)
        environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    return environment;
}

} // namespace

QString cliProgram()
{
    return QStringLiteral(ATLAS_CLI);
}

QStringList CliRun::errorLines() const
{
    return QString::fromUtf8(err).split('\n', Qt::SkipEmptyParts);
}

CliRun runCli(const QStringList &arguments, const CliSurroundings &surroundings)
{
    QProcess process;
    process.setProgram(ATLAS_CLI);
    process.setArguments(arguments);
    process.setWorkingDirectory(surroundings.folder);
    process.setProcessEnvironment(environmentWith(surroundings.variables));
    process.setChildProcessModifier([&surroundings] {
        if (surroundings.fileLimit)
            limitFileSize(static_cast<rlim_t>(*surroundings.fileLimit));
    });
    if (!surroundings.output.isEmpty())
        process.setStandardOutputFile(surroundings.output, QIODevice::Append);
    process.start();
    process.closeWriteChannel();
    constexpr int longest = 120'000;
    const bool finished = process.waitForFinished(surroundings.killedAfter.value_or(longest));
    if (!finished) {
        process.kill();
        process.waitForFinished(longest);
    }
    const bool ended = finished && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

CliRun runCli(const QString &line, const CliSurroundings &surroundings)
{
    return runCli(line.split(' ', Qt::SkipEmptyParts), surroundings);
}

CliRun runCliWell(const QString &line, const CliSurroundings &surroundings)
{
    CliRun run = runCli(line, surroundings);
    if (run.exitCode != 0 || !run.err.isEmpty())
        qWarning("%s gave %d: %s", qPrintable(line), run.exitCode, run.err.constData());
    return run;
}

} // namespace atlas::test
