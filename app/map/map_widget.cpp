#include "app/map/map_widget.h"

#include "app/state/atlas_state.h"
#include "app/widgets/area_summary.h"
#include "app/widgets/data_text.h"
#include "core/boundaries/compass.h"
#include "core/render/map_painter.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace atlas {

namespace {

std::optional<CompassPoint> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return CompassPoint::North;
    case Qt::Key_Right:
        return CompassPoint::East;
    case Qt::Key_Down:
        return CompassPoint::South;
    case Qt::Key_Left:
        return CompassPoint::West;
    default:
        return {};
    }
}

} // namespace

MapWidget::MapWidget(AtlasState &state, QWidget *parent) : MapView(state, parent)
{
    setObjectName(QStringLiteral("map"));
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QString MapWidget::toolTipOf(size_t area) const
{
    return plainToolTip(areaText(state(), area, locale()));
}

void MapWidget::takeDataset()
{
    m_keyboardArea.reset();
    dropPress();
    MapView::takeDataset();
}

void MapWidget::paintHighlights(QPainter &painter)
{
    MapView::paintHighlights(painter);
    if (m_keyboardArea && hasFocus() && !state().isSelected(*m_keyboardArea))
        paintHighlight(painter, *scene(), viewport(), *m_keyboardArea, scene()->colours.hover, 2);
}

void MapWidget::paintOverlay(QPainter &painter)
{
    if (m_rectangle) {
        QColor wash = scene()->colours.selected;
        painter.setPen(QPen(wash, 1, Qt::DashLine));
        wash.setAlpha(40);
        painter.setBrush(wash);
        painter.drawRect(*m_rectangle);
        painter.setBrush(Qt::NoBrush);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

bool MapWidget::event(QEvent *event)
{
    const auto *help = dynamic_cast<const QHelpEvent *>(event);
    if (help && help->type() == QEvent::ToolTip) {
        if (const auto area = areaAt(help->pos()))
            QToolTip::showText(help->globalPos(), toolTipOf(*area), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void MapWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    m_pressedView = viewport();
    m_rectangle.reset();
    m_pressedForRectangle = event->modifiers().testFlag(Qt::ShiftModifier);
}

/// Ends a drag or a rectangle without doing anything.
void MapWidget::dropPress()
{
    m_pressedAt.reset();
    m_rectangle.reset();
    m_dragging = false;
    unsetCursor();
    update();
}

void MapWidget::pointAt(QPointF place, QPoint global)
{
    const auto area = areaAt(place);
    state().setHovered(area);
    if (area)
        QToolTip::showText(global + QPoint(4, 4), toolTipOf(*area), this);
    else
        QToolTip::hideText();
}

void MapWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt && !event->buttons().testFlag(Qt::LeftButton)) // the release went to another window
        dropPress();
    if (!m_pressedAt) {
        pointAt(event->position(), event->globalPosition().toPoint());
        return;
    }
    if (m_pressedForRectangle) {
        dragRectangle(event->position());
        return;
    }
    const QPointF offset = event->position() - *m_pressedAt;
    if (!m_dragging && offset.manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
        QToolTip::hideText();
    }
    if (m_dragging)
        panByHand(m_pressedView, offset);
}

void MapWidget::dragRectangle(QPointF corner)
{
    if (m_dragging)
        return;
    if (!m_rectangle && (corner - *m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_rectangle = QRectF(*m_pressedAt, corner).normalized();
    setCursor(Qt::CrossCursor);
    QToolTip::hideText();
    update();
}

/// Selects what the rectangle touches, and keeps what was selected when Control is held too.
void MapWidget::selectRectangle(Qt::KeyboardModifiers modifiers)
{
    const QRectF box =
        QRectF(viewport().toMap(m_rectangle->topLeft()), viewport().toMap(m_rectangle->bottomRight()))
            .normalized();
    m_rectangle.reset();
    unsetCursor();
    update();
    std::vector<size_t> areas = state().shapes()->locator().areasTouching(box);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const std::vector<size_t> &before = state().selectedAreas();
        areas.insert(areas.end(), before.begin(), before.end());
    }
    state().setSelectedAreas(std::move(areas));
}

void MapWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressedAt)
        return;
    const QPointF offset = event->position() - *m_pressedAt;
    m_pressedAt.reset();
    if (m_rectangle) {
        selectRectangle(event->modifiers());
        return;
    }
    if (m_dragging) {
        m_dragging = false;
        unsetCursor();
        panByHand(m_pressedView, offset);
        return;
    }
    clickArea(areaAt(event->position()), event->modifiers());
}

void MapWidget::clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!area) {
        if (!adds)
            state().setSelectedAreas({});
        return;
    }
    std::vector<size_t> selection = adds ? state().selectedAreas() : std::vector<size_t>();
    if (modifiers.testFlag(Qt::ControlModifier) && state().isSelected(*area))
        std::erase(selection, *area);
    else
        selection.push_back(*area);
    m_keyboardArea = area;
    state().setSelectedAreas(std::move(selection), area);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto area = areaAt(event->position()); area && event->button() == Qt::LeftButton)
        showArea(*area);
}

void MapWidget::leaveEvent(QEvent *)
{
    state().setHovered({});
}

void MapWidget::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoomByHand(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

/// Areas that have a place on the map, and their places. Of very many areas the boxes' centres will do.
std::pair<std::vector<size_t>, std::vector<QPointF>> MapWidget::areasToGoTo() const
{
    std::vector<size_t> areas;
    std::vector<QPointF> places;
    constexpr size_t many = 2000;
    const BoundarySet &boundaries = scene()->boundaries();
    for (size_t area = 0; area < boundaries.size(); ++area) {
        if (!boundaries.hasShape(area))
            continue;
        areas.push_back(area);
        places.push_back(boundaries.size() > many ? boundaries.boxes[area].center()
                                                  : state().shapes()->labelPoint(area).centre);
    }
    return {areas, places};
}

void MapWidget::moveKeyboardArea(int key)
{
    const auto [areas, places] = areasToGoTo();
    if (areas.empty())
        return;
    if (!m_keyboardArea)
        m_keyboardArea = state().currentArea();
    if (!m_keyboardArea || !state().dataset()->hasShape(*m_keyboardArea)) {
        const auto middle = state().shapes()->locator().areaAt(scene()->shapes->extent().center());
        m_keyboardArea = middle ? middle : areas.front();
    } else if (const auto next = nextPointTowards(
                   places, state().shapes()->labelPoint(*m_keyboardArea).centre, *directionOf(key))) {
        m_keyboardArea = areas[*next];
    }
    revealArea(*m_keyboardArea);
    state().setHovered(m_keyboardArea);
    setAccessibleDescription(areaText(state(), *m_keyboardArea, locale()));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(
        mapToGlobal(viewport().toScreen(state().shapes()->labelPoint(*m_keyboardArea).centre).toPoint()),
        toolTipOf(*m_keyboardArea), this);
    update();
}

void MapWidget::keyPressEvent(QKeyEvent *event)
{
    if (!scene()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (directionOf(event->key())) {
        moveKeyboardArea(event->key());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_keyboardArea)
            clickArea(m_keyboardArea, event->modifiers());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
        fit();
        break;
    case Qt::Key_Escape:
        if (m_rectangle) {
            dropPress();
        } else {
            state().setSelectedAreas({});
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MapWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace atlas
