#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/index/period_change.h"
#include "core/tables/cell_text.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

std::shared_ptr<const Dataset> made(const QString &period, const std::vector<MadeIndicator> &indicators)
{
    Dataset dataset = makeDataset(indicators);
    dataset.figuresPlan.period = period;
    dataset.metadata.indicators.front().unit = "%";
    dataset.metadata.indicators.front().decimals = 1;
    return std::make_shared<const Dataset>(std::move(dataset));
}

} // namespace

class PeriodChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void areasAndIndicatorsAreJoinedByCode();
    void columnsSayBothPeriodsAndTheUnit();
    void columnsOfFilesStandLastAndGiveWay();
};

void PeriodChangeTest::areasAndIndicatorsAreJoinedByCode()
{
    const auto now = made("2023", {{"a", {5, 6, none, 8}}, {"b", {1, 2, 3, 4}}, {"c", {1, 1, 1, 1}}});
    Dataset before = *made("2022", {{"b", {40, 30, 20}}, {"a", {4.5, none, 3}}});
    before.areas[0].code = {"A2"}; // in another order, and one of another place
    before.areas[1].code = {"A1"};
    before.areas[2].code = {"A9"};
    const auto other = std::make_shared<const OtherPeriod>(otherPeriod(*now, before));
    QCOMPARE(other->period, "2022");
    const std::vector<TableColumn> columns = changeColumns(now, other);
    QCOMPARE(columns.size(), size_t(3));
    const auto number = [&](size_t column, size_t area) { return columns[column].cell(area).number(); };
    QVERIFY(columns[0].cell(0).isMissing()); // it has no figure in 2022
    QCOMPARE(number(0, 1), 1.5);
    QVERIFY(columns[0].cell(2).isMissing()); // nor this one in 2023
    QVERIFY(columns[0].cell(3).isMissing()); // this area is not there in 2022
    QCOMPARE(number(1, 0), 1.0 - 30);
    QCOMPARE(number(1, 1), 2.0 - 40);
    QVERIFY(columns[2].cell(0).isMissing()); // an indicator that 2022 has not
}

void PeriodChangeTest::columnsSayBothPeriodsAndTheUnit()
{
    const auto now = made("2023", {{"a", {5.25, 6}}, {"b", {1, 2}}});
    const auto other =
        std::make_shared<const OtherPeriod>(otherPeriod(*now, *made("2022", {{"a", {4, 7}}, {"b", {1, 4}}})));
    const TableColumn perCent = changeColumn(now, other, 0);
    QCOMPARE(perCent.name, "a, change from 2022 to 2023");
    QCOMPARE(perCent.head, "Change from 2022 to 2023");
    QCOMPARE(shownHeader(perCent), "a (pp)");
    QCOMPARE(unitOfChange("%"), "percentage points");
    QCOMPARE(unitOfChange("days"), "days");
    QCOMPARE(changeColumn(now, other, 1).unit, QString());
    QVERIFY(isChange(perCent));
    const QLocale locale = QLocale::c();
    QCOMPARE(shownText(perCent, perCent.cell(0), locale), "+1.3");
    QCOMPARE(shownText(perCent, perCent.cell(1), locale), QString::fromUtf8("−1.0"));
    QCOMPARE(fileText(perCent.cell(0)), "1.25");
}

void PeriodChangeTest::columnsOfFilesStandLastAndGiveWay()
{
    const auto now = made("2023", {{"a", {5, 6}}, {"change_a", {1, 2}}});
    const auto other = std::make_shared<const OtherPeriod>(otherPeriod(*now, *made("2022", {{"a", {4, 7}}})));
    Table table{.columns = {{.role = TableColumn::Role::Indicator, .code = "a"},
                            {.role = TableColumn::Role::Indicator, .code = "change_a"}},
                .order = {0, 1}};
    appendChanges(table, now, other);
    QCOMPARE(table.columns.size(), size_t(4));
    QCOMPARE(table.columns[2].code, "change_a_2");
    QCOMPARE(table.columns[3].code, "change_change_a");
    QVERIFY(!isChange(table.columns[1])); // an indicator of that name
    QVERIFY(isChange(table.columns[2]));
}

ATLAS_TEST(PeriodChangeTest)

#include "test_period_change.moc"
