#include "tests/support/test_program.h"

#include "core/tables/cell_text.h"
#include "core/tables/tabbed_text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace atlas;

Q_DECLARE_METATYPE(TableCell)

namespace {

constexpr auto rank = TableColumn::Kind::Rank;
constexpr auto number = TableColumn::Kind::Number;
constexpr auto text = TableColumn::Kind::Text;

} // namespace

class CellTextTest : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreShownAndFiled_data();
    void cellsAreShownAndFiled();
    void numbersFollowTheLocale();
    void headersNameShortUnits();
    void codesInOneCellCanBeTold();
    void absenceIsNoNumber();
    void whatIsPastedIsAsShown();
};

void CellTextTest::cellsAreShownAndFiled_data()
{
    QTest::addColumn<TableColumn::Kind>("kind");
    QTest::addColumn<TableCell>("cell");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("filed");
    QTest::newRow("a number is rounded for the eye")
        << number << TableCell{2.345} << QString("2.3") << QString("2.345");
    QTest::newRow("a tried one is marked")
        << number << TableCell{.content = 2.0, .isTried = true} << QString("2.0?") << QString("2");
    QTest::newRow("a missing one is a dash") << number << TableCell() << QString("\u2013") << QString();
    QTest::newRow("a symbol stays in the data")
        << number << TableCell{MissingCell{Missing::Suppressed, "[c]", {}}} << QString("\u2013") << QString();
    QTest::newRow("what is filled in is in brackets")
        << number << TableCell{MissingCell{Missing::Blank, {}, 3.14}} << QString("(3.1)") << QString();
    QTest::newRow("a rank is whole") << rank << rankCell(3) << QString("3") << QString("3");
    QTest::newRow("or a half") << rank << rankCell(3.5) << QString("3.5") << QString("3.5");
    QTest::newRow("no rank") << rank << rankCell(0) << QString("\u2013") << QString();
    QTest::newRow("a range") << rank << TableCell{RangeCell{4, 3, 6}} << QString("3\u20136") << QString("4");
    QTest::newRow("a range of one") << rank << TableCell{RangeCell{1, 1, 1}} << QString("1") << QString("1");
    QTest::newRow("a text") << text << textCell("Tees Valley") << QString("Tees Valley")
                            << QString("Tees Valley");
    QTest::newRow("no text") << text << TableCell() << QString() << QString();
}

void CellTextTest::cellsAreShownAndFiled()
{
    QFETCH(const TableColumn::Kind, kind);
    QFETCH(const TableCell, cell);
    const TableColumn column{.kind = kind, .decimals = 1};
    QTEST(shownText(column, cell, QLocale::c()), "shown");
    QTEST(fileText(cell), "filed");
}

void CellTextTest::numbersFollowTheLocale()
{
    const QLocale german(QLocale::German);
    QCOMPARE(shownText({.decimals = 1}, {-1234.56}, german), QString("\u22121.234,6"));
    QCOMPARE(shownText({.kind = rank}, {RangeCell{2000, 1999, 2001}}, german), QString("1.999\u20132.001"));
}

void CellTextTest::headersNameShortUnits()
{
    QCOMPARE(shownHeader({.code = "a"}), QString("a"));
    QCOMPARE(shownHeader({.code = "a", .name = "Long name"}), QString("Long name"));
    QCOMPARE(shownHeader({.code = "a", .name = "Long name", .shortName = "Name", .unit = "%"}),
             QString("Name (%)"));
    QCOMPARE(shownHeader({.code = "a", .unit = "per thousand"}), QString("a"));
    QCOMPARE(shownHeader({.code = "a", .name = "NEET (%)", .unit = "%"}), QString("NEET (%)"));
    QCOMPARE(shownHeader({.code = "a", .name = "NEET %", .unit = "%"}), QString("NEET %"));
}

void CellTextTest::codesInOneCellCanBeTold()
{
    QCOMPARE(codeList({}), QString());
    QCOMPARE(codeList({"a", "b-2", "c,d"}), QString("a b-2 c,d"));
    QCOMPARE(codeList({"half days", "a"}), QString("\"half days\" a"));
    QCOMPARE(codeList({"the 'a' one", "\"a\"", "a\"b"}), QString("\"the 'a' one\" \"\"\"a\"\"\" a\"b"));
}

void CellTextTest::absenceIsNoNumber()
{
    QVERIFY(numberCell(std::numeric_limits<double>::quiet_NaN()).isMissing());
    QVERIFY(!numberCell(0).isMissing());
    QVERIFY(std::isnan(textCell("5").number()));
    QCOMPARE((TableCell{RangeCell{4, 3, 6}}).number(), 4.0);
}

void CellTextTest::whatIsPastedIsAsShown()
{
    const Table table =
        tableOfRows({{.kind = text, .code = "a", .name = "Area"}, {.code = "b", .unit = "%", .decimals = 1}},
                    {{textCell("Tyne\tand  Wear"), numberCell(-1.5)}, {textCell("Wye"), {}}});
    QCOMPARE(tabbedText(table, QLocale::c()), QString("Area\tb (%)\nTyne and Wear\t-1.5\nWye\t\u2013\n"));
}

ATLAS_TEST(CellTextTest)

#include "test_cell_text.moc"
