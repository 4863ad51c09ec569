#pragma once

#include "app/charts/row_chart.h"

namespace atlas {

/// The areas by rank, each with its ranks in the draws: a line for the 5-95 % band, a mark for the median and
/// a crossbar for the rank by the index. Draws of a former method are faint and hollow.
class RankChart : public RowChart
{
    Q_OBJECT

public:
    explicit RankChart(const Document &document, const SelectedAreas &areas, QWidget *parent = nullptr);
    /// What the marks mean, in words.
    static QString legend();
    QStringList tableHeader() const override;
    QStringList tableRow(size_t area) const override;

protected:
    std::vector<ChartMark> legendMarks(const ChartStyle &style) const override;
    void paintHeader(QPainter &painter, const ChartStyle &style, double width) const override;
    void paintRows(QPainter &painter, const ChartStyle &style, double width, double top,
                   double bottom) const override;
    QString textOf(size_t area) const override;

private:
    void rebuild();
    void paintDraws(QPainter &painter, const ChartStyle &style, const QRectF &row, size_t area) const;
    void paintRow(QPainter &painter, const ChartStyle &style, const QRectF &row, size_t area) const;
    double xOf(double rank, const ChartStyle &style, double width) const;
};

} // namespace atlas
