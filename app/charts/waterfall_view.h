#pragma once

#include "app/charts/chart_style.h"
#include "core/render/picture_file.h"

#include <QString>
#include <QStringList>
#include <QtCharts/QChartView>

#include <vector>

namespace atlas {

/// One bar of a waterfall, from where the bar before it ended.
struct WaterfallBar
{
    QString name;
    double step = 0; ///< NaN draws none
};

/// How a total comes about: bars from a start, one below the other, each beginning where the one before it
/// ended, then the total. What raises it and what lowers it have different colours and sides.
class WaterfallView : public QChartView
{
    Q_OBJECT

public:
    explicit WaterfallView(QWidget *parent = nullptr);

    void show(double start, const std::vector<WaterfallBar> &bars, const QString &totalName);
    void clear();
    bool isEmpty() const { return m_bars.empty(); }
    /// The least height with which every bar shows its name.
    double neededHeight(const QFont &font) const;
    /// The chart on a page, black on white.
    Picture picture(const QString &title, const QStringList &notes) const;

signals:
    void barClicked(int bar); ///< position in the bars shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void addBars(double start, const std::vector<WaterfallBar> &bars, const QString &totalName);
    void addAxes(const QStringList &names, double least, double greatest);
    void useStyle(const ChartStyle &style);

    double m_start = 0;
    std::vector<WaterfallBar> m_bars;
    QString m_totalName;
};

} // namespace atlas
