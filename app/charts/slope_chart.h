#pragma once

#include "app/charts/row_chart.h"

namespace atlas {

/// The areas by rank on the left and by another rank on the right, each joined to itself by a line. Those
/// without a rank stand last, and no line leads to them.
class SlopeChart : public RowChart
{
    Q_OBJECT

public:
    explicit SlopeChart(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);

    /// Ranks by area, 0 for none, and what each side is called.
    void setRanks(std::vector<double> left, const QString &leftTitle, std::vector<double> right,
                  const QString &rightTitle);
    void clear();
    /// What its lines mean, in words.
    static QString legend();
    QStringList tableHeader() const override;
    QStringList tableRow(size_t area) const override;

protected:
    std::vector<ChartMark> legendMarks(const ChartStyle &style) const override;
    void paintHeader(QPainter &painter, const ChartStyle &style, double width) const override;
    void paintRows(QPainter &painter, const ChartStyle &style, double width, double top,
                   double bottom) const override;
    std::optional<size_t> areaInRows(QPointF point) const override;
    QString textOf(size_t area) const override;

private:
    struct Side
    {
        QString title;
        std::vector<double> ranks; ///< by area; 0 for none
        std::vector<size_t> order; ///< areas from the top down
        std::vector<size_t> rows;  ///< by area
    };

    Side sideOf(std::vector<double> ranks, const QString &title) const;
    QLineF lineOf(size_t area, const ChartStyle &style, double width) const;
    bool hasLine(size_t area) const { return m_left.ranks[area] > 0 && m_right.ranks[area] > 0; }
    std::vector<size_t> areasInSight(double rowHeight, double top, double bottom) const;
    void paintLine(QPainter &painter, const ChartStyle &style, double width, size_t area) const;
    void paintLabel(QPainter &painter, const ChartStyle &style, const QRectF &cell, const Side &side,
                    size_t area) const;

    Side m_left;
    Side m_right;
};

} // namespace atlas
