#include "tests/support/test_program.h"

#include "core/indicators/cell_value.h"

#include <QTest>

#include <cmath>

using namespace atlas;

class CellValueTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreRead_data();
    void numbersAreRead();
    void otherTextsSayWhyThereIsNoNumber_data();
    void otherTextsSayWhyThereIsNoNumber();
    void absenceIsPutInWords();
};

void CellValueTest::numbersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::newRow("decimals") << "4.7" << 4.7;
    QTest::newRow("a whole number") << "12" << 12.0;
    QTest::newRow("per cent sign") << "4.7%" << 4.7;
    QTest::newRow("per cent sign after a space") << "4.7 %" << 4.7;
    QTest::newRow("thousands and spaces around") << " 1,234 " << 1234.0;
    QTest::newRow("millions with decimals") << "1,234,567.5" << 1234567.5;
    QTest::newRow("pounds") << QString::fromUtf8("£3") << 3.0;
    QTest::newRow("pounds in thousands") << QString::fromUtf8("£ 12,500") << 12500.0;
    QTest::newRow("exponent") << "1e3" << 1000.0;
    QTest::newRow("negative") << "-0.5" << -0.5;
    QTest::newRow("minus sign of typesetters") << QString::fromUtf8("−0.5") << -0.5;
    QTest::newRow("plus sign") << "+2" << 2.0;
    QTest::newRow("no digit before the point") << ".5" << 0.5;
    QTest::newRow("zero") << "0" << 0.0;
    QTest::newRow("the largest to compute with") << "1e60" << 1e60;
    QTest::newRow("the smallest to compute with") << "-1e-60" << -1e-60;
}

void CellValueTest::numbersAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const double, number);
    const CellValue cell = parseCell(text);
    QCOMPARE(cell.missing, Missing::No);
    QCOMPARE(cell.number, number);
    QVERIFY(missingText(cell).isEmpty());
}

void CellValueTest::otherTextsSayWhyThereIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Missing>("missing");
    QTest::newRow("empty") << "" << Missing::Blank;
    QTest::newRow("spaces") << "  " << Missing::Blank;
    QTest::newRow("hyphen") << "-" << Missing::Blank;
    QTest::newRow("en dash") << QString::fromUtf8("–") << Missing::Blank;
    QTest::newRow("a point") << "." << Missing::NotYetDue;
    QTest::newRow("to be confirmed") << "tbc" << Missing::NotYetDue;
    QTest::newRow("na") << "na" << Missing::NotApplicable;
    QTest::newRow("four digits before a comma") << "1234,567" << Missing::NotANumber;
    QTest::newRow("infinite") << "+inf" << Missing::NotANumber;
    QTest::newRow("c") << "c" << Missing::Suppressed;
    QTest::newRow("[c]") << "[c]" << Missing::Suppressed;
    QTest::newRow("capital C") << "C" << Missing::Suppressed;
    QTest::newRow("x") << "x" << Missing::Suppressed;
    QTest::newRow("asterisk") << "*" << Missing::Suppressed;
    QTest::newRow("the word suppressed") << "Suppressed" << Missing::Suppressed;
    QTest::newRow("z") << "z" << Missing::NotApplicable;
    QTest::newRow("[z]") << "[z]" << Missing::NotApplicable;
    QTest::newRow("n/a") << "n/a" << Missing::NotApplicable;
    QTest::newRow("N/A") << "N/A" << Missing::NotApplicable;
    QTest::newRow("two points") << ".." << Missing::NotYetDue;
    QTest::newRow("colon") << ":" << Missing::NotYetDue;
    QTest::newRow("[x]") << "[x]" << Missing::NotYetDue;
    QTest::newRow("n/k") << "n/k" << Missing::NotYetDue;
    QTest::newRow("two digits after a comma") << "1,23" << Missing::NotANumber;
    QTest::newRow("a decimal comma") << "4,7" << Missing::NotANumber;
    QTest::newRow("words behind a number") << "4.7 or so" << Missing::NotANumber;
    QTest::newRow("a range") << "1-2" << Missing::NotANumber;
    QTest::newRow("two numbers") << "1 2" << Missing::NotANumber;
    QTest::newRow("infinity") << "inf" << Missing::NotANumber;
    QTest::newRow("not a number") << "nan" << Missing::NotANumber;
    QTest::newRow("too large to compute with") << "1.1e60" << Missing::OutOfRange;
    QTest::newRow("too small to compute with") << "-9e-61" << Missing::OutOfRange;
    QTest::newRow("too large for a double") << "1e999" << Missing::OutOfRange;
    QTest::newRow("too large, with a sign") << "+1e999" << Missing::OutOfRange;
    QTest::newRow("too small for a double") << "1e-999" << Missing::OutOfRange;
    QTest::newRow("too large, in per cent") << "1e155 %" << Missing::OutOfRange;
    QTest::newRow("a number too large and a word") << "1e999 or so" << Missing::NotANumber;
    QTest::newRow("hexadecimal") << "0x10" << Missing::NotANumber;
    QTest::newRow("two per cent signs") << "5%%" << Missing::NotANumber;
    QTest::newRow("a pound sign alone") << QString::fromUtf8("£") << Missing::NotANumber;
    QTest::newRow("a word") << "about five" << Missing::NotANumber;
}

void CellValueTest::otherTextsSayWhyThereIsNoNumber()
{
    QFETCH(const QString, text);
    QFETCH(const Missing, missing);
    const CellValue cell = parseCell(text);
    QCOMPARE(cell.missing, missing);
    QVERIFY(std::isnan(cell.number));
    QCOMPARE(cell.typed, text.trimmed());
}

void CellValueTest::absenceIsPutInWords()
{
    QCOMPARE(missingText(parseCell(QStringLiteral(""))), "no value given");
    QCOMPARE(missingText(parseCell(QStringLiteral("c"))), "suppressed (\"c\")");
    QCOMPARE(missingText(parseCell(QStringLiteral("4.7 or so"))), "not a number (\"4.7 or so\")");
    QCOMPARE(missingText(parseCell(QStringLiteral("1e155"))),
             "too large or too small to compute with (\"1e155\")");
}

ATLAS_TEST(CellValueTest)

#include "test_cell_value.moc"
