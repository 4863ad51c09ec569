#include "tests/support/test_program.h"

#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"

#include <QFileInfo>
#include <QTest>

#include <cmath>

#include <algorithm>

using namespace atlas;

namespace {

const QString asemFolder = ATLAS_SOURCE_DIR "/../shared/data/asem/";

TextTable table(const QString &header, const QStringList &lines)
{
    TextTable made{.file = "data.csv", .header = header.split(',')};
    for (const QString &line : lines)
        made.rows.push_back(line.split(','));
    return made;
}

QStringList codesOf(const IndicatorFile &file)
{
    QStringList codes;
    for (const Indicator &indicator : file.table.metadata.indicators)
        codes << indicator.code;
    return codes;
}

} // namespace

class ReadFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreKeyedByCodeAndName();
    void keyColumnsAreGuessed_data();
    void keyColumnsAreGuessed();
    void withoutMetadataColumnsOfNumbersAreIndicators();
    void rowNumbersCalledIndexAreNoIndicator();
    void withMetadataOnlyItsIndicatorsAreRead();
    void cellsFollowTheOrderOfTheMetadata();
    void anIndicatorWithoutAColumnIsLeftOut();
    void aTextAmongNumbersIsAnIssueAtItsRow();
    void aSuppressedValueIsNoIssue();
    void publishedRanksAreNoIndicator();
    void whatIsNoRankIsMissing_data();
    void whatIsNoRankIsMissing();
    void aRowWithoutAKeyIsLeftOut();
    void blankRowsArePassedOverAndCounted();
    void valuesAreDividedByTheirDenominator();
    void numbersBeyondReckoningAreMissingWithARemark();
    void aDenominatorThatIsNotThereIsAnError();
    void columnsOfTextsGroupTheAreas();
    void mistakesNameTheFile_data();
    void mistakesNameTheFile();
    void aTableOfCompositeIndexPackagesIsRead();
};

void ReadFiguresTest::rowsAreKeyedByCodeAndName()
{
    const auto read =
        readIndicators(table("uCode,uName,a", {"E37000001,North,1.5", "E37000002,South,2"}), nullptr);
    QVERIFY(read.ok());
    QCOMPARE(read->table.rows.size(), size_t(2));
    QCOMPARE(read->table.rows[0].code.text, "E37000001");
    QCOMPARE(read->table.rows[0].name, "North");
    QCOMPARE(read->table.rows[0].row, 2);
    QCOMPARE(read->table.rows[1].cells[0].number, 2.0);
}

void ReadFiguresTest::keyColumnsAreGuessed_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("by what they hold")
        << "where,a" << QStringList{"E37000001,1", "E37000002,2"} << "E37000001"
        << "";
    QTest::newRow("by their headers")
        << "LEP14CD,LEP14NM,a" << QStringList{"N1,North,1", "S1,South,2"} << "N1"
        << "North";
    QTest::newRow("names only") << "Area name,a" << QStringList{"North,1", "South,2"} << ""
                                << "North";
    QTest::newRow("codes that are numbers") << "uCode,a" << QStringList{"801,1", "802,2"} << "801"
                                            << "";
    QTest::newRow("the column whose texts all differ")
        << "region,place,a" << QStringList{"N,Leeds,1", "N,York,2"} << "Leeds"
        << "";
}

void ReadFiguresTest::keyColumnsAreGuessed()
{
    QFETCH(const QString, header);
    QFETCH(const QStringList, lines);
    const auto read = readIndicators(table(header, lines), nullptr);
    QVERIFY(read.ok());
    QTEST(read->table.rows[0].code.text, "code");
    QTEST(read->table.rows[0].name, "name");
    QCOMPARE(codesOf(*read), QStringList{"a"});
}

void ReadFiguresTest::withoutMetadataColumnsOfNumbersAreIndicators()
{
    const auto read = readIndicators(table("uCode,a,remark,b", {"N,1,good,c", "S,2,,5"}), nullptr);
    QVERIFY(read.ok());
    QCOMPARE(codesOf(*read), QStringList({"a", "b"}));
    QCOMPARE(read->issues.size(), size_t(1));
    QCOMPARE(read->issues[0].severity, Severity::Note);
}

void ReadFiguresTest::rowNumbersCalledIndexAreNoIndicator()
{
    const auto read = readIndicators(table("index,uCode,a", {"0,N,1", "1,S,2"}), nullptr);
    QVERIFY(read.ok());
    QCOMPARE(codesOf(*read), QStringList{"a"});
}

void ReadFiguresTest::withMetadataOnlyItsIndicatorsAreRead()
{
    const IndicatorMetadata metadata = metadataFromColumns({"b"});
    const auto read = readIndicators(table("uCode,a,b", {"N,1,2", "S,3,4"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(codesOf(*read), QStringList{"b"});
    QCOMPARE(read->table.rows[1].cells.size(), size_t(1));
    QCOMPARE(read->table.rows[1].cells[0].number, 4.0);
    QVERIFY(read->issues.empty());
}

void ReadFiguresTest::cellsFollowTheOrderOfTheMetadata()
{
    const IndicatorMetadata metadata = metadataFromColumns({"b", "A"});
    const auto read = readIndicators(table("uCode,a,b", {"N,1,2"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(read->table.rows[0].cells[0].number, 2.0);
    QCOMPARE(read->table.rows[0].cells[1].number, 1.0);
}

void ReadFiguresTest::anIndicatorWithoutAColumnIsLeftOut()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a", "b"});
    const auto read = readIndicators(table("uCode,a", {"N,1", "S,3"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(codesOf(*read), QStringList{"a"});
    QCOMPARE(read->issues.size(), size_t(1));
    QVERIFY(read->issues[0].message.contains("indicator b"));
}

void ReadFiguresTest::aTextAmongNumbersIsAnIssueAtItsRow()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a"});
    const auto read = readIndicators(table("uCode,a", {"N,1", "S,about 4.7"}), &metadata);
    QVERIFY(read.ok());
    QVERIFY(read->table.rows[1].cells[0].isMissing());
    QCOMPARE(read->issues.size(), size_t(1));
    QCOMPARE(read->issues[0].row, 3);
    QCOMPARE(read->issues[0].file, "data.csv");
    QCOMPARE(read->issues[0].area.text, "S");
    QVERIFY(read->issues[0].message.contains("\"about 4.7\" in column a"));
}

void ReadFiguresTest::aSuppressedValueIsNoIssue()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a"});
    const auto read = readIndicators(table("uCode,a", {"N,1", "S,c"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(read->table.rows[1].cells[0].missing, Missing::Suppressed);
    QVERIFY(read->issues.empty());
}

void ReadFiguresTest::publishedRanksAreNoIndicator()
{
    const auto read = readIndicators(table("uCode,a,published_rank", {"N,1,2", "S,3,"}), nullptr);
    QVERIFY(read.ok());
    QVERIFY(read->table.hasPublishedRank);
    QCOMPARE(codesOf(*read), QStringList{"a"});
    QCOMPARE(read->table.rows[0].publishedRank.number, 2.0);
    QVERIFY(read->table.rows[1].publishedRank.isMissing());
    const auto none = readIndicators(table("uCode,a,published_rank", {"N,1,n/a", "S,3,n/a"}), nullptr);
    QVERIFY(none->table.groupColumns.empty()); // nor do they group areas
}

void ReadFiguresTest::whatIsNoRankIsMissing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isRank");
    QTest::addColumn<bool>("isRemarked");
    QTest::newRow("the first") << "1" << true << false;
    QTest::newRow("a whole number with a point") << "12.0" << true << false;
    QTest::newRow("nothing") << "" << false << false;
    QTest::newRow("suppressed") << "c" << false << false;
    QTest::newRow("zero") << "0" << false << true;
    QTest::newRow("negative") << "-3" << false << true;
    QTest::newRow("half a rank") << "2.5" << false << true;
    QTest::newRow("more than there can be") << "1e12" << false << true;
    QTest::newRow("shared") << "=4" << false << true;
}

void ReadFiguresTest::whatIsNoRankIsMissing()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isRank);
    QFETCH(const bool, isRemarked);
    const IndicatorMetadata metadata = metadataFromColumns({"a"});
    const auto read = readIndicators(table("uCode,a,published_rank", {"N,1,7", "S,3," + typed}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(!read->table.rows[1].publishedRank.isMissing(), isRank);
    QCOMPARE(read->issues.size(), size_t(isRemarked ? 1 : 0));
    if (isRemarked) {
        const Issue &issue = read->issues.front();
        QCOMPARE(issue.severity, Severity::Warning);
        QCOMPARE(issue.row, 3);
        QCOMPARE(issue.area.text, "S");
        QVERIFY2(issue.message.startsWith('"' + typed + "\" in column published_rank"),
                 qPrintable(issue.message));
    }
}

void ReadFiguresTest::aRowWithoutAKeyIsLeftOut()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a"});
    const auto read = readIndicators(table("uCode,a", {"N,1", ",2", "S,3"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(read->table.rows.size(), size_t(2));
    QCOMPARE(read->issues.size(), size_t(1));
    QCOMPARE(read->issues[0].row, 3);
}

void ReadFiguresTest::blankRowsArePassedOverAndCounted()
{
    const IndicatorMetadata metadata = metadataFromColumns({"a"});
    const auto read = readIndicators(table("uCode,a", {"N,1", ",", "S,3"}), &metadata);
    QVERIFY(read.ok());
    QVERIFY(read->issues.empty());
    QCOMPARE(read->table.rows[1].row, 4);
}

void ReadFiguresTest::valuesAreDividedByTheirDenominator()
{
    IndicatorMetadata metadata = metadataFromColumns({"a", "b"});
    metadata.indicators[0].denominator = "people";
    const auto read = readIndicators(
        table("uCode,a,people,b", {"N,6,4,1", "S,6,0,2", "W,6,c,3", "E,6,,4", "M,c,2,5"}), &metadata);
    QVERIFY(read.ok());
    QCOMPARE(read->table.rows[0].cells[0].number, 1.5);
    QCOMPARE(read->table.rows[0].cells[1].number, 1.0);
    QCOMPARE(read->table.rows[0].denominators[0], 4.0);
    QVERIFY(std::isnan(read->table.rows[0].denominators[1]));
    QVERIFY(std::isnan(read->table.rows[2].denominators[0]));
    for (size_t row = 1; row < 4; ++row)
        QVERIFY(read->table.rows[row].cells[0].missing == Missing::NotApplicable);
    QVERIFY(read->table.rows[4].cells[0].missing == Missing::Suppressed);
    QCOMPARE(read->issues.size(), size_t(3));
    QCOMPARE(read->issues[0].message,
             "a cannot be divided by people, which is \"0\" here; it is taken as missing.");
    QCOMPARE(read->issues[0].row, 3);
    QVERIFY(read->issues[2].message.contains("which is blank here"));
}

void ReadFiguresTest::numbersBeyondReckoningAreMissingWithARemark()
{
    IndicatorMetadata metadata = metadataFromColumns({"a", "b"});
    metadata.indicators[0].denominator = "people";
    const auto read = readIndicators(
        table("uCode,a,people,b", {"N,6,4,1", "S,6e30,1e-40,1e155", "W,6,1e-300,1"}), &metadata);
    QVERIFY(read.ok());
    QVERIFY(read->table.rows[1].cells[0].missing == Missing::OutOfRange);
    QVERIFY(read->table.rows[1].cells[1].missing == Missing::OutOfRange);
    QVERIFY(read->table.rows[2].cells[0].missing == Missing::NotApplicable);
    QStringList remarks;
    for (const Issue &issue : read->issues)
        remarks << QString("%1 %2: %3").arg(QString::number(issue.row), issue.area.text, issue.message);
    QCOMPARE(remarks.join('\n'),
             "3 S: a divided by people is too large or too small to compute with; it is taken as missing.\n"
             "3 S: \"1e155\" in column b is too large or too small to compute with; it is taken as missing.\n"
             "4 W: a cannot be divided by people, which is \"1e-300\" here; it is taken as missing.");
}

void ReadFiguresTest::aDenominatorThatIsNotThereIsAnError()
{
    IndicatorMetadata metadata = metadataFromColumns({"a"});
    metadata.indicators[0].denominator = "people";
    const auto read = readIndicators(table("uCode,a", {"N,6"}), &metadata);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().message,
             "a is to be divided by people, but data.csv has no such column. Add it, or "
             "empty the Denominator in the metadata.");
}

void ReadFiguresTest::columnsOfTextsGroupTheAreas()
{
    const auto read =
        readIndicators(table("uCode,uName,region,a,empty", {"N,North,up,1,", "S,South,,2,"}), nullptr);
    QVERIFY(read.ok());
    QCOMPARE(read->table.groupColumns, (std::vector<QString>{"region"}));
    QCOMPARE(read->table.rows[0].groups, (std::vector<QString>{"up"}));
    QCOMPARE(read->table.rows[1].groups, (std::vector<QString>{""}));
}

void ReadFiguresTest::mistakesNameTheFile_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing identifies the rows") << "x,y" << QStringList{"1,2", "3,4"} << "codes or names";
    QTest::newRow("no column of numbers")
        << "uCode,remark" << QStringList{"N,good"} << "no column of numbers";
    QTest::newRow("a code given twice") << "uCode,a" << QStringList{"N,1", "S,2", "N,3"} << "rows 2 and 4";
    QTest::newRow("a name given twice") << "uName,a" << QStringList{"N,1", "N,3"} << "rows 2 and 3";
}

void ReadFiguresTest::mistakesNameTheFile()
{
    QFETCH(const QString, header);
    QFETCH(const QStringList, lines);
    QFETCH(const QString, expected);
    const auto read = readIndicators(table(header, lines), nullptr);
    QVERIFY(!read.ok());
    QVERIFY(read.error().message.startsWith("data.csv"));
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

// The ASEM example that comes with the R package COINr: 51 countries, no names.
void ReadFiguresTest::aTableOfCompositeIndexPackagesIsRead()
{
    if (!QFileInfo::exists(asemFolder + "iData.csv"))
        QSKIP("The example is not beside this source tree.");
    const auto metadata = readMetadata(*readTextTable(asemFolder + "iMeta.csv", "The metadata file"));
    QVERIFY(metadata.ok());
    const auto read =
        readIndicators(*readTextTable(asemFolder + "iData.csv", "The indicator file"), &metadata->metadata);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(read->table.rows.size(), size_t(51));
    QCOMPARE(codesOf(*read).size(), 49);
    QVERIFY(read->table.rows[0].name.isEmpty());
    QCOMPARE(read->table.groupColumns, (std::vector<QString>{"EurAsia_group"}));
    QCOMPARE(read->table.rows[0].groups, (std::vector<QString>{"Europe"}));
    // Laos has no figure of energy to divide by.
    QCOMPARE(read->issues.size(), size_t(2));
    QCOMPARE(read->issues[0].message,
             "Elec cannot be divided by Energy, which is blank here; it is taken as missing.");
}

ATLAS_TEST(ReadFiguresTest)

#include "test_read_figures.moc"
