#include "app/map/map_widget.h"

#include "app/state/selection.h"
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
#include <utility>

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

MapWidget::MapWidget(SelectedAreas &areas, QWidget *parent) : MapView(areas, parent)
{
    setObjectName(QStringLiteral("map"));
    setProperty("helpTopic", QStringLiteral("part-map"));
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void MapWidget::setAreaText(std::function<QString(size_t area)> text)
{
    m_areaText = std::move(text);
}

void MapWidget::showToolTip(const QPoint &global, size_t area)
{
    if (m_areaText)
        QToolTip::showText(global, plainToolTip(m_areaText(area)), this);
}

void MapWidget::showClassToolTip(const QPoint &global, int classNumber)
{
    const auto count = static_cast<int>(areasOfClass(classNumber).size());
    QToolTip::showText(
        global, tr("Click to select the areas of this class (%1)").arg(locale().toString(count)), this);
}

void MapWidget::forgetShapes()
{
    m_keyboardArea.reset();
    dropPress();
    MapView::forgetShapes();
}

void MapWidget::paintHighlights(QPainter &painter)
{
    MapView::paintHighlights(painter);
    if (m_keyboardArea && hasFocus() && !areas().isSelected(*m_keyboardArea))
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
        if (const auto chosen = classAt(help->pos()))
            showClassToolTip(help->globalPos(), *chosen);
        else if (const auto area = areaAt(help->pos()))
            showToolTip(help->globalPos(), *area);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void MapWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton) // what the menu offers is for the area under it
        if (const auto area = areaAt(event->position()); area && !areas().isSelected(*area))
            clickArea(area, {});
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    m_pressedView = viewport();
    m_rectangle.reset();
    m_pressedForRectangle = event->modifiers().testFlag(Qt::ShiftModifier);
}

/// Ends a drag or a rectangle without acting on it.
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
    const auto chosen = classAt(place);
    const auto area = chosen ? std::nullopt : areaAt(place);
    areas().hover(area);
    if (chosen)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    if (chosen)
        showClassToolTip(global + QPoint(4, 4), *chosen);
    else if (area)
        showToolTip(global + QPoint(4, 4), *area);
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

/// Selects what the rectangle touches, in addition to the selection if Control is held too.
void MapWidget::selectRectangle(Qt::KeyboardModifiers modifiers)
{
    const QRectF box =
        QRectF(viewport().toMap(m_rectangle->topLeft()), viewport().toMap(m_rectangle->bottomRight()))
            .normalized();
    m_rectangle.reset();
    unsetCursor();
    update();
    std::vector<size_t> touched = scene()->shapes->locator().areasTouching(box);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const std::vector<size_t> &before = areas().areas();
        touched.insert(touched.end(), before.begin(), before.end());
    }
    areas().select(std::move(touched));
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
    if (const auto chosen = classAt(event->position()))
        clickClass(*chosen, event->modifiers());
    else
        clickArea(event->modifiers() ? areaAt(event->position()) : areaToClick(event->position()),
                  event->modifiers());
}

/// Selects all areas of a class, in addition to the selection if Control or Shift is held.
void MapWidget::clickClass(int classNumber, Qt::KeyboardModifiers modifiers)
{
    std::vector<size_t> chosen = areasOfClass(classNumber);
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
        const std::vector<size_t> &before = areas().areas();
        chosen.insert(chosen.end(), before.begin(), before.end());
    }
    areas().select(std::move(chosen));
}

/// Where areas overlap, one click after another in the same place goes through all of them, the smallest
/// first.
std::optional<size_t> MapWidget::areaToClick(QPointF place)
{
    const std::vector<size_t> stack = areasAt(place);
    const bool isSamePlace =
        m_clickedAt && (place - *m_clickedAt).manhattanLength() < QApplication::startDragDistance();
    m_clicksThere = isSamePlace ? m_clicksThere + 1 : 0;
    m_clickedAt = place;
    if (stack.empty())
        return {};
    return stack[m_clicksThere % stack.size()];
}

void MapWidget::clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!area) {
        if (!adds)
            areas().select({});
        return;
    }
    std::vector<size_t> selection = adds ? areas().areas() : std::vector<size_t>();
    if (modifiers.testFlag(Qt::ControlModifier) && areas().isSelected(*area))
        std::erase(selection, *area);
    else
        selection.push_back(*area);
    m_keyboardArea = area;
    areas().select(std::move(selection), area);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (classAt(event->position()))
        return;
    if (const auto area = areaAt(event->position()); area && event->button() == Qt::LeftButton)
        showAreas({*area});
}

void MapWidget::leaveEvent(QEvent *)
{
    areas().hover({});
}

void MapWidget::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoomByHand(std::pow(zoomStep, event->angleDelta().y() / 120.0), placeOnMap(event->position()));
    event->accept();
}

/// Areas that have a place on the map, and their places. With very many areas, the centres of their boxes
/// will do.
std::pair<std::vector<size_t>, std::vector<QPointF>> MapWidget::areasToGoTo() const
{
    std::vector<size_t> reachable;
    std::vector<QPointF> places;
    constexpr size_t many = 2000;
    const BoundarySet &boundaries = scene()->boundaries();
    for (size_t area = 0; area < boundaries.size(); ++area) {
        if (!boundaries.hasShape(area))
            continue;
        reachable.push_back(area);
        places.push_back(boundaries.size() > many ? boundaries.boxes[area].center()
                                                  : scene()->shapes->labelPoint(area).centre);
    }
    return {reachable, places};
}

void MapWidget::moveKeyboardArea(int key)
{
    const auto [reachable, places] = areasToGoTo();
    if (reachable.empty())
        return;
    if (!m_keyboardArea)
        m_keyboardArea = areas().current();
    if (!m_keyboardArea || !hasShape(*m_keyboardArea)) {
        const auto middle = scene()->shapes->locator().areaAt(scene()->shapes->extent().center());
        m_keyboardArea = middle ? middle : reachable.front();
    } else if (const auto next = nextPointTowards(places, scene()->shapes->labelPoint(*m_keyboardArea).centre,
                                                  *directionOf(key))) {
        m_keyboardArea = reachable[*next];
    }
    revealArea(*m_keyboardArea);
    areas().hover(m_keyboardArea);
    if (m_areaText)
        setAccessibleDescription(m_areaText(*m_keyboardArea));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    const QPointF place = viewport().toScreen(scene()->shapes->labelPoint(*m_keyboardArea).centre);
    showToolTip(mapToGlobal(place.toPoint()), *m_keyboardArea);
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
            areas().select({});
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
