#include "app/import/assistant.h"

#include "app/widgets/hint_label.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Files that people stumbled over, opened as they are: only what is ambiguous is asked.
class AssistantCasesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void onlyWhatIsAmbiguousIsAsked_data();
    void onlyWhatIsAmbiguousIsAsked();
    void filesOfTheTestsOpenUnasked();

private:
    OwnSettings m_settings;
};

void AssistantCasesTest::onlyWhatIsAmbiguousIsAsked_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("boundaries");
    QTest::addColumn<QString>("figures");
    QTest::addColumn<QString>("metadata");
    QTest::addColumn<int>("questions"); // -1: refused
    const auto add = [](const char *folder, const char *boundaries, const char *figures, const char *metadata,
                        int questions) {
        QTest::newRow(qPrintable(QString("%1 %2 %3").arg(folder, boundaries, figures)))
            << folder << boundaries << figures << metadata << questions;
    };
    add("01-country-row", "areas.gpkg", "figures.csv", "", 0);
    add("02-unquoted-comma", "areas.gpkg", "figures.csv", "metadata.csv", 0);
    add("03-dfe-open-data", "areas.gpkg", "figures.csv", "", 0);
    add("04-numeric-codes", "areas.gpkg", "figures.csv", "", 0);
    add("05-decimal-comma", "areas.gpkg", "figures.csv", "", 0);
    add("05-decimal-comma", "areas.gpkg", "three.csv", "", 0); // 12,5 settles 6,412
    add("06-lower-case-codes", "areas.gpkg", "figures.csv", "", 0);
    add("07-number-spellings", "areas.gpkg", "percent.csv", "", 1); // 6.4% beside 0.057
    add("08-title-and-notes", "areas.gpkg", "figures.csv", "", 0);
    add("08-title-and-notes", "areas.gpkg", "notes.csv", "", 0);
    add("11-wrong-prj", "areas.shp", "figures.csv", "metadata.csv", 1); // the coordinate system
    add("11-wrong-prj", "degrees.shp", "figures.csv", "metadata.csv", 1);
    add("13-several-layers", "areas.gpkg", "figures.csv", "metadata.csv", 0);
    add("14-placeholder-code", "areas.gpkg", "figures.csv", "", 0);
    add("17-id-beside-properties", "number.geojson", "numbers.csv", "", 0);
    add("18-tiny-and-tied", "areas.gpkg", "figures.csv", "metadata.csv", 0);
    add("20-zipped-shapefile", "areas.zip", "figures.csv", "metadata.csv", 0);
    add("22-awkward-headers", "areas.gpkg", "figures.csv", "", 0);
    add("27-area-called-NA", "areas.gpkg", "figures.csv", "", 0);
    add("28-unicode-text", "areas.gpkg", "big-endian.txt", "", 0);
}

void AssistantCasesTest::onlyWhatIsAmbiguousIsAsked()
{
    QFETCH(QString, folder);
    QFETCH(QString, boundaries);
    QFETCH(QString, figures);
    QFETCH(QString, metadata);
    QFETCH(int, questions);
    const QDir cases(ATLAS_SOURCE_DIR "/../shared/cases/" + folder);
    if (!cases.exists())
        QSKIP("the cases are not here");
    const auto path = [&cases](const QString &name) { return name.isEmpty() ? name : cases.filePath(name); };
    Assistant assistant;
    assistant.setSources(
        {.boundaries = path(boundaries), .indicators = path(figures), .metadata = path(metadata)});
    COMES_TRUE(!assistant.isReading());
    QVERIFY2(assistant.canOpen(), qPrintable(assistant.findChild<HintLabel *>("state")->text()));
    QCOMPARE(assistant.openQuestions(), questions);
}

void AssistantCasesTest::filesOfTheTestsOpenUnasked()
{
    const QDir tables(ATLAS_SOURCE_DIR "/tests/data/tables");
    Assistant assistant;
    assistant.setSources(
        {.indicators = tables.filePath("figures.csv"), .metadata = tables.filePath("metadata.csv")});
    COMES_TRUE(!assistant.isReading());
    QVERIFY(assistant.canOpen());
    QCOMPARE(assistant.openQuestions(), 0);
}

ATLAS_TEST(AssistantCasesTest)
#include "test_assistant_cases.moc"
