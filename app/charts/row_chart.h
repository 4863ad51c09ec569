#pragma once

#include "app/charts/chart_legend.h"
#include "app/charts/chart_style.h"
#include "core/common/result.h"
#include "core/render/picture_file.h"

#include <QAbstractScrollArea>

#include <optional>
#include <utility>
#include <vector>

namespace atlas {

class Document;
class Snapshot;
class SelectedAreas;

/// A chart with a row for each area under an axis that stays in sight. A click selects an area, as on the
/// map; the arrow keys go from row to row. What is drawn on screen is drawn in files.
class RowChart : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit RowChart(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

    /// The area that a point of the viewport means; nothing beside the rows.
    std::optional<size_t> areaAt(const QPoint &point) const;
    size_t rowCount() const { return m_order.size(); }
    /// Areas from the top down.
    const std::vector<size_t> &order() const { return m_order; }
    /// What the chart shows, as a table: the heads of its columns, the name of the area first, and a row.
    virtual QStringList tableHeader() const = 0;
    virtual QStringList tableRow(size_t area) const = 0;
    /// All rows on one page, with `title` above them and `notes` below. Fails where they are too many. Draws
    /// the chart as it is when the picture is written, which must be before it changes or goes.
    Result<Picture> picture(const QString &title, const QStringList &notes) const;

signals:
    void areaChosen(size_t area, bool toggles); ///< toggles: the Ctrl key is held
    void rowsChanged();

protected:
    /// Areas from the top down.
    void setOrder(std::vector<size_t> order);
    const Snapshot &now() const;
    const SelectedAreas &areas() const { return m_areas; }

    static double rowHeight(const ChartStyle &style);
    /// Of the axis.
    static double headerHeight(const ChartStyle &style);
    /// What the marks and colours mean; it stands above the axis, on screen and in files.
    virtual std::vector<ChartMark> legendMarks(const ChartStyle &style) const = 0;
    virtual void paintHeader(QPainter &painter, const ChartStyle &style, double width) const = 0;
    /// Those that any part of is between `top` and `bottom`, the first row being at 0.
    virtual void paintRows(QPainter &painter, const ChartStyle &style, double width, double top,
                           double bottom) const = 0;
    /// From where to where rows are on screen, the first row being at 0.
    std::pair<double, double> rowsInSight() const;
    /// The area at a point below the header, the first row being at 0.
    virtual std::optional<size_t> areaInRows(QPointF point) const;
    virtual QString textOf(size_t area) const = 0;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void updateScrollBar();
    /// Of the legend and the axis.
    double topHeight(const ChartStyle &style, double width) const;
    void paintTop(QPainter &painter, const ChartStyle &style, double width) const;
    void describe();

    const Document &m_document;
    const SelectedAreas &m_areas;
    std::vector<size_t> m_order;
};

} // namespace atlas
