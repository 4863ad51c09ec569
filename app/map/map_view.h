#pragma once

#include "app/map/drawing_job.h"
#include "app/map/furniture_picture.h"
#include "app/map/map_picture.h"
#include "core/render/map_layout.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QFutureWatcher>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace atlas {

class SelectedAreas;

/// Shows a scene: areas, highlights, labels and what surrounds them. The areas are kept as a picture. New
/// colours are applied to it at once. A new view is drawn at once if that is quick; otherwise the picture is
/// moved and scaled until the view has been drawn in the background.
class MapView : public QWidget
{
    Q_OBJECT

public:
    /// The magnification for one notch of the wheel or one press of +.
    static constexpr double zoomStep = 1.5;

    /// Positions of areas are those of the scene's shapes.
    explicit MapView(SelectedAreas &areas, QWidget *parent = nullptr);
    ~MapView() override;

    /// Shows another scene; null for none. If its shapes are new, all of them are in sight at first.
    void setScene(std::shared_ptr<const MapScene> scene);
    /// The text shown in place of a map if there is no scene.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {240, 180}; }
    const MapViewport &viewport() const { return m_viewport; }
    /// Whether the map is drawn for the view it shows, not moved or scaled from another.
    bool isSettled() const;

public slots:
    void zoomIn();
    void zoomOut();
    void fit(); ///< brings all areas into sight
    /// Zooms so that these areas fill a third of the map.
    void showAreas(const std::vector<size_t> &areas);
    void revealArea(size_t area); ///< moves the map only if the area is out of sight

signals:
    void sceneOutdated(); ///< colours, fonts or the language have changed
    void painted();       ///< after each paint event that drew areas
    void settled();       ///< after a paint event that showed the view fully drawn
    /// Something could not be drawn, or only more slowly; `message` says what, and what to do.
    void memoryShort(const QString &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Painted between areas and labels.
    virtual void paintHighlights(QPainter &painter);
    /// Painted above everything.
    virtual void paintOverlay(QPainter &) {}
    virtual void forgetShapes(); ///< the shapes are about to be replaced

    SelectedAreas &areas() const { return m_areas; }
    /// Null if there is none.
    const MapScene *scene() const { return m_scene.get(); }
    std::optional<size_t> areaAt(QPointF screen) const;
    /// All areas there, the smallest first.
    std::vector<size_t> areasAt(QPointF screen) const;
    /// The place on the map, in the view, of what is seen at a point: another place where that is in an
    /// inset.
    QPointF placeOnMap(QPointF screen) const;
    /// The class whose line of the legend is at a point.
    std::optional<int> classAt(QPointF screen) const;
    /// The areas of a class that are on the map.
    std::vector<size_t> areasOfClass(int classNumber) const;
    bool hasShape(size_t area) const;
    // By hand, so that a quick response matters more than a sharp one.
    void zoomByHand(double factor, QPointF about);
    /// In whole pixels, so that the picture stays sharp.
    void panByHand(const MapViewport &start, QPointF offset);

private:
    void takeSelection();
    void takeHover();
    std::vector<size_t> selectedShapes() const;
    void takeDrawing(const std::shared_ptr<MapDrawing> &drawing,
                     const std::shared_ptr<const MapScene> &scene);
    void takeDetail();
    void layOut();
    void zoom(double factor, QPointF about);
    void setViewport(const MapViewport &viewport);
    bool isQuickToDraw() const;
    void updateDrawing();
    MapSurroundings surroundings() const { return {takenBy(m_layout), m_fitted}; }
    void paintInsets(QPainter &painter);
    const MapInset *insetAt(QPointF screen) const;
    void updateArea(std::optional<size_t> area);
    void changePicture(const std::function<void()> &change);
    void loseView();
    void paintHint(QPainter &painter, const QString &text);

    SelectedAreas &m_areas;
    QString m_emptyText;
    std::shared_ptr<const MapScene> m_scene;
    MapLayout m_layout;
    MapViewport m_viewport;
    bool m_fitted = true; ///< shows everything, and still does after a resize
    MapPicture m_picture;
    FurniturePicture m_furniture;
    DrawingJob m_job;
    QFutureWatcher<void> m_detailJob;
    std::shared_ptr<const MapShapes> m_detailOf; ///< what that job works on
    bool m_isMoving = false;                     ///< by hand
    std::optional<MapViewport> m_lostView;       ///< memory ran short for it; not tried again
    std::optional<size_t> m_drawnHover;
};

} // namespace atlas
