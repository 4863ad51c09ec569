#include "core/project/recovery_file.h"

#include "tests/project/random_method.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <random>

using namespace atlas;
using namespace atlas::test;

class RecoveryFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBackFromAnyFolder();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

void RecoveryFileTest::whatIsWrittenReadsBackFromAnyFolder()
{
    std::mt19937 random(7);
    for (int i = 0; i < 20; ++i) {
        UnsavedWork work{.project = {.method = randomMethod(random), .selection = {{"E37000001"}}},
                         .projectPath = "/home/me/mine.atlas",
                         .keptAt = QDateTime::fromString("2026-11-29T10:42:07", Qt::ISODate),
                         .wasDeclined = i % 2 == 0};
        work.project.sources = {.boundaries = "/data/areas.shp", .indicators = "/data/figures.csv"};
        work.project.drawSettings = {.assumptions = {.rounding = false, .weights = WeightDraw::Kept},
                                     .draws = 500};
        const auto read = readUnsavedWork(writeUnsavedWork(work), "/somewhere/else/work.unsaved");
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
        QVERIFY(read->project.drawSettings.draws == 500);
        QVERIFY(!read->project.drawSettings.assumptions.varyAny());
        work.project.drawSettings = read->project.drawSettings;
        QVERIFY(*read == work);
    }
}

void RecoveryFileTest::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray whole = writeUnsavedWork({.keptAt = QDateTime::currentDateTime()});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a project") << writeProject({}, {});
    QTest::newRow("torn") << whole.left(whole.size() / 2);
    QTest::newRow("a later version") << QByteArray(whole).replace("\"disengagement_atlas_unsaved\": 1",
                                                                  "\"disengagement_atlas_unsaved\": 2");
    QTest::newRow("a later project") << QByteArray(whole).replace("\"disengagement_atlas_project\": 2",
                                                                  "\"disengagement_atlas_project\": 99");
    QTest::newRow("without a time") << QByteArray(whole).replace("\"kept\"", "\"when\"");
}

void RecoveryFileTest::otherFilesAreRefused()
{
    QFETCH(const QByteArray, json);
    const auto read = readUnsavedWork(json, "/there/work.unsaved");
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains("work.unsaved"), qPrintable(read.error().message));
}

ATLAS_TEST(RecoveryFileTest)

#include "test_recovery_file.moc"
