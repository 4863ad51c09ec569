// Draws how time and memory grow with the number of areas.
//
//     growth_chart FILE.csv FILE.svg
//
// The first column of the table is the number of areas; the others are named "what [unit]", and each unit
// gets a panel of its own. Both axes are logarithmic, so what grows as fast as the data rises as the dotted
// line.

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <vector>

namespace {

constexpr QSizeF panelSize(460, 380);
constexpr QMarginsF panelMargins(52, 40, 138, 44); // left, top, right, bottom; lines are named on the right

const QColor ink(0x33, 0x33, 0x33);
const QColor faint(0xdd, 0xdd, 0xdd);

struct Series
{
    QString name;
    QString unit;
    std::vector<QPointF> points; ///< areas, figure
};

std::vector<Series> readSeries(const QString &path)
{
    QFile file(path);
    std::vector<Series> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList heads = lines.takeFirst().trimmed().split(QLatin1Char(','));
    for (int column = 1; column < heads.size(); ++column) {
        Series series;
        series.name = heads[column].section(QStringLiteral(" ["), 0, 0);
        series.unit = heads[column].section(QLatin1Char('['), 1).chopped(1);
        for (const QString &line : lines) {
            const QStringList cells = line.trimmed().split(QLatin1Char(','));
            if (!cells.value(column).isEmpty())
                series.points.emplace_back(cells[0].toDouble(), cells[column].toDouble());
        }
        if (!series.points.empty())
            all.push_back(series);
    }
    return all;
}

/// A logarithmic axis over whole decades.
struct Axis
{
    double low = 1;
    double high = 10;

    void include(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    double share(double value) const { return std::log(value / low) / std::log(high / low); }
};

struct Panel
{
    QRectF area;
    Axis x;
    Axis y;

    QPointF place(QPointF point) const
    {
        return {area.left() + x.share(point.x()) * area.width(),
                area.bottom() - y.share(point.y()) * area.height()};
    }
};

Panel panelOf(const std::vector<Series> &lines, QPointF corner)
{
    Panel panel;
    panel.area = QRectF(corner, panelSize).marginsRemoved(panelMargins);
    panel.x = {lines[0].points[0].x(), lines[0].points[0].x()};
    panel.y = {lines[0].points[0].y(), lines[0].points[0].y()};
    for (const Series &line : lines)
        for (const QPointF &point : line.points) {
            panel.x.include(point.x());
            panel.y.include(point.y());
        }
    panel.y.low = std::pow(10, std::floor(std::log10(panel.y.low)));
    panel.y.high = std::pow(10, std::ceil(std::log10(panel.y.high)));
    return panel;
}

QString textOf(double number)
{
    return QLocale(QLocale::English).toString(number, 'f', number < 1 ? 1 : 0);
}

void drawAxes(QPainter &painter, const Panel &panel, const QString &unit)
{
    const bool isTime = unit == QLatin1String("ms");
    painter.setPen(ink);
    QFont bold = painter.font();
    bold.setBold(true);
    const QFont plain = painter.font();
    painter.setFont(bold);
    painter.drawText(panel.area.topLeft() - QPointF(40, 18),
                     isTime ? QStringLiteral("Time, milliseconds") : QStringLiteral("Memory, megabytes"));
    painter.setFont(plain);
    for (double value = panel.y.low; value <= panel.y.high * 1.001; value *= 10) {
        const double y = panel.place({panel.x.low, value}).y();
        painter.setPen(faint);
        painter.drawLine(QPointF(panel.area.left(), y), QPointF(panel.area.right(), y));
        painter.setPen(ink);
        painter.drawText(QRectF(panel.area.left() - 60, y - 8, 54, 16), Qt::AlignRight | Qt::AlignVCenter,
                         textOf(value));
    }
    for (const double value : {100.0, 1000.0, 10000.0, 100000.0}) {
        const double x = panel.place({value, panel.y.low}).x();
        painter.setPen(faint);
        painter.drawLine(QPointF(x, panel.area.top()), QPointF(x, panel.area.bottom()));
        painter.setPen(ink);
        painter.drawText(QRectF(x - 40, panel.area.bottom() + 4, 80, 16), Qt::AlignCenter, textOf(value));
    }
    painter.drawText(panel.area.adjusted(-40, 0, 40, 0).translated(0, panel.area.height() / 2 + 30),
                     Qt::AlignCenter,
                     QStringLiteral("areas, 150 vertices each; dotted: as fast as the data"));
}

/// What rises as the data do, to the largest figure there is.
void drawGuide(QPainter &painter, const Panel &panel, const std::vector<Series> &lines)
{
    double last = 0;
    for (const Series &line : lines)
        last = std::max(last, line.points.back().y());
    const double first = std::max(panel.y.low, last * panel.x.low / panel.x.high);
    painter.setPen(QPen(ink, 1, Qt::DotLine));
    painter.drawLine(panel.place({panel.x.high * first / last, first}), panel.place({panel.x.high, last}));
}

void drawLines(QPainter &painter, const Panel &panel, std::vector<Series> lines)
{
    // Colours that people who see few colours can tell apart (Okabe and Ito 2008).
    static const std::vector<QColor> colours = {QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00),
                                                QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7)};
    constexpr double lineHeight = 15;
    std::ranges::sort(lines, std::greater(), [](const Series &line) { return line.points.back().y(); });
    double nameAt = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        QPolygonF course;
        for (const QPointF &point : lines[i].points)
            course << panel.place(point);
        painter.setPen(QPen(colours[i % colours.size()], 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(course);
        nameAt = std::max(nameAt + lineHeight, course.last().y());
        painter.drawText(QPointF(panel.area.right() + 6, nameAt + 4), lines[i].name);
    }
}

/// The largest that all of England may take.
void drawLimit(QPainter &painter, const Panel &panel)
{
    constexpr double limit = 2500;
    if (limit > panel.y.high)
        return;
    const double y = panel.place({panel.x.low, limit}).y();
    painter.setPen(QPen(ink, 1, Qt::DashLine));
    painter.drawLine(QPointF(panel.area.left(), y), QPointF(panel.area.right(), y));
    painter.drawText(QPointF(panel.area.left() + 4, y - 4), QStringLiteral("limit: 2.5 GB"));
}

bool drawChart(const std::vector<Series> &all, const QString &path)
{
    std::map<QString, std::vector<Series>, std::greater<>> panels; // milliseconds first
    for (const Series &series : all)
        panels[series.unit].push_back(series);
    const QRectF page(0, 0, panelSize.width() * static_cast<double>(panels.size()), panelSize.height());
    QSvgGenerator svg;
    svg.setFileName(path);
    svg.setTitle(QStringLiteral("How time and memory grow with the number of areas"));
    svg.setSize(page.size().toSize());
    svg.setViewBox(page);
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    painter.fillRect(page, Qt::white);
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(12);
    painter.setFont(font);
    QPointF corner;
    for (const auto &[unit, lines] : panels) {
        const Panel panel = panelOf(lines, corner);
        drawAxes(painter, panel, unit);
        drawGuide(painter, panel, lines);
        if (unit == QLatin1String("MB"))
            drawLimit(painter, panel);
        drawLines(painter, panel, lines);
        corner.rx() += panelSize.width();
    }
    return painter.end();
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const std::vector<Series> series =
        argc > 2 ? readSeries(QString::fromLocal8Bit(argv[1])) : std::vector<Series>();
    if (series.empty() || !drawChart(series, QString::fromLocal8Bit(argv[2]))) {
        std::fputs("Usage: growth_chart FILE.csv FILE.svg\n", stderr);
        return 2;
    }
    return 0;
}
