#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace atlas {

/// A measurement asked for on the command line: `NAME` or `NAME=TIMES`.
struct Measurement
{
    QString name;
    int times = 0;
};

/// Reads what was asked for; `usualTimes` names every measurement that there is. Ends the program when one is
/// asked for that is not there.
std::vector<Measurement> measurementsOf(const QStringList &arguments,
                                        const std::map<QString, int> &usualTimes);

/// One figure a line, as run_bench.py reads it.
void printFigure(const char *name, double value);

/// Ends the program: a figure that cannot be had is missing, never made up.
[[noreturn]] void giveUp(const QString &why);

double millisecondsOf(const std::function<void()> &work);

} // namespace atlas
