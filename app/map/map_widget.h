#pragma once

#include "app/map/drawing_job.h"
#include "app/map/furniture_picture.h"
#include "app/map/map_picture.h"
#include "core/render/map_painter.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace atlas {

class AtlasState;

/// The map of the window: shows the state's scene, and turns pointer and keys into selection, hover and zoom.
/// The areas are kept as a picture. New colours are put into it at once; for another view it is moved and
/// scaled until a new one has been drawn in the background.
class MapWidget : public QWidget
{
    Q_OBJECT

public:
    explicit MapWidget(AtlasState &state, QWidget *parent = nullptr);
    ~MapWidget() override;

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {240, 180}; }
    const MapViewport &viewport() const { return m_viewport; }
    /// The area that the arrow keys are at; nothing before they are used.
    std::optional<size_t> keyboardArea() const { return m_keyboardArea; }
    /// Whether the map is drawn for the view it shows, not moved or scaled from another.
    bool isSettled() const;

public slots:
    void zoomIn();
    void zoomOut();
    void fit();                   ///< all areas in sight
    void showArea(size_t area);   ///< zooms so that the area fills a third of the map
    void revealArea(size_t area); ///< moves the map only if the area is out of sight

signals:
    void painted();     ///< after each paint event that drew areas
    void settled();     ///< after a paint event that showed the view as it is
    void memoryShort(); ///< the view could not be drawn; what is seen is an older picture

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void takeDataset();
    void takeScene();
    void takeColours();
    void takeTheme();
    void takeSelection();
    void takeHover();
    std::vector<size_t> selectedShapes() const;
    void dragTo(QPointF offset);
    void dragRectangle(QPointF corner);
    void selectRectangle(Qt::KeyboardModifiers modifiers);
    void takeDrawing(const std::shared_ptr<MapDrawing> &drawing,
                     const std::shared_ptr<const MapScene> &scene);
    void replaceScene();
    void setViewport(const MapViewport &viewport);
    void updateDrawing();
    void updateArea(std::optional<size_t> area);
    void zoom(double factor, QPointF about);
    void paintHighlights(QPainter &painter);
    void paintHint(QPainter &painter, const QString &text);
    std::optional<size_t> areaAt(QPointF screen) const;
    void clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers);
    std::pair<std::vector<size_t>, std::vector<QPointF>> areasToGoTo() const;
    void moveKeyboardArea(int key);

    AtlasState &m_state;
    std::shared_ptr<const MapScene> m_scene;
    MapLayout m_layout;
    MapViewport m_viewport;
    bool m_fitted = true; ///< shows everything, and goes on to when the window is resized
    MapPicture m_picture;
    FurniturePicture m_furniture;
    DrawingJob m_job;
    QFutureWatcher<void> m_detailJob;
    bool m_detailAsked = false;
    bool m_moving = false; ///< by hand, so that a quick answer counts for more than a sharp one
    std::optional<QPointF> m_pressedAt;
    MapViewport m_pressedView;
    bool m_dragging = false;
    bool m_pressedForRectangle = false;
    std::optional<QRectF> m_rectangle; ///< being drawn, to select what is in it
    std::optional<size_t> m_drawnHover;
    std::optional<size_t> m_keyboardArea;
};

} // namespace atlas
