#pragma once

#include <QPointer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace atlas {

/// One stop of a tour: a part of the window, and what it is for.
struct TourStop
{
    std::function<QWidget *()> part; ///< null or hidden: the stop is passed over
    QString title;
    QString text;
    std::function<void()> prepare = {}; ///< brings the part into sight
};

/// Walks somebody through the parts of a window: each stop leaves its part in the light, dims the rest, and
/// says what the part is for. Can be left at any time, and taken up where it was left.
class Tour : public QWidget
{
    Q_OBJECT

public:
    Tour(QWidget &window, std::vector<TourStop> stops);

    void start(int stop);
    int stop() const { return m_stop; }
    int stopCount() const { return static_cast<int>(m_stops.size()); }

signals:
    /// It was left at this stop, or seen to its end (-1).
    void ended(int stop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void go(int stop, int step);
    void end(int stop);
    void place();
    QRect light() const;

    QWidget &m_window;
    std::vector<TourStop> m_stops;
    int m_stop = 0;
    QPointer<QWidget> m_part;
    QPointer<QWidget> m_before; ///< what had the focus
    QTimer m_moved;             ///< runs while the window lays itself out
    QWidget *m_bubble;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_count;
    QPushButton *m_leave;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace atlas
