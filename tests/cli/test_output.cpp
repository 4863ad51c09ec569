#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/test_program.h"

#include <QImage>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace atlas::test;

namespace {

const QByteArray exampleChecked = "39 areas, 6 indicators, no remarks\n"
                                  "Join: 39 of 39 areas of the boundaries have a row: 39 by code.\n";

/// What an XML reader finds in a drawing.
struct DrawnTexts
{
    QString title;
    QString words; ///< without spaces: lines are broken as the page wants it
    QSet<QString> elements;
    QString error;
};

DrawnTexts drawnTexts(const QByteArray &svg)
{
    DrawnTexts found;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            found.words += xml.text();
        if (!xml.isStartElement())
            continue;
        found.elements.insert(xml.name().toString());
        if (xml.name() == QLatin1String("title"))
            found.title = xml.readElementText();
    }
    found.error = xml.errorString();
    found.words.remove(QRegularExpression("\\s"));
    return found;
}

} // namespace

class OutputTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void mapsAreWritten_data();
    void mapsAreWritten();
    void aMapOfOwnDataShowsTheirNames();
    void titlesAndNamesMayHoldAnything_data();
    void titlesAndNamesMayHoldAnything();
    void mapOptionsChangeTheMap();
    void aMapTooSmallForItsKeySaysSo();
    void checkSaysWhatItRead_data();
    void checkSaysWhatItRead();
    void helpAndVersionArePrinted();
    void outputWithoutRoomIsNoticed_data();
    void outputWithoutRoomIsNoticed();
    void aSecondRunGivesTheSameFile();
    void theLanguageOfTheSystemChangesNothing_data();
    void theLanguageOfTheSystemChangesNothing();
    void fileNamesMayHaveAnyLetters();
    void outputReplacesWhatWasThere();
    void nothingIsLeftInTheTemporaryFolder();

private:
    CliRun good(const QString &line, const QStringList &variables = {}) const
    {
        return runCliWell(line, {.folder = m_folder->path(), .variables = variables});
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OutputTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void OutputTest::mapsAreWritten_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("the example") << "";
    QTest::newRow("own data") << ownSources;
    QTest::newRow("an indicator") << "--show neet_16_18 --classes 7 --palette greens";
    QTest::newRow("names") << "--labels name";
    QTest::newRow("no labels, no legend") << "--labels none --no-legend --no-key";
}

void OutputTest::mapsAreWritten()
{
    QFETCH(const QString, options);
    QCOMPARE(good("map --size 700x800 --out map.png " + options).out, QByteArray());
    good("map --size 700x800 --out map.svg " + options);
    good("map --width-mm 170 --height-mm 200 --out map.pdf " + options);
    QCOMPARE(QImage(path("map.png")).size(), QSize(700, 800));
    QXmlStreamReader svg(readBytes(path("map.svg")));
    while (!svg.atEnd())
        svg.readNext();
    QCOMPARE(svg.errorString(), QString());
    QVERIFY(readBytes(path("map.pdf")).startsWith("%PDF-"));
    QCOMPARE(filesIn(*m_folder).filter("map."), QStringList({"map.pdf", "map.png", "map.svg"}));
}

void OutputTest::aMapOfOwnDataShowsTheirNames()
{
    good("map --out map.svg --title Rivers --labels name " + ownSources);
    const QByteArray svg = readBytes(path("map.svg"));
    for (const char *text : {"<title>Rivers</title>", "Avon", "Cam &amp; Isis", "areas.shp"})
        QVERIFY2(svg.contains(text), text);
    QVERIFY(!svg.contains("approximate boundaries"));
}

void OutputTest::titlesAndNamesMayHoldAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString mark(QChar(0xFFFD));
    QTest::newRow("ampersand") << "Cambridge & Peterborough"
                               << "Cambridge & Peterborough";
    QTest::newRow("entity") << "a &amp; b &lt;"
                            << "a &amp; b &lt;";
    QTest::newRow("script") << "<script>alert(1)</script>"
                            << "<script>alert(1)</script>";
    QTest::newRow("picture") << "<img src='file:///etc/hostname'>"
                             << "<img src='file:///etc/hostname'>";
    QTest::newRow("end of a comment") << "-->]]>\"'"
                                      << "-->]]>\"'";
    QTest::newRow("control character") << QStringLiteral("a\u0001b") << "a" + mark + "b";
    QTest::newRow("non-character") << QStringLiteral("a\uFFFEb\uFFFF") << "a" + mark + "b" + mark;
    QTest::newRow("right to left") << QStringLiteral("شمال") << QStringLiteral("شمال");
    QTest::newRow("line break") << "a\nb"
                                << "a b";
}

void OutputTest::titlesAndNamesMayHoldAnything()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    MadeLayer layer = fourAreas();
    layer.features[0].name = text.toUtf8();
    rewriteAreas(*m_folder, layer);
    const QStringList sources = ownSources.split(' ', Qt::SkipEmptyParts);
    for (const QString name : {"map.svg", "map.png", "map.pdf"}) {
        const CliRun run = runCli(QStringList({"map", "--labels", "name", "--quiet", "--size", "900x900",
                                               "--out", name, "--title", text})
                                      + sources,
                                  {.folder = m_folder->path()});
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
    }
    const DrawnTexts svg = drawnTexts(readBytes(path("map.svg")));
    QCOMPARE(svg.error, QString());
    QCOMPARE(svg.title, shown);
    QCOMPARE(svg.words.count(QString(shown).remove(' ')), 2); // over the map and on it
    QVERIFY(svg.elements.contains("path"));
    for (const QString element : {"script", "img", "image", "foreignObject", "a"})
        QVERIFY2(!svg.elements.contains(element), qPrintable(element));
    QCOMPARE(QImage(path("map.png")).text("Title"), shown);
}

void OutputTest::mapOptionsChangeTheMap()
{
    good("map --out map.svg");
    const QByteArray plain = readBytes(path("map.svg"));
    for (const QString option :
         {"--palette blues", "--labels name", "--classes 5", "--no-legend", "--no-key", "--title Where",
          "--show neet_16_18", "--sd population", "--weights neet_16_18=3", "--breaks -1,0.5",
          "--exclude neet_16_18", "--locale de_DE", "--size 900x900"}) {
        good("map --out map.svg " + option);
        QVERIFY2(readBytes(path("map.svg")) != plain, qPrintable(option));
    }
}

void OutputTest::aMapTooSmallForItsKeySaysSo()
{
    const QString line = "map --out small.png --size 500x400 ";
    const CliRun plain = runCli(line, {.folder = m_folder->path()});
    QCOMPARE(plain.exitCode, 0);
    QCOMPARE(plain.err, QByteArray("warning: The page is too small for the list of areas; make it larger or "
                                   "switch the list off.\n"));
    QCOMPARE(runCli(line + "--strict", {.folder = m_folder->path()}).exitCode, 3);
    good(line + "--quiet");
    good(line + "--strict --no-key");
}

void OutputTest::checkSaysWhatItRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the example") << "check" << exampleChecked;
    QTest::newRow("the example, strictly") << "check --strict --quiet" << exampleChecked;
    QTest::newRow("own data") << "check " + ownSources
                              << QByteArray("4 areas, 2 indicators, no remarks\nJoin: 4 of 4 areas of the "
                                            "boundaries have a row: 4 by code.\n");
}

void OutputTest::checkSaysWhatItRead()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, expected);
    QCOMPARE(good(line).out, expected);
}

void OutputTest::helpAndVersionArePrinted()
{
    QVERIFY(good("--help").out.contains("inspect"));
    QVERIFY(good("map -h").out.contains("Exit codes"));
    QCOMPARE(good("--version").out, QByteArray("disengagement-atlas-cli " ATLAS_VERSION "\n"));
}

void OutputTest::outputWithoutRoomIsNoticed_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("a summary") << "check";
    QTest::newRow("help") << "--help";
    QTest::newRow("the version") << "--version";
}

void OutputTest::outputWithoutRoomIsNoticed()
{
    const QString full = "/dev/full";
    if (!QFile::exists(full))
        QSKIP("There is no /dev/full here.");
    QFETCH(const QString, line);
    const CliRun run = runCli(line, {.folder = m_folder->path(), .output = full});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.err, QByteArray("disengagement-atlas-cli: Standard output could not be written. Check the "
                                 "disk space, or send it elsewhere.\n"));
}

void OutputTest::aSecondRunGivesTheSameFile()
{
    for (const QString name : {"out.csv", "out.png", "out.svg", "out.pdf"}) {
        const QString command = name == "out.csv" ? "table" : "map";
        good(command + " --out " + name);
        const QByteArray first = readBytes(path(name));
        good(command + " --out " + name);
        QVERIFY2(readBytes(path(name)) == first, qPrintable(name));
    }
}

void OutputTest::theLanguageOfTheSystemChangesNothing_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("C") << QStringList({"LANG=C"});
    QTest::newRow("German") << QStringList({"LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8", "LANGUAGE=de"});
    QTest::newRow("Arabic") << QStringList({"LANG=ar_EG.UTF-8"});
}

void OutputTest::theLanguageOfTheSystemChangesNothing()
{
    QFETCH(const QStringList, variables);
    for (const QString &line :
         {QString("table --out out.csv"), "table --out out.csv " + ownSources, QString("map --out out.png"),
          QString("map --out out.svg"), QString("map --out out.pdf")}) {
        const QString out = path(line.section(' ', 2, 2));
        good(line);
        const QByteArray plain = readBytes(out);
        good(line, variables);
        QVERIFY2(readBytes(out) == plain, qPrintable(line));
    }
    QCOMPARE(good("check", variables).out, exampleChecked);
}

void OutputTest::fileNamesMayHaveAnyLetters()
{
    const QString name = QString::fromUtf8("Übersicht von Łódź & \"Ñandú\".csv");
    QFile::rename(path("figures.csv"), path(name));
    const CliRun run = runCli({"table", "--boundaries", "areas.shp", "--indicators", name, "--metadata",
                               "metadata.csv", "--out", "out " + name},
                              {.folder = m_folder->path(), .variables = {"LANG=C"}});
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(filesIn(*m_folder).contains("out " + name));
    const CliRun wrong = runCli({"check", "--boundaries", name, "--indicators", name},
                                {.folder = m_folder->path(), .variables = {"LANG=C"}});
    QVERIFY2(wrong.err.contains(name.toUtf8()), wrong.err.constData());
}

void OutputTest::outputReplacesWhatWasThere()
{
    writeBytes(*m_folder, "out.csv", QByteArray(100'000, 'x'));
    good("table --out out.csv " + ownSources);
    QCOMPARE(readBytes(path("out.csv")).count('\n'), 5);
}

void OutputTest::nothingIsLeftInTheTemporaryFolder()
{
    const QTemporaryDir temporary;
    good("map --out out.png", {"TMPDIR=" + temporary.path()});
    QCOMPARE(filesIn(temporary), QStringList());
}

ATLAS_TEST(OutputTest)

#include "test_output.moc"
