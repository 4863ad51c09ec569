#include "tests/support/test_program.h"

#include "core/indicators/indicator_metadata.h"

#include <QFileInfo>
#include <QTest>

using namespace atlas;

namespace {

const QString asemPath = ATLAS_SOURCE_DIR "/../shared/data/asem/iMeta.csv";

TextTable table(const QString &header, const QStringList &lines)
{
    TextTable made{.file = "metadata.csv", .header = header.split(',')};
    for (const QString &line : lines)
        made.rows.push_back(line.split(','));
    return made;
}

} // namespace

class IndicatorMetadataTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheCodeMustBeThere();
    void everyColumnIsRead();
    void columnsAreFoundWhateverTheirCaseAndOrder();
    void rowsOfTypeAggregateAreDomainsWhenAnIndicatorNamesThem();
    void aParentWithoutARowIsADomain();
    void parentsThatGoRoundAreAnError_data();
    void parentsThatGoRoundAreAnError();
    void aggregatesWithoutIndicatorsAreLeftOut();
    void levelsThatDifferFromTheParentsAreRemarkedOn();
    void otherTypesAreColumnsThatAreNoIndicators();
    void blankRowsArePassedOver();
    void mistakesNameTheFileAndTheRow_data();
    void mistakesNameTheFileAndTheRow();
    void aPercentSignInTheFileNameStaysInTheMessage();
    void withoutMetadataEveryColumnIsAnIndicator();
    void theLayoutOfCompositeIndexPackagesIsRead();
};

void IndicatorMetadataTest::onlyTheCodeMustBeThere()
{
    const auto read = readMetadata(table("iCode", {"absence", "neet"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.indicators.size(), size_t(2));
    const Indicator &first = read->metadata.indicators[0];
    QCOMPARE(first.code, "absence");
    QCOMPARE(first.name, "absence");
    QCOMPARE(first.shortName, "absence");
    QCOMPARE(first.direction, Direction::HigherIsMoreDisengaged);
    QCOMPARE(first.weight, 1.0);
    QCOMPARE(first.decimals, 1);
    QVERIFY(read->issues.empty());
}

void IndicatorMetadataTest::everyColumnIsRead()
{
    const auto read = readMetadata(
        table("iCode,iName,ShortName,Direction,Weight,Parent,Type,Unit,Decimals,Period,Source,SourceUrl,"
              "Description",
              {"soc,Occupations,SOC,-1,0.5,risk,Indicator,%,2,2015,Nomis,https://example.org,Some words"}));
    QVERIFY(read.ok());
    Indicator expected{.code = "soc", .name = "Occupations", .shortName = "SOC", .domain = "risk"};
    expected.direction = Direction::LowerIsMoreDisengaged;
    expected.weight = 0.5;
    expected.unit = "%";
    expected.decimals = 2;
    expected.period = "2015";
    expected.source = "Nomis";
    expected.sourceUrl = "https://example.org";
    expected.description = "Some words";
    QVERIFY(read->metadata.indicators[0] == expected);
}

void IndicatorMetadataTest::columnsAreFoundWhateverTheirCaseAndOrder()
{
    const auto read = readMetadata(table("DIRECTION,icode", {"-1,a"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.indicators[0].code, "a");
    QCOMPARE(read->metadata.indicators[0].direction, Direction::LowerIsMoreDisengaged);
}

void IndicatorMetadataTest::rowsOfTypeAggregateAreDomainsWhenAnIndicatorNamesThem()
{
    const auto read =
        readMetadata(table("iCode,iName,Parent,Type", {"risk,Risk factors,index,Aggregate",
                                                       "a,A,risk,Indicator", "index,The index,,Aggregate"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.aggregates,
             (std::vector<Aggregate>{{"risk", "Risk factors", "index"}, {"index", "The index", {}}}));
    QCOMPARE(read->metadata.domains(), (std::vector<Aggregate>{{"risk", "Risk factors", "index"}}));
    QVERIFY(read->issues.empty());
    QCOMPARE(read->metadata.indicators.size(), size_t(1));
}

void IndicatorMetadataTest::aParentWithoutARowIsADomain()
{
    const auto read = readMetadata(table("iCode,Parent", {"a,risk", "b,risk"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.domains(), (std::vector<Aggregate>{{"risk", "risk", {}}}));
    QCOMPARE(read->issues.size(), size_t(1));
    QCOMPARE(read->issues[0].message,
             "The parent risk has no row of its own; it is taken as a part of the index. Add a row of type "
             "Aggregate to give it a name and a parent.");
}

void IndicatorMetadataTest::parentsThatGoRoundAreAnError_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("its own parent") << QStringList{"a,d,Indicator", "d,d,Aggregate"};
    QTest::newRow("a pair") << QStringList{"a,d,Indicator", "d,e,Aggregate", "e,d,Aggregate"};
    QTest::newRow("three") << QStringList{"a,d,Indicator", "d,e,Aggregate", "e,f,Aggregate", "f,d,Aggregate"};
}

void IndicatorMetadataTest::parentsThatGoRoundAreAnError()
{
    QFETCH(const QStringList, lines);
    const auto read = readMetadata(table("iCode,Parent,Type", lines));
    QVERIFY(!read.ok());
    QVERIFY(
        read.error().message.endsWith("the parents of d lead back to it. Give one of them another Parent."));
}

void IndicatorMetadataTest::aggregatesWithoutIndicatorsAreLeftOut()
{
    const auto read = readMetadata(
        table("iCode,Parent,Type", {"a,d,Indicator", "d,,Aggregate", "e,f,Aggregate", "f,,Aggregate"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.aggregates, (std::vector<Aggregate>{{"d", "d", {}}}));
    QCOMPARE(read->issues.size(), size_t(2));
    QVERIFY(read->issues[0].message.startsWith("e has no indicator below it"));
    QVERIFY(read->issues[1].message.startsWith("f has no indicator below it"));
}

void IndicatorMetadataTest::levelsThatDifferFromTheParentsAreRemarkedOn()
{
    const auto read =
        readMetadata(table("iCode,Level,Parent,Type",
                           {"a,1,d,Indicator", "b,2,d,Indicator", "d,2,top,Aggregate", "top,4,,Aggregate"}));
    QVERIFY(read.ok());
    QCOMPARE(read->issues.size(), size_t(2));
    QCOMPARE(read->issues[0].message,
             "b has the Level 2, and its parent d has 2 instead of 3; the parent is followed.");
    QCOMPARE(read->issues[0].row, 3);
    QVERIFY(read->issues[1].message.startsWith("d has the Level 2, and its parent top has 4"));
}

void IndicatorMetadataTest::otherTypesAreColumnsThatAreNoIndicators()
{
    const auto read =
        readMetadata(table("iCode,Type", {"a,Indicator", "region,Group", "people,Denominator"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.otherColumns, (std::vector<QString>{"region", "people"}));
}

void IndicatorMetadataTest::blankRowsArePassedOver()
{
    const auto read = readMetadata(table("iCode,iName", {"a,A", ",", "b,B"}));
    QVERIFY(read.ok());
    QCOMPARE(read->metadata.indicators.size(), size_t(2));
}

void IndicatorMetadataTest::mistakesNameTheFileAndTheRow_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no column of codes") << "Name,Direction" << QStringList{"a,1"} << "iCode";
    QTest::newRow("a code given twice") << "iCode" << QStringList{"a", "b", "a"} << "row 4: the code a";
    QTest::newRow("a domain with the code of an indicator")
        << "iCode,Type" << QStringList{"a,Indicator", "a,Aggregate"} << "row 3: the code a";
    QTest::newRow("a row without a code") << "iCode,iName" << QStringList{"a,A", ",B"} << "row 3";
    QTest::newRow("a direction of zero") << "iCode,Direction" << QStringList{"a,0"} << "row 2";
    QTest::newRow("a direction in words") << "iCode,Direction" << QStringList{"a,up"} << "\"up\"";
    QTest::newRow("a direction of two") << "iCode,Direction" << QStringList{"a,2"} << "\"2\"";
    QTest::newRow("a weight in words")
        << "iCode,Weight" << QStringList{"a,heavy"} << "row 2: the Weight \"heavy\" of a";
    QTest::newRow("a weight of zero") << "iCode,Weight" << QStringList{"a,1", "b,0"} << "\"0\" of b";
    QTest::newRow("a negative weight") << "iCode,Weight" << QStringList{"a,-1"} << "\"-1\"";
    QTest::newRow("a weight that is no number") << "iCode,Weight" << QStringList{"a,nan"} << "\"nan\"";
    QTest::newRow("an endless weight") << "iCode,Weight" << QStringList{"a,inf"} << "\"inf\"";
    QTest::newRow("half a decimal") << "iCode,Decimals" << QStringList{"a,1.5"} << "\"1.5\"";
    QTest::newRow("too many decimals") << "iCode,Decimals" << QStringList{"a,10"} << "\"10\"";
    QTest::newRow("no indicator") << "iCode,Type" << QStringList{"a,Aggregate"} << "no indicator";
}

void IndicatorMetadataTest::mistakesNameTheFileAndTheRow()
{
    QFETCH(const QString, header);
    QFETCH(const QStringList, lines);
    QFETCH(const QString, expected);
    const auto read = readMetadata(table(header, lines));
    QVERIFY(!read.ok());
    QVERIFY(read.error().message.startsWith("metadata.csv"));
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

void IndicatorMetadataTest::aPercentSignInTheFileNameStaysInTheMessage()
{
    TextTable made = table("iCode", {"a", "a"});
    made.file = "50%2Cmeta.csv";
    QVERIFY(readMetadata(made).error().message.startsWith("50%2Cmeta.csv, row 3: "));
}

void IndicatorMetadataTest::withoutMetadataEveryColumnIsAnIndicator()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a", "b"});
    QCOMPARE(metadata.indicators.size(), size_t(2));
    QCOMPARE(metadata.indicators[1].name, "b");
    QCOMPARE(metadata.indicators[1].direction, Direction::HigherIsMoreDisengaged);
}

// The ASEM example that comes with the R package COINr.
void IndicatorMetadataTest::theLayoutOfCompositeIndexPackagesIsRead()
{
    if (!QFileInfo::exists(asemPath))
        QSKIP("The example is not beside this source tree.");
    const auto metadata = readTextTable(asemPath, "The metadata file");
    QVERIFY(metadata.ok());
    const auto read = readMetadata(*metadata);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->metadata.indicators.size(), size_t(49));
    QCOMPARE(read->metadata.domains().size(), size_t(8));
    QCOMPARE(read->metadata.otherColumns.size(), size_t(4));
    QVERIFY(read->issues.empty());
}

ATLAS_TEST(IndicatorMetadataTest)

#include "test_indicator_metadata.moc"
