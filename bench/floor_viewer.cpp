// The least that a viewer of a shapefile can be: read it, class its areas, draw them once. What the window
// takes is compared with this.
//
//     floor_viewer FILE.shp   a line once the map is painted, then it quits

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QPainter>
#include <QPainterPath>
#include <QStatusBar>
#include <QTimer>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace {

constexpr size_t classCount = 4;

struct Shape
{
    std::vector<QPolygonF> rings; ///< y down
    QRectF box;
    size_t classNumber = 0;
};

void addPolygon(const OGRPolygon &polygon, Shape &shape)
{
    for (const OGRLinearRing *ring : polygon) {
        QPolygonF points(ring->getNumPoints());
        for (int i = 0; i < ring->getNumPoints(); ++i)
            points[i] = QPointF(ring->getX(i), -ring->getY(i));
        shape.box |= points.boundingRect();
        shape.rings.push_back(std::move(points));
    }
}

Shape shapeOf(const OGRGeometry &geometry)
{
    Shape shape;
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon)
        addPolygon(*geometry.toPolygon(), shape);
    else if (type == wkbMultiPolygon)
        for (const OGRPolygon *polygon : *geometry.toMultiPolygon())
            addPolygon(*polygon, shape);
    return shape;
}

std::vector<Shape> readShapes(const char *file)
{
    RegisterOGRShape();
    std::vector<Shape> shapes;
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(file, GDAL_OF_VECTOR));
    if (!dataset || dataset->GetLayerCount() == 0)
        return shapes;
    for (const auto &feature : *dataset->GetLayer(0))
        if (const OGRGeometry *geometry = feature->GetGeometryRef())
            shapes.push_back(shapeOf(*geometry));
    return shapes;
}

void classByQuantiles(std::vector<Shape> &shapes)
{
    std::ranges::sort(shapes, {}, [](const Shape &shape) { return shape.box.width() * shape.box.height(); });
    for (size_t i = 0; i < shapes.size(); ++i)
        shapes[i].classNumber = i * classCount / shapes.size();
}

/// Moves the shapes so that all of them can be seen.
QTransform fittingTransform(const std::vector<Shape> &shapes, const QSizeF &size)
{
    QRectF extent;
    for (const Shape &shape : shapes)
        extent |= shape.box;
    const double scale = std::min(size.width() / extent.width(), size.height() / extent.height());
    QTransform transform;
    transform.translate(size.width() / 2, size.height() / 2);
    transform.scale(scale, scale);
    transform.translate(-extent.center().x(), -extent.center().y());
    return transform;
}

/// A ring on the screen, without the points that fall on the pixel of the one before.
QPolygonF onScreen(const QPolygonF &ring, const QTransform &transform)
{
    QPolygonF seen;
    QPoint pixel;
    for (const QPointF &point : ring) {
        const QPointF place = transform.map(point);
        if (!seen.isEmpty() && place.toPoint() == pixel)
            continue;
        pixel = place.toPoint();
        seen << place;
    }
    return seen;
}

void drawShape(QPainter &painter, const Shape &shape, const QTransform &transform)
{
    if (shape.rings.size() == 1) {
        painter.drawPolygon(onScreen(shape.rings.front(), transform));
        return;
    }
    QPainterPath outline;
    for (const QPolygonF &ring : shape.rings) {
        outline.addPolygon(onScreen(ring, transform));
        outline.closeSubpath();
    }
    painter.drawPath(outline);
}

class Map : public QWidget
{
public:
    explicit Map(std::vector<Shape> shapes) : m_shapes(std::move(shapes)) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        static const std::array<QColor, classCount> colours = {
            QColor(0xf2, 0xf0, 0xf7), QColor(0xcb, 0xc9, 0xe2), QColor(0x9e, 0x9a, 0xc8),
            QColor(0x6a, 0x51, 0xa3)};
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), Qt::white);
        painter.setPen(QPen(Qt::white, 0));
        const QTransform transform = fittingTransform(m_shapes, size());
        for (const Shape &shape : m_shapes) {
            painter.setBrush(colours[shape.classNumber]);
            drawShape(painter, shape, transform);
        }
        QTimer::singleShot(0, this, &Map::finish);
    }

private:
    void finish()
    {
        std::puts("painted");
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    std::vector<Shape> m_shapes;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    std::vector<Shape> shapes = argc > 1 ? readShapes(argv[1]) : std::vector<Shape>();
    if (shapes.empty()) {
        std::fputs("Usage: floor_viewer FILE.shp, a file of polygons\n", stderr);
        return 2;
    }
    classByQuantiles(shapes);
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("File"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    window.setCentralWidget(new Map(std::move(shapes)));
    window.resize(1600, 1200);
    window.show();
    return QApplication::exec();
}
