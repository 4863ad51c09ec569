#pragma once

#include "app/map/map_widget.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_view.h"

#include <QEvent>
#include <QObject>

#include <functional>
#include <vector>

namespace atlas {

/// Counts the paint events of a widget.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }

    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_count = 0;
};

/// The program's window, the events that a hand would cause, and the time until they are answered on screen.
/// Whatever is not answered within a minute ends the program.
class WatchedWindow
{
public:
    explicit WatchedWindow(MainWindow &window);

    AtlasModel &model() { return m_window.model(); }
    MapWidget &map() { return m_window.map(); }
    AreaTableView &table() { return m_table; }

    void enlargeMap(const QSize &size);
    /// Shows all areas once nothing is being worked out in the background any more.
    void calmDown();

    /// Milliseconds from before `cause` until what it changed is on screen.
    double untilMapPainted(const std::function<void()> &cause);
    double untilTablePainted(const std::function<void()> &cause);
    /// The same, and until map and table are painted and no event is left to be handled.
    struct MapAndAll
    {
        double map = 0;
        double all = 0;
    };
    MapAndAll untilAllDone(const std::function<void()> &cause);
    /// ... until the map is drawn sharp for exactly the view it shows.
    double untilSettled(const std::function<void()> &cause);

    /// Causes `count` frames, one every 8 ms as a mouse does, and returns the milliseconds of each. They
    /// count from when the hand would have moved, so that a window that is busy then is late.
    std::vector<double> untilMapPaintedAtPace(int count, const std::function<void(int)> &cause);

    void moveMouse(QPointF place, Qt::MouseButtons buttons = Qt::NoButton);
    void press(QPointF place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void release(QPointF place, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void turnWheel(QPointF place, int eighthsOfDegree);

    void handleEvents(); ///< that are there
    void showAll();      ///< at full extent, drawn and settled
    /// Shows the middle of all areas in the middle of the map, so many times larger than when all of them
    /// have 5 % to spare, drawn and settled: the views in which the peers are measured.
    void showMiddle(double factor);
    /// Magnifies with the wheel.
    void zoomAbout(QPointF place, double factor);

private:
    void settle();
    double wheelStep();
    void waitUntil(const std::function<bool()> &done, const char *what);
    double until(const std::function<void()> &cause, const std::function<bool()> &done, const char *what);
    void sendMouse(QEvent::Type type, QPointF place, Qt::MouseButton button, Qt::MouseButtons buttons,
                   Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    MainWindow &m_window;
    AreaTableView &m_table;
    PaintCounter m_mapPaints;
    PaintCounter m_tablePaints;
    int m_settled = 0; ///< how often the map has said so
    double m_wheelStep = 0;
};

} // namespace atlas
