#include "app/map/map_widget.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_view.h"
#include "app/widgets/copying.h"
#include "app/widgets/vision_preview.h"
#include "core/render/cell_colours.h"
#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"
#include "tests/app/loaded_state.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QTest>
#include <QToolBar>

using namespace atlas;
using namespace atlas::test;

namespace {

int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
    return count;
}

/// As on the screen, through whatever changes its colours.
QImage seen(MainWindow &window, const QWidget &part)
{
    return window.grab(QRect(part.mapTo(&window, QPoint()), part.size())).toImage();
}

} // namespace

class TestVisionPreview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void mapIsShownAsItIsSeen();
    void tableIsShownAsItIsSeen();
    void barSaysSoAndEndsIt();
    void commandsSayWhichIsOn();
    void copiesKeepTheirColours();

private:
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(name); }

    OwnSettings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestVisionPreview::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900);
    m_window->show();
    COMES_TRUE(m_window->model().document.now().dataset());
    COMES_TRUE(isExposed(*m_window));
    COMES_TRUE(m_window->map().isSettled() || !m_window->grab().isNull());
}

void TestVisionPreview::cleanup()
{
    m_window.reset();
}

void TestVisionPreview::mapIsShownAsItIsSeen()
{
    const QColor darkest = colourScale("purples", 4).back();
    const QColor grey = seenAs(darkest, Vision::Greyscale);
    const int before = pixelsOf(seen(*m_window, m_window->map()), darkest);
    QVERIFY(before > 100);
    action("vision.greyscale")->trigger();
    const QImage shown = seen(*m_window, m_window->map());
    QCOMPARE(pixelsOf(shown, darkest), 0);
    QVERIFY(pixelsOf(shown, grey) > 100);
    action("vision.full")->trigger();
    QVERIFY(pixelsOf(seen(*m_window, m_window->map()), darkest) > 100);
}

void TestVisionPreview::tableIsShownAsItIsSeen()
{
    auto *table = m_window->findChild<AreaTableView *>();
    const auto colours = cellColours({}, *m_window->model().document.now().dataset(), 4);
    const QColor red = cellFormat(4, colours).background;
    QVERIFY(pixelsOf(seen(*m_window, *table), red) > 100);
    action("vision.deuteranopia")->trigger();
    const QImage shown = seen(*m_window, *table);
    QCOMPARE(pixelsOf(shown, red), 0);
    QVERIFY(pixelsOf(shown, seenAs(red, Vision::Deuteranopia)) > 100);
}

void TestVisionPreview::barSaysSoAndEndsIt()
{
    QVERIFY(!m_window->findChild<QToolBar *>("visionBar"));
    action("vision.protanopia")->trigger();
    auto *bar = m_window->findChild<QToolBar *>("visionBar");
    QVERIFY(bar && bar->isVisible());
    QVERIFY(bar->findChild<QLabel *>("visionWords")->text().contains("protanopia"));
    action("vision.tritanopia")->trigger();
    QVERIFY(bar->findChild<QLabel *>("visionWords")->text().contains("tritanopia"));
    action("endVision")->trigger();
    COMES_TRUE(!m_window->findChild<QToolBar *>("visionBar"));
    QVERIFY(!m_window->map().graphicsEffect());
    QVERIFY(action("vision.full")->isChecked());
}

void TestVisionPreview::commandsSayWhichIsOn()
{
    QVERIFY(action("vision.full")->isChecked());
    action("vision.tritanopia")->trigger();
    QVERIFY(action("vision.tritanopia")->isChecked());
    QVERIFY(!action("vision.full")->isChecked());
}

void TestVisionPreview::copiesKeepTheirColours()
{
    action("vision.greyscale")->trigger();
    Copying::of(&m_window->map())->copy();
    const auto image = QGuiApplication::clipboard()->mimeData()->imageData().value<QImage>();
    QVERIFY(pixelsOf(image, colourScale("purples", 4).back()) > 1000);
}

ATLAS_TEST(TestVisionPreview)

#include "test_vision_preview.moc"
