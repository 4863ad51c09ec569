#include "app/map/map_widget.h"

#include "app/panels/area_summary.h"
#include "app/state/atlas_state.h"
#include "core/boundaries/compass.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <QtConcurrentRun>

#include <cmath>
#include <utility>

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
    connect(&state, &AtlasState::resultChanged, this, &MapWidget::takeColours);
    connect(&state, &AtlasState::displayChanged, this, &MapWidget::takeScene);
    connect(&state, &AtlasState::themeChanged, this, &MapWidget::takeTheme);
    connect(&state, &AtlasState::selectionChanged, this, &MapWidget::takeSelection);
    connect(&state, &AtlasState::hoverChanged, this, &MapWidget::takeHover);
    connect(&m_job, &DrawingJob::drawn, this, &MapWidget::takeDrawing);
    connect(&m_job, &DrawingJob::failed, this, &MapWidget::memoryShort);
    connect(&m_detailJob, &QFutureWatcherBase::finished, this, qOverload<>(&QWidget::update));
    if (state.dataset())
        takeDataset();
}

MapWidget::~MapWidget() = default;

void MapWidget::takeDataset()
{
    m_keyboardArea.reset();
    m_drawnHover.reset();
    m_pressedAt.reset();
    m_dragging = false;
    m_fitted = true;
    m_picture.forget();
    m_job.cancel();
    m_detailAsked = false;
    replaceScene();
}

void MapWidget::replaceScene()
{
    m_scene = std::make_shared<const MapScene>(m_state.scene(m_state.theme(), locale()));
    m_layout = layoutMap(*m_scene, {}, size());
    m_furniture.forget();
    if (m_fitted)
        m_viewport = fittingViewport(*m_scene, m_layout, size());
    setAccessibleDescription(m_scene->title + QStringLiteral(". ") + m_scene->rule);
    update();
}

void MapWidget::takeColours()
{
    if (!m_state.dataset())
        return;
    replaceScene();
    m_picture.setColours(*m_scene);
}

void MapWidget::takeScene()
{
    if (!m_state.dataset())
        return;
    const std::vector<QString> labels = m_scene ? m_scene->labels : std::vector<QString>();
    takeColours();
    if (m_scene->labels != labels)
        m_picture.forget();
}

void MapWidget::takeTheme()
{
    if (!m_state.dataset())
        return;
    m_picture.forget();
    m_job.cancel();
    replaceScene();
}

void MapWidget::takeSelection()
{
    if (m_scene)
        m_picture.setSelected(selectedShapes(), *m_scene);
    update();
}

std::vector<size_t> MapWidget::selectedShapes() const
{
    std::vector<size_t> shapes = m_state.selectedAreas();
    std::erase_if(shapes, [this](size_t area) { return !m_state.dataset()->hasShape(area); });
    return shapes;
}

void MapWidget::takeHover()
{
    updateArea(m_drawnHover);
    m_drawnHover = m_state.hovered();
    updateArea(m_drawnHover);
}

/// Has an area's surroundings painted again.
void MapWidget::updateArea(std::optional<size_t> area)
{
    constexpr int lines = 6;
    if (!area || !m_scene || !m_state.dataset()->hasShape(*area))
        return;
    const QRectF box = m_viewport.toScreen(m_scene->boundaries().boxes[*area]);
    update(box.intersected(rect().toRectF()).toAlignedRect().adjusted(-lines, -lines, lines, lines));
}

bool MapWidget::isSettled() const
{
    return m_picture.shows(m_viewport, devicePixelRatioF()) && m_picture.hasLabels();
}

/// Sees to it that the view gets drawn: at once if that takes a moment only, else in the background.
void MapWidget::updateDrawing()
{
    constexpr size_t fewPoints = 50000;
    constexpr double aMoment = 4; // milliseconds
    const double ratio = devicePixelRatioF();
    const bool asDetailed = m_picture.hasDetail() == (m_scene->shapes->detail() != nullptr);
    if (isSettled() && asDetailed)
        return;
    const std::optional<double> lastTook = m_picture.milliseconds();
    const bool isQuick =
        lastTook && m_moving ? *lastTook <= aMoment : m_scene->boundaries().points.size() <= fewPoints;
    if (!isQuick) {
        const Haste haste = m_picture.isEmpty() ? Haste::Yes : Haste::No;
        m_job.draw(m_scene, m_viewport, ratio, haste, m_picture.takeUsed());
        return;
    }
    m_scene->shapes->findDetail();
    m_job.cancel();
    m_picture.setDrawing(drawMap(*m_scene, m_viewport, ratio, Haste::No, m_picture.takeUsed()), *m_scene);
}

void MapWidget::takeDrawing(const std::shared_ptr<MapDrawing> &drawing,
                            const std::shared_ptr<const MapScene> &scene)
{
    m_picture.setDrawing(std::move(*drawing), *m_scene);
    if (scene != m_scene)
        m_picture.setColours(*m_scene);
    m_moving = m_dragging;
    update();
    if (!std::exchange(m_detailAsked, true)) // once there is something to be seen
        m_detailJob.setFuture(QtConcurrent::run([shapes = m_scene->shapes] { shapes->findDetail(); }));
}

void MapWidget::setViewport(const MapViewport &viewport)
{
    if (viewport == m_viewport)
        return;
    m_viewport = viewport;
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
    setViewport(MapViewport::fitting(m_scene->boundaries().boxes[area], window, size()));
}

void MapWidget::revealArea(size_t area)
{
    if (!m_state.dataset()->hasShape(area))
        return;
    const QPointF place = m_viewport.toScreen(m_state.shapes()->labelPoint(area).centre);
    if (rect().toRectF().contains(place))
        return;
    m_fitted = false;
    setViewport(m_viewport.panned(rect().toRectF().center() - place));
}

void MapWidget::paintHighlights(QPainter &painter)
{
    m_picture.paintSelection(painter, m_viewport);
    if (const auto hovered = m_state.hovered(); hovered && m_state.dataset()->hasShape(*hovered))
        paintHighlight(painter, *m_scene, m_viewport, *hovered, m_scene->colours.hover, 1.5);
    if (m_keyboardArea && hasFocus() && !m_state.isSelected(*m_keyboardArea))
        paintHighlight(painter, *m_scene, m_viewport, *m_keyboardArea, m_scene->colours.hover, 2);
}

void MapWidget::paintHint(QPainter &painter, const QString &text)
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void MapWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (!m_scene) {
        painter.fillRect(rect(), palette().base());
        paintHint(painter, tr("Open boundaries and figures to see a map"));
        return;
    }
    updateDrawing();
    if (!isSettled()) // else the picture covers everything
        painter.fillRect(event->rect(), m_scene->colours.background);
    if (m_picture.isEmpty()) {
        paintHint(painter, tr("Drawing the map…"));
    } else {
        m_picture.paintAreas(painter, m_viewport);
        paintHighlights(painter);
        m_picture.paintLabels(painter, m_viewport);
    }
    m_furniture.paint(painter, *m_scene, m_layout);
    if (m_rectangle) {
        QColor wash = m_scene->colours.selected;
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
    if (!m_picture.isEmpty())
        emit painted();
    if (isSettled())
        emit settled();
}

void MapWidget::resizeEvent(QResizeEvent *)
{
    if (!m_scene)
        return;
    m_layout = layoutMap(*m_scene, {}, size());
    m_furniture.forget();
    m_viewport = m_fitted ? fittingViewport(*m_scene, m_layout, size()) : m_viewport.resized(size());
}

void MapWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange)
        takeScene();
    QWidget::changeEvent(event);
}

std::optional<size_t> MapWidget::areaAt(QPointF screen) const
{
    if (!m_scene)
        return {};
    return m_state.shapes()->locator().areaAt(m_viewport.toMap(screen));
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
    m_pressedView = m_viewport;
    m_rectangle.reset();
    m_pressedForRectangle = event->modifiers().testFlag(Qt::ShiftModifier);
}

void MapWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt && !event->buttons().testFlag(Qt::LeftButton)) { // the release went to another window
        m_pressedAt.reset();
        m_rectangle.reset();
        m_dragging = false;
        unsetCursor();
        update();
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
        dragTo(offset);
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
        QRectF(m_viewport.toMap(m_rectangle->topLeft()), m_viewport.toMap(m_rectangle->bottomRight()))
            .normalized();
    m_rectangle.reset();
    unsetCursor();
    update();
    std::vector<size_t> areas = m_state.shapes()->locator().areasTouching(box);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const std::vector<size_t> &before = m_state.selectedAreas();
        areas.insert(areas.end(), before.begin(), before.end());
    }
    m_state.setSelectedAreas(std::move(areas));
}

/// Moves the map with the hand by whole pixels, so that the picture stays sharp.
void MapWidget::dragTo(QPointF offset)
{
    m_fitted = false;
    m_moving = true;
    setViewport(m_pressedView.panned(offset.toPoint()));
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
        dragTo(offset);
        return;
    }
    clickArea(areaAt(event->position()), event->modifiers());
}

void MapWidget::clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!area) {
        if (!adds)
            m_state.setSelectedAreas({});
        return;
    }
    std::vector<size_t> selection = adds ? m_state.selectedAreas() : std::vector<size_t>();
    if (modifiers.testFlag(Qt::ControlModifier) && m_state.isSelected(*area))
        std::erase(selection, *area);
    else
        selection.push_back(*area);
    m_keyboardArea = area;
    m_state.setSelectedAreas(std::move(selection), area);
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
    m_moving = true;
    if (event->angleDelta().y() != 0)
        zoom(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

/// Areas that have a place on the map, and their places. Of very many areas the boxes' centres will do.
std::pair<std::vector<size_t>, std::vector<QPointF>> MapWidget::areasToGoTo() const
{
    std::vector<size_t> areas;
    std::vector<QPointF> places;
    constexpr size_t many = 2000;
    const BoundarySet &boundaries = m_scene->boundaries();
    for (size_t area = 0; area < boundaries.size(); ++area) {
        if (!boundaries.hasShape(area))
            continue;
        areas.push_back(area);
        places.push_back(boundaries.size() > many ? boundaries.boxes[area].center()
                                                  : m_state.shapes()->labelPoint(area).centre);
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
        const auto middle = m_state.shapes()->locator().areaAt(m_scene->shapes->extent().center());
        m_keyboardArea = middle ? middle : areas.front();
    } else if (const auto next = nextPointTowards(
                   places, m_state.shapes()->labelPoint(*m_keyboardArea).centre, *directionOf(key))) {
        m_keyboardArea = areas[*next];
    }
    revealArea(*m_keyboardArea);
    m_state.setHovered(m_keyboardArea);
    setAccessibleDescription(areaText(m_state, *m_keyboardArea, locale()));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(
        mapToGlobal(m_viewport.toScreen(m_state.shapes()->labelPoint(*m_keyboardArea).centre).toPoint()),
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
        if (m_rectangle) {
            m_rectangle.reset();
            m_pressedAt.reset();
            unsetCursor();
            update();
        } else {
            m_state.setSelectedAreas({});
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
