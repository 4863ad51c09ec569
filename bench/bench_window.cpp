// Measures inside the real window; run_bench.py starts it and reads what it prints.
//
//     bench_window [--boundaries FILE --indicators FILE] [--window WxH] [--map WxH] [MEASUREMENT[=TIMES]...]
//
// Prints "painted" once the map with the data is painted (the built-in data unless others are named), takes
// the measurements, and quits. `--versions` prints the versions of Qt and GDAL instead.

#include "app/state/app_theme.h"
#include "bench/measuring.h"
#include "bench/watched_window.h"
#include "bench/window_measurements.h"
#include "core/common/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTimer>

#include <gdal.h>

#include <clocale>
#include <cstdio>

namespace atlas {

namespace {

struct Order
{
    DataSources sources = builtInSources();
    QSize window; ///< empty: as the program makes it
    QSize map;    ///< empty: as the window makes it
    std::vector<Measurement> measurements;
};

/// Of "1600x1200".
QSize sizeOf(const QString &text)
{
    return {text.section(QLatin1Char('x'), 0, 0).toInt(), text.section(QLatin1Char('x'), 1).toInt()};
}

Order orderOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto add = [&parser](const char *name) {
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("value")});
    };
    for (const char *name : {"boundaries", "indicators", "window", "map"})
        add(name);
    if (!parser.parse(arguments))
        giveUp(parser.errorText());
    Order order;
    if (parser.isSet(QStringLiteral("boundaries"))) {
        order.sources = DataSources();
        order.sources.boundaries = parser.value(QStringLiteral("boundaries"));
        order.sources.indicators = parser.value(QStringLiteral("indicators"));
    }
    order.window = sizeOf(parser.value(QStringLiteral("window")));
    order.map = sizeOf(parser.value(QStringLiteral("map")));
    order.measurements = measurementsOf(parser.positionalArguments(), windowMeasurements());
    return order;
}

void carryOut(const Order &order, MainWindow &mainWindow)
{
    std::puts("painted");
    std::fflush(stdout);
    if (order.measurements.empty())
        return;
    WatchedWindow window(mainWindow);
    if (!order.map.isEmpty())
        window.enlargeMap(order.map);
    window.calmDown();
    for (const Measurement &measurement : order.measurements)
        measure(window, measurement);
}

/// Starts the program as app/main.cpp does, and goes on once the map with data is painted.
int runWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QCoreApplication::setOrganizationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("disengagement-atlas"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Disengagement Atlas"));
    const Order order = orderOf(QCoreApplication::arguments());
    installTranslations(QLocale());
    applyStyle();
    MainWindow window(order.sources);
    if (!order.window.isEmpty())
        window.resize(order.window);
    // Only once the paint event is over has the window been shown in full.
    QObject::connect(
        &window.map(), &MapWidget::painted, &window,
        [&] {
            QTimer::singleShot(0, &window, [&] {
                carryOut(order, window);
                QCoreApplication::quit();
            });
        },
        Qt::SingleShotConnection);
    QTimer watch; // for message boxes, which nobody answers here
    watch.callOnTimeout([] {
        if (const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()))
            giveUp(box->text());
    });
    watch.start(1000);
    window.show();
    return QApplication::exec();
}

} // namespace

} // namespace atlas

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--versions")
        return std::printf("Qt %s\nGDAL %s\n", qVersion(), GDALVersionInfo("RELEASE_NAME")) > 0 ? 0 : 1;
    return atlas::runWindow(argc, argv);
}
