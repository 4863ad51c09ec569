#include "tests/render/made_scene.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/render/map_furniture.h"
#include "core/render/people_symbols.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Three squares side by side, with young people in the first and the last.
Dataset threeSquares()
{
    Dataset dataset = dataWithShapes(
        {{{squareRing(0, 0, 1000)}}, {{squareRing(1000, 0, 1000)}}, {{squareRing(2000, 0, 1000)}}},
        {1, 2, 3});
    dataset.population = {100, none, 400};
    dataset.populationSource = QStringLiteral("pupils");
    return dataset;
}

MapScene withPeople(const Dataset &dataset)
{
    Looks looks;
    looks.people = true;
    return sceneOf(dataset, {}, looks);
}

} // namespace

class PeopleSymbolsTest : public QObject
{
    Q_OBJECT

private slots:
    void surfacesAreInProportion();
    void theKeyHasRoundNumbers();
    void theyAreShownOnlyWhenAskedFor();
    void unknownPopulationsGiveNone();
    void manyAreasHaveSmallCircles();
    void circlesAreDrawnWhereThePeopleAre();
    void theLegendMakesRoomForTheKey();
};

void PeopleSymbolsTest::surfacesAreInProportion()
{
    const PeopleSymbols symbols = peopleSymbols(threeSquares(), QLocale::c());
    QCOMPARE(symbols.radiusOf(400), symbols.greatestRadius);
    QCOMPARE(symbols.radiusOf(100), symbols.greatestRadius / 2);
}

void PeopleSymbolsTest::theKeyHasRoundNumbers()
{
    Dataset dataset = threeSquares();
    dataset.population = {3000, none, 692000};
    const PeopleSymbols symbols = peopleSymbols(dataset, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(symbols.samples.size(), size_t(2));
    QCOMPARE(symbols.samples[0].text, QStringLiteral("500,000"));
    QCOMPARE(symbols.samples[1].text, QStringLiteral("100,000"));
}

void PeopleSymbolsTest::theyAreShownOnlyWhenAskedFor()
{
    const Dataset dataset = threeSquares();
    QVERIFY(sceneOf(dataset).people.isEmpty());
    QVERIFY(!sceneOf(dataset).rule.contains(QStringLiteral("circles")));
    const MapScene scene = withPeople(dataset);
    QCOMPARE(scene.people.people.size(), size_t(3));
    QVERIFY(scene.rule.contains(QStringLiteral("number of young people (pupils)")));
}

void PeopleSymbolsTest::unknownPopulationsGiveNone()
{
    Dataset dataset = threeSquares();
    dataset.population = {none, none, 0};
    QVERIFY(withPeople(dataset).people.isEmpty());
    dataset.population.clear();
    QVERIFY(withPeople(dataset).people.isEmpty());
    QCOMPARE(peopleKeyHeight(withPeople(dataset)), 0.0);
}

void PeopleSymbolsTest::manyAreasHaveSmallCircles()
{
    std::vector<MadeShape> shapes;
    for (int i = 0; i < 900; ++i)
        shapes.push_back({{squareRing(i % 30 * 1000.0, i / 30 * 1000.0, 1000)}});
    Dataset dataset = dataWithShapes(shapes, std::vector<double>(shapes.size(), 1));
    dataset.population.assign(shapes.size(), 50);
    const double many = peopleSymbols(dataset, QLocale::c()).greatestRadius;
    QVERIFY(many < peopleSymbols(threeSquares(), QLocale::c()).greatestRadius / 4);
    QVERIFY(many >= 3);
}

void PeopleSymbolsTest::circlesAreDrawnWhereThePeopleAre()
{
    const Dataset dataset = threeSquares();
    const MapScene scene = withPeople(dataset);
    const MapViewport viewport = wholeMap(scene, QSizeF(600, 240));
    const QImage bare = paintedWithoutText(sceneOf(dataset), viewport);
    const QImage drawn = paintedWithoutText(scene, viewport);
    const auto differ = [&](QPointF place) {
        const QPoint pixel = pixelAt(viewport, place);
        return bare.pixel(pixel) != drawn.pixel(pixel);
    };
    QVERIFY(differ({500, 500}));
    QVERIFY(!differ({1500, 500}));
    QVERIFY(differ({2500, 500}));
    QVERIFY(!differ({2050, 50})); // beyond the circle
}

void PeopleSymbolsTest::theLegendMakesRoomForTheKey()
{
    const Dataset dataset = threeSquares();
    const MapScene scene = withPeople(dataset);
    QVERIFY(peopleKeyHeight(scene) > 2 * scene.people.greatestRadius);
    QCOMPARE(legendHeight(scene), legendHeight(sceneOf(dataset)) + peopleKeyHeight(scene));
}

ATLAS_TEST(PeopleSymbolsTest)

#include "test_people_symbols.moc"
