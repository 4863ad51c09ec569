#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace atlas::test;

namespace {

/// What happens to a folder of good files before the program runs.
using Spoil = void (*)(const QTemporaryDir &);

void nothing(const QTemporaryDir &) {}

const QString ownTable = "table --out out.csv " + ownSources;
const QString ownMap = "map --out out.png " + ownSources;

/// All files of a folder and what is in them.
QHash<QString, QByteArray> contentOf(const QTemporaryDir &folder)
{
    QHash<QString, QByteArray> content;
    for (const QString &name : filesIn(folder))
        content.insert(name, readBytes(folder.filePath(name)));
    return content;
}

void addSpoiltColumns()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("advice");
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeDoneIsSaid_data();
    void whatCannotBeDoneIsSaid();
    void aWrongCommandLineIsSaid_data();
    void aWrongCommandLineIsSaid();
    void aNameThatIsNoUtf8IsSaid();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();

private:
    void refuses(int exitCode);
};

/// One line on standard error that names what is wrong and says what to do, and no file touched.
void BadInputTest::refuses(int exitCode)
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, line);
    QFETCH(const QString, named);
    QFETCH(const QString, advice);
    const QTemporaryDir folder;
    writeOwnFiles(folder);
    spoil(folder);
    const auto before = contentOf(folder);

    const CliRun run = runCli(line, {.folder = folder.path()});
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.out, QByteArray());
    const QStringList lines = run.errorLines();
    QVERIFY2(lines.size() == 1, run.err.constData());
    QVERIFY2(lines[0].startsWith("disengagement-atlas-cli: ") && lines[0].endsWith('.'), run.err.constData());
    QVERIFY2(lines[0].contains(named), run.err.constData());
    QVERIFY2(lines[0].contains(advice), run.err.constData());
    QCOMPARE(contentOf(folder), before);
}

void BadInputTest::whatCannotBeDoneIsSaid_data()
{
    addSpoiltColumns();
    using Dir = const QTemporaryDir &;
    const auto row = [](const char *name, Spoil spoil, const QString &line, const char *named,
                        const char *advice) { QTest::newRow(name) << spoil << line << named << advice; };
    const auto boundaries = [](const QString &name) {
        return "table --out out.csv --boundaries " + name + " --indicators figures.csv";
    };
    const auto indicators = [](const QString &name) {
        return "table --out out.csv --boundaries areas.shp --indicators " + name;
    };
    const auto metadata = [&](const QString &name) { return indicators("figures.csv --metadata " + name); };

    row("no boundary file", nothing, boundaries("gone.shp"), "The boundary file gone.shp", "Check the name");
    row("no indicator file", nothing, indicators("gone.csv"), "The indicator file gone.csv",
        "Check the name");
    row("no metadata file", nothing, metadata("gone.csv"), "The metadata file gone.csv", "Check the name");
    row(
        "boundaries are a folder", [](Dir d) { QDir(d.path()).mkdir("dir.shp"); }, boundaries("dir.shp"),
        "dir.shp", "Name a file inside it");
    row(
        "indicators are a folder", [](Dir d) { QDir(d.path()).mkdir("dir.csv"); }, indicators("dir.csv"),
        "dir.csv", "Name a file inside it");
    row(
        "metadata are a folder", [](Dir d) { QDir(d.path()).mkdir("dir.csv"); }, metadata("dir.csv"),
        "dir.csv", "Name a file inside it");
    row(
        "empty boundaries", [](Dir d) { writeBytes(d, "areas.shp", ""); }, ownTable, "areas.shp",
        "Save it again");
    row(
        "empty indicators", [](Dir d) { writeBytes(d, "figures.csv", ""); }, ownTable, "figures.csv",
        "Save it again");
    row(
        "empty metadata", [](Dir d) { writeBytes(d, "metadata.csv", ""); }, ownTable, "metadata.csv",
        "Save it again");

    row(
        "a shapefile cut short", [](Dir d) { QFile::resize(d.filePath("areas.shp"), 300); }, ownTable,
        "areas.shp", "again");
    row(
        "a map of a shapefile cut short", [](Dir d) { QFile::resize(d.filePath("areas.shp"), 300); }, ownMap,
        "areas.shp", "again");
    row(
        "a shapefile without .dbf", [](Dir d) { QFile::remove(d.filePath("areas.dbf")); }, ownTable,
        "areas.shp", "copy its .dbf file");
    row(
        "points",
        [](Dir d) {
            rewriteAreas(d, {.features = {{"E1", "Avon", "POINT (1 2)"}}, .shapes = "POINT"});
        },
        ownTable, "areas.shp", "Choose a file of polygons");
    row(
        "lines",
        [](Dir d) {
            rewriteAreas(d, {.features = {{"E1", "Avon", "LINESTRING (1 2, 3 4)"}}, .shapes = "LINESTRING"});
        },
        ownTable, "areas.shp", "Choose a file of polygons");
    row(
        "no features", [](Dir d) { rewriteAreas(d, {}); }, ownTable, "areas.shp", "Export it again");
    row(
        "no shapes",
        [](Dir d) {
            rewriteAreas(d, {{{"E37000001", "Avon", ""}}});
        },
        ownTable, "areas.shp", "Copy the whole boundary file");
    row("boundaries are a table", nothing, boundaries("figures.csv"), "figures.csv", "GeoPackage");
    row(
        "boundaries are a text", [](Dir d) { writeBytes(d, "areas.geojson", "hello"); },
        boundaries("areas.geojson"), "areas.geojson", "again");
    row("no such layer", nothing, ownTable + "--layer towns", "towns", "areas");
    row("no such code field", nothing, ownTable + "--code-field LEP21CD", "LEP21CD", "Its fields are");
    row("no such name field", nothing, ownTable + "--name-field LEP21NM", "LEP21NM", "Its fields are");

    row(
        "indicators without rows", [](Dir d) { writeBytes(d, "figures.csv", "uCode,neet\n\n"); }, ownTable,
        "figures.csv", "Add one row for each area");
    row(
        "indicators without a header", [](Dir d) { writeBytes(d, "figures.csv", "\n\nE37000001,1\n"); },
        ownTable, "figures.csv", "Name the columns");
    row(
        "an open quotation mark", [](Dir d) { replaceIn(d, "figures.csv", "Avon", "\"Avon"); }, ownTable,
        "figures.csv", "Close it");
    row(
        "a workbook named .csv", [](Dir d) { writeBytes(d, "figures.csv", QByteArray("PK\3\4\0\0\0\0", 8)); },
        ownTable, "figures.csv", "Copy it again");
    row(
        "nothing names the rows", [](Dir d) { writeBytes(d, "figures.csv", "a,b\n1,2\n3,4\n"); },
        indicators("figures.csv"), "figures.csv", "Name one uCode or uName");
    row(
        "no indicator of the metadata",
        [](Dir d) { writeBytes(d, "figures.csv", "uCode,other\nE37000001,1\n"); }, ownTable, "figures.csv",
        "Check its headers");
    row(
        "an area twice", [](Dir d) { replaceIn(d, "figures.csv", "E37000004,Derwent", "E37000001,Derwent"); },
        ownTable, "figures.csv gives the code E37000001 to two areas: Avon in row 2, and Derwent in row 5",
        "Correct one of them");
    row(
        "an area by code and by name",
        [](Dir d) { replaceIn(d, "figures.csv", "E37000004,Derwent", "E99,Avon"); }, ownTable, "Avon",
        "Keep one of them");
    row(
        "no area in common",
        [](Dir d) {
            replaceIn(d, "figures.csv", "E37", "W06");
            rewriteAreas(d, {{{"E37000001", "Usk", squareWkt(0, 0, 9)}}});
        },
        ownTable, "areas.shp and figures.csv", "Check that both use the same codes or names");
    row(
        "metadata without codes", [](Dir d) { replaceIn(d, "metadata.csv", "iCode", "key"); }, ownTable,
        "metadata.csv", "Name the column");
    row(
        "metadata with a wrong direction", [](Dir d) { replaceIn(d, "metadata.csv", ",-1,", ",down,"); },
        ownTable, "metadata.csv, row 3", "Write one of them");
    row(
        "metadata with a weight of nothing",
        [](Dir d) {
            replaceIn(d, "metadata.csv", "Direction,Type", "Direction,Type,Weight");
            replaceIn(d, "metadata.csv", ",-1,Indicator", ",-1,Indicator,0");
        },
        ownTable, "metadata.csv, row 3: the Weight \"0\" of progress", "Write one");
    row(
        "metadata without indicators",
        [](Dir d) { writeBytes(d, "metadata.csv", "iCode,Type\nx,Aggregate\n"); }, ownTable, "metadata.csv",
        "Add a row of type Indicator");

    row("a table into no folder", nothing, "table --out gone/out.csv", "gone/out.csv", "Make it first");
    row("a table below a file", nothing, "table --out figures.csv/out.csv", "figures.csv/out.csv",
        "choose another folder");
    row(
        "a table over a folder", [](Dir d) { QDir(d.path()).mkdir("out.csv"); }, "table --out out.csv",
        "out.csv", "Give a file name inside it");
    for (const char *format : {"png", "svg", "pdf"}) {
        const QString name = QString("gone/out.") + format;
        QTest::addRow("a map into no folder, %s", format)
            << Spoil(nothing) << "map --out " + name << name << "Make it first";
    }
}

void BadInputTest::whatCannotBeDoneIsSaid()
{
    refuses(1);
}

void BadInputTest::aWrongCommandLineIsSaid_data()
{
    addSpoiltColumns();
    const auto row = [](const char *name, const QString &line, const char *named, const char *advice) {
        QTest::newRow(name) << Spoil(nothing) << line << named << advice;
    };
    row("no command", "", "table, map, compare, check, inspect", "--help");
    row("an unknown command", "fly", "fly", "table, map, compare, check, inspect");
    row("two commands", "table map", "map", "one command");
    row("an unknown option", ownTable + "--wings 2", "wings", "--help");
    row("an option without its value", "table --out", "--out", "--help");
    row("no --out", "map " + ownSources, "--out", "add --out");
    row("a table that is a picture", "table --out out.png", "out.png", ".csv");
    row("a map that is a table", "map --out out.csv", "out.csv", ".png, .svg or .pdf");
    row("a map without extension", "map --out out", "out", ".png, .svg or .pdf");
    row("boundaries without indicators", "table --out out.csv --boundaries areas.shp", "--indicators",
        "Add --indicators");
    row("a map of indicators without boundaries", "map --out out.png --indicators figures.csv",
        "--boundaries", "A map needs");
    row("an unknown indicator excluded", ownTable + "--exclude neat", "neat", "neet, progress");
    row("an unknown indicator only", ownTable + "--only neat", "neat", "neet, progress");
    row("an unknown indicator shown", ownMap + "--show neat", "neat", "neet, progress");
    row("an unknown indicator weighted", ownTable + "--weights neat=2", "neat", "neet, progress");
    row("a weight of nothing", ownMap + "--weights neet=0", "--weights neet=0", "above zero");
    row("an unknown indicator of the example", "table --out out.csv --exclude neat", "neat", "neet_16_18");
    row("every indicator excluded", ownTable + "--exclude neet,progress", "Every indicator",
        "leave at least one on");
    row("a size in words", ownMap + "--size large", "--size large", "1200x1400");
    row("a size too small", ownMap + "--size 20x20", "too small", "at least 80 pixels or 2 cm");
    row("a size too large", ownMap + "--size 30000x30000", "too large", "under 20,000 pixels");
    row("a page too large", ownMap + "--width-mm 2000 --height-mm 2000 --dpi 1200", "too large",
        "under 20,000 pixels");
    row("classes", ownMap + "--classes 12", "--classes 12", "from 2 to 9");
    row("breaks", ownMap + "--breaks 5,3", "--breaks 5,3", "rising numbers");
    row("breaks and other classes", ownTable + "--breaks 5 --classes 4", "2 classes, not 4", "leave out");
    row("labels", ownMap + "--labels flags", "--labels flags", "number or name or none");
    row("palette", ownMap + "--palette pink", "--palette pink", "purples");
    row("deviation", ownTable + "--sd standard", "--sd standard", "sample or population");
    row("locale", ownMap + "--locale xx_YY", "--locale xx_YY", "en_GB");
    row("dots", ownMap + "--width-mm 100 --dpi fine", "--dpi fine", "above zero");
    row("dots without a width", ownMap + "--dpi 300", "--dpi", "--width-mm");
}

void BadInputTest::aWrongCommandLineIsSaid()
{
    refuses(2);
}

void BadInputTest::aNameThatIsNoUtf8IsSaid()
{
    const QTemporaryDir folder;
    QProcess shell; // which hands on any bytes
    shell.setWorkingDirectory(folder.path());
    shell.start("sh", {"-c",
                       "name=$(printf 'caf\\351.csv') && printf 'uCode,a\\nN,1\\n' > \"$name\" && "
                       "exec \"$0\" table --out out.csv --indicators \"$name\"",
                       cliProgram()});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 1);
    const QByteArray said = shell.readAllStandardError();
    QVERIFY2(said.contains("has a name that is not written in UTF-8. Rename it"), said.constData());
    QCOMPARE(said.count('\n'), 1);
    QVERIFY(!QFile::exists(folder.filePath("out.csv")));
}

void BadInputTest::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("out");
    QTest::newRow("table") << "table"
                           << "out.csv";
    QTest::newRow("PNG") << "map"
                         << "out.png";
    QTest::newRow("SVG") << "map"
                         << "out.svg";
    QTest::newRow("PDF") << "map"
                         << "out.pdf";
}

void BadInputTest::aFullDiskLeavesWhatWasThere()
{
    QFETCH(const QString, command);
    QFETCH(const QString, out);
    for (const bool wasThere : {false, true}) {
        const QTemporaryDir folder;
        if (wasThere)
            writeBytes(folder, out, "old");
        const auto before = contentOf(folder);
        const CliRun run = runCli({command, "--out", out}, {.folder = folder.path(), .fileLimit = 2000});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errorLines().size() == 1, run.err.constData());
        QVERIFY2(run.err.contains(out.toUtf8()) && run.err.contains("Check the disk space"),
                 run.err.constData());
        QCOMPARE(contentOf(folder), before);
    }
}

ATLAS_TEST(BadInputTest)

#include "test_bad_input.moc"
