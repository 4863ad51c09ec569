#include "tests/app/many_areas.h"
#include "tests/app/waiting.h"
#include "tests/render/made_scene.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "app/atlas/atlas_model.h"
#include "app/map/atlas_map.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

/// A window that goes from a plain screen to one with two pixels for each, and back.
class TwoScreensTest : public QObject
{
    Q_OBJECT

private slots:
    void theMapIsSharpOnBothScreens_data();
    void theMapIsSharpOnBothScreens();

private:
    static bool areAlike(const QImage &a, const QImage &b);
    static QScreen *screenWithRatio(double ratio);
    static void moveTo(MapWidget &map, QScreen *screen);
};

void TwoScreensTest::theMapIsSharpOnBothScreens_data()
{
    QTest::addColumn<bool>("many");
    QTest::newRow("drawn at once") << false;
    QTest::newRow("drawn in the background") << true;
}

/// But for single pixels of letters, which differ a little between threads.
bool TwoScreensTest::areAlike(const QImage &a, const QImage &b)
{
    constexpr int fewPixels = 50;
    if (a.size() != b.size())
        return false;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += a.pixel(x, y) == b.pixel(x, y) ? 0 : 1;
    return different <= fewPixels;
}

QScreen *TwoScreensTest::screenWithRatio(double ratio)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto found = std::find_if(screens.begin(), screens.end(), [ratio](const QScreen *screen) {
        return screen->devicePixelRatio() == ratio;
    });
    return found == screens.end() ? nullptr : *found;
}

void TwoScreensTest::moveTo(MapWidget &map, QScreen *screen)
{
    map.setScreen(screen);
    map.move(screen->geometry().topLeft() + QPoint(20, 20));
    COMES_TO(map.devicePixelRatioF(), screen->devicePixelRatio());
}

void TwoScreensTest::theMapIsSharpOnBothScreens()
{
    QFETCH(const bool, many);
    QCOMPARE(QGuiApplication::screens().size(), 2);
    QScreen *plain = screenWithRatio(1);
    QScreen *fine = screenWithRatio(2);
    QVERIFY(plain && fine);

    AtlasModel state;
    AtlasMap map(state.document, state.areas);
    map.resize(700, 560);
    map.setFocusPolicy(Qt::NoFocus); // the frame of the focus goes from one map to the other
    map.move(plain->geometry().topLeft() + QPoint(20, 20));
    const auto dataset = many ? manyAreas() : std::make_shared<const Dataset>(builtInData());
    const auto shapes = std::make_shared<const MapShapes>(dataset->boundaries);
    shapes->findDetail(); // or the map is drawn once more when it has been found
    state.document.open(dataset, shapes);
    map.show();
    COMES_TRUE(isExposed(map));
    const auto settles = [&map] { return comesTrue([&map] { return map.isSettled(); }); };
    QVERIFY(settles());
    const QImage before = map.grab().toImage();
    for (int round = 0; round < 3; ++round) {
        moveTo(map, fine);
        map.grab(); // in between, too, there is something to be seen
        moveTo(map, plain);
        moveTo(map, fine);
        QVERIFY(settles());
        // Sharp: as a map is that was never anywhere else.
        AtlasModel own;
        AtlasMap other(own.document, own.areas);
        other.resize(map.size());
        other.setFocusPolicy(Qt::NoFocus);
        own.document.open(state.document.now().dataset(), state.document.now().shapes());
        other.setScreen(fine);
        other.move(fine->geometry().topLeft() + QPoint(20, 20));
        other.show();
        COMES_TO(other.devicePixelRatioF(), 2.0);
        QVERIFY(comesTrue([&other] { return other.isSettled(); }));
        QCOMPARE(map.grab().toImage().size(), map.size() * 2);
        QVERIFY(areAlike(map.grab().toImage(), other.grab().toImage()));

        moveTo(map, plain);
        QVERIFY(settles());
        QVERIFY(areAlike(map.grab().toImage(), before));
    }
}

/// The screens are those of the platform, which is told before there is an application.
static int runOnTwoScreens(int argc, char **argv)
{
    const QTemporaryDir folder;
    const QString screens = writeBytes(folder, "screens.json", R"({"screens": [
            {"name": "plain", "x": 0, "y": 0, "width": 1000, "height": 800, "dpr": 1},
            {"name": "fine", "x": 1000, "y": 0, "width": 1000, "height": 800, "dpr": 2}]})");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.toUtf8());
    return runTest<TwoScreensTest>(argc, argv);
}

static const TestFile testFileOnTwoScreens(__FILE__, &runOnTwoScreens);

#include "test_two_screens.moc"
