#include "app/shell/tour.h"

#include "app/widgets/title_font.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas {

namespace {

constexpr int margin = 12;
constexpr int bubbleWidth = 340;

/// The keys that lead through a tour.
bool isOurs(int key)
{
    return key == Qt::Key_Escape || key == Qt::Key_Right || key == Qt::Key_Left;
}

} // namespace

Tour::Tour(QWidget &window, std::vector<TourStop> stops)
    : QWidget(&window), m_window(window), m_stops(std::move(stops)), m_bubble(new QFrame(this)),
      m_title(new QLabel(m_bubble)), m_text(new QLabel(m_bubble)), m_count(new QLabel(m_bubble)),
      m_leave(new QPushButton(tr("Leave the tour"), m_bubble)), m_back(new QPushButton(tr("Back"), m_bubble)),
      m_next(new QPushButton(m_bubble))
{
    setObjectName(QStringLiteral("tour"));
    setFocusPolicy(Qt::StrongFocus);
    m_bubble->setAutoFillBackground(true);
    m_bubble->setBackgroundRole(QPalette::Base);
    m_bubble->setFixedWidth(bubbleWidth);
    makeTitle(*m_title, 1.25);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_back->setObjectName(QStringLiteral("tourBack"));
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_leave->setObjectName(QStringLiteral("tourLeave"));
    m_leave->setToolTip(tr("Help > Tour takes it up again here (Esc)"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_count, 1);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *rows = new QVBoxLayout(m_bubble);
    rows->setContentsMargins(16, 14, 16, 14);
    rows->addWidget(m_title);
    rows->addWidget(m_text);
    rows->addSpacing(6);
    rows->addLayout(buttons);
    connect(m_leave, &QPushButton::clicked, this, [this] { end(m_stop); });
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_stop - 1, -1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_stop + 1, 1); });
    m_moved.setSingleShot(true);
    connect(&m_moved, &QTimer::timeout, this, &Tour::place);
    window.installEventFilter(this);
    for (QPushButton *button : {m_leave, m_back, m_next})
        button->installEventFilter(this); // for the keys
    hide();
}

void Tour::start(int stop)
{
    m_before = m_window.focusWidget();
    show();
    raise();
    go(std::clamp(stop, 0, stopCount() - 1), 1);
}

/// Goes on by `step` past stops whose part is not there.
void Tour::go(int stop, int step)
{
    for (; stop >= 0 && stop < stopCount(); stop += step) {
        const TourStop &next = m_stops[static_cast<size_t>(stop)];
        if (next.prepare)
            next.prepare();
        QWidget *part = next.part();
        if (!part || !part->isVisible())
            continue;
        m_stop = stop;
        m_part = part;
        m_title->setText(next.title);
        m_text->setText(next.text);
        m_count->setText(tr("%1 of %2").arg(stop + 1).arg(stopCount()));
        m_back->setEnabled(stop > 0);
        m_next->setText(stop + 1 == stopCount() ? tr("Finish") : tr("Next"));
        m_next->setDefault(true);
        place();
        m_next->setFocus(Qt::OtherFocusReason);
        setAccessibleName(next.title);
        setAccessibleDescription(next.text);
        m_next->setAccessibleDescription(next.title + QStringLiteral(". ") + next.text);
        return;
    }
    if (step > 0)
        end(-1);
}

void Tour::end(int stop)
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    emit ended(stop);
}

QRect Tour::light() const
{
    return m_part ? QRect(m_part->mapTo(&m_window, QPoint()), m_part->size())
                        .adjusted(-3, -3, 3, 3)
                        .intersected(rect())
                  : QRect();
}

/// The bubble stands beside its part, on the side with the most room, and inside the window in any case.
void Tour::place()
{
    setGeometry(m_window.rect());
    m_bubble->resize(bubbleWidth, m_bubble->heightForWidth(bubbleWidth));
    m_bubble->adjustSize();
    const QRect part = light();
    const QSize size = m_bubble->size();
    QPoint at(part.center().x() - size.width() / 2, part.center().y() - size.height() / 2);
    const int right = width() - part.right();
    const int below = height() - part.bottom();
    if (std::max(right, part.left()) > size.width() + 2 * margin)
        at.setX(right >= part.left() ? part.right() + margin : part.left() - margin - size.width());
    else if (std::max(below, part.top()) > size.height() + 2 * margin)
        at.setY(below >= part.top() ? part.bottom() + margin : part.top() - margin - size.height());
    m_bubble->move(std::clamp(at.x(), margin, std::max(margin, width() - size.width() - margin)),
                   std::clamp(at.y(), margin, std::max(margin, height() - size.height() - margin)));
    update();
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    auto *press = dynamic_cast<QKeyEvent *>(event);
    if (press && watched != &m_window && isOurs(press->key())) {
        if (press->type() == QEvent::KeyPress)
            keyPressEvent(press);
        press->accept(); // Esc means something else without a tour
        return true;
    }
    if (!event)
        return false;
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (watched == &m_window && isVisible() && moves)
        m_moved.start(); // parts stand where they belong once the event has been dealt with
    return QWidget::eventFilter(watched, event);
}

void Tour::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QPainterPath dim;
    dim.addRect(rect());
    QPainterPath hole;
    constexpr double radius = 4;
    hole.addRoundedRect(light(), radius, radius);
    constexpr QColor shade(0x12, 0x0e, 0x1a, 150);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(dim.subtracted(hole), shade);
    constexpr double width = 2;
    painter.setPen(QPen(palette().color(QPalette::Highlight).lighter(), width));
    painter.drawPath(hole);
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        end(m_stop);
        break;
    case Qt::Key_Right:
        go(m_stop + 1, 1);
        break;
    case Qt::Key_Left:
        go(m_stop - 1, -1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Tab stays among the buttons of the tour.
bool Tour::focusNextPrevChild(bool next)
{
    std::vector<QPushButton *> ring;
    for (QPushButton *button : {m_leave, m_back, m_next})
        if (button->isEnabled())
            ring.push_back(button);
    const auto now = std::find(ring.begin(), ring.end(), m_window.focusWidget());
    const size_t place = now == ring.end() ? 0 : static_cast<size_t>(now - ring.begin());
    ring[(place + (next ? 1 : ring.size() - 1)) % ring.size()]->setFocus(Qt::TabFocusReason);
    return true;
}

/// What is dimmed cannot be clicked.
void Tour::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace atlas
