#include "app/cli/command.h"
#include "tests/cli/requests.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::cli;
using namespace atlas::test;

/// What a right command line asks for.
class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void commandsAreUnderstood_data();
    void commandsAreUnderstood();
    void theDefaultsAreTheExampleOnA1200x1400Map();
    void dataOptionsNameTheFiles();
    void indexOptionsAreRead();
    void mapOptionsAreRead();
    void ownBreaksMakeOneClassMore();
    void millimetresReplacePixels();
};

void CommandLineTest::commandsAreUnderstood_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<CommandEntry>("command");
    QTest::newRow("table") << "table --out t.csv" << tableCommand();
    QTest::newRow("map") << "map --out m.png" << mapCommand();
    QTest::newRow("check") << "check" << checkCommand();
    QTest::newRow("inspect") << "inspect a.csv" << inspectCommand();
    QTest::newRow("options first") << "--out T.CSV table" << tableCommand();
    QTest::newRow("value after an equals sign") << "map --out=m.pdf" << mapCommand();
}

void CommandLineTest::commandsAreUnderstood()
{
    QFETCH(const QString, line);
    QFETCH(const CommandEntry, command);
    QVERIFY(requestOf(line).run == command.run);
}

void CommandLineTest::theDefaultsAreTheExampleOnA1200x1400Map()
{
    const Request request = requestOf("map --out m.png");
    QCOMPARE(request.out, "m.png");
    QVERIFY(request.project.sources == builtInSources());
    QVERIFY(request.only.parts.isEmpty() && request.exclude.parts.isEmpty());
    QVERIFY(request.choices().index.scale.standardDeviation == StandardDeviation::Sample);
    QVERIFY(request.choices() == Choices());
    QVERIFY(request.looks() == Looks());
    QVERIFY(!request.title);
    QCOMPARE(request.size.pixels(), QSize(1200, 1400));
    QVERIFY((request.furniture == MapFurniture{.title = true, .legend = true, .source = true, .key = true}));
    QVERIFY(!request.strict && !request.quiet);
    QCOMPARE(request.locale, QLocale::c());
}

void CommandLineTest::dataOptionsNameTheFiles()
{
    const Request request = requestOf("check --boundaries b.gpkg --layer l --code-field c --name-field n "
                                      "--indicators i.csv --metadata m.csv");
    QCOMPARE(request.project.sources.boundaries, "b.gpkg");
    QVERIFY((request.project.sources.boundaryOptions == BoundaryOptions{"l", "c", "n"}));
    const BoundaryOptions placed =
        requestOf("check --boundaries b.gpkg --indicators i.csv --crs EPSG:3857 --projection EPSG:3035")
            .project.sources.boundaryOptions;
    QVERIFY((placed == BoundaryOptions{.crs = "EPSG:3857", .projection = "EPSG:3035"}));
    QCOMPARE(request.project.sources.indicators, "i.csv");
    QCOMPARE(request.project.sources.metadata, "m.csv");
    QVERIFY(requestOf("check --boundaries b.shp --indicators i.csv").project.sources.metadata.isEmpty());
}

void CommandLineTest::indexOptionsAreRead()
{
    const Request request =
        requestOf("check --exclude a,b --only c,,d --sd population --strict --quiet --normalise zscore "
                  "--aggregate arithmetic");
    QCOMPARE(request.exclude.parts, QStringList({"a", "b"}));
    QCOMPARE(request.only.parts, QStringList({"c", "d"}));
    QVERIFY(request.choices().index.scale.standardDeviation == StandardDeviation::Population);
    QVERIFY(request.strict && request.quiet);
}

void CommandLineTest::mapOptionsAreRead()
{
    const Request request =
        requestOf("map --out m.svg --show neet --classes 7 --size 640X480 --palette blues "
                  "--labels name --title Where --no-legend --no-key --locale en_GB");
    QCOMPARE(request.choices().shown, "neet");
    QCOMPARE(request.choices().scheme.classCount, 7);
    QCOMPARE(request.size.pixels(), QSize(640, 480));
    QCOMPARE(request.looks().palette, "blues");
    QVERIFY(request.looks().labels == Labels::Name);
    QCOMPARE(request.title.value_or(QString()), "Where");
    QVERIFY(!request.furniture.legend && !request.furniture.key);
    QVERIFY(request.furniture.title && request.furniture.source);
    QCOMPARE(request.locale, QLocale("en_GB"));
    QVERIFY(requestOf("map --out m.svg --labels none").looks().labels == Labels::None);
}

void CommandLineTest::ownBreaksMakeOneClassMore()
{
    const ClassScheme scheme = requestOf("map --out m.svg --breaks -1,0,2.5e1").choices().scheme;
    QCOMPARE(scheme.breaks, (std::vector{-1.0, 0.0, 25.0}));
    QCOMPARE(scheme.classCount, 4);
    QCOMPARE(requestOf("map --out m.svg --breaks 7").choices().scheme.classCount, 2);
    QCOMPARE(requestOf("table --out t.csv --breaks 1,2,3,4,5,6,7,8 --classes 9").choices().scheme.classCount,
             9);
}

void CommandLineTest::millimetresReplacePixels()
{
    const Request request = requestOf("map --out m.png --width-mm 100 --height-mm 120 --dpi 254");
    QCOMPARE(request.size.pixels(), QSize(1000, 1200));
    QCOMPARE(requestOf("map --out m.png --width-mm 100 --height-mm 120").size.pixels(), QSize(1181, 1417));
}

ATLAS_TEST(CommandLineTest)

#include "test_command_line.moc"
