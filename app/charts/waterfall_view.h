#pragma once

#include "app/charts/chart_legend.h"
#include "app/charts/chart_style.h"
#include "core/render/picture_file.h"

#include <QString>
#include <QStringList>
#include <QtCharts/QChartView>

#include <vector>

class QKeyEvent;
class QResizeEvent;

namespace atlas {

/// One bar of a waterfall, from where the bar before it ended.
struct WaterfallBar
{
    QString name;
    double step = 0;       ///< NaN draws none
    bool isAtMean = false; ///< its figure is printed like the mean: what is left neither raises nor lowers
};

/// How a total comes about: bars from a start, one below the other, each beginning where the one before it
/// ended, then the total. What raises it and what lowers it have different colours and sides. Values stand at
/// the bars where there is room, and what the colours mean below them, on screen and in files.
class WaterfallView : public QChartView
{
    Q_OBJECT

public:
    explicit WaterfallView(QWidget *parent = nullptr);

    /// `title` says what the chart shows; a file has a heading of its own.
    void show(double start, const std::vector<WaterfallBar> &bars, const QString &totalName,
              const QString &title = {});
    void clear();
    bool isEmpty() const { return m_bars.empty(); }
    /// The least height with which every bar shows its name.
    double neededHeight(const QFont &font) const;
    /// The chart on a page, black on white.
    Picture picture(const QString &title, const QStringList &notes) const;

signals:
    void barClicked(int bar); ///< position in the bars shown
    void tableAsked();        ///< T was pressed: the same is wanted as a table

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    /// A bar on the axis.
    struct Span
    {
        double from = 0;
        double to = 0;
        QString text; ///< its value
    };

    void addBars(double start, const std::vector<WaterfallBar> &bars, const QString &totalName);
    void addAxes(const QStringList &names, double least, double greatest);
    void useStyle(const ChartStyle &style);
    void describe();
    std::vector<ChartMark> meaningOfColours() const;
    void makeRoom(const QSizeF &size);
    void leaveRoomForLegend(double width);
    void paintValues(QPainter &painter) const;
    void paintMeaning(QPainter &painter, const QSizeF &size) const;

    double m_start = 0;
    std::vector<WaterfallBar> m_bars;
    std::vector<Span> m_spans; ///< from the bottom up, as the axis counts
    QString m_title;
    QString m_totalName;
    ChartStyle m_style;
};

} // namespace atlas
