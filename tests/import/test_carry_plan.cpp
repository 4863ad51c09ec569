#include "core/import/carry_plan.h"

#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;

/// Last month's plan for next month's figures.
class CarryPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void thePlanHoldsForTheSameHeads();
    void whatItSaysOfOtherColumnsFallsAway();
    void whatIsNewIsSaid();
    void aSheetAndAPeriodThatAreGoneFallAway();
    void headsThatMovedAreFound();
    void indicatorsOfLongTablesAreKnown();
    void indicatorsOfSeveralYearsAreKnown();
    void otherTablesDoNotTakeIt();
    void nothingIsCarriedWhereNothingWasDecided();

private:
    static Grid grid(const QStringList &lines)
    {
        Grid made;
        made.file = "november.csv";
        for (const QString &line : lines) {
            for (const QString &cell : line.split('|'))
                made.addCell(cell);
            made.endRow();
        }
        return made;
    }
};

void CarryPlanTest::thePlanHoldsForTheSameHeads()
{
    const EarlierPlan earlier{
        .plan = {.roles = {{"NEET", ColumnRole::Indicator}, {"pupils", ColumnRole::Ignored}},
                 .decimalMarks = {{"NEET", DecimalMark::Comma}}},
        .file = "october.csv"};
    const auto carried = carryPlan(earlier, grid({"code|neet|pupils", "E06000001|5,1|100"}));
    QVERIFY(carried);
    QVERIFY(carried->plan == earlier.plan);
    QCOMPARE(carried->from, QString("october.csv"));
    QCOMPARE(carried->goneHeads, QStringList());
}

void CarryPlanTest::whatItSaysOfOtherColumnsFallsAway()
{
    const EarlierPlan earlier{
        .plan = {.codeColumn = "code",
                 .nameColumn = "area",
                 .roles = {{"neet", ColumnRole::Indicator}, {"old", ColumnRole::Ignored}},
                 .decimalMarks = {{"old", DecimalMark::Comma}},
                 .descriptions = {{"neet", {.unit = "%"}}, {"old", {.unit = "%"}}},
                 .matches = {{"Hartlepol", "Hartlepool"}},
                 .addingUp = {.largerColumns = {"area", "old"},
                              .rules = {{"neet", {.kind = AddUpRule::Kind::Sum}},
                                        {"area", {.kind = AddUpRule::Kind::Mean, .column = "old"}}}}},
        .heads = {"code", "area", "neet", "old"}};
    const auto carried = carryPlan(earlier, grid({"code|area|neet", "E06000001|Hartlepool|5"}));
    QVERIFY(carried);
    QCOMPARE(carried->goneHeads, QStringList({"old"}));
    QCOMPARE(carried->plan.roles.size(), size_t(1));
    QVERIFY(carried->plan.decimalMarks.empty());
    QCOMPARE(carried->plan.descriptions.size(), size_t(1));
    QCOMPARE(carried->plan.nameColumn, QString("area"));
    QCOMPARE(carried->plan.matches.size(), size_t(1)); // of areas, not of columns
    QCOMPARE(carried->plan.addingUp.largerColumns, QStringList({"area"}));
    QCOMPARE(carried->plan.addingUp.rules.size(), size_t(1));
}

void CarryPlanTest::whatIsNewIsSaid()
{
    const EarlierPlan earlier{.plan = {.roles = {{"neet", ColumnRole::Indicator}}},
                              .heads = {"code", "neet"}};
    const auto carried = carryPlan(earlier, grid({"Code|neet|absence", "E06000001|5|6"}));
    QVERIFY(carried);
    QCOMPARE(carried->newHeads, QStringList({"absence"}));
}

void CarryPlanTest::aSheetAndAPeriodThatAreGoneFallAway()
{
    EarlierPlan earlier{
        .plan = {.sheet = "October", .roles = {{"neet", ColumnRole::Indicator}}, .period = "2023"}};
    Grid next = grid({"code|year|neet", "E06000001|2024|5", "E06000001|2025|6"});
    next.sheets = {"November", "Notes"};
    const auto carried = carryPlan(earlier, next);
    QVERIFY(carried);
    QCOMPARE(carried->plan.sheet, QString());
    QCOMPARE(carried->plan.period, QString());
    earlier.plan.period = "2024"; // which is still there
    QCOMPARE(carryPlan(earlier, next)->plan.period, QString("2024"));
}

void CarryPlanTest::headsThatMovedAreFound()
{
    const EarlierPlan earlier{.plan = {.headerRow = 1, .roles = {{"neet", ColumnRole::Ignored}}},
                              .heads = {"code", "neet", "imd"}};
    const auto carried =
        carryPlan(earlier, grid({"Figures of November||", "code|neet|imd", "E06000001|5|6"}));
    QVERIFY(carried);
    QCOMPARE(carried->plan.headerRow, 0);
    QCOMPARE(carried->plan.roles.size(), size_t(1));
}

void CarryPlanTest::indicatorsOfLongTablesAreKnown()
{
    const EarlierPlan earlier{
        .plan = {.descriptions = {{"neet", {.unit = "%"}}, {"absence", {.unit = "%"}}},
                 .addingUp = {.rules = {{"neet", {.kind = AddUpRule::Kind::Mean, .column = "absence"}}}}},
        .heads = {"code", "indicator", "value"}};
    const auto carried =
        carryPlan(earlier, grid({"code|indicator|value", "E06000001|neet|5", "E06000001|absence|6",
                                 "E06000002|neet|7", "E06000002|absence|8"}));
    QVERIFY(carried);
    QCOMPARE(carried->plan.descriptions.size(), size_t(2));
    QCOMPARE(carried->plan.addingUp.rules.size(), size_t(1));
    QCOMPARE(carried->goneHeads, QStringList());
}

void CarryPlanTest::indicatorsOfSeveralYearsAreKnown()
{
    const EarlierPlan earlier{.plan = {.descriptions = {{"neet", {.unit = "%"}}}}};
    const auto carried = carryPlan(earlier, grid({"code|neet_2024|neet_2025", "E06000001|5|6"}));
    QVERIFY(carried);
    QCOMPARE(carried->plan.descriptions.size(), size_t(1));
}

void CarryPlanTest::otherTablesDoNotTakeIt()
{
    const EarlierPlan earlier{.plan = {.roles = {{"neet", ColumnRole::Indicator}}},
                              .heads = {"code", "neet", "imd", "absence"}};
    QVERIFY(!carryPlan(earlier, grid({"code|neet|other", "E06000001|5|6"})));
    QVERIFY(!carryPlan(earlier, Grid()));
}

void CarryPlanTest::nothingIsCarriedWhereNothingWasDecided()
{
    QVERIFY(!carryPlan({.heads = {"code", "neet"}}, grid({"code|neet", "E06000001|5"})));
}

ATLAS_TEST(CarryPlanTest)
#include "test_carry_plan.moc"
