#pragma once

#include "app/map/map_drawing.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

namespace atlas {

/// Draws views in the background, one at a time. Of the views asked for while one is drawn, only the newest
/// is drawn next. Destroying it waits for the drawing under way.
class DrawingJob : public QObject
{
    Q_OBJECT

public:
    explicit DrawingJob(QObject *parent = nullptr);
    ~DrawingJob() override;

    /// Does nothing when this is being drawn already. `used` is as for drawMap().
    void draw(const std::shared_ptr<const MapScene> &scene, const MapViewport &viewport, double pixelRatio,
              Haste haste, const MapSurroundings &surroundings, QImage used = {});
    /// Drops what is under way.
    void cancel();

signals:
    /// The receiver may take the drawing's contents. `scene` is the one it was drawn for.
    void drawn(std::shared_ptr<atlas::MapDrawing> drawing, std::shared_ptr<const atlas::MapScene> scene);
    void failed(const atlas::MapViewport &viewport); ///< memory was too short

private:
    struct Order
    {
        std::shared_ptr<const MapScene> scene;
        MapViewport viewport;
        double pixelRatio = 1;
        Haste haste = Haste::No;
        MapSurroundings surroundings = {};

        bool operator==(const Order &) const = default;
    };

    void start();
    void finish();

    QFutureWatcher<std::shared_ptr<MapDrawing>> m_watcher;
    std::optional<Order> m_current; ///< nothing when idle, or when the result is no longer wanted
    std::optional<Order> m_next;
    QImage m_used; ///< memory for the next drawing
};

} // namespace atlas
