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
    void valuesAndAreasAreFoundByCode();
    void whatHasNoPlaceIsSaidAndKept();
    void triedValuesComeBackByCode();

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
    Project project{.method = {.index = {.excluded = {excluded}}}};
    project.display.shown = shown;
    const auto fits = checkProject(project, m_data);
    QTEST(fits ? QString() : fits.error().message, "says");
}

void ProjectCheckTest::everyIndicatorMayBeOff()
{
    QVERIFY(checkProject({.method = {.index = {.excluded = {"a", "b"}}}}, m_data).ok());
}

void ProjectCheckTest::valuesAndAreasAreFoundByCode()
{
    const Project project{
        .tried = {{{"A3"}, "b", 7.5}, {{"A1"}, "a", -1}}, .selection = {{"A2"}, {"A1"}}, .current = {"A2"}};
    const PlacedAreas placed = placeAreas(project, m_data, "mine.atlas");
    QVERIFY((placed.whatIfs == std::vector<WhatIf>{{2, 1, 7.5}, {0, 0, -1}}));
    QVERIFY((placed.selected == std::vector<size_t>{1, 0}));
    QVERIFY(placed.current == size_t(1));
    QVERIFY(placed.issues.empty() && placed.strangeValues.empty() && placed.strangeAreas.empty());
}

void ProjectCheckTest::whatHasNoPlaceIsSaidAndKept()
{
    const Project project{.tried = {{{"A9"}, "a", 1}, {{"A1"}, "c", 2}, {{"A1"}, "a", 3}},
                          .selection = {{"A9"}, {"A1"}},
                          .current = {"A9"}};
    const PlacedAreas placed = placeAreas(project, m_data, "mine.atlas");
    QVERIFY((placed.whatIfs == std::vector<WhatIf>{{0, 0, 3}}));
    QVERIFY((placed.strangeValues == std::vector<TriedValue>{project.tried[0], project.tried[1]}));
    QVERIFY((placed.strangeAreas == std::vector<AreaCode>{{"A9"}}));
    QVERIFY(!placed.current);
    QCOMPARE(placed.issues.size(), size_t(3));
    QVERIFY(placed.issues[0].message.contains("area A9") && placed.issues[0].file == "mine.atlas");
    QVERIFY(placed.issues[0].severity == Severity::Warning && placed.issues[0].area.isEmpty());
    QVERIFY(placed.issues[1].message.contains("of c,") && placed.issues[1].area.text == "A1");
    QVERIFY(placed.issues[2].message.contains("area A9") && placed.issues[2].severity == Severity::Note);
}

void ProjectCheckTest::triedValuesComeBackByCode()
{
    const std::vector<WhatIf> whatIfs = {{2, 1, 0.1 + 0.2}, {0, 0, -1}};
    const auto tried = withWhatIfs(m_data, whatIfs);
    const Project project{.tried = triedValuesOf(*tried)};
    QVERIFY(placeAreas(project, m_data, "mine.atlas").whatIfs == whatIfs);
    QVERIFY(triedValuesOf(m_data).empty());
}

ATLAS_TEST(ProjectCheckTest)

#include "test_project_check.moc"
