#include "core/aggregation/add_up_rule.h"
#include "core/aggregation/lookup.h"
#include "core/aggregation/smaller_areas.h"
#include "core/common/text_table.h"
#include "core/dataset/load_dataset.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTest>

#include <cmath>

using namespace atlas;

namespace {

const QString dataFolder = ATLAS_SOURCE_DIR "/../shared/data/";

DataSources exclusions(const QString &lookup)
{
    DataSources sources{.indicators = dataFolder + "indicators/exclusions_utla_2013_14_secondary.csv",
                        .lookup = lookup};
    sources.plan.addingUp.rules["pct_pupils_with_1plus"] =
        *ruleOf("rate:pupils_with_1plus_fixed_exclusion/headcount");
    return sources;
}

std::shared_ptr<const Dataset> loaded(const DataSources &sources)
{
    Progress progress;
    auto dataset = loadDataset(sources, progress);
    if (!dataset)
        qWarning("%s", qPrintable(dataset.error().message));
    return dataset ? *dataset : nullptr;
}

/// Table 4 of the paper by the codes of LEPs; its figures have one decimal.
QHash<QString, double> tableFour(const QString &column)
{
    QHash<QString, double> figures;
    const auto table = readTextTable(dataFolder + "indicators/table4_paper.csv", "Table 4");
    if (table)
        for (const QStringList &row : table->rows)
            figures.insert(row[table->column("lep_code")], row[table->column(column)].toDouble());
    return figures;
}

/// LEPs whose figure is another at one decimal, as "E37000020: 16.947".
QStringList differencesFrom(const QString &column, const Dataset &dataset)
{
    const QHash<QString, double> paper = tableFour(column);
    QStringList differences;
    for (size_t i = 0; i < dataset.areas.size(); ++i) {
        const QString &code = dataset.areas[i].code.text;
        const double value = dataset.cells[0][i].number;
        if (!paper.contains(code) || std::abs(std::round(value * 10) - paper[code] * 10) > 0.001)
            differences << QString("%1: %2").arg(code).arg(value, 0, 'f', 3);
    }
    differences.sort();
    return differences;
}

} // namespace

/// Two columns of the paper's Table 4 from figures of authorities and of neighbourhoods.
class TableFourTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void exclusionsAreThoseOfWholeAuthorities_data();
    void exclusionsAreThoseOfWholeAuthorities();
    void sharedOutTheyAreOthers();
    void deprivationIsTheShareOfNeighbourhoods();
    void theAuthoritiesOfALepAreAtHand();
};

void TableFourTest::initTestCase()
{
    if (!QFileInfo::exists(dataFolder + "indicators/table4_paper.csv"))
        QSKIP("The reference data are not here.");
}

void TableFourTest::exclusionsAreThoseOfWholeAuthorities_data()
{
    QTest::addColumn<QString>("lookup");
    QTest::newRow("a lookup file") << dataFolder + "lookup/utla_lep_2014.csv";
    QTest::newRow("the built-in lookup, named") << builtInLookup();
    QTest::newRow("the built-in lookup, by itself") << QString();
}

void TableFourTest::exclusionsAreThoseOfWholeAuthorities()
{
    QFETCH(const QString, lookup);
    const auto dataset = loaded(exclusions(lookup));
    QVERIFY(dataset);
    QCOMPARE(dataset->areas.size(), size_t{39});
    QCOMPARE(dataset->indicator(0).unit, "%");
    // The two are rounded twice in the paper: 3.85 to 3.9 and 3.15 to 3.2.
    QCOMPARE(differencesFrom("exclusions_pct", *dataset),
             (QStringList{"E37000026: 3.847", "E37000033: 3.148"}));
}

void TableFourTest::sharedOutTheyAreOthers()
{
    DataSources sources = exclusions({});
    sources.plan.addingUp.members = MembersCount::Shared;
    const auto dataset = loaded(sources);
    QVERIFY(dataset);
    QCOMPARE(differencesFrom("exclusions_pct", *dataset).size(), 39 - 31);
}

void TableFourTest::deprivationIsTheShareOfNeighbourhoods()
{
    DataSources sources{.indicators = dataFolder + "indicators/imd2015_lsoa.csv"};
    sources.plan.addingUp.rules["imd_decile"] = *ruleOf("share:imd_decile<=1");
    sources.plan.addingUp.largerColumns = {"lep1_code", "lep2_code"};
    const auto dataset = loaded(sources);
    QVERIFY(dataset);
    QCOMPARE(dataset->areas.size(), size_t{39});
    QCOMPARE(dataset->smallerAreas->table.rows.size(), size_t{32844});
    QCOMPARE(differencesFrom("imd_pct", *dataset), QStringList("E37000020: 16.947"));
    QCOMPARE(dataset->areas[*dataset->findArea({"E37000023"})].name, "London");
}

void TableFourTest::theAuthoritiesOfALepAreAtHand()
{
    const auto dataset = loaded(exclusions({}));
    QVERIFY(dataset);
    const SmallerAreas &smaller = *dataset->smallerAreas;
    const LargerArea &london = smaller.larger[*dataset->findArea({"E37000023"})];
    QCOMPARE(london.members.size(), size_t{32});
    QCOMPARE(london.absent.size(), size_t{1}); // the City has no secondary school
    QCOMPARE(london.absent[0].name, "City of London");
    QCOMPARE(london.overlapping(), size_t{1});
    const auto croydon = std::find_if(london.members.begin(), london.members.end(),
                                      [](const AreaMember &member) { return member.isElsewhere; });
    QCOMPARE(smaller.table.rows[croydon->row].name, "Croydon");
    const LargerArea &derby = smaller.larger[*dataset->findArea({"E37000008"})];
    QStringList names;
    for (const AreaMember &member : derby.members)
        names << smaller.table.rows[member.row].name;
    names.sort();
    QCOMPARE(names, (QStringList{"Derby", "Derbyshire", "Nottingham", "Nottinghamshire"}));
}

ATLAS_TEST(TableFourTest)

#include "test_table_four.moc"
