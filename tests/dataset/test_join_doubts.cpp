#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/join_report.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile towns = makeSquares({{{"E06000001"}, "Hartlepool"},
                                        {{"E06000002"}, "Middlesbrough"},
                                        {{"E06000023"}, "Bristol, City of"},
                                        {{"E06000059"}, "Dorset"}});

/// Of the only indicator; NaN where the area has none.
double valueAt(const Dataset &dataset, const QString &code)
{
    const auto area = dataset.findArea({code});
    return area ? dataset.cells[0][*area].number : std::nan("");
}

qsizetype countIn(const QString &text, const QString &part)
{
    return text.count(part);
}

} // namespace

class JoinDoubtsTest : public QObject
{
    Q_OBJECT

private slots:
    void codesAreMended_data();
    void codesAreMended();
    void eachKindOfMendingIsSaidOnce();
    void codesThatWouldBeOneWhenMendedJoinOnlyExactly();
    void namesOtherwiseSpeltJoinAndAreSaid();
    void aNameThatFitsTwoShapesLooselyMatchesNeither();
    void aTypingErrorIsNoMatchButANamedGuess();
    void aNameCutShortIsAGuess();
    void aNeighbourIsNoGuess();
    void namesInTheColumnOfCodesJoin();
    void codesInTheColumnOfNamesJoin();

    void aPlaceholderJoinsNothing();
    void shapesWithAPlaceholderJoinByName();
    void aNameOfAnotherYearNamesBothCodes();
    void anAreaOfAnotherYearBesideItsSuccessorStaysApart();
    void aNameOfAnotherKindOfAreaIsNotJoined();
    void codesOfAnotherSystemJoinByNameAndAreSaid();
    void aCodeWithTwoNamesNamesBoth();
    void aNameOfAnotherShapeIsAWarning();
    void aNameThatIsAPartOfAnotherIsItsOwn();
    void ofTwoRowsWithOneCodeTheMisnamedJoinsByItsName();
    void whatBecameOfADistrictIsSaid_data();
    void whatBecameOfADistrictIsSaid();

    void identicalDoublesAreLeftOutAndSaid();
    void doublesWithOtherFiguresAreRefused();
    void doublesAreFoundWithoutBoundaries();

    void manyRowsWithoutAShapeAreOneRemark();
    void manyShapesWithoutARowAreOneRemark();
    void withNothingInCommonBothSidesAreShown();
};

void JoinDoubtsTest::codesAreMended_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("what");
    QTest::newRow("case") << "e06000001"
                          << "small and capital letters";
    QTest::newRow("zero-width") << QString::fromUtf8("E06000001\u200b") << "cannot be seen";
    QTest::newRow("a dot") << "E.06000001"
                           << "dots, dashes or other signs";
}

void JoinDoubtsTest::codesAreMended()
{
    QFETCH(const QString, code);
    QFETCH(const QString, what);
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{code, "1"}, {"E06000002", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    QCOMPARE((*joined)->areas.size(), size_t(4));
    QVERIFY2(remarksOf(**joined).contains(what), qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::eachKindOfMendingIsSaidOnce()
{
    const auto joined = joinDataset(
        towns, figuresOf("uCode,a",
                         {{"e06000001", "1"}, {"e06000002", "2"}, {"e06000023", "3"}, {"E06000059", "4"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->issues.size(), size_t(1));
    const Issue &issue = (*joined)->issues[0];
    QCOMPARE(issue.severity, Severity::Note);
    QVERIFY2(issue.message.contains("are taken as the same: 3, such as"), qPrintable(issue.message));
    QVERIFY(issue.message.contains("\"e06000001\" for \"E06000001\""));
}

void JoinDoubtsTest::codesThatWouldBeOneWhenMendedJoinOnlyExactly()
{
    const BoundaryFile two = makeSquares({{{"a1"}, "Small"}, {{"A1"}, "Large"}, {{"B1"}, "Other"}});
    const auto joined = joinDataset(two, figuresOf("uCode,a", {{"A1", "1"}, {"A-1", "2"}, {"B1", "3"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "A1"), 1.0);
    QVERIFY(std::isnan(valueAt(**joined, "a1")));
    QCOMPARE(valueAt(**joined, "A-1"), 2.0);
}

void JoinDoubtsTest::namesOtherwiseSpeltJoinAndAreSaid()
{
    const auto joined = joinDataset(towns, figuresOf("uName,a", {{"City of Bristol", "1"},
                                                                 {"MIDDLESBROUGH ", "2"},
                                                                 {"Hartlepool UA", "3"},
                                                                 {"Dorset", "4"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "E06000023"), 1.0);
    QCOMPARE(valueAt(**joined, "E06000002"), 2.0);
    QCOMPARE(valueAt(**joined, "E06000001"), 3.0);
    QCOMPARE((*joined)->issues.size(), size_t(1));
    QVERIFY((*joined)->issues[0].message.contains("City of Bristol for Bristol, City of"));
}

void JoinDoubtsTest::aNameThatFitsTwoShapesLooselyMatchesNeither()
{
    const BoundaryFile two =
        makeSquares({{{"A1"}, "Lincoln City"}, {{"A2"}, "Lincoln District"}, {{"A3"}, "Other"}});
    const auto joined = joinDataset(two, figuresOf("uName,a", {{"Lincoln", "1"}, {"Other", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(4));
    QVERIFY(!(*joined)->hasShape(3));
}

void JoinDoubtsTest::aTypingErrorIsNoMatchButANamedGuess()
{
    const auto joined = joinDataset(towns, figuresOf("uName,a", {{"hartlepol", "1"}, {"Dorset", "2"}}));
    QVERIFY(joined.ok());
    QVERIFY(std::isnan(valueAt(**joined, "E06000001")));
    QVERIFY2(remarksOf(**joined).contains(
                 "hartlepol matches no area of the boundaries; it is in the table but not "
                 "on the map. Did you mean Hartlepool?"),
             qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::aNameCutShortIsAGuess()
{
    const BoundaryFile cut = makeSquares(
        {{{"E1"}, "Stockton-on-Tees"}, {{"E2"}, "Sutton Bay"}, {{"E3"}, "Sutton Hill"}, {{"E4"}, "Other"}});
    const auto joined =
        joinDataset(cut, figuresOf("uName,a", {{"Stockton", "1"}, {"Sutton", "2"}, {"Other", "3"}}));
    QVERIFY(joined.ok());
    const QString remarks = remarksOf(**joined);
    QVERIFY2(remarks.contains("Did you mean Stockton-on-Tees?"), qPrintable(remarks));
    QCOMPARE(countIn(remarks, "Did you mean"), 1);
}

void JoinDoubtsTest::aNeighbourIsNoGuess()
{
    const BoundaryFile parts =
        makeSquares({{{"E1"}, "South Northamptonshire"}, {{"E2"}, "Ward 2"}, {{"E3"}, "Other"}});
    const auto joined = joinDataset(
        parts, figuresOf("uName,a", {{"North Northamptonshire", "1"}, {"Ward 3", "2"}, {"Other", "3"}}));
    QVERIFY(joined.ok());
    QVERIFY2(!remarksOf(**joined).contains("Did you mean"), qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::namesInTheColumnOfCodesJoin()
{
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"Hartlepool", "1"}, {"Bristol", "2"}}));
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    QCOMPARE(valueAt(**joined, "E06000023"), 2.0);
    QVERIFY2(remarksOf(**joined).contains("Bristol for Bristol, City of"), qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::codesInTheColumnOfNamesJoin()
{
    const auto joined = joinDataset(towns, figuresOf("uName,a", {{"E06000001", "1"}, {"e06000023", "2"}}));
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    QCOMPARE(valueAt(**joined, "E06000023"), 2.0);
    QVERIFY2(remarksOf(**joined).contains("\"e06000023\" for \"E06000023\""),
             qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::aPlaceholderJoinsNothing()
{
    const BoundaryFile countries =
        makeSquares({{{"DEU"}, "Germany"}, {{"-99"}, "France"}, {{"ESP"}, "Spain"}});
    const auto joined = joinDataset(
        countries, figuresOf("uCode,uName,a", {{"DEU", "Germany", "1"}, {"-99", "Norway", "40"}}));
    QVERIFY(joined.ok());
    QVERIFY(std::isnan(valueAt(**joined, "France")));
    QCOMPARE(valueAt(**joined, "Norway"), 40.0);
    QVERIFY(remarksOf(**joined).contains(
        "Rows with a placeholder in place of a code are joined by name only: 1 (-99 (Norway))"));
}

void JoinDoubtsTest::shapesWithAPlaceholderJoinByName()
{
    const BoundaryFile countries =
        makeSquares({{{"DEU"}, "Germany"}, {{"-99"}, "France"}, {{"-99"}, "Norway"}});
    const auto joined = joinDataset(
        countries, figuresOf("uCode,uName,a",
                             {{"DEU", "Germany", "20"}, {"FRA", "France", "10"}, {"NOR", "Norway", "40"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(3));
    QCOMPARE(valueAt(**joined, "France"), 10.0);
    QCOMPARE(valueAt(**joined, "Norway"), 40.0);
    QVERIFY(remarksOf(**joined).contains("Areas with a placeholder in place of a code are joined by name "
                                         "only: 2 (-99 (France); -99 (Norway))."));
}

void JoinDoubtsTest::aNameOfAnotherYearNamesBothCodes()
{
    const auto joined = joinDataset(
        towns, figuresOf("uCode,uName,a", {{"E06000001", "Hartlepool", "1"}, {"E10000009", "Dorset", "2"}}));
    QVERIFY(joined.ok());
    const QString remarks = remarksOf(**joined);
    QVERIFY2(remarks.contains("Dorset is E10000009 in the figures and E06000059 in the boundaries"),
             qPrintable(remarks));
    QVERIFY2(remarks.contains("E10000009 was Dorset until 2018; E06000059 Dorset has other boundaries"),
             qPrintable(remarks));
}

void JoinDoubtsTest::anAreaOfAnotherYearBesideItsSuccessorStaysApart()
{
    for (const bool isFirst : {true, false}) {
        QList<QStringList> rows = {{"E06000059", "Dorset", "1"}, {"E06000001", "Hartlepool", "3"}};
        rows.insert(isFirst ? 0 : 2, {"E10000009", "Dorset", "2"});
        const auto joined = joinDataset(towns, figuresOf("uCode,uName,a", rows));
        QVERIFY(joined.ok());
        QCOMPARE(valueAt(**joined, "E06000059"), 1.0);
        QCOMPARE(valueAt(**joined, "E10000009"), 2.0);
        QVERIFY(remarksOf(**joined).contains("The boundaries' E06000059 (Dorset) has a row of its own."));
    }
}

void JoinDoubtsTest::aNameOfAnotherKindOfAreaIsNotJoined()
{
    const auto joined = joinDataset(
        towns, figuresOf("uCode,uName,a", {{"E37000009", "Dorset", "1"}, {"E06000001", "Hartlepool", "2"}}));
    QVERIFY(joined.ok());
    QVERIFY(std::isnan(valueAt(**joined, "E06000059")));
    QVERIFY2(remarksOf(**joined).contains("E06000059 (Dorset) is another kind of area"),
             qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::codesOfAnotherSystemJoinByNameAndAreSaid()
{
    const auto joined = joinDataset(
        towns, figuresOf("uCode,uName,a", {{"805", "Hartlepool", "1"}, {"806", "Middlesbrough", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    QVERIFY2(remarksOf(**joined).contains("these rows are joined by name: 2 ("),
             qPrintable(remarksOf(**joined)));
    QVERIFY(remarksOf(**joined).contains("Hartlepool is 805 in the figures and E06000001 in the boundaries"));
}

void JoinDoubtsTest::aCodeWithTwoNamesNamesBoth()
{
    const auto joined = joinDataset(towns, figuresOf("uCode,uName,a", {{"E06000001", "Elsewhere", "1"},
                                                                       {"E06000002", "Middlesbrough", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    const QString remarks = remarksOf(**joined);
    QVERIFY2(remarks.contains("E06000001 is Elsewhere in the figures and Hartlepool in the boundaries"),
             qPrintable(remarks));
    QCOMPARE(countIn(remarks, "Elsewhere"), 1);
}

void JoinDoubtsTest::aNameOfAnotherShapeIsAWarning()
{
    const auto joined = joinDataset(towns, figuresOf("uCode,uName,a", {{"E06000001", "Middlesbrough", "1"},
                                                                       {"E06000002", "Hartlepool", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    const QString remarks = remarksOf(**joined);
    QVERIFY2(remarks.contains("joined by the code, so check them: 2 ("), qPrintable(remarks));
    QVERIFY(remarks.contains("E06000001 is Middlesbrough in the figures and Hartlepool in the boundaries"));
}

void JoinDoubtsTest::aNameThatIsAPartOfAnotherIsItsOwn()
{
    const BoundaryFile dorset = makeSquares({{{"E07000049"}, "East Dorset"}, {{"E10000009"}, "Dorset"}});
    const auto joined = joinDataset(
        dorset, figuresOf("uCode,uName,a", {{"E07000049", "Dorset", "1"}, {"E10000009", "Dorset", "2"}}));
    QVERIFY(joined.ok());
    QVERIFY2(
        remarksOf(**joined).contains("E07000049 is Dorset in the figures and East Dorset in the boundaries"),
        qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::ofTwoRowsWithOneCodeTheMisnamedJoinsByItsName()
{
    for (const bool isFirst : {true, false}) {
        QList<QStringList> rows = {{"E06000001", "Hartlepool", "1"}};
        rows.insert(isFirst ? 0 : 1, {"e06000001", "Middlesbrough", "2"});
        const auto joined = joinDataset(towns, figuresOf("uCode,uName,a", rows));
        QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
        QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
        QCOMPARE(valueAt(**joined, "E06000002"), 2.0);
        QVERIFY(remarksOf(**joined).contains(
            "Middlesbrough is e06000001 in the figures and E06000002 in the boundaries"));
    }
}

void JoinDoubtsTest::whatBecameOfADistrictIsSaid_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("by its code") << "E07000004";
    QTest::newRow("by its name") << "";
}

void JoinDoubtsTest::whatBecameOfADistrictIsSaid()
{
    QFETCH(const QString, code);
    const BoundaryFile now = makeSquares({{{"E06000060"}, "Buckinghamshire"}, {{"E06000001"}, "Hartlepool"}});
    const auto joined = joinDataset(
        now, figuresOf("uCode,uName,a", {{code, "Aylesbury Vale", "1"}, {"E06000001", "Hartlepool", "2"}}));
    QVERIFY(joined.ok());
    QVERIFY2(remarksOf(**joined).contains(
                 "E07000004 was Aylesbury Vale until 2019 and is a part of E06000060 Buckinghamshire now."),
             qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::identicalDoublesAreLeftOutAndSaid()
{
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"E06000001", "1"}, {"e06000001 ", "1"}}));
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE((*joined)->areas.size(), size_t(4));
    QCOMPARE(valueAt(**joined, "E06000001"), 1.0);
    QVERIFY2(remarksOf(**joined).contains("Rows that repeat the figures of another row of the same area are "
                                          "left out: 1 (row 3, e06000001)"),
             qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::doublesWithOtherFiguresAreRefused()
{
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"E06000001", "1"}, {"e06000001", "2"}}));
    QVERIFY(!joined.ok());
    QCOMPARE(joined.error().message,
             "data.csv, row 3: Hartlepool has a row already, under another spelling and with "
             "other figures (row 2). Keep one of them.");
}

void JoinDoubtsTest::doublesAreFoundWithoutBoundaries()
{
    const auto same = joinDataset({}, figuresOf("uCode,a", {{"E06000001", "1"}, {"e06000001", "1"}}));
    QVERIFY(same.ok());
    QCOMPARE((*same)->areas.size(), size_t(1));
    QVERIFY(!joinDataset({}, figuresOf("uCode,a", {{"E06000001", "1"}, {"e06000001", "2"}})).ok());
    const auto others = joinDataset({}, figuresOf("uCode,a", {{"a1", "1"}, {"A1", "2"}}));
    QVERIFY2(others.ok(), "Nobody knows what such codes mean.");
    QCOMPARE((*others)->areas.size(), size_t(2));
}

void JoinDoubtsTest::manyRowsWithoutAShapeAreOneRemark()
{
    QList<QStringList> rows = {{"E06000001", "Hartlepool", "1"}};
    for (int i = 0; i < 2000; ++i)
        rows << QStringList{QStringLiteral("X%1").arg(i), QStringLiteral("Place %1").arg(i), "2"};
    const auto joined = joinDataset(towns, figuresOf("uCode,uName,a", rows));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(2004));
    QVERIFY((*joined)->issues.size() < 6);
    QVERIFY2(
        remarksOf(**joined).contains("rows match no area of the boundaries (X0 (Place 0); X1 (Place 1); X2"),
        qPrintable(remarksOf(**joined)));
}

void JoinDoubtsTest::manyShapesWithoutARowAreOneRemark()
{
    std::vector<BoundaryArea> areas;
    for (int i = 0; i < 50; ++i)
        areas.push_back({{QStringLiteral("A%1").arg(i)}, QStringLiteral("Place %1").arg(i)});
    const auto joined = joinDataset(makeSquares(areas), figuresOf("uCode,a", {{"A0", "1"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->issues.size(), size_t(1));
    QVERIFY((*joined)->issues[0].message.startsWith(
        "49 areas are on the map but the figures have no row for them"));
}

void JoinDoubtsTest::withNothingInCommonBothSidesAreShown()
{
    const auto joined = joinDataset(
        towns, figuresOf("uCode,uName,a", {{"W06000001", "Elsewhere", "1"}, {"W06000009", "Dorset", "2"}}));
    QVERIFY(!joined.ok());
    QVERIFY2(joined.error().message.contains(
                 "the boundaries have E06000059 (Dorset), the figures W06000009 (Dorset)"),
             qPrintable(joined.error().message));
}

ATLAS_TEST(JoinDoubtsTest)

#include "test_join_doubts.moc"
