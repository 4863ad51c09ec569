#include "core/aggregation/add_up_rule.h"
#include "core/aggregation/smaller_areas.h"
#include "core/dataset/load_dataset.h"
#include "core/dataset/young_people.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

QString remarksOf(const Dataset &dataset)
{
    QStringList lines;
    for (const Issue &issue : dataset.issues)
        lines << issueLine(issue);
    return lines.join('\n');
}

/// "E37000001 Black Country: 1.5 -": a text for each area.
QStringList areasOf(const Dataset &dataset)
{
    QStringList areas;
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        QStringList cells;
        for (size_t i = 0; i < dataset.indicatorCount(); ++i)
            cells << (dataset.cells[i][area].isMissing() ? "-"
                                                         : QString::number(dataset.cells[i][area].number));
        areas << dataset.areas[area].code.text + ' ' + dataset.areas[area].name + ": " + cells.join(' ');
    }
    return areas;
}

} // namespace

/// How files of smaller areas are read and added up to a dataset.
class AddUpFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreReadWhateverTheyAreTakenFor();
    void columnsWithoutARuleAreSaid();
    void metadataDescribeTheResult();
    void whatAPersonSaysDescribesTheResult();
    void longTablesAreAddedUp();
    void oneOfSeveralPeriodsIsRead();
    void percentagesAreNotSummed_data();
    void percentagesAreNotSummed();
    void aColumnThatIsNotThereIsNamed();
    void figuresAreNotTheirOwnLookup();
    void areasInNoLargerOneAreNamed();
    void codesOfAnotherYearAreBridged();
    void codesOfChangedLandAreExplained();
    void aLepWithHalfItsAuthoritiesIsNamed();
    void otherAreasNeedALookup();
    void twoPopulationsAreRemarkedOn();
    void theBuiltInLookupIsOffered();
    void namesOfLargerAreasComeFromTheLookup();

private:
    Result<std::shared_ptr<const Dataset>> load(const QByteArray &figures,
                                                const std::map<QString, QString> &rules,
                                                const QByteArray &lookup = {},
                                                const QByteArray &metadata = {});

    QTemporaryDir m_folder;
    ImportPlan m_plan; ///< beside the rules
};

Result<std::shared_ptr<const Dataset>> AddUpFiguresTest::load(const QByteArray &figures,
                                                              const std::map<QString, QString> &rules,
                                                              const QByteArray &lookup,
                                                              const QByteArray &metadata)
{
    DataSources sources{.indicators = writeBytes(m_folder, "figures.csv", figures), .plan = m_plan};
    if (!metadata.isEmpty())
        sources.metadata = writeBytes(m_folder, "metadata.csv", metadata);
    if (!lookup.isEmpty())
        sources.lookup = writeBytes(m_folder, "lookup.csv", lookup);
    for (const auto &[code, text] : rules)
        sources.plan.addingUp.rules[code] = *ruleOf(text);
    m_plan = {};
    Progress progress;
    return loadDataset(sources, progress);
}

const QByteArray fourLookup = "lad_code,lep_code,lep_name\n"
                              "E07000001,E37000901,Avon\nE07000002,E37000901,Avon\n"
                              "E07000003,E37000902,Bow\nE07000004,E37000902,Bow\n";
const QByteArray fourFigures = "code,name,headcount,pupils excluded,exclusion_pct,imd_decile,soc\n"
                               "E07000001,North,100,1,1.0,1,40\nE07000002,South,300,9,3.0,2,50\n"
                               "E07000003,West,200,4,2.0,1,60\nE07000004,East,200,8,4.0,1,70\n";

void AddUpFiguresTest::columnsAreReadWhateverTheyAreTakenFor()
{
    const auto dataset = load(fourFigures,
                              {{"exclusion_pct", "rate:pupils excluded/HEADCOUNT"},
                               {"imd_decile", "share:imd_decile<=1"},
                               {"soc", "mean:headcount"}},
                              fourLookup);
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE(areasOf(**dataset), (QStringList{"E37000901 Avon: 2.5 50 47.5", "E37000902 Bow: 3 100 65"}));
    QCOMPARE((*dataset)->indicator(0).unit, "%");
    QCOMPARE((*dataset)->indicator(1).direction, Direction::HigherIsMoreDisengaged);
    QCOMPARE((*dataset)->smallerAreas->table.rows[1].name, "South");
    QCOMPARE((*dataset)->smallerAreas->larger[1].members.size(), size_t{2});
}

void AddUpFiguresTest::columnsWithoutARuleAreSaid()
{
    const auto dataset = load(fourFigures, {{"soc", "mean:headcount"}}, fourLookup);
    QVERIFY(dataset.ok());
    QCOMPARE((*dataset)->indicatorCount(), size_t{1});
    QVERIFY2(
        remarksOf(**dataset).contains("No rule adds up pupils excluded, exclusion_pct; what has no rule is "
                                      "left out."),
        qPrintable(remarksOf(**dataset)));
}

void AddUpFiguresTest::metadataDescribeTheResult()
{
    const auto dataset =
        load(fourFigures, {{"soc", "mean:headcount"}, {"exclusion_pct", "rate:pupils excluded/headcount"}},
             fourLookup,
             "iCode,iName,Direction,Weight,Level,Parent,Type,Denominator\n"
             "soc,Professionals,-1,2,1,risk,Indicator,\nexclusion_pct,Pupils "
             "excluded,1,1,1,risk,Indicator,headcount\n"
             "risk,Risk,1,1,2,,Aggregate,\n");
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE(areasOf(**dataset), (QStringList{"E37000901 Avon: 47.5 2.5", "E37000902 Bow: 65 3"}));
    QCOMPARE((*dataset)->indicator(0).name, "Professionals");
    QCOMPARE((*dataset)->indicator(0).direction, Direction::LowerIsMoreDisengaged);
    QCOMPARE((*dataset)->metadata.aggregates.size(), size_t{1});
    QVERIFY((*dataset)->indicator(1).denominator.isEmpty());
}

void AddUpFiguresTest::whatAPersonSaysDescribesTheResult()
{
    m_plan.descriptions = {{"rate", // which is the name of no column
                            {.name = "Pupils sent home",
                             .direction = Direction::LowerIsMoreDisengaged,
                             .domain = "Direct measures",
                             .weight = 2}},
                           {"soc", {.name = "Professionals"}}};
    const auto dataset = load(
        fourFigures, {{"soc", "mean:headcount"}, {"rate", "rate:pupils excluded/headcount"}}, fourLookup);
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    const Indicator &rate = (*dataset)->indicator(*(*dataset)->findIndicator("rate"));
    QCOMPARE(rate.name, "Pupils sent home");
    QCOMPARE(rate.direction, Direction::LowerIsMoreDisengaged);
    QCOMPARE(rate.weight, 2.0);
    QCOMPARE((*dataset)->metadata.domains().size(), size_t{1});
    QCOMPARE(rate.domain, (*dataset)->metadata.domains().front().code);
    QCOMPARE((*dataset)->indicator(*(*dataset)->findIndicator("soc")).name, "Professionals");
}

void AddUpFiguresTest::longTablesAreAddedUp()
{
    const auto dataset = load("code,indicator,value\n"
                              "E07000001,pupils,100\nE07000001,excluded,1\nE07000002,pupils,300\n"
                              "E07000002,excluded,9\nE07000003,pupils,200\nE07000003,excluded,4\n",
                              {{"rate", "rate:excluded/pupils"}}, fourLookup);
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE(areasOf(**dataset), (QStringList{"E37000901 Avon: 2.5", "E37000902 Bow: 2"}));
}

void AddUpFiguresTest::oneOfSeveralPeriodsIsRead()
{
    const QByteArray figures = "code,year,count of pupils\n"
                               "E07000001,2015,1\nE07000002,2015,2\nE07000001,2016,10\nE07000002,2016,20\n";
    const auto latest = load(figures, {{"count of pupils", "sum"}}, fourLookup);
    QVERIFY2(latest.ok(), latest.ok() ? "" : qPrintable(latest.error().message));
    QCOMPARE(areasOf(**latest), QStringList("E37000901 Avon: 30"));
    QCOMPARE((*latest)->indicator(0).period, "2016");
    m_plan.period = "2015";
    QCOMPARE(areasOf(**load(figures, {{"count of pupils", "sum"}}, fourLookup)),
             QStringList("E37000901 Avon: 3"));
}

void AddUpFiguresTest::percentagesAreNotSummed_data()
{
    QTest::addColumn<QByteArray>("figures");
    QTest::addColumn<QString>("code");
    QTest::newRow("by its head") << fourFigures << "exclusion_pct";
    QTest::newRow("by its cells") << QByteArray(
        "code,headcount,excluded\nE07000001,10,1%\nE07000002,10,2.5%\n")
                                  << "excluded";
    QTest::newRow("a rate") << QByteArray("code,headcount,exclusion_rate\nE07000001,10,1\nE07000002,10,2\n")
                            << "exclusion_rate";
}

void AddUpFiguresTest::percentagesAreNotSummed()
{
    QFETCH(const QByteArray, figures);
    QFETCH(const QString, code);
    const auto refused = load(figures, {{code, "sum"}}, fourLookup);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains("--add-up " + code + "=mean:headcount"),
             qPrintable(refused.error().message));
    QVERIFY(load(figures, {{code, "mean:headcount"}}, fourLookup).ok());
}

void AddUpFiguresTest::aColumnThatIsNotThereIsNamed()
{
    const auto refused = load(fourFigures, {{"soc", "mean:pupils"}}, fourLookup);
    QVERIFY(!refused.ok());
    QVERIFY2(
        refused.error().message.startsWith("figures.csv has no column pupils. Its columns are: code, name"),
        qPrintable(refused.error().message));
}

void AddUpFiguresTest::figuresAreNotTheirOwnLookup()
{
    DataSources sources{.indicators = writeBytes(m_folder, "figures.csv", fourFigures)};
    sources.lookup = sources.indicators;
    sources.plan.addingUp.rules["soc"] = *ruleOf("mean:headcount");
    Progress progress;
    const auto refused = loadDataset(sources, progress);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.startsWith(
        "figures.csv is the file of the figures and cannot be their lookup."));
    sources.lookup = m_folder.filePath("nowhere.csv");
    QVERIFY(!loadDataset(sources, progress).ok());
}

void AddUpFiguresTest::areasInNoLargerOneAreNamed()
{
    const auto dataset =
        load(fourFigures, {{"soc", "mean:headcount"}},
             "lad_code,lep_code\nE07000001,E37000901\nE07000002,E37000901\nE07000003,E37000901\n");
    QVERIFY(dataset.ok());
    QVERIFY2(remarksOf(**dataset).contains("count nowhere (E07000004 (East))"),
             qPrintable(remarksOf(**dataset)));
    QCOMPARE((*dataset)->smallerAreas->unplaced.size(), size_t{1});
}

void AddUpFiguresTest::codesOfAnotherYearAreBridged()
{
    // The county of Buckinghamshire became one authority on the same land.
    const auto dataset = load("code,children\nE06000060,5\nE06000042,7\n", {{"children", "sum"}},
                              "lad_code,lep_code\nE10000002,E37000002\nE06000042,E37000002\n");
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE(areasOf(**dataset), QStringList("E37000002 Buckinghamshire Thames Valley: 12"));
    QVERIFY(remarksOf(**dataset).contains("are the same land (E06000060 = E10000002)"));
}

void AddUpFiguresTest::codesOfChangedLandAreExplained()
{
    // Bournemouth was joined with its neighbours in 2019.
    const auto dataset =
        load("code,children\nE06000058,5\nE06000027,7\n", {{"children", "sum"}},
             "lad_code,lep_code\nE06000028,E37000009\nE06000029,E37000009\nE06000027,E37000016\n");
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QVERIFY2(remarksOf(**dataset).contains("count nowhere (E06000058)"), qPrintable(remarksOf(**dataset)));
    QVERIFY(remarksOf(**dataset).contains("E06000028 was Bournemouth until 2018"));
    const auto apart = load("code,children\nE06000058,5\n", {{"children", "sum"}},
                            "lad_code,lep_code\nE06000028,E37000009\nE06000029,E37000009\n");
    QVERIFY(!apart.ok());
    QVERIFY2(apart.error().message.contains("E06000028 was Bournemouth until 2018"),
             qPrintable(apart.error().message));
}

void AddUpFiguresTest::aLepWithHalfItsAuthoritiesIsNamed()
{
    const auto dataset =
        load("code,children\nE07000001,5\nE07000003,7\nE07000004,1\n", {{"children", "sum"}}, fourLookup);
    QVERIFY(dataset.ok());
    QVERIFY2(remarksOf(**dataset).contains("few members have figures (Avon: 50 %)"),
             qPrintable(remarksOf(**dataset)));
    QVERIFY(remarksOf(**dataset).contains("have no figures (E07000002)"));
}

void AddUpFiguresTest::otherAreasNeedALookup()
{
    const auto refused = load("code,children\nX1,5\nX2,7\n", {{"children", "sum"}});
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.startsWith("Say which areas figures.csv is to be added up to"),
             qPrintable(refused.error().message));
}

void AddUpFiguresTest::twoPopulationsAreRemarkedOn()
{
    m_plan.roles = {{"all", ColumnRole::Population}, {"young", ColumnRole::Population}};
    const auto dataset = load("code,all,young,soc\nE07000001,50,5,40\nE07000002,70,7,50\nE07000003,30,3,60\n",
                              {{"soc", "mean:all"}}, fourLookup);
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE((*dataset)->population, (std::vector<double>{120, 30}));
    QCOMPARE((*dataset)->populationSource, "all");
    QCOMPARE(populationTotal(**dataset), 150.0);
    QVERIFY2(remarksOf(**dataset).contains("all, young all hold populations; all is used"),
             qPrintable(remarksOf(**dataset)));
}

void AddUpFiguresTest::theBuiltInLookupIsOffered()
{
    DataSources sources = builtInSources();
    sources.indicators = writeBytes(m_folder, "authorities.csv",
                                    "code,name,neet\nE06000015,Derby,5\nE10000007,Derbyshire,4\n");
    sources.metadata.clear();
    Progress progress;
    const auto apart = loadDataset(sources, progress);
    QVERIFY(!apart.ok());
    QVERIFY2(apart.error().message.contains("--add-up neet=RULE adds the authorities of each LEP up"),
             qPrintable(apart.error().message));
    sources.plan.addingUp.rules["neet"] = *ruleOf("sum");
    const auto joined = loadDataset(sources, progress);
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    const size_t area = *(*joined)->findArea({"E37000008"});
    QCOMPARE((*joined)->cells[0][area].number, 9.0);
    QCOMPARE((*joined)->smallerAreas->larger.size(), (*joined)->areas.size());
    QCOMPARE((*joined)->smallerAreas->larger[area].members.size(), size_t{2});
    QVERIFY((*joined)->smallerAreas->larger[*(*joined)->findArea({"E37000023"})].members.empty());
}

void AddUpFiguresTest::namesOfLargerAreasComeFromTheLookup()
{
    const auto dataset = load("authority,children\nNorth,5\nSouth,7\n", {{"children", "sum"}},
                              "authority,partnership\nNorth,Avon\nSouth,Avon\n");
    QVERIFY2(dataset.ok(), dataset.ok() ? "" : qPrintable(dataset.error().message));
    QCOMPARE((*dataset)->areas.size(), size_t{1});
    QCOMPARE((*dataset)->areas[0].name, "Avon");
    QCOMPARE((*dataset)->cells[0][0].number, 12.0);
}

ATLAS_TEST(AddUpFiguresTest)

#include "test_add_up_figures.moc"
