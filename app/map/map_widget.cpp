#include "app/map/map_widget.h"

#include "app/panels/area_summary.h"
#include "app/state/atlas_state.h"
#include "core/boundaries/compass.h"
#include "core/render/map_furniture.h"

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

constexpr double zoomStep = 1.5;

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

MapWidget::MapWidget(AtlasState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setObjectName(QStringLiteral("map"));
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&state, &AtlasState::datasetChanged, this, &MapWidget::takeDataset);
    connect(&state, &AtlasState::resultChanged, this, &MapWidget::takeScene);
    connect(&state, &AtlasState::displayChanged, this, &MapWidget::takeScene);
    connect(&state, &AtlasState::themeChanged, this, &MapWidget::takeScene);
    connect(&state, &AtlasState::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&state, &AtlasState::hoverChanged, this, qOverload<>(&QWidget::update));
    if (state.dataset())
        takeDataset();
}

MapWidget::~MapWidget() = default;

void MapWidget::takeDataset()
{
    m_locator = std::make_unique<AreaLocator>(m_state.dataset()->boundaries);
    m_keyboardArea.reset();
    m_pressedAt.reset();
    m_dragging = false;
    m_fitted = true;
    takeScene();
}

void MapWidget::takeScene()
{
    if (!m_state.dataset())
        return;
    m_scene = m_state.scene(m_state.theme(), locale());
    m_layout = layoutMap(*m_scene, {}, size());
    if (m_fitted)
        m_viewport = fittingViewport(*m_scene, m_layout, size());
    m_picture.forget();
    setAccessibleDescription(m_scene->title + QStringLiteral(". ") + m_scene->rule);
    update();
}

void MapWidget::setViewport(const MapViewport &viewport)
{
    if (viewport == m_viewport)
        return;
    m_viewport = viewport;
    m_picture.forget();
    update();
}

void MapWidget::zoom(double factor, QPointF about)
{
    if (!m_scene)
        return;
    m_fitted = false;
    setViewport(m_viewport.zoomed(factor, about));
}

void MapWidget::zoomIn()
{
    zoom(zoomStep, rect().toRectF().center());
}

void MapWidget::zoomOut()
{
    zoom(1 / zoomStep, rect().toRectF().center());
}

void MapWidget::fit()
{
    if (!m_scene)
        return;
    m_fitted = true;
    setViewport(fittingViewport(*m_scene, m_layout, size()));
}

void MapWidget::showArea(size_t area)
{
    if (!m_state.dataset()->hasShape(area))
        return;
    m_fitted = false;
    QRectF window(0, 0, width() * 0.6, height() * 0.6);
    window.moveCenter(rect().toRectF().center());
    setViewport(MapViewport::fitting(m_scene->boundaries->boxes[area], window, size()));
}

void MapWidget::revealArea(size_t area)
{
    if (!m_state.dataset()->hasShape(area))
        return;
    const QPointF place = m_viewport.toScreen(m_state.labelPoints()[area].centre);
    if (rect().toRectF().contains(place))
        return;
    m_fitted = false;
    setViewport(m_viewport.panned(rect().toRectF().center() - place));
}

void MapWidget::paintHighlights(QPainter &painter, const MapViewport &viewport)
{
    for (const size_t area : m_state.selectedAreas())
        if (m_state.dataset()->hasShape(area))
            paintHighlight(painter, *m_scene, viewport, area, m_scene->colours.selected, 2.5);
    if (const auto hovered = m_state.hovered(); hovered && m_state.dataset()->hasShape(*hovered))
        paintHighlight(painter, *m_scene, viewport, *hovered, m_scene->colours.hover, 1.5);
    if (m_keyboardArea && hasFocus() && !m_state.isSelected(*m_keyboardArea))
        paintHighlight(painter, *m_scene, viewport, *m_keyboardArea, m_scene->colours.hover, 2);
}

void MapWidget::paintHint(QPainter &painter, const QString &text)
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void MapWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_scene) {
        painter.fillRect(rect(), palette().base());
        paintHint(painter, tr("Open boundaries and figures to see a map"));
        return;
    }
    if (!m_picture.isDrawn(devicePixelRatioF()))
        m_picture.draw(*m_scene, m_viewport, devicePixelRatioF());
    const QPointF offset = m_dragging ? m_draggedTo - *m_pressedAt : QPointF();
    painter.fillRect(rect(), m_scene->colours.background);
    m_picture.paintAreas(painter, offset);
    paintHighlights(painter, m_dragging ? m_viewport.panned(offset) : m_viewport);
    m_picture.paintLabels(painter, offset);
    paintFurniture(painter, *m_scene, m_layout);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    emit painted();
}

void MapWidget::resizeEvent(QResizeEvent *)
{
    if (!m_scene)
        return;
    m_layout = layoutMap(*m_scene, {}, size());
    m_viewport = m_fitted ? fittingViewport(*m_scene, m_layout, size()) : m_viewport.resized(size());
    m_picture.forget();
}

void MapWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange)
        takeScene();
    QWidget::changeEvent(event);
}

std::optional<size_t> MapWidget::areaAt(QPointF screen) const
{
    if (!m_locator)
        return {};
    return m_locator->areaAt(m_viewport.toMap(screen));
}

bool MapWidget::event(QEvent *event)
{
    const auto *help = dynamic_cast<const QHelpEvent *>(event);
    if (help && help->type() == QEvent::ToolTip) {
        if (const auto area = areaAt(help->pos()))
            QToolTip::showText(help->globalPos(), areaText(m_state, *area, locale()), this);
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
    m_draggedTo = event->position();
}

void MapWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt && !event->buttons().testFlag(Qt::LeftButton)) { // the release went to another window
        m_pressedAt.reset();
        m_dragging = false;
        unsetCursor();
    }
    if (!m_pressedAt) {
        const auto area = areaAt(event->position());
        m_state.setHovered(area);
        if (area)
            QToolTip::showText(event->globalPosition().toPoint() + QPoint(4, 4),
                               areaText(m_state, *area, locale()), this);
        else
            QToolTip::hideText();
        return;
    }
    m_draggedTo = event->position();
    if (!m_dragging && (m_draggedTo - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
        QToolTip::hideText();
    }
    if (m_dragging)
        update();
}

void MapWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressedAt)
        return;
    const QPointF offset = event->position() - *m_pressedAt;
    m_pressedAt.reset();
    if (m_dragging) {
        m_dragging = false;
        m_fitted = false;
        unsetCursor();
        setViewport(m_viewport.panned(offset));
        return;
    }
    clickArea(areaAt(event->position()), event->modifiers());
}

void MapWidget::clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!area) {
        if (!adds)
            m_state.setSelection({});
        return;
    }
    const AreaCode code = m_state.dataset()->areas[*area].code;
    QSet<AreaCode> selection = adds ? m_state.selection() : QSet<AreaCode>();
    if (modifiers.testFlag(Qt::ControlModifier) && selection.contains(code))
        selection.remove(code);
    else
        selection.insert(code);
    m_keyboardArea = area;
    m_state.setSelection(selection, code);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto area = areaAt(event->position()); area && event->button() == Qt::LeftButton)
        showArea(*area);
}

void MapWidget::leaveEvent(QEvent *)
{
    m_state.setHovered({});
}

void MapWidget::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoom(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

/// Areas that have a place on the map, and their places.
std::pair<std::vector<size_t>, std::vector<QPointF>> MapWidget::areasToGoTo() const
{
    std::vector<size_t> areas;
    std::vector<QPointF> places;
    for (size_t area = 0; area < m_state.labelPoints().size(); ++area) {
        if (!m_state.dataset()->hasShape(area))
            continue;
        areas.push_back(area);
        places.push_back(m_state.labelPoints()[area].centre);
    }
    return {areas, places};
}

void MapWidget::moveKeyboardArea(int key)
{
    const auto [areas, places] = areasToGoTo();
    if (areas.empty())
        return;
    if (!m_keyboardArea)
        m_keyboardArea = m_state.currentArea();
    if (!m_keyboardArea || !m_state.dataset()->hasShape(*m_keyboardArea)) {
        const auto middle = m_locator->areaAt(m_scene->boundaries->extent().center());
        m_keyboardArea = middle ? middle : areas.front();
    } else if (const auto next = nextPointTowards(places, m_state.labelPoints()[*m_keyboardArea].centre,
                                                  *directionOf(key))) {
        m_keyboardArea = areas[*next];
    }
    revealArea(*m_keyboardArea);
    m_state.setHovered(m_keyboardArea);
    setAccessibleDescription(areaText(m_state, *m_keyboardArea, locale()));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(
        mapToGlobal(m_viewport.toScreen(m_state.labelPoints()[*m_keyboardArea].centre).toPoint()),
        areaText(m_state, *m_keyboardArea, locale()), this);
    update();
}

void MapWidget::keyPressEvent(QKeyEvent *event)
{
    if (!m_scene) {
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
        m_state.setSelection({});
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
