#include "tests/support/test_program.h"

#include "core/common/code_text.h"

#include <QTest>

using namespace atlas;

class CodeTextTest : public QObject
{
    Q_OBJECT

private slots:
    void spoiltCodesHaveThePlainFormOfWhatWasMeant_data();
    void spoiltCodesHaveThePlainFormOfWhatWasMeant();
    void differentCodesStayDifferent_data();
    void differentCodesStayDifferent();
    void whatIsMendedIsTold_data();
    void whatIsMendedIsTold();
    void placeholdersAreKnown_data();
    void placeholdersAreKnown();
    void kindsOfCodesAreToldApart_data();
    void kindsOfCodesAreToldApart();
    void countriesAndRegionsAreKnownByTheirCodes();
};

void CodeTextTest::spoiltCodesHaveThePlainFormOfWhatWasMeant_data()
{
    QTest::addColumn<QString>("spoilt");
    QTest::addColumn<QString>("meant");
    QTest::newRow("as it is") << "E06000001"
                              << "E06000001";
    QTest::newRow("small letters") << "e06000001"
                                   << "E06000001";
    QTest::newRow("spaces around") << " E06000001\t"
                                   << "E06000001";
    QTest::newRow("a space inside") << "E06 000001"
                                    << "E06000001";
    QTest::newRow("a no-break space") << QString::fromUtf8("E06000001\u00a0") << "E06000001";
    QTest::newRow("a zero-width space") << QString::fromUtf8("E06000001\u200b") << "E06000001";
    QTest::newRow("a byte order mark") << QString::fromUtf8("\ufeffE06000001") << "E06000001";
    QTest::newRow("a dot") << "E06.000001"
                           << "E06000001";
    QTest::newRow("a dash") << "E06-000001"
                            << "E06000001";
    QTest::newRow("an apostrophe in front") << "'E06000001"
                                            << "E06000001";
    QTest::newRow("a number's .0") << "805.0"
                                   << "805";
    QTest::newRow("zeros lost in front") << "1001"
                                         << "01001";
    QTest::newRow("zeros lost and .0") << "1001.0"
                                       << "01001";
    QTest::newRow("nothing but zeros") << "000"
                                       << "0";
}

void CodeTextTest::spoiltCodesHaveThePlainFormOfWhatWasMeant()
{
    QFETCH(const QString, spoilt);
    QFETCH(const QString, meant);
    QCOMPARE(plainCode(spoilt), plainCode(meant));
}

void CodeTextTest::differentCodesStayDifferent_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("other");
    QTest::newRow("a sign") << "-1"
                            << "1";
    QTest::newRow("decimals") << "1.2"
                              << "12";
    QTest::newRow("a zero at the end") << "8050"
                                       << "805.0";
    QTest::newRow("a dash between numbers") << "1-2"
                                            << "12";
    QTest::newRow("a power of ten") << "1E5"
                                    << "100000";
    QTest::newRow("a zero inside") << "E0600001"
                                   << "E06000001";
}

void CodeTextTest::differentCodesStayDifferent()
{
    QFETCH(const QString, code);
    QFETCH(const QString, other);
    QVERIFY(plainCode(code) != plainCode(other));
}

void CodeTextTest::whatIsMendedIsTold_data()
{
    using enum CodeMending;
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("other");
    QTest::addColumn<std::vector<CodeMending>>("mendings");
    QTest::newRow("nothing") << "E1"
                             << "E1" << std::vector<CodeMending>();
    QTest::newRow("case") << "e1"
                          << "E1" << std::vector{Case};
    QTest::newRow("zeros of the other") << "01001"
                                        << "1001" << std::vector{LeadingZeros};
    QTest::newRow("a number and its zeros") << "1001.0"
                                            << "01001" << std::vector{DecimalZero, LeadingZeros};
    QTest::newRow("unseen and case") << QString::fromUtf8("e1\u200b") << "E1"
                                     << std::vector{InvisibleCharacters, Case};
    QTest::newRow("space and dash") << "E-1 "
                                    << "E1" << std::vector{WhiteSpace, Punctuation};
}

void CodeTextTest::whatIsMendedIsTold()
{
    QFETCH(const QString, code);
    QFETCH(const QString, other);
    QTEST(mendingsBetween(code, other), "mendings");
}

void CodeTextTest::placeholdersAreKnown_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isPlaceholder");
    for (const char *code : {"", "-99", "-99.0", "-9", "-9999", "E99999999", "W99999999", "n/a", "N/A",
                             "#N/A", "-", "..", "?", "\u221299"})
        QTest::newRow(code) << QString::fromUtf8(code) << (QString(code) != "-9");
    for (const char *code : {"0", "99", "NA", "NULL", "nan", "TRUE", "1E5", "E06000001", "-1", "x", "805"})
        QTest::newRow(code) << QString::fromUtf8(code) << false;
}

void CodeTextTest::placeholdersAreKnown()
{
    QFETCH(const QString, code);
    QTEST(isPlaceholderCode(code), "isPlaceholder");
}

void CodeTextTest::kindsOfCodesAreToldApart_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("areOfOneKind");
    QTest::newRow("a county and a unitary authority") << "E10000009"
                                                      << "E06000059" << true;
    QTest::newRow("two partnerships") << "E37000023"
                                      << "E37000051" << true;
    QTest::newRow("a partnership and an authority") << "E37000009"
                                                    << "E06000059" << false;
    QTest::newRow("authorities of two countries") << "E06000001"
                                                  << "W06000001" << false;
    QTest::newRow("numbers") << "805"
                             << "806" << true;
    QTest::newRow("a number and an ONS code") << "805"
                                              << "E06000001" << false;
    QTest::newRow("country codes of two and three letters") << "NO"
                                                            << "NOR" << false;
}

void CodeTextTest::kindsOfCodesAreToldApart()
{
    QFETCH(const QString, code);
    QFETCH(const QString, other);
    QTEST(areCodesOfOneKind(code, other), "areOfOneKind");
    QTEST(areCodesOfOneKind(other, code), "areOfOneKind");
}

void CodeTextTest::countriesAndRegionsAreKnownByTheirCodes()
{
    QVERIFY(isCountryCode({"E92000001"}));
    QVERIFY(isCountryCode({"K02000001"}));
    QVERIFY(!isCountryCode({"E92"}));
    QVERIFY(!isCountryCode({"E06000001"}));
    QVERIFY(isRegionCode({"E12000001"}));
    QVERIFY(!isRegionCode({"E37000025"}));
}

ATLAS_TEST(CodeTextTest)

#include "test_code_text.moc"
