#include "app/map/atlas_map.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/land_raster.h"
#include "core/render/map_furniture.h"
#include "core/render/map_insets.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <map>

using namespace atlas;
using namespace atlas::test;

class MapWidgetTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void clickSelectsAndReplaces();
    void controlAndShiftAdd();
    void controlTakesAway();
    void rightClickSelectsWhatItsMenuIsFor();
    void clicksInOnePlaceGoThroughAStackOfAreas();
    void clickBesideEveryAreaClears();
    void hoverFollowsThePointer();
    void dragPansAndSelectsNothing();
    void shiftAndDragSelectsARectangle();
    void wheelZoomsAboutThePointer();
    void doubleClickZoomsToTheArea();
    void escapeClears();
    void arrowsMoveToTheNeighbour();
    void enterSelects();
    void plusMinusAndZeroZoomAndFit();
    void resizingKeepsTheMapFitted();
    void otherClassesMoveNothingAndArePaintedOnce();
    void noneOnShowsTheNoticeAndDoesNotCrash();
    void coloursFollowTheVariableShown();
    void withoutDataThereIsAHint();
    void aClickOnTheLegendSelectsItsClass();
    void anInsetIsClickedLikeTheMap();
    void insetsGoWhenTheMapIsMoved();

private:
    QPoint placeOf(const QString &name) const;
    QSet<QString> selectedNames() const;
    QColor colourAt(const QString &name) const;

    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<MapWidget> m_map;
};

void MapWidgetTest::init()
{
    m_map.reset();
    m_model = std::make_unique<AtlasModel>();
    m_map = std::make_unique<AtlasMap>(m_model->document, m_model->areas);
    m_map->resize(900, 700);
    m_model->document.open(builtInDataset());
    m_map->show();
    COMES_TRUE(isExposed(*m_map));
}

QPoint MapWidgetTest::placeOf(const QString &name) const
{
    const size_t area = areaNamed(*m_model->document.now().dataset(), name);
    return m_map->viewport().toScreen(m_model->document.now().shapes()->labelPoint(area).centre).toPoint();
}

QSet<QString> MapWidgetTest::selectedNames() const
{
    QSet<QString> names;
    for (const size_t area : m_model->areas.areas())
        names << m_model->document.now().dataset()->areas[area].name;
    return names;
}

QColor MapWidgetTest::colourAt(const QString &name) const
{
    return m_map->grab().toImage().pixelColor(placeOf(name));
}

void MapWidgetTest::clickSelectsAndReplaces()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QCOMPARE(selectedNames(), QSet<QString>{"Cumbria"});
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Dorset"));
    QCOMPARE(selectedNames(), QSet<QString>{"Dorset"});
}

void MapWidgetTest::controlAndShiftAdd()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, placeOf("Dorset"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ShiftModifier, placeOf("London"));
    QCOMPARE(selectedNames(), (QSet<QString>{"Cumbria", "Dorset", "London"}));
}

void MapWidgetTest::controlTakesAway()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, placeOf("Dorset"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, placeOf("Cumbria"));
    QCOMPARE(selectedNames(), QSet<QString>{"Dorset"});
}

void MapWidgetTest::rightClickSelectsWhatItsMenuIsFor()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, placeOf("Dorset"));
    QTest::mouseClick(m_map.get(), Qt::RightButton, {}, placeOf("Cumbria"));
    QCOMPARE(m_model->areas.areas().size(), size_t(2)); // it is one of them
    QTest::mouseClick(m_map.get(), Qt::RightButton, {}, placeOf("London"));
    QCOMPARE(m_model->areas.areas(),
             std::vector<size_t>{areaNamed(*m_model->document.now().dataset(), "London")});
}

void MapWidgetTest::clicksInOnePlaceGoThroughAStackOfAreas()
{
    m_model->document.open(std::make_shared<const Dataset>(dataWithShapes({{{squareRing(0, 0, 900)}},
                                                                           {{squareRing(100, 100, 300)}},
                                                                           {{squareRing(1000, 0, 900)}},
                                                                           {{squareRing(150, 150, 600)}}},
                                                                          {1, 2, 3, 4})));
    const auto click = [this](double x, double y) {
        const QPoint place = m_map->viewport().toScreen(QPointF(x, y)).toPoint();
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, place);
        return selectedNames();
    };
    for (const char *name : {"A2", "A4", "A1", "A2"})
        QCOMPARE(click(200, 200), QSet<QString>{name});
    QCOMPARE(click(1500, 500), QSet<QString>{"A3"});
    QCOMPARE(click(200, 200), QSet<QString>{"A2"});
    QCOMPARE(click(600, 600), QSet<QString>{"A4"});
}

void MapWidgetTest::clickBesideEveryAreaClears()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, QPoint(880, 60));
    QCOMPARE(selectedNames(), QSet<QString>{"Cumbria"});
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, QPoint(880, 60));
    QVERIFY(selectedNames().isEmpty());
}

void MapWidgetTest::hoverFollowsThePointer()
{
    QTest::mouseMove(m_map.get(), placeOf("Humber"));
    COMES_TRUE(m_model->areas.hovered().has_value());
    QCOMPARE(m_model->document.now().dataset()->areas[*m_model->areas.hovered()].name, "Humber");
    QTest::mouseMove(m_map.get(), QPoint(880, 60));
    COMES_TRUE(!m_model->areas.hovered().has_value());
}

void MapWidgetTest::dragPansAndSelectsNothing()
{
    const QPoint from = placeOf("Dorset");
    const QPointF before = m_map->viewport().toMap(from);
    QTest::mousePress(m_map.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_map.get(), from + QPoint(30, -20));
    QTest::mouseMove(m_map.get(), from + QPoint(60, -40));
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, from + QPoint(60, -40));
    QVERIFY(selectedNames().isEmpty());
    const QPointF now = m_map->viewport().toScreen(before);
    QVERIFY((now - (from + QPoint(60, -40))).manhattanLength() < 1e-6);
}

void MapWidgetTest::shiftAndDragSelectsARectangle()
{
    const auto drag = [this](QPoint from, QPoint to, Qt::KeyboardModifiers keys) {
        QTest::mousePress(m_map.get(), Qt::LeftButton, keys, from);
        QMouseEvent move(QEvent::MouseMove, to, m_map->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton,
                         keys);
        QCoreApplication::sendEvent(m_map.get(), &move);
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, keys, to);
    };
    const MapViewport before = m_map->viewport();
    const QPoint cumbria = placeOf("Cumbria");
    drag(cumbria - QPoint(8, 8), cumbria + QPoint(8, 8), Qt::ShiftModifier);
    QCOMPARE(selectedNames(), QSet<QString>{"Cumbria"});
    const QPoint dorset = placeOf("Dorset");
    drag(dorset + QPoint(6, 6), dorset - QPoint(6, 6), Qt::ShiftModifier);
    QCOMPARE(selectedNames(), QSet<QString>{"Dorset"});
    drag(cumbria, cumbria + QPoint(8, 8), Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(selectedNames(), (QSet<QString>{"Cumbria", "Dorset"}));
    drag(QPoint(1, 1), QPoint(898, 698), Qt::ShiftModifier);
    QCOMPARE(selectedNames().size(), 39);
    QVERIFY(m_map->viewport() == before);
}

void MapWidgetTest::wheelZoomsAboutThePointer()
{
    const QPointF pointer(300, 400);
    const QPointF before = m_map->viewport().toMap(pointer);
    const double scale = m_map->viewport().pixelsPerMetre();
    QWheelEvent event(pointer, m_map->mapToGlobal(pointer), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_map.get(), &event);
    QVERIFY(m_map->viewport().pixelsPerMetre() > scale * 1.2);
    QVERIFY((m_map->viewport().toMap(pointer) - before).manhattanLength() < 1e-3);
}

void MapWidgetTest::doubleClickZoomsToTheArea()
{
    QTest::mouseDClick(m_map.get(), Qt::LeftButton, {}, placeOf("London"));
    const size_t london = areaNamed(*m_model->document.now().dataset(), "London");
    const QRectF box =
        m_map->viewport().toScreen(m_model->document.now().dataset()->boundaries->boxes[london]);
    QVERIFY(m_map->rect().toRectF().contains(box));
    QVERIFY(std::max(box.width() / m_map->width(), box.height() / m_map->height()) > 0.5);
}

void MapWidgetTest::escapeClears()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    QTest::keyClick(m_map.get(), Qt::Key_Escape);
    QVERIFY(selectedNames().isEmpty());
}

void MapWidgetTest::arrowsMoveToTheNeighbour()
{
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Cumbria"));
    const auto place = [this] {
        return m_model->document.now().shapes()->labelPoint(*m_map->keyboardArea()).centre;
    };
    const QPointF start = place();
    QTest::keyClick(m_map.get(), Qt::Key_Right);
    const QPointF east = place();
    QVERIFY(east.x() > start.x());
    QVERIFY(std::abs(east.y() - start.y()) <= east.x() - start.x());
    QTest::keyClick(m_map.get(), Qt::Key_Down);
    QVERIFY(place().y() < east.y());
    const QString south = m_model->document.now().dataset()->areas[*m_map->keyboardArea()].name;
    QVERIFY2(!m_map->accessibleDescription().isEmpty() && m_map->accessibleDescription().contains(south),
             qPrintable(m_map->accessibleDescription()));
    QCOMPARE(selectedNames(), QSet<QString>{"Cumbria"});
}

void MapWidgetTest::enterSelects()
{
    QTest::keyClick(m_map.get(), Qt::Key_Up);
    QVERIFY(m_map->keyboardArea().has_value());
    QTest::keyClick(m_map.get(), Qt::Key_Return);
    QCOMPARE(m_model->areas.current(), m_map->keyboardArea());
    QTest::keyClick(m_map.get(), Qt::Key_Left);
    QTest::keyClick(m_map.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_model->selection.codes().size(), 2);
}

void MapWidgetTest::plusMinusAndZeroZoomAndFit()
{
    const MapViewport fitted = m_map->viewport();
    QTest::keyClick(m_map.get(), Qt::Key_Plus);
    QVERIFY(m_map->viewport().pixelsPerMetre() > fitted.pixelsPerMetre());
    QTest::keyClick(m_map.get(), Qt::Key_Minus);
    QTest::keyClick(m_map.get(), Qt::Key_Minus);
    QVERIFY(m_map->viewport().pixelsPerMetre() < fitted.pixelsPerMetre());
    QTest::keyClick(m_map.get(), Qt::Key_0);
    QCOMPARE(m_map->viewport(), fitted);
}

void MapWidgetTest::resizingKeepsTheMapFitted()
{
    m_map->resize(500, 400);
    COMES_TO(m_map->viewport().screen(), QSizeF(500, 400));
    const QRectF box = m_map->viewport().toScreen(m_model->document.now().dataset()->boundaries->extent());
    QVERIFY(m_map->rect().toRectF().contains(box));
}

void MapWidgetTest::otherClassesMoveNothingAndArePaintedOnce()
{
    COMES_TRUE(m_map->isSettled());
    const MapViewport before = m_map->viewport();
    for (const int classes : {5, 9, 2, 7, 4}) {
        QSignalSpy painted(m_map.get(), &MapWidget::painted);
        setClassCount(m_model->document, classes);
        QCOMPARE(painted.count(), 1); // at once
        QCoreApplication::processEvents();
        QCOMPARE(painted.count(), 1); // and not again for the classes of draws that there are not
        QVERIFY(m_map->viewport() == before);
        QVERIFY(m_map->isSettled());
    }
}

void MapWidgetTest::noneOnShowsTheNoticeAndDoesNotCrash()
{
    IndexSettings none;
    for (const Indicator &indicator : m_model->document.now().dataset()->metadata.indicators)
        none.excluded.insert(indicator.code);
    setIndexSettings(m_model->document, none);
    QVERIFY(m_model->document.now().scene(Theme::Light, QLocale()).notice.contains("at least one indicator"));
    m_model->document.setLooks({.labels = Labels::None});
    QCOMPARE(colourAt("Cornwall and the Isles of Scilly"), mapColours(Theme::Light).missing);
    QTest::mouseMove(m_map.get(), placeOf("Dorset"));
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, placeOf("Dorset"));
    QTest::keyClick(m_map.get(), Qt::Key_Left);
}

void MapWidgetTest::coloursFollowTheVariableShown()
{
    setShown(m_model->document, "soc_1_3");
    m_model->document.setLooks({.labels = Labels::None});
    const MapScene scene = m_model->document.now().scene(Theme::Light, QLocale());
    QCOMPARE(colourAt("Oxfordshire"), scene.classColours[1]);          // most professionals, least disengaged
    QCOMPARE(colourAt("Greater Lincolnshire"), scene.classColours[4]); // among the fewest
}

void MapWidgetTest::withoutDataThereIsAHint()
{
    AtlasModel empty;
    AtlasMap map(empty.document, empty.areas);
    map.resize(400, 300);
    const QImage picture = map.grab().toImage();
    QVERIFY(!picture.isNull());
    QTest::keyClick(&map, Qt::Key_Left);
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(100, 100));
    QVERIFY(!map.keyboardArea());
}

void MapWidgetTest::aClickOnTheLegendSelectsItsClass()
{
    const MapScene scene = m_model->document.now().scene(Theme::Light, m_map->locale());
    const MapLayout layout = layoutMap(scene, {}, m_map->size());
    std::map<int, QPoint> places;
    for (int y = int(layout.legend.top()); y < int(layout.legend.bottom()); ++y) {
        const QPoint place(int(layout.legend.left()) + 40, y);
        if (const auto chosen = legendClassAt(scene, layout, place))
            places[*chosen] = place;
    }
    QCOMPARE(places.size(), size_t(4));
    for (const auto &[number, place] : places) {
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, place);
        std::vector<size_t> expected;
        for (size_t area = 0; area < scene.classes.size(); ++area)
            if (scene.classes[area] == number)
                expected.push_back(area);
        QCOMPARE(m_model->areas.areas(), expected);
    }
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, places[1]);
    QCOMPARE(m_model->areas.areas().size(), size_t(20)); // the fourth and the first
    QTest::mouseMove(m_map.get(), places[2]);
    COMES_TO(m_map->cursor().shape(), Qt::PointingHandCursor);
}

void MapWidgetTest::anInsetIsClickedLikeTheMap()
{
    const auto town = std::make_shared<const Dataset>(
        dataWithShapes(townAndCountry(), std::vector<double>(townAndCountry().size(), 1.0)));
    m_model->document.open(town);
    COMES_TRUE(m_map->isSettled());
    const MapScene scene = m_model->document.now().scene(Theme::Light, m_map->locale());
    const MapLayout layout = layoutMap(scene, {}, m_map->size());
    const auto insets = proposeInsets(scene, m_map->viewport(), takenBy(layout),
                                      LandRaster(*scene.shapes, m_map->viewport()));
    QVERIFY(!insets.empty());
    const MapInset &inset = insets.front();
    m_map->grab();
    for (const size_t area : {scene.classes.size() - 1, scene.classes.size() - 20}) {
        const QPointF place =
            inset.frame.topLeft() + inset.viewport.toScreen(scene.shapes->labelPoint(area).centre);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, place.toPoint());
        QCOMPARE(m_model->areas.areas(), std::vector<size_t>{area});
        m_model->areas.hover({});
        const QImage seen = m_map->grab().toImage();
        int outlined = 0;
        for (int x = int(inset.frame.left()); x < int(inset.frame.right()); ++x)
            outlined += seen.pixelColor(QPoint(x, int(place.y())) * seen.devicePixelRatio())
                        == scene.colours.selected;
        QVERIFY(outlined > 0);
        QTest::mouseMove(m_map.get(), place.toPoint() + QPoint(1, 1));
        COMES_TO(m_model->areas.hovered(), std::optional<size_t>(area));
    }
}

void MapWidgetTest::insetsGoWhenTheMapIsMoved()
{
    const auto town = std::make_shared<const Dataset>(
        dataWithShapes(townAndCountry(), std::vector<double>(townAndCountry().size(), 1.0)));
    m_model->document.open(town);
    COMES_TRUE(m_map->isSettled());
    const QImage fitted = m_map->grab().toImage();
    m_model->document.setLooks({.insets = false});
    COMES_TRUE(m_map->isSettled());
    const QImage without = m_map->grab().toImage();
    QVERIFY(fitted != without);
    m_model->document.setLooks({});
    COMES_TRUE(m_map->isSettled());
    QCOMPARE(m_map->grab().toImage(), fitted);
    QTest::keyClick(m_map.get(), Qt::Key_Plus);
    QTest::keyClick(m_map.get(), Qt::Key_0);
    COMES_TRUE(m_map->isSettled());
    QCOMPARE(m_map->grab().toImage(), fitted);
}

ATLAS_TEST(MapWidgetTest)
#include "test_map_widget.moc"
