#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/project/plan_object.h"

#include <QJsonDocument>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

Result<ImportPlan> readFrom(const QByteArray &json)
{
    const QTemporaryDir folder;
    return readPlanFile(writeBytes(folder, "plan.json", json));
}

} // namespace

/// What a plan's file says of pairs and of indicators.
class PlanObjectTest : public QObject
{
    Q_OBJECT

private slots:
    void pairsAndDescriptionsReadBack();
    void whatIsNotSaidIsNotWritten();
    void aPlanOfPairsAloneIsAPlan();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
};

void PlanObjectTest::pairsAndDescriptionsReadBack()
{
    const ImportPlan plan{.descriptions = {{"neet",
                                            {.name = "Not in education",
                                             .unit = "%",
                                             .direction = Direction::LowerIsMoreDisengaged,
                                             .domain = "Outcomes",
                                             .weight = 1.0 / 3,
                                             .decimals = 0,
                                             .source = "DfE",
                                             .period = "2023/24"}}},
                          .matches = {{"805", "E06000001"}, {"Elsewhere", ""}}};
    const auto read = readFrom(QJsonDocument(planObject(plan)).toJson());
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, plan);
}

void PlanObjectTest::whatIsNotSaidIsNotWritten()
{
    QVERIFY(planObject(ImportPlan()).isEmpty());
    QVERIFY(planObject(ImportPlan{.descriptions = {{"neet", {}}}}).isEmpty());
}

void PlanObjectTest::aPlanOfPairsAloneIsAPlan()
{
    const auto read = readFrom(R"({"matches": {"805": "E06000001"}})");
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->matches.at("805"), "E06000001");
}

void PlanObjectTest::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    QTest::newRow("a number as a match") << QByteArray(R"({"matches": {"805": 1}})") << "805";
    QTest::newRow("a direction of 2")
        << QByteArray(R"({"descriptions": {"a": {"direction": 2}}})") << "direction";
    QTest::newRow("no weight") << QByteArray(R"({"descriptions": {"a": {"weight": 0}}})") << "weight";
    QTest::newRow("half a decimal") << QByteArray(R"({"descriptions": {"a": {"decimals": 1.5}}})")
                                    << "decimals";
    QTest::newRow("ten decimals") << QByteArray(R"({"descriptions": {"a": {"decimals": 10}}})") << "decimals";
    QTest::newRow("a name that is a number")
        << QByteArray(R"({"descriptions": {"a": {"name": 1}}})") << "name";
    QTest::newRow("a text for an object") << QByteArray(R"({"descriptions": {"a": "b"}})") << "descriptions";
    QTest::newRow("a list of matches") << QByteArray(R"({"matches": []})") << "matches";
}

void PlanObjectTest::mistakesAreNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, word);
    const auto read = readFrom(json);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
}

ATLAS_TEST(PlanObjectTest)

#include "test_plan_object.moc"
