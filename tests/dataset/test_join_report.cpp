#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/join_report.h"
#include "core/tables/write_table.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile towns = makeSquares({{{"E06000001"}, "Hartlepool"},
                                        {{"E06000002"}, "Middlesbrough"},
                                        {{"E06000023"}, "Bristol, City of"},
                                        {{"E06000059"}, "Dorset"}});

std::shared_ptr<const Dataset> madeDataset()
{
    return joinDataset(towns, figuresOf("uCode,uName,a", {{"E06000001", "Hartlepool", "1"},
                                                          {"e06000002", "Middlesbrough", "2"},
                                                          {"", "City of Bristol", "3"},
                                                          {"E92000001", "England", "9"},
                                                          {"", "", "see note 3"},
                                                          {"E06000099", "Exe", "5"}}))
        .value();
}

} // namespace

class JoinReportTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowHasAFate();
    void theSummaryCounts();
    void theTableHasARowForEachAreaAndEachRow();
    void withoutBoundariesThereAreRowsOnly();
    void aDatasetThatWasNotJoinedHasNoReport();
};

void JoinReportTest::everyRowHasAFate()
{
    const auto dataset = madeDataset();
    const std::vector<RowJoin> &rows = dataset->joinReport->rows;
    QCOMPARE(rows.size(), size_t(6));
    QCOMPARE(rows[0].by, JoinedBy::Code);
    QCOMPARE(rows[1].by, JoinedBy::MendedCode);
    QCOMPARE(rows[2].by, JoinedBy::OtherSpelling);
    QCOMPARE(rows[3].fate, RowFate::Benchmark);
    QCOMPARE(rows[4].fate, RowFate::LeftOut);
    QCOMPARE(rows[4].row, 6);
    QCOMPARE(rows[5].fate, RowFate::WithoutShape);
    QCOMPARE(dataset->areas[*rows[5].area].name, "Exe");
}

void JoinReportTest::theSummaryCounts()
{
    QCOMPARE(joinSummary(*madeDataset()),
             QStringList(
                 {"Join: 3 of 4 areas of the boundaries have a row: 1 by code, 1 by mended code, 1 by name "
                  "otherwise spelt.",
                  "Rows without a shape: 1 (Exe).", "Benchmarks: 1 (England).",
                  "Rows left out: 1 (see note 3)."}));
}

void JoinReportTest::theTableHasARowForEachAreaAndEachRow()
{
    const auto bytes = tableBytes(joinTable(*madeDataset()), "report.csv");
    QVERIFY(bytes.ok());
    QCOMPARE(QString::fromUtf8(*bytes).split('\n', Qt::SkipEmptyParts),
             QStringList(
                 {"about,area_code,area_name,row,row_code,row_name,outcome,remark",
                  "area,E06000001,Hartlepool,2,E06000001,Hartlepool,joined by code,",
                  "area,E06000002,Middlesbrough,3,e06000002,Middlesbrough,joined by mended code,",
                  "area,E06000023,\"Bristol, City of\",4,,City of Bristol,joined by name otherwise spelt,",
                  "area,E06000059,Dorset,,,,no row,",
                  "row,E06000001,Hartlepool,2,E06000001,Hartlepool,joined by code,",
                  "row,E06000002,Middlesbrough,3,e06000002,Middlesbrough,joined by mended code,",
                  "row,E06000023,\"Bristol, City of\",4,,City of Bristol,joined by name otherwise spelt,",
                  "row,,,5,E92000001,England,benchmark,", "row,,,6,,see note 3,left out,no area code or name",
                  "row,E06000099,Exe,7,E06000099,Exe,no shape,"}));
}

void JoinReportTest::withoutBoundariesThereAreRowsOnly()
{
    const auto dataset = joinDataset({}, figuresOf("uCode,a", {{"E1", "1"}, {"E92000001", "2"}})).value();
    QCOMPARE(joinSummary(*dataset), QStringList("Benchmarks: 1 (E92000001)."));
    QCOMPARE(joinTable(*dataset).rowCount(), size_t(2));
}

void JoinReportTest::aDatasetThatWasNotJoinedHasNoReport()
{
    Dataset dataset = makeDataset({{"a", {1, 2}}});
    QCOMPARE(joinSummary(dataset), QStringList());
    dataset.boundaries = std::make_shared<const BoundarySet>();
    QCOMPARE(joinTable(dataset).rowCount(), size_t(0));
}

ATLAS_TEST(JoinReportTest)

#include "test_join_report.moc"
