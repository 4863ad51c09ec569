#pragma once

#include "app/map/map_view.h"

#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace atlas {

/// An interactive map: turns pointer and keys into selection, hover, zoom and pan.
class MapWidget : public MapView
{
    Q_OBJECT

public:
    explicit MapWidget(SelectedAreas &areas, QWidget *parent = nullptr);

    /// Sets the text for the area at the pointer or the keyboard focus.
    void setAreaText(std::function<QString(size_t area)> text);

    /// The area that the arrow keys have reached; nothing until they are used.
    std::optional<size_t> keyboardArea() const { return m_keyboardArea; }

protected:
    void paintHighlights(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    void forgetShapes() override;
    bool event(QEvent *event) override;
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
    void showToolTip(const QPoint &global, size_t area);
    void showClassToolTip(const QPoint &global, int classNumber);
    void pointAt(QPointF place, QPoint global);
    void dropPress();
    void dragRectangle(QPointF corner);
    void selectRectangle(Qt::KeyboardModifiers modifiers);
    void clickArea(std::optional<size_t> area, Qt::KeyboardModifiers modifiers);
    std::optional<size_t> areaToClick(QPointF place);
    void clickClass(int classNumber, Qt::KeyboardModifiers modifiers);
    std::pair<std::vector<size_t>, std::vector<QPointF>> areasToGoTo() const;
    void moveKeyboardArea(int key);

    std::function<QString(size_t)> m_areaText;
    std::optional<QPointF> m_pressedAt;
    MapViewport m_pressedView;
    bool m_dragging = false;
    bool m_pressedForRectangle = false;
    std::optional<QRectF> m_rectangle; ///< being drawn, to select what it touches
    std::optional<size_t> m_keyboardArea;
    std::optional<QPointF> m_clickedAt; ///< where the click before this one was
    size_t m_clicksThere = 0;           ///< how many have been there before, one after another
};

} // namespace atlas
