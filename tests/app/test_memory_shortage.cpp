#include "tests/app/changes.h"
#include "tests/app/many_areas.h"
#include "tests/app/waiting.h"
#include "tests/render/made_scene.h"
#include "tests/support/memory_limit.h"
#include "tests/support/test_program.h"

#include "app/atlas/atlas_model.h"
#include "app/map/atlas_map.h"
#include "core/render/map_export.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QWheelEvent>

#include <bit>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr size_t kilobyte = 1024;
constexpr size_t megabyte = 1024 * kilobyte;

} // namespace

/// The map when there is no memory left for what it has to do: it says so, and shows nothing that is wrong.
class MemoryShortageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aViewThatCannotBeDrawnIsSaid();
    void aSelectionThatCannotBeDrawnIsSaid();
    void togglesShowNoStaleColour();
    void outlinesThatCannotBePreparedAreSaid();
    void aMapTooLargeToDrawIsAnError();

private:
    bool settles()
    {
        return comesTrue([this] { return m_map->isSettled(); });
    }
    QImage seen() { return m_map->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    void zoomIn();
    size_t roomyArea() const;
    QRgb colourSeenIn(size_t area);

    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<MapWidget> m_map;
};

void MemoryShortageTest::initTestCase()
{
    if (!canLimitMemory())
        QSKIP("A sanitizer sets aside more addresses than any limit allows.");
    takeMemoryInPieces();
}

void MemoryShortageTest::init()
{
    m_map.reset();
    m_model = std::make_unique<AtlasModel>();
    m_map = std::make_unique<AtlasMap>(m_model->document, m_model->areas);
    m_map->resize(1600, 1200);
    const auto shapes = std::make_shared<const MapShapes>(manyAreas()->boundaries);
    shapes->findDetail(); // or the map is drawn once more when it has been found
    m_model->document.open(manyAreas(), shapes);
    m_map->show();
    QVERIFY(settles());
}

void MemoryShortageTest::zoomIn()
{
    const QPointF at(700, 600);
    QWheelEvent wheel(at, m_map->mapToGlobal(at), {}, QPoint(0, 360), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_map.get(), &wheel);
}

/// The area in sight that has most room around its label's place.
size_t MemoryShortageTest::roomyArea() const
{
    size_t best = 0;
    for (size_t area = 0; area < m_model->document.now().dataset()->areas.size(); ++area) {
        const QPointF at =
            m_map->viewport().toScreen(m_model->document.now().shapes()->labelPoint(area).centre);
        const bool isInSight = m_map->rect().adjusted(400, 50, -50, -100).contains(at.toPoint());
        if (isInSight
            && m_model->document.now().shapes()->labelPoint(area).radius
                   > m_model->document.now().shapes()->labelPoint(best).radius)
            best = area;
    }
    return best;
}

QRgb MemoryShortageTest::colourSeenIn(size_t area)
{
    const QPointF at = m_map->viewport().toScreen(m_model->document.now().shapes()->labelPoint(area).centre);
    return seen().pixel(int(at.x()), int(at.y()));
}

void MemoryShortageTest::aViewThatCannotBeDrawnIsSaid()
{
    QSignalSpy said(m_map.get(), &MapWidget::memoryShort);
    {
        const MemoryLimit limit(200 * kilobyte);
        zoomIn();
        COMES_TO(said.size(), 1);
        QVERIFY(said[0][0].toString().contains("too little memory"));
        m_map->repaint(); // asks for nothing that was not to be had a moment ago
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(said.size(), 1);
        QVERIFY(!m_map->isSettled());
    }
    m_map->zoomIn(); // with memory again
    QVERIFY(settles());
    const size_t area = roomyArea();
    QCOMPARE(QColor(colourSeenIn(area)),
             m_model->document.now().scene(Theme::Light, QLocale::c()).colourOf(area));
}

void MemoryShortageTest::aSelectionThatCannotBeDrawnIsSaid()
{
    QSignalSpy said(m_map.get(), &MapWidget::memoryShort);
    std::vector<size_t> many(500);
    for (size_t i = 0; i < many.size(); ++i)
        many[i] = i;
    {
        const MemoryLimit limit(200 * kilobyte);
        m_model->areas.select(many);
    }
    QCOMPARE(said.size(), 1);
    QVERIFY(said[0][0].toString().contains("outline the selection"));
    QCOMPARE(m_model->areas.areas(), many); // kept, with the map as it was
    QVERIFY(m_map->isSettled());
    const QImage plain = seen();
    many.push_back(many.size());
    m_model->areas.select(many); // with memory again
    QVERIFY(seen() != plain);
    QCOMPARE(said.size(), 1);
}

void MemoryShortageTest::togglesShowNoStaleColour()
{
    const size_t area = roomyArea();
    int classesOfArea = 0; // that were seen, as bits
    for (int toggle = 0; toggle < 20; ++toggle) {
        {
            const MemoryLimit limit(200 * kilobyte);
            IndexSettings settings;
            settings.excluded.insert(toggle % 2 == 0 ? "first" : "second");
            setIndexSettings(m_model->document, settings);
            QCoreApplication::processEvents();
        }
        const MapScene scene = m_model->document.now().scene(Theme::Light, QLocale::c());
        QCOMPARE(QColor(colourSeenIn(area)), scene.colourOf(area));
        classesOfArea |= 1 << scene.classes[area];
    }
    QVERIFY(std::popcount(static_cast<unsigned>(classesOfArea)) > 1);
}

void MemoryShortageTest::outlinesThatCannotBePreparedAreSaid()
{
    const auto shapes = std::make_shared<const MapShapes>(manyAreas()->boundaries);
    {
        const MemoryLimit limit(200 * kilobyte);
        shapes->findDetail();
    }
    QVERIFY(shapes->detail() == nullptr);
    // The map is drawn all the same, and the window says why that takes longer.
    QSignalSpy said(m_map.get(), &MapWidget::memoryShort);
    m_model->document.open(manyAreas(), shapes);
    COMES_TO(said.size(), 1);
    QVERIFY(said[0][0].toString().contains("more slowly"));
    QVERIFY(settles());
    const size_t area = roomyArea();
    QCOMPARE(QColor(colourSeenIn(area)),
             m_model->document.now().scene(Theme::Light, QLocale::c()).colourOf(area));
}

void MemoryShortageTest::aMapTooLargeToDrawIsAnError()
{
    const MapScene scene = m_model->document.now().scene(Theme::Light, QLocale::c());
    const MemoryLimit limit(4 * megabyte);
    const auto bytes = renderMap(scene, {.size = ExportSize::fromPixels(6000, 6000)}, PictureFormat::Png);
    QVERIFY(!bytes.ok());
    QVERIFY(bytes.error().message.contains("too little memory"));
}

ATLAS_TEST(MemoryShortageTest)

#include "test_memory_shortage.moc"
