#include "app/map/drawing_job.h"

#include <QtConcurrentRun>

#include <new>
#include <utility>

namespace atlas {

namespace {

/// Null when memory is short.
template <typename Order>
std::shared_ptr<MapDrawing> drawing(const Order &order, QImage used)
{
    try {
        return std::make_shared<MapDrawing>(drawMap(*order.scene, order.viewport, order.pixelRatio,
                                                    order.haste, std::move(used), order.surroundings));
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

} // namespace

DrawingJob::DrawingJob(QObject *parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &DrawingJob::finish);
}

DrawingJob::~DrawingJob()
{
    m_watcher.waitForFinished();
}

void DrawingJob::draw(const std::shared_ptr<const MapScene> &scene, const MapViewport &viewport,
                      double pixelRatio, Haste haste, const MapSurroundings &surroundings, QImage used)
{
    if (!used.isNull())
        m_used = std::move(used);
    Order order{scene, viewport, pixelRatio, haste, surroundings};
    if (m_next ? m_next == order : m_current == order)
        return;
    m_next = std::move(order);
    if (!m_watcher.isRunning())
        start();
}

void DrawingJob::cancel()
{
    m_current.reset();
    m_next.reset();
}

void DrawingJob::start()
{
    m_current = std::exchange(m_next, {});
    m_watcher.setFuture(QtConcurrent::run([order = *m_current, used = std::exchange(m_used, {})]() mutable {
        return drawing(order, std::move(used));
    }));
}

void DrawingJob::finish()
{
    const std::shared_ptr<MapDrawing> result = m_watcher.result();
    const std::optional<Order> order = std::exchange(m_current, {});
    if (m_next)
        start();
    if (!order)
        return;
    if (result)
        emit drawn(result, order->scene);
    else
        emit failed(order->viewport);
}

} // namespace atlas
