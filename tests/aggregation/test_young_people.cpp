#include "core/dataset/young_people.h"

#include "core/dataset/load_dataset.h"
#include "core/index/area_columns.h"
#include "core/index/compute_index.h"
#include "tests/support/made_data.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

Dataset percentages()
{
    Dataset dataset = makeDataset({{"neet", {4, 5, std::numeric_limits<double>::quiet_NaN()}},
                                   {"progress", {77, 130, 60}, Direction::LowerIsMoreDisengaged},
                                   {"score", {1, 2, 3}}});
    dataset.metadata.indicators[0].unit = "%";
    dataset.metadata.indicators[1].unit = "%";
    dataset.population = {1000, 3000, std::numeric_limits<double>::quiet_NaN()};
    dataset.populationSource = "young people";
    return dataset;
}

QStringList codesOf(const std::vector<TableColumn> &columns)
{
    QStringList codes;
    for (const TableColumn &column : columns)
        codes << column.code;
    return codes;
}

} // namespace

/// Numbers of young people beside scores.
class YoungPeopleTest : public QObject
{
    Q_OBJECT

private slots:
    void percentagesBecomeNumbersOfPeople();
    void thereAreColumnsOfThem();
    void lepsHaveTheBuiltInPopulation();
    void aColumnOfTheFiguresGoesBefore();
    void columnsAreInsertedBehindTheClass();
};

void YoungPeopleTest::percentagesBecomeNumbersOfPeople()
{
    const Dataset dataset = percentages();
    QCOMPARE(youngPeopleAffected(dataset, 0, 0), 40.0);
    QCOMPARE(youngPeopleAffected(dataset, 0, 1), 150.0);
    QVERIFY(std::isnan(youngPeopleAffected(dataset, 0, 2))); // no value
    QCOMPARE(youngPeopleAffected(dataset, 1, 0), 230.0);     // 23 % make no progress
    QVERIFY(std::isnan(youngPeopleAffected(dataset, 1, 1))); // 130 % is none
    QVERIFY(std::isnan(youngPeopleAffected(dataset, 1, 2))); // no population
    QVERIFY(std::isnan(youngPeopleAffected(dataset, 2, 0))); // no percentage
    QCOMPARE(populationTotal(dataset), 4000.0);
    QVERIFY(std::isnan(populationTotal(makeDataset({{"a", {1, 2}}}))));
}

void YoungPeopleTest::thereAreColumnsOfThem()
{
    const auto dataset = std::make_shared<const Dataset>(percentages());
    const IndexResult result = computeIndex(*dataset, {});
    const std::vector<TableColumn> columns = populationColumns(dataset, result);
    QCOMPARE(codesOf(columns),
             (QStringList{"population", "population_pct", "affected_neet", "affected_progress"}));
    QCOMPARE(std::get<double>(columns[1].cell(1).content), 75.0);
    const auto without = std::make_shared<const Dataset>(makeDataset({{"a", {1, 2}}}));
    QVERIFY(populationColumns(without, computeIndex(*without, {})).empty());
    QVERIFY(coverageColumns(without).empty());
}

/// The paper says 15 % and 1 % of its own target population.
void YoungPeopleTest::lepsHaveTheBuiltInPopulation()
{
    Progress progress;
    const auto dataset = loadDataset(builtInSources(), progress);
    QVERIFY(dataset.ok());
    const auto shareOf = [&](const QString &code) {
        const double people = (*dataset)->population[*(*dataset)->findArea({code})];
        return std::round(1000 * people / populationTotal(**dataset)) / 10;
    };
    QCOMPARE(populationTotal(**dataset), 4283579.0);
    QCOMPARE(shareOf("E37000023"), 16.1); // London
    QCOMPARE(shareOf("E37000007"), 0.8);  // Cumbria
    QCOMPARE((*dataset)->populationSource, builtInPopulationSource());
}

void YoungPeopleTest::aColumnOfTheFiguresGoesBefore()
{
    const QTemporaryDir folder;
    DataSources sources{.indicators = writeBytes(folder, "figures.csv",
                                                 "code,population,neet\nE37000007,100,4\nE37000023,,5\n"
                                                 "E37000001,-3,5\n")};
    Progress progress;
    const auto dataset = loadDataset(sources, progress);
    QVERIFY(dataset.ok());
    QCOMPARE((*dataset)->population[0], 100.0);
    QVERIFY(std::isnan((*dataset)->population[1]) && std::isnan((*dataset)->population[2]));
    QCOMPARE((*dataset)->populationSource, "population");
    sources.indicators = writeBytes(folder, "figures.csv", "code,neet\nX1,4\nX2,5\n");
    QVERIFY((*loadDataset(sources, progress))->population.empty());
}

void YoungPeopleTest::columnsAreInsertedBehindTheClass()
{
    Table table{.columns = {{.code = "area_code"},
                            {.role = TableColumn::Role::Class, .code = "class"},
                            {.code = "population"}}};
    insertColumns(table, {{.code = "members"}}, false);
    insertColumns(table, {{.code = "population"}, {.code = "affected"}}, true);
    QCOMPARE(codesOf(table.columns),
             (QStringList{"area_code", "class", "population_2", "affected", "population", "members"}));
}

ATLAS_TEST(YoungPeopleTest)

#include "test_young_people.moc"
