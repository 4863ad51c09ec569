#include "tests/support/test_program.h"

#include "core/import/read_figures.h"

#include <QTest>

#include <algorithm>

using namespace atlas;

namespace {

/// A file as it is handed out: lines, with bars between the cells.
Grid gridOfLines(const QStringList &lines)
{
    Grid grid;
    grid.file = "figures.csv";
    for (const QString &line : lines) {
        if (!line.isEmpty())
            for (const QString &cell : line.split('|'))
                grid.addCell(cell);
        grid.endRow();
    }
    return grid;
}

FiguresFile readLines(const QStringList &lines, const ImportPlan &wanted = {})
{
    auto read = readFigures(gridOfLines(lines), wanted);
    if (!read)
        qWarning() << read.error().message;
    return read ? *std::move(read) : FiguresFile();
}

QString rolesOf(const FiguresPlan &plan)
{
    QStringList words;
    for (const PlannedColumn &column : plan.columns)
        words << columnRoleWord(column.role);
    return words.join(' ');
}

/// "E06000001 1 2; ..." with the typed text of what is missing in brackets.
QString rowsOf(const IndicatorFile &file)
{
    QStringList rows;
    for (const IndicatorRow &row : file.table.rows) {
        QString text = row.code.isEmpty() ? row.name : row.code.text;
        for (const CellValue &cell : row.cells)
            text += cell.isMissing() ? " <" + cell.typed + ">" : " " + QString::number(cell.number, 'g', 12);
        rows << text;
    }
    return rows.join("; ");
}

bool isSaid(const IndicatorFile &file, const QString &words)
{
    return std::any_of(file.issues.begin(), file.issues.end(),
                       [&words](const Issue &issue) { return issueLine(issue).contains(words); });
}

} // namespace

class PlanFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void headsAreFound_data();
    void headsAreFound();
    void whatStandsBelowTheFiguresIsNoArea_data();
    void whatStandsBelowTheFiguresIsNoArea();
    void columnsAreTakenForWhatTheyAre_data();
    void columnsAreTakenForWhatTheyAre();
    void numbersAreReadByColumn_data();
    void numbersAreReadByColumn();
    void whatIsAmbiguousIsSaidAndCanBeSettled();
    void percentSignsBesideSharesAreSaid();
    void markersAreKept();
    void symbolsKeepWhatWasTyped();
    void aPersonsOwnSymbolsCount();
    void numbersThatStandForNoneAreSaidAndNotScored();
    void footnotesOfNamesAreNoPartOfThem();
    void rowsOfOtherWidthAreNotUsed();
    void rowsSayWhatTheyStandFor();
    void openDataAreRead();
    void downloadsOfFingertipsAreRead();
    void downloadsOfNomisAreRead();
    void longTablesAreRead();
    void theLatestPeriodIsReadUnlessToldOtherwise();
    void yearsInHeadsArePeriods();
    void totalsAreReadWherePeopleAreParted();
    void partsWithoutATotalAreAskedFor_data();
    void partsWithoutATotalAreAskedFor();
    void partsThatNoFilterCanChooseAreSaid();
    void aPartThatIsChosenIsRead();
    void columnsThatTellNoRowsApartAreNoFilters_data();
    void columnsThatTellNoRowsApartAreNoFilters();
    void countsAreSaid();
    void directionsAreKnownByName();
    void whatIsAskedForMustBeThere_data();
    void whatIsAskedForMustBeThere();
    void theSamePlanReadsTheSame();
    void orderOfRowsChangesNothing();
};

void PlanFiguresTest::headsAreFound_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("heads");
    const QStringList data = {"E06000001|North|6.4|1", "E06000002|South|5.7|2", "E06000003|West|5.1|3"};
    const QString header = "uCode|uName|neet|absence";
    QTest::newRow("in the first row") << (QStringList{header} + data) << 1 << "uCode uName neet absence";
    QTest::newRow("below a title and a blank line")
        << (QStringList{"Table 3: Young people|||", "England 2015|||", "", header} + data) << 4
        << "uCode uName neet absence";
    QTest::newRow("below a title of one cell")
        << (QStringList{"Young people", header} + data) << 2 << "uCode uName neet absence";
    QTest::newRow("two rows, of which the upper spans columns")
        << QStringList{"||NEET||Absence", "Code|Name|2014|2015|2015", "E06000001|North|6.4|1|2",
                       "E06000002|South|5.7|2|2", "E06000003|West|5.1|3|4"}
        << 1 << "Code Name NEET 2014 NEET 2015 Absence 2015";
    QTest::newRow("three rows, merged")
        << QStringList{"Code|NEET|NEET|NEET|Absence", "Code|2014|2014|2015|2015", "Code|Number|%|%|%",
                       "E06000001|600|6.4|6.1|2",     "E06000002|500|5.7|5.5|2",  "E06000003|400|5|4.9|3"}
        << 1 << "Code NEET Number 2014 NEET % 2014 NEET % 2015 Absence % 2015";
    QTest::newRow("three rows, blank behind the first of each, below a title")
        << QStringList{"Young people",
                       "||NEET|||Absence",
                       "||2014||2015|2015",
                       "Code|Name|Number|%|%|%",
                       "E06000001|North|600|6.4|6.1|2",
                       "E06000002|South|500|5.7|5.5|2",
                       "E06000003|West|400|5|4.9|3"}
        << 2 << "Code Name NEET Number 2014 NEET % 2014 NEET % 2015 Absence % 2015";
    QTest::newRow("below a title that spans the table")
        << QStringList{"NEET by area|NEET by area|NEET by area", "uCode|uName|neet", "E06000001|North|6.4",
                       "E06000002|South|5.7", "E06000003|West|5.1"}
        << 2 << "uCode uName neet";
    QTest::newRow("merged over two rows")
        << QStringList{"uCode|neet", "uCode|neet", "E06000001|6.4", "E06000002|5.7", "E06000003|5.1"} << 1
        << "uCode neet";
    QTest::newRow("a last head that is blank")
        << QStringList{"uCode|neet|", "E06000001|6.4|1", "E06000002|5.7|2", "E06000003|5.1|3"} << 1
        << "uCode neet column 3";
    QTest::newRow("blank and repeated heads") << QStringList{"uCode||neet|neet", "E06000001|North|6.4|1",
                                                             "E06000002|South|5.7|2", "E06000003|West|5|1"}
                                              << 1 << "uCode column 2 neet neet_2";
}

void PlanFiguresTest::headsAreFound()
{
    QFETCH(const QStringList, lines);
    const FiguresPlan plan = planFigures(gridOfLines(lines), {});
    QTEST(plan.headerRow, "row");
    QStringList heads;
    for (const PlannedColumn &column : plan.columns)
        heads << column.header;
    QTEST(heads.join(' '), "heads");
}

void PlanFiguresTest::whatStandsBelowTheFiguresIsNoArea_data()
{
    QTest::addColumn<QStringList>("below");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("blank lines") << QStringList{"", "", ""};
    QTest::newRow("a source and a note after a blank line")
        << QStringList{"", "Source: the Department|||", "Rounded|||"};
    QTest::newRow("a source right below") << QStringList{"Source: the Department for Education|||"};
    QTest::newRow("notes of one cell")
        << QStringList{"", "1. Figures are rounded.", "", "c means suppressed"};
}

void PlanFiguresTest::whatStandsBelowTheFiguresIsNoArea()
{
    QFETCH(const QStringList, below);
    const auto read =
        readLines(QStringList{"uCode|uName|a|b", "E06000001|North|1|2", "E06000002|South|3|4"} + below);
    QCOMPARE(rowsOf(read.file), "E06000001 1 2; E06000002 3 4");
}

void PlanFiguresTest::columnsAreTakenForWhatTheyAre_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("roles");
    QTest::newRow("identifiers, years and places are no indicators")
        << QStringList{"FID|LAD16CD|LAD16NM|BNG_E|LONG|year|neet", "1|E06000001|North|44|-1.5|2015|6.4",
                       "2|E06000002|South|45|-1.25|2015|5.7", "3|E06000003|West|46|-1|2015|5.1"}
        << "ignored code name ignored ignored period indicator";
    QTest::newRow("limits, classes, ranks and populations are no indicators")
        << QStringList{"uCode|neet|lower ci|conf|neet_quintile|rank|population|headcount",
                       "E06000001|6.4|6.1|0.3|4|1|1000|50", "E06000002|5.7|5.2|0.5|3|2|2000|60"}
        << "code indicator ignored ignored ignored published-rank population denominator";
    QTest::newRow("ranks of figures are no indicators")
        << QStringList{"uCode|imd_score|imd_rank|National rank", "E06000001|6.4|1|7", "E06000002|5.7|2|9"}
        << "code indicator ignored ignored";
    QTest::newRow("counts beside their shares")
        << QStringList{"uCode|enrolments|n_neet|pct_neet|sess_overall|sess_overall_percent|Number of 16-17 "
                       "year "
                       "olds",
                       "E06000001|1200|77|6.4|5000|4.1|800", "E06000002|900|51|5.7|3000|3.9|700"}
        << "code denominator numerator indicator numerator indicator denominator";
    QTest::newRow("counts under a head of several words beside their share")
        << QStringList{"utla_code|headcount|pupils_with_1plus_fixed_exclusion|pct_pupils_with_1plus|"
                       "fixed_exclusions|fixed_exclusion_rate|sessions_possible",
                       "E06000001|1200|77|6.4|90|7.5|5000", "E06000002|900|51|5.7|60|6.7|3000"}
        << "code denominator numerator indicator numerator indicator denominator";
    QTest::newRow("a count under the shortest head")
        << QStringList{"uCode|n|pct", "E06000001|20|4", "E06000002|30|5"} << "code denominator indicator";
    QTest::newRow("counts of other things than the shares")
        << QStringList{"uCode|number of exclusions|pct_neet", "E06000001|1200|6.4", "E06000002|900|5.7"}
        << "code indicator indicator";
    QTest::newRow("counts alone") << QStringList{"uCode|pupils|enrolments", "E06000001|1200|77",
                                                 "E06000002|900|51"}
                                  << "code indicator indicator";
    QTest::newRow("shares that are whole")
        << QStringList{"uCode|NEET|absence rate", "E06000001|6|4", "E06000002|5|3"}
        << "code indicator indicator";
    QTest::newRow("numbers of authorities are codes")
        << QStringList{"la|name|neet", "805|North|6.4", "806|South|5.7"} << "code name indicator";
    QTest::newRow("footnotes are no filter")
        << QStringList{"time_period|geographic_level|new_la_code|la_name|footnote|pct",
                       "2015|Local authority|E06000001|North||1",
                       "2015|Local authority|E06000002|South|see note|2"}
        << "period level code name group indicator";
    QTest::newRow("country and region are no keys")
        << QStringList{"country_code|country_name|region_name|la_code|la_name|neet",
                       "E92000001|England|North East|E06000001|Hartlepool|6.4",
                       "E92000001|England|North East|E06000002|Middlesbrough|5.7",
                       "E92000001|England|North East|E06000003|Redcar|5",
                       "E92000001|England|South West|E06000023|Bristol|3.3"}
        << "ignored ignored group code name indicator";
    QTest::newRow("codes and names of two kinds of areas")
        << QStringList{"LAD16CD|LEP14NM|LAD16NM|LEP14CD|neet", "E06000001|Tees|Hartlepool|E37000034|6.4",
                       "E06000002|Tees|Middlesbrough|E37000034|5.7", "E06000010|Humber|Hull|E37000018|5"}
        << "code group name ignored indicator";
    QTest::newRow("codes of districts without their names")
        << QStringList{"lad_code|lep_name|neet", "E06000001|Tees|6.4", "E06000002|Humber|5.7",
                       "E06000010|Avon|5"}
        << "code group indicator";
    QTest::newRow("authorities by two of their names")
        << QStringList{"utla_code_2016|la_name|neet", "E06000001|Hartlepool|6.4", "E06000002|Redcar|5.7"}
        << "code name indicator";
    QTest::newRow("a column of symbols alone")
        << QStringList{"uCode|a|b", "E06000001|1|z", "E06000002|2|c"} << "code indicator ignored";
    QTest::newRow("mostly numbers") << QStringList{"uCode|a", "E06000001|1", "E06000002|about 2",
                                                   "E06000003|3"}
                                    << "code indicator";
    QTest::newRow("mostly texts") << QStringList{"uCode|a|b", "E06000001|1|up", "E06000002|2|down",
                                                 "E06000003|3|4"}
                                  << "code indicator group";
}

void PlanFiguresTest::columnsAreTakenForWhatTheyAre()
{
    QFETCH(const QStringList, lines);
    const FiguresPlan plan = planFigures(gridOfLines(lines), {});
    QTEST(rolesOf(plan), "roles");
    for (const PlannedColumn &column : plan.columns)
        QVERIFY2(!column.reason.isEmpty(), qPrintable(column.header));
}

void PlanFiguresTest::numbersAreReadByColumn_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("numbers");
    QTest::newRow("decimal commas decide over thousands")
        << QStringList{"6,412", "5,725", "4,9"} << "6.412 5.725 4.9";
    QTest::newRow("thousands with commas") << QStringList{"1,234", "12,500.5", "900"} << "1234 12500.5 900";
    QTest::newRow("points between thousands")
        << QStringList{"1.234", "12.500,5", "900"} << "1234 12500.5 900";
    QTest::newRow("spaces and apostrophes") << QStringList{"1 234", "12'500", "900"} << "1234 12500 900";
    QTest::newRow("shares with decimal commas")
        << QStringList{"0,057", "0,123", "0,045"} << "0.057 0.123 0.045";
    QTest::newRow("signs and brackets")
        << QStringList{QString::fromUtf8("\u22120.5"), "(0.4)", "+3"} << "-0.5 -0.4 3";
    QTest::newRow("currency") << QStringList{QString::fromUtf8("\u00A31,200"), QString::fromUtf8("\u00A3900"),
                                             "0"}
                              << "1200 900 0";
    QTest::newRow("per cent") << QStringList{"6.4%", "5.7 %", "4.9%"} << "6.4 5.7 4.9";
}

void PlanFiguresTest::numbersAreReadByColumn()
{
    QFETCH(const QStringList, cells);
    const auto read =
        readLines({"uCode|a", "E06000001|" + cells[0], "E06000002|" + cells[1], "E06000003|" + cells[2]});
    QStringList numbers;
    for (const IndicatorRow &row : read.file.table.rows)
        numbers << QString::number(row.cells[0].number, 'g', 12);
    QTEST(numbers.join(' '), "numbers");
}

void PlanFiguresTest::whatIsAmbiguousIsSaidAndCanBeSettled()
{
    const QStringList lines = {"uCode|a|b", "E06000001|6,412|1.8", "E06000002|5,725|1.2"};
    const auto read = readLines(lines);
    QCOMPARE(rowsOf(read.file), "E06000001 6412 1.8; E06000002 5725 1.2");
    QVERIFY(isSaid(read.file, "a: the comma in \"6,412\""));
    QVERIFY(!read.plan.columns[1].isSure);
    ImportPlan wanted;
    wanted.decimalMark = DecimalMark::Comma; // settles what is ambiguous, and only that
    const auto settled = readLines(lines, wanted);
    QCOMPARE(rowsOf(settled.file), "E06000001 6.412 1.8; E06000002 5.725 1.2");
    QVERIFY(!isSaid(settled.file, "the comma in"));
    // Another column with decimal commas tells, too.
    const auto told = readLines({"uCode|a|b", "E06000001|6,412|1,8", "E06000002|5,725|1,2"});
    QCOMPARE(rowsOf(told.file), "E06000001 6.412 1.8; E06000002 5.725 1.2");
}

void PlanFiguresTest::percentSignsBesideSharesAreSaid()
{
    const auto read = readLines({"uCode|neet", "E06000001|6.4%", "E06000002|0.057", "E06000003|5.1%"});
    QCOMPARE(rowsOf(read.file), "E06000001 6.4; E06000002 5.7; E06000003 5.1");
    QVERIFY(isSaid(read.file, "neet mixes per cent signs and plain numbers up to 1"));
    QCOMPARE(read.file.table.metadata.indicators[0].unit, "%");
    const auto plain = readLines({"uCode|neet", "E06000001|6.4%", "E06000002|5.7", "E06000003|5.1%"});
    QCOMPARE(rowsOf(plain.file), "E06000001 6.4; E06000002 5.7; E06000003 5.1");
    QVERIFY(isSaid(plain.file, "neet mixes numbers with and without per cent signs"));
}

void PlanFiguresTest::markersAreKept()
{
    const auto read = readLines({"uCode|a", "E06000001|6.4 [u]", "E06000002|4.9p", "E06000003|1,234 [r]"});
    QCOMPARE(rowsOf(read.file), "E06000001 6.4; E06000002 4.9; E06000003 1234");
    QCOMPARE(read.file.table.rows[0].cells[0].typed, "[u]");
    QCOMPARE(read.file.table.rows[1].cells[0].typed, "p");
    QVERIFY(isSaid(read.file, "markers after 3 of its numbers"));
    const auto signs = readLines({"uCode|a", "E06000001|6.4*", QString::fromUtf8("E06000002|4.9\u2020"),
                                  QString::fromUtf8("E06000003|1,234\u00B9"), "E06000004|*"});
    QCOMPARE(rowsOf(signs.file), "E06000001 6.4; E06000002 4.9; E06000003 1234; E06000004 <*>");
    QCOMPARE(signs.file.table.rows[0].cells[0].typed, "*");
    QVERIFY(signs.file.table.rows[3].cells[0].missing == Missing::Suppressed);
}

void PlanFiguresTest::symbolsKeepWhatWasTyped()
{
    const auto read = readLines({"uCode|a", "E06000001|c", "E06000002|[z]", "E06000003|low", "E06000004|#N/A",
                                 "E06000005|..", "E06000006|NULL", "E06000007|3", "E06000008|", "E06000009|4",
                                 "E06000010|5", "E06000011|6"});
    QCOMPARE(rowsOf(read.file), "E06000001 <c>; E06000002 <[z]>; E06000003 <low>; E06000004 <#N/A>; "
                                "E06000005 <..>; E06000006 <NULL>; "
                                "E06000007 3; E06000008 <>; E06000009 4; E06000010 5; E06000011 6");
    QVERIFY(read.file.table.rows[0].cells[0].missing == Missing::Suppressed);
    QVERIFY(read.file.table.rows[1].cells[0].missing == Missing::NotApplicable);
    QVERIFY(read.file.table.rows[7].cells[0].missing == Missing::Blank);
}

void PlanFiguresTest::aPersonsOwnSymbolsCount()
{
    ImportPlan wanted;
    wanted.symbols = {{"-1", Missing::Suppressed}, {"not asked", Missing::NotApplicable}};
    const auto read = readLines({"uCode|a", "E06000001|-1", "E06000002|Not asked", "E06000003|2"}, wanted);
    QCOMPARE(rowsOf(read.file), "E06000001 <-1>; E06000002 <Not asked>; E06000003 2");
    QVERIFY(read.file.table.rows[1].cells[0].missing == Missing::NotApplicable);
}

void PlanFiguresTest::numbersThatStandForNoneAreSaidAndNotScored()
{
    const QStringList lines = {"uCode|a|b", "E06000001|6.4|1", "E06000002|-99|2", "E06000003|5.7|9999",
                               "E06000004|5.1|3"};
    const auto read = readLines(lines);
    QCOMPARE(rowsOf(read.file), "E06000001 6.4 1; E06000002 <-99> 2; E06000003 5.7 <9999>; E06000004 5.1 3");
    QVERIFY(read.file.table.rows[1].cells[0].missing == Missing::NotYetDue);
    QVERIFY(isSaid(read.file, "-99 of a stands apart from all its other values"));
    QVERIFY(isSaid(read.file, "Say --no-value 9999=number if it is a figure."));
    const auto told = readLines(lines, {.symbols = {{"-99", Missing::No}, {"9999", Missing::Suppressed}}});
    QCOMPARE(rowsOf(told.file), "E06000001 6.4 1; E06000002 -99 2; E06000003 5.7 <9999>; E06000004 5.1 3");
    QVERIFY(!isSaid(told.file, "stands apart"));
    const auto counts = readLines({"uCode|a", "E06000001|120", "E06000002|9999", "E06000003|15000"});
    QCOMPARE(rowsOf(counts.file), "E06000001 120; E06000002 9999; E06000003 15000");
    // Each indicator of a long table has other values than the next.
    const auto each =
        readLines({"area code|indicator|value", "E06000001|neet|6", "E06000002|neet|-99", "E06000003|neet|5",
                   "E06000001|change|-500", "E06000002|change|-99", "E06000003|change|900"});
    QCOMPARE(rowsOf(each.file), "E06000001 6 -500; E06000002 <-99> -99; E06000003 5 900");
}

void PlanFiguresTest::footnotesOfNamesAreNoPartOfThem()
{
    const auto read = readLines({"area|a", "Hartlepool*|1", QString::fromUtf8("Redcar\u00B9 \u2020|2"),
                                 "Halton [note 2]|3", "*|4", "England*|5"});
    QCOMPARE(rowsOf(read.file), "Hartlepool 1; Redcar 2; Halton 3; * 4; England 5");
    QVERIFY(read.file.table.rows[4].kind == RowKind::Country);
}

void PlanFiguresTest::rowsOfOtherWidthAreNotUsed()
{
    const auto read = readLines({"uCode|uName|a|b", "E06000001|North|1|2", "E06000023|Bristol| City of|3|4",
                                 "E06000002|South|5", "E06000003|West|6|7||"});
    QCOMPARE(rowsOf(read.file), "E06000001 1 2; E06000003 6 7");
    QVERIFY(isSaid(read.file, "figures.csv, row 3: The row has 5 cells where there are 4 heads"));
    QVERIFY(isSaid(read.file, "figures.csv, row 4: The row has 3 cells where there are 4 heads"));
    QVERIFY(isSaid(readLines({"uCode|uName|a", "E06000001|North|1", "E06000002", "E06000003|West|2"}).file,
                   "row 3: The row has one cell where there are 3 heads"));
    const auto again =
        readLines({"uCode|uName|a", "1|2|3", "E06000001|North|1", "uCode|uName|a", "E06000002|South|2"});
    QCOMPARE(rowsOf(again.file), "E06000001 1; E06000002 2"); // column numbers and heads again are no areas
}

void PlanFiguresTest::rowsSayWhatTheyStandFor()
{
    const auto read =
        readLines({"uCode|uName|a", "E92000001|England|4", "E12000001|North East|5", "E06000001|Hartlepool|6",
                   "E37000023|London|3", "K02000001|United Kingdom|2", "|Total|20"});
    std::vector<RowKind> kinds;
    for (const IndicatorRow &row : read.file.table.rows)
        kinds.push_back(row.kind);
    QVERIFY(kinds
            == (std::vector{RowKind::Country, RowKind::Region, RowKind::Area, RowKind::Area, RowKind::Country,
                            RowKind::Total}));
}

void PlanFiguresTest::openDataAreRead()
{
    const QStringList lines = {
        "time_period|time_identifier|geographic_level|country_code|country_name|region_code|region_name|old_"
        "la_code|new_la_code|la_name|sex|neet_rate|cohort",
        "2014|Calendar year|Local authority|E92000001|England|E12000001|North "
        "East|805|E06000001|Hartlepool|Total|7|100",
        "2015|Calendar year|National|E92000001|England||||||Total|4.2|900",
        "2015|Calendar year|Regional|E92000001|England|E12000001|North East||||Total|5|300",
        "2015|Calendar year|Local authority|E92000001|England|E12000001|North "
        "East|805|E06000001|Hartlepool|Total|6.4|100",
        "2015|Calendar year|Local authority|E92000001|England|E12000001|North "
        "East|805|E06000001|Hartlepool|Female|6|50",
        "2015|Calendar year|Local authority|E92000001|England|E12000001|North "
        "East|806|E06000002|Middlesbrough|Total|c|100",
    };
    const auto read = readLines(lines);
    QVERIFY(read.plan.layout == FiguresLayout::OpenData);
    QCOMPARE(rowsOf(read.file), "E92000001 4.2; E12000001 5; E06000001 6.4; E06000002 <c>");
    QVERIFY(read.file.table.rows[0].kind == RowKind::Country);
    QVERIFY(read.file.table.rows[1].kind == RowKind::Region);
    QCOMPARE(read.file.table.rows[1].name, "North East");
    QVERIFY(isSaid(read.file, "the latest, 2015, is read"));
    QVERIFY(isSaid(read.file, "Of sex, the rows of Total are read"));
    QCOMPARE(read.file.table.metadata.indicators[0].period, "2015");
}

void PlanFiguresTest::downloadsOfFingertipsAreRead()
{
    const QString header =
        "Indicator ID|Indicator Name|Area Code|Area Name|Area Type|Sex|Age|Category|Time period|Value|"
        "Lower CI 95.0 limit|Count|Denominator|Value note|Time period Sortable";
    const auto row = [](const QString &id, const QString &code, const QString &name, const QString &sex,
                        const QString &period, const QString &value, const QString &note) {
        return QStringList{id,
                           id == "1" ? "NEET (%)" : "Absence",
                           code,
                           name,
                           code.startsWith("E92") ? "England" : "UA",
                           sex,
                           "16-17 yrs",
                           "",
                           period,
                           value,
                           "1",
                           "10",
                           "100",
                           note,
                           period + "0000"}
            .join('|');
    };
    const auto read =
        readLines({header, row("1", "E92000001", "England", "Persons", "2022", "5", ""),
                   row("1", "E06000001", "Hartlepool", "Persons", "2021", "9", ""),
                   row("1", "E06000001", "Hartlepool", "Persons", "2022", "7", ""),
                   row("1", "E06000001", "Hartlepool", "Male", "2022", "8", ""),
                   row("1", "E06000002", "Middlesbrough", "Persons", "2022", "", "Value suppressed"),
                   row("2", "E06000001", "Hartlepool", "Persons", "2021", "4", ""),
                   row("2", "E06000002", "Middlesbrough", "Persons", "2021", "3", "")});
    QVERIFY(read.plan.layout == FiguresLayout::Fingertips);
    // The indicators have latest periods of their own; England has no figure of the second.
    QCOMPARE(rowsOf(read.file), "E92000001 5 <>; E06000001 7 4; E06000002 <Value suppressed> 3");
    const auto &indicators = read.file.table.metadata.indicators;
    QCOMPARE(read.file.table.rows[1].name, "Hartlepool");
    QCOMPARE(indicators[0].code, "1");
    QCOMPARE(indicators[0].name, "NEET (%)");
    QCOMPARE(indicators[0].unit, "%");
    QCOMPARE(indicators[0].period, "2022");
    QCOMPARE(indicators[1].period, "2021");
    QVERIFY(read.file.table.rows[2].cells[0].missing == Missing::Suppressed);
}

void PlanFiguresTest::downloadsOfNomisAreRead()
{
    const auto read = readLines(
        {"annual population survey", "ONS Crown Copyright Reserved", "", "date :|Jan 2015-Dec 2015", "",
         "local enterprise partnership|mnemonic|% in employment|conf", "Tees Valley|E37000034|38.1|1.4",
         "Humber|E37000018|34.9|1.7", "London|E37000023|52.7|1.9", "Dorset|E37000009|42.8|2.7",
         "Solent|E37000029|44.5|1.3", "", "conf: 95% confidence interval (+/-)", "- not available"});
    QCOMPARE(read.plan.headerRow, 6);
    QCOMPARE(rolesOf(read.plan), "name code indicator ignored");
    QCOMPARE(read.file.table.rows.size(), size_t(5));
    QCOMPARE(read.file.table.rows[2].name, "London");
    QVERIFY(read.file.table.rows[2].kind == RowKind::Area);
}

void PlanFiguresTest::longTablesAreRead()
{
    const auto read =
        readLines({"area code|year|indicator|value", "E06000001|2014|neet|6", "E06000001|2015|neet|7",
                   "E06000001|2015|absence|1", "E06000002|2015|absence|2"});
    QVERIFY(read.plan.layout == FiguresLayout::Long);
    QCOMPARE(rowsOf(read.file), "E06000001 7 1; E06000002 <> 2");
    const auto twice =
        readFigures(gridOfLines({"area code|indicator|value", "E06000001|neet|6", "E06000001|neet|7"}));
    QVERIFY(!twice.ok());
    QVERIFY2(twice.error().message.contains("gives neet of the area E06000001 twice, in rows 2 and 3"),
             qPrintable(twice.error().message));
}

void PlanFiguresTest::theLatestPeriodIsReadUnlessToldOtherwise()
{
    const QStringList lines = {"uCode|year|neet", "E06000001|2021/22|1", "E06000001|2023/24|3",
                               "E06000001|2022/23|2"};
    QCOMPARE(rowsOf(readLines(lines).file), "E06000001 3");
    ImportPlan wanted;
    wanted.period = "2021/22";
    const auto earlier = readLines(lines, wanted);
    QCOMPARE(rowsOf(earlier.file), "E06000001 1");
    QCOMPARE(earlier.plan.periods, QStringList({"2021/22", "2022/23", "2023/24"}));
    QVERIFY(!isSaid(earlier.file, "the latest"));
    const auto months = readLines({"uCode|period|a", "E06000001|September 2023|1",
                                   "E06000001|December 2023|2", "E06000001|January 2023|3"});
    QCOMPARE(rowsOf(months.file), "E06000001 2");
    const auto each =
        readLines({"year|area code|indicator|value", "2020|E06000001|neet|1", "2021|E06000001|neet|2",
                   "2022|E06000001|absence|3", "2021|E06000001|absence|4"});
    QCOMPARE(rowsOf(each.file), "E06000001 2 3");
    QVERIFY(isSaid(each.file, "the latest of each indicator is read"));
}

void PlanFiguresTest::yearsInHeadsArePeriods()
{
    const QStringList lines = {"uCode|neet_2022|neet_2023|absence_2021|absence_2022|progress",
                               "E06000001|1|2|3|4|5", "E06000002|6|7|8|9|10"};
    const auto latest = readLines(lines);
    QCOMPARE(rowsOf(latest.file), "E06000001 2 4 5; E06000002 7 9 10");
    QVERIFY(isSaid(latest.file, "absence has no figures of 2023; those of 2022 are read"));
    QCOMPARE(latest.file.table.metadata.indicators[1].period, "2022");
    ImportPlan wanted;
    wanted.period = "2022";
    QCOMPARE(rowsOf(readLines(lines, wanted).file), "E06000001 1 4 5; E06000002 6 9 10");
    QCOMPARE(latest.file.table.metadata.indicators[0].code, "neet"); // the same whatever the period
    QCOMPARE(rowsOf(readLines(lines, decisionsOf(latest.plan, {})).file), rowsOf(latest.file));
    QCOMPARE(rowsOf(readLines({"uCode|2021/22|2022/23", "E06000001|1|2", "E06000002|3|4"}).file),
             "E06000001 2; E06000002 4");
    QCOMPARE(rowsOf(readLines({"uCode|2014/15 NEET|2015/16 NEET", "E06000001|1|2", "E06000002|3|4"}).file),
             "E06000001 2; E06000002 4");
    const auto groups = readLines(
        {"Code|Boys 2014|Boys 2015|Girls 2014|Girls 2015", "E06000001|1|2|3|4", "E06000002|5|6|7|8"});
    QCOMPARE(rowsOf(groups.file), "E06000001 2 4; E06000002 6 8");
    QCOMPARE(groups.plan.periods, QStringList({"2014", "2015"}));
    QCOMPARE(rowsOf(readLines({"uCode|Autumn term 2021|March 2022", "E06000001|1|2", "E06000002|3|4"}).file),
             "E06000001 2; E06000002 4");
    QCOMPARE(rowsOf(readLines({"uCode|i1999|i2000", "E06000001|1|2", "E06000002|3|4"}).file),
             "E06000001 1 2; E06000002 3 4"); // numbers, not years
}

void PlanFiguresTest::totalsAreReadWherePeopleAreParted()
{
    const auto read = readLines({"utla_code|school_type|pct", "E06000001|Secondary|8", "E06000001|Total|5",
                                 "E06000002|Secondary|9", "E06000002|Total|6"});
    QCOMPARE(rowsOf(read.file), "E06000001 5; E06000002 6");
    QVERIFY(isSaid(read.file, "Of school_type, the rows of Total are read"));
}

void PlanFiguresTest::partsWithoutATotalAreAskedFor_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("asks");
    QTest::addColumn<ImportPlan>("choice");
    QTest::addColumn<QString>("rows");
    const ImportPlan boys{.filters = {{"sex", "boys"}}};
    QTest::newRow("a wide table") << QStringList{"uCode|sex|pct", "E06000001|Boys|8", "E06000001|Girls|5",
                                                 "E06000002|Boys|9", "E06000002|Girls|6"}
                                  << "told apart by sex (Boys, Girls)" << boys << "E06000001 8; E06000002 9";
    QTest::newRow("a long table") << QStringList{"area code|sex|indicator|value", "E06000001|Boys|neet|8",
                                                 "E06000001|Girls|neet|5", "E06000001|Boys|absence|1",
                                                 "E06000001|Girls|absence|2"}
                                  << "told apart by sex (Boys, Girls)" << boys << "E06000001 8 1";
    QTest::newRow("open data by term")
        << QStringList{"time_period|time_identifier|geographic_level|new_la_code|la_name|rate",
                       "2015|Autumn term|Local authority|E06000001|North|1",
                       "2015|Spring term|Local authority|E06000001|North|2",
                       "2015|Autumn term|Local authority|E06000002|South|3",
                       "2015|Spring term|Local authority|E06000002|South|4"}
        << "told apart by time_identifier (Autumn term, Spring term)"
        << ImportPlan{.filters = {{"time_identifier", "Spring term"}}} << "E06000001 2; E06000002 4";
    QTest::newRow("two columns") << QStringList{"uCode|sex|term|pct", "E06000001|Boys|Autumn|8",
                                                "E06000001|Girls|Autumn|5", "E06000001|Boys|Spring|6",
                                                "E06000001|Girls|Spring|4"}
                                 << "told apart by sex (Boys, Girls) and term (Autumn, Spring)"
                                 << ImportPlan{.filters = {{"sex", "Girls"}, {"term", "Spring"}}}
                                 << "E06000001 4";
    QTest::newRow("ages, which are numbers")
        << QStringList{"uCode|age|pct", "E06000001|16|8", "E06000001|17|5", "E06000002|16|9",
                       "E06000002|17|6"}
        << "told apart by age (16, 17)" << ImportPlan{.filters = {{"Age", "17"}}}
        << "E06000001 5; E06000002 6";
}

void PlanFiguresTest::partsWithoutATotalAreAskedFor()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, asks);
    QFETCH(const ImportPlan, choice);
    const auto open = readFigures(gridOfLines(lines));
    QVERIFY(!open.ok());
    QVERIFY2(open.error().message.contains(asks), qPrintable(open.error().message));
    QVERIFY2(open.error().message.contains("--filter"), qPrintable(open.error().message));
    QTEST(rowsOf(readLines(lines, choice).file), "rows");
    const PlannedFigures planned = planTable(gridOfLines(lines), {});
    QVERIFY(!planned.filters.empty());
    QVERIFY(planned.filters[0].reads == PeopleFilter::Reads::Unsaid);
    const PlannedColumn &column = planned.plan.columns[static_cast<size_t>(planned.filters[0].position)];
    QVERIFY(!column.isSure);
    QVERIFY2(column.reason.contains(planned.filters[0].values[0]), qPrintable(column.reason));
}

void PlanFiguresTest::partsThatNoFilterCanChooseAreSaid()
{
    const auto schools = readFigures(gridOfLines(
        {"School|LA code|score", "A|E06000001|4", "B|E06000001|5", "C|E06000002|6", "D|E06000002|7"}));
    QVERIFY(!schools.ok());
    QVERIFY2(schools.error().message.startsWith(
                 "figures.csv has several rows for each area, told apart by School."),
             qPrintable(schools.error().message));
    const auto twice = readFigures(gridOfLines({"School|LA code|score", "A|E06000001|4", "B|E06000001|5",
                                                "C|E06000002|6", "D|E06000003|7", "E|E06000004|7"}));
    QVERIFY(!twice.ok());
    QVERIFY2(twice.error().message.contains("twice, in rows 2 and 3"), qPrintable(twice.error().message));
}

void PlanFiguresTest::aPartThatIsChosenIsRead()
{
    const QStringList lines = {"uCode|sex|pct", "E06000001|Boys|8", "E06000001|Total|5", "E06000002|Boys|9",
                               "E06000002|Total|6"};
    QVERIFY(isSaid(readLines(lines).file, "Of sex, the rows of Total are read, not those of Boys."));
    const auto boys = readLines(lines, {.filters = {{"sex", "Boys"}}});
    QCOMPARE(rowsOf(boys.file), "E06000001 8; E06000002 9");
    QVERIFY(!isSaid(boys.file, "Of sex"));
    QCOMPARE(boys.filters.size(), size_t(1));
    QCOMPARE(boys.filters[0].read, "Boys");
    QCOMPARE(rowsOf(readLines(lines, decisionsOf(boys.plan, {.filters = {{"sex", "Boys"}}})).file),
             rowsOf(boys.file));
    const auto none = readFigures(gridOfLines(lines), {.filters = {{"sex", "Men"}}});
    QVERIFY(!none.ok());
    QCOMPARE(none.error().message, "figures.csv has no rows whose sex is Men. Its values are: Boys, Total.");
    const auto noColumn = readFigures(gridOfLines(lines), {.filters = {{"gender", "Men"}}});
    QVERIFY(!noColumn.ok() && noColumn.error().message.contains("has no column gender"));
    const auto together = readFigures(
        gridOfLines({"uCode|sex|term|pct", "E06000001|Boys|Autumn|8", "E06000001|Girls|Spring|5"}),
        {.filters = {{"sex", "Boys"}, {"term", "Spring"}}});
    QVERIFY(!together.ok());
    QVERIFY2(together.error().message.contains("has no row with sex Boys and term Spring"),
             qPrintable(together.error().message));
    // A column that was taken for something else is a filter when it is named as one.
    const auto named = readLines({"uCode|kind|a", "E06000001|x|1", "E06000002|y|2", "E06000003|x|3"},
                                 {.filters = {{"kind", "x"}}});
    QCOMPARE(rowsOf(named.file), "E06000001 1; E06000003 3");
}

void PlanFiguresTest::columnsThatTellNoRowsApartAreNoFilters_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("roles");
    QTest::newRow("a region is the same in all rows of an area")
        << QStringList{"uCode|area|sex|pct", "E06000001|Up|Boys|8", "E06000001|Up|Girls|5",
                       "E06000002|Down|Boys|9", "E06000002|Down|Girls|6"}
        << "code name filter indicator";
    QTest::newRow("years under another head")
        << QStringList{"uCode|cohort left in|pct", "E06000001|2014/15|8", "E06000001|2015/16|5",
                       "E06000002|2014/15|9", "E06000002|2015/16|6"}
        << "code period indicator";
    QTest::newRow("a slip is no part") << QStringList{"uCode|kind|pct", "E06000001|x|8", "E06000001|y|5",
                                                      "E06000002|x|9",  "E06000003|y|6", "E06000004|y|7"}
                                       << "code group indicator";
}

void PlanFiguresTest::columnsThatTellNoRowsApartAreNoFilters()
{
    QFETCH(const QStringList, lines);
    QTEST(rolesOf(planFigures(gridOfLines(lines), {})), "roles");
}

void PlanFiguresTest::countsAreSaid()
{
    const auto read =
        readLines({"uCode|number of exclusions|pupils|score", "E06000001|1200|30|1.5", "E06000002|900|40|2"});
    QVERIFY(
        isSaid(read.file, "1 indicator(s) are counts, which rank large areas first: number of exclusions."));
    const auto shares = readLines({"uCode|pct_neet|rate", "E06000001|6|1200", "E06000002|5|900"});
    QVERIFY(!isSaid(shares.file, "are counts"));
    const auto each =
        readLines({"area code|indicator|value", "E06000001|Number of NEET|600", "E06000002|Number of NEET|90",
                   "E06000001|NEET %|6.1", "E06000002|NEET %|5.2"});
    QVERIFY(isSaid(each.file, "are counts, which rank large areas first: Number of NEET."));
}

void PlanFiguresTest::directionsAreKnownByName()
{
    const auto read =
        readLines({"uCode|NEET_percent|Progress 8|attainment|unauthorised_absence|SOC 1-3|pupils",
                   "E06000001|1|2|3|4|5|6", "E06000002|2|3|4|5|6|7"});
    QStringList down;
    for (const Indicator &indicator : read.file.table.metadata.indicators)
        if (indicator.direction == Direction::LowerIsMoreDisengaged)
            down << indicator.code;
    QCOMPARE(down, QStringList({"Progress 8", "attainment", "SOC 1-3"}));
    const auto lack = readLines({"uCode|non-participation|low attainment", "E06000001|1|2", "E06000002|2|3"});
    for (const Indicator &indicator : lack.file.table.metadata.indicators)
        QVERIFY(indicator.direction == Direction::HigherIsMoreDisengaged);
    QVERIFY(isSaid(read.file, "higher is less disengaged for Progress 8, attainment, SOC 1-3"));
}

void PlanFiguresTest::whatIsAskedForMustBeThere_data()
{
    QTest::addColumn<ImportPlan>("wanted");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a column of codes")
        << ImportPlan{.codeColumn = "LAD"} << "has no column LAD. Its columns are: uCode";
    QTest::newRow("a role") << ImportPlan{.roles = {{"pupils", ColumnRole::Population}}}
                            << "has no column pupils";
    QTest::newRow("a period") << ImportPlan{.period = "1999"}
                              << "has no figures of 1999. Its periods are: 2015, 2016";
    QTest::newRow("a role of other letters") << ImportPlan{.roles = {{"A", ColumnRole::Ignored}}}
                                             << "no column of numbers that is taken for an indicator";
    QTest::newRow("a level") << ImportPlan{.level = "Ward"} << "names no levels of areas";
}

void PlanFiguresTest::whatIsAskedForMustBeThere()
{
    QFETCH(const ImportPlan, wanted);
    QFETCH(const QString, expected);
    const auto read =
        readFigures(gridOfLines({"uCode|year|a", "E06000001|2015|1", "E06000001|2016|1"}), wanted);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(expected), qPrintable(read.error().message));
}

void PlanFiguresTest::theSamePlanReadsTheSame()
{
    const QStringList lines = {"Title", "uCode|year|a|b|population", "E06000001|2015|6,412|1,5|10",
                               "E06000002|2015|5,1|2,5|20", "E06000001|2016|7|2|30"};
    const auto read = readLines(lines);
    const auto again = readLines(lines, decisionsOf(read.plan, {}));
    QCOMPARE(rowsOf(again.file), rowsOf(read.file));
    QCOMPARE(rolesOf(again.plan), rolesOf(read.plan));
    QCOMPARE(again.plan.headerRow, 2);
}

void PlanFiguresTest::orderOfRowsChangesNothing()
{
    QStringList lines = {"E06000001|North|6,4|[c]", "E06000002|South|5,7|1.000", "E06000003|West|5,1|2.000",
                         "E06000004|East|4|10"};
    const QString header = "uCode|uName|a|b";
    const auto byCode = [](IndicatorFile file) {
        std::sort(file.table.rows.begin(), file.table.rows.end(),
                  [](const IndicatorRow &one, const IndicatorRow &other) {
                      return one.code.text < other.code.text;
                  });
        return rowsOf(file);
    };
    const QString first = byCode(readLines(QStringList{header} + lines).file);
    QCOMPARE(first, "E06000001 6.4 <[c]>; E06000002 5.7 1000; E06000003 5.1 2000; E06000004 4 10");
    do
        QCOMPARE(byCode(readLines(QStringList{header} + lines).file), first);
    while (std::next_permutation(lines.begin(), lines.end()));
}

ATLAS_TEST(PlanFiguresTest)

#include "test_plan_figures.moc"
