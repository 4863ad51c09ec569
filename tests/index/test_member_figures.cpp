#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/aggregation/smaller_areas.h"
#include "core/index/member_figures.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Two larger areas of these smaller ones: the first of all but the last, the second of nothing.
Dataset addedUp(const std::vector<double> &values, Direction direction)
{
    Dataset dataset = makeDataset({{"rate", {1, 2}, direction}});
    auto smaller = std::make_shared<SmallerAreas>();
    smaller->table.metadata = dataset.metadata;
    smaller->larger.resize(2);
    for (size_t row = 0; row < values.size(); ++row) {
        CellValue cell;
        cell.number = values[row];
        cell.missing = std::isnan(values[row]) ? Missing::Suppressed : Missing::No;
        IndicatorRow made;
        made.cells = {cell};
        smaller->table.rows.push_back(made);
        if (row + 1 < values.size())
            smaller->larger[0].members.push_back({row, 1, false});
    }
    dataset.smallerAreas = smaller;
    return dataset;
}

} // namespace

class MemberFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void theMostDisengagedComesFirst();
    void aReversedIndicatorRanksTheOtherWay();
    void areasThatWereNotAddedUpHaveNone();
};

void MemberFiguresTest::theMostDisengagedComesFirst()
{
    const Dataset dataset = addedUp({5, none, 9, 9}, Direction::HigherIsMoreDisengaged);
    const MemberFigures figures = memberFigures(dataset, 0, 0);
    QCOMPARE(figures.members.size(), size_t(3));
    QCOMPARE(figures.ranked, 2);
    QCOMPARE(figures.rankedOfAll, 3);
    QCOMPARE(figures.members[0].row, size_t(2));
    QCOMPARE(figures.members[0].rank, 1.0);
    QCOMPARE(figures.members[0].rankOfAll, 1.0); // shared with one elsewhere
    QCOMPARE(figures.members[1].row, size_t(0));
    QCOMPARE(figures.members[1].rank, 2.0);
    QCOMPARE(figures.members[1].rankOfAll, 3.0);
    QVERIFY(figures.members[2].value.isMissing());
    QCOMPARE(figures.members[2].rank, 0.0);
}

void MemberFiguresTest::aReversedIndicatorRanksTheOtherWay()
{
    const Dataset dataset = addedUp({5, 7, 9}, Direction::LowerIsMoreDisengaged);
    const MemberFigures figures = memberFigures(dataset, 0, 0);
    QCOMPARE(figures.members[0].row, size_t(0));
    QCOMPARE(figures.members[0].rankOfAll, 1.0);
    QCOMPARE(figures.members[1].rank, 2.0);
}

void MemberFiguresTest::areasThatWereNotAddedUpHaveNone()
{
    QVERIFY(memberFigures(addedUp({5, 7}, Direction::HigherIsMoreDisengaged), 0, 1).members.empty());
    QVERIFY(memberFigures(makeDataset({{"rate", {1, 2}}}), 0, 0).members.empty());
}

ATLAS_TEST(MemberFiguresTest)

#include "test_member_figures.moc"
