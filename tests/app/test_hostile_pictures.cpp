#include "tests/app/hostile_window.h"

#include "app/charts/slope_chart.h"
#include "app/dialogs/export_dialog.h"
#include "app/robustness/rank_chart.h"
#include "app/trace/trace_dialog.h"
#include "app/trace/trace_view.h"
#include "core/common/plain_text.h"
#include "tests/app/drawing_text.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What files make of texts that look like markup.
class HostilePicturesTest : public HostileWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { makeNames(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void mapsAreWrittenInEveryFormat_data();
    void mapsAreWrittenInEveryFormat();
    void chartsAreWritten();
};

void HostilePicturesTest::mapsAreWrittenInEveryFormat_data()
{
    QTest::addColumn<int>("name");
    for (int name = 0; name < m_names.size(); ++name)
        QTest::newRow(qPrintable(QString("name %1").arg(name))) << name;
}

void HostilePicturesTest::mapsAreWrittenInEveryFormat()
{
    QFETCH(const int, name);
    const QString &title = m_names[name];
    ExportDialog dialog(model().document.now(), model().areas.areas(), {});
    MapScene scene = dialog.scene();
    scene.title = title;
    scene.source = title;
    scene.rule = title;
    const MapExport map = dialog.mapExport();
    verifyDrawing(renderMap(scene, map, PictureFormat::Svg), title);
    const auto png = renderMap(scene, map, PictureFormat::Png);
    QVERIFY(png);
    QCOMPARE(QImage::fromData(*png).text("Title"), plainLine(title));
    const auto pdf = renderMap(scene, map, PictureFormat::Pdf);
    QVERIFY(pdf && pdf->startsWith("%PDF-"));
}

void HostilePicturesTest::chartsAreWritten()
{
    openEverything();
    const QString &title = m_names[2];
    const auto slopes = m_window->findChild<SlopeChart *>()->picture(title, m_names);
    QVERIFY(slopes);
    verifyDrawing(renderPicture(*slopes, PictureFormat::Svg), title);
    const auto ranks = m_window->findChild<RankChart *>()->picture(title, m_names);
    QVERIFY(ranks);
    verifyDrawing(renderPicture(*ranks, PictureFormat::Svg), title);
    auto *trace = m_window->findChild<TraceDialog *>()->findChild<TraceView *>();
    QTRY_VERIFY(trace->picture());
    const Picture waterfall = *trace->picture();
    verifyDrawing(renderPicture(waterfall, PictureFormat::Svg), waterfall.title);
    // As typed, in the drawing too.
    const Drawing drawing = readSvg(*renderPicture(waterfall, PictureFormat::Svg));
    QVERIFY(drawing.words.contains(model().document.now().dataset()->areas[3].name));
    for (const auto &picture : {*slopes, *ranks, waterfall})
        QVERIFY(renderPicture(picture, PictureFormat::Pdf) && renderPicture(picture, PictureFormat::Png));
}

ATLAS_TEST(HostilePicturesTest)

#include "test_hostile_pictures.moc"
