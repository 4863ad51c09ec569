#include "core/aggregation/add_up_rule.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;

namespace {

/// Parts of "value/beside*count", between spaces; a value that is no number is missing.
struct Parts
{
    explicit Parts(const QString &text)
    {
        const QStringList words = text.split(' ');
        cells.reserve(static_cast<size_t>(words.size()) * 2);
        for (const QString &word : words) {
            const QString before = word.section('*', 0, 0);
            cells.push_back(parseCell(before.section('/', 0, 0)));
            cells.push_back(parseCell(before.section('/', 1)));
            parts.push_back({.value = &cells[cells.size() - 2],
                             .beside = before.contains('/') ? &cells.back() : nullptr,
                             .count = word.contains('*') ? word.section('*', 1).toDouble() : 1});
        }
    }

    std::vector<CellValue> cells;
    std::vector<AddUpPart> parts;
};

} // namespace

/// What rules make of the parts of an area.
class AddUpRuleTest : public QObject
{
    Q_OBJECT

private slots:
    void partsAreAddedUp_data();
    void partsAreAddedUp();
    void missingPartsStandInNoSum();
    void whereNothingHasFiguresTheReasonIsKept();
    void aSumOfZeroDividesNothing();
    void rulesAreWrittenAsTheyAreRead_data();
    void rulesAreWrittenAsTheyAreRead();
    void whatIsNoRuleIsNone_data();
    void whatIsNoRuleIsNone();
};

void AddUpRuleTest::partsAreAddedUp_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("parts");
    QTest::addColumn<double>("expected");
    QTest::newRow("sum") << "sum"
                         << "1 2 4" << 7.0;
    QTest::newRow("sum of shares") << "sum"
                                   << "10*0.5 4*0.25" << 6.0;
    QTest::newRow("mean by weight") << "mean:w"
                                    << "10/1 20/3" << 17.5;
    QTest::newRow("mean of shares") << "mean:w"
                                    << "10/4*0.25 20/1" << 15.0;
    QTest::newRow("rate in per cent") << "rate:a/b"
                                      << "1/20 3/20" << 10.0;
    QTest::newRow("rate of shares") << "rate:a/b"
                                    << "2/10*0.5 0/5" << 10.0;
    QTest::newRow("share of areas at most") << "share:x<=1"
                                            << "1 2 1 4" << 50.0;
    QTest::newRow("share of areas below") << "share:x<1"
                                          << "1 2 0 4" << 25.0;
    QTest::newRow("share of areas at least") << "share:x>=2"
                                             << "1 2 0 4" << 50.0;
    QTest::newRow("share of areas above") << "share:x>2"
                                          << "1 2 0 4" << 25.0;
    QTest::newRow("share of areas equal") << "share:x=2"
                                          << "1 2 0 4" << 25.0;
    QTest::newRow("share of shared areas") << "share:x<=1"
                                           << "1*0.5 2 1*0.5" << 50.0;
}

void AddUpRuleTest::partsAreAddedUp()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, parts);
    QFETCH(const double, expected);
    const Parts made(parts);
    const AddedCell added = addUpParts(*ruleOf(rule), made.parts);
    QVERIFY(!added.cell.isMissing());
    QCOMPARE(added.cell.number, expected);
}

void AddUpRuleTest::missingPartsStandInNoSum()
{
    const Parts parts("1/20 c/20 3/x 4/20");
    const AddedCell added = addUpParts(*ruleOf("rate:a/b"), parts.parts);
    QCOMPARE(added.cell.number, 12.5); // (1 + 4) of 40
    QCOMPARE(added.counted, 2.0);
}

void AddUpRuleTest::whereNothingHasFiguresTheReasonIsKept()
{
    const Parts parts("c z");
    const AddedCell added = addUpParts(*ruleOf("sum"), parts.parts);
    QCOMPARE(added.cell.missing, Missing::Suppressed);
    QCOMPARE(added.cell.typed, "c");
    QCOMPARE(added.counted, 0.0);
}

void AddUpRuleTest::aSumOfZeroDividesNothing()
{
    const Parts parts("1/0 0/0");
    const AddedCell added = addUpParts(*ruleOf("rate:a/b"), parts.parts);
    QVERIFY(added.isDividedByZero);
    QCOMPARE(added.cell.missing, Missing::NotApplicable);
}

void AddUpRuleTest::rulesAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"sum", "mean:headcount", "rate:pupils, all/head count", "share:imd_decile<=1",
                             "share:a<b>=-2.5", "share:x=0", "share:x<3", "share:x>3"})
        QTest::newRow(text) << text;
}

void AddUpRuleTest::rulesAreWrittenAsTheyAreRead()
{
    QFETCH(const QString, text);
    const auto rule = ruleOf(text);
    QVERIFY(rule);
    QCOMPARE(ruleText(*rule), text);
    QVERIFY(!ruleSentence("code", *rule).isEmpty());
}

void AddUpRuleTest::whatIsNoRuleIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "sum:a", "mean", "mean:", "median", "rate:a", "rate:a/", "rate:/b",
                             "rate:a/b/c", "share:", "share:x", "share:x<=", "share:<=1", "share:x<=few"})
        QTest::newRow(text) << text;
}

void AddUpRuleTest::whatIsNoRuleIsNone()
{
    QFETCH(const QString, text);
    QVERIFY(!ruleOf(text));
}

ATLAS_TEST(AddUpRuleTest)

#include "test_add_up_rule.moc"
