#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas::test;

namespace {

/// What happens to a folder of good files before the program runs.
using Spoil = void (*)(const QTemporaryDir &);

void nothing(const QTemporaryDir &) {}

} // namespace

class FlawedInputTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsMissingOrAssumedIsSaid_data();
    void whatIsMissingOrAssumedIsSaid();
    void whatChangesNothingNeedsNoWord_data();
    void whatChangesNothingNeedsNoWord();
};

void FlawedInputTest::whatIsMissingOrAssumedIsSaid_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("sources");
    QTest::addColumn<QStringList>("remarks"); // a part of each
    using Dir = const QTemporaryDir &;
    const auto row = [](const char *name, Spoil spoil, const QStringList &remarks,
                        const QString &sources = ownSources) {
        QTest::newRow(name) << spoil << sources << remarks;
    };
    row("a shapefile without .prj", [](Dir d) { QFile::remove(d.filePath("areas.prj")); },
        {"warning: areas.shp: The file does not say which coordinate system"});
    row("names in Latin-1", [](Dir d) { replaceIn(d, "figures.csv", "Avon", "Av\xf4n"); },
        {"note: figures.csv: The text is not UTF-8 and was read as Windows-1252"});
    row("a text where a number should be", [](Dir d) { replaceIn(d, "figures.csv", "2.5", "about 2"); },
        {"warning: figures.csv, row 3: \"about 2\" in column neet is not a number", "St Bees"});
    row("a code twice in the boundaries",
        [](Dir d) {
            MadeLayer layer = fourAreas();
            layer.features.push_back({"E37000001", "Avon", squareWkt(0, 0, 100)});
            rewriteAreas(d, layer);
        },
        {"warning: areas.shp: Several shapes have the code E37000001"});
    row("an area without figures",
        [](Dir d) { replaceIn(d, "figures.csv", "E37000004,Derwent,5.5,50\n", ""); },
        {"Derwent is on the map but the figures have no row for it"});
    row("figures without an area",
        [](Dir d) { replaceIn(d, "figures.csv", "E37000004,Derwent", "E37000009,Exe"); },
        {"warning: figures.csv, row 5: Exe matches no area", "Derwent is on the map"});
    row("no metadata", nothing, {"note: figures.csv: There is no metadata"},
        "--boundaries areas.shp --indicators figures.csv ");
    row("an indicator without a column", [](Dir d) { replaceIn(d, "figures.csv", "progress", "other"); },
        {"The metadata names the indicator progress"});
    row("an indicator that is the same everywhere",
        [](Dir d) {
            writeBytes(d, "figures.csv",
                       "uCode,neet,progress\nE37000001,1,5\nE37000002,2,5\nE37000003,3,5\n"
                       "E37000004,4,5\n");
        },
        {"Expected progress"});
    row("an area without any value", [](Dir d) { replaceIn(d, "figures.csv", ",5.5,50", ",,"); },
        {"Derwent"});
    row("a row too long", [](Dir d) { replaceIn(d, "figures.csv", ",5.5,50", ",5.5,50,7"); },
        {"warning: figures.csv, row 5: The row has 5 cells where there are 4 heads",
         "Derwent is on the map"});
    row("two columns alike", [](Dir d) { replaceIn(d, "figures.csv", "progress", "NEET"); },
        {"Several columns have the same head: NEET. All but the first are told apart by a number, such as "
         "NEET_2",
         "no such column"});
    row("a shape that is missing",
        [](Dir d) {
            MadeLayer layer = fourAreas();
            layer.features[3].wkt.clear();
            rewriteAreas(d, layer);
        },
        {"Feature 4 has no shape"});
}

void FlawedInputTest::whatIsMissingOrAssumedIsSaid()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, sources);
    QFETCH(const QStringList, remarks);
    const QTemporaryDir folder;
    writeOwnFiles(folder);
    spoil(folder);
    const auto run = [&](const QString &line) { return runCli(line + sources, {.folder = folder.path()}); };

    const CliRun loud = run("table --out loud.csv ");
    QCOMPARE(loud.exitCode, 0);
    QCOMPARE(loud.out, QByteArray());
    QVERIFY2(loud.errorLines().size() == remarks.size(), loud.err.constData());
    for (int i = 0; i < remarks.size(); ++i)
        QVERIFY2(loud.errorLines()[i].contains(remarks[i]), loud.err.constData());

    const CliRun strict = run("table --out strict.csv --strict ");
    QCOMPARE(strict.exitCode, 3);
    QCOMPARE(strict.err, loud.err);
    const CliRun quiet = run("table --out quiet.csv --quiet ");
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.err, QByteArray());
    QCOMPARE(run("table --out both.csv --quiet --strict ").exitCode, 3);
    const QByteArray table = readBytes(folder.filePath("loud.csv"));
    QVERIFY(!table.isEmpty());
    for (const QString name : {"strict.csv", "quiet.csv", "both.csv"})
        QCOMPARE(readBytes(folder.filePath(name)), table);

    const CliRun check = run("check ");
    QCOMPARE(check.exitCode, 0);
    QVERIFY2(check.out.startsWith(loud.err), check.out.constData());
    QCOMPARE(check.err, QByteArray());
    QCOMPARE(run("check --strict ").exitCode, 3);
    QCOMPARE(run("map --out map.svg ").exitCode, 0);
    QVERIFY(!readBytes(folder.filePath("map.svg")).isEmpty());
}

void FlawedInputTest::whatChangesNothingNeedsNoWord_data()
{
    QTest::addColumn<Spoil>("spoil");
    using Dir = const QTemporaryDir &;
    const auto row = [](const char *name, Spoil spoil) { QTest::newRow(name) << spoil; };
    row("a shapefile without .shx", [](Dir d) { QFile::remove(d.filePath("areas.shx")); });
    row("a shapefile without .cpg", [](Dir d) { QFile::remove(d.filePath("areas.cpg")); });
    row("a shapefile in Latin-1", [](Dir d) {
        MadeLayer layer = fourAreas();
        layer.features[0].name = "Av\xc3\xb4n"; // UTF-8 here, Latin-1 in the file
        layer.encoding = "ISO-8859-1";
        rewriteAreas(d, layer);
    });
    row("a byte order mark",
        [](Dir d) { writeBytes(d, "figures.csv", "\xef\xbb\xbf" + readBytes(d.filePath("figures.csv"))); });
    row("lines of Windows", [](Dir d) { replaceIn(d, "figures.csv", "\n", "\r\n"); });
    row("empty lines at the end",
        [](Dir d) { writeBytes(d, "figures.csv", readBytes(d.filePath("figures.csv")) + "\n\n,,,\n"); });
    row("no line end at the end",
        [](Dir d) { writeBytes(d, "figures.csv", readBytes(d.filePath("figures.csv")).chopped(1)); });
}

void FlawedInputTest::whatChangesNothingNeedsNoWord()
{
    QFETCH(const Spoil, spoil);
    const QTemporaryDir folder;
    writeOwnFiles(folder);
    const CliSurroundings here{.folder = folder.path()};
    QCOMPARE(runCli("table --out good.csv " + ownSources, here).exitCode, 0);
    spoil(folder);
    const QStringList before = filesIn(folder);
    const CliRun run = runCli("table --out good.csv --strict " + ownSources, here);
    QVERIFY2(run.err.isEmpty(), run.err.constData());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(filesIn(folder), before);
}

ATLAS_TEST(FlawedInputTest)

#include "test_flawed_input.moc"
