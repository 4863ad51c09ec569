#include "bench/watched_window.h"

#include "bench/measuring.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

#include <chrono>
#include <cmath>

namespace atlas {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int notch = 120; // of a wheel, in eighths of a degree

double millisecondsBetween(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// Handles events until a time has come.
void handleEventsUntil(Clock::time_point time)
{
    const auto left = std::chrono::floor<std::chrono::milliseconds>(time - Clock::now());
    if (left.count() > 0) {
        QEventLoop loop;
        QTimer::singleShot(left, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }
    while (Clock::now() < time)
        QCoreApplication::processEvents();
}

} // namespace

bool PaintCounter::eventFilter(QObject *watched, QEvent *event)
{
    m_count += event->type() == QEvent::Paint ? 1 : 0;
    return QObject::eventFilter(watched, event);
}

WatchedWindow::WatchedWindow(MainWindow &window)
    : m_window(window), m_table(*window.findChild<AreaTableView *>()), m_mapPaints(window.map()),
      m_tablePaints(*m_table.viewport())
{
    QObject::connect(&map(), &MapWidget::settled, &map(), [this] { ++m_settled; });
}

void WatchedWindow::waitUntil(const std::function<bool()> &done, const char *what)
{
    const QDeadlineTimer deadline(60000);
    QTimer wakeUp; // where no event would
    wakeUp.start(1000);
    while (!done()) {
        if (deadline.hasExpired())
            giveUp(QStringLiteral("waited in vain for %1").arg(QLatin1String(what)));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

double WatchedWindow::until(const std::function<void()> &cause, const std::function<bool()> &done,
                            const char *what)
{
    return millisecondsOf([&] {
        cause();
        waitUntil(done, what);
    });
}

void WatchedWindow::enlargeMap(const QSize &size)
{
    constexpr QSize panelsAndTable(600, 700);
    map().setFixedSize(size);
    m_window.resize(size + panelsAndTable);
    waitUntil([&] { return map().visibleRegion().boundingRect().size() == size; }, "a large map");
}

void WatchedWindow::calmDown()
{
    model().document.now().shapes()->findDetail(); // waits for the one who is at it
    showAll();
}

double WatchedWindow::untilMapPainted(const std::function<void()> &cause)
{
    const int before = m_mapPaints.count();
    return until(
        cause, [&] { return m_mapPaints.count() > before; }, "a painted map");
}

double WatchedWindow::untilTablePainted(const std::function<void()> &cause)
{
    const int before = m_tablePaints.count();
    return until(
        cause, [&] { return m_tablePaints.count() > before; }, "a painted table");
}

WatchedWindow::MapAndAll WatchedWindow::untilAllDone(const std::function<void()> &cause)
{
    const int tableBefore = m_tablePaints.count();
    MapAndAll milliseconds;
    milliseconds.all = millisecondsOf([&] {
        milliseconds.map = untilMapPainted(cause);
        waitUntil([&] { return m_tablePaints.count() > tableBefore; }, "a painted table");
        handleEvents();
    });
    return milliseconds;
}

double WatchedWindow::untilSettled(const std::function<void()> &cause)
{
    int before = 0;
    return until(
        [&] {
            cause();
            before = m_settled; // of an older view, if the cause itself painted
        },
        [&] { return m_settled > before && map().isSettled(); }, "a settled map");
}

std::vector<double> WatchedWindow::untilMapPaintedAtPace(int count, const std::function<void(int)> &cause)
{
    constexpr std::chrono::milliseconds pace(8);
    std::vector<double> milliseconds;
    Clock::time_point due = Clock::now() + pace;
    for (int i = 0; i < count; ++i) {
        handleEventsUntil(due);
        untilMapPainted([&] { cause(i); });
        const Clock::time_point painted = Clock::now();
        milliseconds.push_back(millisecondsBetween(due, painted));
        due = std::max(due + pace, painted);
    }
    return milliseconds;
}

void WatchedWindow::sendMouse(QEvent::Type type, QPointF place, Qt::MouseButton button,
                              Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers)
{
    QMouseEvent event(type, place, map().mapToGlobal(place), button, buttons, modifiers);
    QCoreApplication::sendEvent(&map(), &event);
}

void WatchedWindow::moveMouse(QPointF place, Qt::MouseButtons buttons)
{
    sendMouse(QEvent::MouseMove, place, Qt::NoButton, buttons);
}

void WatchedWindow::press(QPointF place, Qt::KeyboardModifiers modifiers)
{
    sendMouse(QEvent::MouseButtonPress, place, Qt::LeftButton, Qt::LeftButton, modifiers);
}

void WatchedWindow::release(QPointF place, Qt::KeyboardModifiers modifiers)
{
    sendMouse(QEvent::MouseButtonRelease, place, Qt::LeftButton, Qt::NoButton, modifiers);
}

void WatchedWindow::turnWheel(QPointF place, int eighthsOfDegree)
{
    QWheelEvent event(place, map().mapToGlobal(place), {}, {0, eighthsOfDegree}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map(), &event);
}

void WatchedWindow::settle()
{
    map().update();
    waitUntil([this] { return map().isSettled(); }, "a settled map");
    QCoreApplication::processEvents();
}

void WatchedWindow::handleEvents()
{
    QCoreApplication::processEvents();
}

void WatchedWindow::showAll()
{
    map().fit();
    settle();
}

/// What a notch of the wheel magnifies by: the map's own business, so it is tried rather than assumed.
double WatchedWindow::wheelStep()
{
    if (m_wheelStep == 0) {
        const double before = map().viewport().pixelsPerMetre();
        turnWheel(map().rect().toRectF().center(), notch);
        m_wheelStep = map().viewport().pixelsPerMetre() / before;
        turnWheel(map().rect().toRectF().center(), -notch);
    }
    return m_wheelStep;
}

void WatchedWindow::zoomAbout(QPointF place, double factor)
{
    turnWheel(place, static_cast<int>(std::lround(std::log(factor) / std::log(wheelStep()) * notch)));
}

void WatchedWindow::showMiddle(double factor)
{
    map().fit();
    const QPointF middle = map().rect().toRectF().center();
    const QRectF extent = model().document.now().dataset()->boundaries->extent();
    const QPointF place = map().viewport().toScreen(extent.center());
    press(place);
    moveMouse(place + QPointF(100, 0), Qt::LeftButton); // far enough to be a drag
    moveMouse(middle, Qt::LeftButton);
    release(middle);
    const double scale = std::min(map().width() / extent.width(), map().height() / extent.height()) / 1.05;
    zoomAbout(middle, factor * scale / map().viewport().pixelsPerMetre());
    settle();
}

} // namespace atlas
