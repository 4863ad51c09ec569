#include "app/map/map_view.h"

#include "app/state/selection.h"
#include "core/render/legend_strip.h"
#include "core/render/map_furniture.h"
#include "core/render/map_painter.h"

#include <QFontInfo>
#include <QPaintEvent>
#include <QPainter>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <new>
#include <span>
#include <utility>

namespace atlas {

namespace {

/// How many times larger than usual text of this font is, in quarters; never smaller.
double enlargementOf(const QFont &font)
{
    constexpr double usual = 13; // pixels: 10 points at 96 dots an inch
    constexpr double steps = 4;
    constexpr double nearly = 0.1; // of a step
    return std::max(1.0, std::floor(QFontInfo(font).pixelSize() / usual * steps + nearly) / steps);
}

} // namespace

MapView::MapView(SelectedAreas &areas, QWidget *parent) : QWidget(parent), m_areas(areas)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&areas, &SelectedAreas::changed, this, &MapView::takeSelection);
    connect(&areas, &SelectedAreas::hoverChanged, this, &MapView::takeHover);
    connect(&m_job, &DrawingJob::drawn, this, &MapView::takeDrawing);
    connect(&m_job, &DrawingJob::failed, this, [this](const MapViewport &viewport) {
        if (viewport == m_viewport) // otherwise another view is wanted by now
            loseView();
    });
    connect(&m_detailJob, &QFutureWatcherBase::finished, this, &MapView::takeDetail);
}

MapView::~MapView() = default;

void MapView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (!m_scene)
        setAccessibleDescription(text);
    update();
}

void MapView::forgetShapes()
{
    m_drawnHover.reset();
    m_fitted = true;
    m_isMoving = false;
    m_picture.forget();
    m_job.cancel();
    m_detailOf.reset();
}

void MapView::setScene(std::shared_ptr<const MapScene> scene)
{
    const bool areOtherShapes = !scene || !m_scene || scene->shapes != m_scene->shapes;
    if (areOtherShapes)
        forgetShapes();
    const std::vector<QString> labels = m_scene ? m_scene->labels : std::vector<QString>();
    const bool insets = m_scene && m_scene->insets;
    m_scene = std::move(scene);
    m_lostView.reset();
    update();
    if (!m_scene) {
        setAccessibleDescription(m_emptyText);
        return;
    }
    setAccessibleDescription(m_scene->title + QStringLiteral(". ") + m_scene->subtitle);
    layOut();
    if (areOtherShapes)
        return;
    changePicture([this] { m_picture.setColours(*m_scene); });
    if (m_scene->labels != labels || m_scene->insets != insets)
        m_picture.forget();
    if (isSettled())
        repaint(); // map first: the table, where every cell changes too, is painted in the next frame
}

void MapView::layOut()
{
    m_unit = enlargementOf(font());
    m_layout = layoutMap(*m_scene, {}, viewSize());
    m_furniture.forget();
    m_viewport = m_fitted ? fittingViewport(*m_scene, m_layout, viewSize()) : m_viewport.resized(viewSize());
}

std::vector<QRectF> MapView::pieces() const
{
    std::vector<QRectF> taken = m_scene ? takenBy(m_layout) : std::vector<QRectF>();
    for (QRectF &piece : taken)
        piece = toWidget(piece);
    return taken;
}

void MapView::takeSelection()
{
    update();
    if (!m_scene)
        return;
    try {
        m_picture.setSelected(selectedShapes(), *m_scene);
    } catch (const std::bad_alloc &) {
        emit memoryShort(
            tr("There is too little memory to outline the selection. Close other programs, or make "
               "the window smaller."));
    }
}

std::vector<size_t> MapView::selectedShapes() const
{
    std::vector<size_t> shapes = m_areas.areas();
    std::erase_if(shapes, [this](size_t area) { return !hasShape(area); });
    return shapes;
}

void MapView::takeHover()
{
    updateArea(m_drawnHover);
    m_drawnHover = m_areas.hovered();
    updateArea(m_drawnHover);
}

/// Requests a repaint of an area and its surroundings.
void MapView::updateArea(std::optional<size_t> area)
{
    const int lines = static_cast<int>(std::ceil(6 * m_unit));
    if (!area || !hasShape(*area))
        return;
    const QRectF box = toWidget(m_viewport.toScreen(m_scene->boundaries().boxes[*area]));
    update(box.intersected(rect().toRectF()).toAlignedRect().adjusted(-lines, -lines, lines, lines));
    for (const MapInset &inset : m_picture.insets(m_viewport))
        if (inset.part.intersects(m_scene->boundaries().boxes[*area]))
            update(toWidget(inset.frame).toAlignedRect());
}

/// If memory runs short, no picture is better than one in the wrong colours.
void MapView::changePicture(const std::function<void()> &change)
{
    try {
        change();
    } catch (const std::bad_alloc &) {
        m_picture.forget();
        loseView();
    }
}

void MapView::loseView()
{
    m_lostView = m_viewport;
    update();
    emit memoryShort(tr("There is too little memory to draw this view. Close other programs, or make the "
                        "window smaller."));
}

bool MapView::isSettled() const
{
    return m_picture.shows(m_viewport, pixelRatio()) && m_picture.hasLabels();
}

/// Few shapes always are. While the map moves, the time the last view took is a better guide, allowing for
/// areas since come into sight.
bool MapView::isQuickToDraw() const
{
    constexpr size_t fewPoints = 50000;
    constexpr double aMoment = 4; // milliseconds
    const bool areFew = m_scene->boundaries().points.size() <= fewPoints;
    const std::optional<DrawnView> last = m_picture.view();
    if (!last || !m_isMoving)
        return areFew;
    const double wider = last->viewport.pixelsPerMetre() / m_viewport.pixelsPerMetre();
    const double expected = last->milliseconds * std::max(1.0, wider * wider);
    // With few shapes, the first views take longer than later ones. With many, the detail must be ready.
    return areFew ? expected <= 3 * aMoment : m_picture.hasDetail() && expected <= aMoment;
}

/// Makes sure that the view gets drawn.
void MapView::updateDrawing()
{
    const double ratio = pixelRatio();
    const bool asDetailed = m_picture.hasDetail() == (m_scene->shapes->detail() != nullptr);
    const bool asPlaced = m_picture.surroundings() == surroundings();
    if ((isSettled() && asDetailed && asPlaced) || m_lostView == m_viewport) {
        m_job.cancel(); // for a view no longer wanted
        return;
    }
    if (!isQuickToDraw()) {
        const Haste haste = m_picture.isEmpty() ? Haste::Yes : Haste::No;
        m_job.draw(m_scene, m_viewport, ratio, haste, surroundings(), m_picture.takeUsed());
        return;
    }
    m_scene->shapes->findDetail();
    m_job.cancel();
    changePicture([this, ratio] {
        m_picture.setDrawing(
            drawMap(*m_scene, m_viewport, ratio, Haste::No, m_picture.takeUsed(), surroundings()), *m_scene);
        m_lostView.reset();
    });
}

void MapView::takeDrawing(const std::shared_ptr<MapDrawing> &drawing,
                          const std::shared_ptr<const MapScene> &scene)
{
    changePicture([&] {
        m_picture.setDrawing(std::move(*drawing), *m_scene);
        if (scene != m_scene)
            m_picture.setColours(*m_scene);
        m_lostView.reset();
    });
    m_isMoving = false;
    update();
    if (m_detailOf != m_scene->shapes) { // once there is something to see
        m_detailOf = m_scene->shapes;
        m_detailJob.setFuture(QtConcurrent::run([shapes = m_scene->shapes] { shapes->findDetail(); }));
    }
}

void MapView::takeDetail()
{
    if (m_scene && m_detailOf == m_scene->shapes && !m_scene->shapes->detail())
        emit memoryShort(tr("There is too little memory to prepare the outlines for quick drawing. The map "
                            "stays exact but responds more slowly."));
    update();
}

void MapView::setViewport(const MapViewport &viewport)
{
    if (viewport == m_viewport)
        return;
    m_viewport = viewport;
    update();
}

void MapView::zoom(double factor, QPointF about)
{
    if (!m_scene)
        return;
    m_fitted = false;
    setViewport(m_viewport.zoomed(factor, about));
}

void MapView::zoomIn()
{
    zoom(zoomStep, middle());
}

void MapView::zoomOut()
{
    zoom(1 / zoomStep, middle());
}

void MapView::fit()
{
    if (!m_scene)
        return;
    m_fitted = true;
    setViewport(fittingViewport(*m_scene, m_layout, viewSize()));
}

void MapView::showAreas(const std::vector<size_t> &areas)
{
    QRectF box;
    for (const size_t area : areas)
        if (hasShape(area))
            box |= m_scene->boundaries().boxes[area];
    if (box.isEmpty())
        return;
    m_fitted = false;
    QRectF window(QPointF(0, 0), viewSize() * 0.6);
    window.moveCenter(middle());
    setViewport(MapViewport::fitting(box, window, viewSize()));
}

void MapView::revealArea(size_t area)
{
    if (!hasShape(area))
        return;
    const QPointF place = m_viewport.toScreen(m_scene->shapes->labelPoint(area).centre);
    if (QRectF(QPointF(0, 0), viewSize()).contains(place))
        return;
    m_fitted = false;
    setViewport(m_viewport.panned(middle() - place));
}

void MapView::zoomByHand(double factor, QPointF about)
{
    m_isMoving = true;
    zoom(factor, about);
}

void MapView::panByHand(const MapViewport &start, QPointF offset)
{
    m_fitted = false;
    m_isMoving = true;
    setViewport(start.panned(toView(offset.toPoint())));
}

void MapView::paintHighlights(QPainter &painter, const MapViewport &view)
{
    if (const auto hovered = m_areas.hovered(); hovered && hasShape(*hovered))
        paintHighlight(painter, *m_scene, view, *hovered, m_scene->colours.hover, 1.5);
}

void MapView::paintInsets(QPainter &painter)
{
    const std::span<const MapInset> insets = m_picture.insets(m_viewport);
    for (size_t i = 0; i < insets.size(); ++i)
        m_picture.paintInset(painter, *m_scene, i,
                             [&](const MapViewport &view) { paintHighlights(painter, view); });
}

void MapView::paintHint(QPainter &painter, const QString &text)
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void MapView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (!m_scene) {
        painter.fillRect(rect(), palette().base());
        paintHint(painter, m_emptyText);
        return;
    }
    updateDrawing();
    if (!isSettled()) // otherwise the picture covers everything
        painter.fillRect(event->rect(), m_scene->colours.background);
    if (m_picture.isEmpty()) {
        paintHint(painter,
                  m_lostView ? tr("There is too little memory to draw this view") : tr("Drawing the map…"));
    } else {
        painter.scale(m_unit, m_unit);
        m_picture.paintAreas(painter, m_viewport);
        m_picture.paintSelection(painter, m_viewport);
        paintHighlights(painter, m_viewport);
        paintPeople(painter, *m_scene, m_viewport);
        m_picture.paintLabels(painter, m_viewport);
        paintInsets(painter);
        painter.resetTransform();
    }
    painter.scale(m_unit, m_unit);
    m_furniture.paint(painter, *m_scene, m_layout);
    paintStripMarks(painter, *m_scene, m_layout, selectedShapes());
    painter.resetTransform();
    paintOverlay(painter);
    if (!m_picture.isEmpty())
        emit painted();
    if (isSettled())
        emit settled();
}

void MapView::resizeEvent(QResizeEvent *)
{
    if (m_scene)
        layOut();
}

void MapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::PaletteChange)
        emit sceneOutdated();
    QWidget::changeEvent(event);
}

const MapInset *MapView::insetAt(QPointF place) const
{
    for (const MapInset &inset : m_picture.insets(m_viewport))
        if (inset.frame.contains(place))
            return &inset;
    return nullptr;
}

QPointF MapView::placeOnMap(QPointF point) const
{
    const QPointF place = toView(point);
    const MapInset *inset = insetAt(place);
    return inset ? m_viewport.toScreen(inset->viewport.toMap(place - inset->frame.topLeft())) : place;
}

std::optional<size_t> MapView::areaAt(QPointF point) const
{
    if (!m_scene)
        return {};
    return m_scene->shapes->locator().areaAt(m_viewport.toMap(placeOnMap(point)));
}

std::vector<size_t> MapView::areasAt(QPointF point) const
{
    if (!m_scene)
        return {};
    return m_scene->shapes->locator().areasAt(m_viewport.toMap(placeOnMap(point)));
}

std::optional<int> MapView::classAt(QPointF point) const
{
    if (!m_scene || !m_scene->notice.isEmpty())
        return {};
    return legendClassAt(*m_scene, m_layout, toView(point));
}

std::vector<size_t> MapView::areasOfClass(int classNumber) const
{
    std::vector<size_t> areas;
    for (size_t area = 0; m_scene && area < m_scene->classes.size(); ++area)
        if (m_scene->classes[area] == classNumber && hasShape(area))
            areas.push_back(area);
    return areas;
}

bool MapView::hasShape(size_t area) const
{
    return m_scene && area < m_scene->boundaries().size() && m_scene->boundaries().hasShape(area);
}

} // namespace atlas
