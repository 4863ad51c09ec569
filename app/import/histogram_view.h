#pragma once

#include "core/statistics/indicator_quality.h"

#include <QString>
#include <QWidget>

namespace atlas {

/// A small histogram, with the least and the greatest value at its ends and a mark at the median.
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget *parent = nullptr);

    struct Labels
    {
        QString least;
        QString median;
        QString greatest;
    };
    /// Nothing is drawn without bars. The labels are numbers in words and figures of the locale.
    void show(Histogram histogram, double median, Labels labels);
    const Histogram &histogram() const { return m_histogram; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    QRectF barAt(size_t index) const;
    double placeOf(double value) const;
    void paintLabels(QPainter &painter) const;

    Histogram m_histogram;
    double m_median = 0;
    Labels m_labels;
};

} // namespace atlas
