#include "tests/support/test_program.h"

#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"

#include <QTest>

using namespace atlas;

namespace {

Grid gridFrom(const QStringList &lines)
{
    Grid grid;
    grid.file = "data.csv";
    for (const QString &line : lines) {
        for (const QString &cell : line.split(','))
            grid.addCell(cell);
        grid.endRow();
    }
    return grid;
}

IndicatorFile readWith(const QStringList &lines, const std::map<QString, ColumnDescription> &descriptions,
                       const IndicatorMetadata *metadata = nullptr)
{
    auto read = readFigures(gridFrom(lines), {.descriptions = descriptions}, metadata);
    return read ? read->file : IndicatorFile();
}

QString remarksOf(const IndicatorFile &file)
{
    QStringList lines;
    for (const Issue &issue : file.issues)
        lines << issue.message;
    return lines.join('\n');
}

const QStringList twoAreas = {"uCode,neet,cars", "A1,1,10", "A2,2,20"};

/// Of a COINr-like hierarchy: an index over two domains.
IndicatorMetadata tree()
{
    return {.indicators = {{.code = "neet",
                            .name = "NEET",
                            .shortName = "NEET",
                            .domain = "outcomes",
                            .weight = 2,
                            .unit = "%",
                            .source = "DfE"},
                           {.code = "cars", .name = "Cars", .shortName = "Car", .domain = "risk"}},
            .aggregates = {{.code = "outcomes", .name = "Direct outcomes", .parent = "all"},
                           {.code = "risk", .name = "Risk factors", .parent = "all"},
                           {.code = "all", .name = "The index"}}};
}

} // namespace

/// What a person says of indicators.
class DescribeColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSaidGoesBeforeTheHead();
    void whatIsSaidGoesBeforeTheMetadata();
    void whatIsNotSaidStays();
    void aDomainIsFoundByItsName();
    void aNewDomainComesIntoBeing();
    void aNewDomainHasACodeOfItsOwn();
    void theNoteOnDirectionsNamesWhatNobodySaid();
    void ofAnotherYearTheSameIsSaid();
    void rowsOfALongTableAreDescribedByTheirIndicator();
    void aColumnThatIsNotThereIsARemark();
    void aColumnThatIsLeftOutIsNone();
};

void DescribeColumnsTest::whatIsSaidGoesBeforeTheHead()
{
    const IndicatorFile file = readWith(twoAreas, {{"NEET",
                                                    {.name = "Not in education",
                                                     .unit = "%",
                                                     .direction = Direction::LowerIsMoreDisengaged,
                                                     .weight = 0.5,
                                                     .decimals = 3,
                                                     .source = "DfE",
                                                     .period = "2016"}}});
    const Indicator &indicator = file.table.metadata.indicators.at(0);
    QCOMPARE(indicator.code, "neet");
    QCOMPARE(indicator.name, "Not in education");
    QCOMPARE(indicator.shortName, "Not in education");
    QCOMPARE(indicator.unit, "%");
    QCOMPARE(indicator.direction, Direction::LowerIsMoreDisengaged);
    QCOMPARE(indicator.weight, 0.5);
    QCOMPARE(indicator.decimals, 3);
    QCOMPARE(indicator.source, "DfE");
    QCOMPARE(indicator.period, "2016");
}

void DescribeColumnsTest::whatIsSaidGoesBeforeTheMetadata()
{
    const IndicatorMetadata metadata = tree();
    const IndicatorFile file = readWith(
        twoAreas, {{"neet", {.direction = Direction::LowerIsMoreDisengaged, .weight = 3}}}, &metadata);
    const Indicator &indicator = file.table.metadata.indicators.at(0);
    QCOMPARE(indicator.direction, Direction::LowerIsMoreDisengaged);
    QCOMPARE(indicator.weight, 3.0);
    QCOMPARE(indicator.unit, "%");
    QCOMPARE(indicator.domain, "outcomes");
}

void DescribeColumnsTest::whatIsNotSaidStays()
{
    const IndicatorMetadata metadata = tree();
    const IndicatorFile file = readWith(twoAreas, {{"cars", {.name = "Households with cars"}}}, &metadata);
    Indicator expected = metadata.indicators[1];
    expected.name = "Households with cars"; // its short name was given for itself
    QCOMPARE(file.table.metadata.indicators.at(1), expected);
    QCOMPARE(file.table.metadata.indicators.at(0), metadata.indicators[0]);
    QCOMPARE(file.table.metadata.aggregates, metadata.aggregates);
}

void DescribeColumnsTest::aDomainIsFoundByItsName()
{
    const IndicatorMetadata metadata = tree();
    const IndicatorFile file = readWith(twoAreas, {{"cars", {.domain = "direct OUTCOMES"}}}, &metadata);
    QCOMPARE(file.table.metadata.indicators.at(1).domain, "outcomes");
    QCOMPARE(file.table.metadata.aggregates.size(), size_t(2)); // nothing is left of the other
    QCOMPARE(file.table.metadata.domains().size(), size_t(1));
}

void DescribeColumnsTest::aNewDomainComesIntoBeing()
{
    const IndicatorMetadata metadata = tree();
    for (const auto *known : {&metadata, static_cast<const IndicatorMetadata *>(nullptr)}) {
        const IndicatorFile file = readWith(
            twoAreas, {{"neet", {.domain = "Transport"}}, {"cars", {.domain = "transport "}}}, known);
        const auto domains = file.table.metadata.domains();
        QCOMPARE(domains.size(), size_t(1));
        QCOMPARE(domains[0].name, "Transport");
        QCOMPARE(domains[0].parent, known ? "all" : "");
        for (const Indicator &indicator : file.table.metadata.indicators)
            QCOMPARE(indicator.domain, domains[0].code);
    }
}

void DescribeColumnsTest::aNewDomainHasACodeOfItsOwn()
{
    const IndicatorFile file =
        readWith(twoAreas, {{"neet", {.domain = "Cars"}}, {"cars", {.domain = "index"}}});
    const auto &indicators = file.table.metadata.indicators;
    const auto &domains = file.table.metadata.aggregates;
    QCOMPARE(domains.size(), size_t(2));
    QCOMPARE(indicators.at(0).domain, "Cars_2");
    QCOMPARE(indicators.at(1).domain, "index_2");
}

void DescribeColumnsTest::theNoteOnDirectionsNamesWhatNobodySaid()
{
    QVERIFY(remarksOf(readWith(twoAreas, {})).contains("There is no metadata"));
    const ColumnDescription said{.direction = Direction::HigherIsMoreDisengaged};
    const QString ofOne = remarksOf(readWith(twoAreas, {{"neet", said}}));
    QVERIFY2(ofOne.contains("taken as more disengaged: cars."), qPrintable(ofOne));
    QVERIFY(!ofOne.contains("neet"));
    QCOMPARE(remarksOf(readWith(twoAreas, {{"neet", said}, {"cars", said}})), QString());
}

void DescribeColumnsTest::ofAnotherYearTheSameIsSaid()
{
    const QStringList lines = {"uCode,neet_2022,neet_2023", "A1,1,10", "A2,2,20"};
    const IndicatorFile file = readWith(lines, {{"neet", {.name = "Not in education"}}});
    QCOMPARE(file.table.metadata.indicators.at(0).name, "Not in education");
    QCOMPARE(file.table.metadata.indicators.at(0).period, "2023");
    QVERIFY(!remarksOf(file).contains("not used"));
}

void DescribeColumnsTest::rowsOfALongTableAreDescribedByTheirIndicator()
{
    const QStringList lines = {"Area Code,Indicator Name,Value", "A1,NEET,1", "A1,Cars,3", "A2,NEET,2",
                               "A2,Cars,4"};
    const auto read = readFigures(gridFrom(lines), {.roles = {{"Area Code", ColumnRole::Code},
                                                              {"Indicator Name", ColumnRole::Variable},
                                                              {"Value", ColumnRole::Value}},
                                                    .descriptions = {{"Cars", {.unit = "cars"}}}});
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    const auto &indicators = read->file.table.metadata.indicators;
    QCOMPARE(indicators.size(), size_t(2));
    QCOMPARE(indicators[0].unit, "");
    QCOMPARE(indicators[1].unit, "cars");
}

void DescribeColumnsTest::aColumnThatIsNotThereIsARemark()
{
    const QString remarks = remarksOf(readWith(twoAreas, {{"bikes", {.unit = "%"}}}));
    QVERIFY2(remarks.contains("What was decided of bikes is not used, because the file has no such column."),
             qPrintable(remarks));
}

void DescribeColumnsTest::aColumnThatIsLeftOutIsNone()
{
    const auto read = readFigures(gridFrom(twoAreas), {.roles = {{"cars", ColumnRole::Ignored}},
                                                       .descriptions = {{"cars", {.unit = "%"}}}});
    QVERIFY(read.ok());
    QVERIFY(!remarksOf(read->file).contains("not used"));
}

ATLAS_TEST(DescribeColumnsTest)

#include "test_describe_columns.moc"
