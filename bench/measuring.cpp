#include "bench/measuring.h"

#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>

namespace atlas {

std::vector<Measurement> measurementsOf(const QStringList &arguments,
                                        const std::map<QString, int> &usualTimes)
{
    std::vector<Measurement> measurements;
    for (const QString &argument : arguments) {
        const QString name = argument.section(QLatin1Char('='), 0, 0);
        const QString times = argument.section(QLatin1Char('='), 1);
        const auto usual = usualTimes.find(name);
        if (usual == usualTimes.end())
            giveUp(QStringLiteral("there is no measurement \"%1\"").arg(name));
        measurements.push_back({name, times.isEmpty() ? usual->second : times.toInt()});
    }
    return measurements;
}

void printFigure(const char *name, double value)
{
    std::printf("%s %.6g\n", name, value);
    std::fflush(stdout);
}

void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace atlas
