#include "tests/render/made_scene.h"
#include "tests/support/made_coverage.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"
#include "core/boundaries/boundary_reader.h"
#include "core/render/label_text.h"
#include "core/render/map_export.h"
#include "core/render/map_labels.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

const QString districts = ATLAS_SOURCE_DIR "/../shared/data/boundaries/lad_2016_27700.shp";

QRectF onMap(const MapViewport &view, const QRectF &box)
{
    return QRectF(view.toMap(box.topLeft()), view.toMap(box.bottomRight())).normalized();
}

/// Whether the rings of an area hold this point, whatever other areas do.
bool holds(const MapScene &scene, size_t area, QPointF point)
{
    const std::vector<size_t> there = scene.shapes->locator().areasTouching(QRectF(point, QSizeF(0, 0)));
    return std::find(there.begin(), there.end(), area) != there.end();
}

/// What is wrong with a label alone; empty when nothing is.
QString faultOf(const MapScene &scene, const MapViewport &view, const PlacedLabel &label)
{
    std::set<size_t> below;
    for (const QRectF &line : label.leader ? std::vector{label.ink} : label.lines)
        for (const size_t area : scene.shapes->locator().areasTouching(onMap(view, line)))
            below.insert(area);
    if (!QRectF(QPointF(0, 0), view.screen()).contains(label.ink))
        return "leaves the page";
    if (label.leader) {
        if (!below.empty())
            return "stands on another area";
        if (!holds(scene, label.area, view.toMap(label.leader->p1())))
            return "has a line that begins outside the area";
        if (!label.ink.adjusted(-1.5, -1.5, 1.5, 1.5).contains(label.leader->p2()))
            return "has a line that does not reach it";
        return {};
    }
    if (below != std::set<size_t>{label.area})
        return "touches another area, or not its own";
    return holds(scene, label.area, view.toMap(label.ink.center())) ? "" : "has its middle beside the area";
}

QString faultsOf(const MapScene &scene, const MapViewport &view, const std::vector<PlacedLabel> &labels)
{
    QStringList faults;
    for (size_t a = 0; a < labels.size(); ++a) {
        const QString fault = faultOf(scene, view, labels[a]);
        if (!fault.isEmpty())
            faults << labels[a].text + ' ' + fault;
        for (size_t b = 0; b < a; ++b)
            if (labels[a].ink.intersects(labels[b].ink))
                faults << labels[a].text + " covers " + labels[b].text;
    }
    return faults.join("; ");
}

Dataset districtData()
{
    Progress progress;
    auto file = readBoundaries(districts, {}, progress);
    Dataset dataset = makeDataset({{"rate", std::vector<double>(file->boundaries.size(), 1.0)}});
    dataset.boundaries = std::make_shared<const BoundarySet>(std::move(file->boundaries));
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        dataset.areas[area].name = dataset.boundaries->areas[area].name;
        dataset.areas[area].mapNumber = static_cast<int>(area) + 1;
    }
    return dataset;
}

Dataset coverageData(unsigned seed)
{
    const std::vector<MadeShape> shapes = coverageShapes({.across = 6, .pointsOnEdge = 12}, seed);
    return dataWithShapes(shapes, std::vector<double>(shapes.size(), 1.0));
}

} // namespace

class MapLabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void labelsStandWhereTheyBelong_data();
    void labelsStandWhereTheyBelong();
    void aPageHasMoreNamesAndSaysHowManyAreMissing();
    void labelsOfRandomCoveragesStandWhereTheyBelong();
    void labelsOfTheDistrictsStandWhereTheyBelong_data();
    void labelsOfTheDistrictsStandWhereTheyBelong();
    void theExportedExampleNamesNearlyAll();
    void linesCrossNoLabelAndNoLine();
    void whatIsTakenStaysFree();
    void areasShownElsewhereGetNoLine();
    void labelsStayWhenTheMapIsMoved();
    void roomyAreasComeFirst();
    void namesBreakBetweenWords();
    void aLabelInTheSeaHasARimOfTheBackground();
};

void MapLabelsTest::labelsStandWhereTheyBelong_data()
{
    QTest::addColumn<Labels>("kind");
    QTest::addColumn<QSizeF>("size");
    for (const auto &[kind, name] : {std::pair{Labels::Name, "names"}, std::pair{Labels::Number, "numbers"}})
        for (const QSizeF size : {QSizeF(300, 360), QSizeF(600, 700), QSizeF(900, 600), QSizeF(1600, 1800)})
            QTest::addRow("%s on %.0f x %.0f", name, size.width(), size.height()) << kind << size;
}

void MapLabelsTest::labelsStandWhereTheyBelong()
{
    QFETCH(const Labels, kind);
    QFETCH(const QSizeF, size);
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = kind});
    for (const double zoom : {1.0, 1.7, 5.0}) {
        const MapViewport view = wholeMap(scene, size).zoomed(zoom, {size.width() / 2, size.height() / 2});
        for (const bool isOnPage : {false, true}) {
            const auto labels = placeLabels(scene, view, {.isOnPage = isOnPage});
            QVERIFY(!labels.empty());
            QCOMPARE(faultsOf(scene, view, labels), QString());
        }
    }
}

// Nobody can zoom into a page.
void MapLabelsTest::aPageHasMoreNamesAndSaysHowManyAreMissing()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const QSizeF size = ExportSize::fromMillimetres(170, 200, 96).logical;
    const MapViewport view = wholeMap(scene, size);
    const auto onScreen = placeLabels(scene, view);
    const auto onPage = placeLabels(scene, view, {.isOnPage = true});
    QVERIFY(onPage.size() > onScreen.size());
    const auto textOf = [&](const QSizeF &logical) {
        return QString::fromUtf8(*renderMap(scene, {.size = {.logical = logical}}, PictureFormat::Svg));
    };
    QVERIFY(textOf(size).contains("No room for the names of "));
    QVERIFY(!textOf({1600, 1900}).contains("No room for"));
}

void MapLabelsTest::labelsOfRandomCoveragesStandWhereTheyBelong()
{
    for (unsigned seed = 1; seed <= 12; ++seed)
        for (const double zoom : {0.6, 1.0, 2.5}) {
            const MapScene scene = sceneOf(coverageData(seed), {}, {.labels = Labels::Name});
            const MapViewport view = wholeMap(scene, QSizeF(700, 600)).zoomed(zoom, {350, 300});
            const auto labels = placeLabels(scene, view);
            QVERIFY(labels.size() > 5);
            QCOMPARE(faultsOf(scene, view, labels), QString());
        }
}

void MapLabelsTest::labelsOfTheDistrictsStandWhereTheyBelong_data()
{
    QTest::addColumn<Labels>("kind");
    QTest::newRow("names") << Labels::Name;
    QTest::newRow("numbers") << Labels::Number;
}

void MapLabelsTest::labelsOfTheDistrictsStandWhereTheyBelong()
{
    if (!QFileInfo::exists(districts))
        QSKIP("The districts are not here.");
    QFETCH(const Labels, kind);
    const MapScene scene = sceneOf(districtData(), {}, {.labels = kind});
    scene.shapes->findDetail();
    for (const double zoom : {1.0, 4.0}) {
        const MapViewport view = wholeMap(scene, QSizeF(800, 900)).zoomed(zoom, {500, 700});
        const auto labels = placeLabels(scene, view);
        QVERIFY2(labels.size() > 30, qPrintable(QString::number(labels.size())));
        QCOMPARE(faultsOf(scene, view, labels), QString());
    }
}

void MapLabelsTest::theExportedExampleNamesNearlyAll()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const QSizeF size = ExportSize::fromMillimetres(170, 200, 300).logical;
    const MapLayout layout = layoutMap(scene, everything, size);
    const MapViewport view = fittingViewport(scene, layout, size);
    const auto labels = placeLabels(scene, view, {.taken = takenBy(layout)});
    QCOMPARE(faultsOf(scene, view, labels), QString());
    QVERIFY2(labels.size() >= 32, qPrintable(QString::number(labels.size())));
}

void MapLabelsTest::linesCrossNoLabelAndNoLine()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    int lines = 0;
    for (const QSizeF size : {QSizeF(500, 600), QSizeF(640, 750), QSizeF(900, 1000)}) {
        const auto labels = placeLabels(scene, wholeMap(scene, size));
        for (const PlacedLabel &label : labels) {
            if (!label.leader)
                continue;
            ++lines;
            for (const PlacedLabel &other : labels) {
                if (&other == &label)
                    continue;
                for (int i = 0; i <= 100; ++i)
                    QVERIFY2(!other.ink.contains(label.leader->pointAt(i / 100.0)), qPrintable(label.text));
                QVERIFY(!other.leader
                        || label.leader->intersects(*other.leader, nullptr) != QLineF::BoundedIntersection);
            }
        }
    }
    QVERIFY(lines > 3);
}

void MapLabelsTest::whatIsTakenStaysFree()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const QRectF legend(0, 0, 250, 300);
    const auto labels = placeLabels(scene, wholeMap(scene, QSizeF(640, 750)), {.taken = {legend}});
    QVERIFY(labels.size() > 20);
    for (const PlacedLabel &label : labels) {
        QVERIFY2(!label.ink.intersects(legend), qPrintable(label.text));
        for (int i = 0; label.leader && i <= 100; ++i)
            QVERIFY(!legend.contains(label.leader->pointAt(i / 100.0)));
    }
}

void MapLabelsTest::areasShownElsewhereGetNoLine()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const MapViewport view = wholeMap(scene, QSizeF(640, 750));
    const auto lines = [&](const LabelRoom &room) {
        const auto labels = placeLabels(scene, view, room);
        return std::count_if(labels.begin(), labels.end(), [](const auto &l) { return l.leader; });
    };
    QVERIFY(lines({}) > 0);
    QCOMPARE(lines({.elsewhere = {scene.boundaries().extent()}}), 0);
}

void MapLabelsTest::labelsStayWhenTheMapIsMoved()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const MapViewport start = wholeMap(scene, QSizeF(900, 1000)).zoomed(1.3, {450, 500});
    std::map<size_t, QPointF> before;
    for (const PlacedLabel &label : placeLabels(scene, start))
        before[label.area] = start.toMap(label.box.center());
    int same = 0;
    int compared = 0;
    for (const QPointF step : {QPointF(1, 0), QPointF(3, -2), QPointF(7, 5), QPointF(20, 11)}) {
        const MapViewport moved = start.panned(step);
        for (const PlacedLabel &label : placeLabels(scene, moved)) {
            if (!before.contains(label.area))
                continue;
            ++compared;
            const QPointF shift = moved.toScreen(before[label.area]) - label.box.center();
            same += std::hypot(shift.x(), shift.y()) < 0.01 ? 1 : 0;
        }
    }
    // Only those that the edge of the screen pushes aside, or that such a one pushes, move.
    QVERIFY2(same >= compared * 0.95, qPrintable(QString("%1 of %2").arg(same).arg(compared)));
}

void MapLabelsTest::roomyAreasComeFirst()
{
    const MapScene scene = sceneOf(builtInData());
    const auto labels = placeLabels(scene, wholeMap(scene, QSizeF(600, 700)));
    QVERIFY(labels.size() > 30);
    QVERIFY(std::is_sorted(labels.begin(), labels.end(), [&scene](const auto &a, const auto &b) {
        return scene.shapes->labelPoint(a.area).radius > scene.shapes->labelPoint(b.area).radius;
    }));
}

void MapLabelsTest::namesBreakBetweenWords()
{
    const auto texts = labelTexts("Derby, Derbyshire, Nottingham and Nottinghamshire");
    QCOMPARE(texts.size(), size_t(9)); // one, two or three lines, in three sizes
    double widest = 1e9;
    for (const int lines : {1, 2, 3}) {
        const auto text = std::find_if(texts.begin(), texts.end(), [lines](const LabelText &t) {
            return t.text.count('\n') == lines - 1;
        });
        QVERIFY(text != texts.end());
        QCOMPARE(QString(text->text).replace('\n', ' '), "Derby, Derbyshire, Nottingham and Nottinghamshire");
        QVERIFY(text->box.width() < widest);
        widest = text->box.width();
    }
    QCOMPARE(labelTexts("Cumbria").size(), size_t(3));
    QVERIFY(labelTexts(" ").empty());
    const QString sentence = QString("word ").repeated(200);
    QCOMPARE(labelTexts(sentence).size(), size_t(3));
}

void MapLabelsTest::aLabelInTheSeaHasARimOfTheBackground()
{
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    for (const PlacedLabel &label : placeLabels(scene, wholeMap(scene, QSizeF(640, 750)))) {
        const LabelColours colours = coloursOf(label, scene);
        const QColor below = label.leader ? scene.colours.background : scene.colourOf(label.area);
        QVERIFY(contrastRatio(colours.ink, below) >= 4.5);
        QVERIFY(label.fits || colours.halo == below);
    }
}

ATLAS_TEST(MapLabelsTest)

#include "test_map_labels.moc"
