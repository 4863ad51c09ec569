// Measures inside the real window; run_bench.py starts it and reads what it prints.
//
//     bench_window --first-paint   a line once the map with the built-in data is painted, then it quits
//     bench_window --toggles N     the milliseconds of each of N toggles of an indicator, one a line
//     bench_window --versions      the versions of Qt and GDAL, one a line

#include "app/main_window.h"
#include "app/map/map_widget.h"
#include "app/state/app_theme.h"
#include "app/table/area_table_view.h"
#include "core/common/translations.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <gdal.h>

#include <clocale>
#include <cstdio>
#include <functional>

namespace atlas {

namespace {

/// Counts the paint events of a widget.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }

    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// The settings before and after each toggle: one indicator after another is switched off and on again, so
/// that every toggle changes scores, ranks, classes and the order of the table.
IndexSettings settingsOfToggle(const Dataset &dataset, int toggle)
{
    IndexSettings settings;
    const auto count = static_cast<int>(dataset.indicatorCount());
    if (toggle % 2 == 0)
        settings.excluded.insert(dataset.indicator(static_cast<size_t>(toggle / 2 % count)).code);
    return settings;
}

/// Milliseconds from the new settings until map and table are painted anew and nothing is left to be done;
/// negative if they are not painted within five seconds.
double measureToggle(AtlasState &state, const IndexSettings &settings, const PaintCounter &map,
                     const PaintCounter &table)
{
    const int mapBefore = map.count();
    const int tableBefore = table.count();
    const QDeadlineTimer deadline(5000);
    QElapsedTimer timer;
    timer.start();
    state.setIndexSettings(settings);
    do
        QCoreApplication::processEvents();
    while ((map.count() == mapBefore || table.count() == tableBefore) && !deadline.hasExpired());
    QCoreApplication::processEvents();
    return deadline.hasExpired() ? -1 : static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

int measureToggles(MainWindow &window, int toggles)
{
    const PaintCounter map(window.map());
    const PaintCounter table(*window.findChild<AreaTableView *>()->viewport());
    for (int toggle = 0; toggle < toggles; ++toggle) {
        const IndexSettings settings = settingsOfToggle(*window.state().dataset(), toggle);
        const double milliseconds = measureToggle(window.state(), settings, map, table);
        if (milliseconds < 0) {
            std::fputs("bench_window: map and table were not painted after a toggle\n", stderr);
            return 1;
        }
        std::printf("%.3f\n", milliseconds);
    }
    return 0;
}

int sayPainted()
{
    std::puts("painted");
    std::fflush(stdout);
    return 0;
}

/// Starts the program as app/main.cpp does, waits for the map with data, and does `measure`.
int runWindow(int argc, char *argv[], const std::function<int(MainWindow &)> &measure)
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QCoreApplication::setOrganizationName(QStringLiteral("disengagement-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("disengagement-atlas"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Disengagement Atlas"));
    installTranslations(QLocale());
    applyStyle();
    MainWindow window;
    // Only once the paint event is over has the window been shown in full.
    QObject::connect(
        &window.map(), &MapWidget::painted, &window,
        [&] { QTimer::singleShot(0, &window, [&] { QCoreApplication::exit(measure(window)); }); },
        Qt::SingleShotConnection);
    window.show();
    return QApplication::exec();
}

int sayUsage()
{
    std::fputs("Usage: bench_window --first-paint | --toggles N | --versions\n", stderr);
    return 2;
}

} // namespace

} // namespace atlas

int main(int argc, char *argv[])
{
    using namespace atlas;
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode == "--first-paint")
        return runWindow(argc, argv, [](MainWindow &) { return sayPainted(); });
    if (mode == "--toggles" && argc > 2) {
        const int toggles = QByteArray(argv[2]).toInt();
        return runWindow(argc, argv,
                         [toggles](MainWindow &window) { return measureToggles(window, toggles); });
    }
    if (mode == "--versions")
        return std::printf("Qt %s\nGDAL %s\n", qVersion(), GDALVersionInfo("RELEASE_NAME")) > 0 ? 0 : 1;
    return sayUsage();
}
