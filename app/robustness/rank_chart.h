#pragma once

#include <QAbstractScrollArea>

#include <vector>

namespace atlas {

class AtlasState;

/// The areas by rank, each with the ranks that the draws gave it: a line for the 5-95 % band, a mark for the
/// median and a ring for the rank of the index. Click selects an area, as the map does.
class RankChart : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit RankChart(const AtlasState &state, QWidget *parent = nullptr);

    /// The area whose row is at a point of the viewport; nothing beside the rows.
    std::optional<size_t> areaAt(const QPoint &point) const;

signals:
    void areaChosen(size_t area, bool toggles); ///< toggles: the Ctrl key is held

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void rebuild();
    void drawRow(QPainter &painter, const QRect &row, size_t area) const;
    void drawAxis(QPainter &painter) const;
    double xOf(double rank) const;
    int rowHeight() const;
    int axisHeight() const;
    int nameWidth() const;
    QString textOf(size_t area) const;

    const AtlasState &m_state;
    std::vector<size_t> m_order; ///< areas with a rank, the most disengaged first
};

} // namespace atlas
