#include "tests/support/test_program.h"

#include "core/indicators/number_spelling.h"

#include <QLocale>
#include <QTest>

#include <random>

using namespace atlas;

class NumberSpellingTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreReadByTheMarkOfTheirColumn_data();
    void numbersAreReadByTheMarkOfTheirColumn();
    void shortNumbersAreThoseOfTheLibrary();
    void markersStayBesideTheNumber_data();
    void markersStayBesideTheNumber();
    void otherTextsAreNoNumbers_data();
    void otherTextsAreNoNumbers();
    void aCellTellsItsDecimalMarkOrNot_data();
    void aCellTellsItsDecimalMarkOrNot();
};

void NumberSpellingTest::numbersAreReadByTheMarkOfTheirColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isComma");
    QTest::addColumn<double>("number");
    QTest::addColumn<bool>("isPercent");
    QTest::newRow("decimal comma") << "6,412" << true << 6.412 << false;
    QTest::newRow("the same as thousands") << "6,412" << false << 6412.0 << false;
    QTest::newRow("points between thousands") << "1.234.567,8" << true << 1234567.8 << false;
    QTest::newRow("one point is thousands") << "1.234" << true << 1234.0 << false;
    QTest::newRow("a comma column without commas") << "17" << true << 17.0 << false;
    QTest::newRow("no-break space") << QString::fromUtf8("1\u00A0234") << false << 1234.0 << false;
    QTest::newRow("narrow no-break space") << QString::fromUtf8("2\u202F100,5") << true << 2100.5 << false;
    QTest::newRow("thin space") << QString::fromUtf8("12\u2009345") << false << 12345.0 << false;
    QTest::newRow("ordinary space") << "1 890" << false << 1890.0 << false;
    QTest::newRow("apostrophe") << "1'234'567.25" << false << 1234567.25 << false;
    QTest::newRow("typographic minus") << QString::fromUtf8("\u22120.5") << false << -0.5 << false;
    QTest::newRow("brackets for a negative") << "(0.4)" << false << -0.4 << false;
    QTest::newRow("brackets and per cent") << "(3%)" << false << -3.0 << true;
    QTest::newRow("euros behind") << QString::fromUtf8("1.234,50 \u20AC") << true << 1234.5 << false;
    QTest::newRow("pounds behind the sign") << QString::fromUtf8("-\u00A350") << false << -50.0 << false;
    QTest::newRow("per cent") << "6,4 %" << true << 6.4 << true;
    QTest::newRow("exponent with a comma") << "1,5e3" << true << 1500.0 << false;
}

void NumberSpellingTest::numbersAreReadByTheMarkOfTheirColumn()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isComma);
    const auto spelled = spelledNumber(text, isComma ? DecimalMark::Comma : DecimalMark::Point);
    QVERIFY(spelled.has_value());
    QTEST(spelled->number, "number");
    QTEST(spelled->isPercent, "isPercent");
    QVERIFY(spelled->marker.isEmpty());
}

void NumberSpellingTest::shortNumbersAreThoseOfTheLibrary()
{
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        QString text = QString::number(random() % 100'000'000) + QString::number(random() % 1'000'000);
        text.truncate(1 + static_cast<qsizetype>(random() % 15));
        text.insert(static_cast<qsizetype>(random()) % text.size(), '.');
        if (i % 3 == 0)
            text.prepend('-');
        const auto spelled = spelledNumber(text, DecimalMark::Point);
        QVERIFY2(spelled.has_value(), qPrintable(text));
        QVERIFY2(spelled->number == QLocale::c().toDouble(text), qPrintable(text));
    }
}

void NumberSpellingTest::markersStayBesideTheNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("marker");
    QTest::newRow("unreliable") << "12.3 [u]" << 12.3 << "[u]";
    QTest::newRow("provisional") << "4.9p" << 4.9 << "p";
    QTest::newRow("revised, in thousands") << "1,234 [r]" << 1234.0 << "[r]";
    QTest::newRow("round brackets") << "5 (p)" << 5.0 << "(p)";
    QTest::newRow("a note") << "7.5 [note 2]" << 7.5 << "[note 2]";
    QTest::newRow("an estimate is no exponent") << "3e" << 3.0 << "e";
    QTest::newRow("per cent and marker") << "6.4% [u]" << 6.4 << "[u]";
    QTest::newRow("an asterisk") << "12.3*" << 12.3 << "*";
    QTest::newRow("two asterisks after a space") << "1,234 **" << 1234.0 << "**";
    QTest::newRow("a dagger") << QString::fromUtf8("5.1\u2020") << 5.1 << QString::fromUtf8("\u2020");
    QTest::newRow("a double dagger and per cent")
        << QString::fromUtf8("5.1%\u2021") << 5.1 << QString::fromUtf8("\u2021");
    QTest::newRow("a raised digit") << QString::fromUtf8("7.5\u00B2") << 7.5 << QString::fromUtf8("\u00B2");
    QTest::newRow("raised digits and an asterisk")
        << QString::fromUtf8("(7) \u00B9,\u2074*") << -7.0 << QString::fromUtf8("\u00B9,\u2074*");
}

void NumberSpellingTest::markersStayBesideTheNumber()
{
    QFETCH(const QString, text);
    const auto spelled = spelledNumber(text, DecimalMark::Point);
    QVERIFY(spelled.has_value());
    QTEST(spelled->number, "number");
    QTEST(spelled->marker, "marker");
}

void NumberSpellingTest::otherTextsAreNoNumbers_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"12k",   "3m",       "1-2",     "1 2",      "12 34", "1,23",      "(c)",
                             "[c]",   "5%%",      "(5",      "5)",       "(-5)",  "E06000001", "2014/15",
                             "1.2.3", "Jan 2015", "12 (34)", "1,234,56", ".",     ",",         "%"})
        QTest::newRow(text) << QString(text);
}

void NumberSpellingTest::otherTextsAreNoNumbers()
{
    QFETCH(const QString, text);
    QVERIFY(!spelledNumber(text, DecimalMark::Point));
}

void NumberSpellingTest::aCellTellsItsDecimalMarkOrNot_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<MarkEvidence>("evidence");
    QTest::newRow("no mark") << "1234" << MarkEvidence::None;
    QTest::newRow("a text") << "North, South" << MarkEvidence::None;
    QTest::newRow("one decimal after a comma") << "4,9" << MarkEvidence::Comma;
    QTest::newRow("one decimal after a point") << "4.9" << MarkEvidence::Point;
    QTest::newRow("three digits after a comma") << "6,412" << MarkEvidence::AmbiguousComma;
    QTest::newRow("three digits after a point") << "6.412" << MarkEvidence::AmbiguousPoint;
    QTest::newRow("four digits before a comma") << "1234,567" << MarkEvidence::Comma;
    QTest::newRow("both") << "1,234.5" << MarkEvidence::Point;
    QTest::newRow("both the other way") << "1.234,5" << MarkEvidence::Comma;
    QTest::newRow("millions") << "1,234,567" << MarkEvidence::Point;
    QTest::newRow("millions with points") << "1.234.567" << MarkEvidence::Comma;
}

void NumberSpellingTest::aCellTellsItsDecimalMarkOrNot()
{
    QFETCH(const QString, text);
    QFETCH(const MarkEvidence, evidence);
    QVERIFY(markEvidence(text) == evidence);
}

ATLAS_TEST(NumberSpellingTest)

#include "test_number_spelling.moc"
