#include "tests/app/changes.h"
#include "tests/app/many_areas.h"
#include "tests/app/waiting.h"
#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "app/atlas/atlas_model.h"
#include "app/map/atlas_map.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace atlas;
using namespace atlas::test;

/// The map with so many areas that it is drawn in the background.
class MapDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFirstPictureComesByItself();
    void aZoomShowsAPreviewAndThenTheView();
    void aDragMovesThePictureAtOnce();
    void togglesNeverShowStaleColours();
    void resizingWhileDrawingEndsWell();
    void newDataWhileDrawingEndWell();
    void closingWhileDrawingEndsWell();
    void manyAreasCanBeSelected();

private:
    bool settles()
    {
        return comesTrue([this] { return m_map->isSettled(); });
    }
    QImage seen() { return m_map->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    void compareColours(const QImage &image) const;
    void sendWheel(QPointF at, int steps);

    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<MapWidget> m_map;
};

void MapDrawingTest::init()
{
    m_map.reset();
    m_model = std::make_unique<AtlasModel>();
    m_map = std::make_unique<AtlasMap>(m_model->document, m_model->areas);
    m_map->resize(900, 700);
    m_model->document.open(manyAreas());
    m_map->show();
    COMES_TRUE(isExposed(*m_map));
}

/// The areas that are roomy on the screen have the colour of their class in the middle.
void MapDrawingTest::compareColours(const QImage &image) const
{
    const MapScene scene = m_model->document.now().scene(Theme::Light, QLocale::c());
    int compared = 0;
    int wrong = 0;
    for (size_t area = 0; area < 2025; area += 5) {
        const LabelPoint place = m_model->document.now().shapes()->labelPoint(area);
        const QPointF at = m_map->viewport().toScreen(place.centre);
        if (place.radius * m_map->viewport().pixelsPerMetre() < 3 || at.x() < 290
            || !image.rect().adjusted(4, 4, -4, -40).contains(at.toPoint()))
            continue;
        ++compared;
        wrong += image.pixelColor(QPoint(int(at.x()), int(at.y()))) == scene.colourOf(area) ? 0 : 1;
    }
    QVERIFY2(compared >= 10, qPrintable(QString::number(compared)));
    QCOMPARE(wrong, 0);
}

void MapDrawingTest::sendWheel(QPointF at, int steps)
{
    QWheelEvent wheel(at, m_map->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_map.get(), &wheel);
}

void MapDrawingTest::theFirstPictureComesByItself()
{
    QSignalSpy settled(m_map.get(), &MapWidget::settled);
    QVERIFY(settles());
    COMES_TRUE(!settled.isEmpty());
    compareColours(seen());
    // Where detail is found later, the picture is drawn once more, and stays as it was but for single pixels.
    COMES_TRUE(m_model->document.now().shapes()->detail() != nullptr);
    QVERIFY(settles());
    compareColours(seen());
}

void MapDrawingTest::aZoomShowsAPreviewAndThenTheView()
{
    QVERIFY(settles());
    sendWheel({500, 350}, 3);
    QVERIFY(!m_map->isSettled());
    seen(); // a preview is painted without waiting
    QVERIFY(settles());
    compareColours(seen());
}

void MapDrawingTest::aDragMovesThePictureAtOnce()
{
    QVERIFY(settles());
    const QImage before = seen();
    QTest::mousePress(m_map.get(), Qt::LeftButton, {}, QPoint(500, 300));
    QTest::mouseMove(m_map.get(), QPoint(520, 310));
    QTest::mouseMove(m_map.get(), QPoint(540, 320));
    const QImage preview = seen();
    int moved = 0;
    for (int x = 600; x < 700; ++x)
        moved += preview.pixel(x, 400) == before.pixel(x - 40, 380) ? 1 : 0;
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, QPoint(540, 320));
    QVERIFY2(moved >= 95, qPrintable(QString::number(moved)));
    QVERIFY(settles());
    compareColours(seen());
}

void MapDrawingTest::togglesNeverShowStaleColours()
{
    QVERIFY(settles());
    for (int toggle = 0; toggle < 100; ++toggle) {
        IndexSettings settings;
        if (toggle % 3 != 2)
            settings.excluded.insert(toggle % 3 == 0 ? "first" : "second");
        setIndexSettings(m_model->document, settings);
        if (toggle % 10 == 0)
            sendWheel({500, 350}, toggle % 20 == 0 ? 1 : -1);
        const QImage preview = seen();
        if (toggle % 10 < 5) // the first few while the view is being drawn
            continue;
        QVERIFY(settles());
        compareColours(toggle % 10 == 5 ? seen() : preview);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(settles());
    compareColours(seen());
}

void MapDrawingTest::resizingWhileDrawingEndsWell()
{
    for (int width = 500; width < 1000; width += 25) {
        m_map->resize(width, 600);
        QCoreApplication::processEvents();
    }
    QVERIFY(settles());
    QCOMPARE(seen().size(), QSize(975, 600) * m_map->devicePixelRatio());
    compareColours(seen());
}

void MapDrawingTest::newDataWhileDrawingEndWell()
{
    QSignalSpy memoryShort(m_map.get(), &MapWidget::memoryShort);
    sendWheel({500, 350}, 2);
    seen();
    m_model->document.open(std::make_shared<const Dataset>(builtInData()));
    QVERIFY(settles());
    const MapScene scene = m_model->document.now().scene(Theme::Light, QLocale::c());
    const QImage image = seen();
    for (size_t area = 0; area < 3; ++area) {
        const LabelPoint label = m_model->document.now().shapes()->labelPoint(area);
        const QPointF at = m_map->viewport().toScreen(label.centre);
        QVERIFY(m_map->rect().contains(at.toPoint()));
        const QPointF besideLabel = at - QPointF(0, 0.8 * label.radius * m_map->viewport().pixelsPerMetre());
        QCOMPARE(image.pixelColor(besideLabel.toPoint()), scene.colourOf(area));
    }
    m_model->document.open(manyAreas());
    QVERIFY(settles());
    compareColours(seen());
    QVERIFY(memoryShort.isEmpty());
}

void MapDrawingTest::closingWhileDrawingEndsWell()
{
    QVERIFY(settles());
    for (int round = 0; round < 5; ++round) {
        sendWheel({500, 350}, 2);
        seen();
        m_map = std::make_unique<AtlasMap>(m_model->document, m_model->areas);
        m_map->resize(700, 500);
        m_map->show();
    }
    QVERIFY(settles());
}

void MapDrawingTest::manyAreasCanBeSelected()
{
    QVERIFY(settles());
    const QImage before = seen();
    QTest::mousePress(m_map.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(400, 200));
    QTest::mouseMove(m_map.get(), QPoint(500, 300));
    QMouseEvent move(QEvent::MouseMove, QPointF(600, 400), m_map->mapToGlobal(QPointF(600, 400)),
                     Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
    QCoreApplication::sendEvent(m_map.get(), &move);
    QVERIFY(seen() != before); // the rectangle
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(600, 400));
    QVERIFY(m_model->areas.areas().size() > 100);
    const QRectF box(QPointF(400, 200), QPointF(600, 400));
    for (size_t area = 0; area < manyAreas()->boundaries->size(); ++area) {
        const QPointF at =
            m_map->viewport().toScreen(m_model->document.now().shapes()->labelPoint(area).centre);
        if (box.contains(at))
            QVERIFY(m_model->areas.isSelected(area));
    }
    int lines = 0;
    const QImage after = seen();
    for (int x = 300; x < 700; ++x)
        lines += after.pixelColor(x, 300) == mapColours(Theme::Light).selected ? 1 : 0;
    QVERIFY(lines >= 2);
    QTest::keyClick(m_map.get(), Qt::Key_Escape);
    QVERIFY(m_model->areas.areas().empty());
}

ATLAS_TEST(MapDrawingTest)

#include "test_map_drawing.moc"
