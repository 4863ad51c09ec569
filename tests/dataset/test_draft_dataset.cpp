#include "core/dataset/draft_dataset.h"

#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What is known of files before they are opened.
class DraftDatasetTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_files = std::make_unique<QTemporaryDir>(); }
    void goodFilesGiveTheDatasetThatLoadingGives();
    void aRefusedFileStillShowsItsCells();
    void figuresThatMatchNothingStillShowBothSides();
    void damagedMetadataAreRefused();
    void nothingIsReadTwice();
    void aFileThatChangedIsReadAgain();
    void theLayerIsChosenAgainForOtherFigures();
    void lastMonthsPlanIsCarriedOver();
    void aGuessedCoordinateSystemIsSaid();
    void rowsThatAreNotUsedAreGiven();

private:
    DataSources sources(const QByteArray &figures) const
    {
        return {.boundaries =
                    writeLayer(*m_files, "areas.geojson",
                               {.features = {{"E06000001", "Hartlepool", squareWkt(400000, 300000, 9000)},
                                             {"E06000002", "Middlesbrough", squareWkt(409000, 300000, 9000)},
                                             {"E06000003", "Redcar", squareWkt(418000, 300000, 9000)}}}),
                .indicators = writeBytes(*m_files, "figures.csv", figures)};
    }
    static DatasetDraft draft(const DataSources &sources, const DraftOptions &options = {})
    {
        Progress progress;
        return draftDataset(sources, progress, options);
    }

    static constexpr const char *good =
        "code,name,neet\nE06000001,Hartlepool,5\nE06000002,Middlesbrough,6\nE06000003,Redcar,7\n";
    std::unique_ptr<QTemporaryDir> m_files;
};

void DraftDatasetTest::goodFilesGiveTheDatasetThatLoadingGives()
{
    const DataSources both = sources(good);
    const DatasetDraft made = draft(both);
    QVERIFY(made.dataset && !made.error);
    Progress progress;
    const auto loaded = loadDataset(both, progress);
    QVERIFY(loaded);
    QVERIFY(made.dataset->cells == (*loaded)->cells);
    QVERIFY(made.dataset->issues == (*loaded)->issues);
    QCOMPARE(made.dataset->files, (*loaded)->files);
    QCOMPARE(made.grid->rowCount(), 4);
    QCOMPARE(made.figuresPlan.columns.size(), size_t(3));
    QCOMPARE(made.shapes, made.dataset->boundaries);
    QCOMPARE(made.boundariesReadAs.codeField, QString("code"));
}

void DraftDatasetTest::aRefusedFileStillShowsItsCells()
{
    const DatasetDraft made =
        draft(sources("code,name,neet\nE06000001,Hartlepool,5\nE06000001,Hartlepool,6\n"));
    QVERIFY(!made.dataset && made.error);
    QVERIFY2(made.error->message.contains("E06000001"), qPrintable(made.error->message));
    QCOMPARE(made.grid->rowCount(), 3);
    QCOMPARE(made.figuresPlan.columns.size(), size_t(3));
}

void DraftDatasetTest::figuresThatMatchNothingStillShowBothSides()
{
    const DatasetDraft made = draft(sources("code,name,neet\n805,Somewhere,5\n806,Elsewhere,6\n"));
    QVERIFY(!made.dataset && made.error);
    QVERIFY2(made.error->message.contains("805") && made.error->message.contains("E06000001"),
             qPrintable(made.error->message));
    QCOMPARE(made.table->rows.size(), size_t(2));
    QCOMPARE(made.shapes->size(), size_t(3));
}

void DraftDatasetTest::damagedMetadataAreRefused()
{
    DataSources all = sources(good);
    all.metadata = m_files->filePath("none.csv");
    const DatasetDraft made = draft(all);
    QVERIFY(!made.dataset && made.error);
    QVERIFY2(made.error->message.contains("none.csv"), qPrintable(made.error->message));
    QVERIFY(made.grid); // which is shown all the same
}

void DraftDatasetTest::nothingIsReadTwice()
{
    DataSources both = sources(good);
    const DatasetDraft first = draft(both);
    both.plan.roles["neet"] = ColumnRole::Ignored;
    const DatasetDraft refused = draft(both, {.before = first.files});
    QVERIFY(refused.error); // no indicator is left
    QCOMPARE(refused.grid, first.grid);
    QCOMPARE(refused.shapes, first.shapes);
    both.plan.roles["neet"] = ColumnRole::Indicator;
    const DatasetDraft again = draft(both, {.before = refused.files});
    QVERIFY(again.dataset);
    QCOMPARE(again.grid, first.grid);
    QVERIFY(again.dataset->cells == first.dataset->cells);
    QVERIFY(again.dataset->boundaries->points == first.dataset->boundaries->points);
    QVERIFY(again.dataset->issues.size() <= first.dataset->issues.size());
}

void DraftDatasetTest::aFileThatChangedIsReadAgain()
{
    const DataSources both = sources(good);
    const DatasetDraft first = draft(both);
    sources(QByteArray(good) + "E06000004,Stockton,10.25\n"); // writes over it
    const DatasetDraft again = draft(both, {.before = first.files});
    QVERIFY(again.dataset);
    QCOMPARE(again.grid->rowCount(), 5);
    QVERIFY(QFile::remove(both.indicators));
    const DatasetDraft gone = draft(both, {.before = again.files});
    QVERIFY(gone.error && !gone.dataset);
}

void DraftDatasetTest::theLayerIsChosenAgainForOtherFigures()
{
    const MadeLayer districts{.features = {{"E07000001", "Mid", squareWkt(400000, 300000, 9000)},
                                           {"E07000002", "Far", squareWkt(409000, 300000, 9000)}},
                              .name = "districts"};
    const MadeLayer counties{.features = {{"E10000001", "Beds", squareWkt(400000, 300000, 9000)},
                                          {"E10000002", "Bucks", squareWkt(409000, 300000, 9000)}},
                             .name = "counties"};
    DataSources both{.boundaries = writeLayers(*m_files, "areas.gpkg", {districts, counties}),
                     .indicators = writeBytes(*m_files, "d.csv", "code,neet\nE07000001,5\nE07000002,6\n")};
    const DatasetDraft first = draft(both);
    QCOMPARE(first.boundariesReadAs.layer, QString("districts"));
    both.indicators = writeBytes(*m_files, "c.csv", "code,neet\nE10000001,5\nE10000002,6\n");
    const DatasetDraft again = draft(both, {.before = first.files});
    QVERIFY(again.dataset);
    QCOMPARE(again.boundariesReadAs.layer, QString("counties"));
}

void DraftDatasetTest::lastMonthsPlanIsCarriedOver()
{
    DataSources both =
        sources("code,name,neet,pupils\nE06000001,Hartlepool,5,1\nE06000002,Middlesbrough,6,2\n");
    const std::vector<EarlierPlan> earlier = {
        {.plan = {.roles = {{"other", ColumnRole::Ignored}}}, .file = "other.csv"},
        {.plan = {.roles = {{"pupils", ColumnRole::Ignored}}},
         .heads = {"code", "name", "pupils"},
         .file = "october.csv"}};
    const DatasetDraft made = draft(both, {.earlier = earlier});
    QVERIFY(made.dataset);
    QCOMPARE(made.dataset->indicatorCount(), size_t(1));
    QVERIFY(made.carried);
    QCOMPARE(made.carried->from, QString("october.csv"));
    QCOMPARE(made.carried->newHeads, QStringList({"neet"}));
    QVERIFY(made.sources.plan == earlier[1].plan);
    both.plan.roles["pupils"] = ColumnRole::Indicator; // decided here
    QVERIFY(!draft(both, {.earlier = earlier}).carried);
}

void DraftDatasetTest::aGuessedCoordinateSystemIsSaid()
{
    DataSources both = sources(good);
    QVERIFY(!draft(both).isSystemGuessed);
    both.boundaries =
        writeLayer(*m_files, "areas.shp",
                   {.features = {{"E06000001", "Hartlepool", squareWkt(400000, 300000, 9000)},
                                 {"E06000002", "Middlesbrough", squareWkt(409000, 300000, 9000)}}});
    QVERIFY(QFile::remove(m_files->filePath("areas.prj")));
    const DatasetDraft guessed = draft(both);
    QVERIFY(guessed.dataset && guessed.isSystemGuessed);
    QCOMPARE(guessed.boundariesReadAs.crs, QString("EPSG:27700"));
    both.boundaryOptions.crs = "EPSG:27700";
    const DatasetDraft said = draft(both);
    QVERIFY(said.dataset && !said.isSystemGuessed);
}

void DraftDatasetTest::rowsThatAreNotUsedAreGiven()
{
    const DatasetDraft made = draft(sources(QByteArray(good) + "Source: the department,,\n"));
    QVERIFY(made.dataset);
    QCOMPARE(made.leftOut.size(), size_t(1));
    QCOMPARE(made.leftOut[0].row, 5);
}

ATLAS_TEST(DraftDatasetTest)
#include "test_draft_dataset.moc"
