#include "core/index/member_table.h"

#include "core/aggregation/smaller_areas.h"
#include "core/dataset/dataset.h"
#include "core/index/area_columns.h"
#include "tests/aggregation/made_lookup.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Area A1 of the members P, Q and R, area A2 of R and S; A3 was not added up. "a" is worse where it is
/// higher, "b" where it is lower.
std::shared_ptr<const Dataset> threeAreas()
{
    auto dataset = std::make_shared<Dataset>(makeDataset({{"a", {1, 2, 3}}, {"b", {1, 2, 3}}}));
    SmallerAreas smaller{
        .table = tableOfColumns(
            {"a", "b"},
            {{"P", "5", "10"}, {"Q", "7", "30"}, {"R", "7", "20"}, {"S", "9", "c"}, {"England", "99", "1"}})};
    smaller.table.metadata.indicators[1].direction = Direction::LowerIsMoreDisengaged;
    smaller.table.rows[4].kind = RowKind::Country;
    smaller.larger.resize(3);
    smaller.larger[0] = {.members = {{0, 1, false}, {1, 1, false}, {2, 0.25, true}}, .coverage = {1, 0.5}};
    smaller.larger[1] = {.members = {{2, 0.75, true}, {3, 1, false}}, .coverage = {1, 1}};
    dataset->smallerAreas = std::make_shared<const SmallerAreas>(smaller);
    return dataset;
}

QStringList ranksText(const std::vector<MemberRank> &ranks)
{
    QStringList texts;
    for (const MemberRank &rank : ranks)
        texts << QString("%1: %2 of the area, %3 of all")
                     .arg(rank.row)
                     .arg(rank.rankWithin)
                     .arg(rank.rankOfAll);
    return texts;
}

} // namespace

/// The smaller areas that an area was added up from, and what is said of them beside its figures.
class MemberTableTest : public QObject
{
    Q_OBJECT

private slots:
    void membersAreRankedWithinTheAreaAndOfAll();
    void theyAreATable();
    void coverageStandsInColumns();
    void whatWasNotAddedUpHasNone();
};

void MemberTableTest::membersAreRankedWithinTheAreaAndOfAll()
{
    const auto dataset = threeAreas();
    QCOMPARE(ranksText(memberRanks(*dataset, 0, 0)),
             (QStringList{"1: 1 of the area, 2 of all", "2: 1 of the area, 2 of all",
                          "0: 3 of the area, 4 of all"}));
    QCOMPARE(ranksText(memberRanks(*dataset, 0, 1)),
             (QStringList{"0: 1 of the area, 1 of all", "2: 2 of the area, 2 of all",
                          "1: 3 of the area, 3 of all"}));
    QCOMPARE(ranksText(memberRanks(*dataset, 1, 1)),
             (QStringList{"2: 1 of the area, 2 of all", "3: 0 of the area, 0 of all"}));
}

void MemberTableTest::theyAreATable()
{
    const Table table = memberTable(threeAreas(), 1);
    QStringList codes;
    for (const TableColumn &column : table.columns)
        codes << column.code;
    QCOMPARE(codes, (QStringList{"area_code", "area_name", "share", "in_other_areas", "a", "rank_a",
                                 "rank_all_a", "b", "rank_b", "rank_all_b"}));
    QCOMPARE(table.rowCount(), size_t{2});
    QCOMPARE(std::get<QString>(table.cell(0, 0).content), "S");
    QCOMPARE(table.cell(1, 2).number(), 0.75);
    QCOMPARE(table.cell(1, 3).number(), 1.0);
    QCOMPARE(table.cell(0, 6).number(), 1.0);
    QVERIFY(table.cell(0, 7).isMissing());
    QCOMPARE(std::get<MissingCell>(table.cell(0, 7).content).typed, "c");
}

void MemberTableTest::coverageStandsInColumns()
{
    const std::vector<TableColumn> columns = coverageColumns(threeAreas());
    QCOMPARE(columns.size(), size_t{3});
    QCOMPARE(columns[0].cell(0).number(), 3.0);
    QCOMPARE(columns[1].cell(0).number(), 1.0);
    QCOMPARE(columns[2].cell(0).number(), 50.0); // the least of its indicators
    QVERIFY(columns[0].cell(2).isMissing());
}

void MemberTableTest::whatWasNotAddedUpHasNone()
{
    QVERIFY(memberRanks(*threeAreas(), 2, 0).empty());
    QCOMPARE(memberTable(threeAreas(), 2).rowCount(), size_t{0});
    const auto plain = std::make_shared<const Dataset>(makeDataset({{"a", {1, 2}}}));
    QVERIFY(memberRanks(*plain, 0, 0).empty());
    QCOMPARE(memberTable(plain, 0).rowCount(), size_t{0});
}

ATLAS_TEST(MemberTableTest)

#include "test_member_table.moc"
