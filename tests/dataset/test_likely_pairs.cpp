#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/join_report.h"
#include "core/dataset/likely_pairs.h"

#include <QElapsedTimer>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

std::vector<LikelyPair> pairsIn(const Dataset &dataset, const std::vector<RememberedPair> &remembered = {})
{
    return likelyPairs(*dataset.boundaries, dataset.joinReport->rows, remembered);
}

/// "figures > boundary, words", a line for each pair; a question mark behind those that are not likely.
QStringList pairsOf(const Dataset &dataset, const std::vector<RememberedPair> &remembered = {})
{
    QStringList lines;
    for (const LikelyPair &pair : pairsIn(dataset, remembered)) {
        const RowJoin &row = dataset.joinReport->rows[pair.row];
        lines << (row.name.isEmpty() ? row.code.text : row.name) + " > " + dataset.areas[pair.area].name
                     + ", " + likelyByText(pair) + (pair.isLikely() ? "" : "?");
    }
    return lines;
}

std::shared_ptr<const Dataset> joined(const std::vector<BoundaryArea> &areas, const QString &header,
                                      const QList<QStringList> &rows)
{
    const auto dataset = joinDataset(makeSquares(areas), figuresOf(header, rows));
    return dataset ? *dataset : nullptr;
}

} // namespace

class LikelyPairsTest : public QObject
{
    Q_OBJECT

private slots:
    void namesThatAreAlikeArePairs();
    void areasWithARowHaveNone();
    void whatFitsSeveralIsNotLikely();
    void aSurerRowHasTheArea();
    void aNewCodeOfTheSameLandIsLikely();
    void anotherKindOfAreaIsNotLikely();
    void acceptedPairsAreOfferedFirst();
    void acceptedCodesAreOffered();
    void whatIsKeptApartIsNotOffered();
    void theOrderOfRowsChangesNothing();
    void manyAreasAreQuicklyCompared();
};

void LikelyPairsTest::namesThatAreAlikeArePairs()
{
    const auto dataset = joined({{{"E1"}, "Hartlepool"},
                                 {{"E2"}, "Stockton-on-Tees"},
                                 {{"E3"}, "Dorset"},
                                 {{"E4"}, "Bury"},
                                 {{"E5"}, "Elsewhere"}},
                                "uName,a",
                                {{"Hartlepol", "1"},
                                 {"Stockton", "2"},
                                 {"Dorset (note 2)", "3"},
                                 {"Burry Port", "4"},
                                 {"Elsewhere", "5"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset), QStringList({"Hartlepol > Hartlepool, 1 letter(s) differ",
                                             "Stockton > Stockton-on-Tees, a part of the name",
                                             "Dorset (note 2) > Dorset, the same but for a note"}));
}

void LikelyPairsTest::areasWithARowHaveNone()
{
    const auto dataset =
        joined({{{"E1"}, "Hartlepool"}}, "uName,a", {{"Hartlepool", "1"}, {"Hartlepol", "2"}});
    QVERIFY(dataset);
    QVERIFY(pairsIn(*dataset).empty());
}

void LikelyPairsTest::whatFitsSeveralIsNotLikely()
{
    const auto dataset = joined({{{"E1"}, "Sutton Bay"}, {{"E2"}, "Sutton Hill"}, {{"E3"}, "Other"}},
                                "uName,a", {{"Sutton", "1"}, {"Other", "2"}});
    QVERIFY(dataset);
    const auto pairs = pairsIn(*dataset);
    QCOMPARE(pairs.size(), size_t(1));
    QVERIFY(!pairs[0].isLikely() && !pairs[0].isOnly);
    QCOMPARE(likelyByText(pairs[0]), "one of several that fit");
}

void LikelyPairsTest::aSurerRowHasTheArea()
{
    const auto dataset = joined({{{"E1"}, "Wolverhampton"}, {{"E3"}, "Other"}}, "uName,a",
                                {{"Wlverhamptn", "1"}, {"Wolverhampton (1)", "2"}, {"Other", "3"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset), QStringList{"Wolverhampton (1) > Wolverhampton, the same but for a note"});
}

void LikelyPairsTest::aNewCodeOfTheSameLandIsLikely()
{
    // Somerset became a unitary authority of the same land in 2023; Northumberland's land changed in 2013.
    const auto dataset =
        joined({{{"E06000066"}, "Somerset"}, {{"E06000057"}, "Northumberland"}, {{"E1"}, "X"}}, "uCode,a",
               {{"E10000027", "1"}, {"E06000048", "2"}, {"E1", "3"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset),
             QStringList({"E10000027 > Somerset, the same land under a newer code",
                          "E06000048 > Northumberland, a newer code, with other boundaries?"}));
}

void LikelyPairsTest::anotherKindOfAreaIsNotLikely()
{
    const auto dataset = joined({{{"E06000059"}, "Dorset"}, {{"E06000001"}, "Hartlepool"}}, "uCode,uName,a",
                                {{"E37000009", "Dorset", "1"}, {"E06000001", "Hartlepool", "2"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset), QStringList{"Dorset > Dorset, alike, but another kind of area?"});
}

void LikelyPairsTest::acceptedPairsAreOfferedFirst()
{
    const auto dataset = joined({{{"E1"}, "Hartlepool"}, {{"E2"}, "The Pool"}, {{"E3"}, "Other"}}, "uName,a",
                                {{"Hartlepol", "1"}, {"Other", "2"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset, {{"HARTLEPOL", "the pool"}, {"Nowhere", "Other"}}),
             QStringList{"Hartlepol > The Pool, accepted before"});
    QVERIFY(pairsIn(*dataset, {{"HARTLEPOL", "the pool"}})[0].sureness <= 1);
}

void LikelyPairsTest::acceptedCodesAreOffered()
{
    const auto dataset = joined({{{"E06000001"}, "Hartlepool"}, {{"E06000002"}, "Middlesbrough"}}, "uCode,a",
                                {{"805", "1"}, {"E06000002", "2"}});
    QVERIFY(dataset);
    QCOMPARE(pairsOf(*dataset), QStringList());
    QCOMPARE(pairsOf(*dataset, {{"805", "E06000001"}}), QStringList{"805 > Hartlepool, accepted before"});
}

void LikelyPairsTest::whatIsKeptApartIsNotOffered()
{
    const AliasFile apart{.matches = {{"Hartlepol", ""}}};
    const auto dataset = joinDataset(makeSquares({{{"E1"}, "Hartlepool"}, {{"E3"}, "Other"}}),
                                     figuresOf("uName,a", {{"Hartlepol", "1"}, {"Other", "2"}}), {}, apart);
    QVERIFY(dataset.ok());
    QVERIFY(pairsIn(**dataset).empty());
}

void LikelyPairsTest::theOrderOfRowsChangesNothing()
{
    const std::vector<BoundaryArea> areas = {
        {{"E1"}, "Hartlepool"}, {{"E2"}, "Stockton-on-Tees"}, {{"E3"}, "Sutton Bay"}, {{"E4"}, "Other"}};
    QList<QStringList> rows = {{"Hartlepol", "1"}, {"Stockton", "2"}, {"Sutton", "3"}, {"Other", "4"}};
    QStringList expected = pairsOf(*joined(areas, "uName,a", rows));
    std::reverse(rows.begin(), rows.end());
    QStringList found = pairsOf(*joined(areas, "uName,a", rows));
    expected.sort();
    found.sort();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found, expected);
}

void LikelyPairsTest::manyAreasAreQuicklyCompared()
{
    std::vector<BoundaryArea> areas;
    QList<QStringList> rows = {{"Sure", "1"}};
    areas.push_back({{"S"}, "Sure"});
    constexpr int count = 33000;
    for (int i = 0; i < count; ++i) {
        areas.push_back({{QStringLiteral("A%1").arg(i)}, QStringLiteral("Place %1 Hill").arg(i)});
        rows << QStringList{QStringLiteral("Hill Place %1 (1)").arg(i), "2"};
    }
    const auto dataset = joined(areas, "uName,a", rows);
    QVERIFY(dataset);
    QElapsedTimer time;
    time.start();
    QCOMPARE(pairsIn(*dataset).size(), size_t(count));
    QVERIFY2(time.elapsed() < 30000, qPrintable(QString::number(time.elapsed())));
}

ATLAS_TEST(LikelyPairsTest)

#include "test_likely_pairs.moc"
