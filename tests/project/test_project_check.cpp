#include "core/project/project_check.h"

#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Projects beside data that may have changed since.
class ProjectCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTheDataHaveNotIsRefused_data();
    void whatTheDataHaveNotIsRefused();
    void everyIndicatorMayBeOff();
    void columnsThatAreNoIndicatorsAnyMoreAreLeftOutAndSaid();
    void valuesAndAreasAreFoundByCode();
    void whatHasNoPlaceIsSaid();

private:
    const Dataset m_data = makeDataset({{"a", {1, 2, 6}}, {"b", {5, 9, 1}}});
};

void ProjectCheckTest::whatTheDataHaveNotIsRefused_data()
{
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("says");
    QTest::newRow("all is there") << "a"
                                  << "b"
                                  << "";
    QTest::newRow("the index") << "a"
                               << "index"
                               << "";
    QTest::newRow("an indicator of the method") << "c"
                                                << "index"
                                                << "There is no indicator c; the codes are a, b.";
    QTest::newRow("the variable on the map") << "a"
                                             << "c"
                                             << "There is no indicator c; the codes are a, b.";
}

void ProjectCheckTest::whatTheDataHaveNotIsRefused()
{
    QFETCH(const QString, excluded);
    QFETCH(const QString, shown);
    const auto fits = checkChoices({.index = {.excluded = {excluded}}, .shown = shown}, m_data);
    QTEST(fits ? QString() : fits.error().message, "says");
}

void ProjectCheckTest::everyIndicatorMayBeOff()
{
    QVERIFY(checkChoices({.index = {.excluded = {"a", "b"}}}, m_data).ok());
}

void ProjectCheckTest::columnsThatAreNoIndicatorsAnyMoreAreLeftOutAndSaid()
{
    Dataset data = m_data;
    data.figuresPlan.columns = {{.header = "a", .role = ColumnRole::Indicator},
                                {.header = "pupils", .role = ColumnRole::Population}};
    const Choices choices{.index = {.excluded = {"a", "pupils"}, .weights = {{"pupils", 2}, {"b", 3}}},
                          .shown = "pupils"};
    const Choices left = withoutFormerIndicators(choices, data);
    QVERIFY(left.index.excluded == std::set<QString>{"a"});
    QVERIFY((left.index.weights == std::map<QString, double>{{"b", 3}}));
    QCOMPARE(left.shown, indexCode);
    QVERIFY(checkChoices(left, data).ok());
    const Issues issues = formerIndicators(choices, data, "mine.atlas");
    QCOMPARE(issues.size(), size_t(1));
    QVERIFY2(issueLine(issues[0]).startsWith(
                 "note: mine.atlas: pupils was an indicator and is none any more (population)"),
             qPrintable(issueLine(issues[0])));
    QVERIFY(formerIndicators(left, data, "mine.atlas").empty());
    // What is no column either is a mistake.
    QVERIFY(withoutFormerIndicators({.index = {.excluded = {"c"}}}, data).index.excluded.count("c") == 1);
}

void ProjectCheckTest::valuesAndAreasAreFoundByCode()
{
    const Project project{.method = {.choices = {.tried = {{{"A3"}, "b", 7.5}, {{"A1"}, "a", -1}}}},
                          .selection = {{"A2"}, {"A1"}},
                          .current = {"A2"}};
    const PlacedValues values = placeValues(project.method.choices.tried, m_data);
    QVERIFY((values.whatIfs == std::vector<WhatIf>{{2, 1, 7.5}, {0, 0, -1}}));
    QVERIFY(values.unplaced.empty());
    QVERIFY(unplacedValues(project.method.choices, m_data, "mine.atlas").empty());
    QVERIFY(unplacedAreas(project, m_data, "mine.atlas").empty());
}

void ProjectCheckTest::whatHasNoPlaceIsSaid()
{
    const std::vector<TriedValue> tried = {{{"A9"}, "a", 1}, {{"A1"}, "c", 2}, {{"A1"}, "a", 3}};
    const Project project{
        .method = {.choices = {.tried = tried}}, .selection = {{"A9"}, {"A1"}}, .current = {"A9"}};
    const PlacedValues values = placeValues(tried, m_data);
    QVERIFY((values.whatIfs == std::vector<WhatIf>{{0, 0, 3}}));
    QVERIFY((values.unplaced == std::vector<TriedValue>{tried[0], tried[1]}));
    Issues issues = unplacedValues(project.method.choices, m_data, "mine.atlas");
    QCOMPARE(issues.size(), size_t(2));
    const Issues ofAreas = unplacedAreas(project, m_data, "mine.atlas");
    QCOMPARE(ofAreas.size(), size_t(1));
    issues.push_back(ofAreas.front());
    QVERIFY(issues[0].message.contains("area A9") && issues[0].file == "mine.atlas");
    QVERIFY(issues[0].severity == Severity::Warning && issues[0].area.isEmpty());
    QVERIFY(issues[1].message.contains("of c ") && issues[1].area.text == "A1");
    QVERIFY(issues[2].message.contains("area A9") && issues[2].severity == Severity::Note);
}

ATLAS_TEST(ProjectCheckTest)

#include "test_project_check.moc"
